"""Reports of errors to a service that speaks Sentry's protocol, where SENTRY_DSN names one.

A report holds the type of the error, where it happened, and the ids of the log. It holds no values
of variables, no bodies, cookies or headers, and no message that may quote what a founder wrote: the
same rule as for the log.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings

from artifacts.monitoring.context import current_ids
from artifacts.monitoring.masking import mask, message_of
from cofounder import __version__


def report_errors(*, transport: Any = None) -> bool:
    """Begin to report what is logged as an error, and return whether a service is named for that.

    `transport` takes the place of the network, for tests.
    """
    if not settings.SENTRY_DSN:
        return False
    import sentry_sdk
    from sentry_sdk.integrations.logging import LoggingIntegration

    sentry_sdk.init(
        dsn=settings.SENTRY_DSN,
        release=__version__,
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        default_integrations=False,
        auto_enabling_integrations=False,
        # Whatever breaks is logged, by us, by Django or by the queue; the integration of Django
        # would add requests.
        integrations=[
            LoggingIntegration(level=None, event_level=logging.ERROR, sentry_logs_level=None)
        ],
        before_send=_clean,
        transport=transport,
    )
    return True


def _clean(event: Any, hint: dict[str, Any]) -> Any:
    """Return the report with the ids of the log, and without all that could be somebody's."""
    for name in (
        "user",
        "request",
        "extra",
        "breadcrumbs",
        "server_name",
        "contexts",
        "modules",
        "transaction",
    ):
        event.pop(name, None)
    event["tags"] = dict(current_ids())
    entry = event.get("logentry")
    if entry:
        # The sentence as it stands in the code; the values are in the line of the log that has the
        # same ids.
        event["logentry"] = {"message": mask(str(entry.get("message", "")))}
    _clean_messages(event, hint)
    return event


def _clean_messages(event: Any, hint: dict[str, Any]) -> None:
    """Put in the place of each error's message what the log would say of it."""
    error = hint["exc_info"][1] if hint.get("exc_info") else None
    told: dict[tuple[str, str], str] = {}
    while error is not None:
        told[type(error).__name__, str(error)] = mask(message_of(error))
        error = error.__cause__ or error.__context__
    for value in event.get("exception", {}).get("values", ()):
        value["value"] = told.get((value.get("type", ""), value.get("value", "")), "")
        for frame in value.get("stacktrace", {}).get("frames", ()):
            frame.pop("vars", None)
