"""The checks on labelled posts: what a careful annotator tells holds, and no lie about the same posts does."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.extract.document import Document, document
from ingest.extract.llm.answer import proposals
from ingest.extract.llm.check import check
from ingest.model import Post
from tests.llm_interface import LEXICON

STRANGERS = ("Cerebras", "Tencent", "Samsung", "Toyota", "Jane Doe", "Mistral", "Oracle")


def labelled(shared: Path) -> Iterator[tuple[Document, dict[str, Any], dict[str, Any]]]:
    """Each labelled move with its post: as a model would propose it, and as it is labelled."""
    for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        post = Post(row["id"], row["title"] or "", row["text"], row["url"], row["publisher"], row["published"])
        doc = document(post, LEXICON)
        for move in row["moves"]:
            kept = {key: move[key] for key in ("type", "status", "object")}
            lists = {key: move.get(key) or [] for key in ("actors", "quantities")}
            yield doc, kept | lists | {"quote": move["evidence"], "date_words": None}, move


def holds(doc: Document, proposed: dict[str, Any]) -> bool:
    """Whether it becomes a claim."""
    return bool(check(doc, proposals(json.dumps({"moves": [proposed]})), ())[0])


@pytest.mark.corpus
def test_most_of_what_an_annotator_tells_holds(shared: Path) -> None:
    """Four of five labels pass the checks, although objects and amounts were summed up and not copied."""
    found = [holds(doc, proposed) for doc, proposed, _ in labelled(shared)]
    assert sum(found) / len(found) >= 0.8


@pytest.mark.corpus
def test_our_own_dates_of_what_an_annotator_tells_are_mostly_the_annotators(shared: Path) -> None:
    """Without any date words of a model, four of five accepted moves get the labelled date."""
    same = []
    for doc, proposed, move in labelled(shared):
        claims, _ = check(doc, proposals(json.dumps({"moves": [proposed]})), ())
        same += [claim.date == move["date"] for claim in claims]
    assert sum(same) / len(same) >= 0.8


def lies(doc: Document, true: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The same move with one thing made up."""
    whole = f"{doc.post.title} {doc.post.text}"
    stranger = next(name for name in STRANGERS if name.lower() not in whole.lower())
    yield "actor", true | {"actors": [*true["actors"], stranger]}
    yield "object", true | {"object": f"{stranger} {true['object']}"}
    yield "size", true | {"object": f"{true['object']} 7777B"}
    yield "quote", true | {"quote": true["quote"][:8] + "x" + true["quote"][9:]}
    yield "date", true | {"date_words": "on 30 February 1999"}
    for amount in true["quantities"]:
        other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), amount)
        yield "amount", true | {"quantities": [other if other != amount else f"19 {amount}"]}


@pytest.mark.corpus
def test_no_lie_about_a_labelled_post_holds(shared: Path) -> None:
    """A made-up party, size, letter, day or figure: none of hundreds becomes a claim."""
    told, believed = Counter[str](), Counter[str]()
    for doc, proposed, _ in labelled(shared):
        for kind, lie in lies(doc, proposed):
            told[kind] += 1
            believed[kind] += holds(doc, lie)
    assert told.total() > 500
    assert believed.total() == 0
