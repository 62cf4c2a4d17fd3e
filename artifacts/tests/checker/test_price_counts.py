"""The price of one asked for several, and so many of something given as often as one wants."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SWEEPS = {
    "idea": "We sweep chimneys in the villages around Ludlow.",
    "target_user": "Owners of cottages with a stove, who pay us.",
    "price": "£48 a chimney and £20 an hour for repairs. The plan with two sweeps is £85 a year.",
}
POOL = {
    "idea": "A heated pool on a trailer stands in the yard of a country school.",
    "target_user": "Country schools, whose boards pay.",
    "price": "$900 a week from the school. A card of ten swims is $40.",
}
SAUNA = {
    "idea": "Wir stellen eine Fass-Sauna auf einem Anhänger in den Garten.",
    "target_user": "Familien mit Garten, die uns bezahlen.",
    "price": "180 € das Wochenende. Im Abo für 420 € im Quartal sind drei Wochenenden.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SWEEPS, "An owner pays £48 for three chimneys."),
        (SWEEPS, "£20 covers four hours of repairs."),
        (POOL, "A school pays $900 for its two weeks."),
        (SAUNA, "180 € kosten zwei Wochenenden im Sommer."),
        (SAUNA, "Eine Familie zahlt 180 € für zwei Wochenenden."),
        (SWEEPS, "For £85 a year an owner may call the sweep as often as the stove smokes."),
        (SAUNA, "Für 420 € im Quartal holt eine Familie die Sauna so oft, wie sie will."),
    ],
)
def test_the_price_is_not_that_of_so_many(told: dict[str, str], text: str) -> None:
    assert "price_terms_differ" in rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SWEEPS, "An owner pays £144 for three chimneys."),
        (SWEEPS, "An owner with three chimneys pays £48 for each of them."),
        (SWEEPS, "After two chimneys of £48 we sit down."),
        (SWEEPS, "For £85 a year the two sweeps come as often as they fit into a summer."),
        (POOL, "A school pays $900 a week for its two weeks."),
        (POOL, "Ten swims on a card cost $40."),
        (SAUNA, "Zwei Wochenenden kosten 360 €."),
        (SAUNA, "420 € kosten die drei Wochenenden im Abo."),
    ],
)
def test_the_price_of_so_many_is_none(told: dict[str, str], text: str) -> None:
    assert not rules_on(project(told), "brief.market_analysis", text)


KNIVES = {
    "idea": "We sharpen knives for cooks in Leeds.",
    "price": "£6 a knife, with a minimum of eight knives. The order is paid by card.",
}
SAP = {
    "idea": "We boil sap for farms in Vermont.",
    "price": "$2 a gallon, at least 80 gallons of sap.",
}
MESSER = {
    "idea": "Wir schleifen Messer für Köche in Bonn.",
    "price": "6 € je Messer, mindestens acht Messer.",
}


@pytest.mark.parametrize(
    ("told", "text", "found"),
    [
        (KNIVES, "A cook who sends three knives pays £18.", {"price_terms_differ"}),
        (KNIVES, "A cook who sends three knives gets a bill of £18.", {"price_terms_differ"}),
        (KNIVES, "A cook pays £6 for a single knife.", {"price_terms_differ"}),
        (KNIVES, "A cook who sends three knives pays £48.", set()),
        (KNIVES, "A cook who sends eight knives pays £48.", set()),
        (KNIVES, "A cook who sends nine knives pays £54.", set()),
        (KNIVES, "A cook who sends nine knives pays £48.", {"sum_wrong"}),
        (KNIVES, "A cook who sends three knives saves £18.", set()),
        (KNIVES, "A single cook pays £6.", set()),
        (KNIVES, "Three cooks pay £18.", set()),
        (SAP, "A farm with 40 gallons of sap pays $80.", {"price_terms_differ"}),
        (SAP, "A farm with 40 gallons pays $80.", {"price_terms_differ"}),
        (SAP, "A farm with 40 gallons of syrup pays $80.", set()),
        (SAP, "A farm with 40 gallons of sap pays $160.", set()),
        (SAP, "A farm with 90 gallons of sap pays $180.", set()),
        (MESSER, "Ein Koch mit drei Messern zahlt 18 €.", {"price_terms_differ"}),
        (MESSER, "Für ein einziges Messer zahlt ein Koch 6 €.", {"price_terms_differ"}),
        (MESSER, "Ein Koch mit drei Messern zahlt 48 €.", set()),
        (MESSER, "Ein Koch mit acht Messern zahlt 48 €.", set()),
        (MESSER, "Ein einziger Koch zahlt 6 €.", set()),
    ],
)
def test_fewer_than_the_least_are_billed_as_the_least(
    told: dict[str, str], text: str, found: set[str]
) -> None:
    project = ProjectInput.from_brief({"name": "Whet", **told, "today": date(2026, 12, 1)})
    assert rules_on(project, "brief.market_analysis", text) == found
