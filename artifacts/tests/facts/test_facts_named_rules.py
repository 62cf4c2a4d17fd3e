"""Rules whose name is no name of a law, told by the words around it."""

from __future__ import annotations

import pytest

from artifacts.tests.facts.test_facts_more_laws import laws_of


@pytest.mark.parametrize(
    ("language", "said", "law"),
    [
        ("en", "Hens go by the National Flock Plan.", "National Flock Plan"),
        ("en", "The National Poultry Program applies here.", "National Poultry Program"),
        ("en", "We keep to the Carriage of Dogs standards.", "Carriage of Dogs standards"),
        ("en", "The pool has to meet the SPATA code of practice.", "SPATA code of practice"),
        ("en", "Then there are the ratios of the KCSIE.", "KCSIE"),
        ("en", "It all goes by 22 TAC Chapter 131.", "22 TAC Chapter 131"),
        ("en", "That would be dealing without a licence under Title 9.", "Title 9"),
        ("en", "We need leave from Kerry County Council.", "leave from Kerry County Council"),
        ("en", "Consent of the Goa Coastal Board comes first.", "Consent of the Goa Coastal Board"),
        ("en", "County ordinance requires a fence.", "County ordinance"),
        ("en", "Shakti registration is pending.", "Shakti registration"),
        ("en", "Every cow needs a certificate of health.", "certificate of health"),
        ("en", "The Ghana Cocoa Board wants papers.", "papers for the Ghana Cocoa Board"),
        ("en", "The radio needs TRAI type approval.", "TRAI type approval"),
        ("en", "A resource consent for the pond is needed.", "resource consent"),
        ("en", "The tests follow OSHA 29 CFR 1926.52.", "OSHA 29 CFR 1926.52"),
        ("de", "Das Gewerbe muss ich noch anmelden.", "Gewerbeanmeldung"),
        ("de", "Der Eintrag bei der Handwerkskammer fehlt.", "Eintrag bei der Handwerkskammer"),
        ("de", "Gemessen wird nach ÖNORM S 5004.", "ÖNORM S 5004"),
        ("de", "Die Hütte ist der kantonalen Baubehörde zu melden.", "Meldung bei der Baubehörde"),
        ("de", "Das Veterinäramt muss uns registrieren.", "Registrierung durch das Veterinäramt"),
        ("de", "Nach der VTS braucht der Wagen Licht.", "VTS"),
        ("de", "Es gilt § 7 Bayerisches Wassergesetz.", "§ 7 Bayerisches Wassergesetz"),
        ("de", "Dazu kommt die Satzung der Stadt Zwickau.", "Satzung der Stadt Zwickau"),
        ("fr", "L'immatriculation au registre des métiers reste à faire.",
         "immatriculation au registre des métiers"),
        ("nl", "De gemeente moet toestemming geven.", "toestemming van de gemeente"),
        ("es", "Falta el concepto sanitario.", "concepto sanitario"),
    ],
)  # fmt: skip
def test_a_rule_is_read_by_the_words_around_its_name(language, said, law):
    assert laws_of(language, said) == [law]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The money came from the Young Founders Program."),
        ("en", "Online registration is needed."),
        ("en", "If the weather permits we sail."),
        ("en", "We sell licences to fashion houses."),
        ("en", "We stick to the rules of the game."),
        ("de", "Ein Gewerbe muss ich nicht anmelden."),
        ("de", "Der Eintrag im Kalender fehlt."),
        ("de", "Jeder Eintrag bei der Kundin wird geprüft."),
    ],
)
def test_what_only_sounds_like_a_rule_is_none(language, said):
    assert laws_of(language, said) == []
