"""The page of one artifact."""

from __future__ import annotations

import uuid

from django.http import HttpResponse

from artifacts.views.documents import show_document
from artifacts.views.loaders import (
    FounderRequest,
    founder_required,
    founders_stamp,
    no_store,
)
from artifacts.web.kept_pages import keeps_page


@founder_required
@no_store
@keeps_page(founders_stamp)
def artifact_detail(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    return show_document(
        request,
        project_id,
        artifact_type,
        notes_of=request.GET.get("notes", ""),
        deleted_note=request.GET.get("deleted", ""),
    )
