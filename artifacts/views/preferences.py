"""What founders choose for themselves, and the links by which mails are ended."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language as set_browser_language

from artifacts.accounts.notices import find_subscription
from artifacts.forms.preferences import PreferencesForm
from artifacts.models import User
from artifacts.services.accounts.preferences import choose_language, save_preferences, set_mails
from artifacts.views.loaders import FounderRequest, founder_form
from artifacts.web.typed_forms import form_context, form_status, submitted_data


@founder_form
def preferences(request: FounderRequest) -> HttpResponse:
    """Name, language, time zone and mails, as one form."""
    form = PreferencesForm(request.user, submitted_data(request))
    if request.method == "POST" and form.is_valid():
        save_preferences(request.user, **form.chosen())
        with translation.override(request.user.language or translation.get_language()):
            messages.success(request, gettext("Saved."))
        return redirect("account")
    return render(
        request,
        "account/preferences.html",
        form_context(request, form),
        status=form_status(request, form),
    )


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Change the language for this browser, and of somebody who is signed in for every device."""
    if isinstance(request.user, User):
        choose_language(request.user, request.POST.get("language", ""))
    return set_browser_language(request)


# Its address is the right to it, and mail programs post without a cookie or a token (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def mail_off(request: HttpRequest, token: str) -> HttpResponse:
    """End mails of one kind, or send them again, without signing in.

    A GET only asks: programs that check links open them, too.
    """
    found = find_subscription(token)
    if found is None:
        return render(request, "account/mail_off_gone.html", status=404)
    if request.method == "POST":
        set_mails(found.user, found.notice, wanted="again" in request.POST)
    language = found.user.language or translation.get_language() or settings.LANGUAGE_CODE
    with translation.override(language):
        return render(
            request,
            "account/mail_off.html",
            {
                "notice": found.notice,
                "is_wanted": found.notice.is_wanted_by(found.user),
                "is_done": request.method == "POST",
            },
        )
