"""What a candidate is about: object and actors as the post names them, with their canonical ids."""

from __future__ import annotations

import re

from ingest.extract.candidate import Candidate
from ingest.extract.document import Document
from ingest.extract.persons import left_of, person_before
from ingest.extract.tagged import Tagged
from ingest.extract.words import DEAL

__all__ = ["actors_of", "object_of", "quote_span"]

_WANTED = {
    "release": "MT", "product": "AM", "chip": "C", "research": "MT", "investment": "IOX",
    "acquisition": "OX", "partnership": "", "people": "", "policy": "MA", "incident": "MA", "milestone": "MA",
}  # fmt: skip
_STOP = re.compile(
    r"[.;:!?()\[\]\"]|,(?!\d)|\s-\s|D{3,}|\b(?:that|which|who|whose|where|when|while|after|before|because|as|so"
    r"|with|by|from|under|during|amid|"
    r"according|to|said|says|is|are|was|were|has|have|had|will|would|can|could|and then|today|yesterday)\b"
)
_LEAD = re.compile(
    r"^\s*(?:(?:its|the|a|an|their|his|our|new|also|today|out|up|off|about|some|down|away|over|around"
    r"|of|for|to|on|in|into|some|what it calls)\s+)*"
)


def object_of(doc: Document, candidate: Candidate) -> tuple[str, str | None]:
    """The object as named, and its canonical id where the lexicon knows it."""
    tagged = candidate.tagged
    told = _by_type(doc, candidate) or _by_name(tagged, candidate)
    if told is not None:
        return told
    phrase = _phrase(tagged, candidate)
    if not re.search(r"[A-Za-z]{3}", phrase):
        phrase = " ".join(_clean(tagged.text[candidate.clause.start : candidate.at]).split()[-8:])
    return phrase, doc.lexicon.object_id(phrase)


def _by_type(doc: Document, candidate: Candidate) -> tuple[str, str | None] | None:
    """What goes before a known name: a budget's period, a new name, a person, a deal's own words."""
    tagged, type_ = candidate.tagged, candidate.type
    if type_ == "people":
        return _person(doc, candidate)
    words = None
    if type_ == "investment":
        words = _budget(tagged, candidate)
    elif type_ in ("release", "research"):
        words = _new_name(tagged, candidate)
    elif candidate.rule == "uses-data":  # the act is the object: "use your interactions to personalize ads"
        words = " ".join(_clean(tagged.text[candidate.at : candidate.clause.end]).split()[:14])
    elif type_ == "partnership":
        words = _deal(doc, candidate)
    return (words, None) if words else None


def _by_name(tagged: Tagged, candidate: Candidate) -> tuple[str, str | None] | None:
    """A name of the kind that the type wants: in the verb's reach, in its clause, or as its agent."""
    wanted, clause = _WANTED[candidate.type], candidate.clause
    behind = candidate.reach[1] <= candidate.at and candidate.mood != "noun"
    named = _named(tagged, candidate.reach, wanted, last=behind)
    if named is None and wanted and wanted != "IOX":
        named = _named(tagged, (clause.start, clause.end), wanted)
    if named is None and candidate.agent.kind == "product":
        named = _named(tagged, (candidate.agent.start, candidate.agent.end), "MTACI")
    if named is None and candidate.type == "milestone":  # of the subject as a whole, where no product is counted
        named = _named(tagged, (clause.start, clause.end), "S")
    if named is None and candidate.type in ("incident", "chip"):
        named = _named(tagged, (clause.sentence.start, clause.sentence.end), wanted)
    happened = _HAPPENED.get(candidate.rule)
    if named is None or not happened or happened in named[0]:
        return named
    return f"{named[0]} {happened}", named[1]


_CAPEX = re.compile(r"\b(?:capex|capital[- ]expenditures?|capital spending)\b")
_YEAR = re.compile(r"\b(?:for|in|its|fy|fiscal)\s*(20\d\d)\b|\b(20\d\d) cap(?:ex|ital)")


def _budget(tagged: Tagged, candidate: Candidate) -> str | None:
    """``2026 capex guidance``: what is guided, by the period that it is about."""
    words = tagged.folded[candidate.clause.start : candidate.clause.end].lower()
    if not _CAPEX.search(words):
        return None
    year = _YEAR.search(words)
    return f"{next(g for g in year.groups() if g)} capex guidance" if year else "capex guidance"


#: what happened to the thing, by the rule that read it
_HAPPENED = {
    "leaked-to": "leak", "is-leaked": "leak", "leaks": "leak", "games-benchmark": "benchmark entry",
    "alleged": "allegation",
    "denies": "allegation", "flaw": "flaw", "demo-withdrawn": "demo",
}  # fmt: skip

_NEW_NAME = re.compile(
    r"^\s*(?:(?:the|its|a|an|new|open|first|latest|own|model|family|called|of"
    r"|\w+-\w+)\s+){0,4}(?P<n>X{3,}(?:\s[\d.]+)?)"
)


