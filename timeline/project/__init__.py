"""The fold: claims → moves. Identity, merge, lineage, disputes, grade. Pure.

blocks(record)               which claims may bear on each other
resolve(records, judgements) the moves that a component of them makes; a Resolver remembers what has not changed
post_info(event)             what is needed of a post
"""

from __future__ import annotations

from timeline.project.blocks import blocks
from timeline.project.posts import post_info
from timeline.project.resolve import Resolver, resolve

__all__ = ["RULES", "Resolver", "blocks", "post_info", "resolve"]

#: the version of the rules: a read model folded by others is folded anew
RULES = "4"
