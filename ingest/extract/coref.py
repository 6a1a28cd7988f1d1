"""Who "the company", "it", "they", "we" and "the model" are: the pronoun gets the tag of what it stands for.

Decided by what was named before and by the verb that follows: companies announce, models run. What cannot be decided
stays a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec.structs import replace

from ingest.extract.called import periphrases
from ingest.extract.fold import painted
from ingest.extract.lexicon import Entity, Mention
from ingest.extract.tagged import Tagged, tag_of

__all__ = ["resolved"]

_WORDS = re.compile(
    r"\b(?:(?P<we>we|our)|(?P<co>(?:the|this)(?: same| u\.?s\.?| american| us)? (?:company|firm|corporation|group"
    r"|tech(?:nology)? (?:giant|company|firm|group)|"
    r"(?:social(?: media| networking)?|facebook|instagram|whatsapp)[a-z' -]{0,22}(?:giant|network|company"
    r"|parent|owner|group|maker)|"
    r"menlo park[a-z, -]{0,20}(?:giant|company|firm|group)"
    r"|the (?:parent|owner|operator|maker)(?: company)? of (?:facebook|instagram|whatsapp|[WS]{2,}))"
    r"|facebook's parent(?: company)?)"
    r"|(?P<staff>the (?:lab|unit)|its (?:own )?(?:(?:ai|research) )*(?:researchers|scientists|engineers|(?:ai|research)"
    r" (?:team|lab|unit|division|arm|group)))"
    r"|(?P<thing>(?:the|this|these|those|both|its) (?:new |latest |open |released |two |three |first |language "
    r"|entire |whole )*"
    r"(?P<noun>models?|tools?|weights|chatbot|assistant|app|chips?|family|systems?|processors?|accelerators?"
    r"|librar(?:y|ies)|generation|services?|features?))"
    r"|(?P<it>it|they|which))\b(?!['’]s (?:\w+ing|not)\b)"
)
_FIRST = AhoCorasick(
    ["we", "our", "the", "this", "these", "those", "both", "its", "it", "they", "which", "facebook's", "WWWW"],
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
    r"|follow(?:ed|s)\b(?= (?:up|it|that|this|with))"
    r"|partner\w*|la(?:id|ys|ying) off|cut(?:s|ting)?|let go|fir(?:ed|es)|dismiss\w*|form(?:ed|s)|found(?:ed|s)|set up"
    r"|split|merg(?:ed|es)|reorgani\w+|restructur\w+|appoint\w*|named|promoted|poach\w*|recruit\w*|lur(?:ed|es)"
    r"|settled|appeal(?:ed|s)|disput\w+|reject\w*|apologi\w+|bann?(?:ed|s)|allow(?:ed|s)|asked|us(?:es|ed|ing)"
    r"|pledg\w+|promis\w+|put|test\w*|rel(?:y|ies)|train(?:ed|s|ing)|made)\b"
)
#: what researchers do beside
_STUDY = re.compile(
    r" (?:have |has |had |also |now |\w+ly )*(?:show(?:s|ed|n)?|present\w*|unveil\w*|came out|put out|open-sourced"
    r"|announced|shared|introduc\w+|releas\w+|publish\w*|launch\w*|post(?:s|ed)|describ\w+"
    r"|propos\w+|report\w*|taught|teach|found|find|trained|demonstrat\w+|wrote|write|reveal\w*)\b"
)
#: what no other company is called
_OURS_ALONE = re.compile(r"(?:the |this )?(?:social|facebook|instagram|whatsapp|menlo park)|.*[SWM]{4}")
_EXPLETIVE = re.compile(r"\s*(?:is|was|'s|seems|remains|will be|would be|may be|takes?"
                        r"|took)\s+(?:\w+ly )?(?:that|clear|unclear|likely|possible|not clear|known"
                        r"|expected that|said that|time|hard|easy|because|worth|reported)\b")  # fmt: skip
_SAYS = re.compile(r"(?:[SF]{2,}|\bcompany) (?:said|says|announced|confirmed|added|wrote)(?: that)?$")
#: words that a subject may follow, and verbs that only a subject stands before
_OPENING = re.compile(
    r"\b(?:and|but|that|when|while|said|says|as|because|after|before|if|where|model|tool|startup|what|once|now|later"
    r"|reports?)$"
)
_FINITE = re.compile(
    r"\s+(?:also |now |already |\w+ly )*(?:will|would|has|had|can|could|may|might|is|was|does|did|remains)\b"
)
_ELSE = tuple("OXNPR")
#: whom somebody buys is not himself: "was in talks to buy the firm"
_BOUGHT = re.compile(
    r"\b(?:buy|buying|bought|acquir(?:e|ed|ing)|purchas(?:e|ed|ing)|(?:takeover|acquisition|purchase) of|tak(?:e"
    r"|ing) over"
    r"|stake in|(?:talks|deal|agreement) with) $"
)
#: who speaks of himself: "Orca said that it had signed"
_THEY_SAY = re.compile(
    r"^(?![^.]*[SF]{2})[^.]*[XO]{3,}[^.]{0,40}\b(?:said|says|announced|announces|confirmed|told)\b[^.]*$"
)
_PARTY = re.compile(r"\s*(?:[SFOPX]{2}|it\b|they\b|we\b)")
_ACTS = re.compile(
    r"(?:'s?)?(?:,[^.;]{0,80},)? ?(?:\w+ly |also |now |then )?"
    r"(?:has|have|had|is|was|will|would|can|could|did|does|\w{2,}ed|said|sold|bought|built|made|put|won"
    r"|says|plans|expects|sells|makes|wants|offers|runs|owns|gets|signs|announces|launches|releases|helps|provides"
    r"|builds)\b"
)
#: an assistant without a name, as the post calls it
_HELPERS = ("assistant", "chatbot")
_OWN_HELPER = re.compile(
    r"[SF]{2,}'s (?:(?:ai|new|own|voice|virtual|digital|personal|built-in) ){0,3}(?P<n>assistants?|chatbots?)\b"
)
_KINDS = {
    "assistant": "A",
    "chatbot": "A",
    "service": "A",
    "feature": "A",
    "c": "C",
    "p": "C",
    "a": "AM",
    "m": "MT",
    "t": "TM",
    "w": "M",
    "f": "M",
    "l": "T",
    "s": "MT",
    "g": "CM",
}


def resolved(tagged: Tagged, subject: Entity, name: str, *, own: bool, topical: bool) -> Tagged:
    """The text with its pronouns tagged, each with a mention of what it stands for."""
    company = Mention(subject, 0, 0, name, subject.id)
    tagged = _called(tagged, company, topical=topical)
    known, added = list(tagged.mentions), list[Mention]()
    ends = [mention.end for mention in known]
    for found in _pronouns(tagged.cls):
        at, end = found.span()
        before = known[: bisect_right(ends, at)]
        stands = _stands_for(found, tagged.cls, before, company, own=own, topical=topical)
        if stands is not None:
            added.append(replace(stands, start=at, end=end))
    added += [_helper(*found.span("n")) for found in _own_helpers(tagged.cls)]
    if not added:
        return tagged
    added.sort(key=lambda m: m.start)
    cls = painted(tagged.cls, ((m.start, m.end, tag_of(m.entity) * (m.end - m.start)) for m in added))
    everything = tuple(sorted([*known, *added], key=lambda m: m.start))
    return Tagged(tagged.text, tagged.folded, cls, everything, tagged.whens, tagged.title)


def _called(tagged: Tagged, company: Mention, *, topical: bool) -> Tagged:
    """The text with what else the subject is called tagged as itself: ``Instagram's owner``."""
    spans = list(periphrases(tagged.cls, topical=topical))
    if not spans:
        return tagged
    cls = painted(tagged.cls, ((start, end, tag_of(company.entity) * (end - start)) for start, end in spans))
    kept = [m for m in tagged.mentions if not any(start <= m.start < end for start, end in spans)]
    added = [replace(company, start=start, end=end) for start, end in spans]
    everything = tuple(sorted([*kept, *added], key=lambda m: m.start))
    return Tagged(tagged.text, tagged.folded, cls, everything, tagged.whens, tagged.title)


