"""A post → claims (pure): lexicon, sentences, dates, quantities, rules; an optional model behind the same door.

claims = extract(post, lexicon)
"""

from __future__ import annotations

from ingest.extract.lexicon import Lexicon, load_lexicon
from ingest.extract.read import EXTRACTOR, VERSION, explain, extract, extractor, to_record

__all__ = ["EXTRACTOR", "VERSION", "Lexicon", "explain", "extract", "extractor", "load_lexicon", "to_record"]
