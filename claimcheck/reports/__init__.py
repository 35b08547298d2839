"""A result, as text or bytes: one renderer a format.

``REPORTS[name](report, options)`` gives what is to be written; only ``sqlite`` gives bytes. A new format is
one file with a ``render`` function, one line in ``REPORTS``, and one golden.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Literal

from claimcheck.model import Report


@dataclass(frozen=True)
class Options:
    """How a result is to be shown. Formats ignore what does not concern them."""

    #: columns of the terminal
    width: int = 80
    colour: bool = False
    #: no box drawing, no glyphs beyond ASCII (the articles' own words stay as they are)
    ascii: bool = False
    quotes: Literal["none", "short", "full"] = "short"
    #: questions that only one article answers, too
    all: bool = False
    #: ``visual`` reorders and shapes Arabic for terminals that do neither
    arabic: Literal["logical", "visual"] = "logical"
    #: say each question's facets in the words of ``labels``
    gloss: bool = False
    #: language of the interface: one that ``reports/words`` has a file for
    ui: str = "en"
    #: concept -> the word for it in the language of the interface, or in English for a gloss
    labels: Mapping[str, str] = field(default_factory=dict)
    #: English words for concepts -> the interface's, to retell what findings say
    glossary: Mapping[str, str] = field(default_factory=dict)
    #: the folder that the articles' paths are below, where there is one: annotations of files lead from there
    root: str = ""
    #: a byte-order mark, for spreadsheets that guess encodings
    bom: bool = False


Renderer = Callable[[Report, Options], str | bytes]


def _lazy(module: str, function: str = "render") -> Renderer:
    """A renderer that is imported when it is called: start-up pays for one format only."""

    def render(report: Report, options: Options) -> str | bytes:
        renderer: Renderer = getattr(import_module(f"claimcheck.reports.{module}"), function)
        return renderer(report, options)

    return render


REPORTS: dict[str, Renderer] = {
    "table": _lazy("table"),
    "lines": _lazy("lines"),
    "json": _lazy("records", "render_json"),
    "jsonl": _lazy("records", "render_jsonl"),
    "csv": _lazy("sheet", "render_csv"),
    "tsv": _lazy("sheet", "render_tsv"),
    "markdown": _lazy("markdown"),
    "html": _lazy("page"),
    "matrix": _lazy("matrix"),
    "sqlite": _lazy("database"),
    "github": _lazy("github"),
    "webanno": _lazy("webanno"),
}
