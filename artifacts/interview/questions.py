"""The interview: what we ask a founder about an idea. No Django here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts
from artifacts.language import choose_language
from artifacts.schemas.base import StrictModel
from artifacts.schemas.fields import Cleaned, Line
from artifacts.text import gettext_noop

NAME_MAX = 120
ANSWER_MAX = 10_000


def _as_text(value: object) -> object:
    """Take nothing for an empty answer, and a list of lines for an answer with one line each."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    return value


Answer = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=ANSWER_MAX),
    Cleaned,
    BeforeValidator(_as_text),
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
    """The language of words that were made for one idea; empty for the usual ones, which pages
    translate.
    """


class Answers(StrictModel):
    """A founder's answers. An empty text means: not said yet."""

    model_config = ConfigDict(frozen=True)

    target_user: Answer = ""
    problem: Answer = ""
    first_version: Answer = ""
    left_out: Answer = ""
    price: Answer = ""
    deadline: Answer = ""
    team: Answer = ""
    budget: Answer = ""
    place: Answer = ""
    workaround: Answer = ""
    validation: Answer = ""
    stage: Answer = ""
    evidence: Answer = ""
    constraint: Answer = ""


class ProjectInput(StrictModel):
    """A project as its founder told it: all that a writer knows besides the earlier documents."""

    model_config = ConfigDict(frozen=True)

    name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_MAX), Cleaned
    ]
    idea: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=ANSWER_MAX), Cleaned
    ]
    answers: Answers = Answers()
    asked: dict[str, Line] = {}
    """What was asked, by the key of the answer, where that was not in the usual words."""
    facts: Facts | None = None
    """The fact sheet, where the founder has one; read `sheet`, which is never missing."""
    language: Annotated[str, StringConstraints(pattern="^([a-z]{2})?$")] = ""
    """The language in which the documents are written; empty means that of the founder's words."""
    today: date = Field(default_factory=date.today, strict=False)
    """The day from which a plan counts its weeks."""
    answered: date | None = Field(default=None, strict=False)
    """The day of the last answer; None if that is not known."""

    @cached_property
    def sheet(self) -> Facts:
        """The facts as the founder settled them, or as we read them from the words."""
        return self.facts or self.reading

    @cached_property
    def reading(self) -> Facts:
        """The facts as we read them from the words alone."""
        return _read(tuple(self.texts().items()), self.today)

    @property
    def document_language(self) -> str:
        """The language of this project's documents: the chosen one, else that of the founder's
        words if we write it.
        """
        return choose_language(self.language, self.sheet.language)

    def texts(self) -> dict[str, str]:
        """Return all that was said, by the key of its question; the idea is "idea"."""
        return {"idea": self.idea, **self.answers.model_dump()}

    def all_texts(self) -> dict[str, str]:
        """Return `texts()` with the answers to questions that were made for this idea, as
        "more.0".
        """
        more = {
            f"more.{number}": fact.value.answer
            for number, fact in enumerate(self.sheet.more)
            if fact.value
        }
        return {**self.texts(), **more}

    @classmethod
    def from_brief(cls, brief: Mapping[str, Any]) -> Self:
        """Return the input made from a plain dict: name, idea, and the answers beside them or under
        `answers`.

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


@lru_cache(maxsize=64)
def _read(texts: tuple[tuple[str, str], ...], today: date) -> Facts:
    """Read facts once if one request asks for them several times."""
    return read_facts(dict(texts), today=today)


QUESTIONS: tuple[Question, ...] = (
    Question(
        "target_user",
        gettext_noop("Target user"),
        gettext_noop("Who is it for first?"),
        gettext_noop(
            "A product for everyone is hard to build and harder to sell. One group we can name is"
            " where we start."
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
        "first_version",
        gettext_noop("First version"),
        gettext_noop(
            "What must the first version do? One line per step, in the order somebody goes"
            " through it."
        ),
        gettext_noop("These lines become the features and the user journey, in your words."),
        gettext_noop(
            "The owner picks a shelf\nThe owner taps quantities, even without a connection\n"
            "In the evening a list shows what to reorder"
        ),
    ),
    Question(
        "left_out",
        gettext_noop("Left out for now"),
        gettext_noop("What does the first version leave out? One line each."),
        gettext_noop("What we leave out on purpose is what keeps the plan short."),
        gettext_noop("Invoices\nMore than one shop per owner"),
    ),
    Question(
        "price",
        gettext_noop("Price"),
        gettext_noop("What would they pay, for what, and who pays it?"),
        gettext_noop(
            "A price turns interest into a promise we can test. Leave it open if you do not know."
        ),
        gettext_noop("29 euros a month per shop"),
    ),
    Question(
        "deadline",
        gettext_noop("Time limit"),
        gettext_noop("By when must it be ready, or how many weeks do we have?"),
        gettext_noop("The plan has to end by then, or say by how much it does not."),
        gettext_noop("Within ten weeks"),
    ),
    Question(
        "team",
        gettext_noop("Team"),
        gettext_noop("Who works on it, and how many hours a week together?"),
        gettext_noop("Hours decide how much fits into a week; ten a week are not forty."),
        gettext_noop("One developer, 20 hours a week"),
    ),
    Question(
        "budget",
        gettext_noop("Money"),
        gettext_noop("How much money is there for it, and does part of it come later?"),
        gettext_noop("We set it against what has to be paid, and say when it does not reach."),
        gettext_noop("3,000 euros of savings"),
    ),
    Question(
        "place",
        gettext_noop("Place and permits"),
        gettext_noop("Where is it offered, and which laws or permits apply?"),
        gettext_noop("A permit that takes months belongs at the beginning of the plan."),
        gettext_noop("Ghent, Belgium. No permit that we know of"),
    ),
    Question(
        "workaround",
        gettext_noop("Current workaround"),
        gettext_noop("How do they cope with it now?"),
        gettext_noop("What they do today is our true competitor."),
        gettext_noop("A paper list and a spreadsheet that one person understands"),
    ),
    Question(
        "validation",
        gettext_noop("Our own test"),
        gettext_noop("How will we test it: with whom, for how long, and what counts as passed?"),
        gettext_noop("One test that could fail is worth more than a long list of hopes."),
        gettext_noop(
            "Five shops count with it every Monday for 4 weeks. Passed if four of the five want to"
            " keep it"
        ),
    ),
    Question(
        "stage",
        gettext_noop("Stage"),
        gettext_noop("How far are we?"),
        gettext_noop(
            "An idea, a prototype and a product with customers need different next steps."
        ),
        gettext_noop("Talks with four shop owners"),
    ),
    Question(
        "evidence",
        gettext_noop("Evidence and first people"),
        gettext_noop("What speaks for it so far, and who are the first ten people to ask?"),
        gettext_noop("What people did counts for more than what they said."),
        gettext_noop(
            "Two of the four owners showed us their paper lists. First we ask the six shops in our"
            " street"
        ),
    ),
    Question(
        "constraint",
        gettext_noop("Key constraint"),
        gettext_noop("What else limits us?"),
        gettext_noop(
            "Anything that must hold whatever we decide: a condition, a promise, a fact of nature."
        ),
        gettext_noop("It has to work in a cellar without a connection"),
    ),
)


def find_question(key: str) -> Question | None:
    return next((question for question in QUESTIONS if question.key == key), None)


def next_question(
    questions: Sequence[Question], answers: Answers, left_open: Collection[str], *, after: str = ""
) -> Question | None:
    """Return the next one after `after` that was neither answered nor left open, else the first
    such, else None.
    """
    waiting = [q for q in questions if not getattr(answers, q.key) and q.key not in left_open]
    keys = [question.key for question in questions]
    start = keys.index(after) + 1 if after in keys else 0
    return next(
        (question for question in waiting if keys.index(question.key) >= start),
        next(iter(waiting), None),
    )
