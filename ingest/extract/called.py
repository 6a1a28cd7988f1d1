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
#: what each of them holds, and how far around it stands
_SIGN = re.compile(
    r"owner|parent|operator|[ -]maker|mother company|behind [SW]{4}|the world's |M (?:developer|creator)\b"
)
_NEAR = 90


def periphrases(cls: str, *, topical: bool) -> Iterator[tuple[int, int]]:
    """Where a tagged text calls the subject by what belongs to it. ``topical``: the post is about the subject."""
    last = 0
    for sign in _SIGN.finditer(cls):
        for found in _PERIPHRASIS.finditer(cls, max(last, sign.start() - _NEAR), sign.end() + _NEAR):
            if topical or not found[0].startswith("the world's"):
                last = found.end()
                yield found.span()
