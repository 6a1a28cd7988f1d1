"""A post → its claims: sentences → clauses → verbs and nouns → frames → dates, statuses → one claim a move.

document → clauses → hits + agents → frames → candidates → one an event → claims
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ingest.extract.agents import Agent, agent_of
from ingest.extract.candidate import Candidate
from ingest.extract.clauses import SPAN_AFTER, Clause, clauses
from ingest.extract.document import Document
from ingest.extract.fold import lower
from ingest.extract.frame import Frame, NounFrame
from ingest.extract.frames import NOUNS
from ingest.extract.frames.shared import SHOWN
from ingest.extract.gates import ANYTHING, May, fitting, may_tell, may_tell_unnamed, told_by
from ingest.extract.reach import reach_of
from ingest.extract.sequels import sequels
from ingest.extract.tagged import Sentence, Tagged
from ingest.extract.verbs import Form, Hit, forms, hits
from ingest.extract.wishes import habit, only_asked
from ingest.extract.words import AI_WORDS, OTHER_THING

__all__ = ["LONGEST", "candidates"]

_AUXILIARIES = re.compile(r"(?:\s+(?:has|have|had|is|are|was|were|will|would|also|now|then|\w+ly|D+))+\s*$|\s+$")
# begins with a set of characters, the other with letters: the search leaps from one of these to the next
_TAGGED = re.compile(r"[SFMTACIW][SFMTACIW]")
#: characters; nothing that runs on for longer is a sentence, and some rules cost the square of its length
LONGEST = 2_000
_OURS = re.compile(r"[SFMTACIW][SFMTACIW]")
_HE = re.compile(r"he\b(?:(?<!\w..)|(?<=s..)(?<!\w...))")
_PERSONAL = re.compile(r"\b(?:he|she)$")


def candidates(doc: Document, *, near: list[str] | None = None) -> Iterator[Candidate]:
    """Every candidate of title and text, in order. ``near`` collects why near misses were none."""
    told: dict[str, list[Candidate]] = {"title": [], "text": []}
    for where, tagged in (("title", doc.title), ("text", doc.text)):
        for candidate in _of_part(doc, where, tagged, near):
            told[where].append(candidate)
            yield candidate
    if doc.topical:
        yield from sequels(doc.text, told["title"], told["text"])


def _of_part(doc: Document, where: str, tagged: Tagged, near: list[str] | None) -> Iterator[Candidate]:
    """What the sentences of title or text tell, each for itself."""
    for sentence in _open(doc, tagged, everything=near is not None):
        part = tagged.cls[sentence.start : sentence.end]
        may = may_tell(part) if near is None else ANYTHING
        verbs = forms(tagged.cls, sentence.start, sentence.end)
        if near is None and not told_by(verbs, may.frames):
            verbs = []
        if verbs or may.nouns:
            yield from _of_sentence(_Place(doc, where, tagged, may), clauses(tagged, sentence), verbs, near)


def _open(doc: Document, tagged: Tagged, *, everything: bool) -> list[Sentence]:
    """The sentences that can tell something: those that name the subject or something of its own, and in a post about
    it those that can do without. ``everything``: all of such a post.
    """
    cls = tagged.cls
    short = [s for s in tagged.sentences if s.end - s.start <= LONGEST]
    if doc.topical and (doc.own or everything):
        return short
    named = {s.number for s in short if _TAGGED.search(cls, s.start, s.end)}
    if doc.topical and _unnamed("\n".join([cls[s.start : s.end] for s in short if s.number not in named])):
        return [s for s in short if s.number in named or _unnamed(cls[s.start : s.end])]
    return [s for s in short if s.number in named]


def _unnamed(words: str) -> bool:
    """Whether words without a name of the subject's can tell of it."""
    return may_tell_unnamed(words) or _HE.search(words) is not None


class _Place(msgspec.Struct, frozen=True):
    """Where a sentence stands: the post, which part of it; and what it may tell."""

    doc: Document
    where: str
    tagged: Tagged
    may: May


