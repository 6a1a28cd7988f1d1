"""How well moves of different posts are told together: B-cubed over the labelled posts.

    bcubed.py SHARED [--own] [--errors]

The labelled moves of ``SHARED/gold/{dev,seeds}.jsonl`` are fed in as the claims of their posts and folded; each gets
the move it ended in. B-cubed (Bagga and Baldwin 1998): precision of an item is the share of its move's items that
belong with it, recall the share of those that belong with it that are in its move. Which belong together across posts
stands in ``data/same_moves.toml``. ``--own``: the claims that we read out of the posts ourselves; a labelled move that
was not found is left out (the share found is printed), since telling apart cannot be judged on it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from ingest.extract import extract, load_lexicon  # noqa: E402
from ingest.extract.amounts import find_amounts  # noqa: E402
from ingest.extract.fold import fold  # noqa: E402
from ingest.extract.lexicon import Lexicon  # noqa: E402
from ingest.model import Post  # noqa: E402
from store.events import Claim, PostObserved, Quantity  # noqa: E402
from store.interval import precision_of  # noqa: E402
from timeline.project import blocks, post_info, resolve  # noqa: E402
from timeline.project.model import ClaimRecord, PostInfo  # noqa: E402


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled post, and the claims that stand for its moves: (name of the move, claim record or None)."""

    post: dict[str, Any]
    items: list[tuple[str, ClaimRecord | None]]
    others: list[ClaimRecord]


