"""The mail of Monday: who gets it, when, once; and what its links do."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client
from django.urls import reverse

from artifacts.documents.testing import Result
from artifacts.models import AssumptionTest, Mail, Project, User
from artifacts.services.mails import weekly
from artifacts.services.mails.week import Ticked, this_week, tick
from artifacts.services.mails.weekly import MailAction, answer_url, order_weekly_mails
from artifacts.services.projects.lifecycle import answer_question, delete_project
from artifacts.tests.support.factories import (
    AssumptionTestFactory,
    ProjectFactory,
    make_assuming_project,
    make_user,
)

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 5, 4, 8, tzinfo=UTC)
PEOPLE = "First we ask Ada Lovelace and the choir."


@pytest.fixture
def reader() -> User:
    return make_user(mail_weekly=True, time_zone="UTC")


@pytest.fixture
def project(reader: User) -> Project:
    return make_assuming_project(reader, evidence=PEOPLE)


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def person_of(project: Project) -> Any:
    week = this_week(fresh(project), project.owner.get_tier(), today=date(2026, 5, 4))
    return week.people[0]


class TestWhen:
    @pytest.mark.parametrize(
        ("zone", "utc"),
        [
            ("UTC", datetime(2026, 5, 4, 8, tzinfo=UTC)),
            ("Europe/Berlin", datetime(2026, 5, 4, 6, tzinfo=UTC)),
            ("Pacific/Kiritimati", datetime(2026, 5, 3, 18, tzinfo=UTC)),
            ("Pacific/Pago_Pago", datetime(2026, 5, 4, 19, tzinfo=UTC)),
            # A Monday after the clocks were put forward on Sunday.
            ("Europe/Berlin", datetime(2026, 3, 30, 6, tzinfo=UTC)),
        ],
    )
    def test_at_eight_where_the_founder_is(
        self, project: Project, reader: User, zone: str, utc: datetime
    ) -> None:
        User.objects.filter(pk=reader.pk).update(time_zone=zone)
        assert order_weekly_mails(utc - timedelta(seconds=1)) == 0
        assert order_weekly_mails(utc) == 1

    @pytest.mark.parametrize("late", [timedelta(hours=23), timedelta(days=1), timedelta(days=3)])
    def test_a_day_late_where_no_worker_ran_and_then_no_more(
        self, project: Project, late: timedelta
    ) -> None:
        assert order_weekly_mails(MONDAY + late) == int(late < timedelta(days=1))

    def test_once_a_week(self, project: Project) -> None:
        told = [order_weekly_mails(MONDAY + timedelta(hours=hours)) for hours in (0, 1, 2)]
        assert told == [1, 0, 0]
        assert order_weekly_mails(MONDAY + timedelta(days=7)) == 1
        assert Mail.objects.count() == 2

    def test_once_with_two_workers(
        self, project: Project, reader: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The other worker orders the mail after this one has seen that it is due."""
        find = weekly._due

        def slowly(now: datetime) -> list[User]:
            found = find(now)
            monkeypatch.setattr(weekly, "_due", find)
            assert order_weekly_mails(now) == 1
            return found

        monkeypatch.setattr(weekly, "_due", slowly)
        assert order_weekly_mails(MONDAY) == 0
        assert Mail.objects.count() == 1

    def test_a_broken_time_zone_keeps_nobody_else_waiting(self, project: Project) -> None:
        make_user(mail_weekly=True, time_zone="Nowhere/Land")
        assert order_weekly_mails(MONDAY) == 1


