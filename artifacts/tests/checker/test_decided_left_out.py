"""What is left out, in texts that do it and in nearly the same that do not."""

from __future__ import annotations

import pytest

from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_decided_by_bounds import project

MARKET, HOW, OUT = (
    "brief.market_analysis",
    "how_it_works.architecture",
    "mvp_scope.out_of_scope",
)
LANTERNS = {"left_out": "No guided evening trips with paper lanterns."}
SKATES = {"left_out": "No race skates."}
DELIVERY = {"left_out": "Delivery", "target_user": "Walkers in Ely."}
BICYCLES = {
    "constraint": "Bicycles come later, not in the first version. The first crossing is on 1 May."
}
SAYS_NOTHING = {"constraint": "Our map says nothing about houses. We row at night."}
CATTLE = {"constraint": "The Cattle Transport Act 1990 holds.", "left_out": "No cattle transport"}
GERMAN = {"idea": "Ein Ruderboot bringt Wanderer nach dem letzten Bus bei Celle über die Aller."}
HATS = {**GERMAN, "name": "Hut und Faden", "left_out": "Keine Hüte."}
NEEDLES = {**GERMAN, "name": "Nadel und Faden", "left_out": "Keine Nadeln."}
BICYCLES_IN_FRENCH = {
    "idea": "Une barque fait traverser la Seine aux marcheurs près de Vernon après le dernier bus.",
    "constraint": "Nous traversons de nuit. Nous ne louons pas de vélos non plus.",
}
BOOKING = {**GERMAN, "left_out": "Keine Buchung im Netz"}
PROMISED, ON_THE_WEB = {"left_out_promised"}, {"platform_differs"}


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (LANTERNS, MARKET, "We offer guided trips on Sundays.", set()),
        (LANTERNS, MARKET, "We offer guided evening trips on Sundays.", PROMISED),
        (SKATES, HOW, "We serve race skaters on the frozen river.", PROMISED),
        (DELIVERY, HOW, "A rower never once brings a walker to the door.", set()),
        (DELIVERY, HOW, "A rower brings the walkers to their doors.", PROMISED),
        (DELIVERY, HOW, "As we open early, walkers bring their boats to our house.", set()),
        ({"left_out": "Selling"}, HOW, "We sell oars.", PROMISED),
        (BICYCLES, MARKET, "We take bicycles across.", PROMISED),
        (SAYS_NOTHING, HOW, "Houses are drawn.", PROMISED),
        (BICYCLES_IN_FRENCH, MARKET, "Nous louons des vélos.", PROMISED),
        (CATTLE, HOW, "We keep to the cattle transport act 1990.", set()),
        (CATTLE, HOW, "We offer cattle transport.", PROMISED | {"scope_crossed"}),
        (HATS, HOW, "Hut und Faden verkauft Hüte.", PROMISED),
        (HATS, HOW, "Hut und Faden verkauft Stoffe.", set()),
        (NEEDLES, HOW, "Nadel und Faden verkauft Stecknadeln.", PROMISED),
        (BOOKING, HOW, "Die Buchung geschieht im Netz, nicht im Heft.", PROMISED | ON_THE_WEB),
        (BOOKING, HOW, "Die Buchung geschieht im Netz, nicht im Ruderboot.", ON_THE_WEB),
    ],
)
def test_what_is_left_out(told: dict[str, str], section: str, text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), section, text) == rules


SEATS = {"first_version": "Booking a seat\nPaying", "constraint": "We have no jetty."}
LOOK = {"first_version": "The rower looks around before and after every crossing"}


@pytest.mark.parametrize(
    ("told", "line", "rules"),
    [
        (SEATS, "Booking and paying come later", {"core_step_left_out"}),
        (SEATS, "Racing comes later", set()),
        (SEATS, "And", set()),
        (LOOK, "Every lamp cleaned after crossing and before", set()),
    ],
)
def test_step_of_the_first_version(told: dict[str, str], line: str, rules: set[str]) -> None:
    assert rules_on(project(**told), OUT, line) == rules
