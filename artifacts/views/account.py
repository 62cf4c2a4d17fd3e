"""A founder's own page: the plan and what it opens, today's documents, email, password and
language.
"""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.views import EmailView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from artifacts.schemas import GENERATION_ORDER
from artifacts.services.branding import may_brand
from artifacts.usage.quota import day_use
from artifacts.usage.totals import spent, start_of_day
from artifacts.views.loaders import FounderRequest, founder_required
from artifacts.views.public import plans


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
