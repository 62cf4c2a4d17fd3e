"""The admin's pages that change the sections and items of an artifact: the founders' forms and
services, every gate open.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from artifacts.admin.action_pages import TEMPLATES, ActionPages
from artifacts.admin.edit_targets import (
    EditAction,
    StaffEditTarget,
    edit_target,
    has_links,
    named,
    read_again,
    written_by,
)
from artifacts.admin.inspected import Inspected
from artifacts.exceptions import ArtifactsError, ItemGone
from artifacts.forms.editing import ItemForm, SectionForm
from artifacts.forms.reasons import ReasonForm
from artifacts.forms.staff import ConfirmForm
from artifacts.schemas.base import SectionKind
from artifacts.services.editing import manual_edits
from artifacts.web.typed_forms import submitted_data

LAST_REASON = "reason of the last move"


class EditPages(ActionPages):
    """Changes an artifact's sections and items."""

    def get_urls(self) -> list[URLPattern]:
        item = "<int:object_id>/edit/<slug:section>/item/<str:item_id>/"
        pages = [
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
            path(item, self.artifact_view(self.edit_item_view), name="edit_item"),
            path(
                f"{item}delete/", self.artifact_view(self.edit_delete_view), name="edit_item_delete"
            ),
        ]
        return [*named(pages), *super().get_urls()]

    def edit_section_view(
        self, request: HttpRequest, found: Inspected, section: str
    ) -> HttpResponse:
        """The text or the lines of a section; for a section of items, the list to put in order."""
        target = edit_target(found, section)
        if target.section.kind is SectionKind.ITEMS:
            return self._arrange(request, found, target)
        form = SectionForm(target.section, target.value, target.spelling, submitted_data(request))

        def do() -> Any:
            base = form.cleaned_data["base"]
            return manual_edits.edit_section(
                target.artifact, section=section, value=form.value, base=base, **written_by(request)
            )

        title = target.section.title
        act = EditAction(f"Edit {title}", do, lambda _: f"Edited {title}.", target.back())
        return self.show_form(request, found, form, act, target=target)

    def edit_add_view(self, request: HttpRequest, found: Inspected, section: str) -> HttpResponse:
        target = edit_target(found, section, items=True)
        form = ItemForm(target.section, None, target.spelling, submitted_data(request), key="new")

        def do() -> Any:
            return manual_edits.add_item(
                target.artifact, section=section, values=form.values(), **written_by(request)
            )

        title = target.section.title
        heading = f"Another {target.noun} in {title}"
        act = EditAction(
            heading,
            do,
            lambda item: f"Added {item.id} to {title}.",
            target.url("edit"),
            "Add it",
            makes=True,
        )
        return self.show_form(request, found, form, act, target=target)

    def edit_item_view(
        self, request: HttpRequest, found: Inspected, section: str, item_id: str
    ) -> HttpResponse:
        target = edit_target(found, section, items=True)
        item = target.item(item_id)
        if item is None and request.method != "POST":
            raise Http404(f"There is no {item_id} in this section.")
        if found.others_unreadable and has_links(target.section):
            # The form would offer no links to what cannot be read, and so take them away.
            messages.error(
                request,
                "Another document cannot be read, so there is no form for links. Fix that first.",
            )
            return redirect(target.url("edit_json"))
        form = ItemForm(target.section, item, target.spelling, submitted_data(request), key=item_id)

        def do() -> Any:
            values, base = form.values(), form.cleaned_data["base"]
            where: dict[str, Any] = {"section": section, "item_id": item_id}
            return manual_edits.change_item(
                target.artifact, values=values, base=base, **where, **written_by(request)
            )

        done = f"Edited {item_id} in {target.section.title}."
        act = EditAction(f"Edit {item_id}", do, lambda _: done, target.back(item_id))
        return self.show_form(request, found, form, act, target=target, item_id=item_id)

    def edit_delete_view(
        self, request: HttpRequest, found: Inspected, section: str, item_id: str
    ) -> HttpResponse:
        target = edit_target(found, section, items=True)
        item = target.item(item_id)
        if item is None:
            messages.info(request, str(ItemGone(item_id)))
            return redirect(target.url("edit"))
        form = ConfirmForm(item, submitted_data(request))

        def do() -> Any:
            where: dict[str, Any] = {
                "section": section,
                "item_id": item_id,
                "base": form.cleaned_data["base"],
            }
            return manual_edits.delete_item(target.artifact, **where, **written_by(request))

        done = f"Deleted {item_id} from {target.section.title}."
        act = EditAction(
            f"Delete {item_id}", do, lambda _: done, target.url("edit"), f"Delete {item_id}"
        )

        def shown() -> dict[str, Any]:
            now = edit_target(read_again(found), section, items=True)
            return {
                "item": next((view for view in now.view().value or () if view.id == item_id), None)
            }

        return self.show_form(
            request, found, form, act, target=target, item_id=item_id, shown=shown
        )

    def _arrange(
        self, request: HttpRequest, found: Inspected, target: StaffEditTarget
    ) -> HttpResponse:
        """The items of a section, each with links to change it and to move it up or down by one."""
        asked = request.POST if request.method == "POST" else None
        here = target.url("edit")
        given_at, given = request.session.get(LAST_REASON, ("", ""))
        reason = ReasonForm(asked, initial={"reason": given if given_at == here else ""})
        if request.method == "POST" and reason.is_valid():
            item_id, _, by = request.POST.get("move", "").partition(" ")
            where: dict[str, Any] = {
                "section": target.section.name,
                "item_id": item_id,
                "by": -1 if by == "up" else 1,
            }
            try:
                with transaction.atomic():
                    manual_edits.move_item(target.artifact, **where, **written_by(request))
                    self.log(request, found, f"Moved {item_id} in {target.section.title}.", reason)
            except ArtifactsError as error:
                messages.error(request, str(error))
            # For the next move; not in the address, which stands in logs.
            request.session[LAST_REASON] = (here, reason.cleaned_data["reason"])
            return redirect(f"{here}#{item_id}")
        context = {
            "heading": f"Edit {target.section.title}",
            "target": target,
            "items": [
                (item, target.url("edit_item", item.id)) for item in target.view().value or ()
            ],
            "add": target.url("edit_add"),
            "reason": reason,
            "back": target.back(),
            "index": target.index,
        }
        page = self.page(request, found, **context)
        return TemplateResponse(
            request, f"{TEMPLATES}edit_items.html", page, status=422 if reason.errors else 200
        )
