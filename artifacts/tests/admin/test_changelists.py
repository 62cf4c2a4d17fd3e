from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from artifacts.admin import changelists
from artifacts.admin.filters import STATES
from artifacts.models import GenerationAttempt, Project, ShareLink, User
from artifacts.services.accounts.branding import set_branding
from artifacts.tests.support.factories import (
    ShareLinkFactory,
    claim_all,
    make_project,
    make_staff,
    make_user,
)
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db

LISTS = [
    "project",
    "artifact",
    "generationattempt",
    "user",
    "sharelink",
    "branding",
    "planrequest",
]


@pytest.fixture
def staff_client() -> Client:
    client = Client()
    client.force_login(make_staff())
    return client


def listed(client: Client, model: str, **parameters: Any) -> list[Any]:
    response = client.get(reverse(f"admin:artifacts_{model}_changelist"), parameters)
    assert response.status_code == 200, response.headers.get("Location")
    return list(response.context["cl"].result_list)


def page(client: Client, model: str, **parameters: Any) -> str:
    return str(
        client.get(reverse(f"admin:artifacts_{model}_changelist"), parameters).content.decode()
    )


@pytest.fixture
def stock(db: None) -> dict[str, Project]:
    """A project for each state that staff look for, in which its Product Brief is; and one that is
    in none.
    """
    projects = {state: make_project(name=f"The {state} one") for state in [*STATES, "plain"]}
    token = "6b1a3c1e-59a8-4b0e-8a3b-0f7d8a1c2b3d"
    now = timezone.now()
    lease = {
        "generation_status": "generating",
        "generation_token": token,
        "generation_started_at": now,
    }
    changes: dict[str, dict[str, Any]] = {
        "failed": {"generation_status": "failed"},
        "generating": {**lease, "lease_expires_at": now + timedelta(minutes=1)},
        "interrupted": {**lease, "lease_expires_at": now - timedelta(minutes=1)},
        "stale": {"is_stale": True},
        "broken": {"worst_finding": "broken"},
        "important": {"worst_finding": "important"},
        "edited": {"edited_sections": {"target_user": {}}},
        "proposed": {"proposal": {"content": {}}},
    }
    for state, values in changes.items():
        projects[state].artifacts.filter(artifact_type="brief").update(**values)
    return projects


def test_documents_and_projects_are_found_by_every_state(
    stock: dict[str, Project], staff_client: Client
) -> None:
    for state in STATES:
        expected = {state, "interrupted"} if state == "generating" else {state}
        names = {stock[one].name for one in expected}
        rows = listed(staff_client, "artifact", state=state)
        assert {(row.project.name, row.artifact_type) for row in rows} == {
            (name, "brief") for name in names
        }
        assert {row.name for row in listed(staff_client, "project", documents=state)} == names


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("head", {}),
        ("post", {}),
        ("post", {"action": "regenerate"}),
        ("post", {"action": "nothing", "index": "0"}),
    ],
)
def test_lists_answer_whatever_asks_for_them(
    method: str, fields: dict[str, str], model: str, stock: dict[str, Project], staff_client: Client
) -> None:
    address = reverse(f"admin:artifacts_{model}_changelist")
    assert getattr(staff_client, method)(address, fields).status_code in (200, 302)


def test_a_founder_who_can_be_none_is_refused_in_words(
    project: Project, staff_client: Client
) -> None:
    address = reverse("admin:artifacts_project_change", args=[project.pk])
    response = staff_client.post(
        address, {"name": "Other", "idea": "Other", "answers": "{}", "owner": "on"}
    )
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["owner"]


def test_lists_say_how_documents_stand(stock: dict[str, Project], staff_client: Client) -> None:
    text = page(staff_client, "project")
    for words in (
        "1 failed",
        "1 being written",
        "1 lease expired",
        "1 stale",
        "1 broken",
        "1 edited",
        "1 proposal",
    ):
        assert words in text
    assert "lease expired" in page(staff_client, "artifact")


