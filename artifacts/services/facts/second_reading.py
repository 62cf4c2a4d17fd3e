"""Have a language model read the facts from the answers too.

Nobody waits for it, and nothing depends on it.

1. `order_reading` notes on the project that its words are being read, and enqueues a message.
2. `read_answers` asks the model, with no database connection held, and stores what it proved with
   quotations.
3. The facts page shows what both readers agree on, asks where they differ, and asks up to three
   questions more.

Until then, and whatever goes wrong, the facts are what our own reader read.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.exceptions import ArtifactsError, InvalidProject, ProjectDeleted, StaleUpdate
from artifacts.facts.schema import OWN_ANSWER_MAX, Fact, OwnAnswer
from artifacts.facts.second_reading import read_entries
from artifacts.facts.sheet import added, corrected
from artifacts.generation.connections import away_from_database, database_slot
from artifacts.interview.wording import EXTRA_MOST, ExtraQuestion, SecondReading
from artifacts.models import Artifact, Project
from artifacts.monitoring.context import new_order
from artifacts.monitoring.masking import kind_of
from artifacts.runners.base import RunnerError, Usage
from artifacts.runners.prompts.facts import fact_instructions, fact_prompt, fact_prompt_version
from artifacts.services.editing.locking import fingerprint
from artifacts.services.facts.questions import Ask, add_usage, are_questions_tailored, model_asker
from artifacts.services.projects.lifecycle import locked_project
from artifacts.text import clean_text
from artifacts.usage.budgets import budget_left

logger = logging.getLogger(__name__)

SECONDS = 60.0
"""How long the model may take.

