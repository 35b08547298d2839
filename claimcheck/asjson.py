"""Records and what else is plain as JSON: the text in which they are printed, stored and handed on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import partial
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from claimcheck.model import Record

Kind = TypeVar("Kind", bound=Record)


class Line(Generic[Kind]):
    """A record that is JSON to a store and to other processes: made where there is work to share, and made a record
    again only where somebody looks."""

    __slots__ = ("_kind", "_record", "_text")

    def __init__(self, kind: type[Kind], record: Kind | None, text: bytes | None = None) -> None:
        self._kind, self._record, self._text = kind, record, text

    def __reduce__(self) -> tuple[Any, ...]:
        return Line, (self._kind, None, self.text)

    @property
    def text(self) -> bytes:
        """The record as JSON."""
        if self._text is None:
            self._text = dumps(self._record)
        return self._text

    @property
    def record(self) -> Kind:
        """The record."""
        if self._record is None:
            self._record = loads(self._kind, self._text or b"")
        return self._record


def dumps(value: Any) -> bytes:
    """A record, or lists, tuples and dictionaries of some, in one line without blanks, in UTF-8."""
    return _texts[type(value)](value).encode()


def loads(kind: type[Kind], data: bytes | str) -> Kind:
    """The record that ``dumps`` made this of: nothing is checked."""
    return _made(kind, json.loads(data))


def _made(kind: type[Kind], values: dict[str, Any]) -> Kind:
    for name, make in _makers[kind].items():
        if values[name] is not None:
            values[name] = make(values[name])
    return kind(**values)


def without(record: Record, name: str) -> bytes:
    """A record without one of its fields."""
    held = _held(record)
    del held[name]
    return dumps(held)


def _held(record: Record) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in fields(record)}  # type: ignore[arg-type]


class _Texts(dict[type[Any], Callable[[Any], str]]):
    """By kind of value what makes JSON of it. A record is filled into a form: ``json`` makes a dictionary of each, and
    takes longer."""

    def __missing__(self, kind: type[Any]) -> Callable[[Any], str]:
        self[kind] = _form(kind) if issubclass(kind, Record) else _encode
        return self[kind]


def _form(kind: type[Any]) -> Callable[[Any], str]:
    names = [field.name for field in fields(kind)]
    form, values = "{" + ",".join(f'"{name}":%s' for name in names) + "}", attrgetter(*names)
    return lambda record: form % tuple([_texts[type(value)](value) for value in values(record)])


def _list(values: Iterable[Any]) -> str:
    return f"[{','.join([_texts[type(value)](value) for value in values])}]"


def _table(values: Mapping[str, Any]) -> str:
    return f"{{{','.join([f'{encode_basestring(name)}:{_texts[type(v)](v)}' for name, v in values.items()])}}}"


class _Makers(dict[type[Any], Mapping[str, Callable[[Any], Any]]]):
    """By kind of record: what makes of JSON's values those of fields that JSON has no kind of value for."""

    def __missing__(self, kind: type[Any]) -> Mapping[str, Callable[[Any], Any]]:
        hints = get_type_hints(kind)
        found = {field.name: _maker(hints[field.name]) for field in fields(kind)}
        self[kind] = {name: make for name, make in found.items() if make}
        return self[kind]


_makers = _Makers()


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    kinds = [held for held in (hint, *get_args(hint)) if isinstance(held, type) and issubclass(held, Record)]
    make = partial(_made, kinds[0]) if kinds else None
    if getattr(hint, "__origin__", None) is not tuple:
        return make
    return (lambda values: tuple(map(make, values))) if make else tuple


_encode = json.JSONEncoder(ensure_ascii=False).encode
_texts = _Texts({
    str: encode_basestring, int: int.__repr__, tuple: _list, list: _list, dict: _table, type(None): lambda _: "null",
    bool: {True: "true", False: "false"}.__getitem__,
})  # fmt: skip
