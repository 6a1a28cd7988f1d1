"""The one gate that makes foreign text safe, passed once, at the border.

Out go NUL and the other C0 and C1 controls, DEL, lone surrogates, byte order marks and the bidirectional overrides and
isolates that can show a reader other words than stand there (CVE-2021-42574). Everything else stays as it was written,
curly quotes, no-break spaces and U+2011 included, so that quotes stay exact.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["clean", "clean_line", "safe_url", "without_credentials"]

_NEWLINES = "\r\n?|[\u2028\u2029\u0085\x0b\x0c]"
_UNSAFE = (
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_BLANKS = r"\s+"
#: browsers drop these before they look at the scheme (WHATWG URL, 4.4): "java\nscript:"
_IN_URL = "[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

_CREDENTIALS = r"(?<=//)[^/?#]*@"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """When it is first needed: most texts need none, and a reading command is to start in a few times bare Python."""
    return re.compile(pattern)


def clean(text: str) -> str:
    r"""Text of several lines: newlines are ``\n``, tabs stay. Never raises; cleaning twice is cleaning once."""
    flat = text.replace("\n", "")
    if flat.isprintable() or flat.replace("\xa0", "").isprintable():
        return text  # whatever goes out or is a newline of another kind is not printable: nine texts of ten are spared
    return _compiled(_UNSAFE).sub("", _compiled(_NEWLINES).sub("\n", text))


def clean_line(text: str) -> str:
    """Text of one line: every run of white space is one blank, none at the ends."""
    if text.isprintable() and "  " not in text:  # of white space it has blanks alone, and nothing unsafe: most lines
        return text.strip(" ")
    return _compiled(_BLANKS).sub(" ", _compiled(_UNSAFE).sub("", _compiled(_NEWLINES).sub(" ", text))).strip()


def _without_blank(found: re.Match[str]) -> str:
    """A blank of whatever width as its octets (WHATWG URL, 1.3); what is no character of an address as nothing."""
    wide = found[0] == " " or (found[0].isspace() and found[0] > "\u1000" and found[0] not in "\u2028\u2029")
    return "".join(f"%{octet:02X}" for octet in found[0].encode()) if wide else ""


def safe_url(url: str, base: str | None = None) -> str | None:
    """An absolute http or https address, or None: for other schemes, no host, credentials, or an unusable port.

    A relative address is resolved against ``base`` (RFC 3986, 5.2).
    """
    from urllib.parse import urljoin, urlsplit, urlunsplit  # noqa: PLC0415 - as _compiled

    try:
        url = _compiled(_IN_URL).sub(_without_blank, _compiled(_UNSAFE).sub("", url).strip())
        parts = urlsplit(urljoin(base, url) if base else url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or port == 0 or parts.username is not None:
        return None
    if not re.fullmatch(r"[^\s<>\"'`{}|\\^%/?#@]+", host):
        return None
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, parts.query, parts.fragment))


def without_credentials(url: str) -> str:
    """An address as it may be recorded and shown: ``https://user:password@host/`` without what stands before the @."""
    return _compiled(_CREDENTIALS).sub("", url)
