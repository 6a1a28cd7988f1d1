"""Companies bought, money spent, stakes taken, sites built: frames of acquisitions and investments."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AGREED, NOT_AI, OFF
from ingest.extract.words import DEAL, MONEY, SITE

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_CAPEX = r"\b(?:capex|capital[- ]expenditures?|capital spending)\b"
_WILL = (
    r"\b(?:(?:is|are) (?:set|expected|slated|due|designed|planned|being built|scheduled|meant)|will (?:be|come|go|cover|open|start|deliver|begin)|"
    r"should (?:reach|come|open)|would (?:cover|reach)|goes online)\b"
)

FRAMES: tuple[Frame, ...] = (
    frame("buys-supply", "partnership", "acquire", "subject", r"\bfrom (?:the )?[OX]{2,}|\boutput\b|\belectricity\b|\benergy\b|\bpower\b", shuns=r"\bstake|\bstartup|\bshares\b", status=AGREED, ai=True),
    frame("buys-company", "acquisition", "acquire", "subject", r"[OX]{2,}|startup|start-up|\bmaker\b|\bfirm\b|\bcompany\b", far=70, ai=True,
          shuns=rf"\bstake|percent\b|\d%|shares\b|^ ?(?:[\w$.'-]+ ){{0,6}}(?:gpus?|chips|energy|power|land|nuclear|electricity|books|ads?|{SITE})\b|{NOT_AI}"),
    frame("is-bought", "acquisition", "acquire", "other", r"^\W*by\s+(?:\w+\s+)?[SF]", far=40, ai=True, shuns=NOT_AI),
    frame("calls-off", "acquisition", "cancel", "any", r"\b(?:acquisition|takeover|purchase|buyout)\b", sentence=r"[SF]{2,}", status=OFF),
    frame("takes-stake", "investment", "acquire invest", "subject", r"\bstake|\d+(?:\.\d+)?(?: ?%| percent)|\bshares\b"),
    frame("gives-grants", "investment", "award", "subject", r"\bgrants?\b|\bfellowships?\b", ai=True),
    frame("is-issued", "investment", "award supply offer", "other", r"\bwarrants?\b", sentence=r"[SF]{2,}"),
    frame("venture", "investment", "unit release partner", "subject", r"\bjoint venture\b", ai=True, sentence=r"[$€]|\bfinanc|\bfund|data cent|[I]{3,}"),
    frame("invests", "investment", "invest build expect", "subject", MONEY, ai=True,
          shuns=r"\brevenue|\bprofit|\bsales\b|\bearn|\bvaluation|\bfine\b|\bad\b|reels|\bbuyback|salary|salaries|packages?|bonus",
          sentence=r"\binvest|\bcapex|capital|spend|infrastructure|data cent|superc|\bai\b|[I]{3,}|\bstake|\bplant\b|\bcompute\b"),
    frame("builds-site", "investment", "invest build release unit feature design", "subject", rf"{SITE}|[I]{{3,}}", far=70, ai=True, status={"progressive": "planned"},
          shuns=rf"\bmodel|\bapp\b|\bassistant|[MTAC]{{4,}}.{{0,20}}$|\b{DEAL}\b|[S]{{8,}}|\bresearch\b|\bgpus\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("acquisition-of", "acquisition", r"[SF]{2,}(?:'s)?(?: (?!proposed|planned|attempted|blocked|failed)\w+){0,5} (?:acquisition|purchase|takeover|buyout) of (?:\w+ ){0,4}[OX]{2,}", "shipped", sentence=r"D|announc|confirm|complet|\bclos(?:ed|es)\b|reported|approved|finali[sz]"),
    noun("belongs-to", "acquisition", r"\b(?:now )(?:belongs|belonging) to [SF]{2,}", "shipped"),
    noun("capex", "investment", rf"{_CAPEX}.{{0,90}}{MONEY}|{MONEY}.{{0,40}}{_CAPEX}", "announced", topic=True),
    noun("stake-from", "investment", rf"\binvestment\W* (?:from|by) [SF]{{2,}}|{MONEY}[^.;]{{0,25}} investment (?:in|for)\b|\b(?:\d+%|\d+ percent) (?:\S+ ){{0,2}}stake in [OX]", "announced", sentence=r"[SF]{2,}"),
    noun("site-planned", "investment", rf"(?:[I]{{3,}}|\b(?:data cent(?:er|re)|campus|supercluster|cluster)\b)[^.;]{{0,70}}{_WILL}", "planned", topic=True),
    noun("gpus-planned", "investment", r"[SF]{2,}[^.;]{0,45}\b(?:will|would|to|plans to) (?:have|hold|own|buy|amass|operate)\b[^.;]{0,30}\d[^.;]{0,25}\bgpus?\b", "planned"),
)
