"""Change a document by hand: a section's text, its items one by one, or back to what was written
before.

Each address is a page of its own; in the document, htmx swaps its form into the place of what is
being changed.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.vary import vary_on_headers

from artifacts.exceptions import ArtifactsError, EditConflict, ItemGone, NothingToRestore
from artifacts.forms.editing import FoundersForm, ItemForm, SectionForm
from artifacts.models import Artifact
from artifacts.schemas.base import Item, SectionKind
from artifacts.services import editing, restoring
from artifacts.services.impact import impact_of_section
from artifacts.views.documents import outdated_by_an_edit, show_document
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_artifact,
    get_project,
    get_section,
    post_only,
)
from artifacts.web.edit_target import EditPage, EditTarget
from artifacts.web.idempotency import once
from artifacts.web.submission import FormFailure, submit
from artifacts.web.typed_forms import submitted_data


@founder_form
@vary_on_headers("HX-Request")
def section_edit(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    """The text or the lines of a section; for a section of items, the list to put in order."""
    place = _open(request, project_id, artifact_type, section)
    if place.section.kind is SectionKind.ITEMS:
        return _arrange(request, place)
    form = SectionForm(place.section, place.value, place.spelling, submitted_data(request))
    if place.only_shows(request, form):
        return _show_form(request, place, form, _section_page(request, place))

    def act() -> Artifact:
        base = form.cleaned_data["base"]
        return editing.edit_section(
            place.artifact,
            section=section,
            value=form.value,
            base=base,
            editor=request.user,
            tier=place.tier,
        )

    outcome = submit(form, act)
    if isinstance(outcome, FormFailure):
        return _show_form(request, place, form, _section_page(request, place), outcome)
    return _saved(request, place)


@founder_form
@vary_on_headers("HX-Request")
def item_add(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    place = _open(request, project_id, artifact_type, section, items=True)
    form = ItemForm(
        place.section, None, place.spelling, submitted_data(request), key=f"{section}_new"
    )
    if place.only_shows(request, form):
        return _show_form(request, place, form, _new_item_page(request, place))

    def act() -> Item:
        return editing.add_item(
            place.artifact,
            section=section,
            values=form.values(),
            editor=request.user,
            tier=place.tier,
        )

    outcome = submit(form, lambda: once(request, act, key_of=lambda item: item.id))
    if isinstance(outcome, FormFailure):
        return _show_form(request, place, form, _new_item_page(request, place), outcome)
    if request.htmx.target == f"{section}-add":
        return _saved(request, place, outcome.key, f"{section}-add")
    return _saved(request, place, outcome.key if not request.htmx else "")


@founder_form
@vary_on_headers("HX-Request")
def item_edit(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    place = _open(request, project_id, artifact_type, section, items=True)
    item, data = place.item(item_id), submitted_data(request)
    if item is None and data is None:
        raise Http404(f"There is no {item_id} in this section.")
    form = ItemForm(place.section, item, place.spelling, data, key=item_id)
    if item is None:
        gone = FormFailure(
            409 if request.method == "POST" else 200, str(ItemGone(item_id)), is_gone=True
        )
        return _show_form(
            request, place, form, _gone_item_page(place, item_id), gone, item_id=item_id
        )
    if place.only_shows(request, form):
        return _show_form(
            request, place, form, _item_page(request, place, item_id), item_id=item_id
        )

    def act() -> Item:
        values, base = form.values(), form.cleaned_data["base"]
        return editing.change_item(
            place.artifact,
            section=section,
            item_id=item_id,
            values=values,
            base=base,
            editor=request.user,
            tier=place.tier,
        )

    outcome = submit(form, act)
    if isinstance(outcome, FormFailure):
        page = (
            _gone_item_page(place, item_id)
            if outcome.is_gone
            else _item_page(request, place, item_id)
        )
        return _show_form(request, place, form, page, outcome, item_id=item_id)
    return _saved(request, place, item_id)


@founder_required
@post_only("artifact_detail")
def item_move(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    """Move an item one place up or down, and show the list again."""
    place = _open(request, project_id, artifact_type, section, items=True)
    by = -1 if request.POST.get("by") == "-1" else 1
    try:
        editing.move_item(
            place.artifact,
            section=section,
            item_id=item_id,
            by=by,
            editor=request.user,
            tier=place.tier,
        )
    except ArtifactsError as error:
        messages.error(request, str(error))
    if request.htmx:
        return _arrange(request, _open(request, project_id, artifact_type, section))
    return redirect(f"{place.url('section_edit')}#{item_id}")


@founder_form
def item_delete(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    """Ask, and delete.

    An item that was changed after the question is shown and asked about again.
    """
    place = _open(request, project_id, artifact_type, section, items=True)
    item = place.item(item_id)
    problem, status = "", 200
    if request.method == "POST":
        try:
            base = request.POST.get("base", "")
            editing.delete_item(
                place.artifact,
                section=section,
                item_id=item_id,
                base=base,
                editor=request.user,
                tier=place.tier,
            )
        except ItemGone as error:
            messages.info(request, str(error))
            return redirect(place.back())
        except ArtifactsError as error:
            problem, status = str(error), 409
        else:
            messages.success(request, gettext("%(id)s is deleted.") % {"id": item_id})
            return redirect(place.back())
    if item is None:
        raise Http404(f"There is no {item_id} in this section.")
    view = next(view for view in place.view().value if view.id == item_id)
    context = {
        "item": view,
        "base": editing.fingerprint(item),
        "problem": problem,
        "back": place.back(item_id),
    }
    heading = gettext("Delete %(id)s") % {"id": item_id}
    return render(
        request,
        "artifacts/edit/item_delete.html",
        {**_context(place, heading, item_id), **context},
        status=status,
    )


@founder_form
def section_revert(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    """Show the founder's text beside what was generated, and put that back."""
    place = _open(request, project_id, artifact_type, section)
    problem = ""
    try:
        if request.method == "POST":
            base = request.POST.get("base", "")
            restoring.revert_section(
                place.artifact, section=section, base=base, editor=request.user, tier=place.tier
            )
            messages.success(request, gettext("The edit is undone."))
            return redirect(place.back())
        if section not in place.artifact.edited_names:
            raise NothingToRestore
    except EditConflict as error:
        problem, place = str(error), _open(request, project_id, artifact_type, section)
    except ArtifactsError as error:
        messages.error(request, str(error))
        return redirect(place.back())
    context = {
        **_context(place, gettext("Undo my edit")),
        "mine": place.view(),
        "generated": place.view(place.generated()),
        "base": editing.fingerprint(place.value),
        "back": place.back(),
        "problem": problem,
    }
    return render(
        request, "artifacts/edit/section_revert.html", context, status=409 if problem else 200
    )


