"""Language models that are asked again at once, and cost one cent an answer."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)


@pytest.fixture
def one_cent_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.meter.price", lambda response: Decimal("0.01"))
