"""Leaks, flaws, rigged benchmarks, allegations and denials: frames of incidents."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_PRIVATE = r"\b(?:private|personal|sensitive|intimate|confidential|secrets?)\b"
_CHATS = r"\b(?:chats?|conversations?|prompts?|data|messages?|questions?|photos|searches|queries|matters|posts|details|information|secrets?)\b"
_OUT = r"\b(?:public(?:ly)?|visible|exposed|turn(?:ed|s|ing)? up|surfac\w+|for (?:everyone|everybody|anyone|all)\b|to (?:the world|strangers|everyone|anyone)|in the open|leak\w*)\b"
_RIGS = r"(?:gam(?:ed|ing)|cheat\w*|rigg\w+|manipulat\w+|inflat\w+|fudg\w+|fak\w+|juic\w+)"
_BENCH = r"\b(?:test sets?|test results|benchmarks?|leaderboards?|rankings?|arena|lmarena|scores?|raters)\b|[O]{5,}"
_FALSE = r"(?:(?:simply |just |completely |entirely |plain )*(?:not true|untrue|false|wrong|nonsense|nonsensical|baseless|unfounded|inaccurate|misleading)|(?:denied|rejected|dismissed|disputed))"
_AI_THING = r"[MA]{3,}|\bai\b|\bchatbots?\b|\bassistants?\b|[S]{7}"

FRAMES: tuple[Frame, ...] = (
    frame("weights-leaked", "incident", "leak", "any", r"^\W*(?:on|onto|to|in|via|through|online)\b", sentence=r"\b(?:weights|source code|model)\b.{0,40}\bleak|\bleak\w*\b.{0,20}\b(?:weights|code)\b", ai=True, home=True, far=30),
    frame("leaks", "incident", "leak", "any", r"[MA]{3,}|\bweights\b|\bmodel\b|\bconversations\b|\bchats\b|\bprompts\b", sentence=r"[MAS]{3,}", ai=True, shuns=r"\bbenchmark"),
    frame("is-leaked", "incident", "leak", "product:MA", ai=True, shuns=r"^\W*(?:\w+ ){0,2}(?:benchmark|from|to reach)"),
    frame("games-benchmark", "incident", "leak release submit", "subject", far=120, wants=r"[O]{3,}.{0,30}\bbenchmark|\bexperimental\b.{0,95}(?:benchmark|leaderboard|[O]{4,})|\bbenchmark (?:results|scores)\b"),
    frame("alleged", "incident", "allege", "any", r"[SF]{2,}", sentence=r"\b(?:test sets?|benchmarks?|leaderboards?|gam(?:ed|ing)|cheat\w*|rigg\w+|inflat\w+|ranking)\b", far=120),
    frame("apologises", "incident", "leak", "subject", r"\bafter\b|\bfor\b|\bthat\b", sentence=r"\bai\b|[MA]{3,}|\bchatbot|\bassistant|[S]{7}"),
    frame("exposes", "incident", "show leak discover turn-public", "any", rf"{_PRIVATE}.{{0,30}}{_CHATS}|{_CHATS}.{{0,40}}\bwith (?:strangers|the world)", sentence=r"[SMA]{3,}", ai=True),
    frame("denies", "incident", "deny dispute-it", "subject", sentence=r"\bai\b|[MTA]{3,}|\bbenchmark|\btest sets?\b|\btraining\b", status={"fact": "denied", "perfect": "denied", "present": "denied"}),
    frame("demo-withdrawn", "incident", "cancel delay", "any", r"\bdemo\b"),
    frame("fails", "incident", "fail", "product:MA", ai=True, sentence=rf"{_AI_THING}", shuns=r"\bto (?:impress|excite|beat|match|keep)|\bin (?:benchmarks|tests)|\b(?:prices?|costs?|stock|shares)\b|\bbehind\b"),
    frame("flaw", "incident", "discover mend", "any", r"\b(?:flaws?|vulnerabilit\w+|security (?:bugs?|holes?|issues?|gaps?)|holes?|bugs?|exploits?|jailbreaks?|glitch(?:es)?)\b", sentence=r"[MA]{2,}|[S]{2,}.*\b(?:ai|chatbot|assistant|model)\b", ai=True, moods="fact perfect present participle progressive noun", shuns=r"\bin (?:\w+ )?(?:[O]{3,}|open[- ]source (?:software|projects|code))"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("leaked-to", "incident", r"\b(?:weights|model|code)\b.{0,40}\bto (?:a |the )?(?:torrent|bittorrent|4chan|[O]{4,5})\b|\b(?:uploaded|posted) [MS]{3,}.{0,30}(?:torrent|weights)|\btorrent\b[^.;]{0,30}[M]{3,}|[M]{2,} (?:was|were) on (?:4chan|[O]{4,5})\b", "shipped"),
    noun("leaks", "incident", r"[M]{2,} (?:\w+ )?(?:leaks?|leaked) (?:to|on|onto)\b", "shipped"),
    noun("bug", "incident", r"\b(?:bug|flaw|vulnerability|glitch|outage|leak|security hole|breach) (?:in|at|of|with) (?:\w+ )?[SMA]{3,}", "shipped", sentence=r"[MA]{3,}|\bai\b|\bchatbot|[S]{7}"),
    noun("made-public", "incident", rf"(?:{_PRIVATE}[^.;]{{0,30}}{_CHATS}|\bsecrets\b)[^.;]{{0,80}}{_OUT}|{_OUT}[^.;]{{0,20}}{_PRIVATE} {_CHATS}|\b(?:publicly )?(?:exposed|leaked) (?:private )?(?:chats|conversations|prompts|searches)\b", "shipped", topic=True, sentence=rf"{_CHATS}|{_AI_THING}"),
    noun("goes-down", "incident", r"(?:[MA]{3,}|[S]{7,})(?:'s)? (?:\w+ ){0,2}(?:went|was|were|is|are|goes) (?:briefly |also )?(?:down|offline|unavailable)\b|\b(?:demo|demonstration)\b[^.;]{0,40}\b(?:failed|went wrong|crashed|broke down|flopped)", "shipped", sentence=rf"{_AI_THING}|\bglasses\b", topic=True),
    noun("caught", "incident", rf"(?<![SF])[SF]{{2,}}[^.;]{{0,40}}\b(?:caught|accused of|suspected of|blamed for|under fire for|criticised for|criticized for) (?:\w+ ){{0,2}}{_RIGS}\b", "shipped", sentence=rf"{_BENCH}|{_AI_THING}"),
    noun("denied-as", "incident", rf"\b(?:claims?|allegations?|rumou?rs?|reports?|accusations?|suspicions?)\b[^.;]{{0,110}}\b(?:is|are|was|were|as|to be) \W?{_FALSE}\b", "denied", topic=True, sentence=rf"{_AI_THING}|{_BENCH}|\bmodels?\b|\btrain\w*"),
    noun("calls-false", "incident", rf"(?<![SF])[SF]{{2,}}[^.;]{{0,40}}\b(?:call(?:s|ed)|describ\w+|dismiss\w+|label(?:s|l?ed)) (?:\w+ ){{0,4}}(?:claims?|allegations?|rumou?rs?|reports?|accusations?) (?:as )?\W?{_FALSE}", "denied", topic=True, sentence=rf"{_BENCH}|\bmodels?\b|\btrain\w*"),
    noun("tricked", "incident", r"\b(?:hackers?|attackers?|researchers?|scammers?)\b[^.;]{0,40}\b(?:got into|broke into|hijack\w*|trick\w*|fool\w*|abus\w*|misus\w*|exploit\w*|manipulat\w*)\b[^.;]{0,60}(?:[MA]{3,}|[S]{2,}(?:'s)? (?:\w+ ){0,2}(?:ai|bot|assistant|chatbot)\b|\bthe (?:assistant|chatbot|bot)\b)", "shipped", ai=True, topic=True),
    noun("admits", "incident", rf"(?<![SF])[SF]{{2,}}[^.;]{{0,30}}\b(?:admit\w*|conced\w+|acknowledg\w+)\b[^.;]{{0,60}}(?:{_BENCH}|\b(?:bug|error|mistake|flaw|breach|leak|exposed)\b)", "shipped", ai=True),
    noun("petition", "incident", r"\b(?:sign(?:ed|s|ing)?|circulat\w+|launch\w*|start\w*|hand\w* in|deliver\w*|submit\w*|organi[sz]\w+|began) (?:\w+ ){0,4}petition\b|\bpetition (?:against|over|calling|demanding|asking|was|has been)\b", "shipped", topic=True),
    noun("protest", "incident", r"\b(?:employees|workers|staff(?:ers)?|engineers|moderators|parents|artists|users|contractors|annotators) (?:\w+ )?(?:protest(?:ed|s)?|walk(?:ed)? out|revolt(?:ed)?|rebel(?:led)?|stag\w+ (?:a |an )?\w+|went on strike|strike)\b", "shipped", topic=True, sentence=r"\bai\b|[SF]{2,}|\bchatbot|\bdata\b"),
)
