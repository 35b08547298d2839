"""French beside English and Arabic: which figures answer one question, and what the verdict is."""

from __future__ import annotations

import pytest

from claimcheck.model import Article, Claim
from claimcheck.stages.cluster import cluster
from claimcheck.stages.compare import compare
from claimcheck.stages.extract import extract

Said = tuple[str, str]


def claims(*said: Said) -> list[Claim]:
    articles = (Article(id=f"{n}", file=f"{n}.txt", text=text, lang=lang, published="2019-03-04")
                for n, (lang, text) in enumerate(said))  # fmt: skip
    return [claim for article in articles for claim in extract(article)]


def together(one: Said, other: Said) -> bool:
    found = claims(one, other)
    articles = {c.id: c.article for c in found}
    assert len(set(articles.values())) == 2, [c.quote for c in found]
    return any(len({articles[i] for i in c.claims}) == 2 for c in cluster(found))


FR, EN, AR = "fr", "en", "ar"

SAME = [
    ((FR, "L'explosion d'Alep a fait 31 morts."), (EN, "At least 44 people were killed in the Aleppo blast.")),
    ((FR, "Une explosion à Alep a tué 31 personnes."), (AR, "قتل 44 شخصا في انفجار في حلب.")),
    ((FR, "Quelque 400 soldats américains resteront en Syrie."), (EN, "About 200 US troops will remain in Syria.")),
    ((FR, "Quelque 400 soldats américains resteront en Syrie."), (AR, "سيبقى 200 جندي أمريكي في سوريا.")),
    ((FR, "Au moins 500 civils ont quitté la Ghouta vendredi."), (EN, "On Friday 450 civilians left Ghouta.")),
    ((FR, "Plus de 900 maisons ont été détruites à Palu."), (EN, "The quake destroyed 700 houses in Palu.")),
    ((FR, "Un séisme de magnitude 7,5 a frappé Palu."), (EN, "A 7.4-magnitude quake struck Palu.")),
    ((FR, "La police a arrêté 90 suspects à Alep."), (EN, "Police arrested 95 suspects in Aleppo.")),
    ((FR, "Une trentaine de personnes sont portées disparues à Derna."), (EN, "50 people are missing in Derna.")),
    ((FR, "Le bilan de l'explosion d'Alep s'est alourdi à 44 morts."), (FR, "L'explosion d'Alep a tué 31 personnes.")),
]
APART = [
    ((FR, "L'explosion d'Alep a fait 31 morts."), (EN, "The blast in Aleppo wounded 44 people.")),
    ((FR, "L'explosion d'Alep a fait 31 blessés."), (AR, "قتل 44 شخصا في انفجار في حلب.")),
    ((FR, "Le séisme a détruit 900 maisons à Palu."), (EN, "The quake damaged 700 bridges in Palu.")),
    ((FR, "Trois cents combattants ont quitté Alep."), (EN, "Three hundred civilians remain in Aleppo.")),
    ((FR, "La ville d'Alep compte 250 000 habitants."), (EN, "The blast in Aleppo killed 44 people.")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_question(one: Said, other: Said) -> None:
    assert together(one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_questions(one: Said, other: Said) -> None:
    assert not together(one, other)


@pytest.mark.parametrize(("one", "other", "verdict"), [
    ((FR, "L'explosion d'Alep a fait 31 morts."), (EN, "The blast in Aleppo killed 31 people."), "agree"),
    ((FR, "L'explosion d'Alep a fait plus de 30 morts."), (EN, "The blast in Aleppo killed 31 people."), "compatible"),
    ((FR, "L'explosion d'Alep a fait 31 morts."), (EN, "The blast in Aleppo killed 44 people."), "contradiction"),
    ((FR, "Une trentaine de soldats tués à Alep."), (EN, "Some 30 soldiers were killed in Aleppo."), "agree"),
])
def test_verdict(one: Said, other: Said, verdict: str) -> None:
    found = claims(one, other)
    assert [f.verdict for f in compare(cluster(found), found) if f.verdict != "single"] == [verdict]
