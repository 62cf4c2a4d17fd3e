"""Asking for a larger plan: what is stored, who is told, and what two acts at once make of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from artifacts.accounts.plan_answers import decline_request, grant_paid_request, grant_request
from artifacts.accounts.roles import Role
from artifacts.accounts.staff_actions import change_tier
from artifacts.checks import check_plan_sales
from artifacts.exceptions import AccountRefused, PlanRefused, PlanRequestClosed, TooOften
from artifacts.models import Mail, PlanRequest, User
from artifacts.services.accounts import plans
from artifacts.services.accounts.founder_data import erase_account
from artifacts.services.accounts.plans import (
    ask_for_plan,
    asked_plans,
    tell_answers,
    withdraw_request,
)
from artifacts.tests.services.accounts.test_accounts import copy_of
from artifacts.tests.support.factories import PlanRequestFactory, make_staff, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

State = PlanRequest.RequestState


@pytest.fixture
def owner(db: None) -> User:
    return make_staff(Role.OWNER)


def tier_of(user: User) -> Tier:
    return User.objects.get(pk=user.pk).get_tier()


def state_of(request: PlanRequest) -> str:
    return PlanRequest.objects.get(pk=request.pk).state


def mails_to(user: User | None) -> list[str]:
    return [mail.text for mail in Mail.objects.filter(user=user)]


# The founder


def test_asking_again_changes_nothing_and_writes_to_nobody() -> None:
    founder = make_user()
    first, second = ask_for_plan(founder, Tier.PARTNER), ask_for_plan(founder, Tier.PARTNER)
    assert first == second
    (mail,) = mails_to(None)
    assert f"/admin/artifacts/planrequest/{first.pk}/change/" in mail
    assert founder.email not in mail  # it would outlive an account that is erased


def test_the_database_takes_one_open_request_for_a_plan() -> None:
    request = PlanRequestFactory.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanRequest.objects.create(founder=request.founder, tier=request.tier)


@pytest.mark.parametrize("tier", [Tier.BOOTSTRAPPER, Tier.PARTNER])
def test_nobody_asks_for_what_they_have(tier: Tier) -> None:
    with pytest.raises(PlanRefused):
        ask_for_plan(make_user(Tier.PARTNER), tier)
    assert not PlanRequest.objects.exists()


def test_a_withdrawn_request_may_be_made_again() -> None:
    request = PlanRequestFactory.create()
    assert withdraw_request(request.founder, Tier.PARTNER)
    assert not withdraw_request(request.founder, Tier.PARTNER)
    assert asked_plans(request.founder) == {}
    again = ask_for_plan(request.founder, Tier.PARTNER)
    assert asked_plans(request.founder) == {Tier.PARTNER: again.created_at}
    assert state_of(request) == State.WITHDRAWN


def test_a_founder_asks_only_so_often_in_an_hour(settings: Any) -> None:
    settings.HOURLY_LIMITS = {**settings.HOURLY_LIMITS, "plan_requests": 1}
    request = PlanRequestFactory.create()
    ask_for_plan(request.founder, Tier.PARTNER)  # no new one
    withdraw_request(request.founder, Tier.PARTNER)
    with pytest.raises(TooOften):
        ask_for_plan(request.founder, Tier.PARTNER)


# Staff


def test_granting_opens_the_plan_and_tells_the_founder_once(owner: User) -> None:
    request = PlanRequestFactory.create(founder__language="de")
    granted = grant_request(request.pk, by=owner, word="Welcome, and <b>enjoy</b>.")
    founder = User.objects.get(pk=request.founder_id)
    assert (granted.state, founder.get_tier()) == (State.GRANTED, Tier.PARTNER)
    (mail,) = mails_to(founder)
    assert "Welcome, and <b>enjoy</b>." in mail
    assert "Tarif" in mail
    assert [answer.word for answer in tell_answers(founder)] == ["Welcome, and <b>enjoy</b>."]
    assert tell_answers(founder) == []
    log = LogEntry.objects.get(user=owner).change_message
    assert log.startswith("Tier from Bootstrapper to Partner. Reason: Asked for on ")


def test_declining_leaves_the_plan_and_is_in_the_log(owner: User) -> None:
    request = PlanRequestFactory.create()
    decline_request(request.pk, by=owner, word="Not yet.")
    founder = User.objects.get(pk=request.founder_id)
    assert (state_of(request), founder.get_tier()) == (State.DECLINED, Tier.BOOTSTRAPPER)
    assert "Not yet." in mails_to(founder)[0]
    assert LogEntry.objects.get(user=owner).change_message.startswith("Declined the Partner plan.")
    assert founder.has_plan_answer


def test_a_founder_who_wants_no_mail_is_told_on_a_page_only(owner: User) -> None:
    request = PlanRequestFactory.create(founder__mail_answers=False)
    grant_request(request.pk, by=owner)
    assert mails_to(request.founder) == []
    assert len(tell_answers(request.founder)) == 1


def test_a_larger_plan_answers_requests_for_smaller_ones_too(owner: User) -> None:
    founder = make_user()
    smaller, larger = ask_for_plan(founder, Tier.PARTNER), ask_for_plan(founder, Tier.CTO_SCALE)
    grant_request(larger.pk, by=owner)
    assert {state_of(smaller), state_of(larger)} == {State.GRANTED}
    assert [answer.pk for answer in tell_answers(founder)] == [larger.pk]


def test_a_smaller_plan_leaves_the_request_for_a_larger_one(owner: User) -> None:
    founder = make_user()
    smaller, larger = ask_for_plan(founder, Tier.PARTNER), ask_for_plan(founder, Tier.CTO_SCALE)
    grant_request(smaller.pk, by=owner)
    assert state_of(larger) == State.OPEN


def test_a_tier_that_staff_give_on_the_accounts_page_answers_the_request(owner: User) -> None:
    request = PlanRequestFactory.create()
    change_tier(request.founder, tier=Tier.PARTNER, by=owner, reason="They called")
    assert state_of(request) == State.GRANTED
    assert len(mails_to(request.founder)) == 1


@pytest.mark.parametrize("answer", [grant_request, decline_request])
def test_nobody_answers_their_own_request_or_that_of_somebody_above(
    answer: Callable[..., PlanRequest], owner: User
) -> None:
    owner.tier = Tier.BOOTSTRAPPER.value
    owner.save()
    own = ask_for_plan(owner, Tier.PARTNER)
    above = ask_for_plan(make_user(is_staff=True, is_superuser=True), Tier.PARTNER)
    for request in (own, above):
        with pytest.raises(AccountRefused):
            answer(request.pk, by=owner)
        assert state_of(request) == State.OPEN


# Two acts, one after the other


@pytest.mark.parametrize("second", [grant_request, decline_request])
@pytest.mark.parametrize("first", [grant_request, decline_request])
def test_a_request_is_answered_once(
    first: Callable[..., PlanRequest], second: Callable[..., PlanRequest], owner: User
) -> None:
    request = PlanRequestFactory.create()
    first(request.pk, by=owner)
    tier = tier_of(request.founder)
    with pytest.raises(PlanRequestClosed):
        second(request.pk, by=owner)
    assert tier_of(request.founder) == tier
    assert len(mails_to(request.founder)) == 1


def test_what_was_withdrawn_is_not_granted(owner: User) -> None:
    request = PlanRequestFactory.create()
    withdraw_request(request.founder, Tier.PARTNER)
    with pytest.raises(PlanRequestClosed, match="withdrawn"):
        grant_request(request.pk, by=owner)
    assert tier_of(request.founder) == Tier.BOOTSTRAPPER


def test_what_was_granted_is_not_withdrawn(owner: User) -> None:
    request = PlanRequestFactory.create()
    grant_request(request.pk, by=owner)
    assert not withdraw_request(request.founder, Tier.PARTNER)
    assert state_of(request) == State.GRANTED


@pytest.mark.parametrize("answer", [grant_request, decline_request])
def test_the_request_of_an_erased_account_is_gone(
    answer: Callable[..., PlanRequest], owner: User
) -> None:
    request = PlanRequestFactory.create()
    erase_account(request.founder)
    assert not PlanRequest.objects.exists()
    with pytest.raises(PlanRequestClosed, match="deleted"):
        answer(request.pk, by=owner)


def test_an_account_that_is_erased_while_staff_answer_is_gone(
    owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = PlanRequestFactory.create()
    lock = plans.lock_founder

    def erase_and_lock(key: int) -> User:
        erase_account(User.objects.get(pk=key))
        return lock(key)

    monkeypatch.setattr(plans, "lock_founder", erase_and_lock)
    with pytest.raises(PlanRequestClosed, match="deleted"):
        grant_request(request.pk, by=owner)


@pytest.mark.django_db(transaction=True)
def test_of_acts_at_the_same_moment_one_holds() -> None:
    owner = make_staff(Role.OWNER)
    request = PlanRequestFactory.create()
    founder = request.founder
    acts: list[Callable[[], Any]] = [
        lambda: grant_request(request.pk, by=owner),
        lambda: grant_request(request.pk, by=owner),
        lambda: decline_request(request.pk, by=owner),
        lambda: withdraw_request(founder, Tier.PARTNER),
    ]
    together = threading.Barrier(len(acts))

    def act_at_once(act: Callable[[], Any]) -> bool:
        try:
            together.wait(60)
            return bool(act())
        except PlanRequestClosed:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        held = list(threads.map(act_at_once, acts))
    assert held.count(True) == 1
    is_granted = state_of(request) == State.GRANTED
    assert (tier_of(founder) == Tier.PARTNER) == is_granted == (True in held[:2])


@pytest.mark.django_db(transaction=True)
def test_asking_at_the_same_moment_makes_one_request() -> None:
    founder = make_user()
    together = threading.Barrier(4)

    def ask(_: int) -> int:
        try:
            together.wait(60)
            return ask_for_plan(founder, Tier.PARTNER).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(ask, range(4)))) == 1
    assert Mail.objects.count() == 1


# A payment


class Shop:
    """A way to pay, as an operator might plug in."""

    told: list[str] = []

    def on_request(self, request: PlanRequest) -> None:
        self.told.append(f"asked {request.tier}")

    def on_withdrawal(self, request: PlanRequest) -> None:
        self.told.append(f"withdrew {request.tier}")

    def checkout_url(self, request: PlanRequest) -> str:
        return f"https://pay.example/{request.pk}"


def test_another_class_is_told_of_requests_instead_of_staff(settings: Any) -> None:
    settings.PLAN_SALES = f"{__name__}.Shop"
    Shop.told.clear()
    request = PlanRequestFactory.create()
    withdraw_request(request.founder, Tier.PARTNER)
    assert Shop.told == ["asked partner", "withdrew partner"]
    assert not Mail.objects.exists()


@pytest.mark.parametrize(
    "name", ["nowhere.Shop", "artifacts.services.accounts.plans.Nobody", "nothing"]
)
def test_a_class_that_cannot_be_had_is_named_by_the_checks(name: str, settings: Any) -> None:
    assert check_plan_sales() == []
    settings.PLAN_SALES = name
    (error,) = check_plan_sales()
    assert error.id == "artifacts.E003"


def test_a_payment_grants_once_however_often_it_is_told() -> None:
    request = PlanRequestFactory.create()
    for _ in range(2):
        grant_paid_request(request.pk, receipt="ch_17")
    assert tier_of(request.founder) == Tier.PARTNER
    assert len(mails_to(request.founder)) == 1
    assert LogEntry.objects.get().change_message.endswith("Reason: Paid: ch_17")


def test_a_payment_for_what_was_withdrawn_grants_nothing() -> None:
    request = PlanRequestFactory.create()
    withdraw_request(request.founder, Tier.PARTNER)
    with pytest.raises(PlanRequestClosed):
        grant_paid_request(request.pk, receipt="ch_17")
    assert tier_of(request.founder) == Tier.BOOTSTRAPPER


# The account


def test_requests_are_in_the_copy_of_the_account(owner: User) -> None:
    request = PlanRequestFactory.create()
    decline_request(request.pk, by=owner, word="Not yet.")
    (told,) = json.loads(copy_of(request.founder)["account.json"])["plan_requests"]
    assert (told["tier"], told["state"], told["word"]) == ("partner", "declined", "Not yet.")
    assert told["created_at"] < told["answered_at"] <= timezone.now().isoformat()
