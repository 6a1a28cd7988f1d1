"""What else the subject is called: ``Instagram's owner``, ``the group behind Facebook``, ``the Llama maker``.

A periphrasis by what belongs to the subject stands for nobody else, in whatever text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["periphrases"]

_OWNER = r"(?:owner|parent|operator|maker|mother\ company|holding)(?:\ (?:company|group|firm|corporation))?"
_OURS = r"(?:[SW]{4,}(?:,?\ and\ |,\ ))*[SW]{4,}"
_PERIPHRASIS = re.compile(
    rf"""
    \bthe\ (?:owner|parent|operator|maker|company|group|firm|corporation|giant|people|business)(?:\ company)?
      \ (?:of|behind)\ {_OURS}(?!'s)
  | (?<![SWMF])(?:{_OURS}(?:'s|\ and\ [W]{{4,}}'s)|\bthe\ {_OURS}|{_OURS})[ -]{_OWNER}\b
  | (?<![SWMF])\bthe\ M{{3,}}[ -](?:maker|developer|owner|creator|company)\b
  | \bthe\ world's\ (?:second-)?(?:biggest|largest|leading)\ (?:social[ -](?:media|networking)?\ ?
      (?:network|company|platform|group|firm)(?:\ (?:operator|company|owner))?
      |(?:operator|owner)\ of\ social\ networks)\b
    """,
    re.VERBOSE,
)
_SIGNS = ("owner", "parent", "operator", "maker", "mother company", "holding", "behind ", "developer", "creator",
          "company of ", "group of ", "the world's ")  # fmt: skip


def periphrases(cls: str, *, topical: bool) -> Iterator[tuple[int, int]]:
    """Where a tagged text calls the subject by what belongs to it. ``topical``: the post is about the subject."""
    if not any(sign in cls for sign in _SIGNS):
        return
    for found in _PERIPHRASIS.finditer(cls):
        if topical or not found[0].startswith("the world's"):
            yield found.span()
