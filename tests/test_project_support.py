"""Lineages, grades, dates, titles and amounts: what a move rests on and how it is shown."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from store.events import Citation, Quantity
from tests.project_told import holds, record, records
from timeline.project import resolve
from timeline.project.lineage import outlet
from timeline.project.model import ClaimRecord, Resolved
from timeline.project.objects import base, family, identity, root
from timeline.project.posts import owner_of, resemblance, sketch
from timeline.project.quantities import agree
from timeline.project.titles import title_of

WIRE = " ".join(f"The agency writes sentence number {n} about the chips of the company." for n in range(30))


def only(story: str) -> Resolved:
    """The one move that a story makes."""
    (move,) = resolve(records(story), [])
    return move


@pytest.mark.parametrize(
    ("name", "lineage"),
    [("CNBC", "cnbc"), ("cnbc.com", "cnbc"), ("https://www.cnbc.com/2026/1", "cnbc"), ("The Verge", "theverge"),
     ("theverge.com", "theverge"), ("The Wall Street Journal", "wsj"), ("about.fb.com", "meta"), ("Meta", "meta"),
     ("ai.meta.com", "meta"), ("news.bbc.co.uk", "bbc"), ("me.substack.com", "me.substack.com")],
)  # fmt: skip
def test_an_outlet_is_one_lineage_under_all_its_names(name: str, lineage: str) -> None:
    """The name of an outlet, its domain and an address of it are one lineage."""
    assert outlet(owner_of(name) if "://" in name else name) == lineage


def test_mirrors_of_one_wire_text_count_once() -> None:
    """Three papers that print one text are one lineage: that of the one who had it first."""
    move = only(
        f"""
        a wire.com  2026-02-24 | chip announced | new chip | - | 2026-02-24 | text {WIRE}
        b paper.com 2026-02-25 | chip announced | new chip | - | 2026-02-24 | text {WIRE} Ends.
        c sheet.com 2026-02-26 | chip announced | new chip | - | 2026-02-24 | text {WIRE} Printed by us.
        """
    )
    assert (move.lineages, move.grade, {m.lineage for m in move.members}) == (1, "C", {"wire"})


def test_other_words_about_the_same_are_another_lineage() -> None:
    """Two texts of one's own are two lineages."""
    move = only(
        f"""
        a wire.com  2026-02-24 | chip announced | new chip | - | 2026-02-24 | text {WIRE}
        b paper.com 2026-02-25 | chip announced | new chip | - | 2026-02-24 | text We have spoken with people who know
        """
    )
    assert (move.lineages, move.grade) == (2, "B")


def test_who_cites_a_citer_has_it_from_the_cited() -> None:
    """C cites B, B cites CNBC: all of it is CNBC's."""
    move = only(
        """
        b blog.com   2026-01-02 | acquisition announced | Rivos | - | 2026-01-01 | with Rivos; cites CNBC
        c copier.com 2026-01-03 | acquisition announced | Rivos | - | 2026-01-01 | with Rivos; cites blog.com
        """
    )
    assert {m.lineage for m in move.members} == {"cnbc"}


def test_a_secondary_source_adds_no_lineage_of_its_own_to_those_it_cites() -> None:
    """A digest that cites Axios beside Axios itself leaves the move at one press lineage.

    a axios.com  2026-02-24 | partnership announced | deal | - | 2026-02-24 | with AMD
    b digest.com 2026-03-01 | partnership announced | deal | - | 2026-02    | with AMD; cites axios.com; secondary
    =>
    a+b 2026-02-24 announced C
    """
    holds(test_a_secondary_source_adds_no_lineage_of_its_own_to_those_it_cites.__doc__)


def test_the_first_partys_date_wins() -> None:
    """Two papers tell another day of the month; the company's own post dates the move, grade A.

    a one.com      - | release shipped | SAM 3 | sam-3 | 2025-11-20
    b two.com      - | release shipped | SAM 3 | sam-3 | 2025-11-20
    m ai.meta.com  - | release shipped | SAM 3 | sam-3 | 2025-11-19 | first-party
    =>
    a+b+m 2025-11-19 shipped A
    """
    holds(test_the_first_partys_date_wins.__doc__)


def test_most_lineages_date_a_move() -> None:
    """Two owners against one, a day apart; a copy of the one does not outvote them.

    a one.com - | release shipped | SAM 3 | sam-3 | 2025-11-20
    b two.com - | release shipped | SAM 3 | sam-3 | 2025-11-20
    c six.com - | release shipped | SAM 3 | sam-3 | 2025-11-19
    d cop.com - | release shipped | SAM 3 | sam-3 | 2025-11-19 | cites six.com
    =>
    a+b+c+d 2025-11-20 shipped B
    """
    holds(test_most_lineages_date_a_move.__doc__)


def test_rumours_are_grade_d_until_someone_knows() -> None:
    """Two unnamed-source reports are D; with a firm one, C, and no longer rumoured."""
    story = """
        a one.com - | acquisition rumoured | Rivos | - | 2025-09-30 | with Rivos; unnamed
        b two.com - | acquisition rumoured | Rivos | - | 2025-09-30 | with Rivos
    """
    assert (only(story).grade, only(story).status) == ("D", "rumoured")
    firm = story + "\n c six.com - | acquisition announced | Rivos | - | 2025-10-01 | with Rivos"
    assert (only(firm).grade, only(firm).status) == ("C", "announced")


