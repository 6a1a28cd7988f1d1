"""docs/feed.md names everything that the feeds and the server have."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from timeline.query import PARAMETERS, ClaimView
from timeline.view import ChangeView, DisputeView, MoveView, SourceView, StepView
from timeline.web import create_app


@pytest.fixture(scope="module")
def told(root: Path) -> str:
    """The document."""
    return (root / "docs" / "feed.md").read_text("utf-8")


@pytest.mark.parametrize("shape", [MoveView, SourceView, DisputeView, StepView, ChangeView, ClaimView])
def test_every_field_is_described(told: str, shape: type) -> None:
    """Every field of what is written stands in the document as code."""
    words = set(re.findall(r"`([^`]+)`", told))
    assert set(shape.__struct_fields__) - words == set()  # type: ignore[attr-defined]


def test_every_parameter_is_described(told: str) -> None:
    """Every filter of a query stands in the document."""
    assert set(PARAMETERS) - set(re.findall(r"`([^`]+)`", told)) == set()


def test_every_endpoint_is_described(told: str) -> None:
    """Every route of the application stands in the document, and no other address does."""
    app = create_app("sqlite:////nowhere/at/all", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    routes = {route.path for route in app.routes}  # type: ignore[attr-defined]
    named = {re.sub("{number:int}", "N", re.sub("{id}", "ID", path)) for path in routes}
    table = told.partition("## Endpoints")[2].partition("## Queries")[0]
    cells = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `"))
    assert {word.removesuffix("/…") for word in re.findall(r"`([^`]+)`", cells)} == named
