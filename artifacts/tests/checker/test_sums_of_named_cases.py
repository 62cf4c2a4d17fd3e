"""Sums of prices for a case that a sentence names, of fees in two parts, and of pieces that come
after free ones, with false neighbours beside the true sentences.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CAMERAS = {
    "name": "Nestbox",
    "idea": "A log for bird ringing groups in Norfolk that counts what each nest box holds.",
    "target_user": "Ringing groups in Norfolk. Small groups won't pay. The county pays as well.",
    "price": (
        "First forty boxes free, then £1.50 per box and year. Donations go by card, and the bank"
        " keeps 1.4 % plus 20p of each."
    ),
    "constraint": "Two of us, 20 hours a week. £9,000, 4 of it from my aunt. Ready by 1 May 2027.",
}
STOVES = {
    "name": "Ashtray",
    "idea": "We sweep stoves in Tasmania and bring the ash away.",
    "target_user": "Owners of wood stoves. The owner pays.",
    "price": (
        "A$140 for brick, A$120 for iron. The long ladder, if the roof is steep, is A$60. A spare"
        " brick is A$18, and an inspection A$35 on weekends and holidays. Bringing the ash away is"
        " A$4 a stove."
    ),
    "constraint": "Just me, 30 hours a week. I have A$7,000. Ready by 1 March 2027.",
}
CHEESE = {
    "name": "Alpteil",
    "idea": "Wir verkaufen Anteile an einem Käsekeller in Graubünden.",
    "target_user": "Familien in Zürich. Die Familie zahlt.",
    "price": (
        "Ein ganzer Anteil Fr. 240 im Jahr für 6 kg, ein halber Fr. 135 im Jahr für 3 kg. Wirte"
        " zahlen Fr. 96 im Monat, einmal in der Woche bis zwölf Laibe."
    ),
    "constraint": "Zu zweit, 20 Stunden in der Woche, Fr. 9'000. Fertig am 1. Mai 2027.",
}
BOATS = {
    "name": "Backwater",
    "idea": "We pump the tanks of houseboats in Kerala.",
    "target_user": "Houseboat owners at Alappuzha. The owner pays.",
    "price": "₹500 per visit up to 900 litres, beyond that 40 paise per litre.",
    "constraint": (
        "Total 25 lakh: own 7, loan 12 from the bank, and 6 lakh subsidy. Three of us, 90 hours a"
        " week. We want to start on 1 July 2027."
    ),
}


def rules(idea: dict[str, str], text: str, section: str = "brief.market_analysis") -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CAMERAS, "With 100 boxes a group pays £90, as the first forty are not counted."),
        (CAMERAS, "Of a donation of £50 the bank keeps 90p, which is not our income."),
        (STOVES, "An owner with a steep roof pays A$200 for brick."),
        (STOVES, "Ten brick stoves with the ash brought away come to A$1,440."),
        (
            STOVES,
            "Two iron stoves on a holiday with an inspection and a brick come to A$293.",
        ),
        (CHEESE, "Im ganzen Anteil kostet das Kilo Fr. 40, im halben Fr. 45."),
        (CHEESE, "Ein Wirt mit 12 Laiben in der Woche zahlt bei vier Wochen Fr. 2 je Laib."),
        (CHEESE, "Eine Familie mit 6 kg zahlt umgerechnet Fr. 20 im Monat."),
        (BOATS, "1,300 litres are ₹660, that is ₹500 and 400 litres at 40 paise."),
    ],
)
def test_a_sum_of_what_the_sentence_names_is_true(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (CAMERAS, "Of a donation of £50 the bank keeps £2.10.", "amount_unknown"),
        (STOVES, "An owner with a steep roof pays A$230 for brick.", "amount_unknown"),
        (STOVES, "Ten brick stoves with the ash brought away come to A$1,640.", "sum_wrong"),
        (CHEESE, "Im ganzen Anteil kostet das Kilo Fr. 44.", "amount_unknown"),
        (BOATS, "1,300 litres are ₹760, that is ₹500 and 400 litres at 40 paise.", "sum_wrong"),
    ],
)
def test_another_sum_is_questioned(idea: dict[str, str], text: str, rule: str) -> None:
    assert rules(idea, text) == {rule}


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (CAMERAS, "£4,000 of the £9,000 comes from the aunt."),
        (BOATS, "Own money and loan together are ₹19,00,000."),
    ],
)
def test_parts_of_the_money_are_read_in_its_unit(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text, "milestones.resource_plan") == set()
