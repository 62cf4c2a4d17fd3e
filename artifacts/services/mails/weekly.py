"""The Monday mail, and the answers that its links give.

A link is signed, says what it answers, and can do nothing else. It works without signing in, for
LINK_DAYS; opening it changes nothing, because mail scanners open links too.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from artifacts.accounts.notices import Notice
from artifacts.documents.agenda import Person, people
from artifacts.documents.testing import Result
from artifacts.exceptions import AnswerLinkGone, AssumptionTestGone, EntryGone, NothingToTest
from artifacts.models import AssumptionTest, Project, User
from artifacts.services.accounts.preferences import reader_zone
from artifacts.services.assumptions.testing import enter_result, find_test
from artifacts.services.mails.outbox import order_mail
from artifacts.services.mails.week import Ticked, Week, this_week, tick

logger = logging.getLogger(__name__)

HOUR = time(8)
GRACE = timedelta(days=1)
"""For how long after Monday at eight a mail is still worth sending, where no worker ran then."""
AHEAD, BEHIND = timedelta(hours=14), timedelta(hours=12)
"""How far the time zones of the world are from UTC."""
AT_ONCE = 200
PROJECTS_MAX = 5
"""How many projects one mail tells of."""

SALT = "artifacts.services.weekly"
LINK_DAYS = 14


class MailAction(StrEnum):
    ASKED = "asked"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link answers, and for whom."""

    action: MailAction
    user: User
    project: Project
    person: Person | None = None
    test: AssumptionTest | None = None

    @property
    def is_given(self) -> bool:
        """Whether there is nothing left to answer."""
        if self.person is not None:
            return self.person.asked_on is not None
        return self.test is None or not self.test.is_started


@dataclass(frozen=True, slots=True)
class ProjectWeek:
    """A project as the mail tells of it."""

    project: Project
    week: Week
    url: str
    tests: list[tuple[AssumptionTest, str, str]]
    """Tests that are due, each with the links for passed and failed."""
    people: list[tuple[Person, str]]
    """Whom to ask, each with the link for asked."""


def order_weekly_mails(now: datetime) -> int:
    """Order the mail of this Monday for everybody whose Monday morning it is; return how many mails
    those were.

    Once a week for each founder, whatever workers do at the same time. One that cannot be written
    is left out, and logged; the others go on.
    """
    if not _is_monday_somewhere(now):
        return 0
    ordered = 0
    for user in _due(now):
        try:
            ordered += _order_for(user, now)
        except Exception:
            logger.exception("Could not write the mail of Monday for user %s", user.pk)
    return ordered


def answer_url(user: User, action: MailAction, project: Project, what: str) -> str:
    """Return the address of the link that gives one answer."""
    told = [user.pk, str(project.pk), action.value, what]
    return f"{settings.SITE_URL}{reverse('weekly_answer', args=[signing.dumps(told, salt=SALT)])}"


def open_answer(token: str) -> Answer:
    """Return what the link answers. Raises AnswerLinkGone alike, whatever the reason."""
    try:
        told = signing.loads(token, salt=SALT, max_age=timedelta(days=LINK_DAYS))
        user_id, project_id, action, what = told
        user = User.objects.filter(pk=user_id, is_active=True, erase_at=None).first()
        if user is None:
            raise AnswerLinkGone
        return _answer_of(user, uuid.UUID(project_id), MailAction(action), what)
    except (signing.BadSignature, ValueError, TypeError, AssumptionTestGone) as error:
        raise AnswerLinkGone from error


def give_answer(answer: Answer, *, now: datetime) -> None:
    """Do what the link says. An answer that is given already changes nothing.

    Raises AnswerLinkGone if there is nothing left to answer.
    """
    if answer.is_given:
        return
    today = local_time(answer.user, now).date()
    try:
        if answer.person is not None:
            tick(answer.project, what=Ticked.PERSON, key=answer.person.key, done=True, today=today)
        elif answer.test is not None:
            result = Result(answer.action.value)
            enter_result(answer.test, result=result, on=today, today=today)
    except (EntryGone, AssumptionTestGone, NothingToTest) as error:
        raise AnswerLinkGone from error
    logger.info("User %s answered %s by a link", answer.user.pk, answer.action)


