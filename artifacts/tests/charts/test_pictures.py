"""Pictures of a project, drawn from what one tier may read."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from artifacts.charts.pictures import RiskMatrix, Some, Timeline, draw
from artifacts.schemas import ArtifactContent, ArtifactType, Contents, load_content
from artifacts.tests.support.drawings import FEATURE, MILESTONE, RISK
from artifacts.tests.support.factories import (
    PLAIN,
)
from artifacts.tiers import Tier


def contents(**changes: dict[str, Any]) -> dict[ArtifactType, ArtifactContent]:
    return {t: load_content(t, {**PLAIN[t], **changes.get(t.value, {})}) for t in ArtifactType}


def timeline(*milestones: dict[str, Any]) -> Timeline:
    numbered = [
        {"title": f"Step {n}", **MILESTONE, **one} for n, one in enumerate(milestones, start=1)
    ]
    drawn = draw(contents(milestones={"milestones": numbered}), Tier.BOOTSTRAPPER).timeline
    assert drawn is not None
    return drawn


def matrix(*risks: dict[str, Any]) -> RiskMatrix:
    numbered = [{"title": f"Risk {n}", **RISK, **one} for n, one in enumerate(risks, start=1)]
    drawn = draw(contents(risk_log={"technical_risks": numbered}), Tier.BOOTSTRAPPER).risks
    assert drawn is not None
    return drawn


class TestTimeline:
    def test_a_bar_begins_where_what_it_depends_on_ends(self) -> None:
        bars = timeline(
            {}, {"depends_on": ["M-1"]}, {"depends_on": ["M-1"], "estimated_weeks": 1}
        ).bars.shown
        assert [(bar.first_week, bar.last_week) for bar in bars] == [(1, 2), (3, 4), (3, 3)]
        assert [(bar.x, bar.width) for bar in bars] == [
            ("0.00%", "50.00%"),
            ("50.00%", "50.00%"),
            ("50.00%", "25.00%"),
        ]

    def test_the_critical_path_is_marked(self) -> None:
        drawn = timeline({}, {"depends_on": ["M-1"]}, {"depends_on": ["M-1"], "estimated_weeks": 1})
        assert [bar.is_critical for bar in drawn.bars.shown] == [True, True, False]
        assert drawn.total_weeks == 4

    @pytest.mark.parametrize(("weeks", "expected"), [(1, 2), (8, 9), (9, 5), (52, 7)])
    def test_there_are_few_enough_ticks_to_read(self, weeks: int, expected: int) -> None:
        assert len(timeline({"estimated_weeks": weeks}).ticks) == expected

    def test_a_hundred_milestones_stay_inside_the_picture(self) -> None:
        drawn = timeline(*[{"estimated_weeks": 52 if n else 1} for n in range(100)])
        ends = [float(bar.x.rstrip("%")) + float(bar.width.rstrip("%")) for bar in drawn.bars.shown]
        assert (len(ends), drawn.bars.more, len(drawn.ticks)) == (20, 80, 5)
        assert max(ends) <= 100.01
        assert min(float(bar.width.rstrip("%")) for bar in drawn.bars.shown) >= 0.8

    def test_a_bar_names_no_milestone_that_is_not_in_the_picture(self) -> None:
        assert timeline({}, {"depends_on": ["M-1", "M-9"]}).bars.shown[1].depends_on == ("M-1",)

    def test_dependencies_in_a_circle_still_make_a_picture(self) -> None:
        assert timeline({"depends_on": ["M-2"]}, {"depends_on": ["M-1"]}).total_weeks == 4


class TestCalendar:
    START = date(2026, 11, 30)

    def drawn(self, *weeks: int) -> Timeline:
        milestones = [
            {"title": f"Step {n}", **MILESTONE, "estimated_weeks": length}
            for n, length in enumerate(weeks, start=1)
        ]
        changed = contents(milestones={"milestones": milestones})
        drawn = draw(changed, Tier.BOOTSTRAPPER, self.START).timeline
        assert drawn is not None
        return drawn

    def test_bars_have_days_where_the_plan_has_a_first_one(self) -> None:
        first, second = self.drawn(2, 3).bars.shown
        assert (first.begins, first.ends) == (self.START, date(2026, 12, 13))
        assert (second.begins, second.ends) == (date(2026, 12, 14), date(2027, 1, 3))
        assert timeline({}).bars.shown[0].begins is None

    def test_a_short_plan_is_measured_in_days_and_a_long_one_in_months(self) -> None:
        assert {tick.unit for tick in self.drawn(2, 3).ticks} == {"day"}
        months = self.drawn(30).ticks
        assert [tick.day for tick in months][:2] == [date(2026, 12, 1), date(2027, 1, 1)]
        assert len(months) <= 8

    def test_a_plan_beyond_the_calendar_has_weeks(self) -> None:
        drawn = draw(
            contents(milestones={"milestones": [{"title": "Step", **MILESTONE}]}),
            Tier.BOOTSTRAPPER,
            date(9999, 12, 30),
        ).timeline
        assert drawn is not None
        assert drawn.bars.shown[0].ends is None
        assert {tick.unit for tick in drawn.ticks} == {"week"}


class TestFeatureMap:
    def test_lines_lead_from_milestones_to_features_and_from_there_to_steps(self) -> None:
        found = draw(contents(), Tier.BOOTSTRAPPER).feature_map
        assert found is not None
        places = {node.target.item_id: node for node in found.nodes}
        assert {"M-1", "M-2", "F-1", "F-2", "J-1"} <= places.keys()
        ends = {(line.y1, line.y2) for line in found.lines}
        assert (places["M-1"].middle, places["F-1"].middle) in ends
        assert (places["F-1"].middle, places["J-1"].middle) in ends

    def test_what_waits_for_another_milestone_is_led_to_it(self) -> None:
        found = draw(contents(), Tier.BOOTSTRAPPER).feature_map
        assert found is not None
        assert len(found.waits) == 1

    def test_a_feature_that_nothing_delivers_is_marked(self) -> None:
        found = draw(contents(), Tier.BOOTSTRAPPER).feature_map
        assert found is not None
        gaps = {n.target.item_id for n in found.nodes if n.is_gap}
        assert gaps == {"F-2"}

    def test_no_node_stands_on_another(self) -> None:
        features = [{**FEATURE, "name": f"Feature {n}"} for n in range(1, 40)]
        found = draw(contents(mvp_scope={"core_features": features}), Tier.PARTNER).feature_map
        assert found is not None
        tops = [node.y for node in found.nodes if node.target.item_id.startswith("F-")]
        assert all(below - above >= 50 for above, below in pairwise(tops))
        assert max(tops) + 44 <= found.height


class TestJourney:
    def test_steps_follow_each_other_with_what_they_use(self) -> None:
        found = draw(contents(), Tier.BOOTSTRAPPER).journey
        assert found is not None
        assert [node.number for node in found.nodes] == list(range(1, len(found.nodes) + 1))
        assert [target.item_id for target in found.nodes[0].uses] == ["F-1"]
        assert found.nodes[-1].until is None

    def test_a_feature_of_a_document_that_is_not_there_is_not_named(self) -> None:
        alone: Contents = {ArtifactType.HOW_IT_WORKS: contents()[ArtifactType.HOW_IT_WORKS]}
        found = draw(alone, Tier.BOOTSTRAPPER).journey
        assert found is not None
        assert not any(node.uses for node in found.nodes)

    def test_a_long_title_takes_no_more_than_three_lines(self) -> None:
        step = {"title": "We count every shelf " * 9, "description": "We count."}
        found = draw(contents(how_it_works={"user_journey": [step] * 30}), Tier.PARTNER).journey
        assert found is not None
        assert {len(node.lines) for node in found.nodes} == {3}
        assert (len(found.nodes), found.more) == (20, 10)


class TestRisks:
    def test_each_risk_stands_in_the_cell_of_its_levels(self) -> None:
        rows = matrix({}, {"severity": "low", "likelihood": "high"}).rows
        standing = {
            (c.severity, c.likelihood): [r.target.item_id for r in c.risks.shown]
            for row in rows
            for c in row
        }
        assert {place: ids for place, ids in standing.items() if ids} == {
            ("high", "low"): ["R-1"],
            ("low", "high"): ["R-2"],
        }

    def test_the_worst_corner_is_at_the_top_right(self) -> None:
        rows = matrix({}).rows
        assert [[cell.weight for cell in row] for row in rows] == [
            ["medium", "high", "high"],
            ["low", "medium", "high"],
            ["low", "low", "medium"],
        ]

    def test_the_table_begins_with_the_gravest(self) -> None:
        drawn = matrix({"severity": "low"}, {"severity": "high", "likelihood": "high"})
        assert [risk.target.item_id for risk in drawn.risks.shown] == ["R-2", "R-1"]

    def test_without_a_risk_there_is_no_picture(self) -> None:
        assert draw(contents(risk_log={"technical_risks": []}), Tier.BOOTSTRAPPER).risks is None


class TestCoverage:
    def test_it_names_what_points_at_a_feature(self) -> None:
        coverage = draw(contents(), Tier.BOOTSTRAPPER).coverage
        assert coverage is not None
        first, second = coverage.rows.shown
        named = [
            [t.item_id for t in some.shown]
            for some in (first.delivered_by, first.threatened_by, first.used_in)
        ]
        assert named == [["M-1"], ["R-1"], ["J-1"]]
        assert {second.delivered_by, second.threatened_by, second.used_in} == {Some(())}

    @pytest.mark.parametrize(
        ("written", "columns"),
        [
            ({ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES}, (True, False, False)),
            ({ArtifactType.MVP_SCOPE, ArtifactType.HOW_IT_WORKS}, (False, False, True)),
        ],
    )
    def test_documents_that_are_not_written_yet_leave_no_gap(
        self, written: set[ArtifactType], columns: tuple[bool, bool, bool]
    ) -> None:
        coverage = draw(
            {t: content for t, content in contents().items() if t in written}, Tier.BOOTSTRAPPER
        ).coverage
        assert coverage is not None
        assert (coverage.has_milestones, coverage.has_risks, coverage.has_uses) == columns

    def test_features_alone_cover_nothing(self) -> None:
        alone: Contents = {ArtifactType.MVP_SCOPE: contents()[ArtifactType.MVP_SCOPE]}
        assert draw(alone, Tier.BOOTSTRAPPER).coverage is None

    def test_before_anything_is_written_there_is_nothing_to_draw(self) -> None:
        drawn = draw({}, Tier.CTO_SCALE)
        assert (drawn.timeline, drawn.risks, drawn.coverage) == (None, None, None)


class TestGates:
    GATED = (
        {"title": "SECRET money", **RISK, "affects": ["F-1"]},
        {"title": "SECRET more", **RISK},
    )

    def test_a_risk_behind_a_gate_leaves_no_trace(self) -> None:
        hidden = {
            "financial_risks": list(self.GATED),
            "strategic_risks": [{"title": "SECRET end", **RISK}],
        }
        without = {"financial_risks": None, "strategic_risks": None}
        drawn = draw(contents(risk_log=hidden), Tier.BOOTSTRAPPER)
        assert drawn == draw(contents(risk_log=without), Tier.BOOTSTRAPPER)
        assert "SECRET" not in str(drawn)

    @pytest.mark.parametrize(
        ("tier", "count"), [(Tier.BOOTSTRAPPER, 1), (Tier.PARTNER, 2), (Tier.CTO_SCALE, 3)]
    )
    def test_each_tier_sees_its_own_risks(self, tier: Tier, count: int) -> None:
        drawn = draw(contents(), tier).risks
        assert drawn is not None
        assert len(drawn.risks.shown) == count


class TestDrawnFrom:
    """What tells pictures from others tells neither too little nor what they do not show."""

    def test_it_follows_all_that_pictures_show_and_no_text(self) -> None:
        rows: dict[str, dict[str, Any]] = {
            "mvp_scope": {"core_features": [{"name": "Glaze chart", **FEATURE}]},
            "milestones": {"milestones": [{"title": "First firing", **MILESTONE}]},
            "risk_log": {"technical_risks": [{"title": "Cracks", **RISK}]},
        }
        before = draw(contents(**rows), Tier.CTO_SCALE)
        for place, changes in (
            ("mvp_scope.core_features", {"description": "Other words.", "priority": "low"}),
            ("milestones.milestones", {"description": "Other words.", "estimated_weeks": 7}),
            ("risk_log.technical_risks", {"description": "Other words.", "likelihood": None}),
        ):
            document, _, section = place.partition(".")
            for name, value in {**changes, "label": "Renamed"}.items():
                [row] = rows[document][section]
                field = ("name" if "name" in row else "title") if name == "label" else name
                changed = {**rows, document: {section: [{**row, field: value}]}}
                after = draw(contents(**changed), Tier.CTO_SCALE)
                is_same = after.drawn_from == before.drawn_from
                assert is_same == (name == "description"), (place, name)
                shown = [(one.timeline, one.risks, one.coverage) for one in (before, after)]
                assert shown[0] == shown[1] or not is_same

    def test_it_tells_nothing_of_what_a_tier_may_not_read(self) -> None:
        found = [draw(contents(), tier).drawn_from for tier in Tier]
        assert [len(str(told)) for told in found] == sorted(len(str(told)) for told in found)
        assert "SECRET" not in str(found[0])
