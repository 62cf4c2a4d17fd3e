"""What a figure follows from, and what the founder told, where one word or number decides."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from artifacts.checker.claims import Sentence, read_text
from artifacts.checker.comparisons.arithmetic import Operands, derive, derive_share, ways
from artifacts.checker.comparisons.derivations import count_follows, is_founded, is_share_founded
from artifacts.checker.comparisons.fractions import fractions_in, ones_in, parts_named
from artifacts.checker.comparisons.parts_of_all import (
    is_part_of_a_time,
    loose_fractions,
    ratios_told,
    whole_first,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, ShareMatch
from artifacts.interview.questions import ProjectInput

D = Decimal
SHARE = "price: 15 % of each booking. A test is passed at 25 %."


def project(told: str) -> ProjectInput:
    key, _, text = told.partition(": ")
    return ProjectInput.from_brief(
        {
            "name": "Raft",
            "idea": "We lend boats near Ely.",
            key: text,
            "today": date(2026, 12, 1),
        }
    )


@cache
def known(told: str) -> Knowledge:
    of = project(told)
    return Knowledge(of.all_texts(), of.sheet, date(2026, 12, 1))


def read(text: str, language: str = "en") -> Sentence:
    return read_text(text, language, "GBP")[-1]


@pytest.mark.parametrize(
    ("target", "value", "about", "hits"),
    [
        ("10", "10.0000009", False, True),
        ("10", "10.000001", False, False),
        ("100", "103", True, True),
        ("100", "103.01", True, False),
    ],
)
def test_how_far_off_a_sum_may_be(target: str, value: str, about: bool, hits: bool) -> None:
    assert Operands(about=about).hits(D(target), D(value)) is hits


@pytest.mark.parametrize(
    ("target", "given", "how"),
    [
        ("75", Operands(groups=((D(50),),), stated=(D(3), D(2)), shared=True), ["3 × 50 ÷ 2"]),
        (
            "150",
            Operands(groups=((D(50),),), stated=(D(3), D(1)), shared=True),
            ["3 × 50", "3 × 1 × 50"],
        ),
        ("25", Operands(groups=((D(50),),), stated=(D(2), D(0)), shared=True), ["50 ÷ 2"]),
        (
            "52",
            Operands(prices=(D(8), D(5)), stated=(D(8), D(4))),
            ["4 × 8 + 4 × 5", "4 × 5 + 4 × 8"],
        ),
    ],
)
def test_in_which_ways_an_amount_follows(target: str, given: Operands, how: list[str]) -> None:
    assert derive(D(target), given) == how[0]
    assert list(dict.fromkeys(ways(D(target), given))) == how


def test_nothing_follows_from_nothing() -> None:
    assert derive(D(0), Operands()) == ""
    assert derive(D(1), Operands()) is None


@pytest.mark.parametrize(
    ("near", "target", "how"),
    [
        (("0.80", "1"), "25", "1 ÷ 0.80"),
        (("80", "100"), "25.09", "100 ÷ 80"),
        (("80", "100"), "25.1", None),
        (("0", "80", "100"), "25", "100 ÷ 80"),
    ],
)
def test_by_which_share_an_amount_grows(near: tuple[str, ...], target: str, how: str) -> None:
    assert derive_share(D(target), Operands(near=tuple(map(D, near))), ()) == how


def test_only_so_many_of_the_amounts_told_are_tried() -> None:
    groups = (tuple(map(D, range(1, 31))), tuple(map(D, range(31, 50))))
    assert Operands(groups=groups).known == tuple(map(D, range(1, 37)))


@pytest.mark.parametrize(
    ("told", "text", "unfounded"),
    [
        (SHARE, "Of an £80 booking, £12 stays with us.", []),
        (SHARE, "Of an £80 booking, £12.01 stays with us.", [80, D("12.01")]),
        ("problem: Nobody lends one.", "A loan costs £0.", []),
        ("problem: Nobody lends one.", "A loan costs £7.", [7]),
        ("problem: Nobody lends one.", "A small boat is £7. Three of that size are £21.", []),
        ("price: 30 euros a day.", "It costs £30.", [30]),
        ("price: 30 euros a day.", "It costs €30.", []),
    ],
)
def test_which_amounts_are_founded(told: str, text: str, unfounded: list[Decimal]) -> None:
    sentence, of = read(text), known(told)
    found = sentence.each(MoneyMatch)
    assert [m.amount for m in found if not is_founded(of, sentence, m, m.amount)] == unfounded


@pytest.mark.parametrize(
    ("told", "text", "founded"),
    [
        (SHARE, "The hay has 12 % moisture.", True),
        (SHARE, "The hay has 12 % of its water content.", True),
        (SHARE, "We sell 12 % of the quality hay.", False),
        (SHARE, "Of the 20 hours a week, 12 are paid, which is 60 %.", True),
        (SHARE, "Of the 20 hours a week, 12 are paid, which is 66 %.", False),
    ],
)
def test_which_shares_are_founded(told: str, text: str, founded: bool) -> None:
    sentence = read(text)
    share = next(sentence.each(ShareMatch))
    assert is_share_founded(known(told), sentence, share) is founded


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("Of 140 trees, 35 are dead.", True),
        ("Of 140 trees, 36 are dead.", False),
        ("35 trees are dead of 140.", True),
        ("36 trees are dead of 140.", False),
    ],
)
def test_which_counts_follow(text: str, follows: bool) -> None:
    sentence = read(text)
    counts = list(sentence.each(NumberMatch))
    found = count_follows(known(SHARE), sentence, counts[1], counts[1].value)
    assert found is follows


@pytest.mark.parametrize(
    ("text", "named", "parts"),
    [
        ("1 fifth of it is gone.", [(1, 5)], [(1, 5), (4, 5)]),
        ("A fifth part is gone.", [(1, 5)], [(1, 5), (4, 5)]),
        ("The two halves are glued.", [], [(1, 2)]),
        ("It is paid in 12 equal instalments.", [], [(n, 12) for n in range(1, 12)]),
        ("It is paid in 13 equal instalments.", [], []),
    ],
)
def test_parts_in_words(
    text: str, named: list[tuple[Decimal, Decimal]], parts: list[tuple[Decimal, Decimal]]
) -> None:
    sentence = read(text)
    assert [(found.part, found.whole) for found in parts_named(sentence)] == named
    assert sorted(fractions_in(sentence)) == parts


@pytest.mark.parametrize(
    ("text", "ones", "loose", "first"),
    [
        ("One boat in two leaks.", [2], [(1, 2)], []),
        ("One rower in one boat is wet.", [], [], []),
        ("0 houses out of 4 want it.", [], [], []),
        ("Half of 1 boat is wet.", [], [], []),
        ("Half of 6 boats are wet.", [], [(3, 6)], []),
        ("Of 25 graves 1 is ordered.", [], [], [(1, 25)]),
        ("Of 25 graves 0 are ordered.", [], [], []),
        ("Of 25 graves 25 are ordered.", [], [], []),
    ],
)
def test_parts_of_a_whole(
    text: str,
    ones: list[int],
    loose: list[tuple[Decimal, Decimal]],
    first: list[tuple[Decimal, Decimal]],
) -> None:
    sentence = read(text)
    assert [whole for _, whole in ones_in(sentence)] == ones
    assert list(loose_fractions(sentence)) == loose
    assert list(whole_first(sentence)) == first


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Half of the 60 days are free.", True),
        ("For 60 days half of the boats are free, and 30 days all.", False),
    ],
)
def test_a_part_of_a_time(text: str, is_one: bool) -> None:
    sentence = read(text)
    assert is_part_of_a_time(sentence, next(sentence.each(ShareMatch))) is is_one


@pytest.mark.parametrize(
    ("told", "ratios"),
    [
        ("validation: We ask 30 rowers. It is passed if 30 of them come.", {1}),
        ("validation: We ask the mill and the inn. It is passed if both come.", {1}),
        ("validation: We ask 30 rowers. It is passed if 24 of them come.", {D("0.8")}),
    ],
)
def test_the_parts_of_a_test(told: str, ratios: set[Decimal]) -> None:
    assert ratios_told(known(told)) == ratios


@pytest.mark.parametrize(
    ("price", "units", "ranges", "months"),
    [
        (
            "£9 a day for a boat. In Calais it is 12 euros a day, 15 with a guide.",
            {9: "GBP", 12: "EUR", 15: "EUR"},
            (),
            None,
        ),
        (
            "£9 to £12 a month, in Calais 15 to 18 euros, from May to September.",
            {9: "GBP", 12: "GBP", 15: "EUR", 18: "EUR"},
            ((9, 12, "GBP"), (15, 18, "EUR")),
            5,
        ),
        ("£9 a day from 3 May to September.", {9: "GBP"}, (), None),
    ],
)
def test_prices_told(
    price: str,
    units: dict[int, str],
    ranges: tuple[tuple[Decimal, Decimal, str], ...],
    months: int | None,
) -> None:
    of = known(f"price: {price}")
    assert {one.amount: one.unit for one in of.money} == units
    assert of.ranges == ranges
    assert of.months_priced == months


def test_a_share_of_the_one_thing_told_is_no_count() -> None:
    of = known("problem: 20 % of the 40 boats and 1 raft sank.")
    assert {part for part, _ in of.parts_counted} == {8, 32}
