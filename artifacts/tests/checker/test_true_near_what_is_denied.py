"""True sentences that have words of what would be wrong, and wrong ones beside them."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SHED = {
    "name": "Boat Bench",
    "idea": "We hire out workbenches in a boat shed in Oban.",
    "target_user": "Boat owners in Oban.",
    "price": (
        "£35 a day per bench, £60 each when three owners book a whole bay. Six weeks in a rack"
        " cost £54. A hull wash is £120. Varnish is £30 a tin. A key costs £10."
    ),
    "constraint": "Three of us, 60 hours a week: Ann 20, Bob 25 and I 15. £20,000.",
}
FLOCK = {
    "name": "Schafhof",
    "idea": "Wir scheren Schafe in der Rhön und verkaufen die Wolle.",
    "target_user": "Schäfer in der Rhön.",
    "price": "9 € je Schaf, eine Ziege kostet 12 €.",
    "left_out": "Keine Lieferung. Keine Buchungen. Keine Zucht.",
    "constraint": "Zu zweit, 25 Stunden in der Woche, 14.000 €. Die Wolle geht nie an Händler.",
}


def rules(told: dict[str, str], text: str, section: str = "brief.market_analysis") -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    "text",
    [
        "Wir fahren zu acht Höfen am Tag.",
        "Zu acht kleinen Höfen fahren wir mit dem Rad.",
    ],
)
def test_places_that_somebody_goes_to_are_no_company(text: str) -> None:
    assert rules(FLOCK, text, "milestones.resource_plan") == set()


def test_more_of_us_than_there_are_is_found() -> None:
    assert rules(FLOCK, "Zu acht scheren wir.", "milestones.resource_plan") == {"people_differ"}


@pytest.mark.parametrize(
    "text",
    [
        "There is no rack outside.",
        "We have no key to the sea gate.",
        "We have no key left.",
        "There is no better hull wash.",
    ],
)
def test_what_is_not_there_in_one_case_is_not_denied(text: str) -> None:
    assert rules(SHED, text) == set()


@pytest.mark.parametrize("text", ["There is no rack.", "We have no hull wash at all."])
def test_a_thing_with_a_price_is_not_denied(text: str) -> None:
    assert rules(SHED, text) == {"price_terms_differ"}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (SHED, "A bench and a rack stand together in one bay, the bench at £35."),
        (SHED, "Both bench and key can be booked on the phone, the bench at £35."),
        (FLOCK, "Beide, Schaf und Ziege, werden im Frühjahr geschoren, ein Schaf für 9 €."),
    ],
)
def test_what_two_things_do_together_is_not_their_price(told: dict[str, str], text: str) -> None:
    assert rules(told, text) == set()


def test_two_things_are_not_had_for_the_price_of_one() -> None:
    assert rules(SHED, "Both the key and the bench are £35.") == {"price_terms_differ"}
