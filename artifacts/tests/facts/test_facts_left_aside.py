"""What is told beside a fact and is none: a credit, hours with a thing, a place that is left out,
the first of its kind that is still to come. The sentences are nobody's in the measured sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def sheet_of(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


def amounts_of(language: str, said: str) -> list[float]:
    prices = sheet_of(language, price=said).prices
    return [float(fact.value.amount) for fact in prices if fact.value]


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("de", "Eine Kanne kostet 9 €. 2 € schreiben wir gut, wenn die leere kommt.", [9]),
        ("de", "Eine Kanne 9 €, 2 € davon werden gutgeschrieben.", [9]),
        ("de", "Eine Kanne 9 €, 12 € schreiben wir auf die Rechnung.", [9, 12]),
        ("en", "£9 a can. £2 is credited when the empty one is back.", [9]),
        ("en", "£9 a can by credit card.", [9]),
        ("en", "Nobody pays a yearly fee; £9 a can.", [9]),
        ("de", "Niemand zahlt eine Jahresgebühr; 9 € je Kanne.", [9]),
    ],
)
def test_what_is_credited_is_no_price(language: str, said: str, amounts: list[float]) -> None:
    assert amounts_of(language, said) == amounts


@pytest.mark.parametrize(
    ("said", "per"),
    [
        ("$45 per home visit.", "home visit"),
        ("$20 per follow-up call.", "follow-up call"),
        ("$20 per follow-up.", "follow-up"),
        ("$45 per home.", "home"),
        ("$45 per visit and $9 per delivery.", "visit"),
    ],
)
def test_a_price_is_for_the_whole_of_a_compound(said: str, per: str) -> None:
    price = sheet_of("en", price=said).prices[0].value
    assert price is not None
    assert price.per == per


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("20 hours a week with Jo, 8 with the van.", 20),
        ("20 hours a week with Jo, 8 of them Bea.", 20),
        ("20 hours a week for me, 8 with my sister.", 28),
        ("I do 20 hours a week and Bea 8 with the van.", 28),
    ],
)
def test_hours_with_a_thing_are_part_of_the_hours_before(said: str, hours: int) -> None:
    assert sheet_of("en", team=said).hours_per_week.value == hours


@pytest.mark.parametrize(
    ("language", "said", "regions"),
    [
        ("de", "Wir fahren durch Kärnten. In die Steiermark fahren wir nicht.", ["AT-2"]),
        ("de", "Wir fahren durch Kärnten, nach Salzburg liefern wir nicht.", ["AT-2"]),
        ("de", "Wir fahren durch Kärnten, nicht in die Steiermark.", ["AT-2"]),
        ("de", "Wir fahren nicht nur durch Kärnten.", ["AT-2"]),
        ("en", "All of England, but not in Wales.", ["GB-ENG"]),
        ("en", "All of England. We do not deliver to Wales.", ["GB-ENG"]),
        ("en", "England except Wales.", ["GB-ENG"]),
        ("en", "England and not only Wales.", ["GB-ENG", "GB-WLS"]),
        ("en", "England for now, Wales can wait.", ["GB-ENG"]),
        ("en", "Only England.", ["GB-ENG"]),
        ("en", "We do not deliver outside England.", ["GB-ENG"]),
        ("en", "We don't go out of England.", ["GB-ENG"]),
        ("de", "Wir fahren nicht aus Kärnten hinaus.", ["AT-2"]),
        ("de", "Für Höfe in den Kantonen Bern, Aargau und Solothurn.", ["CH-BE", "CH-AG", "CH-SO"]),
        ("de", "Für Höfe in den Landkreisen Celle und Verden.", ["Celle", "Verden"]),
    ],
)
def test_a_place_that_is_left_out_is_no_region(
    language: str, said: str, regions: list[str]
) -> None:
    found = sheet_of(language, place=said).regions
    assert [fact.value.code or fact.value.name for fact in found if fact.value] == regions


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("en", "Two shops pay us. Nothing was rented.", "customers"),
        ("en", "Two plants signed letters of intent. Nobody has been tested.", "talks"),
        ("en", "Three flats of cousins. They paid for the putty and nothing else.", "idea"),
        ("en", "I have done it by post since Lent, 12 parcels sent, no money taken.", "pilot"),
        ("de", "Bei uns im Verein läuft seit Mai eine Liste, die Ute gebaut hat.", "pilot"),
        ("de", "Wir schreiben die erste Rechnung im Mai.", None),
        ("de", "Die erste Rechnung haben wir im Mai geschrieben.", "customers"),
        ("en", "The first invoice goes out in May.", None),
        ("en", "The first invoice went out in May.", "customers"),
        ("en", "We wrote our first invoice in May.", "customers"),
        ("en", "We won our first paying customer in March.", "customers"),
        ("de", "Wir schrieben im Mai die erste Rechnung.", "customers"),
        ("en", "We have talked to six growers. The first invoice goes out in May.", "talks"),
    ],
)
def test_the_first_of_its_kind_to_come_is_no_stage(
    language: str, said: str, stage: str | None
) -> None:
    reached = sheet_of(language, stage=said).stage.value
    assert (reached.stage if reached else None) == stage


@pytest.mark.parametrize(
    ("language", "said", "law"),
    [
        ("en", "All helpers need Garda vetting.", "Garda vetting"),
        ("en", "Drivers have police vetting.", "police vetting"),
        ("en", "AccessNI check for all.", "AccessNI check"),
        ("en", "They need a vulnerable sector check.", "vulnerable sector check"),
        ("en", "The hall wants a baseline security clearance.", "security clearance"),
        ("en", "CASL applies to our texts.", "CASL"),
        ("en", "PECR applies to our texts.", "PECR"),
        ("en", "Our mails keep to CAN-SPAM.", "CAN-SPAM"),
        ("en", "Every tree needs a plant passport.", "plant passport"),
        ("de", "Jeder Baum braucht einen Pflanzenpass.", "Pflanzenpass"),
        ("de", "Jedes Pony hat einen Equidenpass.", "Equidenpass"),
    ],
)
def test_vetting_passports_and_acts_on_messages_are_laws(
    language: str, said: str, law: str
) -> None:
    assert [fact.value for fact in sheet_of(language, constraint=said).laws] == [law]


@pytest.mark.parametrize(
    ("language", "said"),
    [("de", "Der Kompass hilft auf dem Reisepass nicht."), ("en", "We check their clearance.")],
)
def test_other_passes_and_clearances_are_none(language: str, said: str) -> None:
    assert not sheet_of(language, constraint=said).laws


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "No wifi in the barn."), ("de", "Im Stall gibt es kein WLAN. Kein Strom auf der Alm.")],
)
def test_what_a_place_lacks_is_not_left_out(language: str, said: str) -> None:
    assert sheet_of(language, constraint=said).left_out == ()
