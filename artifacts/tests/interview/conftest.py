"""A draft whose questions are ordered, and the queue in which that waits."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts import tasks
from artifacts.models import Project, User
from artifacts.services.facts.questions import order_questions
from artifacts.tests.support.factories import ProjectFactory
from artifacts.tests.support.rows import again
from artifacts.tests.support.tailored_questions import Waiting


@pytest.fixture
def queue(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Waiting:
    settings.RUNNER = "llm"
    waiting = Waiting()
    monkeypatch.setattr(tasks, "deliver_questions", waiting)
    return waiting


@pytest.fixture
def draft(founder: User) -> Project:
    return ProjectFactory.create(draft=True, owner=founder, name="Ada", idea="Maps for sailors")


@pytest.fixture
def ordered(draft: Project, queue: Waiting) -> Project:
    assert order_questions(draft, deliver=queue)
    return again(draft)
