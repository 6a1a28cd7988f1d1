"""Bodies that mean harm or come from broken programs, each with what must become of it."""

# ruff: noqa: E501 - a table reads best with one case a line

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass

from ingest.model import ParsedFeed

__all__ = ["BODIES", "Body"]

Right = Callable[[ParsedFeed], bool]


@dataclass(frozen=True, slots=True)
class Body:
    """``kinds``: the ParseErrors it may be refused with; ``right``: what must hold where it is read. One or both."""

    body: bytes
    kinds: tuple[str, ...] = ()
    right: Right | None = None
    content_type: str | None = "application/rss+xml"
    kind: str = "feed"


def rss(items: str = "", *, head: str = "", prolog: str = "", tail: str = "</channel></rss>") -> str:
    """An RSS 2.0 feed around the items."""
    return f'{prolog}<rss version="2.0"><channel><title>Odd</title>{head}{items}{tail}'


def item(inside: str) -> str:
    """One item, with a title unless it has its own."""
    return f"<item>{'' if '<title' in inside else '<title>One</title>'}{inside}</item>"


def one(inside: str, right: Right) -> Body:
    """A feed of one item, which is read."""
    return Body(rss(item(inside)).encode("utf-8", "surrogatepass"), right=lambda f: len(f.posts) == 1 and right(f))


def posts(count: int) -> Right:
    """Whether so many posts were read."""
    return lambda feed: len(feed.posts) == count


def titled(*titles: str) -> Right:
    """Whether these are the titles, in order."""
    return lambda feed: tuple(p.title for p in feed.posts) == titles


def jsonfeed(*items: object, **more: object) -> bytes:
    """A JSON Feed around the items."""
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Odd", "items": items, **more}).encode()


_LAUGHS = "<!DOCTYPE rss [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip
_FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_NET = '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'
_GOOD = rss(item("<link>https://a.example/1</link>")).encode()
_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Odd</title>%s</feed>'
_SECRET = ("root:x:0:0", "/bin/sh", "/bin/bash")


def _no_secret(feed: ParsedFeed) -> bool:
    return not any(word in repr(feed) for word in _SECRET)


def _dtd() -> dict[str, Body]:
    refused = ("entities",)
    return {
        "a billion laughs": Body(rss(item("<description>&j;</description>"), prolog=_LAUGHS).encode(), refused),
        "a billion laughs in an attribute": Body(rss('<item a="&j;"/>', prolog=_LAUGHS).encode(), refused),
        "a billion laughs in UTF-16": Body(rss(item("&j;"), prolog=_LAUGHS).encode("utf-16"), refused),
        "laughs behind a comment": Body(rss(item("&j;"), prolog=f"<!-- <rss> -->\n{_LAUGHS}").encode(), refused),
        "a quadratic entity": Body(
            rss(item("&q;" * 5000), prolog=f"<!DOCTYPE rss [<!ENTITY q '{'x' * 50_000}'>]>").encode(), refused
        ),
        "an entity that is a file": Body(rss(item("<description>&x;</description>"), prolog=_FILE).encode(), refused),
        "an entity on the network": Body(rss(item("<description>&x;</description>"), prolog=_NET).encode(), refused),
        "a file through a parameter entity": Body(
            rss(item(""), prolog='<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>').encode(),
            refused, _no_secret,
        ),
        "an external DTD": Body(
            rss(item(""), prolog='<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">').encode(), right=posts(1)
        ),
        "an entity that names itself": Body(
            rss(item("&r;"), prolog="<!DOCTYPE rss [<!ENTITY r '&r;'>]>").encode(), refused
        ),
        "an entity of one character": Body(
            rss(item("<title>a&nb;b</title>"), prolog="<!DOCTYPE rss [<!ENTITY nb '&#160;'>]>").encode(),
            right=titled("a b"),
        ),
        "an entity of a few words": Body(
            rss(item("<title>&co; &amp; sons</title>"), prolog="<!DOCTYPE rss [<!ENTITY co 'Acme'>]>").encode(),
            right=titled("Acme & sons"),
        ),
        "an entity of a few words, a million times": Body(
            rss(item("&w;" * 1_000_000), prolog=f"<!DOCTYPE rss [<!ENTITY w '{'x' * 60}'>]>").encode(), refused, posts(1)
        ),
        "markup by HTML's capital entities": one("<title>1 &LT; 2 &AMP; 3 &zz;</title>", titled("1 < 2 & 3 &zz;")),
        "XInclude of a file": one(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>', _no_secret
        ),
        "a stylesheet elsewhere": Body(
            b'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>' + _GOOD, right=posts(1)
        ),
        "a tutorial about entities": one(
            "<description><![CDATA[&lt;!DOCTYPE [ <!ENTITY x SYSTEM 'file:///etc/passwd'> ]>]]></description>", _no_secret
        ),
        "the name of a file": Body(b"/etc/passwd", ("not-a-feed",)),
        "the address of a feed": Body(b"http://127.0.0.1:9/feed.xml", ("not-a-feed",)),
    }  # fmt: skip


