"""docs/events.md cannot rot: every type and field stands in it, and every example can be read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import structs

from store import codec, events
from store.events import EVENT_TYPES, Claim, ClaimsExtracted, PostObserved

PARTS = {name: getattr(events, name) for name in ("Claim", "Quantity", "Attribution", "Citation")}
STRUCTS: dict[str, Any] = EVENT_TYPES | PARTS

_ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.+) \|$", re.MULTILINE)
_EXAMPLE = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page as it is."""
    return (root / "docs" / "events.md").read_text("utf-8")


def section(page: str, name: str) -> str:
    """What stands under the heading of a type."""
    found = re.search(rf"^### {name}\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"docs/events.md has no section {name}"
    return found[1]


def examples(page: str, name: str) -> list[str]:
    """The examples of a type, as they are printed."""
    return _EXAMPLE.findall(section(page, name))


def test_the_page_has_the_types_that_can_be_recorded_and_no_others(page: str) -> None:
    """A type that is added is documented, one that is gone is not."""
    headings = re.findall(r"^### (\w+)$", page, re.MULTILINE)
    assert sorted(headings) == sorted(STRUCTS)


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_every_field_stands_in_the_table_with_its_values_and_default(page: str, name: str) -> None:
    """The rows are the fields of the class in their order; the allowed values and the default are the real ones."""
    rows = _ROW.findall(section(page, name))
    fields = structs.fields(STRUCTS[name])
    assert [row[0] for row in rows] == [field.name for field in fields]
    hints = get_type_hints(STRUCTS[name])
    for (_, kind, default, _), field in zip(rows, fields, strict=True):
        if get_origin(hints[field.name]) is Literal:
            assert re.findall(r"`([^`]+)`", kind) == list(get_args(hints[field.name]))
        assert kind.endswith("or null") == (type(None) in get_args(hints[field.name]))
        assert (default == "needed") == field.required
        if default.startswith("`"):
            value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
            assert json.loads(default.strip("`")) == json.loads(msgspec.json.encode(value))


@pytest.mark.parametrize("name", sorted(EVENT_TYPES))
def test_every_example_is_that_event_and_nothing_else(page: str, name: str) -> None:
    """It decodes, and encoding the event again gives exactly the example: no field too many, no default spelled out."""
    printed = examples(page, name)
    assert printed
    for text in printed:
        data = msgspec.json.encode(json.loads(text), order="sorted")
        event = codec.decode(name, codec.schema_of(name), data)
        assert json.loads(codec.encode(event)) == json.loads(text)


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_every_field_occurs_in_an_example(page: str, name: str) -> None:
    """A reader sees each field filled in at least once."""
    owners = [name] if name in EVENT_TYPES else ["ClaimsExtracted", "EntryCurated"]
    seen = " ".join(text for owner in owners for text in examples(page, owner))
    assert [f for f in STRUCTS[name].__struct_fields__ if f'"{f}":' not in seen] == []


def test_the_quotes_of_the_examples_are_exact(page: str) -> None:
    """The claims of the example stand in the post of the example, at the very places that are given."""
    post = codec.decode("PostObserved", 1, examples(page, "PostObserved")[0].encode())
    read = codec.decode("ClaimsExtracted", 1, examples(page, "ClaimsExtracted")[0].encode())
    assert isinstance(post, PostObserved)
    assert isinstance(read, ClaimsExtracted)
    assert post.post == read.post
    for claim in read.claims:
        assert isinstance(claim, Claim)
        assert claim.quote == (post.title if claim.where == "title" else post.text)[claim.start : claim.end]
        assert all(quantity.text in (claim.quote or "") for quantity in claim.quantities)


def test_the_fields_of_a_record_are_those_of_an_export(page: str) -> None:
    """What the page says of a record is what a line of the whole log has."""
    from store.transfer import RECORD_FIELDS

    table = page.partition("## A record")[2].partition("## Sources")[0]
    names = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert tuple(names) == RECORD_FIELDS
