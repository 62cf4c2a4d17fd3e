"""Make, describe, rename, copy and delete projects."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.exceptions import InvalidProject, ProjectDeleted, ProjectLimitReached, StaleUpdate
from artifacts.generation.claims import cancel_generation
from artifacts.interview.questions import QUESTIONS, Answers, ProjectInput
from artifacts.models import Artifact, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.schemas.base import describe_errors
from artifacts.services.editing.locking import fingerprint

logger = logging.getLogger(__name__)

KEEP_DELETED = timedelta(days=settings.RETENTION_DAYS["deleted_projects"])
"""How long a deleted project can be restored."""

PURGED_AT_ONCE = 1_000

ANSWER_COLUMNS = ("answers", "unknown_answers", "answered_at", "facts", "updated_at")
"""What changes with an answer."""


def create_project(*, owner: User, described: ProjectInput) -> Project:
    """Return a new project of `owner` with its artifacts, none of them written yet.

    Raises ProjectLimitReached.
    """
    return _make(owner, described, interviewed_at=timezone.now())


def start_project(*, owner: User, name: str, idea: str) -> Project:
    """Return a new draft: a project whose founder has told the idea and is still to be asked.

    Raises InvalidProject and ProjectLimitReached.
    """
    return _make(owner, parse_project({"name": name, "idea": idea}), interviewed_at=None)


def check_project_limit(owner_id: int) -> None:
    """Raise ProjectLimitReached unless one more project fits into the owner's plan.

    Inside a transaction: the owner's row is locked, so that two requests at once cannot both find
    the same place free.
    """
    owner = User.objects.select_for_update().only("pk", "tier").get(pk=owner_id)
    limit = settings.PROJECTS[owner.get_tier().value]
    if Project.objects.active().filter(owner=owner).count() >= limit:
        raise ProjectLimitReached(limit)


def parse_project(data: Mapping[str, Any]) -> ProjectInput:
    """Return the project described by plain data: name, idea, answers. Raises InvalidProject."""
    try:
        return ProjectInput.model_validate(data)
    except ValidationError as error:
        raise InvalidProject(describe_errors(error)) from error


def parse_answer(key: str, text: str) -> str:
    """Return an answer as it is stored. Raises InvalidProject."""
    try:
        answer: str = getattr(Answers.model_validate({key: text}), key)
    except ValidationError as error:
        raise InvalidProject(describe_errors(error)) from error
    return answer


def answer_question(project: Project, *, key: str, text: str, base: str | None = None) -> Project:
    """Store one answer, and return the project as it is then.

    `base` is the fingerprint of the answer that was seen; without one, whatever stands is replaced.
    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """
    return _set_answer(project, key, parse_answer(key, text), base=base, is_unknown=False)


def leave_open(project: Project, *, key: str, base: str | None = None) -> Project:
    """Note that the founder does not know the answer yet.

    Raises as `answer_question`; some answers are needed.
    """
    if key not in {question.key for question in QUESTIONS if not question.required}:
        raise InvalidProject(_("This answer is needed; a guess will do."))
    return _set_answer(project, key, "", base=base, is_unknown=True)


def finish_interview(project: Project) -> Project:
    """Make a project of a draft, and return it.

    Raises InvalidProject naming the answers that are still needed.
    """
    with locked_project(project) as row:
        missing = missing_answers(row)
        if missing:
            raise InvalidProject(
                _("We still need an answer to: %(questions)s") % {"questions": " ".join(missing)}
            )
        if row.is_draft:
            row.interviewed_at = timezone.now()
            row.save(update_fields=["interviewed_at", "updated_at"])
            logger.info("Finished the interview of project %s", row.pk)
    return row


def missing_answers(project: Project) -> list[str]:
    """Return the prompts of the questions that must be answered and are not."""
    answers = project.get_answers()
    questions = project.get_interview().questions()
    return [
        _(question.prompt)
        for question in questions
        if question.required and not getattr(answers, question.key)
    ]


def input_fingerprint(project: Project) -> str:
    """Return what a form with the whole description carries, to notice what another window has
    changed since.

    By key: the form may come back after a question was added, and then says nothing of that one.
    """
    marks = _short_fingerprints(_texts(project.get_input()))
    return " ".join(f"{key}={mark}" for key, mark in marks.items())


def update_project(project: Project, *, described: ProjectInput, base: str) -> list[str]:
    """Store what differs from the description that was seen; return the keys of what changed:
    "idea", "answers.price".

    Texts that this form left as they were, or did not show, keep what another window has stored
    since. Raises StaleUpdate if both changed the same text, and ProjectDeleted.
    """
    wanted = _texts(described)
    with locked_project(project) as row:
        stored = _texts(row.get_input())
        changed = _changed_keys(wanted, stored, base)
        if changed:
            _describe(row, {**stored, **{key: wanted[key] for key in changed}})
            logger.info("Changed %s of project %s", ", ".join(changed), row.pk)
    return changed


def written_types(project: Project) -> tuple[ArtifactType, ...]:
    """Return the documents that a changed answer makes stale: all that have been written."""
    return tuple(artifact.type for artifact in project.documents() if artifact.is_written)


def rename_project(project: Project, *, name: str, base: str | None = None) -> Project:
    """Give the project another name. `base` is the fingerprint of the name that was seen.

    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """
    with locked_project(project) as row:
        new = parse_project({"name": name, "idea": row.idea}).name
        if base is not None and fingerprint(row.name) != base and row.name != new:
            raise StaleUpdate
        row.name = new
        row.save(update_fields=["name", "updated_at"])
    logger.info("Renamed project %s", row.pk)
    return row


def delete_project(project: Project) -> None:
    """Hide the project, and stop what is being written of it.

    It can be restored for KEEP_DELETED.
    """
    # First the mark, then the locks: a claim made in between finds the mark, and one made before is
    # cancelled.
    if Project.objects.active().filter(pk=project.pk).update(deleted_at=timezone.now()):
        cancelled = cancel_generation(project)
        logger.info("Deleted project %s; stopped writing %s documents", project.pk, cancelled)


def undelete_project(project: Project, *, is_limited: bool = True) -> None:
    """Bring a deleted project back. Staff may do so beyond the founder's limit.

    Raises ProjectDeleted if its time is over, and ProjectLimitReached.
    """
    still_kept = Project.objects.filter(pk=project.pk, deleted_at__gt=timezone.now() - KEEP_DELETED)
    with transaction.atomic():
        if is_limited and still_kept.exists():
            check_project_limit(project.owner_id)
        is_back = still_kept.update(deleted_at=None)
    if is_back:
        logger.info("Brought project %s back", project.pk)
    elif not Project.objects.active().filter(pk=project.pk).exists():
        raise ProjectDeleted


def purge_deleted(now: datetime) -> int:
    """Delete for good what was deleted longer than KEEP_DELETED ago, and return how many projects
    that were.

    Each goes in a transaction of its own, so that no lock is held for long; at most PURGED_AT_ONCE
    in one call.
    """
    purged = 0
    for key in expired_projects(now)[:PURGED_AT_ONCE]:
        try:
            purged += _purge(key, now)
        except Exception:
            logger.exception("Could not purge project %s; the others go on", key)
    return purged


def expired_projects(now: datetime) -> list[uuid.UUID]:
    """Return the keys of the projects that `purge_deleted` would delete, the longest deleted
    first.
    """
    expired = Project.objects.filter(deleted_at__lte=now - KEEP_DELETED)
    return list(expired.order_by("deleted_at").values_list("pk", flat=True))


def _purge(key: uuid.UUID, now: datetime) -> int:
    with transaction.atomic():
        # Looked at again under the lock: it may have been restored this moment.
        expired = Project.objects.filter(pk=key, deleted_at__lte=now - KEEP_DELETED)
        row = expired.select_for_update(of=("self",)).first()
        if row is None:
            return 0
        row.delete()
    logger.info("Purged project %s", key)
    return 1


def _make(owner: User, described: ProjectInput, *, interviewed_at: datetime | None) -> Project:
    project = Project(
        owner=owner,
        name=described.name,
        idea=described.idea,
        answers=described.answers.model_dump(),
        facts=described.facts.model_dump(mode="json") if described.facts else {},
        language=described.language,
        interviewed_at=interviewed_at,
        answered_at=timezone.now(),
    )
    project.reread_facts()
    with transaction.atomic():
        check_project_limit(owner.pk)
        project.save(force_insert=True)
        Artifact.objects.bulk_create(
            Artifact(project=project, artifact_type=t.value) for t in GENERATION_ORDER
        )
    logger.info("Created project %s", project.pk)
    return project


@contextmanager
def locked_project(project: Project) -> Iterator[Project]:
    """Yield the project as it is stored now, locked until the block ends. Raises ProjectDeleted."""
    with transaction.atomic():
        row = Project.objects.active().filter(pk=project.pk).select_for_update(of=("self",)).first()
        if row is None:
            raise ProjectDeleted
        yield row


def _set_answer(
    project: Project, key: str, text: str, *, base: str | None, is_unknown: bool
) -> Project:
    with locked_project(project) as row:
        answers = row.get_answers().model_dump()
        if base is not None and fingerprint(answers[key]) != base and answers[key] != text:
            raise StaleUpdate
        put_answer(row, key, text, is_unknown=is_unknown)
        row.save(update_fields=ANSWER_COLUMNS)
    logger.info("Stored the answer %s of project %s", key, row.pk)
    return row


def put_answer(row: Project, key: str, text: str, *, is_unknown: bool = False) -> None:
    """Put one answer into `row` and read the facts again. Does not save."""
    row.answers = {**row.get_answers().model_dump(), key: text}
    row.unknown_answers = [
        *(other for other in row.left_open if other != key),
        *([key] * is_unknown),
    ]
    row.answered_at = timezone.now()
    row.reread_facts()


def _texts(described: ProjectInput) -> dict[str, str]:
    """Return every text of a description by the key under which staleness knows it."""
    answers = {f"answers.{key}": text for key, text in described.answers.model_dump().items()}
    return {"name": described.name, "idea": described.idea, **answers}


def _short_fingerprints(texts: Mapping[str, str]) -> dict[str, str]:
    return {key: fingerprint(text)[:10] for key, text in texts.items()}


def _changed_keys(wanted: Mapping[str, str], stored: Mapping[str, str], base: str) -> list[str]:
    """Return the keys of the texts that the form changes of what is stored.

    `base` is the `input_fingerprint` that was seen. Raises StaleUpdate where another window changed
    one of them too.
    """
    seen = dict(part.split("=", 1) for part in base.split() if "=" in part)
    shown = seen or wanted
    typed, current = _short_fingerprints(wanted), _short_fingerprints(stored)
    edited = [key for key in wanted if key in shown and typed[key] != seen.get(key)]
    changed = [key for key in edited if wanted[key] != stored[key]]
    if any(current[key] != seen.get(key) for key in changed):
        raise StaleUpdate
    return changed


def _describe(row: Project, texts: Mapping[str, str]) -> None:
    row.name, row.idea = texts["name"], texts["idea"]
    row.answers = {question.key: texts[f"answers.{question.key}"] for question in QUESTIONS}
    row.unknown_answers = [key for key in row.left_open if not texts[f"answers.{key}"]]
    row.answered_at = timezone.now()
    row.reread_facts()
    row.save(
        update_fields=[
            "name",
            "idea",
            "answers",
            "unknown_answers",
            "answered_at",
            "facts",
            "updated_at",
        ]
    )
