"""Chats and channels as Telegram Desktop exports them, in ``result.json``: an article a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from claimcheck.readers.draft import Draft, facts

Chat = Mapping[str, object]


def chats(value: object) -> list[Chat]:
    """The chats of an export, of one or of a whole account; none where the value is no export."""
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("messages"), list) and "type" in value:
        return [value]
    held = value.get("chats")
    listed = held.get("list") if isinstance(held, dict) else None
    return [chat for each in listed for chat in chats(each)] if isinstance(listed, list) else []


def drafts(found: list[Chat], guessed: str | None) -> Iterator[Draft]:
    """The messages with words, under their numbers, each with its day and who sent it, or the chat's name. A picture
    alone, and who came and who left, are none.
    """
    for chat in found:
        yield from _drafts(chat, "#" if len(found) == 1 else f"#{chat.get('id')}.", guessed)


def _drafts(chat: Chat, prefix: str, guessed: str | None) -> Iterator[Draft]:
    for message in cast(list[object], chat["messages"]):
        if isinstance(message, dict) and message.get("type") == "message" and (text := _text(message.get("text"))):
            said = {"source": message.get("from") or chat.get("name"), "published": message.get("date")}
            yield Draft(text, facts(said, "the export"), f"{prefix}{message.get('id')}", guessed)


def _text(value: object) -> str:
    """The words of a message: plain, or in pieces of which some are bold, links or names."""
    if isinstance(value, list):
        return "".join(map(_text, value))
    if isinstance(value, dict):
        return _text(value.get("text"))
    return value if isinstance(value, str) else ""
