"""Preview other values of facts: which texts would change, before anything is saved.

Looking stores nothing: the changes are made to a copy of the project's row that is never saved, and
the offline writer, which writes the same words for the same facts, is asked what it would write
then. What a language model wrote cannot be told beforehand, so only the sections that use what is
changed are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from pydantic import ValidationError

from artifacts.diff.content import SectionDifference, compare_documents, words_of
from artifacts.documents.identity import assign_ids
from artifacts.documents.impact import touched_by_answer, touched_by_section
from artifacts.documents.labels import section_in
from artifacts.documents.presentation import make_index, present_document
from artifacts.documents.references import ReferenceIndex
from artifacts.documents.retired import RetiredItem
from artifacts.documents.staleness import FACTS, Inputs, input_hashes, names_facts
from artifacts.exceptions import InvalidProject
from artifacts.facts.schema import Facts
from artifacts.facts.sheet import OWN_WORDS, group_of
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.runners.offline import compose_with_inputs
from artifacts.schemas import ArtifactContent, ArtifactType, Contents, load_content
from artifacts.schemas.base import Section, describe_errors
from artifacts.services.documents.status import changed_inputs_of
from artifacts.services.facts.corrections import (
    correct_fact,
    corrected_as_seen,
    put_lines,
    set_lines,
)
from artifacts.tiers import Tier

OFFLINE = "fake"
"""The runner whose texts can be told beforehand."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """Another value for one fact, as JSON holds it; for a list in the founder's words, its lines as
    one text.
    """

    path: str
    value: Any
    base: str
    """What names the value that was seen: `fact_base`, or `lines_base`."""

    @property
    def is_lines(self) -> bool:
        return group_of(self.path) in OWN_WORDS


@dataclass(frozen=True, slots=True)
class DocumentOutlook:
    """What would become of one document, as far as its reader's tier opens it."""

    artifact: Artifact
    is_predicted: bool
    """False if a language model wrote it, or would."""
    moved: tuple[SectionDifference, ...] = ()
    """What would read otherwise, as it is and as it would be."""
    kept: tuple[Section, ...] = ()
    """What the founder edited: it stays, and may no longer fit."""
    used: tuple[Section, ...] = ()
    """Where nothing can be told beforehand: the sections that point at or quote what is changed."""


@dataclass(frozen=True, slots=True)
class Outlook:
    before: Facts
    after: Facts
    documents: tuple[DocumentOutlook, ...]
    """Those that would be out of date, in order."""
    now: Contents
    then: Contents
    """What all documents say, and what they would say once those are regenerated."""


def imagine(project: Project, changes: Iterable[FactChange]) -> Project:
    """Return a copy of the row with the changes made, which nobody saves.

    Raises StaleUpdate, InvalidProject.
    """
    row = copy(project)
    for change in _in_order(changes):
        if change.is_lines:
            put_lines(row, name=group_of(change.path), text=change.value, base=change.base)
            continue
        try:
            facts = corrected_as_seen(row.stored_facts(), change.path, change.value, change.base)
        except ValidationError as error:
            raise InvalidProject(describe_errors(error)) from error
        row.facts = facts.model_dump(mode="json")
    return row


def save_changes(project: Project, changes: Iterable[FactChange]) -> None:
    """Store the changes as the page of facts does: all of them, or none.

    Raises StaleUpdate, InvalidProject, ProjectDeleted.
    """
    with transaction.atomic():
        for change in _in_order(changes):
            if change.is_lines:
                name = group_of(change.path)
                set_lines(project, name=name, text=change.value, base=change.base)
            else:
                correct_fact(project, path=change.path, value=change.value, base=change.base)


def look(project: Project, changes: Sequence[FactChange], tier: Tier) -> Outlook:
    """Return what the changes would move, for a reader of `tier`. Stores nothing.

    Raises StaleUpdate, InvalidProject.
    """
    now, then = project.get_input(), imagine(project, changes).get_input()
    documents = [row for row in project.documents() if row.content is not None]
    predicted = _predicted(documents)
    as_it_is = _drafts(documents, now, predicted)
    as_it_would_be = _drafts(documents, then, predicted)
    views = _Views(project, documents, as_it_would_be, tier)
    found = (
        _rewritten(row, as_it_is[row.type], as_it_would_be[row.type], views)
        if row.type in predicted
        else _named(row, as_it_is[row.type], as_it_would_be[row.type], views, now)
        for row in documents
    )
    return Outlook(
        before=now.sheet,
        after=then.sheet,
        documents=tuple(one for one in found if one is not None),
        now=views.contents,
        then={kind: draft.content for kind, draft in as_it_would_be.items()},
    )


def _in_order(changes: Iterable[FactChange]) -> list[FactChange]:
    """Lines first: they are an answer, and an answer makes us read the facts again."""
    return sorted(changes, key=lambda change: not change.is_lines)


def _predicted(documents: Sequence[Artifact]) -> set[ArtifactType]:
    """Return the documents whose next text can be told: the offline writer wrote them, and writes
    now. One query.
    """
    if settings.RUNNER.partition(":")[0] != OFFLINE:
        return set()
    current = GenerationAttempt.objects.filter(
        artifact__in=[row.pk for row in documents], version_written=F("artifact__content_version")
    )
    writers = dict(current.order_by("pk").values_list("artifact_id", "runner"))
    return {
        row.type for row in documents if writers.get(row.pk, OFFLINE).partition(":")[0] == OFFLINE
    }