def _of_sentence(place: _Place, parts: list[Clause], verbs: list[Form], near: list[str] | None) -> Iterator[Candidate]:
    doc, tagged, may = place.doc, place.tagged, place.may
    inherited, types = Agent("none"), set[str]()
    found = [hits(tagged, clause, verbs) if verbs else [] for clause in parts]
    telling = near is not None or any(fitting(hit.classes, may.frames) for of_clause in found for hit in of_clause)
    for clause, of_clause in zip(parts, found, strict=True):
        told: set[str] = set()
        ordered = False
        for hit in of_clause if telling else ():
            agent = resolved(doc, tagged, clause, hit, agent_of(tagged, clause, hit), inherited)
            if agent.kind in ("subject", "other") and not hit.passive:
                inherited = agent
            if hit.mood == "infinitive" and (ordered or (types and _for(hit))):
                continue  # what somebody is told to do is the order's, what a deal is for the deal's
            candidate = _framed(place, clause, hit, agent, near)
            ordered = ordered or (candidate is not None and candidate.rule.startswith("law-"))
            if (
                candidate
                and not (candidate.mood == "participle" and candidate.type in types)
                and (candidate.type not in told or (candidate.rule == "denies" and "alleged" in told))
            ):
                types.add(candidate.type)
                told.update((candidate.type, candidate.rule))
                yield candidate
        if may.nouns:
            yield from _nominal(place, clause, told, whole=len(parts) == 1 and near is None)


def resolved(doc: Document, tagged: Tagged, clause: Clause, hit: Hit, agent: Agent, inherited: Agent) -> Agent:
    """The agent, with "he" and left-out agents filled in."""
    left = _AUXILIARIES.sub("", tagged.cls[clause.start : hit.start]) if agent.kind in ("none", "foreign") else ""
    if left and _PERSONAL.search(left):
        before = tagged.cls[: clause.start + len(left)]
        if before.rfind("FF") <= before.rfind("PP"):
            return Agent("foreign")
        return Agent("subject", len(before) - 2, len(before))
    if hit.form == "ing" and SPAN_AFTER.fullmatch(tagged.cls, clause.start, hit.start):
        return inherited  # "less than a month after signing"
    if agent.kind == "none" and not hit.passive:
        if inherited.kind != "none" and (clause.number or hit.start > clause.start + 2):
            return inherited
        if doc.own and clause.first and hit.form in ("ing", "base"):
            return Agent("subject")  # "Introducing Llama 4", "Announcing …": the publisher is the subject
    return agent


_MEANS = re.compile(r"\b(?:with|by|from|for|of|in)\s+(?:\S+\s*){1,3}$")


def _for(hit: Hit) -> bool:
    """Whether an infinitive tells what something is done for: ``partners with Orca to bring …``."""
    return _MEANS.search(hit.governor) is not None


#: what is told by saying that it will not be done
_REFUSALS = ("refuses", "withholds")


def _framed(place: _Place, clause: Clause, hit: Hit, agent: Agent, near: list[str] | None) -> Candidate | None:
    """What the first frame that fits reports; ``near`` is told why a verb reports nothing."""
    tagged = place.tagged
    negated = hit.mood == "negated"
    if hit.mood in ("hypothetical", "gerund") or (negated and not {"policy", "partner", "release"} & set(hit.classes)):
        if near is not None:
            near.append(f"{hit.mood}: {tagged.text[clause.start : clause.end].strip()!r}")
        return None
    whole = tagged.cls[clause.sentence.start : clause.sentence.end]
    for frame in fitting(hit.classes, place.may.frames):
        if (negated and frame.name not in _REFUSALS) or only_asked(hit, frame, whole):
            continue
        if habit(hit, frame, tagged.cls[clause.start : clause.end]):
            continue
        if (frame.name == "withholds" and not negated) or (frame.moods and hit.mood not in frame.moods):
            continue
        reach = reach_of(tagged, clause, hit, agent, frame)
        if reach is None or not _allowed(place, clause.sentence, frame):
            continue
        only_shown = (
            frame.type == "release" and not _SHOWING.isdisjoint(hit.lemmas) and place.doc.kept(clause.sentence, tagged)
        )
        return Candidate(
            frame.name, "research" if only_shown else frame.type, place.where, tagged, clause, hit.start, reach, agent,
            _mood(tagged, clause, hit), hit.governor, dict(SHOWN if only_shown else _told(frame, hit)), hit.classes,
        )  # fmt: skip
    return None


#: what these tell of is research where the post says that it is not given out (guide, section 3)
_SHOWING = frozenset("introduce unveil present announce reveal show preview tease demo".split())


#: what is only made public, and comes later (guide, section 4)
_UNVEILING = frozenset("unveil present announce reveal show preview tease demo showcase show+off exhibit".split())


def _told(frame: Frame, hit: Hit) -> dict[str, str]:
    """The frame's own statuses by mood, and those of a product that is only shown."""
    unveiled = frame.type == "product" and _UNVEILING.issuperset(hit.lemmas)
    return frame.status or (SHOWN if unveiled else {})


