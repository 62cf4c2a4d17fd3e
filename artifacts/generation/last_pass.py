"""The last pass: once the last document of an order is written, a model reads all of them against
each other.

What it finds is stored with that document, and what it took is part of that document's receipt.
Whatever goes wrong, the document is stored as it is.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from artifacts.checker import read_contradictions
from artifacts.exceptions import RunnerUnavailable
from artifacts.generation.attempts import Turn
from artifacts.generation.connections import away_from_database
from artifacts.generation.shutdown import is_stopping
from artifacts.interview.questions import ProjectInput
from artifacts.runners import asks_a_model, llm
from artifacts.runners.base import RunnerError, Usage, WriteRequest
from artifacts.schemas import GENERATION_ORDER, Contents, load_content

logger = logging.getLogger(__name__)


def add_last_pass(
    turn: Turn,
    project: ProjectInput,
    values: dict[str, Any],
    order: WriteRequest,
    usage: Usage,
    *,
    now: datetime,
) -> Usage:
    """Add to `values`, which store a document, what contradicts what; return `usage` with what that
    took.

    Nothing is asked where more documents are to be written, where one is missing, and where no
    model writes or the settings leave the pass out for the founder's tier.
    """
    if turn.waiting or is_stopping() or not _is_set(turn, order):
        return usage
    contents = _contents(turn, values)
    if len(contents) < len(GENERATION_ORDER):
        return usage
    left = (
        None
        if order.budget_usd is None
        else order.budget_usd - (usage.cost_usd or usage.guessed_usd or 0)
    )
    try:
        found, took = _ask(
            project, contents, replace(order, budget_usd=left, is_wanted=lambda: _is_wanted(order))
        )
    except RunnerError as error:
        logger.warning("No last pass over project %s: %s", turn.artifact.project_id, error)
        return usage.plus(error.usage)
    values["findings"] = {
        **values["findings"],
        "contradictions": {"at": now.isoformat(), "found": found},
    }
    logger.info(
        "The last pass over project %s found %s contradictions",
        turn.artifact.project_id,
        len(found),
    )
    return usage.plus(took)


def _ask(
    project: ProjectInput, contents: Contents, order: WriteRequest
) -> tuple[list[dict[str, Any]], Usage]:
    with away_from_database():
        answer, took = llm.find_contradictions(project, contents, order)
    try:
        return read_contradictions(answer, contents), took
    except Exception:
        logger.exception("What a last pass answered cannot be read")
        return [], took


def _is_wanted(order: WriteRequest) -> bool:
    """Return whether it may go on: a worker that is told to stop still has to store the
    document.
    """
    return not is_stopping() and (order.is_wanted is None or order.is_wanted())


def _contents(turn: Turn, values: dict[str, Any]) -> Contents:
    """Return all documents as they will be, in order."""
    current = load_content(turn.type, values["current_content"])
    written = {row.type: row.content for row in turn.rows if row.content is not None} | {
        turn.type: current
    }
    return {
        artifact_type: written[artifact_type]
        for artifact_type in GENERATION_ORDER
        if artifact_type in written
    }


def _is_set(turn: Turn, order: WriteRequest) -> bool:
    if not asks_a_model(turn.attempt.runner):
        return False
    try:
        return order.tier in llm.current_settings().last_pass
    except RunnerUnavailable:
        return False
