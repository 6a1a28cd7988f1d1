"""A clock that was wrong and is right again. Pure.

A machine may start in 2036 and be told the time a minute later. What was written down meanwhile lies in the future, and
would keep a source from being asked for years, whatever its publisher says.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from ingest.schedule.plan import chance
from ingest.schedule.state import SourceState

__all__ = ["set_back"]

#: a clock that is set back by less mends itself by waiting
LEAST = timedelta(hours=1)
SPREAD = 600  # seconds over which sources are asked again


def set_back(state: SourceState, now: datetime) -> SourceState:
    """The state as it was; or, where its last request lies in the future, without the times that cannot be: due within
    ten minutes, no wait held, no redirect half proven.
    """
    if state.asked is None or state.asked - now < LEAST:
        return state
    soon = now + timedelta(seconds=chance(state.name, now) * SPREAD)
    return replace(
        state,
        due=soon if state.due is not None else None,
        reason="the clock was set back" if state.due is not None else state.reason,
        asked=now,
        answered=min(state.answered, now) if state.answered else None,
        hold=None,
        permanent=None,
        posted=tuple(min(posted, now) for posted in state.posted),
        empty_since=min(state.empty_since, now) if state.empty_since else None,
        unmended=min(state.unmended, now) if state.unmended else None,
    )
