"""A table of a pack, as a class that names its fields, their types and their defaults.

pydantic checks what is read from TOML by these classes (``pack_check.py``). What was checked is read again from the
user's cache without it: loading it takes longer than loading a pack.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import get_annotations
from typing import Any, Self, TypeVar

Kind = TypeVar("Kind", bound="Section")


class Section:
    """Base of the tables. What a pack does not say is as the class has it, so that nothing of it may be changed."""

    @classmethod
    def restored(cls, said: Mapping[str, Any]) -> Self:
        """The table that says so; it was checked before."""
        section = cls()
        section.__dict__ = {name: _held(getattr(cls, name, None), value) for name, value in said.items()}
        return section

    @classmethod
    def fields(cls) -> Iterator[str]:
        """The names of the fields, those of wider classes first."""
        for kind in reversed(cls.__mro__):
            yield from get_annotations(kind)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, name) == getattr(other, name) for name in self.fields())


class Each(dict[str, Kind]):
    """No tables of a kind, where a pack may have any number under names of its own."""

    def __init__(self, kind: type[Kind]) -> None:
        super().__init__()
        self.kind = kind


def _held(default: object, said: Any) -> Any:
    """What is said of a field with this default: a table, several of them, or plain data."""
    if isinstance(default, Section):
        return type(default).restored(said)
    if isinstance(default, Each):
        return {name: default.kind.restored(each) for name, each in said.items()}
    return said
