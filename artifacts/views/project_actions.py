"""Actions on a whole project: rename, delete, restore and duplicate."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts.exceptions import ArtifactsError, ProjectLimitReached
from artifacts.forms.projects import NameForm
from artifacts.models import Project
from artifacts.services.documents.notes import placed_notes
from artifacts.services.documents.status import project_status
from artifacts.services.editing.locking import fingerprint
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.services.projects.lifecycle import (
    KEEP_DELETED,
    delete_project,
    rename_project,
    undelete_project,
)
from artifacts.usage.limits import Action, count_action
from artifacts.views.document_rows import readable_edits
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    get_project_even_deleted,
    post_only,
)
from artifacts.web.idempotency import once
from artifacts.web.typed_forms import (
    form_context,
    form_status,
    gone_is_404,
    save_form,
    submitted_data,
)


@founder_form
def project_rename(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    project = get_project(request, project_id)
    form = NameForm(submitted_data(request), initial={"name": project.name})
    renamed = save_form(
        request,
        form,
        lambda: rename_project(
            project, name=form.cleaned_data["name"], base=request.POST.get("base")
        ),
        error_field="name",
    )
    if renamed.result is not None:
        return redirect("project_detail", project.pk)
    current = get_project(request, project_id) if renamed.is_conflict else project
    return render(
        request,
        "artifacts/project/rename.html",
        {
            "project": current,
            **form_context(request, form, fingerprint(current.name), conflict=renamed.is_conflict),
        },
        status=form_status(request, form, conflict=renamed.is_conflict),
    )


@founder_form
def project_delete(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Ask, and then hide the project; the list it leads to offers to bring it back."""
    project = get_project(request, project_id)
    if request.method == "POST":
        delete_project(project)
        return redirect(f"{reverse('project_list')}?deleted={project.pk}")
    status = project_status(project, now=timezone.now())
    tier = request.user.get_tier()
    return render(
        request,
        "artifacts/project/delete.html",
        {
            "project": project,
            "status": status,
            "edits": sum(readable_edits(document.artifact, tier) for document in status.documents),
            "notes": sum(
                placed_notes(d.artifact, d.artifact.content, tier).total for d in status.documents
            ),
            "keep_days": KEEP_DELETED.days,
        },
    )


@founder_form
def project_undelete(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Bring a deleted project back. A GET comes from signing in again and leads to the list."""
    project = get_project_even_deleted(request, project_id)
    if request.method != "POST":
        return redirect("project_list")
    try:
        undelete_project(project)
    except ProjectLimitReached as error:
        messages.error(request, str(error))
        return redirect("project_list")
    except ArtifactsError:
        messages.error(request, _("This project was deleted too long ago; it is gone for good."))
        return redirect("project_list")
    messages.success(request, _("%(name)s is back, as it was.") % {"name": project.name})
    return redirect("project_detail", project.pk)


@founder_required
@post_only("project_detail")
@gone_is_404
def project_duplicate(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    project = get_project(request, project_id)

    def duplicate() -> Project:
        count_action(request.user, Action.PROJECTS)
        return duplicate_project(project)

    try:
        made = once(request, duplicate, key_of=lambda copy: copy.pk)
    except ProjectLimitReached as error:
        messages.error(request, str(error))
        return redirect("project_detail", project.pk)
    if made.new:
        messages.success(
            request,
            _(
                "This is your copy. It has everything that was written and edited; the notes stayed"
                " with the original."
            ),
        )
    return redirect("project_detail", made.key)
