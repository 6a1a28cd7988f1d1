"""The one gate for foreign text: nothing that deceives or breaks gets through, and what is left stays as it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text import clean, clean_line, safe_url

#: characters that reorder what a reader sees (UAX 9, and the deprecated ones of UAX 9's predecessor)
BIDI = "\u061c\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
#: text of every kind, lone surrogates and controls much more often than chance would have it
ANY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf"]),
        st.sampled_from(BIDI + "\r\n\t\u2028\u2029\u0085\x0b\x0c\ufeff\x00 \u00a0"),
    )
)


@given(ANY)
def test_no_control_no_bidi_character_and_no_surrogate_survives(text: str) -> None:
    """Of Cc only newline and tab are left (of a line: neither), of Cs nothing, of the reordering characters nothing."""
    for cleaned, allowed in ((clean(text), "\n\t"), (clean_line(text), "")):
        assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in allowed]
        assert not [c for c in cleaned if unicodedata.category(c) == "Cs" or c in BIDI]
        assert "\ufeff" not in cleaned
        cleaned.encode("utf-8")


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What passed the gate passes it unchanged; a line is clean text of several lines as well."""
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean(clean_line(text)) == clean_line(text)


@given(ANY)
def test_a_line_is_one_line_without_blanks_at_its_ends(text: str) -> None:
    """No line break of any kind, no double blank, no blank first or last."""
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == " ".join(line.split())


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_what_is_neither_control_nor_reordering_stays_as_it_was_written(text: str) -> None:
    """Letters, digits, punctuation, symbols and marks of every script, unnormalised."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("“curly” ‘quotes’ – dashes — and… U+2011: Meta\u2011AI", None),
        ("no\u00a0break, zero\u200bwidth, zero\u200dwidth joiner \U0001f468\u200d\U0001f469\u200d\U0001f467", None),
        ("soft\u00adhyphen and e\u0301", None),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\u0085d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("tab\tstays", None),
        ("nul\x00 bell\x07 esc\x1b[31mred\x1b[0m del\x7f c1\x9b31m", "nul bell esc[31mred[0m del c131m"),
        ("/* \u202e } \u2066if (isAdmin)\u2069 \u2066 begin */", "/*  } if (isAdmin)  begin */"),
        ("\ufeffbyte order mark\ufeff", "byte order mark"),
        ("half \ud83d pair", "half  pair"),
        ("", None),
    ],
)
def test_told_texts_pass_as_they_should(text: str, cleaned: str | None) -> None:
    """Typographic characters stay, newlines become one kind, terminal escapes and trojan source lose their teeth."""
    assert clean(text) == (text if cleaned is None else cleaned)


@given(ANY, st.one_of(st.none(), st.just("https://example.com/feed/")))
def test_an_address_is_absolute_http_or_none(text: str, base: str | None) -> None:
    """Whatever is handed in; and an address that passed once passes again unchanged."""
    url = safe_url(text, base)
    if url is not None:
        assert url.startswith(("http://", "https://"))
        assert clean_line(url) == url
        assert " " not in url
        assert safe_url(url) == url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        ("https://example.com/a\u16800 b", "https://example.com/a%E1%9A%800%20b"),
        ("HTTPS://Example.com/A", "https://Example.com/A"),
        ("  https://example.com/a b\n", "https://example.com/a%20b"),
        ("//example.com/a", "https://example.com/a"),
        ("/a", "https://base.example/a"),
        ("?page=2", "https://base.example/feed/?page=2"),
        ("", "https://base.example/feed/"),
        ("https://münchen.example/ü", "https://münchen.example/ü"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x00javascript:alert(1)", None),
        ("data:text/html,<script>", None),
        ("file:///etc/passwd", None),
        ("mailto:a@example.com", None),
        ("https://user:pass@example.com/", None),
        ("https://user@example.com/", None),
        ("https://example.com:0/", None),
        ("https://example.com:99999/", None),
        ("https://example.com:x/", None),
        ("https://[::1", None),
        ("https://exa mple.com/", None),
        ('https://example.com"onload=x/', None),
    ],
)
def test_told_addresses_are_let_through_or_not(url: str, safe: str | None) -> None:
    """Schemes that run code, hosts that are none, credentials and unusable ports are refused; the rest is absolute."""
    assert safe_url(url, "https://base.example/feed/") == safe


@pytest.mark.parametrize("url", ["/a", "//", "?b=c", "", "https:///nohost", "https://", "example.com/a"])
def test_without_a_base_a_relative_address_is_none(url: str) -> None:
    """Nothing is guessed."""
    assert safe_url(url) is None
