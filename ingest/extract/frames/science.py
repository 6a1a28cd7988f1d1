"""What was found, made or shown, and not given out: frames of research."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun
from ingest.extract.frames.shared import SHOWN

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
_SYSTEM = (
    r"(?:\b(?:systems?|artificial intelligence|agents?|bots?|robots?|machines?|algorithms?|neural networks?|techniques?|prototypes?|simulators?|"
    r"interfaces?|skin|sensors?|robotic hands?|robot hands?|computer program|brain decoder|decoder|engine|program(?:me)?|software|technology|advances?|advancements|breakthroughs?|recogni[sz]er|translator|headband|wristband)\b|\bai\b(?= (?:that|which|to|called|named|dubbed|able|capable)\b))"
)
_DOES = r"(?: (?:that|which|to|able|capable|called|named|dubbed|for (?:\w+ ){0,2}\w+ing|in which|with which|where|including|such as)\b|,)"
_AUDIENCE = r"\bfor (?:\w+ )?(?:businesses|users|creators|advertisers|companies|customers|consumers|developers|shoppers|brands|sellers|teens|parents)\b|\brating systems?|\boperating system|\bin (?:W|[A]{3,})|\bassistant|\bapp\b"
_NOT = rf"{_AUDIENCE}|\bopen[- ]sourc|\bdata cent|\bchips?\b|[C]{{3,}}|\blab\b|\bdivision|\bteam\b|\bpolic|\blicen|\bcode\b|\bweights\b|\b(?:virtual|augmented|mixed)[- ]reality|\bheadset|\bglasses|\blanguage models?\b"
_PAPER = r"\b(?:paper|study|preprint|article|report|research)\b"

FRAMES: tuple[Frame, ...] = (
    frame("builds-agent", "product", "work", "subject", r"^\W*(?:[\w'-]+ ){0,5}?(?:agents?|assistants?|chatbots?)\b (?:that|which|to|able|capable|for|called|named)\b", ai=True, moods="progressive infinitive", shuns=r"\b(?:negotiat|play)\w*|\brobot", status=dict.fromkeys(("progressive", "infinitive"), "planned")),
    frame("shows-system", "research", "devise present", "subject", r"^\W*(?:(?![OX]{3})[\w'-]+ ){0,7}?" + _SYSTEM + _DOES, ai=True, shuns=_NOT,
          status={**SHOWN, "progressive": "planned"}),
    frame("shows-named-system", "research", "devise present", "subject", rf"^\W*(?:\w+ ){{0,3}}X{{3,}}[^.;]{{0,60}}{_SYSTEM}", ai=True, far=110, shuns=_NOT, status={**SHOWN, "progressive": "planned"}),
    frame("finds-way", "research", "devise discover", "subject", r"^\W*(?:X{3,}[^,.;]{0,30}, )?(?:an? |new )+(?:\w+ ){0,2}?(?:ways?|methods?|techniques?|approach|procedure)\b (?:to|of|for|that|which|by|with)", ai=True, shuns=r"\bdata cent|[$€£]|\bpay\b|\bmoney|\badvert|\btax"),
    frame("uses-ai-to", "research", "use", "subject", r"^\W*(?:an? )?(?:[\w-]+ ){0,2}?(?:ai|artificial intelligence|neural networks?|deep learning|machine learning|language models?) to (?:decode|predict|read|recogni[sz]e|translate|design|discover|find|map|simulate|reconstruct|detect|solve|prove|identify)\b", ai=True, moods="fact perfect", status=SHOWN, shuns=r"\busers'|\bposts|\bads?\b"),
    frame("presents-data", "research", "present study", "subject", r"^\W*(?:[\w'-]+ ){0,6}?(?:atlas|database|catalogue|catalog|collection of|recordings|hours of|structures)\b", ai=True, shuns=r"\bdata cent|\bvideos? feed|\bapp\b|\bglasses"),
    frame("describes", "research", "present propose", "subject", r"\w", sentence=rf"\bin an? (?:\w+ ){{0,4}}{_PAPER}", ai=True, shuns=r"[OX]{3,}'s|\bresults|\bearnings"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("data-given", "research", r"\b(?:dataset|data ?set|benchmark|metadata|corpus|leaderboard)s?\b(?: (?!on\b)[\w-]+){0,5}? (?:is|are|has been|have been|was|were) (?:also |now |being |both |all |likewise )*(?:released|published|open[- ]sourced|made (?:public|available|open)|put online|shared|opened)\b(?![^.;]{0,40}\bby [OXP])", "shipped", sentence=r"[SFMT]{2,}|\b(?:too|as well|also)\b", topic=True),
    noun("paper-appears", "research", rf"(?:\b(?:accompanying|its|their|our)\b|[SF]{{2,}})[^.;]{{0,40}}{_PAPER}(?![^.;]{{0,50}}\b(?:by|from|at) [OX])[^.;]{{0,60}}\b(?:appeared|appears|came out|is out|(?:was|were|been|is) (?:also )?(?:published|posted|submitted|accepted|presented))\b", "shipped", topic=True),
    noun("paper-by", "research", rf"{_PAPER} (?:\w+ )?(?:by|from) (?:\w+ ){{0,3}}[SF]{{2,}}[^.;]{{0,60}}\b(?:appeared|appears|came out|is out|(?:was|were|been|is) (?:also )?(?:published|posted|submitted|accepted|presented))\b", "shipped"),
    noun("new-ai-from", "research", r"\b(?:an?|new|this|the) (?:new )?(?P<o>ai|artificial intelligence|system|algorithm|robot|technique|software|neural network|model) (?:from|by|of|developed (?:by|at)|built by|created by) (?:(?:researchers|scientists|engineers) (?:at|of|from) )?[SF]{2,}(?:'s (?:\w+ ){1,2}(?:lab|team|researchers|scientists))?,? (?:now )?(?:can|could|is able|turns|reads|plays|beats|makes|creates|generates|translates|recogni[sz]es|detects|predicts|draws|writes|designs|solves|learns|finds|spots|guesses|sees|hears|converts|decodes|wins|outplays|learned|beat)\b|[SF]{2,}'s new (?P<p>ai|system|algorithm|robot) (?:can|turns|reads|plays|beats|makes|creates|generates|translates|recogni[sz]es|detects|predicts|draws|writes|wins)\b|\b(?:says|said|claims|reports) (?:that )?its new (?P<q>ai|system|algorithm) (?:can|is able)\b", "announced", sentence=r"\bnew\b|D{3,}|\bnow\b|\b(?:announced|said|says|showed|shown|shows|presented|reports|reported|demonstrated|unveiled)\b|^[^.]{0,70}\.?$"),
    noun("paper-says", "research", r"\b(?:according to|in) an? (?:\w+ )?(?:paper|study|preprint)\b[^.;]{0,40}\b(?:by|from|of) (?:\w+ ){0,3}?[SF]{2,}", "shipped", sentence=r"D{3,}|\bnew\b|\bpublished"),
    noun("results-in", "research", r"\b(?:results|findings|work|research|paper|study)\b[^.;]{0,30}\b(?:was|were|is|are|been) (?:also )?(?:published|printed|described|reported)\b[^.;]{0,50}\bin (?:the journal |the magazine )?X{3,}", "shipped", sentence=r"[SF]{2,}"),
    noun("reported-in", "research", r"[SF]{2,}[^.;]{0,60}\b(?:report|reports|reported|describe|describes|described|write|writes|wrote|explain|explains|explained) (?:\w+ ){0,4}in (?:the journal |the magazine )?(?:\"?nature|\"?science|X{3,})\b(?![^.;]{0,5}D)", "shipped", sentence=r"\bresearchers|\bscientists|\bpaper|\bstudy|\bai\b"),
    noun("first-look", "research", r"[SF]{2,}[^.;]{0,30}\b(?:gave|gives|offered|offers|given|granted) (?:\w+ ){0,3}(?:first look|glimpse|sneak peek|preview|foretaste|demonstration) (?:of|at|into) (?:\w+ ){0,4}(?:X{3,}|M{3,})", "announced"),
)
