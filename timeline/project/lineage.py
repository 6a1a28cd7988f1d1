"""Where a claim's knowledge comes from: the outlet it cites, the text it copies, or the owner of its domain. Pure.

Corroboration counts lineages, not posts: a source that cites another, or prints the same wire text, adds none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.project.model import ClaimRecord, PostInfo
from timeline.project.once import once
from timeline.project.posts import HOSTS, SKETCH, owner_of, resemblance
from timeline.project.words import fold

__all__ = ["FIRST", "Line", "Wires", "lines_of", "outlet"]

#: the lineage of the subject's own publications
FIRST = "meta"
#: one owner under several names and domains; the short name of an outlet and the label of its domain
_OWNERS = {
    "fb": FIRST, "facebook": FIRST, "llama": FIRST, "pytorch": FIRST, "metaai": FIRST, "metaplatforms": FIRST,
    "atmeta": FIRST, "wallstreetjournal": "wsj", "newyorktimes": "nytimes", "financialtimes": "ft", "ap": "apnews",
    "associatedpress": "apnews", "insider": "businessinsider", "bbcnews": "bbc", "verge": "theverge",
    "decoder": "the-decoder",    "information": "theinformation", "guardian": "theguardian", "register": "theregister",
    "reutersnews": "reuters",
    "thomsonreuters": "reuters", "bloombergnews": "bloomberg",
}  # fmt: skip
_SAME_TEXT = 0.7  # of the shingles: a headline and a dateline may differ
_BUCKETS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """The lineage of a claim. ``more``: further ones, of a curated entry that was checked in several places."""

    name: str
    why: str
    more: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every lineage that the claim counts for."""
        return (self.name, *self.more)


@lru_cache(maxsize=8192)
def outlet(name: str) -> str:
    """The lineage of an outlet or domain: ``CNBC``, ``cnbc.com`` and ``https://www.cnbc.com/1`` are ``cnbc``."""
    domain = owner_of(name if "://" in name else f"https://{name}") if "." in name and " " not in name.strip() else ""
    if "/" in domain or domain.partition(".")[2] in HOSTS:
        return domain
    label = domain.partition(".")[0] if domain else fold(name).removeprefix("the ").replace(" ", "")
    return _OWNERS.get(label, _OWNERS.get(label.removeprefix("the"), label)) or "unknown"


def lines_of(records: Sequence[ClaimRecord], wires: Wires | None = None) -> dict[str, Line]:
    """Claim key → its lineage, among the claims of one move. ``wires``: followed so far, or from the start."""
    posts = {record.post.id: record.post for record in records if record.entry is None}
    copies = (wires or Wires()).copies(posts.values())
    lines = {record.key: _copied(record, copies) or _line(record) for record in records}
    handed = _handed_on(records, lines)
    return {key: _followed(line, handed) for key, line in lines.items()}


def _handed_on(records: Sequence[ClaimRecord], lines: dict[str, Line]) -> dict[str, str]:
    """Owner → where it has it from, of those that have nothing of their own here: who cites them, cites that."""
    own: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if record.entry is None:
            own[_own(record.post)].add(lines[record.key].name)
    return {owner: min(names) for owner, names in own.items() if owner not in names}


def _followed(line: Line, handed: dict[str, str]) -> Line:
    """The lineage at the end of the chain; of outlets that cite each other in a circle, the first by name."""
    name, seen = line.name, list[str]()
    while name in handed and name not in seen:
        seen.append(name)
        name = handed[name]
    end = min(seen[seen.index(name) :]) if name in seen else name
    return line if end == line.name else Line(end, f"{line.why}, which has it from {end}", line.more)


def _copied(record: ClaimRecord, copies: Mapping[str, tuple[str, str]]) -> Line | None:
    """The lineage of a text that others print too, where the claim cites nobody else."""
    copy = copies.get(record.post.id) if copies and record.entry is None else None
    if copy is None or _cites(record):
        return None
    name, title = copy
    return Line(name, f"same text as {title}")


