"""What is added, opened, shown and announced beside what comes out whole: frames of products, releases and research."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AI_THING, NOT_AI, PLACE, SHOWN
from ingest.extract.words import MODEL

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_NEWS = r"(?:features?|capabilit(?:y|ies)|functions?|skills|abilities|options|tools|upgrades?|updates?|improvements|additions|enhancements)"
_SIGNS = r"(?:sign-?ups?|wait(?:ing )?-?lists?|applications|registrations?|enrol\w+|requests for|early[- ]access|invit(?:e|es|ation|ations)|pilot|beta|trial|preview program(?:me)?)"
_OUT = r"(?:release|launch|debut|unveiling|open-sourcing|arrival|publication|introduction|roll-?out)"
_HUBS = r"(?:hugging face|github|[OX]{4,})"
_BE = r"(?:is|are|was|were|has been|have been|had been|got|gets|being|be)"
_COMING = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle", "infinitive", "will"), "planned")
_AIM = r"(?:aim\w*|target\w*|plan(?:s|ned|ning)?|eye[sd]?|eyeing|prepar\w+|schedul\w+|gear\w* up|read(?:y|ies|ied|ying)|work\w* towards?|promis\w+|set|slated|promised|pencill?ed in|line[sd]? up)"

FRAMES: tuple[Frame, ...] = (
    frame("fills-with", "product", "fill", "subject", rf"^\W*(?:[\w'-]+ ){{0,4}}?{PLACE}[^.;]{{0,30}}\bwith\b (?:[\w'-]+ ){{0,4}}?{AI_THING}", ai=True, shuns=r"\bdata cent|\bstaff\b|\bchips?\b"),
    frame("widens-access", "product", "widen", "subject", rf"^\W*(?:the |its |wider |more |early )*access to (?:[\w'-]+ ){{0,5}}?(?:{AI_THING}|\b{_NEWS}\b)", ai=True, shuns=r"\bdata\b|\bgovernment|\bagenc|[M]{2,} (?:models|family)|\bmodels?\b|\bresearchers"),
    frame("opens-signups", "product", "enrol", "subject", rf"^\W*(?:[\w'-]+ ){{0,6}}?{_SIGNS}\b", ai=True, sentence=AI_THING, shuns=r"\bjob|\bhir|[$€£]|\bgrants?\b|\bfund\b|\bmodel weights|\bresearchers"),
    frame("announces-features", "product", "present", "subject", rf"^\W*(?:[\w'-]+ ){{0,7}}?{_NEWS}\b", ai=True, sentence=AI_THING, shuns=rf"{NOT_AI}|\bchips?\b|[C]{{3,}}|\blicen|\bpolic|\bsafety|\bparent|\b{MODEL}\b", far=70, status=SHOWN),
    frame("announces-project", "research", "present", "subject", r"^\W*(?:[\w'-]+ ){0,4}?X{3,}[^.;]{0,60}\b(?:projects?|initiative|research program(?:me)?|challenge|effort)\b|^\W*(?:[\w'-]+ ){0,5}?(?:research|ai|science) (?:projects?|initiative|challenge)\b", ai=True, shuns=rf"{NOT_AI}|\bdata cent|\bfund\b|[$€£]|\binvest", status=SHOWN),
    frame("lands-on", "release", "arrive", "product:MT", rf"^\W*(?:on |at |in )?(?:the )?(?:{_HUBS}|D{{3,}}|today|yesterday)|^\W*$", far=40, moods="fact perfect present"),
    frame("becomes-open", "release", "become", "product:MT", r"^\W*(?:\w+ )?(?:available|open[- ]source|open|public|free|downloadable)\b(?! (?:on|in) W)", far=50, moods="fact perfect present"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("on-hub", "release", rf"(?P<o>[MT]{{2,}})[^.;]{{0,40}}\b(?:is|are) (?:now |also |already |up |live |available |finally )+(?:on|at|via|through|from) {_HUBS}", "shipped"),
    noun("greets", "release", r"^\W*(?:say hello to|meet|introducing|announcing|presenting|here comes?|here is|here are|hello,?|welcome) (?:\w+ ){0,3}?(?P<o>[MT]{3,})", "shipped", sentence=r"[SFM]{3,}.*", topic=True),
    noun("aims-for", "release", rf"\b{_AIM} (?:for |at |on )?(?:an? |the |its |to )?(?:[\w-]+ |D+ ){{0,4}}?{_OUT} (?:of|for) (?:[\w'-]+ ){{0,5}}?(?P<o>[MT]{{2,}})", "planned"),
    noun("planned-for", "release", rf"\b{_OUT}\b[^.;]{{0,20}}\b(?:is|are|was|were) (?:now |still )?(?:planned|scheduled|slated|due|expected|targeted|set|pencill?ed in) (?:for|in|on|by|this|next)\b[^.;]{{0,20}}?(?P<o>[MT]{{3,}})|\b{_OUT} of (?:\w+ ){{0,4}}?(?P<p>[MT]{{3,}})[^.;]{{0,20}}\b(?:is|are|was|were) (?:now |still )?(?:planned|scheduled|slated|due|expected|targeted|set) (?:for|in|on|by|this|next)\b", "planned"),
    noun("pushed-from", "release", rf"(?P<o>[M]{{2,}})(?:[^.;,]{{0,20}}|,[^,;]{{1,80}},) {_BE} (?:now |again |reportedly |quietly |since |also )*(?:pushed|moved|bumped|kicked|shifted|rescheduled|knocked) (?:back |out |on )?(?:from|to|until|into|by|past|beyond|again)\b|\b(?:its|[M]{{2,}}'s|the) (?:[\w-]+ ){{0,2}}{_OUT}\b[^.;]{{0,40}}\b{_BE} (?:now |again |reportedly |once more )*(?:pushed back|postponed|delayed|put off|put on hold|put on ice|set back|held up)\b", "delayed", sentence=r"[M]{2,}|\bmodel\b", topic=True),
    noun("plans-dropped", "release", r"\b(?:dropped|scrapped|abandoned|shelved|cancell?ed|ditched|axed|drops|scraps|abandons|shelves|ditches|gave up|gives up|given up) (?:on )?(?:its |the |all |any )*plans? (?:to (?:release|launch|publish|open[- ]source)|for (?:the )?(?:\w+ ){0,2}release|of (?:releasing|publishing|open[- ]sourcing))\b", "cancelled", sentence=r"[SFM]{2,}"),
    noun("listed", "release", r"(?P<o>[MT]{2,}) \((?:by |from )?[SF]{2,}(?:'s)?(?: AI)?\)(?:,| in| -| on|:)? ?D{3,}|(?P<p>[MT]{2,}):[^.;()]{4,90}\([^()]{0,60}[SF]{2,}[^()]{0,20}D{3,}\)", "shipped", many=True),
    noun("of-date", "release", r"(?<!on )(?<!with )(?<!in )(?P<o>[M]{2,}),? (?:models? )?of D{3,}", "shipped"),
    noun("followed-in", "release", r"(?<!'s )(?<!of )(?<!about )(?<!on )(?<![MT])(?P<o>[MT]{2,})(?!'s)(?: (?:with|under|in|as|and) [^.;,]{1,50})? (?:followed|came|arrived|appeared|debuted|launched|landed|came out|dropped|shipped) (?:\w+ ){0,3}?D{3,}(?! \w+ (?:model|paper))", "shipped"),
    noun("released-these", "release", rf"^\W*(?:released|published|launched|introduced|unveiled|open-sourced) (?:today|yesterday|\w+ ?D+|D+)[^,;]{{0,30}},\s(?:these|this|the|its|our)\b(?:[\w,-]+ ){{0,6}}?{MODEL}\b", "shipped", topic=True),
    noun("release-in-of", "release", rf"\b{_OUT} (?:(?:in|on|last|this|earlier in|late in) )?D+(?: D+)* of (?:\w+ ){{0,3}}?(?P<o>[MT]{{2,}})", "shipped"),
    noun("can-now", "product", r"(?P<o>[A]{2,}|[W]{4,}(?: glasses)?|\bthe (?:assistant|chatbot)|[SF]{2,}'s (?:\w+ ){0,2}(?:assistant|chatbot|agent)|\bglasses) can now (?:also )?(?!be\b)\w+", "shipped", sentence=AI_THING, topic=True),
    noun("now-by-ai", "product", rf"\bcan (?:now|also|now also) be \w+ed (?:\w+ )?(?:with|by|through|using|in) (?:the )?{AI_THING}|\bcan be \w+ed (?:with|by|through|using) (?:the )?{AI_THING}[^.;]{{0,40}}\b(?:too|as well|now)\b", "shipped", sentence=r"[SWA]{2,}", topic=True),
    noun("runs-on-now", "product", r"(?P<o>[A]{2,}|\bthe (?:assistant|chatbot))\b[^.;,]{0,20}\b(?:is now (?:\w+ )?(?:powered|driven|built|based|run|running)|now (?:runs|relies)|has been (?:moved|switched|upgraded)) (?:\w+ )?(?:by|on|to|upon)\b[^.;]{0,30}[M]{3,}|\b(?:since|as of|from) D{3,}[^.;]{0,10}?(?P<p>[A]{2,})[^.;]{0,15}\b(?:run|runs|built|powered|based)\b[^.;]{0,20}[M]{3,}", "shipped"),
    noun("features-announced", "product", rf"\b(?:new|more|further|additional|other|upcoming) (?:ai )?(?:[\w-]+ )?{_NEWS}\b[^.;]{{0,25}}\b(?:announced|unveiled|presented|shown|revealed)\b", "announced", sentence=rf"{AI_THING}|[SFM]{{2,}}", topic=True),
    noun("agents-planned", "product", rf"(?:{AI_THING})[^.;]{{0,60}}\b(?:is|are) (?:also |now |still |said to be |reportedly )*(?:planned|coming|in the works|in development|under development|in the pipeline|on the way|on the roadmap|being (?:developed|built|prepared|planned|readied))\b(?! (?:by|for) [OX])", "planned", sentence=r"[SFAW]{2,}", topic=True, alone=True),
    noun("comes-to-app", "product", rf"(?:{AI_THING})[^.;]{{0,40}}\b(?:is|are) (?:also |soon |now )*(?:coming|headed|heading|on (?:its|their) way) (?:\w+ )?to (?:\w+ ){{0,2}}?(?:{PLACE})|^\W*coming to (?:{PLACE})[^.;]{{0,15}}\b(?:D{{3,}}|soon)", "planned", sentence=r"[SFAWM]{2,}", topic=True, alone=True),
    noun("tool-gained", "product", rf"(?:[SF]{{2,}}'s (?:[\w-]+ ){{0,3}}?(?:tools?|suite|manager|products|glasses|apps?|services?|camera))[^.;]{{0,15}}\b(?:gained|gain|gains|get|gets|got|receives?|received|acquires?|picks? up|picked up|is getting|are getting)\b[^.;]{{0,40}}{AI_THING}", "shipped"),
    noun("with-it-comes", "research", r"\b(?:with (?:it|them|the (?:model|models|paper|release|system|tool|library))|alongside(?: it| them| the \w+)?|accompanying (?:it|them|the \w+))\b[^.;]{0,20}\b(?:comes?|came|is|are|arrives?|there (?:is|are))\b[^.;]{0,50}\b(?:corpus|data ?set|dataset|benchmark|leaderboard|paper)\b|\b(?:corpus|data ?set|dataset|benchmark|leaderboard|paper)\b[^.;]{0,60}\b(?:came|comes|appeared|appears|was published|is published|accompanies) (?:out )?(?:with|alongside|together with) (?:it|them|the (?:model|models|system|release))\b", "shipped", sentence=r"", topic=True),
    noun("paper-describes", "research", r"\b(?:paper|study|preprint|report) (?:by|from|of) (?:\w+ ){0,2}?[SF]{2,}(?:'s)?(?: (?:ai|researchers|scientists|engineers|lab|team))* (?:\w+ )?(?:describes?|presents?|shows?|introduces?|proposes?|details?|finds?|argues?|reports?|described|showed|introduced|proposed|detailed|found)\b", "shipped"),
)
