"""An account that its founder deletes can be brought back for some days, and is gone after them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts import tasks
from artifacts.accounts.roles import Role
from artifacts.accounts.staff_actions import keep_account
from artifacts.exceptions import AccountRefused, ShareLinkNotFound
from artifacts.models import Artifact, Mail, Project, User
from artifacts.services.accounts.closing import close_account, erase_closed, reopen_account
from artifacts.services.sharing.links import link_token, open_link
from artifacts.tests.support.factories import (
    PASSWORD,
    ShareLinkFactory,
    claim_all,
    make_project,
    make_staff,
    make_user,
)

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(name, args=args), follow=True).content.decode()


@pytest.fixture
def closed(founder: User) -> User:
    make_project(founder, name="Kept name", written=True)
    close_account(founder, now=timezone.now())
    return founder


def test_what_goes_is_named_before_anything_does(founder: User) -> None:
    founder.set_password(PASSWORD)
    founder.save()
    project = make_project(founder, name="Bread & Co", written=True)
    ShareLinkFactory.create(project=project, label="For the bank")
    ended = ShareLinkFactory.create(project=project, label="Long over")
    type(ended).objects.filter(pk=ended.pk).update(expires_at=timezone.now())
    client = signed_in(founder)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    html = text(client, "account_delete")
    assert "1 project goes" in html
    assert "Bread &amp; Co" in html
    assert "1 share link stops at once" in html
    assert "For the bank" in html
    assert "Long over" not in html
    refused = client.post(reverse("account_delete"))
    assert refused.status_code == 422
    assert not User.objects.exclude(erase_at=None).exists()
    response = client.post(reverse("account_delete"), {"confirm": "on"})
    assert response["Location"] == reverse("account_closed")
    assert User.objects.exclude(erase_at=None).get() == founder
    assert Project.objects.filter(owner=founder).exists()


def test_its_founder_signs_in_and_sees_only_how_to_bring_it_back(closed: User) -> None:
    client = signed_in(closed)
    project = Project.objects.get()
    for name, args in (
        ("project_list", ()),
        ("project_detail", (project.pk,)),
        ("account", ()),
        ("account_preferences", ()),
        ("project_download", (project.pk,)),
        ("account_delete", ()),
        ("mfa_index", ()),
    ):
        assert client.get(reverse(name, args=args))["Location"] == reverse("account_closed")
    answer = client.post(reverse("project_rename", args=[project.pk]), {"name": "Other"})
    assert answer["Location"] == reverse("account_closed")
    assert "Undo: keep my account" in text(client, "home")
    assert b"".join(client.get(reverse("account_data"))).startswith(b"PK")


def test_a_part_of_a_page_leads_there_too(closed: User) -> None:
    client = signed_in(closed)
    answer = client.get(reverse("project_list"), headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == reverse("account_closed")


def test_undoing_it_brings_everything_back(closed: User) -> None:
    client = signed_in(closed)
    response = client.post(reverse("account_closed"), follow=True)
    assert "Your account is back, and everything is as it was." in response.content.decode()
    assert "Kept name" in text(client, "project_list")
    assert erase_closed(timezone.now() + timedelta(days=99)) == 0
    assert not reopen_account(closed)


def test_a_page_that_brings_back_what_is_not_closed_leads_on(founder: User) -> None:
    client = signed_in(founder)
    assert client.get(reverse("account_closed"))["Location"] == reverse("project_list")


def test_share_links_stop_at_once_and_open_again(founder: User) -> None:
    project = make_project(founder, written=True)
    token = link_token(ShareLinkFactory.create(project=project))
    now = timezone.now()
    close_account(founder, now=now)
    with pytest.raises(ShareLinkNotFound):
        open_link(str(token), now=now)
    assert Client().get(reverse("shared", args=[token])).status_code == 404
    reopen_account(founder)
    assert open_link(str(token), now=now).project == project


def test_what_is_being_written_is_cancelled(founder: User) -> None:
    claim_all(make_project(founder))
    close_account(founder, now=timezone.now())
    assert not Artifact.objects.generating().exists()


def test_the_founder_is_told_how_to_bring_it_back_and_until_when(founder: User) -> None:
    User.objects.filter(pk=founder.pk).update(time_zone="Asia/Tokyo")
    founder.refresh_from_db()
    now = timezone.now().replace(month=1, day=1, hour=20, minute=0)
    close_account(founder, now=now)
    close_account(founder, now=now + timedelta(days=1))  # sent twice
    mail = Mail.objects.get()
    assert "It is kept until 16 January" in mail.text
    assert "05:00 JST" in mail.text
    assert reverse("account_closed") in mail.text
    assert mail.unsubscribe_url == ""
    founder.refresh_from_db()
    assert founder.erase_at == now + timedelta(days=14)


def test_a_worker_erases_it_when_its_days_are_over(closed: User, stranger: User) -> None:
    tasks.purge()
    assert User.objects.filter(pk=closed.pk).exists()
    User.objects.filter(pk=closed.pk).update(erase_at=timezone.now())
    tasks.purge()
    assert list(User.objects.all()) == [stranger]
    assert not Project.objects.exists()


def test_an_account_of_staff_is_refused_and_one_that_became_staff_is_kept(founder: User) -> None:
    staff = make_staff()
    with pytest.raises(AccountRefused):
        close_account(staff, now=timezone.now())
    close_account(founder, now=timezone.now())
    User.objects.filter(pk=founder.pk).update(is_staff=True)
    other = make_user()
    close_account(other, now=timezone.now())
    assert erase_closed(timezone.now() + timedelta(days=15)) == 1
    assert User.objects.filter(pk=founder.pk).exists()


class TestStaff:
    def test_they_find_it_and_undo_it_with_a_reason(self, closed: User) -> None:
        owner = make_staff(Role.OWNER)
        owner.set_password(PASSWORD)
        owner.save()
        client = signed_in(owner)
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        make_user(email="another@example.com")
        found = client.get(reverse("admin:artifacts_user_changelist"), {"closed": "yes"})
        html = found.content.decode()
        assert "deleted, goes for good on" in html
        assert "another@example.com" not in html
        address = reverse("admin:artifacts_user_action", args=[closed.pk, "keep"])
        assert address in text(client, "admin:artifacts_user_change", closed.pk)
        client.post(address, {"reason": "They wrote to us"})
        closed.refresh_from_db()
        assert closed.erase_at is None
        assert "They wrote to us" in LogEntry.objects.latest("pk").get_change_message()
        assert address not in text(client, "admin:artifacts_user_change", closed.pk)

    def test_who_may_do_less_than_the_account_undoes_nothing(self, closed: User) -> None:
        with pytest.raises(AccountRefused):
            keep_account(closed, by=closed, reason="Mine")
