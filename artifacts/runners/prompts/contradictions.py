"""What a language model is told that reads all documents against each other.

Pure functions, as its neighbours.
"""

from __future__ import annotations

from string import Template
from typing import Any

from artifacts.checker.contradictions import FOUND_MAX
from artifacts.interview.questions import ProjectInput
from artifacts.runners.prompts import FOLDER, Prompt, build_prompt
from artifacts.runners.prompts.blocks import document_block
from artifacts.schemas import GENERATION_ORDER, Contents

_TEXT = {"type": "string"}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_QUOTATION = _object(document=_TEXT, section=_TEXT, quote=_TEXT)
SCHEMA = _object(
    contradictions={"type": "array", "items": _object(one=_QUOTATION, other=_QUOTATION)}
)
"""The JSON schema of the answer."""


def contradictions_prompt(project: ProjectInput, contents: Contents) -> Prompt:
    """Return what to say to have the documents `contents` compared.

    It begins as the request for the last document did, so that a provider has read most of it
    already.
    """
    last = GENERATION_ORDER[-1]
    prompt = build_prompt(project, last, contents)
    text = (FOLDER / "contradictions.md").read_text(encoding="utf-8")
    return Prompt(
        instructions=prompt.instructions,
        shared=(*prompt.shared, document_block(last, contents[last])),
        task=Template(text).substitute(most=FOUND_MAX),
        version=prompt.version,
    )
