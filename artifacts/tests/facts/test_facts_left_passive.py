"""What is left out in the passive, or by a verb other than "do"."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts
from artifacts.tests.facts.test_facts_left_out import left_out


@pytest.mark.parametrize(
    "said",
    [
        "Saniert wird von uns nicht",
        "Namen ritz ich keine ein",
        "Autos repariere ich keine",
        "Gestrichen und tapeziert wird bei uns nicht",
        "Verkauft wird nichts",
        "Repariert werden Geräte nicht",
        "Möbel werden nicht ausgeliefert",
        "Hunde werden von uns nicht mitgenommen",
        "Es wird nichts verschickt",
        "Auf Kurse wird verzichtet",
        "Wir verzichten erst einmal auf Kurse",
        "Kurse entfallen",
        "Ein Versand ist nicht vorgesehen",
        "Außen vor bleiben Kurse",
        "Auf dem Dach bleiben die Kamine außen vor",
        "Nothing is delivered",
        "Roofs are not cleaned",
        "Cooking is not done by us",
        "We skip courses",
        "We are giving courses a miss",
    ],
)
def test_what_is_not_done_is_left_out(said):
    assert left_out(f"Bis Mai muss es stehen. {said}, das ist klar.") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Bezahlt wird nichts.",
        "Vor Mai wird nichts geliefert.",
        "Geliefert wird nicht vor acht.",
        "Die Hütte wird nicht fertig.",
        "Der Antrag wird nicht bewilligt.",
        "Damit werden wir nicht fertig.",
        "Der Urlaub entfällt.",
        "Auf den Laden können wir nicht verzichten.",
        "The grant is not taken for granted.",
        "It is not done before May.",
    ],
)
def test_what_only_does_not_happen_is_not_left_out(said):
    assert left_out(said) == []


def read(said: str) -> Facts:
    idea = "We lend tools to people in Leeds."
    return read_facts({"idea": idea, "constraint": said}, today=date(2026, 11, 29))


def test_a_platform_that_is_left_out_is_no_way_to_reach_us():
    sheet = read("It runs on the web. We forgo an app.")
    assert [fact.value for fact in sheet.platforms] == ["web"]