def _size() -> dict[str, Body]:
    deep = ("too-deep", "not-a-feed")
    return {
        "elements nested 100,000 deep": Body(rss("<a>" * 100_000 + "</a>" * 100_000).encode(), deep),
        "elements nested 100,000 deep, unclosed": Body(rss("<a>" * 100_000).encode(), deep),
        "items within items": Body(rss("<item><title>x</title>" * 5000).encode(), deep),
        "markup nested 50,000 deep": one(f"<description>{'&lt;div>' * 50_000}in</description>", lambda f: f.posts[0].text == "in"),
        "an attribute of 5 MB": one(f'<description a="{"x" * 5_000_000}">words</description>', lambda f: f.posts[0].text == "words"),
        "a title of 5 MB": one(f"<title>{'x' * 5_000_000}</title>", lambda f: len(f.posts[0].title) <= 1000),
        "a title of 100,000 tags": one(f"<title>{'&lt;b>' * 100_000}T</title>", lambda f: len(f.posts[0].title) <= 1000),
        "an element's name of 1 MB": Body(rss(f"<{'n' * 1_000_000}/>{item('')}").encode(), ("not-a-feed",), posts(1)),
        "50,000 items": Body(rss(item("") * 50_000).encode(), right=lambda f: len(f.posts) <= 5000 and f.partial),
        "100,000 categories": one("<category>c</category>" * 100_000, lambda f: len(f.posts[0].categories) <= 200),
        "10,000 links": Body((_ATOM % ("<entry><title>T</title>" + '<link href="https://a.example/"/>' * 10_000 + "</entry>")).encode(), right=posts(1)),
        "10,000 namespaces": Body(("<rss " + " ".join(f'xmlns:p{n}="urn:{n}"' for n in range(10_000)) + ">").encode() + _GOOD[19:], ("not-a-feed",), posts(1)),
        "10,000 unbound prefixes": Body(rss("".join(f"<p{n}:x/>" for n in range(10_000)) + item("")).encode(), right=posts(1)),
        "200,000 unbound prefixes in what is not well-formed": Body(rss(item("") + "".join(f"<p{n}:x/>" for n in range(200_000)) + "<").encode(), right=posts(1)),
        "a character of a million digits": one(f"<title>a &amp;#{'9' * 19_000}; b</title><description>x &#{'9' * 1_000_000}; y</description>", lambda f: "x" in f.posts[0].text),
        "2 MB of ampersands": Body(rss(item(f"<description>{'&' * 2_000_000}</description>")).encode(), ("memory", "time"), posts(1)),
        "2 MB of comment starts": Body(rss("<!--" * 500_000 + item("")).encode(), ("not-a-feed",)),
        "2 MB of unclosed tags": one(f"<description>{'&lt;a ' * 400_000}</description>", lambda f: f.posts[0].text == ""),
        "2 MB of open quotes": one(f"<description>{'&lt;a b=&quot;' * 150_000}</description>", lambda _: True),
        "2 MB of CDATA starts": Body(rss("<![CDATA[" * 250_000).encode(), right=posts(0)),
    }  # fmt: skip


