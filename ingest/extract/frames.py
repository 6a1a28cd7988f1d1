"""What a verb with its agent and object reports: one table of frames, first that fits wins (gold order of types).

A frame asks for a class of verb, an agent, and words that must (``wants``) and must not (``shuns``) stand in the verb's
reach: to its right, or to its left where the object went there (passive). Letters are the tags of ``tagged.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.events import MoveType, Status

__all__ = ["AI_WORDS", "FRAMES", "Frame", "NOUNS", "NounFrame"]

_MONEY = r"(?:[$€£]\s?\d|\b(?:usd|eur) ?\d|billions?\b|\btrillion|\bmillions? of dollars)"
_SITE = r"(?:data[- ]?cent(?:er|re)s?|campus(?:es)?|superclusters?|clusters?|supercomputers?|ai factory|ai factories|infrastructure|compute|servers?)"
_CHIPS = r"(?:chips?|silicon|accelerators?|processors?|asics?|semiconductors?)"
_OWN = r"(?:own|in-house|custom|homegrown|home-grown|first|next-gen\w*|new(?:est)?|latest|training|inference|ai|generations?|second|third|fourth)"
_DEAL = r"(?:deals?|agreements?|partnerships?|alliances?|contracts?|pacts?|collaborations?|tie-ups?|joint ventures?|memorandum|commitments?)"
_STAFF = (
    r"(?:researchers?|engineers?|scientists?|executives?|experts?|people|hires?|talent|staff(?:ers)?|employees|workers|leaders?|team|co-?founders?|"
    r"ceo|chief|head|president|veterans?|professor|director|vice president|vp|jobs|roles|positions|founders?)"
)
_UNIT = r"(?:labs?|units?|divisions?|teams?|groups?|organi[sz]ations?|departments?|centers?|centre)"
_PAPER = r"(?:papers?|benchmarks?|datasets?|data sets?|stud(?:y|ies)|research|corpus|method(?:ology)?|leaderboards?|architecture|technique|findings|simulator)"
_MODEL = r"(?:models?|weights|llms?|checkpoints?|families|family|suite|series|librar(?:y|ies)|frameworks?|toolkits?|versions?|classifiers?|code(?:base)?|parameters)"
_APP = (
    r"(?:apps?|assistants?|chatbots?|features?|playground|glasses|voice mode|ai mode|tools?|characters?|stickers?|agents?|translations?|dubbing|feeds?|"
    r"experiences?|api|platform|image generat\w+|search|subscription|browser|personas|editing|wearable)"
)
_LICENCE = r"(?:licen[cs]\w*|polic(?:y|ies)|terms|privacy|code of (?:practice|conduct)|rules?|restrictions?|acceptable use|data use|opt[- ]out|guidelines|safeguards)"
_LAW = (
    r"(?:copyright|lawsuits?|suits?|court|privacy|antitrust|probe|investigation|fair use|summary judgment|data|train\w*|ai|chatbots?|minors|"
    r"code of practice|complaint|injunction|class action|claims)"
)

AI_WORDS = re.compile(
    r"\b(?:ai|a\.i\.|artificial intelligence|machine learning|superintelligence|llms?|language models?|neural|chatbots?|gpus?|deep learning|"
    r"generative|gen ?ai|models?|foundation model|supercluster|data cent(?:er|re)s?|accelerators?|semiconductors?|chips?|inteligência artificial|inteligencia artificial)\b"
    r"|(?<![A-Za-z])[MTACI]{3,}"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a move is reported."""

    name: str
    type: MoveType
    classes: frozenset[str]
    agent: str  # subject; other (not the subject); any; product
    wants: re.Pattern[str]
    shuns: re.Pattern[str] | None = None
    sentence: re.Pattern[str] | None = None  # must stand in the sentence as well
    far: int = 90
    status: dict[str, Status] = field(default_factory=dict)  # mood → status, where it differs from the type's
    ai: bool = False  # the sentence or the post must speak of AI


def _f(
    name: str, type_: MoveType, classes: str, agent: str, wants: str, shuns: str = "", *, sentence: str = "", far: int = 90,
    status: dict[str, Status] | None = None, ai: bool = False,
) -> Frame:  # fmt: skip
    return Frame(
        name, type_, frozenset(classes.split()), agent, re.compile(wants), re.compile(shuns) if shuns else None,
        re.compile(sentence) if sentence else None, far, status or {}, ai,
    )  # fmt: skip


