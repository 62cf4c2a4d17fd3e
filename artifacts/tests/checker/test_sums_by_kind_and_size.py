"""Sums for siblings, for what a pack holds, for what is saved and for so many a week are no faults;
wrong ones are.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

COURSE = {
    "idea": "Wir geben in den Dörfern rund um Plau Kurse im Segeln für Kinder.",
    "price": "90 € je Kind für acht Stunden, Geschwister 70 €.",
    "validation": "Fünf Orte, 6 Wochen. Gut ist es, wenn in dreien sechs Kinder je Woche da sind.",
}
MILL = {
    "idea": "We mill spelt for bakers in Shropshire.",
    "price": "£36 for a sack of 12 kg, and £5 for a bag with 200 g. From ten sacks on £30 a sack.",
    "validation": "Six bakers for 6 weeks. Good if four of the six order six sacks a week.",
}
SEED = {
    "idea": "Wir bürsten den Samen alter Wiesen ab und verkaufen ihn an Gemeinden.",
    "price": "62 € das Kilo für Gemeinden und 8,50 € das Sackerl mit 100 g.",
}
CHECKS = {
    "idea": "I check stoves on narrowboats along the towpath near Hungerford.",
    "price": "£70 for a check, and £50 each when four boats on the same mooring book together.",
}
BRIEF, METRICS = "brief.market_analysis", "mvp_scope.success_metrics"


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Halyard", **told, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (COURSE, BRIEF, "Eine Familie mit zwei Kindern zahlt 160 € für beide Kurse."),
        (COURSE, BRIEF, "Drei Kinder aus einer Familie kosten 230 €."),
        (COURSE, METRICS, "Sechs Kinder in der Woche sind in den 6 Wochen 36 Kinder je Ort"),
        (MILL, METRICS, "Six sacks a week are 36 sacks in the 6 weeks"),
        (MILL, BRIEF, "A baker who takes twelve sacks pays £360, or £2.50 a kilo."),
        (MILL, BRIEF, "In the small bag a kilo is £25."),
        (SEED, BRIEF, "Im Sackerl kostet das Kilo 85 €, für Gemeinden 62 €."),
        (CHECKS, BRIEF, "Four boats that book together pay £200 and save £80 against four checks."),
        (CHECKS, BRIEF, "Four boats on one mooring that book together pay £80 less than alone."),
    ],
)
def test_a_sum_of_its_kind_is_no_fault(told: dict[str, str], section: str, text: str) -> None:
    assert not rules_on(project(told), section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (COURSE, BRIEF, "Eine Familie mit zwei Kindern zahlt 170 € für beide Kurse."),
        (COURSE, METRICS, "Vier Kinder in der Woche genügen in den 6 Wochen"),
        (MILL, BRIEF, "A baker who takes twelve sacks pays £2.90 a kilo."),
        (CHECKS, BRIEF, "Four boats on the same mooring that book together pay £280."),
    ],
)
def test_another_sum_is_one(told: dict[str, str], section: str, text: str) -> None:
    assert rules_on(project(told), section, text)


@pytest.mark.parametrize(
    "text",
    [
        "A film is stored in 1080p and begins to play within 3 seconds.",
        "Where the signal is weak the film costs the visitor nothing and is shown in 480p.",
    ],
)
def test_the_lines_of_a_film_are_no_pence(text: str) -> None:
    assert not rules_on(project(CHECKS), "how_it_works.data_flow", text)


@pytest.mark.parametrize(
    "text",
    [
        "60 amps at 240 volts are 14.4 kW, so the relay has to be rated well above that.",
        "The heater draws 45 amperes at 400 volts.",
    ],
)
def test_volts_and_amps_count_nothing(text: str) -> None:
    kiln = {"idea": "A box that makes an old kiln one to program. It takes 60 amps."}
    assert not rules_on(project(kiln), "brief.market_analysis", text, by_model=True)
