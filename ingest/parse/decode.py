"""Bytes → text: byte order mark, then what HTTP says, then the XML declaration or meta tag, then what decodes.

RFC 7303 puts HTTP before the declaration, but servers lie more often than files: a charset is believed only if the
bytes are valid in it.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
#: what browsers read these names as (WHATWG Encoding, 4.2)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
            "iso-8859-9": "cp1254", "x-sjis": "cp932"}  # fmt: skip


def decode(body: bytes, content_type: str | None) -> tuple[str, str]:
    """(text, the charset it was read in). Never raises: the last resort replaces what is wrong."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    if body[:2] in (b"<\0", b"\0<"):
        name = "utf-16-le" if body[0] else "utf-16-be"
        return body.decode(name, "replace"), name
    said = _named(rb"charset\s*=\s*[\"']?([\w.:-]+)", (content_type or "").encode("ascii", "ignore"))
    declared = _named(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", body[:300]) or _named(
        rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", body[:2048]
    )
    charsets: list[str | None] = [said, declared or "utf-8", "utf-8", "cp1252"]
    for name in filter(None, dict.fromkeys(charsets)):
        if name.startswith(("utf-16", "utf-32", "utf_16", "utf_32")):
            continue
        try:
            return body.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    if declared in (None, "utf-8") and body.count(b"\xef\xbf\xbd") == 0 and _mostly_utf8(body):
        return body.decode("utf-8", "replace"), "utf-8, with errors"
    return body.decode("cp1252", "replace"), "windows-1252, with errors"


def _named(pattern: bytes, where: bytes) -> str | None:
    found = re.search(pattern, where, re.IGNORECASE)
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return _ALIASES.get(name, name)


def _mostly_utf8(body: bytes) -> bool:
    return len(body.decode("utf-8", "ignore").encode()) > 0.97 * len(body)
