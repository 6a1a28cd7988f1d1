"""Terms, rules, orders, suits: frames of policy, of the subject and of those who rule over it."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import NOT_AI
from ingest.extract.words import CASE, LAW, LAWYERS, LICENCE, STATES

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_PRIVATE = r"\b(?:camera rolls?|photos|pictures|messages|chats|conversations|interactions|recordings|posts?|(?:personal|user|public|location|health) (?:data|information)|public content|data)\b"
_DATA = (
    rf"\b(?:feed\w*|fed)\b.{{0,30}}{_PRIVATE}|{_PRIVATE}.{{0,60}}\b(?:train\w*|ads|personali[sz]e\w*|ai training)\b"
    r"|\bwhat (?:people|users|they|you) (?:say|write|tell|ask|type|share)\b.{0,60}\b(?:ads?|advertis\w+|train\w*|personali[sz]\w*)\b"
    r"|^\W*(?:its |the |their |[SF]+'s )?(?:\w+ )?(?:ai|models?|[MTA]{3,}|assistant)\b[^.;]{0,20}\b(?:on|with|using|from)\b.{0,40}\b(?:posts|photos|messages|chats|conversations|interactions|comments|user data|personal data|public content)\b"
    rf"|{_PRIVATE}.{{0,60}}\badvertis\w+"
    rf"|\btrain\w*\b.{{0,60}}{_PRIVATE}|\buse\b.{{0,30}}\b(?:data|posts|interactions)\b"
    r"|\b(?:access to|process|scan|upload|analy[sz]e)\b.{0,40}\b(?:camera rolls?|photos|pictures|private messages|chats)\b"
)
#: whom a company gives rules to
_RULED = r"\b(?:advertisers?|employees|engineers|staff|workers|teens?|teenage\w*|minors|children|under[- ]?(?:16|18)s|creators|campaigns|political|rivals?|chatbots|bots|its (?:ai|assistant|bot))\b"
#: what those who rule grant and refuse
_SOUGHT = (
    rf"(?:{CASE}|(?:data cent(?:er|re)|(?:gas|power|nuclear)[- ](?:fired )?)?plants?|purchases?|acquisitions?|takeovers?|mergers?|deal"
    r"|permits?|applications?|rezoning|tax (?:breaks?|abatements?)|requests?|bids?|connections?|transmission lines?|schedule|measures)"
)
#: without the orders that are given for goods
_CASES = CASE.replace("|orders?", "")
#: what a ruler makes is made, also where it makes somebody stop
_MADE = dict.fromkeys(("fact", "perfect", "present", "participle", "progressive"), "shipped")
_OPENED = r"(?:opened|launched|started|begun|initiated|commenced|filed|lodged|brought|widened|expanded|extended|broadened|reopened|closed|dropped|settled|dismissed|rejected|resolved|adjourned|thrown out|turned down|upheld|overturned|lifted|granted|denied|refused|issued|imposed)"
_DATA_OF = rf"\b(?:data|posts?|content|users?|messages|chats|photos|public)\b|{STATES}|[RJ]{{2,}}"
#: what else a company is sued and fined for
_OTHER_MATTER = (
    r"\b(?:over|for|about|of) (?:(?:its|the|his|alleged|allegedly|their|how|failing to|illegal|harmful) )*(?:\w+ )?(?:ads\b|ad (?:practices|model|business|tech)|advertis\w+|marketplace|classified|social media"
    r"|data transfers?|transferring|scams?|subscriptions?|misinformation|app store|messenger|addict\w+|user tracking|cambridge)"
)
_US = r"(?<![SF])[SF]{2,}"
_BE = r"(?:was|were|has been|have been|had been|is|are|is being|are being|will be)"
#: what a suit or an order about AI is about
_AI_MATTER = r"\b(?:ai|a\.i\.|llama|models?|training|train(?:ed)?|books|chatbots?|assistants?|copyright\w*|pirat\w+|superintelligence|facial|deepfakes?|data cent(?:er|re)s?)\b|[MTA]{3,}|(?<!S)S{7}(?!S)"
_TOLD = r"\b(?:order\w*|rul(?:ed|es|ing)|decid\w+|decision|demand\w*|requir\w+|instruct\w*|told)\b"
_USE = r"(?:(?:any|all|the) )?(?:commercial|military|non-?commercial|business|law[- ]enforcement|government) use"

FRAMES: tuple[Frame, ...] = (
    frame("keeps-from", "policy", "withhold", "subject", r"[MTA]{2,}|[S]{7}|\bmodels?\b|\bassistant", ai=True, sentence=r"\bR{2,}|\beurope\w*|\beu\b|\buk\b|\bbritain", status=dict.fromkeys(("fact", "perfect", "present", "participle", "progressive", "infinitive", "will"), "announced")),
    frame("lets-rivals", "policy", "let policy", "subject", r"^\W*(?:back )?(?:\w+ ){0,3}(?:rivals?|rival|other|outside|third[- ]party|competing)\b.{0,30}\b(?:chatbots?|assistants?|bots?)\b", ai=True, status=dict.fromkeys(("fact", "perfect", "present", "participle"), "shipped")),
    frame("settles", "policy", "settle", "any", r"\b(?:suits?|lawsuits?|claims?|cases?|charges|dispute|litigation|probe)\b", ai=True, sentence=r"[SF]{2,}", status={"infinitive": "announced"}),
    frame("denies-charge", "policy", "deny", "subject", r"\b(?:copyright\w*|pirat\w+|books|privacy|personal data|private|messages|antitrust|monopol\w+|law|illegal\w*|unlawful\w*|films|eavesdrop\w*|microphones?)\b", ai=True,
          status={"fact": "denied", "perfect": "denied", "present": "denied"}),
    frame("lobbies", "policy", "invest plan unit release", "subject", r"\bsuper[- ](?:pacs?|X+)\b|\blobby\w*"),
    frame("labels", "policy", "label", "subject", r"\b(?:ai|images?|pictures?|content|videos?|posts)\b", ai=True),
    frame("faces", "policy", "cancel delay close", "subject", r"\bfac(?:e|ial)[- ]recognition|\bfaceprints?", status={"will": "announced", "infinitive": "announced", "fact": "cancelled", "perfect": "cancelled", "present": "cancelled"}),
    frame("limits-access", "policy", "delay rule", "subject", r"^\W*(?:\w+ ){0,3}(?:access|use)\b|^\W*off (?:[\w']+ ){0,3}access\b|\b(?:access|use)\W+(?:\w+ ){0,4}$", ai=True, shuns=r"[I]{3,}|\bto (?:power|energy|capital)"),
    frame("withholds", "policy", "release", "subject", r"[MTA]{2,}|[S]{7}|\bmodels?\b|\bassistant", ai=True, sentence=r"[R]{2,}|\beurope\w*|\beu\b|\buk\b|\bbritain", status={"negated": "announced"}),
    frame("refuses", "policy", "policy partner", "subject", rf"\b{LICENCE}|\bact\b|\bit\b|\bcode of\b|\bcode\W*$", sentence=r"\bcode (?:of|for)\b|\bact\b|regulat|\beu\b|[R]{2,}", status={"fact": "announced", "perfect": "announced", "present": "announced"},
          shuns=r"^\W*(?:[a-z]+ ){0,3}[X]{2,}(?! (?:\w+ )?(?:code|act)\b)"),
    frame("changes-terms", "policy", "policy release feature cancel", "subject", rf"\b{LICENCE}\b", shuns=r"\b(?:under|with|on) (?:an?|the|its) (?:[\w.-]+ ){0,4}licen[cs]|[MTAC]{3,}(?:'s)? (?:\w+ ){0,2}(?:model|assistant)|\bsafety tools|\blicen[cs]ing (?:deal|agreement|partnership)", far=70, ai=True),
    frame("host-rules", "policy", "policy", "other", r"\b(?:rules?|polic(?:y|ies)|terms|guidelines)\b", ai=True, sentence=r"\b(?:benchmark|leaderboard|arena)\b", far=60, status={"progressive": "announced", "will": "announced"}),
    frame("changes-labels", "policy", "policy", "subject", r"\blabels?\b|\blabelling\b", ai=True, far=50),
    frame("shuts-out", "policy", "close", "subject", r"^\W*(?:[AX]+|whatsapp|instagram|messenger|its \w+) (?:off )?to (?:[\w-]+ ){0,4}(?:chatbots?|rivals?|assistants|bots)\b|^\W*(?:\w+ ){0,3}(?:rivals?|other)[^.;]{0,30}\b(?:chatbots?|assistants|bots)\b", ai=True),
    frame("rules-over", "policy", "rule", "subject", _RULED, ai=True, shuns=r"\bto (?:sign|petition)|\bmeeting|\bin an? (?:\w+ )?(?:memo|note|e-?mail|letter|message|post)\b|\bthat\b|\babout\b|\bhe\b|\bit\b|^\W*(?:\w+ ){0,3}(?:staff|employees|workers)(?: \w+){0,2}\W*$", far=60, status=_MADE),
    frame("opens-access", "policy", "policy release award", "subject", r"\b(?:military|defen[cs]e (?:contractor|department|agenc|firm|compan|sector|industry|work|official|purpose|use|partner|and )|department of defen|national security|government agenc\w+|agencies|contractors)\b", ai=True, far=120),
    frame("state-uses", "policy", "feature legal sue policy release", "other", r"[M]{2,}|[SA]{5,}", ai=True, sentence=r"\b(?:federal|government|agenc(?:y|ies)|military|defen[cs]e|ministry|pentagon|army|navy)\b", far=60),
    frame("tracks-staff", "policy", "track", "subject", r"\b(?:employees?|staff|workers?|key ?strokes?|mouse|screen(?:s|shots)?)\b", ai=True),
    frame("uses-data", "policy", "feature say delay policy use", "subject", _DATA, shuns=r"[M]{4,}.{0,40}open|\b(?:was|were|has been|have been|had been) (?:\w+ly |put )?(?:approved|cleared|blocked|halted|suspended|paused|shelved|on (?:hold|ice)|delayed|stopped|rejected|backed)\b|\bon (?:hold|ice)\b", far=140, ai=True, moods="fact perfect present will infinitive progressive participle"),
    frame("law-consents", "policy", "award", "other", r"^\W*(?:[SF]+ )?(?:\w+ ){0,3}(?:consent|approval|go-ahead|green light|nod|blessing|permission|clearance|all-clear)\b", sentence=r"[RJ]{2,}|\b(?:council|officials|planners)\b", ai=True, home=True, status=_MADE),
    frame("law-strong", "policy", "legal", "other", r"[SF]{2,}", shuns=rf"{NOT_AI}|{_OTHER_MATTER}", ai=True, far=110, status=_MADE),
    frame("law-acts", "policy", "sue delay", "other", r"[SF]{2,}|\bcompany\b", shuns=rf"{NOT_AI}|^\W*(?:whether|if|how)\b|{_OTHER_MATTER}", sentence=rf"(?:{LAWYERS}|{STATES}|\b{LAW}\b|\bsue[sd]?\b|\binquiry\b|\border(?:s|ed)?\b|\bfine[sd]?\b)", ai=True, far=110, status=_MADE),
    frame("law-barred", "policy", "legal", "passive:S", r"^\W*(?:$|[.,;]|D|(?:\d|to|from|over|by|for|in|at|on|with|after|until|under|twice|again)\b)", shuns=NOT_AI, ai=True, status=_MADE),
    frame("law-acted-on", "policy", "sue legal", "product:S", r"^\W*(?:$|[.,;]|D|(?:\d|to|from|over|by|for|in|at|on|with|after|amid|until|because|under|twice|again)\b)", sentence=rf"\b{LAW}\b|{LAWYERS}", ai=True, status=_MADE),
    frame("law-writes", "policy", "write", "other", r"^\W*(?:\w+ ){0,3}(?:to )?[SF]{2,}", sentence=r"[RJ]{2,}|\bletters?\b|\bnotice\b|\bcease", shuns=r"^\W*(?:\w+ )?(?:about|on|in|that)\b", ai=True, far=60, status=_MADE),
    frame("law-case", "policy", "proceed", "any", rf"\b(?:{CASE}|claims (?:against|over|that))\b", shuns=rf"{NOT_AI}|\b(?:use|business|test|edge|phone) cases?\b|\bcases? (?:stud|for)|[$]|\bexecutive order", sentence=rf"{LAWYERS}|{STATES}|\b{LAW}\b|\bfiled\b|\bappeal\w*|\bagainst [SF]{{2,}}|D", home=True, ai=True, far=60, status=_MADE),
    frame("law-permits", "policy", "permit", "other", rf"\b{_SOUGHT}\b|[I]{{3,}}", sentence=r"[RJ]{2,}|\b(?:planners|council|officials|board of supervisors|zoning board)\b", shuns=NOT_AI, home=True, ai=True, far=110, status=_MADE),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("probed", "policy", r"[SMA]{2,}[^.;]{0,70}\b(?:faces?|facing|drew|draws|sparked|prompted|triggered|under|hit with|hit by)\b[^.;]{0,30}(?<!pressure )\b(?:probe|investigation|inquiry|lawsuits?|complaints?|fine|proceedings)\b", "shipped"),
    noun("must-obey", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,30}\b(?:must|has to|have to|is to|will have to|may (?:for now |no longer |not )?)\b", "shipped", sentence=rf"(?<![RJ])[RJ]{{2,}}[^.;]{{0,60}}{_TOLD}|{_TOLD}[^.;]{{0,30}}[RJ]{{2,}}"),
    noun("consents", "policy", r"(?:(?<![RJ])[RJ]{2,}|\b(?:planners|council|officials)\b)[^.;]{0,60}\b(?:gave|give|gives|given|grant(?:s|ed)?)\b (?:\w+ ){0,3}(?:consent|approval|go-ahead|green light|nod|blessing|permission|backing|clearance)\b"
         r"|\b(?:consent|approval|go-ahead|green light|nod|blessing|permission|clearance) (?:of|from|by) (?:\w+ ){0,2}[RJ]{2,}", "shipped", topic=True, ai=True),
    noun("approved-by", "policy", rf"\b{_SOUGHT} (?:of [^.,;]{{1,50}} )?(?:was |were |has been |have been |is |are )?(?:\w+ly )?(?:approved|cleared|blocked|vetoed|rejected|prohibited|suspended|banned|backed|authori[sz]ed|forbidden|barred|stopped|struck down|thrown out)[^.;]{{0,40}}\bby (?:\w+ ){{0,3}}(?:[RJ]{{2,}}|{STATES})", "shipped", topic=True, ai=True),
    noun("stop-put-to", "policy", rf"(?:(?<![RJ])[RJ]{{2,}}|{STATES})[^.;]{{0,40}}\bput (?:a |an )?(?:stop|end|halt|brake)s? (?:to|on)\b", "shipped", topic=True, ai=True),
    noun("case-moves", "policy", rf"(?:^\W*|\b(?:the|an?|its|this|that|their|his|main|older|parallel) (?:\w+ ){{0,3}}){_CASES}\b[^.;]{{0,50}}\b(?:was|were|has been|have been|had been)\b (?:\w+ly |D+ )?{_OPENED}\b", "shipped", topic=True, ai=True),
    noun("case-dates", "policy", rf"\b{CASE}\b[^.;]{{0,40}}\b(?:dates?(?: back)? (?:from|to)|began|started|came|goes back to|went in|followed)\b (?:\w+ )?D", "shipped", topic=True, ai=True),
    noun("widened", "policy", rf"[RJ]{{2,}} (?:\w+ly |D+ )?(?:widened|extended|expanded|broadened) (?:it|them|{CASE})\b", "shipped", topic=True, sentence=r"D"),
    noun("to-court", "policy", r"\b(?:tak\w+|took|drag\w*|haul\w*|bring\w*|brought) [SF]{2,} (?:in)?(?:to|before) (?:\w+ )?J{3,}|\b(?:go|goes|went|gone|going) to J{3,} (?:against|over)[^.;]{0,20}[SF]{2,}", "shipped", ai=True),
    noun("wins-case", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,30}\b(?:wins?|won|loses?|lost|prevail\w*|fend\w* off|beats?|defeats?)\b[^.;]{0,60}(?:J{3,}|\b(?:case|suit|lawsuit|ruling|appeal|legal (?:battle|fight))\b)", "shipped", sentence=rf"[RJ]{{2,}}|\b{CASE}\b", ai=True),
    noun("victory", "policy", r"\b(?:handed|gave|dealt|delivered|hands|gives|deals) [SF]{2,} (?:an? )?(?:\w+ ){0,2}(?:victory|win|defeat|setback|blow)", "shipped", sentence=rf"[RJ]{{2,}}|\b{CASE}\b", ai=True),
    noun("in-favour", "policy", r"\bruled? in (?:[SF]{2,}(?:'s)? favou?r|favou?r of [SF]{2,})", "shipped", ai=True),
    noun("found-guilty", "policy", r"(?<![RJ])[RJ]{2,}[^.;]{0,60}\b(?:found|finds|held|holds|ruled|rules|concluded|declared)\b[^.;]{0,20}[SF]{2,}[^.;]{0,40}\b(?:broke|breach\w*|violat\w*|infring\w*|liable|guilty|unlawful\w*|illegal\w*|abus\w*)", "shipped", ai=True),
    noun("may-do", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,20}\b(?:may|is free to|can now|is allowed to|was allowed to)\b", "shipped", sentence=r"(?<![RJ])[RJ]{2,}[^.;]{0,40}\b(?:said|ruled|decided|allowed|found|cleared)\b", ai=True),
    noun("told-by", "policy", rf"{_US}[^.;]{{0,30}}\b{_BE} (?:\w+ly |again |also )?(?:told|ordered|instructed|asked|required|forced|compelled|directed|urged|warned|allowed|permitted|cleared|barred|banned|stopped|sued|fined|accused|investigated|probed|summoned|subpoenaed|questioned|rebuked|reprimanded)\b[^.;]{{0,60}}\bby (?:[\w']+ ){{0,4}}[RJ]{{2,}}", "shipped", ai=True),
    noun("headline-ruled", "policy", r"^\W*[SF]{2,}(?:'s)? (?:ai |parent |owner )?(?:is |was |has been |being |again )*(?:sued|fined|probed|investigated|ordered|barred|banned|told|cleared|charged|summoned|subpoenaed|penali[sz]ed|reprimanded|questioned|grilled|rebuked)\b (?:again )?(?:over|by|for|in|to|from|after|on|of|as|\\$|€|D)", "shipped", ai=True, sentence=_AI_MATTER),
    noun("goes-to-law", "policy", r"\b(?:brought|bring(?:s|ing)?|launch(?:ed|es|ing)|tak(?:es|ing|en)|took|start(?:ed|s|ing)|fil(?:ed|es|ing)|lodg(?:ed|es|ing)|mount(?:ed|s|ing)|began|pursu(?:ed|es|ing)|threaten(?:ed|s)) (?:[\w-]+ ){0,4}(?:actions?|proceedings|lawsuits?|suits?|cases?|claims?|complaints?|challenges?)\b[^.;]{0,40}\b(?:against|over|accus\w+)\b[^.;]{0,40}(?:[SFMA]{2,}|\bllama\b)", "shipped", ai=True, sentence=_AI_MATTER),
    noun("settlement", "policy", rf"{_US}[^.;]{{0,40}}\b(?:settl(?:es|ed|ing) (?:with|the|its|a|over|out)|(?:reach|agree|sign|str[iu]ck|announc|mak)\w* (?:to )?(?:a |an |the )?(?:[\w-]+ )?settlement|agreed to pay\b[^.;]{{0,40}}\b(?:to (?:end|settle|resolve)|over|for))|\bsettlement (?:with|between|by) [^.;]{{0,40}}[SF]{{2,}}", "shipped", ai=True, sentence=_AI_MATTER),
    noun("asks-court", "policy", rf"{_US}[^.;]{{0,40}}\b(?:asked|asks|urged|urges|petitioned|petitions|requested) (?:the |a |\w+ )*J{{3,}}[^.;]{{0,30}}\bto (?:dismiss|throw|toss|reject|drop|overturn|stay|delay|strike|end|rule)\b|\bmotions? (?:to dismiss|for summary judgment)\b", "shipped", ai=True, topic=True),
    noun("held-lawful", "policy", r"(?<!J)J{3,}[^.;]{0,60}\b(?:found|finds|ruled|rules|held|holds|decided|concluded|said|says|determined|agreed)\b[^.;]{0,100}\b(?:fair use|lawful\w*|legal\w*|illegal\w*|unlawful\w*|infring\w*|violat\w*|breach\w*|copyright)\b", "shipped", ai=True, topic=True),
    noun("no-objection", "policy", r"[RJ]{2,}[^.;]{0,60}\b(?:no|without|dropp\w+ (?:its|their)|withdr[ae]w\w* (?:its|their)) (?:further |more )?(?:objections?|concerns|reservations)\b", "shipped", ai=True, topic=True),
    noun("slapped", "policy", rf"(?:[RJ]{{2,}}|{STATES})[^.;]{{0,40}}\b(?:slap(?:s|ped)?|hit(?:s)?|hand(?:s|ed)|impos(?:es|ed)|levi(?:es|ed)|serv(?:es|ed)) (?:[SF]{{2,}} (?:with )?)?(?:an? |the )?(?:[\w$€.-]+ ){{0,4}}(?:fine|penalty|order|ban|lawsuit|injunction|subpoena|notice)\b", "shipped", ai=True, sentence=r"[SF]{2,}"),
    noun("letter-to", "policy", rf"(?:[RJ]{{2,}}|{LAWYERS}|\battorneys\b)[^.;]{{0,80}}\b(?:letters?|questions|missive|demands?) to (?:[\w' ]+ )?[SF]{{2,}}|\b(?:letters?|missive) (?:[^.;]{{0,40}} )?from (?:[\w']+ ){{0,6}}[RJ]{{2,}}|\bin an? (?:\w+ )?letter to (?:\w+ ){{0,3}}[SF]{{2,}}", "shipped", ai=True, topic=True, sentence=r"[RJ]{2,}"),
    noun("testifies", "policy", r"(?:[SFPX]{3,}|\bexecutives?)[^.;]{0,30}\b(?:testif(?:ied|ies|y)|appear(?:ed|s)?(?= before)|gave evidence|faced questions|was (?:grilled|questioned)|were (?:grilled|questioned)|took the stand)\b[^.;]{0,30}\b(?:before|by|in|to|at) (?:\w+ ){0,4}(?:[RJ]{2,}|senate|congress|house)\b", "shipped", ai=True, sentence=r"[SF]{2,}"),
    noun("data-used", "policy", r"\b(?:camera rolls?|photos|pictures|messages|chats|conversations|interactions|recordings|posts?|(?:their|your|our|users?'?|personal|public|private|people's) (?:data|information|content))\b[^.;]{0,60}\b(?:(?:will|would|to) (?:now |soon |also )?be (?:used|fed|processed|harvested|collected|analy[sz]ed|mined|scraped)|(?:was|were|is being|are being|are now) (?:now )?(?:used|fed|processed|harvested|collected|analy[sz]ed|mined|scraped)|will (?:now |soon |also )?(?:feed|shape|inform|influence|train))\b[^.;]{0,40}\b(?:train\w*|ads?|ad|advertis\w*|target\w*|personali\w*|ai\b)", "announced", home=True),
    noun("training-paused", "policy", rf"\b(?:training|plans? to (?:train|use|feed)|use of (?:\w+ ){{0,3}}(?:data|posts)|data collection|processing)\b[^.;]{{0,80}}\b{_BE} (?:\w+ly |then )?(?:paused|halted|suspended|shelved|put (?:on|in) (?:\w+ )?(?:hold|ice)|postponed|delayed|stopped|frozen|deferred)\b", "delayed", home=True, sentence=_DATA_OF),
    noun("puts-training-off", "policy", rf"{_US}[^.;]{{0,30}}\b(?:put|puts|putting)\b[^.;]{{0,20}}\b(?:training|plans? to (?:train|use|feed))\b[^.;]{{0,60}}\bon (?:hold|ice)\b", "delayed", sentence=_DATA_OF),
    noun("pauses-training", "policy", rf"{_US}[^.;]{{0,40}}\b(?:paused|pauses|halted|halts|suspended|suspends|shelved|delayed|delays|delay|stopped|stops|postponed|postpones?) (?:(?:its|the|all|ai) ){{0,3}}(?:plans? to (?:train|use|feed)|(?:ai |model )?training (?:on|of ai|in|with))\b", "delayed", sentence=_DATA_OF),
    noun("training-resumed", "policy", rf"{_US}[^.;]{{0,60}}\b(?:resum\w+|restart\w*|reviv\w+|go(?:es|ing)? ahead with|press\w* ahead with|beg[aiu]n\w*|start\w*) (?:(?:its|the|all) )?(?:plans? to train|(?:ai )?training)\b[^.;]{{0,40}}\b(?:on|with|in|of)\b[^.;]{{0,40}}(?:{_PRIVATE}|{STATES}|\busers?\b|\bpublic\b|\bcontent\b)", "announced", ai=True),
    noun("bots-silent", "policy", r"(?:\b(?:chatbots?|assistants?|bots?|characters?)|[A]{3,})\b[^.;]{0,40}\b(?:no longer|stop(?:ped|s)?|(?:will|may|must|can) not|won't|barred from|forbidden (?:from|to)|not allowed to|prevented from|blocked from) (?:be able to )?(?:talk\w*|chat\w*|discuss\w*|engag\w*|flirt\w*|respond\w*|speak\w*|hav(?:e|ing))\b", "shipped", home=True, sentence=r"\b(?:teen\w*|minors?|children|kids|young\w*|users?|suicide|self-harm)\b"),
    noun("minors-shut-out", "policy", r"\b(?:teen(?:ager)?s?|minors?|children|kids|under[- ]?1[368]s?|young(?:er)? (?:users|people))\b[^.;]{0,40}\b(?:no longer|lose|loses|lost|(?:is|are|were|will be|be) (?:\w+ly )?(?:blocked|barred|cut off|locked out|banned|shut out|kept)|may not|cannot)\b[^.;]{0,60}(?:\b(?:characters?|chatbots?|bots?|ai|assistants?)\b|[A]{3,})", "shipped", home=True),
    noun("rivals-shut-out", "policy", r"\b(?:rivals?|other|outside|third[- ]party|competing|general[- ]purpose)(?: ai)? (?:chatbots?|bots?|assistants?|providers|makers)\b[^.;]{0,30}\b(?:(?:are|were|will be|is|be) (?:\w+ly )?(?:no longer|not|banned|barred|blocked|forbidden|kept|locked|shut|thrown|allowed|let|readmitted)|may (?:no longer|not)|must (?:leave|go|pay)|can no longer)\b", "shipped", home=True),
    noun("shuts-doors", "policy", r"(?<![SW])[SW]{2,}[^.;]{0,30}\b(?:closes|closed|closing|shuts|shut|shutting) (?:its|the) doors? (?:to|on)\b[^.;]{0,30}\b(?:chatbots?|rivals?|bots?)\b", "shipped", home=True),
    noun("ban-lifted", "policy", r"\b(?:lift|remov|drop|suspend|scrap|eas|reimpos)\w* (?:its|the|a) (?:\w+ )?(?:ban|block|rule)s? (?:on|against|for)\b[^.;]{0,30}\b(?:chatbots?|bots?|assistants?|rivals?|ai)\b", "shipped", home=True),
    noun("exempts", "policy", r"[SW]{2,}[^.;]{0,30}\b(?:exempt|spar|excus|excludes|excluded)\w*\b[^.;]{0,60}\bfrom (?:its|the|a|this) (?:[\w-]+ ){0,4}(?:ban|rules?|policy|lockout|block|charge|fees?|terms)\b", "shipped", home=True),
    noun("open-to-agencies", "policy", r"(?<![MS])[MS]{2,}[^.;]{0,40}\b(?:may|can|could|will|would|is|was|are|has been|to) (?:now |officially )?(?:be )?(?:used|cleared|approved|open|available|authori[sz]ed|certified|free) (?:\w+ )?(?:by|for|to)\b[^.;]{0,40}\b(?:military|defen[cs]e|agenc(?:y|ies)|government\w*|army|navy|pentagon|air force)\b", "shipped", sentence=r"[M]{2,}|\bai\b|\bmodels?\b"),
    noun("agencies-may-use", "policy", r"\b(?:agenc(?:y|ies)|military|army|navy|pentagon|departments?|government)\b[^.;]{0,30}\b(?:(?:was|were|has been|have been|is|are) (?:\w+ )?(?:cleared|approved|authori[sz]ed|allowed|permitted|free|able)|may|can) (?:now )?(?:to )?use\b[^.;]{0,20}[MS]{2,}", "shipped", sentence=r"[M]{2,}|\bai\b|\bmodels?\b"),
    noun("pledges", "policy", rf"{_US}[^.;]{{0,60}}\b(?:sign(?:s|ed|ing)?|agree[ds]?|join(?:s|ed)?|commit(?:s|ted)?|back(?:s|ed)?|endors(?:es|ed)|accept(?:s|ed)|adopt(?:s|ed)|made|makes|among)\b(?: up| on)?(?: to)? (?:[\w-]+ ){{0,6}}(?:pledges?|commitments?|accords?|charter|code (?:of|for)|declaration|safeguards|principles|compact)\b", "announced", ai=True, sentence=r"\bai\b|\bsafety\b|\bmodels?\b|\bchatbots?\b"),
    noun("ai-labelled", "policy", r"\b(?:ai|ai-generated|synthetic|generated|deepfakes?)\b[\w -]{0,30}(?:images?|content|videos?|posts?|photos|pictures|ads?|deepfakes?)\b[^.;]{0,40}\b(?:will (?:now |soon )?be|are(?: now)?|is|to be|must be|be|get|were) (?:labell?ed|marked|watermarked|flagged|tagged)\b", "announced", home=True),
    noun("not-in-europe", "policy", r"(?:(?<![MT])[MT]{2,}|\b(?:models?|version))\b(?![^.;]*\b(?:for the moment|for now|yet)\b)[^.;]{0,60}\b(?:will not|won't|is not|are not|not|never) (?:yet |to )?(?:be )?(?:released|offered|available|launched|shipped|licensed|come|coming|made available|rolled out|sold)\b[^.;]{0,40}\b(?:in|to|for) (?:the )?(?:\w+ )?(?:eu\b|europe\w*|R{2,}|uk\b|britain)", "announced", home=True),
    noun("graded-on-ai", "policy", r"\b(?:applicants|candidates|employees|engineers|staff|workers|managers|performance reviews?)\b[^.;]{0,30}\b(?:will be|are|is to be|are to be|will) (?:now )?(?:graded|judged|rated|assessed|evaluated|measured|tracked|monitored|paid|rewarded|count|include|scored)\b[^.;]{0,50}\bai\b", "announced", home=True),
    noun("rule-told", "policy", r"\b(?:the|this|its|that) (?:new |\w+ )?(?:rules?|ban|policy|terms|restrictions?|guidelines)\b (?:was|were|had been|has been|have been) (?:first |originally |\w+ly )?(?:announced|introduced|unveiled|published|imposed|adopted|made)\b[^.;]{0,20}D", "announced", home=True),
    noun("stop-ordered", "policy", r"\b(?:suspension|halt|deletion|removal|disclosure|stop|changes?|interim measures)\b[^.;]{0,40}\b(?:was|were|has been|have been) (?:\w+ly |also )?(?:ordered|imposed|demanded)\b", "shipped", topic=True, ai=True),
    noun("case-ended", "policy", rf"(?:\b{CASE}|^\W*(?:\w+ )?it)\b[^.;]{{0,30}}\bended\b[^.;]{{0,60}}\b(?:dismissal|settlement|defeat|victory|acquittal|ruling|judg(?:e)?ment|win|loss)\b", "shipped", topic=True, ai=True),
    noun("plan-shelved", "policy", r"\b(?:the|its|this|that) plans?\b[^.;]{0,20}\b(?:was|were|has been|have been|had been) (?:\w+ly )?(?:paused|halted|suspended|shelved|put (?:on|in) (?:\w+ )?(?:hold|ice)|postponed)\b", "delayed", home=True, sentence=r"[RJ]{2,}"),
    noun("relents", "policy", r"(?<![RJ])[RJ]{2,}[^.;]{0,40}\b(?:gave up|gives up|dropped|drops|withdrew|lifted|lifts) (?:its|their) (?:\w+ )?(?:resistance|opposition|objections?|ban|block|order)\b", "shipped", topic=True, ai=True),
    noun("takedown", "policy", r"\bfiled? (?:\w+ ){0,2}take-?down requests?|\btake-?down (?:notices?|requests?)", "shipped", topic=True, ai=True),
    noun("hearing", "policy", r"\bat a hearing\b|\b(?:held|holds|hold|holding) (?:\w+ ){0,2}hearings?\b", "shipped", sentence=r"[SF]{2,}"),
    noun("licence-permits", "policy", r"\blicen[cs]e (?:that |which |also |only |\w+ly )*(?:permit(?:s|ted)|allow(?:s|ed)|forbids|forbade|prohibit(?:s|ed)|exclude[ds]|bars|barred|require[ds]|limits|limited|restrict(?:s|ed)|rules out|ruled out|lets?|bans|banned|demand(?:s|ed)|caps|capped|now)\b|\b(?:carries|carried|has|imposes|comes with|came with|sets) (?:no|few|strict) (?:[\w-]+ ){0,4}(?:caps|restrictions|limits|clauses)\b", "shipped", sentence=r"[MS]{3,}|\bcommercial|\bmonthly|\bmilitary|\busers\b|\beurop", topic=True),
    noun("use-ruled", "policy", rf"\b{_USE} (?:is|was|are|were|remains?|has been) (?:\w+ly )?(?:ruled out|forbidden|not (?:allowed|permitted)|prohibited|excluded|barred|banned|permitted|allowed|free)\b", "shipped", topic=True, sentence=r"\blicen[cs]e|\bterms\b"),
    noun("under-licence", "policy", r"\b(?:licen[cs]e|terms of (?:use|service))\b[^.;]{0,10}[,:]? (?:\w+ ){0,8}(?:must|may not|cannot|(?:needs?|have to|has to) (?:a |an )?(?:permission|approval|special|separate|ask|request|obtain|seek|apply|negotiate)|are (?:not allowed|forbidden|barred))\b", "shipped", sentence=r"[MS]{3,}", topic=True),
    noun("no-longer", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,30}\b(?:no longer|stops?|stopped|will not|won't) (?:be )?(?:allow\w*|permit\w*|let(?:ting)?|accept\w*)\b[^.;]{0,60}", "announced", sentence=r"\bai\b|[MTA]{3,}|\bchatbots?\b|\bassistant"),
    noun("access-paused", "policy", r"\b(?:access|use)\b[^.;]{0,40}\b(?:will be|is being|is to be|was|has been|are to be) (?:\w+ly )?(?:paused|suspended|halted|put on hold)\b", "delayed", home=True),
    noun("access-limited", "policy", r"\b(?:access|use)\b[^.;]{0,40}\b(?:will be|is being|is to be|was|has been|are to be) (?:\w+ly )?(?:limited|restricted|cut off|blocked|curbed|barred|switched off)\b", "announced", home=True),
    noun("rule-struck", "policy", r"\b(?:rule|passage|section|clause|provision|wording|guideline)s?\b[^.;]{0,60}\b(?:was|were|has been|have been|is|are) (?:now )?(?:struck|removed|deleted|dropped|scrapped|added|rewritten|withdrawn)\b", "shipped", home=True),
    noun("tells-users", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,30}\b(?:notif\w+|inform\w*|told|tells?|telling|alert\w*) (?:\w+ ){0,4}users\b[^.;]{0,60}\btrain", "shipped", ai=True),
    noun("bots-banned", "policy", r"\b(?:chatbots?|assistants)\b[^.;]{0,40}\b(?:are|were|have been|will be) (?:\w+ly )?(?:banned|barred|excluded|blocked|locked out|thrown) (?:from|on|off)\b", "shipped", home=True),
    noun("pays-fine", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,40}\bpa(?:y|ys|id|ying) [^.;]{0,40}\b(?:fine|penalty|damages)\b", "shipped", ai=True),
    noun("state-may-use", "policy", r"\b(?:pentagon|military|army|agenc\w+|government|contractors|departments?)\b[^.;]{0,40}\b(?:may|can) (?:now )?(?:use|deploy)\b[^.;]{0,20}[M]{3,}|[M]{3,}[^.;]{0,30}\b(?:approved|cleared|authori[sz]ed) for\b[^.;]{0,40}\b(?:agenc\w+|federal|government|military|pentagon)\b", "shipped"),
    noun("must-rules", "policy", r"\b(?:applicants|candidates|employees|engineers|staff|teens|teenagers|minors|advertisers|contractors)\b[^.;]{0,30}\b(?:may (?:now|no longer|not)|must|can no longer|are (?:no longer|now) (?:allowed|required|forbidden|obliged|told)|(?:will )?have to|will be required to|may use)\b", "shipped", sentence=r"\bai\b|\bchatbots?\b|[MTA]{3,}", home=True),
    noun("may-not-be-used", "policy", r"(?:[MT]{3,}|\bmodels?\b)[^.;]{0,20}\b(?:may|must|can) ?not be (?:used|deployed|run)\b", "shipped", sentence=r"\blicen[cs]e|\bterms\b", topic=True),
    noun("turns-from-open", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,50}\b(?:shift\w*|mov\w+|step\w*|back\w*|turn\w*|retreat\w*|walk\w*|pull\w*) (?:\w+ )?(?:away|back|off|down) (?:from|on|of)\b[^.;]{0,40}\bopen(?:[- ]sourc\w+|ing|ness)?\b"
         r"|\b(?:be|become|being|getting|more) \W?(?:careful|cautious|selective|choosy|rigorous)\b[^.;]{0,50}\bopen", "announced", topic=True),
    noun("more-careful", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,60}\bopen[- ]source\b[^.;]{0,90}\b(?:be|become) (?:more )?\W?(?:careful|cautious|selective|rigorous)\b|\bopen[- ]source\b[^.;]{0,90}\bmore \W?(?:careful|cautious|selective|rigorous)\b", "planned", topic=True),
)
