"""What is given out, follows, slips or is still in training: frames of releases beside those of ``launches``."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import NOT_AI, THING
from ingest.extract.words import MODEL

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_OUT = r"(?:release|launch|debut|unveiling|open-sourcing|arrival|publication|introduction|roll-?out|appearance)"
_PUT_OFF = r"(?:postponed|delayed|pushed|put off|put on hold|put on ice|paused|suspended|shelved|held (?:back|up)|slipped|stalled)"
_WAITS = r"(?:come|launch|arrive|appear|ship|follow|be (?:released|available|ready|launched|published|out|finished)|expected|due|ready|see the light)"
_DELAYED = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle", "will", "infinitive"), "delayed")
_COMING = dict.fromkeys(("fact", "perfect", "present", "progressive", "participle", "infinitive"), "planned")
_THINGS = r"(?:code|weights|model|models|checkpoints|parameters|library|toolkit)"
_GIVEN = r"(?:released|published|open[- ]sourced|made (?:public|available|open)|put online|shared|put on|given away|opened)"

FRAMES: tuple[Frame, ...] = (
    frame("gives-model", "release", "give", "subject", rf"{THING}(?:[MT]{{3,}}|\b{MODEL}\b)", ai=True, far=80,
          shuns=rf"\bdata cent|\bjobs?\b|{NOT_AI}|[$€£]|\btraining\b|\brole model|\bbusiness model|\bfamily\b|\bplan\b|\bgovernment|\bagencies"),
    frame("opens-software", "release", "open", "subject", rf"{THING}(?:recognition|translation|ai|vision|speech|machine[- ]learning|deep[- ]learning|training|detection|search|segmentation|neural)\b[^.;,]{{0,20}}\b(?:software|systems?|technology|programs?|engine|algorithms?|recogni[sz]er|tech|compiler)\b|{THING}\b(?:recogni[sz]er|compiler)\b", ai=True, shuns=NOT_AI),
    frame("gives-world", "release", "award", "subject", rf"^\W*(?:the |all |every )?(?:\w+ )?(?:to )?(?:the |all )?(?:world|developers?|everyone|everybody|researchers?|community|public|industry|programmers|scientists|academics)\b[^.;]{{0,40}}(?:[MT]{{2,}}|X{{3,}}|\b(?:{MODEL}|toolbox|toolkit|generators?|recogni[sz]er|translator|software)\b)", ai=True, shuns=rf"{NOT_AI}|[$€£]|\bgrants?\b|\bgovernment|\bagencies"),
    frame("gives-to-all", "release", "award give", "subject", rf"^\W*(?:[\w'-]+ ){{0,8}}?(?:[MTX]{{2,}}|\b{MODEL}\b)[^.;]{{0,30}}\bto (?:the |all )?(?:public|world|developers|everyone|everybody|researchers|community|industry|programmers)\b", ai=True, far=110, shuns=rf"{NOT_AI}|[$€£]|\bgrants?\b"),
    frame("updates-model", "release", "upgrade", "subject", r"^\W*(?:its |the )?(?:[\w-]+ ){0,3}?[MT]{2,}", far=60, shuns=rf"\blicen[cs]|\bpolicy|\bterms|\bapp\b|\bassistant|{NOT_AI}"),
    frame("lets-download", "release", "let", "subject", r"^\W*(?:\w+ ){0,3}?(?:download|run|modify|inspect|fine-tune|look into)\b[^.;]{0,30}(?:[MT]{2,}|\b(?:model|code|weights)\b)", ai=True),
    frame("model-given", "release", "issue", "product:MT"),
    frame("works-on-model", "release", "work", "subject", r"^\W*(?:[\w'-]+ ){0,5}?(?:[M]{2,}|(?:next|new|larger|bigger|successor|follow-up|frontier|open|upcoming)\b[^.;,]{0,40}\bmodels?\b)", ai=True, far=60,
          shuns=r"^\W*(?:on|with|using)\b|\b(?:on|with|using) (?:\w+ ){0,2}[M]{2,}", moods="progressive", status=_COMING),
    frame("own-model-delayed", "release", "delay", "own:M", status=_DELAYED),
    frame("model-slips", "release", "slip", "own:M", r"\b(?:deadline|date|target|window|schedule|goal|launch)\b|^\W*(?:back )?(?:to|past|behind|into|by|from)\b", far=50, status=_DELAYED, moods="fact perfect present will progressive"),
    frame("model-comes", "release", "slip", "product:MT", r"^\W*(?:on|in|this|last|today|yesterday|early|late|a|two|three)?\W*(?:[D]{3,}|hugging face|[X]{4,})", far=40, moods="fact perfect present"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("not-before", "release", r"(?P<o>[M]{2,})[^.;]{0,30}\b(?:not|no longer) (?:\w+ )?(?:expected|due|planned|likely|to be expected)\b[^.;]{0,20}\b(?:before|until|till)\b|\bnext model\b[^.;]{0,60}\bnot (?:\w+ )?(?:expected|due|planned) before\b", "delayed"),
    noun("missed-date", "release", r"(?P<o>[M]{2,})[^.;]{0,20}\b(?:missed|misses|has missed|will miss)\b[^.;]{0,20}\b(?:date|deadline|target|window)\b", "delayed"),
    noun("came-from", "release", r"\bfrom [SF]{2,},? (?:also |too |now |there )*(?:came|comes|is|are|was)(?: \w+){0,4}? (?P<o>[MT]{2,})", "shipped"),
    noun("is-here", "release", r"(?P<o>[MT]{2,})(?: models?)? (?:is|are) (?:finally |now )?here\b|(?P<p>[MT]{2,}) (?:has|have) (?:finally )?(?:arrived|landed)\b", "shipped"),
    noun("handed-to", "release", r"(?P<o>[MT]{2,})[^.;,]{0,20}\b(?:was|were|had been|has been|have been) (?:\w+ )?(?:handed|given|passed|opened|offered) (?:\w+ )?to (?:\w+ ){0,2}?(?:researchers|academics|developers|scientists|everyone|the public)\b", "shipped"),
    noun("anyone-may", "release", r"\b(?:anyone|anybody|everyone|everybody|researchers|developers|academics|programmers)\b[^.;]{0,20}\b(?:can|may) (?:now |also |from today |freely )*(?:download|inspect|look into|modify|fine-tune|ask for access to|apply for access to|get)\b[^.;]{0,40}(?P<o>[MT]{2,}|\b(?:the|its) (?:code|weights|model)\b)", "shipped", sentence=r"\bnow\b|\btoday\b|D{3,}|\bmay\b", topic=True),
    noun("still-learning", "release", r"\b(?:model|version|variant|[M]{2,})\b[^.;]{0,60}\b(?:is|are|was|were) (?:still )?(?:learning|training|being trained|in the making|taking shape)\b|\btraining a (?:\w+ ){0,3}model\b(?! on)|\b(?:has|have) (?:finished|completed) (?:its|their) training\b|\b(?:more|further|other|larger|additional) (?:models|versions|variants|sizes)\b[^.;]{0,20}\b(?:are to|will|is to) (?:follow|come|be released|appear)\b|\bprospect of (?P<o>[M]{2,})", "planned", sentence=r"[SFM]{2,}|\bcompany\b", topic=True),
    noun("up-there", "release", r"\b(?:weights|code|model|checkpoints|files)\b[^.;]{0,20}\b(?:is|are|has been|have been) (?:\w+ )?(?:up|online|there|on (?:github|hugging face|[OX]{4,}))\b[^.;]{0,30}\b(?:since D|now|today|as of)", "shipped", topic=True),
    noun("model-then", "release", r"(?P<o>[MT]{2,})(?:\"|,| -)+ ?(?:which was |first |just |only |newly )?(?:released|published|unveiled|launched|introduced|open[- ]sourced)\b(?! (?:\w+ )?by [OXP])(?: (?:in|on|by [SF]+|as|to|for|under))?(?: \w+){0,3} ?D{3,}", "shipped"),
    noun("moved-to", "release", rf"\b{_OUT} of (?:\w+ ){{0,4}}?(?P<o>[MT]{{2,}})[^.;]{{0,30}}\b(?:moved|rescheduled) (?:back )?to\b", "delayed"),
    noun("later-than", "release", r"(?P<o>[M]{2,})[^.;,]{0,20}\b(?:will|would|to) (?:come|arrive|appear|launch|be (?:released|out|ready)) (?:\w+ )?later than (?:planned|expected|announced|promised)\b|\bwaiting for (?P<p>[M]{2,})[^.;]{0,20}\b(?:until|till|longer)\b", "delayed"),
    noun("is-coming", "release", r"(?P<o>[M]{2,}(?: X{2,})?) (?:is|are) (?:\w+ )?(?:coming|arriving|landing|on (?:its|the) way|planned for)\b|(?P<p>[M]{2,}) (?:will|would) (?:\w+ )?(?:be out|follow|come out|see the light)\b|\b(?:lighter|smaller|larger|bigger|newer|next|reasoning|open) (?:model|version)\b[^.;]{0,30}\b(?:is|are) (?:planned|to follow|coming|due|expected)\b", "planned", topic=True),
    noun("release-put-off", "release", rf"\b{_OUT}\b of (?:\w+ ){{0,4}}?[MT]{{3,}}[^.;]{{0,50}}\b(?:was|were|been|is|has|have|be)\b (?:\w+ ){{0,2}}?{_PUT_OFF}\b", "delayed"),
    noun("model-not-come", "release", rf"[M]{{3,}}(?:, [^,;]{{1,60}},)?(?: \w+){{0,2}} (?:will|would|is|are|was) (?:\w+ )?(?:not|no longer)\b (?:\w+ ){{0,3}}?{_WAITS}\b[^.;]{{0,40}}\b(?:before|until|till|this year|in time|for now|earlier than|any time|anytime)\b", "delayed"),
    noun("now-open", "release", r"[MT]{2,}[^.;]{0,30}\b(?:is|are|was|were|became|becomes|goes|has gone) (?:(?:now|fully|also|today|from today|since D+|freely|completely|finally) )*(?:open[- ]source\b|open[- ]weights?\b|open to (?:all|everyone|anyone|the public|developers|researchers)|free (?:to|for)\b|downloadable\b|up on\b|public\b)", "shipped", sentence=r"\bnow\b|\btoday\b|D{3,}|\bnew\b"),
    noun("can-be-had", "release", r"[MT]{2,}[^.;]{0,40}\bcan (?:now |also |from today |since D+ )*be (?:downloaded|had|used|obtained|fetched|licensed)\b", "shipped", sentence=r"\bnow\b|\btoday\b|D{3,}"),
    noun("things-given", "release", rf"\b{_THINGS}\b(?:(?:,| and| as well as| of)(?: \w+){{0,4}})? (?:is|are|has been|have been|was|were) (?:also |now |being |both |all |likewise )*{_GIVEN}\b(?![^.;]{{0,40}}\bby [OXP])", "shipped", sentence=r"[SFMT]{3,}|^\W*(?:the )?(?:code|weights|models?)\b", topic=True),
    noun("fronted-release", "release", r"^\W*(?:first |just |only |newly |originally )?(?:released|published|launched|introduced|unveiled|open-sourced)\b(?! by [OX])[^,;]{0,50},\s(?:the |its |[SF]+'s )?(?:\w+ ){0,2}[MT]{2,}", "shipped"),
    noun("published-by", "release", rf"\b(?:released|published|open-sourced|put out|launched|unveiled) (?:\w+ )?by [SF]{{2,}}\W (?:[\w'-]+ ){{0,6}}?(?:[MT]{{3,}}|{MODEL}\b)", "shipped"),
    noun("came-model", "release", r"D[,;]? (?:\w+ )?(?:came|followed|appeared|arrived)\s(?:the |its )?(?:\w+ ){0,3}[MT]{2,}|[SF]{2,}[^.;]{0,20}\bfollow(?:ed|s) (?:it |this |that )?(?:up )?with (?:\w+ ){0,3}[MT]{2,}", "shipped"),
    noun("models-release", "release", rf"[MT]{{3,}}'s? (?:public |open |initial |official |own )?{_OUT}\b(?! (?:of|notes|date|candidate))", "shipped", sentence=r"D"),
    noun("arrival-of", "release", rf"\b{_OUT} of (?:\w+ ){{0,4}}?[MT]{{3,}}+(?! (?:was|is|had been|has been) (?:\w+ )?(?:planned|due|scheduled|slated|expected|set|moved|pushed|postponed|delayed|put)\b)", "shipped", sentence=r"D"),
    noun("being-trained", "release", r"[MT]{2,},? (?:is|are|was|were|remains|still) [^.;]{0,30}?\b(?:in training|in the works|in development|being (?:trained|built|developed)|under development)\b(?! (?:on|with) [M])|\btraining (?:of|for) [M]{2,}[^.;]{0,20} (?:has begun|began|has started|started|(?:is|was) (?:well )?under ?way|is done|continues)\b|\b(?:successor|larger|largest|bigger|next)\b[^.;]{0,40}\b(?:is|are) (?:\w+ )?(?:in training|in the works|in development|being trained)\b", "planned", sentence=r"[SFMT]{3,}"),
    noun("model-due", "release", r"[M]{2,} (?:is|are) (?:now |still )?(?:due|expected|slated|scheduled|planned|(?:set |about )?to (?:be released|come|come out|follow|launch|arrive|appear))\b(?! not)", "planned"),
    noun("weights-follow", "release", r"\b(?:weights|code|open (?:version|weights))\b[^.;]{0,50}\b(?:will|would|are to|is to) (?:\w+ )?(?:follow|be (?:released|published|opened|made (?:public|available)|disclosed|laid open|open[- ]sourced))\b", "planned", sentence=r"[SFMT]{3,}"),
)
