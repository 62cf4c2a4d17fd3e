"""Limits, tests and ways to reach it; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "es": "Hacemos una cosa para la gente que la necesita y la usa cada semana en su casa.",
}


def read(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "The kitchen has to be inspected by the 9th of June 2027.", "2027-06-09"),
        ("en", "We open on 4 May 2027.", "2027-05-04"),
        ("en", "First sailing is 12 July 2027.", "2027-07-12"),
        ("en", "Not later than 30 September 2027 the shelves are up.", "2027-09-30"),
        ("en", "Number one comes out on 5 March 2027, a Friday.", "2027-03-05"),
        ("de", "Am 5. März 2027 erscheint das erste Heft.", "2027-03-05"),
        ("en", "My lease runs since 1 March 2025.", None),
        ("en", "The grant was paid on 2 February 2026.", None),
        ("en", "By the end of April 2027 the boat must float.", "2027-04-30"),
        ("de", "Am 2. August 2027 soll die erste Fahrt sein.", "2027-08-02"),
        ("de", "Spätestens zum 15.11.2027 muss alles stehen.", "2027-11-15"),
        ("de", "Wir fangen am 03.04.2027 an.", "2027-04-03"),
        ("de", "Der Antrag ging am 1. Mai 2026 raus.", None),
    ],
)
def test_the_day_it_has_to_be_ready_by(language, said, day):
    value = read(language, constraint=said).deadline.value
    assert (value.isoformat() if value else None) == day


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("en", "From signing it may take 20 weeks until the doors open.", 20),
        ("en", "The first box goes out no later than 18 weeks after the start.", 18),
        ("en", "Sixteen weeks from the go-ahead to the first customer.", 16),
        ("de", "Spätestens nach 28 Wochen sollen die ersten zehn stehen.", 28),
        ("en", "I was away for 14 weeks.", None),
        ("en", "The permit takes 9 weeks.", None),
        ("de", "Vom Startschuss bis zur ersten Lieferung dürfen es 22 Wochen sein.", 22),
        ("de", "Innerhalb von 16 Wochen muss der erste Wagen rollen.", 16),
        ("de", "Die Lieferzeit sind 6 Wochen.", None),
    ],
)
def test_a_span_with_two_ends_is_the_limit(language, said, weeks):
    assert read(language, constraint=said).duration_weeks.value == weeks


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("en", "Nine bakeries for 8 weeks. Good if six of the nine go on.", 8),
        ("en", "The first four markets, all within 6 weeks. We go on if three pay.", 6),
        ("en", "From 3 May to 14 June 2027 with 12 boats.", 6),
        ("de", "Acht Familien, zehn Wochen lang. Gut, wenn sechs bleiben.", 10),
    ],
)
def test_how_long_the_test_is(language, said, weeks):
    test = read(language, validation=said).test.value
    assert test is not None
    assert test.weeks == weeks


@pytest.mark.parametrize(
    ("language", "answer", "said", "platforms"),
    [
        (
            "en",
            "constraint",
            "People write to us on WhatsApp, and there is a web page.",
            ["web", "whatsapp"],
        ),
        ("en", "constraint", "Orders come by text message. No app, no website.", ["sms"]),
        (
            "en",
            "idea",
            "An app for the tablet in the cab that shows which field is next.",
            ["tablet"],
        ),
        ("en", "idea", "Recipes on cards for the pantry, on paper only.", ["paper"]),
        ("en", "constraint", "They book by phone call or e-mail.", ["email", "phone call"]),
        (
            "de",
            "constraint",
            "Anmelden kann man sich telefonisch, eine App gibt es nicht.",
            ["phone call"],
        ),
        ("en", "constraint", "People order by ringing us before noon.", ["phone call"]),
        ("en", "first_version", "The mill orders by email before Thursday", ["email"]),
        ("en", "first_version", "The mill gets an email once the sack is full", []),
        ("de", "idea", "Eine Webseite, auf der man im Dorf Werkzeug findet.", ["web"]),
        ("de", "idea", "Der Fahrplan steht im Netz. Eine App will bei uns niemand.", ["web"]),
        ("de", "stage", "Bestellt wird bisher über unser Telefon und mein Handy.", []),
        ("de", "constraint", "Bestellt wird per SMS, bezahlt bar.", ["sms"]),
        (
            "de",
            "constraint",
            "Es muss im Keller ohne Netz laufen, auf dem Handy.",
            ["offline", "phone"],
        ),
        (
            "en",
            "constraint",
            "It has to run on the phone in the forest where there is no coverage.",
            ["offline", "phone"],
        ),
    ],
)
def test_how_people_reach_it(language, answer, said, platforms):
    facts = read(language, **{answer: said})
    assert sorted(fact.value or "" for fact in facts.platforms) == platforms


def test_what_two_answers_name_by_the_way_is_a_platform():
    once = read("en", stage="They get an email before we come.")
    both = read("en", stage="They get an email before we come.", first_version="We email the list")
    assert [fact.value for fact in once.platforms] == []
    assert [fact.value for fact in both.platforms] == ["email"]


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        (
            "en",
            "The ferry sails on 4 May 2027. The fund's €9,000 must be spent by 31 August 2027.",
            "2027-05-04",
        ),
        ("en", "The grant has to be receipted by 31 August 2027.", "2027-08-31"),
        (
            "de",
            "Wir öffnen am 3. April 2027. 8.000 € sind vom Land, bis zum 31.10.2027 auszugeben.",
            "2027-04-03",
        ),
        (
            "es",
            "Tenemos que abrir el 2 de mayo de 2027; hay que rendirlo antes del 3 de junio.",
            "2027-05-02",
        ),
    ],
)
def test_a_day_by_which_money_is_spent_is_the_limit_only_alone(language, said, day):
    told = {"idea": IDEAS[language], "constraint": said}
    assert str(read_facts(told, today=date(2026, 11, 29)).deadline.value) == day


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("en", "From the signature to the first ten looms we get 22 weeks.", 22),
        ("de", "Vom Bescheid bis zum ersten Ofen bekommen wir 18 Wochen.", 18),
        ("en", "We get 12 weeks of rain a year.", None),
    ],
)
def test_what_somebody_gets_between_two_ends_is_the_limit(language, said, weeks):
    told = {"idea": IDEAS[language], "constraint": said}
    assert read_facts(told, today=date(2026, 11, 29)).duration_weeks.value == weeks


def test_none_of_so_many_is_no_number_that_has_to_pass():
    said = "Vier Chöre, acht Wochen. Gut, wenn die Hälfte da ist und keiner der vier abspringt."
    test = read("de", validation=said).test.value
    assert test
    assert (test.participants, test.pass_number) == (4, None)
