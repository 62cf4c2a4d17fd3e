"""What founders of small trades stumble over: countries in a list of towns, prices that nobody
called single, devices where there is a notebook. The founders are nobody in the measured sets.
"""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.tests.support.stove_loan import ENGLISH, GERMAN, documents
from artifacts.text import sentences


def titles(written: dict[str, Any], section: str) -> list[str]:
    return [risk["title"] for risk in written["risk_log"][section]]


def test_a_country_stands_behind_the_towns_that_lie_in_it():
    idea = "We lend wood stoves to families in Mpika and Serenje districts, Zambia, for a winter."
    offer = documents(ENGLISH, idea=idea)["brief"]["value_proposition"]
    assert "We offer it in Mpika and Serenje, Zambia." in offer


def test_a_price_of_which_nobody_says_what_it_is_per_is_quoted():
    told = "$18 a log and $25 if it is oak."
    offer = documents(ENGLISH, price=told)["brief"]["value_proposition"]
    assert "“$18 a log and $25 if it is oak”" in offer
    assert "once" not in offer


def test_what_others_do_is_not_what_we_offer():
    idea = (
        "Die Vereine im Tal bauen alle denselben Ofen und werfen ihn im Mai weg. Wir verleihen Öfen"
        " für einen Winter."
    )
    written = documents(GERMAN, idea=idea, first_version="")
    assert "„Wir verleihen Öfen" in written["brief"]["value_proposition"]
    names = [feature["name"] for feature in written["mvp_scope"]["core_features"]]
    assert names == ["Wir verleihen Öfen für einen Winter"]


def test_a_sentence_that_only_says_when_is_no_step():
    idea = "Wir bringen jedem Haus ein Bündel Holz. Alle zehn Tage, immer am gleichen Wochentag."
    written = documents(GERMAN, idea=idea, first_version="")
    names = [feature["name"] for feature in written["mvp_scope"]["core_features"]]
    assert names == ["Wir bringen jedem Haus ein Bündel Holz"]


def test_a_notebook_is_no_device_that_loses_its_entries():
    told = "No internet up there, so the warden writes in a notebook. By 1 October 2027."
    written = documents(ENGLISH, constraint=told)
    assert not any("entry is lost" in title for title in titles(written, "technical_risks"))
    assert "offline" not in written["mvp_scope"]["technical_architecture"]
    assert any("without a connection" in line for line in _differences(written))


def _differences(written: dict[str, Any]) -> list[str]:
    return [str(line) for line in written["brief"]["differentiation_points"]]


def test_children_whom_nobody_registers_are_a_risk_of_their_own():
    told = "Children 8 to 12, about 300 in four schools. Parents pay."
    written = documents(ENGLISH, target_user=told)
    assert "Something happens to a child in our care" in titles(written, "technical_risks")


def test_what_must_hold_is_quoted_before_what_is_only_so():
    told = (
        "Bis zum 1. Oktober 2027. Meine Tante gibt 9 Stunden in der Woche, ich 20. Die Öfen sind"
        " grün. Jeder Ofen muss auf Stein stehen, Norm 1620."
    )
    said = documents(GERMAN, constraint=told)["brief"]["key_constraint"]
    assert "„Jeder Ofen muss auf Stein stehen, Norm 1620“" in said


def test_a_number_at_the_end_of_a_list_ends_its_sentence():
    told = "I sweep, 30 hours a week, my son drives, 14. Registration with the Council. No coal."
    assert "my son drives, 14." in sentences(told)[0]
    assert len(sentences(told)) == 3
    assert len(sentences("Am Freitag, 14. Mai ist offen, am Samstag, 3. Juli auch.")) == 1


@pytest.mark.parametrize(
    ("told", "weeks_after"),
    [
        ("We have 24 weeks until the first delivery.", 0),
        ("From the order to the first stove we have 24 weeks.", 0),
        ("We have 24 weeks until the first test.", 6),
        ("24 weeks is all we have.", 6),
    ],
)
def test_weeks_until_the_first_of_something_end_before_the_test(told, weeks_after):
    written = documents(ENGLISH, constraint=told, validation="Six families, six weeks.")
    *built, _test = [m["estimated_weeks"] for m in written["milestones"]["milestones"]]
    assert sum(built) == 24 - weeks_after
