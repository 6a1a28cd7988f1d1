"""What a command is handed: the options that every command has, the clock, and where to write."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

from store.clock import Clock

__all__ = ["Context", "default_config", "default_db"]


def default_db(platform: str = sys.platform) -> str:
    """``sqlite:///`` in the user data directory. On Linux by the XDG rule itself: platformdirs costs 6 ms of start."""
    if platform.startswith("linux"):
        home = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")  # noqa: PTH111 - pathlib costs start time
        return f"sqlite:///{home}/timeline/timeline.sqlite"
    import platformdirs

    return f"sqlite:///{platformdirs.user_data_dir('timeline', appauthor=False)}/timeline.sqlite"


def default_config() -> str:
    """The configuration that came with the program: in the wheel, else beside the packages in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - pathlib costs start time
    shipped = f"{package}/config"
    return shipped if os.path.isdir(shipped) else f"{os.path.dirname(package)}/config"  # noqa: PTH112, PTH120


class Context:
    """``db``: URL; ``config``: folder; ``color``: auto, always, never; ``verbose``: -1 quiet, 0, 1 and more."""

    def __init__(self, *, db: str | None, config: str | None, color: str, verbose: int, clock: Clock) -> None:
        self.db = db or os.environ.get("TIMELINE_DB") or default_db()
        self.config = config or os.environ.get("TIMELINE_CONFIG") or default_config()
        self.color = color
        self.verbose = verbose
        self.clock = clock

    def write(self, text: str) -> None:
        """Data, to stdout."""
        sys.stdout.write(text)

    def note(self, text: str) -> None:
        """A line for a person, to stderr; not with ``-q``."""
        if self.verbose >= 0:
            sys.stderr.write(f"{text}\n")

    @property
    def tty(self) -> bool:
        """Whether a person reads stdout."""
        return sys.stdout.isatty()

    def colored(self) -> bool:
        """Whether to colour: ``--color``, else NO_COLOR (no-color.org: set and not empty), a terminal, no dumb one."""
        if self.color != "auto":
            return self.color == "always"
        return self.tty and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def width(self) -> int:
        """Columns of the terminal (``COLUMNS`` first); at least 40."""
        import shutil

        return max(shutil.get_terminal_size((100, 24)).columns, 40)


def system_clock() -> datetime:
    """The time of day; the only place of the command line that asks for it."""
    return datetime.now(UTC)
