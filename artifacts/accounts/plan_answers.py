"""Answer requests for a plan: staff grant or decline them, a payment grants them."""

from __future__ import annotations

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone

from artifacts.accounts.staff_actions import change_tier, check_may_change, store_tier
from artifacts.models import PlanRequest, User
from artifacts.services.accounts.plans import answer, close_reached, lock_request


def grant_request(key: int, *, by: User, word: str = "") -> PlanRequest:
    """Give the founder what was asked for; `word` is said to the founder.

    Raises PlanRequestClosed if it was withdrawn or answered, and AccountRefused.
    """
    with transaction.atomic():
        request = lock_request(key)
        founder, tier = request.founder, request.get_tier()
        check_may_change(founder, by=by)
        if founder.get_tier() >= tier:
            close_reached(founder, tier, by=by, word=word)
        else:
            change_tier(founder, tier=tier, by=by, reason=_asked(request), word=word)
    request.refresh_from_db()
    return request


def grant_paid_request(key: int, *, receipt: str) -> PlanRequest:
    """Give the founder what they have paid for; `receipt` is the payment's reference for the log.

    Where the plan was granted already nothing changes. Raises PlanRequestClosed if the request
    was withdrawn or declined: the payment is to be returned.
    """
    with transaction.atomic():
        found = PlanRequest.objects.filter(pk=key).first()
        if found and found.state == PlanRequest.RequestState.GRANTED:
            return found
        request = lock_request(key)
        founder, tier = request.founder, request.get_tier()
        if founder.get_tier() < tier:
            store_tier(founder, tier=tier, by=founder, reason=f"Paid: {receipt}")
        close_reached(founder, tier, by=None)
    request.refresh_from_db()
    return request


def decline_request(key: int, *, by: User, word: str = "") -> PlanRequest:
    """Leave the founder's plan as it is; `word` is said to the founder.

    Raises PlanRequestClosed and AccountRefused.
    """
    with transaction.atomic():
        request = lock_request(key)
        check_may_change(request.founder, by=by)
        answer(request, PlanRequest.RequestState.DECLINED, by=by, word=word)
        message = f"Declined the {request.get_tier().label} plan. {_asked(request)}"
        LogEntry.objects.log_actions(
            by.pk, [request.founder], CHANGE, change_message=message, single_object=True
        )
    return request


def _asked(request: PlanRequest) -> str:
    day = timezone.localtime(request.created_at)
    return f"Asked for on {day:%-d %B %Y}."
