"""Proper names that nobody has told us, by their capitals: ``Glimmer``, ``Orca Labs``, ``iPhone``.

Texts repeat their words, so what a word can be is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

__all__ = ["unknown"]

# begins with a set of characters, so that the search leaps from one capital to the next: one that opens a word, with
# the words joined to it, or one inside a word that began small
_PROPER = re.compile(r"[A-Z](?:(?<!\w.)(?:[\w&.'-]*[\w&])?(?: (?:of |de |van |von )?[A-Z][\w&.'-]*\w)*|(?<=[a-z].)\w*)")
_WORDS = re.compile(r"[^ ]+")
_INSIDE = re.compile(r"[a-z][A-Z]|\d")
_PERSON = re.compile(r"[A-Z][a-z'.-]+(?: [A-Z]\.)? [A-Z][A-Za-z'-]+[a-z]")
_ADJECTIVE = re.compile(r"^(?:AI|US|EU|UK)-|-(?:based|optimi[sz]ed|powered|driven|specific|focused|enabled|led|wide)$")
_BY_PLACE = re.compile(r"[^\W\d_]+(?: of)?")
_UNNAMED = frozenset("gpu gpus cpu cpus api apis llm llms ai ceo cto".split())
_COMMON = frozenset(
    """the a an in on at by for of to and but or if when while as after before since until with from this that
    these those it its he she they we you i our his her their there here what who why how which where not no yes
    so then now today yesterday according both all some most many several few one two three four five six seven
    eight nine ten first second last next other another new more less such even only also still just yet however
    meanwhile moreover because although though under over during january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday ai ceo
    cto cfo vp gpu gpus cpu cpus api llm llms us eu uk founded built trained based open source artificial
    intelligence internet chief executive officer president introducing announcing meet unveiling presenting releasing
    launching launched released unveiled""".split()
)
#: a single word at the head of a sentence is a name where it is explained, or does what only somebody does
_EXPLAINED = re.compile(
    r", (?:an?|the|which|whose|who|formerly|backed|founded|based|bought|acquired|led|once|now) "
    r"| (?:said|says|announced|announces|agreed|agrees|signed|signs|told|confirmed|raised|won|sold|sells|bought|buys)\b"
    r"| and [A-Z]| (?:has|had) (?:\w+ly )?(?:said|won|agreed|signed|raised|announced|bought|hired|been (?:named"
    r"|chosen|picked|acquired))\b"
    r"| (?:was|is) (?:founded|named|chosen|picked|acquired|bought|tapped|partnering|teaming|now (?:part|owned))\b"
    r"| (?:will|would|to) (?:supply|provide|sell|deliver|power|design|manufacture)\b"
)
_THING = re.compile(
    r"(?:tion|sion|ment|ings?|ness|ity|[ae]nce|ship|thing|body|one|ism|[^s']s|ly|ware|less|self|ure|logy|more|els"
    r"|ever)$"
)
_THINGS = frozenset(
    """work demand access research power money staff trust data code progress growth interest support capital energy
    land water silicon compute video audio music voice text talk time life society congress police management progress
    business press everyone anyone nobody someone none neither either half much part thanks missing gone left right
    asked like unlike should would could can may might will must is are was were does did has have had welcome big
    good great bad same similarly earlier later early late soon long instead perhaps maybe back inside outside above
    below between among behind beyond per via total net gross profit income cash debt news word plan project help
    people content user nothing hardware history reality rather worth step top key test model chip app tool lab team
    company firm group unit deal report post court judge state government industry market street talent
    europe america britain""".split()
)
_AROUND = 3_000  # characters in which the word would come again, were it one
#: countries and seats of governments, and who is of there
_PLACES = frozenset(
    """brazil brazilian brasilia italy italian rome china beijing chinese france french paris germany german berlin
    cologne hamburg spain spanish madrid ireland irish dublin norway norwegian denmark danish sweden swedish dutch
    netherlands belgium belgian austria austrian poland polish turkey turkish india indian delhi japan japanese tokyo
    korea korean seoul australia australian canberra canada canadian ottawa britain british london kenya kenyan nigeria
    nigerian indonesia indonesian malaysia malaysian singapore taiwan israel israeli mexico mexican argentina chile
    colombia europe european europeans brussels washington texas louisiana ohio wyoming indiana california""".split()
)
#: characters; what is longer is no word that comes again, and must not fill the memory
_LONGEST = 60

_Spans = tuple[tuple[int, int], ...]


def unknown(folded: str, known: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the proper names of a folded text stand, in order. ``known``: where names stand that are none of these."""
    taken = bytearray(len(folded))
    for start, end in known:
        taken[start:end] = b"\1" * (end - start)
    found = [(start, end, _initial(folded, start)) for start, end in _proper(folded)]
    # a name elsewhere in the text is one at the head of a sentence too
    surnames = {folded[start:end].removesuffix("'s") for start, end, initial in found if not initial}
    for start, end, initial in found:
        word = folded[start:end]
        inside, opening = _names(word) if end - start < _LONGEST else _names.__wrapped__(word)
        if not (inside or opening):
            continue
        spans = opening if initial else inside
        if spans and taken.find(1, start, end) >= 0:
            spans = _free(word, initial=initial, taken=taken[start:end])
        if initial and not spans and _known_so(folded, (start, end), taken, surnames):
            spans = inside  # "Doe" at the head of a sentence, once there was a "Jane Doe"
        for first, stop in _no_places(word, spans):
            if _PERSON.fullmatch(word, first, stop):
                surnames.add(word[first:stop].split(" ")[-1])
            yield start + first, start + stop


