"""Markup → safe markup, plain text, one-line titles. Depth and size are capped before anything recursive sees it.

nh3 is quadratic in nesting depth (1 s at 20,000), so depth is counted first by a linear scan.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

import nh3
from selectolax.lexbor import LexborHTMLParser

from store.text import clean, clean_line, safe_url

__all__ = ["sanitise", "title_line", "to_text"]

MOST = 2_000_000  # characters of one entry's markup
DEEPEST = 250
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header"
    r"|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"<(script|style|template|noscript|iframe|svg|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(r"<[/!?a-zA-Z][^>]*>?")
_MARKUP = re.compile(r"<[/!a-zA-Z]|&[#a-zA-Z]")
_GAPS = re.compile(r"[ \t\xa0]*\n\s*")


def too_deep(html: str) -> bool:
    """Whether elements are nested deeper than any article is; counted without a parser."""
    if html.count("<") <= DEEPEST:
        return False
    depth = 0
    for found in _TAG.finditer(html):
        if found[3] or found[2].lower() in _VOID:
            continue
        depth += -1 if found[1] else 1
        if depth > DEEPEST:
            return True
    return False


def sanitise(html: str, base: str | None = None) -> str:
    """Markup in which nothing runs or leads elsewhere than http(s); flat text where it is nested too deep."""
    if "<" not in html:
        return clean(html)
    html = clean(html[:MOST])
    if too_deep(html):
        return nh3.clean_text(to_text(html))
    return nh3.clean(
        html, url_schemes={"http", "https"}, link_rel="noopener noreferrer", attribute_filter=_filter(base)
    )


def _filter(base: str | None):  # type: ignore[no-untyped-def]  # noqa: ANN202 - nh3's own callable type
    def resolved(_element: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src", "cite") and base:
            try:
                return safe_url(urljoin(base, value))
            except ValueError:
                return None
        return value

    return resolved


def to_text(html: str) -> str:
    """Plain text: blocks on lines of their own, entities decoded once, hidden parts gone. Text without markup stays."""
    if not _MARKUP.search(html):
        return _GAPS.sub("\n", clean(html)).strip()
    html = _HIDDEN.sub(" ", html[:MOST])
    if "<" in html:
        html = re.sub(r"\s+", " ", html) if "<pre" not in html.lower() else html
        html = _BLOCK.sub("\n", html)
        html = _ANY_TAG.sub("", html)
    text = clean(unescape(html))
    return _GAPS.sub("\n", re.sub(r"[ \t]{2,}", " ", text)).strip()


def title_line(text: str, *, markup: bool | None = None) -> str:
    """One line of text, never markup. ``markup`` None: a title that holds whole tags or entities is taken as markup.

    Feeds escape titles once, twice or not at all (RSS 2.0 does not say); a lone ``<`` or ``&`` is text.
    """
    if markup is not False:
        text = _HIDDEN.sub(" ", text) if "<" in text else text
        for _ in range(2):
            text = _ANY_TAG.sub("", text) if re.search(r"</?[a-zA-Z][^<>]*>", text) else text
            if not re.search(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});", text):
                break
            text = unescape(text)
        text = re.sub(
            r"</?(?:a|b|i|em|strong|span|br|p|img|sup|sub|u|code|script|font|div|cite|q|small)\b[^<>]*>", "", text
        )
    return clean_line(text)


def first_link(html: str) -> str | None:
    """The first address a piece of markup links to."""
    node = LexborHTMLParser(html[:MOST]).css_first("a[href]")
    return node.attributes.get("href") if node else None
