"""Discovery and backfill against a real WordPress: ``python -m tests.wordpress.run``.

install, 120 posts → sources add URL → backfill by wp-json | backfill by ?paged= → each post once
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from tests.cli_place import Place
from tests.wordpress.site import PACKAGES, WordPress, missing, serving

__all__ = ["BACKFILL", "POSTS", "WAYS", "collected", "found", "main"]

POSTS = 120
BACKFILL = ("backfill", "harbour", "--since", "2020")
#: the way that is left open → the ways that are closed
WAYS = {"wp-json": ("paged",), "paged": ("wp-json",)}


def found(site: WordPress, folder: Path) -> tuple[Place, str]:
    """A place that listens to the site, by what discovery found under its bare address; and what it said."""
    host = urlsplit(site.url).netloc
    here = Place.made(folder, f'[fetch]\nallow_private = ["{host}"]\n')
    return here, here.ok("sources", "add", site.url, "--name", "harbour").out


def collected(here: Place) -> dict[str, str]:
    """Address → title of the posts in the log; fails where one is there twice or was revised."""
    posts = here.ok("log", "--type", "PostObserved", "-f", "ndjson").records
    urls = Counter(p["data"]["url"] for p in posts)
    assert set(urls.values()) == {1}, urls.most_common(3)
    assert not here.ok("log", "--type", "PostRevised", "-f", "ndjson").out
    return {p["data"]["url"]: p["data"]["title"] for p in posts}


def main() -> int:
    """Tells what each step said; 0 where every post came once by either way."""
    if lacking := missing():
        _tell(f"not run: {', '.join(lacking)} missing; apt-get install {PACKAGES}")
        return 0
    brought = {}
    with serving(POSTS) as site, tempfile.TemporaryDirectory() as folder:
        _tell(site.told)
        for way, closed in WAYS.items():
            site.close(*closed)
            here, said = found(site, Path(folder) / way)
            _tell(f"# closed: {', '.join(closed)}", f"$ timeline sources add {site.url}", said)
            for command in (("fetch",), BACKFILL, BACKFILL, ("fetch",)):
                _tell(f"$ timeline {' '.join(command)}", here.ok(*command).out)
            brought[way] = collected(here)
            _tell(f"{len(brought[way])} posts in the log, each once")
    one, other = brought.values()
    _tell("both ways brought the same posts" if one == other else "the ways differ")
    return 0 if len(one) == POSTS and one == other else 1


def _tell(*parts: str) -> None:
    sys.stdout.write("".join(f"{part.rstrip()}\n" for part in parts))


if __name__ == "__main__":
    sys.exit(main())
