"""What is agreed with a named outside party: frames of partnerships."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AGREED, OFF
from ingest.extract.words import DEAL, words

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("joint-programme", "partnership", "release unit offer feature", "joint", r"\b(?:course|program(?:me)?|initiative|fund|(?<!data )cent(?:er|re)|challenge)\b", status={"fact": "shipped", "present": "shipped", "perfect": "shipped"}),
    frame("joint-alliance", "partnership", "release unit", "joint", r"\b(?:alliance|consortium|coalition|partnership)\b|\bwith (?:\w+ ){0,3}\d+ (?:\w+ )?(?:organi[sz]ations|companies|members|partners)\b", status=AGREED),
    frame("agree", "partnership", "partner", "joint", shuns=r"\bcode of|\bbill\b|\bact\b|\bto (?:pay|settle)\b", status=AGREED),
    frame("partners", "partnership", "partner", "subject", rf"[OXR]{{2,}}|\b{DEAL}\b", status=AGREED,
          shuns=r"^\W*to (?:acquire|buy|purchase|take (?:over|an?)|snap|invest|hire)\b|\bmodel\b|\bhim\b|\bto (?:help )?lead\b|\bchief\b|code of (?:practice|conduct)|executive order|\blease\b|^\W*(?:\w+ ){0,3}[PF]{2,}|\bact\b|\bbill\b|\bto (?:pay|settle)\b"),
    frame("partners-with-us", "partnership", "partner", "other", r"[SF]{2,}", shuns=r"\bsu(?:e|it)|\bruling|\bcode of|\bagainst|\bbill\b", sentence=r"[OXR]{2,}", status=AGREED),
    frame("announces-deal", "partnership", "release say reach come", "subject", words(7, r"\w$.-") + rf"\b(?<!licensing )(?<!stock ){DEAL}\b", shuns=r"\blicen[cs]e agreement|\b(?:to|will) (?:acquire|buy)\b|\bacquisition", far=80,
          sentence=r"[OXR]{2,}", status=AGREED),
    frame("announces-deal-with-us", "partnership", "release say supply reach come", "other", words(7, r"\w$.-") + rf"\b{DEAL}\b", shuns=r"\binvestment", sentence=r"[SF]{2,}|\bpartnership\b", far=80, status=AGREED),
    frame("ends-deal", "partnership", "cancel", "any", rf"\b{DEAL}\b", sentence=r"[SF]{2,}", status=OFF),
    frame("rents", "partnership", "rent", "subject", r"[OX]{2,}", status=AGREED),
    frame("becomes-partner", "partnership", "become", "other", r"[SF]{2,}(?:'s)? (?:\w+ ){0,3}partner\b", status=AGREED),
    frame("supplies-us", "partnership", "supply", "other", r"\b(?:to|for)\s+[SF]{2,}|^\s*[SF]{2,}", far=120, status=AGREED),
    frame("hands-over", "partnership", "switch release leave join", "any", r"(?:\bto|\bfor)\s+(?:(?:the|an?)\s+)?(?:[OX]{3,}|[OX ]*foundation)", sentence=r"[TM]{3,}|foundation", status=AGREED),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("deal-between", "partnership", rf"\b{DEAL}\b (?:\w+ ){{0,3}}(?:between|with)\b.{{0,40}}(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})", "announced"),
    noun("agree-deal", "partnership", rf"(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})(?:'s)? (?:have |has |had )?(?:agreed\b|(?:\w+ ){{0,2}}(?:signed|struck|inked|announced|made|entered|reached|unveiled|established|formed|extended|expanded)\b.{{0,40}}\b{DEAL}\b)", "announced"),
    noun("new-deal-with", "partnership", rf"\b(?:has|have|struck|new|separate) (?:an? )?(?:\w+ ){{0,3}}{DEAL} with (?:[SF]{{2,}}|[OX]{{2,}})", "announced", sentence=r"[SF]{2,}"),
    noun("talks", "partnership", r"[SF]{2,}[^.;]{0,30}\b(?:in|holding) (?:\w+ )?(?:talks|discussions) (?:to|with|about|over)\b(?![^.;]{0,40}\b(?:acquire|buy|invest|hire|purchase)\b)[^.;]{0,60}[OX]{2,}", "rumoured"),
)
