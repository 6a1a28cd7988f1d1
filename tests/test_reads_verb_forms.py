"""The forms of the verbs that report moves are those of English."""

from __future__ import annotations

import pytest

from ingest.extract.lemmas import CLASSES, IRREGULAR
from ingest.extract.verbs import forms


@pytest.mark.parametrize(
    "told",
    """stopped grabbed fitted trimmed embedded labelled labeled cancelled canceled oversaw overseen rewrote rewritten
    withheld shook sought stole stopping trimming labelling labeling drew fell put quit led shipped dropped banned
    denied hired freezing frozen taken withdrew withdrawn spun laid sued""".split(),
)
def test_a_form_is_known(told: str) -> None:
    """Doubled letters, irregular pasts and both spellings stand for their verbs."""
    assert [(told, 0, len(told))] == forms(told, 0, len(told))


@pytest.mark.parametrize(
    "wrong", ["stoped", "grabed", "fited", "trimed", "oversee-d", "rewrited", "withholded", "labelld"]
)
def test_what_is_no_form_is_none(wrong: str) -> None:
    """Nothing is made up beside them."""
    assert (wrong, 0, len(wrong)) not in forms(wrong, 0, len(wrong))


def test_every_irregular_form_is_of_letters() -> None:
    """The table holds words, or two words for past and participle."""
    assert all(form.isalpha() for told in IRREGULAR.values() for form in told.split("|"))
    assert all(words.split() for words in CLASSES.values())
