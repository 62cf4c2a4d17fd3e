"""Close an account that its founder deletes, for some days in which that can be undone.

Until then nobody reads anything of it: share links lead nowhere, nothing is being written, and its
founder sees one page, which brings everything back as it was. Then a worker erases it for good.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from artifacts.exceptions import AccountRefused
from artifacts.generation.claims import cancel_generation
from artifacts.models import Artifact, Project, ShareLink, User
from artifacts.services.accounts.founder_data import erase_account
from artifacts.services.mails.outbox import order_mail

logger = logging.getLogger(__name__)

NAMED = 20
"""How many projects and links are named before an account is deleted; the rest is counted."""
AT_ONCE = 100
"""How many accounts one call erases at most; workers call every hour."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What goes with an account: names, and how many more there are."""

    projects: list[str]
    links: list[ShareLink]
    projects_number: int
    links_number: int

    @property
    def more_projects(self) -> int:
        return self.projects_number - len(self.projects)

    @property
    def more_links(self) -> int:
        return self.links_number - len(self.links)


def holdings(user: User, *, now: datetime) -> Holdings:
    """Return the projects of a founder, and the share links by which guests read them now."""
    projects = Project.objects.active().filter(owner=user)
    links = ShareLink.objects.open(now=now).filter(project__owner=user).select_related("project")
    return Holdings(
        list(projects.order_by("-created_at").values_list("name", flat=True)[:NAMED]),
        list(links.order_by("-created_at")[:NAMED]),
        projects.count(),
        links.count(),
    )


def close_account(user: User, *, now: datetime) -> bool:
    """Close an account until it is erased, and return whether it can still be brought back.

    With DELETE_ACCOUNT_DAYS=0 it is erased at once. Raises AccountRefused for staff.
    """
    days: int = settings.RETENTION_DAYS["closed_accounts"]
    if user.is_staff or user.is_superuser or not days:
        erase_account(user)
        return False
    erase_at = now + timedelta(days=days)
    with transaction.atomic():
        # One that is sent twice does not begin again.
        if User.objects.filter(pk=user.pk, erase_at=None).update(erase_at=erase_at):
            user.erase_at = erase_at
            order_mail(user, "account_closed", {"erase_at": erase_at})
            logger.info("Closed user %s until %s", user.pk, erase_at)
    busy = Artifact.objects.generating().filter(project__owner=user).values("project")
    for project in Project.objects.filter(pk__in=busy):
        cancel_generation(project, note="The account was deleted")
    return True


def reopen_account(user: User) -> bool:
    """Bring a closed account back as it was; return False if it is not closed."""
    reopened = User.objects.filter(pk=user.pk).exclude(erase_at=None).update(erase_at=None)
    user.erase_at = None
    if reopened:
        logger.info("Reopened user %s", user.pk)
    return bool(reopened)


def erase_closed(now: datetime) -> int:
    """Erase the accounts whose days are over, and return how many those were."""
    erased = 0
    for user in User.objects.filter(erase_at__lte=now).order_by("erase_at")[:AT_ONCE]:
        try:
            erase_account(user)
        except AccountRefused as error:
            logger.warning("User %s is not erased: %s", user.pk, error)
        else:
            erased += 1
    return erased
