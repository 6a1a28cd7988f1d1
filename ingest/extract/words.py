"""Families of English nouns that tell what a thing is; alternatives for the patterns of the frames."""

from __future__ import annotations

import re

__all__ = [
    "AI_WORDS", "APP", "CASE", "CHIPS", "DEAL", "LAW", "LAWYERS", "LICENCE", "MODEL", "MONEY", "OFFICE", "OTHER_THING",
    "OWN", "PAPER", "SITE", "STAFF", "STATES", "UNIT", "words",
]  # fmt: skip


def words(most: int, letters: str, unless: str = "") -> str:
    """A pattern for at most so many words from the start of a stretch, as few as will do.

    ``letters``: what words are made of, as in a character class; ``unless``: a lookahead that no word may begin with.
    A word begins only where no letter stands before: a word that may be split anywhere costs time without bound.
    """
    return rf"^(?:[^{letters}]*(?<![{letters}]){unless}[{letters}]+){{0,{most}}}?\W*"


MONEY = r"(?:[$€£]\s?\d|\b(?:usd|eur) ?\d|billions?\b|\btrillion|\bmillions? of dollars)"
SITE = (
    r"(?:data[- ]?cent(?:er|re)s?|campus(?:es)?|superclusters?|clusters?|supercomputers?|ai factory|ai factories|"
    r"infrastructure|compute|servers?)"
)
CHIPS = r"(?:chips?|silicon|accelerators?|processors?|asics?|semiconductors?)"
OWN = (
    r"(?:own|in-house|custom|homegrown|home-grown|first|next-gen\w*|new(?:est)?|latest|training|inference|ai|"
    r"generations?|second|third|fourth)"
)
DEAL = (
    r"(?:(?<!great )(?<!good )(?<!and )(?<!to )deals?|agreements?"
    r"|partnerships?|alliances?|contracts?|pacts?|collaborations?|tie-ups?|"
    r"memorandum|orders?)"
)
STAFF = (
    r"(?:researchers?|engineers?|scientists?|executives?|experts?|people|hires?|talent|staff(?:ers)?|employees|workers|"
    r"leaders?|team|co-?founders?|ceo|chief|head|president|veterans?|professor|director|vice president|vp|jobs|roles|"
    r"positions|founders?)"
)
OFFICE = (
    r"(?:chief|head|president|vice president|director|officer|scientist|lead(?:er)?|chair\w*|manager|ceo|cto|cfo|vp"
    r"|boss|deputy|adviser|advisor)"
)
UNIT = r"(?:labs?|laborator(?:y|ies)|units?|divisions?|teams?|groups?|organi[sz]ations?|departments?|centers?|centre)"
PAPER = (
    r"(?:papers?|benchmarks?|datasets?|data sets?|metadata|stud(?:y|ies)|research|corpus|method(?:ology)?|"
    r"leaderboards?|architecture|technique|findings|simulator|survey|preprints?)"
)
MODEL = (
    r"(?:models?|weights|llms?|checkpoints?|families|family|suite|series|librar(?:y|ies)|frameworks?|toolkits?|"
    r"versions?|classifiers?|code(?:base)?|parameters|tools|"
    r"designs?|blueprints?|schematics|recipes?|sdk|kernels?|compilers?|simulators?|plug-ins?|"
    r"(?<!pay )(?<!aid )(?<!compensation )packages?)"
)
APP = (
    r"(?:apps?|assistants?|chatbots?|features?|playground|glasses|voice mode|ai mode|tools?|characters?|stickers?|"
    r"agents?|translations?|dubbing|feeds?|experiences?|api|platform|image generat\w+|search|subscription|browser|"
    r"personas|editing|wearable|roll-?out|websites?)"
)
LICENCE = (
    r"(?:licen[cs]\w*|polic(?:y|ies)|terms|privacy|code of (?:practice|conduct)|rules?|restrictions?|acceptable use|"
    r"data use|opt[- ]out|guidelines|safeguards)"
)
LAW = (
    r"(?:copyright|lawsuits?|suits?|privacy|antitrust|probe|investigation|fair use|summary judgment|"
    r"code of practice|complaint|injunction|class action|gdpr|[RJ]{3,})"
)
#: who rules or goes to law; those whom ``rulers.py`` knows are tagged, these are words
LAWYERS = (
    r"(?:[RJ]{2,}|\b(?:authors?|novelists?|writers?|publishers?|newspapers?|artists?|musicians?|record labels?|planners"
    r"|ministry|ministers?|government|councils?|officials|congress\w*|senate|campaigners?|consumer groups?)\b)"
)
#: what opens, runs and ends before those who rule
CASE = (
    r"(?:cases?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|investigations?|proceedings?|proceeding|lawsuits?|suits?"
    r"|complaints?|claims|charges|(?:legal|first|second|third|court|civil|joint) actions?|legal (?:challenge|battle)"
    r"|(?:urgency |infringement )?procedures?"
    r"|class actions?|injunctions?|appeals?|rulings?|orders?"
    r"|statement of objections|interim measures|motions?|petitions?|subpoenas?|fines?|bans?|cease[- ]and[- ]desist)"
)
#: states and their seats, which stand for their governments: "Brazil halts", "Brussels opens"
STATES = (
    r"\b(?:brazil|italy|ital(?:ian|y)|china|beijing|chinese|france|french|paris|germany|german|berlin|spain|spanish"
    r"|ireland|irish|dublin|norw(?:ay|egian)|denmark|danish|sweden|swedish|dutch|netherlands|belgi(?:um|an)|austria"
    r"|poland|polish|turkey|turkish|india|indian|delhi|japan|japanese|tokyo|korea|korean|seoul|australia\w*|canberra"
    r"|canad(?:a|ian)|ottawa|britain|british|uk|london|kenya\w*|nigeria\w*|south africa|indonesia\w*|malaysia\w*"
    r"|singapore|taiwan|israel|mexico|argentina|chile|colombia|eu|europe|european|brussels|washington|texas"
    r"|california|new york|new mexico|white house|pentagon)\b"
)

#: what a product's name may be part of, so that it is another thing: "Llama Startup Program", "Llama users"
OTHER_THING = re.compile(
    r"^(?:'s)?\s(?:(?!(?:to|for|with|on|in|at|by|as|from|and|or|is|has|was|will)\b)[\w-]+ ){0,2}?"
    r"(?:program(?:me)?|cohort|community|grants?|summit|challenge|hackathon"
    r"|ecosystem|users|developers|events?|"
    r"conference|con|competition|award|awards|winners|fans|stories|case stud(?:y|ies)|tutorial|guide|course"
    r"|support|integration|benchmark|playground|api|apps?|assistant|agents?|chatbot|dataset|studio|website)\b"
)

AI_WORDS = re.compile(
    r"\b(?:ai|a\.i\.|artificial intelligence|machine learning|superintelligence|llms?|language models?|neural"
    r"|chatbots?|computer vision|robotics|speech recognition|facial recognition|machine translation|voice assistants?|"
    r"gpus?|deep learning|generative|gen ?ai|models?|foundation model|supercluster|data cent(?:er|re)s?|accelerators?|"
    r"gigawatts?|semiconductors?|chips?|inteligência artificial|inteligencia artificial)\b|(?<![A-Za-z])[MTACI]{3,}"
)
