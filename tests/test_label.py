"""A question in a few English words."""

from __future__ import annotations

import pytest

from claimcheck.lang.numbers import quantities
from claimcheck.model import Article
from claimcheck.reports.figures import figure as shortly
from claimcheck.reports.figures import spread
from claimcheck.stages.amounts import figure
from claimcheck.stages.cluster import cluster
from claimcheck.stages.compare import compare
from claimcheck.stages.extract import extract
from claimcheck.stages.printed import printed


def asked(text: str) -> list[str]:
    """The labels of the questions that one short text answers."""
    claims = extract(Article(id="a", file="a.txt", text=text, lang="en", published="2019-03-02"))
    return [found.label for found in cluster(claims)]


@pytest.mark.parametrize(("text", "label"), [
    ("At least 31 people were killed in Aleppo.", "people killed, Aleppo"),
    ("31 trucks left Aleppo.", "trucks leaving, Aleppo"),
    ("Some 5,000 civilians arrived in Aleppo.", "civilians arriving, Aleppo"),
    ("200 US troops will stay in Syria.", "American soldiers staying, Syria"),
    ("The 6.8-magnitude earthquake struck at dawn.", "magnitude"),
    ("At least 84 people died, two thirds of them children.", "share of children among those killed"),
    ("Half of the houses were destroyed.", "share of houses destroyed"),
    ("It struck 55 kilometres south of the town.", "distance"),
    ("The bodies of 10 people were found.", "people found dead"),
    ("The road was closed for two days.", "duration (closed)"),
    ("Britain pledged £5 million.", "money pledged, United Kingdom"),
    ("At least 40 people were killed in Aleppo since January.", "people killed, Aleppo, since 2019-01"),
])
def test_a_label_reads_as_english(text: str, label: str) -> None:
    assert label in asked(text)


def test_a_name_that_no_pack_knows_is_shown_as_the_article_prints_it() -> None:
    claims = list(extract(Article(id="a", file="a.txt", text="Ten houses were damaged in Takengon.", lang="en")))
    assert [found.label for found in cluster(claims)] == ["houses damaged, takengon"]
    assert [found.label for found in compare(cluster(claims), claims)] == ["houses damaged, Takengon"]
    assert printed("both in takengon; takengons", claims) == "both in Takengon; takengons"


def test_reasons_name_units_and_the_names_that_articles_print() -> None:
    texts = ("The quake, at a depth of 10 kilometres, hit Takengon.", "The quake hit Takengon at a depth of 14 km.")
    found = [Article(id=t, file=f"{n}.txt", text=t, lang="en", published="2019-03-02") for n, t in enumerate(texts)]
    claims = [claim for article in found for claim in extract(article)]
    (finding,) = compare(cluster(claims), claims)
    assert finding.why.startswith("10 km against 14 km: cannot both be true")


@pytest.mark.parametrize(("figures", "apart"), [
    (("200", "400"), "2×"),
    (("20", "43", "dozens"), "2.1×"),
    (("3", "hundreds"), "67×"),
    (("dozens", "thousands"), "10×"),
    (("dozens", "dozens"), "1×"),
    (("about 400", "several hundred"), "1×"),
    (("no", "more than 3,000"), "∞"),
    (("50%", "70%"), "20pt"),
])
def test_figures_lie_as_far_apart_as_is_sure(figures: tuple[str, ...], apart: str) -> None:
    said = [mention.quantity() for text in figures for mention in quantities(f"{text} people were killed")]
    assert spread(said) == apart


@pytest.mark.parametrize(("text", "told", "short"), [
    ("dozens", "dozens (20 to 199)", "~20..199"),
    ("several hundred", "several hundred (300 to 999)", "~300..999"),
    ("hundreds of thousands", "hundreds of thousands (200,000 to 1,999,999)", "~200,000..2mn"),
    ("millions", "millions (2,000,000 to 19,999,999)", "~2mn..20mn"),
    ("between 300 and 400", "300 to 400", "300..400"),
])
def test_a_vague_amount_is_told_by_its_word(text: str, told: str, short: str) -> None:
    (said,) = [mention.quantity() for mention in quantities(f"{text} people were killed")]
    assert (figure(said), shortly(said)) == (told, short)
