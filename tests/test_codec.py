"""Events to bytes and back: nothing lost, one form for one event, old versions lifted, unknown ones named."""

from __future__ import annotations

from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from store import codec
from store.errors import UnknownEventError
from store.events import EVENT_TYPES, Claim, ClaimsExtracted, Event, PostObserved, SourceFailing, SourceRetired

LEAVES: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),  # JSON has neither
    bool: st.booleans(),
    type(None): st.none(),
}


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field, out of its annotation; so a field that is added is covered from its first day."""
    origin, args = get_origin(hint), get_args(hint)
    if hint in LEAVES:
        return LEAVES[hint]
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, UnionType):
        return st.one_of([of_type(arg) for arg in args])
    if origin is tuple and args[1:] == (...,):
        return st.lists(of_type(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, args))
    if origin is dict:
        return st.dictionaries(of_type(args[0]), of_type(args[1]), max_size=2)
    fields = {field.name: of_type(get_type_hints(hint)[field.name]) for field in structs.fields(hint)}
    return st.fixed_dictionaries(fields).map(lambda values: hint(**values))


EVENTS = st.sampled_from([of_type(cls) for _, cls in sorted(EVENT_TYPES.items())]).flatmap(lambda strategy: strategy)


@given(EVENTS)
def test_any_event_comes_back_equal(event: Event) -> None:
    """Decoding what was encoded gives the event, whatever its type and values."""
    name = type(event).__name__
    assert codec.decode(name, codec.schema_of(name), codec.encode(event)) == event


@given(EVENTS)
def test_one_event_has_one_form(event: Event) -> None:
    """Bytes are canonical: encoding what was decoded gives the same bytes, which are UTF-8 JSON with sorted keys."""
    name, data = type(event).__name__, codec.encode(event)
    assert codec.encode(codec.decode(name, codec.schema_of(name), data)) == data
    value = msgspec.json.decode(data)
    assert list(value) == sorted(value)
    assert msgspec.json.encode(value, order="sorted") == data


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_every_type_goes_there_and_back(name: str) -> None:
    """No type is left to chance: each is drawn at least once."""

    @given(of_type(EVENT_TYPES[name]))
    @settings(max_examples=25)
    def comes_back(event: Event) -> None:
        assert codec.decode(name, codec.schema_of(name), codec.encode(event)) == event

    comes_back()


@given(EVENTS)
def test_no_event_is_empty_bytes(event: Event) -> None:
    """Empty bytes mean an erased payload."""
    assert codec.encode(event)


def test_what_is_default_takes_no_room_and_comes_back() -> None:
    """A claim of two words is stored in two words; fields that are added later read as their defaults."""
    event = ClaimsExtracted(
        post="p", revision=1, extractor="rules", version="1", claims=(Claim(type="chip", object="x"),)
    )
    assert b'"claims":[{"object":"x","type":"chip"}]' in codec.encode(event)
    assert codec.decode("ClaimsExtracted", 1, codec.encode(event)) == event


def test_a_field_of_a_later_version_is_passed_over() -> None:
    """A log written by a newer program that only added a field can still be read."""
    data = b'{"name":"a","why":"gone","added_later":[1,2]}'
    assert codec.decode("SourceRetired", 1, data) == SourceRetired(name="a", why="gone")


@pytest.mark.parametrize(
    ("name", "schema", "data"),
    [
        ("PostImagined", 1, b"{}"),
        ("SourceRetired", 2, b'{"name":"a","why":"b"}'),
        ("SourceRetired", 0, b'{"name":"a","why":"b"}'),
        ("SourceRetired", 1, b'{"name":"a"}'),
        ("SourceRetired", 1, b'{"name":"a","why":7}'),
        ("SourceRetired", 1, b'{"name":"a","why":'),
        ("SourceRetired", 1, b'{"name":"a","why":"\xff"}'),
        ("SourceRetired", 1, b""),
        ("SourceFailing", 1, b'{"name":"a","kind":"sulking","why":"b"}'),
    ],
)
def test_what_cannot_be_read_is_named_with_its_position(name: str, schema: int, data: bytes) -> None:
    """Unknown types and schemas, missing fields, wrong types and broken JSON are one error that says where."""
    with pytest.raises(UnknownEventError, match=f"^@42: {name} schema {schema} ") as told:
        codec.decode(name, schema, data, 42)
    assert (told.value.type, told.value.schema, told.value.position) == (name, schema, 42)


class TestUpcasting:
    """Old versions are lifted when they are read; the log stays as it is."""

    @pytest.fixture(autouse=True)
    def third_schema(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As if ``SourceFailing`` had been ``{source, reason}`` first and ``{name, reason}`` then."""
        monkeypatch.setitem(codec.SCHEMAS, "SourceFailing", 3)
        monkeypatch.setitem(
            codec.UPCASTERS, ("SourceFailing", 1), lambda v: {"name": v["source"], "reason": v["reason"]}
        )
        monkeypatch.setitem(
            codec.UPCASTERS,
            ("SourceFailing", 2),
            lambda v: {"name": v["name"], "kind": "unreachable", "why": v["reason"]},
        )

    @pytest.mark.parametrize(
        ("schema", "data"),
        [
            (1, b'{"reason":"timed out","source":"a"}'),
            (2, b'{"name":"a","reason":"timed out"}'),
            (3, b'{"kind":"unreachable","name":"a","why":"timed out"}'),
        ],
    )
    def test_every_old_schema_reads_as_the_event_of_today(self, schema: int, data: bytes) -> None:
        """Upcasters are applied one after the other, from the version that was written to today's."""
        wanted = SourceFailing(name="a", kind="unreachable", why="timed out")
        assert codec.decode("SourceFailing", schema, data) == wanted

    def test_an_old_payload_that_its_upcaster_cannot_lift_is_named(self) -> None:
        """A missing key in an old payload is the same error as in a new one."""
        with pytest.raises(UnknownEventError, match=r"^@7: SourceFailing schema 1 cannot be read"):
            codec.decode("SourceFailing", 1, b'{"reason":"timed out"}', 7)

    def test_other_types_are_not_touched(self) -> None:
        """Schemas are counted by type."""
        event = PostObserved(post="p", source="a", publisher="Ex", title="t", text="x")
        assert codec.decode("PostObserved", 1, codec.encode(event)) == event
