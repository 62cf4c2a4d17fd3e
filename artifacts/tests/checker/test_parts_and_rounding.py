"""Parts in words, rounded shares and prices per piece, and amounts named without their unit are
the founder's figures in other words.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.fractions import parts_named
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

EN = {
    "idea": "We grind flour in a small mill near Hexham and sell it to bakers in Northumberland.",
    "price": "£7.40 for a 4 kg bag, or £190 for the year's share.",
    "constraint": (
        "There is £40,000: £25,000 of savings and £15,000 from a trust, £3,000 of which only comes"
        " after the report. Two of us, together 30 hours a week."
    ),
}
ES = {
    "idea": "Molemos maíz criollo en Apaseo y vendemos la masa a las tortillerías del pueblo.",
    "price": "14 pesos el kilo de masa.",
    "constraint": "Son 30 millones de pesos: doce míos y dieciocho de la cooperativa.",
}
DE = {
    "idea": "Wir mahlen Mehl in einer kleinen Mühle bei Celle und verkaufen es an Bäcker.",
    "price": "12,80 € für den 5-Kilo-Sack.",
    "constraint": "48'000 € sind es zusammen: 30'000 Erspartes und 18'000 Darlehen vom Onkel.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Millstone", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "Five eighths of it are ours, a ninth of it is lent.", [(5, 8), (1, 9)]),
        ("en", "Half of it, two-thirds, three quarters.", [(1, 2), (2, 3), (3, 4)]),
        ("en", "A third visit costs more than a second one.", []),
        ("de", "Zweidrittel davon, drei Viertel, ein Achtel davon.", [(2, 3), (3, 4), (1, 8)]),
        ("fr", "Les trois quarts, cinq douzièmes du tout.", [(3, 4), (5, 12)]),
        ("nl", "Een vijfde van de uren, en driekwart.", [(1, 5), (3, 4)]),
        ("es", "Dos tercios, y una cuarta parte.", [(2, 3), (1, 4)]),
    ],
)
def test_parts_are_read_in_words(language: str, text: str, parts: list[tuple[int, int]]) -> None:
    named = [n for sentence in read_text(text, language, "") for n in parts_named(sentence)]
    assert [(int(n.part), int(n.whole)) for n in named] == parts


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "Five eighths of the £40,000 are savings."),
        (EN, "Three eighths of it, £15,000, come from the trust."),
        (EN, "A kilo costs about £1.85, and a bag of two and a half kilos would be £4.63."),
        (EN, "A share is paid with £15.83 a month over twelve months."),
        (EN, "The £25,000 of savings are a little over 62 % of the money."),
        (EN, "Before the report £37,000 are there, some 92 % of everything."),
        (DE, "Das Ersparte, 30.000 €, sind gut 62 % der Mittel."),
        (DE, "Das Kilo kostet 2,56 €."),
    ],
)
def test_the_same_figure_in_other_words_is_no_fault(told: dict[str, str], text: str) -> None:
    assert not rules_on(project(told), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EN, "A kilo costs £2.35."),
        (EN, "The £25,000 of savings are a little over 71 % of the money."),
        (EN, "All £40,000 are there before the report."),
        (DE, "Das Ersparte, 34.000 €, liegt bereit."),
    ],
)
def test_another_figure_is_one(told: dict[str, str], text: str) -> None:
    assert rules_on(project(told), "milestones.resource_plan", text)


def test_parts_of_a_sum_need_no_name_of_their_unit() -> None:
    text = "La cooperativa pone 18.000.000 de pesos, el 60 % de todo."
    assert not rules_on(project(ES), "milestones.resource_plan", text)
