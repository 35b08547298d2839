"""Saved e-mail: the plain text, or else the HTML part; what is attached is read as a file of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import partial

from claimcheck.readers import html
from claimcheck.readers.blob import Blob
from claimcheck.readers.draft import Draft, facts, headed
from claimcheck.readers.notice import Notice, Tell


def read(blob: Blob, tell: Tell) -> Iterator[Draft | Blob]:
    """The message's article, and the files attached to it."""
    mail = BytesParser(EmailMessage, policy=policy.default).parsebytes(blob.read())
    assert isinstance(mail, EmailMessage)
    yield _draft(mail)
    for number, attached in enumerate(mail.iter_attachments(), 1):
        data = attached.get_payload(decode=True)
        name = (attached.get_filename() or f"attachment-{number}").replace("/", "_")
        if attached.get_content_maintype() in ("image", "audio", "video"):
            tell(Notice(f"{blob.name}/{name}", "is attached and no text; left out", trouble=False))
        elif isinstance(data, bytes):
            yield blob.inner(name, partial(io.BytesIO, data), {})


def _draft(mail: EmailMessage) -> Draft:
    body = mail.get_body(("plain", "html"))
    text = str(body.get_content()) if body else ""
    said = {"title": mail["Subject"], "published": mail["Date"], "source": _sender(mail)}
    known = facts(said, "the message")
    if body and body.get_content_subtype() == "html":
        return html.article(text, outer=known)
    return Draft(headed(str(mail["Subject"] or ""), text), known)


def _sender(mail: EmailMessage) -> str:
    addresses = getattr(mail["From"], "addresses", ())
    return addresses[0].display_name or addresses[0].domain if addresses else ""
