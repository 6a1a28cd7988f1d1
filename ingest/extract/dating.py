"""Which date a claim has: the guide's order, never finer than the words.

own clause → own sentence → date head of the list item or section → the previous event of the passage → the publish
date, for what the post itself reports as news → none
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.after import before, then
from ingest.extract.ahead import ahead, done, of_an_aside, soon
from ingest.extract.clauses import SPAN_AFTER, Clause
from ingest.extract.document import Document
from ingest.extract.tagged import Sentence, Tagged
from ingest.extract.when import When

__all__ = ["Dated", "Scope", "date_of", "heads"]

_PERIOD_OF = re.compile(
    r"(?:\bcapex|\bexpenditures?|\bspending|\bguid\w+|\bbudget|\bfor|\bfiscal|\bfy)\s*(?:for\s+|in\s+)?$"
)
_IN_YEAR = re.compile(r"\b(?:in|since|by|during|of|for|to|until)(?: the)?\s*$|^\W*$")
_STATE = re.compile(
    r"\bas of\s+$|\bsince\s+(?:its\s+|the\s+|at least\s+)?(?:\w+\s+)?$|\bfrom\s+$|\buntil\s+$|\bbefore\s+$|\bafter\s+$"
    r"|\bthan\s+$|\b(?:is|will be)\s+(?:on\s+)?$"
)
_AS_OF = re.compile(r"\bas of\s+$")
_FOR = re.compile(r"\bfor\s+$")
_FOUNDED = re.compile(r"\b(?:founded|born|started|established|dating (?:back|from)|goes back)\b[^.;]{0,25}$")
#: what dates from a day began on it, whatever else is said of it now
_DATES = re.compile(r"\b(?:dates?|dated)(?: back)? (?:from|to)(?: the)?\s+$")
#: what dates another thing: "ruled that its November decision"
_OWNED = re.compile(r"\bthat (?:[a-z]+ )?(?:[SF]{2,}'s|its|their)\s+$")
_TARGET = re.compile(
    r"\b(?:by|due|start(?:s|ing)?|begin(?:s|ning)?|expected|scheduled|slated|planned|set|until|through|later"
    r"|online|deliver\w*|ship(?:s|ping|ments?)?|complet\w+|operational|launch(?:es|ing)?)\b[^.;]{0,45}$"
)
_FUTURE = re.compile(
    r"\b(?:will|would|to (?:be|begin|start|ship)|is set|are set|slated|planned|due|expected to|scheduled"
    r"|plans? to|coming|next|later)\b"
)
_UNTIL = re.compile(r"\b(?:to|until|till)\s+(?:at least\s+)?(?:the\s+)?$")
_OWN_VERB = re.compile(
    r"^\W*(?:which|who|after|before|when|while|but|then)\b|^\W*(?:it|they) (?:go(?:es)?|is|are|will|comes?)\b"
)
_SAME_TIME = re.compile(r"\b(?:at the same time|the same day|that day|the same week|that month|that same \w+)\b")
_PREVIOUS = re.compile(
    r"\b(?:at the same time|the same day|that day|the same week|alongside|days later|within (?:a|days|hours)"
    r"|the next day|the following day|a day later|simultaneously|meanwhile|also|they|it|this|both|and with it)\b"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim's date: ISO at its precision, its anchor, when it takes effect, and where the words stand."""

    date: str | None
    anchor: str
    effective: str | None = None
    span: tuple[int, int] | None = None


def _usable(tagged: Tagged, when: When, clause: Clause, scope: Scope) -> bool:
    before = tagged.cls[clause.sentence.start : when.start]
    if when.precision in ("quarter", "half") and _RESULTS.match(tagged.cls, when.end):
        return False
    if _DATES.search(before) or (scope.since and when.bounded == "since" and when.precision != "year"):
        return True
    if scope.since and _AS_OF.search(before) and when.start > clause.start and when.precision in ("day", "month"):
        return True  # "can be used as of Monday"
    if when.bounded in ("since", "until", "from", "through") or _STATE.search(before):
        return False
    if _FOUNDED.search(before) and not scope.founding:
        return False
    if _of_a_thing(when, before) or (when.bounded == "by" and when.precision == "day"):
        return False
    if when.start >= clause.start:
        before = tagged.cls[clause.start : when.start]  # what another clause plans is no target of this one
    return not (_TARGET.search(before[-60:]) and _FUTURE.search(before[-80:]))


def _of_this_year(doc: Document, when: When) -> bool:
    """Whether a date is no finer than the year in which the post was published."""
    return when.precision == "year" and when.date == (doc.published or "")[:4]


#: of which a quarter is told, and which are no day on which something else happened
_RESULTS = re.compile(
    r"'?s? (?:revenues?|earnings|results|sales|profits?|reports?|numbers|figures|performance|call|spending)"
)
_BUDGET = re.compile(r"\bcap(?:ex|ital)\b[^.;]*[$€£][^.;]*$")