def _known_so(folded: str, span: tuple[int, int], taken: bytearray, surnames: set[str]) -> bool:
    """Whether a word at the head of a sentence is a name by what stands elsewhere, or behind it."""
    word = folded[slice(*span)]
    return word.removesuffix("'s") in surnames or (taken.find(1, *span) < 0 and _told_so(folded, word, span[1]))


def _told_so(folded: str, word: str, end: int) -> bool:
    """Whether what stands behind a single word at the head of a sentence makes it a name: ``Orca, a startup``."""
    owner = word.endswith("'s")
    low = word.removesuffix("'s").lower()
    if " " in word or low in _COMMON or low in _THINGS or not low.isalpha() or len(low) < 4:
        return False
    if _THING.search(low) or not (owner or _EXPLAINED.match(folded, end)):
        return False
    return folded.find(f" {low}", max(0, end - _AROUND), end + _AROUND) < 0  # no word of the text


def _no_places(word: str, spans: _Spans) -> Iterator[tuple[int, int]]:
    """The names that are no country's: such a one is no party, what it does is told by the words."""
    return ((start, end) for start, end in spans if word[start:end].removesuffix("'s").lower() not in _PLACES)


def _proper(folded: str) -> Iterator[tuple[int, int]]:
    """Words with a capital, and those joined to them."""
    last = 0
    for found in _PROPER.finditer(folded):
        start, end = found.span()
        if start and "a" <= folded[start - 1] <= "z" and (start := _opening(folded, start, last)) < 0:
            continue
        last = end
        yield start, end


def _opening(folded: str, at: int, last: int) -> int:
    """Where a word begins that has its first capital inside, -1 if it does not begin with small letters alone."""
    while at > last and "a" <= folded[at - 1] <= "z":
        at -= 1
    before = folded[at - 1 : at]
    return -1 if before.isalnum() or before == "_" else at


@lru_cache(maxsize=8192)
def _names(word: str) -> tuple[_Spans, _Spans]:
    """The names in a word or in several joined ones, inside a sentence and at its opening.

    Inside a sentence a capital is enough; at its opening it takes two words, or a capital or a digit inside.
    """
    joined, common = " " in word, word.split(maxsplit=1)[0].lower().rstrip(".'") in _COMMON
    if common and not joined:
        return (), ()
    inside = _free(word, initial=False)
    if joined and common:  # "The Orca Foundation": the first word is none of it
        skip = word.index(" ") + 1
        return inside, tuple((start + skip, end + skip) for start, end in _free(word[skip:], initial=False))
    told = _INSIDE.search(word) is not None or joined
    return inside, _free(word, initial=True) if told else ()


def _free(word: str, *, initial: bool, taken: bytearray | None = None) -> _Spans:
    """The stretches of a proper name that are no known name: ``Meta's ScaleRL`` leaves ``ScaleRL``.

    ``taken``: 1 for each of its letters that is of a known name.
    """
    out: list[tuple[int, int]] = []
    for each in _WORDS.finditer(word):
        start, end = each.span()
        if (taken and taken.find(1, start, end) >= 0) or each[0].lower() in _UNNAMED or _ADJECTIVE.search(each[0]):
            continue
        if out and out[-1][1] + 1 == start:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    if initial and out and out[0][0] == 0 and out[0][1] < len(word) and _BY_PLACE.fullmatch(word[: out[0][1]]):
        del out[0]  # "Should Meta", "Downloads of Llama": a capital by its place
    return tuple(out)


def _initial(folded: str, at: int) -> bool:
    """Whether a word opens a sentence or a line."""
    if at > 1 and folded[at - 1] == " " and folded[at - 2] not in " \"'(*":
        return folded[at - 2] in ".!?:\n"
    before = folded[max(0, at - 8) : at].rstrip(" \"'(*")
    return not before or before[-1] in ".!?:\n" or folded[at - 1 : at] == "\n"
