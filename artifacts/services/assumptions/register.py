"""What a project takes for granted and what it does not know yet, and where that is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.impact import mentions
from artifacts.documents.testing import AssumptionOutcome, Standing, decisive, standing
from artifacts.interview.questions import QUESTIONS, Question
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Item, Section
from artifacts.services.editing.locking import fingerprint
from artifacts.services.facts.founder_texts import ANSWERS
from artifacts.tiers import Tier

SETTLED = {"basis": "answer", "confidence": "high"}
"""How an assumption is worded once the founder has confirmed it."""


class EntryKind(StrEnum):
    ASSUMPTION = "assumption"
    QUESTION = "question"
    UNANSWERED = "unanswered"
    """A question of the interview without an answer."""


class SettleAction(StrEnum):
    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Use:
    """A document that an entry is used in."""

    artifact_type: ArtifactType
    sections: tuple[Section, ...]
    """Those that point at it or at the section it stands in, and that the reader may see."""
    is_built_on: bool
    """True if the document was written from it, so that it becomes stale."""


@dataclass(frozen=True, slots=True)
class AssumptionEntry:
    """One assumption or open question.

    `key` names it in addresses: "brief.A-1", "answers.price".
    """

    key: str
    kind: EntryKind
    text: str
    base: str
    """Fingerprint of what a form shows of it."""
    uses: tuple[Use, ...] = ()
    artifact: Artifact | None = None
    section: Section | None = None
    item: Assumption | None = None
    question: Question | None = None
    is_left_open: bool = False
    """True if the founder said "I don't know yet"."""
    outcome: AssumptionOutcome | None = None
    """What the test found that decides about an assumption; None if none does."""

    @property
    def standing(self) -> Standing:
        return standing(self.item, self.outcome) if self.item else Standing.OPEN

    @property
    def is_settled(self) -> bool:
        """True for an assumption that comes from the founder or was confirmed by a test, and that
        no test has disproved.
        """
        if self.item is None or self.standing is Standing.DISPROVED:
            return False
        return self.standing.holds or self.item.basis == SETTLED["basis"]

    @property
    def acts(self) -> tuple[SettleAction, ...]:
        if self.kind is EntryKind.UNANSWERED:
            return (SettleAction.CORRECT,)
        is_vouched = self.item is not None and self.item.basis == SETTLED["basis"]
        is_false = self.standing is Standing.DISPROVED
        if self.kind is EntryKind.QUESTION or is_vouched or is_false:
            return (SettleAction.CORRECT, SettleAction.REJECT)
        return tuple(SettleAction)

    @property
    def input_key(self) -> str:
        """What the inputs of a document call the text that this stands in."""
        if self.artifact is None or self.section is None:
            return self.key
        return f"{self.artifact.type.value}.{self.section.name}"


def list_entries(project: Project, tier: Tier) -> list[AssumptionEntry]:
    """Return what is to be settled, the assumptions first, and at the end those that the founder
    has vouched for.

    No query for a project that was loaded `with_artifacts()`.
    """
    entries = list({entry.key: entry for entry in _entries(project, tier)}.values())
    return sorted(entries, key=lambda entry: (entry.is_settled, list(EntryKind).index(entry.kind)))


def count_unsettled(project: Project, tier: Tier) -> int:
    """Return how many entries of `list_entries` are not settled. It looks for no uses of them."""
    entries = {entry.key: entry for entry in _entries(project, tier, is_counted=True)}
    return sum(not entry.is_settled for entry in entries.values())


def find_entry(project: Project, key: str, tier: Tier) -> AssumptionEntry | None:
    """Return the entry `key`, or None if it is not, or no longer, there.

    A question of the interview is found even when it is answered by now.
    """
    return next(
        (entry for entry in _entries(project, tier, answered=True) if entry.key == key), None
    )


def sources(project: Project, tier: Tier) -> list[Artifact]:
    """Return the documents that have a section of what is unsettled."""
    return [artifact for artifact in project.documents() if unsettled_sections(artifact, tier)]


def edited_sources(project: Project, tier: Tier) -> list[tuple[Artifact, Section]]:
    """Return the sections of what is unsettled that were edited, so that what we wrote there can be
    restored.
    """
    return [
        (artifact, section)
        for artifact in sources(project, tier)
        for section in unsettled_sections(artifact, tier)
        if section.name in artifact.edited_names
    ]


def _entries(
    project: Project, tier: Tier, *, answered: bool = False, is_counted: bool = False
) -> Iterator[AssumptionEntry]:
    """Yield the entries; those that are only counted have neither uses nor a base."""
    found = {} if is_counted else mentions(project.contents(), tier)
    outcomes = project.outcomes()

    def uses(input_key: str, *names: str) -> tuple[Use, ...]:
        if is_counted:
            return ()
        return tuple(_uses(project, found, input_key, (input_key, *names)))

    for artifact in project.documents():
        if artifact.content is None:
            continue
        values = artifact.content.readable(tier)
        for section in unsettled_sections(artifact, tier):
            input_key = f"{artifact.type.value}.{section.name}"
            for value in values[section.name] or ():
                kind, text, key = EntryKind.QUESTION, value, entry_key(artifact, value)
                place: dict[str, Any] = {"artifact": artifact, "section": section}
                if isinstance(value, Assumption):
                    kind, text = EntryKind.ASSUMPTION, value.text
                    place |= {"item": value, "uses": uses(input_key, value.id)}
                    place["outcome"] = decisive(key, text, outcomes)
                else:
                    place["uses"] = uses(input_key)
                base = "" if is_counted else fingerprint(value)
                yield AssumptionEntry(key, kind, text, base, **place)
    for question, answer in _unanswered(project, answered=answered):
        key = f"{ANSWERS}.{question.key}"
        yield AssumptionEntry(
            key,
            EntryKind.UNANSWERED,
            question.prompt,
            "" if is_counted else fingerprint(answer),
            uses=uses(key),
            question=question,
            is_left_open=question.key in project.left_open,
        )


def _unanswered(project: Project, *, answered: bool) -> Iterator[tuple[Question, str]]:
    """Yield the questions of the interview that have no answer, or also the others."""
    answers = project.get_answers().model_dump()
    for question in QUESTIONS:
        if answered or not answers[question.key]:
            yield question, answers[question.key]


def _uses(project: Project, found: Any, input_key: str, names: tuple[str, ...]) -> Iterator[Use]:
    for artifact in project.documents():
        if not artifact.is_written:
            continue
        named = [
            section for name in names for section in found.get(name, {}).get(artifact.type, ())
        ]
        is_built_on = input_key in artifact.written_from
        if named or is_built_on:
            yield Use(artifact.type, tuple(dict.fromkeys(named)), is_built_on)


def unsettled_sections(artifact: Artifact, tier: Tier) -> list[Section]:
    """Return the sections of what is unsettled that a reader of `tier` may read."""
    return [
        section
        for section in artifact.type.content_class.access(tier).readable
        if section.unsettled
    ]


def entry_key(artifact: Artifact, value: Item | str) -> str:
    """Lines have no id; the same words are the same question, wherever in the list they stand."""
    return f"{artifact.type.value}.{value.id if isinstance(value, Item) else fingerprint(value)}"
