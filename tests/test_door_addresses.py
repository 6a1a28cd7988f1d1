"""Which addresses may be asked: the rules as pure functions."""

from __future__ import annotations

import contextlib
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fetch.addresses import forbidden, parse_target, shown
from store.errors import FetchError

REFUSED = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
    "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1",
    "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255",
    "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::8.8.8.8", "100::1", "2001::1", "2001:2::1",
    "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "4000::1", "5f00::1", "fc00::1",
    "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "not an address", "127.1", "2130706433",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255",
    "2606:4700::1111", "2a00:1450:4001::200e", "2001:4860:4860::8888", "2003::1", "64:ff9b::8.8.8.8",
]  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_public_is_refused_with_a_word_for_it(address: str) -> None:
    """Every special-purpose block, by its edges and in every IPv6 disguise, is forbidden, and it is said why."""
    assert forbidden(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address: str) -> None:
    """The neighbours of every forbidden block are not forbidden with it."""
    assert forbidden(address) is None


@given(st.integers(0, 2**32 - 1))
def test_no_ipv4_address_is_allowed_that_the_standard_library_calls_not_global(number: int) -> None:
    """Our table is at least as strict as Python's reading of IANA's registry."""
    address = IPv4Address(number)
    if not address.is_global:
        assert forbidden(address)


@given(st.integers(0, 2**128 - 1) | st.integers(0x2000 << 112, 0x4000 << 112))
def test_no_ipv6_address_is_allowed_that_the_standard_library_calls_not_global(number: int) -> None:
    """The same for IPv6, with addresses drawn from global unicast as well."""
    address = IPv6Address(number)
    if not address.is_global:
        assert forbidden(address)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["::ffff:{}", "::{}", "64:ff9b::{}", "::ffff:0:{}"]))
def test_an_ipv4_address_is_not_let_through_inside_an_ipv6_one(number: int, shape: str) -> None:
    """What is forbidden as IPv4 is forbidden in every form that carries it."""
    inner = IPv4Address(number)
    if forbidden(inner):
        assert forbidden(shape.format(inner))


ODD = {
    "octal": "http://0177.0.0.1/", "hexadecimal": "http://0x7f.0.0.1/", "one hexadecimal number": "http://0x7f000001/",
    "one number": "http://2130706433/", "short": "http://127.1/", "leading zeros": "http://127.000.000.001/",
    "five parts": "http://127.0.0.1.1/", "trailing dots": "http://127.0.0.1../", "out of range": "http://256.0.0.1/",
    "hexadecimal last part": "http://feeds.example.0x7f/", "percent-encoded": "http://%31%32%37.0.0.1/",
    "zone": "http://[fe80::1%25lo]/", "bare zone": "http://[fe80::1%lo]/", "IPvFuture": "http://[v1.fe80]/",
    "unclosed bracket": "http://[::1/", "brackets around a name": "http://[feeds.example.org]/",
    "no host": "http:///feed", "only a dot": "http://./", "empty label": "http://a..b/", "blank": "http://a b/",
    "backslash": "http://good.example\\@127.0.0.1/", "tab": "http://exa\tmple.org/",
    "newline": "http://example.org/\r\nX:",
    "NUL": "http://example.org\0.evil/", "endless": "http://example.org/" + "a" * 9000,
    "long label": f"http://{'a' * 64}.org/",
    "long name": "http://" + "a." * 130 + "org/", "port beyond": "http://example.org:70000/", "port in letters": "http://example.org:x/",
    "negative port": "http://example.org:-80/", "no scheme": "example.org/feed", "file": "file:///etc/passwd",
    "ftp": "ftp://example.org/", "gopher": "gopher://example.org:70/_x", "javascript": "javascript:alert(1)",
    "data": "data:text/xml,<rss/>", "unix socket": "unix:/run/docker.sock", "feed": "feed://example.org/feed",
    "bad IDNA": "http://xn--a.\u202eevil/", "underscores at the edge": "http://-a-.org/",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_address_is_refused_and_not_mended(name: str) -> None:
    """What a browser would mend into something else is refused before any name is resolved."""
    with pytest.raises(FetchError) as caught:
        parse_target(ODD[name])
    assert caught.value.kind == "url"
    assert "\n" not in str(caught.value)


SAME = {
    "case": ("HTTP://Feeds.Example.ORG/A", "http://feeds.example.org/A"),
    "its own port": ("https://feeds.example.org:443/a", "https://feeds.example.org/a"),
    "trailing dot": ("http://feeds.example.org./a", "http://feeds.example.org/a"),
    "no path": ("http://feeds.example.org", "http://feeds.example.org/"),
    "fragment": ("http://feeds.example.org/a#top", "http://feeds.example.org/a"),
    "credentials": ("http://me:secret@feeds.example.org/a", "http://feeds.example.org/a"),
    "umlaut": ("http://bücher.example/ä?ö=ü", "http://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC"),
    "blanks in the path": ("http://feeds.example.org/a b", "http://feeds.example.org/a%20b"),
    "fullwidth name": ("http://ｆｅｅｄｓ.example.org/a", "http://feeds.example.org/a"),
    "fullwidth number": ("http://１２７。０。０。１/a", "http://127.0.0.1/a"),
    "long IPv6": ("http://[0:0:0:0:0:0:0:1]:80/a", "http://[::1]/a"),
    "encoded already": ("http://feeds.example.org/a%2Fb?q=%20", "http://feeds.example.org/a%2Fb?q=%20"),
    "query without path": ("http://feeds.example.org?feed=rss2", "http://feeds.example.org/?feed=rss2"),
}


@pytest.mark.parametrize("name", SAME)
def test_an_address_has_one_spelling(name: str) -> None:
    """However it is written, it is asked, compared and remembered in one form, without credentials."""
    written, meant = SAME[name]
    assert parse_target(written).url == meant


@given(st.text(max_size=60) | st.text(max_size=40).map("http://{}".format))
def test_any_text_is_an_address_or_a_fetch_error(text: str) -> None:
    """No text makes the reading of an address fail in any other way; and one spelling is stable."""
    with contextlib.suppress(FetchError):
        target = parse_target(text)
        assert parse_target(target.url).url == target.url


def test_messages_do_not_show_passwords() -> None:
    """A URL in a message has lost its credentials."""
    assert shown("https://me:secret@feeds.example.org/a?b@c") == "https://feeds.example.org/a?b@c"
    with pytest.raises(FetchError) as caught:
        parse_target("ftp://me:secret@feeds.example.org/")
    assert "secret" not in str(caught.value)
    assert "secret" not in str(caught.value.url)
