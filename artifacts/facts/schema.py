"""The fact sheet: what a founder told us, as typed values. No Django here.

Every fact carries its value, the words it was read from, and its state: `open` (nobody has said
it), `read` (by us, from the words it names) or `confirmed` (by the founder, on the page of facts).
The reader in `artifacts.facts.reading` makes a sheet from the idea and the answers; the offline
writer, the prompts, the checker and staleness read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import ConfigDict, Field, StringConstraints

from artifacts.schemas.base import StrictModel
from artifacts.schemas.fields import Cleaned

VALUE_MAX = 400
FACTS_MAX = 40
OWN_ANSWER_MAX = 2_000

State = Literal["open", "read", "confirmed"]
Verdict = Literal["yes", "no", "unknown"]
Stage = Literal["idea", "talks", "prototype", "pilot", "customers"]
Platform = Literal[
    "web",
    "phone",
    "tablet",
    "desktop",
    "offline",
    "sms",
    "phone call",
    "email",
    "whatsapp",
    "paper",
]

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=VALUE_MAX), Cleaned
]
ShortText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80), Cleaned]
Amount = Annotated[Decimal, Field(strict=False, ge=0, lt=10**12)]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
Day = Annotated[date, Field(strict=False)]
Weeks = Annotated[Decimal, Field(strict=False, gt=0, le=520)]
Hours = Annotated[Decimal, Field(strict=False, gt=0, le=2000)]
Whole = Annotated[int, Field(ge=0, le=10**9)]
Share = Annotated[Decimal, Field(strict=False, ge=0, le=100)]


class FactModel(StrictModel):
    model_config = ConfigDict(frozen=True)


class Span(FactModel):
    """Where something was said: the key of the answer (or "idea"), and which characters of its
    text.
    """

    answer: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str


V = TypeVar("V")


class Fact(FactModel, Generic[V]):
    """One thing the founder told us.

    `value` is None if it is open, or where the founder says there is none.
    """

    value: V | None = None
    said: tuple[Span, ...] = Field(default=(), strict=False)
    state: State = "open"
    readings: tuple[V, ...] = Field(default=(), strict=False)
    """What two readers made of the same words, where they differ: the fact is open until the
    founder chooses.
    """

    def __bool__(self) -> bool:
        return self.value is not None


class Price(FactModel):
    """What one payer pays: 29 EUR per month and shop.

    `currency` is None for a share, whose `per` is "percent".
    """

    amount: Amount
    currency: Currency | None = None
    per: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    """"month", "year", "week", "hour", "day", "once", "percent", or the counted thing in the
    founder's word: "cup".
    """
    unit: ShortText = ""
    """What is charged for, where `per` is a period: 1,200 KES per month and "bus"."""
    payer: ShortText = ""
    months_a_year: Annotated[int, Field(ge=1, le=12)] | None = None
    """In how many months of a year it is paid, where the founder said so ("only from May to
    November": 7).
    """
    is_minimum: bool = False
    """Whether it is the least that is paid, as in "but at least 35 euros a visit"."""
    is_shared: bool = False
    """Whether others get a part of it, as in "12 pounds, of which the potter gets 10"."""


class Money(FactModel):
    amount: Amount
    currency: Currency


class LaterMoney(FactModel):
    """A part of the budget that comes only when something has happened."""

    amount: Amount
    condition: Text


class Budget(FactModel):
    """All money that may be spent for certain; `later` names the parts of it that are not there
    yet.
    """

    amount: Amount
    currency: Currency
    later: tuple[LaterMoney, ...] = Field(default=(), strict=False)


class Count(FactModel):
    """A number of things: 22 growers."""

    number: Whole
    noun: ShortText


class Test(FactModel):
    """The founder's own test. What was not said is None or empty."""

    __test__ = False  # not a test case of pytest

    weeks: Weeks | None = None
    rhythm: ShortText = ""
    participants: Whole | None = None
    noun: ShortText = ""
    pass_mark: Annotated[str, StringConstraints(strip_whitespace=True, max_length=VALUE_MAX)] = ""
    """The sentence or clause that says what counts as passed, in the founder's words."""
    pass_number: Whole | None = None
    """How many participants have to do it, where the pass mark counts participants."""
    pass_share: Share | None = None
    """The share in percent that the pass mark asks for."""
    begins: Day | None = None
    ends: Day | None = None


class StageReached(FactModel):
    stage: Stage
    count: Whole | None = None
    noun: ShortText = ""


class Region(FactModel):
    """A place.

    `code` is ISO 3166 where there is one ("DE-BY"); `name` is as the founder wrote it.
    """

    name: Text
    code: Annotated[str, StringConstraints(pattern="^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$")] = ""


class OwnAnswer(FactModel):
    """What the founder answered to a question that was made for this idea alone."""

    topic: ShortText
    question: Text
    answer: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=OWN_ANSWER_MAX),
        Cleaned,
    ]


