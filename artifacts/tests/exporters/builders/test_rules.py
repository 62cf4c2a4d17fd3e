"""The rules that hold for every file that is handed over, whatever a founder has written."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from artifacts.exporters.builders.handover import BuildMilestone, Handover
from artifacts.exporters.builders.text import slug
from artifacts.schemas import ArtifactType, load_content
from artifacts.schemas.schedule import plan
from artifacts.tests.support.builders import START, documents, files_of, hand_over, harmless, names
from artifacts.tests.support.exports import Contents
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier

starts = st.sampled_from([None, START])
DATE = re.compile(r"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}|[0-9]{2}/[0-9]{2}/20[0-9]{2}")
MADE = "2026-03-09"
"""The day on which the documents were last changed."""


def structure(text: str) -> list[str]:
    """What begins lines of a Markdown file that a tool reads: headings, fences, tasks, comments,
    quick actions.
    """
    begins = re.compile(r"#{1,6} |```|~~~|/|---|<!--.*|- \[.\]")
    return [found[0] for line in text.splitlines() if (found := begins.match(line.lstrip()))]


@settings(max_examples=25)
@given(documents(), starts)
def test_1_ids_stay(contents: Contents, start: object) -> None:
    handover = hand_over(contents, start=START if start else None)
    assert [f.id for f in handover.features] == [
        f["id"] for f in contents[ArtifactType.MVP_SCOPE]["core_features"]
    ]
    assert {m.id for m in handover.milestones} == {
        m["id"] for m in contents[ArtifactType.MILESTONES]["milestones"]
    }
    titles = {item.id: item.title for item in handover.features} | {
        m.id: m.title for m in handover.milestones
    }
    assert all(title.startswith(f"{item_id} ") for item_id, title in titles.items())
    for feature in handover.features:
        assert [c.id for c in feature.criteria] == [
            f"{feature.id}.{n}" for n in range(1, len(feature.criteria) + 1)
        ]


@settings(max_examples=25)
@given(documents())
def test_1_every_feature_has_one_place(contents: Contents) -> None:
    handover = hand_over(contents)
    placed = [feature.id for stage in handover.stages for feature in stage.features]
    assert sorted(placed) == sorted(feature.id for feature in handover.features)


@given(st.lists(names, min_size=1, max_size=6))
def test_2_folder_names_are_id_and_slug_and_never_the_same(given_names: list[str]) -> None:
    found = [slug(f"F-{number}", name) for number, name in enumerate(given_names, start=1)]
    assert len(set(found)) == len(found)
    for number, folder in enumerate(found, start=1):
        assert re.fullmatch(rf"f-{number}(-[a-z0-9]+)*", folder)
        assert len(folder) <= 50


@settings(max_examples=25)
@given(documents(), starts)
def test_2_paths_are_plain_and_each_is_there_once(contents: Contents, start: object) -> None:
    handover = hand_over(contents, start=START if start else None)
    paths = list(files_of(handover))
    assert len({path.lower() for path in paths}) == len(paths)
    for path in paths:
        assert re.fullmatch(r"[A-Za-z0-9._/ -]+", path)
        assert not path.startswith("/")
        assert ".." not in path


@settings(max_examples=25)
@given(documents())
def test_3_a_text_is_one_line_and_begins_nothing(contents: Contents) -> None:
    handover = hand_over(contents)
    for feature in handover.features:
        for line in (
            feature.title,
            *feature.description,
            *(criterion.text for criterion in feature.criteria),
        ):
            assert len(line.splitlines()) <= 1
    # The same documents with harmless words have the same files, in the same order, with the same
    # structure.
    files, plain = files_of(handover), files_of(hand_over(harmless(contents)))
    assert len(files) == len(plain)
    for (path, text), other in zip(files.items(), plain.values(), strict=True):
        if path.endswith(".md"):
            assert structure(text) == structure(other), path


@settings(max_examples=25)
@given(documents())
def test_4_references_are_resolved(contents: Contents) -> None:
    for path, text in files_of(hand_over(contents)).items():
        for pointer in ("F-1", "F-9", "brief.key_constraint"):
            assert f"[[{pointer}]]" not in text.replace("\\", ""), path


def test_4_a_section_is_named_with_its_document() -> None:
    feature = PLAIN[ArtifactType.MVP_SCOPE]["core_features"][0]
    text = "Within [[brief.key_constraint]], after [[F-1]]."
    scope = {**PLAIN[ArtifactType.MVP_SCOPE], "core_features": [{**feature, "description": text}]}
    described = hand_over({**PLAIN, ArtifactType.MVP_SCOPE: scope}).features[0].description
    assert described == (f"Within key constraint (Product Brief), after F-1 {feature['name']}.",)


@settings(max_examples=25)
@given(documents())
def test_5_what_is_unknown_stays_open(contents: Contents) -> None:
    handover = hand_over(contents)
    everything = "\n".join(files_of(handover, "openspec").values())
    for feature in handover.features:
        question = f"[NEEDS CLARIFICATION: when is {feature.id} done?]"
        assert (question in everything) is not bool(feature.criteria)
        asked = f"When is {feature.title} done? It has no criteria."
        assert (asked in handover.questions) is not bool(feature.criteria)
    assert set(handover.open_questions) <= set(handover.questions)


@settings(max_examples=25)
@given(documents(), st.sampled_from(list(Tier)))
def test_6_nothing_that_the_tier_hides_is_in_any_file(contents: Contents, tier: Tier) -> None:
    everything = "\n".join(files_of(hand_over(contents, tier=tier, start=START)).values())
    assert ("SECRET-BUSINESS" in everything) is (tier >= Tier.PARTNER)
    assert ("SECRET-STRATEGIC" in everything) is (tier >= Tier.CTO_SCALE)


@settings(max_examples=25)
@given(documents())
def test_7_without_a_start_nothing_has_a_date(contents: Contents) -> None:
    files = files_of(hand_over(harmless(contents)))
    assert not [path for path in files if path.endswith(".ics")]
    assert {found for text in files.values() for found in DATE.findall(text)} <= {MADE}


@settings(max_examples=25)
@given(documents())
def test_7_with_a_start_dates_follow_the_longest_chain(contents: Contents) -> None:
    handover = hand_over(contents, start=START)
    milestones = load_content(ArtifactType.MILESTONES, contents[ArtifactType.MILESTONES]).milestones  # type: ignore[attr-defined]
    expected = plan(milestones).starts
    for milestone in handover.milestones:
        assert milestone.first_day == START + timedelta(weeks=expected[milestone.id])
        assert milestone.last_day
        assert milestone.last_day - milestone.first_day == timedelta(weeks=milestone.weeks, days=-1)
        for name in milestone.after:
            last = _milestone(handover, name).last_day
            assert last
            assert last < milestone.first_day


@settings(max_examples=25)
@given(documents(), starts)
def test_8_encodings(contents: Contents, start: object) -> None:
    for path, text in files_of(hand_over(contents, start=START if start else None)).items():
        content = text.encode()
        assert not content.startswith(b"\xef\xbb\xbf")
        if path.endswith(".ics"):
            assert content.count(b"\r") == content.count(b"\r\n") == content.count(b"\n")
            assert max(map(len, content.split(b"\r\n"))) <= 75
            continue
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert not content.endswith(b"\n\n")
        if path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            assert len({len(row) for row in rows}) == 1
            assert all(any(row) for row in rows)


def _milestone(handover: Handover, item_id: str) -> BuildMilestone:
    return next(milestone for milestone in handover.milestones if milestone.id == item_id)
