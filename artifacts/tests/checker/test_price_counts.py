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
