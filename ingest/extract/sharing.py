"""A name that the subject and a product of it bear, told apart by what stands around it.

``Meta AI released a paper`` is the lab; ``Meta AI has 700 million users``, ``brings Meta AI to Spain`` the assistant.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from msgspec.structs import replace

from ingest.extract.lexicon import Entity, Lexicon, Mention

__all__ = ["told_apart"]

_MARKET = r"(?:in|to|on|for|across|into|over|onto)"
#: what only a product does, or what is only done to one
_BEHIND = re.compile(
    rf"""
    (?:'s)?\s(?:
      (?:mobile\ |standalone\ |stand-alone\ |new\ |web\ |virtual\ |voice\ |own\ |monthly\ |daily\ |weekly\ )*
      (?:users?|assistants?|chatbots?|chats?|bot|apps?|button|feature|features|conversations|prompts|interface|widget
        |website|usage|subscription|feed|tab|search|rollout|roll-out)\b
    | (?:(?:now|also|already|currently|officially|finally|recently|today|soon)\s)*(?:
        (?:can|could|speaks|answers|understands|remembers|runs|works)\b
      | (?:has|had|counts|boasts|draws|serves)\s(?:[\w,.]+\s){{0,6}}?
        (?:users?|people|monthly|daily|weekly|m?illions?|b?illions?|actives|million|billion)\b
      | (?:has\s|have\s)?(?:\w+ly\s)?(?:surpass|pass|reach|hit|top|cross|exceed|near|approach)\w*\s
        (?:\w+\s){{0,3}}(?:\d|one\b|half\b|a\s(?:b|m)illion)
      | (?:has\s|have\s)?(?:come|came|comes|arriv\w+|launch(?:ed|es)|roll(?:ed|s)\sout|expand\w*|debut\w*|goes|went)\s
        (?:\w+\s)?{_MARKET}\b
      | (?:is|was|are|were|will\sbe|has\sbeen|to\sbe)\s(?:\w+ly\s|now\s|also\s|already\s|still\s|being\s)*
        (?:used|available|live|launched|added|integrated|built|rolled|introduced|offered|put|coming|rolling|getting
          |in\suse|close|near|nearly|at|free|blocked|banned|switched|found|on\strack|closing|the\smost|accessible|made|brought|unavailable)\b
      | (?:will|to)\s(?:\w+\s)?(?:come|arrive|launch|roll|appear|get|be\s(?:available|launched|rolled|added))\b
      | reach(?:es|ed)\s(?:europe|asia|africa|latin|india|brazil|\w+\s(?:more\s|further\s)?(?:countries|markets))
      | (?:starts?|started|moves?|moved)\s(?:in|into|as)\b
      | (?:gets?|got|gains?|gained|integrated|added|built|available|arrives?|answers)\b
      )
    )""",
    re.VERBOSE,
)
_BEFORE = re.compile(
    r"(?:\b(?:us(?:e|es|ed|ing)|ask(?:s|ed|ing)?|brings?|bringing|brought|integrat\w+|roll(?:s|ed|ing)? out"
    r"|gets?|got|receives?|received|now holds?"
    r"|add(?:s|ed|ing)?|puts?|putting|embed(?:s|ded|ding)?|making|called|chatbot,?|assistant,?"
    r"|(?:launch|roll-?out|expansion|arrival|release|debut|versions?|users|availability) of"
    r"|(?:access|talk(?:s|ed|ing)?|speak(?:s|ing)?|appl(?:y|ies)) to"
    r"|(?:talk|chat|interact|conversation)(?:s|ed|ted|ing|ting)? with)\s)$"
)
_APP = re.compile(r"[ -](assistant|agent|app|chatbot|api)(?!\w)(?! (?:models?|weights|for the model))")
_LONGEST = 90  # characters that tell, on either side


def told_apart(lexicon: Lexicon, low: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The names, those that the subject shares with a product of its being the product's where it is meant.

    ``low``: the folded text in lower case.
    """
    return tuple(_told_apart(low, m, lexicon.shared) for m in mentions)


def _told_apart(low: str, mention: Mention, products: dict[str, Entity]) -> Mention:
    if mention.entity.what == "model":
        return _app_of(low, mention)
    entity = products.get(mention.text.lower()) if mention.entity.kind == "subject" else None
    return replace(mention, entity=entity, object_id=entity.id) if entity and _meant(low, mention) else mention


def _app_of(low: str, mention: Mention) -> Mention:
    """An app that bears the name of its model: ``the Kestrel assistant``."""
    found = _APP.match(low, mention.end)
    if found is None:
        return mention
    text, id_ = mention.text + low[found.start() : found.end()], f"{mention.object_id}-{found[1]}"
    return replace(
        mention, entity=dataclasses.replace(mention.entity, what="app"), end=found.end(), text=text, object_id=id_
    )


def _meant(low: str, mention: Mention) -> bool:
    """Whether a shared name is the product's."""
    behind = low[mention.end : mention.end + _LONGEST]
    return bool(_BEHIND.match(behind) or _BEFORE.search(low[max(0, mention.start - _LONGEST) : mention.start]))