def _cites(record: ClaimRecord) -> str | None:
    """The other outlet that a claim has it from."""
    cited = record.claim.attribution.outlet
    return cited if cited and outlet(cited) != _own(record.post) else None


@once
def _line(record: ClaimRecord) -> Line:
    """The lineage of a claim by itself."""
    if record.entry is not None:
        return _checked(record)
    if cited := _cites(record):
        return Line(outlet(cited), f"cites {cited}")
    return Line(_own(record.post), "domain owner" if record.post.url else "publisher")


@once
def _own(post: PostInfo) -> str:
    return outlet(post.domain or post.publisher or post.id)


def _checked(record: ClaimRecord) -> Line:
    """A curated entry is as good as the places where it was checked; the subject's own come first."""
    owners = {outlet(owner_of(c.url) or c.publisher) for c in record.citations}
    if not owners:
        return Line(f"entry:{record.entry}", "curated, cites nothing")
    first, *more = sorted(owners, key=lambda name: (name != FIRST, name))
    return Line(first, "curated, checked against " + ", ".join(sorted(owners)), tuple(more))


@dataclass(slots=True)
class Wires:
    """Near-identical texts of several owners, among posts that are followed in the order of publication.

    Posts that come after those seen so far are looked at alone; of any others, those from the first that differs on.
    """

    seen: list[PostInfo] = field(default_factory=list)
    first: dict[str, PostInfo] = field(default_factory=dict)
    buckets: dict[int, list[PostInfo]] = field(default_factory=lambda: defaultdict(list))
    twins: int = 0  # posts seen whose text another had before

    def copies(self, posts: Iterable[PostInfo]) -> dict[str, tuple[str, str]]:
        """Post id → (lineage, the post it is the same text as)."""
        ordered = sorted((p for p in posts if p.shingles), key=_printed)
        if ordered[: len(self.seen)] != self.seen:
            same = next((n for n, (a, b) in enumerate(zip(ordered, self.seen, strict=False)) if a != b), len(ordered))
            while len(self.seen) > same:
                self._forget()
        for post in ordered[len(self.seen) :]:
            self._look(post)
        return self._copied(ordered) if self.twins else {}

    def _copied(self, ordered: Sequence[PostInfo]) -> dict[str, tuple[str, str]]:
        owners: dict[str, set[str]] = defaultdict(set)
        for post in ordered:
            owners[self.first[post.id].id].add(_own(post))
        return {
            post.id: (_own(first), f"{first.publisher}: {first.title}"[:120])
            for post in ordered
            if (first := self.first[post.id]).id != post.id and len(owners[first.id]) > 1
        }

    def _look(self, post: PostInfo) -> None:
        near: dict[str, PostInfo] = {}
        for value in post.shingles[:_BUCKETS]:
            if value in self.buckets:
                near.update((other.id, other) for other in self.buckets[value])
        mine = _marks(post)
        twin = next((other for other in near.values() if _same_text(other.shingles, post.shingles, mine)), None)
        self.first[post.id] = self.first[twin.id] if twin else post
        self.seen.append(post)
        if twin is None:
            for value in post.shingles[:_BUCKETS]:
                self.buckets[value].append(post)
        else:
            self.twins += 1

    def _forget(self) -> None:
        """The last post has not been seen."""
        post = self.seen.pop()
        if self.first.pop(post.id) is not post:
            self.twins -= 1
            return
        for value in post.shingles[:_BUCKETS]:
            self.buckets[value].pop()


@once
def _marks(post: PostInfo) -> frozenset[int]:
    return frozenset(post.shingles)


def _same_text(one: tuple[int, ...], two: tuple[int, ...], marks: frozenset[int]) -> bool:
    """Whether two sketches, of which ``marks`` is the second as a set, are of near-identical texts.

    Those that have too little in common whatever the union looks like are told by counting alone.
    """
    both = len(marks.intersection(one))
    return both >= _SAME_TEXT * min(SKETCH, len(one) + len(two) - both) and resemblance(one, two) >= _SAME_TEXT


def _printed(post: PostInfo) -> tuple[str, str]:
    return (post.published or "~", post.id)
