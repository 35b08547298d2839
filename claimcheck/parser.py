"""The parser of the command line: typer told of the commands in ``cli.py`` and of their options."""

from __future__ import annotations

import inspect
import os
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import fields
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer

from claimcheck.errors import ClaimcheckError
from claimcheck.options import COMPLETE, GROUPS, Argument, Option

#: a command as ``cli.py`` has it: what it returns is the exit code
Command = Callable[..., int]
_OWN = ("-h", "--help", "--install-completion", "--show-completion")


def parse(arguments: list[str], commands: Mapping[str, Command]) -> int:
    """Runs the command that the arguments name, 'check' where they name none; shows the help where there are none.

    Raises ClaimcheckError where they are wrong.
    """
    if arguments and arguments[0] not in (*commands, *_OWN):
        arguments = ["check", *arguments]
    asked = COMPLETE in os.environ
    if asked:
        _with_check(os.environ, commands)
    try:
        app = application(commands, commands if asked else arguments[:1])
        return int(app(arguments or ["--help"], prog_name="claimcheck", standalone_mode=False))
    except typer.TyperException as wrong:
        raise ClaimcheckError(_complaint(wrong.format_message(), arguments[0], commands)) from None


#: what typer says of a value, of an option that there is not, and of one that is used wrongly
_VALUE = re.compile(r"Invalid value for '(.+?)': (?:Value error, )?(.+?)(?:, unable to parse .+)?\.?", re.S)
_UNKNOWN = re.compile(r"No such option: (\S+)(?:.*?(--.+?)[)?]?)?", re.S)
_MISUSED = re.compile(r"Option '(.+?)' (.+?)\.?")
_LEAST = re.compile(r"input should be greater than or equal to (\S+)")


def _complaint(said: str, name: str, commands: Mapping[str, Command]) -> str:
    """What typer says of a wrong line, begun with the option, or ended with the cure: the option that was meant, the
    help, or the command's example.
    """
    if value := _VALUE.fullmatch(said):
        why = _LEAST.sub(r"must be \1 or more", f"{value[2][:1].lower()}{value[2][1:]}")
        return f"{value[1]}: {why}"
    if misused := _MISUSED.fullmatch(said):
        return f"{misused[1]}: {misused[2]}"
    if unknown := _UNKNOWN.fullmatch(said):
        from difflib import get_close_matches

        near = get_close_matches(unknown[1], (unknown[2] or "").split(", "), 1)
        cure = f"did you mean {near[0]}?" if near else f"see claimcheck {name if name in commands else ''} --help"
        return f"there is no option {unknown[1]}; {cure}"
    example = re.search(r"Example: (.+)", (name in commands and commands[name].__doc__) or "")
    return f"{said.rstrip('.')}; as in: {example[1]}" if example else said


def _with_check(environ: MutableMapping[str, str], commands: Mapping[str, Command]) -> None:
    """Puts 'check' into a line that a shell would complete, where a folder stands in place of a command."""
    for name in ("COMP_WORDS", "_TYPER_COMPLETE_ARGS"):
        program, _, rest = environ.get(name, "").partition(" ")
        first, blank, _ = rest.partition(" ")
        if blank and first not in commands and not first.startswith("-"):
            environ[name] = f"{program} check {rest}"
            environ["COMP_CWORD"] = str(int(environ.get("COMP_CWORD") or 0) + 1)


def application(commands: Mapping[str, Command], called: Iterable[str]) -> typer.Typer:
    """All commands as typer has them; of those that are not ``called`` the name and the help, which is all that a list
    of commands shows.
    """
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Find where news articles disagree on a figure, in Arabic, English and French, offline. "
        "'claimcheck FOLDER' is short for 'claimcheck check FOLDER'.",
    )
    app.callback()(_main)
    for name, command in commands.items():
        app.command(name)(_spread(command) if name in called else _listed(command))
    return app


def _listed(function: Command) -> Callable[[], None]:
    def nothing() -> None:
        """Stands for a command that is not called."""

    nothing.__doc__ = function.__doc__
    return nothing


def _main(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    """What stands before a command. ``--version`` is answered in ``__main__``, and is here for the help."""


def _spread(function: Command) -> Command:
    """``function`` with its parameters that are groups of options spread into options of their own."""
    hints = get_type_hints(function, include_extras=True)
    plain: list[inspect.Parameter] = []
    groups: dict[str, type[Any]] = {}
    for parameter in inspect.signature(function).parameters.values():
        hint = hints[parameter.name]
        if hint in GROUPS:
            groups[parameter.name] = hint
            plain += inspect.signature(hint, eval_str=True).parameters.values()
        else:
            plain.append(parameter.replace(annotation=hint))

    def flat(**given: Any) -> int:
        for name, group in groups.items():
            given[name] = group(**{f.name: given.pop(f.name) for f in fields(group)})
        return function(**given)

    plain = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=_told(p.annotation)) for p in plain]
    flat.__signature__ = inspect.Signature(plain)  # type: ignore[attr-defined]
    flat.__annotations__ = {p.name: p.annotation for p in plain}
    flat.__doc__ = function.__doc__
    return flat


def _told(hint: Any) -> Any:
    """A parameter's type with what typer is to know of it."""
    if get_origin(hint) is not Annotated:
        return hint
    kind, said = get_args(hint)
    if isinstance(said, Argument):
        return Annotated[kind, typer.Argument(help=said.help, metavar=said.value)]
    assert isinstance(said, Option)
    offered = _begun(said.known) if said.known else None
    return Annotated[
        kind,
        typer.Option(*said.names, help=said.help, min=said.least, metavar=said.value, autocompletion=offered),
    ]


def _begun(known: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """What a shell offers for the beginning of a value."""
    return lambda incomplete: [value for value in known() if value.startswith(incomplete)]
