from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.admin import selection
from artifacts.models import GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.support.factories import ArtifactFactory, claim_all, make_project
from artifacts.tests.support.operators import VIEWER, operator_client, page
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.rows import row_of
from artifacts.usage.quota import day_use

pytestmark = pytest.mark.django_db

REGENERATE = "/admin/artifacts/project/regenerate/"
REASON = "the <b>prices</b> were wrong"


@pytest.fixture
def client() -> Client:
    return operator_client()


Types = tuple[ArtifactType, ...]
SCOPE, MILESTONES, RISKS = ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES, ArtifactType.RISK_LOG


def ask(
    client: Client, *projects: Project, reason: str = REASON, edits: str = "keep", **form: Any
) -> str:
    """Post the form and return what the next page says."""
    named = {"project": [project.pk for project in projects]} if projects else {}
    data = {"what": "all", "edits": edits, "reason": reason, **named, **form}
    return str(client.post(REGENERATE, data, follow=True).content.decode())


def versions(project: Project) -> list[int]:
    return [artifact.version_number for artifact in Project.objects.get(pk=project.pk).documents()]


def edit(project: Project, artifact_type: ArtifactType) -> None:
    edits = {"key_constraint": {"generated": "x", "at": "2026-11-01T00:00:00+00:00", "by": "Ana"}}
    project.artifacts.filter(artifact_type=artifact_type.value).update(edited_sections=edits)


@pytest.mark.django_db(transaction=True)
def test_several_projects_are_started_and_what_is_skipped_says_why(client: Client) -> None:
    free, busy, other = (
        make_project(name="Free"),
        make_project(name="Busy"),
        make_project(name="Other"),
    )
    claim_all(busy)
    said = ask(client, free, busy, other)
    assert f"Started 2 projects: {2 * ALL_DOCUMENTS} documents." in said
    assert "1 skipped: Busy – We are already writing" in said
    assert (versions(free), versions(busy), versions(other)) == (
        [1] * ALL_DOCUMENTS,
        [0] * ALL_DOCUMENTS,
        [1] * ALL_DOCUMENTS,
    )
    attempts = GenerationAttempt.objects.filter(artifact__project=free)
    assert set(attempts.values_list("trigger", "reason", "edits")) == {("staff", REASON, "keep")}


def twice(types: Types) -> list[int]:
    """Return the versions of documents of which `types` were written a second time."""
    return [2 if one in types else 1 for one in GENERATION_ORDER]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"what": "all"}, GENERATION_ORDER),
        ({"what": "from_milestones"}, (MILESTONES, *MILESTONES.later)),
        ({"what": "only", "only": ["mvp_scope", "risk_log"]}, (SCOPE, RISKS)),
        ({"what": "unfinished"}, (RISKS,)),
        ({"what": "stale"}, GENERATION_ORDER),
    ],
)
def test_staff_choose_which_documents(
    form: dict[str, Any], expected: Types, client: Client
) -> None:
    project = make_project(written=True)
    ArtifactFactory.create(project=project, artifact_type="risk_log", failed=True)
    if form["what"] == "stale":
        Project.objects.filter(pk=project.pk).update(idea="Something else altogether.")
        project.artifacts.update(generation_status="idle")
    ask(client, project, **form)
    assert versions(project) == twice(expected)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("what", "expected"), [("selected", (MILESTONES,)), ("later", (MILESTONES, *MILESTONES.later))]
)
def test_documents_are_selected_in_their_own_list(
    what: str, expected: Types, client: Client
) -> None:
    project = make_project(written=True)
    artifact = row_of(project, "milestones")
    listing = reverse("admin:artifacts_artifact_changelist")
    shown = client.post(
        listing, {"action": "regenerate", "_selected_action": [artifact.pk]}
    ).content.decode()
    assert f'name="artifact" value="{artifact.pk}"' in shown
    assert "The selected documents" in shown
    ask(client, artifact=[artifact.pk], what=what)
    assert versions(project) == twice(expected)
    logged = LogEntry.objects.filter(
        object_id=str(artifact.pk), content_type__model="artifact"
    ).get()
    assert "Regenerated: Milestones" in logged.change_message
    assert f"(keep the edits). Reason: {REASON}" in logged.change_message