@dataclass(frozen=True, slots=True)
class _Draft:
    """A document as it is, or as it would be written."""

    content: ArtifactContent
    stale: Inputs
    """What it would be out of date for: the keys, with their hashes."""
    replaced: Mapping[str, Any] = field(default_factory=dict)
    """What would have been written in the place of sections that the founder edited."""
    retired: Mapping[str, RetiredItem] = field(default_factory=dict)


def _drafts(
    documents: Sequence[Artifact], told: ProjectInput, predicted: Collection[ArtifactType]
) -> dict[ArtifactType, _Draft]:
    """Return every document once all are brought up to date that can be told."""
    drafts: dict[ArtifactType, _Draft] = {}
    for row in documents:
        earlier = {kind: drafts[kind].content for kind in row.type.earlier if kind in drafts}
        hashes = input_hashes(told, earlier, with_facts=names_facts(row.written_from))
        stale = changed_inputs_of(row, hashes)
        if stale and row.type in predicted:
            drafts[row.type] = _written(row, told, earlier, stale)
        else:
            assert row.content is not None
            drafts[row.type] = _Draft(row.content, stale, retired=row.retired_items)
    return drafts


def _written(row: Artifact, told: ProjectInput, earlier: Contents, stale: Inputs) -> _Draft:
    """Return what a new version would say, with the founder's edits kept."""
    content = load_content(row.type, compose_with_inputs(told, row.type, earlier)[0])
    content.language = told.document_language
    identified = assign_ids(
        content, row.content, row.retired_items, version=row.content_version, keep=row.edited_names
    )
    return _Draft(identified.content, stale, identified.replaced, identified.superseded)


class _Views:
    """Both states of all documents, as a reader of one tier sees them."""

    def __init__(
        self,
        project: Project,
        documents: Sequence[Artifact],
        drafts: Mapping[ArtifactType, _Draft],
        tier: Tier,
    ) -> None:
        self.tier = tier
        self.contents: Contents = project.contents()
        self.inputs = {row.type: tuple(row.written_from) for row in documents}
        then = {kind: draft.content for kind, draft in drafts.items()}
        retired = {kind: draft.retired for kind, draft in drafts.items()}
        self._then = then
        self._old: ReferenceIndex = make_index(self.contents, tier, project.superseded())
        self._new: ReferenceIndex = make_index(then, tier, retired)

    def differences(self, kind: ArtifactType) -> Iterator[SectionDifference]:
        """Yield the sections that would read otherwise."""
        difference = compare_documents(
            present_document(kind, self.contents[kind], self._old, self.tier),
            present_document(kind, self._then[kind], self._new, self.tier),
            words=words_of(self._old, self._new),
        )
        return (section for section in difference.sections if section.differs)

    def readable(self, kind: ArtifactType, names: Collection[str]) -> tuple[Section, ...]:
        content = self.contents[kind]
        return tuple(
            section_in(section, content.language)
            for section in content.access(self.tier).readable
            if section.name in names
        )

    def using(self, kind: ArtifactType, keys: Iterable[str], told: ProjectInput) -> set[str]:
        """Return the names of the sections that point at or quote one of these inputs."""
        said = _said(told)
        found: set[str] = set()
        for key in keys:
            group, _, name = key.partition(".")
            section = ArtifactType(group).content_class.section(name) if _is_type(group) else None
            if section is not None and ArtifactType(group) in self.contents:
                touched = touched_by_section(
                    ArtifactType(group), section, self.contents, self.inputs, self.tier
                )
            else:
                touched = touched_by_answer(
                    key, said.get(key, ""), self.contents, self.inputs, self.tier
                )
            found |= {
                one.name
                for document in touched
                if document.artifact_type is kind
                for one in document.sections
            }
        return found


def _rewritten(
    row: Artifact, before: _Draft, after: _Draft, views: _Views
) -> DocumentOutlook | None:
    """Return how a document would read; None if the change does not concern it."""
    then, now = (draft.content.model_dump(mode="json") for draft in (after, before))
    other = {name for name in then if then[name] != now[name]}
    moved = tuple(one for one in views.differences(row.type) if one.section.name in other)
    generated = {name: edit.generated for name, edit in row.edits.items()} | dict(before.replaced)
    kept = {name for name in after.replaced if after.replaced[name] != generated.get(name)}
    if not (moved or kept or _new(before, after)):
        return None
    return DocumentOutlook(row, is_predicted=True, moved=moved, kept=views.readable(row.type, kept))


def _named(
    row: Artifact, before: _Draft, after: _Draft, views: _Views, told: ProjectInput
) -> DocumentOutlook | None:
    """Return which sections use what is changed; None if the document does not."""
    new = _new(before, after)
    if not new:
        return None
    used = views.readable(row.type, views.using(row.type, new, told))
    return DocumentOutlook(row, is_predicted=False, used=used)


def _new(before: _Draft, after: _Draft) -> dict[str, str]:
    """Return what the document would be out of date for by the change alone."""
    return dict(after.stale.items() - before.stale.items())


def _said(told: ProjectInput) -> dict[str, str]:
    """Return the founder's words by the key under which staleness knows what was read from them."""
    said: dict[str, list[str]] = {}
    for path, fact in told.sheet.each():
        said.setdefault(f"{FACTS}.{group_of(path)}", []).extend(span.text for span in fact.said)
    words = {key: "\n".join(texts) for key, texts in said.items()}
    answers = {f"answers.{key}": text for key, text in told.answers.model_dump().items()}
    return {**words, **answers, "idea": told.idea}


def _is_type(group: str) -> bool:
    return group in set(ArtifactType)
