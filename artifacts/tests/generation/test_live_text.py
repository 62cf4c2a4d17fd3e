"""What of a document is shown while it is being written, section by section."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from django.utils import timezone

from artifacts.documents.references import ReferenceIndex
from artifacts.generation.streaming import (
    LiveDocument,
    LiveItem,
    Publisher,
    drop,
    live_mark,
    publish,
    read_live,
    readable_parts,
)
from artifacts.schemas import ArtifactType
from artifacts.schemas.fields import LINE_MAX, LIST_MAX, PROSE_MAX
from artifacts.tests.support.children import wait_until
from artifacts.tests.support.factories import ArtifactFactory
from artifacts.tiers import Tier

BRIEF, STEPS, RISKS = (ArtifactType(name) for name in ("brief", "milestones", "risk_log"))
RISK = {"title": "Ice", "description": "It is slow.", "severity": "high", "mitigation": "We wait."}


@pytest.mark.parametrize(
    ("artifact_type", "partial", "shown"),
    [
        (BRIEF, {"target_user": " Bakers.\n"}, {"target_user": "Bakers."}),
        (BRIEF, {"target_user": ""}, {}),
        (BRIEF, {"target_user": ["Bakers"]}, {}),
        (BRIEF, {"target_user": None}, {}),
        (BRIEF, {"unheard_of": "Bakers"}, {}),
        (
            BRIEF,
            {"open_questions": ["Who?", "", 7, " Why? "]},
            {"open_questions": ["Who?", "Why?"]},
        ),
        (BRIEF, {"open_questions": "Who?"}, {}),
        (BRIEF, {"open_questions": [7]}, {}),
        (
            BRIEF,
            {"assumptions": [{"text": "They pay", "title": "Price", "basis": "guess"}]},
            {"assumptions": [["They pay", ["Price"]]]},
        ),
        (
            RISKS,
            {"technical_risks": [RISK, {"title": "Wind"}, {"description": "Rain"}, "Snow", None]},
            {"technical_risks": [["Ice", ["It is slow.", "We wait."]], ["Wind", []]]},
        ),
        (RISKS, {"technical_risks": [{"mitigation": "We wait."}]}, {}),
        (RISKS, {"technical_risks": {"title": "Ice"}}, {}),
        # What follows from other sections is not written by anybody.
        (STEPS, {"critical_path": ["M-1"], "total_duration_weeks": 3}, {}),
    ],
)
def test_what_has_come_is_shown_and_what_is_odd_in_it_left_out(
    artifact_type: ArtifactType, partial: Mapping[str, Any], shown: Mapping[str, Any]
) -> None:
    assert readable_parts(artifact_type, partial) == shown


def test_each_text_and_each_list_is_cut_where_the_document_would_end() -> None:
    long = "x" * (PROSE_MAX + 1)
    parts = readable_parts(BRIEF, {"target_user": long, "open_questions": [long]})
    assert [len(parts["target_user"]), len(parts["open_questions"][0])] == [PROSE_MAX, LINE_MAX]
    many = readable_parts(
        RISKS,
        {
            "technical_risks": [{"title": long, "description": long}],
            "market_risks": [{"title": "Ice"}] * (LIST_MAX + 1),
        },
    )
    [[title, [description]]] = many["technical_risks"]
    assert (len(title), len(description)) == (LINE_MAX, LINE_MAX)
    assert len(many["market_risks"]) == LIST_MAX
    lines = readable_parts(BRIEF, {"open_questions": ["Who?"] * (LIST_MAX + 1)})
    assert len(lines["open_questions"]) == LIST_MAX


@contextmanager
def written(
    artifact_type: ArtifactType, partial: Mapping[str, Any], **columns: Any
) -> Iterator[Any]:
    """Yield the row of a document of which so much is written."""
    token = uuid.uuid4()
    publish(token, artifact_type, partial)
    lock = {"generation_status": "generating", "generation_token": token}
    yield ArtifactFactory.build(
        artifact_type=artifact_type, **{**lock, "begun_at": timezone.now(), **columns}
    )
    drop(token, artifact_type)


def read(
    artifact_type: ArtifactType,
    partial: Mapping[str, Any],
    tier: Tier = Tier.CTO_SCALE,
    **columns: Any,
) -> LiveDocument | None:
    with written(artifact_type, partial, **columns) as row:
        return read_live(row, tier, ReferenceIndex({}, tier))


def test_sections_are_shown_in_reading_order_with_what_is_still_to_come() -> None:
    shown = read(
        BRIEF,
        {
            "open_questions": ["Who pays?", "Is it [[brief.key_constraint]]?"],
            "problem_statement": "First.\n\n \n\nSecond [[F-2]]",
        },
    )
    assert shown is not None
    first, last = shown.sections
    assert (first.section.name, last.section.name) == ("problem_statement", "open_questions")
    assert (first.paragraphs, first.lines, first.items) == (("First.", "Second F-2"), (), ())
    assert last.lines == ("Who pays?", "Is it key constraint?")
    assert (last.paragraphs, last.items) == ((), ())
    assert [section.name for section in shown.to_come] == [
        section.name
        for section in BRIEF.content_class.sections()
        if section.name not in ("open_questions", "problem_statement")
    ]
    assert shown.language == "en"


def test_items_are_shown_with_their_texts() -> None:
    shown = read(RISKS, {"technical_risks": [{**RISK, "title": "Ice on [[F-2]]"}]})
    assert shown is not None
    assert shown.sections[0].items == (LiveItem("Ice on F-2", ("It is slow.", "We wait.")),)


def test_what_follows_from_other_sections_is_not_awaited() -> None:
    shown = read(STEPS, {})
    assert shown is not None
    computed = {section.name for section in STEPS.content_class.sections() if section.computed}
    assert computed.isdisjoint(section.name for section in shown.to_come)
    assert shown.sections == ()


def test_what_a_tier_does_not_open_is_neither_shown_nor_announced() -> None:
    shown = read(BRIEF, {"market_analysis": "Secret", "target_user": "Us"}, Tier.BOOTSTRAPPER)
    assert shown is not None
    assert [part.section.name for part in shown.sections] == ["target_user"]
    assert {"market_analysis", "competitive_strategy"}.isdisjoint(
        section.name for section in shown.to_come
    )


@pytest.mark.parametrize(
    "columns", [{"generation_status": "idle"}, {"begun_at": None}, {"generation_token": None}]
)
def test_a_document_that_nobody_writes_at_shows_nothing(columns: dict[str, Any]) -> None:
    assert read(BRIEF, {"target_user": "Bakers."}, **columns) is None


def test_a_mark_changes_with_what_has_come_and_is_empty_before_and_after() -> None:
    token = uuid.uuid4()
    marks = [live_mark(token, "brief")]
    for text in ("We", "We see"):
        publish(token, BRIEF, {"problem_statement": text})
        marks.append(live_mark(token, "brief"))
    assert live_mark(token, "risk_log") == live_mark(uuid.uuid4(), "brief") == ""
    drop(token, BRIEF)
    marks.append(live_mark(token, "brief"))
    assert (marks[0], marks[3]) == ("", "")
    assert len(set(marks)) == 3


def test_a_cache_that_is_away_leaves_a_document_without_text_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away() -> None:
        raise ConnectionError("away")

    token = uuid.uuid4()
    before = live_mark(token, "brief")
    monkeypatch.setattr("artifacts.generation.streaming._cache", away)
    assert live_mark(token, "brief") == before


def test_what_was_said_just_before_the_end_is_not_shown_after_it() -> None:
    mine, token = Publisher(), uuid.uuid4()
    mine._thread = threading.Thread()  # it is not its turn yet
    with mine.publishing(token, BRIEF) as tell:
        tell({"problem_statement": "We see"})
    mine.flush()
    assert live_mark(token, "brief") == ""


class TestItsThread:
    """Nobody waits for the cache: a thread of its own writes to it, and ends when all is said."""

    def test_it_shows_what_is_said_and_takes_it_away_at_the_end(self) -> None:
        mine, token = Publisher(0.01), uuid.uuid4()
        for text in ("We see", "We see more"):
            with mine.publishing(token, BRIEF) as tell:
                tell({"problem_statement": text})
                wait_until(lambda text=text: repr(text) in live_mark(token, "brief"))  # type: ignore[misc]
            wait_until(lambda: live_mark(token, "brief") == "")
            wait_until(lambda: mine._thread is None)

    def test_one_thread_says_all(self) -> None:
        mine, tokens = Publisher(0.01), [uuid.uuid4() for _ in range(3)]
        before = {thread.ident for thread in threading.enumerate()}
        with (
            mine.publishing(tokens[0], BRIEF) as first,
            mine.publishing(tokens[1], BRIEF) as second,
            mine.publishing(tokens[2], RISKS) as third,
        ):
            for tell in (first, second, third):
                tell({"problem_statement": "We see", "technical_risks": [RISK]})
            wait_until(lambda: bool(live_mark(tokens[2], "risk_log")))
            started = [one for one in threading.enumerate() if one.ident not in before]
            assert [thread.name for thread in started] == ["live text"]
        wait_until(lambda: mine._thread is None)
        assert live_mark(tokens[1], "brief") == ""
