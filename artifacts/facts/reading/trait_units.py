"""What the prices tell of the kind of product: goods go by the kilo, a service by the hour, and a
share of what others charge is neither.
"""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading
from artifacts.facts.reading.trait_patterns import pattern
from artifacts.facts.schema import Fact, Facts, Price, Verdict

_VISITS = word_set(
    "visit visits call-out callout mile miles kilometre kilometer kilometres kilometers km trip"
    " einsatz besuch anfahrt déplacement visite rit bezoek bezoekdag visita hausbesuch"
)
_LAND = word_set("hectare hectares acre acres hektar hectárea hectáreas")
"""What is worked at the customer's, or only written down: a price by it tells neither."""
_WAY = pattern(
    "anfahrt anfahrtskosten wegpauschale voorrijkosten frais~de~déplacement déplacement"
    " travel~charge call-out~fee call-out~charge mileage desplazamiento"
)
"""What is said of the way to the customer, if only that it is free."""


def _by_visit(reading: Reading, sheet: Facts) -> Fact[Verdict] | None:
    """Return "yes" where people pay by the visit, or for the way to them."""
    for fact in sheet.prices:
        if fact.value and _units(fact.value) & _VISITS:
            return Fact(value="yes", said=fact.said, state="read")
    for told in reading.pick(("price",)):
        if match := _WAY.search(told.lower):
            return Fact(value="yes", said=(told.span(*match.span()),), state="read")
    return None


def _is_by_land(sheet: Facts) -> bool:
    return any(fact.value and _units(fact.value) & _LAND for fact in sheet.prices)


def _units(price: Price) -> set[str]:
    return {price.per.lower(), price.unit.lower()}


_MEASURED = word_set(
    "gallon gallons pint pints kilo kilos kg gram grams litre litres liter liters tonne ton sack"
    " sacks bag bags jar jars bottle bottles loaf meal meals jug jugs tin tins crate crates packet"
    "  sackerl beutel flasche glas kiste essen mahlzeit portion brot laib steige tüte"
    " zak zakken fles potje krat sac sacs pot bocal bouteille panier cagette plateau saco sacos"
    " garrafón botella frasco caja bolsa"
)
"""What goods are sold by."""
_SERVED = (
    word_set(
        "hour hours job jobs child children pupil pupils resident residents worker workers person"
        " people percent booking bookings lesson lessons ride rides test tests sample samples"
        " stunde kind schüler bewohner person probe befund buchung fahrt kurs auftrag hora heure"
        " enfant personne uur kind persoon leerling niño niña persona"
    )
    | _VISITS
    | _LAND
)
"""What a service is charged by."""
_PERIODS = word_set("month year week day once quarter season") | {""}


def _by_unit(sheet: Facts) -> Fact[Verdict] | None:
    """Return whether it is a thing by what it is charged by: by the kilo, or by the hour alone."""
    prices = [fact for fact in sheet.prices if fact.value]
    measured = next(
        (fact for fact in prices if fact.value and _units(fact.value) & _MEASURED), None
    )
    if measured:
        return Fact(value="yes", said=measured.said, state="read")
    units = {unit for fact in prices if fact.value for unit in _units(fact.value)}
    is_service = units & _SERVED and units <= _SERVED | _PERIODS
    return Fact(value="no", said=prices[0].said, state="read") if is_service else None


def with_prices(
    reading: Reading, sheet: Facts, found: dict[str, Fact[Verdict]]
) -> dict[str, Fact[Verdict]]:
    """Return the traits with what the prices tell of them."""
    if found["on_site_service"].value != "yes" and (visit := _by_visit(reading, sheet)):
        found["on_site_service"] = visit
    elif not found["on_site_service"].said and _is_by_land(sheet):
        found["on_site_service"] = Fact()
    if found["physical_goods"].value is None and (thing := _by_unit(sheet)):
        found["physical_goods"] = thing
    return _with_sides(sheet, found)


def _with_sides(sheet: Facts, found: dict[str, Fact[Verdict]]) -> dict[str, Fact[Verdict]]:
    """Return the traits where goods by weight are handed over and nothing is done at the buyer's,
    and what two sides give each other, for a share of which we are paid, is theirs.
    """
    shares = any(is_share(fact) for fact in sheet.prices)
    if found["two_sides"].value == "yes" and shares:
        # things may pass from one side to the other
        things = found["physical_goods"].value == "yes"
        theirs = Fact[Verdict](value="no", said=found["two_sides"].said, state="read")
        found["physical_goods"] = Fact() if things else theirs
        if found["on_site_service"].value is None:
            found["on_site_service"] = theirs
    goods = found["physical_goods"].value == "yes" and _by_unit(sheet) is not None
    if goods and found["on_site_service"].value is None:
        found["on_site_service"] = Fact(value="no", said=found["physical_goods"].said, state="read")
    return found


def is_share(fact: Fact[Price]) -> bool:
    return fact.value is not None and fact.value.per == "percent"
