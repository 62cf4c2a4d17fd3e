"""The interview: what we ask a founder about an idea. No Django here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, StringConstraints

from artifacts.schemas.base import Cleaned, StrictModel

NAME_MAX = 120
ANSWER_MAX = 10_000


def _none_is_empty(value: object) -> object:
    return "" if value is None else value


Answer = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=ANSWER_MAX), Cleaned, BeforeValidator(_none_is_empty)
]


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with the reason for asking it and an answer as somebody might give it."""

    key: str
    title: str
    prompt: str
    why: str
    example: str
    required: bool = False


class Answers(StrictModel):
    """A founder's answers. An empty text means: not said yet."""

    model_config = ConfigDict(frozen=True)

    target_user: Answer = ""
    problem: Answer = ""
    workaround: Answer = ""
    price: Answer = ""
    constraint: Answer = ""
    validation: Answer = ""
    stage: Answer = ""


class ProjectInput(StrictModel):
    """A project as its founder told it: all that a writer knows besides the earlier documents."""

    model_config = ConfigDict(frozen=True)

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_MAX), Cleaned]
    idea: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=ANSWER_MAX), Cleaned]
    answers: Answers = Answers()

    @classmethod
    def from_brief(cls, brief: Mapping[str, Any]) -> Self:
        """Return the input made from a plain dict: name, idea, and the answers beside them or under `answers`.

        Raises pydantic.ValidationError for keys and values that do not fit.
        """
        fields = dict(brief)
        beside = {key: fields.pop(key) for key in Answers.model_fields if key in fields}
        return cls.model_validate({**fields, "answers": {**fields.get("answers", {}), **beside}})


QUESTIONS: tuple[Question, ...] = (
    Question(
        "target_user",
        "Target user",
        "Who is it for first?",
        "A product for everyone is hard to build and harder to sell. One group we can name is where we start.",
        "Owners of small shops with one to three rooms, who do their own buying",
        required=True,
    ),
    Question(
        "problem",
        "Problem",
        "What goes wrong for them today?",
        "Everything we write rests on this problem being real and painful.",
        "They count stock on paper every week, and still run out of what sells best",
        required=True,
    ),
    Question(
        "workaround",
        "Current workaround",
        "How do they cope with it now?",
        "What they do today is our true competitor.",
        "A paper list and a spreadsheet that one person understands",
    ),
    Question(
        "price",
        "Price",
        "What would they pay, and how?",
        "A price turns interest into a promise we can test. Leave it open if you do not know.",
        "29 euros a month per shop",
    ),
    Question(
        "constraint",
        "Key constraint",
        "What limits us most: time, money, people or law?",
        "The plan must fit the limit, so we want to know it before we plan.",
        "One developer for eight weeks, and no budget for advertising",
    ),
    Question(
        "validation",
        "How to validate",
        "How will we know that it works?",
        "One test that could fail is worth more than a long list of hopes.",
        "Five shops near us count with it every Monday for a month",
    ),
    Question(
        "stage",
        "Stage",
        "How far are we?",
        "An idea, a prototype and a product with customers need different next steps.",
        "An idea and talks with four shop owners",
    ),
)