def test_a_curated_entry_is_as_good_as_its_citations() -> None:
    """Checked against the company's own page: A. Against one paper: C. Against two: B. Cites nothing: D."""
    cited = {
        "A": ["https://ai.meta.com/blog/x"], "C": ["https://www.cnbc.com/1"], "D": [],
        "B": ["https://www.cnbc.com/1", "https://www.reuters.com/1"],
    }  # fmt: skip
    for grade, urls in cited.items():
        told = record("e one.com - | release shipped | SAM 3 | sam-3 | 2025-11-19 | secondary")
        citations = tuple(Citation(url=url, publisher="P") for url in urls)
        entry = msgspec.structs.replace(told, entry="e", title="SAM 3 came out", citations=citations)
        (move,) = resolve([entry], [])
        assert (move.grade, move.title) == (grade, "SAM 3 came out")
        assert move.lineages == max(1, len(urls))


def test_every_grade_says_why() -> None:
    """The reason names the lineages."""
    story = """
        a one.com - | release shipped | SAM 3 | sam-3 | 2025-11-20
        b two.com - | release shipped | SAM 3 | sam-3 | 2025-11-20
    """
    assert only(story).grade_why == "2 independent lineages: one, two"


@pytest.mark.parametrize(
    ("slots", "title"),
    [
        (("release", "shipped", "Llama 4 Scout and Maverick", (), ()), "Llama 4 Scout and Maverick released"),
        (("chip", "announced", "MTIA 300, 400", (), ()), "MTIA 300, 400 unveiled"),
        (("investment", "announced", "2026 capex guidance", (), ("$115–135 billion",)),
         "2026 capex guided to $115–135 billion"),
        (("partnership", "announced", "multi-year agreement", ("AMD",), ("6 GW",)),
         "Partnership with AMD: multi-year agreement"),
        (("acquisition", "rumoured", "Rivos", ("Rivos",), ()), "Acquisition of Rivos reported"),
        (("milestone", "shipped", "Llama downloads", (), ("1 billion",)), "Llama downloads: 1 billion"),
        (("policy", "delayed", "delay of AI training in Europe", (), ()), "Delay of AI training in Europe"),
        (("release", "delayed", "Llama 4 Behemoth", (), ()), "Llama 4 Behemoth delayed"),
    ],
)  # fmt: skip
def test_titles_are_our_own_words(slots: tuple[Any, ...], title: str) -> None:
    """A title is made of the slots, and says a status only once."""
    assert title_of(*slots) == title


def test_objects_hang_together() -> None:
    """Sizes are no objects; versions and variants are parts of their family; a name of two words is whole."""
    assert [base("llama-3.1-405b"), base("llama-3.3-70b"), base("sam-3")] == ["llama-3.1", "llama-3.3", "sam-3"]
    assert [family("llama-4-scout"), family("llama-4"), family("muse-spark"), family(None)] == [
        "llama-4", "llama", None, None,
    ]  # fmt: skip
    assert root("llama-4-scout") == "llama"
    assert identity("llama-4-scout", "Llama 4 Scout & Llama 4 Maverick") == "llama-4"
    assert identity("llama-4-scout", "Llama 4 Scout") == "llama-4-scout"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (Quantity(text="", low=115e9, high=135e9), Quantity(text="", low=125e9, high=125e9), True),
        (Quantity(text="", low=14.3e9, high=14.3e9), Quantity(text="", low=14e9, high=14e9, bound="about"), True),
        (Quantity(text="", low=6, high=6), Quantity(text="", low=6, high=6, bound="at-most"), True),
        (Quantity(text="", low=650e6, high=650e6, bound="at-least"), Quantity(text="", low=1e9, high=1e9), True),
        (Quantity(text="", low=60e9, high=65e9), Quantity(text="", low=66e9, high=72e9), True),
        (Quantity(text="", low=60e9, high=65e9), Quantity(text="", low=100e9, high=100e9), False),
        (Quantity(text="words"), Quantity(text="", low=1, high=1), True),
    ],
)
def test_amounts_agree_where_both_can_be_true(left: Quantity, right: Quantity, same: bool) -> None:
    """A point in a range, a bound that is kept, a rounding; not two ranges that are apart. Either way round."""
    assert agree(left, right) is same
    assert agree(right, left) is same


def test_a_sketch_tells_copies_from_other_texts() -> None:
    """A text and the same with a line added resemble each other; another text does not; too short a text nothing."""
    other = sketch(" ".join(f"Another word {n} of quite another thing" for n in range(40)))
    assert resemblance(sketch(WIRE), sketch(WIRE + " One more line by us.")) > 0.8
    assert resemblance(sketch(WIRE), other) < 0.1
    assert sketch("only four words here") == ()
    assert resemblance((), sketch(WIRE)) == 0


def test_effective_and_quantities_are_carried() -> None:
    """What most lineages say of when it takes effect, and each amount once with its bound."""
    told: list[ClaimRecord] = records(
        """
        a one.com - | partnership announced | deal | - | 2026-02-24 | with AMD; power 6 GW at-most
        b two.com - | partnership announced | deal | - | 2026-02-24 | with AMD; power 6 GW at-most
        """
    )
    told = [msgspec.structs.replace(r, claim=msgspec.structs.replace(r.claim, effective="2026-H2")) for r in told]
    (move,) = resolve(told, [])
    assert (move.effective, move.quantities) == ("2026-H2", ("up to 6 GW",))