class TestWho:
    def test_only_who_wants_it(self, project: Project, reader: User) -> None:
        User.objects.filter(pk=reader.pk).update(mail_weekly=False)
        assert order_weekly_mails(MONDAY) == 0

    def test_nobody_who_is_suspended(self, project: Project, reader: User) -> None:
        User.objects.filter(pk=reader.pk).update(is_active=False)
        assert order_weekly_mails(MONDAY) == 0

    def test_nobody_whose_account_is_closed(self, project: Project, reader: User) -> None:
        User.objects.filter(pk=reader.pk).update(erase_at=MONDAY + timedelta(days=9))
        assert order_weekly_mails(MONDAY) == 0

    def test_nobody_with_nothing_to_say(self, project: Project, reader: User) -> None:
        delete_project(project)
        ProjectFactory.create(owner=reader, draft=True)
        assert order_weekly_mails(MONDAY) == 0
        assert not Mail.objects.exists()

    def test_a_mail_that_breaks_keeps_no_other_waiting(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        broken = make_user(mail_weekly=True)
        weeks = weekly._weeks

        def breaking(user: User, today: date) -> Any:
            if user.pk == broken.pk:
                raise ValueError
            return weeks(user, today)

        monkeypatch.setattr(weekly, "_weeks", breaking)
        assert order_weekly_mails(MONDAY) == 1


class TestWhat:
    def test_it_names_the_milestone_due_tests_and_people(
        self, project: Project, reader: User
    ) -> None:
        AssumptionTestFactory.create(project=project, due=date(2026, 5, 6))
        order_weekly_mails(MONDAY)
        mail = Mail.objects.get(user=reader)
        assert mail.subject == f"This week: {project.name}"
        for told in ("M-1", "Owners keep counting", "Ada Lovelace"):
            assert told in mail.text
        assert len(re.findall(r"http\S+/(?:answers|mails/off)/", mail.text)) == 4
        assert mail.unsubscribe_url in mail.text

    def test_it_is_in_the_language_of_its_reader(self, project: Project, reader: User) -> None:
        User.objects.filter(pk=reader.pk).update(language="de")
        order_weekly_mails(MONDAY)
        assert Mail.objects.get().subject.startswith("Diese Woche: ")

    def test_a_test_of_next_month_is_not_in_it(self, project: Project) -> None:
        AssumptionTestFactory.create(project=project, due=date(2026, 6, 6))
        order_weekly_mails(MONDAY)
        assert "Owners keep counting" not in Mail.objects.get().text


class TestLinks:
    def link(self, project: Project, action: MailAction, what: str = "") -> str:
        url = answer_url(project.owner, action, project, what)
        return url.partition("/answers/")[1] + url.partition("/answers/")[2]

    def test_opening_one_changes_nothing(self, project: Project) -> None:
        url = self.link(project, MailAction.ASKED, person_of(project).key)
        for method in (Client().get, Client().head):
            assert method(url).status_code == 200
        assert person_of(project).asked_on is None

    def test_it_says_for_whom_one_answers_and_what(self, project: Project, reader: User) -> None:
        page = Client().get(self.link(project, MailAction.ASKED, person_of(project).key))
        shown = page.content.decode()
        for told in (reader.email, project.name, person_of(project).name):
            assert told in shown
        assert page["Referrer-Policy"] == "no-referrer"
        assert "no-store" in page["Cache-Control"]

    def test_pressing_the_button_notes_that_somebody_was_asked(self, project: Project) -> None:
        strict = Client(enforce_csrf_checks=True)
        assert (
            strict.post(self.link(project, MailAction.ASKED, person_of(project).key)).status_code
            == 200
        )
        assert person_of(project).asked_on is not None

    @pytest.mark.parametrize("action", [MailAction.PASSED, MailAction.FAILED])
    def test_a_test_gets_its_result(self, project: Project, action: MailAction) -> None:
        test = AssumptionTestFactory.create(project=project)
        Client().post(self.link(project, action, str(test.pk)))
        test.refresh_from_db()
        assert test.state == action.value
        assert test.ended_on is not None

    def test_a_result_that_is_there_stays(self, project: Project) -> None:
        test = AssumptionTestFactory.create(project=project, result=Result.PASSED)
        shown = Client().post(self.link(project, MailAction.FAILED, str(test.pk)))
        assert shown.status_code == 200
        test.refresh_from_db()
        assert test.state == Result.PASSED

    def test_the_mail_can_be_stopped(self, project: Project, reader: User) -> None:
        order_weekly_mails(MONDAY)
        ends = Mail.objects.get().unsubscribe_url.removeprefix(settings.SITE_URL)
        Client().post(ends)
        reader.refresh_from_db()
        assert not reader.mail_weekly

    def test_it_does_only_the_one_thing(self, project: Project) -> None:
        client = Client()
        client.post(self.link(project, MailAction.ASKED, person_of(project).key))
        page = client.get(reverse("project_detail", args=[project.pk]))
        assert page["Location"].startswith(reverse("account_login"))

    def test_it_expires(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        url = self.link(project, MailAction.ASKED, person_of(project).key)
        monkeypatch.setattr(weekly, "LINK_DAYS", -1)
        assert Client().post(url).status_code == 404
        assert person_of(project).asked_on is None

    def test_it_ends_with_the_account_and_the_project(self, project: Project, reader: User) -> None:
        url = self.link(project, MailAction.ASKED, person_of(project).key)
        User.objects.filter(pk=reader.pk).update(is_active=False)
        assert Client().get(url).status_code == 404
        User.objects.filter(pk=reader.pk).update(is_active=True)
        delete_project(project)
        assert Client().get(url).status_code == 404

    def test_it_answers_nothing_that_is_gone(self, project: Project) -> None:
        person = self.link(project, MailAction.ASKED, person_of(project).key)
        test = AssumptionTestFactory.create(project=project)
        result = self.link(project, MailAction.PASSED, str(test.pk))
        answer_question(fresh(project), key="evidence", text="Nobody yet")
        AssumptionTest.objects.all().delete()
        for url in (person, result):
            assert Client().post(url).status_code == 404

    def test_a_forged_or_foreign_one_answers_nothing(self, project: Project) -> None:
        stranger = make_user()
        forged = signing.dumps([project.owner_id, str(project.pk), "asked", "x"], salt="other")
        theirs = answer_url(stranger, MailAction.ASKED, project, person_of(project).key)
        odd = [
            signing.dumps(told, salt=weekly.SALT)
            for told in (["x"], [project.owner_id, "no key", "asked", ""], 5)
        ]
        for token in (forged, *odd, "nothing"):
            assert Client().post(reverse("weekly_answer", args=[token])).status_code == 404
        assert Client().post(theirs.partition("8000")[2] or theirs).status_code == 404


def test_what_is_not_there_cannot_be_ticked(project: Project) -> None:
    for what, key in ((Ticked.PERSON, "nobody"), (Ticked.MILESTONE, "M-99")):
        with pytest.raises(Exception, match="no longer"):
            tick(project, what=what, key=key, done=True, today=date(2026, 5, 4))


def test_a_tick_can_be_taken_back_and_keeps_its_first_day(project: Project) -> None:
    first = date(2026, 5, 4)
    key = person_of(project).key
    for day in (first, first + timedelta(days=1)):
        tick(project, what=Ticked.PERSON, key=key, done=True, today=day)
    assert person_of(project).asked_on == first
    tick(project, what=Ticked.PERSON, key=key, done=False, today=first)
    assert person_of(project).asked_on is None
