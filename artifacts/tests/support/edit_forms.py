"""The forms with which a document is changed by hand, as founders send them."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from artifacts.models import Project
from artifacts.tests.support.rows import row_of

HTMX = {"HX-Request": "true"}


def value(project: Project, artifact_type: str, section: str) -> Any:
    return getattr(row_of(project, artifact_type).content, section)


def url(name: str, project: Project, artifact_type: str, section: str, *more: str) -> str:
    return reverse(name, args=[project.pk, artifact_type, section, *more])


def send(client: Client, url: str, fields: dict[str, Any], **headers: str) -> Any:
    return client.post(url, fields, headers=headers)
