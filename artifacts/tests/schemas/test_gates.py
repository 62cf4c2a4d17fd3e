"""Rule I-8: text of a gated section never reaches a lower tier, by any page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.generation.writer import write_claim
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all, make_project, make_user
from artifacts.tests.support.pages import NAMES, NOTE, urls
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

HIDDEN = {
    Tier.BOOTSTRAPPER: ["SECRET-BUSINESS", "SECRET-STRATEGIC"],
    Tier.PARTNER: ["SECRET-STRATEGIC"],
    Tier.CTO_SCALE: [],
}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(params=list(Tier))
def tier(request: pytest.FixtureRequest) -> Tier:
    return Tier(request.param)


def noted(artifact_type: ArtifactType, gate: str) -> dict[str, object]:
    """A note on the first section of that gate, in words that nobody below the gate may read."""
    section = next(s for s in artifact_type.content_class.sections() if s.gate.name == gate)
    text = f"SECRET-{gate} note"
    return {
        "id": NOTE,
        "section_id": section.name,
        "note": text,
        "author": "me",
        "created_at": "2026-01-01T00:00:00Z",
    }


@pytest.fixture
def rewritten_project(tier: Tier, db: None) -> Project:
    """A project with a current and a previous version, an edit, a note and a proposal for every
    gate.
    """
    project = make_project(make_user(tier), written=True)
    write_claim(claim_all(project), runner=StubRunner())
    for row in project.artifacts.all():
        assert row.content is not None
        gates = {section.gate.name for section in row.type.content_class.sections()}
        row.annotations = [noted(row.type, gate) for gate in sorted(gates - {"CORE"})]
        locked = [
            section.name for section in row.type.content_class.access(Tier.BOOTSTRAPPER).locked
        ]
        by = {"by": "me", "by_id": None, "at": "2026-01-01T00:00:00+00:00"}
        row.edited_sections = {
            name: {"generated": row.content.model_dump(mode="json")[name], **by} for name in locked
        }
        row.proposal = {
            "content": PLAIN[row.type],
            "inputs": {},
            "base": "",
            "attempt": 0,
            "created_at": "2026-01-01T00:00:00+00:00",
        }
        if row.type is ArtifactType.RISK_LOG:
            # What a locked section once held, and what still points at it from a section that
            # everybody reads.
            row.superseded_items = {"R-90": {"title": "SECRET-STRATEGIC gone", "version": 1}}
        if row.type is ArtifactType.HOW_IT_WORKS:
            assert row.current_content is not None
            row.current_content["data_flow"] = "Counts wait, see [[R-90]]."
        row.save()
    return Project.objects.get(pk=project.pk)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_no_page_says_what_the_tier_does_not_open(
    rewritten_project: Project, tier: Tier, headers: dict[str, str]
) -> None:
    client = signed_in(rewritten_project.owner)
    shown = ""
    for name in NAMES:
        for url in urls(name, rewritten_project):
            response = client.get(url, headers=headers)
            assert response.status_code in {200, 302, 404}, url
            shown += response.content.decode(errors="replace")
    assert "Shelf count" in shown
    for secret in HIDDEN[tier]:
        assert secret not in shown
    for secret in {"SECRET-BUSINESS", "SECRET-STRATEGIC"} - set(HIDDEN[tier]):
        assert secret in shown


def test_locked_sections_are_named_with_what_they_would_answer(db: None) -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    page = (
        signed_in(project.owner)
        .get(reverse("artifact_detail", args=[project.pk, "brief"]))
        .content.decode()
    )
    assert "Market analysis" in page
    assert "Who we compete with" in page


def test_an_upgrade_shows_more_at_once_and_a_downgrade_destroys_nothing(db: None) -> None:
    founder = make_user(Tier.BOOTSTRAPPER)
    project = make_project(founder, written=True)
    stored = list(project.artifacts.values_list("current_content", flat=True))
    url = reverse("artifact_detail", args=[project.pk, "brief"])
    seen = []
    for tier in (Tier.CTO_SCALE, Tier.BOOTSTRAPPER, Tier.PARTNER):
        User.objects.filter(pk=founder.pk).update(tier=tier.value)
        seen.append("SECRET-BUSINESS" in signed_in(founder).get(url).content.decode())
    assert seen == [True, False, True]
    assert list(project.artifacts.values_list("current_content", flat=True)) == stored
