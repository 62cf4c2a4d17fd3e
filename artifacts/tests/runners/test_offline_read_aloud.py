"""What a founder stumbles over who reads the documents aloud: fragments, other people's words,
figures against each other. The founders are nobody in the measured sets.
"""

from __future__ import annotations

from typing import Any

from artifacts.runners.fake import RunnerFake

ENGLISH = {
    "name": "Hearth Loan",
    "idea": (
        "We lend wood stoves to families in Bangor and Penobscot County, Maine, for a winter."
        " A member brings the stove and takes it back in spring."
    ),
    "target_user": "Families who heat with oil, about 900 of them.",
    "problem": "Oil went up twice last winter and forty families went without heat.",
    "price": "$60 a month, in the first winter $45 a month.",
    "constraint": (
        "We have $30,000: $20,000 is a state loan that is only paid out after the fire inspection,"
        " and $10,000 is ours. I mended stoves for 14 years. It has to be ready by 1 October 2027."
    ),
    "validation": "Ten families for 8 weeks. Good if eight of them keep the stove.",
}
GERMAN = {
    "name": "Ofenleihe",
    "idea": "Wir verleihen Holzöfen an Familien im Kreis Hof für einen Winter.",
    "target_user": "Familien, die mit Öl heizen, etwa 900.",
    "problem": "Öl wurde im letzten Winter zweimal teurer, und vierzig Familien froren.",
    "price": "60 € im Monat, höchstens 200 € je Winter.",
    "constraint": (
        "Wir haben 30.000 €: 20.000 € vom Land, davon 60 % sofort und 40 % nach der Abnahme, und"
        " 10.000 € von uns. Bis zum 1. Oktober 2027 muss es fertig sein."
    ),
    "validation": "Zehn Familien, 8 Wochen. Gut, wenn acht den Ofen behalten.",
}


def documents(brief: dict[str, str], **changes: str) -> dict[str, Any]:
    return RunnerFake().generate_artifacts({**brief, **changes})


class TestLaterMoney:
    def test_it_is_quoted_with_the_sum_that_it_is_about(self) -> None:
        said = documents(ENGLISH)["brief"]["key_constraint"]
        assert "“$20,000 is a state loan that is only paid out after the fire inspection”" in said

    def test_what_comes_at_once_can_be_spent(self) -> None:
        plan = documents(GERMAN)["milestones"]["resource_plan"]
        assert "können wir 22.000\N{NO-BREAK SPACE}€ ausgeben" in plan
