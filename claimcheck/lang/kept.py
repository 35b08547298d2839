"""What is worked out from the packs, kept from run to run: a lexicon takes ten times as long to make as to read again.

One file a name in the user's cache folder (``CLAIMCHECK_CACHE`` names another; empty, none is used), in the format in
which Python keeps what it compiled: it is read in half the time of JSON, and has tuples and sets. It begins with a
digest of all that it was made from, the packs and the modules of this folder, and with one of itself. A file that does
not fit, or is not whole, is made anew; one that cannot be written is done without. Nothing is said of either.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from claimcheck import __version__


def kept(name: str, make: Callable[[], Any]) -> Any:
    """What ``make()`` gives, of this run or of an earlier one: text, numbers, and lists, tuples, sets and dictionaries
    of such."""
    file = _file(name)
    found = _read(file) if file else None
    if found is None:
        found = make()
        if file:
            _write(file, found)
    return found


def _read(file: Path) -> Any:
    with suppress(OSError, ValueError, EOFError, TypeError):
        made_from, itself, body = file.read_bytes().split(b"\n", 2)
        if made_from == _made_from() and itself == _digest(body):
            return marshal.loads(body)
    return None


def _write(file: Path, data: Any) -> None:
    """All at once under its name: who reads meanwhile reads the old one."""
    body = marshal.dumps(data)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(b"\n".join((_made_from(), _digest(body), body)))
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _file(name: str) -> Path | None:
    """The file of a name; each place where the program is installed, and each Python, has its own."""
    folder = _folder()
    place = _digest(f"{__file__} {sys.version}".encode()).decode()
    return folder / f"{name}-{place[:16]}.data" if folder else None


def _folder() -> Path | None:
    named = os.environ.get("CLAIMCHECK_CACHE")
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    with suppress(RuntimeError):  # no home
        return Path(base or Path.home() / ".cache") / "claimcheck"
    return None


@cache
def _made_from() -> bytes:
    hashed = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
    for name, data in sources(*READ_BY):
        hashed.update(f"{name} {len(data)}\n".encode() + data)
    return hashed.hexdigest().encode()


#: folders of the package with what reads figures and words, and which of their files do
READ_BY = (("packs", ".toml"), ("lang", ".py"))


def sources(*folders: tuple[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files of these folders of the package that end so, by name, with their bytes."""
    for folder, suffix in folders:
        for file in sorted((Path(__file__).parents[1] / folder).iterdir(), key=lambda file: file.name):
            if file.name.endswith(suffix):
                yield file.name, file.read_bytes()


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()
