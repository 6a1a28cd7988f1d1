"""What is read out of all captured feeds, and how much of it is wrong, by a person's verdicts.

    headlines.py [SHARED] [--list] [--unjudged]

Every entry is read twice: whole, and as its title alone (a headline). ``data/headlines.toml`` holds the verdicts: a
fingerprint of a quote with its type, whether the claim is right, and why in our own words; none of the captured texts.
An entry is about the subject where it holds a right claim or comes from the subject's own feed; all others should give
none: false alarms per 1,000 of them. ``--list``: every claim with its verdict; ``--unjudged``: those without one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.extract import captured  # noqa: E402
from ingest.extract import extract, load_lexicon  # noqa: E402
from ingest.extract.lexicon import Lexicon  # noqa: E402
from ingest.model import Post  # noqa: E402
from store.events import Claim  # noqa: E402

__all__ = ["Verdict", "fingerprint", "load", "read", "run", "tally"]

VERDICTS = ROOT / "bench" / "data" / "headlines.toml"
OWN = ("ai-meta-",)  # feeds of the subject itself


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of a claim."""

    right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Read:
    """A claim that was read, and whether of a headline alone."""

    post: Post
    claim: Claim
    headline: bool
    verdict: Verdict | None

    @property
    def own(self) -> bool:
        """Whether the subject's own feed tells it."""
        return self.post.id.startswith(OWN)


def fingerprint(claim: Claim) -> str:
    """What a verdict is about: a quote, read as a move of some type."""
    words = " ".join((claim.quote or "").split())
    return hashlib.blake2b(f"{claim.type}\n{words}".encode(), digest_size=6).hexdigest()


def load(path: Path = VERDICTS) -> dict[str, Verdict]:
    """The verdicts, by fingerprint."""
    if not path.is_file():
        return {}
    tables = tomllib.loads(path.read_text("utf-8"))
    return {key: Verdict(bool(v["right"]), str(v["why"])) for key, v in tables.items()}


def entries(shared: Path) -> Iterator[tuple[Post, bool]]:
    """Every different entry, whole, and its title alone where there is more than a title."""
    seen = set[tuple[str, str]]()
    for post in captured(shared):
        if (post.title, post.text[:300]) in seen:
            continue
        seen.add((post.title, post.text[:300]))
        yield post, False
        if post.title and post.text and (post.title, "") not in seen:
            seen.add((post.title, ""))
            yield Post(post.id, post.title, "", post.url, post.publisher, post.published), True


def read(shared: Path, lexicon: Lexicon, verdicts: dict[str, Verdict]) -> tuple[list[Read], Counter[str]]:
    """What is read, and how many entries and headlines there were, the subject's own apart."""
    found, counts = list[Read](), Counter[str]()
    for post, headline in entries(shared):
        claims = [Read(post, c, headline, verdicts.get(fingerprint(c))) for c in extract(post, lexicon)]
        right = any(one.verdict and one.verdict.right for one in claims)
        about = right or post.id.startswith(OWN)
        counts["about the subject" if about else "headlines" if headline else "entries"] += 1
        found += claims
    return found, counts


def tally(found: Sequence[Read], counts: Counter[str]) -> list[str]:
    """The figures in words."""
    others = counts["headlines"] + counts["entries"]
    wrong = {(r.post.id, r.headline) for r in found if not r.own and not (r.verdict and r.verdict.right)}
    judged = [r for r in found if r.verdict]
    right = sum(r.verdict.right for r in judged if r.verdict)
    unknown = len({fingerprint(r.claim) for r in found if r.verdict is None})
    rules = Counter(r.claim.rule for r in judged if r.verdict and not r.verdict.right)
    about = f"{counts['about the subject']} about the subject"
    share = f"right {right} ({right / max(1, len(judged)):.0%})"
    return [
        f"{others:,} entries and headlines about other things ({counts['headlines']:,} titles alone), {about}",
        f"false alarms: {len(wrong)}, {1000 * len(wrong) / max(1, others):.2f} per 1,000",
        f"claims read: {len(found)}; judged {len(judged)}, {share}; without a verdict {unknown}",
        "wrong by rule: " + (", ".join(f"{name} {n}" for name, n in rules.most_common()) or "none"),
    ]


def lines(found: Sequence[Read]) -> Iterator[str]:
    """Each claim once, the wrong ones first."""
    shown = set[str]()
    for one in sorted(found, key=lambda r: (r.verdict is not None and r.verdict.right, r.post.id)):
        key, claim = fingerprint(one.claim), one.claim
        if key in shown:
            continue
        shown.add(key)
        verdict = "?" if one.verdict is None else "right" if one.verdict.right else f"WRONG ({one.verdict.why})"
        words = " ".join((claim.quote or "").split())[:200]
        told = f"{claim.type} {claim.status} {claim.date} by {claim.rule} | {claim.object}"
        yield f"{key} {verdict} {one.post.id} | {told} | {words}"


def run() -> list[dict[str, str]]:
    """Rows for the table of ``bench/run.py``; none where the feeds are absent."""
    shared = Path(os.environ.get("TIMELINE_SHARED") or ROOT.parent / "shared")
    if not (shared / "feeds").is_dir():
        return []
    told = tally(*read(shared, load_lexicon(ROOT / "config" / "lexicon.toml"), load()))
    return [{"what": f"extract: {told[1].partition(',')[0]} in captured feeds", "ours": told[1].partition(", ")[2]}]


def main() -> int:
    """Prints the figures, and the claims if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "shared", nargs="?", type=Path, default=Path(os.environ.get("TIMELINE_SHARED") or ROOT.parent / "shared")
    )
    parser.add_argument("--list", action="store_true", help="every claim with its verdict")
    parser.add_argument("--unjudged", action="store_true", help="claims without a verdict")
    asked = parser.parse_args()
    if not (asked.shared / "feeds").is_dir():
        print(f"{asked.shared / 'feeds'}: no such folder", file=sys.stderr)
        return 1
    found, counts = read(asked.shared, load_lexicon(ROOT / "config" / "lexicon.toml"), load())
    if asked.list or asked.unjudged:
        print(*lines([r for r in found if asked.list or r.verdict is None]), sep="\n")
    print(*tally(found, counts), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
