"""Turns of phrase by which news tells of launches without a verb of launching: frames of releases, products, research."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import AI_THING, PLACE, SHOWN

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_WHO = r"(?:users|people|parents|teen(?:ager)?s|advertisers|creators|businesses|developers|subscribers|customers|shoppers|brands|merchants|owners|consumers|firms|companies|sellers|shops)"
_READERS = r"(?:researchers|developers|academics|scientists|anyone|anybody|everyone|universities|programmers)"
_GEAR = r"(?:glasses|[W]{4,}|[A]{3,}|pendant|wristband|wearable)"
_BEATS = r"(?:beats?|beaten|won|wins|defeat(?:s|ed)|outplay(?:s|ed)|solve[sd]|cracked|outperform(?:s|ed)|matche[sd]|passe[sd]|learn(?:s|ed)|mastered|masters)"
_DOES = r"(?:reads|plays|turns|makes|creates|generates|translates|recogni[sz]es|detects|predicts|draws|writes|designs|solves|learns|finds|spots|sees|hears|decodes|teaches|can)"
_METHOD = r"(?:approach|methods?|technique|architecture|paradigm|algorithm|way|strategy|recipe|procedure)"
_KINDS = rf"(?:{_METHOD}|models?|framework|system|ai|agent|benchmark|dataset)"

FRAMES: tuple[Frame, ...] = (
    frame("hands-who", "product", "hand", "subject", rf"^\W*(?:all |some |its |more |small |every )*{_WHO} (?:(?:an?|new|its|more|free|several|access|to|own|the) )*(?:[\w'-]+ )?{AI_THING}", ai=True, shuns=r"\bmodels?\b|\bfund|\btraining\b|\bcourses?\b|\bgrants?\b"),
    frame("rolls-ai-to", "product", "roll", "subject", r"^\W*(?:out )?(?:[\w-]+ ){0,2}?(?:ai|artificial intelligence|machine learning) (?:to|that|which) [a-z]+\b", ai=True, far=60, shuns=r"\b(?:glasses|businesses|government)\b", status={"progressive": "shipped"}),
    frame("donates-code", "release", "switch", "subject", r"^\W*(?:\w+ ){0,4}?[MT]{2,}[^.;]{0,20}\b(?:to the (?:community|public|world)|as open source|to everyone|to all)\b", ai=True),
    frame("lets-into", "release", "let", "subject", rf"^\W*(?:\w+ )?{_READERS} (?:in)?to (?:\w+ ){{0,2}}?[MT]{{2,}}", ai=True, far=60),
    frame("introduces-method", "research", "propose study present", "subject", rf"^\W*[\w'-]+(?: [\w'-]+)?[:,] (?:an? |the )(?:new |novel |first |simple |general )*(?:[\w-]+ ){{0,3}}?{_METHOD}\b|^\W*(?:an? )?(?:new |novel )+(?:[\w-]+ ){{0,2}}?{_METHOD} (?:to|for|of|that)\b", ai=True, status=SHOWN, far=80, shuns=r"\bdata cent|[$€£]|\bad(?:vertising|s)?\b"),
    frame("proposes-kind", "research", "propose", "subject", rf"^\W*[\w'-]+(?: [\w'-]+)?[:,] (?:an? |the )(?:[\w-]+ ){{0,4}}?{_KINDS}\b", ai=True, status=SHOWN, far=80, moods="fact present perfect participle"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("is-out", "release", r"(?<![MT])(?P<o>[MT]{2,})(?: \w+)? (?:is|are) (?:finally |now |officially )*(?:out\b(?! of| there)|live\b|among us)|\b(?:is|are) (?:out|here)[:,] ?(?:\w+ ){0,3}(?P<p>[MT]{3,})", "shipped"),
    noun("makes-debut", "release", r"(?<![MT])(?P<o>[MT]{2,}) (?:made|makes|had|has|celebrated|celebrates) (?:its|their|a) (?:\w+ )?(?:debut|premiere|appearance)\b", "shipped"),
    noun("also-new", "release", r"\b(?:also|further|likewise) (?:new|available|released|added|launched|published|out|introduced|made public)(?: today)? (?:is|are|was|were) (?:\w+ ){0,3}(?P<o>[MT]{2,})", "shipped"),
    noun("access-granted", "release", rf"\baccess to (?:\w+ ){{0,3}}?(?P<o>[M]{{2,}})[^.;]{{0,30}}\b(?:granted|given|offered|opened|is open|being granted)\b|\b{_READERS}\b[^.;]{{0,20}}\b(?:can|may|could) (?:now )?(?:apply|ask|register|request|sign up)\b[^.;]{{0,15}}\baccess\b[^.;]{{0,20}}?(?P<p>[M]{{2,}})", "shipped", sentence=r"[SFM]{2,}"),
    noun("would-come", "release", r"(?<![MT])(?P<o>[M]{2,}(?: X{2,})?)(?:,[^,;]{1,50},)? (?:will|would|is to|are to|should|was meant to) (?:\w+ )?(?:come|arrive|appear|launch|ship|debut|land|follow)\b (?:out )?(?:(?:in|this|next|later|before|by|on|soon|early|at|within|during)\b(?! (?:whatsapp|instagram))|D)", "planned", sentence=r"[SFM]{2,}"),
    noun("release-moved", "release", r"\b(?:its|the|[M]{2,}'s) (?:[\w-]+ )?(?:release|launch|debut|publication|arrival)\b[^.;]{0,20}\b(?:has been|was|is|were|had been) (?:\w+ )?(?:moved|rescheduled|pushed) (?:back |out )?(?:to|from|into|by|until)\b", "delayed", sentence=r"[M]{3,}", topic=True),
    noun("also-new-app", "product", r"\b(?:also|further|likewise) (?:new|available|added|launched|introduced)(?: today)? (?:is|are|was|were) (?:\w+ ){0,4}(?P<o>[A]{2,}|(?:ai )?(?:assistant|chatbot|agent|feature|tool|mode)s?\b)", "shipped", sentence=AI_THING, topic=True),
    noun("app-has-come", "product", rf"(?P<o>[A]{{2,}}|\bthe (?:assistant|chatbot)|[SF]{{2,}}'s (?:ai )?(?:assistant|chatbot))[^.;]{{0,20}}\b(?:has|have) (?:now |also |finally )*(?:come|arrived|landed|moved|launched|rolled out|expanded|gone live) (?:\w+ )?(?:to|in|into|on|across|at)\b|(?P<p>[A]{{2,}}|\bthe (?:assistant|chatbot)) (?:is|are) now (?:also )?in (?:the )?(?:europe|[X]{{2,}}|[W]{{4,}})|(?P<q>[A]{{2,}}) (?:reache[sd] (?:europe|[X]{3,}|\w+ (?:more |further )?(?:countries|markets))|moves? into|moved into|starts? as|arrives?|comes to|goes to|lands? (?:in|on)|makes its way (?:in)?to)\b", "shipped", topic=True),
    noun("place-now-has", "product", rf"(?:[W]{{4,}}|\bthe (?:app|glasses|search (?:bar|box)))[^.;,]{{0,25}} now (?:\w+ )?(?:holds?|has|have|shows?|contains?|carries|includes?|offers?|features?|hosts?|sports?|comes? with|lets?)\b[^.;]{{0,40}}{AI_THING}", "shipped", sentence=r"[SFAW]{2,}"),
    noun("countries-get", "product", r"\b(?:countries|markets|regions|nations|languages|users|teens|states) (?:now |also |are |will )?(?:gets?|getting|got|receive|received)\b[^.;]{0,15}(?P<o>[A]{2,}|\b(?:the|an|its) (?:ai )?(?:assistant|chatbot)\b)", "shipped"),
    noun("who-receive", "product", rf"\b{_WHO} (?:now |also |in \w+ )*(?:get|receive|are getting|are given|gain|are offered|can choose|can pick)\b[^.;]{{0,30}}(?:\bai\b|\bai-\w+|[A]{{2,}}|\bassistants?\b|\bchatbots?\b)", "shipped", sentence=r"[SF]{2,}"),
    noun("who-will-have", "product", rf"\b{_WHO}\b[^.;]{{0,25}}\b(?:will|may|are to|can)(?: soon| then| also)* (?:have|receive|be given|see|be offered|build|create|make)\b[^.;]{{0,40}}(?:\bai\b|\bai-\w+|[A]{{2,}}|\bassistants?\b|\bchatbots?\b)", "planned", sentence=r"\b(?:will|soon|are to)\b.*[SF]{2,}|[SF]{2,}.*\b(?:will|soon|are to)\b"),
    noun("on-sale", "product", rf"\b{_GEAR}[^.;]{{0,60}}\b(?:goes|go|going|will go|will be|is to go|are to go) on sale\b", "announced", sentence=r"\bai\b|[A]{2,}|\bassistant"),
    noun("on-sale-now", "product", rf"\b{_GEAR}[^.;]{{0,60}}\b(?:went|has gone|have gone|is now|are now|has been|have been) on sale\b", "shipped", sentence=r"\bai\b|[A]{2,}|\bassistant"),
    noun("will-be-added", "product", rf"{AI_THING}[^.;]{{0,50}}\b(?:will|are to|is to|would) (?:also |soon |then )*be (?:added|brought|built|integrated|woven|rolled out|extended|introduced|put|merged)\b (?:in)?(?:to|on|in|across) (?:[\w'-]+ ){{0,3}}?{PLACE}", "planned", sentence=r"[SFAW]{2,}", topic=True),
    noun("begins-using-ai", "product", r"[SFW]{2,}[^.;]{0,20}\b(?:now uses?|(?:began|begins|starts?|started|is now|has started|has begun) using|will (?:now |soon )?use|uses)\b (?:[\w-]+ ){0,3}?(?:ai|artificial intelligence|machine learning|neural networks?|facial recognition|face recognition)\b (?:to|for|from)\b", "shipped", sentence=r"\b(?:now|began|begins|started|starts|begun|soon)\b|D{3,}"),
    noun("is-gone", "product", rf"(?:[A]{{2,}}|{AI_THING})[^.;]{{0,30}}\b(?:(?:came|comes|has come|is coming|will come) to an end|(?:is|are) (?:gone|no more|history|dead)\b)", "cancelled", sentence=r"[SFAW]{2,}", topic=True),
    noun("moved-to-model", "product", r"(?P<o>[A]{2,}|\bthe (?:assistant|chatbot))[^.;,]{0,15}\b(?:was|were|has been|is being) (?:now )?(?:moved|switched|upgraded|migrated|updated|shifted) to (?:\w+ ){0,3}?[M]{2,}", "shipped"),
    noun("made-basis", "product", r"[SF]{2,}[^.;]{0,10}\b(?:made|makes) [M]{2,} the (?:basis|heart|engine|foundation|brain|backbone) of (?:its|the) (?P<p>assistant|chatbot|[A]{2,})", "shipped"),
    noun("ours-beat", "research", rf"(?:[SF]{{2,}}'s|\bits) (?:(?!chief|rival)[\w-]+ ){{0,3}}?(?P<o>programs?|programme|bots?|ai|system|algorithm|agent|robot)\b (?:has |have |had )?{_BEATS}\b", "announced", sentence=r"[SF]{2,}"),
    noun("new-model-does", "research", rf"\bnew [SF]{{2,}} (?:ai )?(?:model|system|algorithm|ai|robot|tool|technique) {_DOES}\b|[SF]{{2,}}'s new (?:[\w-]+ ){{0,2}}(?:model|system|algorithm|ai|robot|technique) {_DOES}\b(?! now)", "announced", alone=True),
)
