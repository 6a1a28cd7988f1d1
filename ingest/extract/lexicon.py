"""lexicon.toml → names that can be found in a text: the subject, people, organisations, products, outlets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec
from ahocorasick_rs import AhoCorasick

from ingest.extract.fold import fold, lower, lowered
from ingest.toml import TomlFile, read_toml

__all__ = ["Entity", "Lexicon", "Mention", "load_lexicon"]

Kind = Literal["subject", "person", "organisation", "product", "outlet"]
MIN_SURNAME = 7  # letters: a shorter name of an officer alone ("Wang") may be anybody's
_KEYS: dict[str, set[str]] = {
    "subject": {"id", "name", "title", "names", "cased", "not_after", "pronouns"},
    "person": {"id", "names", "cased", "officer", "until", "not_after"},
    "organisation": {"id", "names", "cased", "rival", "regulator", "outlet", "not_after"},
    "product": {"id", "names", "cased", "kind", "variants", "bare", "aliases", "needs_subject", "not_after", "shared"},
    "outlet": {"names", "cased"},
}


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the lexicon knows."""

    id: str
    kind: Kind
    what: str = ""  # of a product: model, tool, app, chip, site, place
    officer: bool = False  # speaks and acts for the subject
    until: str = ""  # the month in which an officer left: "2025-11"
    rival: bool = False
    regulator: bool = False
    outlet: bool = False
    needs_subject: bool = False  # an ambiguous name: counts only in a text about the subject
    variants: tuple[str, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()  # another spelling → the one that ids are made of, the longest first
    not_after: tuple[str, ...] = ()  # what may not come right behind, with and without a blank before it
    shared: tuple[str, ...] = ()  # names of the subject that this product bears as well, in lower case


class Mention(msgspec.Struct, frozen=True):
    """A name in a text, with what belongs to it (versions, sizes, variants)."""

    entity: Entity
    start: int
    end: int
    text: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names, in one automaton."""

    subject: Entity
    name: str
    pronouns: tuple[str, ...]
    entities: dict[str, Entity]
    bare: dict[str, str]  # bare variant name → object id
    _automaton: AhoCorasick = field(repr=False)
    _owners: tuple[tuple[Entity, str, bool], ...] = field(repr=False)  # (entity, name, cased) of each pattern
    _hints: AhoCorasick | None = field(repr=False)
    title: str = ""  # what the chronology is called
    shared: dict[str, Entity] = field(default_factory=dict)  # a name of the subject → the product that bears it too

    def mentions(self, folded: str) -> list[Mention]:
        """The names in a folded text, leftmost and longest first, whole words only."""
        low, out, last = lowered(folded), list[Mention](), -1
        for start, end, entity, _ in self._named(low, folded):
            if start < last:
                continue
            if entity.kind == "person" and not folded[start].isupper():
                continue
            if entity.not_after and low.startswith(entity.not_after, end):
                continue
            stop = _extended(low, end, entity) if entity.kind == "product" else end
            out.append(Mention(entity, start, stop, folded[start:stop], _object_id(low[start:stop], entity, self.bare)))
            last = stop
        return out

    def hinted(self, text: str) -> bool:
        """Whether a text, set however it may be, can hold a name at all that makes it ``relevant``: the quick look that
        spares most posts the careful one.
        """
        return self._hints is None or bool(self._hints.find_matches_as_indexes(lower(text)))

    def relevant(self, text: str) -> bool:
        """Whether the subject or one of its products is named at all: one pass, no more."""
        folded = fold(text)
        for start, end, entity, name in self._named(lowered(folded), folded):
            if entity.kind == "product" and text[start:end].isalpha() and text[start:end].islower():
                continue  # a llama is an animal until the subject is named
            if _own(entity, name):
                return True
        return False

    def _named(self, low: str, folded: str) -> list[tuple[int, int, Entity, str]]:
        """Where a name stands as whole words, written as it must be; the leftmost first, and of those the longest.

        All are looked for, overlapping: the longest one may be no whole word ("meta ai" in "Meta aims").
        """
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if _whole_word(low, start, end):
                _, name, cased = self._owners[index]
                if not cased or folded[start:end] == name:
                    found.append((start, -end, index))
        found.sort()
        return [(start, -end, self._owners[index][0], self._owners[index][1]) for start, end, index in found]

    def actor_id(self, name: str) -> str | None:
        """The canonical id of an actor's name."""
        found = self.mentions(fold(name))
        return found[0].entity.id if found else None

    def object_id(self, name: str) -> str | None:
        """The canonical id of an object's name, where it names a product."""
        found = [m for m in self.mentions(fold(name)) if m.entity.kind == "product"]
        return found[0].object_id if found else None


def _own(entity: Entity, name: str) -> bool:
    """Whether this name alone makes a text relevant."""
    if entity.officer and len(name) > MIN_SURNAME:
        return True
    return entity.kind == "subject" or (entity.kind == "product" and not entity.needs_subject)


def _hints(names: list[tuple[Entity, str, bool]]) -> AhoCorasick | None:
    """Of each name of the subject's own a run of letters and digits, which no folding and squeezing of blanks touches:
    the one that most of them share, and of those the longest. None where a name has none.
    """
    own = [set(re.findall("[a-z0-9]+", n.lower())) for entity, n, _ in names if _own(entity, n)]
    shared = Counter(run for runs in own for run in runs)
    best = {max(runs, key=lambda r: (len(r) > 2, shared[r], len(r), r), default="") for runs in own}
    return None if "" in best else AhoCorasick(sorted(best))


def _whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("$", "@", "_")) and not (after.isalnum() or after == "_")


