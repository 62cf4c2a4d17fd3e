"""The end of every change by hand: validate the whole content, remember what had been generated,
and save the row.

Their callers hold the lock of the row.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.utils import timezone
from pydantic import ValidationError

from artifacts.diff.text import reads_the_same
from artifacts.documents.retired import record_retired
from artifacts.exceptions import InvalidEdit
from artifacts.models import Artifact, User
from artifacts.models.stored import Edit, dump_edits
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import Section
from artifacts.services.editing.locking import signed_edit
from artifacts.validation_messages import describe_problem

logger = logging.getLogger(__name__)


def store_section(
    row: Artifact,
    section: Section,
    value: Any,
    editor: User,
    *,
    name_of: Callable[[Sequence[Any]], str] = lambda _: "",
) -> ArtifactContent:
    """Make `value` the section's value, and return the whole content, validated.

    A value that reads as the stored one does changes nothing: spare white space makes no edit.
    Raises InvalidEdit.
    """
    before = row.content
    assert before is not None
    stored = before.model_dump(mode="json")
    try:
        after = load_content(row.type, {**stored, section.name: value})
    except ValidationError as error:
        raise InvalidEdit(_sentences(error, section, name_of)) from error
    new = after.model_dump(mode="json")
    edits = edits_with(row, section.name, stored[section.name], new[section.name], editor)
    if reads_the_same(stored[section.name], new[section.name]) and edits.keys() == row.edits.keys():
        return before
    row.edited_sections = dump_edits(edits)
    row.superseded_items = record_retired(
        row.retired_items, before, after, version=row.content_version
    )
    row.current_content = new
    save_content(row, "current_content", "edited_sections")
    logger.info("Edited %s of artifact %s by user %s", section.name, row.pk, editor.pk)
    return after


def edits_with(row: Artifact, name: str, before: Any, after: Any, editor: User) -> dict[str, Edit]:
    """Return the edits once a section reads `after`; one that reads as it was generated is not
    edited.
    """
    edits = row.edits
    generated = edits[name].generated if name in edits else before
    if reads_the_same(after, generated):
        edits.pop(name, None)
        return edits
    return {**edits, name: signed_edit(row, generated, editor, now=timezone.now())}


def save_content(row: Artifact, *fields: str) -> None:
    """Save these columns, and those that follow from the content."""
    row.schema_version = row.type.content_class.current_version
    row.save(update_fields=[*fields, "superseded_items", "schema_version", "updated_at"])
    row.__dict__.pop("content", None)


def _sentences(
    error: ValidationError, section: Section, name_of: Callable[[Sequence[Any]], str]
) -> dict[str, list[str]]:
    sentences: dict[str, list[str]] = {}
    for problem in error.errors(include_url=False, include_input=True):
        name = name_of(problem["loc"]) or section.name
        sentences.setdefault(name, []).append(describe_problem(problem))
    return sentences
