"""What an edited file changes in one document: change by change, as the schema lets it
stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import ids_given
from artifacts.importing.changes import (
    ChangeKind,
    FileComparison,
    FileOutcome,
    ImportedChange,
    Unmatched,
)
from artifacts.importing.parsed import ParsedFile
from artifacts.models import Artifact
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import Section, next_id
from artifacts.validation_messages import describe_problem


@dataclass(frozen=True, slots=True)
class DocumentChanges:
    """The changes of one document, how it would read with all of them, and what cannot be taken
    over.
    """

    changes: tuple[ImportedChange, ...]
    merged: ArtifactContent
    unmatched: tuple[Unmatched, ...]


def find_changes(
    artifact: Artifact,
    parsed: ParsedFile,
    exported: ParsedFile,
    index: ReferenceIndex,
    readable: Sequence[Section],
    *,
    is_current: bool,
) -> DocumentChanges:
    """Compare a file with `exported`, what it would say without a change, in the sections that may
    be read.
    """
    assert artifact.content is not None
    content = artifact.content
    comparison = FileComparison(
        artifact.type, content, parsed, exported, index, tuple(readable), is_current
    )
    return _accepted(artifact, content, comparison.outcomes())


def _accepted(
    artifact: Artifact, content: ArtifactContent, outcomes: Iterable[FileOutcome]
) -> DocumentChanges:
    """Make one proposed change after another, each on top of those before it that the schema let
    stand.
    """
    changes: list[ImportedChange] = []
    unmatched: list[Unmatched] = []
    taken_ids = ids_given(content, artifact.retired_items)
    for outcome in outcomes:
        if isinstance(outcome, Unmatched):
            unmatched.append(outcome)
            continue
        change = outcome.change
        if change.kind is ChangeKind.ADD:
            assert change.section.item_class is not None
            change = replace(change, item_id=next_id(change.section.item_class.prefix, taken_ids))
        before = content.model_dump(mode="json")
        value = _changed_value(change, before[change.section.name])
        try:
            merged = load_content(artifact.type, {**before, change.section.name: value})
        except ValidationError as error:
            unmatched.append(_refused(change, outcome.source, error))
            continue
        if merged.model_dump(mode="json") != before:
            content = merged
            changes.append(change)
            taken_ids.add(change.item_id)
    return DocumentChanges(tuple(changes), content, tuple(unmatched))


def _changed_value(change: ImportedChange, stored: Any) -> Any:
    """Return what a section holds after a change, as JSON."""
    if change.kind is ChangeKind.TEXT:
        # A gated section may be empty; emptied again it is as if it had never been written.
        return None if change.value == "" and not change.section.required else change.value
    return _changed_items(change, stored or [])


def _changed_items(change: ImportedChange, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    assert change.kind is not ChangeKind.TEXT
    match change.kind:
        case ChangeKind.ITEM:
            return [
                {**one, **change.value} if one["id"] == change.item_id else one for one in items
            ]
        case ChangeKind.ADD:
            return [*items, {**change.value, "id": change.item_id}]
        case ChangeKind.DELETE:
            return [one for one in items if one["id"] != change.item_id]
        case ChangeKind.ORDER:
            by_id = {one["id"]: one for one in items}
            return [by_id[item_id] for item_id in change.arranged(list(by_id))]


def _refused(change: ImportedChange, source: str, error: ValidationError) -> Unmatched:
    item_id = change.item_id if change.kind in (ChangeKind.ITEM, ChangeKind.ADD) else ""
    sentences = dict.fromkeys(_sentences(error, change.section))
    return Unmatched(source, " ".join([item_id, *sentences]).strip())


def _sentences(error: ValidationError, section: Section) -> Iterator[str]:
    labels = (
        {field.name: field.label for field in section.item_class.fields()}
        if section.item_class
        else {}
    )
    for problem in error.errors(include_url=False, include_input=True):
        place = problem["loc"]
        label = labels.get(str(place[2])) if len(place) > 2 else None
        sentence = describe_problem(problem)
        yield f"{_(label)}: {sentence}" if label else sentence