def _encodings() -> dict[str, Body]:
    utf8 = rss(item("<title>Zoë</title>"))
    declared = '<?xml version="1.0" encoding="%s"?>'
    return {
        "UTF-8 that says ISO-8859-1": Body((declared % "iso-8859-1" + utf8).encode(), right=titled("Zoë")),
        "UTF-8 that HTTP calls ISO-8859-1": Body(utf8.encode(), right=titled("Zoë"), content_type="text/xml; charset=iso-8859-1"),
        "Windows-1252 that says UTF-8": Body((declared % "utf-8" + utf8).encode("cp1252"), right=titled("Zoë")),
        "Windows-1252 that says ISO-8859-1": Body((declared % "iso-8859-1" + rss(item("<title>it’s</title>"))).encode("cp1252"), right=titled("it’s")),
        "a charset nobody knows": Body((declared % "x-klingon" + utf8).encode(), right=titled("Zoë")),
        "a codec that is no charset": Body((declared % "unicode_escape" + rss(item("<title>\\u003cb\\u003e é</title>"))).encode(), right=titled("\\u003cb\\u003e é")),
        "UTF-7 that hides a tag": Body((declared % "utf-7" + rss(item("<title>+ADw-script+AD4-</title>"))).encode(), right=titled("+ADw-script+AD4-")),
        "UTF-16 with a mark": Body(utf8.encode("utf-16"), right=titled("Zoë")),
        "UTF-16 without a mark": Body(utf8.encode("utf-16-be"), right=titled("Zoë")),
        "UTF-16 cut in a character": Body(utf8.encode("utf-16")[:-1], right=lambda f: len(f.posts) == 1),
        "UTF-16 with lone surrogates": Body(b"\xff\xfe" + utf8.replace("Zoë", "Z\ud800").encode("utf-16-le", "surrogatepass"), right=posts(1)),
        "UTF-32": Body(utf8.encode("utf-32"), right=titled("Zoë")),
        "UTF-8 that says UTF-16": Body((declared % "utf-16" + utf8).encode(), right=titled("Zoë")),
        "two byte order marks": Body(b"\xef\xbb\xbf\xef\xbb\xbf" + utf8.encode(), right=titled("Zoë")),
        "NULs everywhere": Body(b"\0".join(bytes([b]) for b in _GOOD[:40]) + _GOOD[40:], ("not-a-feed", "html"), lambda _: True),
        "NULs in a title": Body(_GOOD.replace(b"One", b"O\0n\0e"), right=titled("One")),
        "overlong UTF-8": Body(_GOOD.replace(b"One", b"O\xc0\xbcn\xe0\x80\xbce"), right=lambda f: "<" not in f.posts[0].title),
        "surrogates in UTF-8": Body(_GOOD.replace(b"One", b"O\xed\xa0\x80ne"), right=posts(1)),
        "one wrong byte in a thousand right ones": Body(rss(item(f"<title>{'é' * 100}</title>")).encode() .replace("é".encode(), b"\xe9", 1), right=titled("é" * 100)),
        "one wrong byte and few right ones": Body(rss(item("<title>Zoë?é</title>")).encode().replace(b"?", b"\xfc"), right=titled("Zoëüé")),
        "control characters": Body(_GOOD.replace(b"One", b"O\x01\x02\x1b[31mne"), right=titled("O[31mne")),
        "control characters by number": one("<title>O&#0;&#x1b;]52;c;x&#7;ne</title>", titled("O]52;c;xne")),
        "Shift_JIS that says nothing": Body(rss(item("<title>これはテストのタイトルです</title>")).encode("cp932"), right=titled("これはテストのタイトルです")),
        "random bytes": Body(bytes((n * n * 31 + n * 7) % 256 for n in range(20_000)), ("not-a-feed", "html", "empty", "gzip")),
    }  # fmt: skip


