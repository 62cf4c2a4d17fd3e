"""Laws and permits that a text gets round, replaces, asks of some alone or gets too late."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FERRY = {
    "name": "Oarlock",
    "idea": "We row walkers across the Tamar in a skiff, from the quay to the old mill and back.",
    "target_user": "Walkers on the river path. Volunteers row, the parish pays for the skiff.",
    "constraint": (
        "Before a single walker is rowed across we need a licence from the harbour board. Every"
        " volunteer needs a first aid certificate. Names of walkers come under the Data Protection"
        " Act 2018. The Merchant Shipping Act 1995 asks for a drill every two weeks. Nobody rows"
        " without a lifejacket. The hull has to be measured. It has to run by 1 May 2027."
    ),
}
OVEN = {
    "name": "Glutstelle",
    "idea": "Wir fahren mit einem Holzofen auf Dorffeste und backen dort Brot mit den Leuten.",
    "target_user": "Vereine, die ein Fest machen. Gäste backen mit, der Verein zahlt.",
    "constraint": (
        "Ohne die Eintragung in die Handwerksrolle dürfen wir nicht anfangen, das Landratsamt lässt"
        " sich Zeit. Jeder, der am Ofen steht, braucht eine Hygieneschulung. Für die Listen der"
        " Gäste gilt die DSGVO. Am 1. Mai 2027 muss es laufen."
    ),
}


@cache
def project(language: str) -> ProjectInput:
    told = FERRY if language == "en" else OVEN
    return ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})


def is_found(language: str, text: str) -> bool:
    section = "how_it_works.security_compliance"
    return "law_denied" in rules_on(project(language), section, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A skiff this small escapes the Merchant Shipping Act 1995."),
        ("en", "The Data Protection Act 2018 leaves a list on paper alone."),
        ("en", "No licence from the harbour board is called for on a summer evening."),
        ("en", "Whether a volunteer brings a certificate is his own affair."),
        ("en", "On calm days volunteers row without a lifejacket."),
        ("en", "Walkers are rowed across in an unlicensed skiff."),
        ("de", "Ohne eigenen Verkauf kommen wir ohne die Eintragung in die Handwerksrolle aus."),
        ("de", "Für Listen auf Papier spielt auf einem Fest im Dorf die DSGVO gar keine Rolle."),
        ("de", "Von der Hygieneschulung sind alte Bäcker befreit."),
        ("de", "Für einen Ofen auf Rädern sieht das Gesetz keine Eintragung vor."),
    ],
)
def test_what_is_got_round_is_found(language: str, text: str) -> None:
    assert is_found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Instead of a first aid certificate a volunteer signs a declaration."),
        ("en", "A letter of the parish does the job of the licence."),
        ("en", "A day with the old ferryman is enough where the certificate takes too long."),
        ("en", "The parish's own licence covers our skiff."),
        ("en", "Certificates are asked of a handful of volunteers picked at random."),
        ("en", "Under the Merchant Shipping Act 1995 there is one drill a month."),
        ("de", "Die Meisterprüfung des Schwagers ersetzt die Eintragung."),
        ("de", "Statt einer Hygieneschulung genügt ein Blick in die Küche."),
    ],
)
def test_what_is_replaced_or_asked_of_some_is_found(language: str, text: str) -> None:
    assert is_found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The licence is sorted out when the harbour board asks for it."),
        ("en", "Walkers are rowed from April on, and the licence is applied for in September."),
        ("en", "Volunteers start at once; they hand in the certificate during the first month."),
        ("en", "The hull is measured after the first summer."),
        ("en", "Walkers are rowed across although the licence is still being decided."),
        ("en", "Nobody looks at a certificate before the first walker is rowed across."),
        ("en", "Since we hold the licence already, walkers can be rowed in March."),
        ("de", "Um die Eintragung kümmern wir uns nach der ersten Saison."),
        ("de", "Gebacken wird ab Mai, die Eintragung beantragen wir im Oktober."),
        ("de", "Solange das Landratsamt noch prüft, backen wir schon auf den ersten Festen."),
        ("de", "Die Eintragung läuft nebenher, gebacken wird ab dem ersten Tag."),
    ],
)
def test_what_is_got_late_or_said_to_be_there_is_found(language: str, text: str) -> None:
    assert is_found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Walkers need no certificate, the volunteer who rows does."),
        ("en", "The parish needs no licence of its own."),
        ("en", "A second certificate is not needed for the way back."),
        ("en", "The licence is renewed after the first year."),
        ("en", "Once the licence is there, the first walker is rowed across."),
        ("en", "The licence is applied for in January, and walkers are rowed from May on."),
        ("en", "While the licence is pending we only paint the skiff."),
        ("en", "Nobody rows before the certificate is on file."),
        ("en", "The Merchant Shipping Act 1995 wants a drill every two weeks."),
        ("en", "A volunteer without a certificate may come along and cannot row."),
        ("en", "Under the Data Protection Act 2018 names are deleted after the first year."),
        ("de", "Gäste brauchen keine Hygieneschulung, wer am Ofen steht schon."),
        ("de", "Für den Schwager im Büro ist keine eigene Eintragung nötig."),
        ("de", "Die Eintragung beantragen wir im Januar, gebacken wird ab Mai."),
        ("de", "Bis die Eintragung da ist, wird nirgends gebacken."),
        ("de", "Die DSGVO gilt erst recht für Fotos."),
        ("de", "Die Hygieneschulung wird jedes Jahr wiederholt."),
    ],
)
def test_what_others_need_or_what_comes_first_is_none(language: str, text: str) -> None:
    assert not is_found(language, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The licence comes after the first walker is rowed across.", True),
        ("The licence is asked for once a walker is rowed across.", True),
        ("The licence does not come after the first walker is rowed across.", False),
        ("The licence comes after the quay is painted.", False),
        ("After the first walker is rowed across, the licence comes.", False),
        ("The licence comes before the first walker is rowed across.", False),
        ("Walkers are rowed across before the licence is there.", True),
        ("We row ahead of the licence.", True),
        ("Walkers are not rowed across before the licence is there.", False),
        ("Before the licence is there, the skiff is painted.", False),
        ("Walkers are rowed across without a licence.", True),
        ("If the licence is late, walkers are rowed across without a licence.", True),
        ("Walkers are rowed across without a licence and may not land.", False),
        ("Walkers cannot be rowed across without a licence.", False),
        ("Without a licence.", False),
        ("The certificate can wait.", True),
        ("The certificate cannot wait.", False),
        ("A volunteer does not have to bring a certificate.", True),
        ("Volunteers do not have to wait for the certificate.", True),
        ("The licence has been granted.", True),
        ("The licence will be granted later.", False),
        ("Rowing starts at once, and the licence is pending.", True),
    ],
)
def test_a_permit_comes_before_all_that_waits_for_it(text: str, found: bool) -> None:
    assert is_found("en", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volunteers row the walkers across, without a certificate.", True),
        ("Volunteers do not row, without a certificate.", False),
        ("It rains, without a certificate.", False),
        ("On calm days volunteers may row without a lifejacket.", True),
        ("If it is calm volunteers row without a lifejacket.", False),
        ("One certificate covers all volunteers.", True),
        ("Only the captain needs a certificate.", True),
        ("Only volunteers need a certificate.", False),
        ("A letter replaces the licence.", True),
        ("A letter does not replace the licence.", False),
        ("A letter replaces the old paint.", False),
        ("A letter is enough for the licence.", False),
        ("A letter is not enough instead of the licence.", False),
        ("An extra letter stands in for the licence.", True),
        ("Unlicensed volunteers row the walkers.", True),
        ("Unlicensed volunteers do not row.", False),
        ("Unlicensed volunteers are turned away.", False),
        ("The parish's licence covers us.", True),
        ("The parish's licence does not cover us.", False),
        ("The parish's licence covers the mill.", False),
        ("Does the parish's licence cover us?", False),
    ],
)
def test_what_all_need_is_not_replaced_or_done_without(text: str, found: bool) -> None:
    assert is_found("en", text) is found
