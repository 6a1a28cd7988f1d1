"""The one door to the network: nothing else of ours opens a connection.

url → Target (addresses) → turn (turns) → checked address → exchange (wire) → bounded body (inflate) → Response
                 ↑                                                   │
                 └────────────── redirect, hop by hop (redirects) ───┘
"""

from __future__ import annotations

from ingest.fetch.door import Door
from ingest.fetch.response import Headers, Hop, Response
from ingest.fetch.validators import Validators
from ingest.fetch.wire import Limits
from ingest.sources import FetchSettings
from store.errors import FetchError

__all__ = ["Door", "FetchError", "FetchSettings", "Headers", "Hop", "Limits", "Response", "Validators"]
