"""Members of staff as tests need them: with just the permissions that a role has."""

from __future__ import annotations

from typing import Any

from django.test import Client

from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import UserFactory

VIEWER = ("view_project", "view_artifact", "view_generationattempt", "view_user")
EDITOR = (*VIEWER, "change_artifact")


def make_staff(*permissions: str, **fields: Any) -> User:
    return UserFactory.create(staff=True, permissions=permissions, **fields)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def admin_page(project: Project, artifact_type: ArtifactType, path: str = "change/") -> str:
    """The address of an artifact's page in the admin, or of one below it."""
    artifact = project.artifacts.get(artifact_type=artifact_type.value)
    return f"/admin/artifacts/artifact/{artifact.pk}/{path}"
