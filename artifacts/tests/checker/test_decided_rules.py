"""Where a rule of the checker begins to object, and what it still leaves alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.checker.check import check
from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.counted import is_part_counted
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.sample import check_sample, sample
from artifacts.facts.sheet import corrected
from artifacts.interview.questions import ProjectInput


def objections(rule: str, **changes: object) -> list[str]:
    report = check_sample({place.replace("__", "."): value for place, value in changes.items()})
    return [found.message for found in report.findings if found.rule == rule]


def test_a_vague_word_is_the_founders_in_its_company() -> None:
    found = objections(
        "criterion_vague",
        answers__constraint="One developer for eight weeks, of the Simple Shelf club: count fast",
        **{
            "mvp_scope__F-1__acceptance_criteria": [
                "The owner of a simple shelf, or of a shop, sees the list",
                "The owners of it count fast",
                "The owner counts with a simple list",
                "Fast lists are shown to the owner of a shop",
            ]
        },
    )
    assert [message.rpartition(": ")[2] for message in found] == [
        "“Fast lists are shown to the owner of a shop”",
        "“The owner counts with a simple list”",
    ]


BARE = {
    "how_it_works__J-1__title": "Hello",
    "how_it_works__J-1__description": "They meet us.",
    "how_it_works__architecture": "A front end and a back end.",
    "how_it_works__data_flow": "Data goes in and comes out.",
}


@pytest.mark.parametrize(
    ("told", "data_flow", "is_found"),
    [
        ("One developer for eight weeks", "Data goes in and comes out.", True),
        ("One developer for eight weeks\nData in, and out.", "Data in, and out.", False),
        ("One developer\n\nIt takes eight weeks", "[[?]]", True),
    ],
)
def test_a_document_without_own_words_may_repeat_a_line(
    told: str, data_flow: str, is_found: bool
) -> None:
    changes = {**BARE, "answers__constraint": told, "how_it_works__data_flow": data_flow}
    assert bool(objections("own_words_missing", **changes)) is is_found


def test_evidence_that_the_founder_tells_or_that_is_none_is_left_alone() -> None:
    said = "A chain has already signed with us."
    found = objections(
        "evidence_without_source",
        answers__stage="Two shops have committed to it.",
        brief__market_analysis=(
            f"{said} Two shops in town have committed to it by now."
            " No shop has already signed with us."
            " If a chain has already signed with us, we go there."
            " A shop has already signed with us. [[+]]"
        ),
    )
    assert found == [f"“{said}” names evidence that nobody told us of."]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Our team of two takes turns.", 2),
        ("Two of us take turns.", None),
        ("Four of us take turns.", 4),
        ("Four developers take turns.", None),
        ("Five developers take turns.", 5),
        ("Our team of two takes turns. [[+]]", None),
    ],
)
def test_how_many_we_are(text: str, size: int | None) -> None:
    team = "We are three. Four developers of another firm look on."
    found = objections("team_size_differs", answers__team=team, milestones__resource_plan=text)
    assert found == ([] if size is None else [f"We are {size} here and 3 in our answers."])


def test_a_limit_that_was_corrected_without_words_is_told_as_a_number() -> None:
    changes = {"answers.constraint": "One developer"}
    facts = corrected(sample(changes)[0].sheet, "duration_weeks", 3)
    project, contents, _ = sample(changes)
    project = project.model_copy(update={"facts": facts})
    found = [one for one in check(project, contents).findings if one.rule == "limit_exceeded"]
    assert [one.told for one in found] == ["3"]


@pytest.mark.parametrize(("count", "is_part"), [(25, True), (24, False)])
def test_a_share_of_a_count_is_rounded_by_less_than_one(count: int, is_part: bool) -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
            "problem": "Of 50 walkers 50 % wait for a bus.",
            "today": date(2026, 12, 1),
        }
    )
    known = Knowledge(project.all_texts(), project.sheet, project.today)
    (sentence,) = read_text(f"We meet {count} walkers.", "en", "")
    assert is_part_counted(known, sentence, Decimal(count)) is is_part
