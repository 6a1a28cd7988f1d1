"""Who comes, goes, leads, is paid; units made and cut: frames of people."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.words import CHIPS, SITE, STAFF, UNIT, words

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("hires", "people", "hire", "subject", rf"[PFX]{{3,}}|\b{STAFF}\b|\bhim\b|\bher\b", ai=True, shuns=rf"[MTAC]{{3,}}|\bdata\b|\bchips?\b|{SITE}|\bfeature|\bapp\b|\bmodel\b"),
    frame("is-named", "people", "hire", "named", rf"\b{STAFF}\b|\bto lead\b|\bas\b", sentence=r"[SF]{2,}", ai=True),
    frame("is-hired", "people", "hire lead", "product:P", sentence=r"[SF]{2,}", ai=True),
    frame("becomes-officer", "people", "become", "person", r"\b(?:chief|head|president|ceo|director|officer|vice president|scientist|lead(?:er)?)\b|[X]*X\b", ai=True, sentence=r"[SF]{2,}"),
    frame("joins", "people", "join", "person", r"[SF]{2,}|\bcompany\b|\bmsl\b", shuns=r"\bfoundation", ai=True, sentence=r"[SF]{2,}", far=70),
    frame("leaves", "people", "leave", "person", rf"^\W*(?:down|back|out)?\W*(?:$|[.,;)]|(?:from )?(?:[SF]{{2,}}|(?:the|its|his|her|their|that|this) (?:\w+ ){{0,3}}(?:company|firm|giant|post|role|job|position|{UNIT})\b)"
          r"|D{3,}|(?:to|in order to) (?:\w+ )?(?:start|found|launch|join|pursue|create|set|form|build|work|become|lead|run|focus|spend)|(?:as|from|after|at|by|in|on|next|later|this|early|before|and|for|because|over|amid)\b)",
          shuns=r"^\W*(?:\w+ )?(?:at|in|from|as|for) (?:\w+ ){0,3}[O]{3,}|\bfoundation", ai=True, sentence=r"[SF]{2,}|\bcompany\b", far=70),
    frame("leads", "people", "lead", "person", rf"[SF]{{2,}}|\b{UNIT}\b|\bit\b|products?|research", ai=True, sentence=r"[SF]{2,}", far=70),
    frame("makes-unit", "people", "unit release", "subject", words(7, r"\w\"-") + rf"(?:\b{UNIT}\b|(?<!from )(?<!at )(?<!by )(?<![S])[S]{{8,}})", ai=True, far=50,
          shuns=rf"{SITE}|{CHIPS}|[MTAC]{{3,}}|\bmodels?\b|\btools?\b|\bapp\b|\bassistant|\bgroup of|\bproducts?\b(?! (?:groups?|teams?|units?|divisions?|product))|\bpaper|\bdata\b"
          r"|\b(?:leav|depart|join|resign|step|quit|exit)\w*\b"),
    frame("cuts-jobs", "people", "cut", "subject", r"\b(?:jobs|roles|employees|workers|staff|positions|people|hiring|researchers|team)\b", sentence=r"\bai\b|[S]{8,}|superintelligence|artificial", far=60),
    frame("offers-pay", "people", "offer", "subject", r"\bbonus(?:es)?\b|\bsalar(?:y|ies)\b|\bcompensation\b|\bpay\b|[$€].{0,40}\bpackages?\b|\bpackages?\b.{0,30}[$€]",
          sentence=rf"\bai\b|\b{STAFF}\b|[OX]{{3,}}"),
    frame("targets-staff", "people", "offer acquire partner", "subject", r"\bhires?\b|\bhiring\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("departure", "people", r"(?:(?:[PF]{3,}|X{3,})'s|\b(?:his|her)) (?:\w+ ){0,2}(?:departure|exit|resignation|retirement)\b|\b(?:departure|exit|resignation|retirement) of (?:\w+ ){0,3}(?:[PF]{3,}|X{3,})", "announced", sentence=r"[SF]{2,}"),
)
