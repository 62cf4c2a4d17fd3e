"""What the founder is asked about facts that cannot all be true, word for word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from artifacts.facts.conflicts import Conflict, find_conflicts
from artifacts.facts.labels import fill
from artifacts.facts.schema import Facts

TODAY = date(2026, 11, 29)
EUR = {"currency": "EUR"}
DAY = "2027-04-30"


def read(value: Any, words: str = "words", answer: str = "idea") -> dict[str, Any]:
    said = [{"answer": answer, "start": 0, "end": len(words), "text": words}]
    return {"value": value, "said": said, "state": "read"}


def a_month(amount: str, answer: str, **more: Any) -> dict[str, Any]:
    return read({**EUR, "amount": amount, "per": "month", **more}, amount, answer)


def disputed(*values: Any, words: tuple[str, ...] = ("the two of us",)) -> dict[str, Any]:
    said = [read(None, one, "team")["said"][0] for one in words]
    return {"value": None, "said": said, "state": "open", "readings": values}


def conflicts(told: dict[str, Any]) -> tuple[Conflict, ...]:
    return find_conflicts(Facts.model_validate(told), today=TODAY)


def asked(told: dict[str, Any]) -> list[str]:
    """Return the questions as they are read, each with its answers."""
    return [
        " / ".join(
            [fill(one.title, {}), fill(one.text, dict(one.values))]
            + [fill(choice.text, dict(choice.values)) for choice in one.choices]
        )
        for one in conflicts(told)
    ]


KEEP = "Keep it as it is, and write it down as a risk"


@pytest.mark.parametrize(
    ("facts", "question"),
    [
        (
            {"deadline": read("2026-04-30")},
            (
                "The date has passed / It was to be ready on 30 Apr 2026, and that day is over."
                f" / We mean 30 Apr 2027 / There is no longer a date / {KEEP}"
            ),
        ),
        (
            {"deadline": read("2024-02-29")},
            (
                "The date has passed / It was to be ready on 29 Feb 2024, and that day is over."
                f" / We mean 28 Feb 2027 / There is no longer a date / {KEEP}"
            ),
        ),
        (
            {"deadline": read("2025-11-29")},
            (
                "The date has passed / It was to be ready on 29 Nov 2025, and that day is over."
                f" / We mean 29 Nov 2026 / There is no longer a date / {KEEP}"
            ),
        ),
        (
            {"deadline": read("2025-12-24")},
            (
                "The date has passed / It was to be ready on 24 Dec 2025, and that day is over."
                f" / We mean 24 Dec 2026 / There is no longer a date / {KEEP}"
            ),
        ),
        (
            {"deadline": read(DAY), "duration_weeks": read("8")},
            (
                "A date and a number of weeks that differ / Until 30 Apr 2027 there are 21 weeks,"
                " but we have also read 8 weeks. / The date counts: 30 Apr 2027 / The weeks"
                f" count: ready on 24 Jan 2027 / {KEEP}"
            ),
        ),
        (
            {
                "deadline": read(DAY),
                "duration_weeks": read("8"),
                "earliest_start": read("2027-02-01"),
            },
            (
                "A date and a number of weeks that differ / Until 30 Apr 2027 there are 12 weeks,"
                " but we have also read 8 weeks. / The date counts: 30 Apr 2027 / The weeks"
                f" count: ready on 29 Mar 2027 / {KEEP}"
            ),
        ),
        (
            {"deadline": read(DAY), "test": read({"begins": "2027-05-24", "weeks": "6"})},
            (
                "Time between the date and the test / It is ready on 30 Apr 2027, but the test only"
                " begins on 24 May 2027. / Use the weeks between as slack / Ready by 24 May 2027 is"
                f" early enough / Begin the test on 30 Apr 2027 / {KEEP}"
            ),
        ),
        (
            {"deadline": read(DAY), "test": read({"begins": "2027-04-01", "weeks": "8"})},
            (
                "The test ends after the date / It has to be ready by 30 Apr 2027, but the test"
                " runs from 1 Apr 2027 to 27 May 2027. / End the test on 30 Apr 2027 / Ready"
                f" means: when the test begins, on 1 Apr 2027 / {KEEP}"
            ),
        ),
        (
            {"deadline": read(DAY), "test": read({"begins": "2027-04-29", "ends": "2027-05-02"})},
            (
                "The test ends after the date / It has to be ready by 30 Apr 2027, but the test"
                " runs from 29 Apr 2027 to 2 May 2027. / End the test on 30 Apr 2027 / Ready"
                f" means: when the test begins, on 29 Apr 2027 / {KEEP}"
            ),
        ),
        (
            {"duration_weeks": read("6"), "test": read({"weeks": "8"})},
            (
                "The test is longer than the time / The test takes 8 weeks, but there are only 6"
                f" weeks in all. / Test for 3 weeks / Take as long as the test: 8 weeks / {KEEP}"
            ),
        ),
        (
            {"duration_weeks": read("1"), "test": read({"weeks": "2"})},
            (
                "The test is longer than the time / The test takes 2 weeks, but there are only 1"
                f" weeks in all. / Take as long as the test: 2 weeks / {KEEP}"
            ),
        ),
        (
            {"deadline": read("2026-12-31"), "test": read({"weeks": "8"})},
            (
                "The test is longer than the time / The test takes 8 weeks, but there are only 4"
                " weeks in all. / Test for 4 weeks / Take as long as the test: until 24 Jan 2027"
                f" / The test comes after 31 Dec 2026 / {KEEP}"
            ),
        ),
        (
            {
                "test": read(
                    {
                        "weeks": "2",
                        "rhythm": "one evening a month",
                        "pass_mark": "both say yes on two evenings",
                    }
                )
            },
            (
                "The test is too short for its rhythm / “one evening a month” gives 0 in 2 weeks,"
                f" but the test needs 2. / Test for 9 weeks / Leave the rhythm open / {KEEP}"
            ),
        ),
        (
            {"test": read({"participants": 5, "pass_number": 6})},
            (
                "More must pass than take part / The test is passed by 6, but only 5 take part."
                f" / 6 take part / All 5 have to pass / {KEEP}"
            ),
        ),
        (
            {"people": read(2), "hours_per_week": read("164")},
            (
                "More hours than a week has / 164 hours a week are 82 for each of 2. / Count 40"
                f" hours a week for each / Leave the hours open / {KEEP}"
            ),
        ),
        (
            {"hours_per_week": read("15"), "duration_weeks": read("8", "8 Wochen in Vollzeit")},
            (
                "Weeks of full-time work in fewer hours / 8 weeks full-time are 320 hours. At 15"
                " hours a week that takes 22 weeks. / Take 22 weeks / Work 40 hours a week /"
                f" {KEEP}"
            ),
        ),
        (
            {
                "budget": read(
                    {
                        **EUR,
                        "amount": 64,
                        "later": [
                            {"amount": 24, "condition": "after inspection"},
                            {"amount": 10, "condition": "in May"},
                        ],
                    }
                )
            },
            (
                "Part of the money comes later / €34 only come under this condition: “after"
                " inspection”. Until then there are €30. Do we need it before? / Plan with €30 only"
                f" / It arrives before we need it / {KEEP}"
            ),
        ),
        (
            {
                "budget": read(
                    {**EUR, "amount": 64, "later": [{"amount": 64, "condition": "at signing"}]}
                )
            },
            (
                "Part of the money comes later / €64 only come under this condition: “at signing”."
                " Until then there are €0. Do we need it before? / It arrives before we need it"
                f" / {KEEP}"
            ),
        ),
        (
            {"prices": [a_month("29", "idea"), a_month("39", "price")]},
            (
                "Two prices for the same thing / One answer says €29 a month, another says €39 a"
                f" month. / €29 a month / €39 a month / {KEEP}"
            ),
        ),
        (
            {"people": disputed(2, 5, words=("the two of us ", "five", "five"))},
            (
                "How many work on it / “the two of us … five”: we can read this as 2 people or as 5"
                " people. Which is right? / 2 people / 5 people / Neither: leave it open"
            ),
        ),
        (
            {"traits": {"seasonal": disputed("yes", "no", words=("in winter",))}},
            (
                "Depends on the season / “in winter”: we can read this as Yes or as No. Which is"
                " right? / Yes / No / Neither: leave it open"
            ),
        ),
    ],
)
def test_a_question_says_what_does_not_fit_and_what_can_be_done(
    facts: dict[str, Any], question: str
) -> None:
    assert asked(facts) == [question]
