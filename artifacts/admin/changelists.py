"""Lists that stay quick over millions of rows: nothing counts, sorts or scans a whole table.

Rows are counted up to a limit, sorted only as an index has them, and drilled down by date without
looking at them.
"""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from artifacts.admin.base import SEARCH_LENGTH, PatientListAdmin
from artifacts.admin.date_hierarchy import DateChoice, date_level
from artifacts.admin.search import Search

COUNTED = 1_000
"""How many rows a list counts and pages through; a search narrows it down to the others."""

ON_A_PAGE = 50


class CappedPaginator(Paginator[Any]):
    """Counts at most COUNTED rows, and says whether there are more."""

    is_capped = False

    @cached_property
    def count(self) -> int:
        assert isinstance(self.object_list, QuerySet)
        found = self.object_list.order_by().values("pk")[: COUNTED + 1].count()
        self.is_capped = found > COUNTED
        return min(found, COUNTED)


class CappedChangeList(ChangeList):
    """A list that knows whether it was counted to the end, and the dates by which it can be
    narrowed down.
    """

    def get_queryset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> QuerySet[Any]:
        try:
            return super().get_queryset(request, *args, **kwargs)
        except ValueError as error:  # Django adds one to the last year that there is.
            raise IncorrectLookupParameters(error) from error

    def get_results(self, request: HttpRequest) -> None:
        try:
            super().get_results(request)
        except (
            ValueError
        ) as error:  # Only the statement finds a year that there is not in a lookup.
            raise IncorrectLookupParameters(error) from error

    @property
    def is_capped(self) -> bool:
        return cast("CappedPaginator", self.paginator).is_capped

    def dates(self) -> dict[str, Any] | None:
        """Return what Django's template of its date hierarchy shows: every year, month or day
        between first and last.

        Django looks for those that have rows, which is a scan.
        """
        assert self.date_hierarchy
        column = self.root_queryset.order_by(self.date_hierarchy).values_list(
            self.date_hierarchy, flat=True
        )
        first, last = column.first(), column.last()
        if first is None or last is None:
            return None
        # Django has refused a year with a month or day that do not go with it; without a year they
        # say nothing.
        year, month = self._chosen("year"), self._chosen("month")
        level = date_level(
            timezone.localdate(first), timezone.localdate(last), year=year, month=month
        )
        day = self._chosen("day") if year and month else None
        return {
            "show": True,
            "back": self._link(level.back) if level.back else None,
            # The day that is chosen already is no link.
            "choices": [
                {"title": choice.title}
                if day is not None and choice.parts.get("day") == day
                else self._link(choice)
                for choice in level.choices
            ],
        }

    def _chosen(self, part: str) -> int | None:
        value = self.params.get(f"{self.date_hierarchy}__{part}")
        return int(str(value)) if value else None

    def _link(self, choice: DateChoice) -> dict[str, str]:
        new = {f"{self.date_hierarchy}__{part}": value for part, value in choice.parts.items()}
        link = self.get_query_string(new, [f"{self.date_hierarchy}__"])
        return {"title": choice.title, "link": link}


class FastListAdmin(PatientListAdmin):
    """A list in which staff find one row of millions."""

    paginator = CappedPaginator
    list_per_page = ON_A_PAGE
    list_max_show_all = 0
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["pk"]  # makes Django show the field; `search` says what is looked at
    search: Search
    linked_from: tuple[str, ...] = ()
    """Lookups through two tables by which other pages lead here."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CappedChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        return self.search.find(queryset, search_term.strip()[:SEARCH_LENGTH]), False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return lookup in self.linked_from or super().lookup_allowed(lookup, value, request)

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        """Never act on rows that nobody has seen: the page says "1,000", and there may be a
        million.
        """
        if request.POST.get("select_across") == "1":
            self.message_user(
                request, "Please select rows of one page; nothing was done.", messages.ERROR
            )
            return None
        return super().response_action(request, queryset, *args, **kwargs)


def is_list(request: HttpRequest) -> bool:
    """Whether rows are read to be listed: then what no column shows stays where it is.

    An action gets them whole; a POST without one is answered with the list, as HEAD is.
    """
    match = request.resolver_match
    return (
        match is not None
        and str(match.url_name).endswith("_changelist")
        and not request.POST.get("action")
    )


def link_to(row: Model, text: object = None) -> SafeString:
    """Return a link to the page of `row`."""
    url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', url, text or row)


def link_to_list(model: type[Model], text: object, **lookups: object) -> SafeString:
    """Return a link to the rows of `model` that fit `lookups`."""
    url = reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist", query=lookups
    )
    return format_html('<a href="{}">{}</a>', url, text)


def links(*found: SafeString) -> SafeString:
    return format_html_join(" · ", "{}", ([link] for link in found))