def posts_of(shared: Path) -> list[dict[str, Any]]:
    """The labelled posts."""
    names = ("dev.jsonl", "seeds.jsonl")
    lines = (line for name in names for line in (shared / "gold" / name).read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def info_of(post: dict[str, Any]) -> PostInfo:
    """The post as the fold knows it."""
    published = post.get("published")
    return post_info(
        PostObserved(
            post=post["id"], source="gold", publisher=post.get("publisher") or post["id"],
            title=post.get("title") or "", text=post.get("text") or "", url=post.get("url"), published=published,
        )
    )  # fmt: skip


def claim_of(move: dict[str, Any], post: dict[str, Any], lexicon: Lexicon) -> Claim:
    """A labelled move as a claim. A date that is the post's own is taken for just that."""
    date, actors = move.get("date"), tuple(move.get("actors") or ())
    return Claim(
        type=move["type"], object=move["object"], object_id=lexicon.object_id(move["object"]), actors=actors,
        actor_ids=tuple(lexicon.actor_id(name) for name in actors), date=date, precision=precision_of(date),
        anchor="published" if date and date == (post.get("published") or "")[:10] else "absolute",
        effective=move.get("target"), status=move["status"], quote=move.get("evidence"),
        quantities=tuple(q for text in move.get("quantities") or () for q in _amounts(text)),
    )  # fmt: skip


def _amounts(text: str) -> list[Quantity]:
    return find_amounts(fold(text), text, 0, len(text)) or [Quantity(text=text)]


def from_labels(posts: list[dict[str, Any]], lexicon: Lexicon) -> Iterator[Labelled]:
    """Every labelled move, as the claim that a perfect reader would make of it."""
    for post in posts:
        info = info_of(post)
        items = [
            (f"{post['id']}.{n}", ClaimRecord(key=f"{post['id']}/{n}", claim=claim_of(move, post, lexicon), post=info))
            for n, move in enumerate(post["moves"])
        ]
        yield Labelled(post, list(items), [])


def from_our_reading(posts: list[dict[str, Any]], lexicon: Lexicon, scorer: ModuleType) -> Iterator[Labelled]:
    """Every labelled move, with the claim of ours that the scorer takes for it."""
    for post in posts:
        info, asked = info_of(post), Post(post["id"], post.get("title") or "", post.get("text") or "", post.get("url"),
                                          post.get("publisher"), post.get("published"))  # fmt: skip
        records = [
            ClaimRecord(key=f"{post['id']}/{n}", claim=claim, post=info)
            for n, claim in enumerate(extract(asked, lexicon))
        ]
        told = [{"type": r.claim.type, "object": r.claim.object, "actors": list(r.claim.actors), "date": r.claim.date,
                 "status": r.claim.status, "evidence": r.claim.quote, "key": r.key} for r in records]  # fmt: skip
        by_key = {r.key: r for r in records}
        matched, _, _ = scorer.judge(post, told)
        items = [
            (f"{post['id']}.{n}", by_key[found["key"]] if found else None) for n, (_, _, found) in enumerate(matched)
        ]
        used = {r.key for _, r in items if r}
        yield Labelled(post, items, [r for r in records if r.key not in used])


def fold_all(records: list[ClaimRecord]) -> dict[str, int]:
    """Claim key → number of its move; resolved component by component, as the read model does."""
    parent = {r.key: r.key for r in records}

    def top(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    first: dict[str, str] = {}
    for record in records:
        for block in blocks(record):
            parent[top(record.key)] = top(first.setdefault(block, record.key))
    components: dict[str, list[ClaimRecord]] = defaultdict(list)
    for record in records:
        components[top(record.key)].append(record)
    moves = [move for part in components.values() for move in resolve(part, [])]
    return {key: number for number, move in enumerate(moves) for key in move.keys}


def b_cubed(system: dict[str, int], gold: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the items that both know."""
    items = sorted(system.keys() & gold.keys())
    ours: dict[int, set[str]] = defaultdict(set)
    theirs: dict[str, set[str]] = defaultdict(set)
    for item in items:
        ours[system[item]].add(item)
        theirs[gold[item]].add(item)
    both = {item: len(ours[system[item]] & theirs[gold[item]]) for item in items}
    precision = sum(both[i] / len(ours[system[i]]) for i in items) / max(1, len(items))
    recall = sum(both[i] / len(theirs[gold[i]]) for i in items) / max(1, len(items))
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def truth(labelled: list[Labelled]) -> dict[str, str]:
    """Name of a labelled move → name of the move it is, across posts."""
    told = tomllib.loads((HERE / "data" / "same_moves.toml").read_text("utf-8"))
    shared = {item: name for name, items in told.items() for item in items}
    names = [name for post in labelled for name, _ in post.items]
    if unknown := shared.keys() - set(names):
        raise SystemExit(f"same_moves.toml names no labelled move: {', '.join(sorted(unknown))}")
    return {name: shared.get(name, name) for name in names}


def measure(labelled: list[Labelled]) -> tuple[dict[str, int], dict[str, str], tuple[float, float, float]]:
    """What each item ended in, what it should, and the figure."""
    records = [r for post in labelled for r in [*(r for _, r in post.items if r), *post.others]]
    moves = fold_all(records)
    system = {name: moves[r.key] for post in labelled for name, r in post.items if r}
    gold = truth(labelled)
    return system, gold, b_cubed(system, gold)


def errors(labelled: list[Labelled], system: dict[str, int], gold: dict[str, str]) -> Iterator[str]:
    """Pairs told apart that belong together, and pairs told together that do not."""
    claims = {name: r.claim for post in labelled for name, r in post.items if r}
    names = sorted(system)
    for n, one in enumerate(names):
        for two in names[n + 1 :]:
            if (system[one] == system[two]) != (gold[one] == gold[two]):
                kind = "APART   " if gold[one] == gold[two] else "TOGETHER"
                yield f"{kind} {_shown(one, claims[one])}  ||  {_shown(two, claims[two])}"


def _shown(name: str, c: Claim) -> str:
    return f"{name} {c.type} {c.object!r} {c.object_id} {[a for a in c.actor_ids if a != 'meta']} {c.date} {c.status}"


def main() -> int:
    """Prints the figures; 1 where the labels' own falls below 0.85."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("shared", type=Path)
    ask.add_argument("--own", action="store_true", help="the claims that we read ourselves, too")
    ask.add_argument("--errors", action="store_true", help="print each pair that is wrong")
    asked = ask.parse_args()
    lexicon, posts = load_lexicon(HERE.parent / "config" / "lexicon.toml"), posts_of(asked.shared)
    runs: dict[str, Callable[[], list[Labelled]]] = {"labels fed in": lambda: list(from_labels(posts, lexicon))}
    if asked.own:
        spec = importlib.util.spec_from_file_location("score_moves", asked.shared / "gold" / "score_moves.py")
        if spec is None or spec.loader is None:
            raise SystemExit("the scorer cannot be loaded")
        scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scorer)
        runs["our own claims"] = lambda: list(from_our_reading(posts, lexicon, scorer))
    figures = []
    for name, read in runs.items():
        labelled = read()
        system, gold, (p, r, f) = measure(labelled)
        figures.append(f)
        print(f"{name}: B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f} over {len(system)} of {len(gold)} labelled moves, "
              f"{len({gold[i] for i in system})} moves in truth, {len(set(system.values()))} in ours")  # fmt: skip
        often = Counter(gold[i] for i in system)
        hard = {i: gold[i] for i in system if often[gold[i]] > 1}
        print("  of those that have company in truth: B-cubed P {:.3f} R {:.3f} F1 {:.3f} over {}".format(
            *b_cubed(system, hard), len(hard)))  # fmt: skip
        for line in errors(labelled, system, gold) if asked.errors else ():
            print("  " + line)
    return int(figures[0] < 0.85)


if __name__ == "__main__":
    sys.exit(main())
