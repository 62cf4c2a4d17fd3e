"""What this process counts for Prometheus.

Where METRICS is off it counts all the same, which costs next to nothing.

Processes of one machine add up in the files of METRICS_FOLDER, and each of them can tell what all
of them counted. The names are a promise to those who have made dashboards of them;
docs/operations.md lists them.
"""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY, Collector

__all__ = [
    "CONTENT_TYPE_LATEST",
    "count_document",
    "count_ended",
    "count_request",
    "count_usage",
    "exposition",
]

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
REQUEST_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
DOCUMENT_BUCKETS = (0.1, 0.5, 1, 5, 10, 20, 30, 60, 120, 300, 600, 1800)

_requests = Histogram(
    "cofounder_request_seconds",
    "Requests by the name of their view and the status of their answer, with the seconds they"
    " took.",
    ("method", "view", "status"),
    buckets=REQUEST_BUCKETS,
)
_documents = Counter(
    "cofounder_documents", "Attempts to write a document, by how they ended.", ("runner", "outcome")
)
_seconds = Histogram(
    "cofounder_document_seconds",
    "Seconds that an attempt took which reached its end.",
    ("runner",),
    buckets=DOCUMENT_BUCKETS,
)
_tokens = Counter(
    "cofounder_tokens", "Tokens of language models.", ("runner", "model", "direction")
)
_usd = Counter(
    "cofounder_usd", "What language models cost, as far as it is known.", ("runner", "model")
)


def count_request(*, method: str, view: str, status: int, seconds: float) -> None:
    """Count an answer. `view` is the name of the view, or empty for what none of them answered."""
    _requests.labels(method if method in METHODS else "other", view or "other", status).observe(
        seconds
    )


def count_document(*, runner: str, outcome: str, seconds: float) -> None:
    """Count an attempt that reached its end, and the seconds it took."""
    count_ended(runner=runner, outcome=outcome)
    _seconds_of(_kind(runner)).observe(seconds)


def count_ended(*, runner: str, outcome: str, number: int = 1) -> None:
    """Count attempts that were broken off, of which nobody knows how long they took."""
    _documents_of(_kind(runner), outcome).inc(number)


@lru_cache(maxsize=64)
def _seconds_of(kind: str) -> Histogram:
    return _seconds.labels(kind)


@lru_cache(maxsize=64)
def _documents_of(kind: str, outcome: str) -> Counter:
    return _documents.labels(kind, outcome)


def count_usage(
    *, runner: str, model: str, tokens_in: int | None, tokens_out: int | None, usd: float | None
) -> None:
    """Count what a writing service charged; what nobody knows is not counted."""
    for direction, number in (("in", tokens_in), ("out", tokens_out)):
        if number:
            _tokens.labels(_kind(runner), model, direction).inc(number)
    if usd:
        _usd.labels(_kind(runner), model).inc(usd)


def exposition(*collectors: Collector) -> bytes:
    """Return what the processes of this machine have counted, and what `collectors` say of the
    present.
    """
    registry = CollectorRegistry()
    if settings.METRICS_FOLDER:
        MultiProcessCollector(registry, path=settings.METRICS_FOLDER)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    for collector in collectors:
        registry.register(collector)
    return generate_latest(registry)


def _kind(runner: str) -> str:
    """`fake:slow:20` and the like are one runner."""
    return runner.partition(":")[0]
