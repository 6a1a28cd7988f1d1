"""Runs of blanks as one: what is read does not depend on how a text was set, and quotes stay the original's own words.

Meta  released␤␤ Llama  →  Meta released␤Llama, with where each character stood
"""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec

from ingest.model import Post
from store.events import Claim

__all__ = ["Squeezed", "squeezed"]

_RUN = re.compile("[ \\n\\t\\r\\f\\v\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]{2,}")
_WIDE = ("  ", "\n\n", " \n", "\n ", "\r", "\t\t", "\t ", " \t", "\n\t", "\t\n")


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
        start, end = where[claim.start], where[claim.end - 1] + 1
        return msgspec.structs.replace(claim, start=start, end=end, quote=whole[start:end])


def squeezed(post: Post) -> Squeezed:
    """The post with runs of blanks as one, and empty lines as none."""
    return Squeezed(post)


def _squeeze(text: str) -> tuple[str, list[int] | None]:
    """The squeezed text, and where each of its characters stood; None where nothing had to be squeezed."""
    if text.isascii() and not any(wide in text for wide in _WIDE):
        return text, None
    cuts = [(m.start(), m.end(), "\n" if "\n" in m[0] else " ") for m in _RUN.finditer(text)]
    if not cuts:
        return text, None
    pieces, where, last = list[str](), list[int](), 0
    for start, end, blank in cuts:
        pieces += (text[last:start], blank)
        where += range(last, start + 1)
        last = end
    pieces.append(text[last:])
    where += range(last, len(text))
    return "".join(pieces), where
