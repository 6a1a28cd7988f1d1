"""Who comes, goes, leads, is paid; units made and cut: frames of people."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.words import CHIPS, OFFICE, SITE, STAFF, UNIT, words

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_WHO = r"(?<![PFX])[PFX]{3,}"  # from where a name begins: the search leaps from one to the next
_PEOPLE = r"(?:people|employees|workers|staff(?:ers)?|jobs|roles|posts|positions|researchers|engineers|scientists)"
_MANY = r"(?:\d[\d,.]*|hundreds|thousands|dozens|several|scores)"
_MADE = r"(?:founded|started|established|created|set up|formed|launched|built up|dissolved|disbanded|merged|split(?: up)?|wound up|broken up)"
_UNDONE = r"(?:broken up|divided|split(?: up)?|folded|merged|absorbed|dissolved|disbanded|restructured|reorgani[sz]ed|wound up|shut down|scrapped|abolished|integrated|moved|placed|brought)"
_CHANGE = r"(?:restructuring|reorgani[sz]ation|overhaul|shake-?up|revamp|reshuffle|break-?up|merger|consolidation|regrouping)"
#: a building is a site and no unit
_UNIT = rf"\b(?!cent(?:er|re)s? (?:of|in|for \w+ing))(?<!data ){UNIT}"
_RESIGNS = r"(?:departure|exit|resignation|retirement|leaving)"
_US = r"(?<![SF])[SF]{2,}"
#: what is done to somebody who is given an office
_GIVEN = (
    r"(?:(?:put|placed) in (?:charge|command|control)|put at the (?:head|helm)|(?:given|handed|assigned|awarded|entrusted with|tasked with|charged with) (?:the |a |new |overall |full )*"
    r"(?:responsibility|job|role|task|post|position|reins|command|charge|control|oversight|leadership|running|leading|building|overseeing|management|direction))"
)
#: what is done to somebody who has to go
_OUSTED = r"(?:ousted|fired|sacked|dismissed|removed|pushed (?:out|aside)|forced out|shown the door|let go|laid off|axed|demoted|sidelined|relieved|replaced|stripped of|terminated|made redundant)"
_BE = r"(?:was|were|has been|have been|had been|is|are|is being|are being|got|gets|will be|is to be|are to be)"
_AI = r"\bai\b|[S]{8,}|superintelligence|artificial"

#: of whom it is told that they work on AI: not a company that cuts jobs because of AI
_AI_STAFF = (
    rf"\bai (?:\w+ ){{0,2}}(?:{_PEOPLE}|{UNIT}|business|efforts?|hiring|talent)\b|superintelligen\w+|(?<![S])[S]{{9,}}"
    rf"|\b(?:{_PEOPLE}|{UNIT}|hiring|hundreds?|thousands?|\d+)\b[^.;]{{0,60}}\b(?:in|from|at|of|within|across) (?:[\w'-]+ ){{0,4}}(?:ai\b|artificial|superintelligence)"
)

FRAMES: tuple[Frame, ...] = (
    frame("hires", "people", "hire", "subject", rf"[PFX]{{3,}}|\b{STAFF}\b|\bhim\b|\bher\b", ai=True, shuns=rf"[MTAC]{{3,}}|\bdata\b|\bchips?\b|{SITE}|\bfeature|\bapp\b|\bmodel\b|^\W*(?:on )?(?:the |more |some )*(?:work|jobs?|tasks?|roles?)\b"),
    frame("enlists", "people", "enlist", "subject", rf"^\W*(?:[a-z-]+ ){{0,4}}(?:[OX]{{3,}}(?:'s)? )?(?:[a-z]+ ){{0,2}}(?:researchers?|engineers?|scientists?|executives?|experts?|veterans?|professors?|talent|staff|co-?founders?)\b|^\W*(?:up |on |in |over )?{_WHO} (?:of|from|away)\b|^\W*(?:\w+ ){{0,2}}PPP|^\W*(?:\w+ ){{0,3}}{_WHO}.{{0,60}}\b(?:from [OX]{{3,}}|for (?:its|the|their) (?:[\w-]+ ){{0,4}}(?:{UNIT}|push|efforts?)\b)", ai=True, far=70),
    frame("is-named", "people", "hire appoint", "named", rf"\b{OFFICE}\b|\bto (?:lead|run|head|oversee|manage|build)\b|\bas\b", home=True, ai=True),
    frame("is-hired", "people", "hire lead", "product:P", sentence=r"[SF]{2,}", ai=True),
    frame("is-recruited", "people", "hire enlist", "named", home=True, ai=True, shuns=r"^\W*by (?:\w+ )?[OX]{3,}"),
    frame("becomes-officer", "people", "become", "person", r"\b(?:chief|head|president|ceo|director|officer|vice president|scientist|lead(?:er)?)\b|[X]*X\b", ai=True, sentence=r"[SF]{2,}"),
    frame("joins", "people", "join", "person", r"[SF]{2,}|\bcompany\b|\bmsl\b", shuns=r"\bfoundation", ai=True, sentence=r"[SF]{2,}", far=70),
    frame("works-now", "people", "employ", "person", r"^\W*(?:now )?(?:for|at|with|in|on) (?:\w+ )?[SF]{2,}", ai=True, far=40, sentence=r"\bnow\b|\bstart(?:s|ed)\b|\bbegan\b|\bbegins\b", moods="fact present perfect", shuns=r"^\W*(?:on|with)\b"),
    frame("changes-sides", "people", "change-sides", "person", r"^\W*(?:sides |ship )?(?:from [OX ]+ )?(?:over |back )?(?:to|for) [SF]{2,}", ai=True, far=50),
    frame("goes-back", "people", "leave", "person", r"^\W*(?:back )?(?:for|to) [OX]{3,}", sentence=r"\bback\b|\bdefect", ai=True, far=40),
    frame("leaves", "people", "leave", "person", rf"^\W*(?:down|back|out|away|aside|on|ship|in (?:his|her|their) (?:notice|resignation)|ways|company)?\W*(?:$|[.,;)]|(?:from )?(?:[SF]{{2,}}|(?:the|its|his|her|their|that|this) (?:\w+ ){{0,3}}(?:company|firm|giant|post|role|job|position|notice|{UNIT})\b)"
          r"|D{3,}|(?:to|in order to) (?:\w+ )?(?:start|found|launch|join|pursue|create|set|form|build|work|become|lead|run|focus|spend)|(?:as|from|after|at|by|in|on|next|later|this|early|before|and|for|because|over|amid)\b)",
          shuns=r"^\W*(?:\w+ )?(?:at|in|from|as|for) (?:\w+ ){0,3}[O]{3,}|\bfoundation|^ out\b.{0,12}\b(?:over|in protest)|\b(?:app|chat|platform|service)s?\b", ai=True, home=True, far=70),
    frame("leads", "people", "lead", "person", rf"[SF]{{2,}}|\b{UNIT}\b|\bits?\b|products?|research|infrastructure|\bas\b.{{0,30}}\b{OFFICE}", ai=True, home=True, far=70),
    frame("makes-unit", "people", "unit release", "subject", words(7, r"\w\"-") + rf"(?:{_UNIT}\b|(?<!\bfrom )(?<!\bat )(?<!\bby )(?<!of )(?<![S])[S]{{9,}})", ai=True, far=50,
          shuns=rf"{SITE}|{CHIPS}|[MTAC]{{3,}}|\bfreeze\b|\bhiring\b|\bjob cuts\b|\blay-?offs\b|\bmodels?\b|\btools?\b|\bapp\b|\bassistant|\bgroup of|\brebrand\w*|\bproducts?\b(?! (?:groups?|teams?|units?|divisions?|product))|\bpaper|\bdata\b"
          rf"|\b(?:leav|depart|join|resign|step|quit|exit)\w*\b|\b{_CHANGE}\b"),
    frame("moves-unit", "people", "shift", "subject", rf"^\W*(?:\w+ ){{0,4}}[SF]*(?:'s)?(?: \w+){{0,2}} ?\b{UNIT}\b.{{0,20}}\b(?:into|under|to|with|together)\b", ai=True, far=80, shuns=rf"{SITE}|{CHIPS}"),
    frame("freezes-hiring", "people", "freeze", "any", r"\b(?:hiring|recruit(?:ing|ment)|recruitment drive)\b", sentence=_AI_STAFF, home=True, far=60, moods="fact perfect present will infinitive progressive participle",
          status=dict.fromkeys(("fact", "perfect", "present", "will", "infinitive", "progressive", "participle"), "delayed"), shuns=r"\bto (?:boost|start)\b"),
    frame("moves-staff", "people", "redeploy", "subject", rf"^\W*(?:(?!to\b)[\w%,.-]+ ){{0,6}}{_PEOPLE}\b.{{0,60}}\b(?:to|into|onto|back|from|over to|towards?)\b", ai=True, home=True, far=110, sentence=_AI,
          shuns=rf"\b{_PEOPLE}\b (?:in an? |that\b|about\b|on\b|to (?:sign|stop|use|be|prepare|expect|work|build|read|see|help|make|answer|ask|test|train|not|leave|report)|to (?:use|sign|stop|be|avoid|disclose|share)\b)|\bdata\b.{{0,20}}\b{_PEOPLE}\b"),
    frame("cuts-jobs", "people", "cut", "subject", rf"\b(?:jobs|roles|employees|workers|staff|positions|people|hiring|researchers|team)\b|\b{_MANY}(?: [\w-]+){{0,2}} posts\b", sentence=_AI_STAFF, far=60, moods="fact perfect present will infinitive progressive participle"),
    frame("reassigns", "people", "demote", "subject", rf"^\W*(?:[\w-]+ ){{0,3}}(?:{_WHO}|[\w-]* ?{OFFICE}\b)", ai=True, far=60, sentence=rf"{_AI}|\bresearch"),
    frame("offers-pay", "people", "offer", "subject", r"\bbonus(?:es)?\b|\bsalar(?:y|ies)\b|\bcompensation\b|\bpay\b|[$€].{0,40}\bpackages?\b|\bpackages?\b.{0,30}[$€]|\b(?:researchers?|engineers?|scientists?|founders?|experts?|talent)\b.{0,40}(?:[$€]|\b[mb]illion)",
          sentence=rf"\bai\b|\b{STAFF}\b|[OX]{{3,}}"),
    frame("targets-staff", "people", "offer acquire partner", "subject", r"\bhires?\b|\bhiring\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("departure", "people", rf"(?:[PF]{{3,}}'s|X{{3,}}|\b(?:his|her)) (?:\w+ ){{0,2}}{_RESIGNS}\b|\b(?:departure|exit|resignation|retirement) of (?:\w+ ){{0,3}}(?:[PF]{{3,}}|X{{3,}})", "announced", home=True),
    noun("is-going", "people", rf"{_WHO}[^.;]{{0,50}}\b(?:is|are) (?:also |both |now |already )*(?:going\W*$|out\b(?! of\b| to\b)|on (?:his|her|their|the) way out\b|off to [SF]{{2,}}|(?:moving|heading|headed|bound|going) (?:over )?(?:to|for) [SF]{{2,}})", "announced", home=True),
    noun("is-gone", "people", rf"{_WHO}[^.;]{{0,50}}\b(?:is|are) (?:also |both |now |already )*gone\b", "shipped", home=True),
    noun("no-show", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:never|not|n't) (?:actually )?(?:start(?:ed)?|turn(?:ed)? up|show(?:ed)? up|arriv\w+|take up|took up)\b", "shipped", home=True),
    noun("threatens", "people", rf"(?:{_WHO}|\b(?:he|she))[^.;]{{0,30}}\bthreatened to (?:quit|leave|resign|go|return|walk|depart)\b", "shipped", topic=True),
    noun("went-back", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:went|gone|goes|going|returned|returning|returns) (?:back )?to (?:his |her )?(?:\w+ )?[OX]{{3,}}", "shipped", topic=True, sentence=r"\bback\b|\breturn"),
    noun("came-back", "people", rf"{_WHO}[^.;]{{0,40}}\b(?:went|gone|came|come|comes|coming|returned|returning|returns) (?:back )?to (?:\w+ )?[SF]{{2,}}", "shipped", sentence=rf"\b{UNIT}\b|\bresearch|\bto (?:run|lead|head)|\bas\b"),
    noun("in-charge", "people", rf"\b(?:put|puts|putting|placed|places) {_WHO}[^.;]{{0,30}}\b(?:in charge|at the (?:helm|head)|in command)\b", "shipped", home=True),
    noun("steps-aside", "people", rf"{_WHO}[^.;]{{0,30}}\b(?:no longer|will not|stops?|stopped) (?:\w+ )?(?:run\w*|lead\w*|head\w*|oversee\w*)\b", "announced", home=True),
    noun("hands-over-unit", "people", rf"{_WHO}[^.;]{{0,20}}\bhand(?:s|ed|ing)? [^.;]{{0,40}}\b(?:over )?to {_WHO}", "announced", home=True),
    noun("replaces", "people", rf"{_WHO}[^.;]{{0,20}}\b(?:replac(?:es?|ed|ing)|(?:tak\w+|took) over from|succeed\w*) {_WHO}|\bsuccessor\b[^.;]{{0,40}}\b(?:is|will be) (?:\w+ ){{0,3}}{_WHO}", "shipped", home=True, sentence=rf"{_AI}|\b{OFFICE}\b|\b{UNIT}\b|\bresearch"),
    noun("led-now", "people", rf"{_UNIT}\b[^.;]{{0,40}}\b(?:is|are) now (?:led|headed|run|overseen|directed|managed)(?: up)? by [^.,;]{{0,50}}?{_WHO}", "shipped", home=True),
    noun("placed", "people", rf"{_WHO}[^.;]{{0,60}}\b{_BE} (?:\w+ly |now |also |then )?{_GIVEN}", "shipped", home=True),
    noun("entrusts", "people", rf"\b(?:entrust(?:s|ed)|charged|tasked) {_WHO} with\b", "shipped", home=True),
    noun("gives-post", "people", rf"\b(?:gave|gives|giving|hands|handed|assigns|assigned) {_WHO} (?:the |a |overall )*(?:responsibility|job|role|task|post|command|charge|control|oversight|reins)\b", "shipped", home=True),
    noun("ousted", "people", rf"{_WHO}[^.;]{{0,60}}\b{_BE} (?:\w+ly |now |also |then )?{_OUSTED}\b(?! by (?:\w+ ){{0,2}}(?:ai|bots?|machines?)\b)", "shipped", home=True),
    noun("last-day", "people", rf"(?:{_WHO}'s|\b(?:his|her|my)|{_WHO}) (?:last|final) (?:day|week) (?:at|with|in|on|was|is|will)\b|(?:{_WHO}'s|\b(?:his|her|my)) last day\W*$", "announced", home=True),
    noun("parts-with", "people", rf"{_US}[^.;]{{0,30}}\b(?:part(?:s|ed|ing)? (?:ways|company) with|says? (?:goodbye|farewell) to|said (?:goodbye|farewell) to|got rid of|gets rid of|pushed out|pushes out|forced out|forces out|let go of) (?:[\w-]+[ ']){{0,8}}?(?:{_WHO}|{OFFICE}\b)", "shipped", ai=True),
    noun("ways-part", "people", rf"{_WHO} and {_US}[^.;]{{0,30}}\b(?:part(?:s|ed|ing)?|go separate|went separate) (?:ways|company)\b", "shipped", ai=True),
    noun("new-recruit", "people", rf"{_US}(?:'s)? (?:[\w-]+ ){{0,4}}(?:hires?|recruits?|signings?|newcomers?|new arrivals?)\b[^.;]{{0,40}}\b(?:is|are|include[sd]?|was|were)\b[^.;]{{0,20}}{_WHO}", "shipped", ai=True),
    noun("takes-offer", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:accept(?:s|ed|ing)?|t(?:ook|akes) up|agree(?:s|d)|sign(?:s|ed) on|said yes|says yes|(?:turn(?:s|ed)? down|reject(?:s|ed)|refuse[sd]?|declin\w+|rebuff\w+|spurn\w+)) (?:\w+ ){{0,4}}(?:offers?|job|contract|package|to (?:join|work for)|with)\b[^.;]{{0,50}}[SF]{{2,}}", "shipped", ai=True),
    noun("offered", "people", rf"(?:{_WHO}|\b{STAFF}\b|\b(?:people|he|she|they)\b)[^.;]{{0,50}}\b{_BE} (?:\w+ly |also )?offered\b[^.;]{{0,60}}(?:[$€£]|\b(?:bonus\w*|packages?|pay|salar\w+|millions?|billions?)\b)", "shipped", sentence=r"[SF]{2,}", ai=True),
    noun("now-with-us", "people", rf"(?:{_WHO}|\b{STAFF}\b)[^.;]{{0,80}}\b(?:(?:now|since|already|currently) (?:works?|working|employed)|(?:is|are) (?:now|already)(?: \w+)?|(?:came|comes|come) (?:over|on board|aboard)|bec(?:a|o)me(?:s)? (?:a )?(?:part|members?)) (?:at|for|with|of|in|to|as) (?:\w+ ){{0,3}}?[SF]{{2,}}(?! (?:users?|rivals?))", "shipped", ai=True, sentence=r"\bai\b|\b(?:researcher|engineer|scientist|expert|founder|executive|robot)|[S]{8}|\bfrom [OX]{3,}|\b(?:left|joined)\b"),
    noun("comes-aboard", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:com(?:es|ing)|came|come|brought|welcomed|taken) (?:on board|aboard|in)\b", "shipped", home=True, sentence=rf"\b{OFFICE}\b|\bto (?:lead|run|head|build|work)"),
    noun("moves-to-us", "people", rf"(?:{_WHO}|\b{STAFF}\b)[^.;]{{0,60}}\b(?:mov(?:e|es|ed|ing)|switch(?:es|ed|ing)?|defect(?:s|ed|ing)?|jump(?:s|ed|ing)?|transfer(?:s|red)?|cross(?:es|ed)|decamp(?:s|ed)?|goes|go|went|gone|head(?:s|ed|ing)?)\b (?:\w+ ){{0,2}}from [OX][^.;]{{2,40}} to [SF]{{2,}}(?!'s (?:platforms?|apps?))", "shipped", ai=True),
    noun("named-in-headline", "people", rf"(?<![PX])[PX]{{3,}},? (?:named|appointed|promoted|tapped|picked|chosen) (?:as |to |by [SF]+ |new |its )*(?:(?:[\w-]+ ){{0,3}}{OFFICE}\b|lead\b|run\b|head\b)", "shipped", home=True),
    noun("lost-to-us", "people", rf"(?<![OX])[OX]{{3,}}[^.;]{{0,20}}\b(?:lost|loses|losing|lose)\b [^.;]{{0,50}}(?:{_WHO}|\b(?:{STAFF}|{OFFICE})\b)[^.;]{{0,40}}\bto [SF]{{2,}}", "shipped", ai=True),
    noun("heads-to-us", "people", rf"(?:{_WHO}|\b(?:researchers?|engineers?|scientists?|executives?|experts?|chief|head|president|veterans?|professor|director|founders?)\b)(?: \w+ly| now| will| to| is| are)* (?:heads?|heading|moves?|moving|jumps?|switch(?:es)?|defects?|decamps?|bolts?|hops?|departs?|leaves?) (?:[OX]+ )?(?:over )?(?:to|for) (?:join )?[SF]{{2,}}", "announced", ai=True),
    noun("joins-as", "people", rf"{_WHO}[^.;]{{0,40}}\b(?:(?:is|are) joining|joins?|joined|(?:will|to) (?:be )?join(?:ing)?|has joined|have joined) (?:as (?:[\w-]+ ){{0,4}}{OFFICE}\b|to (?:lead|run|head|oversee|build|work|manage|start)\b|(?:the|its) (?:[\w-]+ ){{0,3}}{UNIT}\b)", "shipped", home=True),
    noun("stays-in-new-role", "people", rf"{_WHO}[^.;]{{0,80}}\bin an? new (?:\w+ )?(?:role|position|job|capacity|post)\b", "shipped", home=True, sentence=_AI),
    noun("is-reassigned", "people", rf"{_WHO}[^.;]{{0,60}}\b{_BE} (?:reassigned|transferred|shifted to|moved to|seconded) (?!(?:\w+ )?[OX])", "shipped", home=True, sentence=_AI),
    noun("moves-to-role", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:moves?|moved|moving|shift\w*|switch\w*|transfer\w*|return\w*) (?:over |on |in)?to (?:a |an |the )?(?:new |different |[\w-]+ )?(?:role|position|post)\b", "shipped", home=True, sentence=_AI),
    noun("loses", "people", rf"(?<![SF])[SF]{{2,}}[^.;]{{0,30}}\b(?:lost|loses|losing)\b (?:\w+[ '-]){{0,6}}?(?:(?:researchers?|engineers?|scientists?|executives?|experts?|staff|talent|chief|head|leaders?|co-?founders?)\b|{_WHO}[^.;]{{0,40}}\bto\b)", "shipped", ai=True),
    noun("taken-from-us", "people", rf"(?<![OX])[OX]{{3,}}[^.;]{{0,40}}\b(?:hired|hires|poached|poaches|recruited|recruits|lured|lures|snatched|took|takes|won|wins|hiring|poaching) (?:\w+ ){{0,4}}(?:{_WHO}|{STAFF})\b[^.;]{{0,40}}\bfrom [SF]{{2,}}(?![SF]|'s (?:rival|competitor|partner))", "shipped", ai=True),
    noun("starts-at", "people", rf"{_WHO}[^.;]{{0,40}}\b(?:starts?|started|begins?|began|works? now|go(?:es)? to work|went to work) (?:work )?(?:at|for|with) (?:\w+ )?[SF]{{2,}}", "shipped", ai=True),
    noun("follows", "people", rf"(?:{_WHO}|\b{STAFF})[^.;]{{0,30}}\b(?:follow(?:s|ed)?|went with|came with|come with|comes with) [^.;]{{0,60}}\bto [SF]{{2,}}", "shipped", ai=True),
    noun("new-office", "people", rf"\bnew (?:[\w-]+ ){{0,4}}{OFFICE}\b(?: (?:of|for) [^.;,]{{1,40}})? (?:is|will be|becomes|would be) (?:\w+ ){{0,3}}{_WHO}|{_WHO} (?:is|will be|becomes) (?:now )?(?:the |its |[SF]+'s )?new (?:[\w-]+ ){{0,4}}{OFFICE}\b"
         rf"|\b(?:post|job|role|position|office)\b[^.;]{{0,50}}\b(?:goes|went|gone|will go|falls|fell|passes|passed) to (?:\w+ ){{0,3}}{_WHO}|\bat the (?:head|helm)\b[^.;]{{0,40}}\b(?:stands|is|will be|sits) {_WHO}", "shipped", home=True),
    noun("takes-post", "people", rf"{_WHO}[^.;]{{0,40}}\b(?:takes?|took|taken|taking|assum\w+|fill(?:s|ed)?|step(?:s|ped)?|slip(?:s|ped)?) (?:up |on |over |in |into )*(?:the |a |an |his |her |their |[SF]+'s )?(?:[\w-]+ ){{0,4}}(?:posts?|job|role|position|reins|helm|leadership|duties|chair)\b", "shipped", home=True),
    noun("in-charge-now", "people", rf"{_WHO}[^.;]{{0,60}}\b(?:(?:is|are) now|will be|is to be) (?:in charge|at the (?:head|helm)|responsible)\b", "shipped", home=True),
    noun("farewell", "people", rf"(?:{_WHO}|\b{STAFF}\b)[^.;]{{0,60}}\b(?:(?:bid\w*|bade|said|says|saying) [^.;]{{0,40}}(?:farewell|goodbye|good-bye)|turn\w* (?:his|her|their) backs? on|pack\w* (?:his|her|their) bags|call\w* it (?:a day|quits)|thr\w+ in the towel|(?:is|are) no longer (?:at|with|part of|employed)|part(?:s|ed|ing)? company)", "shipped", home=True),
    noun("hiring-freeze", "people", r"\b(?:stop(?:ped|s)?|paus(?:ed|es)|suspend(?:ed|s)) hiring\b|\b(?:hiring|recruitment) (?:freeze|stop|pause|halt|moratorium)\b|\b(?:freeze|halt|pause|stop|brakes?|moratorium|hold) (?:on|to) (?:\w+ ){0,4}(?:hiring|recruit\w+)\b|\b(?:hiring|recruit\w+)\b[^.;]{0,70}\b(?:on (?:a |an )?(?:\w+ )?(?:hold|ice)|(?:was|were|has been|have been|is|are|will be) (?:\w+ )?(?:halted|paused|suspended|frozen|stopped))", "delayed", sentence=_AI_STAFF, home=True),
    noun("leaders-changed", "people", rf"{_US}[^.;]{{0,30}}\b(?:reshuffl\w+|shook up|shak(?:es|en|ing) up|overhaul\w*|reorgani[sz]\w+|revamp\w*|rejig\w*) (?:\w+ ){{0,3}}(?:leadership|leaders|ranks|management|organi[sz]ation|staff)\b", "shipped", sentence=_AI),
    noun("under-one-roof", "people", rf"{_US}[^.;]{{0,30}}\b(?:br(?:ought|ings|inging)|put|putting|moves?|moved|moving|unit(?:ed|es)|gather(?:ed|s)|plac(?:ed|es)) (?:[\w-]+ ){{0,6}}(?:{UNIT}|efforts|research)\b[^.;]{{0,50}}\b(?:under (?:one|a single|the)|closer|together|into one)\b", "shipped", sentence=_AI),
    noun("place-of-lab", "people", rf"{_US}[^.;]{{0,20}}\b(?:pick(?:s|ed)|choos(?:es|ing)|chose|select(?:s|ed)) [\w ]{{2,30}} (?:for|as) (?:[\w-]+ ){{0,6}}(?:ai|research|robotics) (?:{UNIT}|hub)\b", "announced", ai=True),
    noun("new-structure", "people", r"\b(?:g[ai]ves?|given|gets?|got)\b[^.;]{0,60}\bnew (?:structure|shape|set-?up|order)\b", "shipped", sentence=_AI, home=True),
    noun("led-by", "people", rf"(?:^\W*(?:and |which |that )?|{_UNIT}\b[^.;]{{0,60}}\b)(?:will be|is to be|are to be|to be|would be) (?:led|headed|run|overseen|directed|managed|chaired)(?: up)? by [^.,;]{{0,50}}?{_WHO}", "announced", topic=True, sentence=rf"\b{UNIT}\b"),
    noun("called-unit", "people", rf"\b(?:a|the|its) new (?:[\w-]+ ){{0,3}}(?:{UNIT}|program(?:me)?|initiative),? (?:called|named|dubbed)\b", "announced", home=True, alone=True),
    noun("unit-opened", "people", r"\b(?:the|its|a) (?:[\w-]+ ){0,3}(?:lab|laborator\w+)\b[^.;]{0,30}\b(?:opened|started|began)(?: work)? in D", "shipped", home=True),
    noun("new-under", "people", rf"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bfor )(?<!\bto )\b(?:a|the|its) new (?:\w+ ){{0,3}}{UNIT} (?:\w+ )?(?:under|led by|headed by|run by) {_WHO}", "announced", home=True),
    noun("founded-by", "people", rf"{_UNIT}\b[^.;]{{0,30}}\b{_MADE} (?:in D+ )?by [^.,;]{{0,50}}?{_WHO}", "shipped", sentence=r"[SF].*D|D.*[SF]|\bai\b.*D", home=True),
    noun("unit-made", "people", rf"(?:\b(?:the|its|a|this|that)|{_US}'s) (?:\w+ ){{0,3}}{UNIT}\b[^.;]{{0,20}}\b(?:was|were|has been|have been|is being|are being|will be|is to be) {_MADE}\b", "shipped", home=True, sentence=r"\bai\b|[S]{2,}|superintelligence|\bresearch"),
    noun("unit-changed", "people", rf"(?:\b(?:the|its|a|this|that)|{_US}'s) (?:[\w-]+ ){{0,3}}{UNIT}\b[^.;]{{0,20}}\b(?:was|were|has been|have been|is|are|is being|are being|will be) (?:now |then |\w+ly )?(?:{_UNDONE} (?:up|into|in|under|among|between|to|by|D)|(?:dissolved|disbanded|abolished|shut(?:tered| down)|closed|scrapped|wound (?:up|down)|broken up|taken apart|restructured|reorgani[sz]ed|reshuffled|overhauled|set up|formed|created|established))", "shipped", home=True, sentence=r"\bai\b|[S]{2,}|superintelligence|\bresearch"),
    noun("named-unit", "people", rf"\bis the name of (?:a|the|its) new (?:\w+ ){{0,3}}(?:{UNIT}|program(?:me)?|initiative|effort)\b", "announced", home=True),
    noun("restructuring", "people", rf"\b{_CHANGE} of (?:\w+ ){{0,2}}(?:[SF]{{2,}}|its|the company)(?:'s)? (?:\w+ ){{0,2}}(?:ai|a\.i\.|artificial|research|superintelligence|labs?)\b|\b(?:ai|research) {_CHANGE}\b", "announced", sentence=r"\bannounc\w+|\bunveil\w+|\bmemo\b|\btold\b|\bconfirm\w*|\bplans?\b|D"),
    noun("layoffs-at", "people", rf"\b(?:lay-?offs?|job (?:cuts|losses)|redundancies) (?:\w+ ){{0,2}}(?:at|in|hit|hits|within|across|affect\w*|swe(?:ep|pt) through) (?:[\w'-]+ ){{0,5}}(?:[SF]{{2,}}|ai\b|{UNIT})", "shipped", sentence=_AI_STAFF, home=True),
    noun("layoffs-hit", "people", rf"{_US}(?:'s)?(?: ai)? (?:lay-?offs|job cuts) (?:hit|affect|strike|reach|sweep)\w*", "shipped", sentence=_AI_STAFF),
    noun("layoffs-told", "people", r"\bannounc\w+ (?:[\w,]+ ){0,3}(?:job cuts|lay-?offs|redundancies)\b", "announced", sentence=_AI_STAFF, home=True),
    noun("lays-off", "people", rf"{_US}[^.;]{{0,30}}\b(?:lays?|laid|laying) off (?:\w+ )?(?:{_MANY}|many|a third|half|some)\b", "shipped", sentence=_AI_STAFF),
    noun("unit-loses", "people", rf"\b{UNIT}\b[^.;]{{0,20}}\b(?:is to lose|will lose|loses|lost|has lost|is losing) (?:about |some |up to |nearly |almost |more than )?(?:{_MANY}|many|a third|half)\b", "shipped", sentence=_AI_STAFF, home=True),
    noun("staff-moved", "people", rf"\b(?:{_MANY}|many|most|some|half)(?: \S+){{0,4}}? {_PEOPLE}\b[^.;]{{0,40}}\b{_BE} (?:\w+ly |being )?(?:moved|transferred|reassigned|shifted|redeployed|relocated|reallocated|assigned|diverted|asked|told) (?:to|into|onto|from|back)\b", "shipped", sentence=_AI, home=True),
    noun("jobs-go", "people", rf"\b{_MANY}(?: \S+){{0,4}}? {_PEOPLE}\b[^.;]{{0,60}}\b(?:will (?:go|be (?:cut|let go|laid off|eliminated|lost|affected)|lose)|(?:are|is) (?:to (?:go|be)|going|being)|face)\b", "announced", sentence=_AI_STAFF, home=True),
    noun("jobs-gone", "people", rf"\b{_MANY}(?: \S+){{0,4}}? {_PEOPLE}\b[^.;]{{0,60}}\b(?:lost (?:their|its) jobs?|(?:were|was|have been|had been) (?:let go|laid off|cut|dismissed|fired|sacked|made redundant|axed|eliminated)|had to (?:leave|go))\b", "shipped", sentence=_AI_STAFF, home=True),
    noun("staff-hired", "people", r"\b(?:researchers?|engineers?|scientists?|executives?|experts?)\b[^.,;]{0,30}\b(?:were|was|have been|has been) (?:\w+ )?(?:hired|poached|recruited|lured|signed up|brought (?:in|over))\b(?! by [OX])", "shipped", topic=True),
    noun("hiring-of", "people", rf"\b(?:appointment|hiring|recruitment|promotion|poaching|arrival) of (?:\w+ ){{0,4}}{_WHO}|(?:[PF]{{3,}}'s|X{{3,}}(?:'s)?) (?:appointment|hiring|promotion|recruitment|(?:move|switch|defection|jump) to [SF]{{2,}})", "announced", home=True),
)
