"""Ids of content that was typed or brought back: each stays with its item, none is given again."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.document_types.mvp_scope.schema import MvpScopeContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.documents.identity import (
    give_ids,
    misplaced_ids,
    titles_by_id,
    without_clashes,
)
from artifacts.documents.retired import RetiredItem, ids_given, may_name_retired, record_retired
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.tests.support.proposed import feature, log, risk, scope
from artifacts.tiers import Tier


def section(name: str) -> Section:
    found = RiskLogContent.section(name)
    assert found is not None
    return found


def risks(technical: list[dict[str, Any]], market: list[dict[str, Any]]) -> RiskLogContent:
    return RiskLogContent.model_validate(
        log(technical, market, financial_risks=None, strategic_risks=None)
    )


class TestTypedItems:
    def test_those_without_an_id_get_the_next_ones(self) -> None:
        rain, wind = risk("Rain", id="R-2"), risk("Wind")
        typed = log([rain, wind, {**risk("Hail"), "id": ""}], [risk("Snow")], financial_risks=[])
        filled, given = give_ids(RiskLogContent, typed, {"R-7"})
        assert [one["id"] for one in filled["technical_risks"]] == ["R-2", "R-8", "R-9"]
        assert filled["technical_risks"][0] == rain
        assert [one["id"] for one in filled["market_risks"]] == ["R-10"]
        assert given == {"R-8", "R-9", "R-10", *(one["id"] for one in filled["strategic_risks"])}
        assert "id" not in wind

    @pytest.mark.parametrize("entries", [None, "text", {"id": "R-1"}, [], [None, "text", 5]])
    def test_what_nobody_can_read_stays_as_it_is(self, entries: Any) -> None:
        typed = {"technical_risks": entries, "market_risks": [{"title": "Snow"}]}
        filled, given = give_ids(RiskLogContent, typed, set())
        assert filled["technical_risks"] == entries
        assert filled["market_risks"] == [{"title": "Snow", "id": "R-1"}]
        assert set(given) == {"R-1"}

    def test_titles_are_told_of_what_has_an_id(self) -> None:
        stored = {
            "technical_risks": [risk("Rain", id="R-2"), {"id": "R-3"}, {"id": 5}, {"id": "x"}, 7],
            "market_risks": "text",
            "execution_risks": [risk("Late", id="R-9"), risk("Lost")],
        }
        assert titles_by_id(RiskLogContent, stored) == {"R-2": "Rain", "R-3": "", "R-9": "Late"}
        assert titles_by_id(RiskLogContent, None) == titles_by_id(RiskLogContent, "text") == {}

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            pytest.param([("F-1", "Count"), ("F-2", "Order")], [], id="as before"),
            pytest.param([("F-1", "Tally"), ("F-2", "Order")], [], id="renamed"),
            pytest.param([("F-2", "order "), ("F-1", "Count")], [], id="moved"),
            pytest.param(
                [("F-1", "Count"), ("F-9", "Scan")], ["core_features > 2: no item"], id="made up"
            ),
            pytest.param([("F-1", "Count"), ("F-5", "Scan")], [], id="given by us"),
            pytest.param(
                [("F-2", "Count"), ("F-1", "Order")],
                [
                    "core_features > 1: “Count” is F-1.",
                    "core_features > 2: “Order” is F-2.",
                ],
                id="exchanged",
            ),
            pytest.param(
                [("F-2", "Count")], ["core_features > 1: “Count” is F-1."], id="taken from another"
            ),
            pytest.param([("F-1", "Count"), ("F-2", "Count")], [], id="the same title twice"),
            pytest.param(
                [("F-9", "Scan"), ("F-8", "Tell")],
                ["core_features > 1: no item", "core_features > 2: no item"],
                id="two made up",
            ),
        ],
    )
    def test_an_id_that_was_made_up_or_taken_is_told(
        self, typed: list[tuple[str, str]], told: list[str]
    ) -> None:
        content = MvpScopeContent.model_validate(
            scope(*(feature(name, id=item_id) for item_id, name in typed))
        )
        problems = misplaced_ids(content, {"F-1": "Count", "F-2": "Order"}, {"F-5"})
        assert len(problems) == len(told)
        for problem, beginning in zip(problems, told, strict=True):
            assert problem.startswith(beginning)

    def test_of_two_items_with_one_title_the_first_is_the_owner(self) -> None:
        before = {"F-1": "Count", "F-2": "Count", "F-3": "Scan"}
        content = MvpScopeContent.model_validate(scope(feature("Count", id="F-3")))
        (problem,) = misplaced_ids(content, before, ())
        assert "“Count” is F-1." in problem


class TestSectionsThatComeBack:
    def test_an_id_that_lives_on_in_another_section_is_given_no_second_time(self) -> None:
        content = risks([risk("Rain", id="R-1")], [risk("Snow", id="R-3")])
        back = [risk(title, id=f"R-{n}") for n, title in ((3, "Hail"), (2, "Fog"), (1, "Rain"))]
        found = without_clashes(content, section("technical_risks"), back, {"R-1", "R-2", "R-6"})
        assert [one["id"] for one in found] == ["R-7", "R-2", "R-1"]
        assert [one["title"] for one in found] == ["Hail", "Fog", "Rain"]
        assert [one["id"] for one in back] == ["R-3", "R-2", "R-1"]

    def test_nor_are_two_of_them_given_the_same_one(self) -> None:
        content = risks([], [risk("Snow", id="R-1"), risk("Ice", id="R-2")])
        back = [risk("Hail", id="R-1"), risk("Fog", id="R-2"), risk("Wind", id="R-4")]
        found = without_clashes(content, section("technical_risks"), back, set())
        assert [one["id"] for one in found] == ["R-5", "R-6", "R-4"]

    @pytest.mark.parametrize("value", [None, []])
    def test_one_without_items_stays_so(self, value: Any) -> None:
        assert without_clashes(risks([], []), section("financial_risks"), value, set()) is value

    def test_a_text_is_returned_as_it_is(self) -> None:
        content = MvpScopeContent.model_validate(scope(feature("Count")))
        plan = MvpScopeContent.section("scalability_plan")
        assert plan is not None
        assert without_clashes(content, plan, "We grow.", {"F-1"}) == "We grow."


class TestItemsThatAreGone:
    GONE = RetiredItem(title="Old", version=1)

    def test_what_was_dropped_is_remembered_until_it_comes_back(self) -> None:
        old = risks([risk("Rain", id="R-1"), risk("Hail", id="R-2")], [])
        new = risks([risk("Rain", id="R-1"), risk("Fog", id="R-3")], [])
        gone = {"R-3": self.GONE, "R-4": self.GONE}
        assert record_retired(gone, old, new, version=5) == {
            "R-2": {"title": "Hail", "version": 5},
            "R-4": self.GONE,
        }
        assert record_retired(gone, None, new, version=5) == {"R-4": self.GONE}
        assert ids_given(new, gone) == {"R-1", "R-3", "R-4"}

    @pytest.mark.parametrize(
        ("artifact_type", "item_id", "tiers"),
        [
            (ArtifactType.MVP_SCOPE, "F-1", set(Tier)),
            (ArtifactType.RISK_LOG, "R-1", {Tier.CTO_SCALE}),
            (ArtifactType.RISK_LOG, "F-1", {Tier.CTO_SCALE}),
            (ArtifactType.MVP_SCOPE, "X-1", {Tier.CTO_SCALE}),
        ],
    )
    def test_its_title_is_named_to_those_who_could_read_it_wherever_it_stood(
        self, artifact_type: ArtifactType, item_id: str, tiers: set[Tier]
    ) -> None:
        """Rule I-8: which section a dropped item stood in is not stored."""
        assert {tier for tier in Tier if may_name_retired(artifact_type, item_id, tier)} == tiers