def _open(
    request: FounderRequest,
    project_id: uuid.UUID,
    artifact_type: str,
    name: str,
    *,
    items: bool = False,
) -> EditTarget:
    """Return a section that this founder may change, or 404."""
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    tier = request.user.get_tier()
    section, content = get_section(artifact, name, tier), artifact.content
    if content is None or section.computed or (items and section.kind is not SectionKind.ITEMS):
        raise Http404("There is no such section to change.")
    return EditTarget(project, artifact, content, section, tier)


def _section_page(request: FounderRequest, place: EditTarget) -> EditPage:
    title = gettext(place.section.title)
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": title},
        crumb=title,
        save_label=gettext("Save"),
        submit_url=request.path,
        cancel_url=place.back(),
        target_id=place.section.name,
    )


def _new_item_page(request: FounderRequest, place: EditTarget) -> EditPage:
    noun, target_id = place.noun, f"{place.section.name}-add"
    return EditPage(
        heading=gettext("Another %(noun)s") % {"noun": noun},
        save_label=gettext("Add the %(noun)s") % {"noun": noun},
        submit_url=request.path,
        cancel_url=place.back(target_id),
        target_id=target_id,
    )


def _item_page(request: FounderRequest, place: EditTarget, item_id: str) -> EditPage:
    target = place.index.find(item_id)
    title = target.label if target else item_id
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": title},
        crumb=title,
        save_label=gettext("Save"),
        submit_url=request.path,
        cancel_url=place.back(item_id),
        delete_url=place.url("item_delete", item_id),
        target_id=item_id,
    )


def _gone_item_page(place: EditTarget, item_id: str) -> EditPage:
    """The page of an item that is no longer there: what was typed can become a new one."""
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": item_id},
        crumb=item_id,
        save_label=gettext("Add it as a new %(noun)s") % {"noun": place.noun},
        submit_url=place.url("item_add"),
        cancel_url=place.back(),
        target_id=item_id,
    )


def _context(place: EditTarget, heading: str, item_id: str = "") -> dict[str, Any]:
    return {
        "project": place.project,
        "artifact": place.artifact,
        "section": place.section,
        "index": place.index,
        "impact": impact_of_section(
            place.project, place.artifact.type, place.section, place.tier, item_id
        ),
        "heading": heading,
        "is_writing": place.artifact.is_generating,
    }


def _show_form(
    request: FounderRequest,
    place: EditTarget,
    form: FoundersForm,
    page: EditPage,
    failure: FormFailure | None = None,
    *,
    item_id: str = "",
) -> HttpResponse:
    """The form as a page, or as the piece that htmx puts in the place of the element
    `page.target_id`.
    """
    outdated = outdated_by_an_edit(place.artifact)
    context = {
        **_context(place, page.heading, item_id),
        **page.context(request, form, failure),
        # The whole section brings its own head.
        "oob": (
            outdated
            if page.target_id == place.section.name
            else f"#{place.section.name}-head,{outdated}"
        ),
    }
    template = "artifacts/edit/_form.html" if request.htmx else "artifacts/edit/form.html"
    return render(request, template, context, status=failure.status if failure else 200)


def _arrange(request: FounderRequest, place: EditTarget) -> HttpResponse:
    heading = gettext("Edit: %(title)s") % {"title": gettext(place.section.title)}
    context = {
        "items": place.view().value or (),
        "back": place.back(),
        "crumb": gettext(place.section.title),
        "oob": outdated_by_an_edit(place.artifact),
    }
    template = "artifacts/edit/_items.html" if request.htmx else "artifacts/edit/items.html"
    return render(request, template, {**_context(place, heading), **context})


def _saved(request: FounderRequest, place: EditTarget, *anchors: str) -> HttpResponse:
    """Go back to what was changed; htmx gets what that touches, and takes the pieces named by
    `anchors`.
    """
    if not request.htmx:
        messages.success(request, gettext("Saved."))
        return redirect(place.back(*anchors[:1]))
    response = show_document(
        request, place.project.pk, place.artifact.type.value, changed=place.section.name
    )
    wanted = [anchor for anchor in anchors if anchor] or [place.section.name]
    response["HX-Reselect"] = ", ".join(f"#{anchor}" for anchor in wanted)
    if not any(anchors):
        response["HX-Retarget"] = f"#{place.section.name}"
    return response
