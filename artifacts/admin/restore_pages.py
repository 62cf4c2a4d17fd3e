"""The admin's pages that go back: to what was generated before an edit, or to the previous
version.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from pydantic import ValidationError

from artifacts.admin.action_pages import ActionPages
from artifacts.admin.artifact_detail import edit_row
from artifacts.admin.edit_targets import (
    EditAction,
    edit_target,
    named,
    read_again,
    signed_in,
    written_by,
)
from artifacts.admin.inspected import EVERYTHING, Inspected
from artifacts.forms.staff import ConfirmForm
from artifacts.schemas.base import describe_errors
from artifacts.services.documents.comparison import compare_with_previous
from artifacts.services.editing import restoring
from artifacts.services.editing.locking import fingerprint
from artifacts.web.compare_sides import SIDES
from artifacts.web.typed_forms import submitted_data


class RestorePages(ActionPages):
    """Undoes edits, and restores versions."""

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                "<int:object_id>/edit/<slug:section>/revert/",
                self.artifact_view(self.edit_revert_view),
                name="edit_revert",
            ),
            path("<int:object_id>/restore/", self.artifact_view(self.restore_view), name="restore"),
        ]
        return [*named(pages), *super().get_urls()]

    def edit_revert_view(
        self, request: HttpRequest, found: Inspected, section: str
    ) -> HttpResponse:
        """Show the generated text beside the current text, and restore it."""
        target = edit_target(found, section)
        if section not in found.artifact.edited_names:
            messages.info(request, "This section is as it was generated.")
            return redirect(found.url("edits"))
        form = ConfirmForm(target.value, submitted_data(request))

        def do() -> Any:
            base = form.cleaned_data["base"]
            return restoring.revert_section(
                target.artifact, section=section, base=base, **written_by(request)
            )

        def shown() -> dict[str, Any]:
            now = read_again(found)
            edit = now.artifact.edits.get(section)
            row = edit_row(now, section, edit) if edit else None
            sides = {"before": "As it was generated", "now": "Current text", "sides": SIDES}
            return {"row": row, **sides, "show": "changed"}

        title = target.section.title
        done = f"Undid the edit of {title}."
        act = EditAction(
            f"Undo the edit of {title}", do, lambda _: done, found.url("edits"), "Undo my edit"
        )
        return self.show_form(request, found, form, act, target=target, shown=shown)

    def restore_view(self, request: HttpRequest, found: Inspected) -> HttpResponse:
        """Show what going back to the previous version would change, and let the two change
        places.
        """
        artifact, version = found.artifact, found.artifact.content_version
        try:
            difference = compare_with_previous(found.project, artifact, EVERYTHING, backwards=True)
        except ValidationError as error:
            messages.error(
                request, f"The previous version does not validate. {describe_errors(error)}"
            )
            return redirect(found.raw_url)
        if difference is None:
            messages.info(request, "There is no previous version.")
            return redirect(found.url("compare"))
        form = ConfirmForm(version, submitted_data(request))

        def do() -> Any:
            is_seen = form.cleaned_data["base"] == fingerprint(version)
            return restoring.restore_previous(
                artifact, base=version if is_seen else 0, editor=signed_in(request)
            )

        def shown() -> dict[str, Any]:
            before, now = (
                f"Current version: {version}",
                f"What would be restored: version {artifact.previous_version}",
            )
            return {
                "difference": difference,
                "before": before,
                "now": now,
                "sides": SIDES,
                "show": "changed",
            }

        words = f"Restore version {artifact.previous_version}"
        done = f"Restored version {artifact.previous_version} in the place of version {version}."
        act = EditAction(words, do, lambda _: done, found.url("compare"), words)
        return self.show_form(request, found, form, act, shown=shown)
