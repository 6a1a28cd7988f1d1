"""Who takes part in a claim besides the subject: the counterparts of a deal, the people of a move of people. Pure."""

from __future__ import annotations

from itertools import zip_longest

from store.events import Claim
from timeline.project.model import ClaimRecord
from timeline.project.once import once
from timeline.project.words import fold, slug

__all__ = ["names", "own", "parties", "same_parties"]

#: the units of the subject of the configuration that is shipped, also by names that its lexicon does not know
_SHIPPED = frozenset({
    "meta", "meta-platforms", "meta-platforms-inc", "meta-ai", "facebook", "facebook-ai", "facebook-ai-research", "fb",
    "fair", "meta-fair", "meta-ai-fair", "meta-superintelligence-labs", "msl", "superintelligence-labs", "pytorch-team",
    "the-company",
})  # fmt: skip
#: who hires and appoints: never the one who comes or goes
_HEADS = frozenset({"mark-zuckerberg", "zuckerberg"})
#: who announces for the subject: never the counterpart of a deal, but the party of a move of people
_SPEAKERS = frozenset({
    "mark-zuckerberg", "zuckerberg", "joel-kaplan", "susan-li", "santosh-janardhan", "andrew-bosworth", "chris-cox",
    "nick-clegg", "ahmad-al-dahle", "spokesperson",
})  # fmt: skip
_ALIASES = {"advanced-micro-devices": "amd", "scale": "scale-ai", "irish-data-protection-commission": "dpc",
            "data-protection-commission": "dpc"}  # fmt: skip


def own(claim: Claim) -> frozenset[str]:
    """The subject and its units: they take part in every claim, and so tell none apart."""
    if claim.subject is None or claim.subject in _SHIPPED:
        return _SHIPPED
    return frozenset({claim.subject, "the-company"})


def _id(name: str, known: str | None) -> str:
    plain = known or slug(name)
    return _ALIASES.get(plain, plain)


@once
def names(record: ClaimRecord) -> dict[str, str]:
    """Id → name as the post has it, of every actor, in the order of the claim; without an id, by the folded name."""
    claim = record.claim
    pairs = zip_longest(claim.actors, claim.actor_ids[: len(claim.actors)])
    return {_id(name, known): name for name, known in pairs if fold(name)}


@once
def parties(record: ClaimRecord) -> frozenset[str]:
    """The ids of those that make this claim another one than the same claim about somebody else."""
    others = frozenset(names(record)) - own(record.claim)
    return others - (_HEADS if record.claim.type == "people" else _SPEAKERS)


def same_parties(left: frozenset[str], right: frozenset[str]) -> float:
    """How surely two sets are the counterparts of one deal: 2 for the same, 1.5 where one names all that the other
    does, 1 where they have half in common, else 0.
    """
    if not left or not right or not left & right:
        return 0
    if left == right:
        return 2.0
    if left <= right or right <= left:
        return 1.5
    return 1.0 if 2 * len(left & right) >= len(left | right) else 0
