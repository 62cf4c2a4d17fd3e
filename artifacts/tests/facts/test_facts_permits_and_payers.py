"""Who has to permit it, and whether those who pay are organisations."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home. " * 4,
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben. " * 4,
}
TOLD = """
needs_permit | yes | constraint | en | The harbour master has to agree in writing before we may \
moor.
needs_permit | yes | constraint | en | We need a street trading licence.
needs_permit | yes | constraint | en | The vet must pass the slaughter room first.
needs_permit | yes | constraint | en | It has to be CE marked.
needs_permit | yes | constraint | en | Environmental Health will come and look at the kitchen.
needs_permit | yes | constraint | de | Das Gesundheitsamt muss die Küche abnehmen.
needs_permit | yes | constraint | de | Ohne Schankerlaubnis dürfen wir nicht ausschenken.
needs_permit | yes | constraint | de | Wir brauchen eine Nutzungsänderung vom Bauamt.
needs_permit | yes | constraint | de | Der TÜV muss den Anhänger abnehmen.
needs_permit | no | constraint | en | No licence is needed, I have asked the council.
needs_permit | no | constraint | de | Eine Genehmigung braucht man dafür nicht.
needs_permit | yes | constraint | en | The airport authority has to clear every flight.
needs_permit | yes | constraint | en | We cannot serve a drop until the licensing board has sat.
needs_permit | yes | constraint | de | Ohne Betriebserlaubnis vom Jugendamt geht nichts.
needs_permit | yes | constraint | de | Die Anlage muss beim Umweltamt angezeigt werden.
needs_permit | no | constraint | en | The plan has to be ready for the board in May.
needs_permit | no | constraint | de | Das Amt ist im Urlaub, darum später.
sells_to_organisations | yes | target_user | en | Village halls in Kent that still keep a paper \
diary.
sells_to_organisations | yes | target_user | en | Small foundries with fewer than 20 people.
sells_to_organisations | yes | target_user | en | Wedding venues on the coast, 40 of them.
sells_to_organisations | yes | target_user | en | Independent opticians. There are 61 in the \
county.
sells_to_organisations | yes | target_user | en | Letting agents and the landlords behind them.
sells_to_organisations | yes | target_user | en | Sheep farmers with more than 200 ewes.
sells_to_organisations | yes | target_user | en | Housing associations; the tenants use it, the \
association pays.
sells_to_organisations | yes | target_user | en | Riding stables with at least ten horses.
sells_to_organisations | yes | target_user | en | Street-food traders, about 200 in the city.
sells_to_organisations | yes | target_user | de | Tischlereien mit bis zu zehn Leuten.
sells_to_organisations | yes | target_user | de | Freiwillige Feuerwehren im Landkreis Cham.
sells_to_organisations | yes | target_user | de | Ambulante Pflegedienste.
sells_to_organisations | yes | target_user | de | Reitställe und Pensionsbetriebe.
sells_to_organisations | yes | target_user | de | Hausverwaltungen mit 200 bis 2.000 Wohnungen.
sells_to_organisations | yes | target_user | de | Zahnarztpraxen in Oberfranken.
sells_to_organisations | yes | target_user | de | Weingüter an der Mosel, kleine vor allem.
sells_to_organisations | no | target_user | en | People over 70 who live alone and still cook.
sells_to_organisations | no | target_user | en | Anglers on the Wye, about 4,000 with a season \
ticket.
sells_to_organisations | no | target_user | en | New mothers in Hull.
sells_to_organisations | no | target_user | en | Night-shift workers who sleep in the day.
sells_to_organisations | no | target_user | de | Leute mit Schrebergarten und wenig Zeit.
sells_to_organisations | no | target_user | de | Hobbybrauer.
sells_to_organisations | no | target_user | de | Pendler zwischen Olten und Zürich.
sells_to_organisations | yes | target_user | en | Ceramics studios with two or more kilns.
sells_to_organisations | yes | target_user | en | Wholesale nurseries in Oregon.
sells_to_organisations | yes | target_user | en | The 44 lidos in the country.
sells_to_organisations | yes | target_user | en | Tattoo parlours.
sells_to_organisations | yes | target_user | de | Segelclubs am Bodensee.
sells_to_organisations | yes | target_user | de | Schäfereien ab 300 Tieren.
sells_to_organisations | yes | target_user | de | Wohnungsgenossenschaften.
sells_to_organisations | no | target_user | en | Retired teachers who paint.
sells_to_organisations | no | target_user | en | Cyclists who commute more than ten miles.
sells_to_organisations | no | target_user | de | Großeltern, deren Enkel weit weg wohnen.
sells_to_organisations | no | target_user | de | Hobbyimker mit weniger als zehn Völkern.
"""


@pytest.mark.parametrize(
    ("trait", "verdict", "key", "language", "said"),
    [line.split(" | ", 4) for line in TOLD.strip().splitlines()],
)
def test_permits_and_payers_are_told_in_many_ways(trait, verdict, key, language, said):
    filling = "workaround" if key == "idea" else "idea"
    told = {filling: IDEAS[language], key: said}
    traits = read_facts(told, today=date(2026, 11, 29)).traits
    assert getattr(traits, trait).value == verdict


@pytest.mark.parametrize(
    ("key", "said", "verdict"),
    [
        # nobody but the founder knows what an act asks for
        ("constraint", "The Ferries Act 1982 applies.", None),
        ("constraint", "We stick to the Ferries Act 1982.", "no"),
        ("problem", "Since the Ferries Act 1982 nobody may land here.", "no"),
        ("constraint", "Arbeitszeitgesetz und DSGVO gelten auch für uns.", "no"),
    ],
)
def test_a_law_that_is_no_permit_leaves_it_open_unless_we_only_keep_to_it(key, said, verdict):
    language = "de" if "gelten" in said else "en"
    told = {"idea": IDEAS[language], key: said}
    assert read_facts(told, today=date(2026, 11, 29)).traits.needs_permit.value == verdict


def test_nobody_is_an_organisation_where_none_is_named():
    told = {"idea": IDEAS["en"], "target_user": "Anglers on the river."}
    traits = read_facts(told, today=date(2026, 11, 29)).traits
    assert traits.sells_to_organisations.value == "no"
    hobby = told | {"target_user": "Hobby brewers, about 200."}
    traits = read_facts(hobby, today=date(2026, 11, 29)).traits
    assert traits.sells_to_organisations.value == "no"
