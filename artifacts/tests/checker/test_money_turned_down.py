"""Money that the founder could have and does not want or count on."""

from __future__ import annotations

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

LOOM = ProjectInput.from_brief(
    {
        "name": "Loomhouse",
        "idea": "We weave rugs in a mill in Galway for people who bring their own wool.",
        "answers": {
            "price": "€45 a rug.",
            "constraint": (
                "We have €9,000. The credit union would lend me €2,000 and I do not want it."
                " The county talks of another 1,500 in the spring, we plan without it."
            ),
        },
    }
)
WEBEREI = ProjectInput.from_brief(
    {
        "name": "Webhaus",
        "idea": "Wir weben Teppiche in einer Mühle in Kassel für Leute, die ihre Wolle bringen.",
        "answers": {
            "price": "45 € je Teppich.",
            "constraint": (
                "9.000 € sind da. Mein Onkel würde noch 2.000 € dazulegen, das will ich nicht."
            ),
        },
    }
)
RESOURCES = "milestones.resource_plan"


@pytest.mark.parametrize(
    ("project", "text"),
    [
        (LOOM, "The looms are paid from the €2,000 that the credit union lends."),
        (LOOM, "With the loan there is €11,000 for the first year."),
        (LOOM, "€10,500 is there for wool and rent, the county's share included."),
        (WEBEREI, "Mit dem Geld des Onkels sind es 11.000 €, ein Kredit ist nicht nötig."),
    ],
)
def test_it_is_not_spent(project: ProjectInput, text: str) -> None:
    assert "money_not_counted" in rules_on(project, RESOURCES, text)


@pytest.mark.parametrize(
    ("project", "text"),
    [
        (LOOM, "The €2,000 of the credit union stays where it is, so we do not spend it."),
        (LOOM, "Without the €1,500 of the county we have €9,000."),
        (WEBEREI, "Die 2.000 € des Onkels nehmen wir nicht, es bleibt bei 9.000 €."),
    ],
)
def test_it_may_be_spoken_of(project: ProjectInput, text: str) -> None:
    assert "money_not_counted" not in rules_on(project, RESOURCES, text)
