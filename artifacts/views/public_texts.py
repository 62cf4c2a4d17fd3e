"""Help, privacy and terms: texts that say what this installation does, and that an operator may
replace; and what search engines are told.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import select_template
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from artifacts.accounts.started_idea import KEPT_SECONDS
from artifacts.runners.llm.settings import PROVIDERS, load_settings
from artifacts.tiers import Tier
from artifacts.views.shared import ACCEPTED_SECONDS

TEXTS = {
    "help": (_("Help"), _("How an idea becomes documents here, and what you can do with them.")),
    "privacy": (_("Privacy"), _("What is stored here, who reads it, and for how long.")),
    "terms": (_("Terms"), _("What you can expect here, and what is expected of you.")),
}
INDEXED = ("home", "pricing", "help", "privacy", "terms")
"""The pages that search engines may show."""
CLOSED = (
    "/account",
    "/admin/",
    "/language/",
    "/plans/",
    "/answers/",
    "/projects/",
    "/search/",
    "/start/",
)
PREVIEWERS = (
    "facebookexternalhit",
    "LinkedInBot",
    "Slackbot-LinkExpanding",
    "Twitterbot",
    "WhatsApp",
)
"""Programs that show a link's title where somebody has posted it: they may look at share links,
which no search engine may.
"""
PROVIDER_NAMES = {
    "openai": "OpenAI",
    "openai-chat": "OpenAI",
    "openrouter": "OpenRouter",
    "deepseek": "DeepSeek",
    "bedrock": "Amazon Bedrock",
    "azure": "Microsoft Azure",
}
DAY_SECONDS, HOUR_SECONDS = 86_400, 3_600


@require_safe
def text_page(request: HttpRequest, name: str) -> HttpResponse:
    """One of the texts, in the operator's words where there are some. No query for a visitor."""
    if name not in TEXTS:
        raise Http404
    title, summary = TEXTS[name]
    language = get_language() or settings.LANGUAGE_CODE
    codes = (language, language.partition("-")[0])
    text = select_template(
        [*(f"public/texts/{name}.{code}.html" for code in codes), f"public/texts/{name}.html"]
    )
    context = {"title": title, "summary": summary, "text": text.template, **_facts()}
    return render(request, "public/text.html", context)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [*(f"User-agent: {name}" for name in PREVIEWERS), *_disallowed(CLOSED), ""]
    lines += ["User-agent: *", *_disallowed([*CLOSED, "/s/"]), ""]
    lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    pages = [request.build_absolute_uri(reverse(name)) for name in INDEXED]
    return render(request, "public/sitemap.xml", {"pages": pages}, content_type="application/xml")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a browser needs to put the site on a home screen."""
    return render(
        request, "public/manifest.json", content_type="application/manifest+json; charset=utf-8"
    )


def _disallowed(paths: Iterable[str]) -> list[str]:
    return [f"Disallow: {path}" for path in paths]


def _facts() -> dict[str, Any]:
    """What is true of this installation, for the texts."""
    return {
        "support_email": settings.SUPPORT_EMAIL,
        "providers": _providers(),
        "reports_errors": bool(settings.SENTRY_DSN),
        "keep": settings.RETENTION_DAYS,
        "idea_days": KEPT_SECONDS // DAY_SECONDS,
        "session_days": settings.SESSION_COOKIE_AGE // DAY_SECONDS,
        "password_hours": ACCEPTED_SECONDS // HOUR_SECONDS,
        "limits": [
            (tier, settings.DAILY_DOCUMENTS[tier.value], settings.PROJECTS[tier.value])
            for tier in Tier
        ],
    }


def _providers() -> list[str]:
    """Return whom texts are sent to for writing; nobody while the offline writer writes."""
    if settings.RUNNER != "llm":
        return []
    try:
        llm = load_settings(settings.LLM)
    except ValueError:
        return []
    models = [llm.model, *llm.fallback_models, *llm.models.values()]
    return list(dict.fromkeys(_provider_name(model) for model in models if model))


def _provider_name(model: str) -> str:
    key = model.partition(":")[0]
    name = PROVIDER_NAMES.get(key, key.capitalize())
    provider = PROVIDERS.get(key)
    if provider and provider.address and os.environ.get(provider.address):
        return _("%(name)s, or a server that speaks its protocol") % {"name": name}
    return name
