"""Paths to files, in an order that does not depend on the disk."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from claimcheck.readers.metadata import NAMES
from claimcheck.readers.notice import Notice, Tell, printable

Folders = frozenset[tuple[int, int]]

_ASIDE = ("Thumbs.db", "desktop.ini", "__MACOSX")


class Place(NamedTuple):
    """A file: its ``name`` below ``root``, with ``/`` between its parts."""

    root: str
    name: str

    @property
    def path(self) -> str:
        return joined(self.root, self.name)


def walk(paths: Iterable[str], exclude: tuple[str, ...], tell: Tell) -> Iterator[Place]:
    """The files at and below ``paths``, but for those that match ``exclude`` are no articles (``aside``)."""
    for given in paths:
        path = Path(given)
        kind = _kind(str(path)) if given else "names no file; check the variable that it comes from"
        if kind == "folder":
            yield from _folder(str(path), exclude, tell)
        elif kind == "file":
            yield Place(str(path.parent), path.name)
        else:
            tell(Notice(given or "''", "is an address; save the page and name the file" if "://" in given else kind))


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
    pages = {name.rpartition(".")[0] for name in names if name.endswith((".html", ".htm"))}
    for name in names:
        below = f"{prefix}{name}"
        if aside(name) or _of_page(name, pages) or excluded(below, exclude):
            continue
        kind = _kind(joined(root, below))
        if kind == "folder":
            yield from _below(root, f"{below}/", exclude, tell, above | {(at.st_dev, at.st_ino)})
        elif kind == "file":
            yield Place(root, below)
        else:
            tell(Notice(joined(root, below), kind))
    return None


def aside(name: str) -> bool:
    """Whether a name in a folder or an archive is no article's: hidden, of metadata, or put there by a system (a
    table of pictures) or an editor (a lock, the version before).
    """
    return name.startswith((".", "~$")) or name.endswith("~") or name in _ASIDE or name in NAMES


def _of_page(name: str, pages: Collection[str]) -> bool:
    """Whether a browser put a folder beside one of the ``pages`` that it saved: pictures and scripts."""
    return name.endswith("_files") and name.removesuffix("_files") in pages


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
