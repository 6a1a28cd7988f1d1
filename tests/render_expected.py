"""Writes the expected files of the formats again, to be read by a person: ``python -m tests.render_expected``."""

from __future__ import annotations

from pathlib import Path

from tests.test_render_formats import expected
from timeline.render import FORMATS

if __name__ == "__main__":
    for name in FORMATS:
        (Path(__file__).parent / "data" / "render" / f"told.{name}").write_bytes(expected(name).encode())
