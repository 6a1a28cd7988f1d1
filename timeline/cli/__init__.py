"""``timeline …``: what people type. The frame is in ``frame``, the commands in ``registry``, one file each.

Nothing is imported here that a command did not ask for: ``timeline show | cat`` is to start in a few times the time of
bare Python.
"""

from __future__ import annotations

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Runs one command line (``sys.argv`` where none is given) and answers its exit code."""
    from timeline.cli.frame import run

    return run(argv)
