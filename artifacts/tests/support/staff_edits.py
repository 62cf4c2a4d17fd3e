"""What staff send to change a document, and what the log says of it."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import LogEntry
from django.test import Client

from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.tests.support.rows import row_of

BRIEF, SCOPE, MILESTONES = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES

REASON = "The founder asked us to."

FEATURE = {"name": "Evening report", "description": "We send it at nine.", "priority": "low"}


def value(project: Project, section: str, artifact_type: ArtifactType = BRIEF) -> Any:
    return getattr(row_of(project, artifact_type).content, section)


def send(client: Client, page: str, **fields: Any) -> Any:
    """Fill in the form at `page` as it is opened, but for `fields`, and send it."""
    opened = client.get(page)
    assert opened.status_code == 200
    form = opened.context["form"]
    typed = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    return client.post(page, {**typed, "reason": REASON, **fields})


def logged(project: Project, artifact_type: ArtifactType = BRIEF) -> list[str]:
    entries = LogEntry.objects.filter(object_id=str(row_of(project, artifact_type).pk)).order_by(
        "pk"
    )
    return [entry.get_change_message() for entry in entries]
