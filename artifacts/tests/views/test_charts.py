"""Timeline, risks and coverage: made from what one tier may read, and shown on the project page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.charts.pictures import RiskMatrix, Some, Timeline, draw
from artifacts.facts.schema import Fact, Facts
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactContent, ArtifactType, Contents, load_content
from artifacts.services.sharing import link_token
from artifacts.tests.support.factories import (
    PLAIN,
    ShareLinkFactory,
    StubRunner,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

MILESTONE = {"description": "We build.", "estimated_weeks": 2}
RISK = {
    "description": "It breaks.",
    "severity": "high",
    "likelihood": "low",
    "mitigation": "We repair it.",
}
FEATURE = {"name": "Count", "description": "We count.", "priority": "high"}


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

    @pytest.mark.django_db
    def test_the_page_of_a_lower_tier_has_none_of_their_ids(self) -> None:
        project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
        page = page_of(project)
        assert "#R-1" in page
        assert "R-2" not in page
        assert "R-3" not in page


def page_of(project: Project, artifact_type: ArtifactType | None = None) -> str:
    client = Client()
    client.force_login(project.owner)
    page = project.page_of(artifact_type) if artifact_type else None
    return text(client.get(page or reverse("project_detail", args=[project.pk])))


def written_as(**changes: dict[str, Any]) -> Project:
    project = make_project(make_user(Tier.PARTNER))
    changed = {t: {**PLAIN[t], **changes.get(t.value, {})} for t in ArtifactType}
    write_claim(claim_all(project), runner=StubRunner(contents=changed))
    return Project.objects.get(pk=project.pk)


@pytest.mark.django_db
class TestPage:
    def test_every_picture_links_to_what_it_shows(self) -> None:
        project = written_as()
        page = page_of(project) + page_of(project, ArtifactType.MVP_SCOPE)
        page += page_of(project, ArtifactType.HOW_IT_WORKS)
        for artifact_type, anchor in (
            ("milestones", "M-1"),
            ("risk_log", "R-1"),
            ("mvp_scope", "F-2"),
            ("how_it_works", "J-1"),
        ):
            assert (
                f"{reverse('artifact_detail', args=[project.pk, artifact_type])}#{anchor}" in page
            )

    def test_a_gap_is_named(self) -> None:
        page = page_of(written_as(), ArtifactType.MVP_SCOPE)
        assert "no milestone delivers it" in page
        assert "no step uses it" in page

    def test_a_new_project_has_no_pictures(self) -> None:
        assert (
            "<h2"
            not in page_of(make_project(make_user()))
            .split('id="pictures"')[1]
            .partition("</div>")[0]
        )

    def test_hostile_titles_are_text(self) -> None:
        title = '<script>alert(1)</script>"><img src=x> {{ 1 }}'
        page = page_of(
            written_as(
                milestones={"milestones": [{**MILESTONE, "title": title}]},
                risk_log={"technical_risks": [{**RISK, "title": title}]},
                mvp_scope={"core_features": [{**FEATURE, "name": title}]},
            )
        )
        page += page_of(Project.objects.get(), ArtifactType.MVP_SCOPE)
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page
        assert "<img" not in page

    def test_no_number_is_written_as_another_language_writes_it(self) -> None:
        project = written_as()
        client = Client(headers={"Accept-Language": "de"})
        client.force_login(project.owner)
        page = text(client.get(reverse("project_detail", args=[project.pk])))
        assert 'width="60.00%"' in page

    def test_no_style_stands_in_the_page(self) -> None:
        page = page_of(written_as())
        assert 'style="' not in page
        assert "<style" not in page

    def test_a_hundred_items_of_each_kind(self, django_assert_max_num_queries: Any) -> None:
        hundred = range(1, 101)
        project = written_as(
            milestones={
                "milestones": [
                    {**MILESTONE, "title": f"Step {n}", "delivers": [f"F-{n}"]} for n in hundred
                ]
            },
            risk_log={
                "technical_risks": [
                    {**RISK, "title": f"Risk {n}", "affects": ["F-1"]} for n in hundred
                ]
            },
            mvp_scope={"core_features": [{**FEATURE, "name": f"Feature {n}"} for n in hundred]},
        )
        client = Client()
        client.force_login(project.owner)
        with django_assert_max_num_queries(8):
            page = text(client.get(reverse("project_detail", args=[project.pk])))
        assert page.count("more are in the") == 2
        assert "80 more are in the MVP Scope" in page_of(project, ArtifactType.MVP_SCOPE)
        assert "+88" in page_of(project, ArtifactType.MVP_SCOPE)
        assert len(page.encode()) < 60_000

    def test_an_ordinary_page_is_small(self, written_project: Project) -> None:
        assert len(page_of(written_project).encode()) < 60_000

    def test_they_arrive_with_the_last_document(
        self, written_project: Project, founder_client: Client
    ) -> None:
        url = reverse("project_detail", args=[written_project.pk])
        done = text(founder_client.get(url, headers={"HX-Request": "true"}))
        assert 'id="pictures" hx-swap-oob="true"' in done
        claim_all(written_project)
        assert 'id="pictures"' not in text(founder_client.get(url, headers={"HX-Request": "true"}))


@pytest.mark.django_db
class TestDocuments:
    """Each document begins with its picture, also for guests."""

    @pytest.mark.parametrize(
        ("artifact_type", "title"),
        [
            (ArtifactType.MILESTONES, "timeline-title"),
            (ArtifactType.RISK_LOG, "risks-title"),
            (ArtifactType.MVP_SCOPE, "covered-title"),
            (ArtifactType.HOW_IT_WORKS, "journey-title"),
        ],
    )
    def test_a_founder_and_a_guest_see_it(self, artifact_type: ArtifactType, title: str) -> None:
        project = written_as()
        link = ShareLinkFactory.create(project=project)
        shared = reverse("shared_document", args=[link_token(link), artifact_type.value])
        guest = text(Client().get(shared))
        assert f'id="{title}"' in page_of(project, artifact_type)
        assert f'id="{title}"' in guest
        assert "/projects/" not in guest

    def test_pictures_name_nothing_that_is_not_shared(self) -> None:
        only = [ArtifactType.MVP_SCOPE, ArtifactType.HOW_IT_WORKS]
        link = ShareLinkFactory.create(project=written_as(), documents=only)
        shared = reverse("shared_document", args=[link_token(link), "mvp_scope"])
        guest = text(Client().get(shared))
        assert "J-1" in guest
        assert "M-1" not in guest
        assert "R-1" not in guest

    def test_the_plan_counts_from_the_day_it_was_written(self) -> None:
        project = written_as()
        moment = datetime(2026, 11, 30, 12, tzinfo=UTC)
        Artifact.objects.filter(artifact_type="milestones").update(generated_at=moment)
        page = page_of(project, ArtifactType.MILESTONES)
        assert "Counted from 30 Nov 2026." in page
        assert "30 Nov – 20 Dec 2026" in page

    def test_an_earliest_start_is_the_first_day_and_stays_with_the_founder(self) -> None:
        project = written_as()
        project.facts = Facts(
            earliest_start=Fact(value=date(2099, 2, 1), state="confirmed")
        ).model_dump(mode="json")
        project.save()
        assert "Counted from 1 Feb 2099." in page_of(project, ArtifactType.MILESTONES)
        link = ShareLinkFactory.create(project=project)
        shared = reverse("shared_document", args=[link_token(link), "milestones"])
        guest = text(Client().get(shared))
        assert "timeline-title" in guest
        assert "2099" not in guest
        assert "Counted from" not in guest
