"""How far a move has come: by the mood of its verb, the words before it, and its hedges (guide, section 4)."""

from __future__ import annotations

import re

from store.events import Stance, Status

__all__ = ["COLLAPSED", "stance_of", "status_of"]

_HEDGED = re.compile(
    r"\b(?:reportedly|reported to|rumou?red|rumou?rs?|reports? (?:indicate|suggest|say|claim)|is said to|are said to"
    r"|in (?:\w+ )?talks|in (?:\w+ )?(?:discussions|negotiations)|unnamed|"
    r"media reports?|reports? (?:had |have |has )?(?:already )?(?:linked|tied|connected)|anonymity|not to be named"
    r"|asked not to be"
    r"|knowledge of the (?:matter|plans?|deal|talks|project|situation)|people familiar|persons? familiar"
    r"|who knows the matter|sources? (?:said|say|familiar|told|close)"
    r"|according to (?:\w+ )?(?:sources|people|insiders|(?:a|an|one|two|three|several) (?:\w+ )?(?:person|people"
    r"|sources?|insiders?)|(?:an? |the )?(?:[NOX]{2,}(?:'s)? )?reports?)"
    r"|citing (?:\w+ ){0,3}(?:sources?|people|persons?|insiders)|sources? (?:who|with knowledge)"
    r"|(?:people|persons?|insiders|employees) (?:with|having) (?:direct |first-?hand )?knowledge|people who know"
    r"|[NO]{3,} (?:reports|reported|has learned)(?=[,.]|$| (?:on )?D)|"
    r"could (?:soon|exceed|be)|is considering|is weighing|mulling|mulls|considers|considering|might|speculat\w+"
    r"|allegedly|it was reported|reports say|(?:two|three|four|several) people said)\b"
    r"|N{3,} reports?\b(?! (?:earlier|in))"
)
_DEAL = r"(?:talks|negotiations|discussions|deal|takeover|purchase|acquisition|bid|offer|approach|plans?|partnership)"
#: what has come to an end before it was done; "after talks with Orca had failed" tells of another
COLLAPSED = re.compile(
    rf"(?<!after )(?<!after the )(?<!after its )(?<!when )(?<!other )\b{_DEAL}\b[^.;]{{0,70}}\b(?:collapsed?"
    rf"|fe?ll (?:apart|through)"
    r"|fallen (?:apart|through)|broke (?:down|off)|broken (?:down|off)|c(?:a|o)mes? to nothing|went nowhere|failed"
    r"|(?:has |have |had )?ended (?:without|by|in|with no)|dissolved|fizzled|stopped|called off|(?:is|are|was) off"
    r"|off the table|dead"
    r"|abandoned|ceased|not get far|not go anywhere|not proceed|not go ahead|not lead)\b"
)
_CONFIRMED = re.compile(
    r"\b(?:confirmed|confirms|officially|spokes(?:person|man|woman)|announced|announces|said (?:on|in)"
    r"|blog post|press release|memo)\b"
)
#: what the subject told its own people is told, whoever reports it
_INTERNAL = re.compile(
    r"\b(?:wrote|said|told|announced) (?:staff |employees )?in an? (?:\w+ )?(?:memo|note|e-?mail|letter|message|post)\b"
    r"|\bmemo (?:\w+ ){0,3}to (?:\w+ )?staff\b|\binternal (?:announcement|memo|note|e-?mail|post)\b"
)
_PREPARES = re.compile(
    r"\b(?:prepar\w+|plans?|planned|planning|intends?|intended|aims?|hopes?|wants?|expects?|expected|set|about"
    r"|due|slated|scheduled|ready|looking|promised|pledged|vowed|poised|going|working)\s*(?:\w+\s+)?$"
)
_AGREED = re.compile(r"\b(?:agreed|agrees|agreeing|signed|set|intends?|plans?|planned|deal|confirmed)\b")
_TALKS = re.compile(
    r"\b(?:talks|discussions|considering|considers|weighing|mulls|mulling|interested|attempt\w*|sought|explor\w+|approach\w*|tried|offered|seeking)\b"
)
#: in the present tense of headlines these tell what was made public, not that it is done
_TELLS = re.compile(
    r"(?:buy|acquire|snap|scoop|pick|swallow|take|join|become|hire|recruit|appoint|name|leave|depart|creat|form"
    r"|found|gather|open|launch|set|spread|tap|poach)"
)
_PAID = re.compile(r"b(?:ought|uy|uilt|orrowed)|acquir|invested|took|put|sold|raised [$€£]")
# "we are releasing X" tells of it as done; "we are building X" does not
_NOW = re.compile(
    r"(?:open[- ]sourc|releas|introduc|launch|shar|announc|publish|roll|unveil|mak|bring|add|open"
    r"|giv|hand|post|putting|let|grant|upload|ship|drop|start|expand|extend)"
)
_TOLD_TO_STOP = re.compile(
    r"\b(?:told|asked|urged|requested)\b (?:\w+ ){0,2}[SF]{2,}.{0,40}\bto (?:delay|pause|halt|suspend|postpone|stop)\b"
)

