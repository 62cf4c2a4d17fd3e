"""What is done when a test is passed, so much a day, and prices that are said to be alike."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SAW = {
    "name": "Sägewagen",
    "idea": "Wir sägen den Bauern im Landkreis Cham ihr Holz auf einem Anhänger.",
    "price": "62 € der Festmeter Fichte, 78 € der Festmeter Eiche oder Lärche.",
    "constraint": "Sieben Leute, alle ehrenamtlich, zusammen 28 Stunden in der Woche. 44.000 €.",
    "validation": (
        "Zwei Anhänger in zwei Dörfern, 10 Wochen lang. Läuft jeder mindestens 15 Mal in der Woche,"
        " kaufen wir die anderen zwei."
    ),
}
TALES = {
    "name": "Tales",
    "idea": "Signed stories for deaf children in Ireland, as films on a web page.",
    "price": "€7 a month, but only from the second month.",
    "constraint": (
        "Term two starts on 11 January 2027, which is too early for us; it has to be ready when"
        " term three opens on 3 May 2027. We need the T6 exemption. The two of us, €5,400."
    ),
    "validation": "24 families for 8 weeks. All right if 15 of them still watch in week eight.",
}
NUTS = {
    "name": "Walnussknacker",
    "idea": "Wir knacken im Kreis Borken den Leuten ihre eigenen Walnüsse auf einem Anhänger.",
    "price": "1,80 € je Kilo.",
    "constraint": (
        "Weil es um Diagnosen geht, gilt die DSGVO. Eine Tante spricht von 3.600 €, damit planen"
        " wir nicht; 9.200 € sind da. Zu zweit."
    ),
    "validation": "Fünf Sonnabende. Kommen im Schnitt 350 kg am Tag zusammen, machen wir weiter.",
}


def found(told: dict[str, str], section: str, text: str) -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text", "rule"),
    [
        (
            SAW,
            "mvp_scope.success_metrics",
            "Laufen beide Anhänger achtmal in der Woche, kaufen wir die anderen zwei.",
            "test_differs",
        ),
        (
            TALES,
            "mvp_scope.success_metrics",
            "If six of the 24 families are still watching in week four, the trial has gone well.",
            "test_differs",
        ),
        (
            SAW,
            "brief.differentiation_points",
            "Eiche wird zum selben Preis gesägt wie Fichte.",
            "price_terms_differ",
        ),
        (
            SAW,
            "brief.market_analysis",
            "Bei 9 Festmetern am Tag gehen an acht Samstagen 81 Festmeter durch.",
            "sum_wrong",
        ),
        (
            SAW,
            "milestones.resource_plan",
            "Jeder der sieben gibt 28 Stunden in der Woche.",
            "hours_differ",
        ),
        (
            NUTS,
            "mvp_scope.success_metrics",
            "Tagesschnitt von 250 kg an den fünf Sonnabenden",
            "test_differs",
        ),
        (
            NUTS,
            "how_it_works.security_compliance",
            "Pflichten aus der DSGVO entstehen dadurch nicht.",
            "law_denied",
        ),
        (
            NUTS,
            "milestones.resource_plan",
            "Verfügbar sind 9.200 € und die 3.600 € der Tante.",
            "money_not_counted",
        ),
        (
            NUTS,
            "brief.market_analysis",
            "Der erste Winter gehört ganz dem Kreis Coesfeld, Borken kommt später dazu.",
            "region_differs",
        ),
        (
            TALES,
            "brief.key_constraint",
            "Everything has to stand by 11 January 2027, the first day of term two.",
            "deadline_differs",
        ),
        (
            TALES,
            "brief.value_proposition",
            "A family pays €7 a month from the first month on.",
            "price_terms_differ",
        ),
    ],
)
def test_what_differs_is_found(told: dict[str, str], section: str, text: str, rule: str) -> None:
    assert rule in found(told, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (
            SAW,
            "mvp_scope.success_metrics",
            "Laufen beide Anhänger mindestens 15 Mal in der Woche, kaufen wir die anderen zwei.",
        ),
        (SAW, "brief.differentiation_points", "Eiche wird zum selben Preis gesägt wie Lärche."),
        (NUTS, "mvp_scope.success_metrics", "Tagesschnitt von 350 kg an den fünf Sonnabenden"),
        (NUTS, "milestones.resource_plan", "Verfügbar sind 9.200 €."),
        (NUTS, "brief.market_analysis", "Der erste Winter gehört ganz dem Kreis Borken."),
        (SAW, "brief.market_analysis", "Bei 9 Festmetern am Tag sind das an acht Samstagen 72."),
        (
            SAW,
            "brief.market_analysis",
            "Bei 9 Festmetern am Tag gehen an acht Samstagen mehr als 70 Festmeter durch.",
        ),
        (TALES, "brief.value_proposition", "A family pays €7 a month from the second month on."),
        (TALES, "how_it_works.security_compliance", "What binds us: the T6 exemption."),
        (SAW, "how_it_works.architecture", "Eiche trocknet im selben Schuppen wie Fichte."),
        (
            SAW,
            "brief.market_analysis",
            "Bei 9 Festmetern am Tag machen acht Samstage höchstens 80 Festmeter.",
        ),
        (
            SAW,
            "mvp_scope.success_metrics",
            "Läuft jeder 15 Mal in der Woche, also zweimal am Tag, kaufen wir die anderen zwei.",
        ),
        (
            TALES,
            "mvp_scope.success_metrics",
            "If only ten of the 24 families still watch, we do not carry on.",
        ),
    ],
)
def test_what_agrees_is_no_fault(told: dict[str, str], section: str, text: str) -> None:
    assert not found(told, section, text)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("Van de start tot de eerste schone tas mag het hoogstens 22 weken duren.", 22),
        ("Vanaf de start heb ik 26 weken om de eerste kantine te laten draaien.", 26),
    ],
)
def test_a_dutch_limit_of_weeks_is_read(text: str, weeks: int) -> None:
    idea = "Wij halen vuile tenues op en brengen ze gewassen terug naar de clubs in Assen."
    facts = read_facts({"idea": idea, "constraint": text}, today=date(2026, 11, 29))
    assert facts.duration_weeks.value == weeks
