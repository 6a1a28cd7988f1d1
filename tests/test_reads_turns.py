"""Launches told by turns of phrase, and the subject called by what belongs to it."""

from __future__ import annotations

import pytest

from ingest.extract.lemmas import CLASSES
from ingest.extract.verbs import classes_of
from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "type_", "status"),
    [
        ("The owner of Facebook and Instagram has bought Orca, an AI startup.", "acquisition", "shipped"),
        ("Instagram's owner has bought Orca, an AI startup.", "acquisition", "shipped"),
        ("WhatsApp's parent company has bought Orca, an AI startup.", "acquisition", "shipped"),
        ("The Llama maker has bought Orca, an AI startup.", "acquisition", "shipped"),
        ("The world's largest social network has bought Orca, an AI startup.", "acquisition", "shipped"),
        ("Its researchers published a paper on language models.", "research", "shipped"),
        ("The lab presented a method to shrink language models.", "research", "shipped"),
        ("Llama 3.2 made its debut on Wednesday.", "release", "shipped"),
        ("Also new is Llama Guard 4.", "release", "shipped"),
        ("Meta is letting researchers into Llama 5.", "release", "shipped"),
        ("Llama 5, still in training, will follow later this year.", "release", "planned"),
        ("Meta rolled PyTorch 3 out today.", "release", "shipped"),
        ("The launch of Behemoth has been moved to autumn.", "release", "delayed"),
        ("Meta hands advertisers AI tools for backgrounds.", "product", "shipped"),
        ("Businesses on WhatsApp will have an AI to answer customers, Zuckerberg said.", "product", "planned"),
        ("Live captions by AI will be added to the Ray-Ban Meta glasses.", "product", "planned"),
        ("Facebook began using AI to spot scams.", "product", "shipped"),
        ("Meta's program has beaten two masters of bridge.", "research", "announced"),
        ("Six more countries get Meta AI.", "product", "shipped"),
        ("Meta AI reached Europe today.", "product", "shipped"),
    ],
)
def test_turns_are_read(words: str, type_: str, status: str) -> None:
    """The move is all that is read, as far as it has come, on the day of the post."""
    claims = read(words, title="What Meta does with AI", published="2025-11-12")
    assert [(claim.type, claim.status, claim.date) for claim in claims] == [(type_, status, "2025-11-12")]


def test_a_plan_and_its_delay_are_two_moves() -> None:
    """The plan is dated by what it was for, since it is no news any more; the delay by the post."""
    words = "The release of Behemoth was planned for June, but its launch has been moved to autumn."
    claims = read(words, title="What Meta does with AI", published="2025-11-12")
    assert [(claim.status, claim.date) for claim in claims] == [("planned", "2025-06"), ("delayed", "2025-11-12")]


@pytest.mark.parametrize(
    "words",
    [
        "The owner of Orca has bought Heron, an AI startup.",
        "The world's largest chipmaker has bought Orca, an AI startup.",
        "The lab was visited by reporters.",
        "Businesses on WhatsApp will have a new menu.",
        "Merchants get better tools for their pages.",
        "Facebook began using a new logo.",
        "Ray-Ban glasses go on sale in June.",
        "Meta mainly publishes its models on Hugging Face.",
        "Llama ended in a lawsuit, one author says.",
        "Meta AI shared its files with a stranger, Jane Doe claims in her diary.",
    ],
)
def test_turns_of_others_tell_nothing(words: str) -> None:
    """Others' acts and what has nothing to do with AI are no moves."""
    assert read(words, title="What Meta does with AI", published="2025-11-12") == []


def test_a_line_set_like_a_title_names_nobody_by_its_capitals() -> None:
    """Inside a text a heading is read as a title is."""
    words = "News of the week.\nMeta Open Sources New Speech Recognition Library\nMore next week."
    assert [claim.type for claim in read(words, title="Digest of Meta", published="2025-11-12")] == ["release"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("drew", "draw+curtain"),
        ("risen", "rise+to"),
        ("swollen", "swell+to"),
        ("kitted", "kit+out"),
        ("equipped", "equip"),
        ("fitting", "fit"),
        ("logged", "log"),
        ("spun", "spin+out"),
        ("shone", "shine+light"),
        ("programmed", "program"),
    ],
)
def test_forms_are_known(form: str, lemma: str) -> None:
    """A form of a verb tells the classes of its lemma, however irregular it is."""
    classes = {name for name, lemmas in CLASSES.items() if lemma in lemmas.split()}
    assert classes
    assert classes <= set(classes_of(form))
