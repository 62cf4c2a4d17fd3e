"""How far builders are: their files come back, and nothing is stored of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from artifacts.exceptions import ExportFailed
from artifacts.forms.progress import ProgressForm
from artifacts.importing.progress import FormProgress
from artifacts.services.files.progress import ProgressFailed, count_text, read_progress, state_label
from artifacts.views.loaders import FounderRequest, founder_form, get_project


@founder_form
def project_progress(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The form; sent, how far each feature and milestone is by those files."""
    project = get_project(request, project_id)
    form = ProgressForm()
    found: tuple[FormProgress, ...] = ()
    if request.method == "POST":
        form = ProgressForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                found = read_progress(project, form.contents(), tier=request.user.get_tier())
            except (ProgressFailed, ExportFailed) as error:
                form.add_error("uploads", str(error))
    context = {
        "project": project,
        "form": form,
        "found": [{"progress": progress, "groups": list(_groups(progress))} for progress in found],
    }
    return render(
        request, "artifacts/export/progress.html", context, status=422 if form.errors else 200
    )


def _groups(progress: FormProgress) -> Iterator[dict[str, Any]]:
    """Yield each milestone with the features that it delivers, as rows of a table."""
    features = {found.feature.id: found for found in progress.features}
    for found in progress.milestones:
        milestone = found.milestone
        yield {
            "title": milestone.title,
            "state": state_label(found.state),
            "count": count_text(found.done, found.total, is_of_features=bool(milestone.features)),
            "features": [
                {
                    "title": feature.feature.title,
                    "state": state_label(feature.state),
                    "count": count_text(feature.done, feature.total),
                }
                for feature in map(features.__getitem__, milestone.features)
            ],
        }
