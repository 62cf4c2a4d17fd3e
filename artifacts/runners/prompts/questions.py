"""What a language model is told that chooses the questions of an interview.

Pure functions, as its neighbours.
"""

from __future__ import annotations

import hashlib
from functools import cache
from string import Template

from artifacts.interview.questions import QUESTIONS, Question
from artifacts.interview.wording import FEWEST, MOST
from artifacts.runners.prompts import FOLDER, fence

RELEASE = "1"


@cache
def question_instructions() -> str:
    """Return the same words for every project."""
    text = (FOLDER / "questions.md").read_text(encoding="utf-8")
    keys = "\n".join(_describe(question) for question in QUESTIONS)
    return Template(text).substitute(keys=keys, fewest=FEWEST, most=MOST)


def question_prompt(name: str, idea: str) -> str:
    """Return what is said about one project."""
    told = fence({"name": name, "idea": idea})
    return f"<idea>\n{told}\n</idea>\n\nWrite the questions for this idea as one JSON object."


@cache
def question_prompt_version() -> str:
    """Return the release and a hash of the instructions."""
    return f"questions-{RELEASE}-{hashlib.sha256(question_instructions().encode()).hexdigest()[:8]}"


def _describe(question: Question) -> str:
    needed = " (needed)" if question.required else ""
    return (
        f"- {question.key}{needed}: {question.title}. {question.prompt} {question.why} For example:"
        f" {question.example}."
    )
