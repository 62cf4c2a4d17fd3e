"""Copy a project, with all that was said, written, edited and tested."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from django.utils.translation import gettext as _

from artifacts.documents.staleness import input_hashes
from artifacts.interview.questions import NAME_MAX
from artifacts.models import Artifact, AssumptionTest, Project
from artifacts.models.artifact import ROTATED
from artifacts.services.projects.lifecycle import check_project_limit, locked_project

logger = logging.getLogger(__name__)

COPIED = (
    "artifact_type",
    "version_number",
    "schema_version",
    "superseded_items",
    "still_fits",
    *ROTATED,
    *ROTATED.values(),
)
"""Columns that a copy of an artifact has from its original: all that was written, and nothing of
what is going on.
"""


def duplicate_project(project: Project) -> Project:
    """Return a copy of the project with all that was said, written, edited and tested.

    Notes, proposals, receipts, failures and what is being written stay with the original. Raises
    ProjectLimitReached.
    """
    with locked_project(project) as original:
        check_project_limit(original.owner_id)
        artifacts = list(original.artifacts.order_by("pk"))
        copy = Project.objects.create(
            owner_id=original.owner_id,
            name=_copy_name(original),
            idea=original.idea,
            answers=original.answers,
            facts=original.facts,
            language=original.language,
            unknown_answers=original.unknown_answers,
            interview_questions=original.get_interview().words_only(),
            ticks=original.ticks,
            interviewed_at=original.interviewed_at,
            answered_at=original.answered_at,
        )
        Artifact.objects.bulk_create(
            _copy_artifact(artifact, original, copy) for artifact in artifacts
        )
        AssumptionTest.objects.bulk_create(
            test.copy_to(copy) for test in original.tests.order_by("created_at", "pk")
        )
    logger.info("Copied project %s to %s", original.pk, copy.pk)
    return copy


def _copy_artifact(artifact: Artifact, original: Project, copy: Project) -> Artifact:
    fresh = Artifact(project=copy, **{name: getattr(artifact, name) for name in COPIED})
    fresh.inputs = _under_new_name(artifact.inputs, original, copy)
    fresh.previous_inputs = _under_new_name(artifact.previous_inputs, original, copy)
    return fresh


def _under_new_name(inputs: Mapping[str, str], original: Project, copy: Project) -> dict[str, str]:
    """Return `inputs` as if the copy's name had always been its name: being a copy makes no
    document stale.
    """
    old, new = (input_hashes(project.get_input(), {})["name"] for project in (original, copy))
    return {**inputs, "name": new} if inputs.get("name") == old else dict(inputs)


def _copy_name(original: Project) -> str:
    taken = set(
        Project.objects.active().filter(owner=original.owner_id).values_list("name", flat=True)
    )
    shortened = original.name[: NAME_MAX - 20]
    name = _("%(name)s (copy)") % {"name": shortened}
    number = 2
    while name in taken:
        name = _("%(name)s (copy %(number)s)") % {"name": shortened, "number": number}
        number += 1
    return name[:NAME_MAX]
