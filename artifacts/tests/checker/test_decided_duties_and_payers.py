"""Permits, laws and who pays, each beside nearly the same on the other side of a rule."""

from __future__ import annotations

import re

import pytest

from artifacts.checker.check import check
from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.measures import conversions
from artifacts.checker.comparisons.things_needed import law_sentences
from artifacts.checker.text import without
from artifacts.schemas import ArtifactType
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_checker import written
from artifacts.tests.checker.test_decided_by_bounds import project

LAWS, MARKET = (
    "how_it_works.security_compliance",
    "brief.market_analysis",
)
FERRIES = {"constraint": "The Inland Ferries Act 1982 asks us for a lamp."}
IF_MORE = {"constraint": "If we carried more than twelve, the Inland Ferries Act 1982 would apply."}
LICENCE = {"constraint": "Everybody who rows needs a boatman's licence."}
INSURED = {"constraint": f"{LICENCE['constraint']} The insurance has been granted."}
BOARD = {"constraint": "The Harbour Board of Wisbech has to grant a licence before we row."}
PAINTING = {"constraint": "The licence comes first, and the painting of the boat in spring."}
DENIED = {"law_denied"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (FERRIES, "A second Inland Ferries Act is superfluous.", set()),
        (FERRIES, "The rowers need not read the Inland Ferries Act.", DENIED),
        (IF_MORE, "The Inland Ferries Act does not apply to us.", DENIED),
        (LICENCE, "The boatman's licence is no problem, since it has been granted.", DENIED),
        (INSURED, "The boatman's licence has been granted.", set()),
        (BOARD, "We start in April while the Harbour Board is still deciding.", DENIED),
        (BOARD, "We start in April while the Board is still deciding.", set()),
        (PAINTING, "The painting of the boat is optional.", set()),
        (PAINTING, "The licence is optional.", DENIED),
        ({"constraint": "Nobody rows without a form and a lamp."}, "A lamp is optional.", DENIED),
    ],
)
def test_laws_and_permits(told: dict[str, str], text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), LAWS, text) == rules


CHILDREN = {"price": "Adults pay £9 a crossing. Children pay nothing."}
GUESTS = {"price": "Walkers pay £9 a crossing. Hotel guests don't pay the crossing."}
BY_CROSSING = {"price": "£9 a crossing."}
LOCKER = {"price": "A locker costs £9 a month. The first month of a bench is £4."}
SUMMER = {"price": "Walkers pay £9 a crossing. We charge that only in the summer."}
UNKNOWN, PAYER = {"amount_unknown"}, {"payer_differs"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (CHILDREN, "Children pay a fee of £2.", UNKNOWN | PAYER),
        (CHILDREN, "Adults pay a fee of £9.", set()),
        (CHILDREN, "Children have to be paid for.", set()),
        (GUESTS, "Hotel guests pay £5 for a lamp.", UNKNOWN | {"price_terms_differ"}),
        (GUESTS, "Hotel guests pay £5 for the crossing.", UNKNOWN | PAYER),
        (BY_CROSSING, "We charge no fee.", set()),
        ({"price": "£9 a month."}, "We charge no fee.", PAYER),
        (LOCKER, "Walkers pay no rent for a locker.", PAYER),
        (LOCKER, "Walkers pay no rent for the jetty.", set()),
        (SUMMER, "Outside the summer the crossing is free.", set()),
        (SUMMER, "Outside Norwich the crossing is free.", PAYER),
    ],
)
def test_who_pays(told: dict[str, str], text: str, rules: set[str]) -> None:
    assert rules_on(project(**told), MARKET, text) == rules


def test_a_price_on_the_page_of_facts_alone_has_no_words() -> None:
    sheet = project(price="£9 a month.").sheet
    prices = tuple(price.model_copy(update={"said": ()}) for price in sheet.prices)
    corrected = project().model_copy(
        update={"facts": project().sheet.model_copy(update={"prices": prices})}
    )
    contents = written(corrected)
    contents[ArtifactType("brief")].market_analysis += "\n\nWe charge no fee."
    findings = check(corrected, contents).findings
    assert [f.told for f in findings if f.rule == "payer_differs"] == ["-"]


@pytest.mark.parametrize(
    ("told", "text", "made"),
    [
        ("Ein Glas zu 500 g.", "Das Glas kostet 9 € je kg.", {1000, 2}),
        ("A crew of 4 rowers.", "A crew carries 2 kg.", set()),
        ("A crate of 0 g.", "A crate holds 2 kg.", {1000}),
    ],
)
def test_what_a_thing_holds(told: str, text: str, made: set[int]) -> None:
    language = "de" if "Glas" in told else "en"
    sentence, *_ = read_text(text, language, "")
    assert set(conversions(sentence, read_text(told, language, ""))) == made


def test_a_law_may_be_all_that_a_sentence_names() -> None:
    told = read_text("We keep to it. The ferries by law.", "en", "")
    assert law_sentences([("Ferry Law", told[1].stems)], told) == {"Ferry Law": told[1]}


@pytest.mark.parametrize(
    ("section", "text", "is_generic"),
    [
        (MARKET, "We use best practices.", True),
        (MARKET, "We use best practices for 3 people.", False),
        (MARKET, "We use best practices in [[F-1]].", False),
        ("mvp_scope.success_metrics", "We use best practices.", False),
    ],
)
def test_a_sentence_for_any_project(section: str, text: str, *, is_generic: bool) -> None:
    rules = rules_on(project(), section, text, by_model=True)
    assert ("sentence_generic" in rules) is is_generic


def test_words_stay_apart_without_what_stands_between_them() -> None:
    assert without(re.compile(r" in none(?= )"), " a licence in none of them ") == (
        " a licence  of them "
    )
