"""True sentences on sums of several prices, on what is left and on what one of many bears, and
false ones beside them.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CANDLES = {
    "name": "Stummel",
    "idea": "Wir holen Kerzenreste bei Hotels in Tirol ab und gießen neue Kerzen daraus.",
    "target_user": "Hotels in Tirol. Das Hotel zahlt.",
    "price": (
        "20 Cent je Kerze ab 400 Stück, darunter 26 Cent. Für jedes Kilo Wachs schreiben wir dem"
        " Hotel 50 Cent gut. Ein Leuchter kostet 90 €, davon gehen 40 an die Gießerei."
    ),
    "constraint": "Zu zweit, 30 Stunden in der Woche, 9.000 €, fertig am 1. September 2027.",
}
TREES = {
    "name": "Topfbaum",
    "idea": "Wir verleihen Bäume im Topf in Graz und in Leoben.",
    "target_user": "Haushalte in Graz und in Leoben. Der Haushalt zahlt.",
    "price": (
        "Ein Baum kostet 40 €. Bringen und Holen ist in Graz dabei, in Leoben kommen 7 € je Fahrt"
        " dazu."
    ),
    "constraint": "Zu zweit, 30 Stunden in der Woche, 9.000 €, fertig am 1. September 2027.",
}
LESSONS = {
    "name": "Ward Notes",
    "idea": "Audio lessons for nursing students, sent to the phone every morning.",
    "target_user": "Students at the colleges in Kent. The student pays, or the college.",
    "workaround": "A printed course is £700.",
    "price": "£30 a month for a student. A college pays £2,400 a year for up to 100 students.",
    "constraint": "Two of us, 24 hours a week, £6,000. Ready by 1 March 2027.",
    "validation": "Five colleges for 8 weeks from 8 March 2027. Good if four of the five stay.",
}
KNIVES = {
    "name": "Filo",
    "idea": "Afilamos los cuchillos de los restaurantes de Valdivia en una camioneta.",
    "target_user": "Restaurantes de Valdivia. Paga el dueño.",
    "price": "1.800 pesos por cuchillo, con un mínimo de 15.000 por visita.",
    "constraint": "Somos dos, 50 horas a la semana. Hay 6.000.000 de pesos. No vendemos cuchillos.",
}
TAGS = {
    "name": "Harness Log",
    "idea": "A log for climbing walls in Scotland that says when a harness was checked.",
    "target_user": "Climbing walls in Scotland. The wall pays.",
    "price": "£28 a month per wall up to 300 items, £46 a month above that.",
    "constraint": "I have £4,500, and £2,300 is a prize that comes with the first paying wall.",
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CANDLES, "Für 1.000 Kerzen zahlt das Hotel 200 €, und 80 kg Wachs bringen ihm 40 €."),
        (CANDLES, "300 Kerzen kosten das Hotel 78 €."),
        (CANDLES, "Vom Leuchter zu 90 € bleiben uns 50 €, wenn die Gießerei ihre 40 hat."),
        (TREES, "Ein Haushalt in Leoben zahlt für einen Baum samt Bringen und Holen 54 €."),
        (LESSONS, "For one printed course a student can pay for 23 months and has £10 left."),
        (LESSONS, "A college with 60 students pays £40 per student and year."),
        (KNIVES, "Un restaurante con seis cuchillos paga el mínimo de 15.000 pesos."),
        (KNIVES, "Un afilado son 1.800 pesos, la décima parte de lo que vale un cuchillo nuevo."),
        (TAGS, "Until there is a paying wall we have £4,500; the prize of £2,300 follows."),
    ],
)
def test_a_sum_that_our_prices_make_is_true(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (CANDLES, "300 Kerzen kosten das Hotel 60 €.", "price_of_another_case"),
        (TREES, "Ein Haushalt in Graz zahlt für das Bringen 8 € je Fahrt.", "price_terms_differ"),
        (LESSONS, "A college with 60 students pays £43 per student and year.", "sum_wrong"),
        (KNIVES, "Nosotros vendemos también cuchillos nuevos.", "left_out_promised"),
        (TAGS, "A wall with 200 items pays £46 a month.", "price_of_another_case"),
    ],
)
def test_a_sum_beside_it_is_none(idea: dict[str, str], text: str, rule: str) -> None:
    assert rule in rules(idea, text)


def test_the_last_day_of_the_test_is_behind_the_deadline() -> None:
    told = "Eight weeks from 8 March 2027 are over on 2 May 2027, a Sunday."
    assert rules(LESSONS, told) == set()
    assert "deadline_differs" in rules(LESSONS, "It is out on 30 May 2027.")