def test_the_action_on_projects_asks_first(client: Client, written_project: Project) -> None:
    edit(written_project, ArtifactType.BRIEF)
    form = {"action": "regenerate", "_selected_action": [written_project.pk]}
    shown = client.post(reverse("admin:artifacts_project_changelist"), form).content.decode()
    assert f'name="project" value="{written_project.pk}"' in shown
    assert "Product Brief · edited by hand: Key constraint" in shown
    assert versions(written_project) == [1] * ALL_DOCUMENTS


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("edits", "version", "proposed", "said"),
    [
        (
            "refuse",
            1,
            False,
            "Shelfwise – These sections were edited by hand: Product Brief: Key constraint",
        ),
        ("keep", 2, False, "Started 1 project"),
        ("overwrite", 2, False, "Started 1 project"),
        ("review", 1, True, "Started 1 project"),
    ],
)
def test_the_policy_for_edits_is_the_founders_own(
    edits: str, version: int, proposed: bool, said: str, client: Client
) -> None:
    project = make_project(written=True)
    edit(project, ArtifactType.BRIEF)
    assert said in ask(client, project, what="only", only=["brief"], edits=edits)
    brief = row_of(project, "brief")
    assert (brief.version_number, brief.proposal is not None) == (version, proposed)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"reason": " \u202e \n "}, "Please say why; the founder reads it."),
        ({"reason": "x" * 201}, "at most 200 characters"),
        ({"what": "only"}, "Please choose at least one document."),
        ({"what": "selected"}, "Select a valid choice"),
        ({"edits": "burn"}, "Select a valid choice"),
    ],
)
def test_a_form_that_is_not_right_starts_nothing(
    form: dict[str, str], sentence: str, client: Client, written_project: Project
) -> None:
    assert sentence in ask(client, written_project, **form)
    assert GenerationAttempt.objects.open().count() == 0


def test_a_large_selection_is_refused_with_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selection, "MANY", 1)
    projects = [make_project(), make_project()]
    sentence = "At most 1 projects"
    for name in ("project", "artifact"):
        keys = [
            getattr(row_of(project, "brief"), "project_id" if name == "project" else "pk")
            for project in projects
        ]
        listing = reverse(f"admin:artifacts_{name}_changelist")
        said = client.post(listing, {"action": "regenerate", "_selected_action": keys}, follow=True)
        assert sentence in said.content.decode()
    assert sentence in ask(client, *projects)
    assert "Nothing was selected" in page_after(client, f"{REGENERATE}?project=x&artifact=y")
    assert not GenerationAttempt.objects.exists()


def page_after(client: Client, address: str) -> str:
    return str(client.get(address, follow=True).content.decode())


def test_many_projects_are_shown_with_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    keys = "&".join(f"project={make_project().pk}" for _ in range(12))
    with django_assert_max_num_queries(8):
        assert client.get(f"{REGENERATE}?{keys}").status_code == 200


@pytest.mark.parametrize(
    "permissions", [VIEWER, (*VIEWER, "release_artifact", "change_artifact", "change_project")]
)
def test_who_may_not_regenerate_sees_no_button_and_is_refused(
    permissions: tuple[str, ...], written_project: Project
) -> None:
    client = operator_client(*permissions)
    claim_all(written_project)
    for model, key in (
        ("project", written_project.pk),
        ("artifact", row_of(written_project, "brief").pk),
    ):
        shown = page(client, reverse(f"admin:artifacts_{model}_change", args=[key]))
        assert "/regenerate/" not in shown
        assert "/cancel/" not in shown
        assert 'value="regenerate"' not in page(
            client, reverse(f"admin:artifacts_{model}_changelist")
        )
    cancel = reverse("admin:artifacts_project_cancel", args=[written_project.pk])
    for address in (f"{REGENERATE}?project={written_project.pk}", cancel):
        assert client.get(address).status_code == 403
        assert (
            client.post(
                address, {"project": written_project.pk, "what": "all", "reason": "x"}
            ).status_code
            == 403
        )
    assert written_project.artifacts.generating().count() == ALL_DOCUMENTS


