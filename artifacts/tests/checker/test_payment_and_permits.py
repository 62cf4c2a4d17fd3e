"""How one pays, what is free for how long, and what has to come first."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.paying import is_elliptic, pays_not
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

SKATES = {
    "name": "Blade Bench",
    "idea": "We sharpen skates for families in Duluth, Minnesota, in a trailer at the rinks.",
    "target_user": "Families with two or more skaters.",
    "price": (
        "$9 a pair, in the first year $7 a pair. The first two weeks are free. No booking fee. They"
        " pay by card on the spot. A rink pays $80 a month, from November to March only."
    ),
    "constraint": (
        "Every sharpener has to pass the safety inspection before the first skate is touched. We"
        " need the city permit. They book on the web page, it has to work without a connection."
    ),
    "stage": "We have talked to nine rinks. Nobody has paid, and not one pair is sharpened.",
}


@cache
def skates() -> ProjectInput:
    return ProjectInput.from_brief({**SKATES, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.market_analysis", "Families pay in cash.", "payment_way_differs"),
        ("brief.market_analysis", "A family pays within 14 days.", "payment_way_differs"),
        ("brief.market_analysis", "The first three months are free.", "price_terms_differ"),
        ("brief.market_analysis", "Each booking costs $18.", "price_terms_differ"),
        ("brief.market_analysis", "In the first year a pair costs $9.", "price_terms_differ"),
        ("brief.market_analysis", "A rink pays $960 a year.", "amount_unknown"),
        ("brief.market_analysis", "Forty families have already paid.", "stage_differs"),
        ("brief.market_analysis", "Some 300 pairs have been sharpened.", "stage_differs"),
        ("brief.market_analysis", "It is only an idea so far.", "stage_differs"),
        ("brief.target_user", "Families in Ontario bring their skates.", "region_differs"),
        ("how_it_works.security_compliance", "The city permit can wait.", "law_denied"),
        ("how_it_works.security_compliance", "Nobody needs a city permit.", "law_denied"),
        (
            "how_it_works.security_compliance",
            "The city permit has been granted.",
            "law_denied",
        ),
        (
            "how_it_works.security_compliance",
            "The inspection is only required for rinks.",
            "law_denied",
        ),
        (
            "how_it_works.security_compliance",
            "The inspection follows after the first hundred skates.",
            "law_denied",
        ),
        ("how_it_works.architecture", "Families book in our app.", "platform_differs"),
        ("how_it_works.architecture", "There is no web page.", "platform_differs"),
        (
            "how_it_works.architecture",
            "The trailer uses a desktop program that is installed there.",
            "platform_differs",
        ),
        (
            "how_it_works.data_flow",
            "Without a connection pairs are noted on paper.",
            "offline_denied",
        ),
    ],
)
def test_what_is_otherwise_than_told_is_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(skates(), section, text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("brief.market_analysis", "Families pay by card at the trailer."),
        ("brief.market_analysis", "We pay the suppliers within 14 days."),
        ("brief.market_analysis", "The first two weeks are free."),
        ("brief.market_analysis", "In the first year a pair costs $7, afterwards $9."),
        ("brief.market_analysis", "A rink pays $400 a year."),
        ("brief.market_analysis", "Nine rinks have talked to us, and nobody has signed."),
        ("brief.market_analysis", "Once ten families have paid, we look for a second trailer."),
        ("brief.target_user", "Skates from Ontario come dull."),
        ("how_it_works.security_compliance", "Nobody needs to wait for a second permit."),
        ("how_it_works.security_compliance", "Skates can wait until the permit is there."),
        ("how_it_works.security_compliance", "Nobody who cannot wait is served without a permit."),
        ("how_it_works.architecture", "There is no app, families book on the web page."),
        ("how_it_works.data_flow", "Without a connection the page keeps the bookings."),
    ],
)
def test_what_is_as_told_is_left_alone(section: str, text: str) -> None:
    assert rules_on(skates(), section, text) == set()


@pytest.mark.parametrize(
    ("language", "text", "elliptic", "denied"),
    [
        ("en", "The receiver pays, the giver nothing.", True, True),
        ("de", "Die Schule zahlt, die Eltern nichts.", True, True),
        ("de", "Die Schule zahlt, die Eltern nicht.", True, True),
        ("fr", "L'école paie, les parents rien.", True, True),
        ("nl", "De school betaalt, de ouders niets.", True, True),
        ("es", "La escuela paga, los padres nada.", True, True),
        ("en", "The receiver pays, the giver helps.", False, False),
        ("en", "The receiver waves, the giver nothing.", False, False),
        ("en", "The giver nothing.", False, False),
        ("en", "The receiver pays, the giver of the old red boots nothing.", False, False),
        ("en", "They buy nothing.", False, True),
        ("en", "We buy no boots.", False, False),
        ("en", "Without a permit no fund pays.", False, False),
        ("en", "They pay £3 and no more.", False, False),
    ],
)
def test_who_pays_nothing_may_be_told_without_a_verb(
    language: str, text: str, elliptic: bool, denied: bool
) -> None:
    (sentence,) = read_text(text, language, "EUR")
    last = sentence.clauses[-1]
    assert (is_elliptic(last), pays_not(last)) == (elliptic, denied)
