"""Manners towards a server: no storm, no early start, one connection at a time."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from ingest.line import Refreshed
from ingest.pipeline import begin, due_now, run, wake
from store.log import Log
from tests.servers.http import Seen, hold_open, reply
from tests.servers.world import NOW, World, feed, told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_restart_does_not_ask_early(tmp_path: Path) -> None:
    """The next time and its reason stand in the store; a new process finds them there."""

    @told
    async def story(world: World) -> None:
        store = f"sqlite:///{tmp_path}/log.sqlite"
        world.log = Log.open(store, clock=world.clock)
        world.answers(feed("a", head="<ttl>600</ttl>"))
        await world.ask()
        before = world.state()
        world.log.close()
        world.log = Log.open(store, clock=world.clock)
        world.now += 2 * HOUR
        source = world.source()
        begun = wake(world.log, [source], world.now)
        assert begun["news"] == before
        assert due_now(begun, [source], world.now) == []
        assert due_now(begun, [source], before.due or world.now) == [source]

    story()


@told
async def test_there_is_no_storm_at_the_start(world: World) -> None:
    """A hundred new sources are spread over minutes, and so are those that became due while nobody was there."""
    sources = [world.source(f"/{n}", name=f"s{n}") for n in range(100)]
    begun = wake(world.log, sources, world.now)
    for minute in range(1, 9):
        due = len(due_now(begun, sources, world.now + minute * timedelta(minutes=1)))
        assert due <= 20 * minute
    later = world.now + 3 * DAY
    assert len(due_now(begin(world.log, sources, later), sources, later)) == 100
    begun = wake(world.log, sources, later)
    assert len(due_now(begun, sources, later + timedelta(minutes=1))) <= 30
    assert len(due_now(begun, sources, later + timedelta(minutes=10))) == 100


@told
async def test_times_are_not_on_the_beat(world: World) -> None:
    """Jitter: two sources that were asked in the same second part."""
    world.answers(feed("a"), path="/one")
    world.answers(feed("a"), path="/two")
    names = [f"s{n}" for n in range(8)]
    for name in names:
        await world.ask(world.source("/one", name=name))
    assert len({(world.state(name).due or NOW).replace(second=0) for name in names}) > 3


@told
async def test_one_connection_at_a_time_with_a_pause_to_each_registrable_domain(world: World) -> None:
    """Two hosts of example.org share a turn; example.net has its own and does not wait for them."""

    async def slow(seen: Seen, writer: asyncio.StreamWriter) -> None:
        under_way.append(seen["host"] or "")
        most.append(sum("example.org" in host for host in under_way))
        together.append({host.split(":")[0][-3:] for host in under_way})
        await asyncio.sleep(0.05)
        await reply(feed("a"))(seen, writer)
        under_way.remove(seen["host"] or "")

    under_way: list[str] = []
    most: list[int] = []
    together: list[set[str]] = []
    world.settings["spacing_seconds"] = 30.0
    world.server.routes["*"] = slow
    hosts = ("feeds.example.org", "www.example.org", "one.example.net", "feeds.example.org")
    done = await world.run(*(world.source(f"/{n}", name=f"s{n}", host=host) for n, host in enumerate(hosts)))
    assert [d.word for d in done] == ["new", "unchanged", "unchanged", "unchanged"]
    assert max(most) == 1
    assert {"org", "net"} in together
    assert sorted(round(s) for s in world.slept) == [30, 30]


@told
async def test_a_slow_domain_does_not_use_up_the_room_of_others(world: World) -> None:
    """Twenty sources of a domain that hangs stand before one that answers, and four may be under way at once."""

    def listen(done: Refreshed) -> None:
        heard.append(done.source.name)
        first.set()

    heard: list[str] = []
    first = asyncio.Event()
    world.settings |= {"concurrency": 4}
    world.server.routes["*"] = hold_open()
    world.answers(feed("a"), path="/good")
    slow = [world.source(f"/{n}", name=f"s{n}", host="www.example.org") for n in range(20)]
    good = world.source("/good", name="good", host="one.example.net")
    passing = asyncio.ensure_future(run(world.line, [*slow, good], told=listen))
    await first.wait()
    assert heard == ["good"]
    passing.cancel()
