"""Figures of the documents say what the founder's figures mean, and are left out where they do
not.
"""

from __future__ import annotations

import pytest

from artifacts.tests.support.stove_loan import ENGLISH, GERMAN, documents

LIMIT = "It has to be ready by 1 October 2027."
STEPS = "A family books a stove\nThe stove is brought\nThe family pays"


class TestPassMark:
    @pytest.mark.parametrize(
        ("brief", "validation"),
        [
            (ENGLISH, "Ten families for 8 weeks. Good if no more than two of the ten complain."),
            (GERMAN, "Zehn Familien, 8 Wochen. Gut, wenn höchstens zwei der zehn klagen."),
        ],
    )
    def test_so_many_at_most_are_no_share_that_has_to_be_reached(
        self, brief: dict[str, str], validation: str
    ) -> None:
        written = documents(brief, validation=validation)
        assert "20" not in str(written["mvp_scope"]["success_metrics"][1:])
        test = written["milestones"]["milestones"][-1]
        assert "10" not in str(test["success_criteria"])
        assert "[[mvp_scope.success_metrics]]" in str(test["success_criteria"])

    def test_so_many_of_so_many_are_a_share(self) -> None:
        metrics = documents(ENGLISH)["mvp_scope"]["success_metrics"]
        assert "That is eight of ten families, or 80%[[=]]" in metrics


class TestIncome:
    def test_the_least_that_is_paid_is_not_all_that_comes_in(self) -> None:
        said = {
            "target_user": "Seven landlords that I know.",
            "price": "$9 a visit, at least $40 for each landlord.",
        }
        assert "280" not in str(documents(ENGLISH, **said))


class TestHours:
    def test_steps_that_nobody_told_share_no_hours(self) -> None:
        said = {"constraint": f"We have 10 hours a week. {LIMIT}"}
        assert "for each of the" not in str(documents(ENGLISH, **said))
        assert "for each of the" in str(documents(ENGLISH, first_version=STEPS, **said))

    @pytest.mark.parametrize(("hours", "is_doubted"), [(6, True), (60, False)])
    def test_only_few_hours_for_a_step_are_a_risk(self, hours: int, is_doubted: bool) -> None:
        said = {"constraint": f"We have {hours} hours a week. {LIMIT}", "first_version": STEPS}
        titles = str(documents(ENGLISH, **said)["risk_log"]["technical_risks"])
        assert ("eats up the time" in titles) is is_doubted

    def test_hours_are_told_where_nobody_said_of_how_many(self) -> None:
        plan = documents(ENGLISH, constraint=f"We have 10 hours a week. {LIMIT}")["milestones"]
        assert plan["resource_plan"].startswith("We have 10\N{NO-BREAK SPACE}hours a week in all.")


class TestLimit:
    def test_what_exceeds_the_limit_is_not_said_to_be_within_it(self) -> None:
        short = "We have 1 week, test included."
        parts = documents(ENGLISH, constraint=short, first_version=STEPS)["how_it_works"]
        assert "within our" not in parts["architecture"]
        parts = documents(ENGLISH, constraint=LIMIT, first_version=STEPS)["how_it_works"]
        assert "within our" in parts["architecture"]
