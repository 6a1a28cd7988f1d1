"""The optional reader: a model proposes, our code checks, and where there is no usable answer the rules read the post.

post → relevant? → cache or model → shape → check → claims       no answer, or nothing in it holds → rules → claims
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from ingest.extract.document import document
from ingest.extract.lexicon import Lexicon
from ingest.extract.llm.answer import NoAnswerError, Proposed, no_answer, proposals
from ingest.extract.llm.cache import Cache
from ingest.extract.llm.check import REASONS, Rejected, check
from ingest.extract.llm.client import Asked
from ingest.extract.llm.prompt import PROMPT, TEXT_LIMIT, key_of, request_of
from ingest.extract.llm.settings import LlmSettings
from ingest.extract.merging import one_an_event
from ingest.model import Post
from ingest.reading import Extractor
from store.events import Claim

__all__ = ["EXTRACTOR", "Reading", "Tally", "llm_extractor"]

EXTRACTOR = "llm"


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one relevant post."""

    post: str
    by: Literal["model", "cache", "rules"]  # whose claims they are; cache: the model's, asked before
    claims: int
    rejected: tuple[Rejected, ...] = ()
    kind: str = ""  # of the fallback: a short word
    why: str = ""  # of the fallback, or of trouble with the cache, in words


@dataclass(slots=True)
class Tally:
    """Counts readings. An instance can be handed in as ``told``."""

    posts: Counter[str] = field(default_factory=Counter)  # by whom they were read
    claims: int = 0  # accepted of models
    rejected: Counter[str] = field(default_factory=Counter)  # by reason
    fallbacks: Counter[str] = field(default_factory=Counter)  # by kind
    seen: set[str] = field(default_factory=set)  # posts: a second pass over the same ones is not counted

    def __call__(self, reading: Reading) -> None:
        """Counts one, once a post."""
        if reading.post in self.seen:
            return
        self.seen.add(reading.post)
        self.posts[reading.by] += 1
        self.rejected.update(r.reason for r in reading.rejected)
        if reading.by == "rules":
            self.fallbacks[reading.kind] += 1
        else:
            self.claims += reading.claims

    def lines(self) -> list[str]:
        """For a person: who read how many posts, what was not believed and why, and why the rules had to read."""
        who = ", ".join(f"{n} by {'the rules' if by == 'rules' else 'the ' + by}" for by, n in self.posts.most_common())
        out = [f"{self.posts.total()} relevant posts read: {who}"] if self.posts else []
        proposed = self.claims + self.rejected.total()
        if proposed:
            out.append(f"{proposed} moves proposed, {self.claims} accepted, {self.rejected.total()} rejected")
        out += [f"  {n} rejected ({reason}): {REASONS[reason]}" for reason, n in self.rejected.most_common()]
        return out + [f"  {n} posts read by the rules instead ({kind})" for kind, n in self.fallbacks.most_common()]


def llm_extractor(
    settings: LlmSettings,
    lexicon: Lexicon,
    rules: Extractor,
    *,
    model: Asked,
    cache: Cache,
    told: Callable[[Reading], None] = lambda _: None,
) -> Extractor:
    """An extractor whose claims are a model's, checked; ``told`` hears what became of each relevant post.

    Its ``read`` asks the model where the cache has no answer, and waits for it: for commands, not for the line of a
    daemon. Inside of an event loop it answers from the cache or with the rules, and asks nobody. It never raises for
    what a model or a network does.
    """
    reader = _Reader(settings, lexicon, rules, model, cache, told, {})
    return Extractor(EXTRACTOR, f"{settings.model}/{PROMPT}", reader.read, rules.relevant, rules.subject)


@dataclass(frozen=True, slots=True)
class _Reader:
    settings: LlmSettings
    lexicon: Lexicon
    rules: Extractor
    model: Asked
    cache: Cache
    told: Callable[[Reading], None]
    failed: dict[str, NoAnswerError]  # by cache key: a command that shows first and appends then reads twice

    def read(self, post: Post) -> list[Claim]:
        """The claims of a post, in the order of its words."""
        if not self.rules.relevant(post.title) and not self.rules.relevant(post.text):
            return []
        rejected: list[Rejected] = []
        by_rules = self.rules.read(post)
        try:
            by, moves, trouble = self._proposed(post)
            doc = document(post, self.lexicon)
            claims, rejected = check(doc, moves, [q for claim in by_rules for q in claim.quantities])
            if rejected and not claims:
                raise no_answer("nothing-held", "nothing that the model proposed holds")
        except NoAnswerError as error:
            self.told(Reading(post.id, "rules", len(by_rules), tuple(rejected), str(error.kind), str(error)))
            return by_rules
        claims = one_an_event(doc, claims)
        self.told(Reading(post.id, by, len(claims), tuple(rejected), why=trouble))
        return claims

    def _proposed(self, post: Post) -> tuple[Literal["model", "cache"], list[Proposed | None], str]:
        """Who answered, what, and the trouble that the cache made. Raises NoAnswerError."""
        key, trouble = key_of(self.settings, self.lexicon.name, post), ""
        try:
            kept = self.cache.get(key)
            if kept is not None:
                return "cache", proposals(kept), ""
        except OSError as error:
            trouble = f"the cache cannot be read: {error.strerror}"
        except NoAnswerError:
            trouble = "the cache held no answer in shape"
        content, moves = self._asked(key, post)
        try:
            self.cache.put(key, content)  # only what is in shape: another try may bring it
        except OSError as error:
            trouble = f"the answer cannot be kept: {error.strerror}"
        if len(post.text) > TEXT_LIMIT:
            trouble = trouble or f"only the first {TEXT_LIMIT:,} characters were sent"
        return "model", moves, trouble

    def _asked(self, key: str, post: Post) -> tuple[str, list[Proposed | None]]:
        """The content of a fresh answer, and what it proposes; a post that failed is not asked about again."""
        if key in self.failed:
            raise self.failed[key]
        try:
            content = self._ask(post)
            return content, proposals(content)
        except NoAnswerError as error:
            if error.kind != "inside-a-loop":
                self.failed[key] = error
            raise

    def _ask(self, post: Post) -> str:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(self.model.ask(request_of(self.settings, self.lexicon.name, post)))
        raise no_answer("inside-a-loop", "the line does not wait for a model; reextract asks it")
