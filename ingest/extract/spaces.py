"""Runs of blanks as one: what is read does not depend on how a text was set, and quotes stay the original's own words.

Meta  released␤␤ Llama  →  Meta released␤Llama, with where each character stood
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

import msgspec

from ingest.model import Post
from store.events import Claim

__all__ = ["Squeezed", "squeezed"]

_BLANK = "[ \\n\\t\\r\\f\\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]"
# begins with a set of characters, so that the search leaps from one to the next
_RUN = re.compile(f"{_BLANK}{_BLANK}+")
_WIDE = ("  ", "\n\n", " \n", "\n ", "\r")
_TABBED = ("\t\t", "\t ", " \t", "\n\t", "\t\n")


class Squeezed:
    """A post with its blanks squeezed, and the way back."""

    __slots__ = ("_title", "_was", "_where", "post")

    def __init__(self, post: Post) -> None:
        title, self._title = _squeeze(post.title)
        text, self._where = _squeeze(post.text)
        changed = self._title is not None or self._where is not None
        self._was = post
        self.post = replace(post, title=title, text=text) if changed else post

    def claim(self, claim: Claim) -> Claim:
        """A claim that was read from the squeezed post, as it stands in the original."""
        where, whole = (self._title, self._was.title) if claim.where == "title" else (self._where, self._was.text)
        if where is None:
            return claim
        start, end = where.stood(claim.start), where.stood(claim.end - 1) + 1
        return msgspec.structs.replace(claim, start=start, end=end, quote=whole[start:end])


def squeezed(post: Post) -> Squeezed:
    """The post with runs of blanks as one, and empty lines as none."""
    return Squeezed(post)


class _Way:
    """The way back from a squeezed text: where blanks were left out of it, and how many up to there."""

    __slots__ = ("_after", "_gone")

    def __init__(self, cuts: list[tuple[int, int]]) -> None:
        self._after, self._gone, gone = list[int](), [0], 0
        for start, end in cuts:
            self._after.append(start - gone)
            gone += end - start - 1
            self._gone.append(gone)

    def stood(self, at: int) -> int:
        """Where a character of the squeezed text stood; the first of them for a blank that stands for several."""
        return at + self._gone[bisect_left(self._after, at)]


def _squeeze(text: str) -> tuple[str, _Way | None]:
    """The squeezed text, and the way back; None where nothing had to be squeezed."""
    wide = _WIDE if "\t" not in text else (*_WIDE, *_TABBED)
    if text.isascii() and not any(each in text for each in wide):
        return text, None
    cuts = [(m.start(), m.end(), "\n" if "\n" in m[0] else " ") for m in _RUN.finditer(text)]
    if not cuts:
        return text, None
    pieces, last = list[str](), 0
    for start, end, blank in cuts:
        pieces += (text[last:start], blank)
        last = end
    return "".join((*pieces, text[last:])), _Way([(start, end) for start, end, _ in cuts])
