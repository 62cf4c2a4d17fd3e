"""A founder's own page: the plan and what it opens, today's documents, email, password and
language.
"""

from __future__ import annotations

from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from artifacts.accounts.notices import Notice
from artifacts.exceptions import AccountRefused
from artifacts.exporters import content_disposition
from artifacts.models import User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.accounts.branding import may_brand
from artifacts.services.accounts.closing import close_account, holdings, reopen_account
from artifacts.services.accounts.founder_data import write_archive
from artifacts.usage.limits import making_file
from artifacts.usage.quota import day_use
from artifacts.usage.totals import spent, start_of_day
from artifacts.views.loaders import FounderRequest, founder_form, founder_required
from artifacts.views.public import plans

MEMORY_BYTES = 5_000_000


@founder_required
@require_safe
def account(request: FounderRequest) -> HttpResponse:
    tier = request.user.get_tier()
    now = timezone.now()
    addresses = EmailAddress.objects.filter(user=request.user)
    return render(
        request,
        "account/account.html",
        {
            "tier": tier,
            "now": now,
            "time_zone": timezone.get_current_timezone_name(),
            "notices": [notice for notice in Notice if notice.is_wanted_by(request.user)],
            "documents": [(t, t.content_class.access(tier).readable) for t in GENERATION_ORDER],
            "may_brand": may_brand(request.user),
            "plans": list(plans(above=tier)),
            "use": day_use(request.user, now=now),
            "spending": spent(founder_id=request.user.pk, since=start_of_day(now)),
            "budget": settings.FOUNDER_DAY_BUDGET_USD,
            "is_confirmed": any(
                a.verified for a in addresses if a.email == request.user.email.lower()
            ),
        },
    )


@founder_required
@require_safe
def account_data(request: FounderRequest) -> HttpResponse:
    """Everything we have of the founder, as one file."""
    with making_file(f"user-{request.user.pk}"):
        file = _archive(request.user)
    name = f"cofounder-{timezone.localdate():%Y-%m-%d}.zip"
    response = FileResponse(file, content_type="application/zip")
    response["Content-Disposition"] = content_disposition(name)
    response["Cache-Control"] = "private, no-store"
    return cast("HttpResponse", response)  # it streams a file, which nothing here reads


def _archive(user: User) -> IO[bytes]:
    """Return the copy in a file that its response closes; a large one lies on the disk."""
    with ExitStack() as stack:
        file: IO[bytes] = stack.enter_context(SpooledTemporaryFile(MEMORY_BYTES))
        write_archive(user, file)
        file.seek(0)
        stack.pop_all()
    return file


@founder_required
@reauthentication_required  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def account_delete(request: FounderRequest) -> HttpResponse:
    """Name what goes, ask, after the password, and then close the account, or erase it at once."""
    failure = ""
    now = timezone.now()
    if request.method == "POST":
        if request.POST.get("confirm") == "on":
            try:
                can_return = close_account(request.user, now=now)
            except AccountRefused as error:
                failure = str(error)
            else:
                return _closed(request, can_return=can_return)
        else:
            failure = gettext("Please tick the box if you want that. Nothing was deleted.")
    context = {
        "holdings": holdings(request.user, now=now),
        "days": settings.RETENTION_DAYS["closed_accounts"],
        "failure": failure,
    }
    return render(request, "account/delete.html", context, status=422 if failure else 200)


def _closed(request: FounderRequest, *, can_return: bool) -> HttpResponse:
    if can_return:
        return redirect("account_closed")
    logout(request)
    messages.success(request, gettext("Your account and everything in it is deleted."))
    return redirect("home")


@founder_form
def account_closed(request: FounderRequest) -> HttpResponse:
    """What the founder of a closed account sees; a POST brings the account back."""
    if request.method == "POST" and reopen_account(request.user):
        messages.success(request, gettext("Your account is back, and everything is as it was."))
    if request.user.erase_at is None:
        return redirect("project_list")
    return render(request, "account/closed.html")


class EmailChangeView(EmailView):  # type: ignore[misc]
    """Change the address of an account, send the confirmation again, or give the change up."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the address that waits to be confirmed; allauth reads much more, which the page does
        not show.
        """
        waiting = EmailAddress.objects.get_new(self.request.user)
        return {**super(EmailView, self).get_context_data(**kwargs), "new_emailaddress": waiting}

    def _action_primary(self, request: HttpRequest) -> None:
        """Refuse: an address becomes the account's by being confirmed, and in no other way."""


email_change = EmailChangeView.as_view()