_DONE: dict[str, Status] = {
    "acquisition": "shipped", "investment": "announced", "chip": "announced", "partnership": "announced",
    "people": "shipped", "policy": "shipped", "incident": "shipped", "milestone": "shipped",
    "release": "shipped", "product": "shipped", "research": "shipped",
}  # fmt: skip
_WISHES = re.compile(r"\b(?:wants?|wanted|hopes?|hoped|would like|aims?)\b")
_AHEAD: dict[str, Status] = {
    "acquisition": "announced",
    "partnership": "announced",
    "people": "announced",
    "policy": "announced",
    "investment": "planned",
    "chip": "planned",
}


def status_of(
    type_: str, mood: str, governor: str, verb: str, told: dict[str, str], classes: tuple[str, ...], sentence: str
) -> str:
    """The status. ``told``: the frame's own, by mood; ``verb``: as it stands; ``classes``: its own; ``sentence``: the
    tagged words.
    """
    made = type_ == "policy" and mood in told and not _TOLD_TO_STOP.search(sentence)
    if not made and (stopped := _stopped(type_, mood, classes, sentence)):
        return stopped
    if type_ in ("acquisition", "partnership", "investment") and COLLAPSED.search(sentence):
        return "cancelled"
    if told.get(mood) == "denied":
        return "denied"  # rumours are what is denied
    hedged = bool(_HEDGED.search(sentence))
    if mood == "infinitive" and _TALKS.search(governor):
        return "rumoured"
    if hedged and not (_CONFIRMED.search(sentence) and type_ == "acquisition") and not _INTERNAL.search(sentence):
        return "rumoured"
    if mood in told:
        return told[mood]
    return _by_mood(type_, mood, governor, verb, sentence)


_PLANS = re.compile(r"plan(?:s|ned|ning)?\b|prepar|promis|pledg|vow")
_UNVEILS = re.compile(r"(?:unveil|announc|present|show|introduc|reveal|detail)")
_LATER = re.compile(
    r"\b(?:later this year|in the coming|next (?:month|week|year|spring|summer|autumn|fall|winter)"
    r"|coming (?:soon|months|weeks)|on sale from"
    r"|(?:will|to) (?:\w+ )?(?:be available|be released|go on sale|open|launch|follow|ship|roll out|come|arrive)"
    r"|(?:is|are) (?:to|due|set|scheduled|planned) )"
)


def _of_launch(mood: str, verb: str, sentence: str) -> str | None:
    """What is planned by its verb, or unveiled and to come: told where the sentence says so."""
    done = mood in ("fact", "perfect", "present", "participle", "progressive")
    if done and _PLANS.match(verb):
        return "planned"
    return "announced" if done and _UNVEILS.match(verb) and _LATER.search(sentence) else None


def _by_mood(type_: str, mood: str, governor: str, verb: str, sentence: str) -> str:
    if type_ in ("release", "product") and (told := _of_launch(mood, verb, sentence)):
        return told
    if mood == "progressive" and type_ in ("release", "product", "research") and _NOW.match(verb):
        return "shipped"
    going_on = mood == "progressive" and type_ not in ("release", "product", "acquisition", "chip", "people")
    if mood in ("will", "infinitive", "modal", "progressive") and not going_on:
        return _ahead(type_, mood, governor, sentence)
    if mood == "negated" or (mood == "present" and type_ in ("people", "acquisition") and _TELLS.match(verb)):
        return "announced"
    done = mood in ("fact", "perfect", "participle") and _PAID.match(verb)
    return "shipped" if type_ == "investment" and done else _DONE[type_]


def _stopped(type_: str, mood: str, classes: tuple[str, ...], sentence: str) -> str | None:
    """Delayed or cancelled, by the verb itself or by what somebody was told to do."""
    if type_ not in ("release", "product", "policy", "chip", "investment", "incident"):
        return None
    if type_ == "policy" and _TOLD_TO_STOP.search(sentence):
        return "delayed"
    if "delay" in classes and mood not in ("infinitive", "will"):
        return "delayed" if type_ != "incident" else "cancelled"
    done = (
        ("release", "policy") if type_ not in ("release", "product") else ("release",)
    )  # "removed" of an app is its end
    if "cancel" in classes and not set(done) & set(classes):
        return "cancelled"
    return None


def _ahead(type_: str, mood: str, governor: str, sentence: str) -> str:
    if type_ in ("release", "product", "research", "milestone", "incident"):
        return "planned"
    if type_ == "people" and _WISHES.search(governor):
        return "planned"
    if type_ == "investment" and (
        _AGREED.search(governor)
        or re.search(
            r"\b(?:said|says|announced|announces|reveal(?:s|ed)|unveil(?:s|ed)|confirm(?:s|ed)|guid\w+)\b", sentence
        )
    ):
        return "announced" if not _PREPARES.search(governor) else "planned"
    if type_ == "investment" and mood == "infinitive" and not _PREPARES.search(governor):
        return "announced"  # a headline's "to build"
    return _AHEAD.get(type_, "planned")


def stance_of(sentence: str, status: str) -> Stance:
    """Asserted, reported (by somebody the text cites), alleged, or denied."""
    if status == "denied":
        return "denied"
    if re.search(r"\balleg(?:ed|es|edly|ation)|\baccus(?:ed|es)\b|\bclaim(?:ed|s) that\b", sentence):
        return "alleged"
    if _HEDGED.search(sentence) or re.search(r"\b(?:according to|reported|reports)\b", sentence):
        return "reported"
    return "asserted"
