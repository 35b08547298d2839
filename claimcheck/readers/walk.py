"""Paths to files, in an order that does not depend on the disk."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from claimcheck.readers.metadata import NAMES
from claimcheck.readers.notice import Notice, Tell, printable

Folders = frozenset[tuple[int, int]]


class Place(NamedTuple):
    """A file: its ``name`` below ``root``, with ``/`` between its parts."""

    root: str
    name: str

    @property
    def path(self) -> str:
        return joined(self.root, self.name)


def walk(paths: Iterable[str], exclude: tuple[str, ...], tell: Tell) -> Iterator[Place]:
    """The files at and below ``paths``, hidden ones, metadata files and those that match ``exclude`` left out."""
    for given in paths:
        path = Path(given)
        kind = _kind(str(path))
        if kind == "folder":
            yield from _folder(str(path), exclude, tell)
        elif kind == "file":
            yield Place(str(path.parent), path.name)
        else:
            tell(Notice(given, kind))


def _folder(root: str, exclude: tuple[str, ...], tell: Tell) -> Iterator[Place]:
    empty = True
    for place in _below(root, "", exclude, tell, frozenset()):
        empty = False
        yield place
    if empty:
        tell(Notice(root, "holds no articles; name a folder with text files"))


def _below(root: str, prefix: str, exclude: tuple[str, ...], tell: Tell, above: Folders) -> Iterator[Place]:
    here = joined(root, prefix.rstrip("/"))
    try:
        at = os.stat(here)
        names = sorted(os.listdir(here))
    except OSError as wrong:
        return tell(Notice(here, f"cannot be opened ({reason(wrong)}); check its permissions"))
    if (at.st_dev, at.st_ino) in above:
        return tell(Notice(here, "is a link to a folder above it; remove the link", trouble=False))
    for name in names:
        below = f"{prefix}{name}"
        if name.startswith(".") or name in NAMES or excluded(below, exclude):
            continue
        kind = _kind(joined(root, below))
        if kind == "folder":
            yield from _below(root, f"{below}/", exclude, tell, above | {(at.st_dev, at.st_ino)})
        elif kind == "file":
            yield Place(root, below)
        else:
            tell(Notice(joined(root, below), kind))
    return None


def joined(root: str, name: str) -> str:
    """The path of what is called ``name`` below ``root``: as strings, since a large folder has many."""
    return name if root == "." and name else os.path.join(root, name) if name else root


def excluded(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether the path or its last part matches one of the patterns, as a shell has them."""
    return any(fnmatch(name, pattern) for pattern in patterns for name in (path, path.rpartition("/")[2]))


def _kind(path: str) -> str:
    """``file``, ``folder``, or what is wrong with it."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        return "is a link to nothing; remove it" if os.path.islink(path) else "is not there; check the path"
    except (OSError, ValueError) as wrong:
        return f"cannot be opened ({reason(wrong)}); check the path"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "is no regular file (a pipe, socket or device); pipe it to '-' instead"


def reason(wrong: Exception) -> str:
    """The operating system's words for an error, without the path."""
    return getattr(wrong, "strerror", None) or printable(str(wrong))


def shown(path: str) -> str:
    """A path as an article carries it: ``/`` between its parts, and nothing that UTF-8 cannot carry."""
    return printable(path.replace(os.sep, "/") if sys.platform == "win32" else path)