_SAYS_AHEAD = re.compile(
    r"(?: \S+){0,6}? that (?:\S+ ){1,4}?"
    r"(?:will|would|plans? to|intends? to|wants to|(?:is|are) (?:going|set|about|due) to)\b"
)


def _mood(tagged: Tagged, clause: Clause, hit: Hit) -> str:
    """The mood; of a verb of saying that of what is said: ``announced that it will``."""
    said = "say" in hit.classes and hit.mood in ("fact", "perfect", "present")
    ahead = said and _SAYS_AHEAD.match(tagged.cls, hit.end, clause.end)
    return "will" if ahead else hit.mood


def _at_home(doc: Document, sentence: str) -> bool:
    """Whether a sentence names the subject, or its post is about it and the sentence about no other company."""
    if _OURS.search(sentence):
        return True
    return doc.topical and not doc.digest and "OOO" not in sentence


def _allowed(place: _Place, sentence: Sentence, frame: Frame) -> bool:
    """Whether the sentence has what the frame asks of it."""
    if frame.ai and not place.doc.ai_in(sentence, place.tagged):
        return False
    if frame.name == "shows-model" and place.doc.given_out:
        return False  # what was presented may be had
    if frame.home and not _at_home(place.doc, place.tagged.cls[sentence.start : sentence.end]):
        return False
    return frame.sentence is None or frame.sentence.search(place.tagged.cls, sentence.start, sentence.end) is not None


#: a comment on what everybody knows is no event: "the leak could be the best thing that ..."
_MUSED = re.compile(r"\b(?:could|might|may|would)\s+(?:\w+\s+){0,2}(?:be|have|turn|prove|yet)\b")


def _may_be(doc: Document, frame: NounFrame, where: str, part: str, sentence: str) -> bool:
    """Whether clause, sentence and post allow what a noun tells of."""
    if frame.sentence and not frame.sentence.search(sentence):
        return False
    if frame.name == "headline" and not (doc.own and where == "title"):
        return False
    if frame.type == "incident" and _MUSED.search(part):
        return False
    if frame.home:
        return _at_home(doc, sentence) and (doc.about_ai or bool(AI_WORDS.search(sentence)))
    return bool(_OURS.search(sentence)) or (frame.topic and doc.topical and not doc.digest)


_AHEAD = re.compile(
    r"\b(?:will|would|(?:is|are) (?:to|set to|due to|about to|going to|being|joining|moving|putting|bringing)"
    r"|plans? to|intends? to|joins)\b"
)


def _noun_status(frame: NounFrame, words: str) -> str:
    """The frame's status; what is told as done, but will be, is announced."""
    ahead = frame.type == "people" and frame.status == "shipped" and _AHEAD.search(words)
    return "announced" if ahead else frame.status


def _nominal(place: _Place, clause: Clause, told: set[str], *, whole: bool) -> Iterator[Candidate]:
    """What the nouns of a clause tell, beside the types that its verbs have ``told``: the first that fits.

    ``whole``: the clause is all of its sentence.
    """
    doc, where, tagged = place.doc, place.where, place.tagged
    part = tagged.cls[clause.start : clause.end]
    sentence = tagged.cls[clause.sentence.start : clause.sentence.end]
    if re.match(r"\W*(?:if|unless|whether|every|any)\b", part):
        return
    for number in place.may.nouns if whole else may_tell(part).nouns:
        frame = NOUNS[number]
        if frame.type in told or (told and frame.alone):
            continue
        found = _matches(frame, part)
        if not found or not _may_be(doc, frame, where, part, sentence):
            continue
        if frame.ai and not doc.ai_in(clause.sentence, tagged):
            continue
        for match in found:
            if frame.type == "release" and _of_other_thing(tagged, clause.start + match.end()):
                continue
            about = next((match.span(g) for g in match.groupdict() if match[g]), match.span())
            yield Candidate(
                frame.name, frame.type, where, tagged, clause, clause.start + match.start(),
                (clause.start + about[0], clause.start + about[1]), Agent("none"), "noun", "",
                {"noun": _noun_status(frame, match[0])},
            )  # fmt: skip
        return


def _of_other_thing(tagged: Tagged, at: int) -> bool:
    """Whether a release's name is part of another thing's: ``Introducing the Llama Startup Program``."""
    return tagged.cls[at - 1 : at] in ("M", "T") and OTHER_THING.match(lower(tagged.folded[at : at + 60])) is not None


def _matches(frame: NounFrame, part: str) -> list[re.Match[str]]:
    """Where a noun's pattern matches: at its first place, or at each."""
    if frame.many:
        return list(frame.pattern.finditer(part))
    found = frame.pattern.search(part)
    return [found] if found else []
