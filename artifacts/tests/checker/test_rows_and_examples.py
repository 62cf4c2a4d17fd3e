"""Counts in a row, and days of one thing of many."""

from __future__ import annotations

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.examples import is_one_of_many
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

LOOM = ProjectInput.from_brief(
    {
        "name": "Loomhouse",
        "idea": "We lend looms in Galway to people who want to learn weaving.",
        "answers": {
            "price": "€0.50 a warp in the month.",
            "constraint": "Doors open on 1 September 2027.",
            "validation": (
                "Three schools with 190, 120 and 70 warps, from 8 September to 30 November 2027."
            ),
        },
    }
)
WEBEREI = ProjectInput.from_brief(
    {
        "name": "Webhaus",
        "idea": "Wir verleihen Webstühle in Kassel an Leute, die weben lernen wollen.",
        "answers": {
            "price": "0,50 € je Kette im Monat.",
            "constraint": "Am 1. September 2027 machen wir auf.",
            "validation": "Drei Schulen mit 190, 120 und 70 Ketten, ab 8. September 2027.",
        },
    }
)
METRICS = "mvp_scope.success_metrics"


@pytest.mark.parametrize(
    ("project", "text"),
    [
        (LOOM, "The three schools have 380 warps, which is €190 a month."),
        (LOOM, "The smallest of the schools pays €35 a month."),
        (LOOM, "A loan that starts on 8 September ends about 8 November 2027."),
        (LOOM, "One that starts after 30 September 2027 may run on."),
        (WEBEREI, "Die drei Schulen haben 380 Ketten, das sind 190 € im Monat."),
        (
            WEBEREI,
            "Ein Stuhl, der am 8. September ausgeht, kommt am 8. November 2027 zurück.",
        ),
        (WEBEREI, "Wer am 30. September holt, bringt ihn am 30. November 2027 zurück."),
    ],
)
def test_what_follows_from_a_row_and_what_happens_to_one_of_many_is_true(
    project: ProjectInput, text: str
) -> None:
    assert rules_on(project, METRICS, text) == set()


@pytest.mark.parametrize(
    ("project", "text", "rule"),
    [
        (LOOM, "The three schools have 390 warps.", "count_differs"),
        (LOOM, "The smallest of the schools pays €45 a month.", "amount_unknown"),
        (LOOM, "The doors open on 8 November 2027.", "deadline_differs"),
        (LOOM, "A loom that is ready by 8 November 2027 is what we plan.", "deadline_differs"),
        (LOOM, "A page that opens on 8 November 2027 is our deadline.", "deadline_differs"),
        (
            WEBEREI,
            "Ein Webstuhl, der am 8. November 2027 fertig ist, ist unser Plan.",
            "deadline_differs",
        ),
        (WEBEREI, "Am 8. November 2027 machen wir auf.", "deadline_differs"),
    ],
)
def test_another_sum_and_another_day_are_found(project: ProjectInput, text: str, rule: str) -> None:
    assert rule in rules_on(project, METRICS, text)


def test_a_pass_mark_may_be_told_of_all_the_things_in_the_test() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Shutterworks",
            "idea": "We repair wooden shutters in Bath for people with old houses.",
            "validation": (
                "Four houses with 80 shutters, 10 weeks. Passed if at most four shutters come back."
            ),
        }
    )
    assert rules_on(project, METRICS, "Four of 80 shutters, one in twenty, may come back.") == set()
    assert "test_differs" in rules_on(project, METRICS, "Passed if nine of 80 shutters come back.")


@pytest.mark.parametrize(
    ("language", "text", "follows_one"),
    [
        ("en", "A loan that starts on 8 September ends about 8 November.", True),
        ("en", "A loan that starts on 8 September may end early.", True),
        ("en", "A loan that starts on 8 September ends early.", False),
        ("en", "A loan that is ready on 8 September ends about 8 November.", False),
        ("en", "By 8 September a loan that ends on 8 November is there.", False),
        ("en", "The loan starts on 8 September and ends on 8 November.", False),
        ("de", "Wer am 8. September bestellt, bekommt es am 8. November.", True),
        ("de", "Wer am 8. September bestellt, kann es später bekommen.", True),
        ("de", "Eine Leihe, die am 8. September beginnt, endet am 8. November.", True),
        ("fr", "Celui qui commande le 8 septembre reçoit le 8 novembre.", True),
        ("nl", "Wie op 8 september bestelt, krijgt het op 8 november.", True),
        ("nl", "Een kist die op 8 september vertrekt, komt op 8 november.", True),
        ("es", "Quien pide el 8 de septiembre recibe el 8 de noviembre.", True),
        ("es", "Cada caja que sale el 8 de septiembre llega el 8 de noviembre.", True),
    ],
)
def test_days_of_any_one_thing_plan_nothing(language: str, text: str, follows_one: bool) -> None:
    (sentence,) = read_text(text, language, "EUR")
    assert is_one_of_many(sentence) is follows_one
