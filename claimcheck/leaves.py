"""What was found in one leaf, as bytes: its links in bundles that have no claim in common.

A bundle is an array of doubles: how many claims and how many links it has, the claims, and each link's score and two
claims. Claims are numbers that count those of the leaf; bundles follow one another.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from claimcheck.stages.groups import Link, components


def bundled(links: Iterable[Link]) -> bytes:
    """The links of a leaf."""
    data = array("d")
    for part in components(links):
        members = sorted({n for _, a, b in part for n in (a, b)})
        data.extend((len(members), len(part), *members))
        for link in part:
            data.extend(link)
    return data.tobytes()


def bundles(data: bytes) -> Iterator[tuple[int, list[int]]]:
    """Where each bundle begins, and its claims."""
    held = array("d", data)
    at = 0
    while at < len(held):
        claims, links = int(held[at]), int(held[at + 1])
        yield at, [int(n) for n in held[at + 2 : at + 2 + claims]]
        at += 2 + claims + 3 * links


def links_at(data: bytes, at: int) -> Iterator[Link]:
    """The links of the bundle that begins there."""
    held = array("d", data)
    begin = at + 2 + int(held[at])
    numbers = iter(held[begin : begin + 3 * int(held[at + 1])])
    return ((score, int(a), int(b)) for score, a, b in zip(numbers, numbers, numbers, strict=True))
