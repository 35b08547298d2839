"""Arabic laid out for terminals that do not: the forms of its letters and their order."""

from __future__ import annotations

import re
import unicodedata

from bidi import get_display
from report_sample import report

from claimcheck.reports import REPORTS, Options
from claimcheck.reports.layout import cells
from claimcheck.reports.visual import visual


def names(text: str) -> list[str]:
    return [unicodedata.name(c).removeprefix("ARABIC ") for c in text]


def test_letters_take_the_form_of_their_place() -> None:
    assert names(visual("كتاب")) == [
        "LETTER BEH ISOLATED FORM", "LETTER ALEF FINAL FORM", "LETTER TEH MEDIAL FORM", "LETTER KAF INITIAL FORM",
    ]  # fmt: skip
    assert names(visual("لا")) == ["LIGATURE LAM WITH ALEF ISOLATED FORM"]
    assert names(visual("بلا")) == ["LIGATURE LAM WITH ALEF FINAL FORM", "LETTER BEH INITIAL FORM"]


def test_a_mark_stays_behind_its_letter_and_parts_no_letters() -> None:
    assert names(visual("كَب")) == ["LETTER BEH FINAL FORM", "LETTER KAF INITIAL FORM", "FATHA"]


def test_order_is_that_of_the_bidirectional_algorithm() -> None:
    line = "وقالت إن 60 شخصا (من Reuters) قتلوا حتى 2.5% من 1,200"
    mirrored = get_display(line, base_dir="R").translate(str.maketrans("()", ")("))
    assert unicodedata.normalize("NFKC", visual(line)) == mirrored


def test_only_the_arabic_end_of_a_line_moves() -> None:
    assert visual("q1  200  ===  Reuters") == "q1  200  ===  Reuters"
    shown = visual("q1  «… نحو 400 جندي …»")
    assert shown.startswith("q1  «… ") and shown.endswith(" …»") and "400" in shown


def test_a_visual_report_has_the_same_columns() -> None:
    logical = str(REPORTS["table"](report(), Options(all=True))).splitlines()
    shown = str(REPORTS["table"](report(), Options(all=True, arabic="visual"))).splitlines()
    assert len(logical) == len(shown) and logical != shown
    for before, after in zip(logical, shown, strict=True):
        fixed = re.match("[^\u0600-\u06ff]*", before)
        assert fixed and after.startswith(fixed[0].rstrip("«… "))
        assert cells(after) <= cells(before)