def set_weekly(user: User, *, wanted: bool) -> None:
    """Turn the mail of Monday on or off."""
    User.objects.filter(pk=user.pk).update(mail_weekly=wanted)
    user.mail_weekly = wanted


def local_time(user: User, now: datetime) -> datetime:
    """Return `now` as the clock of a founder shows it."""
    return now.astimezone(reader_zone(user))


def _is_monday_somewhere(now: datetime) -> bool:
    """Return whether anybody's mail can be due: from Monday at eight far in the east to the end of
    the time of grace far in the west.
    """
    monday = (now + AHEAD).date()
    monday -= timedelta(days=monday.weekday())
    starts = datetime.combine(monday, HOUR, now.tzinfo) - AHEAD
    return starts <= now < starts + AHEAD + BEHIND + GRACE


def _waiting(monday: date) -> QuerySet[User]:
    """Return those who want the mail of the week of `monday` and had none."""
    had_none = Q(weekly_mailed_on=None) | Q(weekly_mailed_on__lt=monday)
    open_accounts = User.objects.filter(is_active=True, erase_at=None)
    return open_accounts.filter(had_none, mail_weekly=True).order_by("pk")


def _due(now: datetime) -> list[User]:
    """Return those whose mail is due and not written yet."""
    latest = (now + AHEAD).date()
    waiting = _waiting(latest - timedelta(days=latest.weekday()))
    zones = waiting.values_list("pk", "time_zone").distinct()
    keys = [key for key, zone in zones if _due_monday(User(time_zone=zone), now)]
    return list(User.objects.filter(pk__in=keys[:AT_ONCE]))


def _due_monday(user: User, now: datetime) -> date | None:
    """Return the Monday whose mail is due for a founder now; None outside of its hours."""
    # The wall clock decides, also after a night in which it was put forward.
    wall = local_time(user, now).replace(tzinfo=None)
    monday = (wall - timedelta(days=wall.weekday())).date()
    begins = datetime.combine(monday, HOUR)
    return monday if begins <= wall < begins + GRACE else None


def _order_for(user: User, now: datetime) -> bool:
    """Order the mail of a founder if it is due; return whether there was anything to say."""
    monday = _due_monday(user, now)
    if monday is None:
        return False
    with transaction.atomic():
        # Who changes the row sends the mail; the others find that it is changed.
        if not _waiting(monday).filter(pk=user.pk).update(weekly_mailed_on=monday):
            return False
        weeks = list(_weeks(user, local_time(user, now).date()))
        if not weeks:
            return False
        context = {"weeks": weeks, "days": LINK_DAYS}
        return order_mail(user, "weekly", context, notice=Notice.WEEKLY) is not None


def _weeks(user: User, today: date) -> Iterator[ProjectWeek]:
    projects = Project.objects.active().owned_by(user).exclude(interviewed_at=None)
    told = 0
    for project in projects.with_artifacts():
        week = this_week(project, user.get_tier(), today=today)
        if week.has_news and told < PROJECTS_MAX:
            told += 1
            yield _project_week(user, project, week)


def _project_week(user: User, project: Project, week: Week) -> ProjectWeek:
    url_of = partial(answer_url, user, project=project)
    return ProjectWeek(
        project,
        week,
        f"{settings.SITE_URL}{reverse('project_week', args=[project.pk])}",
        [
            (
                test,
                url_of(MailAction.PASSED, what=str(test.pk)),
                url_of(MailAction.FAILED, what=str(test.pk)),
            )
            for test in week.due
        ],
        [(person, url_of(MailAction.ASKED, what=person.key)) for person in week.next_people],
    )


def _answer_of(user: User, project_id: uuid.UUID, action: MailAction, what: str) -> Answer:
    projects: Any = Project.objects.active().owned_by(user).with_artifacts()
    project = projects.filter(pk=project_id).first()
    if project is None:
        raise AnswerLinkGone
    if action is not MailAction.ASKED:
        test = find_test(project, uuid.UUID(what), user.get_tier())
        return Answer(action, user, project, test=test)
    for person in people(project.get_facts(), project.ticked.people):
        if person.key == what:
            return Answer(action, user, project, person=person)
    raise AnswerLinkGone
