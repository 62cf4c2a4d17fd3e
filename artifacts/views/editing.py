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
from artifacts.services.documents.impact import impact_of_section
from artifacts.services.editing import manual_edits, restoring
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
    target = _open(request, project_id, artifact_type, section)
    if target.section.kind is SectionKind.ITEMS:
        return _arrange(request, target)
    form = SectionForm(target.section, target.value, target.spelling, submitted_data(request))
    if target.only_shows(request, form):
        return _show_form(request, target, form, _section_page(request, target))

    def act() -> Artifact:
        base = form.cleaned_data["base"]
        return manual_edits.edit_section(
            target.artifact,
            section=section,
            value=form.value,
            base=base,
            editor=request.user,
            tier=target.tier,
        )

    outcome = submit(form, act)
    if isinstance(outcome, FormFailure):
        return _show_form(request, target, form, _section_page(request, target), outcome)
    return _saved(request, target)


@founder_form
@vary_on_headers("HX-Request")
def item_add(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    target = _open(request, project_id, artifact_type, section, items=True)
    form = ItemForm(
        target.section, None, target.spelling, submitted_data(request), key=f"{section}_new"
    )
    if target.only_shows(request, form):
        return _show_form(request, target, form, _new_item_page(request, target))

    def act() -> Item:
        return manual_edits.add_item(
            target.artifact,
            section=section,
            values=form.values(),
            editor=request.user,
            tier=target.tier,
        )

    outcome = submit(form, lambda: once(request, act, key_of=lambda item: item.id))
    if isinstance(outcome, FormFailure):
        return _show_form(request, target, form, _new_item_page(request, target), outcome)
    if request.htmx.target == f"{section}-add":
        return _saved(request, target, outcome.key, f"{section}-add")
    return _saved(request, target, outcome.key if not request.htmx else "")


@founder_form
@vary_on_headers("HX-Request")
def item_edit(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    target = _open(request, project_id, artifact_type, section, items=True)
    item, data = target.item(item_id), submitted_data(request)
    if item is None and data is None:
        raise Http404(f"There is no {item_id} in this section.")
    form = ItemForm(target.section, item, target.spelling, data, key=item_id)
    if item is None:
        gone = FormFailure(
            409 if request.method == "POST" else 200, str(ItemGone(item_id)), is_gone=True
        )
        return _show_form(
            request, target, form, _gone_item_page(target, item_id), gone, item_id=item_id
        )
    if target.only_shows(request, form):
        return _show_form(
            request, target, form, _item_page(request, target, item_id), item_id=item_id
        )

    def act() -> Item:
        values, base = form.values(), form.cleaned_data["base"]
        return manual_edits.change_item(
            target.artifact,
            section=section,
            item_id=item_id,
            values=values,
            base=base,
            editor=request.user,
            tier=target.tier,
        )

    outcome = submit(form, act)
    if isinstance(outcome, FormFailure):
        page = (
            _gone_item_page(target, item_id)
            if outcome.is_gone
            else _item_page(request, target, item_id)
        )
        return _show_form(request, target, form, page, outcome, item_id=item_id)
    return _saved(request, target, item_id, changed_item=item_id)


@founder_required
@post_only("artifact_detail")
def item_move(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    """Move an item up or down by one, and show the list again."""
    target = _open(request, project_id, artifact_type, section, items=True)
    by = -1 if request.POST.get("by") == "-1" else 1
    try:
        manual_edits.move_item(
            target.artifact,
            section=section,
            item_id=item_id,
            by=by,
            editor=request.user,
            tier=target.tier,
        )
    except ArtifactsError as error:
        messages.error(request, str(error))
    if request.htmx:
        return _arrange(request, _open(request, project_id, artifact_type, section))
    return redirect(f"{target.url('section_edit')}#{item_id}")


@founder_form
def item_delete(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str, item_id: str
) -> HttpResponse:
    """Ask, and delete.

    An item that was changed after the question is shown and asked about again.
    """
    target = _open(request, project_id, artifact_type, section, items=True)
    item = target.item(item_id)
    problem, status = "", 200
    if request.method == "POST":
        try:
            base = request.POST.get("base", "")
            manual_edits.delete_item(
                target.artifact,
                section=section,
                item_id=item_id,
                base=base,
                editor=request.user,
                tier=target.tier,
            )
        except ItemGone as error:
            messages.info(request, str(error))
            return redirect(target.back())
        except ArtifactsError as error:
            problem, status = str(error), 409
        else:
            messages.success(request, gettext("%(id)s is deleted.") % {"id": item_id})
            return redirect(target.back())
    if item is None:
        raise Http404(f"There is no {item_id} in this section.")
    view = next(view for view in target.view().value if view.id == item_id)
    context = {
        "item": view,
        "base": manual_edits.fingerprint(item),
        "problem": problem,
        "back": target.back(item_id),
    }
    heading = gettext("Delete %(id)s") % {"id": item_id}
    return render(
        request,
        "artifacts/edit/item_delete.html",
        {**_context(target, heading, item_id), **context},
        status=status,
    )


@founder_form
def section_revert(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    """Show the founder's text beside what was generated, and put that back."""
    target = _open(request, project_id, artifact_type, section)
    problem = ""
    try:
        if request.method == "POST":
            base = request.POST.get("base", "")
            restoring.revert_section(
                target.artifact, section=section, base=base, editor=request.user, tier=target.tier
            )
            messages.success(request, gettext("The edit is undone."))
            return redirect(target.back())
        if section not in target.artifact.edited_names:
            raise NothingToRestore
    except EditConflict as error:
        problem, target = str(error), _open(request, project_id, artifact_type, section)
    except ArtifactsError as error:
        messages.error(request, str(error))
        return redirect(target.back())
    context = {
        **_context(target, gettext("Undo my edit")),
        "mine": target.view(),
        "generated": target.view(target.generated()),
        "base": manual_edits.fingerprint(target.value),
        "back": target.back(),
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


def _section_page(request: FounderRequest, target: EditTarget) -> EditPage:
    title = gettext(target.section.title)
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": title},
        crumb=title,
        save_label=gettext("Save"),
        submit_url=request.path,
        cancel_url=target.back(),
        target_id=target.section.name,
    )


def _new_item_page(request: FounderRequest, target: EditTarget) -> EditPage:
    noun, target_id = target.noun, f"{target.section.name}-add"
    return EditPage(
        heading=gettext("Another %(noun)s") % {"noun": noun},
        save_label=gettext("Add the %(noun)s") % {"noun": noun},
        submit_url=request.path,
        cancel_url=target.back(target_id),
        target_id=target_id,
    )


def _item_page(request: FounderRequest, target: EditTarget, item_id: str) -> EditPage:
    found = target.index.find(item_id)
    title = found.label if found else item_id
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": title},
        crumb=title,
        save_label=gettext("Save"),
        submit_url=request.path,
        cancel_url=target.back(item_id),
        delete_url=target.url("item_delete", item_id),
        target_id=item_id,
    )


def _gone_item_page(target: EditTarget, item_id: str) -> EditPage:
    """The page of an item that is no longer there: what was typed can become a new one."""
    return EditPage(
        heading=gettext("Edit: %(title)s") % {"title": item_id},
        crumb=item_id,
        save_label=gettext("Add it as a new %(noun)s") % {"noun": target.noun},
        submit_url=target.url("item_add"),
        cancel_url=target.back(),
        target_id=item_id,
    )


def _context(target: EditTarget, heading: str, item_id: str = "") -> dict[str, Any]:
    return {
        "project": target.project,
        "artifact": target.artifact,
        "section": target.section,
        "index": target.index,
        "impact": impact_of_section(
            target.project, target.artifact.type, target.section, target.tier, item_id
        ),
        "heading": heading,
        "is_writing": target.artifact.is_generating,
    }


def _show_form(
    request: FounderRequest,
    target: EditTarget,
    form: FoundersForm,
    page: EditPage,
    failure: FormFailure | None = None,
    *,
    item_id: str = "",
) -> HttpResponse:
    """The form as a page, or as the piece that htmx puts in the place of the element
    `page.target_id`.
    """
    outdated = outdated_by_an_edit(target.artifact)
    context = {
        **_context(target, page.heading, item_id),
        **page.context(request, form, failure),
        # The whole section brings its own head.
        "oob": (
            outdated
            if page.target_id == target.section.name
            else f"#{target.section.name}-head,{outdated}"
        ),
    }
    template = "artifacts/edit/_form.html" if request.htmx else "artifacts/edit/form.html"
    return render(request, template, context, status=failure.status if failure else 200)


def _arrange(request: FounderRequest, target: EditTarget) -> HttpResponse:
    heading = gettext("Edit: %(title)s") % {"title": gettext(target.section.title)}
    context = {
        "items": target.view().value or (),
        "back": target.back(),
        "crumb": gettext(target.section.title),
        "oob": outdated_by_an_edit(target.artifact),
    }
    template = "artifacts/edit/_items.html" if request.htmx else "artifacts/edit/items.html"
    return render(request, template, {**_context(target, heading), **context})


def _saved(
    request: FounderRequest, target: EditTarget, *anchors: str, changed_item: str = ""
) -> HttpResponse:
    """Go back to what was changed; htmx gets what that touches, and takes the pieces named by
    `anchors`. Of a section in which nothing but `changed_item` has changed it gets that one.
    """
    if not request.htmx:
        messages.success(request, gettext("Saved."))
        return redirect(target.back(*anchors[:1]))
    response = show_document(
        request,
        target.project.pk,
        target.artifact.type.value,
        changed=target.section.name,
        changed_item=changed_item,
    )
    wanted = [anchor for anchor in anchors if anchor] or [target.section.name]
    response["HX-Reselect"] = ", ".join(f"#{anchor}" for anchor in wanted)
    if not any(anchors):
        response["HX-Retarget"] = f"#{target.section.name}"
    return response
