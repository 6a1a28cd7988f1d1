"""The door of extraction: a post in, its claims out, one a move, each with the exact words that it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from ingest.extract.asides import asides_of
from ingest.extract.attributes import attributes_of
from ingest.extract.attribution import attribution_of
from ingest.extract.candidate import Candidate
from ingest.extract.dating import Dated, Scope, date_of, heads
from ingest.extract.document import Document, document, speaks
from ingest.extract.lexicon import Lexicon
from ingest.extract.merging import one_an_event
from ingest.extract.objects import actors_of, object_of, quote_span
from ingest.extract.reader import candidates
from ingest.extract.spaces import Squeezed, squeezed
from ingest.extract.status import stance_of, status_of
from ingest.extract.values import HEDGED_VALUE, hedged, period_of, value_behind
from ingest.model import Post
from ingest.reading import Extractor
from store.events import Claim
from store.interval import precision_of

__all__ = ["EXTRACTOR", "VERSION", "explain", "extract", "extractor", "to_record"]

#: what stands in the log beside the claims that were read
EXTRACTOR = "rules"
VERSION = "1"
#: characters of a text, and moves in it, that are read; the longest article seen has 69,000 and 40. What a post costs
#: grows faster than its length, and no post may hold up the others
MOST_TEXT, MOST_TITLE, MOST_MOVES = 100_000, 2_000, 500


def extract(post: Post, lexicon: Lexicon) -> list[Claim]:
    """The claims of a post that tell of moves, in the order of its words. Never raises; touches nothing."""
    read = _read(post, lexicon)
    return [read.plain.claim(claim) for claim in _moves(read.doc)] if read else []


def with_asides(post: Post, lexicon: Lexicon) -> list[Claim]:
    """The claims that tell of moves, and behind them those that only bear on one (``asides.py``)."""
    read = _read(post, lexicon)
    if read is None:
        return []
    return [read.plain.claim(claim) for claim in (*_moves(read.doc), *islice(asides_of(read.doc), MOST_MOVES))]


def _within_bounds(post: Post) -> Post:
    """The post, an endless text cut behind its last sentence or line that ends in time."""
    if len(post.text) <= MOST_TEXT and len(post.title) <= MOST_TITLE:
        return post
    near = MOST_TEXT - 2_000, MOST_TEXT
    end = max(post.text.rfind(mark, *near) for mark in (". ", "\n")) + 1
    return replace(post, title=post.title[:MOST_TITLE], text=post.text[: end or MOST_TEXT])


def extractor(lexicon: Lexicon) -> Extractor:
    """This extractor as the line wants it."""
    return Extractor(EXTRACTOR, VERSION, lambda post: with_asides(post, lexicon), lexicon.relevant, lexicon.subject.id)


@dataclass(frozen=True, slots=True)
class _Read:
    """A post that says something of the subject."""

    plain: Squeezed
    doc: Document


def _read(post: Post, lexicon: Lexicon) -> _Read | None:
    """The post with its names and dates found; None for one about other things, which costs next to nothing."""
    post = _within_bounds(post)
    own = post.trust == "first-party" or lexicon.hinted(post.publisher or "")
    if not own and not lexicon.hinted(post.title) and not lexicon.hinted(post.text):
        return None
    plain = squeezed(post)
    named = lexicon.relevant(plain.post.title) or lexicon.relevant(plain.post.text)
    if not named and not speaks(plain.post, lexicon):
        return None
    return _Read(plain, document(plain.post, lexicon))


def _moves(doc: Document) -> list[Claim]:
    return one_an_event(doc, list(_claims(doc, islice(candidates(doc), MOST_MOVES))))


def _claims(doc: Document, found: Iterator[Candidate]) -> Iterator[Claim]:
    force = {"title": heads(doc.title), "text": heads(doc.text)}
    last: dict[str, tuple[str | None, int]] = {"title": (None, -1), "text": (None, -1)}
    for candidate in found:
        sentence = candidate.clause.sentence
        scope = Scope(force[candidate.where].get(sentence.number), *last[candidate.where])
        claim = _claim(doc, candidate, scope)
        if claim is None:
            continue
        if claim.anchor != "none" and claim.date and claim.status not in ("planned", "delayed"):
            last[candidate.where] = (claim.date, sentence.paragraph)
        yield claim


def _claim(doc: Document, candidate: Candidate, scope: Scope) -> Claim | None:
    tagged, clause = candidate.tagged, candidate.clause
    sentence = tagged.cls[clause.sentence.start : clause.sentence.end]
    sentence = HEDGED_VALUE.sub("", sentence)
    if candidate.type == "acquisition" and _HEDGE.search(sentence) and _CONFIRMED.search(doc.text.cls):
        sentence = _HEDGE.sub("", sentence)
    verb = tagged.cls[candidate.at : candidate.at + 14]
    status = status_of(
        candidate.type, candidate.mood, candidate.governor, verb, candidate.status, candidate.classes, sentence
    )
    period = period_of(tagged.folded[clause.start : clause.end], doc.published)
    lead = candidate.where == "title" or clause.sentence.number == 0 or _BUDGET.search(doc.title.cls) is not None
    dated = date_of(
        doc,
        tagged,
        clause,
        candidate.at,
        status,
        replace(
            scope,
            period=period,
            lead=lead,
            perfect=candidate.mood == "perfect",
            since=_begun(candidate),
            founding=candidate.rule in ("founded-by", "unit-made", "makes-unit"),
            targets=candidate.type in ("investment", "chip"),
        ),
    )
    if candidate.type == "investment" and doc.published and dated.date == period and status == "announced":
        status = "planned"  # dated by what it is for, and not by when it was told (guide, section 5)
    name, object_id = object_of(doc, candidate.about or candidate)
    if _background(doc, candidate, dated) or _bare(candidate, name):
        return None
    start, end = quote_span(candidate, dated.span)
    quantities = hedged(tagged, (start, end), period)
    if candidate.type in _DEALS and not any(q.unit in _MONEYS for q in quantities):
        end = value_behind(tagged, clause) or end
        quantities = hedged(tagged, (start, end), period)
    actors, actor_ids = actors_of(doc, candidate.about or candidate)
    return Claim(
        type=candidate.type, object=name, object_id=object_id, actors=actors, actor_ids=actor_ids,  # type: ignore[arg-type]
        quantities=quantities,
        date=dated.date, precision=precision_of(dated.date) if dated.date else "unknown", anchor=dated.anchor,  # type: ignore[arg-type]
        effective=dated.effective, status=status, stance=stance_of(sentence, status),  # type: ignore[arg-type]
        attribution=attribution_of(doc, tagged, clause.sentence), quote=tagged.text[start:end], where=candidate.where,  # type: ignore[arg-type]
        start=start, end=end, rule=candidate.rule, attributes=attributes_of(candidate, tagged.folded[start:end]),
    )  # fmt: skip


def _begun(candidate: Candidate) -> bool:
    """Whether a date with "since" is that of the move: of a state, or of what has been done since."""
    state = candidate.type in ("release", "product") or candidate.rule in ("hiring-freeze", "bots-banned")
    return state and candidate.mood in ("noun", "perfect", "present")


_DEALS = ("acquisition", "investment", "partnership")
_MONEYS = ("USD", "EUR", "GBP")
_BUDGET = re.compile(
    r"\b(?:budget|capex|capital|spend(?:s|ing)?|guidance|earnings|forecasts?|outlook|plans?|roadmap|invest\w*|bets?"
    r"|supercomputers?)\b"
)
_CONFIRMED = re.compile(
    r"\bconfirm(?:ed|s) (?:the|it|its|that|on|in)\b|\bcompleted (?:the|its)\b|\bclosed (?:the|its)\b"
)
_HEDGE = re.compile(r"\breportedly\b|\breports?\b")


_PLURAL = re.compile(r"\b(?:chips|processors|accelerators|asics|cpus)\b")
_MAKES = re.compile(r"(?:work|make|rel(?:y|ie)|run|build|design|develop|produce|manufacture|use|deploy|test)s?\b")
_DETERMINED = re.compile(r"\W*(?:an?|the|its|their|our|this|these|\d[\d,.]*|two|three|four|five|several|some|new)\b")


def _bare(candidate: Candidate, name: str) -> bool:
    """Whether the object is a bare plural, and the statement no event: ``they published papers``."""
    if (
        candidate.rule in ("own-chip", "works-on-chip", "puts-chip-to-use", "develops-chip")
        and candidate.mood == "present"
        and _PLURAL.search(name)
    ):
        return (
            _MAKES.match(candidate.tagged.cls, candidate.at) is not None
        )  # "builds its own chips": what it always does
    generic = candidate.rule in ("shows-research", "releases-named", "releases-app", "builds-site")
    start = candidate.reach[0]
    told = _DETERMINED.match(candidate.tagged.cls[start : start + 16])
    plural = name.endswith("s") or name in ("code", "research", "work")
    return generic and " " not in name and name.islower() and plural and not told


def _leads(candidate: Candidate) -> bool:
    """Whether this is the post's own news: in its title or lead, or dated by words that stay open ("Thursday")."""
    clause = candidate.clause
    if candidate.where == "title" or clause.sentence.number <= 2:
        return True
    now = re.search(r"\bnow\b|\brecently\b", candidate.tagged.cls[clause.start : clause.end])
    return (
        bool(now)
        or (candidate.mood == "noun" and candidate.type == "policy")
        or bool(candidate.tagged.whens_in(clause.start, clause.end))
    )


