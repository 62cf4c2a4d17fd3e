"""Permits that are asked for when it has begun, and what is done without them or without asking."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

FOUNDERS = {
    "en": {
        "name": "Booth",
        "idea": "We test the hearing of workers at sawmills near Knysna in a booth on a trailer.",
        "price": "185 rand a worker.",
        "constraint": (
            "No worker's name goes into the tablet before we are registered under the Data"
            " Protection Act. We need the waste exemption of the agency. No result goes to an"
            " employer without the worker's consent. The two of us, 60,000 rand."
        ),
    },
    "de": {
        "name": "Hornissenhilfe",
        "idea": "Wir siedeln Hornissen im Kreis Coesfeld um.",
        "price": "78 € je Nest.",
        "constraint": (
            "Auf der Straße bräuchten wir ein Gutachten, deshalb bleiben wir in Höfen. Ohne"
            " Ausnahme der Naturschutzbehörde rühren wir kein Nest an. Die DSGVO gilt für die"
            " Fotos. Zu sechst, 4.900 €."
        ),
    },
    "fr": {
        "name": "Voilerie",
        "idea": "Un camion répare les voiles sur le quai de Lorient.",
        "price": "55 € la visite.",
        "constraint": (
            "Il faut une autorisation d'occupation temporaire pour le quai. À deux, 54 000 €."
        ),
    },
    "es": {
        "name": "Filo",
        "idea": "Una camioneta afila los cuchillos de los restaurantes en Valdivia.",
        "price": "1.800 pesos por cuchillo.",
        "constraint": "Hace falta la patente municipal. Somos dos, con 6.800.000 pesos.",
    },
}


def is_found(language: str, text: str) -> bool:
    project = ProjectInput.from_brief({**FOUNDERS[language], "today": date(2026, 11, 29)})
    return "law_denied" in rules_on(project, "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Once the names are in the tablet, the registration is applied for."),
        ("en", "Shredding off-cuts on the yard needs no waste exemption."),
        ("en", "All results are passed to the employer without asking the worker."),
        ("en", "The exemption is only asked for after a complaint."),
        ("en", "We obtain the exemption when the first season is over."),
        ("de", "Auf die Ausnahme der Naturschutzbehörde muss man im August nicht warten."),
        ("de", "Um die DSGVO muss sich niemand kümmern."),
        ("de", "An die Fotos stellt die DSGVO keine besonderen Anforderungen."),
        ("fr", "Le camion peut s'y installer sans autorisation d'occupation temporaire."),
        ("es", "Se puede empezar sin patente municipal en ninguna de las comunas."),
        ("es", "La patente municipal no es necesaria."),
    ],
)
def test_what_has_to_come_first_is_asked_for_late_or_not_at_all(language: str, text: str) -> None:
    assert is_found(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Once we are registered under the Data Protection Act, names are entered."),
        ("en", "Results are not passed to the employer without asking the worker."),
        ("en", "Without asking anybody, the visitor may look at the booth."),
        ("en", "The exemption has to be there before anything is shredded."),
        ("en", "The application goes in before anything else, no exemption means no shredding."),
        ("fr", "Ouvrir sans l'autorisation est exclu."),
        ("de", "Weil wir in Höfen bleiben, brauchen wir kein Gutachten."),
        ("de", "Mit Ausnahme von Sonntagen sind wir jeden Tag am Telefon."),
        ("de", "Ohne die Ausnahme der Naturschutzbehörde bleibt das Nest, wo es ist."),
        ("fr", "Le camion s'y installe une fois l'autorisation obtenue."),
        ("es", "Sin la patente municipal no se puede afilar en ninguna de las comunas."),
    ],
)
def test_what_comes_first_is_told_as_it_is(language: str, text: str) -> None:
    assert not is_found(language, text)
