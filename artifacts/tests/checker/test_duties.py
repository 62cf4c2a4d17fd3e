"""What a law makes of something, and who alone may do a thing, denied in a text."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

EARS = {
    "idea": "Two audiometricians drive a van to small factories and test the workers' hearing.",
    "constraint": "The curves are health data under UK GDPR. Only somebody with the certificate of"
    " the society may sign the report.",
}
SAMPLES = {
    "idea": "Wir nehmen in Mietshäusern in Halle die Wasserproben und bringen sie ins Labor.",
    "constraint": "Ziehen darf nur, wer geschult und in ein Labor nach DIN EN ISO/IEC 17025"
    " eingebunden ist. Namen der Mieter sind personenbezogene Daten nach der DSGVO.",
}
CURVES = {
    "idea": "Nous testons l'audition des ouvriers dans un camion.",
    "constraint": "Les courbes sont des données de santé selon le RGPD.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EARS, "We keep the curves for years, since a hearing test does not count as health data."),
        (EARS, "The curves are no health data."),
        (EARS, "The report can also be signed by the driver."),
        (EARS, "Anybody can sign the report of a test."),
        (SAMPLES, "Die Probe kann auch der Hausmeister ziehen."),
        (SAMPLES, "Namen der Mieter gelten nicht als personenbezogene Daten."),
        (CURVES, "Les courbes ne sont pas des données de santé."),
    ],
)
def test_a_denied_duty_is_found(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "how_it_works.security_compliance", text)
    assert "law_denied" in found


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (EARS, "The times of the visits do not count as health data, the curves do."),
        (EARS, "The report can also be signed by the second one with the certificate."),
        (EARS, "The report can also be printed in the van."),
        (EARS, "If the doctor is ill, the report can also be signed by the driver."),
        (EARS, "The report can also be signed by no driver."),
        (SAMPLES, "Die Probe kann auch der zweite mit Schulung ziehen."),
        (SAMPLES, "Der Hausmeister kann auch den Keller aufschließen."),
        (SAMPLES, "Die Temperatur des Wassers gilt nicht als personenbezogenes Datum."),
        (CURVES, "Les horaires du camion ne sont pas des données de santé."),
    ],
)
def test_what_a_duty_leaves_is_none(told: dict[str, str], text: str) -> None:
    found = rules_on(project(told), "how_it_works.security_compliance", text)
    assert "law_denied" not in found