_BACKGROUND = re.compile(
    r"\b(?:previously|recently|lately|in the past|once|long (?:ago|been|since)|over the years|earlier (?!this|today"
    r"|forecast|outlook|guidance|estimate|range|plan|target)"
    r"|so far"
    r"|in recent years|for years|historically"
    r"|still (?!expects?|plans?|intends?|wants?|aims?|in |being |under |due|coming)"
    r"|already \w+s|originally)\b"
)
#: in the lead it is news, further down what has been for some time
_SINCE_LONG = re.compile(r"\b(?:has|have) been\b")


#: that it "has been appointed" is how news tells what was done
_PASSIVE = re.compile(r"\b(?:has|have) been\b")
_ITS_OWN = re.compile(r"\b(?:has|have) been (?:\w+ly )?$")


def _others(candidate: Candidate, words: str) -> str:
    """The words of a clause without the candidate's own perfect passive, and without all of a noun's."""
    at = candidate.at - candidate.clause.start
    return "" if candidate.mood == "noun" else _ITS_OWN.sub("", words[:at]) + words[at:]


#: sentences in which a post tells its news; what is told behind them without a date has been known
_NEWS = 12


def _background(doc: Document, candidate: Candidate, dated: Dated) -> bool:
    """Whether this is undated background: a simple past far from the lead, with nothing that dates it."""
    if dated.anchor == "none" or dated.date is None:
        return not (doc.published is None and _leads(candidate))
    if dated.anchor != "published" or dated.span is not None:
        return False
    clause = candidate.clause.start, candidate.clause.end
    words = candidate.tagged.cls[slice(*clause)]
    if candidate.type != "milestone" and _BACKGROUND.search(words):
        return True
    if _SINCE_LONG.search(_others(candidate, words)) and not _leads(candidate):
        return True
    late = candidate.where == "text" and candidate.clause.sentence.number > _NEWS and doc.topical and not doc.digest
    return late and (candidate.mood == "fact" or (candidate.mood == "noun" and candidate.type == "policy"))


