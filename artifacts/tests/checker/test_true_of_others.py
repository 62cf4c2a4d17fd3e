"""True sentences on what others lose, charge or do not pay, on money before more of it comes, and
on parts of a length of time, with false neighbours beside them.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

PUMPS = {
    "name": "Pump Round",
    "idea": "We repair hand pumps in the villages around Salem on a motorbike.",
    "target_user": "Farmers around Salem. The farmer pays. Small farmers won't pay.",
    "problem": "A pump that stands still is ₹300 to ₹400 gone per day, for a washer of ₹60.",
    "price": (
        "A visit is ₹200 with the first hour of work. Washers at cost, or ₹900 per year. The state"
        " itself doesn't charge a thing for the water. A village on a card pays ₹4,000 a month and"
        " then its farmers don't pay the drive, ₹90 otherwise."
    ),
    "constraint": (
        "I have 3 lakh: 2 lakh savings, and 1 lakh a loan the bank pays out in the last week of"
        " March. Alone, 40 hours a week. Ready by 1 May 2027."
    ),
    "validation": (
        "40 pumps for 8 weeks. Good if 9 in 10 of the pumps are repaired inside of 20 days."
    ),
    "stage": "Nothing sold.",
}
URNS = {
    "name": "Tonform",
    "idea": "Ich drehe Vasen aus Ton für Blumenläden im Westerwald.",
    "target_user": "Blumenläden im Westerwald. Der Laden zahlt.",
    "price": "Eine Vase kostet 45 €.",
    "constraint": (
        "Der Kredit ist durch, 9.000 €, was anderes hab ich nicht. Allein, 30 Stunden in der"
        " Woche, fertig am 1. Mai 2027."
    ),
}
DOCK = {
    "name": "Brush Dock",
    "idea": "A dock with brushes for sailing boats at Oban.",
    "target_user": "Owners of sailing boats. The owner pays.",
    "price": "£6 per foot.",
    "constraint": (
        "£30,000: 20,000 is my redundancy and 10,000 a loan the bank pays out in March. No"
        " motorboats, the brushes can't do a stepped hull, and no painting. Just me, 40 hours a"
        " week. Ready by 1 May 2027."
    ),
}


GRAVES = {
    "name": "Friedhof",
    "idea": "Wir lesen alte Friedhofsbücher in Kärnten in eine Datenbank ein.",
    "target_user": "Gemeinden in Kärnten. Die Gemeinde zahlt.",
    "price": "24 € im Monat je Friedhof, oder 250 € im Jahr. Rechnung im Januar.",
    "constraint": (
        "26.000 €: 11 sind meine, 4 davon schon weg, und 15 kommen vom Land. Zu zweit, 30 Stunden"
        " in der Woche, fertig am 1. Mai 2027."
    ),
    "validation": "Zwei Gemeinden, zwölf Wochen. Gut, wenn im Schnitt 14 Seiten am Tag gehen.",
    "stage": "Ein Buch ist gelesen, einer von neun Namen war falsch. Bezahlt hat es keiner.",
}


def rules(idea: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("idea", "section", "text"),
    [
        (
            PUMPS,
            "brief.problem_statement",
            "Five days at ₹300 to ₹400 make a loss of ₹1,500 to ₹2,000, for a part that costs ₹60.",
        ),
        (
            PUMPS,
            "milestones.resource_plan",
            "Before the last week of March there is ₹2,00,000 in hand.",
        ),
        (
            PUMPS,
            "mvp_scope.success_metrics",
            "A pump repaired on day 20 takes up half of the 40 days the state gives.",
        ),
        (
            PUMPS,
            "brief.market_analysis",
            "A village on a card pays ₹4,000 a month, and its farmers still pay the ₹200 a visit.",
        ),
        (PUMPS, "brief.market_analysis", "A farmer pays ₹900 per year."),
        (DOCK, "milestones.resource_plan", "Until the bank pays out in March there is £20,000."),
        (DOCK, "how_it_works.architecture", "An owner takes five steps to a clean hull."),
        (
            GRAVES,
            "brief.market_analysis",
            "Wer 3 Friedhöfe hat, zahlt 72 € im Monat, also 864 € im Jahr.",
        ),
        (
            GRAVES,
            "brief.market_analysis",
            "Ein Friedhof kostet mit der Jahrespauschale von 250 € weniger als 288 €.",
        ),
        (
            GRAVES,
            "mvp_scope.success_metrics",
            "Im Oktober waren es sieben Seiten am Tag, also die Hälfte dessen, was nötig ist.",
        ),
        (GRAVES, "brief.problem_statement", "Etwa 11 % der Namen sind falsch gelesen."),
        (GRAVES, "milestones.resource_plan", "Vom eigenen Geld sind noch 7.000 € da."),
        (URNS, "how_it_works.architecture", "Wer zahlt, hat andere Gründe als wer nutzt."),
    ],
)
def test_what_is_true_is_not_questioned(idea: dict[str, str], section: str, text: str) -> None:
    assert rules(idea, section, text) == set()


@pytest.mark.parametrize(
    ("idea", "section", "text", "rule"),
    [
        (
            PUMPS,
            "mvp_scope.success_metrics",
            "Half of the pumps are repaired inside of 20 days.",
            "test_differs",
        ),
        (
            DOCK,
            "milestones.resource_plan",
            "The bank pays £20,000 in March.",
            "source_of_money_differs",
        ),
        (
            DOCK,
            "how_it_works.architecture",
            "Motorboats are brushed at the same dock.",
            "left_out_promised",
        ),
        (
            PUMPS,
            "brief.market_analysis",
            "Small farmers pay ₹200 a visit.",
            "payer_differs",
        ),
    ],
)
def test_its_false_neighbour_is(idea: dict[str, str], section: str, text: str, rule: str) -> None:
    assert rule in rules(idea, section, text)
