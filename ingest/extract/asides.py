"""What a post says that is no move and yet bears on one: asides, kept as claims that found no move of their own.

    role     “Meta's chief AI scientist Yann LeCun”          stale once the person has left
    largest  “the largest variant, Llama 4 Maverick”         another post may name another
    score    “Maverick reached 1417 on the LMSYS Arena”      in doubt where the benchmark entry was
    undone   “could have filed takedowns … Instead, …”       against a post by which it was done

``extract`` does not print them, for they are no moves; the fold sets them beside the moves that they bear on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.extract.attributes import BENCHMARK, benchmark
from ingest.extract.attribution import attribution_of
from ingest.extract.document import Document
from ingest.extract.lexicon import Mention
from ingest.extract.reader import LONGEST
from ingest.extract.tagged import Sentence, Tagged
from store.events import Aside, Claim, MoveType

__all__ = ["asides_of"]

_ROLE = (
    r"(?:(?:chief|senior|vice|deputy|managing|founding|top|lead|ai|product|technology|technical|research|executive"
    r"|revenue|operating|legal|generative) ){0,4}(?:scientist|officer|president|director|head|ceo|cto|chief|leader)"
    r"(?: of (?:\w+ ){0,3}?(?:\w+))?"
)
#: the subject's own people only: who holds which office elsewhere is not ours to say
_ROLES = (
    re.compile(rf"[S]{{2,}}'s (?P<role>{_ROLE}),? (?P<who>[PF]{{3,}})"),
    re.compile(
        rf"(?P<who>[PF]{{3,}}), (?:the )?(?:[S]{{2,}}'s (?P<role>{_ROLE})|(?P<r>{_ROLE}) (?:at|of|for) [S]{{2,}})\b"
    ),
)
_SIZE = r"(?:largest|biggest)"
_MEMBER = r"(?:models?|variants?|versions?|members?|one)"
_LARGEST = (
    re.compile(
        rf"\b(?:the|its|their|our) (?:\w+ )?{_SIZE} {_MEMBER}(?: [\w' -]{{1,40}}?)?[,:-]* +"
        r"(?:called |named |dubbed )?(?P<name>M{3,})"
    ),
    re.compile(
        rf"(?P<name>M{{3,}})(?:,| is| was|, which is)? (?:the|its|their|our|[S]+'s) (?:\w+ )?{_SIZE} {_MEMBER}\b"
    ),
)
_SCORE = re.compile(
    rf"(?P<name>M{{3,}})[^.;]{{0,80}}?\b(?:on|in|at|to|of) (?:the )?{BENCHMARK}[^.;]{{0,40}}?"
    r"(?P<value>(?:(?:X+|elo) (?:score |rating )?(?:of )?|score of )\d[\d,.]*\d|\b\d[\d.]*\d ?(?:%|percent|points))"
)
_SCORED = re.compile(
    r"(?P<name>M{3,})[^.;]{0,60}? (?P<value>\d[\d.,]*\d ?(?:%|percent|points)?) [^.;]{0,30}?\b(?:on|in) "
    rf"(?:the )?{BENCHMARK}"
)
_DEED = (
    r"(?:fil\w+|sought|seek\w*|sent|send\w*|issu\w+|demand\w*|brought|bring\w*|lodg\w+|obtain\w*)\s+"
    r"(?:for )?(?:(?:dmca|legal|copyright|formal|any|an?|the|its) ){0,3}"
    r"(?P<deed>(?:take-?downs?|lawsuits?|suits?|complaints?|injunctions?|appeals?|subpoenas?)"
    r"(?: (?:requests?|notices?|orders?))?)\b"
)
_COULD = re.compile(r"\b[SF]{2,} (?:could|might) (?:also |just |simply |easily |well )*have\b")
_INSTEAD = re.compile(r"\binstead\b|\bbut (?:it |he |she |they |[SF]+ )?(?:chose|did not|didn't|decided|opted|went)\b")
_NEVER = re.compile(
    rf"\b[SF]{{2,}} (?:(?:has |have |had )?never|did not|didn't|has not|hasn't|declined to"
    rf"|refused to|chose not to|decided not to|opted not to) (?:\w+ )?{_DEED}"
)
_FRAGMENT = re.compile(rf"(?:^|[,;.] *|\b(?:and|or|have) )(?:it )?{_DEED}")
_AFTER = 4  # sentences after "could have" in which the rest of what could have been done may stand
#: one of these stands in every text that holds an aside of the kind: looked for first, since that costs little
_SIGNS = {
    "role": ("scientist", "officer", "president", "director", "head", "ceo", "cto", "chief", "leader"),
    "largest": ("largest", "biggest"),
    "score": ("benchmark", "leaderboard", "arena", " elo", "ranking", "score", "test"),
    "undone": ("could", "might", "never", "not ", "n't", "declined to", "refused to"),
}


def asides_of(doc: Document) -> Iterator[Claim]:
    """The asides of a post's text, in the order of its words."""
    told = doc.text
    readers = [read for kind, read in _READERS.items() if any(sign in told.cls for sign in _SIGNS[kind])]
    for sentence in told.sentences if readers else ():
        part = told.cls[sentence.start : sentence.end]
        if not sentence.heading and len(part) <= LONGEST:
            for read in readers:
                yield from read(doc, sentence, part)


