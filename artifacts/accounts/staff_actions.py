"""What staff do to accounts: change the tier and the daily allowance, suspend and let in again.

Each is stored together with its line in the admin's log: who, what and why.
"""

from __future__ import annotations

import logging
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction

from artifacts.accounts.roles import may_change_account
from artifacts.exceptions import AccountRefused
from artifacts.generation.claims import cancel_generation
from artifacts.models import Artifact, Project, User
from artifacts.services.accounts.plans import close_reached
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

REASON_MAX = 500
DAILY_MAX = 10_000
"""The most documents a day that can be allowed: a slip of the finger should not open the gates."""


def change_tier(user: User, *, tier: Tier, by: User, reason: str, word: str = "") -> bool:
    """Give `user` another tier, which opens or hides sections at once; return False if they have
    it already.

    Requests for what the founder now has are granted with it, and `word` is said to the founder.
    Raises AccountRefused.
    """
    with transaction.atomic():
        check_may_change(user, by=by)
        changed = store_tier(user, tier=tier, by=by, reason=reason)
        close_reached(user, tier, by=by, word=word)
    return changed


def store_tier(user: User, *, tier: Tier, by: User, reason: str) -> bool:
    """Store the tier with its line in the log, without asking whether `by` may; return False if
    nothing changes.
    """
    words = f"Tier from {user.get_tier().label} to {tier.label}."
    return _store(user, by=by, words=words, reason=reason, tier=tier.value)


def allow_daily(user: User, *, documents: int | None, by: User, reason: str) -> bool:
    """Allow so many documents a day instead of what the tier does; None for the tier's again.

    Raises AccountRefused.
    """
    if documents is not None and not 0 <= documents <= DAILY_MAX:
        raise AccountRefused(f"A day has from 0 to {DAILY_MAX:,} documents.")
    words = (
        "Documents a day: as the tier allows."
        if documents is None
        else f"Documents a day: {documents}."
    )
    return _change(user, by=by, words=words, reason=reason, daily_documents=documents)


def suspend(user: User, *, by: User, reason: str) -> bool:
    """Lock everybody out of this account; return False if it is suspended already.

    Raises AccountRefused.

    Open sessions end with their next request, share links lead nowhere, and what is being written
    is cancelled: nobody could read it, and it may be why. What is stored stays.
    """
    suspended = _change(user, by=by, words="Suspended.", reason=reason, is_active=False)
    # Also where it was suspended before: a request that was under way then may have started
    # something since.
    busy = Artifact.objects.generating().filter(project__owner=user).values("project")
    for project in Project.objects.filter(pk__in=busy):
        cancel_generation(project, note="The account was suspended")
    return suspended


def lift_suspension(user: User, *, by: User, reason: str) -> bool:
    """Let `user` in again; return False if they are not suspended. Raises AccountRefused."""
    return _change(user, by=by, words="Suspension lifted.", reason=reason, is_active=True)


def keep_account(user: User, *, by: User, reason: str) -> bool:
    """Bring back an account that its founder has deleted; return False if it is not to be
    erased.

    Raises AccountRefused.
    """
    return _change(user, by=by, words="Deletion undone.", reason=reason, erase_at=None)


def check_may_change(user: User, *, by: User) -> None:
    """Raise AccountRefused if `by`, who may change accounts, may not change this one."""
    if user.pk == by.pk:
        raise AccountRefused("That is your own account; please ask a colleague.")
    if not may_change_account(by, user):
        raise AccountRefused("This account may do more than you, so you cannot change it.")


def _change(user: User, *, by: User, words: str, reason: str, **values: Any) -> bool:
    """Store `values` and the log line, if that changes anything, and return whether it did."""
    check_may_change(user, by=by)
    return _store(user, by=by, words=words, reason=reason, **values)


def _store(user: User, *, by: User, words: str, reason: str, **values: Any) -> bool:
    reason = reason.strip()[:REASON_MAX]
    if not reason:
        raise AccountRefused("Please give a reason: it is what remains when somebody asks why.")
    with transaction.atomic():
        row = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
        if all(getattr(row, name) == value for name, value in values.items()):
            return False
        User.objects.filter(pk=row.pk).update(**values)
        message = f"{words} Reason: {reason}"
        LogEntry.objects.log_actions(
            by.pk, [row], CHANGE, change_message=message, single_object=True
        )
    for name, value in values.items():
        setattr(user, name, value)
    logger.info("User %s changed %s of user %s", by.pk, ", ".join(values), user.pk)
    return True
