"""A server of language models; models that are asked again at once, and cost one cent an answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from artifacts.tests.support.llm_server import LLMServer


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)


@pytest.fixture
def one_cent_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artifacts.runners.llm.meter.price", lambda response: Decimal("0.01"))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LLMServer]:
    """A server at an address of its own, so that nothing that was learnt of another one counts
    here.
    """
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)
    with LLMServer(retry_after="0") as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("OLLAMA_BASE_URL", server.openai_url)
        yield server
