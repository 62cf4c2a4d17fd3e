"""The overview: how generation performs, in charts and tables, each also as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from artifacts import tasks
from artifacts.charts import columns
from artifacts.exporters import content_disposition
from artifacts.exporters.csv_cells import inert
from artifacts.generation.clock import TOLERATED_SECONDS, shared_now
from artifacts.models import Worker
from artifacts.templatetags.artifacts_ui import money
from artifacts.usage.budgets import unheld_budgets
from artifacts.usage.metrics import (
    PERIODS,
    SAMPLE,
    History,
    read_history,
    read_queue,
    read_workers,
)

USUAL_PERIOD = 30


@dataclass(frozen=True, slots=True)
class TableColumn:
    """The head of a column, and how its values are shown; numbers stand to the right."""

    label: str
    show: Callable[[Any], str] = str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The same rows for the page and for the file."""

    name: str
    title: str
    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[Any]]
    empty: str

    @property
    def shown(self) -> list[list[tuple[str, bool]]]:
        return [
            [
                (column.show(value), column.is_number)
                for column, value in zip(self.columns, row, strict=True)
            ]
            for row in self.rows
        ]

    def as_csv(self) -> str:
        """Return the rows as they are, with nothing that a spreadsheet would calculate."""
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow([column.label for column in self.columns])
        writer.writerows([inert(_plain(value)) for value in row] for row in self.rows)
        return file.getvalue()


class OverviewPages(admin.ModelAdmin[Any]):
    """Shows the overview to users who may view attempts."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("overview/", view(self.overview_view), name="overview"),
            path("overview/<slug:name>.csv", view(self.csv_view), name="overview_csv"),
            *super().get_urls(),
        ]

    def overview_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        now, days = shared_now(), _period(request)
        history, queue = read_history(days, now=now), read_queue(now=now)
        workers = read_workers(now=now)
        context = {
            **self.admin_site.each_context(request),
            "title": "Overview",
            "opts": self.opts,
            "now": now,
            "days": days,
            "periods": PERIODS,
            "history": history,
            "sample": as_number(SAMPLE),
            "queue": queue,
            "unheld_budgets": unheld_budgets(),
            "unpriced": settings.LLM["unpriced"],
            "messages_waiting": tasks.waiting_messages(),
            "living": sum(is_alive for _, is_alive in workers),
            "tables": {table.name: table for table in _tables(history, workers)},
            "documents_picture": _documents_picture(history),
            "cost_picture": _cost_picture(history),
            "ranges": _ranges(history),
        }
        return TemplateResponse(request, "admin/artifacts/generationattempt/overview.html", context)

    def csv_view(self, request: HttpRequest, name: str) -> HttpResponse:
        """Hand out one of the tables."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        now, days = shared_now(), _period(request)
        tables = _tables(read_history(days, now=now), read_workers(now=now))
        table = next((table for table in tables if table.name == name), None)
        if table is None:
            raise Http404("There is no such table.")
        return csv_response(table, f"{name}-{now.astimezone(UTC).date()}-{days}-days.csv")


