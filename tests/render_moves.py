"""Moves for the tests of what is shown: a handful told by hand, and any at all."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from timeline.render import Context
from timeline.view import ChangeView, DisputeView, MoveView, SourceView, StepView

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def source(publisher: str, quote: str | None, url: str | None = None, published: str | None = None) -> SourceView:
    """One source; its address is the publisher's where none is told."""
    return SourceView(
        url=url or f"https://{publisher}/post", publisher=publisher, published=published, quote=quote, lineage=publisher
    )


def move(**given: object) -> MoveView:
    """A move with everything that is not told set to something plain."""
    values: dict[str, object] = {
        "id": "4c1f9e02ab", "type": "release", "title": "Llama 4 Scout and Maverick released", "object": "Llama 4",
        "actors": ("Meta",), "date": "2025-04-05", "date_end": None, "date_precision": "day", "status": "shipped",
        "grade": "A", "lineages": 1, "sources": (source("about.example.com", "Today we release Llama 4."),),
        "quantities": (), "disputed": False, "disputes": (), "first_published": "2025-04-05T16:00:00Z",
        "recorded_position": 1021, "revision": 1, "recorded_at": "2026-11-01T08:00:00.000Z", "first_position": 1021,
        "first_recorded_at": "2026-11-01T08:00:00.000Z", **given,
    }  # fmt: skip
    values.setdefault("url", f"/moves/{values['id']}")
    return MoveView(**values)  # type: ignore[arg-type]


def told() -> list[MoveView]:
    """Newest first: a plan, a plain month, a dispute, a correction, a milestone, a rumour without a date."""
    left = source("axios.example.com", "capex of $115-135 billion in 2026", published="2026-01-29T09:00:00-05:00")
    right = source("blog.example.org", "“=capex, of about $600 billion”")
    dispute = DisputeView(
        rule="quantity-disjoint",
        severity="hard",
        text="capex is $115–135 billion or $600 billion",
        left=left,
        right=right,
    )
    corrected = ChangeView(
        kind="corrected", position=2210, at="2026-11-02T07:00:00.000Z",
        text="date was 2025-04-03 (1 lineage), now 2025-04-05 (3)", event="ClaimsExtracted",
    )  # fmt: skip
    return [
        move(
            id="a1b2c3d4e5", title="Open versions of the next models planned", object="next models", date="2026-04-08",
            status="planned", grade="B", lineages=2, first_published="2026-04-08", sources=(left, right, right),
        ),
        move(
            id="a1b2c3ffff", type="chip", title="MTIA roadmap: four generations announced", object="MTIA",
            date="2026-03", date_precision="month", status="announced", grade="A", first_published="2026-03-11",
            sources=(source("about.example.com", "We share our roadmap; four chips, <b>two</b> years."),),
        ),
        move(
            id="0123456789", type="investment", title="2026 capex guided to $115–135 B", object="capex",
            date="2026-Q1", date_precision="quarter", status="announced", grade="B", lineages=2,
            quantities=("$115-135 billion",), disputed=True, disputes=(dispute,), sources=(left, right),
        ),
        move(
            lineages=3, recorded_position=2210, revision=2, change=corrected, recorded_at="2026-11-02T07:00:00.000Z",
            sources=(source("about.example.com", "Today we release Llama 4."), left, right), part_of="llama",
            steps=(StepView(status="announced", date="2025-04-03"), StepView(status="shipped", date="2025-04-05")),
        ),
        move(
            id="5566778899", type="milestone", title="Llama passes 1 billion downloads, 大 naïve", object="Llama",
            date="2025-03-18", quantities=("1 billion downloads",), amended={"date": "by ana: the post says so"},
        ),
        move(
            id="ffeeddccbb", type="acquisition", title="A start-up may be bought", object="start-up", date=None,
            date_precision="unknown", status="rumoured", grade="D", rejected=True, first_published=None,
            sources=(SourceView(url=None, publisher="a letter", published=None, quote=None),),
        ),
    ]  # fmt: skip


def context(**given: object) -> Context:
    """The header's facts."""
    values: dict[str, object] = {
        "now": NOW, "range_text": "2025-01-01 → now", "position": 18412, "hash": "ab" * 32, "matched": 6, "total": 31,
        "recorded_at": "2026-11-21T11:57:00.000Z", "query_string": "since=2025", **given,
    }  # fmt: skip
    return Context(**values)  # type: ignore[arg-type]


_TEXT = st.text(max_size=30)
_DATES = st.sampled_from([None, "2025", "2025-H1", "2025-Q3", "2025-04", "2025-W14", "2025-04-05", "0001-01-01"])
_SOURCES = st.builds(
    SourceView,
    url=st.none() | st.just("https://example.org/a?b=<c>&d='\""),
    publisher=_TEXT,
    published=st.none() | _TEXT | st.just("2025-04-05T10:00:00+02:00"),
    quote=st.none() | _TEXT,
)
_DISPUTES = st.builds(DisputeView, rule=_TEXT, severity=st.just("hard"), text=_TEXT, left=_SOURCES, right=_SOURCES)
_CHANGES = st.builds(ChangeView, kind=st.sampled_from(["corrected", "new"]), position=st.just(3), at=_TEXT, text=_TEXT)

#: any move at all: any letters in every text
ANY = st.builds(
    MoveView,
    id=st.text("0123456789abcdef", min_size=4, max_size=12), url=st.just("/moves/x"), type=_TEXT, title=_TEXT,
    object=_TEXT, actors=st.tuples(_TEXT), date=_DATES, date_end=st.none() | st.just("2026-12"), date_precision=_TEXT,
    status=_TEXT, grade=st.sampled_from("ABCD"), lineages=st.integers(0, 9),
    sources=st.lists(_SOURCES, max_size=2).map(tuple), quantities=st.tuples(_TEXT), disputed=st.booleans(),
    disputes=st.lists(_DISPUTES, max_size=1).map(tuple), first_published=st.none() | _TEXT,
    recorded_position=st.integers(1, 99), revision=st.integers(1, 9), amended=st.dictionaries(_TEXT, _TEXT, max_size=1),
    change=st.none() | _CHANGES, rejected=st.booleans(), recorded_at=st.just("2026-11-01T08:00:00.000Z"),
)  # fmt: skip
