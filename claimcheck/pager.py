"""A report that is longer than the screen goes through the reader's pager, as ``git log`` does."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess


def program() -> list[str]:
    """The pager and its arguments: ``$PAGER``, else less; nothing where it is ``cat``, empty, or not there."""
    command = shlex.split(os.environ.get("PAGER", "less"))
    return command if command and command[0] != "cat" and shutil.which(command[0]) else []


def wanted(text: str) -> bool:
    """Whether the terminal is too low for the text."""
    return text.count("\n") >= shutil.get_terminal_size().lines and bool(program())


def page(text: str) -> None:
    """Shows the text; leaving early is no error. less ends by itself on one screen, keeps colours and the text."""
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    shown = subprocess.Popen(program(), stdin=subprocess.PIPE, env=environment)
    try:
        shown.communicate(text.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:
        shown.wait()
