"""How a quantity is put into words. Pure."""

from __future__ import annotations

import re

from store.events import Quantity

__all__ = ["worded"]

_SAID = {
    "at-most": ("up to ", re.compile(r"up to|at most|as much as|as many as|max|below|under|less|fewer", re.IGNORECASE)),
    "at-least": ("at least ", re.compile(r"at least|over|more|exceed|above|beyond|\+|min|passed|from", re.IGNORECASE)),
    "about": ("about ", re.compile(r"about|around|roughly|nearly|almost|approx|some|~|close to", re.IGNORECASE)),
}  # fmt: skip


def worded(quantity: Quantity) -> str:
    """Its own words, with its bound, and with the hedge where it alone is hedged: ``reportedly up to $100 billion``."""
    prefix, said = _SAID.get(quantity.bound, ("", None))
    told = quantity.text if said is None or said.search(quantity.text) else prefix + quantity.text
    return f"reportedly {told}" if quantity.stance == "reported" else told
