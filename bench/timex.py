"""How well dates are read, by TempEval-3's measures: ``python bench/timex.py SHARED_DIR [--errors]``.

On TimeBank and AQUAINT. Relaxed: spans that overlap, one to one. Strict: equal spans. Value: the value right among
relaxed matches, as F1 over what is labelled and what is answered (UzZaman et al. 2013, section 4). Only the text is
scored, not the document's own date.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from ingest.extract.dates import find_dates
from ingest.extract.dates.model import TimeExpression

__all__ = ["Document", "Score", "Timex", "load", "run", "score"]

_ARCHIVE = "timex/tempeval3-train.tar.xz"
_AIMS = {"relaxed": 91.0, "strict": 0.0, "value": 80.0}


@dataclass(frozen=True)
class Timex:
    """A labelled expression: offsets in characters of the document's text."""

    start: int
    end: int
    text: str
    type: str
    value: str


@dataclass(frozen=True)
class Document:
    """A labelled text and the date it was published."""

    name: str
    published: str
    text: str
    labels: list[Timex]


def load(shared: Path) -> list[Document]:
    """The documents of TempEval-3's training archive in the shared folder, in the order of their names."""
    with tarfile.open(shared / _ARCHIVE) as archive:
        members = sorted(
            (m for m in archive if m.name.endswith(".tml") and "testpipeline" not in m.name), key=lambda m: m.name
        )
        return [_document(m.name, (archive.extractfile(m) or sys.stdin.buffer).read()) for m in members]


def _document(name: str, content: bytes) -> Document:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    created = root.find("DCT/TIMEX3")
    pieces, labels = list[str](), list[Timex]()
    body = root.find("TEXT")
    if body is not None:
        _walk(body, pieces, labels)
    return Document(name, "" if created is None else str(created.get("value")), "".join(pieces), labels)


def _walk(node: etree._Element, pieces: list[str], labels: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, labels)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        text = "".join(pieces)[start:]
        labels.append(Timex(start, start + len(text), text, str(node.get("type")), str(node.get("value"))))


@dataclass
class Score:
    """Counts over documents; the measures are in percent."""

    gold: int = 0
    system: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0
    type: int = 0

    def f1(self, measure: str) -> float:
        """F1 of relaxed, strict, value or type."""
        right: int = getattr(self, measure)
        return 200 * right / (self.gold + self.system) if right else 0.0


def score(document: Document, answers: list[TimeExpression], total: Score) -> list[tuple[str, str]]:
    """Adds a document to the score; answers what went wrong, as (kind, line)."""
    total.gold += len(document.labels)
    total.system += len(answers)
    errors, free = list[tuple[str, str]](), list(answers)
    for label in sorted(document.labels, key=lambda t: t.start):
        match = _match(label, free)
        if match is None:
            errors.append(("missing", _line(document, label, "")))
            continue
        free.remove(match)
        total.relaxed += 1
        total.strict += (match.start, match.end) == (label.start, label.end)
        total.type += match.type == label.type
        total.value += match.value == label.value
        if match.value != label.value:
            errors.append((f"value {match.rule}", _line(document, label, f"{match.text!r} {match.value}")))
        if (match.start, match.end) != (label.start, label.end):
            errors.append((f"extent {match.rule}", _line(document, label, repr(match.text))))
    errors += [(f"spurious {a.rule}", _line(document, a, "")) for a in free]
    return errors


def _match(label: Timex, free: list[TimeExpression]) -> TimeExpression | None:
    """The answer that covers most of the label."""
    overlaps = [(min(a.end, label.end) - max(a.start, label.start), -a.start, a) for a in free]
    best = max((o for o in overlaps if o[0] > 0), key=lambda o: o[:2], default=None)
    return best[2] if best else None


def _line(document: Document, at: Timex | TimeExpression, answer: str) -> str:
    around = " ".join(document.text[max(0, at.start - 60) : at.start].split())
    behind = " ".join(document.text[at.end : at.end + 40].split())
    name = Path(document.name).stem[:20]
    return f"{name} {document.published[:10]} | {around} [{at.text}] {behind} | {at.type} {at.value} <> {answer}"


def measure(documents: list[Document]) -> tuple[Score, list[tuple[str, str]], float]:
    """The score, the errors and the documents a second."""
    started = time.perf_counter()
    answers = [find_dates(d.text, d.published) for d in documents]
    speed = len(documents) / (time.perf_counter() - started)
    total, errors = Score(), list[tuple[str, str]]()
    for document, answer in zip(documents, answers, strict=True):
        errors += score(document, answer, total)
    return total, errors, speed


def run(shared: Path | None = None) -> list[dict[str, str]]:
    """Rows for the table of ``bench/run.py``; none where the labelled documents are absent."""
    folder = shared or Path(__file__).resolve().parent.parent.parent / "shared"
    if not (folder / _ARCHIVE).exists():
        return []
    total, _, speed = measure(load(folder))
    rows = [_row(f"dates: {m} F1, TimeBank + AQUAINT", f"{total.f1(m):.1f}", a) for m, a in _AIMS.items()]
    return [*rows, _row("dates: documents a second, one process", f"{speed:.0f}", 300)]


def _row(what: str, ours: str, aim: float) -> dict[str, str]:
    return {"what": what, "ours": ours, "peer": "", "ratio": "", "aim": f"≥ {aim:g}" if aim else ""}


def main() -> int:
    """Prints the score, and the errors by kind if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what went wrong, by kind")
    options = parser.parse_args()
    if not (options.shared / _ARCHIVE).exists():
        print(f"{options.shared / _ARCHIVE}: no such file", file=sys.stderr)
        return 1
    total, errors, speed = measure(load(options.shared))
    if options.errors:
        for kind, line in sorted(errors):
            print(f"{kind}\t{line}")
        for kind, count in Counter(kind for kind, _ in errors).most_common():
            print(f"{count:5} {kind}")
    print(f"labelled {total.gold} answered {total.system} documents/s {speed:.0f}")
    for name in ("relaxed", "strict", "value", "type"):
        print(f"{name:8} F1 {total.f1(name):5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
