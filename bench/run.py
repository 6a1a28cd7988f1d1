"""Speed and memory beside the peers, as ratios of one run: ``make bench`` (or ``make bench ARGS="store parse"``).

Each module of this folder that has ``run() -> list[dict]`` answers rows with the keys what, ours, peer, ratio, aim.
"""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def modules() -> list[str]:
    """The names of the modules that hold rows."""
    return sorted(p.stem for p in HERE.glob("*.py") if p.stem != "run" and "\ndef run(" in p.read_text("utf-8"))


def main(names: list[str]) -> int:
    """Prints the rows of the named modules, or of all."""
    sys.path.insert(0, str(HERE.parent))
    unknown = set(names) - set(modules())
    if unknown:
        print(f"no such rows: {', '.join(sorted(unknown))}; known are {', '.join(modules())}", file=sys.stderr)
        return 2
    print(f"{'what':58} {'ours':>18} {'peer':>26} {'ratio':>10}  aim")
    for name in names or modules():
        started = time.perf_counter()
        for row in importlib.import_module(f"bench.{name}").run():
            cells = {k: str(row.get(k, "") or "") for k in ("what", "ours", "peer", "ratio", "aim")}
            print("{what:58} {ours:>18} {peer:>26} {ratio:>10}  {aim}".format(**cells))
        print(f"# {name}: {time.perf_counter() - started:.0f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
