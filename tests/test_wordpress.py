"""A real WordPress, as Debian ships it, on loopback: its feed is found, and its 120 posts come by either open way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wordpress.run import BACKFILL, POSTS, WAYS, collected, found
from tests.wordpress.site import PACKAGES, WordPress, missing, serving


@pytest.fixture(scope="module")
def site() -> Iterator[WordPress]:
    """A freshly installed one with 120 posts; skips, and says so, where the packages are not installed."""
    if lacking := missing():
        pytest.skip(f"no WordPress here ({', '.join(lacking)}); apt-get install {PACKAGES}")
    with serving(POSTS) as site:
        yield site


def test_discovery_finds_the_feed_under_the_bare_address_of_a_wordpress(site: WordPress, tmp_path: Path) -> None:
    """The site's address is enough to listen to it: the feed of posts is taken, not that of comments."""
    site.close()
    _, said = found(site, tmp_path)
    assert said == f"harbour  {site.url}/feed/  10 posts (rss20)\n"


@pytest.mark.parametrize("way", WAYS)
def test_each_way_to_older_posts_brings_every_post_once(site: WordPress, tmp_path: Path, way: str) -> None:
    """With all other ways closed, backfill brings what the feed lacks; again, and the feed itself, add none."""
    site.close(*WAYS[way])
    here, _ = found(site, tmp_path)
    assert "10 new posts" in here.ok("fetch").out
    said = here.ok(*BACKFILL).out
    assert f"{POSTS - 10} new posts" in said
    assert said.endswith(f"({way})\n")
    assert "0 new posts" in here.ok(*BACKFILL).out
    assert "0 new posts" in here.ok("fetch").out
    titles = set(collected(here).values())
    assert titles == {f"Quay {n} & its “crane”" for n in range(1, POSTS + 1)}


@pytest.mark.parametrize("way", WAYS)
def test_a_wordpress_without_pretty_addresses_is_read_as_well(site: WordPress, tmp_path: Path, way: str) -> None:
    """Where feed and interface have addresses of queries only (``?feed=``, ``?rest_route=``), both are found."""
    site.close("pretty", *WAYS[way])
    here, said = found(site, tmp_path)
    assert said == f"harbour  {site.url}/?feed=rss2  10 posts (rss20)\n"
    assert here.ok(*BACKFILL).out.endswith(f"({way})\n")
    assert len(collected(here)) == POSTS


def test_all_ways_closed_is_said_and_adds_only_the_feed(site: WordPress, tmp_path: Path) -> None:
    """A site that shows its last ten posts only gives ten, and the command says that no way was open."""
    site.close(*(door for closed in WAYS.values() for door in closed))
    here, _ = found(site, tmp_path)
    assert here.ok(*BACKFILL).out == "harbour: 10 new posts, 0 known already (none of the known ways is open)\n"
    assert len(collected(here)) == 10


def test_both_ways_name_and_read_a_post_alike(site: WordPress, tmp_path: Path) -> None:
    """By interface or by feed, a post has the same identity, address, title, date and words."""
    posts = {}
    for way, closed in WAYS.items():
        site.close(*closed)
        here, _ = found(site, tmp_path / way)
        here.ok(*BACKFILL)
        records = here.ok("log", "--type", "PostObserved", "-f", "ndjson").records
        told = ("post", "url", "guid", "title", "text", "published", "fingerprint")
        posts[way] = {r["data"]["post"]: {name: r["data"].get(name) for name in told} for r in records}
    assert posts["wp-json"] == posts["paged"]
    assert len(posts["paged"]) == POSTS
