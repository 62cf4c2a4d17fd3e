"""Mails of ours, besides those about signing in: each is a row that a worker sends."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from artifacts.models import Mail, User

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(minutes=1)
MAX_TRIES = 12
"""With waits that double from one minute on, the last try comes after nearly three days."""
AT_ONCE = 50
"""How many mails are read at once."""


def order_mail(user: User, name: str, context: Mapping[str, Any]) -> Mail | None:
    """Write `templates/mail/NAME.txt` to a user in their language and time zone, for a worker to
    send.

    The first paragraph of the template is the subject, the rest the text; `site` is where the
    site is, without a slash. Call it in the transaction of what the mail tells, so that both happen
    or neither. Returns None where the user has no address.
    """
    if not user.email:
        return None
    with ExitStack() as reader:
        reader.enter_context(translation.override(user.language or settings.LANGUAGE_CODE))
        reader.enter_context(timezone.override(ZoneInfo(user.time_zone or settings.TIME_ZONE)))
        subject, text = _render(name, {**context, "user": user})
    return _order(user, user.email, subject, text)


def order_staff_mail(name: str, context: Mapping[str, Any]) -> Mail:
    """Write the same to the operators of the installation (SUPPORT_EMAIL), in its language."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, text = _render(name, context)
    return _order(None, settings.SUPPORT_EMAIL, subject, text)


def send_waiting_mails(now: datetime) -> int:
    """Send what is due, and return how many mails those were.

    A mail that cannot be sent waits, each time twice as long, and is given up after MAX_TRIES.
    Where the server is away, those after it are left for the next time. One whose worker dies while
    it sends may be sent twice, but is never lost.
    """
    sent = 0
    for mail in Mail.objects.filter(due_at__lte=now).order_by("due_at", "pk")[:AT_ONCE]:
        if not _take(mail, now):
            continue
        error = _send(mail)
        if error is None:
            sent += 1
            continue
        _keep(mail, error)
        if not isinstance(error, SMTPResponseException | SMTPRecipientsRefused):
            break
    return sent


def _render(name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    whole = render_to_string(f"mail/{name}.txt", {**context, "site": settings.SITE_URL})
    subject, _, text = whole.strip().partition("\n\n")
    return " ".join(subject.split()), f"{text.strip()}\n"


def _order(user: User | None, address: str, subject: str, text: str) -> Mail:
    return Mail.objects.create(
        user=user, address=address, subject=subject[:250], text=text, due_at=timezone.now()
    )


def _take(mail: Mail, now: datetime) -> bool:
    """Put off the next try, and return whether it is ours: another worker may have been faster."""
    wait = FIRST_WAIT * 2**mail.tries
    mine = Mail.objects.filter(pk=mail.pk, due_at=mail.due_at)
    mail.tries += 1
    return bool(mine.update(due_at=now + wait, tries=mail.tries))


def _send(mail: Mail) -> Exception | None:
    """Send it; return the error where it could not be sent."""
    try:
        EmailMessage(mail.subject, mail.text, to=[mail.address]).send()
    except (SMTPException, OSError) as error:
        return error
    Mail.objects.filter(pk=mail.pk).delete()
    return None


def _keep(mail: Mail, error: Exception) -> None:
    """Keep a mail that could not be sent, unless that was its last try."""
    if mail.tries < MAX_TRIES:
        logger.warning("Could not send mail %s, try %s: %r", mail.pk, mail.tries, error)
        return
    logger.error("Gave up sending mail %s: %r", mail.pk, error)
    Mail.objects.filter(pk=mail.pk).delete()
