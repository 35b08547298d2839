"""One article in every format, made here: the same headline, text, outlet and day."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from html import escape

ARTICLES: dict[str, Mapping[str, str]] = {
    "en": {
        "title": "Bridge collapse kills at least 38",
        "text": "At least 38 people were killed on Tuesday when a bridge fell in Genoa, police said.\n"
        "About 400 rescuers searched the rubble, and 12 people were still missing in the evening.\n"
        "The government said that $1.5 million would go to the families of the 38 victims.",
        "source": "Example Wire",
        "published": "2018-08-14",
        "url": "https://wire.example/2018/bridge",
        "lang": "en",
    },
    "ar": {
        "title": "مقتل 38 شخصا على الأقل في انهيار جسر",
        "text": "قتل 38 شخصا على الأقل يوم الثلاثاء عندما انهار جسر في مدينة جنوة الإيطالية، بحسب الشرطة.\n"
        "وبحث نحو 400 عنصر من فرق الإنقاذ بين الأنقاض، ولا يزال 12 شخصا في عداد المفقودين حتى المساء.\n"
        "وقالت الحكومة إن 1.5 مليون دولار ستذهب إلى عائلات الضحايا.",
        "source": "وكالة المثال",
        "published": "2018-08-14",
        "url": "https://wire.example/ar/2018/bridge",
        "lang": "ar",
    },
}


def txt(a: Mapping[str, str]) -> bytes:
    return f"{a['title']}\n\n{a['text']}".encode()


def markdown(a: Mapping[str, str]) -> bytes:
    front = "".join(f"{key}: {json.dumps(a[key], ensure_ascii=False)}\n" for key in a if key != "text")
    return f"---\n{front}---\n\n{a['text']}".encode()


def markdown_toml(a: Mapping[str, str]) -> bytes:
    front = "".join(f"{key} = {json.dumps(a[key], ensure_ascii=False)}\n" for key in a if key != "text")
    return f"+++\n{front}+++\n{a['text']}".encode()


def html(a: Mapping[str, str]) -> bytes:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Not this"},
            {
                "@type": "NewsArticle",
                "headline": a["title"],
                "datePublished": f"{a['published']}T10:00:00+02:00",
                "publisher": {"@type": "Organization", "name": a["source"]},
                "inLanguage": a["lang"],
                "url": a["url"],
            },
        ],
    }
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in a["text"].split("\n"))
    direction = "rtl" if a["lang"] == "ar" else "ltr"
    return f"""<!DOCTYPE html><html lang="{a["lang"]}" dir="{direction}"><head><meta charset="utf-8">
<title>{a["title"]} | Site</title>
<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/top">The 10 most read</a></li></ul></nav>
<article><h1>{a["title"]}</h1>{paragraphs}</article>
<aside><p>27 comments</p></aside><footer><p>Copyright 2018, 44 Example Street</p></footer></body></html>""".encode()


def json_object(a: Mapping[str, str]) -> bytes:
    return json.dumps(dict(a), ensure_ascii=False).encode()


def json_trafilatura(a: Mapping[str, str]) -> bytes:
    row = {"title": a["title"], "raw_text": a["text"], "text": a["text"], "date": a["published"], "comments": "",
           "source": a["url"], "sitename": a["source"], "language": a["lang"]}  # fmt: skip
    return json.dumps(row).encode()


def json_lines(a: Mapping[str, str]) -> bytes:
    newspaper = {"title": a["title"], "text": a["text"], "publish_date": f"{a['published']} 10:00:00", "url": a["url"],
                 "meta_lang": a["lang"], "publisher": a["source"]}  # fmt: skip
    return json.dumps(newspaper).encode() + b"\n\n"


def json_list(a: Mapping[str, str]) -> bytes:
    language = {"ar": "Arabic", "en": "English"}[a["lang"]]
    gdelt = {"title": a["title"], "seendate": "20180814T101500Z", "domain": a["source"], "url": a["url"],
             "language": language, "content": a["text"]}  # fmt: skip
    return json.dumps({"articles": [gdelt]}).encode()


def sheet(a: Mapping[str, str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    row = {"id": "7", "publish_date": a["published"], "title": a["title"], "url": a["url"], "language": a["lang"],
           "media_name": a["source"], "story_text": a["text"]}  # fmt: skip
    table = csv.DictWriter(out, row, delimiter=delimiter)
    table.writeheader()
    table.writerow(row)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def tsv(a: Mapping[str, str]) -> bytes:
    return sheet(a, "\t")


def rss(a: Mapping[str, str]) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in a["text"].split("\n"))
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{a["source"]}</title><language>{a["lang"]}</language><item><title>{a["title"]}</title><link>{a["url"]}</link>
<pubDate>Tue, 14 Aug 2018 10:00:00 +0200</pubDate><description>Short</description>
<content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>""".encode()


