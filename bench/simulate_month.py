"""30 simulated days of 200 sources of mixed behaviour: no request before its time, none more than an hour after.

    .venv/bin/python bench/simulate_month.py [SOURCES] [DAYS]

The publishers (tests/servers/month.py) know by themselves when they may be asked; the schedule is held against that.
"""

from __future__ import annotations

import dataclasses
import sys
import time

from tests.servers.month import simulate


def main() -> None:
    """Prints the figures, and exits 1 if a request came early or late."""
    sources, days = (int(a) for a in [*sys.argv[1:], "200", "30"][:2])
    start = time.process_time()
    figures = simulate(sources, days)
    print(f"{sources} sources, {days} days, simulated in {time.process_time() - start:.1f} s of CPU")
    for field in dataclasses.fields(figures):
        if field.name != "by_kind":
            print(f"  {field.name.replace('_', ' '):28} {getattr(figures, field.name)}")
    for kind, count in sorted(figures.by_kind.items()):
        print(f"  requests of a {kind:16} source {count / max(sources // 20, 1) / days:5.1f} a day")
    sys.exit(bool(figures.early or figures.late or figures.needless))


if __name__ == "__main__":
    main()
