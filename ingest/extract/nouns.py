"""Moves told by nouns and by set phrases, where no verb of the table reports them."""

from __future__ import annotations

from ingest.extract.frame import NounFrame, noun
from ingest.extract.words import DEAL, MONEY

__all__ = ["NOUNS"]

_CAPEX = r"\b(?:capex|capital[- ]expenditures?|capital spending)\b"
_WILL = (
    r"\b(?:(?:is|are) (?:set|expected|slated|due|designed|planned|being built|scheduled|meant)|will (?:be|come|go|cover|open|start|deliver|begin)|"
    r"should (?:reach|come|open)|would (?:cover|reach)|goes online)\b"
)

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
NOUNS: tuple[NounFrame, ...] = (
    noun("acquisition-of", "acquisition", r"[SF]{2,}(?:'s)?(?: (?!proposed|planned|attempted|blocked|failed)\w+){0,5} (?:acquisition|purchase|takeover|buyout) of (?:\w+ ){0,4}[OX]{2,}", "shipped", sentence=r"D|announc|confirm|complet|\bclos(?:ed|es)\b|reported|approved|finali[sz]"),
    noun("belongs-to", "acquisition", r"\b(?:now )(?:belongs|belonging) to [SF]{2,}", "shipped"),
    noun("capex", "investment", rf"{_CAPEX}.{{0,90}}{MONEY}|{MONEY}.{{0,40}}{_CAPEX}", "announced", topic=True),
    noun("stake-from", "investment", rf"\binvestment\W* (?:from|by) [SF]{{2,}}|{MONEY}[^.;]{{0,25}} investment (?:in|for)\b|\b(?:\d+%|\d+ percent) (?:\S+ ){{0,2}}stake in [OX]", "announced", sentence=r"[SF]{2,}"),
    noun("site-planned", "investment", rf"(?:[I]{{3,}}|\b(?:data cent(?:er|re)|campus|supercluster|cluster)\b)[^.;]{{0,70}}{_WILL}", "planned", topic=True),
    noun("gpus-planned", "investment", r"[SF]{2,}[^.;]{0,45}\b(?:will|would|to|plans to) (?:have|hold|own|buy|amass|operate)\b[^.;]{0,30}\d[^.;]{0,25}\bgpus?\b", "planned"),
    noun("deal-between", "partnership", rf"\b{DEAL}\b (?:\w+ ){{0,3}}(?:between|with)\b.{{0,40}}(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})", "announced"),
    noun("agree-deal", "partnership", rf"(?:[OXR]{{2,}} and [SF]{{2,}}|[SF]{{2,}} and [OXR]{{2,}})(?:'s)? (?:have |has |had )?(?:agreed\b|(?:\w+ ){{0,2}}(?:signed|struck|inked|announced|made|entered|reached|unveiled|established|formed|extended|expanded)\b.{{0,40}}\b{DEAL}\b)", "announced"),
    noun("new-deal-with", "partnership", rf"\b(?:has|have|struck|new|separate) (?:an? )?(?:\w+ ){{0,3}}{DEAL} with (?:[SF]{{2,}}|[OX]{{2,}})", "announced", sentence=r"[SF]{2,}"),
    noun("departure", "people", r"(?:(?:[PF]{3,}|X{3,})'s|\b(?:his|her)) (?:\w+ ){0,2}(?:departure|exit|resignation|retirement)\b|\b(?:departure|exit|resignation|retirement) of (?:\w+ ){0,3}(?:[PF]{3,}|X{3,})", "announced", sentence=r"[SF]{2,}"),
    noun("leaked-to", "incident", r"\b(?:weights|model|code)\b.{0,40}\bto (?:a |the )?(?:torrent|bittorrent|4chan|[O]{4,5})\b|\b(?:uploaded|posted) [MS]{3,}.{0,30}(?:torrent|weights)|\btorrent\b[^.;]{0,30}[M]{3,}|[M]{2,} (?:was|were) on (?:4chan|[O]{4,5})\b", "shipped"),
    noun("leaks", "incident", r"[M]{2,} (?:\w+ )?(?:leaks?|leaked) (?:to|on|onto)\b", "shipped"),
    noun("talks", "partnership", r"[SF]{2,}[^.;]{0,30}\b(?:in|holding) (?:\w+ )?(?:talks|discussions) (?:to|with|about|over)\b(?![^.;]{0,40}\b(?:acquire|buy|invest|hire|purchase)\b)[^.;]{0,60}[OX]{2,}", "rumoured"),
    noun("bug", "incident", r"\b(?:bug|flaw|vulnerability|glitch|outage|leak) (?:in|at|of|with) (?:\w+ )?[SMA]{3,}", "shipped", sentence=r"[MA]{3,}|\bai\b|\bchatbot|[S]{7}"),
    noun("probed", "policy", r"[SMA]{2,}[^.;]{0,70}\b(?:faces?|drew|draws|sparked|prompted|triggered)\b[^.;]{0,30}\b(?:probe|investigation|inquiry|lawsuit|complaint)\b", "shipped"),
    noun("has-users", "milestone", r"[MSA]{2,}[^.;]{0,30}\b(?:has|have|counts|serves|boasts)\s+(?:\w+ ){0,3}?(?:\d[\d.,]*\+?|one|a) ?(?:\w+llion)\b[^.;]{0,20}\b(?:users|downloads|people)\b", "shipped"),
    noun("gets-feature", "product", r"[SA]{2,}[^.;]{0,25}\b(?:glasses|app|assistant|chatbot)\b[^.;]{0,15}\b(?:will get|gets?|(?:is|are) getting)\b", "planned"),
    noun("takedown", "policy", r"\bfiled? (?:\w+ ){0,2}take-?down requests?|\btake-?down (?:notices?|requests?)", "shipped", topic=True),
    noun("hearing", "policy", r"\bat a hearing\b", "shipped", sentence=r"[SF]{2,}"),
    noun("licence-permits", "policy", r"\blicen[cs]e (?:\w+ly )?(?:permits|allows|forbids|prohibits|excludes|bars|requires|now)\b", "shipped", sentence=r"[MS]{3,}|\bcommercial|\bmonthly", topic=True),
    noun("headline", "release", r"^\W*(?:[SF]+ )?[MT]{3,}:\s", "shipped"),
    noun("release-of", "release", r"\b(?:release|launch|debut|unveiling|open-sourcing) of (?:\w+ ){0,4}?[MT]{3,}", "shipped", sentence=r"[SFD]"),
    noun("its-release", "release", r"\bits (?:public |open |first |initial )?release in D", "shipped", sentence=r"[MT]{3,}"),
    noun("becomes-available", "release", r"[MT]{2,}[^.;]{0,60}\b(?:is|are|was|were|now)\s+(?:(?:now|publicly|freely|openly|also|generally|widely)\s+)*(?:available|live|out)\b(?![^;]{0,50}(?:[AS]{6,}|\bapps?\b|\.ai\b))", "shipped"),
    noun("goes", "release", r"[MT]{3,}\s+(?:went|going) (?:\w+)", "shipped", sentence=r"D"),
    noun("would-be-open", "release", r"[MT]{3,} (?:would|will) be (?:fully |completely )?(?:open|free)\b", "shipped", sentence=r"D"),
    noun("prepares-open", "release", r"[SF]{2,}[^.;]{0,25}\b(?:preparing|plans?|planning|intends?|aims?|hopes?) to (?:\w+ )?(?:open[- ]source|release|launch)\b", "planned"),
    noun("plans-for-open", "release", r"\bplans? (?:for|of|to) (?:open[- ]sourc\w+|releas\w+)\b", "planned", sentence=r"[MS]{3,}"),
    noun("in-training", "release", r"[MT]{3,},? (?:is |was |remains )?(?:still )?in training\b", "planned"),
    noun("runs-in-app", "product", r"[MT]{2,}\s+(?:is |are |already |now |also )*(?:runs|powers|live|rolls? out|replaces)\b[^;]{0,60}(?:[A]{4,}|\bassistant|\.ai\b|\bapps?\b|[S]{7})", "shipped"),
    noun("will-replace", "product", r"[MT]{2,}\s+will (?:also )?(?:replace|power|come to|roll out|be available|arrive)\b[^.;]{0,80}", "planned", sentence=r"\b(?:whatsapp|instagram|messenger|facebook|glasses|app|apps)\b|[A]{4,}"),
    noun("rollout-planned", "product", r"\ba? ?roll-?out\b[^.;]{0,80}\b(?:is|are) (?:planned|due|expected|scheduled)", "planned"),
    noun("not-come", "product", r"(?:[A]{3,}|[S]{7})(?: \w+){0,2} will not (?:come|launch|be)\b", "delayed"),
    noun("launch-delayed", "product", r"\bwith it the (?:launch|release|rollout) of [SA]{3,}", "delayed"),
)
