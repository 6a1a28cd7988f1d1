"""OPML 2.0 in and out: subscription lists of other readers.

An ``outline`` with ``xmlUrl`` is a source; folders are the reader's and not ours, and are passed over. What OPML has no
word for (kind, trust, interval, whether the article is fetched) stands in attributes of a namespace of our own, which
OPML 2.0 allows and others pass over, so that what goes out comes in again as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from lxml import etree

from ingest.sources import Kind, Source, Trust
from store.errors import InputError
from store.text import clean_line, safe_url, without_credentials

__all__ = ["read_opml", "source_name", "write_opml"]

#: of the attributes that are ours
OURS = "urn:uuid:5a7fd0a8-7d3a-5b8c-9d4e-0f6f7c1e2a32"


def read_opml(path: Path, taken: Iterable[str] = ()) -> tuple[list[Source], list[str]]:
    """The sources of a file, with names not in ``taken``, and a line for each outline that was left out.

    Raises InputError for a file that cannot be read as OPML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", source=str(path)) from None
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: not OPML: {error}", source=str(path)) from None
    if root is None or not isinstance(root.tag, str) or etree.QName(root).localname.lower() != "opml":
        raise InputError(f"{path}: not OPML: the root element is not <opml>", source=str(path))
    names, urls = set(taken), set[str]()
    sources, left = [], []
    for outline in root.iter("outline", "{*}outline"):
        values = {str(k).lower(): str(v) for k, v in outline.attrib.items()}
        if "xmlurl" not in values:
            continue
        title = clean_line(values.get("title") or values.get("text") or "")
        url = safe_url(values["xmlurl"].strip().removeprefix("feed:"))
        if url is None:
            said = without_credentials(clean_line(values["xmlurl"]))[:200]
            left.append(f"{path}:{outline.sourceline}: {said!r} is no http or https address")
            continue
        if url in urls:
            continue
        urls.add(url)
        name = source_name(values.get(f"{{{OURS}}}name") or title, url, names)
        names.add(name)
        plain = Source(name=name, url=url, publisher=title or urlsplit(url).hostname or name)
        sources.append(_ours(plain, values))
    return sources, left


def _ours(source: Source, values: dict[str, str]) -> Source:
    """The source with what our own attributes say of it; what they say wrongly is passed over."""
    kind, trust = values.get(f"{{{OURS}}}kind"), values.get(f"{{{OURS}}}trust")
    every = values.get(f"{{{OURS}}}every", "")
    return replace(
        source,
        kind=cast("Kind", kind) if kind in get_args(Kind) else source.kind,
        trust=cast("Trust", trust) if trust in get_args(Trust) else source.trust,
        every=int(every) if re.fullmatch(r"[1-9]\d{0,7}", every) else source.every,
        full_text=values.get(f"{{{OURS}}}full-text") == "true",
        categories=tuple(c for part in values.get("category", "").split(",") if (c := clean_line(part))),
    )


def source_name(title: str, url: str, taken: Iterable[str]) -> str:
    """A name that is allowed and free, from the title, else from the host: ``example-news``, ``example-news-2``."""
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    base = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or re.sub(r"[^a-z0-9]+", "-", host).strip("-")
    base, names = base or "source", set(taken)
    return next(n for i in range(1, len(names) + 2) if (n := base if i == 1 else f"{base}-{i}") not in names)


def write_opml(sources: Iterable[Source], title: str = "timeline sources") -> str:
    """The sources as OPML 2.0 text; what is disabled is left out."""
    rows = [f"    <outline {_attributes(s)}/>" for s in sources if s.enabled]
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:timeline="{OURS}">',
        f"  <head><title>{title}</title></head>",
    ]
    return "\n".join([*head, "  <body>", *rows, "  </body>", "</opml>", ""])


def _attributes(source: Source) -> str:
    shown = source.publisher or source.name
    values = {
        "type": "rss",
        "text": shown,
        "title": shown,
        "xmlUrl": without_credentials(source.url),
        **({"category": ",".join(source.categories)} if source.categories else {}),
        "timeline:name": source.name,
        "timeline:kind": source.kind,
        "timeline:trust": source.trust,
        "timeline:every": str(source.every),
        **({"timeline:full-text": "true"} if source.full_text else {}),
    }
    return " ".join(f"{key}={quoteattr(value)}" for key, value in values.items())
