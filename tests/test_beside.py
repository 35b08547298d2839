"""What else articles tell speaks for two of their claims, or against them."""

from claimcheck.stages.beside import like
from claimcheck.stages.extract import extract
from claimcheck.stages.node import Node, nodes_of, packed, unpacked
from tests.test_questions import article

BLAST = "A blast in Gao killed 12 people and wounded 30, officials said."


def nodes(text: str) -> list[Node]:
    return nodes_of(extract(article("a", text)))


def test_a_claim_knows_what_stands_beside_it_and_how_many_figures_are_of_its_event() -> None:
    killed, wounded = nodes(BLAST)
    assert killed.others.beside == (("count  wounded", 30),)
    assert wounded.others.beside == (("count  killed", 12),)
    assert killed.others.of_event == wounded.others.of_event == 1
    more = nodes(f"{BLAST} In Segou 7 people were killed. The blast in Gao killed 12 people, police said again.")
    assert [node.others.of_event for node in more] == [2, 1, 2, 2]  # one figure is told twice


def test_what_stands_far_away_stands_not_beside_it() -> None:
    away = " ".join(["The market was closed for the rest of the day, and nobody was let in."] * 4)
    apart = nodes(f"A blast in Gao killed 12 people. {away} It wounded 30 people.")
    assert [node.others.beside for node in apart] == [(), ()]


def test_of_a_table_the_nearest_stand_beside_it() -> None:
    table = nodes(" ".join(f"{n} men died." for n in range(100, 140)))
    assert max(len(node.others.beside) for node in table) == 20
    assert table[0].others.beside == tuple(("count  killed", n) for n in range(101, 111))


def test_equal_figures_beside_two_claims_say_more_than_close_ones_and_unlike_ones_speak_against_them() -> None:
    def said(killed: int) -> float:
        other = nodes(f"The Gao blast killed {killed} people and wounded 35.")
        return like(nodes(BLAST)[1].others, other[1].others)

    assert said(12) > said(15) > 0 > said(90)
    assert like(nodes(BLAST)[0].others, nodes(BLAST)[1].others) == 0.0  # killed are no wounded


def test_it_travels_with_the_claim() -> None:
    told = nodes(BLAST)
    assert [node.others for node in unpacked(packed(told), "a")] == [node.others for node in told]
