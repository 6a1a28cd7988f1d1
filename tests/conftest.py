"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The captured material beside the checkout (or where TIMELINE_SHARED points); skips where it is absent."""
    for folder in (Path(os.environ.get("TIMELINE_SHARED", "")), ROOT.parent / "shared"):
        if folder.is_absolute() and (folder / "feeds").is_dir():
            return folder
    pytest.skip("the shared captured material is not beside this checkout")
