"""How lists of phrases are looked for, whose beginnings are tried once."""

from __future__ import annotations

from artifacts.checker.claims import read_text
from artifacts.checker.cues.cue import Cue
from artifacts.facts.grammar.matches import MoneyMatch

PAYING = Cue("pay, pays, pay in advance, paid*, part of it, it's (free), pay, at once")


def test_each_of_the_phrases_that_begin_alike_is_found() -> None:
    said = ("pay", "pays", "pay in advance", "paid", "paidly", "part of it", "it's (free)")
    assert [text for text in said if not PAYING(f" we {text} now ")] == []


def test_no_phrase_is_found_in_a_part_of_one() -> None:
    others = ("pa", "payer", "par", "part of", "in advance", "it's", "at", "prepaid")
    assert [text for text in others if PAYING(f" we {text} now ")] == []


def test_the_longest_phrase_is_taken_out() -> None:
    assert PAYING.without(" we pay in advance and pay ") == " we  and  "


def test_a_figure_without_a_word_is_a_sentence_with_its_amount() -> None:
    first, second = read_text("Somebody pays. €29.", "en", "EUR")
    assert [first.text, second.text] == ["Somebody pays.", "€29."]
    assert [money.amount for money in second.each(MoneyMatch)] == [29]
    assert not first.matches
