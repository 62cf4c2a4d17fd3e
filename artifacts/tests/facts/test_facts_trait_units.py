"""The kind of product follows from what the prices are for; nobody of the measured founders is
here.
"""

from __future__ import annotations

import pytest

from artifacts.tests.facts.test_facts_traits import traits_of

MUSTARD = {
    "idea": (
        "Mustard from seed that three farms near Melton grow for us, ground slowly between stones"
        " and left to stand for a month. Delivered to delicatessens and two pubs every second week."
    ),
    "target_user": "Delicatessens within an hour, 60 of them. Whoever runs the counter decides.",
    "price": "£3.80 a jar, £3.20 from forty jars per order. Invoice at the end of the month.",
    "constraint": "By 1 May 2027 the mill has to run. £14,000 saved. No mayonnaise, no hampers.",
}
HEDGES = {
    "idea": (
        "Wir schneiden Knicks und Wallhecken so, dass sie wieder dicht werden, mit einer kleinen"
        " Maschine, die auf den schmalen Wegen nichts zerfährt. Das Holz bleibt beim Bauern."
    ),
    "target_user": "Bauern und Gemeinden an der Schlei, ungefähr 130. Der Bauer entscheidet.",
    "price": "280 € je Hektar, mindestens 190 € je Auftrag. Anfahrt ist drin. Auf Rechnung.",
    "constraint": "Bis zum 01.10.2027 muss die Maschine da sein. 31.000 € sind gespart.",
}
BARNS = {
    "idea": (
        "Farmers have barns that stand empty in winter, and people with a boat or a caravan look"
        " for a dry place. On our web page the one who gives a corner names a price and both sides"
        " sign there."
    ),
    "target_user": "Farmers in Shropshire with a barn, and owners who have no room at home.",
    "price": "9 % of each rent, from the farmer. Listing is free. Paid by card on the web page.",
    "constraint": "£8,000. It has to be open by 1 September 2027. No insurance of our own.",
}
SWIMMING = {
    "idea": (
        "Swimming lessons for children of six to nine in the pool of a hotel, in the hours when no"
        " guest is in the water, four at a time and with a teacher who gets in with them."
    ),
    "target_user": "Parents in the valley whose school has no pool. The mother books.",
    "price": "NZ$18 per lesson, ten lessons NZ$160. Paid by card.",
    "constraint": "It has to begin on 4 February 2027. NZ$9,000 and no more. No adults.",
}
BOOKS = {
    "idea": (
        "A phone book of craftsmen for three villages, kept up to date in an app: who mends roofs,"
        " who digs wells, who comes on a Sunday, with a list of the hours at which they answer."
    ),
    "target_user": "Firms of one to five people. Customers look it up and pay nothing.",
    "price": "£6 a month per firm, on invoice.",
    "constraint": "£3,000. Open by 1 June 2027. No ratings and no adverts, names and numbers only.",
}


@pytest.mark.parametrize(
    ("told", "trait", "verdict"),
    [
        (MUSTARD, "physical_goods", "yes"),
        (MUSTARD, "on_site_service", "no"),
        (HEDGES, "physical_goods", "no"),
        (HEDGES, "on_site_service", "yes"),
        (BARNS, "two_sides", "yes"),
        (BARNS, "physical_goods", "no"),
        (SWIMMING, "physical_goods", "no"),
        (SWIMMING, "personal_data", "yes"),
    ],
)
def test_prices_tell_goods_from_services(told, trait, verdict):
    assert getattr(traits_of(told), trait).value == verdict


def test_a_customer_in_an_app_is_a_contact_and_no_personal_data():
    told = {**BOOKS, "constraint": BOOKS["constraint"].replace(", names and numbers only", "")}
    assert traits_of(told).personal_data.value == "no"


def test_going_to_people_in_any_order_of_words_is_a_service_at_their_place():
    idea = "Wir fahren mit einem kleinen Bus voller Werkzeug zu den Heimen und richten Rollstühle."
    assert traits_of({"idea": idea}).on_site_service.value == "yes"
    idea = "A dentist's chair on wheels that goes from village to village along the lake."
    assert traits_of({"idea": idea}).on_site_service.value == "yes"


def test_sides_of_a_sheet_are_no_two_sides_of_a_market():
    told = {**MUSTARD, "idea": f"{MUSTARD['idea']} The label is printed on both sides."}
    assert traits_of(told).two_sides.value == "no"


def test_who_gets_an_invoice_is_an_organisation():
    told = {**MUSTARD, "target_user": "Whoever runs a counter within an hour, 60 of them."}
    assert traits_of(told).sells_to_organisations.value == "yes"
    told["price"] = "£3.80 a jar. Families pay on invoice at the end of the month."
    assert traits_of(told).sells_to_organisations.value != "yes"


def test_swapping_ones_own_stock_brings_no_two_sides_together():
    told = {**MUSTARD, "idea": f"{MUSTARD['idea']} We swap empty jars for full ones."}
    assert traits_of(told).two_sides.value == "no"


def test_a_price_by_the_acre_alone_leaves_open_where_the_work_is_done():
    told = {"idea": "A web page on which farmers record their fields.", "price": "£2 per acre."}
    assert traits_of(told).on_site_service.value is None
    told = {**HEDGES, "price": "280 € je Hektar.", "idea": "Wir pflegen Knicks und Wallhecken."}
    assert traits_of(told).on_site_service.value is None


def test_an_invoice_to_families_is_for_no_organisation():
    told = {
        "idea": "Wir reparieren Öfen.",
        "target_user": "Familien in Kassel.",
        "price": "80 € je Ofen, per Rechnung.",
    }
    assert traits_of(told).sells_to_organisations.value is None


def test_things_for_children_are_sold_without_knowing_one():
    told = {
        "idea": "We sew jackets for children and send them by post.",
        "target_user": "Parents of small children in Bath.",
        "price": "£40 a jacket.",
    }
    assert traits_of(told).personal_data.value is None
    told["idea"] = "We teach swimming. Lessons for children only."
    told["price"] = "£9 a lesson."
    assert traits_of(told).personal_data.value == "yes"
