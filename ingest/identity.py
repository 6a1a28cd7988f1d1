"""Which post is this? Canonical addresses, fingerprints without churn, and the ladder of keys.

    guid → (guid repeated in one window: guid + address) → canonical address → fingerprint of title and text → title
    and the moment of publishing

A key is looked up in a scope: the source's own name, ``by:`` and a publisher, or ``*`` for keys that hold everywhere.
The same words of another publisher are a post of their own: that it copies is for the lineages to say.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from ahocorasick_rs import AhoCorasick

from ingest.model import ParsedPost

__all__ = ["BY", "EVERYWHERE", "Keys", "canonical_url", "fingerprint", "keys_of", "post_id"]

#: the scope of keys that hold across sources
EVERYWHERE = "*"
#: begins the scope of keys that hold across the sources of one publisher
BY = "by:"
TITLE_WORDS = 3  # a shorter title, even with the same second, names nothing ("Daily digest")

_TRACKING = re.compile(
    r"(?:utm_\w+|itm_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|mc_[ce]id|mkt_tok|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh"
    r"|cmpid|ocid|ncid|sref|smid|guccounter|guce_\w+|ref_src|ref_url|xtor|at_\w+|ns_\w+|wt_mc|s_cid|vero_id|oly_\w+|sfmc_\w+|__twitter_impression"
    r"|feature|rss|feed|source|src|ref|partner|cmp|mod|campaign_id|share|soc_src|soc_trk|taid|linkid|spm)",
    re.IGNORECASE,
)
#: tracking names that some sites use for the article itself: dropped only with a value that names a channel
_GUARDED = {"source", "src", "ref", "feed", "feature", "partner", "share", "mod", "cmp"}
_CHANNEL = re.compile(
    r"(?:rss|feed|atom|twitter|facebook|email|newsletter|share|social|home\w*|nav\w*|sy?n\w*|1)\b.*", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}


# an address of which nothing is taken away but what stands before and behind the two groups
_PLAIN = re.compile(
    r"https?://(?:www\.)?+([a-z\d-]+(?:\.[a-z\d-]+)*+)((?:/[\w:@!$&'()*+,;=~.-]+)*+)"
    r"(?<!/amp)(?<!/index\.(?:htm|php))(?<!/index\.html)/*+",
    re.ASCII,
)


@lru_cache(4096)  # a refresh asks for each address twice
def canonical_url(url: str | None) -> str | None:
    """The address two links to one article share: no scheme, ``www.``, default port, fragment, tracking or final slash.

    For comparing only, never for fetching: ``https://www.example.com/a/?utm_source=rss#top`` → ``example.com/a``.
    None for what is no http(s) address.
    """
    if not url:
        return None
    if plain := _PLAIN.fullmatch(url):
        return plain[1] + plain[2]
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if parts.scheme.lower() not in _PORTS or not host:
        return None
    if port and port not in _PORTS.values():
        host += f":{port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._") or "/"
    path = re.sub(r"/(?:amp|index\.(?:html?|php))$", "/", path.rstrip("/") or "/").rstrip("/")
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(k, v)]
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""  # addresses of one-page sites
    return host + path + (f"?{urlencode(sorted(query))}" if query else "") + fragment


def _is_tracking(key: str, value: str) -> bool:
    if not _TRACKING.fullmatch(key):
        return False
    return key.lower() not in _GUARDED or bool(_CHANNEL.fullmatch(value))


# What changes by itself between two polls: clocks, counters, reading times, ids of ads and requests. Each pattern with
# the words without which it cannot match (where there are none: without 8 hex digits in a row), because looking for
# all those words costs a fraction of looking for one pattern. All blanks are single ones by then, and no part repeats
# without bound: foreign text must not make a search quadratic.
_COUNTED = r"comments?|views?|likes?|shares?|reactions?|replies|reads?|votes?|points?|upvotes?|claps?"
# each begins with a letter of its own, which no other word character may stand before
_SHOWN = r"c(?<!\wc)omments?|v(?<!\wv)iews?|l(?<!\wl)ikes?|s(?<!\ws)hares?|r(?<!\wr)eactions?|p(?<!\wp)oints?"
_UPDATED = r"(?:l(?<!\wl)ast updated|u(?<!\wu)pdated)"
_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?)"
_CHURN: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (("://",), r"https?://\S+"),
        ((" ago",), rf"\b(?:\d{{1,6}}|an?|one|two|few) ?{_UNIT} ago\b|\bmoments ago\b"),
        (("just now", "yesterday at"), r"\b(?:just now|yesterday at)\b"),
        ((" read", " listen", " watch"), r"\d(?<!\w\d)\d{0,4} ?(?:- ?)?min(?:ute)?s? (?:read|listen|watch)\b"),
        (
            ("updated",),
            rf"{_UPDATED}:? (?:at )?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})? ?(?:[ap]\.?m\.?)?(?: [a-z]{{2,4}}\b)?",
        ),
        (
            ("comment", "view", "like", "share", "reaction", "repl", "read", "vote", "point", "clap"),
            rf"\d(?<!\w\d)[\d.,]{{0,15}} ?[km]? (?:{_COUNTED})\b|\d(?<!\w\d)[\d.,]{{0,15}} (?:{_COUNTED})\b",
        ),
        (
            ("comment", "view", "like", "share", "reaction", "point"),
            rf"(?:{_SHOWN}) ?[:(] ?[\d.,]{{1,15}} ?[km]?\)?",
        ),
        ((), r"[0-9a-f]{8}(?<!\w[0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"),
        ((), r"[0-9a-f]{16}(?<!\w[0-9a-f]{16})(?<![a-f]{16})[0-9a-f]*\b"),
    )
)
_SIGNS = AhoCorasick([sign for signs, _ in _CHURN for sign in signs])
_OF_SIGN = [number for number, (signs, _) in enumerate(_CHURN) for _ in signs]
# Words and figures are what is left when the rest is blanks; a point or dash counts only between digits. Written so
# that a search leaps from one such character to the next: words are many, what stands between them is not.
_BETWEEN = re.compile(r"[^a-z\d\w$€£%+ .\-]+")  # a-z by name as well: found in a table, without asking Unicode
_RUN = re.compile(rb"  +")  # half the time of splitting and joining
_LOOSE = re.compile(r"[.\-](?:(?!\d)|(?<!\d.))")


def _table(keep: Callable[[int], int]) -> bytes:
    return bytes(map(keep, range(256)))


_BLANKS = _table(lambda n: n if n < 128 and not _BETWEEN.match(chr(n)) else 32)
_ALL_LOOSE = _table(lambda n: 32 if chr(n) in ".-" else _BLANKS[n])
#: what tells quickly, in UTF-8, that a text holds none of something
_HEX = _table(lambda n: 48 if chr(n) in "0123456789abcdef" else 32)
_BETWEEN_DIGITS = _table(lambda n: 48 if n >= 128 or chr(n).isdigit() else 46 if chr(n) in ".-" else 32)


def fingerprint(title: str, text: str) -> str:
    """32 hex digits of the words of a post: blanks, case, punctuation and churn do not count, figures do."""
    whole = unicodedata.normalize("NFKC", f"{title}\n{text}").casefold().replace("\n", " ")
    if "  " in whole or not whole.isprintable():  # of white space, only the blank is printable
        whole = " ".join(whole.split())
    told = {_OF_SIGN[index] for index, _, _ in _SIGNS.find_matches_as_indexes(whole, overlapping=True)}
    long = b"0" * 8 in whole.encode("utf-8", "replace").translate(_HEX)
    for number, (signs, pattern) in enumerate(_CHURN):
        if number in told if signs else long:
            whole = pattern.sub(" ", whole)
    return hashlib.blake2b(_words(whole), digest_size=16).hexdigest()


def _words(whole: str) -> bytes:
    loose = b"0.0" not in whole.encode("utf-8", "replace").translate(_BETWEEN_DIGITS)
    if not loose:
        whole = _LOOSE.sub(" ", whole)
    if whole.isascii():
        return _RUN.sub(b" ", whole.encode("ascii").translate(_ALL_LOOSE if loose else _BLANKS)).strip()
    if loose:
        whole = whole.replace(".", " ").replace("-", " ")
    return " ".join(_BETWEEN.sub(" ", whole).split()).encode("utf-8", "replace")


class Keys(tuple[tuple[str, str], ...]):  # noqa: SLOT001 - slots of a tuple cannot hold ``mark``
    """(scope, key) pairs of one entry, the surest first. The first names the post when it is new.

    ``mark``: the fingerprint of the entry, worked out once.
    """

    mark: str

    def __new__(cls, pairs: Iterable[tuple[str, str]], mark: str) -> Self:
        """The pairs of an entry with this fingerprint."""
        made = super().__new__(cls, pairs)
        made.mark = mark
        return made


def keys_of(source: str, posts: Iterable[ParsedPost], publisher: str = "") -> list[Keys]:
    """The ladder of each entry of one window; the whole of it, for a guid or address that is repeated names nothing.

    ``publisher``: whose other sources may hold the same article under another address; by default the entry's site.
    """
    posts = list(posts)
    guids: Counter[str | None] = Counter(p.guid for p in posts if p.guid)
    places = [canonical_url(p.url) for p in posts]
    urls = Counter(places)
    keys = []
    for post, url in zip(posts, places, strict=True):
        mark = fingerprint(post.title, post.text)
        own_url = url is not None and urls[url] == 1 and ("/" in url or "?" in url)  # the front page names no article
        # a recorded post, of which the index is made again, says its publisher itself
        by = (publisher or getattr(post, "publisher", "") or (url or "").split("/")[0]).casefold()
        keys.append(Keys(_ladder((source, by), post, guids, (url, own_url), mark), mark))
    return keys


def _ladder(
    names: tuple[str, str],
    post: ParsedPost,
    guids: Counter[str | None],
    place: tuple[str | None, bool],
    mark: str,
) -> Iterable[tuple[str, str]]:
    source, publisher = names
    url, own_url = place
    if post.guid and guids[post.guid] == 1:
        yield source, f"guid:{post.guid}"
    elif post.guid:
        yield source, f"guid:{post.guid} {url if own_url else mark}"
    if own_url:
        yield EVERYWHERE, f"url:{url}"
    if len(post.text) >= 200 and post.published:  # a site that moved: other guids and addresses, the same articles
        yield source, f"text:{mark} {post.published[:10]}"
        if publisher:
            yield f"{BY}{publisher}", f"text:{mark} {post.published[:10]}"
    elif not post.guid and not own_url:
        yield source, f"text:{mark} {url} {post.published_raw}"
    if post.published and len(words := post.title.casefold().split()) >= TITLE_WORDS:  # guids and addresses changed
        yield source, f"title:{' '.join(words)[:200]} {post.published}"


def post_id(source: str, key: str) -> str:
    """The stable id of a post first seen under this key: 16 hex digits."""
    return hashlib.blake2b(f"{source}\n{key}".encode("utf-8", "replace"), digest_size=8).hexdigest()