def _new_name(tagged: Tagged, candidate: Candidate) -> str | None:
    """A name that nobody has told us, right behind the verb: ``released Glimmer, an open-weight model``."""
    found = _NEW_NAME.match(tagged.cls[candidate.reach[0] : candidate.reach[1]])
    return (
        _clean(tagged.text[candidate.reach[0] + found.start("n") : candidate.reach[0] + found.end("n")])
        if found
        else None
    )


_OF_MANY = (
    "makes-unit",
    "cuts-jobs",
    "offers-pay",
    "targets-staff",
    "freezes-hiring",
    "moves-staff",
    "hiring-freeze",
    "staff-moved",
    "layoffs-at",
    "unit-changed",
)
_OF_PERSONS = ("leaves", "joins", "leads", "becomes-officer", "is-named")
_LEAVING = ("leaves", "departure", "last-day")
#: whose name it is, and not that of where somebody comes from: "Orca's founder"
_PERSON = re.compile(r"[PF]{3,}|(?<![OSRN] )(?<!X)X{2,}(?: X{2,})?(?!X|'s)")
_THEIR = re.compile(r"his\b|her\b")


_HIM = re.compile(r"\W*(?:him|her|his)\b")


def _whose(doc: Document, candidate: Candidate) -> tuple[str, str | None] | None:
    """Of whom "her departure" is told: of who is named first in the sentence, else in the title, else in the sentence
    before.
    """
    tagged, sentence = candidate.tagged, candidate.clause.sentence
    named = _PERSON.search(tagged.cls, sentence.start, candidate.at)
    titled = None if named or candidate.where == "title" else _PERSON.search(doc.title.cls)
    if titled and doc.title.text[slice(*titled.span())] in tagged.text:
        return _person_at(doc.title, titled.span(), candidate.rule)
    start = tagged.sentences[max(0, sentence.number - 1)].start
    named = named or _PERSON.search(tagged.cls, start, candidate.at)
    return _person_at(tagged, named.span(), candidate.rule) if named else None


def _person(doc: Document, candidate: Candidate) -> tuple[str, str | None] | None:
    """Who is hired, leaves or leads: the person in the verb's reach, else the one who stands before it."""
    tagged = candidate.tagged
    if candidate.rule in _OF_MANY:
        return None
    if told := _said_of(candidate):
        return _person_at(tagged, told, candidate.rule)
    if candidate.mood == "noun" and _THEIR.match(tagged.cls, candidate.reach[0]):
        return _whose(doc, candidate)
    if candidate.rule == "hires" and _HIM.match(tagged.cls, candidate.reach[0]):
        named = list(_PERSON.finditer(tagged.cls, tagged.sentences[0].start, candidate.at))
        return _person_at(tagged, named[-1].span(), candidate.rule) if named else None
    spans = [candidate.reach, (candidate.clause.start, candidate.at)]
    for start, end in spans if candidate.rule == "hires" else spans[::-1]:
        found = _PERSON.search(tagged.cls[start:end])
        if found:
            return _person_at(tagged, (start + found.start(), start + found.end()), candidate.rule)
    return None


def _said_of(candidate: Candidate) -> tuple[int, int] | None:
    """The person whom a verb of joining, leaving or leading is said of."""
    tagged, clause = candidate.tagged, candidate.clause
    if candidate.rule not in _OF_PERSONS:
        return None
    leaving = candidate.rule in _LEAVING
    return person_before(tagged, clause, left_of(tagged, clause, candidate.at), leaving=leaving)


def _person_at(tagged: Tagged, span: tuple[int, int], rule: str) -> tuple[str, str | None]:
    """The name that stands there, and of somebody who leaves that it is about that."""
    known = next((m for m in tagged.mentions if m.start <= span[0] < m.end), None)
    named = known if known and known.entity.kind == "person" else None
    name = _clean(named.text if named else tagged.text[slice(*span)])
    told = f"{name}'{'' if name.endswith('s') and named is None else 's'} departure" if rule in _LEAVING else name
    return told, named.entity.id if named else None


_DEAL_PHRASE = re.compile(
    rf"(?:(?<=\s)(?:an?|the|its|new)\s+)?(?:[\w$,.'-]+\s+){{0,4}}\b{DEAL}\b(?:\s+(?:for|to)\s+[^,.;]{{3,60}})?"
)


def _deal(doc: Document, candidate: Candidate) -> str | None:
    """``6-gigawatt deal with AMD``: the deal's own words and the counterpart."""
    tagged, clause = candidate.tagged, candidate.clause
    subject, named = doc.lexicon.subject.id, tagged.mentions_in(clause.start, clause.end)
    parties = [m.text for m in named if m.entity.kind == "organisation" and m.entity.id != subject]
    start = candidate.at if candidate.mood != "noun" else clause.start
    found = _DEAL_PHRASE.search(tagged.folded[start : clause.end].lower())
    words = _clean(tagged.text[start + found.start() : start + found.end()]) if found else "partnership"
    words = re.sub(r"^(?:(?:\S+ed|\S+s|an?|the|its|new|has|have|and|\S+ing)\s+)+(?=\S)", "", words) or words
    if parties and parties[0].lower() not in words.lower():
        words = f"{words} with {_clean(parties[0])}"
    return words if found or parties else None


