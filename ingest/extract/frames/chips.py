"""The subject's own chips and systems, and on what hardware it runs: frames of chips."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import OFF, SHOWN
from ingest.extract.words import CHIPS, DEAL, OWN

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_KIND = rf"(?:{CHIPS}|cpus?|gpu (?:systems?|machines?|servers?))"
_PLAIN = r"(?: (?!(?:with|and|for|of|on|to|in|by|from|than|as|or)\b)[^\s,;]+)"
_OWN_CHIP = rf"(?:[C]{{3,}}|\b{OWN}{_PLAIN}{{0,4}} {_KIND}\b|(?:\b(?:its|their|our)|[SF]{{2,}}'s?){_PLAIN}{{1,4}} {_KIND}\b|\b{CHIPS} (?:that|which|to|able to|capable of) (?:[a-z]+ ){{0,3}}(?:train\w*|run\w*|inference)\b|\b{CHIPS} (?:design|project|programme?|effort|roadmap|family)\b|\b{_KIND} (?:of (?:its|their|[SF]+'s) own|made in-house))"
#: what carries chips: racks, servers, boards
_HARDWARE = (
    r"\b(?:(?:ai|gpu|open|own|training|next-gen\w*|new|custom|rack-scale|liquid-cooled) ){1,3}(?:server|system|machine|rack|hardware|board|box|switch|superchip)s?\b"
    r"|\b(?:hardware|server|rack|system|data cent(?:er|re)) designs?\b|\brack-scale\b|\b(?:generation of )?gpu (?:server|system|machine|box)\w*|\bai hardware\b"
)
_THEIRS = rf"\bwith [OX]{{3,}}|\bco-design|\bfrom [OX]{{3,}}|[O]{{3,}}(?:'s)? (?:\w+ ){{0,3}}(?:{CHIPS}|gpus?|cpus?)\b|\b{DEAL}\b|\bexpand work|^ (?:its |the )?work on\b|\bstartup|\bbillions? (?:of|worth)|[$€]\d|\bto run on\b"
_OFF_OR_LATE = rf"^\W*(?:[\w'-]+ ){{0,6}}?(?:[\w'-]+ (?:of|on|for) ){{0,2}}.{{0,50}}{_OWN_CHIP}"
_DUE = (
    r"(?:(?:is|are|was|were|will be) (?:now |also |still )?(?:due|slated|scheduled|expected|planned|set|to follow|to come|to be (?:ready|used|deployed)|targeted|meant)"
    r"|(?:will|to|would|should) (?:also |then |soon )?(?:follow|come|arrive|ship|be (?:ready|deployed|rolled out|used|available|out))|due (?:in|out|by|for|early|late|next|D)|slated for|planned for|arriv(?:es|ing)|coming)"
)

FRAMES: tuple[Frame, ...] = (
    frame("drops-chip", "chip", "cancel", "subject", _OFF_OR_LATE, far=120, shuns=_THEIRS, status=OFF | {"progressive": "cancelled"}),
    frame("puts-chip-to-use", "chip", "chip-use", "subject", rf"^.{{0,50}}{_OWN_CHIP}", far=90, shuns=_THEIRS + r"|\bplans?\b", status={"fact": "shipped", "perfect": "shipped", "present": "shipped", "infinitive": "planned", "progressive": "planned", "will": "planned"}),
    frame("develops-chip", "chip", "devise", "subject", rf"^ (?:\S+ ){{0,7}}?(?:{_OWN_CHIP}|[XC]{{3,}}, (?:an?|its) (?:[\w-]+ ){{0,5}}(?:{CHIPS}|asics?)\b|\b(?:an?|one|two|several|its|custom|at least \w+) (?:[\w-]+ ){{0,3}}(?:chips?|asics?|semiconductors?|processors?|accelerators?)\b)", far=90, shuns=_THEIRS, status={"fact": "shipped", "perfect": "shipped", "progressive": "planned", "present": "planned", "infinitive": "planned", "will": "planned"}),
    frame("own-chip", "chip", "design release preview build feature delay exhibit chip-told", "subject", _OWN_CHIP, status=SHOWN, far=110, shuns=_THEIRS),
    frame("works-on-chip", "chip", "chip-work", "subject", rf"^\W*(?:(?:on|of|to) )?.{{0,40}}(?:{_OWN_CHIP}|\b(?:an?|one|two|several|at least \w+) (?:[\w-]+ ){{0,3}}(?:chips?|asics?|semiconductors?|processors?|accelerators?)\b)", far=110, shuns=_THEIRS + r"|^\W*(?:\w+ ){0,2}(?:production|manufactur\w+|deploy\w+|using|pay)\b", status={"progressive": "planned", "present": "planned", "infinitive": "planned"}),
    frame("uses-own-chip", "chip", "use", "subject", rf"^\W*(?:[\w-]+ ){{0,4}}?(?:{_OWN_CHIP})", far=90, shuns=_THEIRS + r"|\bto train [M]", sentence=r"\b(?:own|in-house|custom|homegrown)\b|[C]{3,}", status={"fact": "shipped", "perfect": "shipped", "infinitive": "planned"}),
    frame("shows-hardware", "chip", "design release preview build show", "subject", rf"^\W*(?:[\w'-]+ ){{0,5}}?(?:[X]{{3,}}[\w ,]{{0,40}})?(?:{_HARDWARE})", far=90, shuns=_THEIRS + r"|\bdata cent(?:er|re)s? (?:in|at|near)\b|\bcluster|\bsupercomputer|\boperating system|\bmodels?\b", status=SHOWN, ai=True),
    frame("chip-shown", "chip", "design release preview show", "product:C", status=SHOWN),
    frame("chip-dropped", "chip", "cancel", "product:C", status=OFF),
    frame("switches-hardware", "chip", "switch", "subject", rf"\bfrom\b.*\bto\b.*(?:gpus?|{CHIPS}|[C]{{3,}})", status={"fact": "shipped", "perfect": "shipped"}),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("chip-late", "chip", rf"{_OWN_CHIP}[^.;]{{0,60}}(?:(?:\blater|D) than (?:planned|expected|hoped)|\bbehind schedule|(?:has been|was|is|were) (?:\w+ )?(?:delayed|postponed|pushed back))\b", "delayed", sentence=r"[SF]{2,}|[C]{3,}"),
    noun("chip-dropped-by", "chip", rf"{_OWN_CHIP}[^.;]{{0,60}}\b(?:was|were|has been|have been|had been|is) (?:\w+ )?(?:scrapped|dropped|cancel(?:l)?ed|shelved|called off|abandoned|axed|discontinued|killed|given up|halted|ended|stopped)\b", "cancelled", sentence=r"[SF]{2,}"),
    noun("chip-in-production", "chip", rf"{_OWN_CHIP}[^.;]{{0,90}}\b(?:entered|enters|gone into|goes into|went into|moved into|moves into|began|begun|started|reached|is now in|are now in|is in|are in|already in|now in|which is in) (?:\w+ ){{0,2}}(?:production|manufacturing|use|service|deployment|operation)\b|\b(?:began|begun|started|starts|begins|entered) (?:\w+ ){{0,2}}(?:production|manufacturing|deployment|manufacture|deploying|producing) (?:of )?.{{0,40}}{_OWN_CHIP}", "shipped", sentence=r"[SF]{2,}|[C]{3,}"),
    noun("chip-made-from", "chip", rf"\b(?:production|manufacture|manufacturing) of [^.;]{{0,50}}{_OWN_CHIP}[^.;]{{0,30}}\b(?:begins|starts|(?:will|is to|is set to|should) (?:begin|start))\b", "planned", sentence=r"[SF]{2,}|[C]{3,}"),
    noun("is-called-chip", "chip", rf"[SF]{{2,}}[^.;]{{0,60}}[C]{{3,}},? an? (?:[a-z-]+ ){{0,3}}{CHIPS} (?:that|which) (?:was|has been) (?:shown|presented|unveiled|announced|introduced)", "announced"),
    noun("chip-details", "chip", rf"\b(?:details|specifications|particulars|first look) (?:of|on|about|at) (?:the |its )?(?:[a-z-]+ ){{0,3}}{_OWN_CHIP}", "announced", sentence=r"[SF]{2,}"),
    noun("has-own-chip", "chip", rf"[SF]{{2,}} now (?:also )?has (?:an? |its )?(?:own |first )?(?:[a-z-]+ )?{CHIPS} of its own\b", "shipped", ai=True),
    noun("chip-runs", "chip", rf"(?:[C]{{3,}}|{_OWN_CHIP})[^.;]{{0,50}}\b(?:is|are|was|were) (?:now |already )(?:\w+ )?(?:running|used|deployed|live|powering|in use|at work|serving|handling)\b", "shipped", sentence=r"[SF]{2,}|[C]{3,}", ai=True),
    noun("chip-tested", "chip", rf"{_OWN_CHIP}[^.;]{{0,60}}\b(?:is|are|was) (?:now |already |currently )?(?:in testing|in (?:a |an )?(?:[a-z]+ ){{0,2}}(?:tests?|trials?|pilots?)|being (?:tested|developed|designed|trialled)|in development|under (?:development|test)|in trials)\b", "announced", sentence=r"[SF]{2,}", topic=True),
    noun("chip-due", "chip", rf"(?:[C]{{3,}}|\b(?:its|[S]+'s) (?:next|own|new|custom|in-house)(?: \S+){{0,3}} {_KIND}\b)[^.;]{{0,50}}\b{_DUE}\b[^.;]{{0,40}}D{{2,}}|[C]{{3,}}[^.;]{{0,30}}(?:[C]{{3,}})?[^.;CD]{{0,40}}, in D{{2,}}", "planned", topic=True, many=True),
    noun("chip-roadmap", "chip", rf"\b(?:{_KIND})\b[^.;]{{0,50}}\b(?:on|of|in|make up|form) [^.;]{{0,20}}\b(?:roadmap|line-?up|plan|programme?)\b[^.;]{{0,40}}\b(?:laid|set|showed|shown|announced|presented|unveiled|detailed|revealed|disclosed|outlined)\b", "announced", sentence=r"[SF]{2,}"),
)
