"""What guests are asked about our assumptions, and where their evidence goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.testing import Result
from artifacts.forms.idempotency import FIELD
from artifacts.generation.writer import write_claim
from artifacts.models import GuestNote, Project, ShareLink, User
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.guest_notes import moderate
from artifacts.services.sharing.links import link_token
from artifacts.tests.support.factories import (
    AssumptionTestFactory,
    ShareLinkFactory,
    StubRunner,
    claim_all,
    make_assuming_project,
    make_project,
    make_user,
)
from artifacts.tests.support.plain import ASSUMING
from artifacts.tiers import Gate, Tier

FILLED = {"assumption": "A-1", "name": "Jo", "text": "I know ten such shops."}


@pytest.fixture
def project(founder: User) -> Project:
    return make_assuming_project(founder)


@pytest.fixture
def link(project: Project) -> ShareLink:
    return ShareLinkFactory.create(project=project, allows_notes=True)


def at(link: ShareLink, name: str = "shared", *names: str) -> str:
    return reverse(name, args=[link_token(link), *names])


def shown(link: ShareLink, name: str = "shared", *names: str) -> str:
    return str(Client().get(at(link, name, *names)).content.decode())


def asked(link: ShareLink) -> str:
    """The part of the first page that asks guests; empty if it asks nothing."""
    return shown(link).partition('id="evidence"')[2]


def send(link: ShareLink, **changes: str) -> Any:
    return Client().post(at(link, "shared_evidence"), {**FILLED, **changes})


def accept(project: Project) -> None:
    note = GuestNote.objects.get()
    moderate(project, note.pk, shown=True, tier=Tier.CTO_SCALE, now=note.created_at)


def test_guests_see_the_weakest_assumptions(link: ShareLink) -> None:
    page = asked(link)
    assert page.index("Owners keep counting") < page.index("Shops have a phone")


def test_what_a_test_has_decided_is_not_asked_about(link: ShareLink) -> None:
    AssumptionTestFactory.create(project=link.project, result=Result.FAILED)
    assert "Owners keep counting" not in asked(link)
    assert send(link).status_code == 422


def test_evidence_waits_for_the_founder_and_then_stands_at_the_assumption(
    link: ShareLink, project: Project, founder_client: Client
) -> None:
    sent = send(link)
    assert "sent=1" in sent["Location"]
    assumptions = reverse("project_assumptions", args=[project.pk])
    assert FILLED["text"] not in founder_client.get(assumptions).content.decode()
    assert (
        "evidence on A-1"
        in founder_client.get(reverse("project_share", args=[project.pk])).content.decode()
    )
    assert FILLED["text"] not in shown(link, "shared_document", "brief")
    accept(project)
    page = founder_client.get(assumptions).content.decode()
    entry = page.partition('id="brief.A-1"')[2].partition("</article>")[0]
    assert FILLED["text"] in entry
    assert "Jo" in entry
    assert FILLED["text"] in shown(link, "shared_document", "brief")


def test_it_counts_as_a_note_that_waits(link: ShareLink, founder: User) -> None:
    send(link)
    held = Project.objects.with_held_notes(founder.get_tier()).get(pk=link.project_id)
    assert vars(held)["held_notes"] == 1


@pytest.mark.parametrize(
    "wrong", [{"assumption": "A-99"}, {"assumption": ""}, {"text": " "}, {"name": ""}]
)
def test_a_form_that_is_wrong_is_handed_back(link: ShareLink, wrong: dict[str, str]) -> None:
    refused = send(link, **wrong)
    assert refused.status_code == 422
    kept = {**FILLED, **wrong}["text"].strip() or FILLED["name"]
    assert kept in refused.content.decode()
    assert not GuestNote.objects.exists()


def test_the_limits_of_notes_hold(link: ShareLink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.services.sharing.guest_notes.NOTES_OF_ONE", 1)
    assert send(link).status_code == 302
    refused = send(link, text="Another word")
    assert refused.status_code == 429
    assert "Another word" in refused.content.decode()


def test_a_form_that_arrives_twice_is_kept_once(link: ShareLink) -> None:
    once = {FIELD: "0123456789abcdef"}
    for _ in range(2):
        assert send(link, **once).status_code == 302
    assert GuestNote.objects.count() == 1


def test_words_of_a_guest_are_escaped(
    link: ShareLink, project: Project, founder_client: Client
) -> None:
    send(link, text="<script>alert(1)</script>", name="<b>Jo</b>")
    accept(project)
    page = founder_client.get(reverse("project_assumptions", args=[project.pk])).content.decode()
    assert "<script>alert" not in page
    assert "<b>Jo" not in page


@pytest.mark.parametrize(
    "closed",
    [
        {"allows_notes": False},
        {"allows_notes": True, "documents": [ArtifactType.MVP_SCOPE]},
    ],
    ids=["no notes", "another document"],
)
def test_nothing_is_asked_where_guests_cannot_read_or_write(
    project: Project, closed: dict[str, Any]
) -> None:
    link = ShareLinkFactory.create(project=project, **closed)
    assert "Owners keep counting" not in asked(link)
    assert send(link).status_code in (404, 422)
    assert not GuestNote.objects.exists()


def test_a_password_is_asked_first(project: Project) -> None:
    link = ShareLinkFactory.create(project=project, allows_notes=True, password="open sesame")
    assert "Owners keep counting" not in asked(link)
    refused = send(link)
    assert "Owners keep counting" not in refused.content.decode()
    assert FILLED["text"] in refused.content.decode()
    assert not GuestNote.objects.exists()


@pytest.fixture
def gated() -> Iterator[None]:
    """The assumptions of a brief behind a gate, as another document may have them."""
    content_class: Any = ArtifactType.BRIEF.content_class
    section = content_class.section("assumptions")
    for gate in (Gate.BUSINESS, Gate.CORE):
        object.__setattr__(section, "gate", gate)
        content_class.access.__func__.cache_clear()
        if gate is Gate.BUSINESS:
            yield


@pytest.mark.parametrize("tier", list(Tier))
def test_an_assumption_of_a_gated_section_reaches_no_lower_tier(
    tier: Tier, gated: None, db: None
) -> None:
    """Rule I-8."""
    project = make_project(make_user(Tier.CTO_SCALE))
    secret = {**ASSUMING[ArtifactType.BRIEF]}
    secret["assumptions"] = [
        {"text": "SECRET-BUSINESS assumption", "basis": "guess", "confidence": "low"}
    ]
    write_claim(
        claim_all(project), runner=StubRunner(contents={**ASSUMING, ArtifactType.BRIEF: secret})
    )
    link = ShareLinkFactory.create(project=project, tier=tier, allows_notes=True)
    may_read = tier > Tier.BOOTSTRAPPER
    assert ("SECRET-BUSINESS assumption" in shown(link)) is may_read
    assert ("SECRET-BUSINESS assumption" in asked(link)) is may_read
    assert b"SECRET-BUSINESS" not in send(link).content
    assert GuestNote.objects.exists() is may_read


def test_a_founder_of_a_lower_tier_sees_no_evidence_of_a_higher_one(
    link: ShareLink, project: Project, founder: User, founder_client: Client
) -> None:
    send(link)
    accept(project)
    GuestNote.objects.update(tier=Tier.CTO_SCALE.value)
    page = founder_client.get(reverse("project_assumptions", args=[project.pk])).content.decode()
    assert FILLED["text"] not in page


def test_an_id_that_is_used_is_one_of_an_assumption(link: ShareLink) -> None:
    send(link)
    note = GuestNote.objects.get()
    content = next(row.content for row in link.project.documents() if row.type == note.type)
    assert content is not None
    kept = [item for _, item in content.items() if item.id == note.assumption]
    assert isinstance(kept[0], Assumption)
    assert (note.assumption_key, note.section) == ("brief.A-1", "assumptions")