_DONE: dict[str, Status] = {
    "fact": "shipped",
    "perfect": "shipped",
    "present": "shipped",
    "participle": "shipped",
    "progressive": "announced",
}
_SAID: dict[str, Status] = {
    "fact": "announced",
    "perfect": "announced",
    "present": "announced",
    "participle": "announced",
}

FRAMES: tuple[Frame, ...] = (
    _f(
        "buys-company",
        "acquisition",
        "acquire",
        "subject",
        r"[OX]{2,}|startup|start-up|\bmaker\b|\bfirm\b|\bcompany\b",
        rf"\bstake|percent\b|\d%|shares\b|\bgpus?\b|\bchips\b|\benergy\b|\bpower\b|\bland\b|nuclear|electricity|books\b|\bads?\b|{_SITE}",
        far=70,
    ),
    _f("is-bought", "acquisition", "acquire", "other", r"^\W*by\s+(?:\w+\s+)?[SF]", far=40),
    _f("takes-stake", "investment", "acquire invest", "subject", r"\bstake|\d+(?:\.\d+)?(?: ?%| percent)|\bshares\b"),
    _f(
        "invests",
        "investment",
        "invest build say",
        "subject",
        rf"{_MONEY}",
        r"\brevenue|\bprofit|\bsales\b|\bearn|\bvaluation|\bfine\b|\bad\b|reels|\bbuyback|salary|salaries|packages?|bonus",
        ai=True,
        sentence=rf"\binvest|\bcapex|capital|spend|infrastructure|data cent|superc|\bai\b|[I]{{3,}}|\bstake|\bplant\b|\bcompute\b",
    ),
    _f(
        "builds-site",
        "investment",
        "invest build release unit feature design",
        "subject",
        rf"{_SITE}|[I]{{3,}}",
        r"\bmodel|\bapp\b|\bassistant|[MTAC]{4,}.{0,20}$",
        far=70,
        ai=True,
        status={"progressive": "planned"},
    ),
    _f("is-issued", "investment", "release supply offer", "other", r"\bwarrants?\b.{0,60}", sentence=r"[SF]{2,}"),
    _f(
        "own-chip",
        "chip",
        "design release preview build feature delay study",
        "subject",
        rf"[C]{{3,}}|\b{_OWN}(?: \S+){{0,4}} {_CHIPS}\b",
        r"\bfrom [OX]{3,}|[O]{3,}(?:'s)? (?:\w+ )?(?:chips|gpus)",
        status=_SAID,
        far=110,
    ),
    _f("chip-shown", "chip", "design release preview", "product:C", r"", status=_SAID),
    _f("switches-hardware", "chip", "switch", "subject", rf"\bfrom\b.*\bto\b.*(?:gpus?|{_CHIPS}|[C]{{3,}})"),
    _f(
        "partners",
        "partnership",
        "partner",
        "subject",
        rf"[OXR]{{2,}}|\b{_DEAL}\b",
        r"\bmodel\b|\bhim\b|\bto lead\b|chief|code of (?:practice|conduct)|executive order|\blease\b",
        far=90,
        status={"fact": "announced", "perfect": "announced", "present": "announced", "progressive": "announced"},
    ),
    _f(
        "partners-with-us",
        "partnership",
        "partner",
        "other",
        rf"[SF]{{2,}}",
        r"\bsu(?:e|it)|\bruling|\bcode of|\bagainst",
        sentence=rf"[OXR]{{2,}}",
        far=90,
        status={"fact": "announced", "perfect": "announced", "present": "announced"},
    ),
    _f(
        "announces-deal",
        "partnership",
        "release say",
        "subject",
        rf"^(?:\W*\w+){{0,6}}?\W*\b(?<!licensing )(?<!stock ){_DEAL}\b",
        r"\blicen[cs]e agreement",
        sentence=rf"[OXR]{{2,}}",
        status={"fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced"},
        far=80,
    ),
    _f(
        "announces-deal-with-us",
        "partnership",
        "release say supply",
        "other",
        rf"^(?:\W*\w+){{0,6}}?\W*\b{_DEAL}\b",
        r"\binvestment",
        sentence=rf"[SF]{{2,}}",
        status={"fact": "announced", "perfect": "announced", "present": "announced"},
        far=80,
    ),
    _f(
        "supplies-us",
        "partnership",
        "supply",
        "other",
        rf"\b(?:to|for)\s+[SF]{{2,}}",
        status={
            "fact": "announced",
            "infinitive": "announced",
            "will": "announced",
            "present": "announced",
            "perfect": "announced",
        },
        far=120,
    ),
    _f(
        "hands-over",
        "partnership",
        "switch release leave",
        "any",
        r"(?:\bto|\bfor)\s+(?:the\s+)?(?:[OX]{3,}|[OX ]*foundation)",
        sentence=r"[TM]{3,}|foundation",
        far=90,
        status={"fact": "announced", "perfect": "announced", "present": "announced"},
    ),
    _f(
        "hires",
        "people",
        "hire",
        "subject",
        rf"[PFX]{{3,}}|\b{_STAFF}\b",
        rf"[MTAC]{{3,}}|\bdata\b|\bchips?\b|{_SITE}|\bfeature|\bapp\b|\bmodel\b",
        far=90,
        ai=True,
    ),
    _f("is-hired", "people", "hire lead", "product:P", r"", sentence=r"[SF]{2,}", ai=True),
    _f(
        "joins",
        "people",
        "leave",
        "person",
        r"[SF]{2,}|\bcompany\b|\bmsl\b|\bto (?:start|found|launch)",
        r"\bfoundation",
        ai=True,
        sentence=r"[SF]{2,}",
        far=70,
    ),
    _f(
        "leads",
        "people",
        "lead",
        "person",
        rf"[SF]{{2,}}|\b{_UNIT}\b|\bit\b|products?|research",
        ai=True,
        sentence=r"[SF]{2,}",
        far=70,
    ),
    _f(
        "makes-unit",
        "people",
        "unit release",
        "subject",
        rf"^(?:\W*\w+){{0,7}}?\W*(?:\b{_UNIT}\b|[S]{{8,}})",
        rf"{_SITE}|{_CHIPS}|[MTAC]{{3,}}|\bmodels?\b|\btools?\b|\bapp\b|\bassistant|\bgroup of|product",
        ai=True,
        far=80,
    ),
    _f(
        "cuts-jobs",
        "people",
        "cut",
        "subject",
        r"\b(?:jobs|roles|employees|workers|staff|positions|people|hiring|researchers|team)\b",
        sentence=r"\bai\b|[S]{8,}|superintelligence|artificial",
        far=60,
    ),
    _f(
        "offers-pay",
        "people",
        "offer",
        "subject",
        r"\b(?:bonus(?:es)?|packages?|salar(?:y|ies)|compensation|pay|offers?)\b",
        sentence=rf"\bai\b|\b{_STAFF}\b|[OX]{{3,}}",
    ),
    _f("targets-staff", "people", "offer acquire partner", "subject", r"\bhires?\b|\bhiring\b"),
    _f(
        "refuses",
        "policy",
        "policy partner",
        "subject",
        rf"\b{_LICENCE}|\bact\b|\bit\b",
        sentence=r"\bcode\b|\bact\b|regulat|\beu\b|[R]{2,}",
    ),
    _f(
        "changes-terms",
        "policy",
        "policy release feature",
        "subject",
        rf"\b{_LICENCE}\b",
        r"[MTAC]{3,}(?:'s)? (?:\w+ ){0,2}(?:model|assistant)|\bsafety tools",
        far=70,
        ai=True,
    ),
    _f(
        "opens-access",
        "policy",
        "policy release",
        "subject",
        r"\b(?:military|defen[cs]e|national security|government agenc\w+|agencies|contractors)\b",
        ai=True,
        far=120,
    ),
    _f(
        "uses-data",
        "policy",
        "feature say release delay",
        "subject",
        r"\b(?:posts|interactions|conversations|public content|personal data|user data|photos|data)\b.{0,60}\b(?:train\w*|ads|personali[sz]e\w*|ai)\b|\btrain\w*\b.{0,60}\b(?:posts|data|content|photos|conversations)\b|\buse\b.{0,30}\b(?:data|posts|interactions)\b",
        r"[M]{4,}.{0,40}open",
        far=140,
        ai=True,
    ),
    _f(
        "law-acts",
        "policy",
        "sue policy delay",
        "other",
        r"[SF]{2,}|\bcompany\b",
        r"\binstagram\b|\boculus\b|\bquest\b|\bacquisition",
        sentence=rf"[SF]{{2,}}(?:.*\b{_LAW}\b)?",
        ai=True,
        far=110,
    ),
    _f("law-acted-on", "policy", "sue", "product:S", r"", sentence=rf"\b{_LAW}\b", ai=True),
    _f(
        "leaks",
        "incident",
        "leak",
        "any",
        r"[MA]{3,}|\bweights\b|\bmodel\b|\bconversations\b|\bchats\b|\bprompts\b",
        sentence=r"[MAS]{3,}",
        ai=True,
    ),
    _f("is-leaked", "incident", "leak", "product:MA", r"", ai=True),
    _f(
        "games-benchmark",
        "incident",
        "leak release",
        "subject",
        r"[O]{3,}.{0,30}\bbenchmark|\bexperimental\b.{0,60}(?:benchmark|leaderboard|[O]{4,})",
    ),
    _f(
        "denies",
        "incident",
        "deny",
        "subject",
        r"",
        sentence=r"\bai\b|[MTA]{3,}|\bbenchmark|\btest sets?\b|\btraining\b",
        status={"fact": "denied", "perfect": "denied", "present": "denied"},
    ),
    _f("demo-withdrawn", "incident", "cancel delay", "any", r"\bdemo\b", sentence=r"[MTA]{3,}|[S]{2,}"),
    _f(
        "counts",
        "milestone",
        "reach",
        "count",
        r"\b\d[\d.,]*\+? ?(?:\w+llion)?\b.{0,30}\b(?:downloads|users|monthly|weekly|daily|people|times|developers)\b",
        r"[O]{3,}'s",
    ),
    _f(
        "releases-model",
        "release",
        "release cancel delay",
        "subject",
        rf"[MT]{{2,}}",
        rf"^\W*(?:\w+ ){{0,4}}(?:{_PAPER}|plans? to|support)\b|\bcourse\b",
        far=75,
    ),
    _f(
        "previews-model",
        "release",
        "preview",
        "subject",
        rf"[MT]{{2,}}",
        far=60,
        status={"fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced"},
    ),
    _f(
        "shows-research",
        "research",
        "study release preview",
        "subject",
        rf"^(?:\W*[\w-]+){{0,8}}?\W*\b{_PAPER}\b",
        rf"\bresearch (?:lab|team|unit)|{_CHIPS}|\bpolicy|\bmodels?\b.{{0,10}}\bopen",
        far=90,
        ai=True,
    ),
    _f("product-shown", "release", "release", "product:MT", r""),
    _f(
        "model-previewed",
        "release",
        "preview",
        "product:MT",
        r"",
        status={"fact": "announced", "perfect": "announced", "present": "announced"},
    ),
    _f("delays", "release", "delay cancel", "product:MT", r""),
    _f(
        "releases-app",
        "product",
        "release feature preview cancel delay",
        "subject",
        rf"^(?:\W*[\w'.,$-]+){{0,10}}?\W*(?:\b{_APP}\b|[A]{{3,}})",
        rf"\bmodels?\b.{{0,25}}\bopen|\breels\b|\bstories\b|\bquest\b|\bheadset\b|\bvr\b|\bthreads\b",
        far=90,
        ai=True,
    ),
    _f("app-shown", "product", "release feature cancel delay", "product:A", r"", ai=True),
    _f(
        "releases-named",
        "release",
        "release cancel delay",
        "subject",
        rf"^(?:\W*[\w'.,$-]+){{0,12}}?\W*\b{_MODEL}\b",
        rf"\bplan\b|\bpartnership|\bbusiness model|\brole model|\bfinancial|\bquest\b|\breels\b|\bfashion|\bnew versions? of (?:instagram|facebook|whatsapp)",
        far=90,
        ai=True,
    ),
)


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A move told by a noun: "a deal between AMD and Meta", "2026 capex guidance of $115-135 billion"."""

    name: str
    type: MoveType
    pattern: re.Pattern[str]
    status: Status
    sentence: re.Pattern[str] | None = None
    topic: bool = False  # the subject may be left out where the post is about it


def _n(
    name: str, type_: MoveType, pattern: str, status: Status, *, sentence: str = "", topic: bool = False
) -> NounFrame:
    return NounFrame(name, type_, re.compile(pattern), status, re.compile(sentence) if sentence else None, topic)


NOUNS: tuple[NounFrame, ...] = (
    _n(
        "acquisition-of",
        "acquisition",
        r"[SF]{2,}(?:'s)?(?: \w+){0,5} (?:acquisition|purchase|takeover|buyout) of (?:\w+ ){0,4}[OX]{2,}",
        "shipped",
    ),
    _n("belongs-to", "acquisition", r"\b(?:now )?(?:belongs|belonging) to [SF]{2,}", "shipped"),
    _n(
        "capex",
        "investment",
        rf"\b(?:capex|capital[- ]expenditures?|capital spending)\b.{{0,90}}{_MONEY}|{_MONEY}.{{0,40}}\b(?:capex|capital[- ]expenditures?|capital spending)\b",
        "announced",
        topic=True,
    ),
    _n(
        "stake-from",
        "investment",
        rf"\binvestment\W* (?:from|by) [SF]{{2,}}|{_MONEY}[^.;]{{0,25}} investment (?:in|for)\b|\b(?:\d+%|\d+ percent) (?:\S+ ){{0,2}}stake in [OX]",
        "announced",
        sentence=r"[SF]{2,}",
    ),
    _n(
        "deal-between",
        "partnership",
        rf"\b{_DEAL}\b (?:\w+ ){{0,3}}(?:between|with)\b.{{0,40}}(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})",
        "announced",
    ),
    _n(
        "agree-deal",
        "partnership",
        rf"(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})(?:'s)? (?:have |has |had )?(?:\w+ ){{0,3}}?(?:agreed|{_DEAL})\b",
        "announced",
    ),
    _n(
        "switch-of-leak",
        "incident",
        r"\b(?:weights|model|code)\b.{0,40}\bto (?:a |the )?(?:torrent|bittorrent|4chan|[O]{4,5})\b|\b(?:uploaded|posted) [MS]{3,}.{0,30}(?:torrent|weights)",
        "shipped",
    ),
    _n(
        "takedown",
        "policy",
        r"\bfiled? (?:\w+ ){0,2}take-?down requests?|\btake-?down (?:notices?|requests?)",
        "shipped",
        topic=True,
    ),
    _n("hearing", "policy", r"\bat a hearing\b", "shipped", sentence=r"[SF]{2,}"),
    _n(
        "release-of",
        "release",
        r"\b(?:release|launch|debut|unveiling|open-sourcing) of (?:\w+ ){0,4}?[MT]{3,}",
        "shipped",
        sentence=r"[SFD]",
    ),
    _n(
        "licence-permits",
        "policy",
        r"\blicen[cs]e (?:permits|allows|forbids|prohibits|excludes|bars|requires|includes|now)\b",
        "shipped",
        sentence=r"[MS]{3,}",
        topic=True,
    ),
    _n(
        "becomes-available",
        "release",
        r"[MT]{3,}[^.;]{0,60}\b(?:is|are|was|were|now)\s+(?:(?:now|publicly|freely|openly|also|generally|widely)\s+)*(?:available|live|out)\b",
        "shipped",
    ),
    _n("goes", "release", r"[MT]{3,}\s+(?:went|going) (?:\w+)", "shipped", sentence=r"D"),
    _n(
        "would-be-open",
        "release",
        r"[MT]{3,} (?:would|will) be (?:fully |completely )?(?:open|free)\b",
        "shipped",
        sentence=r"D",
    ),
    _n(
        "prepares-open",
        "release",
        r"[SF]{2,}[^.;]{0,25}\b(?:preparing|plans?|planning|intends?|aims?|hopes?) to (?:\w+ )?(?:open[- ]source|release|launch)\b",
        "planned",
    ),
    _n(
        "runs-in-app",
        "product",
        r"\b(?:it|[M]{3,})\s+(?:is |already |now |also )*(?:runs|powers|live|rolls? out|replaces)\b[^.;]{0,60}[A]{4,}",
        "shipped",
    ),
    _n(
        "will-replace",
        "product",
        r"\b(?:it|[M]{3,})\s+will (?:also )?(?:replace|power|come to|roll out|be available|arrive)\b[^.;]{0,80}",
        "planned",
        sentence=r"\b(?:whatsapp|instagram|messenger|facebook|glasses|app|apps)\b|[S]{4,}|[A]{4,}",
    ),
    _n(
        "rollout-planned",
        "product",
        r"\ba? ?roll-?out\b[^.;]{0,80}\b(?:is|are) (?:planned|due|expected|scheduled)",
        "planned",
    ),
    _n("not-come", "product", r"[A]{3,}(?: \w+){0,2} will not (?:come|launch|be)\b", "delayed"),
)
