"""Have a language model read all documents of a project against each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from artifacts.interview.questions import ProjectInput
from artifacts.runners.llm.asking import ask_for_json
from artifacts.runners.llm.conversation import Conversation
from artifacts.runners.llm.models import get_model
from artifacts.runners.llm.requests import Opening
from artifacts.runners.llm.settings import LLMSettings
from artifacts.runners.prompts.contradictions import SCHEMA, contradictions_prompt
from artifacts.schemas import GENERATION_ORDER, Contents
from artifacts.tiers import Tier

SECONDS_MAX = 240.0
"""How long it may take: the last document waits for it before it is stored."""


def make_comparison(
    settings: LLMSettings,
    project: ProjectInput,
    contents: Contents,
    *,
    tier: Tier,
    left_today_usd: Decimal | None,
) -> Conversation:
    """Return the conversation in which the model that wrote the last document compares all of
    them.
    """
    prompt = contradictions_prompt(project, contents)
    seconds = min(SECONDS_MAX, settings.total_seconds)
    return Conversation(
        models=[get_model(name) for name in settings.models_for(tier, GENERATION_ORDER[-1])],
        settings=replace(
            settings, total_seconds=seconds, request_seconds=min(seconds, settings.request_seconds)
        ),
        opening=Opening(prompt.instructions, prompt.shared, prompt.task),
        budget_usd=settings.budget_usd,
        left_today_usd=left_today_usd,
    )


async def compare(conversation: Conversation) -> Any:
    """Return the JSON that the model answers. Raises RunnerError."""
    return await ask_for_json(conversation, SCHEMA)