_MORE = re.compile(
    r"[ -](?:v?\d+(?:\.\d+)?[a-z]?(?![\w%-]| (?:percent|million|billion|gigawatt))"
    r"|\d+(?:\.\d+)?[bmx](?:x\d+[be])?\b|\d+[bt]\b)"
)

_JOINED = (" ", "-")


def _extended(low: str, end: int, entity: Entity) -> int:
    """Takes in what follows a product's name and belongs to it: ``Llama 3.1 405B``, ``Llama 4 Scout``."""
    while low[end : end + 1] in _JOINED:
        if found := _MORE.match(low, end):
            end = found.end()
            continue
        variant = next(
            (v for v in entity.variants if low.startswith(f" {v}", end) and _ends(low, end + 1 + len(v))), None
        )
        if variant is None:
            break
        end += 1 + len(variant)
    return end


def _ends(low: str, at: int) -> bool:
    return not low[at : at + 1].isalnum()


def _object_id(name: str, entity: Entity, bare: dict[str, str]) -> str:
    if name in bare:
        return bare[name]
    for alias, plain in entity.aliases:
        if name.startswith(alias):
            name = plain + name[len(alias) :]
            break
    return re.sub(r"[^a-z0-9.]+", "-", name).strip("-") if entity.kind == "product" else entity.id


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon, validated whole. Raises ConfigError naming file, line and key."""
    file = read_toml(path)
    tables = list(_tables(file))
    subject = next((t for kind, _, t in tables if kind == "subject"), None)
    if subject is None:
        raise file.error("the lexicon names no subject", table="subject")
    entities, names, bare = {}, [], {}
    for kind, index, table in tables:
        entity = _entity(file, kind, index, table)
        entities[entity.id] = entity
        names += [(entity, n, False) for n in table.get("names", ())] + [
            (entity, n, True) for n in table.get("cased", ())
        ]
        for short, full in table.get("bare", {}).items():
            bare[short] = full
            names.append((entity, short.capitalize(), True))
    automaton = AhoCorasick([n.lower() for _, n, _ in names])
    return Lexicon(
        entities[subject["id"]],
        subject["name"],
        tuple(subject.get("pronouns", ())),
        entities,
        bare,
        automaton,
        tuple(names),
        _hints(names),
        subject.get("title") or f"{subject['name']} moves",
        {name: entity for entity in entities.values() for name in entity.shared},
    )


def _tables(file: TomlFile) -> Iterator[tuple[Kind, int, dict[str, Any]]]:
    for name, value in file.data.items():
        if name not in _KEYS:
            raise file.error(f"unknown table; known are {', '.join(_KEYS)}", table=name)
        for index, table in enumerate(value if isinstance(value, list) else [value]):
            yield name, index, table  # type: ignore[misc]


def _entity(file: TomlFile, kind: Kind, index: int, table: dict[str, Any]) -> Entity:
    for key, value in table.items():
        if key not in _KEYS[kind]:
            raise file.error(
                f"unknown key; known are {', '.join(sorted(_KEYS[kind]))}", table=kind, index=index, key=key
            )
        if key in ("names", "cased", "variants", "not_after", "pronouns", "shared") and not (
            isinstance(value, list) and value and all(isinstance(v, str) and v for v in value)
        ):
            raise file.error("a list of texts is wanted", table=kind, index=index, key=key)
    if not table.get("names") and not table.get("cased"):
        raise file.error("names nothing: give names or cased", table=kind, index=index, key="names")
    if kind != "outlet" and not table.get("id"):
        raise file.error("has no id", table=kind, index=index, key="id")
    return Entity(
        id=table.get("id", "outlet"),
        kind=kind,
        what=table.get("kind", ""),
        officer=table.get("officer", False),
        until=table.get("until", ""),
        rival=table.get("rival", False),
        regulator=table.get("regulator", False),
        outlet=table.get("outlet", kind == "outlet"),
        needs_subject=table.get("needs_subject", False),
        variants=tuple(table.get("variants", ())),
        aliases=tuple(sorted(table.get("aliases", {}).items(), key=lambda pair: -len(pair[0]))),
        not_after=tuple(blank + word for word in table.get("not_after", ()) for blank in ("", " ")),
        shared=tuple(table.get("shared", ())),
    )
