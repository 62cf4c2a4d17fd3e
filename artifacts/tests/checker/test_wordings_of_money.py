"""Prices, sums and money that waits, in the words of founders whom nobody has seen."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

HEDGES = {
    "name": "Hedge Hands",
    "idea": "We lay hedges for farms around Kendal, in Cumbria.",
    "target_user": "Farms with half a mile of hedge and more. The landlord pays nothing.",
    "workaround": "A flail with a camera on the tractor.",
    "price": (
        "£12 a yard, a tenner if it's bramble, with a twenty-yard minimum. The first visit is £60,"
        " every visit after that £45. An estate pays £900 a year for up to six farms. A stile £80,"
        " a gate £140. In winter £30 a month goes to nobody."
    ),
    "constraint": (
        "£6,500 in all: £4,000 is a loan from an uncle, the other £2,500 the park pays, signed, and"
        " it's paid out as a refund after a hedge is laid. It must not take longer than 30 weeks"
        " from the day the stakes arrive. Our records come under ABCD. No camera, no new fences."
        " Half the farms have no signal."
    ),
    "validation": "We reckon with 40 farms; good if 30 of them ask again.",
    "stage": "Not one hedge is laid yet.",
    "first_version": "A farm rings\nWe swap days in the list\nThe farm gets a photo of the hedge",
}


@cache
def hedges() -> ProjectInput:
    return ProjectInput.from_brief({**HEDGES, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.market_analysis", "A yard costs £12, bramble or not.", "price_condition_dropped"),
        (
            "brief.market_analysis",
            "A farm with a single yard pays £12.",
            "price_terms_differ",
        ),
        ("brief.market_analysis", "We do the first visit at £45.", "price_terms_differ"),
        ("brief.market_analysis", "An estate pays £900 for each farm.", "price_terms_differ"),
        ("brief.market_analysis", "A stile costs £160.", "price_terms_differ"),
        ("brief.market_analysis", "On £50 there is 8 % of it to pay, so £5.", "sum_wrong"),
        ("brief.market_analysis", "Of 40 farms 31 asked again, so 19 were lost.", "sum_wrong"),
        (
            "milestones.resource_plan",
            "The £4,000 need not be paid back.",
            "source_of_money_differs",
        ),
        ("milestones.resource_plan", "The £4,000 are a gift.", "source_of_money_differs"),
        ("milestones.resource_plan", "All £6,500 are there on the first day.", "money_too_early"),
        (
            "milestones.risk_mitigation_timeline",
            "The first hedge is ready 40 weeks after the stakes have arrived.",
            "duration_exceeded",
        ),
        ("how_it_works.security_compliance", "ABCD does not come into it.", "law_denied"),
        ("how_it_works.architecture", "A camera films the hedge.", "left_out_promised"),
        ("mvp_scope.success_metrics", "Of the 40 farms 12 ask again.", "test_differs"),
        (
            "mvp_scope.out_of_scope",
            "Photo of swaps; it comes later than the first season",
            "core_step_left_out",
        ),
    ],
)
def test_another_price_sum_or_time_is_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(hedges(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.market_analysis", "A farm with 25 yards pays £300."),
        ("brief.market_analysis", "Bramble costs £10 a yard."),
        ("brief.market_analysis", "Twenty yards, five of them bramble, cost £230."),
        ("brief.market_analysis", "A stile is £80, so a gate costs £60 more."),
        ("brief.market_analysis", "On £50 there is 8 % of it to pay, so £4."),
        ("brief.market_analysis", "Of 40 farms 31 asked again, so nine were lost."),
        ("milestones.resource_plan", "After the refund there is £6,500."),
        ("milestones.resource_plan", "Before any refund there is £4,000."),
        ("milestones.resource_plan", "The uncle's £4,000 are paid back in autumn."),
        ("how_it_works.architecture", "Half the farms are rung up."),
        ("mvp_scope.success_metrics", "30 of the 40 farms ask again."),
        ("mvp_scope.success_metrics", "Each of the 40 farms is visited six times."),
        ("brief.market_analysis", "The first hedge is planned for the last week of April."),
    ],
)
def test_what_follows_from_what_was_told_is_left_alone(section: str, text: str) -> None:
    assert rules_on(hedges(), section, text) == set()


PRESSE = {
    "name": "Mostkarre",
    "idea": "Wir pressen Äpfel in Dörfern bei Fulda.",
    "target_user": "Leute mit Bäumen. Die Familie zahlt keinen Cent, das macht die Gemeinde.",
    "price": "Die Gemeinde zahlt 6,00 € für den 5-Liter-Beutel. Einzelfahrt 34 €, Doppelfahrt 49.",
    "constraint": (
        "Solange uns das Amt nicht anerkannt hat, dürfen wir nichts pressen. 9.000 €, ein Darlehen"
        " der Sparkasse. Kein elektronisches Schloss."
    ),
}


@cache
def presse() -> ProjectInput:
    return ProjectInput.from_brief({**PRESSE, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.target_user", "Die 6,00 € zahlt die Familie.", "payer_differs"),
        ("brief.market_analysis", "Eine Doppelfahrt kostet 68 €.", "price_terms_differ"),
        (
            "milestones.resource_plan",
            "Die 9.000 € sind ein Zuschuss.",
            "source_of_money_differs",
        ),
        (
            "how_it_works.security_compliance",
            "Die ersten Tage finden statt, während die Anerkennung noch beim Amt liegt.",
            "law_denied",
        ),
    ],
)
def test_german_wordings_of_the_same_are_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(presse(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.target_user", "Die 6,00 € zahlt die Gemeinde."),
        ("brief.market_analysis", "Ein Liter kostet 1,20 €."),
        ("how_it_works.architecture", "Der Anhänger hat ein gewöhnliches Schloss."),
    ],
)
def test_german_wordings_that_agree_are_left_alone(section: str, text: str) -> None:
    assert rules_on(presse(), section, text) == set()


ORGAN = {
    "name": "Pipe Relief",
    "idea": "We find organists for parishes around Lund when theirs is ill.",
    "price": "€40 a service. Whoever wants music for a wedding puts €60 on top. 120 € a year.",
    "constraint": (
        "9,000 in all: 6.000 € from the diocese, 3.000 from our own pocket. It has to run by 1 May"
        " 2027. Our lists come under ABC and DEF. Funerals we leave out. We never buy or sell"
        " instruments."
    ),
    "validation": "Forty parishes; if 24 of them would book for 2029 we go on.",
}


@cache
def organ() -> ProjectInput:
    return ProjectInput.from_brief({**ORGAN, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("how_it_works.security_compliance", "DEF does not apply to lists.", "law_denied"),
        ("mvp_scope.scalability_plan", "Funerals are also taken.", "left_out_promised"),
        ("mvp_scope.scalability_plan", "Parishes sell us instruments.", "left_out_promised"),
        ("mvp_scope.success_metrics", "12 of 40 parishes would book.", "test_differs"),
        ("milestones.resource_plan", "A bank loan pays for the page.", "source_of_money_differs"),
    ],
)
def test_what_is_left_out_or_comes_under_a_law_is_found(section, text, rule) -> None:
    assert rule in rules_on(organ(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("mvp_scope.success_metrics", "24 of 40 parishes would book for 2029."),
        ("milestones.resource_plan", "An organ on loan is tuned first."),
    ],
)
def test_years_and_loans_that_agree_are_left_alone(section: str, text: str) -> None:
    assert rules_on(organ(), section, text) == set()