def _own_helpers(cls: str) -> Iterator[re.Match[str]]:
    """Where an assistant or a chatbot of the subject's stands without a name."""
    return _OWN_HELPER.finditer(cls) if "assistant" in cls or "chatbot" in cls else iter(())


def _helper(start: int, end: int) -> Mention:
    """An assistant without a name, called as the post calls it."""
    return Mention(Entity(id="", kind="product", what="app"), start, end, "assistant", "")


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
        return company if own or _quoted(found.start(), cls, topical=topical) else None
    if found["co"]:
        if cls.startswith(" behind ", found.end()) or _BOUGHT.search(cls, max(0, found.start() - 30), found.start()):
            return None
        known = topical and _OURS_ALONE.match(found[0]) is not None
        return company if known or _last_party(before, cls, topical=topical) else None
    if found["staff"]:
        acts = _STUDY.match(cls, found.end()) or (found[0].startswith("its") and _COMPANY_VERBS.match(cls, found.end()))
        return company if acts and _last_party(before, cls, topical=topical) else None
    if found["thing"]:
        noun = found["noun"].removesuffix("s")
        thing = _last_thing(before, _KINDS.get(noun) or _KINDS[noun[0]])
        ours = noun in _HELPERS and _last_party(before, cls, topical=topical)
        return thing or (_helper(found.start("noun"), found.end()) if ours else None)
    return _it(found, cls, before, company, topical=topical)


