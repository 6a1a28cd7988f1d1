"""What comes into apps and devices, changes there or leaves them: frames of products beside those of ``launches``."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_AI = r"(?:\bai\b|\bbots?\b|\bartificial[- ]intelligence\b|\bgenerative\b|\bchatbots?\b|\bassistants?\b|(?<![MTACI])[A]{2,}|\bagents?\b)"
_WHO = r"(?:users|people|parents|teen(?:ager)?s|advertisers|creators|businesses|developers|subscribers|customers|everyone|anyone|shoppers|brands|merchants|owners|consumers|adults|europeans|americans)"
_PLACE = r"(?:[W]{4,}|[A]{2,}|[S]{8}|apps?\b|glasses|search\b|inbox|feed|users|europe\b|countries|markets|languages)"
_PART = (
    r"(?:profiles?|accounts?|buttons?|modes?|services?|controls|alerts?|warnings?|labels?|memory|voices?|summar(?:y|ies)|suggestions?|comments?|captions?|effects?|backgrounds?|"
    r"pictures?|images?|videos?|business(?:es)?|business platform|platform|products?|suite|options?|settings?|upgrades?|updates?|versions?|companions?|avatars?|bots?|search bar|search box|"
    r"tiers?|plans?|help\b|translations?|dubbing|helpers?|tutors?|guides?|recommendations|personas|characters?|display|device|gadget|pendant|speaker|editor|generator|translators?|service)"
)
_NOT = (
    r"\bplans? to (?:use|feed|train|collect|scan)|\bdata cent|\blab\b|\bteam\b|\bunit\b|\bdivision|\bresearch(?:ers)?\b|\boffice|\bfund\b|\bcourse|\blicen[cs]|\bpolic|\bchips?\b|\binvest|\bpartnership|\bdeal\b|\bagreement|[$€£]|\bopen[- ]sourc|\bweights\b|"
    r"\btrain\b|\btraining\b|\bmilitary|\bgovernment|\bdefen[cs]e|\bagenc|\bacqui|\bspending|\bcapex|\bjobs\b|\bemployees|\bstaff\b|\bin charge\b"
)
_TESTED = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle"), "shipped")
_SHOWN = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle"), "announced")
_COMING = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle"), "planned")

_THING = (
    r"(?:[A]{2,}|\bthe (?:assistant|chatbot)s?\b|(?:[SF]{2,}'s|\bits|\bour) (?:[\w-]+ ){0,2}?(?:assistant|chatbots?|image generator|video generator|ai app|ai feed)\b|"
    r"\bai (?:characters?|assistants?|features?|tools?|chatbots?|app|personas|agents?|stickers)\b|\b(?:glasses|[W]{4,}) (?:\w+ ){0,3}?(?:ai|assistant)\b)"
)
_NO_FEATURE = (
    r"(?:labs?|teams?|units?|researchers?|research|chips?|models?|strategy|polic(?:y|ies)|spending|plans?|investments?|hires?|chief|push|bet|race|ambitions?|infrastructure|training|rules?|act|safety|"
    r"papers?|guidelines|summit|talent|start-?ups?|compan(?:y|ies)|boom|systems?|data|initiatives?|efforts?|projects?|program(?:me)?s?|engineers?|experts?|leaders?|division|regulations?|laws?|business unit|"
    r"supercomputer|cluster|factory|capacity|servers?|workloads?|and|or|in|on|for|with|is|was|to|at|of|by)"
)
FRAMES: tuple[Frame, ...] = (
    frame("puts-in", "product", "equip feature release", "subject", rf"^\W*(?:[\w'-]+ ){{0,6}}?{_AI}[^.;]{{0,50}}\b(?:in|into|on|onto|to|across|inside|within|behind|with)\b (?:[\w'-]+ ){{0,4}}?{_PLACE}", ai=True, far=120, shuns=_NOT),
    frame("ai-part", "product", "release feature equip preview plan cancel delay", "subject",
          rf"^\W*(?:[\w'-]+ ){{0,6}}?(?:\bai\b|\bai-\w+|artificial[- ]intelligence|\bgenerative|[A]{{2,}})[^.;,]{{0,40}}\b{_PART}\b|^\W*(?:[\w'-]+ ){{0,5}}?{_PART}\b[^.;,]{{0,40}}(?:\bai\b|\bai-\w+|artificial[- ]intelligence|\bgenerative|[A]{{2,}})", ai=True, far=100, shuns=_NOT),
    frame("ai-anything", "product", "roll test", "subject", rf"^\W*(?:(?:its|the|a|an|new|several|more|two|three|some|own|first|free|paid|of|on|out|up|to) )*(?:[\w'-]+ ){{0,2}}?(?:ai|ai-[a-z]+|artificial intelligence|generative(?: ai)?)\b (?!{_NO_FEATURE}\b)[a-z]", far=80, shuns=_NOT, status={"progressive": "shipped"}),
    frame("gives-assistant", "product", "equip give", "subject", r"^\W*(?:its|the|their|his) (?:[\w-]+ ){0,2}(?:assistant|chatbot|ai|glasses|[A]{2,})\b", ai=True, shuns=_NOT),
    frame("lets-do", "product", "let", "subject", rf"^\W*(?:\w+ ){{0,3}}{_WHO}\b[^.;]*{_AI}", far=120, ai=True, shuns=_NOT),
    frame("tests-ai", "product", "test", "subject", r"^\W*(?:[\w'-]+ ){0,6}?(?:\bai\b|\bai-\w+|\bgenerative|\bchatbots?|\bassistants?|[A]{2,})", ai=True, shuns=_NOT, status=_TESTED),
    frame("charges-for", "product", "charge", "subject", r"\bfor\b[^.;]{0,30}(?:[MA]{3,}|\bai\b)", ai=True, far=70, shuns=r"\bfraud|\bcrime|\bwith\b"),
    frame("works-on-app", "product", "work", "subject", rf"^\W*(?:[\w'-]+ ){{0,6}}?(?:\bai\b|\bai-\w+|\bgenerative|\bchatbots?|\bassistants?)[^.;,]{{0,40}}\b(?:{_PART[3:]}|^\W*(?:an?|its) (?:[\w'-]+ ){{0,5}}?(?:app|assistant|chatbot|ai agent|cloud business|personal agent|ai agents|subscription)\b", ai=True, shuns=_NOT,
          moods="progressive infinitive present", status=_COMING),
    frame("charge-planned", "product", "charge", "subject", r"\bfor\b[^.;]{0,40}\b(?:version|tier|assistant|chatbot|ai)\b", ai=True, far=80, moods="infinitive will modal"),
    frame("unveils-gear", "product", "present", "subject", r"^\W*(?:[\w'-]+ ){0,5}?(?:wristband|glasses|device|pendant|headphones|earbuds)\b[^.;]*\b(?:ai|assistant|neural)\b", ai=True, shuns=r"\bheadset|\bvr\b", status=_SHOWN),
    frame("gives-app", "product", "equip", "subject", r"^\W*(?:[A]{2,}|(?:its|the) (?:\w+ )?(?:assistant|chatbot))\b", ai=True, shuns=_NOT),
    frame("ends-work", "product", "cancel", "subject", r"^\W*(?:all |its |any |further )?(?:work|development|support|operations?|testing)\b", ai=True, sentence=r"\bassistant|\bchatbot|\bapp\b|\bfeature|[A]{2,}|\bai\b", shuns=r"\bresearch|\bchips?\b|\bdata cent|\btraining\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("app-happens", "product", rf"(?P<o>{_THING})[^.;]{{0,45}}?\b(?:came|comes|went|goes|got|gets|started|starts|begins|began|made its debut|makes its debut|debuts?|debuted|arrived|arrives|appeared|turned up|shown up|landed|has reached|moved into|gained|learned|learnt|(?:was|were|is|are|has been|have been) (?:now |also |first |being )*(?:let loose|set loose|given|opened|extended|expanded|put|brought|made|switched on|turned on|tried out|tested|trialled|launched|started|introduced|released|added|upgraded|updated|renewed|improved))\b(?! (?:down|offline|dark|dead|to grips|for|after|wrong|sued|bigger|better|worse))", "shipped", sentence=r"D{3,}|\bnow\b|\btoday\b|\btried out\b|\bis being tested", topic=True),
    noun("users-will", "product", rf"\b{_WHO}\b[^.;]{{0,30}}\b(?:will (?:soon |then |also )?(?:be able to|get)|can soon)\b[^.;]{{0,90}}{_AI}", "announced", sentence=r"[SFAW]{2,}", topic=True),
    noun("place-gets", "product", rf"(?:\b(?:europe|europeans|britain|india|brazil|[X]{{4,}}|[W]{{4,}}|glasses)) (?:\w+ )?(?:gets?|got|receives?|received)\b[^.;]{{0,25}}(?P<o>{_THING}|\b(?:live )?ai\b)", "shipped"),
    noun("button-for", "product", r"\b(?:buttons?|icon|ring|tab|bar|shortcut|search)\b[^.;]{0,20}\b(?:for|with|of) (?P<o>[A]{2,}|(?:the|its) assistant)[^.;]{0,30}\b(?:appeared|turned up|has appeared|now|shows up|stands|sits|has come)\b|[W]{4,}[^.;]{0,30}\bnow\b[^.;]{0,40}(?P<p>[A]{2,})", "shipped"),
    noun("own-app", "product", r"\b(?P<o>[A]{2,}|the assistant|its assistant|[SF]{2,}'s (?:ai )?assistant)[^.;]{0,40}\b(?:got|gets|has got|an|given)\b[^.;]{0,20}\b(?:app|website|site) of its own\b", "shipped"),
    noun("by-ai-now", "product", r"\b(?:is|are) now (?:also )?\w+ed (?:\w+ ){0,2}?by (?:an )?ai\b|\bthere (?:is|are) now (?:an? |also )*[^.;]{0,40}?(?:[AM]{2,}|\bai (?:app|tool|assistant|feature|button|mode)s?\b)|\b(?:free to use|free|available) (?:on|for|in) (?:the )?(?:web|all|everyone)\b[^.;]{0,5}$", "shipped", sentence=r"[SFAMW]{2,}.*(?:\bai\b|[AM]{2,})|(?:\bai\b|[AM]{2,}).*[SFAMW]{2,}", topic=True),
    noun("to-leave-to-ai", "product", r"\b(?:automate|automating|hand over|leave|leaving)\b[^.;]{0,60}\b(?:with|to|by) (?:the )?(?:ai|artificial intelligence|assistant)\b", "planned", sentence=r"\b(?:wants?|plans?|aims?|intends?|in future|will|are to|is to|by the end)\b.*", topic=True),
    noun("version-to-come", "product", r"\b(?:paid|business|enterprise|advanced|premium|standalone|kids|children's) (?:version|tier|subscription)s?\b[^.;]{0,40}\b(?:is|are|will) (?:to )?(?:come|follow|launch|be (?:offered|available|launched)|planned|due|expected)\b|\bversion for (?:businesses|business|companies|children|teens|teenagers)\b[^.;]{0,20}\b(?:is|are|will) (?:to )?(?:come|follow|be)\b", "planned", sentence=r"[SFA]{2,}|\bversion for", topic=True),
    noun("put-into-app", "product", r"\b(?:is|are|was|were|been|being) (?:\w+ ){0,2}(?:added to|built into|integrated (?:in)?to|rolled out (?:in|to|on)|tested (?:in|on)|introduced (?:in|on)|put into|offered (?:in|on)|embedded in|woven into|merged into) (?:the |its )?(?:[\w-]+ ){0,2}(?:[AW]{2,})", "shipped", sentence=r"\bai\b|[AM]{2,}|\bassistant|\bchatbot|\bartificial"),
    noun("who-gets", "product", rf"\b{_WHO} (?:\w+ )?(?:get|gets|got|receive|received|are getting|have got|gain|gained)\b[^.;]{{0,50}}{_AI}[^.;]{{0,40}}\b(?:from|by|in) (?:[SAW]{{2,}})", "shipped"),
    noun("new-state", "product", rf"(?:{_THING}|\b(?:the|its) (?:ai )?app|\bglasses)[^.;,]{{0,40}}\b(?:since D+|as of D+|from D+|from now on|starting D+)|(?:\bsince D+|\bas of D+|\bfrom D+)\W{{1,2}}(?:[A]{{2,}}|the (?:assistant|chatbot))|[W]{{4,}} now (?!has\b|counts\b|reaches\b)\w+s\b[^.;]{{0,60}}{_AI}|(?:[A]{{2,}}|\bthe (?:assistant|chatbot)) now (?:also )?(?!has\b|counts|reaches|competes|faces|ranks|serves|boasts|sits|belongs|is\b|tops|rivals)\w+s\b", "shipped", sentence=r"[SFAW]{2,}|\bassistant", topic=True),
    noun("will-also", "product", r"(?:[A]{2,}|\bthe (?:assistant|chatbot)|\bsubscriptions? for [A]{2,}|\bads)[^.;,]{0,20}\b(?:will (?:also |soon |then |later )*(?:be able to|get|learn|receive|come|appear|arrive|support|speak|be (?:available|offered|added|built))|are to follow|is to follow|are coming|is coming)\b", "planned", sentence=r"[AW]{2,}|\bassistant", topic=True),
    noun("shown-then", "product", r"(?:[A]{2,}),? (?:which was |first |just )?(?:introduced|launched|released|added|rolled out|unveiled)\b(?: (?:in|on|to|for|by [SF]+))?(?: \w+){0,2} D{3,}", "shipped"),
    noun("users-can", "product", rf"\b{_WHO}\b[^.;]{{0,60}}\b(?:can|may|are able to|could) (?:now|also now|from now on|as of D+|since D+|from D+)\b[^.;]{{0,110}}{_AI}|(?:\bnow\b|\bsince D+|\bfrom D+|^\W*D+)[^.;]{{0,12}} (?:\w+ ){{0,3}}{_WHO}\b[^.;]{{0,60}}\bcan\b[^.;]{{0,80}}{_AI}|\b{_WHO}\b[^.;]{{0,60}}\bcan\b[^.;]{{0,60}}{_AI}[^.;]{{0,40}}\b(?:since|as of|from) D", "shipped", topic=True),
    noun("app-available", "product", r"(?:[A]{2,}|[W]{4,}(?:'s)? (?:\w+ )?(?:assistant|chatbot)|\b(?:ai|assistant) (?:[\w-]+ ){0,3}?(?:assistant|chatbot|tool|feature|studio|app|mode|characters?)\b|\bthe assistant\b)[^.;]{0,40}\b(?:is|are|can|has been|have been|was|were) (?:(?:now|also|already|finally|since D+|today|newly|being) )*(?:available|live\b|open to|usable|built into|integrated in\w*|added to|found in|part of|rolled out|rolling out|offered (?:in|to)|switched on|in beta|accessible|reached through|be (?:used|found|reached|opened))\b", "shipped", sentence=r"[SFAMW]{2,}", topic=True),
    noun("app-in-beta", "product", r"(?:[AM]{3,}|[MS]{4,} X{2,})[^.;]{0,20}\b(?:has|have) been (?:\w+ ){0,2}(?:in (?:open |public |private |closed )?(?:beta|testing|preview)|live|available|on offer|part of [WA])", "shipped"),
    noun("now-has", "product", rf"(?:[A]{{2,}}|[W]{{4,}}(?:'s)?|\bthe (?:assistant|chatbot)|\bthe app|\bglasses)[^.;,]{{0,20}}\b(?:now (?:also )?(?:has|have|offers?|speaks?|supports?|understands?|appl(?:y|ies)|shows?|includes?|comes? with|answers?)|(?:has |have )?(?:got|gained|received|learned|learnt)|gets?|receives?|gains?|(?:is|are) getting)\b[^.;]{{0,50}}(?:{_AI}|\bvoice|\bmemory|\btranslation|\blanguages?|\bfeatures?|\bmodes?)", "shipped"),
    noun("now-applies", "product", r"\bnow (?:also )?appl(?:y|ies) to (?:\w+ ){0,3}[A]{2,}", "shipped"),
    noun("app-that-came", "product", r"\b(?:the|its|a|an) (?:[\w-]+ ){0,4}?(?:app|assistant|chatbot)\b,? (?:that|which) (?:\w+ )?(?:came out|launched|appeared|debuted|arrived|started|followed|was (?:launched|released|introduced|unveiled|added))\b[^.;]{0,30}D{3,}", "shipped", sentence=r"D", topic=True),
    noun("launch-of-app", "product", r"\b(?:launch|release|roll-?out|debut|arrival|introduction|unveiling|expansion) of (?:[SF]{2,}'s |its |the |an? |new |stand-?alone |own )*(?:[\w-]+ ){0,3}?(?:[A]{2,}|(?:ai|assistant|chatbot) (?:app|assistant|tool|feature|studio)\b)", "shipped", sentence=r"D.*[SFA]{2,}|[SFA]{2,}.*D"),
    noun("its-launch", "product", r"\b(?:its|[A]{2,}'s) (?:public |initial |official |first |european )?(?:launch|debut|introduction|roll-?out) (?:in|on|of|last|this)? ?D", "shipped", sentence=r"[A]{2,}"),
    noun("app-coming", "product", r"(?:[A]{2,}|\bai (?:[\w-]+ ){0,2}?(?:assistant|chatbot|tool|features?|studio|app|button|characters?|agents?)\b)[^.;,]{0,30}\b(?:is|are) (?:also )?(?:to|set to|due to|expected to|going to|slated to|scheduled to|about to) (?:come|arrive|launch|appear|roll out|follow|be (?:available|launched|rolled|added|offered|introduced))\b", "planned", sentence=r"[SFAW]{2,}", topic=True),
    noun("announced-first", "product", r"^\W*(?:first |just |newly )?(?:announced|unveiled|presented)\b[^,;]{0,50},\s(?:the |its |[SF]+'s )?(?:[A]{2,}|[S]{4} X{3,}|(?:\w+ ){0,3}(?:assistant|chatbot|ai app))", "announced"),
    noun("launched-first", "product", r"^\W*(?:first |just |newly )?(?:released|launched|introduced|added|rolled out)\b[^,;]{0,50},\s(?:the |its |[SF]+'s )?(?:[A]{2,}|(?:\w+ ){0,3}(?:assistant|chatbot|ai app))", "shipped"),
    noun("withdrawn", "product", rf"(?:[A]{{2,}}|\bai (?:[\w-]+ )?(?:{_PART[3:]}|\b(?:assistant|chatbot)s?\b)[^.;]{{0,40}}\b(?:was|were|is|are|has been|have been) (?:being |now |later |since |also )*(?:withdrawn|removed|taken down|taken offline|shut down|switched off|turned off|discontinued|scrapped|retired|pulled|deleted|closed down|axed|ended)\b", "cancelled", sentence=r"[SFAW]{2,}", topic=True),
)
