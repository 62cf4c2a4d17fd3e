"""True sentences on several prices in one, on as many as a price holds from, and on what is paid at
once, each beside a wrong one.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHOIRS = {
    "name": "Stuhlreihe",
    "idea": "We find chairs for church halls in Ohio.",
    "target_user": "Congregations in Ohio. The congregation pays.",
    "price": "$85 a month per congregation, $20 a month for the ones with fewer than 60 members.",
    "constraint": "Two of us, 26 hours a week, $11,400, ready by 8 March 2027.",
}
HOSES = {
    "name": "Hose Log",
    "idea": "A log of hose tests for volunteer fire departments in Maine.",
    "target_user": "Fire departments in Maine. The board pays.",
    "price": "$28 a month per department, or $280 a year when the board pays in one go.",
    "constraint": "I alone, 8 hours a week, $5,200, ready by 15 March 2027.",
}
CLAY = {
    "name": "Grubenlehm",
    "idea": "Wir mischen Lehmputz aus Aushub in Thüringen.",
    "target_user": "Malerbetriebe in Thüringen. Der Betrieb zahlt.",
    "price": (
        "11,40 € der Sack mit 25 kg, ab einer Palette mit 42 Säcken 10,20 € der Sack. Liefern"
        " kostet pauschal 45 €."
    ),
    "constraint": "Zu zweit, 46 Stunden in der Woche, 64.000 €, fertig am 3. Mai 2027.",
}
SCRIBE = {
    "name": "Plume",
    "idea": "Je tiens une permanence d'écrivain public dans les mairies de la Creuse.",
    "target_user": "Des communes de la Creuse. La commune paie.",
    "price": "110 € HT la demi-journée et 190 € HT la journée, plus 0,40 € du kilomètre.",
    "constraint": "Je suis seule, 30 heures par semaine, 6 300 €, prête le 6 avril 2027.",
}
COOLER = {
    "name": "Flower Buckets",
    "idea": "A cooler in Iowa in which growers leave buckets of flowers for florists.",
    "target_user": "Growers in Iowa. The florist pays.",
    "price": "$9 a bucket.",
    "constraint": "Two of us, 30 hours a week, $16,000, ready by 1 April 2027.",
    "stage": "We have talked to nine growers. No cooler, no slab, nobody has signed.",
}


LETTERS = {
    "name": "School Letters",
    "idea": "Letters of schools in Bradford in the languages of the parents.",
    "target_user": "Schools in Bradford. The school pays.",
    "price": "£49 a month per school. That is for 30 letters a month, each one more is £1.80.",
    "constraint": "Two of us, 20 hours a week, £10,400, ready by 1 September 2027.",
}


@pytest.mark.parametrize(
    ("founder", "place", "true", "wrong", "rule"),
    [
        (
            LETTERS,
            "brief.market_analysis",
            "A school that sends 42 letters in a month pays £70.60.",
            "A school that sends 42 letters in a month pays £76.60.",
            "sum_wrong",
        ),
        (
            CHOIRS,
            "brief.market_analysis",
            "Ten congregations at $85 and three small ones at $20 come to $910 a month.",
            "Ten congregations at $85 and three small ones at $20 come to $930 a month.",
            "sum_wrong",
        ),
        (
            HOSES,
            "brief.value_proposition",
            "A board that pays for the year in one go saves $56 against twelve single months.",
            "A board that pays for the year in one go saves $86 against twelve single months.",
            "sum_wrong",
        ),
        (
            CLAY,
            "brief.market_analysis",
            "Eine Palette kostet 428,40 €, mit Lieferung 473,40 €.",
            "Eine Palette kostet 478,80 €.",
            "price_terms_differ",
        ),
        (
            SCRIBE,
            "brief.market_analysis",
            "Une demi-journée coûte 110 € HT à une commune, kilomètres non compris.",
            "Une demi-journée coûte 110 € HT à une commune, kilomètres compris.",
            "price_terms_differ",
        ),
        (
            COOLER,
            "how_it_works.architecture",
            "The cooler is set to 36 °F, and the two doors have separate locks.",
            "The cooler has already been poured on its slab.",
            "stage_differs",
        ),
    ],
)
def test_true_sentences_stand_beside_wrong_ones(
    founder: dict[str, str], place: str, true: str, wrong: str, rule: str
) -> None:
    project = ProjectInput.from_brief({**founder, "today": date(2026, 12, 1)})
    assert rules_on(project, place, true) == set()
    assert rule in rules_on(project, place, wrong)
