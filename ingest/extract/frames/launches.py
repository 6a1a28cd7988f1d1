"""What came out, was shown or delayed: frames of releases, products and research."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AI, NOT_AI, SHOWN, THING, W
from ingest.extract.words import APP, CHIPS, DEAL, MODEL, PAPER, STATES, UNIT, words

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("shows-research", "research", "study release preview give", "subject", words(8, r"\w'-", "(?![MTAC]{3})") + rf"\b{PAPER}\b", ai=True,
          shuns=rf"^\W*(?:it|them)\b|\busing\b|\bfor research\b|\bresearch (?:lab|team|unit|super|communit)|{CHIPS}|\bpolicy"),
    frame("app-for", "product", "release feature offer plan exhibit", "subject", words(6, r"\w'-", "(?![MTA]{3})") + r"\b(?:apps?|assistants?|chatbots?|playground|api|platform|sites?|websites?|demo|plug-?ins?|extension|subscription)\b,? (?:for|around|to|with|on|in|of|built|based|where|that|which)\b", ai=True,
          shuns=rf"{NOT_AI}|\bopen[- ]sourc|\blibrar|\bframework|^\W*(?:its |the )?plans?\b|^\W*(?:on|at|via|through|during|in) (?:the|its|a) (?:\w+ ){{0,3}}(?:sites?|websites?|platform|app|network|blog|feed)\b"),
    frame("in-apps", "product", "release feature show preview", "subject", r"^\W*(?:[\w.]+ ){0,4}[M]{2,}(?:'s)?(?: \w+){0,2} (?:on|in|into|to|behind|across) (?:\w+ ){0,4}(?:glasses|whatsapp|instagram|messenger|apps?\b|wearables|[W]{4,}|[A]{2,}|businesses|users|teens|subscribers|consumers)", far=110, ai=True),
    frame("shows-model", "research", "exhibit", "subject", r"[M]{2,}", far=60, status=SHOWN, shuns=r"\bapp\b|\bglasses\b|\bplans?\b|\blicen[cs]e|\bopen\b"),
    frame("proposes-named", "research", "propose", "subject", r"^\W*(?:\w+ ){0,2}X{3,}|\bmethod", ai=True, far=50),
    frame("releases-model", "release", "release cancel delay", "subject", r"[MT]{2,}", far=75,
          shuns=rf"^\W*(?:how|why|what|that)\b|^\W*(?:\w+ ){{0,4}}(?:{PAPER}|plans? to|support)\b|\bcourse\b|[MT]{{2,}}(?:'s)? (?:playground|api|apps?|assistant|dataset|benchmark|licen[cs]e|support)\b"),
    frame("previews-model", "release", "preview", "subject", r"[MT]{2,}", far=60, status=SHOWN),
    frame("product-shown", "release", "release", "product:MT"),
    frame("model-previewed", "release", "preview", "passive:MT", status=SHOWN),
    frame("delays", "release", "delay cancel", "product:MT"),
    frame("releases-app", "product", "release feature preview cancel delay", "subject", rf"{THING}(?:\b{APP}\b|[A]{{3,}}|[S]{{7}} (?:to|in|across)\b)", ai=True,
          shuns=rf"\bopen[- ]sourc|\blibrar|\bframework|\btoolkit|\bmodels?\b.{{0,25}}\bopen|{NOT_AI}|{words(7, W)}\bmodels?\b(?!-)|\bplans? (?:to|for|of) (?:us(?:e|ing)|train|feed|collect|shar|scan|process|scrap)|\b{CHIPS}\b|^\W*(?:on|at|via|during|us(?:e|ing)|rivals?') "),
    frame("plans-app", "product", "plan", "subject", rf"^\W*(?:to (?:launch|release|build|add|bring) )?{THING[1:]}\b{APP}\b", ai=True, far=60, shuns=rf"{NOT_AI}|\binvest", status={"present": "planned", "fact": "planned", "perfect": "planned", "progressive": "planned"}),
    frame("app-arrives", "product", "come", "product:A", rf"^\W*(?:\w+ ){{0,4}}(?:[X]{{2,}}|{STATES}|countries|markets|languages|users|glasses|iphone|ipad|whatsapp)", ai=True, shuns=r"\d+ (?:\w+llion )?(?:users|people)|\bagreement"),
    frame("app-shown", "product", "release feature cancel delay", "product:A", ai=True),
    frame("shows-named", "research", "show", "subject", r"^\W*(?:\w+ ){0,3}X{3,}", far=50, ai=True, sentence=AI, shuns=rf"{NOT_AI}|\b{APP}\b|\b{UNIT}\b|\b{DEAL}\b|\bresults|\breport\b"),
    frame("releases-new", "release", "launch", "subject", r"^\W*(?:(?:its|the|a|an|new|open|source|first|free|own|\w+-\w+) ){0,4}X{2,}", far=60, ai=True, sentence=AI,
          shuns=rf"{NOT_AI}|\boffice|\b{UNIT}\b|\bads?\b|\bfeed\b|\bshop|\bmarket|\b{DEAL}\b|\bfund\b"),
    frame("releases-named", "release", "release cancel delay", "subject", words(12, r"\w'.,$-") + rf"\b{MODEL}\b", ai=True,
          shuns=rf"\bplans?\b|\bsuch\b|\bglasses\b|\bpartnership|\bgovernment\b|\bbusiness model|\brole model|\bfinancial|{NOT_AI}|\bfashion|\bversions? of (?:instagram|facebook|whatsapp)|\bsupport for|^\W*(?:away )?from opening"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("gets-feature", "product", r"[SA]{2,}[^.;]{0,25}\b(?:glasses|app|assistant|chatbot)\b[^.;]{0,15}\b(?:will get|gets?|(?:is|are) getting)\b", "planned"),
    noun("headline", "release", r"^\W*(?:[SF]+ )?[MT]{3,}:\s", "shipped"),
    noun("release-of", "release", r"\b(?:release|launch|debut|unveiling|open-sourcing) of (?:\w+ ){0,4}?[MT]{3,}+(?! (?:was|is|had been|has been) (?:\w+ )?(?:planned|due|scheduled|slated|expected|set|moved|pushed|postponed|delayed|put)\b)", "shipped", sentence=r"[SFD]"),
    noun("its-release", "release", r"\bits (?:public |open |first |initial )?release in D", "shipped", sentence=r"[MT]{3,}"),
    noun("becomes-available", "release", r"[MT]{2,}[^.;]{0,60}\b(?:is|are|was|were|now)\s+(?:(?:now|publicly|freely|openly|also|generally|widely)\s+)*(?:available|live|out)\b(?![^;]{0,50}(?:[AS]{6,}|\bapps?\b|\.ai\b))", "shipped"),
    noun("goes", "release", r"[MT]{3,}\s+(?:went|going) (?:\w+)", "shipped", sentence=r"D"),
    noun("would-be-open", "release", r"[MT]{3,} (?:would|will) be (?:fully |completely )?(?:open|free)\b(?! to (?:\w+ ){0,3}(?:government|agenc|military|defen[cs]e))", "shipped", sentence=r"D"),
    noun("prepares-open", "release", r"[SF]{2,}[^.;]{0,25}\b(?:preparing|plans?|planning|intends?|aims?|hopes?) to (?:\w+ )?(?:open[- ]source|release|launch)\b", "planned"),
    noun("plans-for-open", "release", r"\bplans? (?:for|of|to) (?:open[- ]sourc\w+|releas\w+)\b", "planned", sentence=r"[MS]{3,}"),
    noun("in-training", "release", r"[MT]{3,},? (?:is |was |remains )?(?:still )?in training\b", "planned"),
    noun("runs-in-app", "product", r"[MT]{2,}\s+(?:is |are |already |now |also )*(?:runs|powers|live|rolls? out|replaces)\b[^;]{0,60}(?:[A]{4,}|\bassistant|\.ai\b|\bapps?\b|[S]{7})", "shipped"),
    noun("will-replace", "product", r"[MT]{2,}\s+will (?:also )?(?:replace|power|come to|roll out|be available|arrive)\b[^.;]{0,80}", "planned", sentence=r"\b(?:whatsapp|instagram|messenger|facebook|glasses|app|apps)\b|[A]{4,}"),
    noun("rollout-planned", "product", r"\ba? ?roll-?out\b[^.;]{0,80}\b(?:is|are) (?:planned|due|expected|scheduled)", "planned"),
    noun("not-come", "product", r"(?:[A]{2,}|[S]{7})(?: \w+){0,2} will not (?:come|launch|be|start|appear|arrive)\b", "delayed"),
    noun("launch-delayed", "product", r"\bwith it the (?:launch|release|rollout) of [SA]{3,}", "delayed"),
)
