"""Mails are rows until they are sent, so that none is lost and none holds up a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from artifacts import tasks
from artifacts.models import Mail, User
from artifacts.services.accounts.founder_data import erase_account
from artifacts.services.mails import outbox
from artifacts.tests.support.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def note(settings: Any, tmp_path: Any) -> None:
    """A template of its own: what ours say is tested where they are ordered."""
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "note.txt").write_text(
        "{% load i18n l10n artifacts_ui %}{% translate 'Language' %}: {{ topic }}\n\n"
        "{{ when|moment_with_zone }} {{ site }}/{{ user.pk }}\n"
    )
    templates = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    settings.TEMPLATES = templates
    settings.SITE_URL = "https://cofounder.example"


WHEN = datetime.fromisoformat("2026-11-29T22:30:00+00:00")


def order(user: User) -> Mail:
    mail = outbox.order_mail(user, "note", {"topic": "two\nlines", "when": WHEN})
    assert mail is not None
    return mail


def failing(error: Exception) -> Callable[..., int]:
    def send(self: EmailMessage, **_: Any) -> int:
        raise error

    return send


def test_a_mail_is_written_in_the_language_and_time_zone_of_its_reader(
    mailoutbox: list[EmailMessage],
) -> None:
    order(make_user(email="a@example.org", language="de", time_zone="Asia/Tokyo"))
    assert outbox.send_waiting_mails(timezone.now()) == 1
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["a@example.org"], "Sprache: two lines")
    assert mail.body.startswith("30. November 2026, 07:30")
    assert "https://cofounder.example/" in mail.body
    assert not Mail.objects.exists()


def test_nobody_without_an_address_is_written_to() -> None:
    assert outbox.order_mail(make_user(username="nobody", email=""), "note", {}) is None
    assert not Mail.objects.exists()


def test_operators_are_written_to_under_their_address(
    mailoutbox: list[EmailMessage], settings: Any
) -> None:
    settings.SUPPORT_EMAIL = "help@cofounder.example"
    outbox.order_staff_mail("note", {"topic": "t", "when": WHEN})
    outbox.send_waiting_mails(timezone.now())
    assert mailoutbox[0].to == ["help@cofounder.example"]


def test_a_server_that_is_away_delays_a_mail_longer_each_time(
    monkeypatch: pytest.MonkeyPatch, mailoutbox: list[EmailMessage]
) -> None:
    order(make_user())
    now = timezone.now()
    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", failing(SMTPServerDisconnected("gone")))
        assert outbox.send_waiting_mails(now) == 0
        assert Mail.objects.get().due_at == now + timedelta(minutes=1)
        assert outbox.send_waiting_mails(now) == 0
        assert Mail.objects.get().tries == 1  # not due yet
        outbox.send_waiting_mails(now + timedelta(minutes=1))
        assert Mail.objects.get().due_at == now + timedelta(minutes=3)
    assert outbox.send_waiting_mails(now + timedelta(minutes=3)) == 1
    assert len(mailoutbox) == 1


def test_a_mail_that_can_never_be_sent_is_given_up_and_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    order(make_user())
    monkeypatch.setattr(EmailMessage, "send", failing(OSError("no route")))
    now = timezone.now()
    for _ in range(outbox.MAX_TRIES):
        outbox.send_waiting_mails(now)
        now += timedelta(days=30)
    assert not Mail.objects.exists()
    assert "Gave up sending mail" in caplog.text


def test_an_address_that_is_refused_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, mailoutbox: list[EmailMessage]
) -> None:
    order(make_user(email="refused@example.org"))
    order(make_user(email="fine@example.org"))
    send = EmailMessage.send

    def refuse_one(self: EmailMessage, **kwargs: Any) -> int:
        if self.to == ["refused@example.org"]:
            raise SMTPRecipientsRefused({"refused@example.org": (550, b"unknown")})
        return int(send(self, **kwargs))

    monkeypatch.setattr(EmailMessage, "send", refuse_one)
    assert outbox.send_waiting_mails(timezone.now()) == 1
    assert [mail.to for mail in mailoutbox] == [["fine@example.org"]]


def test_two_workers_send_a_mail_once(
    monkeypatch: pytest.MonkeyPatch, mailoutbox: list[EmailMessage]
) -> None:
    """The other worker takes the mail between our reading it and taking it."""
    order(make_user())
    take, now = outbox._take, timezone.now()

    def take_second(mail: Mail, at: datetime) -> bool:
        monkeypatch.setattr(outbox, "_take", take)
        assert outbox.send_waiting_mails(now) == 1
        return take(mail, at)

    monkeypatch.setattr(outbox, "_take", take_second)
    assert outbox.send_waiting_mails(now) == 0
    assert len(mailoutbox) == 1


def test_mails_that_wait_go_with_their_account() -> None:
    user = make_user()
    order(user)
    erase_account(user)
    assert not Mail.objects.exists()


def test_a_fault_while_sending_does_not_end_the_worker(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    order(make_user())
    monkeypatch.setattr(EmailMessage, "send", failing(RuntimeError("fault")))
    tasks.send_mails()
    assert "Could not send mails" in caplog.text
