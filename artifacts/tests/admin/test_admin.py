from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.admin.projects import ProjectAdminForm
from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.fake import RunnerFake
from artifacts.services.projects.lifecycle import delete_project
from artifacts.tests.support.factories import claim_all, make_project, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff_client() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


@pytest.mark.parametrize("model", ["user", "project", "artifact", "generationattempt"])
def test_every_model_has_a_list_and_a_page_that_open(
    model: str, written_project: Project, staff_client: Client
) -> None:
    listing = staff_client.get(reverse(f"admin:artifacts_{model}_changelist"))
    assert listing.status_code == 200
    first = listing.context["cl"].queryset.first()
    assert (
        staff_client.get(reverse(f"admin:artifacts_{model}_change", args=[first.pk])).status_code
        == 200
    )


@pytest.mark.parametrize("model", ["user", "project", "artifact", "generationattempt"])
def test_lists_can_be_searched(model: str, written_project: Project, staff_client: Client) -> None:
    url = reverse(f"admin:artifacts_{model}_changelist")
    for term in ("Shelfwise", str(written_project.pk), "nothing-like-it"):
        assert staff_client.get(url, {"q": term}).status_code == 200


def test_lists_make_no_query_per_row(
    staff_client: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(10):
        claim_all(make_project())
    for model in ("project", "artifact", "generationattempt", "user"):
        with django_assert_max_num_queries(9):
            staff_client.get(reverse(f"admin:artifacts_{model}_changelist"))


def test_founders_are_not_let_in(founder_client: Client) -> None:
    assert founder_client.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize("model", ["artifact", "generationattempt"])
def test_rows_that_the_services_own_cannot_be_saved_from_a_form(
    model: str, written_project: Project, staff_client: Client
) -> None:
    row = written_project.artifacts.first()
    assert row is not None
    pk = row.pk if model == "artifact" else row.attempts.get().pk
    assert (
        staff_client.post(reverse(f"admin:artifacts_{model}_change", args=[pk]), {}).status_code
        == 403
    )


def test_an_artifact_is_deleted_only_with_its_project(
    written_project: Project, staff_client: Client
) -> None:
    row = written_project.artifacts.first()
    assert row is not None
    assert (
        staff_client.post(
            reverse("admin:artifacts_artifact_delete", args=[row.pk]), {"post": "yes"}
        ).status_code
        == 403
    )
    url = reverse("admin:artifacts_project_delete", args=[written_project.pk])
    assert staff_client.post(url, {"post": "yes"}).status_code == 302
    assert not Project.objects.exists()


def test_staff_see_what_the_checker_finds_whatever_the_owners_tier(
    project: Project, staff_client: Client
) -> None:
    url = reverse("admin:artifacts_project_change", args=[project.pk])
    assert "Nothing is written yet." in staff_client.get(url).content.decode()
    write_claim(claim_all(project), runner=RunnerFake())
    row = project.artifacts.get(artifact_type="brief")
    strategy = "Shelfwise has <b>4711</b> users [[F-99]]."
    row.current_content = {**(row.current_content or {}), "competitive_strategy": strategy}
    row.save()
    page = staff_client.get(url).content.decode()
    assert "Product Brief, Competitive strategy" in page
    assert "<b>4711</b>" not in page


def test_what_cannot_be_checked_says_why(written_project: Project, staff_client: Client) -> None:
    row = written_project.artifacts.get(artifact_type="brief")
    row.current_content = {"problem_statement": 3}
    row.save()
    page = staff_client.get(
        reverse("admin:artifacts_project_change", args=[written_project.pk])
    ).content.decode()
    assert "The documents cannot be checked as they are stored." in page


def test_a_project_is_added_without_anything_to_check(staff_client: Client) -> None:
    page = staff_client.get(reverse("admin:artifacts_project_add"))
    assert page.status_code == 200
    assert "Consistency" not in page.content.decode()


def test_a_form_saves_nothing_but_what_it_changed(
    project: Project, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The founder ignores a finding after the row was read for the form, and before it is saved."""
    ignored = {"x": {"reason": "We know."}}
    clean = ProjectAdminForm.clean

    def interrupted(form: ProjectAdminForm) -> dict[str, Any]:
        Project.objects.update(ignored_findings=ignored)
        return clean(form)

    monkeypatch.setattr(ProjectAdminForm, "clean", interrupted)
    page = reverse("admin:artifacts_project_change", args=[project.pk])
    form = staff_client.get(page).context["adminform"].form
    typed = {name: form[name].value() for name in form.fields} | {"language": "de"}
    empty = {"artifacts-TOTAL_FORMS": "0", "artifacts-INITIAL_FORMS": "0"}
    assert staff_client.post(page, {**typed, **empty}).status_code == 302
    stored = Project.objects.get(pk=project.pk)
    assert (stored.language, stored.ignored_findings) == ("de", ignored)
    assert stored.updated_at > project.updated_at


def test_a_deleted_project_offers_no_writing(
    written_project: Project, staff_client: Client
) -> None:
    pages = [
        reverse("admin:artifacts_project_change", args=[written_project.pk]),
        reverse("admin:artifacts_artifact_change", args=[written_project.documents()[0].pk]),
    ]
    assert all("Regenerate" in staff_client.get(page).content.decode() for page in pages)
    delete_project(written_project)
    assert not any("Regenerate" in staff_client.get(page).content.decode() for page in pages)
