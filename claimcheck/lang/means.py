"""By what people were hurt: "38 were wounded by live fire", «أصيب 90 بالاختناق»: some of all who were hurt."""

from __future__ import annotations

from typing import Final

from claimcheck.lang.clause import STOPS, Figure, Sentence

#: before the means as a modifier: "by_gas"
BY: Final = "by_"
#: bullets: what is told of shots where there was nothing else, and of live fire where there was
GUNFIRE: Final = "by_gunfire"
LIVE: Final = "by_live_fire"
#: what they were hurt by stands at most so many words behind them, and before them: "live fire wounded 50"
_BEHIND: Final = 10
_AHEAD: Final = 3
#: what leads to it stands at most so many words before it: "by gunfire, tear gas"
_LED: Final = 4


def named(sentence: Sentence) -> set[str]:
    """All means that a sentence names, as "by_gas"."""
    return {_kind(sentence, at) for at in sentence.having("means")}


def means(sentence: Sentence, figure: Figure) -> str | None:
    """The means that a figure is of; None where the text names none or several."""
    found = {_kind(sentence, at) for at in sentence.having("means") if _is_of(sentence, figure, at)}
    return found.pop() if len(found) == 1 else None


def _kind(sentence: Sentence, at: int) -> str:
    return BY + sentence.words[at].tables["means"].concept


def _is_of(sentence: Sentence, figure: Figure, at: int) -> bool:
    first, last = (figure.end, at) if at >= figure.end else (at, figure.first)
    if sentence.between(first, last) or any(w.text in STOPS for w in sentence.words[first:last]):
        return False
    if at < figure.first:
        return figure.first - at - sentence.words[at].width < _AHEAD and not _led(sentence, at)
    return at - figure.end <= _BEHIND and _led(sentence, at)


def _led(sentence: Sentence, at: int) -> bool:
    by = sentence.pack.grammar.by
    return sentence.words[at].text.startswith(tuple(by)) or any(
        w.text in by for w in sentence.words[max(0, at - _LED) : at])
