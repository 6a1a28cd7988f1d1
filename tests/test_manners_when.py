"""Manners of time: when a source is asked again, why, and who is left alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ingest.pipeline import begin, due_now
from store.events import SourceFailing, SourceRecovered, SourceRetired
from tests.servers.http import raw, reply
from tests.servers.world import NOW, World, entry, feed, http_date, told

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SLACK = timedelta(minutes=11)  # jitter, and the second that a time is rounded up to
FRESH = http_date(NOW - HOUR)


def lively(head: str = "", now: datetime = NOW) -> bytes:
    """A feed that posts every hour, so that its own rhythm asks for no longer wait."""
    dates = (now - HOUR * (n + 0.5) for n in range(6))
    return feed(head=head, items="".join(entry(str(n), published=http_date(d)) for n, d in enumerate(dates)))


PERIOD = "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>{}</sy:updateFrequency>"


@pytest.mark.parametrize(
    ("head", "fields", "hours", "reason"),
    [
        ("", {}, 1, "every 1 h"),
        ("<ttl>5</ttl>", {}, 1, "every 1 h"),
        ("<ttl>180</ttl>", {}, 3, "the feed's ttl 3 h"),
        (PERIOD.format(4), {}, 6, "the feed's update period 6 h"),
        ("", {"cache_control": "max-age=7200"}, 2, "publisher's max-age 2 h"),
        ("", {"cache_control": "max-age=60"}, 1, "every 1 h"),
        ("", {"cache_control": "no-cache"}, 1, "every 1 h"),
        ("", {"date": http_date(NOW), "expires": http_date(NOW + 5 * HOUR)}, 5, "publisher's Expires in 5 h"),
        ("<ttl>120</ttl>", {"cache_control": "max-age=14400"}, 4, "publisher's max-age 4 h"),
        ("<ttl>86400</ttl>", {}, 31 * 24, "the feed's ttl 31 days"),
    ],
)
def test_the_longest_of_all_wishes_is_kept_with_its_reason(
    head: str, fields: dict[str, str], hours: int, reason: str
) -> None:
    """Floor of 60 minutes, RSS 2.0 ttl, sy:updatePeriod, RFC 9111 max-age and Expires: each can only delay."""

    @told
    async def story(world: World) -> None:
        world.answers(lively(head), 200, **fields)
        await world.ask()
        assert timedelta(hours=hours) <= world.wait() <= timedelta(hours=hours) + SLACK
        assert world.state().reason == reason

    story()


@told
async def test_the_sources_own_interval_is_a_lower_bound_too(world: World) -> None:
    """``every`` in the configuration."""
    world.every = 4 * 3600
    world.answers(lively())
    await world.ask()
    assert 4 * HOUR <= world.wait() <= 4 * HOUR + SLACK


@told
async def test_skipped_hours_and_days_are_left_alone(world: World) -> None:
    """RSS 2.0 skipHours and skipDays, in GMT: asked Saturday noon, the next time lies outside of both."""
    hours = "".join(f"<hour>{n}</hour>" for n in range(8))
    world.answers(lively(f"<skipDays><day>Saturday</day><day>Sunday</day></skipDays><skipHours>{hours}</skipHours>"))
    await world.ask()
    due = world.state().due
    assert due is not None
    assert (due.strftime("%A"), due.hour) == ("Monday", 8)
    assert "skip" in world.state().reason


@told
async def test_a_feed_that_skips_every_hour_is_asked_all_the_same(world: World) -> None:
    """It is taken to have said nothing, rather than never to be asked again."""
    world.answers(lively(f"<skipHours>{''.join(f'<hour>{n}</hour>' for n in range(24))}</skipHours>"))
    await world.ask()
    assert world.wait() <= HOUR + SLACK


@told
async def test_a_quiet_source_is_asked_less_often_but_daily(world: World) -> None:
    """A source that posts once in ten days is asked every few hours; one that is silent for a year, once a day."""
    items = "".join(entry(str(n), published=http_date(NOW - timedelta(days=10 * n + 2))) for n in range(5))
    world.answers(feed(items=items))
    await world.ask()
    assert 3 * HOUR < world.wait() <= DAY + SLACK
    world.now += timedelta(days=365)
    await world.ask()
    assert DAY <= world.wait() <= DAY + SLACK


@told
async def test_hints_of_a_304_are_kept_and_those_of_the_last_200_stand(world: World) -> None:
    """RFC 9111 4.3.4: freshness comes from the 304, the feed's own ttl from the body that is still current."""
    world.answers(lively("<ttl>180</ttl>"), etag='"1"')
    await world.ask()
    await world.ask_when_due()
    assert world.state().reason == "the feed's ttl 3 h"
    world.answers(etag='"1"', cache_control="max-age=18000")
    assert (await world.ask_when_due()).word == "not modified"
    assert world.state().reason == "publisher's max-age 5 h"


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("7200", 2 * HOUR),
        (http_date(NOW + 3 * HOUR), 3 * HOUR - timedelta(seconds=1)),
        ("1" + "0" * 18, 7 * DAY),
        ("9" * 4000, 7 * DAY),
        (http_date(NOW + 400 * DAY), 7 * DAY),
    ],
    ids=["seconds", "date", "10^18", "4000 digits", "next year"],
)
def test_retry_after_is_kept_to(status: int, said: str, wait: timedelta) -> None:
    """RFC 9110 10.2.3, RFC 6585 4: seconds or a date, at most 7 days, whatever the number."""

    @told
    async def story(world: World) -> None:
        world.answers(b"", status, retry_after=said)
        await world.ask()
        assert wait <= world.wait() <= wait + SLACK
        assert "Retry-After" in world.state().reason

    story()


