"""What a model proposed and our code believed stands in the log like any reading; nobody is asked for it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ingest.extract import extractor
from ingest.reading import Extractor, claims_event, current_posts, reread
from store.events import ClaimsExtracted, PostObserved
from store.log import Log, NewEvent
from tests.llm_interface import LEXICON, POST, Kept, Reply, completion, deal, move, reader, speaking
from timeline.readmodel import ReadModel

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
RULES = extractor(LEXICON)


def log_of(folder: Path) -> Log:
    """A log that holds the post, and what the rules read out of it."""
    log = Log.open(f"sqlite:///{folder}/t.sqlite", clock=lambda: NOW)
    observed = PostObserved(
        post=POST.id, source="example", publisher=POST.publisher or "", title=POST.title, text=POST.text,
        published=POST.published, url="https://example.org/1",
    )  # fmt: skip
    log.append([NewEvent(observed, f"post:{POST.id}", f"observed/{POST.id}")])
    record(log, RULES)
    return log


def record(log: Log, by: Extractor) -> int:
    """Reads every post again and appends what differs; how many differed."""
    events = [one.event for one in reread(log, by, list(current_posts(log))) if one.event is not None]
    log.append(events)
    return len(events)


def latest(log: Log) -> ClaimsExtracted:
    """The reading that counts."""
    (found,) = log.read(types=("ClaimsExtracted",), newest_first=True, limit=1)
    assert isinstance(found.event, ClaimsExtracted)
    return found.event


def test_claims_of_a_model_are_events_like_any_other(tmp_path: Path) -> None:
    """They supersede the rules' reading, under the model's name and the version of model and prompt; a second pass
    finds nothing that differs.
    """
    with speaking(completion(move(), deal())) as there, log_of(tmp_path) as log:
        asking = reader(there, cache=Kept())
        assert record(log, asking) == 1
        event = latest(log)
        assert (event.extractor, event.version) == ("llm", asking.version)
        assert [c.rule for c in event.claims] == ["llm", "llm"]
        assert record(log, asking) == 0
        assert len(there.asked) == 1


def test_a_rebuild_never_calls_a_model(tmp_path: Path) -> None:
    """The read model is folded from the log alone: the interface is gone, and rebuilding gives the same digest."""
    with speaking(completion(move(), deal())) as there, log_of(tmp_path) as log:
        record(log, reader(there))
        asked = len(there.asked)
        model = ReadModel.open(log.url)
        model.catch_up(log)
        before = model.digest()
        model.rebuild(log)
        assert model.digest() == before
        assert len(there.asked) == asked


def test_a_model_that_fails_changes_nothing_in_a_log_of_the_rules(tmp_path: Path) -> None:
    """The fallback gives the claims that stand there already: no event, no claim lost."""
    with speaking(Reply(500)) as there, log_of(tmp_path) as log:
        head = log.head()
        assert record(log, reader(there)) == 0
        assert log.head() == head


def test_a_claim_of_a_model_can_be_read_back_exactly(tmp_path: Path) -> None:
    """Quote and offsets survive the log."""
    with speaking(completion(move(), deal())) as there, log_of(tmp_path) as log:
        event = claims_event(log, POST, 1, reader(there))
        assert event is not None
        log.append([event])
        for claim in latest(log).claims:
            assert claim.quote == POST.text[claim.start : claim.end]
