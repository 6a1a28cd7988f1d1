"""The optional reader that asks a model (extra ``[llm]``). Nothing imports it unless it was asked for.

settings = load_llm(folder / "llm.toml", os.environ)
model = Model(settings, clock=clock)
reader = llm_extractor(settings, lexicon, extractor(lexicon), model=model, cache=FileCache(folder), told=tally)
"""

from __future__ import annotations

from ingest.extract.llm.cache import Cache, FileCache
from ingest.extract.llm.client import Asked, Model
from ingest.extract.llm.reader import EXTRACTOR, Reading, Tally, llm_extractor
from ingest.extract.llm.settings import LlmSettings, load_llm

__all__ = [
    "EXTRACTOR",
    "Asked",
    "Cache",
    "FileCache",
    "LlmSettings",
    "Model",
    "Reading",
    "Tally",
    "llm_extractor",
    "load_llm",
]
