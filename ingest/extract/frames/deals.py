"""What is agreed with a named outside party: frames of partnerships."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AGREED, OFF, TALKED
from ingest.extract.words import DEAL, words

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
#: what is bought of a supplier: computing, parts, power, words to train on
_WARES = (
    r"\b(?:chips?|gpus?|tpus?|cpus?|processors?|accelerators?|servers?|racks?|fib(?:er|re)|capacity|computing|compute|cloud|power|energy|electricity"
    r"|nuclear|solar|wind|gas|geothermal|batter(?:y|ies)|turbines?|(?:giga|mega)watts?|[gm]w|reactors?|technology|software|data|content|articles|models?)\b"
)
_MADE = (
    r"(?:signed|inked|penned|struck|reached|made|sealed|concluded|entered|agreed|announced|unveiled|established|formed|forged|clinched|won|landed"
    r"|secured|extended|expanded|renewed|finali[sz]ed|closed)"
)
_TALKS = r"(?:talks|discussions|negotiations|conversations)"
#: talks about these are of another kind: purchases, money, people
_NOT_DEALS = r"(?![^.;]{0,40}\b(?:acqui\w+|buy(?:ing)?|invest\w*|hire|hiring|purchase|takeover|stake|rais\w+|borrow\w*|settle\w*|join)\b)"
#: another party, by name or by its kind
_PARTY = (
    r"(?:[OXRJN]{2,}|\b(?:governments?|ministr(?:y|ies)|universit(?:y|ies)|institutes?|army|military|pentagon|department|agenc(?:y|ies)|schools?"
    r"|publishers?|newspapers?|broadcasters?|studios?|record labels?|utilit(?:y|ies)|suppliers?|chip ?makers?|operators?|foundations?|hospitals?"
    r"|actors?|celebrit(?:y|ies)|carmakers?|banks?|telecoms?|retailers?)\b|[P]{3,})"
)
_OVER = r"(?:terminated|ended|cancel(?:l)?ed|dissolved|scrapped|called off|broken off|wound (?:up|down)|severed|dropped|given up|allowed to (?:lapse|expire))"
_WILL = r"(?:will|would|shall|is to|are to|is going to|are going to|is set to|are set to)"
_WITH = r"(?:,? (?:this time|also|too|as well|and))?,? (?:with|between)"
_SHUNNED = (
    r"^\W*to (?:acquire|buy|purchase|take (?:over|an?)|snap|invest|hire)\b(?!.{0,60}\bfrom [OX])|\bmodel\b|\bhim\b|\bto (?:help )?lead\b|\bchief\b"
    r"|code (?:of|for|on)\b|executive order|\blease\b|^\W*(?:\w+ ){0,3}[PF]{2,}|\bact\b|\bbill\b|\bto (?:pay|settle)\b|^ up (?!for|to|with)|\bsubsea\b|\bcables?\b"
    r"|^\W*(?:up )?(?:[a-z]+ ){0,4}(?:researchers|engineers|scientists)\b"
    r"|\bstake\b|\bbonds?\b|\bloans?\b|\bfinancing\b|\bjoint venture\b"
)

FRAMES: tuple[Frame, ...] = (
    frame("joint-programme", "partnership", "release unit offer feature", "joint", r"\b(?:course|program(?:me)?|initiative|fund|(?<!data )cent(?:er|re)|challenge)\b", status={"fact": "shipped", "present": "shipped", "perfect": "shipped"}),
    frame("joint-group", "partnership", "launch unit", "joint", r"\b(?:alliance|consortium|coalition|foundation|forum)\b|^ (?:the )?X{3,}", ai=True, moods="fact perfect present", status={"fact": "shipped", "perfect": "shipped"}),
    frame("joint-alliance", "partnership", "release unit", "joint", r"\b(?:alliance|consortium|coalition|partnership)\b|\bwith (?:\w+ ){0,3}\d+ (?:\w+ )?(?:organi[sz]ations|companies|members|partners)\b", status=AGREED),
    frame("discusses", "partnership", "discuss", "subject", rf"\b{DEAL}\b", shuns=r"\b(?:acqui|takeover|stake|invest)", sentence=r"[OX]{2,}", status=TALKED, ai=True),
    frame("discusses-with-us", "partnership", "discuss", "other", rf"\b{DEAL}\b", shuns=r"\b(?:acqui|takeover|stake|invest)", sentence=r"(?=.*[SF]{2,}).*[OX]{2,}", status=TALKED, ai=True),
    frame("talks-of-use", "partnership", "discuss consider", "subject", r"^ (?:\w+ )?(?:using|licensing|buying|renting|leasing|adopting|integrating|tapping|taking|working with|the use of|a (?:licen[cs]e|lease)|a (?:[\w-]+ ){0,3}(?:deal|partnership|order|contract|collaboration|tie-up) (?:with|for|on))\b.{0,60}[OXN]{2,}", shuns=r"\b(?:acqui|takeover|stake|invest|start-?up)", far=110, status=TALKED, ai=True),
    frame("considers", "partnership", "consider", "subject", rf"[OX]{{3,}}(?:'s)? (?:\w+ ){{0,3}}(?:{_WARES}|X{{3,5}}\b)|\b{DEAL} with (?:\w+ ){{0,2}}[OX]{{2,}}", shuns=r"\b(?:acqui|takeover|stake|invest)", status=TALKED, ai=True),
    frame("pauses-work", "partnership", "delay", "any", rf"\b(?:work|projects?|business|cooperation|{DEAL})(?: \w+){{0,3}} with (?:\w+ ){{0,4}}[OX]{{2,}}", sentence=r"[SF]{2,}", ai=True, status=dict.fromkeys(("fact", "perfect", "present", "participle", "progressive"), "delayed")),
    frame("joins-group", "partnership", "join", "subject", r"\b(?:alliance|coalition|consortium|forum|partnership|foundation|initiative|programme?|pledge)\b|(?:X+ )?[X]{6,}, an? (?:[\w-]+ ){0,3}(?:alliance|coalition|consortium|forum|group|body)\b", ai=True, far=70, shuns=r"\bagainst\b|\blawsuit", status={"fact": "shipped", "perfect": "shipped", "present": "shipped"}),
    frame("agree", "partnership", "partner extend", "joint", shuns=r"\bcode of|\bbill\b|\bact\b|\bto (?:pay|settle)\b|\b(?:venture|financing|loan)\b", status=AGREED),
    frame("partners", "partnership", "partner", "subject", rf"[OXR]{{2,}}|\b{DEAL}\b", status=AGREED, shuns=_SHUNNED, ai=True),
    frame("extends-deal", "partnership", "extend win", "subject", rf"\b(?<!licensing )(?<!stock ){DEAL}\b", sentence=r"[OXR]{2,}", status=AGREED, shuns=_SHUNNED, ai=True),
    frame("chooses-us", "partnership", "choose award", "other", r"^ (?:\w+ )?(?:[OX]{2,} and )?[SF]{2,}.{0,60}\b(?:to (?:supply|build|provide|develop|deliver|make|design|help)|as (?:an? |its |the )?(?:\w+ ){0,3}(?:partner|supplier|provider|vendor)|an? (?:[\w$-]+ ){0,4}(?:contract|order|deal))\b", far=120, status=AGREED, ai=True, shuns=r"\bceo\b|\bpay\b|\bfine\b"),
    frame("extends-work", "partnership", "extend", "subject", r"^\W*(?:[\w-]+ ){0,4}(?:ties|work|links|cooperation|relationship|commitment) (?:with|to) (?:\w+ ){0,2}[OXR]{2,}", status=AGREED, ai=True),
    frame("chooses", "partnership", "choose", "subject", rf"^\W*(?:to |the |\w+ ){{0,4}}?[OX]{{2,}}.{{0,50}}(?:\b(?:as|to)\b.{{0,60}}(?:\bsupplier|\bpartner|\bprovider|\b(?:supply|build|design|power|make|help|provide)\b)|\bfor (?!(?:[\w-]+ ){{0,7}}(?:data cent|campus|site|home)).{{0,60}}{_WARES})", shuns=_SHUNNED + r"|\bceo\b|\bfounder|\bhead\b|\bchief|\bsite\b", status=AGREED, ai=True),
    frame("partners-with-us", "partnership", "partner extend win", "other", r"[SF]{2,}", shuns=r"\bsu(?:e|it)|\brul(?:e|ing)|\bcode of|\bagainst|\bbill\b|\bbe (?:bought|acquired|taken over)\b", sentence=rf"(?=.*[OXR]{{2,}})(?:.*\b{DEAL}\b|.*\b(?:with|to) (?:\w+ ){{0,3}}[SF]{{2,}})", status=AGREED, ai=True),
    frame("announces-deal", "partnership", "release say reach come", "subject", words(7, r"\w$.-") + rf"\b(?<!licensing )(?<!stock ){DEAL}\b", shuns=rf"^\W*(?:that )?(?:the|this|that|such) (?:\w+ )?{DEAL}|\blicen[cs]e agreement|\b(?:to|will) (?:acquire|buy)\b|\bacquisition|\bfinancing|\bjoint venture", far=80,
          sentence=r"[OXR]{2,}", status=AGREED),
    frame("announces-deal-with-us", "partnership", "release confirm supply reach come extend", "other", words(7, r"\w$.-") + rf"\b{DEAL}\b", shuns=rf"\binvestment|\b{DEAL}\b(?: \w+){{0,4}} (?:with|by) (?:\w+ ){{0,2}}[OXRN]{{2,}}|\bfinancing", sentence=r"[SF]{2,}|\bthe partnership\b", far=80, status=AGREED),
    frame("wins-our-deal", "partnership", "win", "other", words(7, r"\w$.-") + rf"\b{DEAL}\b.{{0,50}}\b(?:with|from|by|for|to) (?:\w+ ){{0,3}}[SF]{{2,}}", shuns=r"\bmodels? of\b", far=110, status=AGREED),
    frame("wins-customer", "partnership", "win", "other", r"^\W*(?:up )?[SF]{2,} as (?:an? |its |the )?(?:[\w-]+ ){0,4}(?:customer|client|partner|tenant|buyer|user|anchor|licensee|subscriber)\b", status=AGREED, ai=True),
    frame("ends-deal", "partnership", "cancel", "any", rf"\b{DEAL}\b|^\W*(?:[\w-]+ ){{0,5}}(?:work|ties|cooperation|relationship|business) with (?:\w+ ){{0,3}}[OX]{{2,}}", sentence=r"[SF]{2,}", status=OFF),
    frame("rents", "partnership", "rent", "subject", r"\b(?:from|at|to|of|by) (?:\w+ ){0,2}[OX]{2,}|[O]{3,}|^ (?:\w+ ){0,2}[X]{3,}'s\b", status=AGREED, ai=True),
    frame("takes-licence", "partnership", "own win enlist buy", "subject", r"^ (?:an? |the )?(?:[\w-]+ ){0,3}(?:licen[cs]es?|rights?) (?:for|to|of|on|from) [^.;]{0,70}[OX]{2,}", status=AGREED, ai=True, shuns=r"\bopen[- ]source"),
    frame("takes-output", "partnership", "order rent acquire", "subject", r"\b(?:output|capacity|production|supply|electricity|power|energy)\b.{0,50}\b(?:of|from|at) (?:the )?(?:\w+ ){0,3}[OX]{2,}", far=110, status=AGREED, ai=True, shuns=r"\bstake|\bstart-?up"),
    frame("orders", "partnership", "order", "subject", rf"{_WARES}.{{0,60}}\bfrom (?:the )?(?:\w+ ){{0,3}}[OX]{{2,}}|^\W*(?:\w+ ){{0,5}}[O]{{3,}}(?:'s)? (?:\w+ ){{0,3}}(?:chips|gpus|tpus|cpus|processors|accelerators|X{{3,5}})\b.{{0,60}}\b(?:{DEAL}|billion)", status=AGREED, ai=True, shuns=r"\bstake\b|\bto train\b|\bstartup"),
    frame("orders-power", "partnership", "order", "subject", r"\b(?:\d[\d.,]*|an?|one|two)[ -]?(?:gigawatts?|gw|mw|megawatts?)\b.{0,60}\bfrom (?:the )?(?:\w+ ){0,3}[OX]{2,}", status=AGREED),
    frame("pays-for", "partnership", "pay", "subject", r"[OX]{2,}.{0,80}\b(?:licen[cs]\w+|agreement|deal|contract|for (?:the )?(?:use of |access to )?(?:\w+ )?(?:news|content|articles|access|computing|chips|energy|power))\b", shuns=r"\bsettle|\bfine\b", status=AGREED, ai=True),
    frame("becomes-partner", "partnership", "become", "other", r"[SF]{2,}(?:'s)? (?:\w+ ){0,3}(?:partner|supplier|provider)\b|\b(?:partner|supplier|provider) (?:of|to|for) [SF]{2,}", status=AGREED),
    frame("becomes-customer", "partnership", "become", "subject", r"\b(?:customer|client|partner|tenant|buyer|licensee|member)\b.{0,40}\b(?:of|for|at|to|with)\b (?:\w+ ){0,3}[OX]{2,}|[OX]{2,}(?:'s)? (?:\w+ ){0,4}(?:customer|client|partner|tenant|buyer)\b", status=AGREED, ai=True),
    frame("supplies-us", "partnership", "supply", "other", r"\b(?:to|for)\s+[SF]{2,}|^\s*[SF]{2,}", far=120, status=AGREED, ai=True, shuns=r"^ (?:itself|themselves|it)\b|^ (?:the|their|its|his|her) (?:company|firm|startup|business)\b|\bcourt\b|\bevidence\b|\bshares\b|\bstake\b"),
    frame("hands-over", "partnership", "switch release leave join", "any", r"(?:\bto|\bfor|\bunder (?:the )?(?:umbrella|roof|aegis|care|governance|stewardship|wing) of)\s+(?:(?:the|an?)\s+)?(?:[OX]{3,}|[OX ]*foundation)", sentence=r"[TM]{3,}|foundation", status=AGREED),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("deal-between", "partnership", rf"\b{DEAL}\b (?:\w+ ){{0,3}}(?:between|with)\b.{{0,40}}(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and (?:the )?[OXR]{{2,}})", "announced"),
    noun("agree-deal", "partnership", rf"(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})(?:'s)? (?:have |has |had )?(?:agreed\b|(?:\w+ ){{0,2}}{_MADE}\b.{{0,40}}\b{DEAL}\b)", "announced"),
    noun("new-deal-with", "partnership", rf"\b(?:has|have|struck|new|separate) (?:an? )?(?:\w+ ){{0,3}}{DEAL} with (?:[SF]{{2,}}|[OX]{{2,}})", "announced", sentence=r"[SF]{2,}"),
    noun("talks", "partnership", rf"[SF]{{2,}}[^.;]{{0,30}}\b(?:in|holding|into|entered|had|held|began) (?:\w+ ){{0,2}}{_TALKS} (?:to|with|about|over|on)\b{_NOT_DEALS}[^.;]{{0,60}}[OX]{{2,}}", "rumoured"),
    noun("talks-with-us", "partnership", rf"[OX]{{2,}}[^.;]{{0,30}}\b(?:in|holding|into|entered|had|held|began) (?:\w+ ){{0,2}}{_TALKS} (?:to|with|about|over|on)\b{_NOT_DEALS}[^.;]{{0,60}}[SF]{{2,}}", "rumoured", ai=True),
    noun("talks-between", "partnership", rf"\b{_TALKS} (?:between|with|of) (?:[OX]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OX]{{2,}}){_NOT_DEALS}", "rumoured", ai=True),
    noun("deal-with-us", "partnership", rf"\b{_MADE} (?:(?:an?|the|its|another|\d+|two|three|several|their) )?(?:[\w$.-]+ ){{0,6}}{DEAL}{_WITH} [SF]{{2,}}", "announced", sentence=r"[OXR]{2,}", ai=True),
    noun("deal-is-made", "partnership", rf"\b{DEAL}\b (?:\w+ ){{0,4}}(?:was|were|has been|have been|had been|is|are) (?:\w+ ){{0,2}}{_MADE}\b[^.;]{{0,30}}\b(?:with|by|between)\b[^.;]{{0,20}}[OXRSF]{{2,}}", "announced", sentence=r"[OXR]{2,}", topic=True, ai=True),
    noun("under-deal", "partnership", rf"[OX]{{2,}}[^.;]{{0,60}}\b(?:will|would|is to|are to|to|has agreed to) (?:\w+ )?\w+[^.;]{{0,90}}\b(?:under|as part of|through) (?:an?|the|its|their|this|that) (?:[\w$.-]+ ){{0,5}}{DEAL}\b", "announced", sentence=r"^(?:(?=.*[SF]{2})|(?!.*O{2,}\b.*\bO{2,}))", topic=True, ai=True),
    noun("under-our-deal", "partnership", rf"\b(?:under|as part of) (?:an?|the|its|their|this) (?:[\w$.-]+ ){{0,5}}{DEAL}(?: signed| reached| announced)? with (?:[SF]{{2,}}[^.;]{{0,60}}[OX]{{2,}}|[OX]{{2,}}[^.;]{{0,40}}[SF]{{2,}})", "announced", ai=True),
    noun("preferred-partner", "partnership", r"[OX]{2,}[^.;]{0,30}\b(?:is|becomes|became|named|as) (?:the |its |a |our |their )?(?:preferred|launch|exclusive|strategic|first|lead|main|official)(?: \w+)? (?:partner|supplier|provider)\b[^.;]{0,20}[MTSF]{2,}", "announced", ai=True),
    noun("jointly", "partnership", r"(?<![OXSF], )(?:[OX]{2,} and [SF]{2,}|[SF]{2,} and (?:the )?[OX]{2,})\b(?![^.;]{0,90}\b(?:spend|spent|account|employ|own|control|hold|have)\b)[^.;]{0,80}\b(?:together|jointly|joint)\b", "announced", ai=True, alone=True),
    noun("with-us-together", "partnership", r"[OX]{2,}[^.;]{0,80}\b(?:(?:together|jointly|in (?:close )?(?:partnership|collaboration|cooperation|tandem)) with|(?:made|built|developed|created|produced|designed) with) [SF]{2,}", "announced", ai=True, alone=True),
    noun("deal-worth", "partnership", rf"(?:[SF]{{2,}}(?:'s)? (?:[\w-]+ ){{0,4}}{DEAL} with [OX]{{2,}}|\b{DEAL} with [SF]{{2,}})[^.;]{{0,60}}\b(?:(?:is|was|will be|could be|may be) (?:\w+ ){{0,2}}(?:worth|valued)|runs|covers|lasts|provides for|includes)\b", "announced", sentence=r"D{3,}|\b(?:said|says|announced|reported|according)\b", ai=True),
    noun("paid-by-us", "partnership", r"[OX]{2,}[^;]{0,40}\b(?:gets?|receives?|will get|will receive|is to get|earns?|collects?) [^;]{0,40}llion[^;]{0,20} from [SF]{2,} for (?:[\w-]+ ){0,3}(?:computing|capacity|chips|power|news|content|data|servers|cloud)\b", "announced", ai=True),
    noun("close-to-deal", "partnership", rf"\b(?:close to|nears?|nearing|on the verge of|about to sign|finali[sz]ing|in the final stages of) (?:an?|the|its|signing an?) (?:[\w$.-]+ ){{0,6}}{DEAL}\b", "rumoured", sentence=r"(?=.*[SF]{2,}).*[OX]{2,}", ai=True),
    noun("wares-come", "partnership", rf"{_WARES}[^.;]{{0,60}}\b{_WILL} (?:\w+ly |now |in future )?(?:come|be (?:supplied|delivered|provided|made|manufactured|sold|bought|rented|leased|designed|produced))\b[^.;]{{0,30}}\b(?:from|by) (?:the )?(?:\w+ ){{0,2}}[OX]{{2,}}", "announced", sentence=r"[SF]{2,}", ai=True),
    noun("wares-go-to-us", "partnership", rf"{_WARES}[^.;]{{0,70}}\b{_WILL} (?:\w+ )?(?:go|flow|be (?:sold|supplied|delivered|provided|leased|rented)) to [SF]{{2,}}", "announced", sentence=r"[OX]{2,}", ai=True),
    noun("new-supplier", "partnership", r"[SF]{2,}(?:'s)? (?:new|latest|next|second|third|first|preferred) (?:[\w-]+ ){0,4}(?:supplier|provider|partner|vendor|landlord)\b[^.;]{0,50}[OX]{2,}|[SF]{2,} (?:has |had )?(?:now )?(?:found|gained|got|gets|gains|won) (?:an? |its )?(?:[\w-]+ ){0,4}(?:supplier|provider|partner|vendor)\b[^.;]{0,40}[OX]{2,}", "announced", ai=True),
    noun("takes-power", "partnership", r"[SF]{2,}[^.;]{0,30}\b(?:takes?|secures?|draws?|books?|contracts?|will take|buys?) [^.;]{0,60}\b(?:power|electricity|energy)\b[^.;]{0,50}\b(?:from|of|by) (?:the )?[OX]{2,}|\bcontracts? (?:for|with|over|on) [^.;]{0,60}\b(?:power|electricity|energy|gigawatts?)\b[^.;]{0,40}[SF]{2,}|\bcontracts? with [OX]{2,}[^.;]{0,60}[SF]{2,}[^.;]{0,50}\b(?:power|electricity|energy)\b", "announced", ai=True),
    noun("gets-wares", "partnership", rf"[SF]{{2,}} (?:also |now |soon )?(?:gets?|receives?|draws?|obtains?|{_WILL} (?:get|receive|draw|obtain|take|have)) [^.;]{{0,60}}{_WARES}[^.;]{{0,60}}\bfrom (?:the )?(?:\w+ ){{0,2}}[OX]{{2,}}", "announced", sentence=r"\byears?\b|llion\b|\bgigawatts?|D{3,}|\bannounced|\bsaid\b|\bdeal\b", ai=True),
    noun("may-use", "partnership", r"[SF]{2,}[^.;]{0,30}\b(?:may|can|is allowed to|will be allowed to|gets to|has the right to|is permitted to|the right to) (?:now |soon )?use (?:\w+ ){0,4}(?:articles|content|news|archives?|images|photos|music|books|recordings|reporting|stories)\b[^.;]{0,20}\b(?:of|from|by) (?:the )?[OXN]{2,}", "announced", ai=True),
    noun("lets-us-use", "partnership", r"[OXN]{2,}[^.;]{0,30}\b(?:lets?|allows?|permits?|will let|will allow|is letting) [SF]{2,} (?:to )?(?:use|access|train|show|quote|draw)\b", "announced", ai=True),
    noun("deal-gives", "partnership", rf"\b{DEAL} with [OX]{{2,}}[^.;]{{0,30}}\b(?:gives|secures|brings|provides|grants|assures|guarantees|allows|lets) [SF]{{2,}}", "announced", ai=True),
    noun("deal-that-we-made", "partnership", rf"\b{DEAL},? (?:that|which) [SF]{{2,}} (?:has |had )?{_MADE} with (?:the )?[OXR]{{2,}}", "announced", ai=True),
    noun("the-two-agreed", "partnership", rf"\b(?:the two(?: companies| firms)?|both (?:companies|firms|sides)|the (?:companies|partners|pair)) (?:have |had |will )?(?:\w+ ){{0,2}}{_MADE}\b[^.;]{{0,50}}\b{DEAL}\b", "announced", sentence=r"(?=.*[SF]{2,}).*[OX]{2,}", ai=True),
    noun("runs-on-theirs", "partnership", rf"[SF]{{2,}}[^.;]{{0,40}}\b{_WILL} (?:run on|use|rely on) [^.;]{{0,30}}{_WARES} (?:from|of|by) [OX]{{2,}}", "announced", ai=True),
    noun("works-with", "partnership", r"(?:[OX]{3,} and [SF]{2,}|[SF]{2,} and (?:the )?[OX]{3,}) (?:now )?(?:work|are working|cooperate|are cooperating|collaborate) (?:on|at|for)\b", "announced", ai=True, alone=True),
    noun("one-of-founders", "partnership", r"[SF]{2,}[^.;]{0,20}\b(?:is|are|was) (?:one of|among) (?:the )?(?:\w+ )?(?:founders|founding members|members|backers|partners) of (?:the )?(?:[XO]{2,}|\w+ ){1,4}", "announced", ai=True),
    noun("lets-them-make", "partnership", rf"[SF]{{2,}} (?:lets?|is letting|has let|will let|has) (?:the )?[O]{{2,}}[^.;]{{0,10}} (?:design|build|make|supply|run|produce|manufacture)\b[^.;]{{0,40}}{_WARES}", "announced", ai=True),
    noun("behind-alliance", "partnership", r"(?:[OXR]{2,} and [SF]{2,}|[SF]{2,} and (?:the )?[OXR]{2,}) (?:stand|are|lead|form|belong)\b[^.;]{0,40}\b(?:alliance|coalition|consortium|initiative|partnership)\b", "announced", ai=True),
    noun("passes-to", "partnership", r"[T]{3,}[^.;]{0,40}\b(?:pass(?:es|ed)|moves?|moved|goes|went|transferred|handed|migrates?)\b[^.;]{0,40}\b(?:to|under|into)\b[^.;]{0,30}[O]{3,}|[O]{3,}[^.;]{0,20}\b(?:takes? over|took over|takes charge of|adopts?|adopted|(?:looks?|to look|will look) after|will host|hosts) (?:the )?[T]{3,}", "announced", sentence=r"[SF]{2,}"),
    noun("deal-told", "partnership", rf"^(?=.*[SF]{{2,}})(?!.*\b(?:could|might|may|would|if|user|consumer|labou?r|licen[cs]e|settlement|merger|acquisition|takeover|purchase of|loan|financing|joint venture|code of|talks|former|founder|ended|expired)\b)(?=.*[O]{{2,}}).*\b{DEAL}\b", "announced", sentence=r"D{3,}|\b(?:announced|said|says|signed|closed|new|years?)\b", ai=True, alone=True),
    noun("together", "partnership", r"\b(?:together with|in (?:close )?(?:partnership|collaboration|cooperation|tandem) with|jointly with) (?:the )?(?:[a-z-]+ ){0,3}[OX]{2,}[^.;]{0,60}[SF]{2,}", "announced", ai=True, alone=True),
    noun("deal-between", "partnership", rf"\b{DEAL} (?:between|of) (?:[SF]{{2,}}(?:'s)?[^.;]{{0,30}} and [^.;]{{0,50}}{_PARTY}|[^.;]{{0,50}}{_PARTY} and [SF]{{2,}})[^.;]{{0,60}}\b(?:was|were|has been|have been|is|are)\b[^.;]{{0,20}}\b{_MADE}", "announced", ai=True),
    noun("deal-over", "partnership", rf"\b{DEAL}\b(?! of)[^.;]{{0,60}}\b(?:was|were|has been|have been|had been|is|are) (?:\w+ )?{_OVER}\b", "cancelled", sentence=r"(?=.*[SF]{2,}).*[OXR]{2,}", ai=True),
    noun("named-supplier", "partnership", r"[OX]{2,}[^.;]{0,40}\b(?:was|were|has been|have been|is|are) (?:named|chosen|picked|selected|tapped|hired|commissioned|enlisted|contracted)(?: D+)? by [SF]{2,}[^.;]{0,30}\b(?:as|for|to)\b[^.;]{0,40}\b(?:suppliers?|partners?|providers?|vendors?|supply|build|design|power|deliver|manufacture|host)", "announced", ai=True),
    noun("group-founded", "partnership", r"(?:\b(?:alliance|consortium|coalition|forum)|X{3,})\b[^.;]{0,40}\b(?:was|were|has been|is) (?:\w+ly )?(?:founded|launched|formed|set up|established|created|started|announced|unveiled)\b[^.;]{0,30}\bby (?:[OX]{2,}[^.;]{0,60}[SF]{2,}|[SF]{2,}[^.;]{0,60}[OX]{2,})", "shipped", ai=True),
    noun("shows-theirs", "partnership", rf"[^.;]{{0,60}}\b{_WILL} (?:\w+ )?(?:show|display|carry|offer|draw on|cite|quote|answer|run|use|feature|speak|be (?:offered|available|hosted))\b[^.;]{{0,80}}\b(?:under|as part of|thanks to|through|after|following|by) (?:an?|the|its|this) (?:[\w$.-]+ ){{0,5}}{DEAL}\b(?! of)", "announced", sentence=r"(?=.*[SFMA]{2,}).*[OXN]{3,}", ai=True),
    noun("deal-sees", "partnership", rf"\b{DEAL} (?:will |would |that )?(?:see|sees|involves?|calls? for|commits?|requires?|obliges?|binds?|lets?|allows?|makes?|has) [SF]{{2,}}", "announced", sentence=r"[OX]{2,}", ai=True, alone=True),
    noun("access-under", "partnership", rf"\b(?:gets?|gains?|receives?|have|has|got|given|gave|granted) (?:\w+ )?access to [^.;]{{0,60}}[MTAS]{{3,}}[^.;]{{0,60}}\b(?:under|through|thanks to|as part of) (?:an?|the|its|this) (?:[\w$.-]+ ){{0,5}}{DEAL}\b", "announced", sentence=r"[OXRJ]{2,}", ai=True),
    noun("with-authority", "partnership", rf"\b{DEAL} (?:between|with|of) (?:[SF]{{2,}}[^.;]{{0,20}} and [^.;]{{0,30}}{_PARTY}|(?:the |a |an |several |\w+ ){{0,3}}{_PARTY}[^.;]{{0,40}} and [SF]{{2,}})", "announced", sentence=r"D{3,}|\b(?:announced|said|says|signed|closed|new)\b", ai=True, alone=True),
    noun("agrees-with-authority", "partnership", rf"[SF]{{2,}} and (?:the )?(?:[\w-]+ ){{0,3}}{_PARTY}(?: of [A-Z]+)?(?: have| had)? {_MADE}\b[^.;]{{0,60}}\b{DEAL}\b", "announced", ai=True),
    noun("talks-took-place", "partnership", rf"\b{_TALKS} (?:between|with|of|among) (?:[SF]{{2,}}[^.;]{{0,40}}[OXP]{{2,}}|[OXP]{{2,}}[^.;]{{0,60}}[SF]{{2,}})(?! (?:on|about|over) (?:an? )?(?:takeover|acqui)){_NOT_DEALS}|\b{_TALKS} with (?:[\w'-]+ ){{0,3}}{_PARTY}{_NOT_DEALS}[^.;]{{0,90}}\b(?:have|has|had) (?:taken place|been held|begun|started)\b", "rumoured", sentence=r"[SF]{2,}", ai=True),
    noun("was-talking-to", "partnership", rf"[SF]{{2,}} (?:was|is|were|has been|had been|are) (?:also |already |now )?(?:talking|negotiating|speaking|in (?:\w+ )?{_TALKS}) (?:to|with) (?:[\w-]+ ){{0,3}}{_PARTY}{_NOT_DEALS}[^.;]{{0,60}}\b(?:about|on|over|for|to use|to license|to let)\b", "rumoured", ai=True, alone=True),
    noun("deals-lend", "partnership", rf"\b(?:deals|agreements|contracts|partnerships) with (?:[^.;]{{0,100}}{_PARTY})[^.;]{{0,60}}\b(?:will|would|are to|give|lend|bring|let|provide|cover|allow)\b", "announced", sentence=r"[SFA]{2,}", ai=True, alone=True),
    noun("counted-deals", "partnership", r"\b(?:two|three|four|five|six|several|a (?:series|string|trio|pair|number) of|\d+) (?:new |more |further |separate |\w+ ){0,3}(?:deals|agreements|contracts|partnerships|orders)\b[^.;]{0,60}\b(?:brought|bring|taken|take|give|gave|secured|secure|signed|announced|lifted|lift|added|add|totall?ing|worth|for|with)\b", "announced", sentence=r"[SF]{2,}", ai=True, alone=True),
    noun("teams-up-noun", "partnership", r"[SF]{2,}'s (?:\w+ )?(?:teaming up|collaboration|tie-up|team-up|alliance|cooperation|pairing|pact) with (?:[\w-]+ ){0,3}[OXR]{2,}", "announced", sentence=r"D{3,}|\b(?:announced|said|says|new)\b", ai=True, alone=True),
)
