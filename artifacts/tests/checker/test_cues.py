"""How lists of phrases are looked for, whose beginnings are tried once."""

from __future__ import annotations

from artifacts.checker.claimed import DocumentClaims
from artifacts.checker.claims import read_text
from artifacts.checker.cues.cue import ALL_CUES, Cue, cues_possible
from artifacts.checker.findings import Location
from artifacts.checker.passages import Passage
from artifacts.checker.rules import RULES
from artifacts.facts.grammar.matches import DateMatch, LawMatch, MoneyMatch
from artifacts.schemas import ArtifactType

SECTION = next(iter(ArtifactType.BRIEF.content_class.sections()))

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


def test_every_phrase_may_stand_where_its_first_word_does() -> None:
    assert RULES, "the cues of all rules are there"
    missed = [
        phrase
        for one in ALL_CUES
        for phrase in one.phrases
        if not cues_possible(phrase.replace("*", "x").split(" ")) & one.bit
    ]
    assert missed == []


def test_words_that_begin_no_phrase_leave_none_possible() -> None:
    assert not cues_possible(["payment", "advance", "once"]) & PAYING.bit
    assert not cues_possible([]) & PAYING.bit


def test_a_cue_that_is_made_later_is_found_in_what_was_read_before() -> None:
    (sentence,) = read_text("The zither is tuned.", "en", "EUR")
    assert not sentence.says(PAYING)
    assert sentence.says(Cue("zither"))


def test_thousands_that_stand_apart_are_words_of_their_own() -> None:
    assert cues_possible(["10 paid"]) & PAYING.bit


def test_a_clause_finds_the_phrase_that_it_says() -> None:
    (sentence,) = read_text("We wait, and they pay in advance.", "en", "EUR")
    first, second = sentence.clauses
    assert first.find(PAYING) is None
    found = second.find(PAYING)
    assert found is not None
    assert found[0] == " pay in advance"


def test_claims_are_found_by_cue_and_by_value_in_their_order() -> None:
    sentences = read_text("They pay 29 euros. We wait. They are paid in May 2030.", "en", "EUR")
    place = Passage(Location(ArtifactType.BRIEF, "key_constraint"), SECTION, "")
    claims = DocumentClaims((place, sentence) for sentence in sentences)
    first, _, last = claims.all
    assert list(claims.saying(PAYING)) == [first, last]
    assert list(claims.saying(Cue("zither"), PAYING)) == [first, last]
    assert list(claims.with_values(MoneyMatch)) == [first]
    assert list(claims.with_values(DateMatch, MoneyMatch)) == [first, last]
    assert list(claims.with_values(LawMatch)) == []
