"""The manual page, ``docs/claimcheck.1``, made of what the commands say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

from claimcheck import __version__
from claimcheck.cli import COMMANDS
from claimcheck.parser import application

HEAD = f""".\\" Written by: python tests/test_docs.py
.TH CLAIMCHECK 1 "" "claimcheck {__version__}" "User Commands"
.SH NAME
claimcheck \\- find where news articles disagree on a figure
.SH SYNOPSIS
.B claimcheck
.RI [ COMMAND ]
.RI [ OPTIONS ]
.RI [ PATH ]...
"""
FOOT = """.SH EXIT STATUS
.TP
.B 0
Nothing contradicts; of
.BR diff ,
nothing changed.
.TP
.B 1
Something contradicts, or has a verdict that
.B \\-\\-fail\\-on
names; of
.BR diff ,
something changed.
.TP
.B 2
A file could not be read, or an option is wrong. What could be read is checked all the same.
.SH ENVIRONMENT
.TP
.BR NO_COLOR ", " FORCE_COLOR ", " TERM=dumb
No colours, colours in a pipe, too, and no colours.
.TP
.B PAGER
Shows what is longer than the screen; less by default.
.TP
.B CLAIMCHECK_CACHE
The folder for what is worked out from the language packs, in place of
.IR ~/.cache/claimcheck ;
empty for none.
.TP
.B CLAIMCHECK_DEBUG
Where it is set, a fault of the program is shown with where it happened.
"""


def page() -> str:
    """The page in the language of man."""
    group: Any = typer.main.get_command(application(COMMANDS, COMMANDS))
    about = f".SH DESCRIPTION\n{_text(group.help)}\n.SH COMMANDS\n"
    return HEAD + about + "".join(_command(name, group.commands[name]) for name in COMMANDS) + FOOT


def _command(name: str, command: Any) -> str:
    paragraphs = [" ".join(part.split()) for part in command.help.split("\n\n")]
    said = "\n.PP\n".join(_example(part) if part.startswith("Example:") else _text(part) for part in paragraphs)
    places = " ".join(f"\\fI{_text(p.metavar)}\\fR" for p in command.params if p.param_type_name == "argument")
    return f".SS claimcheck {name} [\\fIOPTIONS\\fR] {places}".rstrip() + f"\n{said}\n" + "".join(_parameters(command))


def _example(text: str) -> str:
    return f"Example:\n.PP\n.RS 4\n.EX\n{_text(text.removeprefix('Example: '))}\n.EE\n.RE"


def _parameters(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            head = f"\\fI{_text(parameter.metavar)}\\fR"
        else:
            value = parameter.metavar or "|".join(parameter.type_descriptor.choices or ())
            head = ", ".join(f"\\fB{_text(name)}\\fR" for name in (*parameter.opts, *parameter.secondary_opts))
            head += f" \\fI{_text(value)}\\fR" if value else ""
        default = parameter.default
        told = f" [default: {default}]" if default not in (None, False, True, ()) and not callable(default) else ""
        yield f".TP\n{head}\n{_text(parameter.help + told)}\n"


def _text(text: str) -> str:
    """The text with what man would take for orders made plain."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", plain, flags=re.M)
