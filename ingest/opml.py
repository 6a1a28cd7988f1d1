"""OPML 2.0 in and out: subscription lists of other readers.

An ``outline`` with ``xmlUrl`` is a source; folders become categories of nothing (they are the reader's, not ours).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import quoteattr

from lxml import etree

from ingest.sources import Source
from store.errors import InputError
from store.text import clean_line, safe_url

__all__ = ["read_opml", "source_name", "write_opml"]


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
            left.append(
                f"{path}:{outline.sourceline}: {clean_line(values['xmlurl'])[:200]!r} is no http or https address"
            )
            continue
        if url in urls:
            continue
        urls.add(url)
        name = source_name(title, url, names)
        names.add(name)
        sources.append(Source(name=name, url=url, publisher=title or urlsplit(url).hostname or name))
    return sources, left


def source_name(title: str, url: str, taken: Iterable[str]) -> str:
    """A name that is allowed and free, from the title, else from the host: ``example-news``, ``example-news-2``."""
    host = (urlsplit(url).hostname or "source").removeprefix("www.")
    base = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or re.sub(r"[^a-z0-9]+", "-", host).strip("-")
    base, names = base or "source", set(taken)
    return next(n for i in range(1, len(names) + 2) if (n := base if i == 1 else f"{base}-{i}") not in names)


def write_opml(sources: Iterable[Source], title: str = "timeline sources") -> str:
    """The sources as OPML 2.0 text; what is disabled is left out."""
    rows = [
        f'    <outline type="rss" text={quoteattr(s.publisher or s.name)}'
        f" title={quoteattr(s.name)} xmlUrl={quoteattr(s.url)}/>"
        for s in sources
        if s.enabled
    ]
    head = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', f"  <head><title>{title}</title></head>"]
    return "\n".join([*head, "  <body>", *rows, "  </body>", "</opml>", ""])
