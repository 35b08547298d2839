"""Libraries that only some formats need."""

from __future__ import annotations

from importlib.util import find_spec

from claimcheck.errors import ClaimcheckError


def needs(module: str, extra: str) -> None:
    """Raises ClaimcheckError, which names the extra to install, where ``module`` is not there."""
    if find_spec(module) is None:
        raise ClaimcheckError(f"needs {module}: pip install 'claimcheck-news[{extra}]' (or [all]), or leave it out")
