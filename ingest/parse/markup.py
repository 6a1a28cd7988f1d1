"""Markup → plain text, one-line titles, safe markup. Depth and size are capped before anything recursive sees it."""

from __future__ import annotations

import re

import nh3

from ingest.parse.links import link_of
from ingest.parse.references import unescape
from store.text import clean, clean_line

__all__ = ["DEEPEST_PAGE", "line_of", "sanitise", "title_line", "to_text", "too_deep", "unreadable"]

MOST = 2_000_000  # characters of one entry's markup
DEEPEST = 250  # nh3 is quadratic in nesting depth: 1 s at 20,000
#: of a page, where tags that may stay open count as nested: a long one has a thousand of them. lexbor is quadratic too
DEEPEST_PAGE = 5_000
MOST_TAGS = 100_000  # of a page: ten times those of the longest article seen
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCK = frozenset(
    ["address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
     "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_KNOWN = ("a", "b", "i", "em", "strong", "span", "img", "code", "sup", "sub", "u", "cite", "q", "w")  # and say nothing
_HIDDEN = frozenset(["script", "style", "template", "noscript", "iframe", "svg", "head", "title", "object", "textarea"])
#: what stands between a tag's name and its end. A quoted value may hold ">"
_REST = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?+[^>=]*+)*+"
#: a tag with its name, or a comment; a lone "<" is text (HTML 13.2.5.6)
_PIECE = re.compile(
    rf"<(?:(/?[a-zA-Z][^\s/>=]*+)(?:>|{_REST}>?)|!--.*?(?:--!?>|\Z)|[/!?][^>]*>?)",
    re.DOTALL,
)
#: what is hidden, and in its group the end of <iframe/>, which XHTML means to be empty
_HIDING = re.compile(rf"<(?:{'|'.join(sorted(_HIDDEN))})(?=[\s/>]){_REST}(?:((?<=/)>)|>)?", re.IGNORECASE)
_BLANKS = re.compile("  +")
_MARKUP = re.compile(r"<[/!?a-zA-Z]|&[#a-zA-Z]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_INLINE = re.compile(
    r"</?(?:a|b|i|em|strong|span|br|p|img|sup|sub|u|code|script|font|div|cite|q|small)\b[^<>]*>", re.IGNORECASE
)
_WHOLE_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


def _both(*names: str) -> list[str]:
    """Each name as it begins and as it ends."""
    return [f"{slash}{name}" for name in names for slash in ("", "/")]


class _Tags(dict[str | None, str]):
    """Tag → a new line for blocks, its own name where it changes how the text behind it is read, else nothing."""

    def __missing__(self, tag: str) -> str:
        low = tag.lower()
        return self.get(low, "") if low != tag else ""


_TAGS = _Tags(dict.fromkeys([None, *_both(*_KNOWN)], ""))  # None: a comment
_TAGS.update(dict.fromkeys(_both(*_BLOCK), "\n"))
_TAGS.update((tag, tag) for tag in _both(*_HIDDEN, "pre"))
_PLAIN = frozenset(["", "\n"])


def line_of(text: str) -> str:
    """``clean_line``, without its scans where every character is printable: those it takes out are not."""
    if text.isprintable():  # of white space, only the blank is
        return text.strip() if "  " not in text else " ".join(text.split())
    return clean_line(text)


def to_text(html: str) -> str:
    """Plain text: blocks on lines of their own, entities decoded once, hidden parts gone. Text without markup stays."""
    html = html.replace("\r\n", "\n")
    if not _MARKUP.search(html):
        return _tidied(html)
    html = html[:MOST]
    return _tidied(unescape(_joined(html) if "<" in html else html.replace("\n", " ")))


def _joined(html: str) -> str:
    """The pieces of text of some markup, with a new line where a block begins or ends."""
    pieces = _PIECE.split(html.replace("\n", " "))  # text, tag, text, tag, ..., text
    pieces[1::2] = breaks = [_TAGS[tag] for tag in pieces[1::2]]
    return "".join(pieces) if _PLAIN.issuperset(breaks) else _shown(html)


def _shown(html: str) -> str:
    """As ``_joined``, where parts are hidden, or keep their own new lines."""
    pieces = _PIECE.split(_HIDING.sub(lambda tag: "<!---->" if tag[1] else tag[0], html))
    pieces[1::2] = breaks = [_TAGS[tag] for tag in pieces[1::2]]
    out: list[str] = []
    done, hidden, pre = 0, "", False
    for at in (2 * n + 1 for n, what in enumerate([*breaks, "/"]) if what not in _PLAIN):
        if not hidden:
            part = pieces[done:at]
            part[::2] = part[::2] if pre else [text.replace("\n", " ") for text in part[::2]]
            out += part
        what = pieces[at] if at < len(pieces) else ""
        done = at + 1
        if hidden:
            hidden = "" if what == f"/{hidden}" else hidden
        elif what in ("pre", "/pre"):
            out.append("\n")
            pre = what == "pre"
        else:
            hidden = "" if what.startswith("/") else what
    return "".join(out)


def _tidied(text: str) -> str:
    """Through the gate; no blank lines, no blanks at the ends of lines, runs of blanks are one.

    No-break spaces stay what they are.
    """
    text = clean(text.replace("\t", " "))
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    return "\n".join([line for piece in text.split("\n") if (line := piece.strip())])


def title_line(text: str, *, markup: bool | None = None) -> str:
    """One line of text, never markup. ``markup`` None: a title that holds whole tags or entities is taken as markup.

    Feeds escape titles once, twice or not at all (RSS 2.0 does not say); a lone ``<`` or ``&`` is text.
    """
    if markup is False or not ("<" in text or "&" in text):
        return line_of(text)
    for _ in range(2):
        text = _untagged(text) if _WHOLE_TAG.search(text) else text
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    return line_of(_INLINE.sub("", text))


def _untagged(text: str) -> str:
    return _joined(text[:MOST]).replace("\n", " ")


def too_deep(html: str, deepest: int = DEEPEST) -> bool:
    """Whether elements are nested deeper than any article is; counted without a parser."""
    if html.count("<") - html.count("</") <= deepest:
        return False
    depth = 0
    for found in _TAG.finditer(html):
        if found[3] or found[2].lower() in _VOID:
            continue
        depth += -1 if found[1] else 1
        if depth > deepest:
            return True
    return False


def unreadable(page: str) -> bool:
    """Whether a page is no page of a site but made to cost time: nested too deep, or of too many tags."""
    return page.count("<") > MOST_TAGS or too_deep(page, DEEPEST_PAGE)


#: attributes whose address is not plainly absolute, with or without a value, each behind whatever may end the one
#: before or its own prefix; by itself and in small letters, because a search for one literal is seven times as fast
_RELATIVE = tuple(
    re.compile(rf"{name}(?<=[\s/\"':]{name})(?=[\s/>=]|\Z)(?!\s*=\s*[\"']https?://[a-z0-9][a-z0-9.-]*[/\"'])")
    for name in ("href", "src", "cite")
)
_CLEANER = nh3.Cleaner(url_schemes={"http", "https"}, link_rel="noopener noreferrer")


def sanitise(html: str, base: str | None = None) -> str:
    """Markup in which nothing runs or leads elsewhere than http(s); flat text where it is nested too deep."""
    if "<" not in html:
        return clean(html)
    html = clean(html[:MOST])
    if too_deep(html):
        return nh3.clean_text(to_text(html))
    low = html.lower()
    if not any(relative.search(low) for relative in _RELATIVE):
        return _CLEANER.clean(html)

    def resolved(_element: str, attribute: str, value: str) -> str | None:
        return link_of(value, base) if attribute in ("href", "src", "cite") else value

    return nh3.clean(html, url_schemes={"http", "https"}, link_rel="noopener noreferrer", attribute_filter=resolved)
