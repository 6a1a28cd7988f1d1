"""The quick look at a post spares the careful one, and overlooks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract import load_lexicon
from ingest.extract.lexicon import Lexicon
from ingest.extract.spaces import squeezed
from ingest.model import Post
from store.events import Claim

LEXICON = load_lexicon(Path(__file__).resolve().parent.parent / "config" / "lexicon.toml")
_NAMES = sorted({name for table in LEXICON._owners for name in (table[1], table[1].upper())})
_PARTS = st.sampled_from(
    [*_NAMES, " ", "  ", "\n", "\u00a0", "\u200b", "\u00ad", "-", "’", "“", "**", "[[", "İ", "K", "ß", "a"]
)


@given(st.lists(_PARTS, max_size=12).map("".join))
def test_what_the_quick_look_lets_go_is_not_relevant_however_its_blanks_are_squeezed(text: str) -> None:
    """No name of the subject's own stands in a text, as it is or squeezed, in which the quick look sees no hint."""
    plain = squeezed(Post("p", text, text, None, None, None, "press")).post
    if LEXICON.relevant(text) or LEXICON.relevant(plain.text):
        assert LEXICON.hinted(text)


@given(st.lists(_PARTS, min_size=1, max_size=12).map("".join), st.data())
def test_words_of_a_squeezed_text_are_quoted_as_they_stood(text: str, data: st.DataObject) -> None:
    """What was read between two letters of the squeezed text stands in the original with its own blanks."""
    made = squeezed(Post("p", "", f"a{text}a", None, None, None, "press"))
    plain = made.post.text
    letters = st.sampled_from([at for at, letter in enumerate(plain) if letter.isalnum()])
    start, last = sorted((data.draw(letters), data.draw(letters)))
    quoted = made.claim(Claim(type="release", object="x", where="text", start=start, end=last + 1))
    words = f"a{text}a"[quoted.start : quoted.end]
    assert squeezed(Post("p", "", words, None, None, None, "press")).post.text == plain[start : last + 1]


@pytest.mark.parametrize("text", ["Trains ran late because of a fallen tree.", ""])
def test_a_post_about_other_things_is_let_go_by_the_quick_look(text: str) -> None:
    """Common words are no hint."""
    assert not LEXICON.hinted(text)


def _with(folder: Path, subject: str) -> Lexicon:
    path = folder / "lexicon.toml"
    path.write_text(f'[subject]\nid = "s"\nname = "S"\nnames = ["{subject}"]\n', encoding="utf-8")
    return load_lexicon(path)


def test_a_subject_whose_name_has_no_latin_letter_is_found_all_the_same(tmp_path: Path) -> None:
    """Where a name has no part to look for, every post is looked at with care."""
    lexicon = _with(tmp_path, "Яндекс")
    assert lexicon.hinted("Вчера Яндекс открыл модель.")
    assert lexicon.relevant("Вчера Яндекс открыл модель.")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Meta aims to release Llama 4", ["Meta", "Llama 4"]),
        ("META to buy a startup", ["META"]),
        ("Facebook airs its plans", ["Facebook"]),
        ("Meta AI aims higher", ["Meta AI"]),
        ("a supermeta of Metamorphoses", []),
    ],
)
def test_a_longer_name_that_is_no_whole_word_hides_no_shorter_one(words: str, names: list[str]) -> None:
    """The longer name "meta ai" begins "Meta aims", and is not there; the shorter is."""
    assert [mention.text for mention in LEXICON.mentions(words)] == names
    assert LEXICON.relevant(words) == bool(names)
