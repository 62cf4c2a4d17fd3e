"""What a language model is told that drafts the test of an assumption.

Pure functions, as its neighbours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from string import Template
from typing import Annotated

from pydantic import StringConstraints

from artifacts.runners.prompts import FOLDER, fence
from artifacts.schemas.base import StrictModel
from artifacts.schemas.fields import Cleaned

RELEASE = "1"


class ModelDraft(StrictModel):
    """What a model may answer; an empty text is asked of the founder."""

    whom: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Cleaned] = ""
    what: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), Cleaned] = ""
    kills: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Cleaned] = ""


def draft_instructions(language: str) -> str:
    """Return the same words for every project in one language."""
    text = (FOLDER / "drafts.md").read_text(encoding="utf-8")
    return Template(text).substitute(language=language)


def draft_prompt(assumption: str, texts: Mapping[str, str], ours: Mapping[str, str]) -> str:
    """Return what is said about one assumption: what the founder told, and the draft that is there
    already.
    """
    told = fence(
        {
            "assumption": assumption,
            "answers": {key: text for key, text in texts.items() if text},
            "our_draft": dict(ours),
        }
    )
    return f"<told>\n{told}\n</told>\n\nDraft the test of this assumption as one JSON object."


def draft_prompt_version() -> str:
    """Return the release and a hash of the instructions, whatever the language."""
    text = draft_instructions("")
    return f"test-drafts-{RELEASE}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
