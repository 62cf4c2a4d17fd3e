"""What decides how texts are read: sentences and clauses, stems, quotations and numbers."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claimed import DocumentClaims
from artifacts.checker.claims import Clause, read_text
from artifacts.checker.context import CheckContext
from artifacts.checker.cues import Cue
from artifacts.checker.irregular import is_compound_of
from artifacts.checker.sample import sample
from artifacts.checker.stems import names, stem, term
from artifacts.checker.text import (
    has_number,
    language,
    number_value,
    sentence_around,
    without_quotes,
)
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.support.sample_rules import rules_found


def test_a_part_of_a_sentence_that_is_no_clause_of_it_has_no_place_among_them() -> None:
    (sentence,) = read_text("Ann pays £9, and Bo pays £12.", "en", "GBP")
    first, second = sentence.each(MoneyMatch)
    part = Clause(sentence, sentence.first, second.first)
    assert (part.place, list(part.each(MoneyMatch))) == (0, [first])
    assert [clause.place for clause in sentence.clauses] == [0, 1]
    assert sentence.clause_of(second) == sentence.clauses[1]


def test_commas_part_what_stands_beside_a_number() -> None:
    (sentence,) = read_text("9 in May, 12 boats, Ann 15, Bo 18.", "en", "GBP")
    numbers = sentence.each(NumberMatch)
    bounds = [sentence.between_commas(number) for number in numbers]
    assert [sentence.padded(*both).strip() for both in bounds] == [
        "9 in may",
        "12 boats",
        "ann 15",
        "bo 18 .",
    ]


def test_a_document_without_texts_says_nothing() -> None:
    nothing = DocumentClaims([])
    assert (nothing.cues_said, nothing.cues_written, list(nothing.kinds)) == (0, 0, [])


def test_texts_with_a_cue_that_is_made_later_are_found() -> None:
    text = "One developer for eight weeks, and a zither."
    project, contents, _ = sample({"brief.key_constraint": text})
    context = CheckContext(project, contents)
    assert context.claims
    assert [passage.text for passage in context.passages_saying(Cue("zither"))] == [text]


def test_a_document_that_is_not_written_is_pointed_at_by_nothing() -> None:
    project, contents, _ = sample({})
    context = CheckContext(project, {t: contents[t] for t in list(contents)[1:]})
    assert context.target("brief.key_constraint") is None
    assert context.target("mvp_scope.out_of_scope") is not None


@pytest.mark.parametrize(
    ("word", "language", "found"),
    [
        ("Xylophones'", "en", "xyloph"),
        ("Betten", "de", "bet"),
        ("bestätigt", "de", "besta"),
        ("plage", "fr", "plag"),
        ("plages", "fr", "plag"),
        ("lavage", "fr", "lav"),
        ("repassages", "fr", "repass"),
        ("messages", "fr", "messag"),
    ],
)
def test_a_word_has_one_stem_whatever_its_ending(word: str, language: str, found: str) -> None:
    assert {stem(word, language), term(word, language), *names([word], language)} == {found}


def test_a_word_may_be_of_a_kind_in_one_language_alone() -> None:
    assert term("Most", "de") == term("jus", "fr") == term("sap", "nl") == "juice"
    assert (term("most", "en"), term("jus", "nl")) == ("", "jus")


def test_the_rest_of_a_compound_has_some_length() -> None:
    parts = frozenset({"boot", "lagerv"})
    assert is_compound_of("bootslager", parts)
    assert not is_compound_of("bootslage", parts)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('A 12" disc, «ours» too', 'A 12" disc,        too'),
        ("“Open, «ours» too", "“Open,        too"),
        ("No ”end, «ours» too", "No ”end,        too"),
        ("“Ours «or» theirs”, too", "                  , too"),
    ],
)
def test_a_mark_hides_no_more_than_what_it_closes(text: str, left: str) -> None:
    assert without_quotes(text) == left


def test_a_sentence_without_end_is_read_only_so_far() -> None:
    text = f"{'a' * 700}{'b' * 700}"
    assert sentence_around(text, 700) == "a" * 600 + "b" * 600
    assert sentence_around("One. Two or three! Four.", 9) == " Two or three"
    assert sentence_around("One. Two or three! Four.", 2) == "One"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the shop of the owner and of Ann, der Laden mit Regal", "en"),
        ("the shop of the owner, der Laden mit Regal", ""),
        ("der Laden und die Ware mit the shop of Ann", ""),
        ("der Laden und die Ware sind mit the shop of Ann", "de"),
    ],
)
def test_small_words_tell_the_language_of_most_of_a_text(text: str, found: str) -> None:
    assert language(text) == found


def test_a_number_may_be_written_with_a_sharp_s_or_two() -> None:
    assert number_value("dreißig") == number_value("Dreissig") == number_value("030") == "30"
    assert has_number("Dreißig Läden")


@pytest.mark.parametrize(
    ("price", "rules"),
    [("$9.00", set()), ("9,00 dollars", set()), ("$9.50", {"price_differs"})],
)
def test_cents_of_nought_make_no_other_price(price: str, rules: set[str]) -> None:
    found = rules_found(
        answers__price="",
        brief__market_analysis="We assume that the price is $9.",
        mvp_scope__scalability_plan=f"We assume that the price is {price}.",
    )
    assert found == rules


ONE_AFTER_THE_OTHER = "Ben gives 8 hours a week. Ann gives 12 hours a week, later 20 hours a week."
BESIDE_ANOTHER = "Max gives 8 hours a week. Max does the code, Ann gives 12 hours a week."
I_AND_SHE = "I work 12 hours a week, she 20 hours a week."


@pytest.mark.parametrize(
    ("team", "text", "rules"),
    [
        (ONE_AFTER_THE_OTHER, "Ann works 20 hours a week.", set()),
        (ONE_AFTER_THE_OTHER, "Ben works 20 hours a week.", {"hours_differ"}),
        (BESIDE_ANOTHER, "Ann works 12 hours a week.", set()),
        (BESIDE_ANOTHER, "Max works 12 hours a week.", {"hours_differ"}),
        (I_AND_SHE, "The founder works 12 hours a week.", set()),
        (I_AND_SHE, "The founder works 20 hours a week.", {"hours_differ"}),
    ],
)
def test_hours_without_a_name_are_whose_the_words_before_say(
    team: str, text: str, rules: set[str]
) -> None:
    told = {"name": "Night Ferry", "idea": "A boat takes walkers across the Ouse.", "team": team}
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    assert rules_on(project, "milestones.resource_plan", text) == rules
