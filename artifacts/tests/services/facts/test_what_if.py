"""Looking at other values stores nothing, and what is saved reads as it was shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.exceptions import InvalidProject, StaleUpdate
from artifacts.generation.claims import Edits, Requester
from artifacts.generation.service import generate
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.facts.corrections import correct_fact, fact_base, lines_base
from artifacts.services.facts.what_if import FactChange, imagine, look, save_changes
from artifacts.tests.support.factories import ProjectFactory
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

WRITE: dict[str, Any] = {
    "runner": "fake",
    "edits": Edits.KEEP,
    "trigger": Requester(GenerationAttempt.Trigger.COMMAND),
}


@pytest.fixture
def project(founder: User) -> Project:
    """A project whose documents were written by the offline writer."""
    made = ProjectFactory.create(owner=founder, answered=True)
    generate(made, GENERATION_ORDER, **WRITE)
    return Project.objects.with_artifacts().get(pk=made.pk)


def rows_of(project: Project) -> list[Any]:
    return [
        list(Project.objects.filter(pk=project.pk).values()),
        list(Artifact.objects.filter(project=project).order_by("pk").values()),
        GenerationAttempt.objects.count(),
    ]


def read_again(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def other_price(project: Project, amount: str = "35") -> FactChange:
    fact = project.stored_facts().prices[0]
    assert fact.value is not None
    value = {**fact.value.model_dump(mode="json"), "amount": amount}
    return FactChange("prices.0", value, fact_base(fact))


def other_hours(project: Project, hours: str = "5") -> FactChange:
    return FactChange("hours_per_week", hours, fact_base(project.stored_facts().hours_per_week))


def other_lines(project: Project, text: str) -> FactChange:
    return FactChange("first_version", text, lines_base(project.get_facts(), "first_version"))


ALL = (other_price, other_hours, lambda p: other_lines(p, "Count a shelf\nPrint the list"))


@pytest.mark.parametrize("change", ALL)
def test_looking_stores_nothing(project: Project, change: Any) -> None:
    before = rows_of(project)
    outlook = look(project, [change(project)], Tier.CTO_SCALE)
    assert outlook.documents
    assert rows_of(project) == before
    assert read_again(project).get_facts() == outlook.before


@pytest.mark.parametrize("change", ALL)
def test_what_is_saved_reads_as_it_was_shown(project: Project, change: Any) -> None:
    wanted = [change(project)]
    outlook = look(project, wanted, Tier.CTO_SCALE)
    save_changes(project, wanted)
    assert read_again(project).get_facts() == outlook.after
    generate(read_again(project), GENERATION_ORDER, **WRITE)
    assert read_again(project).contents() == outlook.then


def test_several_changes_are_looked_at_together(project: Project) -> None:
    wanted = [other_price(project), other_lines(project, "Count a shelf"), other_hours(project)]
    outlook = look(project, wanted, Tier.CTO_SCALE)
    save_changes(project, wanted)
    generate(read_again(project), GENERATION_ORDER, **WRITE)
    assert read_again(project).contents() == outlook.then


def test_what_is_shown_to_move_is_what_does(project: Project) -> None:
    wanted = [other_price(project)]
    outlook = look(project, wanted, Tier.CTO_SCALE)
    before = project.contents()
    save_changes(project, wanted)
    generate(read_again(project), GENERATION_ORDER, **WRITE)
    after = read_again(project).contents()
    moved = {
        (kind, section.name)
        for kind in GENERATION_ORDER
        for section in kind.content_class.sections()
        if getattr(before[kind], section.name) != getattr(after[kind], section.name)
    }
    shown = {(d.artifact.type, one.section.name) for d in outlook.documents for one in d.moved}
    assert shown == moved != set()


def test_a_lower_tier_is_told_nothing_of_gated_sections(project: Project) -> None:
    every = look(project, [other_price(project)], Tier.CTO_SCALE)
    some = look(project, [other_price(project)], Tier.BOOTSTRAPPER)
    gated = {
        one.section.name
        for d in every.documents
        for one in d.moved
        if one.section.gate.tier > Tier.BOOTSTRAPPER
    }
    named = {one.section.name for d in some.documents for one in d.moved}
    assert gated
    assert not gated & named


def test_the_founders_edits_stay_and_are_named(project: Project, founder: User) -> None:
    moved = look(project, [other_price(project)], Tier.CTO_SCALE).documents
    document, section = next(
        (d, one.section)
        for d in moved
        for one in d.moved
        if one.section.kind == "prose" and not one.section.computed
    )
    now = getattr(document.artifact.content, section.name)
    edit_section(
        document.artifact,
        section=section.name,
        value="Mine.",
        base=fingerprint(now),
        editor=founder,
        tier=Tier.CTO_SCALE,
    )
    project = read_again(project)
    again = look(project, [other_price(project)], Tier.CTO_SCALE)
    mine = next(d for d in again.documents if d.artifact.type == document.artifact.type)
    assert section.name in {one.name for one in mine.kept}
    assert section.name not in {one.section.name for one in mine.moved}
    assert getattr(again.then[mine.artifact.type], section.name) == "Mine."


def test_an_edit_that_the_change_does_not_concern_is_not_named(
    project: Project, founder: User
) -> None:
    brief = next(row for row in project.documents() if row.type is ArtifactType.BRIEF)
    assert brief.content is not None
    value = brief.content.problem_statement  # type: ignore[attr-defined]
    edit_section(
        brief,
        section="problem_statement",
        value="Mine.",
        base=fingerprint(value),
        editor=founder,
        tier=Tier.CTO_SCALE,
    )
    project = read_again(project)
    outlook = look(project, [other_price(project)], Tier.CTO_SCALE)
    kept = {one.name for d in outlook.documents for one in d.kept}
    assert "problem_statement" not in kept


class TestModels:
    def test_texts_of_a_model_are_not_told_beforehand(self, project: Project) -> None:
        GenerationAttempt.objects.update(runner="llm")
        outlook = look(project, [other_price(project)], Tier.CTO_SCALE)
        assert outlook.documents
        assert not any(d.is_predicted or d.moved for d in outlook.documents)
        assert outlook.then == outlook.now

    def test_nor_where_a_model_would_write_the_next_one(
        self, project: Project, settings: Any
    ) -> None:
        settings.RUNNER = "llm"
        outlook = look(project, [other_price(project)], Tier.CTO_SCALE)
        assert not any(d.is_predicted for d in outlook.documents)

    def test_the_sections_that_quote_it_are_named(self, project: Project) -> None:
        GenerationAttempt.objects.update(runner="llm")
        outlook = look(project, [other_lines(project, "Something else")], Tier.CTO_SCALE)
        assert any(d.used for d in outlook.documents)


class TestRefusals:
    def test_a_value_that_changed_meanwhile(self, project: Project) -> None:
        wanted = [other_price(project), other_hours(project)]
        fact = project.stored_facts().hours_per_week
        correct_fact(project, path="hours_per_week", value="12", base=fact_base(fact))
        project = read_again(project)
        with pytest.raises(StaleUpdate):
            look(project, wanted, Tier.CTO_SCALE)
        before = rows_of(project)
        with pytest.raises(StaleUpdate):
            save_changes(project, wanted)
        assert rows_of(project) == before

    def test_a_value_that_does_not_fit(self, project: Project) -> None:
        with pytest.raises(InvalidProject):
            imagine(project, [other_hours(project, "0")])


class TestPage:
    def address(self, project: Project) -> str:
        return reverse("project_what_if", args=[project.pk])

    def typed(self, client: Client, project: Project, **changes: str) -> dict[str, str]:
        form = client.get(self.address(project)).context["form"]
        return {field.name: field.value() or "" for field in form} | changes

    def test_it_shows_both_and_saves_what_was_shown(
        self, project: Project, founder_client: Client
    ) -> None:
        before = rows_of(project)
        data = self.typed(founder_client, project, **{"prices-0": "35"})
        response = founder_client.post(self.address(project), {**data, "look": ""})
        shown = response.content.decode()
        assert "What would move" in shown
        assert "<ins>" in shown
        assert rows_of(project) == before
        looked = dict(response.context["form"].sent())
        response = founder_client.post(self.address(project), {**looked, "save": ""})
        assert response.status_code == 302
        price = read_again(project).get_facts().prices[0]
        assert price.value is not None
        assert (price.value.amount, price.state) == (Decimal(35), "confirmed")

    def test_a_deadline_nobody_gave_can_be_tried(
        self, project: Project, founder_client: Client
    ) -> None:
        data = self.typed(founder_client, project, deadline="2031-05-01")
        founder_client.post(self.address(project), {**data, "save": ""})
        assert read_again(project).get_facts().deadline.value == date(2031, 5, 1)

    def test_the_same_values_move_nothing(self, project: Project, founder_client: Client) -> None:
        data = self.typed(founder_client, project)
        shown = founder_client.post(self.address(project), {**data, "look": ""}).content.decode()
        assert "Nothing is different yet" in shown
        before = rows_of(project)
        founder_client.post(self.address(project), {**data, "save": ""})
        assert rows_of(project) == before

    @pytest.mark.parametrize(
        ("name", "typed"),
        [("prices-0", "much"), ("prices-0", ""), ("deadline", "soon"), ("hours_per_week", "0")],
    )
    def test_bad_input_comes_back(
        self, project: Project, founder_client: Client, name: str, typed: str
    ) -> None:
        data = self.typed(founder_client, project, **{name: typed, "first_version": "My own line"})
        for act in ("look", "save"):
            before = rows_of(project)
            response = founder_client.post(self.address(project), {**data, act: ""})
            assert response.status_code == 422
            assert "My own line" in response.content.decode()
            assert response.context["form"].errors
            assert rows_of(project) == before

    def test_bad_input_for_an_open_fact_comes_back(
        self, founder: User, founder_client: Client
    ) -> None:
        empty = ProjectFactory.create(owner=founder)
        data = self.typed(founder_client, empty, hours_per_week="0")
        assert founder_client.post(self.address(empty), {**data, "look": ""}).status_code == 422

    def test_a_conflict_hands_back_what_was_typed(
        self, project: Project, founder_client: Client
    ) -> None:
        data = self.typed(founder_client, project, hours_per_week="7")
        fact = project.stored_facts().hours_per_week
        correct_fact(project, path="hours_per_week", value="12", base=fact_base(fact))
        response = founder_client.post(self.address(project), {**data, "save": ""})
        assert response.status_code == 409
        assert response.context["form"]["hours_per_week"].value() == "7"
        again = dict(response.context["form"].sent())
        founder_client.post(self.address(project), {**again, "save": ""})
        assert read_again(project).get_facts().hours_per_week.value == Decimal(7)

    def test_a_project_without_documents_has_sums_only(
        self, founder: User, founder_client: Client
    ) -> None:
        empty = ProjectFactory.create(owner=founder)
        data = self.typed(founder_client, empty, **{"prices-0": "35"})
        response = founder_client.post(self.address(empty), {**data, "look": ""})
        assert response.status_code == 200
        assert response.context["outlook"].documents == ()
