"""The tables of a pack as pydantic checks them: a key that is misspelt is an error, as is a value of another type, and
as are words for a concept that there is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError, create_model

from claimcheck.checked import told
from claimcheck.lang.section import Section

if TYPE_CHECKING:
    from claimcheck.lang.pack import Concepts


def checked(kind: type[Section], data: Mapping[str, Any]) -> dict[str, Any]:
    """What ``data`` says for ``kind.restored``. Raises ValueError, which names the key, where it is no such table."""
    try:
        return _model(kind).model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as wrong:
        raise ValueError(_why(kind, wrong)) from None


def unknown(pack: Mapping[str, Any], known: Concepts) -> None:
    """Raises ValueError, which names the place, where a pack has words for a thing or an event that there is not."""
    for thing in pack.get("things", {}):
        _known(thing, known.things, "things")
    for kind, words in pack.get("events", {}).items():
        for event in words:
            _known(event, known.events, f"events.{kind}")


def _known(concept: str, known: Iterable[str], where: str) -> None:
    if concept not in known:
        raise ValueError(_no_such("concept in concepts.toml", concept, known, where))


def _why(kind: type[Section], wrong: ValidationError) -> str:
    """The first fault; of a key that there is not, the one that may be meant."""
    first = wrong.errors()[0]
    *path, name = first["loc"]
    if first["type"] != "extra_forbidden":
        return told(wrong)
    return _no_such("key", str(name), _keys(kind, path), ".".join(map(str, path)))


def _no_such(what: str, name: str, known: Iterable[str], where: str) -> str:
    near = get_close_matches(name, list(known), 1)
    cure = f"did you mean {near[0]!r}?" if near else "_template.toml has all of them"
    return f"{where}{'.' if where else ''}{name}: there is no such {what}; {cure}"


def _keys(kind: type[Section], path: Iterable[Any]) -> list[str]:
    """The keys that the table at ``path`` may have."""
    for name in path:
        below = getattr(kind, str(name), None)
        if not isinstance(below, Section):
            return []
        kind = type(below)
    return list(kind.fields())


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
