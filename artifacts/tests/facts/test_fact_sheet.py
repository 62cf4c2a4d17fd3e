"""Merging readings into a sheet: what the founder confirmed survives, the rest is read again."""

from __future__ import annotations

from typing import Any

from artifacts.facts.schema import Fact, Facts
from artifacts.facts.sheet import added, confirmed, corrected, find_doubts, merge, without_removed


def span(text: str, answer: str = "price") -> dict[str, Any]:
    return {"answer": answer, "start": 0, "end": len(text), "text": text}


def price(amount: str, words: str, **more: Any) -> dict[str, Any]:
    value = {"amount": amount, "currency": "EUR", "per": "month", **more}
    return {"value": value, "said": [span(words)], "state": "read"}


def budget(amount: int, words: str) -> dict[str, Any]:
    value = {"amount": amount, "currency": "EUR"}
    return {"value": value, "said": [span(words, "budget")], "state": "read"}


def sheet(**facts: Any) -> Facts:
    return Facts.model_validate(facts)


def amounts(facts: Facts) -> list[int]:
    return [int(fact.value.amount) for fact in facts.prices if fact.value]


OLD = sheet(
    prices=[price("29", "29 euros"), price("5", "5 for extras")], budget=budget(3000, "3,000 euros")
)


def test_what_was_only_read_is_replaced() -> None:
    now = merge(OLD, sheet(prices=[price("39", "39 euros")]))
    assert amounts(now) == [39]
    assert now.budget == Fact()


def test_a_confirmed_fact_survives_other_words_and_is_doubted() -> None:
    kept = confirmed(OLD, "budget")
    reading = sheet(budget=budget(5000, "5,000 euros"))
    assert int(merge(kept, reading).budget.value.amount) == 3000  # type: ignore[union-attr]
    (doubt,) = find_doubts(kept, reading, {"budget": "5,000 euros"})
    assert (doubt.path, int(doubt.reading.value.amount)) == ("budget", 5000)  # type: ignore[union-attr]


def test_a_correction_survives_reading_the_same_words_again_without_a_doubt() -> None:
    kept = corrected(OLD, "prices.0", {"amount": "30", "currency": "EUR", "per": "month"})
    texts = {"price": "29 euros, 5 for extras", "budget": "3,000 euros"}
    assert amounts(merge(kept, OLD)) == [30, 5]
    assert find_doubts(kept, OLD, texts) == ()


def test_what_was_removed_does_not_come_back_with_the_same_words() -> None:
    kept = corrected(OLD, "prices.1", None)
    now = merge(kept, OLD)
    assert amounts(without_removed(now)) == [29]
    assert len(without_removed(now).prices) == 1


def test_what_was_left_open_stays_open() -> None:
    now = merge(corrected(OLD, "budget", None), OLD)
    assert (now.budget.value, now.budget.state) == (None, "confirmed")


def test_a_price_that_was_added_by_hand_stays_and_leaves_without_a_trace() -> None:
    kept = added(OLD, "prices", {"amount": "7", "currency": "EUR", "per": "cup"})
    assert amounts(merge(kept, OLD)) == [29, 5, 7]
    assert len(corrected(kept, "prices.2", None).prices) == 2


def test_confirmed_entries_are_matched_when_others_are_told_before_them() -> None:
    kept = confirmed(OLD, "prices.1")
    reading = sheet(prices=[price("99", "99 for all"), price("5", "5 for extras")])
    now = merge(kept, reading)
    assert amounts(now) == [99, 5]
    assert now.prices[1].state == "confirmed"


def test_a_changed_price_is_asked_about_once_and_not_doubled() -> None:
    kept = confirmed(sheet(prices=[price("29", "29 euros")]), "prices.0")
    reading = sheet(prices=[price("39", "39 euros")])
    assert amounts(merge(kept, reading)) == [29]
    (doubt,) = find_doubts(kept, reading, {"price": "39 euros"})
    assert doubt.reading is not None


def test_words_that_are_gone_are_asked_about() -> None:
    kept = confirmed(OLD, "budget")
    (doubt,) = find_doubts(kept, sheet(), {"budget": ""})
    assert doubt.reading is None


def test_a_reworded_line_is_the_new_line() -> None:
    def line(text: str) -> dict[str, Any]:
        return {"value": text, "said": [span(text, "first_version")], "state": "read"}

    kept = confirmed(
        sheet(first_version=[line("Pick a shelf"), line("Tap a number")]), "first_version.0"
    )
    reading = sheet(first_version=[line("Pick a room"), line("Tap a number")])
    assert [fact.value for fact in merge(kept, reading).first_version] == [
        "Pick a room",
        "Tap a number",
    ]
    assert find_doubts(kept, reading, {"first_version": "Pick a room\nTap a number"}) == ()


def test_a_sheet_survives_storage() -> None:
    assert Facts.model_validate(OLD.model_dump(mode="json")) == OLD
