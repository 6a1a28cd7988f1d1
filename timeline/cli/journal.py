"""What the daemon tells while it runs: plain lines on a terminal, else one JSON object a line. On stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from timeline.cli.context import Context

if TYPE_CHECKING:
    from ingest.pipeline import Refreshed

__all__ = ["Journal"]


class Journal:
    """Quiet with ``-q`` but for problems; every outcome with ``-v``, else those with news."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._tty = sys.stderr.isatty()

    def told(self, what: str, **details: Any) -> None:
        """One line."""
        if self._context.verbose >= 0:
            self._line("info", what, details)

    def problem(self, error: BaseException) -> None:
        """Something that should not have happened, without a traceback."""
        self._line("error", f"{type(error).__name__}: {error}", {})

    def refreshed(self, one: Refreshed) -> None:
        """The outcome of one source."""
        if one.word in ("not modified", "unchanged", "skipped") and self._context.verbose < 1:
            return
        details = {
            "source": one.source.name,
            "outcome": one.word,
            "new": one.new,
            "revised": one.revised,
            "claims": one.claims,
        }
        if one.state and one.state.due:
            details |= {"next": one.state.due.isoformat(), "reason": one.state.reason}
        self._line("warning" if one.failed else "info", one.why or one.word, details)

    def _line(self, level: str, what: str, details: dict[str, Any]) -> None:
        moment = self._context.clock()
        if self._tty:
            more = " ".join(f"{k}={v}" for k, v in details.items() if v not in (0, ""))
            text = f"{moment:%H:%M:%S} {what}  {more}".rstrip()
        else:
            from timeline.render.ndjson import dump

            text = dump({"at": moment.isoformat(), "level": level, "message": what, **details})
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
