"""Requests for a larger plan: a founder asks for one, may withdraw that, and is told the answer.

Every act on a founder's requests locks the founder's row first, as a change of the tier does. So of
two acts at the same moment the second one finds what the first has done. Who answers is
in `accounts.plan_answers`.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from artifacts.accounts.notices import Notice
from artifacts.exceptions import PlanRefused, PlanRequestClosed
from artifacts.models import PlanRequest, User
from artifacts.models.plan_request import WORD_MAX
from artifacts.services.mails.outbox import order_mail, order_staff_mail
from artifacts.text import clean_text
from artifacts.tiers import Tier
from artifacts.usage.limits import Action, count_action

logger = logging.getLogger(__name__)

State = PlanRequest.RequestState


class PlanSales(Protocol):
    """What becomes of a request. PLAN_SALES names a class of this kind, made without arguments.

    The first two are called in the transaction that stores what they are told, so they may write
    rows but must not wait for anybody.
    """

    def on_request(self, request: PlanRequest) -> None:
        """Take note of a new request."""

    def on_withdrawal(self, request: PlanRequest) -> None:
        """Take note that the founder no longer wants it."""

    def checkout_url(self, request: PlanRequest) -> str:
        """Return where the founder goes on to pay; "" where there is nothing more to do.

        Called after the request is stored, each time the founder asks.
        """


class AskStaff:
    """Writes to staff, who answer in the admin."""

    def on_request(self, request: PlanRequest) -> None:
        order_staff_mail("plan_request", {"request": request, "founder": request.founder})

    def on_withdrawal(self, request: PlanRequest) -> None:
        """Nobody is written to: the admin says that it is withdrawn."""

    def checkout_url(self, request: PlanRequest) -> str:
        return ""


def plan_sales() -> PlanSales:
    sales: PlanSales = import_string(settings.PLAN_SALES)()
    return sales


def ask_for_plan(founder: User, tier: Tier) -> PlanRequest:
    """Store that a founder wants another plan, and return the request: the open one, if there is
    one.

    Raises PlanRefused if the founder has the plan or a larger one, and TooOften.
    """
    with transaction.atomic():
        founder = lock_founder(founder.pk)
        if tier <= founder.get_tier():
            raise PlanRefused(_("Your plan has all of that already."))
        known = founder.plan_requests.open().filter(tier=tier.value).first()
        if known:
            return known
        count_action(founder, Action.PLAN_REQUESTS)
        request = PlanRequest.objects.create(
            founder=founder, tier=tier.value, created_at=timezone.now()
        )
        plan_sales().on_request(request)
    logger.info("User %s asked for %s", founder.pk, tier.value)
    return request


def withdraw_request(founder: User, tier: Tier) -> bool:
    """Take back what was asked for; return False if nothing waits for an answer."""
    with transaction.atomic():
        founder = lock_founder(founder.pk)
        request = founder.plan_requests.open().filter(tier=tier.value).first()
        if request is None:
            return False
        _close(request, State.WITHDRAWN)
        plan_sales().on_withdrawal(request)
    logger.info("User %s withdrew the request for %s", founder.pk, tier.value)
    return True


def asked_plans(founder: User) -> dict[Tier, datetime]:
    """Return since when a founder has asked for what nobody has answered yet. One query."""
    return {request.get_tier(): request.created_at for request in founder.plan_requests.open()}


def tell_answers(founder: User) -> list[PlanRequest]:
    """Return the answers that no page has told the founder, oldest first, and mark them as told."""
    with transaction.atomic():
        lock_founder(founder.pk)
        answers = list(founder.plan_requests.untold().order_by("answered_at", "pk"))
        told = PlanRequest.objects.filter(pk__in=[answer.pk for answer in answers])
        told.update(told_at=timezone.now())
        User.objects.filter(pk=founder.pk).update(has_plan_answer=False)
    founder.has_plan_answer = False
    return answers


# For those who answer, in a transaction.


def lock_founder(key: int) -> User:
    """Return the founder's row, locked to the end of the transaction.

    Raises PlanRequestClosed if the account is erased.
    """
    founder = User.objects.select_for_update(of=("self",)).filter(pk=key).first()
    if founder is None:
        raise PlanRequestClosed("The account was deleted. Nothing was changed.")
    return founder


def lock_request(key: int) -> PlanRequest:
    """Return an open request with its founder, who is locked.

    Raises PlanRequestClosed if somebody was quicker.
    """
    found = PlanRequest.objects.filter(pk=key).first()
    if found is None:
        raise PlanRequestClosed("The account was deleted. Nothing was changed.")
    founder = lock_founder(found.founder_id)
    request = PlanRequest.objects.get(pk=key)
    request.founder = founder
    if not request.is_open:
        raise PlanRequestClosed(
            f"This request is {request.get_state_display().lower()} already. Nothing was changed."
        )
    return request


def close_reached(founder: User, tier: Tier, *, by: User | None, word: str = "") -> None:
    """Answer what `founder` has asked for and now has, as `tier` is theirs. Told is the largest."""
    reached = [one for one in founder.plan_requests.open() if one.get_tier() <= tier]
    largest = max(reached, key=lambda one: one.get_tier().rank, default=None)
    for request in reached:
        if request is largest:
            answer(request, State.GRANTED, by=by, word=word)
        else:
            _close(request, State.GRANTED, by=by, is_told=True)


def answer(request: PlanRequest, state: str, *, by: User | None, word: str = "") -> None:
    """Store the answer to an open request, and tell its founder by mail and on the next page."""
    _close(request, state, by=by, word=clean_text(word).strip()[:WORD_MAX])
    founder = request.founder
    User.objects.filter(pk=founder.pk).update(has_plan_answer=True)
    founder.has_plan_answer = True
    order_mail(founder, f"plan_{state}", {"request": request}, notice=Notice.ANSWERS)


def _close(
    request: PlanRequest,
    state: str,
    *,
    by: User | None = None,
    word: str = "",
    is_told: bool = False,
) -> None:
    now = timezone.now()
    request.state, request.word, request.answered_by = state, word, by
    request.answered_at = now
    request.told_at = now if is_told else None
    request.save(update_fields=["state", "word", "answered_by", "answered_at", "told_at"])
