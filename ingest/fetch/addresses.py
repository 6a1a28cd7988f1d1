"""Which addresses may be asked. Pure: a URL → a Target that says exactly whom; an IP address → why it is refused.

The rules of the WHATWG URL standard about hosts decide what is a number (4.1, "ends in a number"), but where a
browser mends an odd spelling (``0x7f.1``, ``127.1``, ``%31``) this refuses it: nobody publishes a feed there.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from store.errors import FetchError
from store.text import without_credentials

__all__ = ["Target", "forbidden", "parse_target", "refused", "shown"]

PORTS = {"http": 80, "https": 443}
LONGEST = 8000  # octets of a URL; RFC 9110 4.1 asks for at least this
# Ports of other protocols, which an HTTP request must not be sent to (WHATWG Fetch 2.9, "bad port").
BAD_PORTS = frozenset({
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530,
    531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
    5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip

_V4 = tuple(
    (IPv4Network(net), why)
    for net, why in (
        ("0.0.0.0/8", "unspecified"), ("10.0.0.0/8", "private"), ("100.64.0.0/10", "shared (RFC 6598)"),
        ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"), ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "protocol assignments"), ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"), ("192.168.0.0/16", "private"), ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"), ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)  # fmt: skip
_V6 = tuple(
    (IPv6Network(net), why)
    for net, why in (
        ("::/128", "unspecified"), ("::1/128", "loopback"), ("::ffff:0:0/96", "mapped IPv4"),
        ("::ffff:0:0:0/96", "translated IPv4"), ("::/96", "compatible IPv4"), ("64:ff9b:1::/48", "local NAT64"),
        ("100::/64", "discard"), ("2001::/32", "Teredo"), ("2001::/23", "protocol assignments"),
        ("2001:db8::/32", "documentation"), ("2002::/16", "6to4"), ("3fff::/20", "documentation"),
        ("fc00::/7", "private"), ("fe80::/10", "link-local"), ("fec0::/10", "site-local"), ("ff00::/8", "multicast"),
    )
)  # fmt: skip
_NAT64 = IPv6Network("64:ff9b::/96")
_GLOBAL = IPv6Network("2000::/3")  # all that IANA has given out as global unicast

_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a URL names, spelled one way only. ``url`` has neither credentials nor fragment."""

    scheme: str
    host: str  # lower case, IDNA-encoded, no trailing dot, IPv6 without brackets
    port: int
    path: str  # the request target: path and query, percent-encoded
    ip: IPv4Address | IPv6Address | None = None  # where the host is an address
    auth: str | None = None  # the value of an Authorization header, from user:password@

    @property
    def key(self) -> str:
        """``host:port`` as ``allow_private`` has it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def authority(self) -> str:
        """The value of a Host header: the port only where it is not the scheme's own (RFC 9110 7.2)."""
        return self.key.rpartition(":")[0] if self.port == PORTS[self.scheme] else self.key

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what credentials belong to (RFC 6454)."""
        return self.scheme, self.host, self.port

    @property
    def url(self) -> str:
        """The whole address, normalised."""
        return f"{self.scheme}://{self.authority}{self.path}"


def shown(url: str) -> str:
    """A URL for messages: without credentials and control characters, cut where it is endless."""
    text = without_credentials(_CONTROL.sub("", url))
    return text if len(text) <= 200 else text[:200] + "…"


def refused(url: str, kind: str, why: str) -> FetchError:
    """The error of every refusal and failure of the door. ``kind``: a short word for tables."""
    return FetchError(f"{shown(url)}: {why}", url=shown(url), kind=kind)


def parse_target(url: str) -> Target:
    """Whom a URL names. Raises FetchError, kind ``url``, for what is no clear http or https address."""
    text = url.strip(" \t\r\n\f")
    if len(text) > LONGEST:
        raise refused(text, "url", f"an address of {len(text):,} characters is not asked")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise refused(text, "url", f"no address: {error}") from None
    if parts.scheme not in PORTS:
        raise refused(
            text, "url", f"only http and https are asked, not {parts.scheme or 'an address without scheme'!r}"
        )
    if _CONTROL.search(parts.netloc) or re.search(r"[\x00-\x1f\x7f]", text):
        raise refused(text, "url", "control characters, blanks or a backslash in the address")
    port = PORTS[parts.scheme] if port is None else port
    ip, host = _host(text, parts)
    return Target(parts.scheme, host, port, _path(parts), ip, _auth(parts))


def _host(url: str, parts: SplitResult) -> tuple[IPv4Address | IPv6Address | None, str]:
    host = parts.hostname or ""
    if "%" in host:
        raise refused(url, "url", "a zone or a percent sign in the host")
    if "[" in parts.netloc or ":" in host:
        try:
            address = ip_address(host)
        except ValueError:
            raise refused(url, "url", f"{host!r} is no IPv6 address") from None
        return address, str(address)
    host = _ascii(url, host).removesuffix(".")
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        try:
            return (address := IPv4Address(host)), str(address)
        except ValueError:
            raise refused(url, "url", f"{host!r} is an odd spelling of a number") from None
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise refused(url, "url", f"{host[:80]!r} is no host name" if host else "the address has no host")
    return None, host


def _ascii(url: str, host: str) -> str:
    """IDNA 2008 with the mapping of UTS 46: fullwidth digits and ideographic stops become what they stand for."""
    if host.isascii():
        return host.lower()
    import idna  # noqa: PLC0415 - its tables are large, and few hosts need them

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as error:
        raise refused(url, "url", f"no host name: {error}") from None


def _path(parts: SplitResult) -> str:
    """The request target. What is percent-encoded stays so; what must be, is, as UTF-8 (RFC 3986 2.5)."""
    safe = "/%:@!$&'()*+,;=-._~"
    path = quote(parts.path or "/", safe=safe, errors="replace")
    return path + ("?" + quote(parts.query, safe=safe + "?", errors="replace") if parts.query else "")


def _auth(parts: SplitResult) -> str | None:
    """Basic credentials of ``user:password@`` (RFC 7617)."""
    if parts.username is None and parts.password is None:
        return None
    pair = unquote_to_bytes(parts.username or "") + b":" + unquote_to_bytes(parts.password or "")
    return "Basic " + base64.b64encode(pair).decode("ascii")


def forbidden(address: str | IPv4Address | IPv6Address) -> str | None:
    """Why an IP address is not connected to, in a word or two; None for one of the public internet.

    The lists are IANA's special-purpose registries (RFC 6890). Forms that carry an IPv4 address inside IPv6 are
    refused whole, but for the well-known NAT64 prefix (RFC 6052), by which an IPv6-only network reaches every
    IPv4 host: there the address inside is judged.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return "no plain address"  # a zone (fe80::1%eth0), or worse
    if isinstance(ip, IPv4Address):
        return next((why for net, why in _V4 if ip in net), None)
    if ip.scope_id is not None:
        return "an address with a zone"
    if ip in _NAT64:
        inside = forbidden(IPv4Address(int(ip) & 0xFFFFFFFF))
        return f"NAT64 of {inside}" if inside else None
    named = next((why for net, why in _V6 if ip in net), None)
    return named or (None if ip in _GLOBAL else "reserved")
