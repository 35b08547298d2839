"""What was found in one leaf, as bytes: its links in bundles that have no claim in common.

A bundle is how many claims and how many links it has, the claims, the links' claims two by two, and their scores, for
which alone eight bytes are taken and four for all else. Claims are numbers that count those of the leaf; bundles follow
one another.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from struct import Struct

from claimcheck.stages.groups import Link, components

_SIZES = Struct("=II")
#: bytes of a claim, and of a link with its score
_CLAIM, _LINK = 4, 16


def bundled(links: Iterable[Link]) -> bytes:
    """The links of a leaf."""
    return b"".join(map(_bundle, components(links)))


def _bundle(links: list[Link]) -> bytes:
    ends = array("I", [n for _, a, b in links for n in (a, b)])
    members = array("I", sorted(set(ends)))
    scores = array("d", [score for score, _, _ in links])
    return _SIZES.pack(len(members), len(links)) + members.tobytes() + ends.tobytes() + scores.tobytes()


def bundles(data: bytes) -> Iterator[tuple[int, Sequence[int]]]:
    """Where each bundle begins, and its claims."""
    at = 0
    while at < len(data):
        claims, links = _SIZES.unpack_from(data, at)
        begin = at + _SIZES.size
        yield at, array("I", data[begin : begin + _CLAIM * claims])
        at = begin + _CLAIM * claims + _LINK * links


def links_at(data: bytes, at: int) -> Iterator[Link]:
    """The links of the bundle that begins there."""
    claims, links = _SIZES.unpack_from(data, at)
    begin = at + _SIZES.size + _CLAIM * claims
    middle, end = begin + 2 * _CLAIM * links, begin + _LINK * links
    ends = iter(array("I", data[begin:middle]))
    return zip(array("d", data[middle:end]), ends, ends, strict=True)
