"""Companies bought, money spent, stakes taken, sites built: frames of acquisitions and investments."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AGREED, NOT_AI, OFF
from ingest.extract.words import CHIPS, DEAL, MONEY, SITE

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_CAPEX = r"\b(?:capex|capital[- ](?:expenditures?|expenses?|outlays?|investments?|budget|spending)|capital spending)\b"
_WILL = (
    r"\b(?:(?:is|are) (?:set|expected|slated|due|designed|planned|scheduled|meant|coming to|under construction|to (?:be|come|go|cover|open|start|deliver|begin|grow|rise|reach|cost|have|hold))"
    r"|(?:is|are) (?:now |currently )?being (?:built|constructed|erected|developed|planned)|will (?:be|come|go|cover|open|start|deliver|begin|grow|rise|reach|have|hold|cost)|"
    r"should (?:reach|come|open|be)|would (?:cover|reach|be|have)|goes online)\b"
)
_BOUGHT = r"(?:acquisition|purchase|takeover|take-over|buyout|buy-out|acqui-?hire)"
#: what is bought that is no company
_GOODS = rf"(?:gpus?|chips|processors|servers|energy|power|solar|wind|land|nuclear|electricity|books|ads?|{SITE})"
_FIRM = r"\bstart-?ups?\b|\bmaker\b|\bfirm\b|\bcompany\b|\bspecialist\b|\bdeveloper\b|\bdesigner\b|\bteam (?:at|of|behind)\b"
_DEBT = r"\b(?:bonds?|debts?|loans?|notes|credit|financing|borrowings?|bond (?:sale|offering|issue)|lenders|private capital)\b"
_FUND = r"\b(?:grants?|fellowships?|scholarships?|prizes?|bursar(?:y|ies)|(?<!hedge )(?<!pension )(?<!investment )funds?|endowment)\b"
_CAPACITY = r"(?:\d[\d.,]*\+? ?|\b(?:tens|dozens|hundreds|thousands|millions) of (?:thousands of |additional |new )?)(?:[a-z]+ )?(?:gw\b|gigawatts?|mw\b|megawatts?|gpus?\b)"
_UP = r"(?:up and running|operational|online|in operation|in service|live|complete|completed|finished|open)"

FRAMES: tuple[Frame, ...] = (
    frame("buys-supply", "partnership", "acquire", "subject", r"\bfrom (?:the )?[OX]{2,}|\boutput\b|\belectricity\b|\benergy\b|\bpower\b", shuns=r"\bstake|\bstartup|\bshares\b", status=AGREED, ai=True),
    frame("takes-stake", "investment", "acquire invest", "subject", r"\bstake|\d+(?:\.\d+)?(?: ?%| percent)|\bshares\b|\bminority (?:interest|holding)", ai=True),
    frame("buys-company", "acquisition", "acquire", "subject", rf"[OX]{{2,}}|{_FIRM}", far=70, ai=True,
          shuns=rf"\bstake|percent\b|\d%|shares\b|^ ?(?:[\w$.'-]+ ){{0,6}}{_GOODS}\b|{NOT_AI}"),
    frame("is-bought", "acquisition", "acquire", "other", r"^\W*by\s+(?:\w+\s+)?[SF]", far=40, ai=True, shuns=NOT_AI),
    frame("completes-purchase", "acquisition", "complete", "any", rf"^\W*(?:[\w'$.-]+ ){{0,5}}{_BOUGHT}\b|^\W*(?:[\w$.'-]+ ){{0,4}}deal (?:to (?:buy|acquire)|for)\b", sentence=r"[SF]{2,}", ai=True, shuns=NOT_AI, status={"fact": "shipped", "perfect": "shipped", "present": "shipped", "will": "announced", "infinitive": "announced"}),
    frame("announces-purchase", "acquisition", "say release", "subject", rf"^\W*(?:[\w$'.-]+ ){{0,4}}{_BOUGHT}\b", ai=True, shuns=rf"{NOT_AI}|\b{_BOUGHT} (?:of|for) (?:\w+ ){{0,4}}{_GOODS}", status={"fact": "announced", "perfect": "announced", "present": "announced"}),
    frame("calls-off", "acquisition", "cancel", "any", rf"\b{_BOUGHT}\b", sentence=r"[SF]{2,}", status=OFF),
    frame("sells-stake", "investment", "supply", "other", r"^\W*(?:[\w-]+ ){0,3}(?:\d+(?:\.\d+)?(?: ?%| percent)|\bstake\b|\bshares\b|almost half|nearly half).{0,40}\bto [SF]{2,}", ai=True, status={"fact": "shipped", "perfect": "shipped"}),
    frame("sells-itself", "acquisition", "supply", "other", r"^\W*(?:itself|(?:the|its) (?:company|business|startup|team)) to [SF]{2,}", ai=True, status={"fact": "shipped", "perfect": "shipped"}),
    frame("goes-to-us", "acquisition", "go", "other", r"^ (?:in)?to (?:the hands of )?[SF]{2,}", far=40, ai=True, sentence=rf"{_FIRM}|{MONEY}", status={"fact": "shipped", "perfect": "shipped", "present": "shipped"}),
    frame("owns-firm", "acquisition", "own", "subject", r"^\W*(?:the |an? )?(?:[\w-]+ ){0,5}(?:start-?up|maker|company|firm|developer),? [OX]{2,}|^\W*[OX]{2,}, (?:an?|the) (?:[\w-]+ ){0,5}(?:start-?up|maker|company|firm|developer)\b", ai=True, far=80,
          shuns=rf"\bfrom\b|\bto (?:run|supply|help|label|build|provide|work)\b|\bas\b|\bpartner|{NOT_AI}", status={"fact": "shipped", "perfect": "shipped", "present": "shipped"}),
    frame("joins-us", "acquisition", "join", "other", r"[SF]{2,}", far=40, ai=True, sentence=r"\bstart-?up\b|\bcompany\b|\bfirm\b|\bteam (?:of|at|behind)\b", shuns=r"\b(?:in|lawsuit|coalition|alliance|programme?|board)\b"),
    frame("gives-grants", "investment", "award", "subject", _FUND, ai=True, shuns=r"\bto fund\b"),
    frame("sets-up-fund", "investment", "unit release", "subject", rf"^\W*(?:[\w$€£.-]+ ){{0,6}}{_FUND}", ai=True, far=60, sentence=rf"{MONEY}|\bgrants?\b", shuns=r"\bto fund\b|\bjoint venture"),
    frame("is-issued", "investment", "award supply offer", "other", r"\bwarrants?\b", sentence=r"[SF]{2,}"),
    frame("venture", "investment", "unit release partner", "subject", r"\bjoint venture\b", ai=True, sentence=r"[$€]|\bfinanc|\bfund|data cent|[I]{3,}"),
    frame("borrows", "investment", "borrow partner complete", "subject", rf"{_DEBT}|^\W*(?:\w+ ){{0,3}}{MONEY}.{{0,40}}\bfrom\b", sentence=rf"{MONEY}", ai=True, shuns=r"\brevenue|\bforecast|\bguidance|\bcapex|\bcapital exp"),
    frame("finances-us", "investment", "lead lend", "other", rf"{_DEBT}.{{0,60}}\b(?:of|for|to) (?:\w+ ){{0,3}}[SF]{{2,}}", far=120, sentence=MONEY, ai=True, status={"will": "announced", "infinitive": "announced"}),
    frame("leads-round", "investment", "lead join", "subject", r"\b(?:funding|financing|investment|seed|series [a-z]) (?:round|raise)\b|\bround\b.{0,20}\bfunding", ai=True, status={"fact": "shipped", "perfect": "shipped"}),
    frame("raises-from-us", "investment", "borrow win", "other", rf"{MONEY}.{{0,70}}\b(?:from|led by|backed by|including) (?:[\w]+ ){{0,4}}[SF]{{2,}}", ai=True, far=120, status={"fact": "shipped", "perfect": "shipped"}, shuns=r"\brevenue|\bfine\b|\border|\bcontract|[SF]{2,} for (?:\w+ ){0,3}(?:computing|capacity|chips|power|news|content|data|servers)"),
    frame("invests", "investment", "invest build expect budget", "subject", MONEY, ai=True,
          shuns=r"\brevenue|\bprofit|\bsales\b|\bearn|\bvaluation|\bfine\b|\bad\b|reels|\bbuyback|llion (?:worth )?of (?:\w+ ){0,3}(?:capacity|chips|power|gpus)\b|salary|salaries|packages?|bonus",
          sentence=r"\binvest|\bcapex|capital|spend|infrastructure|data cent|superc|\bai\b|[I]{3,}|\bstake|\bplant\b|\bcompute\b|\bcomputing\b"),
    frame("stops-site", "investment", "delay cancel", "subject", r"^\W*(?:[\w$.,'-]+ ){0,7}(?:data cent(?:er|re)s?|campus|superclusters?|supercomputers?|[I]{3,})\b", ai=True, far=80, shuns=rf"\b{DEAL}\b|\bleas"),
    frame("adds-capacity", "investment", "capacity", "subject", _CAPACITY, ai=True, far=70, shuns=r"\bsolar|\bwind\b|\bnuclear|\benergy from\b|\btrain(?:ed|ing)?\b|\bfrom (?:the )?[OX]{2,}|\bmodel\b|\bpower from", status={"fact": "shipped", "perfect": "shipped", "progressive": "planned", "infinitive": "planned", "present": "planned"}),
    frame("picks-site", "investment", "choose", "subject", rf"(?:{SITE}|[I]{{3,}})", ai=True, far=90, shuns=r"\bceo\b|\bchief|\bhead\b|\bsuppl|\bpartner|\bto (?:supply|power|provide|design)", status={"fact": "announced", "perfect": "announced"}),
    frame("plans-growth", "investment", "expect plan say", "subject", rf"{_CAPEX}.{{0,50}}\b(?:grow\w*|increas\w+|ris(?:e|es|ing)|rose|higher|larger|more|climb\w*|jump\w*|doubl\w+)\b|\b(?:grow\w*|increas\w+|higher|larger|rising|acceleration)\b.{{0,40}}(?:{_CAPEX}|\b(?:data cent(?:er|re)|infrastructure|ai) (?:spend(?:ing)?|investments?|expenses)\b)", far=130, status={"fact": "planned", "present": "planned", "progressive": "planned", "perfect": "planned"}),
    frame("builds-site", "investment", "invest build release unit feature design", "subject", rf"{SITE}|[I]{{3,}}", far=70, ai=True, status={"progressive": "planned"},
          shuns=rf"^ down\b|\bcosts?\b|^.{{0,45}}(?:\b{CHIPS}\b|[C]{{3,}})|\bmodel|\bapp\b|\bassistant|[MTAC]{{4,}}.{{0,20}}$|\b{DEAL}\b|[S]{{8,}}|\bresearch\b|\bserver (?:design|rack|system|platform)|\b(?:own|open) (?:ai )?(?:server|rack)s?\b|\b(?:cpus?|hardware designs?|racks?)\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("acquisition-of", "acquisition", rf"[SF]{{2,}}(?:'s)?(?: (?!proposed|planned|attempted|blocked|failed)\w+){{0,5}} {_BOUGHT} of (?:\w+ ){{0,4}}[OX]{{2,}}", "shipped", sentence=r"D|announc|confirm|complet|\bclos(?:ed|es)\b|reported|approved|finali[sz]"),
    noun("bought-by-us", "acquisition", rf"\b{_BOUGHT} of [^.;]{{0,60}}[OX]{{2,}}[^.;]{{0,20}} by [SF]{{2,}}", "announced", ai=True),
    noun("bid-refused", "acquisition", rf"\b(?:rejected|rejects|turned down|turns down|rebuffed|rebuffs|refused|declined|spurned)\b[^.;]{{0,60}}\b(?:{_BOUGHT} (?:offer|bid|approach|proposal)|offer to (?:buy|acquire)[^.;]{{0,20}}|bid) (?:from|by) [SF]{{2,}}", "cancelled", ai=True),
    noun("bid-made", "acquisition", rf"\b{_BOUGHT} (?:offer|bid|approach|proposal) (?:from|by) [SF]{{2,}}", "rumoured", ai=True),
    noun("with-purchase", "acquisition", rf"\b(?:with|through|after|by|following) (?:the|its) {_BOUGHT} of [^.;]{{0,40}}[OX]{{2,}}[^.;]{{0,40}}[SF]{{2,}}", "shipped", ai=True),
    noun("sold-to-us", "acquisition", r"[OX]{2,}[^.;]{0,40}\b(?:was|were|has been|had been|is) sold to [SF]{2,}", "shipped", ai=True),
    noun("takeover-talks", "acquisition", rf"\b{_BOUGHT} (?:talks|discussions|negotiations) (?:with|between)\b[^.;]{{0,30}}[OXSF]{{2,}}|\b(?:talks|discussions|negotiations) (?:\w+ ){{0,6}}(?:about|over|on) (?:an?|the|its|a possible|a potential) (?:[\w-]+ ){{0,3}}{_BOUGHT}\b", "rumoured", sentence=r"[SF]{2,}", ai=True),
    noun("belongs-to", "acquisition", r"\b(?:now )(?:belongs|belonging) to [SF]{2,}|\bbelongs to [SF]{2,} (?:now|from now on|since)\b|\b(?:now )belong to [SF]{2,}|\b(?:becomes|became|become|is now|are now) (?:a )?(?:part|unit|subsidiary) of [SF]{2,}", "shipped", sentence=r"[OX]{2,}|\bnow belong"),
    noun("sold-by-founders", "acquisition", r"\b(?:founders?|owners?|shareholders|investors) of [^.;]{0,50}[OX]{2,}[^.;]{0,30}\b(?:sold|sells?|selling) (?:it|them|(?:the|their|his|her) (?:company|firm|startup|shares)) to [SF]{2,}", "shipped", ai=True),
    noun("new-subsidiary", "acquisition", r"[SF]{2,} (?:now |thereby )?(?:has|gets|gains) (?:an? )?(?:new |further |another )?subsidiary\b[^.;]{0,50}[OX]{2,}", "shipped", ai=True),
    noun("price-paid", "acquisition", r"\b(?:price|sum|amount)[^.;]{0,20} [SF]{2,} (?:has |had )?(?:paid|pays) for (?:the |an? )?(?:[\w-]+ ){0,5}(?:start-?up|company|maker|firm)\b", "shipped", ai=True),
    noun("our-bid-refused", "acquisition", r"[SF]{2,}(?:'s)? (?:[\w$.-]+ ){0,3}(?:bid|offer) (?:for|to (?:buy|acquire)) [^.;]{0,60}[OX]{2,}[^.;]{0,30}\b(?:rejected|turned down|rebuffed|refused|declined|failed)\b", "cancelled", ai=True),
    noun("agreed-purchase", "acquisition", rf"[SF]{{2,}}[^.;]{{0,30}}\bagreed\b[^.;]{{0,60}}[OX]{{2,}}[^.;]{{0,20}}\bon (?:an?|the|its) {_BOUGHT}\b", "announced", ai=True),
    noun("new-owner", "acquisition", r"[OX]{2,}(?:'s)? (?:new )?(?:owner|buyer|parent)\b[^.;]{0,20}[SF]{2,}|\b(?:found|finds) (?:an? )?(?:new )?(?:owner|buyer) in [SF]{2,}", "shipped", ai=True),
    noun("purchase-done", "acquisition", rf"\b{_BOUGHT} of [^.;]{{0,60}}[OX]{{2,}}[^.;]{{0,30}}\b(?:is|has been|was) (?:now )?(?:complete|completed|closed|final|finished|done|sealed)\b", "shipped", sentence=r"[SF]{2,}", ai=True),
    noun("whole-team", "acquisition", r"\b(?:whole|entire|complete|full) (?:team|staff|crew|workforce) (?:of|at|behind|from)\b[^.;]{0,70}\b(?:starts?|joins?|moves?|switch(?:es)?|goes|will (?:start|join|move|switch|go))\b(?: at| to| over to)? [SF]{2,}", "announced", ai=True),
    noun("team-moves", "acquisition", r"\b(?:team|staff|people|founders|engineers|employees) (?:of|at|behind|from) (?:the )?(?:[\w-]+ ){0,4}[OX]{2,}[^.;]{0,50}\b(?:will|is to|are to|is going to|are going to) (?:work|move) (?:for|to|at) [SF]{2,}", "announced", sentence=r"\bstart-?up|\bcompany\b|\bfirm\b", ai=True),
    noun("capex", "investment", rf"(?<!reported )(?<!posted )(?<!recorded ){_CAPEX}(?! (?:was|were|came|totall?ed|amounted|stood|had)\b).{{0,90}}{MONEY}|{MONEY}.{{0,40}}{_CAPEX}", "announced", topic=True),
    noun("stake-from", "investment", rf"\binvestment\W* (?:from|by) [SF]{{2,}}|{MONEY}[^.;]{{0,25}} investment (?:in|for)\b|\b(?:\d+%|\d+ percent) (?:\S+ ){{0,2}}stake in [OX]", "announced", sentence=r"[SF]{2,}", ai=True),
    noun("put-into", "investment", rf"{MONEY}[^;]{{0,20}} [SF]{{2,}} (?:had |has )?(?:put|invested|poured|pumped|sank|ploughed|plowed|injected) (?:into|in) (?:\w+ ){{0,5}}[OX]{{2,}}", "shipped"),
    noun("growth-told", "investment", rf"{_CAPEX}[^.;]{{0,60}}\b(?:(?:will|would|to|is expected to|are expected to|should) (?:\w+ ){{0,2}}(?:grow|rise|increase|climb|jump|double)|(?:will|would|to) be (?:\w+ ){{0,2}}(?:higher|larger|greater|more))", "planned", sentence=r"[SF]{2,}"),
    noun("venture-with-us", "investment", r"\bjoint venture (?:with|between|of)\b[^.;]{0,30}[SF]{2,}", "announced", sentence=rf"{MONEY}|\binvest", ai=True),
    noun("money-flows", "investment", rf"{MONEY}[^;]{{0,40}}\b(?:will|would|is to|are to|is set to|are set to|should|is going to) (?:\w+ )?(?:flow|go|pour|be (?:spent|invested|put|poured|pumped))\b[^.;]{{0,20}}\b(?:into|on|for|to|toward)\b[^.;]{{0,60}}(?:[SF]{{2,}}|[I]{{3,}})", "announced", ai=True),
    noun("outlays-reach", "investment", rf"[SF]{{2,}}(?:'s)? (?:[\w-]+ ){{0,3}}(?:outlays?|spending|investments?|expenses|budget|expenditures?)\b[^;]{{0,60}}\b(?:will|would|is to|are to|should|could|to) (?:\w+ ){{0,2}}(?:come to|reach|be|rise to|amount to|total|exceed|grow to|climb to|hit)\b[^;]{{0,30}}{MONEY}", "announced", ai=True),
    noun("stake-of", "investment", r"\b\d+(?:\.\d+)?(?: ?%| percent) of [OX]{2,}", "shipped", sentence=r"(?=.*[SF]{2,}).*\b(?:paid|pays|bought|buys|took|takes|holds|acquired|owns|put)\b", ai=True),
    noun("shareholder", "investment", r"[SF]{2,}[^.;]{0,30}\b(?:has become|becomes|became|is now) (?:an? |the )?(?:[a-z-]+ )?(?:shareholder|investor|backer) (?:of|in) (?:the )?(?:[\w-]+ ){0,4}[OX]{2,}", "shipped", ai=True),
    noun("paid-for-part", "investment", r"[SF]{2,} (?:has |had )?(?:paid|pays) (?:[^.;]{0,30} )?for (?:almost |nearly |about )?(?:half|a third|a quarter|part) of (?:the )?(?:\w+ ){0,3}[OX]{2,}", "shipped", ai=True),
    noun("site-will-stand", "investment", rf"[SF]{{2,}}(?:'s)? (?:[\w-]+ ){{0,4}}{SITE} (?:will|is to|shall) (?:stand|rise|be built)\b", "planned", ai=True),
    noun("site-is-what", "investment", rf"{SITE}[^.;]{{0,50}}\bis what [SF]{{2,}} (?:is going to|will|wants to|plans to|means to) build\b", "planned", ai=True),
    noun("ground-broken", "investment", r"\bground (?:was|has been|is being|is) (?:\w+ )?broken\b", "announced", sentence=rf"{SITE}", topic=True, ai=True),
    noun("site-rises", "investment", rf"(?:{SITE}|[I]{{3,}})[^.;]{{0,40}}\b(?:is|are) (?:now )?(?:rising|going up|taking shape|in the works|coming up)\b", "planned", sentence=r"[SF]{2,}", ai=True),
    noun("site-costs", "investment", rf"\b(?:costs?|price|bill) (?:of|for) [^.;]{{0,60}}(?:{SITE}|[I]{{3,}})[^.;]{{0,60}}\b(?:has|have|rises?|rose|will|is)\b[^;]{{0,30}}{MONEY}", "announced", sentence=r"[SF]{2,}", ai=True),
    noun("what-we-spend", "investment", rf"{MONEY}[^;]{{0,40}}\b(?:is what|are what) [SF]{{2,}} (?:\w+ ){{0,4}}(?:spend|invest|put|spends|invests|pays)\b", "announced", ai=True),
    noun("with-money", "investment", rf"\bwith [^.;]{{0,20}}{MONEY}[^;]{{0,20}} [SF]{{2,}} (?:will |is going to )?(?:supports?|backs?|funds?|promotes?|finances?|helps?)\b", "announced", ai=True),
    noun("construction", "investment", rf"\b(?:construction|building|work|groundbreaking|expansion) (?:of|on|at|for|works? (?:on|at))\b[^.;]{{0,60}}(?:{SITE}|[I]{{3,}})[^.;]{{0,50}}\b(?:(?:has |have |had )?(?:began|begun|started|starts|begins|commenced|kicked off|got under way)|is under ?way|is (?:complete|finished))\b|\b(?:construction|building work|groundbreaking) (?:has |have )?(?:began|begun|started|commenced|is under ?way)\b[^.;]{{0,40}}(?:{SITE}|[I]{{3,}})", "shipped", topic=True, ai=True),
    noun("site-runs", "investment", rf"(?:[I]{{3,}}|\b(?:data cent(?:er|re)|campus|superclusters?|supercomputers?|clusters?)\b)[^.;]{{0,60}}\b(?:is|are|went|has gone|came|has come|has been|now) (?:(?:now|fully|already|finally|officially|brought|declared) )*{_UP}\b", "shipped", ai=True, topic=True),
    noun("site-planned", "investment", rf"(?:[I]{{3,}}|\b(?:data ?cent(?:er|re)s?|campus|supercluster|cluster|supercomputer)\b)[^.;]{{0,70}}{_WILL}", "planned", topic=True),
    noun("capacity-planned", "investment", r"\b(?:it|[I]{3,}|[S]{3,}|cluster|system|supercomputer)[^.;]{0,25}\b(?:is|are) to (?:grow|rise|expand|be expanded|scale) (?:up )?to \d[^.;]{0,12}\b(?:gpus?|gw|gigawatts?)", "planned", topic=True, ai=True),
    noun("gpus-planned", "investment", r"[SF]{2,}[^.;]{0,45}\b(?:will|would|to|plans to) (?:have|hold|own|buy|amass|operate)\b[^.;]{0,30}\d[^.;]{0,25}\bgpus?\b", "planned"),
    noun("money-planned", "investment", rf"\bplans? to (?:spend|invest|put|pour) [^.;]{{0,20}}{MONEY}[^.;]{{0,60}}(?:\bai\b|infrastructure|data cent|compute|computing)", "planned", sentence=r"[SF]{2,}", alone=True),
    noun("grant-told", "investment", rf"^\W*(?:and |also )*(?:an?|the|\d+|several|new) (?:[\w$€£.-]+ ){{0,4}}{_FUND} (?:for|of|to|worth)\b[^.;]{{0,80}}\b(?:was|were|is|are|has been|have been|will be) (?:also )?(?:announced|launched|set up|created|offered|established|awarded|given)", "announced", topic=True, ai=True),
)
