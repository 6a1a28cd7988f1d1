"""Counts that are reached: frames of milestones."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_MANY = r"(?:(?:\d[\d.,]*\+?|one|a|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|half a|hundreds of|tens of)(?:[ -]\w+llions?\b|(?<=\d{3}))|\d[\d.,]* ?(?:m|mn|mln|bn|k|b(?= (?:\w+ )?(?:users|downloads|people|installs)))\b\+?)"
_WHO = r"(?:users?|people|downloads?|developers?|actives?|customers?|installs?|installations?|businesses|advertisers|subscribers|companies|brands|creators|sign-?ups|conversations|chats|queries|prompts|messages|requests|derivatives|fine-tunes|images|videos|ads|calls)"
_DID = r"(?:handled|held|made|generated|created|written|produced|answered|built|sent|run|translated|processed|answers|handles|creates|generates|processes)"
_TOOLS = r"(?:assistants?|chatbots?|models|tools|ai|agents?|features|ai app|glasses)"
_THING = rf"(?:[MAT]{{2,}}|[SF]{{2,}}'s (?:ai |own |generative |ad |business |new )*{_TOOLS}|\bthe (?:ai )?(?:assistant|chatbot)\b|\bits (?:ai |own |generative )*(?:assistant|chatbot|ai\b|models))"

FRAMES: tuple[Frame, ...] = (
    frame("counts", "milestone", "reach", "count", rf"\b{_MANY}.{{0,30}}\b(?:{_WHO}|monthly|weekly|daily|times)\b|\b{_MANY}", shuns=r"[O]{3,}'s|[$€£]|\bparameters\b|\btokens\b", sentence=rf"\b(?:downloaded|monthly|weekly|daily|times|mau|maus|{_WHO[3:]}\b", moods="fact perfect present participle progressive"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("handled-by", "milestone", rf"\b{_MANY} (?:[\w-]+ ){{0,3}}?{_WHO}\b[^.;]{{0,40}}\b(?:are|were|is|was|have been|had been|being) (?:\w+ )?{_DID} (?:\w+ )?(?:by|with|in|through|using|on|of)\b[^.;]{{0,20}}{_THING}", "shipped", topic=True),
    noun("made-with", "milestone", rf"\b(?:make|makes|made|run|create|created|built|generated|written|have \w+ed|has \w+ed|uses?|used|using|adopted|tried) (?:\w+ ){{0,5}}?{_MANY} (?:[\w-]+ ){{0,3}}?{_WHO}\b[^.;]{{0,40}}\b(?:with|of|by|using|on) (?:the )?{_THING}", "shipped"),
    noun("many-use", "milestone", rf"\b{_MANY} (?:[\w-]+ ){{0,2}}?{_WHO}\b[^.;]{{0,30}}\b(?:use|uses|used|using|adopted|tried|build|built|work|working|create|creating) (?:\w+ ){{0,3}}?{_THING}", "shipped", sentence=r"\b(?:said|says|announced|reported|reports|disclosed|revealed|according|now)\b"),
    noun("downloads-at", "milestone", rf"\b(?:puts?|put|estimates?|estimated|pegs?|pegged|sees|counted|counts|reported|reports|tallied|tracked)\b[^.;]{{0,30}}\b(?:downloads|users|usage|installs)\b (?:of|for|in|from) (?:the )?{_THING}[^.;]{{0,20}}\bat (?:\w+ ){{0,2}}?{_MANY}|\b(?:puts?|put|pegs?|pegged|estimates?|estimated) (?:\w+ ){{0,2}}?{_THING}(?:'s)? (?:\w+ )?(?:downloads|users|usage|installs|audience) at (?:\w+ ){{0,2}}?{_MANY}", "shipped"),
    noun("third-party-count", "milestone", rf"\b(?:counted|counts|reported|reports|estimated|estimates|recorded|tallied|tracked|logged|measured)\b (?:\w+ ){{0,3}}?{_MANY} (?:\w+ )?(?:downloads|users|installs|installations|sign-?ups)\b", "shipped", sentence=_THING),
    noun("number-at", "milestone", rf"\b(?:puts?|put) the (?:number|count) of (?:downloads|(?:monthly |daily |weekly )?users) at (?:\w+ ){{0,2}}?{_MANY}", "shipped", topic=True),
    noun("puts-at", "milestone", rf"\b(?:puts?|put|gives?|gave|estimates?) the (?:number|count|total|figure) of (?:\w+ )*?{_THING}(?: (?:downloads|users))? at (?:\w+ ){{0,2}}?{_MANY}", "shipped"),
    noun("grown-to", "milestone", rf"\b(?:users|downloads|usage|audience|user base|numbers?|installs)\b[^.;]{{0,40}}\b(?:doubled|tripled|quadrupled|risen|grown|climbed|jumped|rose|grew|swelled|swollen|soared|surged|leapt|ballooned|increased|expanded)\b[^.;]{{0,30}}\bto (?:\w+ ){{0,2}}?{_MANY}", "shipped", sentence=_THING),
    noun("users-each", "milestone", rf"{_THING}[^.;]{{0,50}}\busers\b[^.;]{{0,20}}: (?:\w+ ){{0,2}}?{_MANY} (?:\w+ )?(?:a|each|every|per) (?:month|week|day)\b", "shipped"),
    noun("many-of", "milestone", rf"\b{_MANY} (?:\w+ )?(?:downloads|users|monthly users) (?:of|for) (?:the )?{_THING}", "shipped", sentence=r"\b(?:reached|passed|hit|celebrat\w+|crossed|topped|recorded|now|announced|counted|reports?|reported|saw|sees|gained|drew|amassed|clocked|notched|registered|logged|estimates?|estimated|according|after|since)\b"),
    noun("mark-passed", "milestone", r"\b(?:million|billion)(?:-user|-download)? (?:mark|milestone|threshold|barrier)\b", "shipped", sentence=rf"{_THING}[^.;]*\b(?:passed|crossed|reached|broken|exceeded|hit|surpassed)\b|\b(?:passed|crossed|reached|broken|exceeded|hit|surpassed)\b[^.;]*{_THING}"),
    noun("has-users", "milestone", rf"{_THING}[^.;]{{0,30}}\b(?:has|have|had|counts|counted|serves|served|boasts|boasted|draws|sees|attracts)\s+(?:\w+ ){{0,4}}?{_MANY}[^.;]{{0,25}}\b{_WHO}\b", "shipped"),
    noun("downloaded-times", "milestone", rf"(?:{_THING}|\bthe app\b)[^.;]{{0,60}}\b(?:has|have|had|was|were|been) (?:\w+ )?(?:downloaded|installed|used|fetched|pulled|opened)\b[^.;]{{0,25}}\b{_MANY}", "shipped"),
    noun("used-by", "milestone", rf"{_THING}[^.;]{{0,60}}\b(?:used|tried|opened) (?:\w+ ){{0,3}}?by (?:\w+ ){{0,4}}?{_MANY}[^.;]{{0,25}}\b{_WHO}\b", "shipped"),
    noun("people-use", "milestone", rf"\b{_MANY}[^.;]{{0,20}}\b{_WHO}\b[^.;]{{0,30}}\b(?:use|uses|using|used|talk|talking|turn|turning|chat|chatting|rely|relying) (?:(?:to|with|on|the|their|assistant|chatbot) )*{_THING}", "shipped"),
    noun("stands-at", "milestone", rf"\b(?:downloads|(?:monthly|weekly|daily|active) users|the (?:count|number|total|figure|tally)|audience)\b[^.;]{{0,40}}\b(?:stood at|stands at|rose to|risen to|grew to|grown to|climbed to|is at|was at|came to|comes to|amounts? to|amounted to|topped|passed|exceeds?|exceeded|reached|hit)\b (?:\w+ ){{0,3}}?{_MANY}(?! (?:dollars|euros|parameters|tokens))", "shipped", sentence=rf"{_THING}|\bdownload", topic=True),
    noun("close-to", "milestone", rf"{_THING}[^.;]{{0,40}}\b(?:at|nearing|approaching|closing in on|close to|on the verge of|just short of|just under|nearly)\b (?:\w+ ){{0,2}}?{_MANY}[^.;]{{0,25}}\b{_WHO}\b", "shipped"),
    noun("we-are-at", "milestone", rf"\b(?:almost|nearly|now|already|just|close) (?:at|to|past|over) (?:\w+ )?{_MANY} (?:monthly|weekly|daily|active)\b", "shipped", topic=True),
    noun("count-of", "milestone", rf"\b(?:milestone|mark) of {_MANY}[^.;]{{0,20}}\b{_WHO}\b", "shipped", sentence=_THING),
)
