"""The interview: what we ask a founder about an idea. No Django here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, StringConstraints

from artifacts.schemas.base import Cleaned, Line, StrictModel

NAME_MAX = 120
ANSWER_MAX = 10_000


def gettext_noop(text: str) -> str:
    """Mark a text for translation, as Django's function of this name does; pages translate it."""
    return text


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
    language: str = ""
    """The language of words that were made for one idea; empty for the usual ones, which pages translate."""


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
    asked: dict[str, Line] = {}
    """What was asked, by the key of the answer, where that was not in the usual words."""

    @classmethod
    def from_brief(cls, brief: Mapping[str, Any]) -> Self:
        """Return the input made from a plain dict: name, idea, and the answers beside them or under `answers`.

        Raises pydantic.ValidationError for keys and values that do not fit.
        """
        fields = dict(brief)
        beside = {key: fields.pop(key) for key in Answers.model_fields if key in fields}
        answers = fields.get("answers")
        if isinstance(answers, Answers):
            answers = answers.model_dump()
        if answers is None or isinstance(answers, Mapping):
            answers = {**(answers or {}), **beside}
        return cls.model_validate({**fields, "answers": answers})


QUESTIONS: tuple[Question, ...] = (
    Question(
        "target_user",
        gettext_noop("Target user"),
        gettext_noop("Who is it for first?"),
        gettext_noop(
            "A product for everyone is hard to build and harder to sell. One group we can name is where we start."
        ),
        gettext_noop("Owners of small shops with one to three rooms, who do their own buying"),
        required=True,
    ),
    Question(
        "problem",
        gettext_noop("Problem"),
        gettext_noop("What goes wrong for them today?"),
        gettext_noop("Everything we write rests on this problem being real and painful."),
        gettext_noop("They count stock on paper every week, and still run out of what sells best"),
        required=True,
    ),
    Question(
        "workaround",
        gettext_noop("Current workaround"),
        gettext_noop("How do they cope with it now?"),
        gettext_noop("What they do today is our true competitor."),
        gettext_noop("A paper list and a spreadsheet that one person understands"),
    ),
    Question(
        "price",
        gettext_noop("Price"),
        gettext_noop("What would they pay, and how?"),
        gettext_noop("A price turns interest into a promise we can test. Leave it open if you do not know."),
        gettext_noop("29 euros a month per shop"),
    ),
    Question(
        "constraint",
        gettext_noop("Key constraint"),
        gettext_noop("What limits us most: time, money, people or law?"),
        gettext_noop("The plan must fit the limit, so we want to know it before we plan."),
        gettext_noop("One developer for eight weeks, and no budget for advertising"),
    ),
    Question(
        "validation",
        gettext_noop("How to validate"),
        gettext_noop("How will we know that it works?"),
        gettext_noop("One test that could fail is worth more than a long list of hopes."),
        gettext_noop("Five shops near us count with it every Monday for a month"),
    ),
    Question(
        "stage",
        gettext_noop("Stage"),
        gettext_noop("How far are we?"),
        gettext_noop("An idea, a prototype and a product with customers need different next steps."),
        gettext_noop("An idea and talks with four shop owners"),
    ),
)


def find_question(key: str) -> Question | None:
    return next((question for question in QUESTIONS if question.key == key), None)


def next_question(
    questions: Sequence[Question], answers: Answers, left_open: Collection[str], *, after: str = ""
) -> Question | None:
    """Return the next one after `after` that was neither answered nor left open, else the first such, else None."""
    waiting = [q for q in questions if not getattr(answers, q.key) and q.key not in left_open]
    keys = [question.key for question in questions]
    start = keys.index(after) + 1 if after in keys else 0
    return next((question for question in waiting if keys.index(question.key) >= start), next(iter(waiting), None))