def _quoted(at: int, cls: str, *, topical: bool) -> bool:
    """Whether "we" opens a quotation in a text about the subject, or in a line that names it."""
    before = at
    while before and cls[before - 1] == " ":
        before -= 1
    if cls[before - 1 : before] not in ('"', "'"):
        return False
    return topical or "SS" in cls[at : at + 200].partition("\n")[0]


def _last_party(before: list[Mention], cls: str, *, topical: bool) -> bool:
    """Whether the last party named is the subject; nobody named: whether the post is about it.

    In a post about the subject, a party that does nothing itself ("has bought Orca", "a deal with AMD") is passed over.
    """
    for mention in reversed(before):
        if mention.entity.kind == "subject" or mention.entity.officer:
            return True
        opens = not mention.start or cls[max(0, mention.start - 2) : mention.start].rstrip(" \"'")[-1:] in (
            "",
            ".",
            "\n",
        )
        if topical and not (opens or _ACTS.match(cls, mention.end)):
            continue
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
    opens = found["it"] == "which" or not head or head[-1] in '.,;:\n!?"D' or _OPENING.search(head[-16:])
    if not (opens or _FINITE.match(after)) or _EXPLETIVE.match(after):
        return None
    if found["it"] == "which" and (_PARTY.match(after) or head[-2:-1] in _ELSE or head[-1:] in _ELSE):
        return None  # an object: "which Meta announced"; another party: "Orca, which"
    if _THEY_SAY.match(_in_sentence(cls, found.start())):
        return None
    if _COMPANY_VERBS.match(after) or _SAYS.search(head, max(0, len(head) - 30)):
        return company if _last_party(before, cls, topical=topical) else None
    if found["it"] == "which":
        return _near_thing(found.start(), cls, before)
    return next((m for m in reversed(before[-5:]) if m.entity.kind == "product" and tag_of(m.entity) in "MTAC"), None)


def _in_sentence(cls: str, at: int) -> str:
    """What stands before a word in its sentence."""
    start = max(cls.rfind(". ", 0, at), cls.rfind("\n", 0, at)) + 1
    return cls[max(start, at - 200) : at]


def _near_thing(at: int, cls: str, before: list[Mention]) -> Mention | None:
    """The product that was named right before, in the same sentence: what "which" stands for."""
    last = before[-1] if before else None
    if last is None or last.entity.kind != "product" or last.end < at - 60:
        return None
    ended = cls.find(".", last.start, at) >= 0 or cls.find("\n", last.start, at) >= 0
    return None if ended else last