def _markup() -> dict[str, Body]:
    def dumb(feed: ParsedFeed) -> bool:
        words = f"{feed.posts[0].title} {feed.posts[0].text}"
        return "alert" not in words and "<" not in words

    cdata = "<description><![CDATA[%s]]></description>"
    return {
        "a script in a title": one("<title>&lt;script>alert(1)&lt;/script>Words</title>", titled("Words")),
        "a script escaped twice": one("<title>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Words</title>", titled("Words")),
        "an image that runs": one("<title>&lt;img src=x onerror=alert(1)>Words</title>", titled("Words")),
        "a script without an end": one(cdata % "Words<script>alert(1)", dumb),
        "a script in pieces": one(cdata % "Words<scr<script>ipt>alert(1)</scr</script>ipt>", lambda f: "<" not in f.posts[0].text),
        "style and template": one(cdata % "<style>alert</style><template>alert</template>Words", dumb),
        "SVG with a script": one(cdata % "<svg><script>alert(1)</script></svg>Words", dumb),
        "a comment of Internet Explorer's": one(cdata % "<!--[if IE]><script>alert(1)</script><![endif]-->Words", dumb),
        "an unclosed comment": one(cdata % "Words<!-- alert", dumb),
        "mathml and noscript": one(cdata % "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>Words", lambda f: "<" not in f.posts[0].text),
        "a javascript: link": one("<link>javascript:alert(1)</link>", lambda f: f.posts[0].url is None),
        "a javascript: link in pieces": one("<link>java&#10;script:alert(1)</link>", lambda f: f.posts[0].url is None or f.posts[0].url.startswith("http")),
        "a data: link": one("<link>data:text/html,alert(1)</link>", lambda f: f.posts[0].url is None),
        "a file: link": one("<link>file:///etc/passwd</link>", lambda f: f.posts[0].url is None),
        "a link with a password": one("<link>https://user:pass@a.example/</link>", lambda f: f.posts[0].url is None),
        "a guid that is javascript:": one('<guid isPermaLink="true">javascript:alert(1)</guid>', lambda f: f.posts[0].url is None),
        "a base that is javascript:": Body((_ATOM % '<entry xml:base="javascript:alert(1)//"><title>T</title><link href="x"/></entry>').encode(), right=lambda f: f.posts[0].url == "https://a.example/x"),
        "an enclosure that is javascript:": one('<enclosure url="javascript:alert(1)"/>', lambda f: not f.posts[0].enclosures),
        "bidirectional overrides": one("<title>gpj.\u202eexe\u2066x</title>", titled("gpj.exex")),
        "a title of several lines": one("<title>a\n\n\u2028b\tc</title>", titled("a b c")),
        "a terminal's hyperlink": one("<title>\u009d8;;http://a.example\u009cx</title>", titled("8;;http://a.example x".replace(" ", ""))),
        "markup in an author": one("<author>&lt;b>Ann&lt;/b></author>", lambda f: f.posts[0].author == "Ann"),
        "markup in a category": one("<category>&lt;img src=x onerror=alert(1)>AI</category>", lambda f: f.posts[0].categories == ("AI",)),
        "a title of XHTML with an escaped tag": Body((_ATOM % '<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">if <b>a</b> &lt;b&gt; c<script>alert</script></div></title></entry>').encode(), right=titled("if a <b> c")),
        "a formula for a spreadsheet": one("<title>=HYPERLINK(&quot;http://a.example&quot;)</title>", titled('=HYPERLINK("http://a.example")')),
    }  # fmt: skip


