"""Money that is promised, there or borrowed, and what a text makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BOAT = {
    "name": "Tide Wash",
    "idea": "A washing boat for yachts at Oban.",
    "target_user": "Owners of yachts. The owner pays.",
    "price": "£30 per wash.",
    "constraint": (
        "£40,000: 28,000 is my savings and 12,000 a loan that the bank has approved. An aunt wants"
        " to send £2,000, we'll see. Just me, 40 hours a week. Ready by 1 May 2027."
    ),
}
GREENHOUSE = {
    "name": "Glashaus",
    "idea": "Wir ziehen Setzlinge in einem alten Glashaus in Graz.",
    "target_user": "Gärtner in Graz. Der Gärtner zahlt.",
    "price": "2 € je Setzling.",
    "constraint": (
        "9.000 € liegen auf dem Konto, 4.000 € zahlt die Sparkasse im Januar aus, der Vertrag ist"
        " unterschrieben. Ob die Stadt 2.500 € dazugibt, steht in keinem Plan. Zu zweit, 40"
        " Stunden in der Woche. Fertig am 1. Mai 2027."
    ),
}
CLINIC = {
    "name": "Fußweg",
    "idea": "Wir behandeln Füße in Tagestreffs in Bremen.",
    "target_user": "Tagestreffs in Bremen. Der Träger zahlt.",
    "price": "80 € je Vormittag.",
    "constraint": (
        "10.000 € von zwei Stiftungen, alles schon überwiesen. Zu zweit, 20 Stunden in der Woche."
        " Fertig am 15. Februar 2027."
    ),
}
CLUB = {
    "name": "Fluitje",
    "idea": "Een rooster voor scheidsrechters in Delft.",
    "target_user": "Clubs in Delft. De club betaalt.",
    "price": "€ 200 per seizoen.",
    "constraint": (
        "Er is € 9.000, waarvan € 3.000 van de sportstichting, die pas na de proef betaalt. Klaar"
        " op 1 maart 2027, met z'n tweeën, 20 uur per week."
    ),
}


def rules(idea: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})
    return rules_on(project, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (BOAT, "None of the £40,000 is borrowed, so the boat can be bought at once."),
        (BOAT, "The loan from the bank is only hoped for, so the plan does without it."),
        (BOAT, "The £2,000 from the aunt are included in what the boat is paid with."),
        (GREENHOUSE, "Das Geld von der Sparkasse ist noch nicht zugesagt."),
        (GREENHOUSE, "Die 2.500 € der Stadt sind fest eingeplant und bezahlen die Heizung."),
        (CLINIC, "Die Stiftungen zahlen erst nach den zehn Wochen."),
        (CLUB, "De sportstichting heeft haar deel al overgemaakt."),
    ],
)
def test_money_that_is_made_more_or_less_certain_is_questioned(
    idea: dict[str, str], text: str
) -> None:
    assert rules(idea, text)


@pytest.mark.parametrize(
    ("idea", "text"),
    [
        (BOAT, "The £28,000 of savings are not borrowed; the £12,000 are."),
        (BOAT, "The bank has approved the loan of £12,000."),
        (BOAT, "Whether the aunt sends £2,000 is open, and the plan does without it."),
        (GREENHOUSE, "Die Sparkasse zahlt 4.000 € im Januar aus, das ist unterschrieben."),
        (GREENHOUSE, "Ob die Stadt etwas dazugibt, ist noch offen."),
        (CLINIC, "Die 10.000 € der Stiftungen sind da."),
        (CLUB, "De sportstichting betaalt haar deel pas na de proef."),
    ],
)
def test_money_that_is_as_certain_as_told_is_not(idea: dict[str, str], text: str) -> None:
    assert rules(idea, text) == set()
