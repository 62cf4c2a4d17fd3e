"""Where a text has us offer something: elsewhere, in one of several places, or in a whole land."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

CHAIRS = {
    "idea": "We repair cane chairs for cafes in Ludlow and Hereford, on a bench in our van.",
    "target_user": "Cafes with 20 to 60 cane chairs, 31 in Ludlow and 22 in Hereford.",
    "problem": "A broken chair goes to a workshop in Bristol and is away for two months.",
    "constraint": "It has to run by 1 May 2027. Two of us, 30 hours a week.",
    "first_version": "The cafe rings us\nWe repair the chair in the van\nThe cafe gets an invoice",
}
BEES = {
    "idea": "Wir leihen Imkern in Sachsen und Thüringen eine Honigschleuder auf einem Anhänger.",
    "target_user": "Imker mit 5 bis 30 Völkern, 60 in Sachsen und 40 in Thüringen.",
    "constraint": "Am 1. Mai 2027 muss es laufen. Zu zweit, 20 Stunden in der Woche.",
    "first_version": "Der Imker bucht den Anhänger\nEr schleudert seinen Honig",
}


def found(told: dict[str, str], section: str, text: str) -> bool:
    project = ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})
    return "region_differs" in rules_on(project, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (CHAIRS, "brief.market_analysis", "The chairs are mended for cafes in Exeter and Truro."),
        (CHAIRS, "brief.target_user", "Cafes in Exeter ring us on Mondays."),
        (CHAIRS, "brief.value_proposition", "The bench stands in front of cafes across Norfolk."),
        (BEES, "brief.target_user", "Der Imker schleudert seinen Honig auf Höfen rund um Passau."),
        (BEES, "brief.market_analysis", "Zum Auftakt steht der Anhänger bei Imkern in Passau."),
        (BEES, "brief.value_proposition", "Imker in Dörfern der Uckermark buchen den Anhänger."),
    ],
)
def test_what_we_offer_elsewhere_is_found_whatever_its_verb(
    told: dict[str, str], section: str, text: str
) -> None:
    assert found(told, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (CHAIRS, "brief.market_analysis", "The van mends chairs for cafes in Hereford."),
        (CHAIRS, "milestones.resource_plan", "The bench for the van is built in Exeter."),
        (CHAIRS, "milestones.resource_plan", "The cane comes from a supplier near Exeter."),
        (CHAIRS, "brief.competitive_strategy", "A workshop in Exeter mends chairs for cafes."),
        (CHAIRS, "brief.market_analysis", "Cafes in Exeter throw broken cane chairs away."),
        (CHAIRS, "brief.market_analysis", "Cafes in Exeter ask, but we do not go there."),
        (CHAIRS, "brief.value_proposition", "We mend chairs for cafes anywhere in the van."),
        (CHAIRS, "brief.problem_statement", "Cafes throughout England wait for us to mend."),
        (CHAIRS, "brief.market_analysis", "Chairs in Ludlow are older than those in Exeter."),
        (CHAIRS, "brief.problem_statement", "In Exeter cafes wait for their chairs as well."),
        (CHAIRS, "how_it_works.architecture", "The invoice is sent by a server in Frankfurt."),
        (BEES, "brief.market_analysis", "In Passau leihen sich Imker seit Jahren eine Schleuder."),
        (BEES, "milestones.resource_plan", "Der Anhänger wird in Passau gebaut."),
        (BEES, "milestones.resource_plan", "Von dem Geld zahlen wir die ersten Löhne."),
    ],
)
def test_what_comes_from_elsewhere_or_is_done_there_by_others_is_none(
    told: dict[str, str], section: str, text: str
) -> None:
    assert not found(told, section, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CHAIRS, "Hereford is left for the second summer."),
        (CHAIRS, "Hereford joins in 2028."),
        (CHAIRS, "Hereford is only added when Ludlow pays its way."),
        (CHAIRS, "The van mends chairs in Exeter before it goes to Hereford."),
        (BEES, "Thüringen kommt erst dran, wenn Sachsen läuft."),
        (BEES, "Thüringen heben wir uns für das Jahr darauf auf."),
        (BEES, "Sachsen bleibt im ersten Jahr außen vor."),
        (BEES, "Thüringen kommt frühestens 2029 dazu."),
    ],
)
def test_a_place_of_ours_that_waits_is_found(told: dict[str, str], text: str) -> None:
    assert found(told, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (CHAIRS, "The rest of Hereford county follows when there is time."),
        (CHAIRS, "Hereford joins in March 2027."),
        (CHAIRS, "A second van for Hereford is bought in the second year."),
        (BEES, "Thüringen ist ab Mai 2027 dabei."),
        (BEES, "Weitere Imker in Thüringen kommen im zweiten Jahr dazu."),
    ],
)
def test_a_place_of_ours_that_is_there_is_none(told: dict[str, str], text: str) -> None:
    assert not found(told, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (CHAIRS, "mvp_scope.scalability_plan", "The first season is limited to Ludlow."),
        (CHAIRS, "brief.market_analysis", "Cafes anywhere in England can ring us from day one."),
        (CHAIRS, "brief.value_proposition", "Cafes nationwide can book the van."),
        (BEES, "brief.market_analysis", "Zum Start ist der Anhänger nur in Thüringen unterwegs."),
        (BEES, "brief.market_analysis", "Imker in allen 16 Bundesländern können ihn buchen."),
    ],
)
def test_fewer_places_and_more_than_ours_are_found(
    told: dict[str, str], section: str, text: str
) -> None:
    assert found(told, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (CHAIRS, "mvp_scope.scalability_plan", "The trial of four weeks is limited to Ludlow."),
        (CHAIRS, "mvp_scope.scalability_plan", "Later cafes anywhere in England may book the van."),
        (CHAIRS, "brief.competitive_strategy", "Other firms collect chairs all over England."),
        (BEES, "brief.market_analysis", "Nur in Sachsen und Thüringen ist der Anhänger unterwegs."),
        (BEES, "brief.market_analysis", "Bundesweit gibt es viele Imker."),
    ],
)
def test_a_trial_and_what_is_for_later_are_none(
    told: dict[str, str], section: str, text: str
) -> None:
    assert not found(told, section, text)
