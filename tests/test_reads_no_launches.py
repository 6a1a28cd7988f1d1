"""What looks like a launch and is none: others' acts, abilities, wishes, habits, and what has nothing to do with AI."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    "words",
    [
        "OpenAI released GPT-5 on Thursday, and Meta is watching.",
        "Llama 3 is a family of language models.",
        "Llama 3 can write poems and code.",
        "Developers can run Llama 3 on a laptop with Ollama.",
        "Hugging Face now supports Llama 3.",
        "Groq has made Llama 3 available on its cloud.",
        "Perplexity released a model built on Llama 3.",
        "Meta should release Llama 5 soon, says the analyst.",
        "How to fine-tune Llama 3: first download the weights.",
        "Instagram launched a new feature for reels.",
        "Meta launched Quest 3 on Monday.",
        "WhatsApp gets passkeys.",
        "Meta AI knows many languages.",
        "Meta has 3.4 billion daily users across its apps.",
        "Instagram has reached two billion monthly users.",
        "Threads passed 200 million users, Meta said.",
        "Google presented an AI that beats Llama 3.",
        "Researchers at Stanford published a study of Llama 2.",
        "A startup released a tool to run Llama on phones.",
        "ChatGPT has 400 million weekly users, more than Meta AI.",
        "Meta has released many models over the years.",
        "If Meta releases Llama 5, prices will fall.",
        "Meta unveiled a new logo on Thursday.",
        "Meta rolled out new parental controls on Instagram.",
        "Meta opened a new office in Paris.",
    ],
)
def test_no_launch_is_read(words: str) -> None:
    """Nothing is told of a move."""
    assert read(words, title="What Meta does with AI", published="2025-11-12") == []