def _of_a_thing(when: When, before: str) -> bool:
    """Whether a period is that of a quantity or a thing ("capex for 2026", "its 2025 budget"), not of what was done."""
    if when.precision in ("year", "quarter", "half") and _PERIOD_OF.search(before):
        return True
    if when.precision == "year" and when.anchor == "published" and _BUDGET.search(before):
        return True  # "to $72 billion next year"
    return when.precision == "year" and when.anchor == "absolute" and not _IN_YEAR.search(before)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a clause may take its date from, beside its own words. Dates are ISO."""

    head: When | None = None  # the date head in force
    last: str | None = None  # of the previous event
    paragraph: int = -1  # where that stood
    period: str | None = None  # that the clause's quantity is about: "2026"
    perfect: bool = False  # "has signed" dates nothing and is dated by nothing around it
    since: bool = False  # whether it tells of a state by its beginning: "is open to all since Monday"
    targets: bool = False  # whether a plan's year is when it shall be done, as of what is built
    lead: bool = True  # whether the clause is of the post's own news
    founding: bool = False  # whether it tells of a founding, which is dated then and no mere attribute


def date_of(doc: Document, tagged: Tagged, clause: Clause, at: int, status: str, scope: Scope) -> Dated:
    """The date of a claim whose trigger stands at ``at``."""
    effective = _effective(doc, tagged, clause, status)
    usable = _usables(doc, tagged, clause, at, status, scope)
    told_after = SPAN_AFTER.match(tagged.cls, clause.start, clause.end)
    if told_after and not then(tagged.cls, told_after, at):
        return _known(before(told_after, scope.last or doc.published), effective)
    if (when := _when_of(tagged, clause)) is not None:
        return Dated(when.date, when.anchor, effective, (when.start, when.end))
    found = _nearest([w for w in usable if clause.start <= w.start and w.end <= clause.end], at)
    found = found or _nearest(_unclaimed(usable, tagged, clause), at)
    if status == "planned" and effective and doc.published and effective < doc.published[: len(effective)]:
        return Dated(effective, "absolute", None)  # "had planned to release it in April"
    if found is not None and found.date:
        return Dated(found.date, found.anchor, effective, (found.start, found.end))
    date, anchor = _inherited(doc, tagged, clause, scope, told=found is not None)
    background = anchor == "published" and status == "planned" and not scope.lead
    if effective and (background or (date is None and status in ("cancelled", "delayed"))):
        return Dated(effective, "absolute", None)  # a plan in the background is dated by its target (guide, section 5)
    return Dated(date, anchor, effective)


def _usables(doc: Document, tagged: Tagged, clause: Clause, at: int, status: str, scope: Scope) -> list[When]:
    """The date expressions of a sentence that may tell when what stands at ``at`` happened."""
    told = tagged.whens_in(clause.sentence.start, clause.sentence.end)
    if status == "shipped":
        told = [done(doc, tagged, w) for w in told]
    told = [w for w in told if not of_an_aside(tagged, w, clause, at)]
    told = [w for w in told if w.start < at or not _OWNED.search(tagged.cls, clause.sentence.start, w.start)]
    planned = status == "planned"
    usable = [w for w in told if _usable(tagged, w, clause, scope) and not ahead(doc, w, planned=planned)]
    if status == "delayed":
        return [w for w in usable if not _UNTIL.search(tagged.cls, clause.sentence.start, w.start)]
    if planned and doc.published and scope.targets:
        usable = [w for w in usable if not _of_this_year(doc, w)]  # "will build it this year": when it shall be done
    if status != "shipped":
        usable = [w for w in usable if not _for_later(doc, tagged, clause, w, status, scope)]
    return [w for w in usable if w.precision != "year" or w.date != scope.period]


def _for_later(doc: Document, tagged: Tagged, clause: Clause, when: When, status: str, scope: Scope) -> bool:
    """Whether a period that has begun when it is told is that of what is to come: "next week", "will … this year"."""
    if soon(tagged, when):
        return True
    before = tagged.cls[clause.start : when.start]
    if status == "rumoured":
        return _FOR.search(before) is not None
    return status == "announced" and scope.targets and scope.lead and _of_this_year(doc, when) and "will " in before


_WHEN = re.compile(r"\W*when\b")


def _when_of(tagged: Tagged, clause: Clause) -> When | None:
    """The date that a clause with "when" is about: ``goes back to 2020, when …``."""
    if not clause.number or not _WHEN.match(tagged.cls, clause.start):
        return None
    told = tagged.whens_in(clause.sentence.start, clause.start)
    last = told[-1] if told else None
    return last if last and last.date and not tagged.cls[last.end : clause.start].strip(" ,") else None


def _known(date: str | None, effective: str | None) -> Dated:
    return Dated(date, "previous" if date else "none", effective)


def _inherited(doc: Document, tagged: Tagged, clause: Clause, scope: Scope, *, told: bool) -> tuple[str | None, str]:
    """The date and anchor of a clause without one. ``told``: its own words name a time that cannot be resolved."""
    if scope.head is not None and scope.head.date:
        return scope.head.date, "heading"
    settled = scope.perfect and clause.sentence.number > 1
    if not told and not settled and (near := _around(doc, tagged, clause)):
        return near.date, "previous"
    words = tagged.cls[clause.sentence.start : clause.sentence.end]
    if scope.last and (_SAME_TIME.search(words) or (_PREVIOUS.search(words) and not doc.published and not settled)):
        return scope.last, "previous"
    if scope.period and not (scope.lead and doc.published):
        return scope.period, "absolute"  # guidance without a statement date (guide, section 5)
    if doc.published and not told:
        return doc.published[:10], "published"
    if scope.last and scope.paragraph == clause.sentence.paragraph and not tagged.title and not scope.perfect:
        return scope.last, "previous"
    return None, "none"


def _around(doc: Document, tagged: Tagged, clause: Clause) -> When | None:
    """In a post without a publish date: the date of the sentence before, in its passage; of a lead, the next ones'."""
    if doc.published or tagged.title:
        return None
    number = clause.sentence.number
    order = [number - 1] if number else []
    if number <= 1:
        order += [number + 1, number + 2]
    for at in order:
        if at >= len(tagged.sentences):
            continue
        other = tagged.sentences[at]
        if at < number and other.paragraph != clause.sentence.paragraph:
            continue
        for when in tagged.whens_in(other.start, other.end):
            before = tagged.cls[other.start : when.start]
            plain = not (when.bounded or _STATE.search(before) or _FOUNDED.search(before) or _PERIOD_OF.search(before))
            if plain and when.date and when.precision in ("day", "month") and not _FUTURE.search(before[-80:]):
                return when
    return None


