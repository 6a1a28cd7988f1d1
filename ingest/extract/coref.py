"""Who "the company", "it", "they", "we" and "the model" are: the pronoun gets the tag of what it stands for.

Decided by what was named before and by the verb that follows: companies announce, models run. What cannot be decided
stays a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.lexicon import Entity, Mention
from ingest.extract.tagged import Tagged, tag_of

__all__ = ["resolved"]

_WORDS = re.compile(
    r"\b(?:(?P<we>we|our)|(?P<co>(?:the|this) (?:company|firm|corporation|tech(?:nology)? (?:giant|company|firm)|"
    r"(?:social(?: media| networking)?|facebook|instagram|whatsapp)[a-z' -]{0,22}(?:giant|network|company"
    r"|parent|owner|group|maker)|"
    r"menlo park[a-z, -]{0,20}(?:giant|company|firm))|facebook's parent(?: company)?)"
    r"|(?P<thing>(?:the|this|these|those|both|its) (?:new |latest |open |released |two |three |first |language "
    r"|entire |whole )*"
    r"(?P<noun>models?|tools?|weights|chatbot|assistant|app|chips?|family|systems?|processors?|accelerators?"
    r"|librar(?:y|ies)|generation))"
    r"|(?P<it>it|they|which))\b(?!['’]s (?:\w+ing|not)\b)"
)
_FIRST = AhoCorasick(
    ["we", "our", "the", "this", "these", "those", "both", "its", "it", "they", "which", "facebook's"],
    matchkind=MatchKind.LeftmostLongest,
)
_COMPANY_VERBS = re.compile(
    r"\s*(?:has |have |had |will |would |is |was |are |were |also |now |then |later |reportedly |recently "
    r"|already |not |plans? to |intends? to |\w+ly )*"
    r"(?:sa(?:id|ys)|plan\w*|intend\w*|announc\w+|agree[ds]?|hir(?:ed|es|ing)|acqui\w+|bought|buys?|buying"
    r"|invest\w*|expects?|expected to (?:spend|invest)|told|add(?:ed|s)|declin\w+|"
    r"accelerat\w+|confirm\w+|paid|pays?|spen[dt]\w*|sign\w*|unveil\w+|releas(?:ed|es|ing)\b(?! (?:on|in|under"
    r"|by))|launch\w+|introduc\w+|open-sourc\w+|work\w* (?:on|with)|built|build\w*|submit\w*|creat\w+|"
    r"develop\w*|wants?|hopes?|offer\w*|guid\w+|rais\w+|fil\w+|sue\w*|refus\w+|den(?:y|ied|ies)|publish\w*"
    r"|partner\w*|us(?:es|ed|ing)|pledg\w+|promis\w+|put|test\w*|rel(?:y|ies)|train(?:ed|s|ing)|made)\b"
)
_EXPLETIVE = re.compile(r"\s*(?:is|was|'s|seems|remains|will be|would be|may be|takes?"
                        r"|took)\s+(?:\w+ly )?(?:that|clear|unclear|likely|possible|not clear|known"
                        r"|expected that|said that|time|hard|easy|because|worth|reported)\b")  # fmt: skip
_SAYS = re.compile(r"(?:[SF]{2,}|\bcompany) (?:said|says|announced|confirmed|added|wrote)(?: that)?$")
_KINDS = {"c": "C", "p": "C", "a": "AM", "m": "MT", "t": "TM", "w": "M", "f": "M", "l": "T", "s": "MT", "g": "CM"}


def resolved(tagged: Tagged, subject: Entity, name: str, *, own: bool, topical: bool) -> Tagged:
    """The text with its pronouns tagged, each with a mention of what it stands for."""
    cls, added = list(tagged.cls), list[Mention]()
    known = list(tagged.mentions)
    company = Mention(subject, 0, 0, name, subject.id)
    for found in _pronouns(tagged.cls):
        at, end = found.span()
        before = [m for m in known if m.end <= at]
        stands = _stands_for(found, tagged.cls, before, company, own=own, topical=topical)
        if stands is None:
            continue
        cls[at:end] = tag_of(stands.entity) * (end - at)
        added.append(replace(stands, start=at, end=end))
    everything = tuple(sorted([*tagged.mentions, *added], key=lambda m: m.start))
    return replace(tagged, cls="".join(cls), mentions=everything)


def _pronouns(cls: str) -> Iterator[re.Match[str]]:
    """Where one of the words may stand for a name; looked for only where its first word stands."""
    last = 0
    for _, at, _ in _FIRST.find_matches_as_indexes(cls):
        if at >= last and not cls[at - 1 : at].isalnum() and (found := _WORDS.match(cls, at)):
            last = found.end()
            yield found


def _stands_for(
    found: re.Match[str], cls: str, before: list[Mention], company: Mention, *, own: bool, topical: bool
) -> Mention | None:
    if found["we"]:
        line = cls[found.start() :].partition("\n")[0]
        quoted = (topical or "SS" in line[:200]) and cls[: found.start()].rstrip(" ")[-1:] in ('"', "'")
        return company if own or quoted else None
    if found["co"]:
        return company if _last_party(before, topical=topical) else None
    if found["thing"]:
        return _last_thing(before, _KINDS[found["noun"][0]])
    return _it(found, cls, before, company, topical=topical)


def _last_party(before: list[Mention], *, topical: bool) -> bool:
    """Whether the last party named is the subject; nobody named: whether the post is about it."""
    for mention in reversed(before):
        if mention.entity.kind == "subject" or mention.entity.officer:
            return True
        if mention.entity.kind == "organisation" and not mention.entity.regulator:
            return topical and mention.entity.outlet
    return topical


def _last_thing(before: list[Mention], kinds: str) -> Mention | None:
    for mention in reversed(before[-6:]):
        if mention.entity.kind == "product" and tag_of(mention.entity) in kinds:
            return mention
    return None


def _it(found: re.Match[str], cls: str, before: list[Mention], company: Mention, *, topical: bool) -> Mention | None:
    """By the verb: companies announce, products run. A subject only, never an object."""
    after = cls[found.end() : found.end() + 70]
    head = cls[max(0, found.start() - 120) : found.start()].rstrip()  # far enough for all that is asked of it
    subject_place = (
        found["it"] == "which"
        or not head
        or head[-1] in '.,;:\n!?"'
        or re.search(
            r"\b(?:and|but|that|when|while|said|says|as|because|after|before|if|where|model|tool|startup|what"
            r"|once|now|later|reports?)$",
            head[-16:],
        )
    )
    finite = re.match(
        r"\s+(?:also |now |already |\w+ly )*(?:will|would|has|had|can|could|may|might|is|was|does|did|remains)\b", after
    )
    if not (subject_place or finite) or _EXPLETIVE.match(after):
        return None
    if found["it"] == "which" and re.match(r"\s*(?:[SFOPX]{2}|it\b|they\b|we\b)", after):
        return None  # an object: "which Meta announced"
    stop = max(cls.rfind(mark, 0, found.start()) for mark in (".", "\n"))
    recent = before[-5:]
    if _COMPANY_VERBS.match(after) or _SAYS.search(head):
        return company if _last_party(before, topical=topical) else None
    if found["it"] == "which":
        last = before[-1] if before and before[-1].end >= found.start() - 60 and before[-1].start > stop else None
        return last if last and last.entity.kind == "product" else None
    return next((m for m in reversed(recent) if m.entity.kind == "product" and tag_of(m.entity) in "MTAC"), None)
