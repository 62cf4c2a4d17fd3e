"""How far founders get, by the week in which they signed up: as a chart, a table and CSV."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from artifacts.admin.metrics import Table, TableColumn, as_number, csv_response
from artifacts.charts import columns
from artifacts.generation.clock import shared_now
from artifacts.usage.funnel import STEPS, FunnelWeek, read_funnel, total


class FunnelPages(admin.ModelAdmin[Any]):
    """Shows the funnel to users who may view attempts, as the overview does."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("funnel/", view(self.funnel_view), name="funnel"),
            path("funnel.csv", view(self.funnel_csv_view), name="funnel_csv"),
            *super().get_urls(),
        ]

    def funnel_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        weeks = read_funnel(now=shared_now())
        everybody = total(weeks)
        context = {
            **self.admin_site.each_context(request),
            "title": "Funnel",
            "opts": self.opts,
            "steps": [
                (name, number, _share(number, everybody.signed_up))
                for name, number in zip(STEPS, everybody.steps, strict=True)
            ],
            "kinds": [(_kind(step), name) for step, name in enumerate(STEPS)],
            "picture": _picture(weeks),
            "table": _table(weeks),
            "csv_url": reverse("admin:funnel_csv"),
        }
        return TemplateResponse(request, "admin/artifacts/generationattempt/funnel.html", context)

    def funnel_csv_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        now = shared_now()
        table = _table(read_funnel(now=now))
        return csv_response(table, f"funnel-{now.astimezone(UTC).date()}.csv")


def _picture(weeks: list[FunnelWeek]) -> columns.Columns | None:
    return columns.groups(
        [
            (
                f"{week.monday:%-d %b}",
                [
                    (_kind(step), number, f"{number:,} {STEPS[step].lower()}")
                    for step, number in enumerate(week.counts.steps)
                ],
            )
            for week in weeks
        ]
    )


def _table(weeks: list[FunnelWeek]) -> Table:
    return Table(
        "funnel",
        "By the week of signing up",
        [
            TableColumn("Week of"),
            *(TableColumn(name, as_number, is_number=True) for name in STEPS),
        ],
        [(week.monday, *week.counts.steps) for week in reversed(weeks)],
        "",
    )


def _kind(step: int) -> str:
    return f"step-{step + 1}"


def _share(number: int, whole: int) -> str:
    return f"{100 * number / whole:.0f}% of sign-ups" if whole else ""