def _nearest(usable: list[When], at: int) -> When | None:
    """The date expression nearest to the trigger."""
    return min(usable, key=lambda w: (min(abs(w.start - at), abs(at - w.end)), w.start), default=None)


def _unclaimed(usable: list[When], tagged: Tagged, clause: Clause) -> list[When]:
    """Those of a sentence that no other clause claims."""
    usable = [w for w in usable if w.start < clause.end or not _OWN_VERB.match(tagged.cls[clause.end : w.start])]
    return [w for w in usable if w.end <= clause.start or not usable[0].end <= clause.start]


def _effective(doc: Document, tagged: Tagged, clause: Clause, status: str) -> str | None:
    if status not in ("announced", "planned", "rumoured", "delayed", "cancelled"):
        return None
    for when in tagged.whens_in(clause.sentence.start, clause.sentence.end):
        before = tagged.cls[clause.sentence.start : when.start]
        if when.date is None:
            continue
        if (
            (status == "delayed" and _UNTIL.search(before))
            or ahead(doc, when)
            or when.bounded in ("by", "until")
            or soon(tagged, when)
        ):
            return when.date
        if _TARGET.search(before[-60:]) and _FUTURE.search(before):
            return when.date
        if status == "planned" and _of_this_year(doc, when):
            return when.date
    return None


def heads(tagged: Tagged) -> dict[int, When | None]:
    """Sentence number → the date head in force: a date that opens a line and is followed by ":" or "-", or ends it."""
    out: dict[int, When | None] = {}
    current: When | None = None
    dates = iter(tagged.whens)
    first = next(dates, None)
    for sentence in tagged.sentences:
        while first is not None and first.start < sentence.start:
            first = next(dates, None)
        own = first if first is not None and first.end <= sentence.end else None
        if own is not None and _is_head(tagged, sentence, own):
            current = own
        elif sentence.heading and own is None and not _alone(tagged, current):
            current = None
        out[sentence.number] = current
    return out


def _alone(tagged: Tagged, when: When | None) -> bool:
    """Whether a date head has a line to itself: it holds until the next, as in a timeline."""
    if when is None:
        return False
    start, end = tagged.folded.rfind("\n", 0, when.start) + 1, tagged.folded.find("\n", when.end)
    return (
        end > 0
        and not tagged.folded[start : when.start].strip(" -*#(\t")
        and not tagged.folded[when.end : end].strip(" *):")
    )


def _is_head(tagged: Tagged, sentence: Sentence, when: When) -> bool:
    if when.anchor != "absolute" or tagged.folded[sentence.start : when.start].strip(" -*#(•\t"):
        return False
    after = tagged.folded[when.end : sentence.end].lstrip(" *)")
    return after[:1] in (":", "-", "—", "–") or (not after and sentence.end - sentence.start < 40)
