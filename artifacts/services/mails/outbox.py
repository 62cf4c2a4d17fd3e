"""Mails of ours, besides those about signing in: each is a row that a worker sends."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation

from artifacts.accounts.notices import Notice, unsubscribe_url
from artifacts.models import Mail, User
from artifacts.services.accounts.preferences import reader_zone

logger = logging.getLogger(__name__)

FIRST_WAIT = timedelta(minutes=1)
MAX_TRIES = 12
"""With waits that double from one minute on, the last try comes after nearly three days."""
_EMPTY_LINES, _ONE_EMPTY = re.compile(r"\n(\s*\n){2,}"), "\n\n"
AT_ONCE = 50
"""How many mails are read at once."""


def order_mail(
    user: User, name: str, context: Mapping[str, Any], *, notice: Notice | None = None
) -> Mail | None:
    """Write `templates/mail/NAME.txt` to a user in their language and time zone, for a worker to
    send.

    The first paragraph of the template is the subject, the rest the text; `site` is where the
    site is, without a slash. A mail of a kind that founders choose names its `notice`: it ends
    with how to stop these mails, and carries that for mail programs too (RFC 8058). Call it in the
    transaction of what the mail tells, so that both happen or neither. Returns None if the user
    has no address, or does not want mails of this kind.
    """
    if not user.email or (notice and not notice.is_wanted_by(user)):
        return None
    stop = unsubscribe_url(user, notice) if notice else ""
    with ExitStack() as reader:
        reader.enter_context(translation.override(user.language or settings.LANGUAGE_CODE))
        reader.enter_context(timezone.override(reader_zone(user)))
        subject, text = _render(name, {**context, "user": user})
        if notice:
            text += render_to_string("mail/_stop.txt", {"notice": notice, "url": stop})
    return _order(user, user.email, subject, text, unsubscribe_url=stop)


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
    # What a template leaves out leaves its empty lines behind.
    return " ".join(subject.split()), f"{_EMPTY_LINES.sub(_ONE_EMPTY, text.strip())}\n"


def _order(user: User | None, address: str, subject: str, text: str, **more: str) -> Mail:
    return Mail.objects.create(
        user=user, address=address, subject=subject[:250], text=text, due_at=timezone.now(), **more
    )


def _take(mail: Mail, now: datetime) -> bool:
    """Put off the next try, and return whether it is ours: another worker may have been faster."""
    wait = FIRST_WAIT * 2**mail.tries
    mine = Mail.objects.filter(pk=mail.pk, due_at=mail.due_at)
    mail.tries += 1
    return bool(mine.update(due_at=now + wait, tries=mail.tries))


def _send(mail: Mail) -> Exception | None:
    """Send it; return the error where it could not be sent."""
    headers = {}
    if mail.unsubscribe_url:
        headers = {
            "List-Unsubscribe": f"<{mail.unsubscribe_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    try:
        EmailMessage(mail.subject, mail.text, to=[mail.address], headers=headers).send()
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
