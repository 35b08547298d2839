"""The verdicts of docs/concepts.md on two figures of one question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcheck.model import Claim, Cluster, Counted, Event, Quantity, Time
from claimcheck.stages.compare import found, fullest, judge

EXACT, ABOUT, LEAST, MORE, MOST = "exact", "about", "at_least", "more_than", "at_most"


def claim(
    value: float | None,
    qualifier: str = EXACT,
    published: str | None = None,
    event: str = "killed",
    status: str = "done",
    kind: str = "count",
    low: float | None = None,
    high: float | None = None,
    **more: object,
) -> Claim:
    bounds = {EXACT: (value, value), LEAST: (value, None), MORE: (value, None), MOST: (None, value)}
    first, last = bounds.get(qualifier, (low, high))
    unit = "m" if kind == "measure" else None
    given: dict[str, object] = {
        "id": f"{value}{published}",
        "article": f"{published}{value}.txt",
        "start": 0,
        "end": 1,
        "quote": "x",
        "sentence": "x",
        "lang": "en",
        "quantity": Quantity(kind=kind, value=value, low=first, high=last, qualifier=qualifier, unit=unit),
        "counted": Counted(concept="person"),
        "event": Event(concept=event, status=status),
        "time": Time(),
        "published": published,
    }
    return Claim(**(given | more))


def about(value: float, low: float, high: float, **more: object) -> Claim:
    return claim(value, ABOUT, low=low, high=high, **more)  # type: ignore[arg-type]


def vague(low: float, high: float, **more: object) -> Claim:
    return claim(None, "vague", low=low, high=high, **more)  # type: ignore[arg-type]


MON, TUE = "2020-03-02", "2020-03-03"

CASES = [
    # a share at the half of the coarser one's last place; one that fell while votes were counted
    ("agree", claim(0.577, kind="share"), claim(0.5775, kind="share")),
    ("agree", claim(0.4225, kind="share"), claim(0.423, kind="share")),
    ("contradiction", claim(0.576, kind="share"), claim(0.5775, kind="share")),
    (
        "update",
        claim(0.488, kind="share", event="won", published=MON, counted=Counted(concept="vote")),
        claim(0.422, kind="share", event="won", published=TUE, counted=Counted(concept="vote")),
    ),
    ("agree", claim(84), claim(84)),
    ("agree", claim(84, LEAST), claim(84, MORE)),
    ("agree", claim(84), claim(84, LEAST)),
    ("agree", vague(20, 199), vague(20, 199)),
    ("agree", about(1000, 500, 1500), claim(981)),
    ("agree", claim(14000), claim(13700)),
    ("contradiction", claim(14000), claim(13200)),
    ("contradiction", claim(6000), claim(5700)),
    ("agree", about(7000, 6500, 7500), claim(6749)),
    ("agree", claim(6, event="distance", kind="measure"), claim(6.2, event="distance", kind="measure")),
    ("agree", claim(69, event="sold", kind="money"), claim(69.02, event="sold", kind="money")),
    ("contradiction", claim(2, event="sold", kind="money"), claim(2.4, event="sold", kind="money")),
    ("compatible", vague(300, 999), about(400, 350, 450)),
    ("compatible", claim(5000, MORE), claim(6000, MORE)),
    ("compatible", claim(50, MOST), claim(30)),
    ("contradiction", claim(40), claim(43)),
    ("contradiction", claim(5000, MORE), claim(5000 - 1)),
    ("contradiction", claim(200, event="staying", published=MON), claim(400, event="staying", published=MON)),
    ("contradiction", about(400, 350, 450, event="staying"), claim(200, event="staying")),
    ("contradiction", vague(20, 199), claim(400, MORE)),
    # a running total grows, and does not fall
    ("update", claim(384, published=MON), claim(832, published=TUE)),
    ("update", claim(38, LEAST, published=MON), claim(252, published=TUE)),
    ("contradiction", claim(39, published=MON), claim(38, published=TUE)),
    ("contradiction", claim(60, published=MON), claim(41, published=TUE)),
    # what is far lower by a later article is hardly the same total, nor is none; of one day it may be
    ("compatible", claim(60, published=MON), claim(40, published=TUE)),
    ("compatible", claim(450, MORE, published=MON), claim(0, event="wounded", published=TUE)),
    ("compatible", claim(0, published=MON), claim(30, published=TUE)),
    ("compatible", claim(223, event="wounded", published=MON), vague(20, 99, event="wounded", published=TUE)),
    ("contradiction", claim(60, published=MON), claim(39, published=MON)),
    ("contradiction", claim(60), claim(0)),
    ("update", claim(60, event="missing", published=MON), claim(0, event="missing", published=TUE)),
    # a stock goes either way
    ("update", claim(300, event="remaining", published=MON), claim(100, event="remaining", published=TUE)),
    # what does not change contradicts, whatever the dates
    (
        "contradiction",
        claim(3, event="height", kind="measure", published=MON),
        claim(6, event="height", kind="measure", published=TUE),
    ),
    # of one day, or without a date, nothing orders them
    ("contradiction", claim(22, published=MON), claim(31, published=MON)),
    ("contradiction", claim(22), claim(31)),
]


@pytest.mark.parametrize(("verdict", "one", "other"), CASES)
def test_the_verdict_on_two_figures(verdict: str, one: Claim, other: Claim) -> None:
    assert judge(one, other)[0] == judge(other, one)[0] == verdict


def measure(value: float, unit: str) -> Claim:
    told = Quantity(kind="measure", value=value, low=value, high=value, qualifier=EXACT, unit=unit)
    return claim(value, quantity=told, event="distance", start=int(value))


@pytest.mark.parametrize(
    ("verdict", "one", "other"),
    [
        ("agree", (120, "km"), (75, "mi")),
        ("agree", (7, "mi"), (11.3, "km")),
        ("agree", (500, "km"), (310, "mi")),
        ("agree", (45, "m"), (150, "ft")),
        ("agree", (4000, "ha"), (10_000, "acre")),
        ("agree", (1182, "m"), (1.2, "km")),
        ("contradiction", (240, "km"), (100, "mi")),
        ("contradiction", (86, "m"), (250, "ft")),
        ("contradiction", (177, "km"), (118, "mi")),
    ],
)
def test_two_figures_in_two_units(verdict: str, one: tuple[float, str], other: tuple[float, str]) -> None:
    a, b = measure(*one), measure(*other)
    assert judge(a, b)[0] == judge(b, a)[0] == verdict


def test_of_two_units_the_first_speaks() -> None:
    assert fullest([measure(45, "m"), measure(150, "ft")]).quantity.unit == "m"


def test_the_reason_names_both_figures_and_what_is_unknown() -> None:
    why = judge(claim(22), claim(31, MORE))[1]
    assert "22" in why and "more than 31" in why and "a date is unknown" in why


def test_an_article_speaks_by_its_lead_and_not_by_what_was_said_earlier() -> None:
    earlier = claim(60, id="a", time=Time(scope="earlier"))
    background = claim(1600, id="b", start=90)
    lead = claim(47, id="c", lead=True)
    assert fullest([earlier, background, lead]).id == "c"
    assert fullest([earlier, background]).id == "b"
    assert fullest([vague(20, 199, id="d", lead=True), background]).id == "b"
    assert fullest([lead, claim(47, LEAST, id="e", start=40)]).id == "e"  # a headline drops the qualifier


def test_of_several_contradictions_the_reason_is_the_surest_and_widest() -> None:
    told = (claim(10), claim(900, published=MON), vague(3, 9, published=MON), claim(40, published=MON),
            claim(300, published=MON))  # fmt: skip
    claims = [replace(c, id=f"c{n}", article=f"{n}.txt") for n, c in enumerate(told)]
    finding = found(Cluster(id="q1", label="dead", claims=tuple(c.id for c in claims)), claims, {})
    assert finding.why.startswith("900 against 40: cannot both be true, and nothing orders them")


def test_of_several_updates_the_reason_is_the_longest_way() -> None:
    told = ((26, "2020-09-28"), (200, "2020-10-04"), (2783, "2020-12-03"))
    claims = [claim(value, published=day) for value, day in told]
    finding = found(Cluster(id="q1", label="dead", claims=tuple(c.id for c in claims)), claims, {})
    assert finding.why.startswith("26 against 2,783: higher in the later article (2020-09-28 to 2020-12-03)")


#: of one day at two places: 10:15 in Beirut is before 09:00 in London, and 00:30 of the next day still before 23:00
EARLY, LATE = "2020-03-02T10:15:00+03:00", "2020-03-02T09:00:00Z"
PAST_MIDNIGHT, BEFORE_IT, AFTER_IT = "2020-03-03T00:30:00+03:00", "2020-03-02T23:00:00Z", "2020-03-03T00:30:00Z"


@pytest.mark.parametrize(
    ("verdict", "first", "last", "why"),
    [
        ("update", claim(40, published=EARLY), claim(60, published=LATE), "(2020-03-02, 07:15Z to 09:00Z)"),
        ("update", claim(40, published=PAST_MIDNIGHT), claim(60, published=BEFORE_IT), "2020-03-02, 21:30Z to 23:00Z"),
        ("update", claim(40, published=EARLY), claim(60, published=AFTER_IT), "(2020-03-02 to 2020-03-03)"),
        ("update", claim(40, published=EARLY), claim(60, published=TUE), "(2020-03-02 to 2020-03-03)"),
        ("update", claim(40, LEAST, published=EARLY), claim(60, published=LATE), "the figure grew"),
        ("contradiction", claim(60, published=EARLY), claim(50, published=LATE), "a running total does not fall"),
        ("update", claim(300, event="held", published=EARLY), claim(100, event="held", published=LATE), "fell"),
        ("contradiction", claim(40, published=EARLY), claim(60, published=MON), "one day, in which it may have grown"),
        ("contradiction", claim(40, published=EARLY), claim(60, published=EARLY), "both of one day"),
        ("contradiction", claim(40, published=EARLY), claim(60), "a date is unknown"),
    ],
)
def test_hours_order_two_articles_of_one_day_whatever_their_zones(
    verdict: str, first: Claim, last: Claim, why: str
) -> None:
    for pair in ((first, last), (last, first)):
        said, reason = judge(*pair)
        assert said == verdict and why in reason


def test_a_finding_says_what_might_explain_its_contradiction() -> None:
    def lacks(*claims: Claim) -> str | None:
        return found(Cluster(id="q1", label="x", claims=tuple(c.id for c in claims)), list(claims), {}).lacks

    a, b = claim(40, published=MON), claim(60, published=MON)
    assert lacks(a, b) == "hour"
    assert lacks(a, claim(60)) == "day"
    assert lacks(claim(40, published=EARLY), claim(60, published=EARLY)) is None
    assert lacks(a, claim(60, published=TUE)) is None
    assert lacks(a, claim(60, published=MON, status="planned")) is None
    assert lacks(a, claim(60, status="planned")) == "day"
    assert lacks(*(claim(n, kind="measure", event="distance") for n in (40, 60))) is None
    # the surest of several gives the reason
    assert lacks(claim(60, published=MON), claim(50, published=TUE), claim(90)) is None


def test_an_update_is_told_from_its_first_hour_to_its_last() -> None:
    told = [claim(n, published=f"2020-03-02T{hour}:00:00Z") for n, hour in ((40, "09"), (70, "20"), (60, "12"))]
    finding = found(Cluster(id="q1", label="x", claims=tuple(c.id for c in told)), told, {})
    assert finding.why == "40 against 70: higher in the later article (2020-03-02, 09:00Z to 20:00Z): the figure grew"
