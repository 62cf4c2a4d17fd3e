"""The pages of a test, and how its result shows on the others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts import tasks
from artifacts.documents.testing import Result
from artifacts.models import AssumptionTest, Project, User
from artifacts.services.assumptions.testing import base_of, edit_test
from artifacts.tests.support.factories import AssumptionTestFactory, make_assuming_project

TODAY = timezone.localdate


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder)


@pytest.fixture
def draft(project: Project) -> AssumptionTest:
    return AssumptionTestFactory.create(project=project, started=False)


@pytest.fixture
def running(project: Project) -> AssumptionTest:
    return AssumptionTestFactory.create(project=project)


def at(test: AssumptionTest, name: str = "test_detail") -> str:
    return reverse(name, args=[test.project_id, test.pk])


def shown(client: Client, url: str) -> str:
    return str(client.get(url).content.decode())


def plan(test: AssumptionTest, **changes: Any) -> dict[str, Any]:
    told = {"whom": "Ada", "what": "Ask her", "kills": "No", "due": "2027-01-04"}
    return {**told, "base": base_of(test), **changes}


def result(test: AssumptionTest, **changes: Any) -> dict[str, Any]:
    told = {"state": "failed", "ended_on": TODAY().isoformat(), "said_yes": 1, "asked": 5}
    return {**told, "note": "Nobody paid", "base": base_of(test), **changes}


def test_an_assumption_becomes_a_test_in_two_presses(
    project: Project, founder_client: Client
) -> None:
    page = shown(founder_client, reverse("project_assumptions", args=[project.pk]))
    make = reverse("test_new", args=[project.pk, "brief.A-1"])
    assert make in page
    made = founder_client.post(make)
    test = AssumptionTest.objects.get()
    assert made["Location"] == at(test)
    told = {"whom": "Ada", "what": "Ask", "kills": "No", "due": "2027-01-04"}
    founder_client.post(at(test), {**told, "base": base_of(test), "start": "yes"})
    test.refresh_from_db()
    assert test.is_started


def test_a_model_is_asked_where_there_is_one(
    project: Project, founder_client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RUNNER = "llm"
    orders: list[Any] = []
    monkeypatch.setattr(tasks, "deliver_draft", lambda *order: orders.append(order))
    founder_client.post(reverse("test_new", args=[project.pk, "brief.A-1"]))
    test = AssumptionTest.objects.get()
    assert orders == [(test.pk, test.order)]
    assert "A language model is drafting" in shown(founder_client, at(test))


def test_gaps_are_asked_for_and_hold_up_the_start(
    draft: AssumptionTest, founder_client: Client
) -> None:
    refused = founder_client.post(at(draft), plan(draft, kills="", start="yes"))
    assert refused.status_code == 422
    assert "Please say this before you begin." in refused.content.decode()
    assert "Ask her" in refused.content.decode()
    assert founder_client.post(at(draft), plan(draft, kills="")).status_code == 302
    assert "How many of how many" in shown(founder_client, at(draft))


def test_a_conflict_hands_the_text_back(draft: AssumptionTest, founder_client: Client) -> None:
    typed = plan(draft, whom="What I typed")
    edit_test(draft, values={"whom": "What the other one typed"}, base=base_of(draft))
    answer = founder_client.post(at(draft), typed)
    assert answer.status_code == 409
    assert "What I typed" in answer.content.decode()
    assert "other" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"state": ""}, {"state": "maybe"}, {"ended_on": "soon"}, {"said_yes": "9"}]
)
def test_a_result_that_cannot_be_is_handed_back(
    running: AssumptionTest, founder_client: Client, wrong: dict[str, str]
) -> None:
    refused = founder_client.post(at(running, "test_result"), result(running, **wrong))
    assert refused.status_code == 422
    assert "Nobody paid" in refused.content.decode()
    running.refresh_from_db()
    assert running.is_started


def test_a_day_to_come_is_refused(running: AssumptionTest, founder_client: Client) -> None:
    later = (TODAY() + timedelta(days=2)).isoformat()
    refused = founder_client.post(at(running, "test_result"), result(running, ended_on=later))
    assert "This day has not come yet." in refused.content.decode()


def test_a_result_is_on_the_list_and_marks_what_rests_on_it(
    running: AssumptionTest, founder_client: Client
) -> None:
    project = running.project
    pages = {
        name: reverse("artifact_detail", args=[project.pk, name]) for name in ("brief", "risk_log")
    }
    for url in pages.values():
        assert "disproved" not in shown(founder_client, url)
    founder_client.post(at(running, "test_result"), result(running))
    page = shown(founder_client, reverse("project_assumptions", args=[project.pk]))
    assert "What a test has disproved" in page
    assert "1 of 5 said yes" in page
    assert "Disproved by a test of" in shown(founder_client, pages["brief"])
    marked = shown(founder_client, pages["risk_log"])
    assert "Rests on what a test of" in marked
    assert "has disproved" in marked


def test_a_kept_project_page_tells_a_new_result(
    running: AssumptionTest, founder_client: Client
) -> None:
    url = reverse("project_detail", args=[running.project_id])
    before = [shown(founder_client, url) for _ in range(2)][-1]
    founder_client.post(at(running, "test_result"), result(running))
    founder_client.get(url)  # takes the message
    after = shown(founder_client, url)
    assert "disproved by a test" not in before
    assert "1 disproved by a test" in after


def test_a_result_for_other_words_is_kept_by_the_founder(
    project: Project, founder_client: Client
) -> None:
    test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
    AssumptionTest.objects.filter(pk=test.pk).update(statement="Owners count")
    assert "worded differently" in shown(founder_client, at(test, "test_result"))
    founder_client.post(at(test, "test_keep"))
    assert "worded differently" not in shown(founder_client, at(test, "test_result"))


def test_deleting_is_asked_first(draft: AssumptionTest, founder_client: Client) -> None:
    assert "Delete this test?" in shown(founder_client, at(draft, "test_delete"))
    assert AssumptionTest.objects.exists()
    founder_client.post(at(draft, "test_delete"))
    assert not AssumptionTest.objects.exists()


def test_what_is_no_assumption_cannot_be_tested(project: Project, founder_client: Client) -> None:
    for key in ("brief.A-99", "answers.price", "nothing"):
        assert founder_client.post(reverse("test_new", args=[project.pk, key])).status_code == 404


def test_words_of_a_founder_are_escaped(draft: AssumptionTest, founder_client: Client) -> None:
    founder_client.post(at(draft), plan(draft, whom="<script>", start="yes"))
    assert "<script>" not in shown(founder_client, at(draft, "test_result")).partition("<main")[2]


def test_a_test_outlives_its_assumption(project: Project, founder_client: Client) -> None:
    test = AssumptionTestFactory.create(project=project)
    AssumptionTest.objects.filter(pk=test.pk).update(assumption="brief.A-98")
    assert "no longer in our documents" in shown(founder_client, at(test))
