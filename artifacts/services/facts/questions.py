"""Have a language model tailor the questions of an interview to the idea.

Whatever goes wrong, the usual ones are asked.

1. `order_questions` notes on the draft that they are being made, and enqueues a message.
2. `make_questions` asks a language model, with no database connection held, and stores what is
   still wanted then.
3. `begin_interview` is called before a question is shown. From then on its words stay: what comes
   later is dropped.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from pydantic import ValidationError

from artifacts.exceptions import ArtifactsError, ProjectDeleted
from artifacts.generation.connections import away_from_database, database_slot
from artifacts.interview.wording import Interview, Spent, Tailored
from artifacts.models import Project
from artifacts.monitoring.context import new_order
from artifacts.monitoring.masking import kind_of
from artifacts.runners import asks_a_model
from artifacts.runners.base import RunnerError, Usage
from artifacts.runners.llm import ask_json
from artifacts.runners.prompts.questions import (
    question_instructions,
    question_prompt,
    question_prompt_version,
)
from artifacts.schemas.base import describe_errors
from artifacts.services.projects.lifecycle import locked_project
from artifacts.usage.budgets import budget_left

logger = logging.getLogger(__name__)

SECONDS = 20.0
"""How long a model may take: longer than a founder waits, since founders who left come back to what
is there by then.
"""
MAX_TOKENS = 4_000
ORDERS_PER_PROJECT = 3
PROJECTS_PER_DAY = 20
"""More new projects than this of one founder in 24 hours are asked in the usual words: each order
costs money.
"""

Ask = Callable[[str, str], tuple[Any, Usage]]
"""Takes the instructions and the prompt; returns the JSON that was answered, and what it took.

Raises RunnerError.
"""


def are_questions_tailored() -> bool:
    """True if a language model is there to make questions."""
    return asks_a_model(settings.RUNNER)


def order_questions(project: Project, *, deliver: Callable[[uuid.UUID, str], None]) -> bool:
    """Have questions made for a draft whose founder has answered nothing yet; return whether they
    are being made.

    `deliver` wakes a worker with the project's id and the order. Without a language model, no
    query.
    """
    if not are_questions_tailored() or not _is_within_limits(project):
        return False
    order = new_order()
    try:
        with locked_project(project) as row:
            interview = row.get_interview()
            if not row.is_draft or _has_begun(row) or interview.orders >= ORDERS_PER_PROJECT:
                return False
            _save(
                row,
                interview.model_copy(
                    update={
                        "order": order,
                        "ordered_at": timezone.now(),
                        "orders": interview.orders + 1,
                        "tailored": None,
                    }
                ),
            )
    except ProjectDeleted:
        return False
    try:
        deliver(project.pk, order)
    except Exception:
        logger.exception(
            "Could not reach the queue for the questions of project %s; asking the usual ones",
            project.pk,
        )
        _settle(project.pk, order)
        return False
    return True


def make_questions(project_id: uuid.UUID, order: str, *, ask: Ask | None = None) -> None:
    """Ask a language model for the questions of a project, and store them if `order` is still
    awaited.
    """
    with database_slot():
        project = Project.objects.active().filter(pk=project_id).first()
        if project is None or project.get_interview().order != order:
            return  # nobody is waiting, so ask and pay nothing
        ask = ask or model_asker(project.owner_id, seconds=SECONDS, max_tokens=MAX_TOKENS)
        with away_from_database():
            tailored, usage = _ask_for(project, ask)
        if _settle(project_id, order, tailored=tailored, usage=usage) and tailored:
            logger.info("Made %s questions for project %s", len(tailored.questions), project_id)


def begin_interview(project: Project) -> None:
    """Keep the words in which `project` asks from now on.

    One query, and only where questions are being made.
    """
    interview = project.get_interview()
    if interview.order:
        _settle(project.pk, interview.order)
        project.refresh_from_db(fields=["interview_questions"])


def _ask_for(project: Project, ask: Ask) -> tuple[Tailored | None, Usage]:
    """Return the questions, or None if there are none that can be used, and what it took."""
    usage = Usage()
    try:
        answer, usage = ask(question_instructions(), question_prompt(project.name, project.idea))
        return Tailored.model_validate(answer), replace(
            usage, prompt_version=question_prompt_version()
        )
    except ValidationError as error:
        problem = describe_errors(error)
    except RunnerError as error:
        problem, usage = str(error), error.usage
    except ArtifactsError as error:
        problem = str(error)
    except Exception:
        logger.exception(
            "Making the questions of project %s broke; asking the usual ones", project.pk
        )
        return None, usage
    logger.warning(
        "No questions for project %s, asking the usual ones: %s", project.pk, kind_of(problem)
    )
    return None, (
        replace(usage, prompt_version=question_prompt_version()) if usage.requests else usage
    )


def model_asker(owner_id: int, *, seconds: float, max_tokens: int) -> Ask:
    """Return what asks the model of the settings, within what may be spent today on orders of the
    user `owner_id`.
    """
    left = budget_left(owner_id, now=timezone.now())

    def ask(instructions: str, prompt: str) -> tuple[Any, Usage]:
        return ask_json(
            instructions, prompt, seconds=seconds, max_tokens=max_tokens, left_today_usd=left
        )

    return ask


def _settle(
    project_id: uuid.UUID,
    order: str,
    *,
    tailored: Tailored | None = None,
    usage: Usage | None = None,
) -> bool:
    """End `order`, with questions or without; return whether it was still awaited.

    What was spent is kept.
    """
    try:
        with locked_project(Project(pk=project_id)) as row:
            interview = row.get_interview()
            is_awaited = interview.order == order and not _has_begun(row)
            changes: dict[str, Any] = {"spent": add_usage(interview.spent, usage)} if usage else {}
            if interview.order == order:
                changes |= {"order": "", "tailored": tailored if is_awaited else None}
            _save(row, interview.model_copy(update=changes))
    except ProjectDeleted:
        return False
    return is_awaited


def _has_begun(project: Project) -> bool:
    return bool(project.left_open) or any(project.get_answers().model_dump().values())


def _is_within_limits(project: Project) -> bool:
    now = timezone.now()
    left = budget_left(project.owner_id, now=now)
    if left is not None and left <= 0:
        return False
    since = now - timedelta(days=1)
    return (
        Project.objects.filter(owner_id=project.owner_id, created_at__gte=since).count()
        <= PROJECTS_PER_DAY
    )


def add_usage(spent: Spent, usage: Usage) -> Spent:
    """Return `spent` with what another order took; None if nothing is known."""

    def total(name: str) -> Any:
        known = [
            value for value in (getattr(spent, name), getattr(usage, name)) if value is not None
        ]
        return sum(known[1:], known[0]) if known else None

    counts = {
        name: total(name)
        for name in (
            "tokens_in",
            "tokens_out",
            "tokens_cached",
            "requests",
            "cost_usd",
            "guessed_usd",
        )
    }
    return Spent(
        model=usage.model or spent.model,
        prompt_version=usage.prompt_version or spent.prompt_version,
        **counts,
    )


def _save(row: Project, interview: Interview) -> None:
    row.interview_questions = interview.dump()
    row.save(update_fields=["interview_questions"])
