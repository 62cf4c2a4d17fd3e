"""Have a language model draft the test of an assumption.

Nobody waits for it: the test has our own draft from its first moment.

1. `order_draft` notes on the test that a draft is being made, and enqueues a message.
2. `make_draft` asks the model, with no database connection held, and stores the draft if nobody
   has changed or started the test since.

What that cost is kept with the project, as for the questions of its interview.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from artifacts.exceptions import ArtifactsError, ProjectDeleted
from artifacts.generation.connections import away_from_database, database_slot
from artifacts.models import AssumptionTest, Project
from artifacts.monitoring.context import new_order
from artifacts.monitoring.masking import kind_of
from artifacts.runners.base import RunnerError, Usage
from artifacts.runners.prompts.drafts import (
    ModelDraft,
    draft_instructions,
    draft_prompt,
    draft_prompt_version,
)
from artifacts.schemas.base import describe_errors
from artifacts.services.facts.questions import Ask, add_usage, are_questions_tailored, model_asker
from artifacts.services.projects.lifecycle import locked_project
from artifacts.usage.budgets import budget_left

logger = logging.getLogger(__name__)

SECONDS = 60.0
"""How long the model may take. The founder reads our own draft at that time."""
MAX_TOKENS = 2_000
DRAFTS_PER_DAY = 20
"""More tests than this of one founder in 24 hours keep our own draft: each order costs money."""


def order_draft(test: AssumptionTest, *, deliver: Callable[[uuid.UUID, str], None]) -> bool:
    """Have a draft made for a test that nobody has changed yet; return whether it is being made.

    `deliver` wakes a worker with the test's id and the order. Without a language model, no query.
    """
    if not are_questions_tailored() or test.ordered_at or not _is_within_limits(test):
        return False
    order = new_order()
    untouched = AssumptionTest.objects.filter(
        pk=test.pk, state=AssumptionTest.Phase.DRAFT, ordered_at=None
    )
    if not untouched.update(order=order, ordered_at=timezone.now()):
        return False
    try:
        deliver(test.pk, order)
    except Exception:
        logger.exception("Could not reach the queue for the draft of test %s; ours stays", test.pk)
        AssumptionTest.objects.filter(pk=test.pk, order=order).update(order="")
        return False
    return True


def is_being_drafted(test: AssumptionTest, *, now: datetime) -> bool:
    """Return whether a draft is awaited that may still come."""
    return bool(
        test.order and test.ordered_at and now - test.ordered_at < timedelta(seconds=SECONDS)
    )


def make_draft(test_id: uuid.UUID, order: str, *, ask: Ask | None = None) -> None:
    """Ask a language model for the draft of a test, and store it if `order` is still awaited."""
    with database_slot():
        tests = AssumptionTest.objects.filter(pk=test_id, order=order, project__deleted_at=None)
        test = tests.exclude(order="").select_related("project").first()
        if test is None:
            return  # nobody is waiting, so ask and pay nothing
        ask = ask or model_asker(test.project.owner_id, seconds=SECONDS, max_tokens=MAX_TOKENS)
        with away_from_database():
            draft, usage = _ask_for(test, ask)
        _settle(test, order, draft, usage)


def _ask_for(test: AssumptionTest, ask: Ask) -> tuple[ModelDraft | None, Usage]:
    """Return the draft, or None if there is none that can be used, and what it took."""
    told = test.project.get_input()
    ours = {"whom": test.whom, "what": test.what, "kills": test.kills}
    usage = Usage()
    try:
        answer, usage = ask(
            draft_instructions(told.document_language),
            draft_prompt(test.statement, told.all_texts(), ours),
        )
        usage = replace(usage, prompt_version=draft_prompt_version())
        return ModelDraft.model_validate(answer), usage
    except ValidationError as error:
        problem = describe_errors(error)
    except RunnerError as error:
        problem, usage = str(error), replace(error.usage, prompt_version=draft_prompt_version())
    except ArtifactsError as error:
        problem = str(error)
    except Exception:
        logger.exception("Drafting test %s broke; our own draft stays", test.pk)
        return None, usage
    logger.warning("No draft for test %s, ours stays: %s", test.pk, kind_of(problem))
    return None, usage


def _settle(test: AssumptionTest, order: str, draft: ModelDraft | None, usage: Usage) -> None:
    """End `order`, with a draft or without. What was spent is kept in any case."""
    with transaction.atomic():
        if usage.requests:
            _keep_spent(test.project, usage)
        rows = AssumptionTest.objects.filter(pk=test.pk, order=order)
        row = rows.select_for_update(of=("self",)).first()
        if row is None:
            return
        # What the model leaves empty, our own draft may have known.
        for name, text in (draft.model_dump() if draft else {}).items():
            setattr(row, name, text or getattr(row, name))
        row.order = ""
        row.save(update_fields=["whom", "what", "kills", "order", "updated_at"])
    if draft:
        logger.info("Drafted test %s", test.pk)


def _keep_spent(project: Project, usage: Usage) -> None:
    try:
        with locked_project(project) as row:
            interview = row.get_interview()
            spent = add_usage(interview.spent, usage)
            row.interview_questions = interview.model_copy(update={"spent": spent}).dump()
            row.save(update_fields=["interview_questions"])
    except ProjectDeleted:
        return


def _is_within_limits(test: AssumptionTest) -> bool:
    now = timezone.now()
    owner = test.project.owner_id
    left = budget_left(owner, now=now)
    if left is not None and left <= 0:
        return False
    since = now - timedelta(days=1)
    ordered = AssumptionTest.objects.filter(project__owner=owner, ordered_at__gte=since)
    return ordered.count() < DRAFTS_PER_DAY
