"""The table of verbs: every entry is a verb, and each form of it is found."""

from __future__ import annotations

import re

import pytest

from ingest.extract.lemmas import CLASSES
from ingest.extract.verbs import classes_of

_LEMMA = re.compile(r"[a-z]+(?:-[a-z]+)?(?:\+[a-z-]+)*")


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_entry_is_a_verb_with_its_particles(name: str) -> None:
    """Letters, a hyphen, particles behind a plus: nothing that a broken line of the table leaves behind."""
    assert [lemma for lemma in CLASSES[name].split() if not _LEMMA.fullmatch(lemma)] == []


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ("buy buys bought buying", "acquire"),
        ("snap snaps snapped snapping", "acquire"),
        ("bag bags bagged bagging", "acquire"),
        ("seek seeks sought seeking", "court"),
        ("bid bids bidding", "court"),
        ("rebuff rebuffs rebuffed rebuffing", "spurn"),
        ("invest invests invested investing", "back-firm"),
        ("sink sinks sank sunk sinking", "back-firm"),
        ("foresee foresees foresaw foreseen foreseeing", "expect"),
        ("break breaks broke broken breaking", "ground"),
        ("shake shakes shook shaken shaking", "partner"),
        ("agree agrees agreed agreeing", "partner"),
        ("tie ties tied tying", "partner"),
        ("ally allies allied allying", "partner"),
        ("outfit outfits outfitted outfitting", "supply"),
        ("draw draws drew drawn drawing", "order"),
        ("scrap scraps scrapped scrapping", "cancel"),
    ],
)
def test_all_forms_of_a_verb_are_of_its_class(forms: str, name: str) -> None:
    """Doubled letters, irregular pasts, participles."""
    assert [form for form in forms.split() if name not in classes_of(form)] == []
