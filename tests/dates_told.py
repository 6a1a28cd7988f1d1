"""Reading dates, told: a text with its publish date, and what is read in it, one line an expression."""

from __future__ import annotations

import re

from ingest.extract.dates import find_dates

__all__ = ["read", "told"]

_STORY = re.compile(r"^\s*(?:\[(?P<published>[^\]]*)\]\s*)?(?P<text>.*?)\s*=>\s*(?P<expected>.*?)\s*$")


def read(text: str, published: str | None = None) -> str:
    """What is read in a text: "words = value; words = value", "nothing" for nothing."""
    return "; ".join(f"{e.text} = {e.value}" for e in find_dates(text, published)) or "nothing"


def told(story: str) -> None:
    """Each line of a story: ``[publish date] text => words = value; ...``. All that differs is shown."""
    lines = [line for line in story.splitlines() if line.strip()]
    wrong = []
    for line in lines:
        found = _STORY.match(line)
        assert found, f"no story: {line}"
        answer = read(found["text"], found["published"])
        if answer != found["expected"]:
            wrong.append(f"{found['text']}\n    expected {found['expected']}\n    read     {answer}")
    assert lines, "an empty story"
    assert not wrong, "\n" + "\n".join(wrong)
