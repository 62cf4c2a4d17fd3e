"""True sentences that count in another way than our answers: shares for numbers, a least count, a
part at another price; and false ones beside them.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

VAN = {
    "name": "Booth on Wheels",
    "idea": "A van with a booth that tests the eyes of workers at small plants near Akron, Ohio.",
    "target_user": "Plants with 30 to 200 people. The safety manager buys.",
    "problem": "We pay $70 a month for a parking lot, and people drive across town.",
    "price": (
        "$30 for each worker tested. After 6 p.m. it's $40. If fewer than 20 come on a day we"
        " charge for 20. The plant gets a bill at the end of the month."
    ),
    "constraint": "Two of us, $40,000, ready by September 1, 2027. 29 CFR 1910.95 holds.",
    "validation": "45 workers in six weeks. It is passed if 27 of them come back.",
}
TUBS = {
    "name": "Dough at the Door",
    "idea": "Fresh dough in tubs on the doorstep in Leeds, ordered on a web page.",
    "target_user": "Households in Leeds.",
    "price": (
        "£6 the 1 kg tub, paid by card on the web page. The drop is £2, nothing if you take two"
        " tubs or more. On a yearly contract it is £132 per household, 24 tubs in it."
    ),
    "constraint": "Two of us, £9,000, ready by 1 September 2027.",
    "first_version": "Household orders on the web page\nA tub gets a card that says what is in it",
    "validation": "80 households for eight weeks. It counts as passed if 70 % of them reorder.",
}
POOL = {
    "name": "Becken auf Reisen",
    "idea": "Ein Becken im Container, das für je vier Wochen auf einem Schulhof steht.",
    "target_user": "Grundschulen ohne Halle in der Nähe von Anklam.",
    "price": "5.000 € für eine Standzeit. Vereine mieten das Becken für 30 € die Stunde.",
    "constraint": "Zu zweit, 60.000 €, am 01.05.2027 muss es stehen.",
    "validation": "Zwei Schulen, 92 Kinder. Bestanden ist, wenn 70 % schwimmen.",
}
KNIVES = {
    "name": "Scharf",
    "idea": "Messer schleifen für Küchen in Luzern, im Hinterhof.",
    "target_user": "Küchenchefs in Luzern.",
    "price": "CHF 5 pro Messer. Oder Abo, CHF 80 im Monat pro Küche. Anfahrt kostet nichts.",
    "constraint": "Zu zweit, CHF 20'000, am 01.05.2027 muss es laufen.",
}


def rules(
    idea: dict[str, str],
    text: str,
    section: str = "brief.market_analysis",
    *,
    by_model: bool = False,
) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text, by_model=by_model)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (VAN, "A plant that sends 12 workers is charged $600 for the day, the same as for 20."),
        (VAN, "A plant with 50 people tested, 20 of them after 6 p.m., receives a bill of $1,700."),
        (TUBS, "One 1 kg tub costs £8; two cost £12, as the drop is free from the second tub on."),
        (TUBS, "Under the yearly contract a tub works out at £5.50."),
        (POOL, "Acht Vereinsstunden in der Woche ergeben über eine Standzeit hinweg 960 €."),
        (KNIVES, "Ein Jahr macht CHF 960; wer ohne Abo 20 Messer schleifen lässt, zahlt CHF 100."),
        (VAN, "A plant that pays $70 a month for a parking lot spends $840 a year on it."),
        (TUBS, "A household gets an invoice with the contract."),
    ],
)  # fmt: skip
def test_a_bill_that_follows_from_the_price_is_true(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()


@pytest.mark.parametrize(
    ("idea", "text", "rule"),
    [
        (VAN, "A plant with 50 people tested, 20 of them after 6 p.m., receives a bill of $1,750.",
         "sum_wrong"),
        (TUBS, "The drop is free for every household.", "payer_differs"),
        (POOL, "Acht Vereinsstunden in der Woche ergeben über eine Standzeit hinweg 1.040 €.",
         "sum_wrong"),
        (KNIVES, "Ein Abo im Monat gibt es nicht.", "payer_differs"),
    ],
)  # fmt: skip
def test_a_bill_that_does_not_is_false(idea: dict[str, str], text: str, rule: str) -> None:
    assert rule in rules(idea, text)


@pytest.mark.parametrize(
    ("idea", "text", "is_true"),
    [
        (VAN, "Three in five workers of the trial come back", True),
        (VAN, "Two in five workers of the trial come back", False),
        (POOL, "Von den 92 Kindern müssen also mindestens 65 schwimmen", True),
        (POOL, "Von den 92 Kindern müssen also mindestens 50 schwimmen", False),
        (TUBS, "70 % of the households have to reorder, so no more than 24 of the 80 may stay away",
         True),
        (TUBS, "No more than 40 of the 80 households may stay away for it to be passed", False),
    ],
)  # fmt: skip
def test_a_mark_may_be_told_as_a_share_or_a_number(
    idea: dict[str, str],
    text: str,
    is_true: bool,
) -> None:
    assert ("test_differs" not in rules(idea, text, "mvp_scope.success_metrics")) is is_true


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (VAN, "The written plan required by 29 CFR 1910.1030 rides in the van, next to the booth."),
        (VAN, "Table D-1 allows 40 dB at 500 Hz in the booth, and a truck may push it over that."),
        (TUBS, "The tub keeps its label even for an order of only 55 pieces."),
    ],
)
def test_figures_of_a_law_and_of_an_example_need_no_source(idea: dict[str, str], text: str) -> None:
    assert "figure_without_source" not in rules(idea, text, by_model=True)


def test_money_that_follows_an_approval_denies_no_law() -> None:
    idea = {
        **TUBS,
        "constraint": (
            "£9,000, of which the first half comes when we sign and the other when the FSA has"
            " inspected. Without the FSA registration no shop takes it. Ready by 1 September 2027."
        ),
    }
    text = "The first half puts £4,500 at our disposal, and the last £4,500 follows once the FSA"
    assert "law_denied" not in rules(idea, f"{text} has inspected.")


def test_wages_are_no_town() -> None:
    text = "Von den 60.000 € bleiben 20.000 € für Miete, Material und die ersten Löhne."
    assert "region_differs" not in rules(POOL, text)


def test_a_measured_limit_is_no_count_of_ours():
    limit = "Ab 100 KBE in 100 ml muss das Becken geleert werden."
    assert not rules(POOL, limit, by_model=True)
    assert rules(POOL, "Ab 900 Schulen in Anklam muss das Becken geleert werden.", by_model=True)
