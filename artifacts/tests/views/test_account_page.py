"""A founder's own page: the plan, today's documents, and the way to everything else."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from artifacts.models import GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tiers import Tier


def page_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return unescape(client.get(reverse("account")).content.decode())


@pytest.mark.parametrize("tier", Tier)
def test_it_names_what_the_plan_opens_and_what_others_would_add(tier: Tier, db: None) -> None:
    html = page_of(make_user(tier))
    for artifact_type in GENERATION_ORDER:
        access = artifact_type.content_class.access(tier)
        assert ", ".join(section.title for section in access.readable) in html
        for section in access.locked:
            assert (
                f"<dt>{section.title}"
                f" <small>{artifact_type.label}</small></dt><dd>{section.purpose}</dd>" in html
            )
    assert ("adds</h3>" in html) == (tier is not Tier.CTO_SCALE)


def test_it_counts_the_documents_of_today(founder: User) -> None:
    project = make_project(founder, written=True)
    GenerationAttempt.objects.update(
        trigger=GenerationAttempt.Trigger.FOUNDER, requested_by=founder
    )
    html = page_of(founder)
    assert f"<b>{project.artifacts.count()}</b> of 100 documents" in html
    assert f"We can write {100 - ALL_DOCUMENTS} more documents today." in html


def test_it_says_when_nothing_is_left(founder: User, settings: Any) -> None:
    make_project(founder, written=True)
    GenerationAttempt.objects.update(
        trigger=GenerationAttempt.Trigger.FOUNDER, requested_by=founder
    )
    settings.DAILY_DOCUMENTS = {**settings.DAILY_DOCUMENTS, "partner": 5}
    assert "That is all for today." in page_of(founder)


def test_an_address_that_is_not_confirmed_is_mentioned_gently(founder: User) -> None:
    assert "You have not confirmed this address yet." in page_of(founder)
    EmailAddress.objects.create(user=founder, email=founder.email, verified=True, primary=True)
    assert "You have not confirmed" not in page_of(founder)


def test_an_address_that_waits_does_not_count_as_confirmed(founder: User) -> None:
    EmailAddress.objects.create(user=founder, email="new@example.com", verified=True)
    assert "You have not confirmed this address yet." in page_of(founder)


def test_it_leads_to_everything_about_the_account(founder: User) -> None:
    html = page_of(founder)
    for name in ("account_email", "account_change_password"):
        assert f'href="{reverse(name)}"' in html
    for name in ("account_logout", "set_language"):
        assert f'method="post" action="{reverse(name)}"' in html
    assert re.search(r'value="en-gb" lang="en-gb" aria-current="true"', html)


def test_what_is_asked_of_the_database_does_not_grow(
    founder: User, founder_client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        make_project(founder, name=f"Idea {number}")
    with django_assert_max_num_queries(6):
        founder_client.get(reverse("account"))


def test_it_is_small_and_keeps_to_the_content_policy(founder: User) -> None:
    html = page_of(founder)
    assert len(html) < 60_000
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)


def test_it_shows_nothing_of_any_document(written_project: Project, founder: User) -> None:
    assert "SECRET" not in page_of(founder)


def test_the_header_leads_there_from_every_page(founder_client: Client) -> None:
    html = founder_client.get(reverse("project_list")).content.decode()
    assert f'href="{reverse("account")}"' in html
    assert f'action="{reverse("search")}"' in html
    assert '<dialog class="dialog" id="shortcuts"' in html
