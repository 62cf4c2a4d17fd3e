"""What a model read counts only with its proof, and decides nothing over the grammar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from artifacts.facts.conflicts import find_conflicts
from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts
from artifacts.facts.second_reading import READ_GROUPS, combine, fact_class, read_entries
from artifacts.facts.sheet import corrected, fact_at

TODAY = date(2026, 11, 29)
TEXTS = {
    "idea": "A stall that mends bicycles at the weekly market.",
    "price": "29 euros a repair",
    "team": "the two of us,\n20 hours a week",
    "place": "Freiburg. The town hall must allow the stall.",
}


def entry(fact: str, value: Any, answer: str, text: str) -> dict[str, Any]:
    return {"fact": fact, "value": value, "quotes": [{"answer": answer, "text": text}]}


def price(amount: Any, text: str = "29 euros a repair") -> dict[str, Any]:
    return entry("prices", {"amount": amount, "currency": "EUR", "per": "repair"}, "price", text)


def read(*entries: Any, texts: dict[str, str] = TEXTS) -> Facts:
    return read_entries(entries, texts)


def own(texts: dict[str, str] = TEXTS) -> Facts:
    return read_facts(texts, today=TODAY)


class TestProof:
    def test_a_fact_names_where_its_words_stand(self) -> None:
        facts = read(entry("people", 2, "team", "the two of us, 20 hours"))
        (span,) = facts.people.said
        assert TEXTS["team"][span.start : span.end] == span.text == "the two of us,\n20 hours"
        assert facts.people.state == "read"

    @pytest.mark.parametrize(
        "wrong",
        [
            entry("people", 3, "team", "three founders"),
            entry("people", 2, "price", "the two of us"),
            entry("people", 2, "team", ""),
            {"fact": "people", "value": 2},
            {"fact": "people", "value": 2, "quotes": "the two of us"},
            entry("people", "two", "team", "the two of us"),
            entry("people", -2, "team", "the two of us"),
            entry("weather", "fine", "team", "the two of us"),
            entry("first_version", "Ride", "idea", "A stall"),
            entry("needs_permit", "maybe", "place", "must allow"),
            entry("needs_permit", "unknown", "place", "must allow"),
            price("29 euros"),
            "people",
            None,
        ],
        ids=str,
    )
    def test_what_has_no_proof_or_no_form_is_dropped(self, wrong: Any) -> None:
        assert read(wrong) == Facts()

    def test_one_bad_entry_spoils_no_other(self) -> None:
        assert (
            read(None, price(29), entry("people", 3, "team", "three")).prices[0].value is not None
        )

    def test_every_group_can_be_read(self) -> None:
        assert all(fact_class(group).model_fields["value"] for group in READ_GROUPS)


class TestTwoReaders:
    def test_where_both_agree_it_is_read(self) -> None:
        facts = combine(own(), read(price(Decimal("29.00"))), TEXTS)
        assert [(fact.value.amount, fact.state) for fact in facts.prices if fact.value] == [
            (Decimal(29), "read")
        ]
        assert facts.prices[0].readings == ()

    def test_what_only_the_model_says_is_read_with_its_words(self) -> None:
        assert not own().traits.needs_permit.said
        said = entry("needs_permit", "yes", "place", "The town hall must allow the stall")
        found = combine(own(), read(said), TEXTS).traits.needs_permit
        assert (found.value, found.state) == ("yes", "read")
        assert found.said[0].text == "The town hall must allow the stall"

    def test_what_only_the_grammar_says_stays(self) -> None:
        assert combine(own(), Facts(), TEXTS) == own()

    def test_where_they_differ_it_is_open_and_asked(self) -> None:
        facts = combine(own(), read(price(92)), TEXTS)
        (disputed,) = facts.prices
        assert (disputed.value, disputed.state) == (None, "open")
        assert [value.amount for value in disputed.readings] == [29, 92]
        (conflict,) = find_conflicts(facts, today=TODAY)
        assert conflict.paths == ("prices.0",)
        assert [choice.key for choice in conflict.choices] == ["one", "other", "open"]

    @pytest.mark.parametrize("choice", ["one", "other", "open"])
    def test_each_answer_ends_the_question(self, choice: str) -> None:
        facts = combine(own(), read(entry("people", 5, "team", "the two of us")), TEXTS)
        (conflict,) = find_conflicts(facts, today=TODAY)
        ((path, value),) = next(
            answer for answer in conflict.choices if answer.key == choice
        ).corrections
        settled = corrected(facts, path, value)
        fact = fact_at(settled, path)
        assert fact is not None
        assert (fact.value, fact.state) == (
            {"one": 2, "other": 5, "open": None}[choice],
            "confirmed",
        )
        assert find_conflicts(settled, today=TODAY) == ()

    def test_words_that_are_gone_prove_nothing(self) -> None:
        second = read(entry("needs_permit", "yes", "place", "The town hall must allow the stall"))
        texts = {**TEXTS, "place": "Freiburg, on our own land"}
        assert combine(own(texts), second, texts) == own(texts)

    def test_another_wording_is_no_contradiction(self) -> None:
        second = read(
            entry("user", "people with bicycles", "idea", "bicycles"),
            entry(
                "prices",
                {"amount": 29, "currency": "EUR", "per": "repair", "payer": "riders"},
                "price",
                "29 euros",
            ),
        )
        facts = combine(own(), second, TEXTS)
        assert find_conflicts(facts, today=TODAY) == ()
        assert facts.prices[0].value is not None
        assert facts.prices[0].value.payer == "riders"

    def test_a_second_price_is_one_more(self) -> None:
        texts = {**TEXTS, "price": "29 euros a repair, and riders pay 5 for air"}
        other = entry(
            "prices",
            {"amount": 5, "currency": "EUR", "per": "air"},
            "price",
            "riders pay 5 for air",
        )
        facts = combine(own(texts), read(price(29), other, texts=texts), texts)
        assert 5 in [fact.value.amount for fact in facts.prices if fact.value]

    def test_what_is_stored_reads_back(self) -> None:
        facts = combine(own(), read(price(92)), TEXTS)
        assert Facts.model_validate(facts.model_dump(mode="json")) == facts
