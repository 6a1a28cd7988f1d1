"""The model's interface is asked through the one door, with its manners."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.extract.llm import LlmSettings, Model
from ingest.extract.llm.answer import NoAnswerError
from ingest.fetch.wire import tls_context
from tests.llm_interface import POST, Interface, Reply, Time, completion, move, reader, settings, speaking

KEYS = Path(__file__).parent / "data" / "tls"


def model(there: Interface, time: Time, **changes: Any) -> Model:
    """A model at this server."""
    return Model(settings(there, **changes), clock=time.clock, sleep=time.sleep)


def refusal(asked: Model) -> NoAnswerError:
    """Why there is no answer."""
    with pytest.raises(NoAnswerError) as caught:
        asyncio.run(asked.ask(b"{}"))
    return caught.value


@pytest.mark.parametrize("status", [429, 503])
def test_it_waits_as_long_as_it_is_told_to(status: int) -> None:
    """Retry-After is kept to, and the answer after it is used."""
    time = Time()
    with speaking(Reply(status, fields={"Retry-After": "7"}), completion(move())) as there:
        asyncio.run(model(there, time).ask(b"{}"))
    assert time.slept == [7]


def test_without_a_word_about_when_it_waits_longer_each_time_and_then_gives_up() -> None:
    """Three tries at most, with growing pauses."""
    time = Time()
    with speaking(Reply(429)) as there:
        assert refusal(model(there, time)).kind == "busy"
        assert len(there.asked) == 3
    assert time.slept == [2, 10]


def test_a_long_rest_is_not_waited_for_but_kept_to() -> None:
    """Nobody waits an hour; nothing is asked during it, and then it is asked again."""
    time = Time()
    with speaking(Reply(429, fields={"Retry-After": "3600"}), completion(move())) as there:
        asked = model(there, time)
        assert refusal(asked).kind == "busy"
        assert refusal(asked).kind == "resting"
        assert len(there.asked) == 1
        asyncio.run(time.sleep(3600))
        assert asyncio.run(asked.ask(b"{}"))


def test_after_three_failures_in_a_row_nothing_more_is_asked() -> None:
    """A thousand posts do not wait a thousand timeouts; the last failure is told."""
    with speaking(Reply(500)) as there:
        asked = model(there, Time())
        kinds = [refusal(asked).kind for _ in range(5)]
        assert len(there.asked) == 3
    assert kinds == ["status"] * 3 + ["given-up"] * 2
    assert "500" in str(refusal(asked))


def test_an_answer_in_between_forgives_failures() -> None:
    """Only failures in a row count."""
    with speaking(Reply(500), Reply(500), completion(move()), Reply(500)) as there:
        asked = model(there, Time())
        kinds = [refusal(asked).kind, refusal(asked).kind]
        asyncio.run(asked.ask(b"{}"))
        assert [*kinds, refusal(asked).kind] == ["status"] * 3


def test_the_key_is_sent_as_a_bearer_token_and_shown_nowhere() -> None:
    """Neither in a representation of the settings nor in the reason of a failure."""
    with speaking(Reply(401)) as there:
        chosen = settings(there, key="sk-secret")
        error = refusal(Model(chosen, clock=Time().clock))
        assert there.fields[0]["authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in f"{chosen!r} {error}"
    assert "key" in str(error)


def test_a_redirect_is_not_followed() -> None:
    """The key belongs to the address that it was configured for."""
    with speaking(completion()) as elsewhere:
        with speaking(Reply(307, fields={"Location": f"http://{elsewhere.key}/v1/chat/completions"})) as there:
            asked = model(there, Time(), key="sk-secret", allow_private=frozenset({there.key, elsewhere.key}))
            assert refusal(asked).kind == "status"
        assert elsewhere.asked == []


def test_a_private_address_is_asked_only_where_the_configuration_allows_it() -> None:
    """The same check as for feeds; so a local model needs its line in allow_private."""
    with speaking(completion()) as there:
        assert refusal(model(there, Time(), allow_private=frozenset())).kind == "address"
        assert there.asked == []


def test_a_name_that_leads_inside_is_refused() -> None:
    """The addresses of a name are checked before any is connected to."""

    async def inside(_host: str, _port: int) -> Sequence[str]:
        return ["93.184.215.14", "127.0.0.1"]

    with speaking(completion()) as there:
        chosen = LlmSettings(f"http://models.example.com:{there.port}/v1", "small-1")
        assert refusal(Model(chosen, clock=Time().clock, resolver=inside)).kind == "address"
        assert there.asked == []


def test_a_port_of_another_protocol_is_not_posted_to() -> None:
    """A request body can be a mail to port 25."""
    chosen = LlmSettings("http://127.0.0.1:25/v1", "small-1")
    assert refusal(Model(chosen, clock=Time().clock)).kind == "address"


def test_nobody_there_is_a_failure_of_the_connection() -> None:
    """A server that has stopped is told as one that cannot be connected to."""
    with speaking(completion()) as there:
        pass
    assert refusal(model(there, Time())).kind == "connect"


def test_a_failing_interface_is_asked_three_times_for_any_number_of_posts() -> None:
    """The reader of many posts goes on with the rules."""
    told: list[str] = []
    with speaking(Reply(500)) as there:
        reading = reader(there, lambda r: told.append(r.kind))
        for n in range(10):
            assert reading.read(replace(POST, id=f"p{n}", text=f"{POST.text} Number {n}."))
        assert len(there.asked) == 3
    assert told == ["status"] * 3 + ["given-up"] * 7


def test_the_user_agent_names_the_program() -> None:
    """As at every door (RFC 9110 10.1.5)."""
    with speaking(completion(move())) as there:
        asyncio.run(model(there, Time()).ask(b"{}"))
        assert there.fields[0]["user-agent"].startswith("meta-timeline/")


async def loopback(_host: str, _port: int) -> Sequence[str]:
    """Every name is here."""
    return ["127.0.0.1"]


@pytest.mark.parametrize("trusted", [True, False])
def test_the_key_goes_only_to_who_proves_to_be_the_address_of_the_configuration(*, trusted: bool) -> None:
    """Over https with a certificate that is trusted; without one nothing is sent."""
    theirs, ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), tls_context()
    theirs.load_cert_chain(KEYS / "feeds.example.org.pem")
    if trusted:
        ours.load_verify_locations(KEYS / "ca.pem")
    with speaking(completion(move()), tls=theirs) as there:
        host = f"feeds.example.org:{there.port}"
        chosen = LlmSettings(f"https://{host}/v1", "small-1", "sk-secret", 5.0, allow_private=frozenset({host}))
        asked = Model(chosen, clock=Time().clock, resolver=loopback, tls=ours)
        if trusted:
            assert asyncio.run(asked.ask(b"{}"))
            assert there.fields[0]["authorization"] == "Bearer sk-secret"
        else:
            assert refusal(asked).kind == "tls"
            assert there.asked == []
