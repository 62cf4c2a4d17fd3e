"""What belongs to a figure and what does not: the day that weeks are counted from, the share of the
sum before, the sum we pay ourselves, the noun a price is for.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "nl": "Wij maken iets voor mensen die het elke week thuis nodig hebben en het niet vinden.",
}


def read(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("de", "Am 3. Februar 2027 fangen wir an, nach höchstens 26 Wochen muss er laufen.", 26),
        ("en", "We start on 1 February 2027 and have at most 20 weeks until the first boat.",
         20),
    ],
)  # fmt: skip
def test_the_day_from_which_weeks_are_counted_is_no_deadline(language, said, weeks):
    facts = read(language, constraint=said)
    assert facts.deadline.value is None
    assert facts.duration_weeks.value == weeks


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("de", "19 Wochen gebe ich uns vom Start bis zum ersten verkauften Glas.", 19),
        ("de", "Zwischen Start und erster bezahlter Stunde dürfen nicht mehr als 14 Wochen liegen.",
         14),
        ("de", "Zwischen Start und Markt liegen mehr als 14 Wochen Regen.", None),
    ],
)  # fmt: skip
def test_weeks_that_are_given_are_the_limit(language, said, weeks):
    assert read(language, constraint=said).duration_weeks.value == weeks


def test_the_end_of_a_test_comes_after_its_beginning():
    facts = read("de", validation="Fünf Abende in fünf Orten, vom 4. Juni 2027 bis zum 9. Januar.")
    assert facts.test.value
    assert (facts.test.value.begins, facts.test.value.ends) == (
        date(2027, 6, 4),
        date(2028, 1, 9),
    )


@pytest.mark.parametrize(
    ("language", "said", "participants", "noun"),
    [
        ("en", "Four of the bakers keep a box on the counter for ten weeks.", 4, "bakers"),
        (
            "en",
            "Six of our members try it for 5 weeks. If four of them stay we go on.",
            6,
            "members",
        ),
        ("en", "We go on if three of the buyers come back after 8 weeks.", None, ""),
    ],
)
def test_some_of_those_we_know_take_part(language, said, participants, noun):
    test = read(language, validation=said).test.value
    assert test
    assert (test.participants, test.noun) == (participants, noun)


@pytest.mark.parametrize(
    ("language", "said", "amount", "later"),
    [
        ("de", "Die Stadt gibt 6.000 €, ein Drittel davon später, und 4.500 € legen wir drauf.",
         10500, 2000),
        ("en", "The council gives £8,000, half of it later, and £3,000 is from our kitty.",
         11000, 4000),
        ("de", "Wir haben 30.000 Franken, 18.000 von uns und 12.000 als Darlehen vom Onkel.",
         30000, None),
        ("nl", "Er is 9.000 euro, waarvan 3.000 als de keuken is goedgekeurd.", 9000, 3000),
    ],
)  # fmt: skip
def test_a_share_belongs_to_the_sum_before_it(language, said, amount, later):
    budget = read(language, constraint=said).budget.value
    assert budget
    assert budget.amount == amount
    assert [part.amount for part in budget.later] == ([] if later is None else [Decimal(later)])


@pytest.mark.parametrize(
    ("language", "said", "prices"),
    [
        ("en", "RM 55 for each visit. If fewer than 30 come on a day we charge for 30.",
         [(55, "MYR", "visit")]),
        ("en", "£210 for the full-size table and £80 for a stool.",
         [(210, "GBP", "table"), (80, "GBP", "stool")]),
        ("en", "A repair inside two months is €15.", [(15, "EUR", "repair")]),
        ("de", "Der Verein zahlt 400 € je Abend. Die Miete, etwa 90 € je Abend, zahlen wir.",
         [(400, "EUR", "Abend")]),
    ],
)  # fmt: skip
def test_a_price_is_ours_and_for_a_thing(language, said, prices):
    found = [fact.value for fact in read(language, price=said).prices if fact.value]
    assert [(price.amount, price.currency, price.per) for price in found] == prices


def test_hours_of_somebody_named_in_the_next_sentence_are_added():
    said = "Baking is me, 22 hours a week. Lena, my sister, does the accounts and that's 4 hours."
    facts = read("en", constraint=said)
    assert facts.people.value == 2
    assert facts.hours_per_week.value == 26


def test_what_somebody_thinks_we_should_take_is_no_price():
    said = "$18 a month per trap. A mate reckoned I should take $5 a job from the trucks, but no."
    found = [fact.value for fact in read("en", price=said).prices if fact.value]
    assert [(price.amount, price.per) for price in found] == [(Decimal(18), "month")]


def test_a_list_of_places_ends_in_front_of_the_next_words():
    facts = read("en", target_user="Cafes between Geelong and Queenscliff, I've been to many.")
    assert {fact.value.name for fact in facts.regions if fact.value} == {"Geelong", "Queenscliff"}


def test_two_regions_named_before_are_followed_by_no_list():
    facts = read(
        "de", target_user="Vereine in Uri und Zug. 33 haben in beiden Kantonen Kinderkurse."
    )
    assert "Kinderkurse" not in {fact.value.name for fact in facts.regions if fact.value}


@pytest.mark.parametrize(
    ("said", "laws"),
    [
        ("We ask electricians in Ontario who have the licence.", []),
        ("We need a Kansas sales tax permit first.", ["Kansas sales tax permit"]),
    ],
)
def test_a_permit_of_a_state_is_named_in_one_breath(said, laws):
    assert [fact.value for fact in read("en", constraint=said).laws] == laws