def _named(tagged: Tagged, span: tuple[int, int], wanted: str, *, last: bool = False) -> tuple[str, str | None] | None:
    """The first name of a wanted kind, with those joined to it by "and"."""
    places = list(re.finditer(rf"[{wanted}]{{2,}}", tagged.cls[span[0] : span[1]])) if wanted else []
    if not places:
        return None
    found = places[-1] if last else places[0]
    start, end = span[0] + found.start(), span[0] + found.end()
    while joined := re.match(rf"(?:,? and |, | & |/)(?:the )?[{wanted}]{{2,}}", tagged.cls[end : end + 80]):
        if tagged.folded[end : end + joined.end()].endswith((" which", " it", " they")):
            break
        end += joined.end()
    first = next((m for m in tagged.mentions if m.start <= start < m.end), None)
    pronoun = first is not None and first.text != tagged.folded[first.start : first.end]
    return _clean(first.text if first and pronoun else tagged.text[start:end]), (
        (first.object_id or None) if first and first.entity.kind == "product" else first.entity.id if first else None
    )


#: nouns whose words end where their object begins
_AHEAD = ("prepares-open", "plans-for-open")


def _phrase(tagged: Tagged, candidate: Candidate) -> str:
    start, end = candidate.reach
    if candidate.rule in _AHEAD:
        start, end = end, candidate.clause.end
    part = tagged.cls[start:end]
    lead = _LEAD.match(part)
    skip = lead.end() if lead else 0
    stop = _STOP.search(part, skip + 3)
    stretch = tagged.text[start + skip : start + (stop.start() if stop else len(part))]
    words = stretch.split()[:12]
    return _clean(" ".join(words)) or _clean(tagged.text[start:end])[:60]


def _clean(text: str) -> str:
    flat = re.sub(r"\[\[|\]\]|\*+|[\"“”]", " ", text)
    flat = re.sub(
        r"\s+(?:on|in|of|for|with|at|to|by|from|and|as|into|the|a|an)$", "", re.sub(r"\s+", " ", flat).strip()
    )
    return flat.strip(" ,;:-–—'’(").removesuffix("'s").removesuffix("’s")


def actors_of(doc: Document, candidate: Candidate) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """The doer first, then who else takes part; the subject is named even where the sentence leaves it out."""
    tagged, clause = candidate.tagged, candidate.clause
    found: list[tuple[int, str, str | None, str]] = [
        (m.start, m.text, m.entity.id, m.entity.kind)
        for m in tagged.mentions_in(clause.start, clause.end)
        if m.entity.kind in ("subject", "person", "organisation")
    ]
    if candidate.type in ("people", "acquisition", "partnership", "investment"):
        found += [
            (clause.start + x.start(), tagged.text[clause.start + x.start() : clause.start + x.end()], None, "")
            for x in re.finditer(r"X{3,}(?!-|\w)", tagged.cls[clause.start : clause.end])
        ]
    if (told := _said_of(candidate)) and told[0] < clause.start and "X" not in tagged.cls[told[0] : told[1]]:
        found += [(m.start, m.text, m.entity.id, "person") for m in tagged.mentions if m.start <= told[0] < m.end]
    names: dict[str, tuple[str, str | None]] = {}
    agent = candidate.agent
    order = sorted(found, key=lambda f: (not (agent.start <= f[0] < max(agent.end, agent.start + 1)), f[0]))
    if not any(f[3] == "subject" for f in found):
        names[doc.lexicon.subject.id] = (doc.lexicon.name, doc.lexicon.subject.id)
    for _, text, entity, _kind in order:
        names.setdefault(entity or text.lower(), (_clean(text), entity))
    chosen = list(names.values())[:5]
    return tuple(n for n, _ in chosen), tuple(i for _, i in chosen)


_DETAIL = re.compile(
    r"\s*,?\s*(?:\w+ing|with) (?:\w+ ){0,3}(?:models|sizes|variants|versions|generations)\b[^,.;()]{0,110}"
)


def quote_span(candidate: Candidate, date_span: tuple[int, int] | None) -> tuple[int, int]:
    """The quoted stretch: the clause, widened to the agent and to a date of the same sentence."""
    clause, tagged = candidate.clause, candidate.tagged
    start, end = clause.start, clause.end
    for span in (date_span, (candidate.agent.start, candidate.agent.end)):
        if span and span[0] >= clause.sentence.start and span[1] <= clause.sentence.end:
            start, end = min(start, span[0]), max(end, span[1])
    following = _DETAIL.match(tagged.cls[end : clause.sentence.end])
    if candidate.type in ("release", "chip") and following:
        end += following.end()  # "dropping eight distinct models": what it consists of belongs to it
    part = tagged.text[start:end]
    lead = re.match(r"[\s,;:–—*#>•-]*(?:(?:and|but|then|while)\s+)?", part)
    start += lead.end() if lead else 0
    return start, start + len(tagged.text[start:end].rstrip(" \t\n\r,;:.–—"))
