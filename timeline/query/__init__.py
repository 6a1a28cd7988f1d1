"""Questions to the chronology. Every function takes the ``sqlite3`` connection of an opened store and only reads.

    page = run(connection, from_params({"since": ["2025"], "type": ["chip"]}, now=clock()))
    why(connection, "4c1f")

Nothing heavy is imported here, and what only some questions need is imported when they are asked. (No file has the name
of a function: importing it would put the file in the function's place.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.query.model import SORTS, ClaimView, Diff, JudgementView, Page, Query, Why

if TYPE_CHECKING:
    from timeline.query.between import diff
    from timeline.query.byname import find
    from timeline.query.changed import changes
    from timeline.query.counts import facets, months
    from timeline.query.disputed import disputes
    from timeline.query.judged import judgements
    from timeline.query.page import run
    from timeline.query.params import PARAMETERS, from_params, to_params
    from timeline.query.reasons import why

__all__ = [
    "PARAMETERS", "SORTS", "ClaimView", "Diff", "JudgementView", "Page", "Query", "Why", "changes", "diff",
    "disputes", "facets", "find", "from_params", "judgements", "months", "run", "to_params", "why",
]  # fmt: skip

_WHERE = {
    "PARAMETERS": "params", "changes": "changed", "diff": "between", "disputes": "disputed", "facets": "counts",
    "find": "byname", "from_params": "params", "judgements": "judged", "months": "counts", "run": "page",
    "to_params": "params", "why": "reasons",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """What is asked for, out of its own file (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - as the rest

    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
