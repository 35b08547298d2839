"""The tables of a pack as pydantic checks them: a misspelt key is an error, as is a value of another type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, create_model

from claimcheck.checked import told
from claimcheck.lang.section import Section


def checked(kind: type[Section], data: Mapping[str, Any]) -> dict[str, Any]:
    """What ``data`` says for ``kind.restored``. Raises ValueError, which names the key, where it is no such table."""
    try:
        return _model(kind).model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as wrong:
        raise ValueError(told(wrong)) from None


def _model(kind: type[Section]) -> type[BaseModel]:
    """A class of tables as a class of pydantic's. Defaults are those of the former: here they only say that a key may
    be left out.
    """
    hints = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {name: (_hint(hint), None if hasattr(kind, name) else ...) for name, hint in hints.items()}
    return create_model(kind.__name__, __config__=ConfigDict(extra="forbid"), **fields)


def _hint(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Section):
        return _model(hint)
    if get_origin(hint) is Annotated:
        return Annotated[hint.__origin__, AfterValidator(*hint.__metadata__)]
    if get_origin(hint) is dict:
        return dict[*map(_hint, get_args(hint))]  # type: ignore[misc]
    return hint
