"""Traits that words only hint at, decided by the other traits and by the rest of the sheet."""

from datetime import date
from typing import Any

import pytest

from artifacts.facts.reading import read_facts

FILLING = (
    "We have thought about this for three years and talked it over with everybody in the street,"
    " and so far nobody has shown us why it should not be done in the way that is written here,"
    " by the two of us, with what we have and with what we know, one step after the other and"
    " without any hurry, for as long as it takes us to get it right."
)

GERMAN_FILLING = (
    "Wir haben drei Jahre darüber nachgedacht und mit allen in der Straße geredet, und bis jetzt"
    " hat uns keiner gezeigt, warum es nicht so gehen soll, wie es hier steht, zu zweit, mit dem,"
    " was da ist, und mit dem, was wir können, eins nach dem anderen und ohne Eile, so lange, bis"
    " es richtig ist und bis wir selber damit zufrieden sind."
)


def read_trait(trait: str, told: dict[str, str], filling: str = FILLING) -> Any:
    told = {"problem": filling} | told
    return getattr(read_facts(told, today=date(2026, 11, 29)).traits, trait).value


@pytest.mark.parametrize(
    ("trait", "verdict", "told"),
    [
        # what is sold and not done at the buyer's is a thing
        ("physical_goods", "yes", {"idea": "We collect old coats and sell them on."}),
        # who comes to people and sells nothing works on what they have
        ("physical_goods", "no", {"idea": "We come to their home and sharpen the knives."}),
        (
            "physical_goods",
            None,
            {"idea": "We come to their home, sharpen the knives and sell new ones."},
        ),
        # goods are sent, and a screen comes to nobody
        ("on_site_service", "no", {"idea": "We sell honey at the market.", "price": "£6 a jar."}),
        ("on_site_service", "no", {"idea": "A web page with lessons for gardeners."}),
        ("on_site_service", "yes", {"idea": "I clean the gutters of old houses with a van."}),
        # two words of a device where it is told what it does
        (
            "hardware",
            "yes",
            {"idea": "A box that lies in the cellar.", "first_version": "It measures the water."},
        ),
        ("hardware", "no", {"idea": "A choir for everybody.", "constraint": "No solar panels."}),
        # people in passing, and people it is about
        ("children", "no", {"idea": "A quiet café.", "price": "£2 for a child, £4 otherwise."}),
        ("children", None, {"idea": "A quiet café.", "target_user": "Pupils, or so we hope."}),
        (
            "personal_data",
            "yes",
            {"idea": "A calendar for singers of a choir.", "first_version": "A singer says no."},
        ),
        ("personal_data", "no", {"idea": "A quiet café.", "target_user": "Members of a club."}),
        # who helps is looked into, and a law that only applies or says how it is done
        ("needs_permit", None, {"constraint": "Everybody who helps has to be vetted first."}),
        ("needs_permit", None, {"constraint": "The Ferries Act 1982 applies."}),
        ("needs_permit", "no", {"constraint": "The Ferries Act 1982 says what we may not move."}),
    ],
)
def test_what_words_only_hint_at_is_decided_by_the_rest(trait, verdict, told):
    assert read_trait(trait, told) == verdict


@pytest.mark.parametrize(
    ("trait", "told"),
    [
        # those of whom another sentence says that they pay nothing
        (
            "sells_to_organisations",
            {"target_user": "Climbers. There are 38 gyms; the gym never pays, the climber does."},
        ),
        # a number of many in front of one belongs to the noun behind it
        ("sells_to_organisations", {"target_user": "130 names out of two church bulletins."}),
        ("takes_payments", {"target_user": "The family uses it once and pays nothing to us."}),
    ],
)
def test_who_pays_nothing_is_no_payer(trait, told):
    assert read_trait(trait, {"idea": "A quiet café."} | told) != "yes"


def test_things_may_pass_between_two_sides_for_a_share():
    told = {
        "idea": "We bring the two together: societies with costumes and those who need them.",
        "price": "12 % of each hire.",
    }
    assert read_trait("physical_goods", told) is None
    assert read_trait("on_site_service", told) == "no"


def test_who_fetches_goods_serves_nobody_at_home():
    told = {"idea": "Wir gießen Kerzen und verkaufen sie. Der Vater holt die Kiste ab."}
    assert read_trait("on_site_service", told, GERMAN_FILLING) is None
    assert read_trait("children", told, GERMAN_FILLING) == "no"
