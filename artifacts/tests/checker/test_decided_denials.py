"""Sentences that decide whether a duty is denied, turned round or got round, beside the same that
keep to it.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.waived import waived
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

IDEAS = {
    "en": "A rowing boat takes walkers across the Ouse near Ely after the last bus.",
    "de": "Wir backen mit Köchen in Celle Brot auf Dorffesten.",
}
LICENCE = "We need a licence from the harbour board."
DATA = "Blood pressures and pulse readings are health data under UK GDPR."
SIGNED = f"{LICENCE} Only somebody with a certificate may sign the form."
FORMS = "Under UK GDPR the consent forms are deleted after 10 weeks."
LIGHTS = f"{LICENCE} The electrician has to sign before the lights are switched on."
JACKETS = f"{LICENCE} A lifejacket must be worn by every rower."
ROWERS = (
    f"{LICENCE} Every rower needs a first aid certificate. Names of walkers come under the Data"
    " Protection Act 2018."
)
BAKERS = (
    "Jeder Koch braucht eine Hygieneschulung. Wir brauchen eine Eintragung in die Handwerksrolle."
    " Die Namen der Gäste fallen unter die DSGVO."
)


@cache
def project(language: str, constraint: str) -> ProjectInput:
    told = {"idea": IDEAS[language], "constraint": f"It has to run in May 2027. {constraint}"}
    return ProjectInput.from_brief({"name": "Oarlock", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("constraint", "text", "is_denied"),
    [
        (DATA, "Blood pressures are no health data.", True),
        (DATA, "Blood pressures are health data.", False),
        (f"Of our readings {DATA.lower()}", "Blood pressures are no health data.", False),
        (SIGNED, "Signing the form can also be done by us.", True),
        (SIGNED, "The form may also be signed.", True),
        (SIGNED, "Somebody with a certificate may also sign the form.", False),
        (FORMS, "The consent forms are deleted after 11 weeks.", False),
        (FORMS, "The consent forms are deleted after 12 weeks.", True),
        (FORMS, "The consent forms are deleted after 8 weeks.", True),
        (FORMS, "If a parent insists, the consent forms are deleted after 12 weeks.", False),
        (FORMS, "The consent forms are not deleted after 12 weeks.", False),
        (LIGHTS, "The lights are switched on before the electrician has signed.", True),
        (LIGHTS, "The lights are switched on before dusk.", False),
        (LIGHTS, "The electrician tests the lights before he signs.", False),
        (JACKETS, "No lifejacket has to be worn by a rower.", True),
        (JACKETS, "A lifejacket worn by every rower is not needed.", True),
        (JACKETS, "A lifejacket worn by a dog is not needed.", False),
        (ROWERS, "No act asks for the names of walkers.", True),
        (ROWERS, "No act asks for the size of the boat.", False),
        (ROWERS, "We do not have to hold the licence.", True),
        (ROWERS, "We do not have to hold the licence until we open.", False),
        (ROWERS, "Without the licence nobody has to row.", False),
        (ROWERS, "Instead of a certificate a rower brings a friend.", True),
        (ROWERS, "Instead of another certificate a rower brings the first one.", False),
        (ROWERS, "Instead of the licence we show a card that nobody checks.", True),
        (ROWERS, "Instead of the licence nobody shows a card.", False),
        (ROWERS, "Rowers bring a card, not instead of the certificate but with it.", False),
        (ROWERS, "A card of the club is enough in place of the certificate.", True),
        (ROWERS, "We row walkers without a certificate.", True),
        (ROWERS, "The walkers sit in the bow, without a certificate.", True),
    ],
)
def test_a_duty_is_denied_or_kept(constraint: str, text: str, is_denied: bool) -> None:
    found = rules_on(project("en", constraint), "how_it_works.security_compliance", text)
    assert found == ({"law_denied"} if is_denied else set())


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("Nur die Köche brauchen eine Hygieneschulung.", False),
        ("Nur die Fahrer brauchen eine Hygieneschulung.", True),
        ("Ob eine Eintragung da ist, ist egal.", True),
        ("Ob eine Eintragung da ist, prüft das Amt.", False),
        ("Kein Gesetz verlangt die Namen.", True),
        ("Kein Gesetz verlangt die Körbe.", False),
    ],
)
def test_it_is_so_in_german(text: str, is_denied: bool) -> None:
    found = rules_on(project("de", BAKERS), "how_it_works.security_compliance", text)
    assert found == ({"law_denied"} if is_denied else set())


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("Rowers are in the stern and do not have to wear a lifejacket.", True),
        ("Walkers are in the bow and do not have to wear a lifejacket.", False),
    ],
)
def test_a_duty_is_that_of_those_whom_a_clause_is_about(text: str, is_denied: bool) -> None:
    constraint = JACKETS.replace("by every rower", "by rowers in the stern")
    found = rules_on(project("en", constraint), "how_it_works.security_compliance", text)
    assert found == ({"law_denied"} if is_denied else set())


@pytest.mark.parametrize(
    ("text", "is_waived"),
    [
        ("Our rowers cross without a certificate.", True),
        ("Our rowers cross without a second certificate.", False),
    ],
)
def test_nobody_needs_another_permit_than_the_one(text: str, is_waived: bool) -> None:
    told = project("en", ROWERS)
    known = Knowledge(told.all_texts(), told.sheet, told.today)
    (sentence,) = read_text(text, "en", "")
    assert (waived(known, sentence) is not None) is is_waived