@told
async def test_a_person_does_not_ask_before_retry_after_either(world: World) -> None:
    """Unless they insist."""
    world.answers(b"", 429, retry_after="86400")
    await world.ask()
    world.now += HOUR
    assert (await world.ask()).word == "skipped"
    assert len(world.requests) == 1
    await world.ask(force=True)
    assert len(world.requests) == 2


ERRORS = {
    "404": reply(b"no", 404),
    "403": reply(b"no", 403),
    "500": reply(b"no", 500),
    "503": reply(b"no", 503),
    "no answer": raw(),
    "a page": reply(b"<html><body>Hello</body></html>"),
    "an empty body": reply(b""),
    "no feed": reply(b"<opml/>"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_back_off_doubles_to_a_day_and_never_gives_up(name: str) -> None:
    """4xx, 5xx, broken connections and unreadable bodies: 1, 2, 4, 8, 16, 24, 24 ... hours, for months."""

    @told
    async def story(world: World) -> None:
        world.server.routes["/feed"] = ERRORS[name]
        hours = []
        for _ in range(40):
            assert (await world.ask_when_due()).failed
            hours.append(world.wait() // HOUR)
        assert hours == [1, 2, 4, 8, 16, *35 * [24]]
        assert "back-off after 40 failures" in world.state().reason
        world.answers(lively(now=world.now + DAY))
        assert (await world.ask_when_due()).new == 6
        assert world.wait() <= HOUR + SLACK

    story()


@told
async def test_a_source_that_fails_is_told_once_and_its_recovery_once(world: World) -> None:
    """Three failures in a row are an event; ten are no more."""
    world.answers(lively())
    await world.ask()
    world.server.routes["/feed"] = reply(b"", 500)
    for _ in range(10):
        await world.ask_when_due()
    world.answers(lively())
    for _ in range(3):
        await world.ask_when_due()
    assert world.events("SourceFailing", "SourceRecovered") == [
        SourceFailing(name="news", kind="unreachable", why="HTTP 500"),
        SourceRecovered(name="news"),
    ]


@told
async def test_a_410_retires_the_source_visibly(world: World) -> None:
    """RFC 9110 15.5.11: gone for ever. An event, a state with its reason, no request any more; a person may insist."""
    world.answers(lively())
    await world.ask()
    world.answers(b"", 410)
    assert (await world.ask_when_due()).word == "retired"
    assert [type(e) for e in world.events("SourceRetired")] == [SourceRetired]
    state, asked = world.state(), len(world.requests)
    assert (state.due, "410" in state.reason) == (None, True)
    assert (await world.ask()).word == "retired"
    assert len(world.requests) == asked
    world.answers(lively())
    assert (await world.ask(force=True)).word == "unchanged"
    assert world.state().due is not None


@told
async def test_a_clock_that_was_ahead_keeps_no_source_from_being_asked(world: World) -> None:
    """Times that lie years ahead are those of a wrong clock: the source is due soon, and no wait holds till then."""
    world.answers(lively(), etag='"1"')
    world.answers(b"", 503, path="/other", retry_after="86400")
    other = world.source("/other", name="other")
    world.now = NOW + timedelta(days=3650)
    await world.ask()
    await world.ask(other)
    world.now = NOW
    assert due_now(begin(world.log, [world.source(), other], NOW), [world.source(), other], NOW) == []
    assert NOW <= (world.state().due or NOW) <= NOW + timedelta(minutes=10)
    assert world.state().reason == "the clock was set back"
    world.now += timedelta(minutes=10)
    assert (await world.run(world.source(), other))[0].word == "not modified"
    assert len([r for r in world.requests if r.path == "/other"]) == 2
    assert timedelta(hours=1) <= world.wait() <= timedelta(days=1) + SLACK


@told
async def test_a_clock_that_was_a_little_ahead_changes_nothing(world: World) -> None:
    """Minutes are mended by waiting; the planned time stands."""
    world.answers(lively())
    await world.ask()
    due = world.state().due
    begin(world.log, [world.source()], world.now - timedelta(minutes=30))
    assert world.state().due == due


@told
async def test_a_manual_fetch_is_conditional_too(world: World) -> None:
    """Asking at once, even insisting, is no reason to ask for everything."""
    world.answers(lively(), etag='"1"')
    await world.ask()
    assert (await world.ask()).word == "not modified"
    assert (await world.ask(force=True)).word == "not modified"


@told
async def test_the_reason_of_the_next_time_is_stored_and_told(world: World) -> None:
    """In words, beside the time, in the operational state of the source."""
    world.answers(lively(), cache_control="max-age=7200")
    done = await world.ask()
    assert done.state is not None
    assert done.state == world.state()
    assert done.state.reason == "publisher's max-age 2 h"


@told
async def test_a_feed_that_used_to_have_posts_and_has_none_for_days_is_an_alarm(world: World) -> None:
    """An empty feed is an answer, not silence: nothing is removed, and after two days it is said aloud."""
    world.answers(lively())
    await world.ask()
    world.answers(feed())
    await world.ask_when_due()
    assert world.events("SourceFailing") == []
    for _ in range(60):
        await world.ask_when_due()
    assert [e.kind for e in world.events("SourceFailing") if isinstance(e, SourceFailing)] == ["empty"]
    world.answers(lively())
    assert (await world.ask_when_due()).word == "unchanged"
    assert world.events("SourceRecovered") == [SourceRecovered(name="news")]
