"""A stage stays open where another one competes with it, or only the form of a clause tells it."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts


def stage_of(said: str) -> str | None:
    stage = read_facts({"stage": said}, today=date(2026, 11, 29)).stage.value
    return stage.stage if stage else None


@pytest.mark.parametrize(
    "said",
    [
        "My uncle's drilled two with it and sent both reports in the old way.",
        "Three of my old council's meetings have been through it.",
        "Die Frau meines Bruders ist es mit ihr durchgegangen.",
        "Bei uns im Register seit September, vier Leute. Geht.",
        "Two lessons are filmed. Four families have sent us a cake.",
    ],
)
def test_what_may_be_one_stage_or_another_is_open(said: str) -> None:
    assert stage_of(said) is None


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        ("Nine families have been using it on Saturdays since June.", "pilot"),
        ("Our school has it in the hall.", "pilot"),
        ("Im Oktober waren wir am Bahnhof, 37 Leute, bezahlt hat es niemand.", "pilot"),
        ("I ran it over 40 old reports and it found a crack.", "prototype"),
        ("Programmiert ist nichts. Die Kolleginnen frage ich erst nach Neujahr.", "idea"),
        ("Programmiert ist nichts. Die Kolleginnen habe ich im Mai gefragt.", "talks"),
        ("Two lessons are filmed. A club has seen them.", "prototype"),
        ("Two lessons are filmed. No family has kept them.", "prototype"),
        ("Two sensors have been in our own boats since April.", "prototype"),
        ("In October we stood at the station and talked to 37 people.", "talks"),
        ("112 Zettel sind zurückgekommen, 67 mit Ja. Gefahren sind wir noch nie.", "talks"),
    ],
)
def test_what_only_one_stage_explains_is_read(said: str, stage: str) -> None:
    assert stage_of(said) == stage


@pytest.mark.parametrize(
    "said",
    [
        "One fashion house paid my father 600 in May. Nothing came to me.",
        "Ten riders paid the barn in cash, none of it to us.",
        "Mandé cinco kits a unas amigas, me pagaron sólo el envío.",
        "Vier Familien haben mitgemacht. Geld haben wir nie gesehen.",
    ],
)
def test_money_that_went_to_others_makes_no_customers(said: str) -> None:
    assert stage_of(said) == "pilot"


def test_money_that_came_to_us_makes_customers() -> None:
    assert (
        stage_of("One fashion house paid us 600 in May, nothing went to the agent.") == "customers"
    )


@pytest.mark.parametrize(
    "said",
    [
        "On my own phone since October, 26 days in the woods. Nobody else has it yet.",
        "Es läuft seit Mai auf meinem Handy, sonst hat es niemand.",
    ],
)
def test_what_nobody_else_has_is_no_pilot(said: str) -> None:
    assert stage_of(said) == "prototype"
