"""Names that a post explains itself: ``its assistant Wren``, ``a model called Kestrel``, ``Tern, a library by Meta``.

Nobody has told us of Wren; once the post has, it is tagged as what it is, wherever it stands. So is a name that we know
as another thing: the family of models whose name an assistant bears as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as replaced

from msgspec.structs import replace

from ingest.extract.lexicon import Entity, Mention
from ingest.extract.tagged import Tagged, tag_of

__all__ = ["explained"]

_KINDS = {
    "model": r"(?:models?|llms?)",
    "tool": r"(?:librar(?:y|ies)|toolkit|framework|simulator|compiler|programming language)",
    "app": (
        r"(?:assistants?|chatbots?|apps?|agents?|companion|platform|pendant|keychain|wearable|wristband|earbuds|gadget"
        r"|bracelet|clip-on|smart glasses)"
    ),
}
_NOUN = "|".join(f"(?P<{kind}>{nouns})" for kind, nouns in _KINDS.items())
#: a family's name may stand before the new one: "Muse Charm"
_NAME = r"(?P<name>(?:M+ )?X+(?:[ -][\d.]+\w*)?)"
_KNOWN = r"(?P<name>(?<!M)M+(?!M)(?! X))"
_CALLS = r"(?:called|named|dubbed|code-?named|known as)"
_OWNED = r"(?:[SF]{2,}'s|\b(?:its|their|our))"
_WORDS = r"(?:(?!(?:with|for|from|by|of|on|in|to|than|and|is|was|that|which)\b)[\w'-]+ )"


def _ways(name: str) -> tuple[re.Pattern[str], ...]:
    """How a name is explained: ``its assistant N``, ``a model called N``, ``N, a library``, ``its N model``."""
    return (
        re.compile(rf"{_OWNED} {_WORDS}{{0,5}}?(?:{_NOUN}),? (?:{_CALLS} )?\"?{name}"),
        re.compile(
            rf"\b(?:an?|the|new|its|next) (?:[\w'-]+ ){{0,6}}?(?:{_NOUN}),? (?:(?:that|which) is )?{_CALLS} \"?{name}"
        ),
        re.compile(
            rf"(?<!by )(?<!from )(?<!with ){name}\"? ?(?:\([^()]{{1,40}}\))?,\"? (?:an?|the|its|our|[SF]+'s)"
            rf" (?:[\w'-]+ ){{0,6}}?(?:{_NOUN})\b"
        ),
        re.compile(
            rf"{_OWNED} (?:(?:new|own|latest|upcoming|open|first|personal) )*{name} (?:[a-z-]+ ){{0,2}}?(?:{_NOUN})\b"
        ),
    )  # fmt: skip


_NEW = _ways(_NAME)
_OTHER = _ways(_KNOWN)
#: a name at the head of a sentence, where any word has a capital: "Wren, Meta's new model, is"
_HEAD = re.compile(
    rf"(?P<name>[a-z][\w-]+(?: \d[\d.]*)?)(?: \([^()]{{1,40}}\))?, (?:an?|the|its|our|[SF]+'s)"
    rf" (?:[\w'-]+ ){{0,6}}?(?:{_NOUN})\b(?: \S+){{0,6}}?, (?:is|was|has|had|will|can|\w+ed|came|went|slipped)\b"
)
#: what else opens a sentence before a comma
_ADVERB = re.compile(
    r"(?:\w+ly|instead|however|meanwhile|moreover|still|also|then|later|again|besides|indeed|otherwise|therefore"
    r"|thus|yet|since|here|elsewhere|earlier|too|now|soon|there|users?|\w+ers|people|today|yesterday|separately|plus"
    r"|furthermore|afterwards?|nonetheless|nevertheless|overall|perhaps|for|in|on|with|of course|sure|yes|no|why|well)"
)
_SIGNS = (
    "model", "llm", "librar", "toolkit", "framework", "simulator", "compiler", "language", "assistant", "chatbot",
    "app", "agent", "companion", "platform", "pendant", "keychain", "wearable", "wristband", "earbuds", "gadget",
    "bracelet", "clip-on", "glasses",
)  # fmt: skip
#: who comes from somewhere is no name of a thing: "its British app"
_FROM = re.compile(r"[A-Z][a-z]+(?:ish|ese|ean|ian|ese|can|ench|utch|erman)$")
#: where a new name may stand: alone, behind its family's, or as any word at the head of a sentence
_FREE = re.compile(r"(?:M+ )?X[X \d.-]*|[a-z][\w-]*(?: \d[\d.]*)?")
_OURS = re.compile(r"[SF]{2,}")
_ANY = re.compile(rf"\b(?:{'|'.join(_KINDS.values())})\b")


def explained(told: Tagged, *others: Tagged) -> tuple[Tagged, ...]:
    """The text with the names that it explains tagged, and other texts of the same post likewise."""
    names = _names(told) if any(sign in told.cls for sign in _SIGNS) else {}
    return tuple(_tagged(each, names) if names else each for each in (told, *others))


def _names(told: Tagged) -> dict[str, str]:
    """Each name and what kind of thing it is; of a known one only what it is more often than a model."""
    out, votes = dict[str, str](), dict[str, list[int]]()
    for sentence in told.sentences:
        words = told.cls[sentence.start : sentence.end]
        if "OOO" in words or not (_ANY.search(words) and _OURS.search(words)):
            continue
        for name, kind, known in _explained(words):
            start, end = (sentence.start + at for at in name)
            spelled = told.folded[start:end]
            if known:
                votes.setdefault(spelled, [0, 0])[kind == "app"] += 1
            elif not _FROM.match(spelled) and spelled[:1].isupper():
                out.setdefault(spelled, kind)
    return out | {name: "app" for name, (other, app) in votes.items() if app > other}


def _explained(words: str) -> Iterator[tuple[tuple[int, int], str, bool]]:
    """Where a sentence explains a name, as what, and whether the name is one that we know."""
    patterns = [(p, False) for p in _NEW] if "X" in words else []
    patterns += [(p, True) for p in _OTHER] if "MM" in words else []
    for pattern, known in patterns:
        for found in pattern.finditer(words):
            yield found.span("name"), next(kind for kind in _KINDS if found[kind]), known
    if (head := _HEAD.match(words)) and not _ADVERB.fullmatch(head["name"]):
        yield head.span("name"), next(kind for kind in _KINDS if head[kind]), False


def _tagged(text: Tagged, names: dict[str, str]) -> Tagged:
    """The text with every place of the names tagged; a name that we know stays the thing that it names elsewhere."""
    kept = [replace(m, entity=_as_kind(m.entity, names[m.text])) if m.text in names else m for m in text.mentions]
    cls = list(text.cls)
    for mention in kept:
        if mention.text in names:
            cls[mention.start : mention.end] = tag_of(mention.entity) * (mention.end - mention.start)
    added = [
        Mention(Entity(id="", kind="product", what=kind), *found.span(), found[0], "")
        for name, kind in names.items()
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text.folded)
        if _FREE.fullmatch(text.cls, *found.span())
    ]
    for new in added:
        cls[new.start : new.end] = tag_of(new.entity) * (new.end - new.start)
        kept = [m for m in kept if not new.start <= m.start < new.end]
    return replaced(text, cls="".join(cls), mentions=tuple(sorted([*kept, *added], key=lambda m: m.start)))


def _as_kind(entity: Entity, kind: str) -> Entity:
    return entity if entity.kind != "product" else replaced(entity, what=kind)
