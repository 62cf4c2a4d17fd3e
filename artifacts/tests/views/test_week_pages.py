"""This week, on its own page and on that of the project."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.documents.agenda import person_key
from artifacts.models import Project, User
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import (
    AssumptionTestFactory,
    ProjectFactory,
    make_assuming_project,
    make_project,
)


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder, evidence="First we ask Ada Lovelace.")


def page(client: Client, project: Project, name: str = "project_week") -> str:
    return str(client.get(reverse(name, args=[project.pk])).content.decode())


def names(project: Project) -> list[str]:
    facts = Project.objects.get(pk=project.pk).get_facts()
    return [fact.value for fact in facts.first_people if fact.value]


def tick(client: Client, project: Project, what: str, key: str, done: str = "yes") -> int:
    told = {"what": what, "key": key, "done": done}
    return client.post(reverse("week_tick", args=[project.pk]), told).status_code


@pytest.mark.parametrize("name", ["project_week", "project_detail"])
def test_both_pages_say_what_is_next(project: Project, founder_client: Client, name: str) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    AssumptionTestFactory.create(project=project, due=yesterday)
    shown = page(founder_client, project, name)
    for told in ("M-1", "Was due on", "Owners keep counting", names(project)[0]):
        assert told in shown


def test_a_milestone_that_is_reached_gives_way(project: Project, founder_client: Client) -> None:
    for milestone, told in (("M-1", "M-2 is reached"), ("M-2", "All milestones are reached.")):
        assert tick(founder_client, project, "milestone", milestone) == 302
        assert told in page(founder_client, project)


def test_a_start_counts_the_weeks(founder: User, founder_client: Client) -> None:
    project = make_assuming_project(founder)
    begins = timezone.localdate() - timedelta(days=8)
    facts = project.get_facts().model_dump(mode="json")
    facts["earliest_start"] = {"value": begins.isoformat(), "said": [], "state": "confirmed"}
    Project.objects.filter(pk=project.pk).update(facts=facts)
    assert "Week 2 of 3." in page(founder_client, project)


def test_people_are_ticked_off_and_back(project: Project, founder_client: Client) -> None:
    key = person_key(names(project)[0])
    assert tick(founder_client, project, "person", key) == 302
    assert "1 of 1 asked" in page(founder_client, project)
    assert tick(founder_client, project, "person", key, "no") == 302
    assert "0 of 1 asked" in page(founder_client, project)


@pytest.mark.parametrize(
    ("what", "key"), [("person", "nobody"), ("milestone", "M-99"), ("weather", "M-1"), ("", "")]
)
def test_what_is_not_there_is_404(
    project: Project, founder_client: Client, what: str, key: str
) -> None:
    assert tick(founder_client, project, what, key) == 404


def test_a_person_who_is_named_no_longer_is_gone_and_comes_back_ticked(
    project: Project, founder_client: Client
) -> None:
    tick(founder_client, project, "person", person_key(names(project)[0]))
    answer_question(Project.objects.get(pk=project.pk), key="evidence", text="Nobody")
    assert "You have named nobody yet." in page(founder_client, project)
    answer_question(
        Project.objects.get(pk=project.pk), key="evidence", text="First we ask Ada Lovelace."
    )
    assert "1 of 1 asked" in page(founder_client, project)


def test_an_empty_week_says_what_to_do(founder: User, founder_client: Client) -> None:
    shown = page(founder_client, make_project(founder))
    for told in ("There are no milestones yet.", "No test is running.", "You have named nobody"):
        assert told in shown


def test_a_draft_goes_on_with_its_interview(founder: User, founder_client: Client) -> None:
    draft = ProjectFactory.create(owner=founder, draft=True)
    assert founder_client.get(reverse("project_week", args=[draft.pk])).status_code == 302


def test_the_mail_is_turned_on_and_off(
    project: Project, founder: User, founder_client: Client
) -> None:
    for wanted in (True, False):
        told = {"wanted": "yes" if wanted else "no"}
        founder_client.post(reverse("week_mail", args=[project.pk]), told)
        founder.refresh_from_db()
        assert founder.mail_weekly is wanted
