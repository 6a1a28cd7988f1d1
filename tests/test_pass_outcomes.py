"""What a pass over many sources answers: words and figures, not the posts of all of them."""

from __future__ import annotations

from dataclasses import replace

from tests.servers.world import World, feed, told


@told
async def test_a_pass_keeps_only_the_posts_that_may_want_their_article(world: World) -> None:
    """A thousand sources' feeds and posts are in the log; held in memory are those of sources of summaries alone."""
    world.answers(feed("a", "b"), path="/plain")
    world.answers(feed("c"), path="/summaries")
    plain, short = (
        world.source("/plain", name="plain"),
        replace(world.source("/summaries", name="short"), full_text=True),
    )
    first, second = await world.run(plain, short)
    assert (first.new, second.new) == (2, 1)
    assert first.feed is None
    assert first.taken is None
    assert second.feed is None
    assert second.taken is not None
    assert len(second.taken.seen.new) == 1
