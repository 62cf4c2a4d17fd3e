"""Show what a language model would be told, and estimate its cost."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from artifacts.exceptions import UpstreamMissing
from artifacts.generation.rewriting import clean_wish, rewriting_of
from artifacts.models import Project
from artifacts.runners.llm import current_settings
from artifacts.runners.llm.prices import estimate_usd
from artifacts.runners.prompts import Prompt, build_prompt
from artifacts.schemas import ArtifactContent, ArtifactType

BYTES_PER_TOKEN = 4
"""A rule of thumb for prose and JSON; each model counts in its own way."""
TOKENS_OUT = 2_500
"""About how long a document is, where no version says it."""


@dataclass(frozen=True, slots=True)
class PromptEstimate:
    """About what one request takes.

    Tokens are counts; `cost_usd` is None if the model has no price known here.

    `tokens_kept` are those of `tokens_in` that the request for the document before begins with too:
    a provider that keeps the beginning of a request charges less for them, which the cost leaves
    out of account.
    """

    model: str
    tokens_in: int
    tokens_kept: int
    tokens_out: int
    cost_usd: Decimal | None


def prompt_for(project: Project, artifact_type: ArtifactType, *, wish: str = "") -> Prompt:
    """Return what would be said to have a document of `project` written now.

    Raises UpstreamMissing or WishTooLong.
    """
    rows = {row.type: row for row in project.documents()}
    earlier = {
        t: content for t in artifact_type.earlier if (content := rows[t].content) is not None
    }
    if missing := [
        t for t in artifact_type.earlier if t.content_class.needed_by_later and t not in earlier
    ]:
        raise UpstreamMissing(missing)
    rewriting = rewriting_of(rows[artifact_type], rows.values(), wish=clean_wish(wish))
    return build_prompt(project.get_input(), artifact_type, earlier, rewriting)


def estimate_prompt(
    prompt: Prompt, model: str, *, previous: ArtifactContent | None
) -> PromptEstimate:
    """Return about what `prompt` takes, and an answer as long as `previous`.

    `model` may be empty.
    """
    tokens_in = sum(map(count_tokens, (prompt.instructions, *prompt.shared, prompt.task)))
    tokens_kept = (
        sum(map(count_tokens, (prompt.instructions, *prompt.shared[:-1])))
        if prompt.shared[1:]
        else 0
    )
    tokens_out = count_tokens(previous.model_dump_json()) if previous else TOKENS_OUT
    cost = estimate_usd(model, tokens_in=tokens_in, tokens_out=tokens_out) if model else None
    return PromptEstimate(model, tokens_in, tokens_kept, tokens_out, cost)


def model_for(project: Project, artifact_type: ArtifactType) -> str:
    """Return the name of the model that would write.

    Raises RunnerUnavailable if none is set up.
    """
    return current_settings().models_for(project.owner.get_tier(), artifact_type)[0]


def count_tokens(text: str) -> int:
    """Return about how many tokens `text` is."""
    return math.ceil(len(text.encode()) / BYTES_PER_TOKEN)
