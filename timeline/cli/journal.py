"""What the daemon tells while it runs: plain lines on a terminal, else one JSON object a line. On stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from timeline.cli.context import Context

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable

    from ingest.pipeline import Refreshed

__all__ = ["Journal"]


class Journal:
    """Quiet with ``-q`` but for problems; every outcome with ``-v``, else those with news."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._tty = sys.stderr.isatty()

    def listen(self) -> None:
        """Takes in what libraries log from warnings on; of the scheduler errors only (a pass may outlast a tick)."""
        import logging

        logging.basicConfig(handlers=[_handler(self._line)], level=logging.WARNING, force=True)
        logging.captureWarnings(True)
        logging.getLogger("apscheduler").setLevel(logging.ERROR)

    def told(self, what: str, **details: Any) -> None:
        """One line."""
        if self._context.verbose >= 0:
            self._line("info", what, details)

    def warned(self, what: str) -> None:
        """One line that somebody should see."""
        self._line("warning", what, {})

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


def _handler(line: Callable[[str, str, dict[str, Any]], None]) -> logging.Handler:
    import logging

    class Handler(logging.Handler):
        """A line in the journal for each record; of an exception its kind and words."""

        def emit(self, record: logging.LogRecord) -> None:
            """One record."""
            error = record.exc_info[1] if record.exc_info else None
            fault = {"fault": f"{type(error).__name__}: {error}"} if error else {}
            line(record.levelname.lower(), record.getMessage(), {"by": record.name, **fault})

    return Handler()
