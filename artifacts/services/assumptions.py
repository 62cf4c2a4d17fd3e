"""What a project takes for granted and what it does not know yet: where that is used, and how it
gets settled.

Settling changes a document and the founder's answers together, or neither, and only through the
services that change each of them by hand.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from artifacts.document_types.brief.schema import Assumption
from artifacts.documents.impact import Touched, mentions
from artifacts.documents.testing import AssumptionOutcome, Standing, decisive, standing
from artifacts.exceptions import EntryGone, InvalidEdit, InvalidProject, ItemGone, ProjectDeleted
from artifacts.interview.questions import ANSWER_MAX, QUESTIONS, Question, find_question
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Item, Section, SectionKind
from artifacts.schemas.marks import without_marks
from artifacts.services import editing
from artifacts.services.impact import Impact
from artifacts.services.locking import fingerprint, lock_editable
from artifacts.services.projects import parse_project, update_project
from artifacts.text import fold_title
from artifacts.tiers import Tier
from artifacts.usage.estimates import estimate_total

logger = logging.getLogger(__name__)

SETTLED = {"basis": "answer", "confidence": "high"}
"""How an assumption is worded once the founder has confirmed it."""

IDEA = "idea"
ANSWERS = "answers"
PLACES = (*(f"{ANSWERS}.{question.key}" for question in QUESTIONS), IDEA)
"""The texts of the founder's that something settled may be added to, as the inputs of a document
name them.
"""

_WORD = re.compile(r"\w{4,}")


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
    """True where the document was written from it, so that it becomes stale."""


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
    """True where the founder said "I don't know yet"."""
    outcome: AssumptionOutcome | None = None
    """What the test found that decides about an assumption; None where none does."""

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


def find_entry(project: Project, key: str, tier: Tier) -> AssumptionEntry | None:
    """Return the entry `key`, or None where it is not there (any more).

    A question of the interview is found even when it is answered by now.
    """
    return next(
        (entry for entry in _entries(project, tier, answered=True) if entry.key == key), None
    )


def sources(project: Project, tier: Tier) -> list[Artifact]:
    """Return the documents that have a section of what is unsettled."""
    return [artifact for artifact in project.documents() if _unsettled(artifact, tier)]


def edited_sources(project: Project, tier: Tier) -> list[tuple[Artifact, Section]]:
    """Return the sections of what is unsettled that were edited, so that what we wrote there can be
    restored.
    """
    return [
        (artifact, section)
        for artifact in sources(project, tier)
        for section in _unsettled(artifact, tier)
        if section.name in artifact.edited_names
    ]


def effect(project: Project, entry: AssumptionEntry, act: SettleAction) -> Impact:
    """Return which documents `act` would make stale, which of their sections mention it, and what
    writing them takes.

    An act that adds to an answer touches what was written from any answer: all of them are read
    together.
    """
    keys = {entry.input_key, *(() if act is SettleAction.REJECT else PLACES)}
    sections = {use.artifact_type: use.sections for use in entry.uses}
    stale = tuple(
        Touched(artifact.type, sections.get(artifact.type, ()))
        for artifact in project.documents()
        if artifact.is_written and not keys.isdisjoint(artifact.written_from)
    )
    return Impact(stale, estimate_total(document.artifact_type for document in stale))


def fitting_place(project: Project, text: str) -> str:
    """Return the one of PLACES that shares words with `text` which no other question has; the idea
    where none does.
    """
    answers = project.get_answers().model_dump()
    about = {
        f"{ANSWERS}.{question.key}": _words(
            f"{question.title} {question.prompt} {_(question.title)} {_(question.prompt)}"
            f" {answers[question.key]}"
        )
        for question in QUESTIONS
    }
    shared = Counter(word for words in about.values() for word in words)
    wanted = {word for word in _words(text) if shared[word] == 1}
    titles = {
        f"{ANSWERS}.{question.key}": _words(f"{question.title} {_(question.title)}")
        for question in QUESTIONS
    }
    best = max(about, key=lambda place: (len(wanted & titles[place]), len(wanted & about[place])))
    return best if wanted & about[best] else IDEA


def stands(project: Project, place: str) -> str:
    """Return what the founder's text `place` says now."""
    described = project.get_input()
    return (
        described.idea
        if place == IDEA
        else str(getattr(described.answers, place.partition(".")[2]))
    )


def confirm(
    project: Project, *, key: str, base: str, place: str, seen: str, editor: User, tier: Tier
) -> None:
    """Let an assumption be the founder's word: it is added to the text `place`, and marked in its
    document.

    `base` is the entry's fingerprint, and `seen` that of the description (`input_fingerprint`) that
    the founder saw. Raises EditConflict, ItemGone, StaleUpdate, InvalidEdit, DocumentLocked or
    ProjectDeleted, and has changed nothing.
    """
    with lock_editable(_artifact(project, key)) as row:
        section, item = _item(row, key, tier)
        # From here on it is the founder's word, and no mark says otherwise.
        values = {**SETTLED, item.title_field: item.label}
        editing.change_item(
            row,
            section=section.name,
            item_id=item.id,
            values=values,
            base=base,
            editor=editor,
            tier=tier,
        )
        _add(project, place, project.reference_index(tier).words(item.label), seen)
    logger.info("Confirmed %s of project %s by user %s", key, project.pk, editor.pk)


