"""Records made of data that somebody else may have written, and their schemas: where pydantic is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from claimcheck.model import Record

Kind = TypeVar("Kind", bound=Record)


def checked(kind: type[Kind], data: Mapping[str, Any]) -> Kind:
    """The record that ``data`` is. Raises ValueError, which names the field, where it is none."""
    try:
        record: Kind = _adapters[kind].validate_python(data)
    except ValidationError as wrong:
        raise ValueError(told(wrong)) from None
    return record


def checked_json(kind: type[Kind], data: bytes | str) -> Kind:
    """The same of JSON."""
    try:
        record: Kind = _adapters[kind].validator.validate_json(data)
    except ValidationError as wrong:
        raise ValueError(told(wrong)) from None
    return record


def schema(kind: type[Record]) -> dict[str, Any]:
    """The JSON schema of a record."""
    return _adapters[kind].json_schema(schema_generator=_Schema)


def told(wrong: ValidationError) -> str:
    """The first fault, behind the place of it."""
    first = wrong.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    unknown = first["type"] == "unexpected_keyword_argument"
    return f"{where}: {'there is no such field' if unknown else first['msg']}"


class _Adapters(dict[type[Record], TypeAdapter[Any]]):
    """Kind of record -> what checks it, made when it is asked for."""

    def __missing__(self, kind: type[Record]) -> TypeAdapter[Any]:
        self[kind] = TypeAdapter(kind)
        return self[kind]


_adapters = _Adapters()


class _Schema(GenerateJsonSchema):
    """Shows what an empty field holds, also where each record has one of its own."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        if "default_factory" in schema:
            schema = {**schema, "default": schema["default_factory"]()}
        return super().default_schema(schema)
