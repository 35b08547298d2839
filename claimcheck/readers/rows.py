"""Rows of exports to articles: which of a row's names means what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.blob import Facts
from claimcheck.readers.draft import FIELDS, Draft, facts, headed
from claimcheck.readers.hours import at_first
from claimcheck.readers.snippet import is_markup, is_page, plain

#: what newspaper4k, news-please, trafilatura, Media Cloud, GDELT and schema.org call it, the surest first
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "raw_text", "maintext", "articlebody", "article_text", "story_text", "full_text", "body", "content",
        "cleaned_text",
    ),
    "title": ("title", "headline", "article_title", "webtitle", "name"),
    "published": (
        "published", "publish_date", "date_publish", "datepublished", "published_at", "publishedat", "publication_date",
        "pub_date", "pubdate", "webpublicationdate", "seendate", "date",
    ),
    "source": (
        "source", "outlet", "media_name", "sitename", "meta_site_name", "publisher", "source_name", "source-hostname",
        "hostname", "domain", "source_domain", "sourcecommonname",
    ),
    "url": ("url", "link", "weburl", "source", "documentidentifier", "source_url"),
    "lang": ("lang", "language", "meta_lang", "inlanguage"),
    "modified": (
        "modified", "date_modify", "datemodified", "date_modified", "modified_at", "updated", "updated_at",
        "date_updated",
    ),
}  # fmt: skip


def draft(
    row: Mapping[str, object], columns: Mapping[str, str], part: str, guessed: str | None = None
) -> Draft:
    """The article of a row. Raises ClaimcheckError where it has no text."""
    body = _said(row, "text", columns)
    if not body:
        raise ClaimcheckError(
            f"has no text among {', '.join(map(str, row)) or 'nothing'}; name it, as in --map text=body"
        )
    found = known(row, columns, "the export")
    if is_page(body):
        return _page(body, found, part, guessed)
    if is_markup(body):
        body = plain(body)
    return Draft(headed(found.get("title", ("", ""))[0], body), found, part, guessed)


def _page(body: str, found: Facts, part: str, guessed: str | None) -> Draft:
    """The article of a row that holds its page; what the row says of it counts first."""
    from claimcheck.readers import html  # which reads JSON-LD as rows

    page = html.article(body, guessed, found)
    return Draft(page.text, {**page.facts, **found}, part, guessed)


def known(row: Mapping[str, object], columns: Mapping[str, str], origin: str) -> dict[str, tuple[str, str]]:
    """The metadata of a row; an outlet that it does not name comes from its URL, an hour of which it tells that the
    text was changed since is none."""
    found = facts({name: _said(row, name, columns) for name in FIELDS}, origin)
    if "published" in found and (changed := _said(row, "modified", columns)):
        found["published"] = at_first(found["published"][0], changed), origin
    if "source" not in found and "url" in found and (outlet := domain(found["url"][0])):
        found["source"] = (outlet, "the URL")
    return found


def domain(url: str) -> str | None:
    """The outlet that a URL names: its host without ``www.``."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _said(row: Mapping[str, object], name: str, columns: Mapping[str, str]) -> str:
    if name in columns:
        return _plain(_at(row, columns[name].split(".")))
    lower = {str(key).strip().lower(): value for key, value in row.items()}
    values = (_plain(lower.get(alias)) for alias in NAMES[name])
    return next((value for value in values if value and _fits(name, value)), "")


def _fits(name: str, value: str) -> bool:
    """``source`` is an outlet with some and a URL with others."""
    return value.startswith(("http://", "https://")) == (name == "url") or name not in ("source", "url")


def _at(row: object, path: Iterable[str]) -> object:
    for key in path:
        row = row.get(key) if isinstance(row, Mapping) else None
    return row


def _plain(value: object) -> str:
    """A value as text; of a schema.org object its name, of WordPress's what it shows, of a list the first."""
    if isinstance(value, Mapping):
        return _plain(value.get("name") or value.get("rendered"))
    if isinstance(value, list):
        return _plain(value[0]) if value else ""
    return value if isinstance(value, str) else "" if value is None else str(value)