def csv_response(table: Table, filename: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition(filename),
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(table.as_csv(), content_type="text/csv; charset=utf-8", headers=headers)


def _period(request: HttpRequest) -> int:
    return next((days for days in PERIODS if str(days) == request.GET.get("days")), USUAL_PERIOD)


def _tables(history: History, workers: Iterable[tuple[Worker, bool]]) -> list[Table]:
    return [
        _days_table(history),
        _causes_table(history),
        _times_table(history),
        _spending_table(history),
        _workers_table(workers),
    ]


def _days_table(history: History) -> Table:
    return Table(
        "days",
        "Documents by day",
        [
            TableColumn("Day"),
            TableColumn("Stored", as_number, is_number=True),
            TableColumn("Failed", as_number, is_number=True),
            TableColumn("Postponed, skipped, abandoned, cancelled", as_number, is_number=True),
            TableColumn("Not finished", as_number, is_number=True),
        ],
        [
            (day.day, day.stored, day.failed, day.other, day.open)
            for day in reversed(history.days)
            if day.total
        ],
        "Nothing was asked for in these days.",
    )


def _causes_table(history: History) -> Table:
    return Table(
        "causes",
        "What came to nothing, by cause",
        [
            TableColumn("Outcome"),
            TableColumn("Cause"),
            TableColumn("Asked for by"),
            TableColumn("Writer"),
            TableColumn("Attempts", as_number, is_number=True),
        ],
        [
            (cause.outcome, cause.words, cause.trigger, cause.runner, cause.number)
            for cause in history.causes
        ],
        "Everything that was asked for in these days was written, or is being written.",
    )


def _times_table(history: History) -> Table:
    return Table(
        "times",
        "Seconds to write a document",
        [
            TableColumn("Document"),
            TableColumn("Versions", as_number, is_number=True),
            TableColumn("Median", _seconds, is_number=True),
            TableColumn("95 of 100 within", _seconds, is_number=True),
        ],
        [
            (speed.type.label, speed.number, speed.median_seconds, speed.p95_seconds)
            for speed in history.speeds
        ],
        "",
    )


def _spending_table(history: History) -> Table:
    return Table(
        "spending",
        "Tokens and cost by day and model",
        [
            TableColumn("Day"),
            TableColumn("Model"),
            TableColumn("Attempts", as_number, is_number=True),
            TableColumn("Tokens in", as_number, is_number=True),
            TableColumn("of those cached", as_number, is_number=True),
            TableColumn("Tokens out", as_number, is_number=True),
            TableColumn("Known cost, USD", _usd, is_number=True),
            TableColumn("Cost unknown", as_number, is_number=True),
        ],
        [
            (
                row.day,
                row.model,
                row.attempts,
                row.tokens_in,
                row.tokens_cached,
                row.tokens_out,
                row.cost_usd if row.unpriced < row.attempts else None,
                row.unpriced,
            )
            for row in history.spending
        ],
        "No language model was asked in these days. The offline writer costs nothing and is not"
        " listed.",
    )


def _skew(seconds: float) -> str:
    """How far a machine's clock is off: leases go by the database's, but logs and dates of
    documents by its own.
    """
    return "right" if abs(seconds) <= TOLERATED_SECONDS else f"{seconds:+.0f} s off"


def _workers_table(workers: Iterable[tuple[Worker, bool]]) -> Table:
    return Table(
        "workers",
        "Workers",
        [
            TableColumn("Host"),
            TableColumn("Process"),
            TableColumn("Threads", as_number, is_number=True),
            TableColumn("Started", _moment),
            TableColumn("Last heard of", _moment),
            TableColumn("Clock", _skew),
            TableColumn("State"),
        ],
        [
            (
                *(one.host, one.pid, one.threads, one.started_at, one.seen_at, one.skew_seconds),
                "works" if is_alive else "silent",
            )
            for one, is_alive in workers
        ],
        "No worker has been heard of in the last hour. Start one with run_huey, or nothing is"
        " written.",
    )


def _documents_picture(history: History) -> columns.Columns | None:
    return columns.columns(
        [
            (
                f"{day.day:%-d %b}",
                [
                    ("stored", day.stored),
                    ("failed", day.failed),
                    ("other", day.other),
                    ("open", day.open),
                ],
                (
                    f"{day.stored} stored, {day.failed} failed, {day.other} otherwise undone,"
                    f" {day.open} not finished"
                ),
            )
            for day in history.days
        ]
    )


def _cost_picture(history: History) -> columns.Columns | None:
    costs = dict.fromkeys((day.day for day in history.days), Decimal(0))
    for row in history.spending:
        costs[row.day] += row.cost_usd
    return columns.columns(
        [(f"{day:%-d %b}", [("cost", float(cost))], _usd(cost)) for day, cost in costs.items()],
        unit="$",
    )


def _ranges(history: History) -> columns.Ranges | None:
    return columns.ranges(
        [(speed.type.label, speed.median_seconds, speed.p95_seconds) for speed in history.speeds]
    )


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    return "" if value is None else str(value)


def as_number(value: int) -> str:
    return f"{value:,}"


def _seconds(value: float | None) -> str:
    return "\N{EN DASH}" if value is None else f"{value:,.1f}"


def _usd(value: Decimal | None) -> str:
    return "unknown" if value is None else money(value)


def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
