"""Whatever an article says, a report fits, stays in its lines and lets nothing through."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from report_sample import exactly, finding

from claimcheck.model import Article, Claim, Counted, Event, Report, Time
from claimcheck.reports import REPORTS, Options
from claimcheck.reports.layout import cells, clean, excerpt, shorten, wrap
from claimcheck.reports.visual import visual

WORDS = st.sampled_from(
    ["قتل", "200", "شخصا", "و350", "٤٠٠", "Reuters", "2.5%", "«لا»", "\x1b[31m", "\u202e", "كَبِيرٌ", "東京" * 9,
     "👩\u200d👧", "|", "<b>"]
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
TEXT = st.lists(WORDS, min_size=1, max_size=30).map(" ".join) | ANY


@given(TEXT, st.integers(12, 120))
def test_lines_fit(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width))
    assert cells(shorten(text, width)) <= width


@given(TEXT, st.integers(12, 120))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()).replace("ـ", "") == "".join(clean(text).split()).replace("ـ", "")


@given(TEXT, TEXT, TEXT, st.integers(12, 120))
def test_an_excerpt_holds_the_quote(before: str, quote: str, behind: str, width: int) -> None:
    assert clean(quote) in excerpt(before + " " + quote + " " + behind, quote, width)


@given(TEXT)
def test_reordering_keeps_every_letter(text: str) -> None:
    mirrored = str.maketrans("()[]{}<>«»", ")(][}{><»«")

    def letters(line: str) -> list[str]:
        same = unicodedata.normalize("NFKC", line)
        return sorted(same + same.translate(mirrored))

    assert letters(visual(clean(text))) == letters(clean(text))


@settings(max_examples=40)
@given(TEXT, TEXT, TEXT)
def test_every_format_holds_any_text(words: str, source: str, label: str) -> None:
    article = Article(id="a", file="a.txt", text=f"{words} 38 killed {words}", source=source, title=label, lang="ar")
    start = len(words) + 1
    claim = Claim(id="k", article="a.txt", start=start, end=start + 9, quote="38 killed", sentence=article.text,
                  lang="ar", quantity=exactly(38), counted=Counted(text=words), event=Event(), time=Time(),
                  issuer=source)  # fmt: skip
    result = Report(version="0", articles=(article,), claims=(claim,),
                    clusters=(finding("q1", label, "contradiction", words, claim),))  # fmt: skip
    shown = {name: REPORTS[name](result, Options(all=True)) for name in REPORTS}
    assert all(cells(line) <= 80 for line in str(shown["table"]).split("\n"))
    assert len(str(shown["lines"]).split("\t")) == 14 and str(shown["lines"]).count("\n") == 1
    assert len(list(csv.reader(io.StringIO(str(shown["csv"]))))) == 2
    assert json.loads(str(shown["json"]))["claims"][0]["sentence"] == article.text
    html5lib.HTMLParser(strict=True).parse(shown["html"])
