"""Questions that are made for an idea, without a model and when the test wants it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from artifacts.interview.questions import QUESTIONS
from artifacts.models import Project
from artifacts.runners.base import Usage
from artifacts.services.facts.questions import make_questions
from artifacts.tests.support.rows import again

USAGE = Usage(model="stub-1", tokens_in=900, tokens_out=400, requests=1, cost_usd=Decimal("0.0123"))

CHOSEN = ("problem", "target_user", "workaround", "constraint", "validation")


def own(key: str) -> dict[str, Any]:
    return {
        "key": key,
        "title": f"Own {key}",
        "prompt": f"Which sailors, <b>{key}</b>?",
        "why": f"The harbour decides about {key}.",
        "example": f"Twelve skippers with {key}",
    }


ANSWER: dict[str, Any] = {"language": "en", "questions": [own(key) for key in CHOSEN]}


def answering(answer: Any = ANSWER) -> Callable[[str, str], tuple[Any, Usage]]:
    return lambda instructions, prompt: (copy.deepcopy(answer), USAGE)


class Waiting:
    """A queue whose orders wait until the test takes one up."""

    def __init__(self) -> None:
        self.orders: list[tuple[Any, str]] = []

    def __call__(self, project_id: Any, order: str) -> None:
        self.orders.append((project_id, order))

    def work(self, ask: Any = None, number: int = -1) -> None:
        make_questions(*self.orders[number], ask=ask or answering())


def is_usual(project: Project) -> bool:
    return again(project).get_interview().questions() == QUESTIONS
