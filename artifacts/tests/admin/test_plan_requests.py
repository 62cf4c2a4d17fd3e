"""Requests for a plan in the admin: who sees them, who answers, and how."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.accounts.roles import Role
from artifacts.models import PlanRequest, User
from artifacts.services.accounts.plans import withdraw_request
from artifacts.tests.support.factories import PASSWORD, PlanRequestFactory, make_staff
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

RequestState = PlanRequest.RequestState
LIST = "admin:artifacts_planrequest_changelist"


@pytest.fixture
def request_row(db: None) -> PlanRequest:
    return PlanRequestFactory.create()


def client_of(role: Role, **fields: str) -> Client:
    client = Client()
    client.force_login(make_staff(role, **fields))
    return client


def page_of(row: PlanRequest) -> str:
    return reverse("admin:artifacts_planrequest_change", args=[row.pk])


def answer(client: Client, row: PlanRequest, name: str, word: str = "") -> Any:
    address = reverse("admin:artifacts_planrequest_answer", args=[row.pk])
    return client.post(address, {"answer": name, "word": word}, follow=True)


def stored(row: PlanRequest) -> tuple[str, Tier]:
    row = PlanRequest.objects.get(pk=row.pk)
    return row.state, User.objects.get(pk=row.founder_id).get_tier()


@pytest.mark.parametrize("role", Role)
def test_staff_who_see_accounts_see_requests_and_owners_answer(
    role: Role, request_row: PlanRequest
) -> None:
    client = client_of(role)
    assert request_row.founder.email in client.get(reverse(LIST)).content.decode()
    page = client.get(page_of(request_row))
    assert page.status_code == 200
    may = role is Role.OWNER
    assert ('name="answer" value="Grant"' in page.content.decode()) == may
    assert answer(client, request_row, "grant").status_code == (200 if may else 403)
    assert stored(request_row)[0] == (RequestState.GRANTED if may else RequestState.OPEN)


@pytest.mark.parametrize(
    ("name", "state", "tier"),
    [
        ("grant", RequestState.GRANTED, Tier.PARTNER),
        ("decline", RequestState.DECLINED, Tier.BOOTSTRAPPER),
    ],
)
def test_one_click_answers(name: str, state: str, tier: Tier, request_row: PlanRequest) -> None:
    client = client_of(Role.OWNER)
    page = answer(client, request_row, name, "A word").content.decode()
    assert "The founder is told." in page
    assert stored(request_row) == (state, tier)
    assert PlanRequest.objects.get().word == "A word"
    assert 'name="answer"' not in client.get(page_of(request_row)).content.decode()


def test_several_are_granted_from_the_list(request_row: PlanRequest) -> None:
    other = PlanRequestFactory.create(tier=Tier.CTO_SCALE)
    withdraw_request(other.founder, Tier.CTO_SCALE)
    form = {"action": "grant", "_selected_action": [request_row.pk, other.pk]}
    page = client_of(Role.OWNER).post(reverse(LIST), form, follow=True).content.decode()
    assert stored(request_row) == (RequestState.GRANTED, Tier.PARTNER)
    assert stored(other) == (RequestState.WITHDRAWN, Tier.BOOTSTRAPPER)
    assert "withdrawn already" in page


def test_what_was_withdrawn_meanwhile_is_told(request_row: PlanRequest) -> None:
    withdraw_request(request_row.founder, Tier.PARTNER)
    page = answer(client_of(Role.OWNER), request_row, "grant").content.decode()
    assert "This request is withdrawn already." in page


def test_a_word_that_is_too_long_comes_back(request_row: PlanRequest) -> None:
    page = answer(client_of(Role.OWNER), request_row, "grant", "long " * 300)
    assert "long long" in page.content.decode()
    assert stored(request_row)[0] == RequestState.OPEN


def test_another_answer_is_404(request_row: PlanRequest) -> None:
    assert answer(client_of(Role.OWNER), request_row, "perhaps").status_code == 404


def test_a_password_is_asked_for_first_and_then_the_answer_goes_through(
    request_row: PlanRequest,
) -> None:
    client = client_of(Role.OWNER, password=PASSWORD)
    address = reverse("admin:artifacts_planrequest_answer", args=[request_row.pk])
    asked = client.post(address, {"answer": "grant", "word": "A word"})
    assert asked["Location"].startswith(reverse("account_reauthenticate"))
    assert stored(request_row)[0] == RequestState.OPEN
    client.post(asked["Location"], {"password": PASSWORD, "next": address})
    assert stored(request_row) == (RequestState.GRANTED, Tier.PARTNER)
