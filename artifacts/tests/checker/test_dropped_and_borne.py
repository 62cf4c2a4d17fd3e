"""Permits that are got round, ways that are dropped, work that waits for a server, who bears the
cost and what each of several gives, all in words without a figure of their own.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

IDEAS = {
    "en": "We wash boats for their owners at the moorings of Leeds.",
    "de": "Wir lesen in Graz Zähler im Keller ab, wo kein Netz ist, und speichern auf dem Telefon.",
}
TOLD = {
    "en": {
        "first_version": "Owner books on the web\nOwner gets a text message",
        "constraint": (
            "People book on the web and get a text message the day before. We need a trade licence"
            " from the town and a hygiene course before we open. I do 20 hours a week, my sister"
            " Ann 6. By 1 May 2027."
        ),
        "target_user": "Tenants of moorings. The harbour pays, the tenant pays nothing.",
        "price": "£9 a month per boat.",
    },
    "de": {
        "first_version": "Zähler ohne Netz ablesen",
        "constraint": (
            "Die App läuft auf dem Telefon, auch ohne Netz im Keller. Vor dem Start brauchen wir"
            " eine Gewerbeberechtigung und einen Hygieneplan. Bis 1. Mai 2027."
        ),
        "target_user": "Mieter in kleinen Häusern. Der Vermieter zahlt, der Mieter zahlt nichts.",
        "price": "9 € im Monat je Wohnung.",
    },
}
SECTIONS = {
    "law_denied": "milestones.resource_plan",
    "platform_differs": "how_it_works.architecture",
    "offline_denied": "how_it_works.data_flow",
    "payer_differs": "brief.market_analysis",
    "hours_differ": "milestones.resource_plan",
}
"""Where each rule would find something."""


@cache
def project(language: str) -> ProjectInput:
    told = {"name": "Thing", "idea": IDEAS[language], **TOLD[language]}
    return ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "The licence may be left out.", "law_denied"),
        ("en", "The hygiene course can be skipped.", "law_denied"),
        ("de", "Ein Hygieneplan erübrigt sich, weil nur Zähler gelesen werden.", "law_denied"),
        ("de", "Auf den Hygieneplan kann verzichtet werden.", "law_denied"),
        ("de", "Die Gewerbeberechtigung lassen wir weg.", "law_denied"),
        ("de", "Der Hygieneplan ist nicht erforderlich.", "law_denied"),
        ("en", "Texting was dropped in the end.", "platform_differs"),
        ("en", "We gave up on text messages.", "platform_differs"),
        ("en", "The website has been scrapped.", "platform_differs"),
        ("de", "Vor jedem Ablesen holt das Telefon die Liste frisch vom Server.", "offline_denied"),
        ("en", "The bill goes to the tenant.", "payer_differs"),
        ("en", "Tenants bear the cost themselves.", "payer_differs"),
        ("en", "Washing is paid for by the tenants.", "payer_differs"),
        ("de", "Die Kosten trägt der Mieter.", "payer_differs"),
        ("de", "Den Mietern wird die Ablesung in Rechnung gestellt.", "payer_differs"),
        ("en", "Each of the two gives 13 hours a week.", "hours_differ"),
    ],
)
def test_what_goes_against_the_answers_is_found(language, text, rule):
    assert rule in rules_on(project(language), SECTIONS[rule], text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The licence cannot be skipped."),
        ("en", "A text message is sent the day before."),
        ("en", "The web page stays as it is."),
        ("en", "The bill goes to the harbour."),
        ("en", "The harbour bears the cost, the tenant pays nothing."),
        ("en", "On average each of the two gives 13 hours a week."),
        ("de", "Den Hygieneplan sparen wir uns nicht."),
        ("de", "Ohne Gewerbeberechtigung fangen wir nicht an."),
        ("de", "Die Liste wird morgens vom Server geholt und bleibt auf dem Telefon."),
        ("de", "Die Rechnung geht an den Vermieter."),
    ],
)
def test_what_the_answers_say_is_not_questioned(language, text):
    for section in SECTIONS.values():
        assert rules_on(project(language), section, text) == set()


def test_a_law_is_also_named_without_its_section():
    told = {**TOLD["de"], "constraint": "Es gilt § 9 Bayerisches Wassergesetz. Bis 1. Mai 2027."}
    brief = {"name": "Thing", "idea": IDEAS["de"], **told, "today": date(2026, 11, 29)}
    text = "Nach dem Wassergesetz ist nichts zu tun."
    assert rules_on(ProjectInput.from_brief(brief), SECTIONS["law_denied"], text) == {"law_denied"}
