"""docs/benchmarks.md: each benchmark writes its own section and leaves the others."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs/benchmarks.md"
_HEAD = "# Benchmarks\n\nWritten by the scripts in `benchmarks/`; each section names the machine and the run.\n"


def write(title: str, body: str) -> None:
    """Puts ``body`` under ``## title`` of the page, in place of what stood there, and prints it."""
    text = PAGE.read_text("utf-8") if PAGE.exists() else _HEAD
    section = f"## {title}\n\n{body.strip()}\n"
    old = re.compile(rf"## {re.escape(title)}\n.*?(?=^## |\Z)", re.S | re.M)
    text = old.sub(lambda _: section + "\n", text) if old.search(text) else f"{text.rstrip()}\n\n{section}"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text.rstrip() + "\n", "utf-8")
    print(section)


def machine() -> str:
    """One line on where this ran."""
    model = re.search(r"model name\s*:\s*(.+)", _cpuinfo())
    name = model[1] if model else platform.processor() or platform.machine()
    return (f"{os.cpu_count()} cores, {name}, {platform.system()}, Python {platform.python_version()}, "
            f"claimcheck {version('claimcheck-news')}.")


def load() -> str:
    """One line on what else the machine does, to be asked for before a run."""
    return f"Load of the machine before the run: {os.getloadavg()[0]:.1f}."


def _cpuinfo() -> str:
    path = Path("/proc/cpuinfo")
    return path.read_text() if path.exists() else ""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table, the first column left, the rest right."""
    names = list(head)
    rule = ["---", *("---:" for _ in names[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (names, rule, *map(list, rows)))
