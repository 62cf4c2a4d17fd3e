"""One form that is sent several times, at once or one after the other, makes one thing."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import GuestNote, Project, SentForm, ShareLink, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.idempotency import KEPT, forget_forms, once
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import make_project, make_staff
from artifacts.tests.support.staff import admin_page, client_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db(transaction=True)

IDEA = {"name": "Shelfwise", "idea": "Stock counting on a phone for small shops, shelf by shelf."}
FEATURE = {
    "name": "Export",
    "description": "We export counts.",
    "priority": "low",
    "acceptance_criteria": "It opens",
}
TIMES = 6


def mark_on(page: Any) -> str:
    """The mark in the form of a page that was rendered; where there are several forms, the first
    one's.
    """
    found = re.search(r'name="once" value="([0-9a-f]{32})"', page.content.decode())
    assert found
    return found[1]


def send_at_once(user: User | None, address: str, fields: dict[str, Any]) -> list[Any]:
    """Send the same form from several connections, all of which wait for each other first."""
    together = threading.Barrier(TIMES)

    def send() -> Any:
        try:
            client = Client()
            if user:
                client.force_login(user)
            together.wait(60)
            return client.post(address, fields)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TIMES) as threads:
        return [sent.result() for sent in [threads.submit(send) for _ in range(TIMES)]]


@pytest.fixture
def written(founder: User) -> Project:
    return make_project(founder, written=True)


def test_a_new_project(founder: User, founder_client: Client) -> None:
    mark = mark_on(founder_client.get(reverse("project_new")))
    answers = send_at_once(founder, reverse("project_new"), {**IDEA, "once": mark})
    project = Project.objects.get()
    assert {answer["Location"] for answer in answers} == {
        reverse("interview_resume", args=[project.pk])
    }


def test_a_new_project_with_all_answers(founder: User, founder_client: Client) -> None:
    mark = mark_on(founder_client.get(reverse("project_new_short")))
    needed = {"target_user": "Owners of small shops", "problem": "They count on paper and run out"}
    send_at_once(founder, reverse("project_new_short"), {**IDEA, **needed, "once": mark})
    assert Project.objects.count() == 1


def test_a_copy(written: Project, founder: User, founder_client: Client) -> None:
    mark = mark_on(founder_client.get(reverse("project_detail", args=[written.pk])))
    answers = send_at_once(founder, reverse("project_duplicate", args=[written.pk]), {"once": mark})
    copy = Project.objects.exclude(pk=written.pk).get()
    assert {answer["Location"] for answer in answers} == {reverse("project_detail", args=[copy.pk])}


def test_a_note(written: Project, founder: User, founder_client: Client) -> None:
    address = reverse("note_add", args=[written.pk, "brief"]) + "?section=target_user"
    answers = send_at_once(
        founder, address, {"note": "Ask Ana.", "once": mark_on(founder_client.get(address))}
    )
    notes = written.artifacts.get(artifact_type="brief").annotations
    assert [note["note"] for note in notes] == ["Ask Ana."]
    assert {answer["Location"].partition("#")[2] for answer in answers} == {
        f"note-{notes[0]['id']}"
    }


def test_an_item(written: Project, founder: User, founder_client: Client) -> None:
    address = reverse("item_add", args=[written.pk, "mvp_scope", "core_features"])
    send_at_once(founder, address, {**FEATURE, "once": mark_on(founder_client.get(address))})
    content = written.artifacts.get(artifact_type="mvp_scope").current_content
    assert content is not None
    assert [feature["name"] for feature in content["core_features"]] == [
        "Shelf count",
        "Reorder list",
        "Export",
    ]


def test_a_share_link(written: Project, founder: User, founder_client: Client) -> None:
    address = reverse("share_new", args=[written.pk])
    fields = {"documents": ["brief"], "tier": "bootstrapper", "days": "30", "label": "Ana"}
    answers = send_at_once(
        founder, address, {**fields, "once": mark_on(founder_client.get(address))}
    )
    link = ShareLink.objects.get()
    assert {answer["Location"].partition("?")[2] for answer in answers} == {f"made={link.pk}"}


def test_a_note_of_a_guest(written: Project) -> None:
    link = make_link(
        written,
        now=timezone.now(),
        documents=list(ArtifactType),
        tier=Tier.BOOTSTRAPPER,
        days=30,
        allows_notes=True,
    )
    mark = mark_on(Client().get(reverse("shared_document", args=[link_token(link), "brief"])))
    address = reverse("shared_note", args=[link_token(link), "brief"])
    answers = send_at_once(
        None, address, {"name": "Ben", "text": "Fine.", "section": "", "once": mark}
    )
    assert {answer.status_code for answer in answers} == {302}
    assert GuestNote.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("notes/add/", {"place": "target_user", "note": "Ask Ana."}),
        ("edit/core_features/add/", FEATURE),
    ],
)
def test_what_staff_add(page: str, fields: dict[str, str], written: Project) -> None:
    staff = make_staff()
    kind = ArtifactType.BRIEF if "notes" in page else ArtifactType.MVP_SCOPE
    address = admin_page(written, kind, page)
    mark = mark_on(client_of(staff).get(address))
    answers = send_at_once(staff, address, {**fields, "reason": "They asked us to.", "once": mark})
    assert {answer.status_code for answer in answers} == {302}
    row = written.artifacts.get(artifact_type=kind.value)
    assert row.current_content is not None
    assert len(row.annotations) == 1 or len(row.current_content["core_features"]) == 3
    assert LogEntry.objects.count() == 1


def test_another_text_under_the_same_mark_is_another_form(founder_client: Client) -> None:
    """Going back in the browser shows the page as it was: what is typed there then must not be
    lost.
    """
    mark = mark_on(founder_client.get(reverse("project_new")))
    for name in ("Shelfwise", "Counter calm"):
        founder_client.post(reverse("project_new"), {**IDEA, "name": name, "once": mark})
    assert set(Project.objects.values_list("name", flat=True)) == {"Shelfwise", "Counter calm"}


def test_somebody_elses_mark_leads_to_nothing_of_theirs(
    founder_client: Client, stranger_client: Client
) -> None:
    mark = mark_on(founder_client.get(reverse("project_new")))
    pages = [
        client.post(reverse("project_new"), {**IDEA, "once": mark})
        for client in (founder_client, stranger_client)
    ]
    assert len({page["Location"] for page in pages}) == 2


def test_the_same_page_opened_again_has_another_mark(founder_client: Client) -> None:
    assert len({mark_on(founder_client.get(reverse("project_new"))) for _ in range(2)}) == 2


def test_a_form_without_a_mark_is_taken_as_it_comes(founder_client: Client) -> None:
    for _ in range(2):
        founder_client.post(reverse("project_new"), IDEA)
    assert Project.objects.count() == 2


def test_a_note_that_is_gone_when_its_form_arrives_again_leads_to_the_document(
    written: Project, founder_client: Client
) -> None:
    address = reverse("note_add", args=[written.pk, "brief"]) + "?section=target_user"
    fields = {"note": "Ask Ana.", "once": mark_on(founder_client.get(address))}
    founder_client.post(address, fields)
    written.artifacts.filter(artifact_type="brief").update(annotations=[])
    assert founder_client.post(address, fields)["Location"] == reverse(
        "artifact_detail", args=[written.pk, "brief"]
    )


def test_what_could_not_be_made_is_tried_again() -> None:
    def fail() -> str:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        once("form", fail, key_of=str)
    assert once("form", lambda: "made", key_of=str).new == "made"
    assert once("form", fail, key_of=str).key == "made"


def test_forms_are_forgotten_after_a_while() -> None:
    make: Callable[[], str] = lambda: "made"  # noqa: E731
    once("form", make, key_of=str)
    assert forget_forms(timezone.now()) == 0
    assert forget_forms(timezone.now() + KEPT + timedelta(seconds=1)) == 1
    assert not SentForm.objects.exists()
