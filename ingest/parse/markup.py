"""Markup → plain text, one-line titles, safe markup. Depth and size are capped before anything recursive sees it."""

from __future__ import annotations

import re

import nh3

from ingest.parse.links import link_of
from ingest.parse.references import unescape
from store.text import clean, clean_line

__all__ = ["line_of", "sanitise", "title_line", "to_text", "too_deep"]

MOST = 2_000_000  # characters of one entry's markup
DEEPEST = 250  # nh3 is quadratic in nesting depth: 1 s at 20,000
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_BLOCK = frozenset(
    ["address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
     "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
     "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_HIDDEN = frozenset(["script", "style", "template", "noscript", "iframe", "svg", "head", "title", "object", "textarea"])


def _either(*names: str) -> str:
    """A pattern for any of these, in small or capital letters, by first letters: six times as fast as ignoring case."""
    first = sorted({name[0] for name in names})
    return "|".join(f"{_any_case(c)}(?:{'|'.join(_any_case(n[1:]) for n in names if n[0] == c)})" for c in first)


def _any_case(name: str) -> str:
    return "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in name)


#: text, then the name of the tag behind it. A quoted value may hold ">"; a lone "<" is text (HTML 13.2.5.6)
_REST = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?+[^>=]*+)*+"
_PIECE = re.compile(
    rf"([^<]*(?:<(?![a-zA-Z/!?])[^<]*)*)(?:<(?:(/?[a-zA-Z][a-zA-Z0-9]*){_REST}(?:((?<=/)>)|>)?"
    r"|!--.*?(?:--!?>|\Z)|[/!?][^>]*>?))?",
    re.DOTALL,
)
#: what the quick way through plain articles does not know
_SPECIAL = re.compile(rf"<(?:{_either(*_HIDDEN, 'pre')})[\s/>]")
_BLOCKS = re.compile(rf"</?(?:{_either(*_BLOCK)})(?=[\s/>]){_REST}>")
_COMMENT = re.compile(r"<!(?:--.*?(?:--!?>|\Z)|[^>]*>?)", re.DOTALL)
_ANY_TAG = re.compile(rf"<(?:/?[a-zA-Z]{_REST}>?|[/?][^>]*>?)")
_BLANKS = re.compile("  +")
_MARKUP = re.compile(r"<[/!?a-zA-Z]|&[#a-zA-Z]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_INLINE = re.compile(
    r"</?(?:a|b|i|em|strong|span|br|p|img|sup|sub|u|code|script|font|div|cite|q|small)\b[^<>]*>", re.IGNORECASE
)
_WHOLE_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
#: tag → a new line for blocks, its own name for what is hidden, nothing for the rest
_TAGS = {
    **{f"{slash}{name}": "\n" for name in _BLOCK for slash in ("", "/")},
    **{f"{slash}{name}": name for name in _HIDDEN for slash in ("", "/")},
    **{
        f"{slash}{name}": ""
        for name in ("", "a", "b", "i", "em", "strong", "span", "img", "code")
        for slash in ("", "/")
    },
}


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
    html = _COMMENT.sub("", html) if "<!" in html else html
    if not _SPECIAL.search(html):
        return _ANY_TAG.sub("", _BLOCKS.sub("\n", html.replace("\n", " ")))
    out: list[str] = []
    hidden, pre = "", False
    for text, said, closed in _PIECE.findall(html):
        if text and not hidden:
            out.append(text if pre else text.replace("\n", " "))
        what = _TAGS.get(said) if said in _TAGS else _TAGS.get(said.lower(), "")
        if not what:
            continue
        if hidden:
            hidden = "" if said.lower() == f"/{hidden}" else hidden
        elif what != "\n":
            hidden = "" if closed or said[0] == "/" else what  # <iframe/>, as XHTML means it
        else:
            out.append(what)
            pre = said.lower() == "pre" or (pre and said.lower() != "/pre")
    return "".join(out)


def _printable(text: str) -> bool:
    """Whether the gate would change nothing: what it takes out is not printable, nor are the two that stay."""
    return text.replace("\n", "").replace("\xa0", "").isprintable()


def _tidied(text: str) -> str:
    """Through the gate; no blank lines, no blanks at the ends of lines, runs of blanks are one.

    No-break spaces stay what they are.
    """
    if not _printable(text):
        text = clean(text).replace("\t", " ")
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
    if html.count("<") <= deepest:
        return False
    depth = 0
    for found in _TAG.finditer(html):
        if found[3] or found[2].lower() in _VOID:
            continue
        depth += -1 if found[1] else 1
        if depth > deepest:
            return True
    return False


#: an address that is not plainly absolute, wherever one may stand
_RELATIVE = re.compile(r"(?:href|src|cite)(?!\s*=\s*[\"']https?://[a-z0-9][a-z0-9.-]*[/\"'])", re.IGNORECASE)
_CLEANER = nh3.Cleaner(url_schemes={"http", "https"}, link_rel="noopener noreferrer")


def sanitise(html: str, base: str | None = None) -> str:
    """Markup in which nothing runs or leads elsewhere than http(s); flat text where it is nested too deep."""
    if "<" not in html:
        return clean(html)
    html = html[:MOST] if _printable(html) else clean(html[:MOST])
    if too_deep(html):
        return nh3.clean_text(to_text(html))
    if not _RELATIVE.search(html):
        return _CLEANER.clean(html)

    def resolved(_element: str, attribute: str, value: str) -> str | None:
        return link_of(value, base) if attribute in ("href", "src", "cite") else value

    return nh3.clean(html, url_schemes={"http", "https"}, link_rel="noopener noreferrer", attribute_filter=resolved)
