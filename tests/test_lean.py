"""Sharing changes the size of claims and nothing else."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from dataclasses import replace
from pathlib import Path

from claimcheck.asjson import dumps
from claimcheck.lean import Sharing
from claimcheck.model import Claim, Quantity
from claimcheck.pipeline import claims_of
from claimcheck.readers import read

SEEDS = str(Path(__file__).parents[1] / "seeds")


def claims() -> list[Claim]:
    return [claim for article in read([SEEDS]) for claim in claims_of(article)]


def test_nothing_that_a_claim_says_changes() -> None:
    plain = claims()
    share = Sharing()
    shared = [share(claim) for claim in claims()]
    assert shared == plain
    assert [*map(dumps, shared)] == [*map(dumps, plain)]
    assert [replace(c, id="x").id for c in shared] == ["x"] * len(plain)
    assert pickle.loads(pickle.dumps(shared)) == plain
    assert [hash(c.quantity) for c in shared] == [hash(c.quantity) for c in plain]


def test_equal_figures_that_print_differently_stay_apart() -> None:
    share = Sharing()
    claim = claims()[0]
    numbers = [Quantity(kind="count", value=v, low=v, high=v, qualifier="exact") for v in (2, 2.0, 2)]
    shared = [share(replace(claim, quantity=number)).quantity for number in numbers]
    assert [type(q.value) for q in shared] == [int, float, int]
    assert shared[0] is shared[2]


def test_what_is_alike_is_held_once() -> None:
    def size(share: object) -> int:
        tracemalloc.start()
        held = [share(c) if callable(share) else c for _ in range(20) for c in pickle.loads(sent)]
        gc.collect()  # what unpickling left over is no claim's
        used, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held
        return used

    sent = pickle.dumps(claims())  # as another process hands them on
    assert size(Sharing()) < size(None) * 0.6
