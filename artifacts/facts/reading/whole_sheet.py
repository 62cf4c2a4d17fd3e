"""The whole fact sheet, each fact read by the module of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from artifacts.facts.grammar.currencies import currency_of
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.grammar.source import source
from artifacts.facts.reading import (
    budget,
    duration,
    laws_named,
    offer,
    people,
    place,
    prices,
    stage,
    team,
    time,
    traits,
    trial,
)
from artifacts.facts.reading.context import Reading, Told
from artifacts.facts.reading.language import language_of
from artifacts.facts.schema import Facts


def read_sheet(texts: Mapping[str, str], *, today: date) -> Facts:
    """Do what `read_facts` promises."""
    language = language_of(texts.values())
    told = {key: Told(key, source(text, language)) for key, text in texts.items() if text.strip()}
    told = {key: answer for key, answer in told.items() if answer.source.tokens}
    home = currency_of(place.country_of(iter(told.values()))) or _most_used(told, language)
    reading = Reading(told, language, today)
    for answer in told.values():
        answer.settle(home)
    return _sheet(reading)


def _most_used(told: Mapping[str, Told], language: str) -> str:
    """Return the currency that most amounts are in, "" where there is none: that of bare cents."""
    used = Counter(
        match.currency
        for answer in told.values()
        for match in answer.each(MoneyMatch)
        if match.currency
    )
    most = used.most_common(1)[0][0] if used else ""
    # those who pay in dollars and write French live in Canada
    return "CAD" if (most, language) == ("USD", "fr") else most


def _sheet(reading: Reading) -> Facts:
    working, hours = team.read_team(reading)
    sheet = Facts(
        language=reading.language,
        first_version=offer.read_first_version(reading),
        left_out=offer.read_left_out(reading),
        user=people.read_user(reading),
        payer=people.read_payer(reading),
        other_side=people.read_other_side(reading),
        counts=people.read_counts(reading),
        first_people=people.read_first_people(reading),
        evidence=people.read_evidence(reading),
        stage=stage.read_stage(reading),
        prices=prices.read_prices(reading),
        budget=budget.read_budget(reading),
        deadline=time.read_deadline(reading),
        duration_weeks=duration.read_duration(reading),
        earliest_start=time.read_start(reading),
        test=trial.read_test(reading),
        people=working,
        hours_per_week=hours,
        missing_skills=people.read_missing_skills(reading),
        regions=place.read_regions(reading),
        platforms=place.read_platforms(reading),
        laws=laws_named.read_laws(reading),
    )
    return sheet.model_copy(update={"traits": traits.read_traits(reading, sheet)})
