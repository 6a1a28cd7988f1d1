"""When a source is asked next, and why. Pure: what is remembered + what came + the time → what is to be remembered.

adopt(source) → SourceState ─ask→ Outcome ─settle→ Step(SourceState, moved, retired, failing, recovered)
"""

from __future__ import annotations

from ingest.schedule.plan import next_due
from ingest.schedule.settle import Failing, Outcome, Step, adopt, quiet, settle, spread
from ingest.schedule.state import Moved, Permanent, SourceState, Told

__all__ = [
    "Failing",
    "Moved",
    "Outcome",
    "Permanent",
    "SourceState",
    "Step",
    "Told",
    "adopt",
    "next_due",
    "quiet",
    "settle",
    "spread",
]
