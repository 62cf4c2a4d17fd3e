"""Who gives which part of the money, of what kind it is, and when it comes."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

DAIRY = {
    "idea": "We make sheep's cheese near Hexham and sell it to shops.",
    "price": "£9 a wheel from a shop.",
    "constraint": (
        "£48,000 in all: the Tyne bank lends us 30,000, and the other 18,000 comes from the sale of"
        " the tractor in April. We have to sell by 1 June 2027."
    ),
}
MUEHLE = {
    "idea": "Wir mahlen Korn für Bäcker in Plauen.",
    "price": "40 € je Sack vom Bäcker.",
    "constraint": (
        "Wir haben 26.000 €: 17.000 € liegen auf dem Sparkonto, 9.000 € sind ein Förderdarlehen."
        " Es muss am 1. Juni 2027 laufen."
    ),
}
TURM = {
    "idea": "Wir führen Gäste auf den Turm von Soest.",
    "price": "6 € je Gast.",
    "constraint": (
        "Es gibt 16.000 €, 7.000 € aus unserer Kasse und 9.000 € vom Kreis; ein Drittel davon zahlt"
        " er aber erst, wenn das Geländer abgenommen ist. Am 1. Juni 2027 geht es los."
    ),
}
RULES = {"source_of_money_differs", "money_too_early"}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Rennet", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (DAIRY, "The bank lends the whole £48,000, so the tractor stays."),
        (DAIRY, "The whole £48,000 is there today."),
        (MUEHLE, "9.000 € liegen auf dem Sparkonto."),
        (MUEHLE, "Die 17.000 € sind geliehen, der Rest ist da."),
        (TURM, "Der Kreis überweist die 9.000 € zu Beginn in voller Höhe."),
    ],
)
def test_another_part_is_found(told: dict[str, str], text: str) -> None:
    assert RULES & rules_on(project(told), "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (DAIRY, "The bank lends £30,000 of the whole £48,000."),
        (DAIRY, "From April the whole £48,000 is there."),
        (DAIRY, "The bank does not lend the whole £48,000."),
        (MUEHLE, "17.000 € liegen auf dem Sparkonto, 9.000 € sind geliehen."),
        (MUEHLE, "Zusammen sind es 26.000 €."),
        (TURM, "Der Kreis überweist 6.000 € zu Beginn und 3.000 € nach der Abnahme."),
    ],
)
def test_the_parts_we_named_are_none(told: dict[str, str], text: str) -> None:
    assert not RULES & rules_on(project(told), "milestones.resource_plan", text)


def test_money_without_its_currency_may_be_a_sum_of_its_parts():
    mill = {
        "idea": "We roast coffee for growers near Pitalito.",
        "price": "6,200 pesos a kilo.",
        "constraint": (
            "There is 68 million pesos: 28 of ours and 40 from a fund, which pays 25 on signing and"
            " 15 once we have the permit. We have to roast by 20 September 2027."
        ),
    }
    project = ProjectInput.from_brief({"name": "Roast", **mill, "today": date(2026, 12, 1)})
    section = "milestones.resource_plan"
    there, wrong = "Until the permit is there we count on {} million.".format, {53: False, 61: True}
    for millions, is_wrong in wrong.items():
        assert bool(rules_on(project, section, there(millions), by_model=True)) is is_wrong
