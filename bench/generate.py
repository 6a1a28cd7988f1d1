"""A made-up chronology for measuring: stories told by posts, as unevenly as real ones are.

A few things are told of by hundreds of posts and most by one; names carry version numbers as real ones do; one claim in
fifty puts the story on another day or gives it another figure, some are rumours, some have no date. No clock, no files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from store.events import Claim, ClaimsExtracted, PostObserved, Quantity
from store.log import NewEvent

__all__ = ["generate"]

FIRST, DAYS = date(2013, 12, 1), 4700
PUBLISHERS = tuple(f"Paper {n}" for n in range(60))
#: what is told of a thing besides its release: type, what the post calls it
LATER = (
    ("product", "{a} {b} in the {other} app"), ("research", "{name} {a} {b}"),
    ("policy", "{a} of {b} training in {other}"), ("milestone", "{name} downloads"),
    ("partnership", "{name} on {a} {b} of {other}"), ("people", "head of {name} {a}"),
    ("incident", "{a} of {name} weights by {other}"), ("investment", "{a} data centre near {other}"),
)  # fmt: skip
COMMON = 400  # words that such phrases are made of besides names
PER_POST = 3


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, before anybody tells of it."""

    type: str
    object: str
    object_id: str | None
    day: date
    partner: str
    figure: float


def generate(claims: int, seed: int = 7) -> Iterator[NewEvent]:
    """Posts of three claims each, and what was read out of them, in order of publication."""
    chance = random.Random(seed)
    tellings = sorted(_tellings(chance, claims), key=lambda entry: entry[:2])
    for number in range(0, len(tellings), PER_POST):
        part = tellings[number : number + PER_POST]
        yield from _post(chance, f"p{number}", part[-1][0], [story for *_, story in part])


def _tellings(chance: random.Random, claims: int) -> list[tuple[date, float, Story]]:
    """(day of the post, tie, story): most stories are told once or twice, a few hundreds of times."""
    found: list[tuple[date, float, Story]] = []
    for story in _stories(chance):
        for _ in range(min(int(chance.paretovariate(1.2)), 200)):
            delay = chance.choice((0, 0, 1, 1, 2, 5)) if chance.random() < 0.9 else int(chance.expovariate(1 / 200))
            found.append((story.day + timedelta(delay), chance.random(), story))
            if len(found) == claims:
                return found
    return found


def _stories(chance: random.Random) -> Iterator[Story]:
    """A thing comes out, and more is told of it in the years after; of well-known ones much more."""
    common = [_word(chance).casefold() for _ in range(COMMON)]
    while True:
        name, version = _word(chance), chance.choice(("", " 2", " 3", " 3.1", " 4"))
        out = FIRST + timedelta(chance.randrange(DAYS))
        whole = name + version
        slug = whole.casefold().replace(" ", "-")
        yield Story(chance.choice(("release", "release", "chip")), whole, slug, out, "", 0.0)
        for _ in range(min(int(chance.paretovariate(0.9)), 120)):
            kind, phrase = chance.choice(LATER)
            other = _word(chance)
            told = phrase.format(name=whole, other=other, a=chance.choice(common), b=chance.choice(common))
            day = out + timedelta(int(chance.expovariate(1 / 250)))
            counted = slug if kind == "milestone" else None
            yield Story(kind, told, counted, day, f"{other} Inc", round(10 ** chance.uniform(5, 9), -4))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfghjklmnprstvwz") + chance.choice("aeiou") for _ in range(4)).capitalize()


def _post(chance: random.Random, name: str, day: date, stories: list[Story]) -> Iterator[NewEvent]:
    publisher = chance.choice(PUBLISHERS)
    claims = tuple(_claim(chance, story, day) for story in stories)
    observed = PostObserved(
        post=name, source=publisher, publisher=publisher, title=f"On {stories[0].object}",
        text=" ".join(part for claim in claims for part in (_prose(chance), claim.quote or "")),
        url=f"https://{publisher.casefold().replace(' ', '')}.example/{name}",
        published=f"{day.isoformat()}T{chance.randrange(24):02d}:00:00Z",
    )  # fmt: skip
    yield NewEvent(observed, f"post:{name}", f"observed/{name}")
    read = ClaimsExtracted(post=name, revision=1, extractor="rules", version="1", claims=claims)
    yield NewEvent(read, f"post:{name}", f"claims/{name}/1/rules@1")


def _prose(chance: random.Random) -> str:
    """Words of the post's own: no two writers use the same."""
    return " ".join(f"word{chance.randrange(3000)}" for _ in range(20)) + "."


def _claim(chance: random.Random, story: Story, posted: date) -> Claim:
    wrong = chance.random() < 0.02
    day = story.day + timedelta(chance.choice((10, 40, 80)) if wrong else 0)
    forms = ((day.isoformat(), "day"), (day.isoformat()[:7], "month"), (day.isoformat()[:4], "year"), (None, "unknown"))
    text, precision = chance.choices(forms, (60, 28, 2, 10))[0]
    anchor = "published" if text == posted.isoformat() and chance.random() < 0.5 else "absolute"
    status = "rumoured" if chance.random() < 0.04 else chance.choice(("announced", "shipped", "shipped"))
    return Claim(
        type=story.type, object=story.object, object_id=story.object_id, date=text,  # type: ignore[arg-type]
        actors=("Meta", story.partner) if story.partner else ("Meta",),
        actor_ids=("meta", None) if story.partner else ("meta",), precision=precision, anchor=anchor,  # type: ignore[arg-type]
        status=status, quantities=_figures(story, wrong),  # type: ignore[arg-type]
        quote=f"Meta said that {story.object} is here, a {story.type} of note.",
    )  # fmt: skip


def _figures(story: Story, wrong: bool) -> tuple[Quantity, ...]:
    """What a milestone counts, what an investment costs; a wrong one is half as much again."""
    if story.type not in ("milestone", "investment"):
        return ()
    value = story.figure * (1.5 if wrong else 1)
    if story.type == "milestone":
        return (Quantity(text=f"{value:,.0f} downloads", metric="downloads", low=value, high=value, unit="downloads"),)
    return (Quantity(text=f"${value:,.0f}", low=value, high=value, unit="USD"),)
