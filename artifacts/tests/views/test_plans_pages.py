"""The plans for everybody and for a founder, and asking for one wherever a section is locked."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.accounts.plan_answers import decline_request, grant_request
from artifacts.accounts.roles import Role
from artifacts.models import PlanRequest, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.projects.sample import sample_contents
from artifacts.tests.support.factories import (
    PlanRequestFactory,
    make_project,
    make_staff,
    make_user,
)
from artifacts.tiers import Gate, Tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def starter(db: None) -> User:
    return make_user(Tier.BOOTSTRAPPER)


@pytest.fixture
def starter_client(starter: User) -> Client:
    client = Client()
    client.force_login(starter)
    return client


def read(client: Client, name: str, *args: Any) -> str:
    return str(client.get(reverse(name, args=args)).content.decode())


def ask(client: Client, tier: Tier = Tier.PARTNER, **fields: str) -> Any:
    return client.post(reverse("plan_ask", args=[tier.value]), fields, follow=True)


# What everybody sees


def test_every_locked_section_is_shown_with_a_piece_of_the_example() -> None:
    page = read(Client(), "pricing")
    for artifact_type in GENERATION_ORDER:
        for section in artifact_type.content_class.sections():
            if section.gate is not Gate.CORE:
                assert f'id="{artifact_type.value}.{section.name}"' in page
    scaling = sample_contents()[GENERATION_ORDER[1]].scalability_plan  # type: ignore[attr-defined]
    assert scaling.split("(")[0][:40] in page


def test_a_price_is_shown_in_the_readers_language_and_else_on_request(settings: Any) -> None:
    page = read(Client(), "pricing")
    assert "With every account" in page
    assert page.count("Price on request") == 2
    settings.PLAN_PRICES = {**settings.PLAN_PRICES, "partner": (29, "EUR", "month")}
    assert "€29 a month" in read(Client(), "pricing")
    german = Client(headers={"Accept-Language": "de"})
    assert "29\N{NO-BREAK SPACE}€ im Monat" in read(german, "pricing")


def test_a_founder_is_led_to_the_page_that_knows_the_plan(starter_client: Client) -> None:
    assert starter_client.get(reverse("pricing"))["Location"] == reverse("plan_list")


def test_nothing_of_a_founders_own_sections_is_on_the_plans(
    starter: User, starter_client: Client
) -> None:
    make_project(starter, name="Own-words", written=True)
    ask(starter_client)
    for client, name in ((Client(), "pricing"), (starter_client, "plan_list")):
        page = read(client, name)
        assert "SECRET" not in page
        assert "Own-words" not in page


# A founder


def test_a_founder_asks_and_sees_since_when_and_withdraws(
    starter: User, starter_client: Client
) -> None:
    page = ask(starter_client).content.decode()
    assert "You asked for it today." in page
    assert "Ask for the Partner plan" not in page
    assert "Ask for the CTO Scale plan" in page
    withdrawn = starter_client.post(reverse("plan_withdraw", args=["partner"]), follow=True)
    assert "Ask for the Partner plan" in withdrawn.content.decode()
    again = starter_client.post(reverse("plan_withdraw", args=["partner"]), follow=True)
    assert "nothing to withdraw" in again.content.decode()
    assert PlanRequest.objects.get().state == PlanRequest.RequestState.WITHDRAWN


@pytest.mark.parametrize("days", [2, 400])
def test_the_day_of_a_request_is_told_by_the_calendar(
    days: int, starter: User, starter_client: Client
) -> None:
    day = timezone.now() - timedelta(days=days)
    PlanRequestFactory.create(founder=starter)
    PlanRequest.objects.update(created_at=day)
    year = "" if day.year == timezone.now().year else f" {day.year}"
    expected = f"You asked for it on {day.day} {day:%B}{year}."
    assert expected in read(starter_client, "plan_list")


@pytest.mark.parametrize("tier", [Tier.PARTNER, Tier.CTO_SCALE])
def test_a_locked_section_offers_its_plan_and_leads_back(
    tier: Tier, starter: User, starter_client: Client
) -> None:
    project = make_project(starter, written=True)
    address = reverse("artifact_detail", args=[project.pk, "brief"])
    page = starter_client.get(address).content.decode()
    assert f"Ask for the {tier.label} plan" in page
    back = re.search(rf'{tier.value}/ask/.*?name="next" value="([^"]+)"', page, re.DOTALL)
    assert back
    answer = starter_client.post(
        reverse("plan_ask", args=[tier.value]), {"next": back[1]}, follow=False
    )
    assert answer["Location"] == back[1]
    assert back[1].startswith(f"{address}#")


def test_a_page_that_is_kept_knows_of_a_new_request(starter: User, starter_client: Client) -> None:
    project = make_project(starter, written=True)
    place = ("artifact_detail", project.pk, "brief")
    for _ in range(2):
        assert "Ask for the Partner plan" in read(starter_client, *place)
    PlanRequestFactory.create(founder=starter)
    for _ in range(2):
        assert "Ask for the Partner plan" not in read(starter_client, *place)


def test_who_has_the_plan_is_not_asked_to_ask_for_it(client: Client) -> None:
    founder = make_user(Tier.CTO_SCALE)
    client.force_login(founder)
    assert "Ask for" not in read(client, "plan_list")
    assert "has all of that already" in ask(client).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "evil"])
def test_asking_leads_to_no_other_site(elsewhere: str, starter_client: Client) -> None:
    answer = starter_client.post(reverse("plan_ask", args=["partner"]), {"next": elsewhere})
    assert answer["Location"] == reverse("plan_list")


def test_a_plan_that_does_not_exist_is_404(starter_client: Client) -> None:
    for name in ("plan_ask", "plan_withdraw"):
        assert starter_client.post(reverse(name, args=["platinum"])).status_code == 404


def test_looking_at_the_address_of_an_act_does_nothing(starter_client: Client) -> None:
    for name in ("plan_ask", "plan_withdraw"):
        answer = starter_client.get(reverse(name, args=["partner"]))
        assert answer["Location"] == reverse("plan_list")
    assert not PlanRequest.objects.exists()


def test_a_visitor_signs_in_first() -> None:
    for name in ("plan_ask", "plan_withdraw"):
        answer = Client().post(reverse(name, args=["partner"]))
        assert answer["Location"].startswith(reverse("account_login"))
    assert read(Client(), "plan_list") == ""


def test_too_many_requests_are_refused_in_words(settings: Any, starter_client: Client) -> None:
    settings.HOURLY_LIMITS = {**settings.HOURLY_LIMITS, "plan_requests": 1}
    ask(starter_client)
    answer = ask(starter_client, Tier.CTO_SCALE)
    assert answer.status_code == 429
    assert "asked for a plan many times" in answer.content.decode()


class Shop:
    def on_request(self, request: PlanRequest) -> None: ...

    def on_withdrawal(self, request: PlanRequest) -> None: ...

    def checkout_url(self, request: PlanRequest) -> str:
        return f"https://pay.example/{request.tier}"


def test_where_there_is_something_to_pay_the_founder_goes_on_there(
    settings: Any, starter_client: Client
) -> None:
    settings.PLAN_SALES = f"{__name__}.Shop"
    for _ in range(2):  # who comes back without having paid may go there again
        answer = starter_client.post(reverse("plan_ask", args=["partner"]))
        assert answer["Location"] == "https://pay.example/partner"


def test_the_page_promises_no_mail_to_who_wants_none(starter: User, starter_client: Client) -> None:
    assert "here and by email" in ask(starter_client).content.decode()
    User.objects.filter(pk=starter.pk).update(mail_answers=False)
    assert "We answer here." in ask(starter_client).content.decode()


# The answer


def test_the_answer_is_on_the_next_page_once(starter: User, starter_client: Client) -> None:
    request = PlanRequestFactory.create(founder=starter)
    grant_request(request.pk, by=make_staff(Role.OWNER), word="<i>Enjoy</i>")
    page = read(starter_client, "project_list")
    assert "You have the Partner plan now." in page
    assert "&lt;i&gt;Enjoy&lt;/i&gt;" in page
    assert "You have the Partner plan now." not in read(starter_client, "project_list")


def test_a_part_of_a_page_and_a_post_leave_the_answer_for_a_page(
    starter: User, starter_client: Client
) -> None:
    request = PlanRequestFactory.create(founder=starter)
    decline_request(request.pk, by=make_staff(Role.OWNER))
    starter_client.get(reverse("project_list"), headers={"HX-Request": "true"})
    starter_client.post(reverse("project_new"))
    assert "We cannot give you the Partner plan" in read(starter_client, "project_list")


def test_what_was_answered_stays_on_the_plans(starter: User, starter_client: Client) -> None:
    request = PlanRequestFactory.create(founder=starter)
    decline_request(request.pk, by=make_staff(Role.OWNER), word="Not before May.")
    for _ in range(2):
        page = read(starter_client, "plan_list")
        assert "declined" in page
        assert "Not before May." in page
