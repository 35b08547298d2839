"""Independence: one body, one wire sentence, one headline with its text are one voice."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from claimcheck.model import Article, Claim
from claimcheck.stages.extract import extract
from claimcheck.stages.voices import copies, voices

WIRE = "At least 58 people were killed in an air strike on the town of Khan al-Asal on Tuesday morning"
AGENCY = "قتل 58 شخصا على الأقل في غارة جوية استهدفت سوقا شعبيا في مدينة خان العسل صباح الثلاثاء"


def said(*texts: str) -> list[Claim]:
    """The first claim of each text, every text an article of its own outlet."""
    return [
        extract(Article(id=f"a{n}", file=f"{n}.txt", text=text, source=f"outlet {n}", lang=_lang(text)))[0]
        for n, text in enumerate(texts)
    ]


def _lang(text: str) -> str:
    return "ar" if any("\u0600" <= c <= "\u06ff" for c in text) else "en"


ONE = [
    (f"{WIRE}.", f"{WIRE}, in the deadliest attack of the year.", f"{WIRE}."),
    (f"{WIRE}.", f"{WIRE}.".replace("air strike on", "airstrike on")),
    (f"{WIRE}, the Syrian Observatory for Human Rights said.", "The Observatory said 58 were killed."),
    (f"{AGENCY}.", f"{AGENCY}، في أعنف هجوم هذا العام."),
    (f"{AGENCY}.", f"{AGENCY}.".replace("قتل", "وقُتِل").replace("الأقل", "الاقل")),
    ("قال المرصد السوري لحقوق الإنسان إن 58 شخصا قتلوا.", "وذكر المرصد السوري لحقوق الانسان أن 58 شخصا قضوا."),
    ("Sergei Karpenko said 58 people were killed.", "At least 58 were killed, Sergey Karpenko said."),
    ("وقال ينس لايركه إن 58 شخصا قتلوا.", "وذكر ينس لاركه أن 58 شخصا قضوا."),
]

TWO = [
    (f"{WIRE}.", "The raid on Khan al-Asal left at least 58 people dead."),
    (f"{WIRE}.", f"{WIRE}.".replace("58", "63")),
    ("Dozens injured as 6.1-magnitude quake hits Aceh", "Dozens injured as 6.1-magnitude quake hits Aceh, Java"),
    ("The Health Ministry said 58 people were killed.", "The Syrian Observatory for Human Rights said 58 were killed."),
    (f"{AGENCY}.", "أسفرت الغارة على خان العسل عن مقتل 58 شخصا على الأقل."),
    (f"{AGENCY}.", f"{AGENCY}.".replace("58", "63")),
    ("Sergei Karpenko said 58 people were killed.", "Sergey Karpenko said 63 people were killed."),
    ("Ahmed Hassan said 58 people were killed.", "Ahmed Hussein said 58 people were killed."),
    ("قالت وزارة الصحة إن 58 شخصا قتلوا.", "قالت وزارة السياحة إن 58 شخصا قتلوا."),
]


@pytest.mark.parametrize("texts", ONE)
def test_one_voice_in_several_outlets(texts: tuple[str, ...]) -> None:
    assert voices(said(*texts)) == 1


@pytest.mark.parametrize("texts", TWO)
def test_voices_of_their_own(texts: tuple[str, ...]) -> None:
    assert voices(said(*texts)) == 2


def test_a_headline_speaks_with_the_voice_of_its_text() -> None:
    text = "Air strike kills 58\n\nThe Syrian Observatory for Human Rights said at least 58 people were killed."
    claims = extract(Article(id="a", file="a.txt", text=text, source="Daily", lang="en"))
    assert len(claims) == 2
    assert voices(claims) == 1


def test_a_copy_names_its_first_print() -> None:
    first, second, third = said(f"{WIRE}.", "Two people died in Homs.", f"{WIRE}, officials said.")
    assert copies([first, second, third]) == [(first, third)]


def test_the_order_of_the_claims_changes_no_count() -> None:
    claims = said(*ONE[0], *TWO[0])
    assert {voices(claims[n:] + claims[:n]) for n in range(len(claims))} == {2}


def test_thousands_of_copies_cost_a_line_each() -> None:
    (model,) = said(f"{WIRE}.")
    claims = [replace(model, id=str(n), article=f"{n:05}") for n in range(4000)]
    started = time.process_time()
    assert len(copies(claims)) == 3999
    assert time.process_time() - started < 4
