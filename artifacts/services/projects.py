"""Make projects."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from pydantic import ValidationError

from artifacts.exceptions import InvalidProject
from artifacts.interview import ProjectInput
from artifacts.models import Artifact, Project, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.schemas.base import describe_errors

logger = logging.getLogger(__name__)


def create_project(*, owner: User, described: ProjectInput) -> Project:
    """Return a new project of `owner` with its five artifacts, none of them written yet."""
    with transaction.atomic():
        project = Project.objects.create(
            owner=owner, name=described.name, idea=described.idea, answers=described.answers.model_dump()
        )
        Artifact.objects.bulk_create(Artifact(project=project, artifact_type=t.value) for t in GENERATION_ORDER)
    logger.info("Created project %s", project.pk)
    return project


def parse_project(data: Mapping[str, Any]) -> ProjectInput:
    """Return the project described by plain data: name, idea, answers. Raises InvalidProject."""
    try:
        return ProjectInput.model_validate(data)
    except ValidationError as error:
        raise InvalidProject(describe_errors(error)) from error
