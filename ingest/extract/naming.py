"""Names that a post explains itself: ``its assistant Wren``, ``a model called Kestrel``, ``Tern, a library by Meta``.

Nobody has told us of Wren; once the post has, it is tagged as what it is, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.lexicon import Entity, Mention
from ingest.extract.tagged import Tagged, tag_of

__all__ = ["explained"]

_KINDS = {
    "model": r"(?:models?|llms?)",
    "tool": r"(?:librar(?:y|ies)|toolkit|framework|simulator)",
    "app": r"(?:assistants?|chatbots?|app)",
}
_NOUN = "|".join(f"(?P<{kind}>{nouns})" for kind, nouns in _KINDS.items())
_NAME = r"(?P<name>X+(?:[ -][\d.]+\w*)?)"
_CALLS = r"(?:called|named|dubbed|code-?named|known as)"
#: the subject's own: "Meta's assistant Wren", "its assistant Wren", "a model called Kestrel"
_BEFORE = re.compile(
    rf"(?:[SF]{{2,}}'s|\b(?:its|their|our)) (?:[\w'-]+ ){{0,5}}?(?:{_NOUN}),? (?:{_CALLS} )?\"?{_NAME}"
)
_CALLED = re.compile(
    rf"\b(?:an?|the|new|its|next) (?:[\w'-]+ ){{0,6}}?(?:{_NOUN}),? (?:(?:that|which) is )?{_CALLS} \"?{_NAME}"
)
_BEHIND = re.compile(
    rf"(?<!by )(?<!from )(?<!with ){_NAME}\"? ?(?:\([^()]{{1,40}}\))?,\"? (?:an?|the|its|[SF]+'s)"
    rf" (?:[\w'-]+ ){{0,6}}?(?:{_NOUN})\b"
)
_SIGNS = ("model", "llm", "librar", "toolkit", "framework", "simulator", "assistant", "chatbot", "app")
_UNKNOWN = frozenset("X")
_OURS = re.compile(r"[SF]{2,}")
_THEIRS = re.compile(r"[O]{3,}")


def explained(told: Tagged, *others: Tagged) -> tuple[Tagged, ...]:
    """The text with the names that it explains tagged, and other texts of the same post likewise."""
    names = dict(_names(told)) if any(sign in told.cls for sign in _SIGNS) and "X" in told.cls else {}
    return tuple(_tagged(each, names) if names else each for each in (told, *others))


def _names(told: Tagged) -> Iterator[tuple[str, str]]:
    """Each name and what kind of thing it is."""
    for sentence in told.sentences:
        words = told.cls[sentence.start : sentence.end]
        if "X" not in words or not _OURS.search(words) or _THEIRS.search(words):
            continue
        for pattern in (_BEFORE, _CALLED, _BEHIND):
            for found in pattern.finditer(words):
                start, end = (sentence.start + at for at in found.span("name"))
                yield told.folded[start:end], next(kind for kind in _KINDS if found[kind])


def _tagged(text: Tagged, names: dict[str, str]) -> Tagged:
    cls, added = list(text.cls), list[Mention]()
    for name, kind in names.items():
        entity = Entity(id="", kind="product", what=kind)
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text.folded):
            start, end = found.span()
            if not _UNKNOWN.issuperset(text.cls[start:end]):
                continue
            cls[start:end] = tag_of(entity) * (end - start)
            added.append(Mention(entity, start, end, text.folded[start:end], ""))
    everything = tuple(sorted([*text.mentions, *added], key=lambda m: m.start))
    return replace(text, cls="".join(cls), mentions=everything)