def test_projects_are_found_by_tier_and_kind(staff_client: Client) -> None:
    draft, deleted = make_project(name="Draft"), make_project(name="Deleted")
    Project.objects.filter(pk=draft.pk).update(interviewed_at=None)
    Project.objects.filter(pk=deleted.pk).update(deleted_at=timezone.now())
    assert listed(staff_client, "project", kind="draft") == [draft]
    assert listed(staff_client, "project", kind="deleted") == [deleted]
    User.objects.filter(pk=draft.owner_id).update(tier="partner")
    assert listed(staff_client, "project", owner__tier__exact="partner") == [draft]


def test_a_search_finds_by_address_uuid_and_name(staff_client: Client, founder: User) -> None:
    other = make_project(name="Shelter", written=True)
    project = make_project(make_user(email="ana@example.com"), name="Barista Board", written=True)
    for model in ("project", "artifact", "generationattempt"):
        for term in (
            "ana@example.com",
            "ANA@exam",
            "ana",
            "barista",
            "Board",
            str(project.pk),
            project.pk.hex,
        ):
            rows = listed(staff_client, model, q=term)
            assert len(rows) == (1 if model == "project" else ALL_DOCUMENTS), (model, term)
            keys = {"project": "pk", "artifact": "project_id"}
            if model in keys:
                assert {getattr(row, keys[model]) for row in rows} == {project.pk}
        assert listed(staff_client, model, q=str(other.owner_id * 1000)) == []
    assert [user.email for user in listed(staff_client, "user", q="ana@")] == ["ana@example.com"]
    assert [user.email for user in listed(staff_client, "user", q="na@ex")] == ["ana@example.com"]


def test_an_attempt_is_found_by_the_reference_that_a_founder_reads(
    project: Project, staff_client: Client
) -> None:
    claim_all(project)
    GenerationAttempt.objects.filter(artifact__artifact_type="brief").update(reference="1a2b3c4d")
    assert len(listed(staff_client, "generationattempt", q="1a2b3c4d")) == 1


def test_more_rows_than_are_counted_are_named_and_not_paged_through(
    staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changelists, "COUNTED", 2)
    make_project()
    assert "1 project" in page(staff_client, "project")
    make_project()
    assert "More than" not in page(staff_client, "project")
    make_project()
    text = page(staff_client, "project")
    assert "More than 2 projects: these are the first 2." in text
    assert "Select all 2" not in text


def test_an_act_on_rows_that_nobody_sees_is_refused(staff_client: Client) -> None:
    project = make_project()
    form = {"action": "regenerate", "_selected_action": [str(project.pk)], "select_across": "1"}
    response = staff_client.post(reverse("admin:artifacts_project_changelist"), form, follow=True)
    assert "select rows of one page" in response.content.decode()
    assert not GenerationAttempt.objects.exists()


def test_nothing_counts_or_sorts_out_a_whole_table(
    written_project: Project, staff_client: Client
) -> None:
    for model in LISTS:
        staff_client.get(reverse(f"admin:artifacts_{model}_changelist"))
        with CaptureQueriesContext(connection) as queries:
            page(staff_client, model, q="shelf")
            page(staff_client, model)
        for query in queries:
            assert "DISTINCT" not in query["sql"]
            assert "COUNT(" not in query["sql"] or "LIMIT" in query["sql"]
        assert len(queries) <= 25


def test_dates_lead_from_years_to_a_day(staff_client: Client) -> None:
    old, new = make_project(name="Old"), make_project(name="New")
    for project, moment in (
        (old, datetime(2024, 2, 29, 12, tzinfo=UTC)),
        (new, datetime(2026, 3, 1, 12, tzinfo=UTC)),
    ):
        Project.objects.filter(pk=project.pk).update(created_at=moment)
    years = page(staff_client, "project")
    assert all(f"?created_at__year={year}" in years for year in (2024, 2025, 2026))
    assert "created_at__month=2" in page(staff_client, "project", created_at__year=2024)
    assert "29 February" in page(
        staff_client, "project", created_at__year=2024, created_at__month=2
    )
    day = {"created_at__year": 2024, "created_at__month": 2, "created_at__day": 29}
    assert listed(staff_client, "project", **day) == [old]
    assert ">29 February</a>" not in page(staff_client, "project", **day)
    assert listed(staff_client, "project", created_at__month=13) == []


