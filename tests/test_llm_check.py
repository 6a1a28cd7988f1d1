"""A model proposes; what it says is believed only as far as it stands in the post."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.document import document
from ingest.extract.llm.answer import NoAnswerError, Proposed, proposals
from ingest.extract.llm.check import REASONS, Rejected, check
from ingest.model import Post
from store.events import Claim
from store.interval import parse_interval
from tests.llm_interface import LEXICON, POST, deal, move

UNDATED = replace(POST, published=None)


def checked(*moves: dict[str, Any], post: Post = POST) -> tuple[list[Claim], list[Rejected]]:
    """What is left of the moves."""
    return check(document(post, LEXICON), proposals(json.dumps({"moves": moves})), ())


def one(proposed: dict[str, Any], post: Post = POST) -> Claim:
    """The only claim."""
    claims, rejected = checked(proposed, post=post)
    assert not rejected
    return claims[0]


def why(proposed: dict[str, Any], post: Post = POST) -> str:
    """Why the move is no claim."""
    claims, rejected = checked(proposed, post=post)
    assert not claims
    return rejected[0].reason


def test_a_true_move_becomes_a_claim_in_the_words_of_the_post() -> None:
    """Type and status are the model's; quote, place, names, ids and day are found in the post by our own code."""
    claim = one(move())
    assert (claim.type, claim.status, claim.rule) == ("release", "shipped", "llm")
    assert (
        claim.quote
        == POST.text[claim.start : claim.end]
        == "Meta released Llama 4 Scout and Llama 4 Maverick on Saturday"
    )
    assert (claim.object_id, claim.actors, claim.actor_ids) == ("llama-4-scout", ("Meta",), ("meta",))
    assert (claim.date, claim.precision, claim.anchor) == ("2026-04-04", "day", "published")


def test_our_own_code_says_what_day_it_was() -> None:
    """The model points at "Saturday"; without a publish date nobody knows which, and no day is made up."""
    assert one(move()).date == "2026-04-04"
    claim = one(move(), UNDATED)
    assert (claim.date, claim.precision, claim.anchor) == (None, "unknown", "none")


def test_without_date_words_a_move_is_dated_as_the_rules_date_it() -> None:
    """Lead news without a time expression happened when it was published."""
    assert (one(deal()).date, one(deal()).anchor) == ("2026-04-06", "published")


def test_a_name_may_stand_there_in_other_words() -> None:
    """Meta is "the company" there, and Facebook is Meta; all are recorded under one name and id."""
    for name in ("Meta", "Facebook", "the company"):
        claim = one(deal(actors=[name, "AMD"]))
        assert (claim.actors, claim.actor_ids) == (("Meta", "AMD"), ("meta", "amd"))


def test_the_subject_is_added_where_the_model_left_it_out() -> None:
    """A deal that "the company" signed is the subject's, whether or not the model says so."""
    assert one(deal(actors=["AMD"])).actor_ids == ("meta", "amd")


def test_amounts_are_read_by_our_own_reader() -> None:
    """The model only points at the words; value, unit and bound are ours."""
    (amount,) = one(deal()).quantities
    assert (amount.text, amount.low, amount.unit) == ("6 gigawatts", 6.0, "GW")


def test_the_size_in_a_name_is_no_amount() -> None:
    """What stands there but measures nothing is left out, and the claim stays."""
    assert one(move(quantities=["Llama 4"])).quantities == ()


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (move(quote="Meta released Llama 5 Scout and Llama 5 Maverick on Saturday"), "quote"),
        (move(quote="Meta Released Llama 4 Scout and Llama 4 Maverick on Saturday"), "quote"),
        (move(quote="Meta released Llama 4 Scout … on Saturday"), "quote"),
        (move(quote="Meta  released Llama 4 Scout"), "quote"),
        (move(quote="Llama 4"), "quote-length"),
        (move(quote="a " * 500), "quote-length"),
        (move(object="Llama 5"), "object"),
        (move(object="Llama 4 Behemoth"), "object"),
        (move(object="a model that will change the world"), "object"),
        (move(actors=["Meta", "Apple"]), "actor"),
        (move(actors=["Meta Rocket Company"]), "actor"),
        (deal(actors=["Meta", "Nvidia"]), "actor"),
        (deal(quantities=["7 gigawatts"]), "amount"),
        (deal(quantities=["16 gigawatts"]), "amount"),
        (deal(quantities=["$6 billion"]), "amount"),
        (move(date_words="on Monday"), "date-words"),
        (move(date_words="in March 2026"), "date-words"),
        (move(date_words="2026-04-04"), "date-words"),
        (move(date_words="released"), "date-unread"),
        (move(type="takeover"), "malformed"),
        (move(status="certain"), "malformed"),
        (move(actors="Meta"), "malformed"),
        (move(quantities=[6]), "malformed"),
        ({"quote": POST.text}, "malformed"),
    ],
)
def test_a_lie_is_rejected_and_its_reason_told(lie: dict[str, Any], reason: str) -> None:
    """Wrong quotes, wrong numbers, invented names and dates, and other shapes: each is rejected under its own name."""
    assert why(lie) == reason
    assert reason in REASONS


def test_a_name_from_elsewhere_in_the_post_is_no_party_to_it() -> None:
    """Nvidia is named three sentences below the deal, and takes no part in it."""
    assert "Nvidia" in POST.text
    assert why(deal(actors=["Meta", "Nvidia"])) == "actor"


