"""News-like texts of any size, the same every time: the seed articles, written English, and variants of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent

_PLACES = {
    "ar": ("حلب", "دمشق", "حمص", "إدلب", "الرقة", "درعا", "حماة", "الحسكة", "منبج", "تدمر"),
    "en": ("Aleppo", "Damascus", "Homs", "Idlib", "Raqqa", "Daraa", "Hama", "Hasakah", "Manbij", "Palmyra"),
}
_OUTLETS = ("Reuters", "AFP", "AP", "BBC", "CNN", "SANA", "Xinhua", "DPA", "Anadolu", "RT")
#: with figures in a sixth of the sentences there are four claims in a kilobyte: news holds three to five
_TELLING = 1 / 6
_FIGURES = (
    "At least {n} people were killed and {m} others wounded when a bomb exploded near a market in {place} on {day}.",
    "Officials said about {k} families had fled the area since {month}, and more than {t} were still inside the camp.",
    "The ministry put the damage at ${x} million, nearly half of it in {place}.",
    "\"We counted {m} bodies,\" a doctor at the hospital told reporters, adding that {n} of them were children.",
    "Aid groups need between {k} and {t} tents before the winter, the United Nations said in a statement.",
    "Two soldiers and twenty-five fighters died in an earlier attack, according to the governor of {place}.",
    "The road, which is {n} kilometres long, was closed for three days; {m} percent of it was repaired by {month}.",
)
_WORDS = (
    "Residents said that the shelling had stopped, that shops had opened again, and that they hoped to go home.",
    "Negotiators are to meet again next week, although neither side has said what it would offer to the other.",
    "The army denied that its aircraft had struck the hospital, and accused the rebels of hiding weapons beside it.",
    "\"We heard the explosion and ran to the door, and then there was only dust,\" said a shopkeeper who lives nearby.",
    "Hospitals in {place} are short of medicine and blood, a ministry spokesman told reporters on {day}.",
    "The governor, who took office in {month}, has promised to rebuild the market and to open an inquiry.",
    "Human rights groups have long criticised both sides for firing into crowded neighbourhoods of {place}.",
    "It was not immediately clear who was behind the attack, and no group had claimed responsibility by the evening.",
    "Rescuers went on searching through the rubble with their hands, because the road to {place} was still blocked.",
    "In a statement carried by the state news agency, the foreign ministry called on the Security Council to act.",
    "Families from the villages around {place} have been sleeping in schools and mosques since the fighting began.",
    "The talks broke down in {month} over the fate of prisoners, which each side blames on the other.",
    "Aid workers say that convoys are often turned back at checkpoints, and that the sick cannot leave the town.",
    "The president visited the wounded and said that those who had planned the bombing would be brought to justice.",
    "Shops stayed closed on {day}, and the streets of {place} were empty but for soldiers and a few taxis.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURE = re.compile(r"(?<![\d.,:/-])\d{1,6}(?![\d.,:/-])")


def seeds() -> list[str]:
    """The Arabic sample articles."""
    return [path.read_text("utf-8-sig") for path in sorted((ROOT / "seeds").glob("*.txt"))]


def english(count: int) -> list[str]:
    """``count`` English articles of about three kilobytes, as dense in figures as news is."""
    return [_article(Random(number)) for number in range(count)]


def _article(chance: Random) -> str:
    lines = [chance.choice(_FIGURES if chance.random() < _TELLING else _WORDS).format(
        n=chance.randrange(2, 90), m=chance.randrange(3, 99), k=chance.randrange(2, 90) * 100,
        t=f"{chance.randrange(10, 99)},000", x=chance.randrange(11, 99) / 10, place=chance.choice(_PLACES["en"]),
        day=chance.choice(_DAYS), month=chance.choice(_MONTHS)) for _ in range(28)]
    return f"Dozens killed in {chance.choice(_PLACES['en'])}\n\n" + " ".join(lines) + "\n"


def vary(text: str, lang: str, number: int, reports: int = 12) -> str:
    """The ``number``-th variant of an article: other figures; every ``reports`` of them another place."""
    places = _PLACES[lang]
    shift = number // reports
    known = re.compile("|".join(places))
    moved = known.sub(lambda m: places[(places.index(m.group()) + shift) % len(places)], text)
    chance = Random(number)
    return _FIGURE.sub(lambda m: m.group() if _year(m.group()) else _figure(m.group(), chance), moved)


def _year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _figure(digits: str, chance: Random) -> str:
    """Half the time the figure as it stands, else another of its length."""
    if chance.random() < 0.5:
        return digits
    return str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))


def folder(place: Path, count: int, origin: Path | None) -> int:
    """Fills a folder with ``count`` articles and their metadata.csv; returns their size in bytes of UTF-8.

    ``origin`` is a folder of articles to vary; without it the seeds and written English are varied.
    """
    place.mkdir(parents=True)
    bases = list(_bases(origin))
    rows = ["file,source,published,lang"]
    size = 0
    for number in range(count):
        text, lang = bases[number % len(bases)]
        outlet = _OUTLETS[number % len(_OUTLETS)]
        data = f"{vary(text, lang, number // len(bases)).rstrip()}\n\n{outlet} {_letters(number)}\n".encode()
        name = f"{number // 1000:03}/{number:06}.txt"
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(data)
        day = date(2018, 1, 1) + timedelta(days=number // len(bases) // 12 % 900)
        rows.append(f"{name},{outlet},{day},{lang}")
        size += len(data)
    (place / "metadata.csv").write_text("\n".join(rows) + "\n", "utf-8")
    return size


def _letters(number: int) -> str:
    """A number as letters: what makes each article's text its own, and is no figure."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _bases(origin: Path | None) -> Iterator[tuple[str, str]]:
    if origin is None:
        yield from ((text, "ar") for text in seeds())
        yield from ((text, "en") for text in english(10))
        return
    for path in sorted(origin.rglob("*.txt")):
        text = path.read_text("utf-8-sig")
        yield text, "ar" if re.search("[ء-ي]", text[:2000]) else "en"
