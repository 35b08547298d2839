"""claimcheck: where news articles disagree on a figure.

``check(paths)`` is the whole run. ``read``, ``extract``, ``cluster`` and ``compare`` are its stages, ``quantities``
the reader of figures, and the records that pass between them are here by name. Each is imported when first used.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # as typing has it, without the time that importing typing takes

if TYPE_CHECKING:
    from claimcheck.errors import ClaimcheckError as ClaimcheckError
    from claimcheck.lang.numbers import quantities as quantities
    from claimcheck.model import Article as Article
    from claimcheck.model import Claim as Claim
    from claimcheck.model import Cluster as Cluster
    from claimcheck.model import Finding as Finding
    from claimcheck.model import Mention as Mention
    from claimcheck.model import Pair as Pair
    from claimcheck.model import Quantity as Quantity
    from claimcheck.model import Report as Report
    from claimcheck.pipeline import check as check
    from claimcheck.readers import read as read
    from claimcheck.stages.cluster import cluster as cluster
    from claimcheck.stages.compare import compare as compare
    from claimcheck.stages.extract import extract as extract

_HOMES = {
    "claimcheck.errors": ("ClaimcheckError",),
    "claimcheck.lang.numbers": ("quantities",),
    "claimcheck.model": ("Article", "Claim", "Cluster", "Finding", "Mention", "Pair", "Quantity", "Report"),
    "claimcheck.pipeline": ("check",),
    "claimcheck.readers": ("read",),
    "claimcheck.stages.cluster": ("cluster",),
    "claimcheck.stages.compare": ("compare",),
    "claimcheck.stages.extract": ("extract",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = ["__version__", *sorted(_HOME)]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(_HOME[name]), name)
    return found
