"""The export page, and the download."""

from __future__ import annotations

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import Format
from artifacts.forms.exports import FORMATS, ExportForm
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.accounts.branding import may_brand
from artifacts.services.accounts.preferences import note_export
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.files.exporting import order_export
from artifacts.views.files import cover_response, file_response
from artifacts.views.loaders import FounderRequest, founder_required, get_project


@founder_required
@require_safe
def project_export(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The page to choose on; `?only=` chooses one document beforehand."""
    project = get_project(request, project_id)
    initial = {"format": Format.PDF.value, "only": request.GET.get("only", ""), "paper": "a4"}
    return _page(request, project, ExportForm(initial=initial, written=written_types(project)))


@founder_required
@require_safe
def project_download(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The file. A browser that has it already gets 304, and nothing is made for it."""
    project = get_project(request, project_id)
    if "format" not in request.GET:
        return redirect("project_export", project.pk)
    form = ExportForm(request.GET, written=written_types(project))
    if not form.is_valid():
        return _page(request, project, form, status=422)
    try:
        order = order_export(
            project,
            tier=request.user.get_tier(),
            file_format=form.cleaned_data["format"],
            only=form.cleaned_data["only"],
            options=form.options(),
        )
        response = file_response(request, order, who=f"user-{request.user.pk}")
    except ExportFailed as error:
        status = 503 if isinstance(error, ExportBusy) else 422
        return _page(request, project, form, failure=gettext(str(error)), status=status)
    note_export(request.user)
    return response


@founder_required
@require_safe
def project_cover(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The cover that a PDF would have now, as a picture; `?only=` is as on the page."""
    project = get_project(request, project_id)
    written = written_types(project)
    only = request.GET.get("only", "")
    if not written or (only and only not in written):
        raise Http404("Nothing is written that this would be the cover of.")
    order = partial(
        order_export,
        project,
        tier=request.user.get_tier(),
        file_format=Format.PDF,
        only=ArtifactType(only) if only else None,
    )
    return cover_response(request, place=f"project-{project.pk}-{only}", order=order)


def written_types(project: Project) -> list[ArtifactType]:
    return [artifact.type for artifact in project.documents() if artifact.is_written]


def _page(
    request: FounderRequest,
    project: Project,
    form: ExportForm,
    *,
    failure: str = "",
    status: int = 200,
) -> HttpResponse:
    chosen, only = form["format"].value(), form["only"].value()
    written = written_types(project)
    return render(
        request,
        "artifacts/export/index.html",
        {
            "project": project,
            "stale": stale_types(project_status(project, now=timezone.now())),
            "form": form,
            "formats": [
                {"value": key.value, "title": title, "help": words, "chosen": key == chosen}
                for key, (title, words) in FORMATS.items()
            ],
            "can_export": bool(written),
            "cover_of": only if only in written else "",
            "may_brand": may_brand(request.user),
            "failure": failure,
        },
        status=status,
    )
