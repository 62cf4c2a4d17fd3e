"""What is in the price and what is paid beside it, where a text has it the other way."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SAMPLES = {
    "idea": "Wir nehmen in Mietshäusern in Halle die Wasserproben und bringen sie ins Labor.",
    "price": "49 € je Probe mit Labor und 65 € Anfahrt je Haus. Aushang und Mehrwertsteuer sind"
    " inbegriffen.",
}
MILL = {
    "idea": "Un séchoir et un moulin partagés pour les castanéiculteurs d'Ardèche.",
    "price": "0,48 € le kilo de châtaignes pour sécher, 1,10 € le kilo de farine pour moudre.",
}
TYRES = {
    "idea": "Wij herstellen de fietsen van leerlingen terwijl zij in de les zitten.",
    "price": "Een platte band € 14, een licht € 11, stukken en btw inbegrepen.",
}
KILN = {
    "idea": "A kiln in Stroud where hobby potters bring their pots and fetch them fired.",
    "price": "£12 a shelf for a firing. Pick-up is £6. VAT is included.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SAMPLES, "Ein Haus mit drei Proben kostet 147 €, die Anfahrt ist darin enthalten."),
        (SAMPLES, "Eine Probe kostet 49 €, dazu kommt der Aushang."),
        (MILL, "Pour 0,48 € le kilo, tout est compris, du séchage jusqu'à la mouture."),
        (TYRES, "Een platte band kost € 14, daar komen de stukken en de btw nog bij."),
        (KILN, "For £12 a shelf everything is included, from the pick-up to the firing."),
        (KILN, "A shelf is £12, to which VAT is added."),
    ],
)
def test_a_part_on_the_other_side_is_found(told: dict[str, str], text: str) -> None:
    assert "price_terms_differ" in rules_on(project(told), "brief.market_analysis", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SAMPLES, "Ein Haus mit drei Proben kostet 212 €, die Anfahrt ist darin enthalten."),
        (SAMPLES, "Drei Proben kosten 147 €, der Aushang ist enthalten, dazu kommt die Anfahrt."),
        (MILL, "Pour 1,58 € le kilo, tout est compris, du séchage jusqu'à la mouture."),
        (TYRES, "Een platte band kost € 14, de stukken zijn inbegrepen."),
        (KILN, "For £12 a shelf everything is included but the pick-up."),
        (KILN, "With the pick-up a shelf is £18, VAT included."),
    ],
)
def test_a_part_on_our_side_is_none(told: dict[str, str], text: str) -> None:
    assert "price_terms_differ" not in rules_on(project(told), "brief.market_analysis", text)