class Traits(FactModel):
    """What kind of product it is.

    Open where the words do not tell; the founder answers yes, no or not sure.
    """

    takes_payments: Fact[Verdict] = Fact()
    personal_data: Fact[Verdict] = Fact()
    health_data: Fact[Verdict] = Fact()
    children: Fact[Verdict] = Fact()
    physical_goods: Fact[Verdict] = Fact()
    on_site_service: Fact[Verdict] = Fact()
    two_sides: Fact[Verdict] = Fact()
    hardware: Fact[Verdict] = Fact()
    ai_output: Fact[Verdict] = Fact()
    works_offline: Fact[Verdict] = Fact()
    depends_on_partner: Fact[Verdict] = Fact()
    needs_permit: Fact[Verdict] = Fact()
    sells_to_organisations: Fact[Verdict] = Fact()
    seasonal: Fact[Verdict] = Fact()

    def has(self, name: str) -> bool:
        """Return whether the trait is known to hold."""
        return bool(getattr(self, name).value == "yes")


TRAITS: tuple[str, ...] = tuple(Traits.model_fields)


def _listed() -> Any:
    return Field(default=(), strict=False, max_length=FACTS_MAX)


class Facts(FactModel):
    """The fact sheet of one project. Lists are in the order in which things were said."""

    schema_version: Annotated[int, Field(ge=1)] = 1
    language: Annotated[str, StringConstraints(pattern="^([a-z]{2})?$")] = ""
    """The language the founder writes in; empty if it could not be told."""

    first_version: tuple[Fact[Text], ...] = _listed()
    left_out: tuple[Fact[Text], ...] = _listed()

    user: Fact[Text] = Fact()
    payer: Fact[Text] = Fact()
    other_side: Fact[Text] = Fact()
    counts: tuple[Fact[Count], ...] = _listed()
    """How many users, payers and others the founder knows of or counts on."""
    first_people: tuple[Fact[Text], ...] = _listed()
    evidence: tuple[Fact[Text], ...] = _listed()
    stage: Fact[StageReached] = Fact()

    prices: tuple[Fact[Price], ...] = _listed()
    budget: Fact[Budget] = Fact()

    deadline: Fact[Day] = Fact()
    duration_weeks: Fact[Weeks] = Fact()
    earliest_start: Fact[Day] = Fact()
    test: Fact[Test] = Fact()

    people: Fact[Whole] = Fact()
    hours_per_week: Fact[Hours] = Fact()
    """Of the whole team, in total."""
    missing_skills: tuple[Fact[Text], ...] = _listed()

    regions: tuple[Fact[Region], ...] = _listed()
    languages: tuple[Fact[ShortText], ...] = _listed()
    platforms: tuple[Fact[Platform], ...] = _listed()
    laws: tuple[Fact[Text], ...] = _listed()

    more: tuple[Fact[OwnAnswer], ...] = _listed()
    """What was asked beyond the interview, for this idea alone."""

    traits: Traits = Traits()

    def each(self) -> Iterator[tuple[str, Fact[Any]]]:
        """Yield every fact with its path ("budget", "prices.0", "traits.seasonal"), the open ones
        too.
        """
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, Fact):
                yield name, value
            elif isinstance(value, tuple):
                yield from ((f"{name}.{number}", fact) for number, fact in enumerate(value))
            elif isinstance(value, Traits):
                yield from ((f"{name}.{trait}", getattr(value, trait)) for trait in TRAITS)
