"""``python -m claimcheck`` and the command ``claimcheck``."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line. ``--version`` answers without it: scripts ask in loops, and typer is slow to load."""
    if sys.argv[1:2] == ["--version"]:
        from claimcheck import __version__

        print(f"claimcheck {__version__}")
        return
    try:
        from claimcheck.cli import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