def _contents() -> dict[str, Body]:
    date = "<pubDate>%s</pubDate>"
    undated: Right = lambda f: f.posts[0].published is None  # noqa: E731 - a value of the table below
    same = item("<guid>same</guid><link>https://a.example/%d</link>")
    return {
        "a date in 2035": one(date % "Tue, 16 Aug 2035 09:44:01 +0000", undated),
        "a date in the year 99999": one(date % "Tue, 16 Aug 99999 09:44:01 +0000", undated),
        "the thirtieth of February": one(date % "Mon, 30 Feb 2026 10:00:00 GMT", undated),
        "an hour that is none": one(date % "Mon, 02 Feb 2026 29:00:00 GMT", undated),
        "an offset that is none": one(date % "Mon, 02 Feb 2026 09:00:00 +9900", undated),
        "a date of 1 MB": one(date % ("9" * 1_000_000), lambda f: f.posts[0].published is None and len(f.posts[0].published_raw or "") <= 200),
        "a date in the digits of others": one(date % "Mon, ٠٢ Feb 2026 09:00:00 GMT", lambda _: True),
        "one guid for a hundred items": Body(rss("".join(same % n for n in range(100))).encode(), right=lambda f: len({p.url for p in f.posts}) == 100),
        "a guid of 1 MB": one(f"<guid>{'g' * 1_000_000}</guid>", lambda f: len(f.posts[0].guid or "") <= 2000),
        "a ttl beyond reason": Body(rss(item(""), head=f"<ttl>{'9' * 5000}</ttl>").encode(), right=lambda f: f.hints.ttl_minutes is None),
        "a ttl below nothing": Body(rss(item(""), head="<ttl>-5</ttl>").encode(), right=lambda f: f.hints.ttl_minutes is None),
        "hours that are none": Body(rss(item(""), head="<skipHours><hour>99</hour><hour>x</hour></skipHours>").encode(), right=lambda f: not f.hints.skip_hours),
        "an update every billionth of an hour": Body(rss(item(""), head='<sy:updatePeriod xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">hourly</sy:updatePeriod><sy:updateFrequency xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">999999999</sy:updateFrequency>').encode(), right=lambda f: (f.hints.update_seconds or 0) >= 0),
        "nothing": Body(b"", ("empty",)),
        "blanks": Body(b" \r\n\t\0\0" * 1000, ("empty",)),
        "an error page": Body(b"<!DOCTYPE html><html><head><title>502</title></head><body>Bad gateway</body></html>", ("html",)),
        "an error page that says it is a feed": Body(b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', ("html",)),
        "an error in text": Body(b"Error 1020: access denied", ("not-a-feed",), content_type="text/plain"),
        "some other XML": Body(b'<?xml version="1.0"?><soap:Envelope xmlns:soap="urn:x"><item/></soap:Envelope>', ("not-a-feed",)),
        "a sitemap": Body(b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>', ("not-a-feed",)),
        "OPML": Body(b'<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>', ("not-a-feed",)),
        "a feed that says it is an image": Body(_GOOD, right=posts(1), content_type="image/png"),
        "a feed that says it is HTML": Body(_GOOD, right=posts(1), content_type="text/html; charset=utf-8"),
        "an image that says it is a feed": Body(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ("not-a-feed",)),
        "a page without posts as a listing": Body(b"<html><body><p>We moved.</p></body></html>", ("listing",), kind="html"),
        "deep tags as a listing": Body(b"<div>" * 200_000, ("too-deep",), kind="html"),
        "gzip": Body(gzip.compress(_GOOD), right=posts(1)),
        "gzip within gzip": Body(gzip.compress(gzip.compress(_GOOD)), ("gzip",)),
        "a gzip bomb": Body(gzip.compress(b"\0" * 200_000_000, 1), ("too-many",)),
        "broken gzip": Body(b"\x1f\x8b\x08\x00" + b"\xff" * 100, ("gzip",)),
        "cut in an item": Body(_GOOD[:-16] + b"<item><title>Tw", right=lambda f: titled("One")(f) and f.partial),
        "cut in a tag": Body(_GOOD[:-18], right=lambda f: f.partial),
        "cut in CDATA": Body(_GOOD[:-16] + b"<item><title><![CDATA[Tw", right=lambda f: titled("One")(f) and f.partial),
        "cut in an entity": Body(_GOOD[:-16] + b"<item><title>Tw&am", right=lambda f: titled("One")(f) and f.partial),
        "cut in the head": Body(b'<?xml version="1.0"?><rss version="2.0"><channel><title>Od', right=lambda f: not f.posts and f.partial),
        "two feeds behind each other": Body(_GOOD + _GOOD, right=lambda f: len(f.posts) >= 1),
        "a feed within a page": Body(b"<!DOCTYPE html><html><body>" + _GOOD + b"</body></html>", right=posts(1)),
        "warnings of PHP before the feed": Body(b"<br />\n<b>Warning</b>: fopen() in <b>/x.php</b><br />\n" + _GOOD, right=posts(1)),
        "tags that cross": one("<description><b><i>x</b></i></description>", lambda f: "x" in f.posts[0].text),
        "attributes twice": Body(_GOOD.replace(b"<item>", b'<item a="1" a="2">'), right=posts(1)),
    }  # fmt: skip


def _places() -> dict[str, Body]:
    return {
        "a feed in capital letters": Body(_GOOD.replace(b"item>", b"ITEM>").replace(b"title>", b"TITLE>"), right=titled("One")),
        "a feed in a namespace of its own": Body(_GOOD.replace(b"<rss", b'<rss xmlns="urn:of-our-own"'), right=titled("One")),
        "entries where no reader looks": Body(rss("<entries><list>" + item("") + "</list></entries>").encode(), right=titled("One")),
        "two channels": Body(_GOOD.replace(b"</rss>", b"<channel><item><title>Two</title></item></channel></rss>"), right=titled("One", "Two")),
        "an empty feed with an entry in a comment": Body(rss("<!-- " + item("") + " -->").encode(), right=posts(0)),
    }  # fmt: skip


def _json() -> dict[str, Body]:
    refused = ("json", "too-deep", "not-a-feed")
    good = {"id": "1", "title": "One", "content_text": "words"}
    return {
        "JSON nested 100,000 deep": Body(b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000, refused),
        "JSON nested deep in an item": Body(b'{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}]}", refused),
        "JSON with a number of 100,000 digits": Body(jsonfeed(good)[:-1] + b',"x":' + b"9" * 100_000 + b"}", right=posts(1)),
        "JSON with an id of 10^400": Body(jsonfeed(good).replace(b'"1"', b"1e400"), right=posts(1)),
        "JSON of wrong types": Body(jsonfeed({"id": {}, "url": [], "title": 5, "tags": "x", "authors": {}, "attachments": [3]}, 7, None, good), right=posts(2)),
        "JSON with markup": Body(jsonfeed({**good, "title": "<script>alert(1)</script>T", "content_html": "<script>alert(1)</script>w"}), right=lambda f: f.posts[0].text == "w"),
        "JSON with lone surrogates": Body(jsonfeed({**good, "title": "a\ud800b\u202e"}), right=titled("ab")),
        "JSON with a javascript: url": Body(jsonfeed({**good, "url": "javascript:alert(1)"}), right=lambda f: f.posts[0].url is None),
        "JSON cut off": Body(jsonfeed(good, good)[:-20], right=lambda f: len(f.posts) == 1 and f.partial),
        "JSON that is no feed": Body(b'{"error":"rate limited","items":[]}', ("not-a-feed",)),
        "JSON of an API": Body(b'{"items":[{"sku":1},{"sku":2}]}', ("not-a-feed",)),
        "a list": Body(b"[1,2,3]", ("not-a-feed",)),
        "NaN and Infinity": Body(jsonfeed(good)[:-1] + b',"x":NaN,"y":-Infinity}', right=posts(1)),
        "JSON with items that are no list": Body(jsonfeed(good)[:-1] + b',"items":{"0":{}}}', refused),
        "JSON with items that are no objects": Body(jsonfeed(1, "x", None), refused),
        "JSON without items": Body(b'{"version":"https://jsonfeed.org/version/1.1","title":"Odd"}', refused),
        "JSON with an address that is none": Body(jsonfeed({**good, "url": 5}, home_page_url="https://a.example/"), right=lambda f: f.posts[0].url is None),
        "the same key twice": Body(jsonfeed(good)[:-1] + b',"title":"Two"}', right=posts(1)),
        "JSON in UTF-16": Body(jsonfeed(good).decode().encode("utf-16"), right=posts(1)),
        "JSON that says it is XML": Body(jsonfeed(good), right=posts(1), content_type="text/xml"),
    }  # fmt: skip


BODIES: dict[str, Body] = {**_dtd(), **_size(), **_encodings(), **_markup(), **_contents(), **_places(), **_json()}
