"""What a post calls a name is what the name stands for, and what is shown of apps and agents is read as such."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "type_", "status", "thing"),
    [
        ("Meta unveiled its Plover model on Tuesday.", "release", "shipped", "Plover"),
        ("Plover, Meta's next model, was pushed from March to May.", "release", "delayed", "Plover"),
        ("A spring release is planned for Llama 5, Meta said.", "release", "planned", "Llama 5"),
        ("Meta is targeting a spring launch for its Plover model.", "release", "planned", "Plover"),
        ("Llama 5 became available to developers on Tuesday.", "release", "shipped", "Llama 5"),
        ("Llama 5 landed on Hugging Face on Tuesday.", "release", "shipped", "Llama 5"),
        ("Meet Plover, Meta's new language model.", "release", "shipped", "Plover"),
        ("Meta on Tuesday began rolling out Llama 5 to developers.", "release", "shipped", "Llama 5"),
        ("Teasel, Meta's personal AI agent, was launched on Tuesday.", "product", "shipped", "Teasel"),
        ("Meta launched its personal agent Muse on Tuesday.", "product", "shipped", "Muse"),
        ("Meta announced an enterprise platform for AI agents.", "product", "announced", "platform"),
        ("Meta unveiled Teasel Clip, a pendant that carries its assistant.", "product", "announced", "Teasel Clip"),
        ("WhatsApp is rolling out AI summaries of unread messages.", "product", "shipped", "summaries"),
        ("Meta's AI assistant can now remember what users tell it.", "product", "shipped", "assistant"),
        ("AI editing of photos is coming to Instagram next year, Meta said.", "product", "planned", "AI"),
        ("Meta intends to put AI companions into all of its apps.", "product", "planned", "apps"),
        ("Meta widened access to its AI ad tools on Tuesday.", "product", "shipped", "access"),
        ("Meta AI is now built on Llama 5.", "product", "shipped", "Meta AI"),
        ("Meta is building an AI agent that runs a phone.", "product", "planned", "agent"),
        ("Facebook announced Plover, a project that teaches machines by video.", "research", "announced", "Plover"),
        ("A paper by Meta researchers describes a model that plans in words.", "research", "shipped", "paper"),
    ],
)
def test_names_are_what_the_post_calls_them(words: str, type_: str, status: str, thing: str) -> None:
    """One move, of the type that the thing's kind makes it, with the thing as its object."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status) == (type_, status)
    assert thing in claim.object


@pytest.mark.parametrize(
    "words",
    [
        "Instead, Meta's model, trained in April, stays at home.",
        "WhatsApp is rolling out usernames.",
        "Instagram is testing a new grid.",
        "Meta opened applications for jobs in its warehouses.",
        "Orca launched its personal agent Teasel on Tuesday.",
        "The Messenger app, which launched in 2011, has many users.",
    ],
)
def test_names_of_other_things_tell_nothing(words: str) -> None:
    """Nothing is told of a move."""
    assert read(words, title="What Meta does with AI", published="2025-11-12") == []


def test_a_known_name_stays_a_model_where_the_post_says_so() -> None:
    """A family of models is no app because one sentence speaks of an app of its name."""
    words = "Meta trains its Llama models in Ohio. Visitors met Meta's chatbot Llama.\nMeta released Llama on Tuesday."
    claims = read(words, title="-", published="2025-11-12")
    assert [claim.type for claim in claims] == ["release"]
    claims = read(words.replace("its Llama models", "its models"), title="-", published="2025-11-12")
    assert [claim.type for claim in claims] == ["product"]