def test_lists_lead_to_each_other(written_project: Project, staff_client: Client) -> None:
    owner = written_project.owner
    user_page = reverse("admin:artifacts_user_change", args=[owner.pk])
    project_page = reverse("admin:artifacts_project_change", args=[written_project.pk])
    assert user_page in page(staff_client, "project")
    for model in ("artifact", "generationattempt"):
        text = page(staff_client, model)
        assert user_page in text
        assert project_page in text
    assert (
        len(listed(staff_client, "artifact", project__id__exact=written_project.pk))
        == ALL_DOCUMENTS
    )
    assert (
        len(listed(staff_client, "artifact", project__owner__id__exact=owner.pk)) == ALL_DOCUMENTS
    )
    assert (
        len(
            listed(
                staff_client, "generationattempt", artifact__project__id__exact=written_project.pk
            )
        )
        == ALL_DOCUMENTS
    )
    assert listed(staff_client, "project", owner__id__exact=owner.pk) == [written_project]
    assert (
        f"artifact__project__id__exact={written_project.pk}"
        in staff_client.get(project_page).content.decode()
    )
    assert f"owner__id__exact={owner.pk}" in staff_client.get(user_page).content.decode()


def test_share_links_and_brands_are_shown_without_their_secrets(
    written_project: Project, staff_client: Client
) -> None:
    link = ShareLinkFactory.create(project=written_project)
    brand = set_branding(written_project.owner, name="Ana & Co", colour="#112233")
    for model, row in (("sharelink", link), ("branding", brand)):
        assert listed(staff_client, model) == [row]
        url = reverse(f"admin:artifacts_{model}_change", args=[row.pk])
        text = staff_client.get(url).content.decode()
        assert link.token_hash not in text
        assert "seed" not in text
        assert staff_client.post(url, {}).status_code == 403
    assert listed(staff_client, "sharelink", q=written_project.owner.email) == [link]
    assert listed(staff_client, "sharelink", state="open") == [link]
    ShareLink.objects.update(expires_at=timezone.now())
    assert listed(staff_client, "sharelink", state="open") == []
    assert listed(staff_client, "sharelink", state="expired") == [link]
    assert listed(staff_client, "branding", q=written_project.owner.email) == [brand]


@pytest.mark.parametrize(
    ("model", "parameter"),
    [
        ("project", "created_at__year=9999"),
        ("user", "date_joined__year=9999"),
        ("artifact", "created_at__year=0"),
    ],
)
def test_a_year_that_no_date_has_leads_back_to_the_list(
    model: str, parameter: str, staff_client: Client
) -> None:
    response = staff_client.get(f"{reverse(f'admin:artifacts_{model}_changelist')}?{parameter}")
    assert (response.status_code, response.headers["Location"]) == (
        302,
        f"/admin/artifacts/{model}/?e=1",
    )


@pytest.mark.parametrize("outcome", GenerationAttempt.Outcome.values)
def test_an_attempt_is_listed_however_it_ended(
    outcome: str, written_project: Project, staff_client: Client
) -> None:
    GenerationAttempt.objects.update(outcome=outcome)
    assert f">{outcome}</span>" in page(staff_client, "generationattempt")


@pytest.mark.parametrize("address", ["admin:artifacts_project", "admin:auth_group"])
def test_an_action_on_what_can_be_no_row_is_refused_in_words(
    staff_client: Client, address: str
) -> None:
    for key in ("line\nline", "9" * 40, "\x00"):
        sent = {"action": "delete_selected", "_selected_action": [key]}
        response = staff_client.post(reverse(f"{address}_changelist"), sent, follow=True)
        assert response.status_code == 200
        assert "nothing was done" in response.content.decode()


@pytest.mark.parametrize(
    "address", ["admin:auth_group", "admin:account_emailaddress", "admin:artifacts_user"]
)
def test_a_search_of_any_length_is_answered(staff_client: Client, address: str) -> None:
    for words in ("line " * 3_000, "€" * 30_000):
        response = staff_client.get(reverse(f"{address}_changelist"), {"q": words})
        assert response.status_code == 200
