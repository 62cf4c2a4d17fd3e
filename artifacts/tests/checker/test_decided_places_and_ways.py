"""Places and ways at the bounds of what the founder told, beside the same on the other side."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.made_here import is_made_here
from artifacts.checker.comparisons.reach import ways_told
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import NumberMatch
from artifacts.facts.schema import Fact, Facts
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET, USERS, VALUE, GROWTH, FLOW = (
    "brief.market_analysis",
    "brief.target_user",
    "brief.value_proposition",
    "mvp_scope.scalability_plan",
    "how_it_works.data_flow",
)
DEADLINE = "It has to run by 1 May 2027."


def project(**told: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {"name": "Van near Exeter", "constraint": DEADLINE, **told, "today": date(2026, 12, 1)}
    )


CHAIRS = {
    "idea": "We repair cane chairs for cafes in Ludlow and Hereford, on a bench in our van.",
    "target_user": "Cafes with 20 to 60 cane chairs, 31 in Ludlow and 22 in Hereford.",
    "first_version": "The cafe rings us\nWe repair the chair in the van\nThe cafe gets an invoice",
}
HERE = project(**CHAIRS)
NOT_THERE = project(**CHAIRS, left_out="No cafes in Bristol")
LATER_THERE = project(
    **CHAIRS,
    constraint=f"{DEADLINE} In the first summer we go to Ludlow, later to Hereford, too.",
)
LATER_TOLD = project(**CHAIRS, constraint=f"{DEADLINE} Hereford comes later, when Ludlow runs.")
EVERYWHERE = project(**CHAIRS, problem="Cafes nationwide throw broken chairs away.")


BOTH = {"left_out_promised", "region_differs"}


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (HERE, GROWTH, "Cafes across the country can book us.", set()),
        (HERE, GROWTH, "From the start, cafes all over the country book us.", {"region_differs"}),
        (HERE, MARKET, "Other shops nationwide can book our bench for cane chairs.", set()),
        (HERE, MARKET, "Motorists nationwide can book a bench.", set()),
        (HERE, MARKET, "Motorists nationwide can book a bench for chairs.", {"region_differs"}),
        (HERE, MARKET, "Motorists nationwide can book us.", {"region_differs"}),
        (HERE, USERS, "Cafes like Van near Exeter and ask Van near Exeter for chairs.", set()),
        (HERE, USERS, "Cafes like Van near Exeter for chairs near Exeter.", {"region_differs"}),
        (HERE, MARKET, "Cafes throughout Hereford can book the van.", set()),
        (HERE, MARKET, "Cafes throughout Devon can book the van.", {"region_differs"}),
        (EVERYWHERE, MARKET, "Cafes throughout Devon can book the van.", set()),
        (HERE, MARKET, "Hereford is left out in the first summer.", {"region_differs"}),
        (LATER_THERE, MARKET, "Hereford is left out in the first summer.", set()),
        (LATER_THERE, MARKET, "Ludlow is left out in the first summer.", {"region_differs"}),
        (LATER_TOLD, MARKET, "Hereford follows once Ludlow runs.", set()),
        (HERE, MARKET, "Hereford follows once Ludlow runs.", {"region_differs"}),
        (HERE, USERS, "From 2028 the van mends cane chairs for cafes in Exeter.", set()),
        (HERE, USERS, "From 2027 the van mends cane chairs in Exeter.", {"region_differs"}),
        (NOT_THERE, MARKET, "Bristol has many cafes.", set()),
        (NOT_THERE, MARKET, "We do not serve Bristol.", set()),
        (NOT_THERE, MARKET, "We serve cafes in Bristol.", BOTH),
        (NOT_THERE, MARKET, "Our first cafes are in Bristol.", BOTH),
    ],
)
def test_a_place_is_ours(told: ProjectInput, section: str, text: str, rules: set[str]) -> None:
    assert rules_on(told, section, text) == rules


WITHOUT_LINK = "It has to work without a connection."
PAGE = project(idea="Members count bats near Ely on a web page.")
KEPT = project(
    idea="Members count bats near Ely on a web page.",
    workaround="Today I keep the list on my laptop.",
)
NO_IPHONE = project(
    idea="Members count bats near Ely on a web page.",
    constraint=f"{DEADLINE} No app for the iPhone.",
)
ANDROID = project(
    idea="Members count bats near Ely on an app for Android.",
    constraint=f"{DEADLINE} No app for the iPhone.",
)
NO_APP = project(
    idea="Mitglieder zählen bei Celle Fledermäuse auf einer Webseite.",
    constraint="Am 1. Mai 2027 muss es laufen. Keine App.",
)
NO_SIGNAL = project(
    idea="Members count bats near Ely on a phone, also without a signal.",
    constraint=f"{DEADLINE} {WITHOUT_LINK}",
)
NO_CUSHIONS = project(
    idea="Mit einer Maschine auf dem Anhänger reinigen wir Betten im Landkreis Wittmund.",
    constraint="Neue Kissen verkaufen wir nicht. Zu zweit, 39.000 €.",
)
BY_ANOTHER_WAY, NEEDS_A_LINK = {"platform_differs"}, {"offline_denied"}


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (PAGE, FLOW, "Members open an app on their phone.", BY_ANOTHER_WAY),
        (PAGE, FLOW, "Members need no app for that.", set()),
        (PAGE, FLOW, "Members would need an app if there were no page.", set()),
        (PAGE, FLOW, "If members need an app, they get one.", set()),
        (PAGE, FLOW, "Members install a program on their laptop.", BY_ANOTHER_WAY),
        (KEPT, FLOW, "Members install a program on their laptop.", set()),
        (NO_IPHONE, FLOW, "Members open an app.", {"left_out_promised", *BY_ANOTHER_WAY}),
        (ANDROID, FLOW, "Members open an app.", set()),
        (ANDROID, FLOW, "Members open it on an iPhone.", {"left_out_promised"}),
        (NO_APP, FLOW, "Wir bauen die Handy-App.", {"left_out_promised", *BY_ANOTHER_WAY}),
        (NO_APP, FLOW, "Mitglieder haben dafür das Handy in der Hand.", set()),
        (
            NO_SIGNAL,
            FLOW,
            "Without a signal paper is not needed, the phone keeps every count.",
            set(),
        ),
        (NO_SIGNAL, FLOW, "Without a signal the phone is not used.", NEEDS_A_LINK),
        (NO_SIGNAL, FLOW, "Offline the screen stays blank.", NEEDS_A_LINK),
        (NO_SIGNAL, FLOW, "When the signal drops, counts can still be entered.", set()),
        (NO_SIGNAL, FLOW, "When the signal drops, counts can be read, not entered.", NEEDS_A_LINK),
        (NO_SIGNAL, FLOW, "Without a signal no count can be entered.", NEEDS_A_LINK),
        (NO_SIGNAL, FLOW, "Without a signal no count can be entered.[[+]]", set()),
        (NO_CUSHIONS, VALUE, "Es gibt auch neue Daunenkissen.", {"left_out_promised"}),
        (NO_CUSHIONS, VALUE, "Es gibt auch neue Handtücher.", set()),
    ],
)
def test_a_way_or_a_thing_is_ours(
    told: ProjectInput, section: str, text: str, rules: set[str]
) -> None:
    assert rules_on(told, section, text) == rules


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("522 boats in 12 weeks are 43 boats a week.", [43]),
        ("523 boats in 12 weeks are 43 boats a week.", []),
        ("Here 522 boats in 12 weeks are 43", []),
        ("The 2 boats take 100 walkers, on average 49 walkers in each.", [2, 49]),
        ("The 2 boats take 100 walkers, on average 48 walkers in each.", []),
        ("Each of the 5 walkers has 0 bags, and all have 7 sticks.", []),
        ("30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40 and 41 walkers in 13 of 17 weeks, 221.", []),
        ("Boats take 9, 10 and 11 walkers in 13 of 17 weeks, 221 in all.", [221]),
    ],
)
def test_a_count_is_made_of_others_in_its_sentence(text: str, made: list[int]) -> None:
    (sentence,) = read_text(text, "en", "GB")
    assert [n.value for n in sentence.each(NumberMatch) if is_made_here(sentence, n)] == made


def test_ways_of_which_no_words_are_known_are_told_in_none() -> None:
    sheet = Facts(platforms=(Fact(value="web"),))
    assert ways_told(Knowledge({"idea": "Members count bats."}, sheet, date(2026, 12, 1))) == ""
