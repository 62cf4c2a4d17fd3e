"""Places that are told of others, or to say that it is not offered there, are no regions."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

KENT = "We look after gardens in Kent."
TIROL = "Wir pflegen Gärten in Tirol."


def regions(idea: str, said: str) -> list[str]:
    sheet = read_facts({"idea": idea, "target_user": said}, today=date(2026, 11, 29))
    return [fact.value.name for fact in sheet.regions if fact.value]


@pytest.mark.parametrize(
    "said",
    [
        "Owners of gardens. We do not go to Wales.",
        "Wales is not served by us.",
        "Owners of gardens; Scotland is too far.",
        "We leave Scotland to others.",
        "In Wales we do nothing.",
        "Wales we don't serve.",
        "Nothing in Wales.",
        "No deliveries to Wales.",
        "Owners, a few in London later, but not now.",
        "People from Sydney who only come at weekends.",
        "Many from Chicago.",
        "The lab in Bristol tests the soil.",
        "We send the soil to a laboratory in Bristol.",
        "The soil goes to Bristol, to the lab.",
        "Our supplier is in Bristol.",
    ],
)
def test_a_place_of_others_is_no_region(said):
    assert regions(KENT, said) == ["Kent"]


@pytest.mark.parametrize(
    "said",
    [
        "Gartenbesitzer. In die Steiermark fahren wir nicht.",
        "Wien ist uns zu weit.",
        "In Wien machen wir nichts.",
        "In Wien gibt es uns nicht.",
        "Nach Wien wird nicht geliefert.",
        "Keine Fahrten nach Wien.",
        "In Wien später vielleicht.",
        "Das Labor in Linz prüft die Erde.",
        "Die Erde geht nach Linz ins Labor.",
        "Das Labor sitzt in Linz.",
        "Unser Lieferant sitzt in Wien.",
        "Viele aus Wien.",
    ],
)
def test_a_german_place_of_others_is_no_region(said):
    assert regions(TIROL, said) == ["Tirol"]


@pytest.mark.parametrize(
    ("idea", "said", "names"),
    [
        ("We run a lab in Bristol.", "Growers.", ["Bristol"]),
        ("A service for every factory in Leeds.", "Engineers.", ["Leeds"]),
        (KENT, "In Surrey we start a year later than our rivals.", ["Kent", "Surrey"]),
        (KENT, "Owners in Surrey.\nWales is not served.", ["Kent", "Surrey"]),
        (TIROL, "Wien kommt dazu, wir fahren nicht weiter.", ["Tirol", "Wien"]),
        ("Haulers around Lexington, Kentucky drive home empty more often than not.", "They pay.",
         ["Lexington", "Kentucky"]),
    ],
)  # fmt: skip
def test_a_place_of_ours_stays(idea, said, names):
    assert regions(idea, said) == names


def test_where_many_come_from_is_not_where_it_is_offered():
    idea = "Automaten mit Würmern an der Mecklenburgischen Seenplatte."
    assert regions(idea, "Angler, viele aus Berlin.") == ["Mecklenburgischen Seenplatte"]
    assert regions("Automaten mit Würmern.", "Angler, viele aus Berlin.") == []


def test_the_first_word_of_a_line_is_no_place():
    lines = "The member logs in\nThe list opens\nShe logs on\nThe Shift is shown\nTurn around\nA"
    assert regions(KENT, lines) == ["Kent"]


def test_the_full_stop_of_a_saint_ends_no_name():
    assert regions("Wir lehren in St. Gallen.", "Kinder.") == ["St. Gallen"]
    assert regions("We saw beams in St. Johns.", "Owners.") == ["St. Johns"]
    assert regions("Nothing ends up in the Firth at Largs.", "Owners.") == ["Largs"]
