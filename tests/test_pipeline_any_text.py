"""Whatever the articles say: every quote stands at its place, no claim is in two clusters, the same each time."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Article, Report
from claimcheck.pipeline import clustered, compared, extracted, report

WORDS = """
قتل جرح نحو 400 شخصا جندي أمريكي في سوريا الباغوز ، . و على الأقل أكثر من 3 آلاف مئات بينهم ستة منهم
أطفال لم يبق أحد ثلثاهم قال متحدث إن منذ يوم الجمعة 20 شباط شاحنتين مليون دولار ما بين 200 300 غادر
13 ألف ألفا « » : \n 50 % المئة at least about 38 people were killed injured including 12 children ,
. and three soldiers left Syria since Friday in said the police half of them no one dozens thousands
$1.5 million more than 5,000 between 5 7 6.8-magnitude two-thirds 2019 March among
"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n", "\u064b", "\u200f", "ـ", "\U0001f4a5"])
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=120))
DAYS = st.sampled_from([None, "2019-03-01", "2019-03-02"])
ARTICLES = st.lists(st.tuples(TEXTS, st.sampled_from(["ar", "en", None]), DAYS), min_size=1, max_size=3)


def run(given: list[tuple[str, str | None, str | None]]) -> tuple[Report, dict[str, str]]:
    articles = [
        Article(id=f"a{n}", file=f"{n}.txt", text=text, lang=lang, published=day)
        for n, (text, lang, day) in enumerate(given)
    ]
    return report(compared(clustered(extracted(articles)))), {a.file: a.text for a in articles}


@settings(max_examples=150, deadline=None)
@given(ARTICLES)
def test_any_articles(given: list[tuple[str, str | None, str | None]]) -> None:
    found, texts = run(given)
    claims = {claim.id: claim for claim in found.claims}
    assert len(claims) == len(found.claims)
    for claim in found.claims:
        assert texts[claim.article][claim.start : claim.end] == claim.quote
    questions = [finding for finding in found.clusters if not finding.id.startswith("s")]  # all but sums
    placed = Counter(claim for finding in questions for claim in finding.claims)
    assert max(placed.values(), default=1) == 1 and placed.keys() == claims.keys()
    for finding in found.clusters:
        assert all({pair.a, pair.b} <= set(finding.claims) for pair in finding.pairs)
    assert run(given)[0] == found
