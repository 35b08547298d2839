"""One article in a dozen formats: the same text, the same metadata, the same claims."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import formats
import pytest

import claimcheck
from claimcheck import jsonl
from claimcheck.asjson import dumps
from claimcheck.model import Article
from claimcheck.moment import instant
from claimcheck.readers import READERS, Notice, Settings, read, zone_of
from claimcheck.readers.pdf import logical
from claimcheck.rows import article_of

#: formats that hold no metadata but the text
BARE = {"a.txt", "a.docx"}
#: ... no address
PLACELESS = BARE | {"a.eml", "a.zip", "a.tar.gz"}
#: ... an hour with its zone
HOURLY = {"a.html", "a.rss", "a.atom", "a.eml", "a.mhtml", "a.html.gz", "a.tar.gz", "a.warc", "a.warc.gz", "a.warc.zst"}
EIGHT = datetime(2018, 8, 14, 8, tzinfo=UTC)
HOURS = {"gdelt.json": datetime(2018, 8, 14, 10, 15, tzinfo=UTC)}


def gather(folder: Path, **choices: object) -> tuple[list[Article], list[str]]:
    notices: list[Notice] = []
    found = read([str(folder)], Settings(**choices), notices.append)  # type: ignore[arg-type]
    return [a for a in found if isinstance(a, Article)], [str(n) for n in notices]


def one(folder: Path, name: str, data: bytes, **choices: object) -> Article:
    (folder / name).write_bytes(data)
    articles, notices = gather(folder, **choices)
    assert notices == []
    return articles[0]


def test_every_reader_is_tried() -> None:
    tried = {READERS["".join(Path(name).suffixes[-2:])] if "".join(Path(name).suffixes[-2:]) in READERS
             else READERS[Path(name).suffix] for name in formats.FORMATS}  # fmt: skip
    assert set(READERS.values()) - tried == {"pdf"}


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", formats.FORMATS)
def test_a_format_gives_the_text_and_what_it_says_of_itself(tmp_path: Path, name: str, lang: str) -> None:
    made = formats.ARTICLES[lang]
    article = one(tmp_path, name, formats.FORMATS[name](made))
    assert article.text.rstrip() == formats.txt(made).decode()
    assert (article.title, article.lang) == (made["title"], lang)
    if name not in BARE and name != "html.eml":
        assert (article.source, article.day) == (made["source"], made["published"])
        assert instant(article.published) == HOURS.get(name, EIGHT if name in HOURLY else None)
    if name not in PLACELESS:
        assert article.url == made["url"]


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_format_gives_the_same_claims_at_their_places(tmp_path: Path, lang: str) -> None:
    spans: dict[str, list[tuple[object, ...]]] = {}
    for name, make in formats.FORMATS.items():
        (tmp_path / name).mkdir()
        article = one(tmp_path / name, name, make(formats.ARTICLES[lang]))
        claims = claimcheck.extract(article)
        assert all(article.text[c.start : c.end] == c.quote for c in claims)
        spans[name] = [(c.start, c.end, c.quantity, c.counted, c.event) for c in claims]
    assert len(spans["a.txt"]) >= 4
    assert [name for name, found in spans.items() if found != spans["a.txt"]] == []


def test_origins_say_where_a_date_comes_from(tmp_path: Path) -> None:
    assert one(tmp_path, "a.html", formats.html(formats.ARTICLES["en"])).origins["published"] == "JSON-LD"


@pytest.mark.parametrize(
    ("changed", "published"),
    [
        ("2018-08-14T10:20:00+02:00", "2018-08-14T10:00:00+02:00"),
        ("2018-08-14T18:00:00+02:00", "2018-08-14"),
        ("2018-08-16", "2018-08-14"),
    ],
)
def test_an_hour_is_none_where_the_text_was_changed_long_after(tmp_path: Path, changed: str, published: str) -> None:
    page = formats.html(formats.ARTICLES["en"]).decode()
    linked = page.replace('"inLanguage"', f'"dateModified": "{changed}", "inLanguage"')
    assert one(tmp_path, "a.html", linked.encode()).published == published
    marks = [f'<meta property="article:{name}_time" content="{at}">'
             for name, at in (("published", "2018-08-14T10:00:00+02:00"), ("modified", changed))]
    assert one(tmp_path, "a.html", re.sub("<script.*</script>", "".join(marks), page).encode()).published == published
    feed = formats.atom(formats.ARTICLES["en"]).decode("utf-16")
    entry = feed.replace("</published>", f"</published><updated>{changed}</updated>").encode("utf-16")
    (tmp_path / "a.html").unlink()
    hour = published.replace("10:00:00+02:00", "08:00:00Z")
    assert one(tmp_path, "a.atom", entry).published == hour


def test_an_hour_of_no_zone_counts_where_its_zone_is_given(tmp_path: Path) -> None:
    row = {"text": "Text", "date": "2020-01-12 23:30:00"}
    assert one(tmp_path, "a.json", json.dumps(row).encode()).published == "2020-01-12"
    (article,), _ = gather(tmp_path, zone=zone_of("+03:00"))
    assert article.published == "2020-01-12T23:30:00+03:00"
    (article,), _ = gather(tmp_path, zone=zone_of("Asia/Beirut"))
    assert article.published == "2020-01-12T23:30:00+02:00"


def test_what_was_read_is_read_again_with_its_hour_and_its_day(tmp_path: Path) -> None:
    article = one(tmp_path, "a.json", json.dumps({"text": "Text", "date": "2020-01-13T00:30:00+03:00"}).encode())
    (tmp_path / "a.json").unlink()
    again = one(tmp_path, "b.jsonl", jsonl.line(Article, dumps(article)) + b"\n")
    assert again.published == article.published == "2020-01-13T00:30:00+03:00"
    row = asdict(article) | {"file": "c.txt"}
    assert article_of(row).published == article.published


def test_a_page_without_json_ld_says_it_by_its_own_marks(tmp_path: Path) -> None:
    marks = (
        '<meta property="og:site_name" content="The Site">'
        '<meta property="article:published_time" content="2018-08-15T01:00:00Z">'
    )
    page = re.sub("<script.*</script>", marks, formats.html(formats.ARTICLES["en"]).decode()).encode()
    article = one(tmp_path, "a.html", page)
    assert (article.source, article.published) == ("The Site", "2018-08-15T01:00:00Z")
    assert article.origins["published"] == "the page"


def test_the_outlet_comes_from_the_address_where_nothing_names_it(tmp_path: Path) -> None:
    row = {"text": "Text", "url": "https://www.paper.example/1"}
    article = one(tmp_path, "a.json", json.dumps(row).encode())
    assert (article.source, article.origins["source"]) == ("paper.example", "the URL")


def test_a_declared_encoding_of_a_page_counts(tmp_path: Path) -> None:
    page = formats.html(formats.ARTICLES["ar"]).decode().replace("utf-8", "windows-1256").encode("cp1256")
    assert one(tmp_path, "a.html", page).text == formats.txt(formats.ARTICLES["ar"]).decode()


def test_columns_can_be_named(tmp_path: Path) -> None:
    rows = [{"story": {"words": "قتل 12 شخصا"}, "when": "2 آذار/مارس 2019", "title": "x"}]
    article = one(tmp_path, "a.json", json.dumps(rows).encode(), columns={"text": "story.words", "published": "when"})
    assert (article.text, article.published) == ("x\n\nقتل 12 شخصا", "2019-03-02")


#: as phones of several countries and languages export them
CHATS = {
    "[12/03/19, 14:05:33] News: \u200eMessages are end-to-end encrypted.\n[12/03/19, 14:05:33] Ali: {0}\nmore\n"
    "\u200e[13/03/19, 09:00:00] Ali: \u200eimage omitted\n[13/03/19, 14:05:33] ~\u202fNews: {1}\n": ("#2", "#4"),
    "12/03/2019, 14:05 - You created the group\n12/03/2019, 14:05 - Ali: {0}\nmore\n"
    "12/03/2019, 15:00 - Ali: <Media omitted>\n13/03/2019, 14:05 - News: {1}\n": ("#2", "#4"),
    "3/12/19, 2:05\u202fPM - Ali: {0}\nmore\n3/13/19, 2:05\u202fPM - News: {1}\n": ("#1", "#2"),
    "[١٢/٣/٢٠١٩، ٢:٠٥:٣٣ م] Ali: {0}\nmore\n[١٣/٣/٢٠١٩، ٢:٠٥:٣٣ م] News: {1}\n": ("#1", "#2"),
    "12/03/2019 à 14:05 - Ali : {0}\nmore\n13/03/2019 à 14:05 - News : {1}\n": ("#1", "#2"),
    "12.03.19, 14:05 - Ali: {0}\nmore\n13.03.19, 14:05 - News: {1}\n": ("#1", "#2"),
    "2019-03-12, 14:05 - Ali: {0}\nmore\n2019-03-13, 14:05 - News: {1}\n": ("#1", "#2"),
}


@pytest.mark.parametrize("chat", CHATS)
def test_a_chat_of_whatsapp_is_an_article_a_message(tmp_path: Path, chat: str) -> None:
    (tmp_path / "chat.txt").write_text(chat.format("مقتل 12 شخصا: الحصيلة", "14 killed"))
    articles, notices = gather(tmp_path)
    first, second = CHATS[chat]
    assert notices == []
    assert [(a.file, a.text, a.source, a.published) for a in articles] == [
        (f"chat.txt{first}", "مقتل 12 شخصا: الحصيلة\nmore", "Ali", "2019-03-12"),
        (f"chat.txt{second}", "14 killed", "News", "2019-03-13"),
    ]
    articles, _ = gather(tmp_path, zone=zone_of("+03:00"))
    assert [a.published and a.published[:16] + a.published[19:] for a in articles] == [
        "2019-03-12T14:05+03:00", "2019-03-13T14:05+03:00"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("12/03/2019, 14:05 - Beirut: 12 people were killed.\nMore follows.\n", ["chat.txt"]),
        ("News\n12/03/2019, 14:05 - Ali: 12 killed\n12/03/2019, 14:06 - Ali: 14 killed\n", ["chat.txt"]),
        ("02/03/2019, 14:05 - Ali: 12 killed\n02/03/2019, 14:06 - Ali: 14 killed\n", ["chat.txt#1", "chat.txt#2"]),
    ],
)
def test_one_line_like_a_message_is_no_chat_and_a_day_of_two_orders_none(
    tmp_path: Path, text: str, files: list[str]
) -> None:
    (tmp_path / "chat.txt").write_text(text)
    articles, _ = gather(tmp_path)
    assert [a.file for a in articles] == files
    assert len(files) == 1 or {a.published for a in articles} == {None}


def test_a_chat_of_telegram_is_an_article_a_message(tmp_path: Path) -> None:
    messages = [
        {"id": 1, "type": "service", "date": "2020-01-12T09:00:00", "action": "create_channel"},
        {"id": 7, "type": "message", "date": "2020-01-12T10:15:22", "from": "Idlib Now", "text": "مقتل 15 شخصا"},
        {"id": 8, "type": "message", "date": "2020-01-12T11:15:22", "photo": "a.jpg", "text": ""},
        {"id": 9, "type": "message", "date": "2020-01-13T08:00:00", "text": ["Now ", {"type": "bold", "text": "21"}]},
    ]
    chat = {"name": "Idlib Now", "type": "public_channel", "id": 3, "messages": messages}
    (tmp_path / "chat.json").write_text(json.dumps(chat))
    articles, notices = gather(tmp_path)
    assert notices == []
    assert [(a.file, a.text, a.source, a.published) for a in articles] == [
        ("chat.json#7", "مقتل 15 شخصا", "Idlib Now", "2020-01-12"),
        ("chat.json#9", "Now 21", "Idlib Now", "2020-01-13"),
    ]
    zoned = {"date": "2020-01-13T00:15:22", "date_unixtime": "1578863722", "text": "12"}
    edited = {"edited": "2020-01-13T09:15:22", "edited_unixtime": "1578896122"}
    numbered = [{**zoned, "id": 1, "type": "message"}, {**zoned, **edited, "id": 2, "type": "message", "text": "14"}]
    (tmp_path / "chat.json").write_text(json.dumps({**chat, "messages": numbered}))
    assert [a.published for a in gather(tmp_path)[0]] == ["2020-01-13T00:15:22+03:00", "2020-01-13"]
    other = {**chat, "id": 4, "messages": [{"id": 7, "type": "message", "date": "2020-01-12", "text": "Three"}]}
    (tmp_path / "chat.json").write_text(json.dumps({"chats": {"list": [chat, other]}}))
    articles, _ = gather(tmp_path)
    assert [a.file for a in articles] == ["chat.json#3.7", "chat.json#3.9", "chat.json#4.7"]


def test_a_spreadsheet_with_semicolons_and_line_breaks(tmp_path: Path) -> None:
    article = one(tmp_path, "a.csv", 'title;body\r\nHead;"One; two\r\n""three"" 3"\r\n'.encode("utf-16"))
    assert article.text == 'Head\n\nOne; two\r\n"three" 3'


def test_rows_without_text_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\nA,one\nB,\nC,three\n")
    (tmp_path / "b.jsonl").write_text('{"text": "four"}\n{"headline": "D"}\nnonsense\n[]\n{"text": "five"}\n')
    articles, notices = gather(tmp_path)
    assert [a.file for a in articles] == ["a.csv#1", "a.csv#3", "b.jsonl#1", "b.jsonl#5"]
    assert [n.split(" ", 1)[0] for n in notices] == ["a.csv:3:", "b.jsonl:2:", "b.jsonl:3:", "b.jsonl:4:"]


@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.warc", "a.html.gz", "a.zip"])
def test_what_a_file_is_shows_where_its_name_does_not_say_it(tmp_path: Path, name: str) -> None:
    data = formats.FORMATS[name](formats.ARTICLES["en"])
    assert one(tmp_path, "saved.txt", data).text.rstrip() == formats.txt(formats.ARTICLES["en"]).decode()


def test_a_page_comes_down_a_pipe() -> None:
    page = formats.html(formats.ARTICLES["ar"])
    ran = subprocess.run([sys.executable, "-m", "claimcheck", "read", "-"], input=page, capture_output=True, check=True)
    article = json.loads(ran.stdout)
    assert (article["text"], article["file"]) == (formats.txt(formats.ARTICLES["ar"]).decode(), "-")


def test_mail_in_an_encoding_that_it_does_not_declare(tmp_path: Path) -> None:
    made = formats.ARTICLES["ar"]
    head = f"From: desk@wire.example\r\nSubject: {formats.ARTICLES['en']['title']}\r\n"
    for name, declared in (("none", ""), ("odd", "Content-Type: text/plain; charset=x-odd\r\n")):
        (tmp_path / f"{name}.eml").write_bytes(f"{head}{declared}\r\n".encode() + made["text"].encode("cp1256"))
    (first, *_), notices = gather(tmp_path)
    assert first.text.endswith(made["text"])
    assert "none.eml: is not UTF-8; read as cp1256, which is a guess" in notices
    assert "odd.eml: has the text of none.eml; counted as one article" in notices


def test_a_message_within_a_message_is_read_and_what_is_attached_to_an_empty_one(tmp_path: Path) -> None:
    from email import message_from_bytes, policy
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "Fwd: two"
    mail.set_content("<html><body></body></html>", subtype="html")
    mail.add_attachment(message_from_bytes(formats.eml(formats.ARTICLES["ar"]), policy=policy.default))
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    articles, notices = gather(tmp_path)
    assert [(a.file, a.title) for a in articles] == [("a.eml/attachment-1.eml", formats.ARTICLES["ar"]["title"])]
    assert notices == ["a.eml: holds no main text; save the article itself, or its text"]


def test_attachments_are_files_of_their_own(tmp_path: Path) -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = "Two stories"
    mail.set_content("See below.")
    mail.add_attachment(formats.docx(formats.ARTICLES["ar"]), "application", "msword", filename="story.docx")
    mail.add_attachment(b"GIF89a", "image", "gif", filename="logo.gif")
    (tmp_path / "a.eml").write_bytes(mail.as_bytes())
    articles, notices = gather(tmp_path)
    assert [(a.file, a.lang) for a in articles] == [("a.eml", "en"), ("a.eml/story.docx", "ar")]
    assert notices == ["a.eml/logo.gif: is attached and no text; left out"]


def test_a_document_keeps_its_rows_and_says_nothing_twice(tmp_path: Path) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    run = "<w:r><w:t>{}</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{run.format('In a box')}</w:p></w:txbxContent>"
    cell = f"<w:tc><w:p>{run}</w:p></w:tc>"
    body = (
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:moveFrom>{run.format('Moved')}</w:moveFrom>{run.format('Head')}"
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:tbl><w:tr>{cell.format('Killed')}{cell.format('38')}</w:tr></w:tbl>"
    )
    xml = f'<w:document xmlns:w="{w}" xmlns:mc="{mc}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as pack:
        pack.writestr("word/document.xml", xml)
    (article,), _ = gather(tmp_path)
    assert article.text == "Head\nIn a box\nKilled\t38"


def test_fields_that_are_written_in_html(tmp_path: Path) -> None:
    made = formats.ARTICLES["en"]
    body = "".join(f"<p>{line}</p>" for line in made["text"].split("\n"))
    rows = {
        "wordpress.json": [{"title": {"rendered": made["title"]}, "content": {"rendered": f"{body}<style>x"}}],
        "page.json": [{"text": formats.html(made).decode(), "source": "The Row"}],
        "search.json": {"response": {"results": [{"webTitle": made["title"], "body": body}]}},
    }
    for name, value in rows.items():
        article = one(tmp_path, name, json.dumps(value).encode())
        (tmp_path / name).unlink()
        assert article.text == formats.txt(made).decode()
        assert article.source == ("The Row" if name == "page.json" else None)


def test_a_feed_of_elements_and_of_pictures(tmp_path: Path) -> None:
    made = formats.ARTICLES["ar"]
    body = "".join(f"<p>{line}</p>" for line in made["text"].split("\n"))
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry>'
        "<media:title>12 photos</media:title><media:content><media:description>Of 3</media:description></media:content>"
        f"<title>{made['title']}</title>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    )
    assert one(tmp_path, "a.atom", feed.encode()).text == formats.txt(made).decode()


def test_json_ld_of_several_types_and_with_raw_line_breaks(tmp_path: Path) -> None:
    linked = '{"@type": ["Article", "NewsArticle"], "description": "a\nb", "datePublished": "14/08/2018"}'
    page = re.sub("(?s)(<script[^>]*>).*(</script>)", rf"\1{linked}\2", formats.html(formats.ARTICLES["en"]).decode())
    article = one(tmp_path, "page.php", page.encode())
    assert (article.published, article.origins["published"]) == ("2018-08-14", "JSON-LD")


def test_a_table_with_tabs_is_one_whatever_its_name(tmp_path: Path) -> None:
    assert one(tmp_path, "a.csv", b"title\ttext\nHead\tOne, two").text == "Head\n\nOne, two"


def test_exclude_reaches_into_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as pack:
        for name in ("in/a.txt", "in/b.jpg", "c.jpg"):
            pack.writestr(name, "x")
    articles, notices = gather(tmp_path, exclude=("*.jpg",))
    assert ([a.file for a in articles], notices) == (["a.zip/in/a.txt"], [])
    assert len(gather(tmp_path)[1]) == 2


def test_without_its_library_a_format_names_the_extra(tmp_path: Path) -> None:
    for name in ("a.html", "a.warc", "a.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.4" if name == "a.pdf" else formats.FORMATS[name](formats.ARTICLES["en"]))
    missing = mock.patch("claimcheck.readers.extra.find_spec", return_value=None)
    with missing, mock.patch("shutil.which", return_value=None):
        articles, notices = gather(tmp_path)
    assert articles == []
    assert [n.split(" (or")[0] for n in notices] == [
        "a.html: needs trafilatura: pip install 'claimcheck-news[html]'",
        "a.pdf: needs pypdf: pip install 'claimcheck-news[pdf]'",
        "a.warc: needs fastwarc: pip install 'claimcheck-news[warc]'",
    ]


def test_a_web_archive_leaves_out_what_is_no_page(tmp_path: Path) -> None:
    made = formats.ARTICLES["en"]
    records = [formats.warc(made, kind="image/png"), formats.warc(made, "404 Not Found"), formats.warc(made)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    articles, notices = gather(tmp_path)
    assert ([a.file for a in articles], notices) == (["a.warc#3"], [])


def pdf(text: str) -> bytes:
    """A PDF with one line of Latin text."""
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    stream = f"BT /F 12 Tf 72 720 Td ({text}) Tj ET"
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    places = []
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj{part}endobj\n".encode())
    table = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(f"xref\n0 6\n0000000000 65535 f \n{rows}trailer<</Size 6/Root 1 0 R>>\n".encode())
    out.write(f"startxref\n{table}\n%%EOF".encode())
    return out.getvalue()


@pytest.mark.parametrize("tool", [None, "pdftotext"])
def test_a_pdf_is_read(tmp_path: Path, tool: str | None) -> None:
    if tool and not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    with mock.patch("shutil.which", return_value=tool):
        assert one(tmp_path, "a.pdf", pdf("About 400 soldiers left.")).text.strip() == "About 400 soldiers left."


@pytest.mark.parametrize("tool", [None, shutil.which("pdftotext")])
def test_an_arabic_pdf_is_read_with_a_warning(
    tmp_path: Path, tool: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = shutil.which("chromium")
    if not browser:
        pytest.skip("Chromium is not installed")
    (tmp_path / "page.html").write_bytes(formats.html(formats.ARTICLES["ar"]))
    command = [browser, "--headless", "--no-sandbox", f"--print-to-pdf={tmp_path}/a.pdf", str(tmp_path / "page.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (tmp_path / "page.html").unlink()
    monkeypatch.setattr(shutil, "which", lambda _: tool)
    (article,), (notice,) = gather(tmp_path)
    assert "38 شخصا" in article.text and "نحو 400" in article.text
    assert "word order is not reliable" in notice


def test_lines_from_left_to_right_are_turned() -> None:
    assert logical("38 قتل\n.جسر انهيار في شخصا 12 جرح\nPage 1") == "قتل 38\nجرح 12 شخصا في انهيار جسر.\nPage 1"
    assert logical("قتل 38.\nPage 1.") == "قتل 38.\nPage 1."


def test_of_an_arabic_pdf_what_reads_better_counts(tmp_path: Path) -> None:
    text = formats.txt(formats.ARTICLES["ar"]).decode()
    apart = text.replace("لا", "ال")
    glued = re.sub(r" (\d+) (\w+)", r" \2\1", text)
    for outputs in ([apart, text], [text, glued], [glued, text]):
        tools = [[sys.executable, "-c", f"import sys; sys.stdout.buffer.write({o.encode()!r})"] for o in outputs]
        with mock.patch("claimcheck.readers.pdf._commands", return_value=tools):
            (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
            (article,), _ = gather(tmp_path)
        assert article.text == text


def test_nothing_heavy_is_imported_for_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    code = f"import sys; from claimcheck.readers import read; list(read([{str(tmp_path)!r}])); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "lxml", "pypdf", "fastwarc", "charset_normalizer"} & set(loaded)
