"""What a document of a language model costs, and the budgets that bound it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic_ai.exceptions import (
    ModelConnectionError,
)
from pydantic_ai.messages import (
    ModelResponse,
)
from pydantic_ai.usage import RequestUsage

from artifacts.runners.base import (
    BUDGET_SPENT,
    WriteRequest,
)
from artifacts.runners.llm import models
from artifacts.schemas import ArtifactType
from artifacts.tests.support.llm_scripts import (
    SETTINGS,
    Script,
    answer,
    failure,
    text_of,
    use,
    write,
)

pytestmark = pytest.mark.usefixtures("quick")


def test_prices_are_summed_over_all_requests(monkeypatch, one_cent_an_answer):
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    use(monkeypatch, Script(answer(bad), answer(text_of(ArtifactType.BRIEF)), streams=False))
    usage = write().usage
    assert (usage.cost_usd, usage.tokens_out, usage.requests) == (Decimal("0.02"), 2_000, 2)


def test_a_known_price_is_looked_up():
    usage = RequestUsage(input_tokens=1_000_000, output_tokens=1_000_000)
    response = ModelResponse(parts=[], model_name="gpt-4o", provider_name="openai", usage=usage)
    assert models.price(response) == Decimal("12.5")
    assert models.price(replace(response, model_name="nobody-knows-me")) is None


def test_an_unknown_price_is_unknown(monkeypatch):
    use(monkeypatch, Script(text_of(ArtifactType.BRIEF)))
    assert write().usage.cost_usd is None


@pytest.mark.parametrize(
    ("mine", "ordered", "requests"),
    [("0.015", None, 1), (None, "0.019", 1), ("0.02", "1", 2), ("0", None, 0)],
)
def test_the_smaller_budget_bounds_the_rounds(
    monkeypatch, one_cent_an_answer, mine, ordered, requests
):
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    script = Script(*[answer(bad)] * 3, streams=False)
    use(monkeypatch, script)
    settings = replace(SETTINGS, budget_usd=mine and Decimal(mine))
    order = WriteRequest(budget_usd=ordered and Decimal(ordered))
    if requests:
        assert write(order=order, settings=settings).usage.requests == requests
    else:
        assert "would cost more" in failure(order=order, settings=settings).message
    assert len(script.asked) == requests


def test_a_day_that_has_not_enough_left_for_a_request_is_no_fault_of_the_document(monkeypatch):
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    script = Script()
    use(monkeypatch, script)
    error = failure(
        order=WriteRequest(budget_usd=Decimal("0.001")),
        settings=replace(SETTINGS, budget_usd=Decimal(1)),
    )
    assert (error.retryable, error.message, script.asked) == (True, BUDGET_SPENT, [])


def test_a_request_of_which_nobody_tells_the_cost_counts_for_the_budget(monkeypatch):
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    script = Script(*[ModelConnectionError("one", "reset", phase="read")] * 3)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, retries=2, budget_usd=Decimal("0.02")))
    assert "broke off" in error.message
    assert (len(script.asked), error.usage.cost_usd, error.usage.guessed_usd) == (
        2,
        None,
        Decimal("0.02"),
    )
    assert (
        "would cost more"
        in failure(settings=replace(SETTINGS, budget_usd=Decimal("0.001"))).message
    )


@pytest.mark.parametrize("streams", [True, False])
def test_an_answer_that_does_not_tell_what_it_took_counts_for_the_budget(monkeypatch, streams):
    """The function models count tokens, so the price is what is missing here."""
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.01")
    )
    bad = text_of(ArtifactType.BRIEF, key_constraint="[[F-987]]")
    script = Script(*[bad] * 3, streams=streams)
    use(monkeypatch, script)
    usage = write(settings=replace(SETTINGS, budget_usd=Decimal("0.015"))).usage
    assert (usage.requests, usage.cost_usd, usage.guessed_usd) == (1, None, Decimal("0.01"))


@pytest.mark.parametrize("tokens", [-1, 10**12])
def test_what_cannot_be_is_not_taken_for_what_it_took(monkeypatch, one_cent_an_answer, tokens):
    use(monkeypatch, Script(answer(text_of(ArtifactType.BRIEF), tokens=tokens), streams=False))
    usage = write().usage
    assert (usage.tokens_in, usage.tokens_out, usage.cost_usd) == (None, None, None)


def test_what_came_of_an_answer_that_broke_off_counts_once(monkeypatch, one_cent_an_answer):
    """What is known of it is within the guess for all of it."""
    monkeypatch.setattr(
        "artifacts.runners.llm.request_budget.estimate_usd", lambda name, **tokens: Decimal("0.02")
    )
    script = Script(text_of(ArtifactType.BRIEF), "x" * 50_000)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, max_output_tokens=10, retries=0))
    assert error.usage.tokens_out
    assert (error.usage.cost_usd, error.usage.guessed_usd) == (None, Decimal("0.02"))
