"""Rule I-8: text of a gated section never reaches a lower tier, by any page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.cascade import run_cascade
from artifacts.tests.factories import StubRunner, claim_all, make_project, make_user
from artifacts.tests.test_access import PAGES
from artifacts.tiers import Tier

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


@pytest.fixture
def rewritten_project(tier: Tier, db: None) -> Project:
    """A project with a current and a previous version of every document."""
    project = make_project(make_user(tier), written=True)
    run_cascade(claim_all(project), runner=StubRunner())
    return project


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_no_page_says_what_the_tier_does_not_open(
    rewritten_project: Project, tier: Tier, headers: dict[str, str]
) -> None:
    client = signed_in(rewritten_project.owner)
    shown = ""
    for name in PAGES:
        for artifact_type in GENERATION_ORDER if name.startswith("artifact_") else [None]:
            arguments = [rewritten_project.pk, *([artifact_type.value] if artifact_type else [])]
            response = client.get(reverse(name, args=arguments), headers=headers)
            assert response.status_code in {200, 405}, name
            shown += response.content.decode()
    assert "Shelf count" in shown
    for secret in HIDDEN[tier]:
        assert secret not in shown
    for secret in {"SECRET-BUSINESS", "SECRET-STRATEGIC"} - set(HIDDEN[tier]):
        assert secret in shown


def test_locked_sections_are_named_with_what_they_would_answer(db: None) -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    page = signed_in(project.owner).get(reverse("artifact_detail", args=[project.pk, "brief"])).content.decode()
    assert "Market analysis" in page
    assert "Whom we are up against" in page


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