def explain(post: Post, lexicon: Lexicon) -> list[str]:
    """In plain words, why each claim was read and why near misses were not."""
    doc = document(squeezed(post).post, lexicon)
    near: list[str] = []
    out = [_told(candidate) for candidate in candidates(doc, near=near)]
    for claim in extract(post, lexicon):
        dated = f"{claim.date or 'undated'} ({claim.anchor})"
        out.append(f"=> {claim.type} {claim.object!r} {dated} {claim.status}, rule {claim.rule}")
    out.extend(f"no move: {reason}" for reason in near)
    return out


def _told(candidate: Candidate) -> str:
    tagged, clause = candidate.tagged, candidate.clause
    trigger = tagged.text[candidate.at : candidate.at + 20].split()[0]
    return (
        f"{candidate.type} by {candidate.rule}: trigger {trigger!r} ({candidate.mood}), agent {candidate.agent.kind}, "
        f"in {candidate.where}: {tagged.text[clause.start : clause.end].strip()!r}"
    )


def to_record(claim: Claim) -> dict[str, Any]:
    """One move of ``timeline extract``'s output."""
    return {
        "type": claim.type, "object": claim.object, "actors": list(claim.actors), "date": claim.date,
        "date_precision": claim.precision, "status": claim.status, "quantities": [q.text for q in claim.quantities],
        "evidence": claim.quote, "stance": claim.stance,
        "attribution": {"speaker": claim.attribution.speaker, "outlet": claim.attribution.outlet},
        "object_id": claim.object_id, "effective": claim.effective, "anchor": claim.anchor, "where": claim.where,
        "start": claim.start, "end": claim.end, "rule": claim.rule,
    }  # fmt: skip
