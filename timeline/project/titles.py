"""The title of a move, in our own words, made of its slots. Pure."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["title_of"]

_VERBS = {
    ("release", "shipped"): "{o} released", ("release", "announced"): "{o} announced",
    ("product", "shipped"): "{o} launched", ("product", "announced"): "{o} announced",
    ("chip", "shipped"): "{o} introduced", ("chip", "announced"): "{o} unveiled",
    ("research", "shipped"): "{o} published", ("research", "announced"): "{o} presented",
    ("partnership", "shipped"): "Partnership with {p}: {o}", ("partnership", "announced"): "Partnership with {p}: {o}",
    ("partnership", "planned"): "Planned partnership with {p}: {o}",
    ("partnership", "rumoured"): "Partnership with {p} reported: {o}",
    ("acquisition", "shipped"): "{o} acquired", ("acquisition", "announced"): "Acquisition of {o} agreed",
    ("acquisition", "planned"): "Acquisition of {o} planned",
    ("acquisition", "rumoured"): "Acquisition of {o} reported",
    ("investment", "announced"): "{o} announced", ("investment", "shipped"): "{o} made",
    ("milestone", "shipped"): "{o}: {q}", ("milestone", "announced"): "{o}: {q}",
    ("incident", "denied"): "Denied: {o}", ("incident", "cancelled"): "{o} withdrawn",
}  # fmt: skip
_STATUS = {
    "shipped": "{o}", "announced": "{o} announced", "planned": "{o} planned", "rumoured": "{o} reported",
    "delayed": "{o} delayed", "cancelled": "{o} cancelled", "denied": "{o} denied",
}  # fmt: skip
#: the object's own words that already tell the status
_TOLD = {
    "delayed": ("delay", "paus", "postpon"), "cancelled": ("cancel", "withdr"), "denied": ("deni",),
    "planned": ("plan", "to "), "rumoured": ("report", "rumour", "possible", "talks"),
    "announced": ("announc", "guidance", "agreement", "refus", "unveil", "stake", "commit"),
    "shipped": ("made", "released", "invest", "stake"),
}  # fmt: skip


def title_of(type_: str, status: str, obj: str, parties: Sequence[str], quantities: Sequence[str]) -> str:
    """``release, shipped, Llama 4 Scout and Maverick`` → ``Llama 4 Scout and Maverick released``."""
    if type_ == "investment" and status == "announced" and "capex" in obj.casefold() and quantities:
        subject = obj.replace(" guidance", "").replace("Meta's ", "")
        return _capital(f"{subject} guided to {quantities[0]}")
    pattern = _VERBS.get((type_, status)) or _STATUS[status]
    if "{p}" in pattern and not parties:
        pattern = _STATUS[status]
    if "{q}" in pattern and not quantities:
        pattern = "{o}"
    told = any(word in obj.casefold() for word in _TOLD.get(status, ()))
    if told and "{p}" not in pattern and "{q}" not in pattern:
        pattern = "{o}"
    if "{p}" in pattern and any(p.casefold() in obj.casefold() and p.casefold() != obj.casefold() for p in parties):
        pattern = "{o}" if status == "announced" else pattern.replace("Partnership with {p}", "Partnership")
    if "{p}" in pattern and obj.casefold() in {p.casefold() for p in parties}:
        pattern = pattern.replace(": {o}", "")
    words = pattern.format(o=obj, p=_listed(parties), q=quantities[0] if quantities else "")
    return _capital(words)


def _listed(names: Sequence[str]) -> str:
    if len(names) > 3:
        return f"{', '.join(names[:3])} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
