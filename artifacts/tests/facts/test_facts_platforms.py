"""By which means people reach it, where it is named beside another or only by what is written into.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "On fait une chose pour les gens qui en ont besoin chaque semaine chez eux.",
    "es": "Hacemos una cosa para la gente que la necesita cada semana en su casa.",
    "nl": "We maken iets voor mensen die het elke week thuis nodig hebben en niet vinden.",
}


def platforms_of(language: str, **told: str) -> set[str]:
    sheet = read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))
    return {fact.value for fact in sheet.platforms if fact.value}


TOLD = """
en | constraint | sms,phone call,paper | Orders by phone or text before noon. The driver writes \
them in a ledger.
en | constraint | offline,paper | Out on the reef there is no internet, so the warden writes in \
a notebook.
en | constraint | sms,phone call,paper | They call or text us, and there is a paper book at the \
gate.
en | constraint | web | The manual has a photo or text on each page. Bookings on the website.
en | stage | , | Eleven neighbours have rung by phone since May and I sent the list by WhatsApp.
en | constraint | phone | Android app only, nobody here owns an iPhone.
en | constraint | paper | A paper order sheet at the till. I do not want any portal or app.
en | constraint | web,offline | There is a booking page, and the scanner must work in a dead spot.
en | constraint | phone call | Folks call in before nine. If a driver calls in sick I go myself.
en | constraint | , | If a driver calls in sick I go myself.
de | constraint | web | Angemeldet wird über ein Formular im Web.
de | constraint | offline | Das Gerät muss auch im Funkloch zählen.
de | first_version | email | Der Wirt mailt die Liste
de | constraint | sms,paper,offline | Die Ausleihe kommt ins Heft, kein Netz im Keller. Bestellt \
wird per SMS.
fr | constraint | sms,paper | On note tout dans un cahier, et on commande par SMS.
es | constraint | whatsapp,paper | Se anota en un cuaderno y se pide por WhatsApp.
"""


@pytest.mark.parametrize(
    ("language", "key", "expected", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_the_ways_to_reach_it_are_found(language, key, said, expected):
    assert platforms_of(language, **{key: said}) == set(filter(None, expected.split(",")))


def test_a_book_that_a_step_writes_in_is_a_way_and_a_printed_bill_is_none():
    book = "The guest signs in\nName and room go in the book"
    assert platforms_of("en", first_version=book) == {"paper"}
    assert platforms_of("en", first_version="The bill is printed on paper") == set()


def test_a_bell_that_is_rung_and_a_number_that_is_noted_are_no_calls():
    assert platforms_of("en", first_version="Rider rings the bell on the slip") == set()
    assert (
        platforms_of("en", first_version="We write a tag with name and telephone number") == set()
    )
    assert platforms_of("en", first_version="Rider rings the office") == {"phone call"}


def test_a_telephone_and_a_card_to_fill_in_are_ways_to_reach_it():
    assert platforms_of("nl", constraint="Bestellen gaat met de telefoon.") == {"phone call"}
    assert platforms_of("de", constraint="Am Tor hängen Karten zum Ausfüllen.") == {"paper"}


@pytest.mark.parametrize(
    "said",
    [
        "And don't talk to me about an app. They order on the website.",
        "Browser only, we tried an app store in 2019 and never again.",
        "No bookings in an app. They order on the website.",
    ],
)
def test_an_app_that_nobody_wants_is_none(said: str) -> None:
    assert platforms_of("en", constraint=said) == {"web"}


def test_what_nobody_books_on_is_none_in_german_either() -> None:
    said = "Keine Buchungen in einer App. Bestellt wird auf der Webseite."
    assert platforms_of("de", constraint=said) == {"web"}


def test_an_app_that_we_talk_about_is_one() -> None:
    assert platforms_of("en", constraint="They talk to us in the app.") == {"phone"}


@pytest.mark.parametrize(
    ("said", "platforms"),
    [
        ("We fit the rings and the guards in October.", set()),
        ("The owner rings and we come.", {"phone call"}),
        ("They call me up or send a check.", {"phone call"}),
        ("There's a paper tag on every neck.", {"paper"}),
        ("They pay by card through a link on the page.", {"web"}),
        ("Nothing may need the internet, the walls are a yard thick.", {"offline"}),
    ],
)
def test_a_ring_is_a_call_where_somebody_rings(said: str, platforms: set[str]) -> None:
    assert platforms_of("en", constraint=said) == platforms


def test_paper_that_only_today_s_way_names_is_none() -> None:
    idea = (
        "Im Heim hängt ein Zettel, jeder macht einen Strich. Wir haben das auf ein Tablet gebracht."
    )
    sheet = read_facts({"idea": idea, "workaround": "Zettel, Bleistift."}, today=date(2026, 11, 29))
    assert [fact.value for fact in sheet.platforms] == ["tablet"]


def test_paper_that_the_idea_brings_is_read() -> None:
    idea = "Im Heim hängt ein Tablet, und am Monatsende druckt es einen Zettel für jeden."
    sheet = read_facts({"idea": idea, "workaround": "Man rät."}, today=date(2026, 11, 29))
    assert {fact.value for fact in sheet.platforms} == {"tablet", "paper"}
