"""Which confirmed fact is which when an answer is read again, and what is asked about it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from artifacts.facts.naming import title_of
from artifacts.facts.schema import Fact, Facts, Money, Price, Span
from artifacts.facts.sheet import (
    added,
    comparable,
    confirmed,
    corrected,
    fact_at,
    find_doubts,
    merge,
    plain,
    without_removed,
)


def told(value: Any, *words: str, answer: str = "price", state: str = "read") -> dict[str, Any]:
    said = [{"answer": answer, "start": 0, "end": len(one), "text": one} for one in words]
    return {"value": value, "said": said, "state": state}


def price(amount: str, *words: str, **more: Any) -> dict[str, Any]:
    return told({"amount": amount, "currency": "EUR", "per": "month"}, *words, **more)


def settled(amount: str, *words: str, **more: Any) -> dict[str, Any]:
    return price(amount, *words, state="confirmed", **more)


def sheet(**facts: Any) -> Facts:
    return Facts.model_validate(facts)


def prices_of(facts: Facts) -> list[tuple[int | None, str, list[str]]]:
    return [
        (
            int(fact.value.amount) if fact.value else None,
            fact.state,
            [span.text for span in fact.said],
        )
        for fact in facts.prices
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("prices.0", "Prices"),
        ("prices.12", "Prices"),
        ("prices", "Prices"),
        ("budget", "Money to spend"),
        ("traits.seasonal", "Depends on the season"),
        ("something", "something"),
    ],
)
def test_a_fact_is_called_by_its_group(path: str, title: str) -> None:
    assert title_of(path) == title


@pytest.mark.parametrize(
    ("kept", "reading", "merged"),
    [
        # the same value with other words takes the new words
        ([settled("29", "29 euros")], [price("29", "29 €")], [(29, "confirmed", ["29 €"])]),
        # other words with another value wait to be asked about, and are not added
        ([settled("29", "29 euros")], [price("39", "39 euros")], [(29, "confirmed", ["29 euros"])]),
        # the words that the founder corrected say what they corrected
        ([settled("30", "29 euros")], [price("29", "29 euros")], [(30, "confirmed", ["29 euros"])]),
        # what was only read gives way
        ([price("29", "29 euros")], [price("39", "39 euros")], [(39, "read", ["39 euros"])]),
        # a value is matched before words, and words before the answer
        (
            [settled("5", "5 for extras"), settled("29", "29 euros")],
            [price("29", "5 for extras"), price("7", "29 euros")],
            [
                (29, "confirmed", ["5 for extras"]),
                (5, "confirmed", ["5 for extras"]),
            ],
        ),
        # another answer is another price
        (
            [settled("29", "29 euros", answer="idea")],
            [price("39", "39 euros")],
            [(39, "read", ["39 euros"]), (29, "confirmed", ["29 euros"])],
        ),
        # a removed one does not come back, also beside others
        (
            [told(None, "29 euros", state="confirmed")],
            [price("29", "29 euros"), price("5", "5 for extras")],
            [(None, "confirmed", ["29 euros"]), (5, "read", ["5 for extras"])],
        ),
        # other words that say the same are another price than the removed one
        (
            [told(None, "29 euros", state="confirmed")],
            [price("29", "twenty-nine")],
            [(29, "read", ["twenty-nine"]), (None, "confirmed", ["29 euros"])],
        ),
    ],
)
def test_a_confirmed_price_is_found_again(
    kept: list[dict[str, Any]],
    reading: list[dict[str, Any]],
    merged: list[tuple[int | None, str, list[str]]],
) -> None:
    assert prices_of(merge(sheet(prices=kept), sheet(prices=reading))) == merged


def test_spaces_make_no_other_words() -> None:
    kept = sheet(prices=[settled("30", "29  euros")])
    reading = sheet(prices=[price("29", "29\neuros")])

    assert [amount for amount, _, _ in prices_of(merge(kept, reading))] == [30]
    assert find_doubts(kept, reading, {"price": "It is 29 euros."}) == ()


def test_a_confirmed_trait_stays_whatever_is_read() -> None:
    kept = sheet(traits={"seasonal": told("yes", "in summer", state="confirmed")})
    reading = sheet(
        traits={"seasonal": told("no", "all year"), "children": told("yes", "for children")}
    )
    now = merge(kept, reading)

    assert now.traits.seasonal.value == "yes"
    assert now.traits.children.value == "yes"
    (doubt,) = find_doubts(kept, reading, {"price": "in summer, all year"})
    assert (doubt.path, doubt.kept.value) == ("traits.seasonal", "yes")
    assert doubt.reading is not None
    assert doubt.reading.value == "no"


@pytest.mark.parametrize(
    ("kept", "reading", "texts", "doubts"),
    [
        (settled("29", "29 euros"), [], {"price": "29 euros"}, []),
        (settled("29", "29 euros"), [], {"price": "It is free."}, [("prices.0", None)]),
        (settled("29", "29 euros"), [], {"idea": "29 euros"}, [("prices.0", None)]),
        (settled("29", "29 euros", "a month"), [], {"price": "paid a month"}, []),
        (settled("29"), [], {"price": "It is free."}, []),
        (price("29", "29 euros"), [], {"price": "It is free."}, []),
        (told(None, "29 euros", state="confirmed"), [], {"price": "It is free."}, []),
        (settled("29", "29 euros"), [price("39", "39 €")], {"price": "39 €"}, [("prices.0", 39)]),
        (settled("29", "29 euros"), [price("29", "29 €")], {"price": "29 euros"}, []),
        (price("29", "29 euros"), [price("39", "39 €")], {"price": "39 €"}, []),
    ],
)
def test_the_founder_is_asked_about_what_they_confirmed_and_no_longer_say(
    kept: dict[str, Any],
    reading: list[dict[str, Any]],
    texts: dict[str, str],
    doubts: list[tuple[str, int | None]],
) -> None:
    found = find_doubts(sheet(prices=[kept]), sheet(prices=reading), texts)

    assert [
        (doubt.path, int(doubt.reading.value.amount) if doubt.reading.value else None)
        if doubt.reading
        else (doubt.path, None)
        for doubt in found
    ] == doubts


def test_lines_of_the_founders_own_are_those_that_are_there_now() -> None:
    def line(text: str, state: str = "read") -> dict[str, Any]:
        return told(text, text, answer="first_version", state=state)

    by_hand = {"value": "Sign up", "said": [], "state": "confirmed"}
    kept = sheet(
        first_version=[line("Pick a shelf", "confirmed"), line("Pay", "confirmed"), by_hand]
    )
    now = merge(kept, sheet(first_version=[line("Pick a shelf"), line("Tap a number")]))

    assert [(fact.value, fact.state) for fact in now.first_version] == [
        ("Pick a shelf", "confirmed"),
        ("Tap a number", "read"),
        ("Sign up", "confirmed"),
    ]
    assert find_doubts(kept, Facts(), {"first_version": "nothing"}) == ()


def test_no_list_grows_beyond_what_a_sheet_holds() -> None:
    kept = sheet(prices=[settled(f"{number}", f"{number}") for number in range(1, 4)])
    fresh = [price(f"{number}", f"{number}", answer="idea") for number in range(100, 140)]
    now = merge(kept, sheet(prices=fresh))

    assert [amount for amount, _, _ in prices_of(now)] == [*range(100, 137), 1, 2, 3]


def test_a_correction_may_name_other_words() -> None:
    facts = sheet(budget=told({"amount": "5", "currency": "EUR"}, "5 euros", answer="budget"))
    span = Span(answer="budget", start=3, end=9, text="6 euros")

    same = corrected(facts, "budget", {"amount": "6", "currency": "EUR"})
    other = corrected(facts, "budget", {"amount": "6", "currency": "EUR"}, [span])
    none = corrected(facts, "budget", {"amount": "6", "currency": "EUR"}, [])

    assert [one.text for one in same.budget.said] == ["5 euros"]
    assert other.budget.said == (span,)
    assert none.budget.said == ()
    assert {one.budget.state for one in (same, other, none)} == {"confirmed"}


def test_any_fact_can_be_corrected_by_its_path() -> None:
    facts = sheet(prices=[price("29", "29 euros"), price("5", "5 euros")])

    assert corrected(facts, "traits.seasonal", "yes").traits.seasonal.value == "yes"
    assert corrected(facts, "traits.seasonal", "yes").traits.children == Fact()
    assert corrected(facts, "people", 3).people.value == 3
    assert corrected(facts, "deadline", date(2027, 5, 1)).deadline.value == date(2027, 5, 1)
    assert [
        amount
        for amount, _, _ in prices_of(
            corrected(facts, "prices.1", Price(amount=Decimal(7), currency="EUR", per="cup"))
        )
    ] == [29, 7]
    with pytest.raises(ValidationError):
        corrected(facts, "people", "three")
    assert fact_at(facts, "prices.2") is None
    assert fact_at(facts, "prices.1") == facts.prices[1]


def test_a_fact_left_open_is_no_longer_there_to_see() -> None:
    facts = sheet(prices=[price("29", "29 euros"), price("5", "5 euros")], people=told(2, "two"))
    removed = corrected(corrected(facts, "prices.0", None), "people", None)

    assert [amount for amount, _, _ in prices_of(removed)] == [None, 5]
    assert [amount for amount, _, _ in prices_of(without_removed(removed))] == [5]
    assert (removed.people.value, removed.people.state) == (None, "confirmed")
    assert [span.text for span in removed.people.said] == ["two"]


def test_what_is_added_comes_last_and_may_have_its_words() -> None:
    facts = sheet(platforms=[told("web", "a web page")])
    span = Span(answer="idea", start=0, end=3, text="SMS")

    plainly = added(facts, "platforms", "sms")
    quoted = added(facts, "platforms", "sms", [span])

    assert [(fact.value, fact.state) for fact in plainly.platforms] == [
        ("web", "read"),
        ("sms", "confirmed"),
    ]
    assert plainly.platforms[1].said == ()
    assert quoted.platforms[1].said == (span,)


def test_confirming_changes_nothing_else() -> None:
    facts = sheet(
        prices=[price("29", "29 euros"), price("5", "5 euros"), price("7", "7 euros")],
        people=told(2, "two"),
        traits={"seasonal": told("yes", "in summer"), "children": told("no")},
    )
    for path in ("prices.1", "people", "traits.seasonal"):
        now = confirmed(facts, path)
        changed = [
            where
            for (where, fact), (_, before) in zip(now.each(), facts.each(), strict=True)
            if fact != before
        ]
        assert changed == [path]
        fact, before = fact_at(now, path), fact_at(facts, path)
        assert fact
        assert before
        assert (fact.value, fact.said, fact.state) == (before.value, before.said, "confirmed")


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (None, None),
        ("web", "web"),
        (3, 3),
        (0.5, 0.5),
        (True, True),
        ({"a": 1}, {"a": 1}),
        (Decimal("29.50"), "29.50"),
        (date(2027, 5, 1), "2027-05-01"),
        (Money(amount=Decimal("29.50"), currency="EUR"), {"amount": "29.50", "currency": "EUR"}),
    ],
)
def test_values_are_stored_as_json_holds_them(value: Any, stored: Any) -> None:
    assert plain(value) == stored


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (Decimal(29), Decimal("29.00"), True),
        (Decimal(100), Decimal("1E+2"), True),
        (Decimal(29), Decimal("29.01"), False),
        (
            Money(amount=Decimal("29.0"), currency="EUR"),
            Money(amount=Decimal(29), currency="EUR"),
            True,
        ),
        (
            Money(amount=Decimal(29), currency="EUR"),
            Money(amount=Decimal(29), currency="CHF"),
            False,
        ),
        ((Decimal("1.0"), "a"), (Decimal(1), "a"), True),
        ((Decimal(1), "a"), (Decimal(1),), False),
        (date(2027, 5, 1), date(2027, 5, 2), False),
    ],
)
def test_values_are_the_same_whatever_digits_they_were_typed_with(
    one: Any, other: Any, *, is_same: bool
) -> None:
    assert (comparable(one) == comparable(other)) is is_same
    assert comparable(Decimal("29.50")) == "29.5"
