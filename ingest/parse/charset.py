"""The charset of bytes that name none, or a wrong one: by how common their characters are in the languages that use it.

Each candidate is tried strictly; the share of its non-ASCII characters that are among the commonest of its language,
relative to what texts of that language usually have, is its score. Western European is one of the candidates.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

__all__ = ["guess"]

SAMPLE = 100_000  # bytes
FEWEST = 6  # non-ASCII characters below which nothing can be said
LEAST = 0.5  # of the usual share


class _Candidate(NamedTuple):
    codec: str
    common: str
    usual: float  # share of the common ones among all non-ASCII characters of such a text


_KANA = "".join(map(chr, (*range(0x3041, 0x3094), *range(0x30A1, 0x30F7), 0x30FC, 0x3001, 0x3002)))
_RUSSIAN = "оеаинтсрвл"
_CANDIDATES = (
    _Candidate("cp1252", "éèêëàáâãäåçíîïñóôõöøùúûüßæœÉÈÀÁÄÅÇÖØÜ’‘“”–—…«»°·•€£§©®\xa0", 0.95),
    _Candidate("euc-jp", _KANA, 0.5),
    _Candidate("cp932", _KANA, 0.5),
    _Candidate("cp949", "이다는을의에가고하지를은로기사한도인리대자서어해시정일아나수그있으스부장제전주들", 0.45),
    _Candidate("gb18030", "的一是不了在人有我他这中大来上个国和地到说们为子时道出也你年得就那要下以生会自，。", 0.25),
    _Candidate("big5", "的一是不了在人有我他這中大來上個國和地到說們為子時道出也你年得就那要下以生會自，。", 0.25),
    _Candidate("koi8-r", _RUSSIAN, 0.6),
    _Candidate("cp1251", _RUSSIAN, 0.6),
    _Candidate("cp1253", "αοιετσνηυρπκάίόέή", 0.75),
    _Candidate("cp1255", "יוהלאמרתנבש", 0.7),
    _Candidate("cp1256", "اليمنوتربةع", 0.7),
    _Candidate("cp874", "านรอกเงมยลวดทสตะปคหแจพ่้ีัิ", 0.75),
)


def guess(body: bytes) -> str | None:
    """The codec whose reading looks most like a language; None where nothing does, or too little stands there."""
    if len(re.findall(rb"[\x80-\xff]", body[:SAMPLE])) < FEWEST:
        return None
    scored = [(score, -number, c.codec) for number, c in enumerate(_CANDIDATES) if (score := _score(body, c)) >= LEAST]
    return max(scored)[2] if scored else None


def _score(body: bytes, candidate: _Candidate) -> float:
    try:
        text = codecs.getincrementaldecoder(candidate.codec)("strict").decode(body[:SAMPLE])
    except UnicodeDecodeError:
        return 0.0
    foreign = re.sub("[\x00-\x7f]", "", text)
    common = set(candidate.common)
    return sum(c in common for c in foreign) / len(foreign) / candidate.usual if foreign else 0.0