def test_the_pages_lead_to_it(client: Client, written_project: Project) -> None:
    artifact = row_of(written_project, "brief")
    assert f"{REGENERATE}?project={written_project.pk}" in page(
        client, reverse("admin:artifacts_project_change", args=[written_project.pk])
    )
    address = f"{REGENERATE}?artifact={artifact.pk}"
    assert address in page(client, reverse("admin:artifacts_artifact_change", args=[artifact.pk]))
    assert client.get(address).status_code == 200


def test_founders_are_sent_away(founder_client: Client, written_project: Project) -> None:
    assert founder_client.get(f"{REGENERATE}?project={written_project.pk}").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_the_founder_reads_the_reason_and_keeps_their_documents_of_the_day(
    client: Client, founder: User, founder_client: Client
) -> None:
    project = make_project(founder, written=True)
    used = day_use(founder, now=timezone.now()).used
    edit(project, ArtifactType.MVP_SCOPE)
    ask(client, project, what="from_mvp_scope", edits="review")
    assert day_use(founder, now=timezone.now()).used == used
    shown = page(founder_client, f"/projects/{project.pk}/")
    sentence = "support: the &lt;b&gt;prices&lt;/b&gt; were wrong"
    # The MVP Scope waits for the founder's decision; the three after it are new.
    assert shown.count(f"Refreshed by {sentence}") == ALL_DOCUMENTS - 1
    assert f"refreshed by {sentence}" in page(founder_client, f"/projects/{project.pk}/milestones/")
    assert sentence in page(founder_client, f"/projects/{project.pk}/mvp_scope/")
    assert sentence not in page(founder_client, f"/projects/{project.pk}/brief/")


def test_the_founder_is_told_while_it_is_written(
    client: Client, founder_client: Client, founder: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(founder, written=True)
    monkeypatch.setattr("artifacts.tasks.deliver", lambda cascade: None)
    ask(client, project, what="only", only=["brief"])
    for path in ("", "brief/"):
        assert "Support is regenerating this" in page(
            founder_client, f"/projects/{project.pk}/{path}"
        )


def test_staff_stop_what_is_being_written(client: Client, project: Project) -> None:
    claim_all(project)
    address = reverse("admin:artifacts_project_cancel", args=[project.pk])
    assert "Milestones: waits for its turn" in page(client, address)
    assert "Please say why" in client.post(address, {"reason": ""}).content.decode()
    said = client.post(address, {"reason": "a loop"}, follow=True).content.decode()
    assert f"Stopped before {ALL_DOCUMENTS} documents of Shelfwise were written." in said
    assert project.artifacts.generating().count() == 0
    stopped = set(GenerationAttempt.objects.values_list("outcome", "error"))
    assert [(outcome, error.partition(" by ")[0]) for outcome, error in stopped] == [
        ("cancelled", "Stopped")
    ]
    assert (
        "Reason: a loop" in LogEntry.objects.filter(object_id=str(project.pk)).get().change_message
    )
    said = client.post(address, {"reason": "a loop"}, follow=True).content.decode()
    assert "Nothing was being written" in said
    assert "nothing to stop" in page(client, address)


def test_a_deleted_project_is_skipped(client: Client) -> None:
    project = make_project(name="Gone")
    Project.objects.filter(pk=project.pk).update(deleted_at=timezone.now())
    assert "1 skipped: Gone" in ask(client, project)
    assert versions(project) == [0] * len(GENERATION_ORDER)
