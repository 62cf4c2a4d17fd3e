"""The kind of product follows from the whole sheet; nobody of the measured founders is here."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Traits

KNIVES = {
    "idea": (
        "I sharpen kitchen knives and garden shears at the door in Perth, out of a van with two"
        " wheels and a strop. You hand them over, wait ten minutes and get them back sharp."
    ),
    "target_user": "Households and a few keen cooks, about 900 in four suburbs.",
    "price": "A$9 a knife, A$14 a pair of shears. Card or cash at the door.",
    "constraint": "By 1 April 2027 the van must be fitted. A$12,000 saved.",
}
LETTERS = {
    "idea": (
        "A web page where a letting agency uploads the report of a flat inspection and gets a tidy"
        " letter to the tenant, drafted by a language model in plain words."
    ),
    "target_user": "Letting agencies in Leeds with up to 300 flats. The agency pays.",
    "price": "£49 a month per agency, on invoice.",
    "constraint": "GDPR, since names and addresses are in the reports. £6,000. Nothing legal.",
    "validation": "Four agencies for 8 weeks. Three of four keep it.",
}
DOUGH = {
    "idea": (
        "Ein Sensor für Bäckereien, der im Gärschrank die Feuchte misst und eine SMS schickt, wenn"
        " der Teig zu trocken wird. Für Bäckereien im Allgäu, mit einem bis fünf Schränken."
    ),
    "target_user": "Bäckereien, 70 davon kennen wir. Der Meister zahlt.",
    "price": "189 € einmalig je Sensor, dazu 4 € im Monat. Auf Rechnung.",
    "constraint": "Der Funk muss der Funkanlagenrichtlinie genügen. 21.000 € bis zum 01.07.2027.",
    "validation": "Fünf Bäckereien, acht Wochen. Gut, wenn drei von ihnen das Gerät behalten.",
}
FORESTERS = {
    "idea": (
        "A phone app for foresters in Småland that measures a pile of logs from one photo, deep in"
        " the woods where there is no signal."
    ),
    "target_user": "Sawmills and forest cooperatives. The cooperative pays, the forester uses it.",
    "price": "€35 a month per forester, invoiced every quarter.",
    "constraint": "€16,000. It has to run by 1 September 2027. No transport planning.",
    "validation": "Three sawmills for 9 weeks. We go on if two of the three sign for a year.",
}


def traits_of(told: dict[str, str]) -> Traits:
    return read_facts(told, today=date(2026, 11, 29)).traits


@pytest.mark.parametrize(
    ("told", "trait", "verdict"),
    [
        (KNIVES, "takes_payments", "yes"),
        (KNIVES, "on_site_service", "yes"),
        (KNIVES, "ai_output", "no"),
        (KNIVES, "children", "no"),
        (LETTERS, "takes_payments", "no"),
        (LETTERS, "personal_data", "yes"),
        (LETTERS, "ai_output", "yes"),
        (LETTERS, "needs_permit", "no"),
        (LETTERS, "sells_to_organisations", "yes"),
        (LETTERS, "seasonal", None),
        (DOUGH, "hardware", "yes"),
        (DOUGH, "physical_goods", "yes"),
        (DOUGH, "needs_permit", "yes"),
        (DOUGH, "sells_to_organisations", "yes"),
        (DOUGH, "works_offline", "no"),
        (DOUGH, "two_sides", "no"),
        (FORESTERS, "works_offline", "yes"),
        (FORESTERS, "physical_goods", "no"),
        (FORESTERS, "on_site_service", "no"),
        (FORESTERS, "health_data", "no"),
    ],
)
def test_the_whole_sheet_decides(told, trait, verdict):
    assert getattr(traits_of(told), trait).value == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({"target_user": "Growers who need it every spring."}, "yes"),
        ({"constraint": "The fairs start in May and are over by September."}, "yes"),
        ({"price": "£9 a week, only from April to October."}, "yes"),
        ({"stage": "Since last summer three of them hang in my barn."}, None),
        ({"constraint": "Half the money comes in May and half in September, £4,000 each."}, None),
    ],
)
def test_seasons_count_where_they_tell_the_use(said, verdict):
    assert traits_of(LETTERS | said).seasonal.value == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("The tenants pay us themselves, out of pocket.", "no"),
        ("Families, each family pays.", "no"),
        ("Two museums pay for it.", "yes"),
        ("The gym never pays, the climber pays.", None),
    ],
)
def test_who_pays_tells_whether_organisations_do(said, verdict):
    told = KNIVES | {"target_user": said}
    assert traits_of(told).sells_to_organisations.value == verdict


@pytest.mark.parametrize(
    ("told", "trait", "verdict"),
    [
        # a price that private people pay, nobody knows how
        ({"target_user": "Families in four suburbs.", "price": "A$9 a knife."}, None, None),
        # two words that stand apart
        (
            {"idea": "We bring farmers in Exmoor with spare barns and vans without one together."},
            "two_sides",
            "yes",
        ),
        # a share of what others charge
        ({"price": "12 % of each hire, the rest is the owner's."}, "two_sides", None),
        # things that only the work is done with
        (
            {
                "idea": "I tell old stories in care homes, with soap and tram tickets in my hands.",
                "price": "A$65 an afternoon.",
            },
            "physical_goods",
            None,
        ),
        # a licence that a driver has
        ({"constraint": "Two of us drive, both with a D1 on the licence."}, "needs_permit", None),
        ({"constraint": "The van has to be approved by the council."}, "needs_permit", "yes"),
        (
            {"target_user": "People in old houses. Also four campsites."},
            "sells_to_organisations",
            "yes",
        ),
        ({"target_user": "Commuters and their bicycles."}, "sells_to_organisations", "no"),
        # somebody pays who may be an organisation
        (
            {"target_user": "Widowers with a garden. The foundry pays for its pensioners."},
            "sells_to_organisations",
            None,
        ),
        # schools are counted, and others pay
        (
            {"target_user": "Families near 40 schools. It is the parents who pay."},
            "sells_to_organisations",
            "no",
        ),
        # trades that are run as a business
        ({"target_user": "Florists with a cold room."}, "sells_to_organisations", "yes"),
        # money that is lent or approved
        ({"constraint": "The bank lends us £9,000."}, "depends_on_partner", "no"),
        ({"constraint": "£4,000 is a grant that has been approved."}, "needs_permit", "no"),
        # a consent of the council, which is none to keep data
        ({"constraint": "The council asks for a street trading consent."}, "needs_permit", "yes"),
        ({"constraint": "The council asks for a planning consent."}, "personal_data", "no"),
        # ages and illnesses hint at children and at health
        ({"target_user": "Apprentices, some of them under 18."}, "children", None),
        ({"constraint": "They tell us about epilepsy."}, "health_data", None),
        # a month of last year is no season
        ({"problem": "In March a knife slipped and the shop closed."}, "seasonal", None),
    ],
)
def test_a_trait_is_open_where_words_only_hint(told, trait, verdict):
    trait = trait or "takes_payments"
    assert getattr(traits_of(KNIVES | told), trait).value == verdict


def test_what_we_make_ourselves_is_a_thing_in_every_language():
    told = {
        "idea": "Nous cousons des nappes et des sacs à pain dans un atelier à Dole, en lin.",
        "price": "26 € la nappe, par carte.",
    }
    assert traits_of(told).physical_goods.value == "yes"


def test_cash_behind_a_price_is_a_payment():
    told = DOUGH | {"price": "Am Stand verlangen wir 9 €, bar."}
    assert traits_of(told).takes_payments.value == "yes"