The founder reads the page of facts at that time, and need not wait.
"""
MAX_TOKENS = 6_000
READINGS_PER_PROJECT = 6
"""A project whose words change more often than this is read by us alone: each reading costs
money.
"""


def order_reading(project: Project, *, deliver: Callable[[uuid.UUID, str], None]) -> bool:
    """Have the words of `project` read where a model has not read them yet; return whether that was
    ordered.

    `deliver` wakes a worker with the project's id and the order. Without a language model, no
    query.
    """
    if not are_questions_tailored() or not _is_due(project) or not _may_spend(project):
        return False
    order = new_order()
    try:
        with locked_project(project) as row:
            if not _is_due(row):
                return False
            reading = row.get_interview().reading
            changes = {"order": order, "ordered_at": timezone.now(), "orders": reading.orders + 1}
            _save(row, reading.model_copy(update={**changes, "words": _words(row)}))
    except ProjectDeleted:
        return False
    try:
        deliver(project.pk, order)
    except Exception:
        logger.exception(
            "Could not reach the queue for the facts of project %s; our own reading stands",
            project.pk,
        )
        _settle(project.pk, order)
        return False
    project.refresh_from_db(fields=["interview_questions"])
    return True


def read_answers(project_id: uuid.UUID, order: str, *, ask: Ask | None = None) -> None:
    """Ask a language model for the facts in the words of a project, and store them if `order` is
    still awaited.
    """
    with database_slot():
        project = Project.objects.active().filter(pk=project_id).first()
        if project is None or project.get_interview().reading.order != order:
            # the words have changed since, or the project is gone: nothing is asked, and nothing
            # paid
            return
        texts = project.get_input().texts()
        ask = ask or model_asker(project.owner_id, seconds=SECONDS, max_tokens=MAX_TOKENS)
        with away_from_database():
            answer, usage = _ask_for(project_id, texts, ask)
        _settle(project_id, order, answer=answer, texts=texts, usage=usage)


def is_being_read(project: Project, *, now: datetime) -> bool:
    """Return whether a reading of the answers is awaited that may still come."""
    reading = project.get_interview().reading
    return bool(
        reading.order
        and reading.ordered_at
        and now - reading.ordered_at < timedelta(seconds=SECONDS)
    )


def answer_extra(project: Project, *, number: int, text: str, base: str) -> Project:
    """Store the answer to the extra question `number` as a confirmed fact; an empty text declines
    the question.

    `base` is the fingerprint of the answer that was seen. Raises StaleUpdate, InvalidProject,
    ProjectDeleted.
    """
    text = clean_text(text).strip()
    if len(text) > OWN_ANSWER_MAX:
        raise InvalidProject(
            _("Please keep this answer under %(most)s characters.") % {"most": OWN_ANSWER_MAX}
        )
    with locked_project(project) as row:
        reading = row.get_interview().reading
        if number >= len(reading.questions):
            raise StaleUpdate
        question = reading.questions[number]
        stored = extra_answer(row, question)
        if text != stored and fingerprint(stored) != base:
            raise StaleUpdate
        row.facts = _with_answer(row, question, text).model_dump(mode="json")
        declined = question.model_copy(update={"is_declined": not text})
        questions = (*reading.questions[:number], declined, *reading.questions[number + 1 :])
        _save(row, reading.model_copy(update={"questions": questions}), "facts", "updated_at")
    logger.info("Stored the answer to extra question %s of project %s", number, row.pk)
    return row


def extra_answer(project: Project, question: ExtraQuestion) -> str:
    """Return what was answered to an extra question; "" where nothing was."""
    found = _place_of(project.stored_facts().more, question)
    return "" if found is None else project.stored_facts().more[found].value.answer  # type: ignore[union-attr]


def _with_answer(row: Project, question: ExtraQuestion, text: str) -> Any:
    facts = row.stored_facts()
    place = _place_of(facts.more, question)
    value = {"topic": question.title, "question": question.prompt, "answer": text} if text else None
    if place is not None:
        return corrected(facts, f"more.{place}", value)
    return added(facts, "more", value) if value else facts


def _place_of(more: tuple[Fact[OwnAnswer], ...], question: ExtraQuestion) -> int | None:
    places = (
        place
        for place, fact in enumerate(more)
        if fact.value and fact.value.question == question.prompt
    )
    return next(places, None)


def _is_due(project: Project) -> bool:
    reading = project.get_interview().reading
    told = any(project.get_answers().model_dump().values())
    return told and reading.words != _words(project) and reading.orders < READINGS_PER_PROJECT


def _may_spend(project: Project) -> bool:
    left = budget_left(project.owner_id, now=timezone.now())
    return left is None or left > 0


def _words(project: Project) -> str:
    return fingerprint({"idea": project.idea, **project.get_answers().model_dump()})[:16]


def _ask_for(
    project_id: uuid.UUID, texts: Mapping[str, str], ask: Ask
) -> tuple[Mapping[str, Any] | None, Usage]:
    """Return what the model answered, or None if that cannot be used, and what it took."""
    usage = Usage()
    try:
        answer, usage = ask(fact_instructions(timezone.localdate()), fact_prompt(texts))
        usage = replace(usage, prompt_version=fact_prompt_version())
        if isinstance(answer, Mapping) and isinstance(answer.get("facts"), list):
            return answer, usage
        problem = "the answer holds no list of facts"
    except RunnerError as error:
        problem, usage = str(error), replace(error.usage, prompt_version=fact_prompt_version())
    except ArtifactsError as error:
        problem = str(error)
    except Exception:
        logger.exception(
            "Reading the answers of project %s broke; our own reading stands", project_id
        )
        return None, usage
    logger.warning(
        "No second reading of project %s, our own stands: %s", project_id, kind_of(problem)
    )
    return None, usage


def _settle(
    project_id: uuid.UUID,
    order: str,
    *,
    answer: Mapping[str, Any] | None = None,
    texts: Mapping[str, str] | None = None,
    usage: Usage | None = None,
) -> None:
    """End `order`, with facts or without. What was spent is kept in any case.

    Documents that are being written keep the facts they began with: then the reading counts from
    the next change of the words on.
    """
    try:
        with locked_project(Project(pk=project_id)) as row:
            interview = row.get_interview()
            reading = interview.reading
            if reading.order == order:
                reading = reading.model_copy(
                    update={"order": "", **_taken(reading, answer, texts or {})}
                )
            spent = add_usage(interview.spent, usage) if usage else interview.spent
            row.interview_questions = interview.model_copy(
                update={"reading": reading, "spent": spent}
            ).dump()
            fields = ["interview_questions"]
            if answer is not None and not _is_written_at(row):
                row.reread_facts()
                fields += ["facts", "updated_at"]
            row.save(update_fields=fields)
    except ProjectDeleted:
        return
    if answer is not None:
        logger.info("Read the answers of project %s a second time", project_id)


def _taken(
    reading: SecondReading, answer: Mapping[str, Any] | None, texts: Mapping[str, str]
) -> dict[str, Any]:
    if answer is None:
        return {}
    language = answer.get("language")
    facts = read_entries(
        answer["facts"], texts, language=language if isinstance(language, str) else ""
    )
    # Questions that the founder has seen stay as they are.
    return {"facts": facts, "questions": reading.questions or _questions(answer.get("questions"))}


def _questions(told: Any) -> tuple[ExtraQuestion, ...]:
    """Return the first few questions that can be asked; what does not fit is left out."""
    found = []
    for entry in told if isinstance(told, list) else ():
        try:
            fields = {name: entry[name] for name in ("title", "prompt", "why", "example")}
            found.append(ExtraQuestion.model_validate(fields))
        except (ValidationError, KeyError, TypeError):
            continue
    return tuple(found[:EXTRA_MOST])


def _is_written_at(project: Project) -> bool:
    generating = Artifact.GenerationStatus.GENERATING
    return Artifact.objects.filter(project=project, generation_status=generating).exists()


def _save(row: Project, reading: SecondReading, *also: str) -> None:
    row.interview_questions = row.get_interview().model_copy(update={"reading": reading}).dump()
    row.save(update_fields=["interview_questions", *also])