def _roles(doc: Document, sentence: Sentence, part: str) -> Iterator[Claim]:
    for pattern in _ROLES if "SS" in part and ("PPP" in part or "FFF" in part) else ():
        for found in pattern.finditer(part):
            who = _mention(doc.text, sentence.start + found.start("who"))
            role = found["role"] or found.groupdict().get("r")
            if who is not None and role:
                span = (sentence.start + found.start(), sentence.start + found.end())
                yield _aside(doc, sentence, span, "people", "role", who, {"role": " ".join(role.split())})


def _largest(doc: Document, sentence: Sentence, part: str) -> Iterator[Claim]:
    for pattern in _LARGEST if "MMM" in part and ("largest" in part or "biggest" in part) else ():
        for found in pattern.finditer(part):
            model = _mention(doc.text, sentence.start + found.start("name"))
            if model is not None and model.object_id:
                span = (sentence.start + found.start(), sentence.start + found.end())
                yield _aside(doc, sentence, span, "release", "largest", model, {"largest": model.object_id})
                return


def _scores(doc: Document, sentence: Sentence, part: str) -> Iterator[Claim]:
    if "MMM" not in part or not any(c.isdigit() for c in part):
        return
    for pattern in (_SCORE, _SCORED):
        if found := pattern.search(part):
            model = _mention(doc.text, sentence.start + found.start("name"))
            on = benchmark(doc.text, sentence.start + found.start("on"), sentence.start + found.end("on"))
            if model is not None and model.object_id:
                span = (sentence.start + found.start(), sentence.start + found.end())
                told = doc.text.folded[sentence.start + found.start("value") : sentence.start + found.end("value")]
                value = re.sub(r"[^\d.%]", "", told).strip(".")
                yield _aside(doc, sentence, span, "research", "score", model, {"benchmark": on, "score": value})
                return


def _undone(doc: Document, sentence: Sentence, part: str) -> Iterator[Claim]:
    if found := _NEVER.search(part):
        span = (sentence.start + found.start(), sentence.start + found.end())
        yield _undone_claim(doc, sentence, span, found["deed"])
    if not _COULD.search(part):
        return
    told, following = doc.text, doc.text.sentences[sentence.number : sentence.number + 1 + _AFTER]
    near = [s for s in following if s.paragraph == sentence.paragraph]
    end = next((n for n, s in enumerate(near) if _INSTEAD.search(told.cls[s.start : s.end])), None)
    for other in near[: end + 1] if end is not None else ():
        for deed in _FRAGMENT.finditer(told.cls[other.start : other.end]):
            yield _undone_claim(doc, other, (sentence.start, other.start + deed.end()), deed["deed"])


def _undone_claim(doc: Document, sentence: Sentence, span: tuple[int, int], deed: str) -> Claim:
    subject = doc.lexicon.subject
    return Claim(
        type="policy", object=deed, actors=(doc.lexicon.name,), actor_ids=(subject.id,), status="denied",
        attribution=attribution_of(doc, doc.text, sentence), quote=doc.text.text[slice(*span)], start=span[0],
        end=span[1], rule="aside-undone", attributes={"undone": deed.split(maxsplit=1)[0].rstrip("s").replace("-", "")},
        aside="undone",
    )  # fmt: skip


def _aside(
    doc: Document, sentence: Sentence, span: tuple[int, int], type_: MoveType, kind: Aside, about: Mention,
    attributes: dict[str, str],
) -> Claim:  # fmt: skip
    """One aside. Its quote is the stretch that says it, no more."""
    return Claim(
        type=type_, object=about.text, object_id=about.object_id or about.entity.id, actors=(doc.lexicon.name,),
        actor_ids=(doc.lexicon.subject.id,), status="shipped", attribution=attribution_of(doc, doc.text, sentence),
        quote=doc.text.text[slice(*span)], start=span[0], end=span[1], rule=f"aside-{kind}", attributes=attributes,
        aside=kind,
    )  # fmt: skip


def _mention(text: Tagged, at: int) -> Mention | None:
    return next((m for m in text.mentions if m.start <= at < m.end), None)


_READERS: dict[str, Callable[[Document, Sentence, str], Iterator[Claim]]] = {
    "role": _roles, "largest": _largest, "score": _scores, "undone": _undone,
}  # fmt: skip
