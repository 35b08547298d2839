"""Saved e-mail: the plain text, or else the HTML part; what is attached is read as a file of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from functools import partial

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import html
from claimcheck.readers.blob import Blob
from claimcheck.readers.decode import decode
from claimcheck.readers.draft import Draft, facts, headed
from claimcheck.readers.notice import Notice, Tell

#: of parts without a name, where their first bytes do not tell it
_SUFFIXES = {"message/rfc822": ".eml", "text/html": ".html"}


def read(blob: Blob, tell: Tell) -> Iterator[Draft | Blob]:
    """The message's article, and the files and messages attached to it."""
    mail = parsed(blob)
    try:
        yield _draft(mail)
    except ClaimcheckError as wrong:  # the articles are often what is attached
        tell(Notice(blob.name, str(wrong)))
    for number, attached in enumerate(mail.iter_attachments(), 1):
        data = _data(attached)
        name = attached.get_filename() or f"attachment-{number}{_SUFFIXES.get(attached.get_content_type(), '')}"
        inner = name.replace("/", "_")
        if attached.get_content_maintype() in ("image", "audio", "video"):
            tell(Notice(f"{blob.name}/{inner}", "is attached and no text; left out", trouble=False))
        else:
            yield blob.inner(inner, partial(io.BytesIO, data), {})


def parsed(blob: Blob) -> EmailMessage:
    """The message of a file."""
    mail = BytesParser(EmailMessage, policy=policy.default).parsebytes(blob.read())
    assert isinstance(mail, EmailMessage)
    return mail


def text(part: MIMEPart) -> tuple[str, str | None]:
    """A part's text, and its encoding where that is a guess: old mail declares none, or one that nobody knows."""
    data = _data(part)
    return decode(data, part.get_content_charset() or html.declared(data))


def _data(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    if isinstance(data, bytes):
        return data
    held = part.get_payload()  # a message within, or parts that no mail should attach
    return held[0].as_bytes() if isinstance(held, list) and held and isinstance(held[0], EmailMessage) else b""


def _draft(mail: EmailMessage) -> Draft:
    body = mail.get_body(("plain", "html"))
    words, guessed = text(body) if body else ("", None)
    said = {"title": mail["Subject"], "published": mail["Date"], "source": _sender(mail)}
    known = facts(said, "the message")
    if body and body.get_content_subtype() == "html":
        return html.article(words, guessed, known)
    return Draft(headed(str(mail["Subject"] or ""), words), known, guessed=guessed)


def _sender(mail: EmailMessage) -> str:
    addresses = getattr(mail["From"], "addresses", ())
    return addresses[0].display_name or addresses[0].domain if addresses else ""