def atom(a: Mapping[str, str]) -> bytes:
    return f"""<?xml version="1.0" encoding="utf-16"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{a["lang"]}">
<title>{a["source"]}</title><entry><title>{a["title"]}</title><link rel="edit" href="x"/><link href="{a["url"]}"/>
<published>{a["published"]}T08:00:00Z</published><content type="text">{escape(a["text"])}</content></entry>
</feed>""".encode("utf-16")


def eml(a: Mapping[str, str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = a["title"], f'"{a["source"]}" <desk@wire.example>'
    mail["Date"] = "Tue, 14 Aug 2018 10:00:00 +0200"
    mail.set_content(a["text"], charset="utf-8")
    mail.add_alternative(html(a).decode(), subtype="html")
    return mail.as_bytes()


def eml_html(a: Mapping[str, str]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = a["title"], f'"{a["source"]}" <desk@wire.example>'
    mail.set_content(html(a).decode(), subtype="html")
    return mail.as_bytes()


def mhtml(a: Mapping[str, str]) -> bytes:
    saved = EmailMessage()
    saved["From"], saved["Snapshot-Content-Location"] = "<Saved by Blink>", a["url"]
    saved["Subject"], saved["Date"] = a["title"], "Wed, 01 Mar 2023 10:00:00 -0000"
    saved.set_content(html(a).decode(), subtype="html", cte="quoted-printable")
    saved.add_related(b"GIF89a", "image", "gif")
    return saved.as_bytes()


def docx(a: Mapping[str, str]) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = [a["title"], "", *a["text"].split("\n")]
    runs = [f"<w:r><w:t>{escape(x[:9])}</w:t></w:r><w:r><w:t>{escape(x[9:])}</w:t></w:r>" for x in lines]
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        pack.writestr("word/document.xml", f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def gz(a: Mapping[str, str]) -> bytes:
    return gzip.compress(html(a))


def zipped(a: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("folder/a.txt", txt(a))
        pack.writestr("metadata.csv", f"file,source,published\nfolder/a.txt,{a['source']},{a['published']}\n")
    return out.getvalue()


def tarred(a: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as pack:
        info = tarfile.TarInfo("./a.eml")
        info.size = len(eml(a))
        pack.addfile(info, io.BytesIO(eml(a)))
    return out.getvalue()


def warc(a: Mapping[str, str], status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Encoding: gzip\r\n\r\n".encode()
    http += gzip.compress(html(a))
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {a['url']}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n")  # fmt: skip
    return head.encode() + http + b"\r\n\r\n"


def warc_gz(a: Mapping[str, str]) -> bytes:
    return gzip.compress(warc(a))


def warc_zst(a: Mapping[str, str]) -> bytes:
    from fastwarc.stream_io import ZstdWriter

    out = io.BytesIO()
    packed = ZstdWriter(out)
    packed.write(warc(a))
    packed.close()
    return out.getvalue()


#: file name -> its maker
FORMATS = {
    "a.txt": txt, "a.md": markdown, "toml.md": markdown_toml, "a.html": html, "a.json": json_object,
    "trafilatura.json": json_trafilatura, "newspaper.jsonl": json_lines, "gdelt.json": json_list,
    "mediacloud.csv": sheet, "a.tsv": tsv, "a.rss": rss, "a.atom": atom, "a.eml": eml, "html.eml": eml_html,
    "a.mhtml": mhtml, "a.docx": docx, "a.html.gz": gz, "a.zip": zipped, "a.tar.gz": tarred, "a.warc": warc,
    "a.warc.gz": warc_gz, "a.warc.zst": warc_zst,
}  # fmt: skip
