"""What a model's quotes prove, and what two readers of the same words may differ in."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.facts.schema import Facts
from artifacts.facts.second_reading import combine, fact_class, read_entries

TEXTS = {
    "idea": "A stall that mends bicycles at the weekly market in summer.",
    "price": "29 euros a repair, 5 for air, 90 a year for firms",
    "team": "the two of us,\n20  hours a week",
    "validation": "Six riders for four weeks",
}


def entry(fact: str, value: Any, answer: str, *texts: str) -> dict[str, Any]:
    return {
        "fact": fact,
        "value": value,
        "quotes": [{"answer": answer, "text": one} for one in texts],
    }


def own(**facts: Any) -> Facts:
    return Facts.model_validate(facts)


def said(value: Any, answer: str, words: str) -> dict[str, Any]:
    start = TEXTS[answer].index(words)
    span = {"answer": answer, "start": start, "end": start + len(words), "text": words}
    return {"value": value, "said": [span], "state": "read"}


def price(amount: str, words: str, **more: Any) -> dict[str, Any]:
    return said({"amount": amount, "currency": "EUR", "per": "repair", **more}, "price", words)


def model_price(amount: str, words: str, **more: Any) -> dict[str, Any]:
    value = {"amount": amount, "currency": "EUR", "per": "repair", **more}
    return entry("prices", value, "price", words)


def read(*entries: Any, **more: Any) -> Facts:
    return read_entries(entries, TEXTS, **more)


@pytest.mark.parametrize(
    ("quotes", "words"),
    [
        ([{"answer": "team", "text": "the two of us, 20 hours"}], ["the two of us,\n20  hours"]),
        ([{"answer": "team", "text": "THE TWO"}], ["the two"]),
        ({"answer": "team", "text": "the two"}, ["the two"]),
        (
            [{"answer": "team", "text": "two of"}, {"answer": "team", "text": "Two of"}],
            ["two of"],
        ),
        (
            [{"answer": "idea", "text": "two of"}, {"answer": "team", "text": "two of"}],
            ["two of"],
        ),
        ([{"answer": "team", "text": "us"}], ["us"]),
        ([{"answer": "team", "text": "u"}], []),
        ([{"answer": "team", "text": "  u "}], []),
        ([{"answer": "nowhere", "text": "two of"}], []),
        ([{"answer": 3, "text": "two of"}], []),
        ([{"answer": "team", "text": 20}], []),
        ([{"text": "two of"}], []),
        (["two of", {"answer": "team", "text": "two of"}], ["two of"]),
        (
            [{"answer": "team", "text": one} for one in ("the", "two", "of", "us", "20")],
            ["the", "two", "of", "us"],
        ),
    ],
)
def test_a_quote_is_found_where_it_stands(quotes: Any, words: list[str]) -> None:
    facts = read({"fact": "people", "value": 2, "quotes": quotes})

    assert [span.text for span in facts.people.said] == words
    assert facts.people.value == (2 if words else None)
    assert all(TEXTS["team"][span.start : span.end] == span.text for span in facts.people.said)


@pytest.mark.parametrize(
    ("name", "group"),
    [("seasonal", "seasonal"), ("traits.seasonal", "seasonal"), ("traits.traits.seasonal", "")],
)
def test_a_trait_is_named_with_or_without_its_group(name: str, group: str) -> None:
    facts = read(entry(name, "yes", "idea", "in summer"))
    assert facts.traits.seasonal.value == ("yes" if group else None)


@pytest.mark.parametrize("name", ["left_out", "first_version", "more", "traits", "language", ""])
def test_what_a_model_is_not_asked_for_is_not_taken(name: str) -> None:
    assert read(entry(name, "Ride", "idea", "A stall")) == Facts()


@pytest.mark.parametrize(
    ("language", "code"),
    [("de", "de"), ("DE-at", "de"), ("English", "en"), ("", ""), ("d", ""), ("?!", ""), ("1a", "")],
)
def test_the_language_is_its_code(language: str, code: str) -> None:
    assert read(language=language).language == code


def test_the_first_of_several_values_counts_and_a_list_keeps_its_order() -> None:
    facts = read(
        entry("people", 2, "team", "the two"),
        entry("people", 3, "team", "of us"),
        model_price("5", "5 for air"),
        model_price("29", "29 euros"),
    )
    assert facts.people.value == 2
    assert [int(fact.value.amount) for fact in facts.prices if fact.value] == [5, 29]


def test_no_more_is_taken_than_a_sheet_holds() -> None:
    many = [model_price(f"{number}", "29 euros") for number in range(1, 60)]
    assert len(read(*many).prices) == 40
    late = [*many, *many, *many, *many, entry("people", 2, "team", "the two")]
    assert read(*late).people.value is None
    assert read(*late[-200:]).people.value == 2


@pytest.mark.parametrize(
    ("group", "value"),
    [("people", 2), ("prices", {"amount": "5", "per": "cup"}), ("traits.seasonal", "no")],
)
def test_a_group_has_facts_of_its_own_kind(group: str, value: Any) -> None:
    fact = fact_class(group).model_validate({"value": value, "state": "read"})
    assert fact
    other = "people" if group != "people" else "prices"
    with pytest.raises(ValueError, match="validation error"):
        fact_class(other).model_validate({"value": value, "state": "read"})


@pytest.mark.parametrize(
    ("mine", "theirs", "value", "readings"),
    [
        # what one leaves out is no contradiction, and is filled in
        (
            {"weeks": "4"},
            {"weeks": "4", "participants": 6, "noun": "riders"},
            {"weeks": 4, "participants": 6, "noun": "riders"},
            None,
        ),
        ({"weeks": "4", "noun": "riders"}, {"weeks": "4", "noun": "cyclists"}, {"weeks": 4}, None),
        ({"weeks": "4"}, {"weeks": "5"}, None, (4, 5)),
        (
            {"weeks": "4", "participants": 6},
            {"weeks": "5", "participants": 6},
            None,
            (4, 5),
        ),
    ],
)
def test_what_one_reader_leaves_out_is_no_contradiction(
    mine: dict[str, Any],
    theirs: dict[str, Any],
    value: dict[str, Any] | None,
    readings: tuple[int, int] | None,
) -> None:
    facts = combine(
        own(test=said(mine, "validation", "Six riders")),
        read(entry("test", theirs, "validation", "riders for four weeks")),
        TEXTS,
    )
    if value is None:
        assert facts.test.value is None
        assert tuple(int(one.weeks or 0) for one in facts.test.readings) == readings
        assert [span.text for span in facts.test.said] == ["Six riders", "riders for four weeks"]
        return
    assert facts.test.value is not None
    assert {name: getattr(facts.test.value, name) for name in value} == value
    assert facts.test.readings == ()
    assert [span.text for span in facts.test.said] == ["Six riders"]


@pytest.mark.parametrize(
    ("mine", "theirs", "is_same"),
    [
        ("riders", "Riders", True),
        ("riders", "young  riders", True),
        ("young riders", "riders", True),
        ("riders", "walkers", False),
    ],
)
def test_a_count_is_the_same_where_its_nouns_are(mine: str, theirs: str, *, is_same: bool) -> None:
    facts = combine(
        own(counts=[said({"number": 6, "noun": mine}, "validation", "Six")]),
        read(entry("counts", {"number": 6, "noun": theirs}, "validation", "four weeks")),
        TEXTS,
    )
    found = [fact.value.noun for fact in facts.counts if fact.value]
    assert found == ([mine] if is_same else [mine, theirs])


def test_a_wording_alone_may_differ() -> None:
    facts = combine(
        own(user=said("riders", "validation", "Six riders")),
        read(entry("user", "walkers", "validation", "riders")),
        TEXTS,
    )
    assert facts.user.value == "riders"
    assert [span.text for span in facts.user.said] == ["Six riders"]


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        # the same amount of other words
        ([price("29", "29 euros")], [model_price("29.00", "repair")], [(29, 0)]),
        # another amount of the same words
        ([price("29", "29 euros a repair")], [model_price("5", "repair")], [(None, 2)]),
        # another amount of other words
        ([price("29", "29 euros")], [model_price("5", "5 for air")], [(29, 0), (5, 0)]),
        # words that only touch are others
        ([price("29", "29 euros a repair")], [model_price("5", ", 5 for air")], [(29, 0), (5, 0)]),
        # each of ours answers for one of theirs
        (
            [price("29", "29 euros a repair"), price("5", "5 for air")],
            [model_price("5", "5 for air"), model_price("29", "29 euros")],
            [(29, 0), (5, 0)],
        ),
        (
            [price("29", "29 euros a repair")],
            [model_price("29", "29 euros"), model_price("7", "29 euros")],
            [(29, 0), (7, 0)],
        ),
        # what ours leaves out is filled in
        ([price("29", "29 euros")], [model_price("29", "29 euros", payer="firms")], [(29, 0)]),
        # a minimum is another price
        (
            [price("29", "29 euros", is_minimum=True)],
            [model_price("29", "29 euros", is_minimum=True)],
            [(29, 0)],
        ),
    ],
)
def test_prices_of_two_readers_are_matched_by_value_and_then_by_words(
    mine: list[dict[str, Any]], theirs: list[dict[str, Any]], found: list[tuple[int | None, int]]
) -> None:
    facts = combine(own(prices=mine), read(*theirs), TEXTS)
    told = [
        (int(fact.value.amount) if fact.value else None, len(fact.readings))
        for fact in facts.prices
    ]
    assert told == found


def test_what_only_one_reader_says_is_filled_in() -> None:
    facts = combine(
        own(prices=[price("29", "29 euros")]),
        read(model_price("29", "29 euros", payer="firms", months_a_year=6)),
        TEXTS,
    )
    (fact,) = facts.prices
    assert fact.value is not None
    assert (fact.value.payer, fact.value.months_a_year) == ("firms", 6)


def test_another_platform_of_the_same_words_is_not_taken() -> None:
    mine = own(platforms=[said("web", "idea", "A stall")])
    same_words = read(entry("platforms", "phone", "idea", "A stall that"))
    other_words = read(entry("platforms", "phone", "idea", "weekly market"))

    assert [fact.value for fact in combine(mine, same_words, TEXTS).platforms] == ["web"]
    assert [fact.value for fact in combine(mine, other_words, TEXTS).platforms] == ["web", "phone"]


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        (said("yes", "idea", "in summer"), "yes", "yes"),
        (said("yes", "idea", "in summer"), "no", None),
        ({"value": "no", "said": [], "state": "read"}, "yes", "yes"),
        ({"value": None, "said": [], "state": "open"}, "yes", "yes"),
        (said("yes", "idea", "in summer"), None, "yes"),
    ],
)
def test_a_quote_is_more_than_silence_about_a_trait(
    mine: dict[str, Any], theirs: str | None, value: str | None
) -> None:
    quoted = [entry("seasonal", theirs, "idea", "in summer")] if theirs else []
    facts = combine(own(traits={"seasonal": mine}), read(*quoted), TEXTS)
    assert facts.traits.seasonal.value == value


@pytest.mark.parametrize(
    ("mine", "theirs", "language"), [("de", "en", "de"), ("", "en", "en"), ("de", "", "de")]
)
def test_the_language_is_that_of_the_grammar_where_it_knows_one(
    mine: str, theirs: str, language: str
) -> None:
    assert combine(own(language=mine), read(language=theirs), TEXTS).language == language


def test_words_that_moved_are_quoted_where_they_stand_now() -> None:
    second = read(entry("people", 2, "team", "the two of us"))
    texts = {**TEXTS, "team": "Since May it is The two  of us"}
    (span,) = combine(Facts(), second, texts).people.said
    assert texts["team"][span.start : span.end] == span.text == "The two  of us"


def test_a_fact_of_two_quotes_needs_both() -> None:
    second = read(entry("people", 2, "team", "the two", "of us"))
    half = {**TEXTS, "team": "the two, 20 hours a week"}

    assert combine(Facts(), second, TEXTS).people.value == 2
    assert combine(Facts(), second, half).people.value is None
