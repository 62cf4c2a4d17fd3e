"""The admin's pages that change an artifact: the founders' forms and services, every gate open,
with a reason.

Users without permission to change artifacts get 403 from all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from artifacts.admin.artifact_detail import EVERYTHING, Inspected, edit_row, inspect
from artifacts.admin.artifact_pages import InspectPages
from artifacts.admin.edit_targets import (
    EditAction,
    StaffEditTarget,
    edit_page,
    edit_target,
    has_links,
    impact_of,
    named,
    read_again,
    signed_in,
    written_by,
)
from artifacts.exceptions import ArtifactsError, ItemGone, SectionLocked
from artifacts.forms.editing import FoundersForm, ItemForm, SectionForm
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff import ConfirmForm, JsonForm
from artifacts.schemas.base import SectionKind, describe_errors
from artifacts.services import editing, json_editing, restoring
from artifacts.services.comparison import compare_with_previous
from artifacts.services.locking import fingerprint
from artifacts.web.compare_sides import SIDES
from artifacts.web.idempotency import once
from artifacts.web.stashed_posts import remember_writer, stash_post
from artifacts.web.submission import FormFailure, TypedForm, submit
from artifacts.web.typed_forms import submitted_data

TEMPLATES = "admin/artifacts/artifact/"
LAST_REASON = "reason of the last move"


class EditPages(InspectPages):
    """Changes an artifact's content."""

    def get_urls(self) -> list[URLPattern]:
        item = "<int:object_id>/edit/<slug:section>/item/<str:item_id>/"
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
            path(
                "<int:object_id>/edit/<slug:section>/",
                self.artifact_view(self.edit_section_view),
                name="edit",
            ),
            path(
                "<int:object_id>/edit/<slug:section>/add/",
                self.artifact_view(self.edit_add_view),
                name="edit_add",
            ),
            path(
                "<int:object_id>/edit/<slug:section>/revert/",
                self.artifact_view(self.edit_revert_view),
                name="edit_revert",
            ),
            path(item, self.artifact_view(self.edit_item_view), name="edit_item"),
            path(
                f"{item}delete/", self.artifact_view(self.edit_delete_view), name="edit_item_delete"
            ),
            path("<int:object_id>/restore/", self.artifact_view(self.restore_view), name="restore"),
        ]
        return [*named(pages), *super().get_urls()]

    def artifact_view(
        self, view: Callable[..., HttpResponse], *, needs_text: bool = True
    ) -> Callable[..., HttpResponse]:
        """Let in who may change artifacts, with the one that the address names, where there is
        something to change.

        What is typed by somebody whose session has ended waits for them, as it does on the
        founders' pages.
        """

        def opened(request: HttpRequest, object_id: int, **names: str) -> HttpResponse:
            if not self.may_edit(request):
                raise PermissionDenied
            found = inspect(object_id)
            if found is None:
                return self.gone(request, str(object_id))
            if found.project.deleted_at is not None:
                messages.error(
                    request, "This project is deleted. Restore it first, then change it."
                )
            elif found.artifact.current_content is None:
                messages.error(request, "Nothing is written yet that could be changed.")
            elif needs_text and found.problem:
                messages.error(
                    request,
                    "What is stored does not validate, so there is no form for it. Fix the JSON"
                    " first.",
                )
                return redirect(found.edit_url)
            else:
                return view(request, found, **names)
            return redirect(found.url("document"))

        inside = self.admin_site.admin_view(require_http_methods(["GET", "HEAD", "POST"])(opened))

        def entered(request: HttpRequest, **names: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                stash_post(request)
            response = inside(request, **names)
            remember_writer(request, response)
            return response

        return entered

    def edit_section_view(
        self, request: HttpRequest, found: Inspected, section: str
    ) -> HttpResponse:
        """The text or the lines of a section; for a section of items, the list to put in order."""
        place = edit_target(found, section)
        if place.section.kind is SectionKind.ITEMS:
            return self._arrange(request, found, place)
        form = SectionForm(place.section, place.value, place.spelling, submitted_data(request))

        def do() -> Any:
            base = form.cleaned_data["base"]
            return editing.edit_section(
                place.artifact, section=section, value=form.value, base=base, **written_by(request)
            )

        title = place.section.title
        act = EditAction(f"Edit {title}", do, lambda _: f"Edited {title}.", place.back())
        return self.show_form(request, found, form, act, place=place)

    def edit_add_view(self, request: HttpRequest, found: Inspected, section: str) -> HttpResponse:
        place = edit_target(found, section, items=True)
        form = ItemForm(place.section, None, place.spelling, submitted_data(request), key="new")

        def do() -> Any:
            return editing.add_item(
                place.artifact, section=section, values=form.values(), **written_by(request)
            )

        title = place.section.title
        heading = f"Another {place.noun} in {title}"
        act = EditAction(
            heading,
            do,
            lambda item: f"Added {item.id} to {title}.",
            place.url("edit"),
            "Add it",
            makes=True,
        )
        return self.show_form(request, found, form, act, place=place)

    def edit_item_view(
        self, request: HttpRequest, found: Inspected, section: str, item_id: str
    ) -> HttpResponse:
        place = edit_target(found, section, items=True)
        item = place.item(item_id)
        if item is None and request.method != "POST":
            raise Http404(f"There is no {item_id} in this section.")
        if found.others_unreadable and has_links(place.section):
            # The form would offer no links to what cannot be read, and so take them away.
            messages.error(
                request,
                "Another document cannot be read, so there is no form for links. Fix that first.",
            )
            return redirect(place.url("edit_json"))
        form = ItemForm(place.section, item, place.spelling, submitted_data(request), key=item_id)

        def do() -> Any:
            values, base = form.values(), form.cleaned_data["base"]
            where: dict[str, Any] = {"section": section, "item_id": item_id}
            return editing.change_item(
                place.artifact, values=values, base=base, **where, **written_by(request)
            )

        done = f"Edited {item_id} in {place.section.title}."
        act = EditAction(f"Edit {item_id}", do, lambda _: done, place.back(item_id))
        return self.show_form(request, found, form, act, place=place, item_id=item_id)

    def edit_delete_view(
        self, request: HttpRequest, found: Inspected, section: str, item_id: str
    ) -> HttpResponse:
        place = edit_target(found, section, items=True)
        item = place.item(item_id)
        if item is None:
            messages.info(request, str(ItemGone(item_id)))
            return redirect(place.url("edit"))
        form = ConfirmForm(item, submitted_data(request))

        def do() -> Any:
            where: dict[str, Any] = {
                "section": section,
                "item_id": item_id,
                "base": form.cleaned_data["base"],
            }
            return editing.delete_item(place.artifact, **where, **written_by(request))

        done = f"Deleted {item_id} from {place.section.title}."
        act = EditAction(
            f"Delete {item_id}", do, lambda _: done, place.url("edit"), f"Delete {item_id}"
        )

        def shown() -> dict[str, Any]:
            now = edit_target(read_again(found), section, items=True)
            return {
                "item": next((view for view in now.view().value or () if view.id == item_id), None)
            }

        return self.show_form(request, found, form, act, place=place, item_id=item_id, shown=shown)

    def edit_revert_view(
        self, request: HttpRequest, found: Inspected, section: str
    ) -> HttpResponse:
        """Show the generated text beside the current text, and restore it."""
        place = edit_target(found, section)
        if section not in found.artifact.edited_names:
            messages.info(request, "This section is as it was generated.")
            return redirect(found.url("edits"))
        form = ConfirmForm(place.value, submitted_data(request))

        def do() -> Any:
            base = form.cleaned_data["base"]
            return restoring.revert_section(
                place.artifact, section=section, base=base, **written_by(request)
            )

        def shown() -> dict[str, Any]:
            now = read_again(found)
            edit = now.artifact.edits.get(section)
            row = edit_row(now, section, edit) if edit else None
            sides = {"before": "As it was generated", "now": "Current text", "sides": SIDES}
            return {"row": row, **sides, "show": "changed"}

        title = place.section.title
        done = f"Undid the edit of {title}."
        act = EditAction(
            f"Undo the edit of {title}", do, lambda _: done, found.url("edits"), "Undo my edit"
        )
        return self.show_form(request, found, form, act, place=place, shown=shown)

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

    def edit_json_view(
        self, request: HttpRequest, found: Inspected, section: str = ""
    ) -> HttpResponse:
        """The expert's door: the whole content or one section as JSON, held to the same rules."""
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

    def _arrange(
        self, request: HttpRequest, found: Inspected, place: StaffEditTarget
    ) -> HttpResponse:
        """The items of a section, each to be changed by itself, and moved one place at a time."""
        asked = request.POST if request.method == "POST" else None
        here = place.url("edit")
        given_at, given = request.session.get(LAST_REASON, ("", ""))
        reason = ReasonForm(asked, initial={"reason": given if given_at == here else ""})
        if request.method == "POST" and reason.is_valid():
            item_id, _, by = request.POST.get("move", "").partition(" ")
            where: dict[str, Any] = {
                "section": place.section.name,
                "item_id": item_id,
                "by": -1 if by == "up" else 1,
            }
            try:
                with transaction.atomic():
                    editing.move_item(place.artifact, **where, **written_by(request))
                    self.log(request, found, f"Moved {item_id} in {place.section.title}.", reason)
            except ArtifactsError as error:
                messages.error(request, str(error))
            # For the next move; not in the address, which stands in logs.
            request.session[LAST_REASON] = (here, reason.cleaned_data["reason"])
            return redirect(f"{here}#{item_id}")
        context = {
            "heading": f"Edit {place.section.title}",
            "place": place,
            "items": [(item, place.url("edit_item", item.id)) for item in place.view().value or ()],
            "add": place.url("edit_add"),
            "reason": reason,
            "back": place.back(),
            "index": place.index,
        }
        page = self.page(request, found, **context)
        return TemplateResponse(
            request, f"{TEMPLATES}edit_items.html", page, status=422 if reason.errors else 200
        )

    def show_form(
        self,
        request: HttpRequest,
        found: Inspected,
        form: FoundersForm,
        act: EditAction,
        *,
        place: StaffEditTarget | None = None,
        item_id: str = "",
        is_json: bool = False,
        shown: Callable[[], dict[str, Any]] | None = None,
    ) -> HttpResponse:
        """Show the form, or do what it asks for; what is refused comes back with all that was
        typed.
        """
        reason = ReasonForm(form.data if form.is_bound else None)
        refusal = None
        if request.method == "POST":
            outcome = self._attempt(request, found, form, reason, act)
            if not isinstance(outcome, FormFailure):
                return redirect(act.back)
            refusal = outcome
        is_gone = refusal is not None and refusal.is_gone
        edit = edit_page(request, act, place, item_id, is_gone=is_gone, can_delete=shown is None)
        context = {
            **edit.context(request, form, refusal),
            "reason": reason,
            "makes": act.makes,
            "json": place.url("edit_json") if place and not (item_id or shown) else "",
            "impact": impact_of(found, place, item_id),
            "index": place.index if place else None,
            "place": place,
            "is_json": is_json,
            **(shown() if shown else {}),
        }
        page = self.page(request, found, **context)
        return TemplateResponse(
            request, f"{TEMPLATES}edit_form.html", page, status=refusal.status if refusal else 200
        )

    def _attempt(
        self,
        request: HttpRequest,
        found: Inspected,
        form: FoundersForm,
        reason: ReasonForm,
        act: EditAction,
    ) -> FormFailure | str:
        """Return what was done, in words, after it has been logged; or why nothing was."""

        def do() -> str:
            with transaction.atomic():
                done = act.done(act.do())
                if done:
                    self.log(request, found, done, reason)
            return done

        assert isinstance(form, TypedForm)
        outcome = (
            submit(form, lambda: once(request, do, key_of=str).key)
            if reason.is_valid()
            else FormFailure(422)
        )
        if isinstance(outcome, str):
            messages.success(
                request, outcome or "Nothing differs from what is stored, so nothing was saved."
            )
        return outcome

    def log(self, request: HttpRequest, found: Inspected, done: str, reason: ReasonForm) -> None:
        self.log_change(request, found.artifact, f"{done} Reason: {reason.cleaned_data['reason']}")
