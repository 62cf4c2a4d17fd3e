"""How each placeholder of the sentences is said for one project; "" where the fact is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from artifacts.facts import sums
from artifacts.facts.schema import Fact, Facts, Money, Price, Test
from artifacts.runners.offline import cues
from artifacts.runners.offline.costs import Cost, told_cost
from artifacts.runners.offline.library import Library
from artifacts.runners.offline.nouns import nominative
from artifacts.runners.offline.quoting import bare
from artifacts.runners.offline.wording import Wording
from artifacts.text import defuse, sentences


class StoryFacts(Protocol):
    """What a value is said from: the part of a `Story` that it may ask."""

    @property
    def name(self) -> str: ...
    @property
    def today(self) -> date: ...
    @property
    def facts(self) -> Facts: ...
    @property
    def library(self) -> Library: ...
    @property
    def wording(self) -> Wording: ...
    @property
    def steps(self) -> Sequence[str]: ...
    @property
    def weeks(self) -> int | None: ...
    @property
    def laws_ahead(self) -> Sequence[Fact[Any]]: ...
    @property
    def wait_weeks(self) -> int: ...
    def text(self, answer: str) -> str: ...
    def remaining(self, answer: str) -> str: ...
    def quote(self, text: str, limit: int) -> str: ...
    def sentences_of(self, *facts: Fact[Any]) -> str: ...
    def with_sum(self, answer: str, words: str) -> str: ...
    def is_corrected(self, name: str) -> bool: ...


Value = Callable[[StoryFacts], str]


def _words(answer: str, limit: int = 260) -> Value:
    """Quote what was said to a question."""
    return lambda story: story.quote(story.text(answer), limit)


def _offer(story: StoryFacts) -> str:
    """Quote what the idea offers: from the sentence on in which we do something, where it begins
    with the trouble of others.
    """
    return story.quote(cues.offer_of(story.text("idea"), story.name), 175)


_ELSEWHERE = 50  # characters more for a sentence that an answer to another question holds


def _words_of_fact(name: str, answer: str, limit: int) -> Value:
    """Quote an answer, else what tells the fact elsewhere; "" if the fact was corrected."""
    words = _words(answer, limit)

    def said(story: StoryFacts) -> str:
        fact = getattr(story.facts, name)
        told = words(story) or story.quote(story.sentences_of(fact), limit + _ELSEWHERE)
        return "" if story.is_corrected(name) else told

    return said


def _rest(answer: str, limit: int) -> Value:
    """Quote what was said to a question and is no fact with a figure."""
    return lambda story: story.quote(story.remaining(answer), limit)


def _limits(story: StoryFacts) -> str:
    """Quote what must hold: the sentences that say that something must or may be, where any do."""
    told = sentences(story.remaining("constraint"))
    binding = [sentence for sentence in told if cues.is_binding(sentence)]
    return story.quote(" ".join(binding or told), 150)


def _names(facts: Callable[[StoryFacts], Sequence[Fact[Any]]], attribute: str = "") -> Value:
    """List the values of several facts as the founder wrote them."""

    def said(story: StoryFacts) -> str:
        values = [fact.value for fact in facts(story) if fact.value is not None]
        return story.wording.listed(
            [bare(defuse(str(getattr(v, attribute) if attribute else v))) for v in values]
        )

    return said


def _number(unit: str, number: Callable[[StoryFacts], Decimal | int | None]) -> Value:
    """Say a number with its unit; nothing and zero are not said."""

    def said(story: StoryFacts) -> str:
        found = number(story)
        return story.wording.count(found, unit) if found else ""

    return said


def _money(money: Callable[[StoryFacts], Any]) -> Value:
    return lambda story: story.wording.money(found) if (found := money(story)) else ""


def _day(day: Callable[[StoryFacts], Any]) -> Value:
    return lambda story: story.wording.day(found) if (found := day(story)) else ""


def _income(
    which: Callable[[Any], sums.Income | None], part: Callable[[StoryFacts, sums.Income], str]
) -> Value:
    def said(story: StoryFacts) -> str:
        income = which(story.facts)
        return part(story, income) if income else ""

    return said


def _test(story: StoryFacts) -> Test:
    return story.facts.test.value or Test()


def _hours(story: StoryFacts) -> Decimal | None:
    found = sums.capacity(story.facts, story.weeks)
    return found.hours if found else None


def _step_hours(story: StoryFacts) -> int | None:
    """Return the hours for each step that the founder told; None if a test before the limit ends
    the building.
    """
    hours, begins = _hours(story), _test(story).begins
    if not hours or not story.facts.first_version:
        return None
    if begins and sums.weeks_until(begins, story.today) < (story.weeks or 0):
        return None
    return int((hours / len(story.steps)).to_integral_value())


def _pass_share(story: StoryFacts) -> str:
    """Return the share of the participants with whom it has to work; "" where no such share was
    told, and where the pass mark says with how many at most it may go wrong.
    """
    test = _test(story)
    if not test.participants or not test.pass_number or test.pass_number > test.participants:
        return ""
    language = story.facts.language or "en"
    if cues.counts_failures(test, language) or cues.counts_others(test, language):
        return ""
    return story.wording.number(round(Decimal(100 * test.pass_number) / test.participants))


MESSAGES = ("sms", "phone call", "email", "whatsapp")
_WRITTEN = frozenset(MESSAGES) - {"phone call"}


def _platforms(*, messages: bool = False) -> Value:
    """List what people use, or of that only what brings them a message."""

    def said(story: StoryFacts) -> str:
        platforms = [fact.value for fact in story.facts.platforms if fact.value]
        return story.wording.listed(
            [
                story.library.platforms[platform]
                for platform in platforms
                if platform in (_WRITTEN if messages else story.library.platforms)
                and platform != "offline"
            ]
        )

    return said


_REGIONS = _names(lambda story: story.facts.regions, "name")


def _regions(story: StoryFacts) -> str:
    """Name where it is offered: as the founder does where all regions stand together, since "X and
    Y, Z" may mean that Z holds both; else as a list.
    """
    names = [re.escape(bare(fact.value.name)) for fact in story.facts.regions if fact.value]
    joiner = story.library.per["and"].removesuffix(" {other}")
    joint = f"(?:, | {joiner} |, {joiner} )"
    together = re.compile(joint.join(names)) if len(names) > 1 else None
    answers = {span.answer for fact in story.facts.regions for span in fact.said}
    found = (together.search(story.text(answer)) for answer in sorted(answers)) if together else ()
    return next((defuse(match[0]) for match in found if match), _with_country(story))


def _with_country(story: StoryFacts) -> str:
    """List the places, and the country that they lie in behind them: "Chipata and Katete,
    Zambia".
    """
    places = [fact.value for fact in story.facts.regions if fact.value]
    countries = [place for place in places if len(place.code) == _COUNTRY]
    others = [place for place in places if not place.code]
    if len(countries) != 1 or len(others) + 1 != len(places):
        return _REGIONS(story)
    names = story.wording.listed([bare(defuse(place.name)) for place in others])
    return ", ".join(filter(None, (names, bare(defuse(countries[0].name)))))


_COUNTRY = 2
"""How long the code of a country is."""


def _later_condition(story: StoryFacts) -> str:
    """Quote when a part of the money comes, with the sum in front of it."""
    budget = story.facts.budget
    if not budget.value or not budget.value.later:
        return ""
    condition = budget.value.later[0].condition
    answer = budget.said[0].answer if budget.said else ""
    return story.quote(story.with_sum(answer, condition), 160)


def _prices(story: StoryFacts) -> str:
    return story.wording.listed(
        [story.wording.price(fact.value) for fact in story.facts.prices if fact.value]
    )


def _price_words(story: StoryFacts) -> str:
    """Quote what was said of several prices, since a list of them leaves out what each is for and
    who pays it, and of one that is the most.
    """
    prices = [fact for fact in story.facts.prices if fact.value]
    if any(fact.state == "confirmed" for fact in prices):
        return ""
    said = story.sentences_of(*prices)
    is_plain = len(prices) == 1 and not cues.names_the_most(said)
    return "" if is_plain else story.quote(said, 220)


def _share(story: StoryFacts) -> str:
    """Say the share that we keep of every payment, where no price is an amount of money."""
    first = next((fact.value for fact in story.facts.prices if fact.value), None)
    return story.wording.money(first) if first and not sums.first_price(story.facts) else ""


def _one_price(story: StoryFacts) -> str:
    price = sums.first_price(story.facts) or next(
        (fact.value for fact in story.facts.prices if fact.value), None
    )
    return story.wording.price(price) if price else ""


def _sales(story: StoryFacts) -> str:
    found = sums.break_even(story.facts)
    return story.wording.number(found.sales) if found else ""


def _counted(story: StoryFacts, income: sums.Income) -> str:
    return _things(story, income.count.number, income.count.noun)


def _things(story: StoryFacts, number: int, noun: str) -> str:
    """Say how many there are of something that the founder may have named in the dative."""
    is_german = story.facts.language == "de"
    return story.wording.counted(number, nominative(noun) if is_german else noun)


def _total(story: StoryFacts, income: sums.Income) -> str:
    return story.wording.money(income.total)


def _each(story: StoryFacts, income: sums.Income) -> str:
    return story.wording.money(income.price)


def _season(part: Callable[[StoryFacts, Price], str]) -> Value:
    """Say a part of what one payer pays in a season, where a price is for some months only."""

    def said(story: StoryFacts) -> str:
        price = sums.season_price(story.facts)
        return part(story, price) if price else ""

    return said


def _cost(part: Callable[[StoryFacts, Cost, Money], str]) -> Value:
    """Say a part of what one thing costs that has to be bought, and of what remains of the money
    that is there for certain.
    """

    def said(story: StoryFacts) -> str:
        budget = story.facts.budget.value
        if budget is None:
            return ""
        base = sums.money_now(story.facts) or Money(amount=budget.amount, currency=budget.currency)
        cost = told_cost(story.text("constraint"), story.facts.language or "en", base)
        return part(story, cost, base) if cost else ""

    return said


def _cost_left(story: StoryFacts, cost: Cost, base: Money) -> str:
    return story.wording.money(Money(amount=cost.left, currency=base.currency))


def _months(story: StoryFacts, income: sums.Income) -> str:
    return story.wording.count(income.months, "month") if income.months else ""


VALUES: Mapping[str, Value] = {
    "name": lambda story: story.name,
    # The founder's words.
    "idea": _offer,
    "problem": _words("problem", 190),
    "user": _words("target_user", 160),
    "workaround": _words("workaround", 160),
    "workaround_short": _words("workaround", 70),
    "stage": _words_of_fact("stage", "stage", 100),
    "stage_short": _words_of_fact("stage", "stage", 90),
    "evidence": _words("evidence", 200),
    "validation": _words_of_fact("test", "validation", 120),
    "limits": _limits,
    "rivals": _rest("price", 90),
    "payer": lambda story: story.quote(story.facts.payer.value or "", 110),
    "pass_mark": lambda story: story.quote(_test(story).pass_mark, 200),
    "regions": _regions,
    "laws": _names(lambda story: story.facts.laws),
    "laws_ahead": _names(lambda story: story.laws_ahead),
    "law": _names(lambda story: story.laws_ahead[:1]),
    "platforms": _platforms(),
    "channels": _platforms(messages=True),
    "steps": _number("step", lambda story: len(story.steps)),
    "first_step": lambda story: story.quote(story.steps[0], 160) if story.steps else "",
    "last_step": lambda story: story.quote(story.steps[-1], 160) if len(story.steps) > 1 else "",
    # Time and team.
    "today": _day(lambda story: story.today),
    "deadline": _day(lambda story: story.facts.deadline.value),
    "begins": _day(lambda story: _test(story).begins),
    "weeks": _number("week", lambda story: story.weeks),
    "wait": _number("week", lambda story: story.wait_weeks),
    "people": _number("person", lambda story: story.facts.people.value),
    "hours": _number("hour", lambda story: story.facts.hours_per_week.value),
    "lost_hours": _number("hour", lambda story: 2 * (story.facts.hours_per_week.value or 0)),
    "capacity": _number("hour", _hours),
    "step_hours": _number("hour", _step_hours),
    "test_length": _number("week", lambda story: _test(story).weeks),
    "participants": lambda story: (
        _things(story, _test(story).participants or 0, _test(story).noun)
        if _test(story).participants
        else ""
    ),
    "pass_number": lambda story: (
        story.wording.small(_test(story).pass_number or 0) if _pass_share(story) else ""
    ),
    "pass_share": _pass_share,
    # Money.
    "price": _prices,
    "price_words": _price_words,
    "share": _share,
    "one_price": _one_price,
    "budget": _money(lambda story: story.facts.budget.value),
    "budget_now": _money(lambda story: sums.money_now(story.facts)),
    "budget_later": _money(lambda story: sums.money_later(story.facts)),
    "later_condition": _later_condition,
    "sales": _sales,
    "reach_count": _income(sums.most_income, _counted),
    "reach_price": _income(sums.most_income, _each),
    "reach_months": _income(sums.most_income, _months),
    "reach_total": _income(sums.most_income, _total),
    "test_count": _income(sums.test_income, _counted),
    "test_price": _income(sums.test_income, _each),
    "test_months": _income(sums.test_income, _months),
    "test_total": _income(sums.test_income, _total),
    "pass_count": _income(sums.pass_income, _counted),
    "pass_price": _income(sums.pass_income, _each),
    "pass_total": _income(sums.pass_income, _total),
    "season_total": _money(lambda story: sums.season_total(story.facts)),
    "season_months": _season(
        lambda story, price: story.wording.count(price.months_a_year or 0, "month")
    ),
    "season_price": _season(lambda story, price: story.wording.money(price)),
    "cost_words": _cost(lambda story, cost, _: story.quote(cost.words, 110)),
    "cost_base": _cost(lambda story, _, base: story.wording.money(base)),
    "cost_left": _cost(_cost_left),
    "cost_count": _cost(
        lambda story, cost, _: story.wording.small(cost.count) if cost.count else ""
    ),
}
