"""Chats and channels as Telegram Desktop exports them, in ``result.json``: an article a message."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timezone
from typing import cast

from claimcheck.readers.draft import Draft, facts
from claimcheck.readers.hours import at_first

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
    """The messages with words, under their numbers, each with its day and hour and who sent it, or the chat's name. A
    picture alone, and who came and who left, are none.
    """
    for chat in found:
        yield from _drafts(chat, "#" if len(found) == 1 else f"#{chat.get('id')}.", guessed)


def _drafts(chat: Chat, prefix: str, guessed: str | None) -> Iterator[Draft]:
    for message in cast(list[object], chat["messages"]):
        if isinstance(message, dict) and message.get("type") == "message" and (text := _text(message.get("text"))):
            sent = at_first(_clock(message, "date"), _clock(message, "edited"))
            said = {"source": message.get("from") or chat.get("name"), "published": sent}
            yield Draft(text, facts(said, "the export"), f"{prefix}{message.get('id')}", guessed)


def _clock(message: Mapping[str, object], name: str) -> str:
    """A time by the clock of whoever exported the chat, with its zone where the seconds since 1970 beside it tell."""
    said, seconds = str(message.get(name) or ""), str(message.get(f"{name}_unixtime") or "")
    try:
        local, utc = datetime.fromisoformat(said), datetime.fromtimestamp(int(seconds), UTC)
        return local.replace(tzinfo=timezone(local - utc.replace(tzinfo=None))).isoformat()
    except (ValueError, OverflowError, OSError):
        return said


def _text(value: object) -> str:
    """The words of a message: plain, or in pieces of which some are bold, links or names."""
    if isinstance(value, list):
        return "".join(map(_text, value))
    if isinstance(value, dict):
        return _text(value.get("text"))
    return value if isinstance(value, str) else ""