def correct(
    project: Project,
    *,
    key: str,
    base: str,
    place: str,
    seen: str,
    text: str,
    editor: User,
    tier: Tier,
) -> None:
    """Put what is true in the place of an assumption, or answer a question, which is open no more;
    add it to `place`.

    Raises as `confirm`.
    """
    if key.startswith(f"{ANSWERS}."):
        if find_question(key.partition(".")[2]) is None:
            raise EntryGone(key)
        _add(project, key, text, seen)
    else:
        with lock_editable(_artifact(project, key)) as row:
            section = _section(row, key, tier)
            if section.kind is SectionKind.ITEMS:
                values = {"text": text, **SETTLED}
                item_id = key.partition(".")[2]
                editing.change_item(
                    row,
                    section=section.name,
                    item_id=item_id,
                    values=values,
                    base=base,
                    editor=editor,
                    tier=tier,
                )
            else:
                _take_line_out(row, section, key, editor, tier)
            _add(project, place, project.reference_index(tier).words(without_marks(text)), seen)
    logger.info("Corrected %s of project %s by user %s", key, project.pk, editor.pk)


def reject(project: Project, *, key: str, base: str, editor: User, tier: Tier) -> None:
    """Take an assumption or an open question out of its section. Raises as `confirm`."""
    with lock_editable(_artifact(project, key)) as row:
        section = _section(row, key, tier)
        if section.kind is SectionKind.ITEMS:
            item_id = key.partition(".")[2]
            editing.delete_item(
                row, section=section.name, item_id=item_id, base=base, editor=editor, tier=tier
            )
        else:
            _take_line_out(row, section, key, editor, tier)
    logger.info("Rejected %s of project %s by user %s", key, project.pk, editor.pk)


def _entries(project: Project, tier: Tier, *, answered: bool = False) -> Iterator[AssumptionEntry]:
    found = mentions(project.contents(), tier)
    outcomes = project.outcomes()

    def uses(input_key: str, *names: str) -> tuple[Use, ...]:
        return tuple(_uses(project, found, input_key, (input_key, *names)))

    for artifact in project.documents():
        if artifact.content is None:
            continue
        values = artifact.content.readable(tier)
        for section in _unsettled(artifact, tier):
            input_key = f"{artifact.type.value}.{section.name}"
            for value in values[section.name] or ():
                place: dict[str, Any] = {"artifact": artifact, "section": section}
                if isinstance(value, Assumption):
                    place |= {"item": value, "uses": uses(input_key, value.id)}
                    place["outcome"] = decisive(_key(artifact, value), value.text, outcomes)
                    yield AssumptionEntry(
                        _key(artifact, value),
                        EntryKind.ASSUMPTION,
                        value.text,
                        fingerprint(value),
                        **place,
                    )
                else:
                    place["uses"] = uses(input_key)
                    yield AssumptionEntry(
                        _key(artifact, value),
                        EntryKind.QUESTION,
                        value,
                        fingerprint(value),
                        **place,
                    )
    answers = project.get_answers().model_dump()
    for question in QUESTIONS:
        if answered or not answers[question.key]:
            key = f"{ANSWERS}.{question.key}"
            yield AssumptionEntry(
                key,
                EntryKind.UNANSWERED,
                question.prompt,
                fingerprint(answers[question.key]),
                uses=uses(key),
                question=question,
                is_left_open=question.key in project.left_open,
            )


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


def _unsettled(artifact: Artifact, tier: Tier) -> list[Section]:
    return [
        section
        for section in artifact.type.content_class.access(tier).readable
        if section.unsettled
    ]


def _key(artifact: Artifact, value: Item | str) -> str:
    """Lines have no id; the same words are the same question, wherever in the list they stand."""
    return f"{artifact.type.value}.{value.id if isinstance(value, Item) else fingerprint(value)}"


def _artifact(project: Project, key: str) -> Artifact:
    name = key.partition(".")[0]
    if name not in set(ArtifactType):
        raise EntryGone(key)
    return project.documents()[ArtifactType(name).number - 1]


def _section(row: Artifact, key: str, tier: Tier) -> Section:
    """Return the section that the entry stands in now.

    Raises ItemGone, as for an item of any section.
    """
    for section in _unsettled(row, tier):
        for value in getattr(row.content, section.name) or ():
            if _key(row, value) == key:
                return section
    raise EntryGone(key)


def _item(row: Artifact, key: str, tier: Tier) -> tuple[Section, Item]:
    section = _section(row, key, tier)
    for value in getattr(row.content, section.name):
        if isinstance(value, Item) and _key(row, value) == key:
            return section, value
    raise ItemGone(key.partition(".")[2])


def _take_line_out(row: Artifact, section: Section, key: str, editor: User, tier: Tier) -> None:
    lines = getattr(row.content, section.name)
    kept = [text for text in lines if _key(row, text) != key]
    # The row is locked: what was read just now is current, whatever the other lines were when the
    # form was opened.
    editing.edit_section(
        row, section=section.name, value=kept, base=fingerprint(lines), editor=editor, tier=tier
    )


def _add(project: Project, place: str, text: str, seen: str) -> None:
    """Add `text` to one of the founder's texts as a line of its own, unless it says so already."""
    if place not in PLACES:
        raise InvalidEdit({"place": [_("Please choose one.")]})
    fresh = Project.objects.active().filter(pk=project.pk).first()
    if fresh is None:
        raise ProjectDeleted
    now = stands(fresh, place)
    if now and fold_title(text) in fold_title(now):
        return
    longer = f"{now}\n{text}" if now else text
    described = fresh.get_input().model_dump()
    if place == IDEA:
        described[IDEA] = longer
    else:
        described[ANSWERS][place.partition(".")[2]] = longer
    try:
        wanted = parse_project(described)
    except InvalidProject as error:
        sentence = _("There is no room for it in that answer, which may have %(max)s characters.")
        raise InvalidEdit({"place": [sentence % {"max": ANSWER_MAX}]}) from error
    update_project(fresh, described=wanted, base=seen)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold_title(text)))
