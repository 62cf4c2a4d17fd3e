"""What somebody says of themselves that they do not do is left out; what holds only for now is
not.
"""

from __future__ import annotations

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.support.stove_loan import ENGLISH, documents


@pytest.mark.parametrize(
    ("constraint", "left_out"),
    [
        ("We don't sell wood. It is wet.", "We don't sell wood"),
        ("We make no new doors, mending only.", "We make no new doors, mending only"),
        ("Every stove has a number, and we store no names at all.", "we store no names at all"),
        ("And no gas stoves, ever.", "And no gas stoves, ever"),
        ("Neue Öfen verkaufen wir nicht.", "Neue Öfen verkaufen wir nicht"),
        (
            "Wir selber liefern kein Holz, und Kurse gibt es auch nicht.",
            "Wir selber liefern kein Holz, und Kurse gibt es auch nicht",
        ),
        ("On ne livre pas le dimanche.", "On ne livre pas le dimanche"),
        ("Wij verkopen geen hout.", "Wij verkopen geen hout"),
    ],
)
def test_what_somebody_does_not_do_is_left_out(constraint: str, left_out: str) -> None:
    brief = {"name": "Hearth", "idea": "Stoves on loan.", "constraint": constraint}
    assert [fact.value for fact in ProjectInput.from_brief(brief).sheet.left_out] == [left_out]


@pytest.mark.parametrize(
    "constraint",
    [
        "No stove leaves the yard before the sweep has signed.",
        "Kein Ofen geht hinaus, bevor der Schornsteinfeger da war.",
        "We never rent without a deposit.",
        "We don't have a van.",
        "Das wissen wir nicht.",
    ],
)
def test_what_holds_for_now_or_is_no_offer_is_not(constraint: str) -> None:
    brief = {"name": "Hearth", "idea": "Stoves on loan.", "constraint": constraint}
    assert not ProjectInput.from_brief(brief).sheet.left_out


def test_what_is_left_out_stands_as_a_line_of_its_own_and_is_not_asked() -> None:
    said = "Every stove has a number, and we store no names at all."
    written = documents(ENGLISH, constraint=said)
    assert "We store no names at all" in written["mvp_scope"]["out_of_scope"]
    assert "leave out" not in str(written["brief"]["open_questions"])
