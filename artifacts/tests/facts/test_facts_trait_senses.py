"""Words of traits that have another sense or are about others, and what silence cannot deny."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home. " * 4,
    "de": "Wir machen etwas für Leute, die es jede Woche brauchen und nirgends finden. " * 4,
}
TOLD = """
takes_payments | en | first_version | Guests show a library card at the desk. | not
takes_payments | en | price | Nothing is paid in the app, the landlord settles it with them. | no
takes_payments | en | first_version | Who books pays by card at the desk. | yes
takes_payments | en | idea | A list that is passed on to the vet. | not
takes_payments | en | price | Artists sell for themselves, we take no share of it. | not
takes_payments | en | price | The school pays us by bank transfer. | not
takes_payments | en | price | We keep 12 % and pass on the rest. | yes
takes_payments | de | price | 2 € die Stunde, bar beim Bäcker. | yes
personal_data | en | constraint | The drain needs a consent from the river office. | not
personal_data | en | constraint | Photos only with the consent of the parents. | yes
physical_goods | en | idea | Heat for the sheds of growers of mushrooms. | not
physical_goods | en | idea | A round book in which a tuner notes the tools of each hall. | not
sells_to_organisations | de | price | Einen Anteil an den Rechnungen nehmen wir nicht. | not
sells_to_organisations | en | target_user | Tuners with 40 to 90 churches each. | not
sells_to_organisations | en | target_user | Owners of ponds. Two clubs I know have 80 members. | not
sells_to_organisations | en | target_user | Piano tuners and seven pubs. | yes
needs_permit | de | constraint | 9.000 €. Die Bewilligung gilt bis Mai, dann verfällt sie. | not
personal_data | en | idea | We profile edges of old cornices and cut them in lime. | not
personal_data | de | idea | Wir fräsen Profile für alte Haustüren. | not
personal_data | en | first_version | Every member has a profile with a photo. | yes
personal_data | en | first_version | It asks for a first name and shows the tide. | not
personal_data | en | constraint | What the clients tell us must be deleted after a year. | yes
children | en | team | My kids are at school until three. | not
children | de | idea | Ein Schachklub für Grundschüler am Freitag. | yes
physical_goods | de | idea | Ein Kurs, in dem man Brot backen lernt. | not
on_site_service | en | idea | A round book for milkmen who drive from house to house. | not
on_site_service | de | idea | Ein Tourenbuch für Milchfahrer, die von Haus zu Haus fahren. | not
on_site_service | en | idea | A barber who comes to care homes every second Tuesday. | yes
two_sides | en | idea | A choir that brings old and young together. | not
two_sides | en | idea | It brings owners of barns and people with boats together. | yes
hardware | en | idea | An app that reads the sensors which the dairy already has. | not
hardware | en | idea | We build sensors for dairies. | yes
personal_data | en | first_version | The member of staff opens the lid. | not
on_site_service | de | idea | Man bringt die Lampe und holt sie repariert ab. | not
on_site_service | en | idea | A book for notes from day to day. | not
on_site_service | en | idea | Sheep trucks drive half empty between the marts. | not
two_sides | en | idea | A tool with two sides, one coarse, one fine. | not
two_sides | en | idea | There are two sides, owners of boats and guests. | yes
hardware | en | constraint | The phone's battery lasts all day. | not
depends_on_partner | en | idea | Rely on your own sauerkraut: jars, weights and brine. | not
depends_on_partner | en | constraint | All our milk is from one farm. | yes
needs_permit | en | constraint | Ferries have their own permits, we only stand on deck. | not
sells_to_organisations | en | target_user | Widowers who never learned to cook at school. | not
seasonal | en | constraint | The exam board meets in June and again in November. | not
seasonal | en | idea | Summer Road library has no roof; we lend from a tent. | not
depends_on_partner | en | price | It depends on the size, from £3 to £9. | not
depends_on_partner | en | constraint | It all depends on the mill. | yes
depends_on_partner | de | constraint | Wenn die Molkerei keine Molke mehr gibt, ist Schluss. | yes
needs_permit | en | constraint | Every driver has a licence for trucks. | not
needs_permit | en | constraint | My aunt has to approve the recipes. | not
needs_permit | en | constraint | The vet office has to approve the cold room. | yes
sells_to_organisations | en | target_user | Retired teachers who live alone near the school. | not
sells_to_organisations | en | target_user | Schools with a garden. | yes
seasonal | en | idea | A spring for old clocks, wound by hand. | not
seasonal | en | constraint | The grant comes in May and the rest in October. | not
seasonal | en | constraint | Shows start in October and are done by March. | yes
"""


def verdict(trait: str, language: str, key: str, said: str) -> str | None:
    told = {"idea": IDEAS[language], "problem": IDEAS[language], key: said}
    value = getattr(read_facts(told, today=date(2026, 11, 29)).traits, trait).value
    return value if value in ("yes", "no") else None


@pytest.mark.parametrize(
    ("trait", "language", "key", "said", "expected"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_words_that_mean_something_else_tell_no_trait(trait, language, key, said, expected):
    found = verdict(trait, language, key, said)
    assert found != "yes" if expected == "not" else found == expected


@pytest.mark.parametrize(
    ("trait", "language", "key", "said"),
    [
        ("two_sides", "en", "idea", "A load slip. Drivers use it for nothing, the plants pay."),
        ("two_sides", "en", "idea", "We put owners of barns and people with boats in touch."),
        ("two_sides", "en", "price", "The host gets 80 %, the guest pays all of it."),
        ("on_site_service", "en", "idea", "We test the eyes of drivers at the depots."),
        ("on_site_service", "de", "idea", "Ein Friseur, der jeden Dienstag ins Heim kommt."),
        ("hardware", "en", "idea", "A tag in the collar tells the shepherd where the dog is."),
        ("ai_output", "en", "first_version", "The photo is described by a model in words."),
        ("works_offline", "de", "constraint", "Im Stollen gibt es nichts, es muss weitergehen."),
        ("needs_permit", "de", "idea", "Wir siedeln Wespennester um."),
        ("health_data", "de", "first_version", "Der Befund geht an den Betriebsarzt."),
        ("health_data", "en", "first_version", "The carer ticks which pills were taken."),
        ("personal_data", "en", "idea", "A duty list for lifeguards with their sick days."),
    ],
)
def test_what_is_likely_is_not_denied_by_silence(trait, language, key, said):
    assert verdict(trait, language, key, said) != "no"


@pytest.mark.parametrize(
    ("trait", "said"),
    [
        ("two_sides", "We bake bread and sell it at the gate."),
        ("hardware", "We bake bread and sell it at the gate."),
        ("works_offline", "We bake bread and sell it at the gate."),
        ("needs_permit", "A page where people write poems."),
    ],
)
def test_what_nothing_hints_at_is_denied_by_silence(trait, said):
    assert verdict(trait, "en", "idea", said) == "no"
