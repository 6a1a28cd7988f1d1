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
    rf"{_PRIVATE}.{{0,60}}\b(?:train\w*|ads|personali[sz]e\w*|ai training)\b"
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
_TOLD = r"\b(?:order\w*|rul(?:ed|es|ing)|decid\w+|decision|demand\w*|requir\w+|instruct\w*|told)\b"
_USE = r"(?:(?:any|all|the) )?(?:commercial|military|non-?commercial|business|law[- ]enforcement|government) use"

FRAMES: tuple[Frame, ...] = (
    frame("settles", "policy", "settle", "any", r"\b(?:suits?|lawsuits?|claims?|cases?|charges|dispute|litigation|probe)\b", ai=True, sentence=r"[SF]{2,}", status={"infinitive": "announced"}),
    frame("denies-charge", "policy", "deny", "subject", r"\b(?:copyright\w*|pirat\w+|books|privacy|personal data|private|messages|antitrust|monopol\w+|law|illegal\w*|unlawful\w*|films|eavesdrop\w*|microphones?)\b", ai=True,
          status={"fact": "denied", "perfect": "denied", "present": "denied"}),
    frame("lobbies", "policy", "invest plan unit release", "subject", r"\bsuper[- ](?:pacs?|X+)\b|\blobby\w*"),
    frame("labels", "policy", "label", "subject", r"\b(?:ai|images?|pictures?|content|videos?|posts)\b", ai=True),
    frame("faces", "policy", "cancel delay close", "subject", r"\bfac(?:e|ial)[- ]recognition|\bfaceprints?", status={"will": "announced", "infinitive": "announced", "fact": "cancelled", "perfect": "cancelled", "present": "cancelled"}),
    frame("limits-access", "policy", "delay rule", "subject", r"^\W*(?:\w+ ){0,3}(?:access|use)\b|\b(?:access|use)\W+(?:\w+ ){0,4}$", ai=True, shuns=r"[I]{3,}|\bto (?:power|energy|capital)"),
    frame("withholds", "policy", "release", "subject", r"[MTA]{2,}|[S]{7}|\bmodels?\b|\bassistant", ai=True, sentence=r"[R]{2,}|\beurope\w*|\beu\b|\buk\b|\bbritain", status={"negated": "announced"}),
    frame("refuses", "policy", "policy partner", "subject", rf"\b{LICENCE}|\bact\b|\bit\b|\bcode of\b|\bcode\W*$", sentence=r"\bcode (?:of|for)\b|\bact\b|regulat|\beu\b|[R]{2,}", status={"fact": "announced", "perfect": "announced", "present": "announced"},
          shuns=r"^\W*(?:[a-z]+ ){0,3}[X]{2,}(?! (?:\w+ )?(?:code|act)\b)"),
    frame("changes-terms", "policy", "policy release feature cancel", "subject", rf"\b{LICENCE}\b", shuns=r"[MTAC]{3,}(?:'s)? (?:\w+ ){0,2}(?:model|assistant)|\b(?:under|with) (?:an?|the) (?:[\w.-]+ ){0,4}licen[cs]e|\bsafety tools|\blicen[cs]ing (?:deal|agreement|partnership)", far=70, ai=True),
    frame("host-rules", "policy", "policy", "other", r"\b(?:rules?|polic(?:y|ies)|terms|guidelines)\b", ai=True, sentence=r"\b(?:benchmark|leaderboard|arena)\b", far=60, status={"progressive": "announced", "will": "announced"}),
    frame("changes-labels", "policy", "policy", "subject", r"\blabels?\b|\blabelling\b", ai=True, far=50),
    frame("shuts-out", "policy", "close", "subject", r"^\W*(?:[AX]+|whatsapp|instagram|messenger|its \w+) (?:off )?to (?:[\w-]+ ){0,4}(?:chatbots?|rivals?|assistants|bots)\b|^\W*(?:\w+ ){0,3}(?:rivals?|other)[^.;]{0,30}\b(?:chatbots?|assistants|bots)\b", ai=True),
    frame("rules-over", "policy", "rule", "subject", _RULED, ai=True, shuns=r"\bto (?:sign|petition)|\bmeeting|\bthat\b|\babout\b|\bhe\b|\bit\b|^\W*(?:\w+ ){0,3}(?:staff|employees|workers)(?: \w+){0,2}\W*$", far=60, status=_MADE),
    frame("opens-access", "policy", "policy release", "subject", r"\b(?:military|defen[cs]e|national security|government agenc\w+|agencies|contractors)\b", ai=True, far=120),
    frame("state-uses", "policy", "feature legal sue policy release", "other", r"[M]{2,}|[SA]{5,}", ai=True, sentence=r"\b(?:federal|government|agenc(?:y|ies)|military|defen[cs]e|ministry|pentagon|army|navy)\b", far=60),
    frame("tracks-staff", "policy", "track", "subject", r"\b(?:employees?|staff|workers?|key ?strokes?|mouse|screen(?:s|shots)?)\b", ai=True),
    frame("uses-data", "policy", "feature say delay policy use", "subject", _DATA, shuns=r"[M]{4,}.{0,40}open", far=140, ai=True, moods="fact perfect present will infinitive progressive participle"),
    frame("law-strong", "policy", "legal", "other", r"[SF]{2,}", shuns=NOT_AI, ai=True, far=110, status=_MADE),
    frame("law-acts", "policy", "sue delay", "other", r"[SF]{2,}|\bcompany\b", shuns=NOT_AI, sentence=rf"(?:{LAWYERS}|{STATES}|\b{LAW}\b|\bsue[sd]?\b|\binquiry\b|\border(?:s|ed)?\b|\bfine[sd]?\b)", ai=True, far=110, status=_MADE),
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
         r"|\b(?:consent|approval|go-ahead|green light|nod|blessing|permission|clearance) (?:of|from|by) (?:\w+ ){0,2}[RJ]{2,}", "shipped", topic=True),
    noun("approved-by", "policy", rf"\b{_SOUGHT} (?:of [^.,;]{{1,50}} )?(?:was |were |has been |have been |is |are )?(?:\w+ly )?(?:approved|cleared|blocked|vetoed|rejected|prohibited|suspended|banned|backed|authori[sz]ed|forbidden|barred|stopped|struck down|thrown out)[^.;]{{0,40}}\bby (?:\w+ ){{0,3}}(?:[RJ]{{2,}}|{STATES})", "shipped", topic=True),
    noun("stop-put-to", "policy", rf"(?:(?<![RJ])[RJ]{{2,}}|{STATES})[^.;]{{0,40}}\bput (?:a |an )?(?:stop|end|halt|brake)s? (?:to|on)\b", "shipped", topic=True),
    noun("case-moves", "policy", rf"(?:^\W*|\b(?:the|an?|its|this|that|their|his|main|older|parallel) (?:\w+ ){{0,3}}){_CASES}\b[^.;]{{0,50}}\b(?:was|were|has been|have been|had been)\b (?:\w+ly |D+ )?{_OPENED}\b", "shipped", topic=True),
    noun("case-dates", "policy", rf"\b{CASE}\b[^.;]{{0,40}}\b(?:dates?(?: back)? (?:from|to)|began|started|came|goes back to|went in|followed)\b (?:\w+ )?D", "shipped", topic=True),
    noun("widened", "policy", rf"[RJ]{{2,}} (?:\w+ly |D+ )?(?:widened|extended|expanded|broadened) (?:it|them|{CASE})\b", "shipped", topic=True, sentence=r"D"),
    noun("to-court", "policy", r"\b(?:tak\w+|took|drag\w*|haul\w*|bring\w*|brought) [SF]{2,} (?:in)?(?:to|before) (?:\w+ )?J{3,}|\b(?:go|goes|went|gone|going) to J{3,} (?:against|over)[^.;]{0,20}[SF]{2,}", "shipped", ai=True),
    noun("wins-case", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,30}\b(?:wins?|won|loses?|lost|prevail\w*|fend\w* off|beats?|defeats?)\b[^.;]{0,60}(?:J{3,}|\b(?:case|suit|lawsuit|ruling|appeal|legal (?:battle|fight))\b)", "shipped", sentence=rf"[RJ]{{2,}}|\b{CASE}\b", ai=True),
    noun("victory", "policy", r"\b(?:handed|gave|dealt|delivered|hands|gives|deals) [SF]{2,} (?:an? )?(?:\w+ ){0,2}(?:victory|win|defeat|setback|blow)", "shipped", sentence=rf"[RJ]{{2,}}|\b{CASE}\b", ai=True),
    noun("in-favour", "policy", r"\bruled? in (?:[SF]{2,}(?:'s)? favou?r|favou?r of [SF]{2,})", "shipped", ai=True),
    noun("found-guilty", "policy", r"(?<![RJ])[RJ]{2,}[^.;]{0,60}\b(?:found|finds|held|holds|ruled|rules|concluded|declared)\b[^.;]{0,20}[SF]{2,}[^.;]{0,40}\b(?:broke|breach\w*|violat\w*|infring\w*|liable|guilty|unlawful\w*|illegal\w*|abus\w*)", "shipped", ai=True),
    noun("may-do", "policy", r"(?<![SF])[SF]{2,}[^.;]{0,20}\b(?:may|is free to|can now|is allowed to|was allowed to)\b", "shipped", sentence=r"(?<![RJ])[RJ]{2,}[^.;]{0,40}\b(?:said|ruled|decided|allowed|found|cleared)\b", ai=True),
    noun("relents", "policy", r"(?<![RJ])[RJ]{2,}[^.;]{0,40}\b(?:gave up|gives up|dropped|drops|withdrew|lifted|lifts) (?:its|their) (?:\w+ )?(?:resistance|opposition|objections?|ban|block|order)\b", "shipped", topic=True),
    noun("takedown", "policy", r"\bfiled? (?:\w+ ){0,2}take-?down requests?|\btake-?down (?:notices?|requests?)", "shipped", topic=True),
    noun("hearing", "policy", r"\bat a hearing\b|\b(?:held|holds|hold|holding) (?:\w+ ){0,2}hearings?\b", "shipped", sentence=r"[SF]{2,}"),
    noun("licence-permits", "policy", r"\blicen[cs]e (?:\w+ly )?(?:permits|allows|forbids|prohibits|excludes|bars|requires|limits|restricts|rules out|lets|bans|demands|now)\b", "shipped", sentence=r"[MS]{3,}|\bcommercial|\bmonthly|\bmilitary|\busers\b|\beurop", topic=True),
    noun("use-ruled", "policy", rf"\b{_USE} (?:is|was|are|were|remains?|has been) (?:\w+ly )?(?:ruled out|forbidden|not (?:allowed|permitted)|prohibited|excluded|barred|banned|permitted|allowed|free)\b", "shipped", topic=True, sentence=r"\blicen[cs]e|\bterms\b"),
    noun("under-licence", "policy", r"\b(?:licen[cs]e|terms of (?:use|service))\b[^.;]{0,10}[,:]? (?:\w+ ){0,8}(?:must|may not|cannot|need|have to|needs? permission|are (?:not allowed|forbidden|barred))\b", "shipped", sentence=r"[MS]{3,}", topic=True),
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
