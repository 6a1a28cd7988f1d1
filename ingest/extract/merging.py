"""One claim an event: a post tells of the same move in its title, its lead and further down (guide, section 2)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ingest.extract.document import Document
from ingest.extract.lexicon import Lexicon
from store.events import Claim
from store.interval import parse_interval

__all__ = ["one_an_event"]

_SMALL = frozenset(
    "departure departures researchers researcher hired a an the of for to in on at by with from its it new next first"
    " company"
    " model models family release launch"
    " deal agreement partnership open source version"
    " research team unit lab labs plan plans app tool system chip ai meta facebook and multi year long term"
    " data center more superintelligence lab labs group forces capabilities existing european ai-powered".split()
)
#: characters of a text that its title is about
LEAD = 600
#: days by which a post may lag behind what it tells as news
LAG = 10
_RANK = {"absolute": 0, "published": 1, "heading": 0, "previous": 2, "none": 3}


def one_an_event(doc: Document, claims: list[Claim]) -> list[Claim]:
    """The claims with repeats folded into the best told one, in the order of the words."""
    out: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.where == "title", c.start)):
        same = next((i for i, other in enumerate(out) if _same(other, claim, doc.lexicon)), None)
        if same is None:
            out.append(claim)
        else:
            out[same] = _joined(out[same], claim)
    return sorted(out, key=lambda c: (c.where != "title", c.start, c.type))


def _joined(old: Claim, new: Claim) -> Claim:
    """The better told of two; a hedge of either holds for both unless the post says that it is confirmed."""
    if _filed(old, new):
        return replace(old, date=new.date, precision=new.precision, anchor=new.anchor)
    best, other = (new, old) if _better(new, old) else (old, new)
    if best.where == "title" and best.anchor == "published" and other.anchor in ("absolute", "published"):
        best = replace(best, date=other.date, precision=other.precision, anchor=other.anchor)
    if {best.status, other.status} == {"rumoured", "cancelled"} and best.type in (
        "acquisition",
        "investment",
        "partnership",
    ):
        return replace(best, status="cancelled")
    if (
        other.status == "rumoured"
        and best.status in ("announced", "shipped")
        and best.type in ("acquisition", "investment", "partnership")
    ):
        return replace(best, status="rumoured", stance=other.stance)
    return best


def _same(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    """Whether two claims of one post tell of the same event. ``a`` stands in the text where one of them does not."""
    if b.where == "title" and a.where == "text":
        return _titled(a, b, lexicon)
    if a.type != b.type:
        return False
    if a.type == "people" and "leads" in (a.rule, b.rule) and _parties(a, lexicon) & _parties(b, lexicon):
        return True  # that somebody leads it now is what came of the appointment
    if a.type == "policy" and _filed(a, b):
        return _dates_meet(a, b)
    if ("preview" in a.rule) != ("preview" in b.rule) and a.date != b.date:
        return False
    if not (_dates_meet(a, b) or _bought_once(a, b)) or (a.status != b.status and (_open(a) or _open(b))):
        return False
    return _shares(a, b, lexicon)


#: by what rules the acts of those who rule are read
_RULINGS = ("probed", "must-obey", "consents", "approved-by", "stop-put-to", "case-moves", "case-dates", "widened")


def _titled(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    """Whether the title tells in ``b`` what the text tells in ``a``."""
    if a.type == b.type == "incident" and (a.status == "denied") != (b.status == "denied"):
        return False  # what is denied is not what happened
    if a.type == b.type == "policy" and _ruled(a) != _ruled(b):
        return bool(_words(a) & _words(b))
    return (
        (a.type == b.type and a.start < LEAD and _of_one_story(a, b))
        or bool(_parties(a, lexicon) & _parties(b, lexicon))
        or bool(_words(a) & _words(b))
    )


#: that it was filed is when they sued: "Orca is suing Meta. The complaint was filed on Tuesday"
_FILING = re.compile(
    r"\b(?:suit|case|complaint|action|lawsuit|claim)s?\b.{0,40}\b(?:filed|lodged|brought|submitted)\b", re.IGNORECASE
)


def _filed(a: Claim, b: Claim) -> bool:
    """Whether the later of two tells when the suit was filed that the earlier tells of without a day."""
    first, last = sorted((a, b), key=lambda c: c.start)
    suing = first.type == "policy" and first.rule == "law-strong" and first.anchor == "published"
    return suing and last.rule in ("law-case", "case-moves") and _FILING.search(last.quote or "") is not None


def _ruled(claim: Claim) -> bool:
    """Whether it is an act of those who rule, and not the subject's own."""
    return claim.rule.startswith("law-") or claim.rule in _RULINGS


