"""German in other forms than that of the dictionary: participles, separable verbs, the verb last
and the subject behind it.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TOLD = {
    "teeth": {
        "idea": "Eine Hygienikerin kommt mit einem tragbaren Gerät in Pflegeheime im Saarland.",
        "target_user": "Pflegeheime mit 60 bis 150 Bewohnern. Das Heim zahlt.",
        "price": "38 € je behandeltem Bewohner, mindestens aber 290 € je Besuch.",
        "constraint": (
            "17.400 € Erspartes, davon sind 6.200 € für das Gerät schon weg. Ich kann 22 Stunden"
            " in der Woche und meine Kollegin 8. Keine Füllungen, kein Röntgen."
        ),
    },
    "tools": {
        "idea": "Eine Bibliothek für Werkzeug in Flensburg: wer Mitglied ist, leiht sich etwas.",
        "price": "45 € im Jahr.",
        "constraint": (
            "22.500 €: 15.000 € von einer Stiftung, die 20 % davon bis zum Schlussbericht"
            " zurückhält, und 7.500 € aus einer Tombola."
        ),
    },
    "mussels": {
        "idea": "Ein Logbuch, das Muschelfischer ausfüllen und ihre Händler lesen.",
        "target_user": "Fischer an der Nordsee und ihre Händler. Der Händler zahlt.",
        "price": "95 € im Monat je Händler, aber nur von Mai bis November.",
        "validation": "Zwei Händler, 6 Wochen. Gut, wenn beide nicht mehr nach Zetteln fragen.",
    },
}
TOLD["care"] = {
    "idea": "Wir nehmen Familien in Brakel für zwei Stunden etwas ab.",
    "target_user": "Alte Leute. Zahlen tut die Pflegekasse, aber nur 131 € im Monat.",
    "price": "32,75 € die Stunde, was darüber geht, zahlt die Familie.",
    "constraint": "Ohne Anerkennung zahlt keine Kasse. 9.800 € sind da.",
}
PLAN, MARKET = "milestones.resource_plan", "brief.market_analysis"
SCALE = "mvp_scope.scalability_plan"


@cache
def project(told: str) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Kiesel", **TOLD[told], "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "section", "text", "rule"),
    [
        ("teeth", SCALE, "Kleine Löcher werden gleich mit gefüllt.", "left_out_promised"),
        ("teeth", SCALE, "Bei Bedarf wird vor Ort geröntgt.", "left_out_promised"),
        ("teeth", PLAN, "Für Fahrten sind noch 17.400 € übrig.", "budget_differs"),
        (
            "teeth",
            PLAN,
            "Die Kollegin steht an fünf Tagen in der Woche mit am Stuhl.",
            "people_differ",
        ),
        (
            "teeth",
            PLAN,
            "Zu zweit sind sie unterwegs, jede 22 Stunden in der Woche.",
            "hours_differ",
        ),
        ("tools", PLAN, "Die Stiftung überweist ihre 15.000 € auf einmal.", "money_too_early"),
        (
            "tools",
            PLAN,
            "Vor dem Schlussbericht liegen die 22.500 € vollständig auf dem Konto.",
            "money_too_early",
        ),
        (
            "tools",
            PLAN,
            "Den kleineren Teil trägt mit 7.500 € die Stiftung.",
            "source_of_money_differs",
        ),
        (
            "mussels",
            MARKET,
            "Der Händler zahlt das ganze Jahr über 95 € im Monat.",
            "price_condition_dropped",
        ),
        (
            "mussels",
            "mvp_scope.success_metrics",
            "Es reicht, wenn einer der beiden Händler nicht mehr nach Zetteln fragt",
            "test_differs",
        ),
    ],
)
def test_a_contradiction_in_another_form_is_found(
    told: str, section: str, text: str, rule: str
) -> None:
    assert rule in rules_on(project(told), section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        ("teeth", MARKET, "Das Heim füllt vor dem Besuch ein Blatt aus."),
        ("teeth", MARKET, "Ein Heim mit sechs Bewohnern zahlt den Mindestbetrag von 290 €."),
        ("teeth", PLAN, "Für Fahrten sind noch 11.200 € übrig."),
        ("tools", PLAN, "Bis zum Schlussbericht sind 19.500 € da."),
        ("tools", PLAN, "Den größeren Teil trägt mit 15.000 € die Stiftung."),
        ("care", MARKET, "Sechs Stunden sind 196,50 €, davon trägt die Kasse 131 €."),
        ("mussels", MARKET, "Von Mai bis November zahlt der Händler 665 €."),
    ],
)
def test_a_true_sentence_in_another_form_is_no_fault(told: str, section: str, text: str) -> None:
    assert not rules_on(project(told), section, text)
