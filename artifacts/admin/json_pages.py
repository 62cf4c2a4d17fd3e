"""The admin's page that changes an artifact as JSON."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path

from artifacts.admin.action_pages import ActionPages
from artifacts.admin.edit_targets import (
    EditAction,
    named,
    signed_in,
)
from artifacts.admin.inspected import Inspected
from artifacts.exceptions import SectionLocked
from artifacts.forms.staff import JsonForm
from artifacts.services.editing import json_editing
from artifacts.web.typed_forms import submitted_data


class JsonPages(ActionPages):
    """Changes what is stored, even where it does not validate."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                "<int:object_id>/json/",
                self.artifact_view(self.edit_json_view, needs_text=False),
                name="edit_json",
            ),
            path(
                "<int:object_id>/json/<slug:section>/",
                self.artifact_view(self.edit_json_view),
                name="edit_json",
            ),
        ]
        return [*named(pages), *super().get_urls()]

    def edit_json_view(
        self, request: HttpRequest, found: Inspected, section: str = ""
    ) -> HttpResponse:
        """For experts: the whole content or one section as JSON, held to the same rules."""
        try:
            form = JsonForm(
                json_editing.stored_json(found.artifact, section), submitted_data(request)
            )
        except SectionLocked as error:
            raise Http404(str(error)) from error

        def do() -> Any:
            what: dict[str, Any] = {
                "content": form.cleaned_data["content"],
                "base": form.cleaned_data["base"],
                "section": section,
            }
            return json_editing.replace_content(found.artifact, editor=signed_in(request), **what)

        def done(changed: tuple[str, ...]) -> str:
            declared = found.artifact.type.content_class.section
            titles = [named.title for name in changed if (named := declared(name))]
            return f"Edited as JSON: {', '.join(titles)}." if titles else ""

        declared = found.artifact.type.content_class.section(section)
        act = EditAction(
            f"Edit {declared.title if declared else 'everything'} as JSON",
            do,
            done,
            found.url("document"),
        )
        return self.show_form(request, found, form, act, is_json=True)
