"""What a verb with its agent and object reports: one table of frames, first that fits wins (gold order of types).

A frame asks for a class of verb, an agent, and words that must (``wants``) and must not (``shuns``) stand in the verb's
reach: to its right, or to its left where the object went there (passive). Letters are the tags of ``tagged.py``.
"""

from __future__ import annotations

from ingest.extract.frame import Frame, frame
from ingest.extract.words import (
    APP,
    CHIPS,
    DEAL,
    LAW,
    LAWYERS,
    LICENCE,
    MODEL,
    MONEY,
    OWN,
    PAPER,
    SITE,
    STAFF,
    UNIT,
    words,
)

__all__ = ["FRAMES"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_AGREED = {"fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced", "progressive": "announced",
           "infinitive": "announced", "will": "announced"}
_SHOWN = {"progressive": "announced", "fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced"}
_OFF = dict.fromkeys(("fact", "perfect", "present", "participle", "infinitive", "will"), "cancelled")
_THING = words(10, r"\w'.,$-")
_W = r"\w'-"
_AI = (
    r"\b(?:ai|artificial intelligence|machine learning|deep[- ]learning|models?|language|vision|speech|detection|recogni\w+|segmentation|translation|neural|"
    r"transformers?|training|open[- ]sourc\w+|library|framework|dataset|robots?|chatbot|agents?|similarity|reinforcement|inference)\b"
)
_NOT_AI = r"\b(?:instagram|oculus|quest|giphy|reels|stories|threads|headsets?|vr)\b"
_DATA = (
    r"\b(?:posts?|interactions|conversations|public content|(?:personal|user|public) (?:data|information)|photos|data)\b.{0,60}\b(?:train\w*|ads|personali[sz]e\w*|ai training)\b"
    r"|\btrain\w*\b.{0,60}\b(?:posts?|data|content|photos|conversations)\b|\buse\b.{0,30}\b(?:data|posts|interactions)\b"
)

# fmt: off
FRAMES: tuple[Frame, ...] = (
    frame("buys-supply", "partnership", "acquire", "subject", r"\bfrom (?:the )?[OX]{2,}|\boutput\b|\belectricity\b|\benergy\b|\bpower\b", shuns=r"\bstake|\bstartup|\bshares\b", status=_AGREED, ai=True),
    frame("buys-company", "acquisition", "acquire", "subject", r"[OX]{2,}|startup|start-up|\bmaker\b|\bfirm\b|\bcompany\b", far=70, ai=True,
          shuns=rf"\bstake|percent\b|\d%|shares\b|^ ?(?:[\w$.'-]+ ){{0,6}}(?:gpus?|chips|energy|power|land|nuclear|electricity|books|ads?|{SITE})\b|{_NOT_AI}"),
    frame("is-bought", "acquisition", "acquire", "other", r"^\W*by\s+(?:\w+\s+)?[SF]", far=40, ai=True, shuns=_NOT_AI),
    frame("calls-off", "acquisition", "cancel", "any", r"\b(?:acquisition|takeover|purchase|buyout)\b", sentence=r"[SF]{2,}", status=_OFF),
    frame("takes-stake", "investment", "acquire invest", "subject", r"\bstake|\d+(?:\.\d+)?(?: ?%| percent)|\bshares\b"),
    frame("gives-grants", "investment", "award", "subject", r"\bgrants?\b|\bfellowships?\b", ai=True),
    frame("is-issued", "investment", "award supply offer", "other", r"\bwarrants?\b", sentence=r"[SF]{2,}"),
    frame("venture", "investment", "unit release partner", "subject", r"\bjoint venture\b", ai=True, sentence=r"[$€]|\bfinanc|\bfund|data cent|[I]{3,}"),
    frame("invests", "investment", "invest build expect", "subject", MONEY, ai=True,
          shuns=r"\brevenue|\bprofit|\bsales\b|\bearn|\bvaluation|\bfine\b|\bad\b|reels|\bbuyback|salary|salaries|packages?|bonus",
          sentence=r"\binvest|\bcapex|capital|spend|infrastructure|data cent|superc|\bai\b|[I]{3,}|\bstake|\bplant\b|\bcompute\b"),
    frame("builds-site", "investment", "invest build release unit feature design", "subject", rf"{SITE}|[I]{{3,}}", far=70, ai=True, status={"progressive": "planned"},
          shuns=rf"\bmodel|\bapp\b|\bassistant|[MTAC]{{4,}}.{{0,20}}$|\b{DEAL}\b|[S]{{8,}}|\bresearch\b|\bgpus\b"),
    frame("own-chip", "chip", "design release preview build feature delay", "subject", rf"[C]{{3,}}|\b{OWN}(?: \S+){{0,4}} {CHIPS}\b", status=_SHOWN, far=110,
          shuns=rf"\bfrom [OX]{{3,}}|[O]{{3,}}(?:'s)? (?:\w+ )?(?:chips|gpus)|\b{DEAL}\b|\bexpand work|\bstartup"),
    frame("chip-shown", "chip", "design release preview", "product:C", status=_SHOWN),
    frame("switches-hardware", "chip", "switch", "subject", rf"\bfrom\b.*\bto\b.*(?:gpus?|{CHIPS}|[C]{{3,}})", status={"fact": "shipped", "perfect": "shipped"}),
    frame("joint-programme", "partnership", "release unit offer feature", "joint", r"\b(?:course|program(?:me)?|initiative|fund|(?<!data )cent(?:er|re)|challenge)\b", status={"fact": "shipped", "present": "shipped", "perfect": "shipped"}),
    frame("joint-alliance", "partnership", "release unit", "joint", r"\b(?:alliance|consortium|coalition|partnership)\b|\bwith (?:\w+ ){0,3}\d+ (?:\w+ )?(?:organi[sz]ations|companies|members|partners)\b", status=_AGREED),
    frame("agree", "partnership", "partner", "joint", shuns=r"\bcode of|\bbill\b|\bact\b|\bto (?:pay|settle)\b", status=_AGREED),
    frame("partners", "partnership", "partner", "subject", rf"[OXR]{{2,}}|\b{DEAL}\b", status=_AGREED,
          shuns=r"^\W*to (?:acquire|buy|purchase|take (?:over|an?)|snap|invest|hire)\b|\bmodel\b|\bhim\b|\bto (?:help )?lead\b|\bchief\b|code of (?:practice|conduct)|executive order|\blease\b|^\W*(?:\w+ ){0,3}[PF]{2,}|\bact\b|\bbill\b|\bto (?:pay|settle)\b"),
    frame("partners-with-us", "partnership", "partner", "other", r"[SF]{2,}", shuns=r"\bsu(?:e|it)|\bruling|\bcode of|\bagainst|\bbill\b", sentence=r"[OXR]{2,}", status=_AGREED),
    frame("announces-deal", "partnership", "release say reach come", "subject", words(7, r"\w$.-") + rf"\b(?<!licensing )(?<!stock ){DEAL}\b", shuns=r"\blicen[cs]e agreement|\b(?:to|will) (?:acquire|buy)\b|\bacquisition", far=80,
          sentence=r"[OXR]{2,}", status=_AGREED),
    frame("announces-deal-with-us", "partnership", "release say supply reach come", "other", words(7, r"\w$.-") + rf"\b{DEAL}\b", shuns=r"\binvestment", sentence=r"[SF]{2,}|\bpartnership\b", far=80, status=_AGREED),
    frame("ends-deal", "partnership", "cancel", "any", rf"\b{DEAL}\b", sentence=r"[SF]{2,}", status=_OFF),
    frame("rents", "partnership", "rent", "subject", r"[OX]{2,}", status=_AGREED),
    frame("becomes-partner", "partnership", "become", "other", r"[SF]{2,}(?:'s)? (?:\w+ ){0,3}partner\b", status=_AGREED),
    frame("supplies-us", "partnership", "supply", "other", r"\b(?:to|for)\s+[SF]{2,}|^\s*[SF]{2,}", far=120, status=_AGREED),
    frame("hands-over", "partnership", "switch release leave join", "any", r"(?:\bto|\bfor)\s+(?:(?:the|an?)\s+)?(?:[OX]{3,}|[OX ]*foundation)", sentence=r"[TM]{3,}|foundation", status=_AGREED),
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
    frame("law-strong", "policy", "legal", "other", r"[SF]{2,}", shuns=_NOT_AI, ai=True, far=110),
    frame("law-acts", "policy", "sue policy delay", "other", r"[SF]{2,}|\bcompany\b", shuns=_NOT_AI, sentence=rf"(?:[R]{{2,}}|\b{LAWYERS}\b|\b{LAW}\b|\bsue[sd]?\b|\binquiry\b|\breview\b|\border(?:s|ed)?\b|\bfine[sd]?\b)", ai=True, far=110),
    frame("law-acted-on", "policy", "sue", "product:S", sentence=rf"\b{LAW}\b", ai=True),
    frame("leaks", "incident", "leak", "any", r"[MA]{3,}|\bweights\b|\bmodel\b|\bconversations\b|\bchats\b|\bprompts\b", sentence=r"[MAS]{3,}", ai=True, shuns=r"\bbenchmark"),
    frame("is-leaked", "incident", "leak", "product:MA", ai=True, shuns=r"^\W*(?:\w+ ){0,2}(?:benchmark|from|to reach)"),
    frame("games-benchmark", "incident", "leak release submit", "subject", far=120, wants=r"[O]{3,}.{0,30}\bbenchmark|\bexperimental\b.{0,95}(?:benchmark|leaderboard|[O]{4,})|\bbenchmark (?:results|scores)\b"),
    frame("alleged", "incident", "allege", "any", r"[SF]{2,}", sentence=r"\b(?:test sets?|benchmarks?|leaderboards?|gam(?:ed|ing)|cheat\w*|rigg\w+|inflat\w+|ranking)\b", far=120),
    frame("apologises", "incident", "leak", "subject", r"\bafter\b|\bfor\b|\bthat\b", sentence=r"\bai\b|[MA]{3,}|\bchatbot|\bassistant|[S]{7}"),
    frame("exposes", "incident", "show leak discover", "any", r"\b(?:private|personal|sensitive|intimate)\b.{0,30}\b(?:chats|conversations|prompts|data|messages|questions|photos)\b", sentence=r"[SMA]{3,}", ai=True),
    frame("denies", "incident", "deny", "subject", sentence=r"\bai\b|[MTA]{3,}|\bbenchmark|\btest sets?\b|\btraining\b", status={"fact": "denied", "perfect": "denied", "present": "denied"}),
    frame("demo-withdrawn", "incident", "cancel delay", "any", r"\bdemo\b"),
    frame("flaw", "incident", "discover", "any", r"\b(?:flaws?|vulnerabilit\w+|security (?:bugs?|holes?|issues?)|holes?|exploits?|jailbreaks?)\b", sentence=r"[MA]{2,}|[S]{2,}.*\b(?:ai|chatbot|assistant|model)\b", ai=True),
    frame("counts", "milestone", "reach", "count", r"\b(?:\d[\d.,]*\+?|one|a|two|three|four|five|half a) ?(?:\w+llion)?\b.{0,30}\b(?:downloads|users|monthly|weekly|daily|people|times|developers)\b|\b(?:\d[\d.,]*|one|a|two|three|four|five|half a) \w+llion\b", shuns=r"[O]{3,}'s|[$€£]", sentence=r"\b(?:downloads?|downloaded|users?|people|monthly|daily|times|developers)\b"),
    frame("shows-research", "research", "study release preview", "subject", words(8, r"\w'-", "(?![MTAC]{3})") + rf"\b{PAPER}\b", ai=True,
          shuns=rf"\busing\b|\bresearch (?:lab|team|unit|super|communit)|{CHIPS}|\bpolicy"),
    frame("app-for", "product", "release feature offer plan show", "subject", words(6, r"\w'-", "(?![MTA]{3})") + r"\b(?:apps?|assistants?|chatbots?|playground|api|platform|sites?|websites?|demo|plug-?ins?|extension|subscription)\b,? (?:for|around|to|with|on|in|of|built|based|where|that|which)\b", ai=True,
          shuns=rf"{_NOT_AI}|\bopen[- ]sourc|\blibrar|\bframework|^\W*(?:its |the )?plans?\b"),
    frame("in-apps", "product", "release feature show preview", "subject", r"^\W*(?:\w+ ){0,3}[M]{2,}(?:'s)?(?: \w+){0,2} (?:on|in|into|to|behind|across) (?:\w+ ){0,4}(?:glasses|whatsapp|instagram|messenger|apps?\b|wearables|[A]{3,}|businesses|users|teens|subscribers|consumers)", far=110, ai=True),
    frame("shows-model", "research", "show", "subject", r"[M]{2,}", far=60, shuns=r"\bapp\b|\bglasses\b|\bplans?\b|\blicen[cs]e|\bopen\b"),
    frame("proposes-named", "research", "propose", "subject", r"^\W*(?:\w+ ){0,2}X{3,}|\bmethod", ai=True, far=50),
    frame("releases-model", "release", "release cancel delay", "subject", r"[MT]{2,}", far=75,
          shuns=rf"^\W*(?:how|why|what|that)\b|^\W*(?:\w+ ){{0,4}}(?:{PAPER}|plans? to|support)\b|\bcourse\b|[MT]{{2,}}(?:'s)? (?:playground|api|apps?|assistant|dataset|benchmark|licen[cs]e|support)\b"),
    frame("previews-model", "release", "preview", "subject", r"[MT]{2,}", far=60, status=_SHOWN),
    frame("product-shown", "release", "release", "product:MT"),
    frame("model-previewed", "release", "preview", "passive:MT", status=_SHOWN),
    frame("delays", "release", "delay cancel", "product:MT"),
    frame("releases-app", "product", "release feature preview cancel delay", "subject", rf"{_THING}(?:\b{APP}\b|[A]{{3,}}|[S]{{7}} (?:to|in|across)\b)", ai=True,
          shuns=rf"\bopen[- ]sourc|\blibrar|\bframework|\btoolkit|\bmodels?\b.{{0,25}}\bopen|{_NOT_AI}|{words(7, _W)}\bmodels?\b(?!-)|\bplan to (?:use|train)"),
    frame("plans-app", "product", "plan", "subject", rf"^\W*(?:to (?:launch|release|build|add|bring) )?{_THING[1:]}\b{APP}\b", ai=True, far=60, shuns=rf"{_NOT_AI}|\binvest", status={"present": "planned", "fact": "planned", "perfect": "planned", "progressive": "planned"}),
    frame("app-arrives", "product", "come", "product:AS", r"^\W*(?:\w+ ){0,4}(?:[X]{2,}|\beurope\b|countries|markets|languages|users|glasses|iphone|ipad|whatsapp)", ai=True, shuns=r"\d+ (?:\w+llion )?(?:users|people)|\bagreement"),
    frame("app-shown", "product", "release feature cancel delay", "product:A", ai=True),
    frame("shows-named", "research", "show", "subject", r"^\W*(?:\w+ ){0,3}X{3,}", far=50, ai=True, sentence=_AI, shuns=rf"{_NOT_AI}|\b{APP}\b|\b{UNIT}\b|\b{DEAL}\b|\bresults|\breport\b"),
    frame("releases-new", "release", "launch", "subject", r"^\W*(?:(?:its|the|a|an|new|open|source|first|free|own|\w+-\w+) ){0,4}X{2,}", far=60, ai=True, sentence=_AI,
          shuns=rf"{_NOT_AI}|\boffice|\b{UNIT}\b|\bads?\b|\bfeed\b|\bshop|\bmarket|\b{DEAL}\b|\bfund\b"),
    frame("releases-named", "release", "release cancel delay", "subject", words(12, r"\w'.,$-") + rf"\b{MODEL}\b", ai=True,
          shuns=rf"\bplan\b|\bpartnership|\bbusiness model|\brole model|\bfinancial|{_NOT_AI}|\bfashion|\bversions? of (?:instagram|facebook|whatsapp)|\bsupport for"),
)
