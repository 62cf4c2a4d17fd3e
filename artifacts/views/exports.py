"""Take a project's documents away as a file: choose, and download."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from artifacts.exceptions import ExportBusy, ExportFailed
from artifacts.exporters import Export, Format, Options, content_disposition
from artifacts.forms.exports import FORMATS, ExportForm
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.exporting import Order, order_export
from artifacts.views.loaders import FounderRequest, founder_required, get_project


@founder_required
@require_safe
def project_export(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The page to choose on; `?only=` chooses one document beforehand."""
    project = get_project(request, project_id)
    initial = {"format": Format.PDF.value, "only": request.GET.get("only", ""), "paper": "a4"}
    return _page(request, project, ExportForm(initial=initial, written=_written(project)))


@founder_required
@require_safe
def project_download(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The file. A browser that has it already gets 304, and nothing is made for it."""
    project = get_project(request, project_id)
    if "format" not in request.GET:
        return redirect("project_export", project.pk)
    form = ExportForm(request.GET, written=_written(project))
    if not form.is_valid():
        return _page(request, project, form, status=422)
    options = Options(
        paper=form.cleaned_data["paper"],
        language=settings.LANGUAGE_CODE.partition("-")[0],
        known_gaps=form.cleaned_data["known_gaps"],
    )
    try:
        order = order_export(
            project,
            tier=request.user.get_tier(),
            file_format=form.cleaned_data["format"],
            only=form.cleaned_data["only"],
            options=options,
        )
        # Titles of documents and sections are in one language, and the words around them keep to it.
        with override(settings.LANGUAGE_CODE):
            return _answer(request, order)
    except ExportFailed as error:
        status = 503 if isinstance(error, ExportBusy) else 422
        return _page(request, project, form, failure=gettext(str(error)), status=status)


def _answer(request: FounderRequest, order: Order) -> HttpResponse:
    etag = f'"{order.tag}"'
    known = get_conditional_response(request, etag=etag)
    response = _download(order.file()) if known is None else HttpResponse(status=known.status_code)
    response["ETag"] = etag
    # Kept by the browser for the founder alone, and asked for anew each time: the tier may have changed.
    response["Cache-Control"] = "private, no-cache"
    return response


def _download(export: Export) -> HttpResponse:
    return HttpResponse(
        export.content,
        content_type=export.content_type,
        headers={"Content-Disposition": content_disposition(export.filename), "X-Content-Type-Options": "nosniff"},
    )


def _written(project: Project) -> list[ArtifactType]:
    return [artifact.type for artifact in project.documents() if artifact.is_written]


def _page(
    request: FounderRequest, project: Project, form: ExportForm, *, failure: str = "", status: int = 200
) -> HttpResponse:
    chosen = form["format"].value()
    return render(
        request,
        "artifacts/export.html",
        {
            "project": project,
            "form": form,
            "formats": [
                {"value": key.value, "title": title, "help": words, "chosen": key == chosen}
                for key, (title, words) in FORMATS.items()
            ],
            "can_export": bool(_written(project)),
            "failure": failure,
        },
        status=status,
    )
