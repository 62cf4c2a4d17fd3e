"""Probes for machines: liveness, readiness and metrics.

Settings say who may ask.
"""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from artifacts.generation.clock import shared_now
from artifacts.monitoring.guard import refusal
from artifacts.monitoring.metrics import CONTENT_TYPE_LATEST, exposition
from artifacts.tasks import waiting_messages
from artifacts.usage.health import CHECKS, OK, Present, readiness

PATHS = {"/healthz": "HEALTHZ", "/readyz": "READYZ", "/metrics": "METRICS"}
"""The address of each, and the setting that says who may ask."""


def answer(request: HttpRequest) -> HttpResponse | None:
    """Return the answer of a probe, or None for any other address.

    No session, no host name and no redirect to HTTPS come into it: probes ask for the process by
    its address.
    """
    setting = PATHS.get(request.path_info)
    if setting is None:
        return None
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    response = _refusal(request, getattr(settings, setting)) or {
        "HEALTHZ": _healthz,
        "READYZ": _readyz,
        "METRICS": _metrics,
    }[setting](request)
    response["Cache-Control"] = "no-store"
    # Django logs each answer of 500 and more as an error; what is not ready says so often, and says
    # why itself.
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
    return response


def _refusal(request: HttpRequest, guard: str) -> HttpResponse | None:
    status = refusal(guard, request.headers.get("Authorization", ""))
    if status is None:
        return None
    response = HttpResponse(f"{status.phrase}\n", status=status, content_type="text/plain")
    if status is HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = "Bearer"
    return response


def _healthz(_: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


def _readyz(request: HttpRequest) -> HttpResponse:
    excluded = [name for name in request.GET.getlist("exclude") if name in CHECKS]
    checks = readiness(queue_length=waiting_messages, exclude=excluded)
    is_ready = all(found == OK for found in checks.values())
    return JsonResponse({"ready": is_ready, "checks": checks}, status=200 if is_ready else 503)


def _metrics(_: HttpRequest) -> HttpResponse:
    text = exposition(Present(waiting_messages, now=shared_now()))
    return HttpResponse(text, content_type=CONTENT_TYPE_LATEST)
