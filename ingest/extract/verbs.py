"""The verbs that report a move, in all their forms; how each stands is told by ``moods``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick

from ingest.extract.clauses import Clause
from ingest.extract.lemmas import CLASSES, DOUBLED, IRREGULAR
from ingest.extract.moods import before, is_passive, mood_of
from ingest.extract.tagged import Tagged

__all__ = ["Form", "Hit", "classes_of", "forms", "hits"]

#: participles that are no past tense: without "has" they are passive, as in headlines ("demo taken offline")
_PARTICIPLES = frozenset(form for forms in IRREGULAR.values() if "|" in forms for form in forms.split("|")[1:]) - {
    "come",
    "run",
    "become",
}


#: "labeled" in one English, "labelled" in the other
_EITHER = re.compile(r"[a-z]{2,}[^aeiou][aeiou]l$")


def _forms(lemma: str) -> dict[str, str]:
    """Form → regex alternatives of a verb: base, third, past, ing."""
    stem = lemma.removesuffix("e")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    else:
        double = lemma + lemma[-1] if lemma in DOUBLED else stem
        third = lemma + ("es" if lemma.endswith(("sh", "ch", "ss", "x", "o")) else "s")
        past, ing = double + "ed", double + "ing"
        if _EITHER.search(lemma):
            past, ing = f"{past}|{lemma}led", f"{ing}|{lemma}ling"
        if lemma.endswith(("ee", "ie")):  # agreeing, tying
            ing = lemma + "ing" if lemma.endswith("ee") else lemma[:-2] + "ying"
    return {"base": lemma, "third": third, "past": IRREGULAR.get(lemma, past), "ing": ing}


def _table() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Every form → (class, lemma, form)."""
    out: dict[str, list[tuple[str, str, str]]] = {}
    for name, words in CLASSES.items():
        for word in dict.fromkeys(words.split()):
            verb = word.split("+")[0]
            for form, alternatives in _forms(verb).items():
                for spelled in alternatives.split("|"):
                    out.setdefault(spelled, []).append((name, word, form))
    return {k: tuple(v) for k, v in out.items()}


_TABLE = _table()
#: "open-source" is written with a blank as well
_SPELLED = tuple(sorted({spelled for form in _TABLE for spelled in (form, form.replace("-", " "))}))
_FINDER = AhoCorasick(_SPELLED)

_ADJECTIVE = re.compile(
    r"\b(?:be|is|are|was|were|fully|more|most|truly|completely|an?|the|its|of|as|such|stay|remain|has|have|with"
    r"|via|through|under|and|or)\s+$"
)
_VERBAL = re.compile(r"\b(?:to|will|would|can|could|may|might|should|not)\s+(?:\w+ly\s+)?$")
#: a noun or an adjective before a bare form makes it a noun as well: "suspend contract terms", "a new lease"
_NOUN_BEFORE = re.compile(
    r"(?:^|[\s\"'(])(?!(?:to|not|and|or|but|also|now|then|just|even|still|soon|never|ever|again|further|often|instead|will|would|can|could|may|might|should|must|shall"
    r"|did|does|do|help|helps|helped|let|lets|who|that|which|they|we|you|people|staff|together|today|yesterday|both|all"
    r"|dont|cannot|inc|plc)\b)[a-z-]*[a-rt-xz]\s+$|(?:any|many|every|only)\s+$"
)
_PARTICIPLE_BEFORE = re.compile(r"\b[a-z]{2,}ed\s+$")
_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|their|his|her|this|that|each|our|new|recent|latest|upcoming|public|for|of|in|with|on"
    r"|under|at|press|'s|next|first)\s+$"
)


#: a form of a verb as it is spelled, and where it stands
Form = tuple[str, int, int]


class Hit(msgspec.Struct, frozen=True):
    """A verb as it stands.

    ``mood``: fact, perfect, present, will, modal, infinitive, progressive, participle, gerund, negated, hypothetical.
    """

    classes: tuple[str, ...]
    lemmas: tuple[str, ...]
    start: int
    end: int
    form: str
    passive: bool
    mood: str
    governor: str = ""  # the words before "to": "plans", "agreed", "in talks"


@cache
def classes_of(form: str) -> tuple[str, ...]:
    """The classes of all the verbs that a form may be of."""
    return tuple(dict.fromkeys(name for name, _, _ in _TABLE[form.replace(" ", "-")]))


