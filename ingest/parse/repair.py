"""Cheap repair of XML that is nearly well-formed, so that the strict reader can take it.

Junk around it, a wrong declaration, bare ``&``, HTML entities, control characters, unbound prefixes, values without
quotes, a cut tail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.entities import html5
from typing import NamedTuple

__all__ = ["Found", "entries_in", "find_feed", "repair", "whole_items"]

_PROLOG = re.compile(r"(?:[^<]++|<!--.*?-->|<\?[^>]*>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>)*+", re.DOTALL | re.IGNORECASE)
_FEED = re.compile(r"<((?:[A-Za-z][\w.-]*:)?(?:rss|feed|RDF|channel))(?=[\s>])", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|script|title|div|p|table|h1)\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:(#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});)?")
_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_ENTRY_END = re.compile(r"</((?:\w+:)?(?:item|entry))\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z_][\w:.-]*\s[^<>]*>")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'|=\s*([^\s\"'<>/][^\s\"'<>]*)")
_XML_OWN = {"amp", "lt", "gt", "quot", "apos"}
_BINDING = re.compile(r"xmlns:([A-Za-z_][\w.-]*)")
_PREFIXED = re.compile(r"</?([A-Za-z_][\w.-]*):")
_KNOWN = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/",
          "atom": "http://www.w3.org/2005/Atom", "media": "http://search.yahoo.com/mrss/", "rss": "http://purl.org/rss/1.0/",
          "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd", "sy": "http://purl.org/rss/1.0/modules/syndication/",
          "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}  # fmt: skip
FURTHEST = 50_000  # characters within which a feed must begin
MOST_GROWTH = 2_000_000  # characters that a feed's own entities may add
_MARKUP = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "'": "&apos;"}


class Found(NamedTuple):
    """The feed within a text: from its root element to the end of it, and what stood before."""

    prolog: str
    text: str
    root: str  # the root element's name, as written
    cut: bool  # its end is missing


def find_feed(text: str) -> Found | None:
    """Where the feed stands in a text that may have anything around it; None where there is none."""
    start = _PROLOG.match(text)
    at = start.end() if start else 0
    found = _FEED.match(text, at) or _FEED.search(text, at, at + FURTHEST)
    if found is None:
        return None
    close = re.compile(rf"</{re.escape(found[1])}(?=[\s>]|\Z)\s*>?")
    ends = [m.end() for m in close.finditer(text, found.end())]
    end = ends[-1] if ends else len(text)
    body = text[found.start() : end]
    return Found(text[: found.start()], body if body.endswith(">") or not ends else f"{body}>", found[1], not ends)


def is_page(text: str) -> bool:
    """Whether the first element is one of HTML."""
    start = _PROLOG.match(text)
    at = start.end() if start else 0
    prolog = text[:at][-2000:]
    doctype = re.search(r"<!doctype\s+html\b", prolog, re.IGNORECASE)
    return bool(_HTML.match(text, at) or (doctype and not _FEED.match(text, at)))


def entries_in(text: str) -> int:
    """How many entries begin in a text."""
    return len(_ENTRY.findall(_CDATA.sub("", text)))


def repair(text: str, named: Mapping[str, str] | None = None) -> str:
    """The text of a feed, from its root on, with what is cheap to mend mended.

    ``named``: what the feed's own entities stand for, a few words at most and without markup; so many of them that
    the text would outgrow what a body may be are left as they stand.
    """
    plain = _CONTROL.sub("", text)
    if named and plain.count("&") * max(map(len, named.values())) <= MOST_GROWTH:
        own = re.compile(f"&({'|'.join(map(re.escape, named))});")
        plain = _outside_cdata(plain, lambda part: own.sub(lambda m: named[m[1]], part))
    return _bound(_outside_cdata(plain, lambda part: _ENTITY.sub(_entity, part)))


def _outside_cdata(text: str, mend: Callable[[str], str]) -> str:
    parts = _CDATA.split(text)
    parts[::2] = [mend(part) for part in parts[::2]]
    return "".join(parts)


def quoted(text: str) -> str:
    """Attribute values that stand without quotes get them."""
    return _TAG.sub(lambda tag: _VALUE.sub(lambda v: f'="{v[1]}"' if v[1] else v[0], tag[0]), text)


def _entity(found: re.Match[str]) -> str:
    name = found[1]
    if name is None:
        return "&amp;"
    if name.startswith("#"):
        number = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
        if 0x80 <= number < 0xA0:  # what browsers do with these (WHATWG HTML 13.2.5.84)
            return bytes([number]).decode("cp1252", "replace")
        return f"&#{number};" if _legal(number) else ""
    if name in _XML_OWN:
        return found[0]
    value = html5.get(f"{name};", f"&amp;{name};")
    return _MARKUP.get(value, value)  # HTML also knows &LT; and &AMP;, which must not become markup here


def _legal(number: int) -> bool:
    """XML 1.0, 2.2."""
    return number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000


def _bound(text: str) -> str:
    """Prefixes that are used and bound nowhere are bound to a name of their own on the root."""
    bound = set(_BINDING.findall(text))
    unbound = sorted(set(_PREFIXED.findall(text)) - bound - {"xml"})
    root = re.search(r"<[A-Za-z_][\w:.-]*", text)
    if not unbound or not root or len(unbound) > 50:
        return text
    spaces = "".join(f' xmlns:{p}="{_KNOWN.get(p, "urn:unbound:" + p)}"' for p in unbound)
    return text[: root.end()] + spaces + text[root.end() :]


def whole_items(text: str, root: str) -> str:
    """A cut-off feed up to the end of its last whole entry, or to its first entry if none is whole; closed again."""
    ends = [m.end() for m in _ENTRY_END.finditer(text)]
    first = _ENTRY.search(text)
    head = text[: ends[-1]] if ends else text[: first.start()] if first else text
    head = head[: head.rfind("<")] if head.rfind("<") > head.rfind(">") else head  # a tag that was cut
    inner = "</channel>" if re.search(r"<channel[\s>]", head) and "</channel>" not in head else ""
    return f"{head}{inner}</{root}>"
