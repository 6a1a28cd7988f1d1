"""Cheap repair of XML that is nearly well-formed, so that the strict reader can take it.

Leading blanks and junk, bare ``&``, HTML entities, control characters, a wrong declaration, an unclosed tail.
"""

from __future__ import annotations

import re
from html.entities import html5

__all__ = ["repair", "whole_items"]

_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")
_ROOT = re.compile(r"<(?:\?xml|rss|feed|rdf:RDF|RDF|channel|\w+:(?:RDF|feed|rss))[\s>]", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:(#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});)?")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_SPACED = re.compile(r"(\s[\w:-]+)\s*=\s*(?=[\"'])")
_PREFIXED = re.compile(r"</?([A-Za-z_][\w.-]*):")


def repair(text: str) -> str:
    """The text with what is cheap to mend mended; without its XML declaration, to be read as text."""
    start = _ROOT.search(text[:20_000])
    text = text[start.start() :] if start else text
    text = _DECLARATION.sub("", _CONTROL.sub("", text), count=1)
    text = _DOCTYPE.sub("", text, count=1)
    parts = _CDATA.split(text)
    parts[::2] = [_ENTITY.sub(_entity, part) for part in parts[::2]]
    return _bind("".join(parts))


def _entity(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name.startswith("#"):
        number = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
        legal = (
            number in (9, 10, 13)
            or 0x20 <= number < 0xD800
            or 0xE000 <= number < 0xFFFE
            or 0x10000 <= number < 0x110000
        )
        return f"&#{number};" if legal else ""
    if name in _XML_OWN:
        return found[0]
    return html5.get(f"{name};", f"&amp;{name};")


def _bind(text: str) -> str:
    """Prefixes that are used and bound nowhere are bound to a name of their own on the root."""
    used = set(_PREFIXED.findall(text)) - {"xml"}
    unbound = [p for p in sorted(used) if f"xmlns:{p}" not in text]
    root = re.search(r"<[A-Za-z_][\w:.-]*", text)
    if not unbound or not root:
        return text
    known = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/",
             "atom": "http://www.w3.org/2005/Atom", "media": "http://search.yahoo.com/mrss/",
             "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd", "sy": "http://purl.org/rss/1.0/modules/syndication/",
             "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}  # fmt: skip
    spaces = "".join(f' xmlns:{p}="{known.get(p, "urn:unbound:" + p)}"' for p in unbound)
    return text[: root.end()] + spaces + text[root.end() :]


def whole_items(text: str) -> str | None:
    """A cut-off feed up to the end of its last whole entry, closed again; None where there is not one."""
    last = None
    for found in re.finditer(r"</((?:\w+:)?(?:item|entry))\s*>", text):
        last = found
    if last is None:
        return None
    head = text[: last.end()]
    opened = re.search(r"<((?:\w+:)?(?:rss|feed|RDF))[\s>]", head, re.IGNORECASE)
    if not opened:
        return None
    inner = "</channel>" if re.search(r"<channel[\s>]", head) and "</channel>" not in head else ""
    return f"{head}{inner}</{opened[1]}>"