def hits(tagged: Tagged, clause: Clause, among: list[Form] | None = None) -> list[Hit]:
    """The verbs of a clause, in order. ``among``: the forms of its whole sentence, where they are known."""
    out = []
    for word, start, end in forms(tagged.cls, clause.start, clause.end) if among is None else among:
        if not clause.start <= start < clause.end:
            continue
        readings = _TABLE[word.replace(" ", "-")]
        if any("+" in lemma for _, lemma, _ in readings):
            readings = tuple(r for r in readings if _particle(r[1], tagged.cls, end, clause.end))
        if readings:
            hit = _hit(tagged, clause, (word, start, end), readings)
            if hit is not None:
                out.append(hit)
    return out


def forms(cls: str, start: int, end: int) -> list[Form]:
    """Every form of a verb that stands as a word of its own, the longer where two begin at one place.

    Particles are not looked for: ``bring`` stands for ``bring+to`` as well.
    """
    out, last = list[Form](), start
    found = sorted(_FINDER.find_matches_as_indexes(cls[start:end], overlapping=True), key=lambda f: (f[1], -f[2]))
    for number, first, stop in found:
        at, to = first + start, stop + start
        after = cls[to] if to < end else " "
        if at >= last and not (after == "-" or _is_letter(after) or (at and _is_letter(cls[at - 1]))):
            out.append((_SPELLED[number], at, to))
            last = to
    return out


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


#: verbs whose object stands before their particle as often as behind it
_TAKES_OBJECT = frozenset(
    "make put bring take let lay push give hand turn throw set hold build roll switch shut pull pick snap scoop"
    " try".split()
)


def _particle(word: str, cls: str, at: int, end: int) -> bool:
    """Whether the particle of a verb follows, next or after its object's first words: ``made Llama available``."""
    if "+" not in word:
        return True
    verb, *particles = word.split("+")
    far = 60 if verb in _TAKES_OBJECT else 24
    words = cls[at : min(end, at + far)]
    return all(p in words for p in particles) and all(re.search(rf"\b{p}\b", words) for p in particles)


def _no_verb(cls: str, word: str, end: int, left: str, forms: frozenset[str]) -> bool:
    """Whether a form of a verb stands as a noun or an adjective."""
    if forms & {"base", "third"} and "past" not in forms and _DETERMINED.search(left):
        return True  # "the release", "its launch"
    if not left.strip(" \"'(") and "third" in forms and cls.startswith(" that ", end):
        return True  # "Claims that it had ..."
    if (forms == {"base"} and _NOUN_BEFORE.search(left)) or (forms == {"third"} and _PARTICIPLE_BEFORE.search(left)):
        return True  # "suspend contract terms", "unveiled plans"
    if word in ("open source", "open-source", "post"):
        return not _VERBAL.search(left)  # "open source models", "a blog post"
    if word != "open":
        return False
    quoted = left[-1:] in ('"', "'") and cls[end : end + 1] in ('"', "'")  # in scare quotes
    return quoted or _ADJECTIVE.search(left) is not None


def _hit(
    tagged: Tagged, clause: Clause, found: tuple[str, int, int], readings: tuple[tuple[str, str, str], ...]
) -> Hit | None:
    word, start, end = found
    left = tagged.cls[clause.start : start]
    classes, lemmas, forms = _told(readings)
    form = readings[0][2]
    if _no_verb(tagged.cls, word, end, left, forms) or (form == "past" and left.endswith(" as ")):
        return None  # ... "as shown below"
    may = before(left)
    passive = "past" in forms and is_passive(left, may, participle=word in _PARTICIPLES)
    governor, mood = mood_of(left, may, forms, tagged.cls[clause.start : clause.end])
    if "past" in forms and form != "past" and (passive or mood in ("perfect", "fact")):
        form = "past"
    return Hit(classes, lemmas, start, end, form, passive, mood, governor)


@lru_cache(maxsize=4096)
def _told(readings: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """The classes, lemmas and forms of what a verb may be, each once and in order."""
    classes, lemmas, forms = zip(*readings, strict=True)
    return tuple(dict.fromkeys(classes)), tuple(dict.fromkeys(lemmas)), frozenset(forms)
