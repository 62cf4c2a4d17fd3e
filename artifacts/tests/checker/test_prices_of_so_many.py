"""Prices for so many, for a time, for any number, from a least number, and those of others."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

GAS = {
    "idea": "A gas engineer comes along the towpath to people living on narrowboats.",
    "price": "£85 for a check, and £60 each when three boats book together. Repairs are £52 an"
    " hour. An agency in London quoted £140 a check.",
}
FILMS = {
    "idea": "Short films in British Sign Language for small museums in Northumberland.",
    "price": "£240 a film. Five films is the smallest order. An agency in London quoted £780.",
}
CELLAR = {
    "idea": "Ein Kellerbuch fürs Handy, für kleine Weinbauern im Kamptal.",
    "price": "12 € im Monat, egal wie viele Fässer einer hat.",
}
CASES = {
    "idea": "Unser Museumsverein packt alte Dinge in Koffer und verleiht sie an Pflegeheime.",
    "price": "54 € für zwei Wochen, hinbringen und holen ist dabei. Das Heim zahlt.",
}
CARE = {
    "idea": "Wir kommen zu Leuten mit Pflegegrad nach Hause und nehmen der Familie etwas ab.",
    "price": "32,75 € die Stunde, was darüber geht, zahlt die Familie selbst. Der Pflegedienst"
    " nimmt 41 €.",
}
SHEEP = {
    "idea": "Shearing for people with three to forty sheep, whom no gang will come out for.",
    "price": "$16 a sheep, but at least $90 a stop.",
}
STAVES = {
    "idea": "Un atelier qui rabote les barriques fatiguées et les rend au vigneron.",
    "price": "210 € la barrique, 185 € pièce à partir de vingt.",
}
SWIM = {
    "idea": "Unser Verein stellt ein Becken in Dörfern auf, und die Kinder lernen schwimmen.",
    "target_user": "Den Kurs am Nachmittag zahlen die Eltern.",
    "price": "75 € je Kind.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


PRICES = {
    "payer_differs",
    "price_beyond_limit",
    "price_condition_dropped",
    "price_terms_differ",
    "price_of_another_case",
}


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (GAS, "Three boats share one call-out and pay £85 between them."),
        (FILMS, "A museum can begin with a single film for £240."),
        (FILMS, "A museum pays £780 for an order of five films."),
        (CELLAR, "Bis zehn Fässer kostet es 12 € im Monat, darüber 24 €."),
        (CASES, "Für 54 € bleibt der Koffer einen ganzen Monat im Heim."),
        (CARE, "Stunden, die darüber gehen, kosten die Familie 41 €."),
        (SHEEP, "Somebody with four sheep pays $64 and has them done before lunch."),
        (STAVES, "Un domaine qui confie douze barriques les paie 185 € pièce."),
        (SWIM, "Für die Eltern kostet der Kurs nichts."),
    ],
)
def test_another_price_is_found(told: dict[str, str], text: str) -> None:
    assert PRICES & rules_on(project(told), "brief.value_proposition", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (GAS, "Three boats that book together pay £60 each."),
        (GAS, "Three boats that book together pay £180 in all."),
        (FILMS, "A museum begins with five films for £1,200."),
        (FILMS, "An agency in London takes £780 a film."),
        (CELLAR, "Ein Betrieb mit zehn Fässern zahlt 12 € im Monat."),
        (CASES, "Für 54 € bleibt der Koffer zwei Wochen im Heim."),
        (CASES, "Für 54 € bleibt der Koffer vierzehn Tage im Heim."),
        (CARE, "Beim Pflegedienst zahlt eine Familie 41 € die Stunde."),
        (SHEEP, "Somebody with six sheep pays $96."),
        (STAVES, "Un domaine qui confie vingt barriques les paie 185 € pièce."),
        (SWIM, "Die Eltern zahlen 75 € je Kind."),
    ],
)
def test_our_price_is_none(told: dict[str, str], text: str) -> None:
    assert not PRICES & rules_on(project(told), "brief.value_proposition", text)
