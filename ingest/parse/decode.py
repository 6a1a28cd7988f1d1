"""Bytes → text: byte order mark, then UTF-8 if it is that, then what HTTP and the document say, then its looks.

RFC 7303 puts HTTP before the declaration, but servers lie more often than files: a charset is believed only if the
bytes are valid in it, and bytes beyond ASCII that are valid UTF-8 are never anything else.
"""

from __future__ import annotations

import codecs
import re

from ingest.parse.charset import guess

__all__ = ["declared_charset", "decode", "said_charset"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_WIDE = re.compile(
    rb"(?P<utf_32_le>[<{\[]\0\0\0)|(?P<utf_32_be>\0\0\0[<{\[])|(?P<utf_16_le>[<{\[]\0)|(?P<utf_16_be>\0[<{\[])"
)
#: what browsers read these names as (WHATWG Encoding, 4.2)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
            "iso-8859-9": "cp1254", "x-sjis": "cp932", "shift-jis": "cp932", "tis-620": "cp874", "utf8": "utf-8",
            "iso-8859-8-i": "iso-8859-8", "x-gbk": "gb18030", "big5-hkscs": "big5hkscs"}  # fmt: skip
#: Python has codecs of these names too; they are no charsets of documents (WHATWG Encoding bans UTF-7 for XSS)
_REFUSED = re.compile(
    r"utf-?_?7|unicode.escape|raw.unicode|punycode|idna|undefined|mbcs|oem|hz|utf.?(?:16|32)", re.IGNORECASE
)
_SAID = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def decode(body: bytes, content_type: str | None) -> tuple[str, str]:
    """(text, the charset it was read in, "with errors" where some bytes were wrong). Never raises."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return (
                _tolerant(body[len(mark) :]) if name == "utf-8" else (body[len(mark) :].decode(name, "replace"), name)
            )
    if wide := _WIDE.match(body):
        name = (wide.lastgroup or "").replace("_", "-")
        return body.decode(name, "replace"), name
    said, declared = said_charset(content_type), declared_charset(body)
    if body.isascii() and "2022" not in f"{said}{declared}":
        return body.decode("ascii"), "utf-8"
    # ISO-8859-1 in a header is most often the server's default, not anybody's statement
    names = [declared, said] if said == "cp1252" else [said, declared]
    for codec in ("utf-8", *names) if "2022" not in f"{said}{declared}" else names:
        if codec and (text := _strictly(body, codec)) is not None:
            return text, codec
    return _by_looks(body, declared)


def said_charset(content_type: str | None) -> str | None:
    """What HTTP says, as a codec of Python."""
    found = _SAID.search(content_type or "")
    return _codec(found[1]) if found else None


def declared_charset(body: bytes) -> str | None:
    """What the XML declaration says, or the first meta tag of a page."""
    found = _DECLARED.search(body[:300]) or _META.search(body[:2048])
    return _codec(found[1].decode("ascii")) if found else None


def _codec(name: str) -> str | None:
    name = _ALIASES.get(name.lower(), name.lower())
    return None if _REFUSED.fullmatch(name) else name


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_looks(body: bytes, declared: str | None) -> tuple[str, str]:
    text = body.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(re.findall("[\x80-\ufffc\U00010000-\U0010ffff]", text))
    if declared in (None, "utf-8") and right >= max(wrong, 1):
        return _tolerant(body)
    if name := guess(body):
        return body.decode(name, "replace"), name  # only a sample was looked at, and the tail may be cut off
    return body.decode("cp1252", "replace"), "windows-1252"


def _tolerant(body: bytes) -> tuple[str, str]:
    """UTF-8 in which single bytes are wrong: those are read as Windows-1252, whence they mostly come."""
    text = _strictly(body, "utf-8")
    if text is not None:
        return text, "utf-8"
    text = body.decode("utf-8", "surrogateescape")
    mended = re.sub("[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return mended, "utf-8 with errors"
