"""Records and what else is plain as JSON: the text in which they are printed, stored and handed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from claimcheck.model import Record


def dumps(value: Any) -> bytes:
    """A record, or lists, tuples and dictionaries of some, in one line without blanks, in UTF-8."""
    return _encode(value).encode()


def without(record: Record, name: str) -> bytes:
    """A record without one of its fields."""
    held = _held(record)
    del held[name]
    return dumps(held)


def _held(record: Record) -> dict[str, Any]:
    names, values = _fields[type(record)]
    return dict(zip(names, values(record), strict=True))


#: the names of a record's fields, and what takes their values from one
_Taken = tuple[tuple[str, ...], Callable[[Record], tuple[Any, ...]]]


class _Fields(dict[type[Any], _Taken]):
    """By kind of record."""

    def __missing__(self, kind: type[Any]) -> _Taken:
        names = tuple(field.name for field in fields(kind))
        self[kind] = names, attrgetter(*names)
        return self[kind]


_fields = _Fields()


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_held).encode