def _of_one_story(a: Claim, b: Claim) -> bool:
    """Whether a claim of the lead can be what the title tells: not where it is of another time, and another step."""
    return _dates_meet(a, b) or (a.status == b.status and a.anchor != "absolute")


def _bought_once(a: Claim, b: Claim) -> bool:
    """Whether two purchases may be one: a company is bought once, whenever the post tells of it again."""
    return a.type == "acquisition" and "published" in (a.anchor, b.anchor)


def _open(claim: Claim) -> bool:
    """Whether it has not happened (or will not): another status of that kind is another step."""
    return claim.status in ("planned", "delayed", "cancelled", "denied") and claim.type not in (
        "acquisition",
        "partnership",
    )


def _same_sum(a: Claim, b: Claim) -> bool:
    """Whether two claims name the same great sum of money."""
    one, two = ({q.low for q in c.quantities if q.unit in ("USD", "EUR", "GBP")} for c in (a, b))
    return any(sum_ and sum_ > 1e6 for sum_ in one & two)


def _shares(a: Claim, b: Claim, lexicon: Lexicon) -> bool:
    if a.type in ("acquisition", "investment") and _same_sum(a, b):
        return True
    if a.object_id and b.object_id:
        one, two = sorted((a.object_id, b.object_id), key=len)
        return two == one or two.startswith(one + "-")
    left, right = _parties(a, lexicon), _parties(b, lexicon)
    if a.type == "acquisition" and not (left and right):
        return True  # "the purchase": of whom the post tells
    if a.type == "people":
        left, right = (_persons(names, lexicon) for names in (left, right))
        if left and right:
            return bool(left & right)
    if a.type in ("acquisition", "partnership", "investment") and left & right:
        return True
    return bool(_words(a) & _words(b))


def _parties(claim: Claim, lexicon: Lexicon) -> set[str]:
    """Who takes part beside the subject, and beside an officer who acts for it: the doer stands first."""
    ids = list(zip(claim.actors, claim.actor_ids, strict=False))
    names = [id_ or name.lower() for name, id_ in ids]
    others = {name for name in names if name != lexicon.subject.id}
    doer = lexicon.entities.get(names[0]) if names else None
    without = others - {names[0]} if doer is not None and doer.officer else others
    return without or (others if claim.type == "people" else set())


def _persons(names: set[str], lexicon: Lexicon) -> set[str]:
    """Those of some names that are no company's: where people come from is no part of who they are."""
    return {n for n in names if n not in lexicon.entities or lexicon.entities[n].kind == "person"}


def _words(claim: Claim) -> set[str]:
    return {w for w in re.findall(r"[a-z][a-z0-9-]+|\d[\d.]*", claim.object.lower()) if w not in _SMALL}


def _dates_meet(a: Claim, b: Claim) -> bool:
    left, right = parse_interval(a.date), parse_interval(b.date)
    if left is None or right is None:
        return True
    if left.meets(right):
        return True
    # a post may lag behind its event: the publish date stands for a day some weeks ago as well
    apart = max(left.start, right.start) - min(left.end, right.end)
    told = [c for c in (a, b) if c.anchor == "published" and c.precision == "day"]
    return bool(told) and apart.days <= LAG


def _better(new: Claim, old: Claim) -> bool:
    """Text before title; a said date before the publish date; the first before later ones."""

    def rank(claim: Claim) -> tuple[bool, bool, int, bool]:
        unnamed = claim.object_id is None and claim.type in ("release", "product", "chip")
        return unnamed, claim.where == "title", _RANK[claim.anchor], not claim.attributes

    return rank(new) < rank(old)
