"""A question in a few English words."""

from __future__ import annotations

import pytest

from claimcheck.lang.numbers import quantities
from claimcheck.model import Article
from claimcheck.reports.figures import spread
from claimcheck.stages.cluster import cluster
from claimcheck.stages.extract import extract


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
    ("Half of the houses were destroyed.", "share destroyed"),
])
def test_a_label_reads_as_english(text: str, label: str) -> None:
    assert label in asked(text)


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
