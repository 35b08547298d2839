"""Schema of the figures of a language pack: number words, qualifiers, vague amounts, units, currencies, dates."""

from __future__ import annotations

from claimcheck.lang.pack_words import Section


class Figures(Section):
    """The ``[numbers]`` table of a pack."""
