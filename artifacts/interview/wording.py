"""Interview questions that were worded for one idea.

What each asks for stays the same. No Django here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from artifacts.facts.schema import Facts
from artifacts.interview.questions import QUESTIONS, Answers, Question, find_question
from artifacts.schemas.base import StrictModel
from artifacts.text import fold_spaces, one_line

FEWEST, MOST = 5, len(QUESTIONS)
EXTRA_MOST = 3
"""Questions that a model may ask beyond those of the interview."""
PATIENCE_SECONDS = 8
"""How long a founder waits for questions about the idea before the usual ones are asked."""


_TITLE_MAX = 60
_CLAUSE_END = re.compile(r"[.!?;:,()\n\u2013\u2014]")


def working_title(idea: str) -> str:
    """Return the first words of an idea, for a project that nobody has named yet; its first clause
    where that is short.
    """
    text = idea.strip()
    clause = fold_spaces(_CLAUSE_END.split(text, maxsplit=1)[0]) or fold_spaces(text)
    if len(clause) <= _TITLE_MAX:
        return clause
    cut = clause[:_TITLE_MAX].rpartition(" ")[0] or clause[: _TITLE_MAX - 1]
    return f"{cut}…"


def _known(key: str) -> str:
    if find_question(key) is None:
        raise ValueError(f"there is no question {key!r}")
    return key


def _one_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


_OneLine = BeforeValidator(_one_line)
Words = Annotated[str, StringConstraints(min_length=2, max_length=60), _OneLine]
Sentence = Annotated[str, StringConstraints(min_length=2, max_length=300), _OneLine]


class TailoredQuestion(StrictModel):
    """One question about one idea. It asks for the same thing as the usual question of its key."""

    key: Annotated[str, AfterValidator(_known)]
    title: Words
    prompt: Sentence
    why: Sentence
    example: Sentence


class Tailored(StrictModel):
    """The questions for one idea, in the order in which they are asked, and the language they are
    in.
    """

    language: Annotated[str, StringConstraints(pattern=r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}$")]
    questions: Annotated[list[TailoredQuestion], Field(min_length=FEWEST, max_length=MOST)]

    @model_validator(mode="after")
    def _asks_what_is_needed(self) -> Self:
        keys = [question.key for question in self.questions]
        if len(set(keys)) < len(keys):
            raise ValueError("a question is asked twice")
        if missing := [
            question.key for question in QUESTIONS if question.required and question.key not in keys
        ]:
            raise ValueError(f"not asked: {', '.join(missing)}")
        return self


class Spent(StrictModel):
    """What making the questions took, over all orders. Cost in USD; None if nothing is known.

    `guessed_usd` is about what those orders cost of which it is unknown.
    """

    model: str = ""
    prompt_version: str = ""
    tokens_in: int | None = None
    tokens_out: int | None = None
    tokens_cached: int | None = None
    requests: int | None = None
    cost_usd: Annotated[Decimal | None, Field(strict=False)] = None
    guessed_usd: Annotated[Decimal | None, Field(strict=False)] = None


class ExtraQuestion(StrictModel):
    """A question that only this idea needs; its answer becomes a fact."""

    title: Words
    prompt: Sentence
    why: Sentence
    example: Sentence
    is_declined: bool = False
    """Whether the founder does not want to answer it."""


class SecondReading(StrictModel):
    """What a language model read from the answers, beside what the grammar reads.

    `order` names the reading that is being made. `facts` name the words they are from: those that
    have gone since count for nothing.
    """

    order: str = ""
    ordered_at: Annotated[AwareDatetime | None, Field(strict=False)] = None
    orders: int = 0
    words: str = ""
    """The fingerprint of the words that were ordered to be read last."""
    facts: Facts | None = None
    questions: Annotated[tuple[ExtraQuestion, ...], Field(strict=False)] = ()


class Interview(StrictModel):
    """How one project is asked: stored with it as JSON.

    Empty where nobody asked for more than the usual questions.

    `order` names the questions that are being made; questions made for another order arrive too
    late.
    """

    order: str = ""
    ordered_at: Annotated[AwareDatetime | None, Field(strict=False)] = None
    orders: int = 0
    tailored: Tailored | None = None
    spent: Spent = Spent()
    reading: SecondReading = SecondReading()

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Self:
        """Return what is stored; nothing if it cannot be read, since the usual questions always
        can be asked.
        """
        try:
            return cls.model_validate(stored)
        except ValidationError:
            return cls()

    def dump(self) -> dict[str, Any]:
        """Return what is stored."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def words_only(self) -> dict[str, Any]:
        """Return what a copy of the project stores: it is asked in the same words, and making them
        cost it nothing.
        """
        reading = SecondReading(
            words=self.reading.words, facts=self.reading.facts, questions=self.reading.questions
        )
        return Interview(tailored=self.tailored, reading=reading).dump()

    def waited(self, now: datetime) -> int | None:
        """Return for how many seconds a founder has waited for questions; None if it is not
        worth waiting.
        """
        if not self.order or self.ordered_at is None:
            return None
        seconds = int((now - self.ordered_at).total_seconds())
        return max(0, seconds) if seconds < PATIENCE_SECONDS else None

    def questions(self) -> tuple[Question, ...]:
        """Return all that can be asked, in order: what was chosen for the idea, then the rest in
        the usual words.
        """
        if self.tailored is None:
            return QUESTIONS
        required = {question.key for question in QUESTIONS if question.required}
        chosen = {
            own.key: Question(
                own.key,
                own.title,
                own.prompt,
                own.why,
                own.example,
                required=own.key in required,
                language=self.tailored.language,
            )
            for own in self.tailored.questions
        }
        return (
            *chosen.values(),
            *(question for question in QUESTIONS if question.key not in chosen),
        )

    def asked(self, answers: Answers, *also: str) -> tuple[Question, ...]:
        """Return the questions that are asked: those chosen for the idea, those answered all the
        same, and `also`.
        """
        if self.tailored is None:
            return QUESTIONS
        chosen = {own.key for own in self.tailored.questions}
        return tuple(
            q
            for q in self.questions()
            if q.key in chosen or q.key in also or getattr(answers, q.key)
        )
