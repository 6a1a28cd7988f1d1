"""Terms, rules, orders, suits: frames of policy, of the subject and of those who rule over it."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import NOT_AI
from ingest.extract.words import LAW, LAWYERS, LICENCE

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_DATA = (
    r"\b(?:posts?|interactions|conversations|public content|(?:personal|user|public) (?:data|information)|photos|data)\b.{0,60}\b(?:train\w*|ads|personali[sz]e\w*|ai training)\b"
    r"|\btrain\w*\b.{0,60}\b(?:posts?|data|content|photos|conversations)\b|\buse\b.{0,30}\b(?:data|posts|interactions)\b"
)

FRAMES: tuple[Frame, ...] = (
    frame("settles", "policy", "settle", "any", r"\b(?:suits?|lawsuits?|claims?|cases?|charges|dispute|litigation|probe)\b", ai=True, sentence=r"[SF]{2,}", status={"infinitive": "shipped"}),
    frame("lobbies", "policy", "invest plan unit", "subject", r"\bsuper pac\b|\blobby\w*"),
    frame("labels", "policy", "label", "subject", r"\b(?:ai|images?|pictures?|content|videos?|posts)\b", ai=True),
    frame("faces", "policy", "cancel delay", "subject", r"\bfac(?:e|ial)[- ]recognition"),
    frame("withholds", "policy", "release", "subject", r"[MTA]{2,}|[S]{7}|\bmodels?\b|\bassistant", ai=True, sentence=r"[R]{2,}|\beurope\w*|\beu\b|\buk\b|\bbritain", status={"negated": "announced"}),
    frame("refuses", "policy", "policy partner", "subject", rf"\b{LICENCE}|\bact\b|\bit\b|\bcode\b", sentence=r"\bcode\b|\bact\b|regulat|\beu\b|[R]{2,}", status={"fact": "announced", "perfect": "announced", "present": "announced"}),
    frame("changes-terms", "policy", "policy release feature cancel", "subject", rf"\b{LICENCE}\b", shuns=r"[MTAC]{3,}(?:'s)? (?:\w+ ){0,2}(?:model|assistant)|\bsafety tools", far=70, ai=True),
    frame("opens-access", "policy", "policy release", "subject", r"\b(?:military|defen[cs]e|national security|government agenc\w+|agencies|contractors)\b", ai=True, far=120),
    frame("state-uses", "policy", "feature legal sue policy release", "other", r"[M]{2,}|[SA]{5,}", ai=True, sentence=r"\b(?:federal|government|agenc(?:y|ies)|military|defen[cs]e|ministry|pentagon|army|navy)\b", far=60),
    frame("uses-data", "policy", "feature say delay policy use", "subject", _DATA, shuns=r"[M]{4,}.{0,40}open", far=140, ai=True),
    frame("law-strong", "policy", "legal", "other", r"[SF]{2,}", shuns=NOT_AI, ai=True, far=110),
    frame("law-acts", "policy", "sue policy delay", "other", r"[SF]{2,}|\bcompany\b", shuns=NOT_AI, sentence=rf"(?:[R]{{2,}}|\b{LAWYERS}\b|\b{LAW}\b|\bsue[sd]?\b|\binquiry\b|\breview\b|\border(?:s|ed)?\b|\bfine[sd]?\b)", ai=True, far=110),
    frame("law-acted-on", "policy", "sue", "product:S", sentence=rf"\b{LAW}\b", ai=True),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("probed", "policy", r"[SMA]{2,}[^.;]{0,70}\b(?:faces?|drew|draws|sparked|prompted|triggered)\b[^.;]{0,30}\b(?:probe|investigation|inquiry|lawsuit|complaint)\b", "shipped"),
    noun("takedown", "policy", r"\bfiled? (?:\w+ ){0,2}take-?down requests?|\btake-?down (?:notices?|requests?)", "shipped", topic=True),
    noun("hearing", "policy", r"\bat a hearing\b", "shipped", sentence=r"[SF]{2,}"),
    noun("licence-permits", "policy", r"\blicen[cs]e (?:\w+ly )?(?:permits|allows|forbids|prohibits|excludes|bars|requires|now)\b", "shipped", sentence=r"[MS]{3,}|\bcommercial|\bmonthly", topic=True),
)
