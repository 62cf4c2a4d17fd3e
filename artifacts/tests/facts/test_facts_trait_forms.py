"""Traits that a form tells, and no word alone; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home. " * 4,
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben. " * 4,
    "fr": "On fait une chose pour les gens qui en ont besoin chaque semaine chez eux. " * 4,
    "es": "Hacemos una cosa para la gente que la necesita cada semana en su casa. " * 4,
}
TOLD = """
depends_on_partner | yes | en | Without their cold room there is no cheese.
depends_on_partner | yes | en | The mill comes from Ghent, without it the shed is empty.
depends_on_partner | yes | en | The priest gives us the hall, so we live on his good will.
depends_on_partner | no | en | Without the licence nobody may sail.
depends_on_partner | yes | de | Ohne die Spedition geht am Montag nichts.
depends_on_partner | no | de | Ohne die Bewilligung darf niemand backen.
depends_on_partner | yes | fr | Sans eux il n'y a rien à vendre.
depends_on_partner | yes | es | Sin ellos no hay hielo.
seasonal | no | en | It is needed all year round, mind you.
seasonal | no | de | Gebraucht wird es das ganze Jahr, im Herbst etwas mehr.
seasonal | no | fr | On en vend toute l'année.
seasonal | yes | en | We brew from Whitsun to the end of September, winter is dead.
seasonal | yes | de | Im Winter ist Ruhe.
seasonal | yes | es | En invierno no se vende nada.
needs_permit | yes | en | The harbour office has to sign off on each raft.
needs_permit | yes | de | Für den Stand brauche ich die Bewilligung der Gemeinde Sils.
needs_permit | yes | de | Die Meldung beim Veterinäramt muss vorher durch sein.
needs_permit | no | en | Every helper shows a police certificate, as the Clubs Act 2011 says.
needs_permit | no | en | We are registered with the Heritage Council, more papers are not needed.
needs_permit | no | de | Es gilt § 201 StGB.
"""


@pytest.mark.parametrize(
    ("trait", "verdict", "language", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_a_form_tells_a_trait(trait, verdict, language, said):
    told = {"idea": IDEAS[language], "constraint": said}
    traits = read_facts(told, today=date(2026, 11, 29)).traits
    assert getattr(traits, trait).value == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Girls 8 to 12, about 300 in four schools.", "yes"),
        ("Two primary schools. Kids build by day, parents watch.", "yes"),
        ("Parents of a school with 40 to 160 pupils.", None),
    ],
)
def test_children_who_act_or_have_an_age_are_those_it_is_for(said, verdict):
    told = {"idea": IDEAS["en"], "target_user": said}
    assert read_facts(told, today=date(2026, 11, 29)).traits.children.value == verdict


def test_a_counter_is_where_people_pay_only_if_they_do():
    told = {"idea": IDEAS["en"], "price": "£8 a week."}
    book = {**told, "constraint": "At the counter there is a paper book."}
    till = {**told, "constraint": "They pay at the counter."}
    assert read_facts(book, today=date(2026, 11, 29)).traits.takes_payments.value != "yes"
    assert read_facts(till, today=date(2026, 11, 29)).traits.takes_payments.value == "yes"
