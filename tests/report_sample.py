"""A result made by hand, with what is hard to show: Arabic that begins with digits, controls, markup, forty outlets."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from claimcheck.model import (
    Article,
    Claim,
    Counted,
    Event,
    Finding,
    Number,
    Pair,
    Qualifier,
    Quantity,
    Report,
    Time,
    Verdict,
)

TEXTS = {
    "quake/a_wire.txt": (
        "Reuters", "2024-05-02T13:15:00+03:00", "en",
        "Quake hits the coast\n\nAt least 38 people were killed on Thursday, the governor said. "
        "About 1,500 houses collapsed. Damage may reach $2.5 billion.\n",
    ),
    "quake/b_wire.txt": (
        "Reuters", "2024-05-04", "en",
        "The toll has risen to 252 dead, the ministry of health said. [bold]Some 1,500 houses[/bold] fell.\n",
    ),
    "quake/c.txt": (
        "الساحل اليوم", "2024-05-02", "ar",
        "60 قتيلا في زلزال الساحل\n\n200 جندي وصلوا إلى البلدة، بحسب المحافظ، للمشاركة في رفع الأنقاض من الشوارع.\n"
        "وقالت وزارة الصحة إن 60 شخصا قتلوا حتى مساء الخميس 2 أيار 2024 في البلدة القديمة وحدها.\n",
    ),
    "quake/d.txt": (
        None, None, "ar",
        "وقال المحافظ إن نحو 400 جندي وصلوا إلى البلدة \x1b[31mصباح الخميس\u202e مع 12 شاحنة و3 جرافات.\n"
        "ثلثا القتلى أطفال. ولا يزال عشرات الأشخاص تحت الأنقاض.\n",
    ),
    "quake/e.txt": (
        "صوت الجبل", "2024-05-03", "ar",
        "ووصل ما بين 300 و350 جنديا، وقال ناطق إن 70 في المئة من القتلى أطفال، ولا مفقودين تحت الأنقاض.\n",
    ),
}  # fmt: skip


def articles() -> tuple[Article, ...]:
    return tuple(
        Article(id=file, file=file, text=text, source=source, published=day, lang=lang, title=text.split("\n")[0][:60])
        for file, (source, day, lang, text) in TEXTS.items()
    )


def quantity(qualifier: Qualifier, value: Number | None, low: Number | None, high: Number | None,
             kind: str = "count", unit: str | None = None) -> Quantity:  # fmt: skip
    return Quantity(kind=kind, value=value, low=low, high=high, qualifier=qualifier, unit=unit)  # type: ignore[arg-type]


def exactly(value: Number, kind: str = "count", unit: str | None = None) -> Quantity:
    return quantity("exact", value, value, value, kind, unit)


def claim(id: str, article: Article, quote: str, said: Quantity, concept: str, event: str, issuer: str | None = None,
          place: str | None = None) -> Claim:  # fmt: skip
    start = article.text.index(quote)
    left = max(article.text.rfind(stop, 0, start) + 1 for stop in ("\n", ". "))
    right = min(at for at in (article.text.find(stop, start + len(quote)) for stop in ("\n", ". ")) if at >= 0)
    return Claim(
        id=id, article=article.file, start=start, end=start + len(quote), quote=quote,
        sentence=article.text[left:right].strip(), lang=article.lang or "en", quantity=said,
        counted=Counted(concept=concept, text=quote.split()[-1]), event=Event(concept=event), place=place, time=Time(),
        issuer=issuer, source=article.source, published=article.published,
    )  # fmt: skip


def finding(id: str, label: str, verdict: Verdict, why: str, *members: Claim,
            lacks: Literal["day", "hour"] | None = None) -> Finding:  # fmt: skip
    pairs = tuple(Pair(a=a.id, b=b.id, verdict=verdict, why=why) for a, b in pairwise(members))
    return Finding(id=id, label=label, verdict=verdict, why=why, claims=tuple(m.id for m in members), pairs=pairs,
                   links=f"both {members[0].event.concept}" if len(members) > 1 else "",
                   outlets=len({m.source or m.article for m in members}), voices=len(members), lacks=lacks)  # fmt: skip


def report() -> Report:
    """Six questions, one of each verdict, over five articles in two languages."""
    a, b, c, d, e = articles()
    troops = [
        claim("k1", c, "200 جندي", exactly(200), "soldier", "arrived", "المحافظ"),
        claim("k2", d, "نحو 400 جندي", quantity("about", 400, 350, 450), "soldier", "arrived", "المحافظ"),
        claim("k3", e, "ما بين 300 و350 جنديا", quantity("range", 325, 300, 350), "soldier", "arrived"),
    ]
    dead = [
        claim("k4", a, "At least 38 people", quantity("at_least", 38, 38, None), "person", "killed", "the governor"),
        claim("k5", c, "60 شخصا", exactly(60), "person", "killed", "وزارة الصحة"),
        claim("k6", b, "252 dead", exactly(252), "person", "killed", "the ministry of health"),
    ]
    share = [
        claim("k7", d, "ثلثا القتلى", quantity("exact", 0.6667, 0.66, 0.67, "share"), "child", "killed"),
        claim("k8", e, "70 في المئة من القتلى", exactly(0.7, "share"), "child", "killed", "ناطق"),
    ]
    missing = [
        claim("k9", d, "عشرات الأشخاص", quantity("vague", None, 20, 199), "person", "missing"),
        claim("k10", e, "لا مفقودين", exactly(0), "person", "missing"),
    ]
    houses = [
        claim("k11", a, "About 1,500 houses", quantity("about", 1500, 1450, 1550), "house", "destroyed"),
        claim("k12", b, "Some 1,500 houses", quantity("about", 1500, 1450, 1550), "house", "destroyed"),
    ]
    money = claim("k13", a, "$2.5 billion", exactly(2_500_000_000, "money", "USD"), "damage", "lost")
    found = (
        finding("Q1", "soldiers arrived", "contradiction", "no common point; the same day", *troops, lacks="day"),
        finding("Q2", "قتلى الزلزال people killed", "update", "a toll rises from 2 May to 4 May", *dead),
        finding("Q3", "70 في المئة: حصة الأطفال", "compatible", "within rounding", *share),
        finding("Q4", "people missing under the rubble of the old town by the harbour", "internal", "0, 20", *missing),
        finding("Q5", "houses destroyed", "agree", "equal after rounding", *houses),
        finding("Q6", "damage", "single", "one article", money),
    )
    claims = (*troops, *dead, *share, *missing, *houses, money)
    return Report(version="0.1.0", articles=(a, b, c, d, e), claims=claims, clusters=found)


def crowd(size: int = 40) -> Report:
    """One contradiction that many outlets print, half of them one figure and half another."""
    text = "وأعلن المحافظ أن {} شخصا غادروا البلدة صباح اليوم.\n"
    printed = [text.format(100 + 50 * (n % 2)) for n in range(size)]
    found = tuple(
        Article(id=f"o{n}.txt", file=f"o{n}.txt", text=t, source=f"Outlet {n}", published="2024-05-02", lang="ar")
        for n, t in enumerate(printed)
    )
    claims = tuple(
        claim(f"c{n}", a, f"{100 + 50 * (n % 2)} شخصا", exactly(100 + 50 * (n % 2)), "person", "left", "المحافظ")
        for n, a in enumerate(found)
    )
    judged = finding("Q1", "people who left", "contradiction", "no common point", *claims)
    return Report(version="0.1.0", articles=found, claims=claims, clusters=(judged,))


def empty() -> Report:
    return Report(version="0.1.0", articles=articles()[:1], claims=(), clusters=())
