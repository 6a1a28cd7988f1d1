"""Every command by name: the file that does it, and what it does in a line.

A command's file is imported when the command is typed, and has two functions:

    def arguments(parser: argparse.ArgumentParser) -> None     # adds its own; parser.description is its docstring
    def run(args: argparse.Namespace, context: Context) -> int  # does it; answers the exit code, raises TimelineError

Data goes out by ``context.write`` (stdout), everything else by ``context.note`` (stderr). A file that is not there (an
optional part) is told as such when its command is typed, and is left out of the help.
"""

from __future__ import annotations

__all__ = ["COMMANDS", "LIGHT", "present"]

#: what starts as fast as it can: they read, answer and end
LIGHT = ("show", "why", "diff", "disputes")

#: name → (module in timeline.cli, summary); in the order of the help
COMMANDS: dict[str, tuple[str, str]] = {
    "show": ("show", "the chronology, or one move in full"),
    "why": ("why", "one move in full: claims, quotes, sources, disputes, history"),
    "diff": ("diff", "what changed in what is known between two points"),
    "disputes": ("disputes", "open disputes, with both quotes"),
    "log": ("log", "the raw events"),
    "status": ("status", "health of the daemon and of every source"),
    "run": ("write_run", "the daemon: asks sources, reads posts, serves the chronology"),
    "fetch": ("write_fetch", "one pass over the sources now"),
    "sources": ("write_sources", "the sources: list, add, remove, import, export, show"),
    "ingest": ("write_ingest", "files through the same line as fetched posts"),
    "backfill": ("write_backfill", "older posts of a source"),
    "extract": ("write_extract", "what is read out of posts; touches no store"),
    "dates": ("write_dates", "what dates are read out of texts; touches no store"),
    "reextract": ("write_reextract", "reads claims again with today's extractor"),
    "amend": ("write_amend", "corrects a field of a move"),
    "confirm": ("write_confirm", "stands behind a move"),
    "reject": ("write_reject", "takes a move out of the chronology"),
    "merge": ("write_merge", "says that moves are one"),
    "split": ("write_split", "says that claims are a move of their own"),
    "undo": ("write_undo", "takes a judgement back"),
    "rebuild": ("rebuild", "folds the whole log again, beside the live read model"),
    "verify": ("verify", "checks the chain of the log and that the read model is its fold"),
    "export": ("write_export", "the whole log as NDJSON"),
    "import": ("write_import", "a log from NDJSON"),
    "doctor": ("write_doctor", "what is wrong with this installation, and how to mend it"),
    "serve": ("serve", "the web server alone"),
    "worker": ("write_worker", "a worker of the job queue"),
    "mcp": ("write_mcp", "a read-only MCP server over the same queries"),
    "help": ("help", "this list, or the help of a command"),
}


def present() -> dict[str, str]:
    """The commands that are installed, with their summaries."""
    from importlib.util import find_spec

    return {name: summary for name, (module, summary) in COMMANDS.items() if find_spec(f"timeline.cli.{module}")}
