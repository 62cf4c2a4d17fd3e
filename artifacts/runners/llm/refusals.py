"""Read why a server refused a request, in the words that servers use.

No language-model library in this module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST_TOKENS = 500
"""Where less than this is left for an answer, the prompt is what is too long."""

_TOO_LONG = re.compile(
    r"\btoo long\b|\bcontext (?:length|window)\b|\bmaximum context\b|\bavailable context size\b"
    r"|\bmaximum number of tokens allowed\b|\bmaximum (?:input|prompt) (?:length|tokens)\b|\binput"
    r" is too large\b",
    re.IGNORECASE,
)
_STREAMING = re.compile(r"\bstream(?:s|ed|ing)?\b", re.IGNORECASE)
_IS_ABOUT_THE_LIMIT = re.compile(
    r"max_(?:completion_|output_|new_)?tokens|maxOutputTokens|(?:output|completion) tokens|in the"
    r" completion",
    re.IGNORECASE,
)
_NUMBER = r"(\d[\d,_]*)"

_OF_CONTEXT = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        # vLLM, older: (3572 in the messages, 16000 in the completion)
        rf"maximum context length is {_NUMBER} tokens.*?{_NUMBER} in the (?:messages|prompt)",
        # vLLM, newer: and your request has 3572 input tokens
        rf"maximum context length is {_NUMBER} tokens.*?{_NUMBER} input tokens",
        # vLLM, newest: the limit, the context and the prompt as a sum
        rf"> {_NUMBER} - {_NUMBER}",
    )
)
"""Each finds (context, prompt): what is left between them can be asked for."""
_PROMPT_FIRST = re.compile(rf"{_NUMBER} \+ {_NUMBER} > {_NUMBER}")
"""Anthropic: "input length and `max_tokens` exceed context limit: 190000 + 16000 > 200000"."""

_OF_MODEL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # As in: the valid range of `max_tokens` goes from 1 to 8192, in square brackets
        rf"range.{{0,40}}?[\[(]\s*\d+\s*,\s*{_NUMBER}\s*\]",
        rf"supports at most {_NUMBER}",  # "This model supports at most 4096 completion tokens"
        # As in: 16000 > 8192, which is the maximum allowed number of output tokens
        rf"\d > {_NUMBER}\s*,",
        rf"less than or equal to [`'\"]?{_NUMBER}",
        (
            r"(?:at most|cannot exceed|must not exceed|must be <=|maximum (?:value )?(?:is|of))"
            rf" [`'\"]?{_NUMBER}"
        ),
    )
)
_EXCLUSIVE = re.compile(rf"to {_NUMBER} \(exclusive\)", re.IGNORECASE)
"""Google: "supported range is from 1 (inclusive) to 8193 (exclusive)"."""


@dataclass(frozen=True, slots=True)
class OutputLimit:
    """How many tokens an answer may have: always with this model, or only after a prompt of this
    length.
    """

    tokens: int
    is_of_model: bool


def fitting_limit(message: str, asked: int) -> OutputLimit | None:
    """Return the limit with which a server takes the request that it refused with `message`.

    `asked` is the limit in that request. None if the refusal is not about it, or leaves too
    little for an answer.
    """
    found = _limit_in(message)
    return found if found and LEAST_TOKENS <= found.tokens < asked else None


def _limit_in(message: str) -> OutputLimit | None:
    if not _IS_ABOUT_THE_LIMIT.search(message):
        return None
    for pattern in _OF_CONTEXT:
        if match := pattern.search(message):
            context, prompt = map(_whole, match.groups())
            return OutputLimit(context - prompt, is_of_model=False)
    if match := _PROMPT_FIRST.search(message):
        prompt, _, context = map(_whole, match.groups())
        return OutputLimit(context - prompt, is_of_model=False)
    if match := _EXCLUSIVE.search(message):
        return OutputLimit(_whole(match[1]) - 1, is_of_model=True)
    for pattern in _OF_MODEL:
        if match := pattern.search(message):
            return OutputLimit(_whole(match[1]), is_of_model=True)
    return None


def is_too_long(message: str) -> bool:
    """Return whether a server says that what was sent is more than its model can read."""
    return bool(_TOO_LONG.search(message))


def is_about_streaming(message: str) -> bool:
    """Return whether a server speaks of streaming, as one that cannot stream does; "upstream" is
    another matter.
    """
    return bool(_STREAMING.search(message))


def _whole(digits: str) -> int:
    return int(re.sub(r"[,_]", "", digits))
