"""What is read out of the labelled posts, scored: ``make eval``, ``make eval ARGS="--errors"``.

    evaluate.py [GOLD.jsonl …] [--errors] [--rules] [--folds N]

Without files: ``gold/dev.jsonl`` and ``gold/seeds.jsonl`` of the shared folder (``TIMELINE_SHARED``, or beside the
checkout). The levels are those of ``bench/score.py``. A fold holds whole event groups: posts about one happening never
stand on both sides of a split, so the spread over folds tells how far a figure leans on single events.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.score import LEVELS, Figures, Judged, figures, judge, of_label  # noqa: E402
from ingest.extract import extract, load_lexicon, to_record  # noqa: E402
from ingest.extract.lexicon import Lexicon  # noqa: E402
from ingest.model import Post  # noqa: E402

__all__ = ["evaluated", "folds", "gold_files", "labelled", "read"]


def shared_folder() -> Path:
    """The captured and labelled material, where the environment or the place beside the checkout has it."""
    return Path(os.environ.get("TIMELINE_SHARED") or ROOT.parent / "shared")


def gold_files() -> list[Path]:
    """The labelled posts."""
    return [shared_folder() / "gold" / name for name in ("dev.jsonl", "seeds.jsonl")]


def labelled(path: Path) -> list[dict[str, Any]]:
    """The labelled posts of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def read(post: dict[str, Any], lexicon: Lexicon) -> list[dict[str, Any]]:
    """What we read out of a labelled post: title, text and the date it was published are all that is seen."""
    asked = Post(
        post["id"], post.get("title") or "", post.get("text") or "", post.get("url"), post.get("publisher"),
        post.get("published"),
    )  # fmt: skip
    return [to_record(claim) for claim in extract(asked, lexicon)]


def evaluated(path: Path, lexicon: Lexicon) -> list[Judged]:
    """Every labelled post of a file, judged."""
    return [judge(post, read(post, lexicon)) for post in labelled(path)]


def folds(judged: Sequence[Judged], count: int = 5) -> list[list[Judged]]:
    """The posts in folds of whole event groups: the largest groups first, each to the fold that holds least."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.post.get("event_group") or one.post["id"]].append(one)
    out: list[list[Judged]] = [[] for _ in range(count)]
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        min(out, key=len).extend(group)
    return out


def row(name: str, has: Figures, *, part: bool = False) -> str:
    """One line of the table. ``part``: of one label only, where a post without it says nothing of false alarms."""
    levels = "".join(f" | {has.precision(at):.2f} {has.recall(at):.2f} {has.f1(at):.3f}" for at in LEVELS)
    found = max(1, has.hits[0])
    date, status = has.hits[1] / found, has.right_status / found
    rest = f" | {date:.2f} {status:.2f}" + ("" if part else f" | {has.alarmed:2d}/{has.negatives:<3d} | {has.inexact}")
    return f"{name:20.20} {has.posts:5d} {has.labelled:5d} {has.read:5d}{levels}{rest}"


def table(judged: Sequence[Judged], count: int) -> list[str]:
    """All of it, then by fold, text kind, type and status."""
    head = "".join(f" | {name:^15}" for name in LEVELS)
    lines = [
        f"{'':20} {'posts':>5} {'label':>5} {'read':>5}{head} | of found  | alarms | inexact",
        f"{'':38}" + " |    P    R    F1" * 3 + " | date stat | of neg.|",
        row("all", figures(judged)),
    ]
    lines += _spread(folds(judged, count)) if count else []
    for kind in sorted({one.post.get("text_kind") or "-" for one in judged}):
        lines.append(row(f"text {kind}", figures([j for j in judged if (j.post.get("text_kind") or "-") == kind])))
    for key in ("type", "status"):
        lines += [row(f"{key} {name}", figures(part), part=True) for name, part in of_label(judged, key)]
    return lines


def _spread(parts: Sequence[Sequence[Judged]]) -> list[str]:
    """Each fold, then mean and the lowest of each level's F1."""
    each = [figures(part) for part in parts]
    lines = [row(f"fold {n}", has) for n, has in enumerate(each, 1)]
    f1 = {at: [has.f1(at) for has in each] for at in LEVELS}
    told = ", ".join(f"{at} {sum(v) / len(v):.3f} ({min(v):.3f} to {max(v):.3f})" for at, v in f1.items())
    return [*lines, f"mean F1 over folds (lowest to highest): {told}"]


def errors(judged: Sequence[Judged]) -> list[str]:
    """What went wrong, post by post."""
    lines = []
    for one in judged:
        name = one.post["id"]
        for pair in one.pairs:
            label, got = pair.label, pair.read
            if got is None:
                lines.append(f"MISSED {name} {label['type']} | {label['object']} | {_short(label['evidence'])}")
            elif pair.level < 3:
                lines.append(
                    f"WRONG  {name} {label['type']} | {label['object']} | labelled {label['date']} {label['status']}, "
                    f"read {got['date']} {got['status']} by {got['rule']} | {_short(got['evidence'])}"
                )
        lines += [
            f"FALSE  {name} {m['type']} | {m['object']} | {m['date']} {m['status']} "
            f"by {m['rule']} | {_short(m['evidence'])}"
            for m in one.false
        ]
    return lines


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 140 else flat[:139] + "…"


def rules(judged: Sequence[Judged]) -> list[str]:
    """Each rule with how often it was right, and how often false."""
    right, false = Counter[str](), Counter[str]()
    for one in judged:
        right.update(pair.read["rule"] for pair in one.pairs if pair.read)
        false.update(m["rule"] for m in one.false)
    ranked = sorted(right | false, key=lambda name: (-false[name], -right[name], name))
    return [f"{name:28} right {right[name]:3d}  false {false[name]:3d}" for name in ranked]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables. Exits 1 where a labelled file is absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list misses, wrong dates and statuses, false alarms")
    parser.add_argument("--rules", action="store_true", help="how often each rule was right and false")
    parser.add_argument("--folds", type=int, default=5, metavar="N", help="0 for none (default 5)")
    asked = parser.parse_args(arguments)
    files = asked.gold or gold_files()
    if absent := [str(f) for f in files if not f.is_file()]:
        print(f"no labelled posts at {', '.join(absent)}: name a file, or set TIMELINE_SHARED", file=sys.stderr)
        return 1
    lexicon = load_lexicon(ROOT / "config" / "lexicon.toml")
    for path in files:
        judged = evaluated(path, lexicon)
        print(f"# {path.name}", *table(judged, asked.folds if len(judged) >= 20 else 0), sep="\n")
        print(*(errors(judged) if asked.errors else ()), *(rules(judged) if asked.rules else ()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
