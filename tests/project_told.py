"""Stories for the fold: what posts say above ``=>``, the chronology it makes below. And claims drawn by hypothesis.

    a cnbc.com 2025-04-06 | release shipped | Llama 4 | llama-4 | 2025-04-05 | cites Reuters; with amd
    =>
    a 2025-04-05 shipped C
    hard date-disjoint a b

A post: its name, domain, day ("-" for none) | type and status | object | object id | date | more, in any order:
``with NAME`` a counterpart, ``of the day`` the date is the post's own, ``cites NAME``, ``says WORDS``, ``denies``,
``alleges``, ``unnamed``, ``first-party``, ``secondary``, ``has NAME VALUE`` an attribute, ``aside KIND VALUE``,
``METRIC LOW[-HIGH] UNIT [in PERIOD] [at-least|at-most|about]`` a quantity.
A move: its claims joined by +, date, status, grade. A dispute: severity, rule, the two claims; ``settled`` after it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec
from hypothesis import strategies as st

from store.events import Attribution, Claim, PostObserved, Quantity
from store.interval import precision_of
from timeline.project import post_info, resolve
from timeline.project.model import ClaimRecord, Resolved

__all__ = ["chronology", "claims", "drawn", "holds", "record", "records"]

_FLAGS: dict[str, dict[str, Any]] = {
    "of the day": {"anchor": "published"},
    "denies": {"stance": "denied"},
    "alleges": {"stance": "alleged"},
    "unnamed": {"attribution": Attribution(speaker="unnamed")},
}
_TRUST = {"first-party": "first-party", "secondary": "secondary"}


@dataclass
class _More:
    actors: list[str] = field(default_factory=lambda: ["Meta"])
    slots: dict[str, Any] = field(default_factory=dict)
    quantities: list[Quantity] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    trust: str = "press"
    text: str = ""

    def take(self, word: str) -> None:
        """One of the extras."""
        first, _, rest = word.partition(" ")
        if word in _FLAGS:
            self.slots.update(_FLAGS[word])
        elif word in _TRUST:
            self.trust = _TRUST[word]
        elif first == "with":
            self.actors.append(rest)
        elif first == "cites":
            self.slots["attribution"] = Attribution(outlet=rest)
        elif first == "says":
            self.slots["quote"] = rest
        elif first == "text":
            self.text = rest
        elif first in ("has", "aside"):
            name, value = rest.split()
            self.attributes[name] = value
            self.slots |= {"aside": name} if first == "aside" else {}
        else:
            self.quantities.append(_quantity(word))


def _quantity(word: str) -> Quantity:
    metric, numbers, unit, *more = word.split()
    low, _, high = numbers.partition("-")
    period = more[more.index("in") + 1] if "in" in more else None
    bound = next((m for m in more if m in ("at-least", "at-most", "about")), "exact")
    return Quantity(
        text=f"{numbers} {unit}", metric=metric, low=float(low), high=float(high or low), unit=unit, period=period,
        bound=bound,  # type: ignore[arg-type]
    )  # fmt: skip


def record(line: str) -> ClaimRecord:
    """One line of a story as a claim."""
    head, kind, object_, object_id, date, *rest = [part.strip() for part in line.split("|")]
    name, domain, published = head.split()
    type_, status = kind.split()
    more = _More()
    for word in filter(None, (w.strip() for w in "".join(rest).split(";"))):
        more.take(word)
    day = None if date == "-" else date
    claim = Claim(
        type=type_,  # type: ignore[arg-type]
        object=object_, object_id=None if object_id == "-" else object_id, actors=tuple(more.actors),
        actor_ids=tuple(actor.casefold() for actor in more.actors), date=day, precision=precision_of(day),
        status=status,  # type: ignore[arg-type]
        quantities=tuple(more.quantities), attributes=more.attributes, **{"anchor": "absolute", **more.slots},
    )  # fmt: skip
    info = post_info(
        PostObserved(
            post=name, source="s", publisher=domain, title=f"From {name}", text=more.text or f"Words of {name} alone.",
            url=f"https://{domain}/{name}", published=None if published == "-" else published,
            trust=more.trust,  # type: ignore[arg-type]
        )
    )  # fmt: skip
    return ClaimRecord(key=name, claim=claim, post=info)


def records(story: str) -> list[ClaimRecord]:
    """The claims of the posts above ``=>``."""
    return [record(line) for line in story.partition("=>")[0].splitlines() if "|" in line]


def chronology(moves: list[Resolved]) -> list[str]:
    """Moves and disputes, as a story tells them."""
    lines = [f"{'+'.join(m.keys)} {m.date or '-'} {m.status} {m.grade}" for m in moves]
    told = {(d.severity, d.rule, d.left, d.right, d.settled) for m in moves for d in m.disputes}
    return lines + [f"{s} {rule} {a} {b}" + " settled" * done for s, rule, a, b, done in sorted(told)]


def holds(story: str | None) -> None:
    """Asserts that the posts above ``=>`` make the chronology below it, in whatever order they came."""
    assert story
    given, _, expected = story.partition("=>")
    wanted = [" ".join(line.split()) for line in expected.strip().splitlines()]
    told = records(given)
    assert chronology(resolve(told, [])) == wanted
    assert chronology(resolve(told[::-1], [])) == wanted


_DATES = (None, "2025", "2025-Q2", "2025-04", "2025-04-05", "2025-04-06", "2025-04-20", "2025-06-01", "2024-07-23")
_DAYS = (None, "2025-04-05", "2025-04-07", "2025-04-20", "2025-06-02")
_OBJECTS = (
    ("Llama 4", "llama-4"), ("Llama 4 Scout and Maverick", "llama-4-scout"), ("Llama 4 Scout", "llama-4-scout"),
    ("Llama 4 Behemoth", "llama-4-behemoth"), ("MTIA", "mtia"), ("pause of training on European posts", None),
    ("training on posts of Europeans paused", None), ("2025 capex guidance", None), ("supply of chips", None),
)  # fmt: skip
_TYPES = ("release", "partnership", "investment", "policy", "people", "milestone", "product", "incident", "acquisition")
_STATUSES = ("shipped", "announced", "planned", "rumoured", "delayed", "denied")
_AMOUNTS = st.builds(
    lambda low, width, bound: Quantity(text=f"{low}", metric="downloads", low=low, high=low + width, unit="downloads",
                                       bound=bound),
    st.sampled_from((1e6, 3e8, 6.5e8)), st.sampled_from((0, 1e8)), st.sampled_from(("exact", "at-least", "about")),
)  # fmt: skip


def claims() -> st.SearchStrategy[Claim]:
    """A claim that may be about what another one is about."""
    return st.builds(
        lambda type_, about, party, date, status, stance, anchor, amounts, outlet, count: Claim(
            type=type_, object=about[0], object_id=about[1], actors=("Meta", *party), actor_ids=("meta", *party),
            date=date, precision=precision_of(date), status=status, stance=stance, anchor=anchor,
            quantities=tuple(amounts), attribution=Attribution(outlet=outlet), attributes=count,
        ),
        st.sampled_from(_TYPES), st.sampled_from(_OBJECTS),
        st.sampled_from(((), ("amd",), ("nvidia",), ("amd", "arm"))),
        st.sampled_from(_DATES), st.sampled_from(_STATUSES), st.sampled_from(("asserted", "alleged", "denied")),
        st.sampled_from(("absolute", "published")), st.lists(_AMOUNTS, max_size=1),
        st.sampled_from((None, "CNBC", "cnbc.com", "Reuters")), st.sampled_from(({}, {}, {"model-count": "8"})),
    )  # fmt: skip


def drawn() -> st.SearchStrategy[list[ClaimRecord]]:
    """Claims of a few posts, up to three of one post."""
    post = st.tuples(st.sampled_from(_DAYS), st.sampled_from(("press", "first-party", "secondary")),
                     st.sampled_from(("same words told again by all who copy the wire", "")),
                     st.lists(claims(), min_size=1, max_size=3))  # fmt: skip
    return st.lists(post, min_size=1, max_size=7).map(_numbered)


def _numbered(posts: list[tuple[str | None, str, str, list[Claim]]]) -> list[ClaimRecord]:
    out = []
    for number, (published, trust, text, told) in enumerate(posts):
        info = post_info(
            PostObserved(
                post=f"p{number}", source="s", publisher=f"Press {number}", title="T",
                text=text or f"words of {number}", url=f"https://press{number}.example.com/1", published=published,
                trust=trust,  # type: ignore[arg-type]
            )
        )  # fmt: skip
        info = msgspec.structs.replace(info, domain=f"press{number}.com", known_from=published or "2026-01-01")
        out += [ClaimRecord(key=f"p{number}/{n}", claim=claim, post=info) for n, claim in enumerate(told)]
    return out
