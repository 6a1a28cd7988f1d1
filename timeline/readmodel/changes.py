"""What changed between two versions of a move, in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from timeline.readmodel.stored import Stored

__all__ = ["KINDS", "Cause", "Change", "change_of"]

#: most telling first; the first one that applies is the change's kind
KINDS = (
    "new", "back", "merged", "split", "withdrawn", "rejected", "restored", "amended", "confirmed", "disputed",
    "settled", "corrected", "corroborated", "weakened", "reworded", "evidence",
)  # fmt: skip


class Cause(Struct, frozen=True, omit_defaults=True):
    """The event that a change follows from: type, and for curation who and why."""

    event: str
    position: int
    at: str  # RFC 3339
    by: str = ""
    why: str = ""


class Change(Struct, frozen=True, omit_defaults=True):
    """``kinds``: what applies of KINDS, in that order; ``text``: in words; ``ids``: of the other moves it is about."""

    kinds: tuple[str, ...]
    text: str
    event: str = ""
    by: str = ""
    why: str = ""
    ids: tuple[str, ...] = ()


def change_of(
    before: Stored | None, after: Stored | None, cause: Cause, *, merged: Sequence[str] = (), into: str | None = None,
    parted: Sequence[str] = (), again: bool = False,
) -> Change:  # fmt: skip
    """The change from one version to the next.

    ``merged``: ids that became aliases of this move; ``into``: the id that it became an alias of; ``parted``: ids of
    the moves that went out of it, or the one that it came out of; ``again``: it was there before, and was gone.
    """
    found: list[tuple[str, str]] = []
    if parted:
        found.append(("split", f"split from {_list(parted)}" if before is None else f"{_list(parted)} split off"))
    if before is None:
        found.append(("back", "back in the chronology") if again else ("new", "recorded"))
    if merged:
        found.append(("merged", f"merged with {_list(merged)}"))
    if after is None:
        found.append(("merged", f"merged into {into}") if into else ("withdrawn", "no post claims this any more"))
    if before and after:
        for part in (_judged, _disputes, _values, _support):
            found.extend(part(before, after))
    found = found or [("evidence", "the evidence was read again")]
    found.sort(key=lambda pair: KINDS.index(pair[0]))
    kinds = tuple(dict.fromkeys(kind for kind, _ in found))
    ids = (*merged, *parted, *((into,) if into else ()))
    return Change(kinds, "; ".join(text for _, text in found), cause.event, cause.by, cause.why, ids)


def _list(words: Sequence[str]) -> str:
    return ", ".join(words)


def _judged(before: Stored, after: Stored) -> list[tuple[str, str]]:
    found = []
    if after.rejected != before.rejected:
        found.append(("rejected", "rejected") if after.rejected else ("restored", "no longer rejected"))
    if after.confirmed != before.confirmed:
        found.append(("confirmed", "confirmed" if after.confirmed else "no longer confirmed"))
    for name in sorted(before.amended.keys() | after.amended.keys()):
        if before.amended.get(name) != after.amended.get(name):
            text = f"{name} amended" if name in after.amended else f"amendment of {name} undone"
            found.append(("amended", text))
    return found


def _disputes(before: Stored, after: Stored) -> list[tuple[str, str]]:
    was = {(d.rule, d.text) for d in before.disputes if not d.settled}
    now = {(d.rule, d.text): d for d in after.disputes if not d.settled}
    closed = {(d.rule, d.text): d.settled_by for d in after.disputes if d.settled}
    found = [("disputed", f"disputed: {text}") for rule, text in now if (rule, text) not in was]
    reworded = {rule for rule, text in now if (rule, text) not in was}
    for rule, text in sorted(was - now.keys()):
        if rule not in reworded:
            by = closed.get((rule, text))
            found.append(("settled", f"settled: {text}" + (f" ({by})" if by else "")))
    return found


def _values(before: Stored, after: Stored) -> list[tuple[str, str]]:
    found = []
    if (before.date, before.date_end) != (after.date, after.date_end):
        was, now = _when(before), _when(after)
        found.append(("corrected", f"date was {was} ({_lineages(before)}), now {now} ({after.lineages})"))
    for name in ("status", "type", "object", "grade", "effective"):
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            kind = "reworded" if name in ("object", "effective") else "corrected"
            kind = ("corroborated" if now < was else "weakened") if name == "grade" else kind
            found.append((kind, f"{name} was {was or 'unknown'}, now {now or 'unknown'}"))
    if before.quantities != after.quantities:
        was, now = _list(before.quantities), _list(after.quantities)
        found.append(("corrected", f"quantities were {was or 'none'}, now {now or 'none'}"))
    if before.title != after.title and not found:
        found.append(("reworded", f"title was {before.title!r}"))
    return found


def _when(stored: Stored) -> str:
    if stored.date is None:
        return "unknown"
    return f"{stored.date}..{stored.date_end}" if stored.date_end else stored.date


def _lineages(stored: Stored) -> str:
    return f"{stored.lineages} lineage" + ("" if stored.lineages == 1 else "s")


def _support(before: Stored, after: Stored) -> list[tuple[str, str]]:
    was, now = {name for name, _ in before.lines}, {name for name, _ in after.lines}
    found = []
    if now - was:
        found.append(("corroborated", f"also said by {_list(sorted(now - was))}"))
    if was - now:
        found.append(("weakened", f"no longer said by {_list(sorted(was - now))}"))
    more = len(after.members) - len(before.members)
    if more > 0 and not found:
        found.append(("evidence", f"{more} more " + ("claim" if more == 1 else "claims")))
    if more < 0 and not found:
        found.append(("evidence", f"{-more} fewer " + ("claim" if more == -1 else "claims")))
    return found
