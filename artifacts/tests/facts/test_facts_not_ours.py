"""What belongs to somebody or something else: hours inside of others, a place where another comes
from, years before the product, what is left out.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour des gens qui en ont besoin chaque semaine à la maison.",
}


def read(language: str, **told: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **told}, today=date(2026, 11, 29))


@pytest.mark.parametrize(
    ("language", "said", "hours"),
    [
        ("de", "Wir sind zu zweit, zusammen 20 Stunden die Woche, davon macht sie 3.", 20),
        ("en", "Two of us, 20 hours a week, of which she does 5.", 20),
        ("fr", "Nous sommes deux, 20 heures par semaine, dont elle fait 5.", 20),
        ("en", "I give 20 hours a week and she does 5.", 25),
    ],
)
def test_hours_inside_of_others_are_not_added(language, said, hours):
    facts = read(language, team=said)
    assert facts.hours_per_week.value == hours
    assert facts.people.value == 2


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Shearers around Ludlow, nobody waits for the man from Hereford.", ["Ludlow"]),
        ("Shearers around Ludlow, where the only vet from Hereford calls.", ["Ludlow"]),
        ("Families from Hereford with a garden.", ["Hereford"]),
    ],
)
def test_a_place_where_somebody_else_is_from_is_no_region(said, names):
    found = read("en", target_user=said).regions
    assert [fact.value.name for fact in found if fact.value] == names


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("en", "I led a choir for 10 years.", None),
        ("en", "I sold cars for 20 years. Nothing is built.", "idea"),
        ("en", "I repaired boats for 8 years. Four neighbours said yes.", "talks"),
        ("de", "Ich habe 20 Jahre lang Autos verkauft. Gebaut ist noch nichts.", "idea"),
        ("de", "Acht Jahre habe ich einen Chor geleitet. Es gibt nur Skizzen.", "idea"),
        ("en", "We have sold hives for 6 years to 40 keepers.", "customers"),
        ("en", "Over four years 60 guests paid us £5 each.", "customers"),
        ("en", "We looked at a screen in the shop.", None),
        ("en", "For six weeks nine keepers used the hives at no charge.", "pilot"),
        ("en", "Two hotels are billed since June.", "customers"),
        ("en", "We did it for a year on Saturdays, £6,000 came in.", "customers"),
        ("en", "A grant of £6,000 came in. Nothing is built.", "idea"),
        ("en", "I own the van and two drills. That is all.", "idea"),
        ("en", "Nine lessons are recorded, and the class has listened to them.", "prototype"),
        ("en", "60 pounds of it last summer, all given away.", "prototype"),
    ],
)
def test_only_what_was_done_with_it_is_its_stage(language, said, stage):
    value = read(language, stage=said).stage.value
    assert (value.stage if value else None) == stage


@pytest.mark.parametrize(
    ("language", "said", "lines"),
    [
        ("de", "Pferde, Esel und Ponys bleiben außen vor; Hunde kommen dazu.",
         ["Pferde, Esel und Ponys bleiben außen vor"]),
        ("de", "Die Kästen bauen wir selbst, den Versand lassen wir weg.",
         ["den Versand lassen wir weg"]),
        ("de", "Auf Kurse verzichten wir.", ["Auf Kurse verzichten wir"]),
        ("de", "Wir verzichten auf Versand.", ["Wir verzichten auf Versand"]),
        ("de", "Weder Schulen noch Vereine.", ["Weder Schulen noch Vereine"]),
        ("de", "Weder Honig noch Wachs verkaufen wir.", ["Weder Honig noch Wachs verkaufen wir"]),
        ("en", "We stay away from honey.", ["We stay away from honey"]),
        ("en", "We stay away from bees, from wasps and from identifying them by AI.",
         ["We stay away from bees, from wasps and from identifying them by AI"]),
        ("de", "Der Verleih an Schulen bleibt außen vor, ebenso Kurse und Honig.",
         ["Der Verleih an Schulen bleibt außen vor, ebenso Kurse und Honig"]),
        ("en", "Horses, donkeys and mules stay out of it.",
         ["Horses, donkeys and mules stay out of it"]),
        ("en", "Neither honey nor wax.", ["Neither honey nor wax"]),
        ("de", "Die 3.000 € von Oma lassen wir weg.", []),
        ("de", "Weder die Bank noch die Gemeinde zahlt.", []),
        ("de", "Weder meine Frau noch ich haben Zeit.", []),
        ("en", "Neither Ann nor Bob has a licence.", []),
        ("de", "Ohne Strom bleibt die Box draußen.", []),
        ("de", "Der Kreis gibt etwas dazu, darauf bauen wir nicht.", []),
        ("en", "The box stays out in the rain. We stay out of debt.", []),
        ("en", "The Easter trade begins on 8 March 2027 and I will not make that.", []),
        ("de", "Mehr als 39.000 € gibt es nicht.", []),
    ],
)  # fmt: skip
def test_what_is_left_aside_is_left_out(language, said, lines):
    assert [fact.value for fact in read(language, constraint=said).left_out] == lines


@pytest.mark.parametrize(
    ("language", "said", "platforms"),
    [
        ("de", "Eine App planen wir nicht.", []),
        ("de", "Auf eine App verzichten wir.", []),
        ("de", "Eine App soll es nicht geben.", []),
        ("de", "Eine App wäre uns zu teuer.", []),
        ("en", "An app would be too much.", []),
        ("en", "An app we don't plan.", []),
        ("de", "In der App zeigen wir keine Namen.", ["phone"]),
        ("en", "In the app we don't show names.", ["phone"]),
    ],
)
def test_what_is_denied_behind_its_name_is_no_way_to_reach_us(language, said, platforms):
    assert [fact.value for fact in read(language, constraint=said).platforms] == platforms


def test_eight_saturdays_from_a_day_on_are_eight_weeks():
    said = (
        "Acht Samstage ab dem 2. Oktober 2027. Wenn im Schnitt 40 Gläser weggehen, geht es weiter."
    )
    test = read("de", validation=said).test.value
    assert test is not None
    assert test.weeks == 8


def test_where_people_buy_from_today_is_no_place_of_ours():
    told = {
        "idea": "We press seaweed in Ballycastle, County Antrim.",
        "target_user": "Shops that buy seaweed from Brittany.",
    }
    regions = read_facts(told, today=date(2026, 11, 29)).regions
    assert "Brittany" not in [fact.value.name for fact in regions if fact.value]


def test_what_was_cooked_in_german_was_not_bought():
    value = read("de", stage="40 Gläser sind gekocht.").stage.value
    assert value is not None
    assert value.stage == "prototype"