def test_part_of_a_number_is_another_number() -> None:
    """In "65 billion" there is no "5 billion", and in "1.6 gigawatts" no "6 gigawatts"."""
    post = replace(POST, text="Meta said that it will spend $65 billion on 1.6 gigawatts of AI data centers.")
    said = move(type="investment", quote=post.text[:-1], object="data centers", date_words=None)
    assert one(said | {"quantities": ["$65 billion"]}, post).quantities[0].low == 65e9
    assert why(said | {"quantities": ["5 billion"]}, post) == "amount"
    assert why(said | {"quantities": ["6 gigawatts"]}, post) == "amount"


def test_a_move_of_others_is_no_move_of_the_subject() -> None:
    """A true quote about other companies makes no claim."""
    post = replace(
        POST, title="Chips", text="Oracle signed a contract with AMD on Friday. Nobody else took part in it."
    )
    other = deal(
        quote="Oracle signed a contract with AMD on Friday", object="contract", actors=["Oracle", "AMD"], quantities=[]
    )
    assert why(other, post) == "subject"


@pytest.mark.parametrize(
    "text",
    [
        "Meta has not released Llama 4 Behemoth, and nobody knows why that is so.",
        "Meta never released Llama 4 Behemoth to the public.",
        "If Meta releases Llama 4 Behemoth next week, rivals will be surprised.",
    ],
)
def test_what_the_words_deny_or_suppose_did_not_happen(text: str) -> None:
    """The quote is exact and the names are right, yet the post says the contrary, or nothing."""
    post = replace(POST, text=text)
    quote = text.partition(",")[0].rstrip(".")
    assert why(move(quote=quote, object="Llama 4 Behemoth", date_words=None), post) == "not-said"


def test_what_was_called_off_is_a_move() -> None:
    """A release that will not come is cancelled, where the model says so."""
    post = replace(POST, text="Meta will not release Llama 4 Behemoth, the company said on Friday.")
    said = move(status="cancelled", quote="Meta will not release Llama 4 Behemoth", object="Llama 4 Behemoth")
    assert one(said | {"date_words": "on Friday"}, post).status == "cancelled"


@pytest.mark.parametrize(
    ("summed_up", "kept"),
    [
        ("supply of AI chips by AMD", "AI chips by AMD"),
        ("AMD agreement", "AMD"),
        ("agreement for chips", "agreement"),
    ],
)
def test_an_object_that_is_summed_up_is_kept_as_far_as_it_stands_there(summed_up: str, kept: str) -> None:
    """Its longest piece that stands in the post, names before other words; nothing of the model's own."""
    post = replace(POST, text=POST.text.replace("with AMD for 6 gigawatts of AI chips", "for AI chips by AMD"))
    quote = "The company said that it signed an agreement for AI chips by AMD"
    assert one(deal(quote=quote, object=summed_up, quantities=[]), post).object == kept


def test_past_events_without_any_date_are_let_through_only_as_own_news() -> None:
    """A post without publish date may have undated news, in its first sentences; further down nothing dates a move."""
    late = replace(UNDATED, text="It rained. " * 5 + "Meta bought a company named Foo for its AI team.")
    said = move(type="acquisition", quote="Meta bought a company named Foo", object="Foo", date_words=None)
    assert why(said, late) == "undated"


def test_one_event_told_twice_is_one_claim_of_the_words_that_tell_it_best() -> None:
    """Of two proposals with the same words both hold; that they are one is the reader's business, by its own rules."""
    claims, rejected = checked(move(), move())
    assert len(claims) == 2
    assert not rejected


WORDS = st.sampled_from([*POST.text.split(), "Apple", "7", "on Saturday", "", "\u202e", "6 gigawatts", "Meta"])
PHRASE = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=30))
CUT = st.tuples(st.integers(0, len(POST.text)), st.integers(0, 160)).map(lambda c: POST.text[c[0] : c[0] + c[1]])
MOVE = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["release", "partnership", "x"]),
        "status": st.sampled_from(["shipped", "planned", "rumoured"]),
        "quote": st.one_of(CUT, PHRASE),
        "object": st.one_of(CUT, PHRASE),
        "actors": st.lists(PHRASE, max_size=3),
        "quantities": st.lists(PHRASE, max_size=2),
        "date_words": st.one_of(st.none(), PHRASE),
    }
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MOVE, max_size=4), st.sampled_from([POST, UNDATED]))
def test_whatever_is_proposed_every_word_of_a_claim_is_the_posts_own(moves: list[dict[str, Any]], post: Post) -> None:
    """Quotes are exact where they say, names and amounts stand in the post or are known by an id, dates are dates."""
    claims, rejected = checked(*moves, post=post)
    assert len(claims) + len(rejected) == len(moves)
    whole = " ".join(f"{post.title} {post.text}".split())
    for claim in claims:
        assert claim.quote == (post.title if claim.where == "title" else post.text)[claim.start : claim.end]
        assert claim.object in whole
        assert all(name in whole or id_ for name, id_ in zip(claim.actors, claim.actor_ids, strict=True))
        assert all(q.text in whole for q in claim.quantities)
        assert claim.date is None or parse_interval(claim.date)


JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["moves", "type", "a"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=40), JUNK.map(json.dumps), JUNK.map(lambda j: json.dumps({"moves": j}))))
def test_whatever_a_model_answers_is_in_shape_or_refused(content: str) -> None:
    """Any text gives proposals or a NoAnswerError, and never another error."""
    kind, found = "", list[Proposed | None]()
    try:
        found = proposals(content)
    except NoAnswerError as error:
        kind = str(error.kind)
    assert kind in ("", "malformed", "too-large")
    assert all(p is None or p.quote for p in found)
