"""The Product Brief: who has which problem, what we offer them, and what we take for granted."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from artifacts.schemas.base import ArtifactContent, Item, Section
from artifacts.schemas.declared import Advised
from artifacts.schemas.fields import LIST_MAX, Level, Line, Lines, Prose, ShortTitle
from artifacts.tiers import Gate


class Assumption(Item):
    """Something we take for granted until the founder or the market says otherwise."""

    prefix: ClassVar[str] = "A"
    noun: ClassVar[str] = "assumption"
    title_field: ClassVar[str] = "text"
    short_title_field: ClassVar[str] = "title"

    title: ShortTitle = ""
    text: Line
    basis: Literal["answer", "inferred", "guess"]
    confidence: Level


class ProductBriefContent(ArtifactContent):
    title: ClassVar[str] = "Product Brief"
    purpose: ClassVar[str] = (
        "Who has which problem, what we offer them, and what we take for granted."
    )
    lead: ClassVar[str] = "value_proposition"
    needed_by_later: ClassVar[bool] = True

    problem_statement: Annotated[
        Prose,
        Section(
            "Problem statement",
            "What hurts, how people cope with it today, and why that is not enough.",
        ),
    ]
    target_user: Annotated[
        Prose,
        Section(
            "Target user", "The one group of people we build for first, and how we recognise them."
        ),
    ]
    value_proposition: Annotated[
        Prose, Section("Value proposition", "Why this user picks us over what they do today.")
    ]
    key_constraint: Annotated[
        Prose,
        Section(
            "Key constraint",
            "The limit on time, money, people or law that shapes every later decision.",
        ),
    ]
    differentiation_points: Annotated[
        Lines,
        Section(
            "Differentiation points",
            "What we do differently from every way people have today.",
            advised=Advised(3, 5),
        ),
    ]
    assumptions: Annotated[
        list[Assumption],
        Field(max_length=LIST_MAX),
        Section(
            "Assumptions",
            "What we take for granted, where it comes from and how sure we are.",
            unsettled=True,
            advised=Advised(4, 8),
        ),
    ] = []
    open_questions: Annotated[
        list[Line],
        Field(max_length=LIST_MAX),
        Section(
            "Open questions",
            "What we have to find out, because nobody has said it yet.",
            unsettled=True,
            advised=Advised(3, 6),
        ),
    ] = []
    market_analysis: Annotated[
        Prose | None,
        Section(
            "Market analysis",
            "Who pays, how we reach them, and how we learn the market's size.",
            Gate.BUSINESS,
        ),
    ] = None
    competitive_strategy: Annotated[
        Prose | None,
        Section(
            "Competitive strategy",
            "Who we compete with and how we stay ahead of them.",
            Gate.STRATEGIC,
        ),
    ] = None
