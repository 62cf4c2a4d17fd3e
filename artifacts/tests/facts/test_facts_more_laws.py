"""Laws and permits by their number, their register, who gives them and what they are about; the
sentences are nobody's in the measured sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.grammar import permit_forms
from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_next_prices import IDEAS


def laws_of(language: str, said: str) -> list[str | None]:
    told = {"idea": IDEAS[language], "constraint": said}
    return [fact.value for fact in read_facts(told, today=date(2026, 11, 29)).laws]


@pytest.mark.parametrize(
    ("language", "said", "law"),
    [
        ("en", "The lift must follow RA 9514.", "RA 9514"),
        ("en", "That takes an Oregon pesticide permit.", "Oregon pesticide permit"),
        ("en", "Nobody hauls without an FMCSA number.", "FMCSA number"),
        ("en", "Each helper has to be police vetted.", "police vetting"),
        ("de", "Für die Lösungsmittel gilt die TRGS 401.", "TRGS 401"),
        ("de", "Es gilt die Verordnung (EU) 2023/7.", "Verordnung (EU) 2023/7"),
        ("de", "Es gilt die Verordnung über Druckgeräte.", "Verordnung über Druckgeräte"),
        ("fr", "L'ordonnance sur les armes s'applique.", "ordonnance sur les armes"),
        ("de", "Nach Art. 15 Abs. 2 BayFiG braucht es ein Buch.", "Art. 15 Abs. 2 BayFiG"),
        ("de", "Für die Waage gilt das MessEG.", "MessEG"),
        ("de", "Geprüft wird nach der UVV 3.1 der Kasse.", "UVV 3.1"),
        ("de", "Das Labor arbeitet nach DIN EN ISO/IEC 17043.", "ISO/IEC 17043"),
        ("de", "Eine Erlaubnis nach dem Hessischen Jagdgesetz liegt vor.", "Jagdgesetz"),
        ("es", "El carbón cumple la norma NCh1234.", "norma NCh1234"),
        ("fr", "Le fromage suit l'IGP Tomme de Savoie.", "IGP Tomme de Savoie"),
        ("nl", "De Wet milieubeheer geldt.", "Wet milieubeheer"),
        (
            "nl",
            "Volgens het Besluit bouwwerken leefomgeving moeten wij meten.",
            "Besluit bouwwerken leefomgeving",
        ),
    ],
)
def test_a_law_is_read_by_its_number_or_what_it_is_about(
    language: str, said: str, law: str
) -> None:
    assert laws_of(language, said) == [law]


@pytest.mark.parametrize(
    ("language", "said", "permit"),
    [
        ("en", "No hearing aid is sold before we're on the HCPC register.", "HCPC registration"),
        ("en", "Guides must be on the National Register.", "National Register"),
        ("en", "The trailer needs its Certificate of Loading.", "Certificate of Loading"),
        ("en", "There has to be a Texas well inspection.", "Texas well inspection"),
        (
            "en",
            "The Ohio Department of Health and Welfare has to license it first.",
            "Ohio Department of Health and Welfare licence",
        ),
        (
            "en",
            "Not a jar is sold before the Federal Feed and Seed Authority has registered it.",
            "Federal Feed and Seed Authority registration",
        ),
        (
            "en",
            "Everyone has to be on the Nursing and Midwifery Council register.",
            "Nursing and Midwifery Council registration",
        ),
        (
            "de",
            "Die Naturschutzbehörde muss zustimmen.",
            "Zustimmung durch die Naturschutzbehörde",
        ),
        ("fr", "Il faut une autorisation de la mairie.", "autorisation de la mairie"),
        ("nl", "We hebben een vergunning van de gemeente nodig.", "vergunning van de gemeente"),
        ("nl", "De NVWA moet ons registreren.", "registratie door de NVWA"),
        ("es", "Falta el permiso de la municipalidad.", "permiso de la municipalidad"),
        ("fr", "Sans la convention avec l'ONEE on ne creuse pas.", "convention avec l'ONEE"),
        ("fr", "Il faut l'autorisation sanitaire.", "autorisation sanitaire"),
        ("nl", "Zonder erkenning van het FAVV beginnen we niet.", "erkenning van het FAVV"),
        ("es", "Se paga cuando salga el permiso municipal.", "permiso municipal"),
        (
            "en",
            "It needs the approval of the Norwegian Maritime Authority before it sails.",
            "approval of the Norwegian Maritime Authority",
        ),
        ("en", "The stove must carry an ETL listing.", "ETL listing"),
        (
            "nl",
            "Wie meerijdt, toont een uittreksel uit het strafregister.",
            "uittreksel uit het strafregister",
        ),
        ("fr", "Il faut un extrait de casier judiciaire.", "extrait de casier judiciaire"),
        ("es", "Hace falta el código REGA.", "código REGA"),
    ],
)
def test_a_permit_is_read_by_who_gives_it_or_its_kind(
    language: str, said: str, permit: str
) -> None:
    assert laws_of(language, said) == [permit]


def test_a_mark_that_a_law_asks_for_is_no_second_one() -> None:
    said = "The Machinery Directive for the CE mark applies."

    assert laws_of("en", said) == ["Machinery Directive"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Every Monday team inspection is at nine."),
        ("en", "It sits in a certificate of deposit until spring."),
        ("en", "On the register of the shop we type the price."),
        ("en", "Rudi's garden inspection takes an hour."),
        ("de", "Das Geld kommt erst nach dem Verwendungsnachweis."),
        ("de", "Der Hund hat eine Verordnung vom Tierarzt."),
        ("fr", "La convention avec les voisins est bonne."),
        ("nl", "Het besluit viel in mei."),
        ("es", "La resolución de la pantalla es baja."),
        ("es", "El código QR va en la caja."),
        ("en", "With the consent of the parents we film."),
        ("de", "Der Raum ist in der PLZ 4710."),
    ],
)
def test_what_only_sounds_like_a_permit_is_none(language: str, said: str) -> None:
    assert laws_of(language, said) == []


@pytest.mark.parametrize(
    "verb",
    [
        "signs off", "signed off", "approves", "approved", "licenses", "licensed", "inspects",
        "inspected", "certifies", "certified", "clears", "cleared", "registers", "registered",
    ],
)  # fmt: skip
def test_each_verb_that_tells_a_permit_is_looked_for(verb: str) -> None:
    assert list(permit_forms.PERMITS_IN["en"](f"Until the town council {verb} it, we wait."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Certificate of Occupancy"),
        ("en", "RA 9003"),
        ("en", "consent of the Heritage Council"),
        ("en", "UL listing"),
        ("de", "Gesetz vom 3. Mai 2001"),
        ("de", "Satzung über die Sondernutzung"),
        ("de", "TRGS 519"),
        ("de", "Artikel 6 GewO"),
        ("de", "UVV 45"),
    ],
)
def test_texts_with_a_citation_are_looked_at(language: str, text: str) -> None:
    assert permit_forms.CITED[language].search(text)
    assert permit_forms.may_cite(text, language)
    assert not permit_forms.may_cite("ein guter Tag", "de")
