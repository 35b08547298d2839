"""The records that pass between the stages. Frozen, typed, and importing nothing of ours.

The JSON form of these records is the program's contract: see ``claimcheck schema`` and docs/concepts.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Annotated, Any, Literal, NamedTuple

Kind = Literal["count", "share", "measure", "money", "duration"]
Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Verdict = Literal["contradiction", "update", "compatible", "agree", "internal", "single"]
Number = int | float

#: Worst first: a cluster takes the first of these that one of its pairs has.
SEVERITY: tuple[Verdict, ...] = ("contradiction", "internal", "update", "compatible", "agree", "single")


class _Iso:
    """Tells pydantic, which most runs do without, that a text is to be one that ``read`` takes."""

    def __init__(self, read: Callable[[str], object]) -> None:
        self._read = read

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, said: str) -> str:
        self._read(said)
        return said


def moment(said: str) -> datetime:
    """The day or hour that ``Moment`` has as text. Raises ValueError where it is neither."""
    read = datetime.fromisoformat(said)
    if len(said) > len("2019-03-12") and (read.tzinfo is None or not MINYEAR < read.year < MAXYEAR):
        raise ValueError("an hour needs its zone, as in 2019-03-12T14:05:00Z")
    return read


#: a day as YYYY-MM-DD
Day = Annotated[str, _Iso(date.fromisoformat)]
#: a day, and where it is known the hour with its zone: 2019-03-12T14:05:33+03:00
Moment = Annotated[str, _Iso(moment)]


class Record:
    """Base of all records, which are immutable: ``dataclasses.replace`` makes another. They are not checked when they
    are made; ``claimcheck.checked`` makes them of data that somebody else may have written.
    """

    __slots__: tuple[str, ...] = ()
    #: for pydantic: an unknown key is an error
    __pydantic_config__ = {"extra": "forbid"}

    def __reduce__(self) -> tuple[Any, ...]:
        """In a third of the time that dataclasses take: claims travel between processes."""
        return _again, (type(self), *(getattr(self, name) for name in self.__slots__))


def _again(kind: type[Record], *values: Any) -> Record:
    record = object.__new__(kind)
    for name, value in zip(kind.__slots__, values, strict=True):
        object.__setattr__(record, name, value)
    return record


class Mention(NamedTuple):
    """One figure as it stands in a text: what ``claimcheck.quantities`` returns.

    ``text[start:end]`` runs from the qualifier to the number, its scale and its unit, and to a qualifier
    behind the noun where there is one; ``text[core_start:core_end]`` is the number with its scale alone.
    ``low`` and ``high`` bound the figure, ``None`` meaning open. A percentage has the number that is written (25 with
    the unit ``%``), a fraction its value (0.25), a range its two ends and no value.
    ``form`` says how the figure is written: ``digits``, ``words``, ``mixed``, ``dual`` (the noun itself is
    the number, as in شاحنتين), ``fraction``, ``percent``, ``plural`` (عشرات, dozens), ``range``, ``zero``, or, where
    claims are read, ``majority`` (most of them).
    A named tuple, which is made in a tenth of the time of a frozen record: a text has more of them than of all else.
    """

    start: int
    end: int
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None
    kind: Kind
    core_start: int
    core_end: int
    form: str

    def quantity(self) -> Quantity:
        """The figure without its place in the text: a percentage as a share of one, a range with its midpoint, cents
        as a hundredth of their currency."""
        value, low, high, unit = self.value, self.low, self.high, self.unit
        if value is None and self.form == "range" and low is not None and high is not None:
            value = _plain((low + high) / 2)
        if unit == "%" or (unit and unit.endswith(_CENT)):
            value, low, high = (None if n is None else _plain(n / 100) for n in (value, low, high))
            unit = unit.removesuffix(_CENT) if unit != "%" else None
        return Quantity(kind=self.kind, value=value, low=low, high=high, qualifier=self.qualifier, unit=unit)


#: ends a unit that is a hundredth of a currency: "USD cent"
_CENT = " cent"


def _plain(value: float) -> Number:
    """An int where it is integral, free of the noise of binary division."""
    near = round(value, 9)
    return int(near) if near.is_integer() else near


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Record):
    """A figure with its bounds. ``value`` is its best single number, None for a vague one."""

    kind: Kind
    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One text as it was read. ``file`` is its path below the folder; ``published`` is the day that it bears, with the
    hour and its zone where these are known.

    ``text`` is empty behind the extraction of claims: later stages and results carry the metadata alone.
    """

    id: str
    file: str
    text: str = ""
    source: str | None = None
    published: Moment | None = None
    lang: str | None = None
    title: str | None = None
    url: str | None = None
    #: where each metadatum comes from, e.g. {"published": "metadata.csv"}
    origins: dict[str, str] = field(default_factory=dict)
    #: further outlets that print this very text
    also: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        """The day that it bears, of which "on Tuesday" is told."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Record):
    """What is counted. ``concept`` is an id of concepts.toml, or None where no pack knows the word."""

    concept: str | None = None
    #: the counted noun as the text has it, and in the folded form that unknown words are compared in
    text: str | None = None
    head: str | None = None
    group: str | None = None
    nationality: str | None = None
    #: concepts that narrow it: child, woman, civilian, foreigner, besieged, ...
    modifiers: tuple[str, ...] = ()
    #: whether it comes on top of another figure of the same event: "another two", «و30 آخرين»
    further: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """What happens to the counted things, or the state that they are in."""

    concept: str | None = None
    text: str | None = None
    negated: bool = False
    #: the war or epidemic that the figure is the toll of, where the text names one as the cause
    cause: str | None = None
    status: Literal["done", "ongoing", "planned"] = "done"
    #: whether it is of another incident than the one that the article reports: "a similar fire in May"
    another: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Record):
    """The time that a figure speaks of; ``start`` and ``end`` are ISO days, inclusive, None where open or unknown."""

    scope: Literal["now", "on", "since", "within", "so_far", "earlier", "per"] | None = None
    text: str | None = None
    start: Day | None = None
    end: Day | None = None
    #: length of the window in days, where the text gives one: "in the past three months"
    days: int | None = None
    #: stock: how many there are; total: a running total of a flow; part: one part of a flow; fixed: does not change
    flow: Literal["stock", "total", "part", "fixed"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A figure in an article with what it counts. ``article.text[start:end] == quote``, always."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    sentence: str
    lang: str
    quantity: Quantity
    counted: Counted
    event: Event
    place: str | None = None
    time: Time
    #: who is quoted for the figure, as the text names them
    issuer: str | None = None
    #: id of the claim of the same article that this one is a part of
    part_of: str | None = None
    source: str | None = None
    published: Moment | None = None
    #: the places of the article's headline and first sentences: a figure that names one of them speaks of the event
    setting: tuple[str, ...] = ()
    #: whether it stands in the headline or the first sentences, where an article tells its event
    lead: bool = False
    #: folded context words that tell one unknown thing or incident from another
    context: tuple[str, ...] = ()
    #: facet -> the words that gave it, for ``claimcheck explain``
    evidence: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The day that its article bears."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Record):
    """The verdict on two claims of one cluster, and why."""

    a: str
    b: str
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Record):
    """Claims that answer one question."""

    id: str
    label: str
    claims: tuple[str, ...]
    #: why these are one question, in words
    links: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded(Record):
    """What a published coding scheme would record for a question, and where it says so; no figures: it is silent."""

    scheme: str
    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    #: its rule in words, or why it records nothing
    why: str
    page: str


#: ends the label of a sum
PARTS = " · parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A cluster judged: the worst of its pairs, and all of them."""

    id: str
    label: str
    verdict: Verdict
    why: str
    claims: tuple[str, ...]
    pairs: tuple[Pair, ...]
    links: str = ""
    #: outlets, and independent voices among them (one wire sentence in three outlets is one voice)
    outlets: int = 0
    voices: int = 0
    #: whether somebody has looked into it: a baseline file says so
    reviewed: bool = False
    #: what the scheme that was asked for would record
    coded: Coded | None = None
    #: what is not known of the articles, and might make an update of the contradiction
    lacks: Literal["day", "hour"] | None = None

    @property
    def is_sum(self) -> bool:
        """Whether it is of a whole and its parts in one article, whose claims are of several questions."""
        return self.label.endswith(PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """The result of a run, and the object that ``--format json`` prints."""

    version: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[Finding, ...]
