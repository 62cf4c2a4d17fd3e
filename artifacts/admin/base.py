"""What the admin pages of service-owned rows have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, QuerySet
from django.forms import ModelChoiceField, ModelForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from artifacts.models import Project
from artifacts.schemas import ArtifactType

SEARCH_WORDS = 20
"""How many words of a search are looked for: each is a condition, and a statement holds so many."""

SEARCH_LENGTH = 500
"""How much of a search is looked at: databases hold no pattern of any length."""


def artifact_page(project: Project, artifact_type: ArtifactType) -> str:
    """Return the admin's page of a document, or that of the project where its type is newer than
    the project.
    """
    row = project.documents()[artifact_type.number - 1]
    if not row.pk:
        return reverse("admin:artifacts_project_change", args=[project.pk])
    return reverse("admin:artifacts_artifact_change", args=[row.pk])


def log(request: HttpRequest, rows: Iterable[Any], what: str, reason: str) -> None:
    """Write who did what and why into the admin's log of each row."""
    assert request.user.pk is not None
    LogEntry.objects.log_actions(
        user_id=request.user.pk,
        queryset=list(rows),
        action_flag=CHANGE,
        change_message=f"{what} Reason: {reason}",
    )


class PatientAutocomplete(AutocompleteSelect):
    """Shows a field that was sent with something that can be no key as not chosen; Django breaks
    over it.
    """

    def optgroups(self, name: str, value: Any, attr: dict[str, Any] | None = None) -> Any:
        try:
            return super().optgroups(name, value, attr)
        except (ValueError, ValidationError):
            return super().optgroups(name, [], attr)


class PatientListAdmin(admin.ModelAdmin[Any]):
    """A list that answers what no page would send; Django breaks over it."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        words = " ".join(search_term[:SEARCH_LENGTH].split()[:SEARCH_WORDS])
        return super().get_search_results(request, queryset, words)

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        try:
            for key in request.POST.getlist(ACTION_CHECKBOX_NAME):
                self.opts.pk.clean(key, None)
        except ValidationError:
            self.message_user(request, "There are no such rows; nothing was done.", messages.ERROR)
            return None
        return super().response_action(request, queryset, *args, **kwargs)


class ChangedColumnsAdmin(admin.ModelAdmin[Any]):
    """Saves what a form changed and no more: the rest of the row may be another one's by the time
    it is sent.
    """

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", PatientAutocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: Any) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        fields = self.opts.concrete_fields
        changed = {field.name for field in fields if field.name in form.changed_data}
        if changed:
            changed |= {field.name for field in fields if getattr(field, "auto_now", False)}
        obj.save(update_fields=changed)


class ReadOnlyInline(admin.TabularInline[Any, Any]):
    """Rows that the code owns: shown, never typed."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    """Rows that the services own: saving one from a form would undo what a worker has stored since
    the form was opened.
    """

    actions: Sequence[str] | None = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only together with the whole project: alone, an artifact would take its ids and versions
        with it.
        """
        match = request.resolver_match
        own_page = match is not None and str(match.url_name).startswith(
            f"artifacts_{self.opts.model_name}_"
        )
        return not own_page and super().has_delete_permission(request, obj)
