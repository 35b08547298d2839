"""A new language begins as a copy of ``packs/_template.toml``, which explains every key."""

from __future__ import annotations

import re
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.lang.pack import PACKS, languages


def new(code: str, packs: Path = PACKS) -> Path:
    """Writes ``packs/<code>.toml`` from the template and says where. Raises ClaimcheckError where it may not."""
    if not re.fullmatch("[a-z]{2,3}", code):
        raise ClaimcheckError(f"packs new: {code!r} is no language code; write two or three small letters, as in: fr")
    if code in languages():
        raise ClaimcheckError(f"packs new: there is a pack {code!r} already; edit {packs / f'{code}.toml'}")
    target = packs / f"{code}.toml"
    template = (PACKS / "_template.toml").read_text("utf-8")
    try:
        target.write_text(template.replace('code = "xx"', f'code = "{code}"'), "utf-8")
    except OSError as wrong:
        raise ClaimcheckError(f"{target}: cannot be written ({wrong.strerror}); work in a copy of the source") from None
    return target
