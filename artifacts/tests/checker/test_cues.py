"""How lists of phrases are looked for, whose beginnings are tried once."""

from __future__ import annotations

from artifacts.checker.claimed import DocumentClaims
from artifacts.checker.claims import read_text
from artifacts.checker.cues.cue import ALL_CUES, Cue, cues_said
from artifacts.checker.cues.tree import ENDING_MOST, PhraseTree
from artifacts.checker.findings import Location
from artifacts.checker.passages import Passage
from artifacts.checker.rules import RULES
from artifacts.facts.grammar.matches import DateMatch, LawMatch, MoneyMatch
from artifacts.schemas import ArtifactType

SECTION = next(iter(ArtifactType.BRIEF.content_class.sections()))

PAYING = Cue("pay, pays, pay in advance, paid*, part of it, it's (free), pay, at once")
PAYING_ALONE = PhraseTree([("pay in advance", 1), ("at once", 1), ("pays", 1)])


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


def test_every_phrase_is_found_among_those_of_all_cues() -> None:
    assert RULES, "the cues of all rules are there"
    missed = [
        phrase
        for one in ALL_CUES
        for phrase in one.phrases
        if not cues_said(f" so {phrase.replace('*', 'x')} it is ") & one.bit
    ]
    assert missed == []


def test_all_cues_are_told_at_once_as_each_of_them_is_found_alone() -> None:
    texts = [
        text
        for example in (one for rule in RULES.values() for one in (rule.good, rule.bad))
        for text in example.values()
        if isinstance(text, str)
    ]
    said = 0
    for sentence in (s for text in texts for s in read_text(text, "en", "EUR")):
        for cue in ALL_CUES:
            stands_there = cue(sentence.words)
            assert sentence.says(cue) == stands_there, (sentence.words, cue.phrases)
            said += stands_there
    assert said > len(texts)


def test_words_that_begin_no_phrase_say_none() -> None:
    assert not PAYING_ALONE.bits_in(["payment", "advance", "once", "pay"])
    assert not PAYING_ALONE.bits_in([])


def test_an_ending_is_only_so_long() -> None:
    tree = PhraseTree([("paid*", 1), ("each * costs", 2), ("*loan", 4)])
    assert tree.bits_in(["paidly"]) == tree.bits_in(["paid"]) == 1
    assert tree.bits_in([f"paid{'x' * ENDING_MOST}"]) == 1
    assert tree.bits_in([f"paid{'x' * (ENDING_MOST + 1)}"]) == 0
    assert tree.bits_in(["each", "bag", "costs", "studentloan"]) == 6
    assert tree.bits_in(["each", "costs"]) == tree.bits_in(["each", "bag"]) == 0


def test_phrases_that_overlap_are_all_found() -> None:
    tree = PhraseTree([("in all", 1), ("all of", 2), ("in all of it", 4), ("all", 8)])
    assert tree.bits_in(["in", "all", "of", "it"]) == 15
    assert tree.bits_in(["in", "all", "of"]) == 11


def test_a_cue_that_is_made_later_is_found_in_what_was_read_before() -> None:
    (sentence,) = read_text("The zither is tuned.", "en", "EUR")
    assert not sentence.says(PAYING)
    assert sentence.says(Cue("zither"))


def test_thousands_that_stand_apart_are_words_of_their_own() -> None:
    said = cues_said(" 10 000 in total ")
    assert said == cues_said(" 10000 in total ")


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
    assert list(claims.having(PAYING)) == [first, last]
    assert list(claims.having(Cue("zither"), PAYING)) == [first, last]
    assert list(claims.having(MoneyMatch)) == [first]
    assert list(claims.having(DateMatch, MoneyMatch)) == [first, last]
    assert list(claims.having(LawMatch)) == []
