"""Bills and payers at the bounds of what the founder told, beside the same on the other side."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.bill_terms import up_to_so_many
from artifacts.checker.comparisons.bills import is_bill, wrong_bill
from artifacts.checker.context import CheckContext
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

IDEA = "A cafe boat sells soup and tea to walkers on the Ouse near Ely. A stay lasts four weeks."


def project(price: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {
            "name": "Ember",
            "idea": IDEA,
            "constraint": "It has to run by 1 May 2027.",
            "price": price,
            "today": date(2026, 12, 1),
        }
    )


CUP = project("£3 a cup. £1.26 a bun.")
TRAP = project("The first 50 traps are free, then £2.40 a trap. Hire of the boat costs £30.")
TRAP_FIRST = project("£2.40 a trap, the first 50 are free.")
FIRST = project("The first visit costs £9, each further visit £5.")
VISIT = project("£10 a visit.")
CLUB = project("£60 a year for a club, £20 a boat.")
ABROAD = project("€60 a year for a club, £20 a boat.")
SAILS = project("£60 a year for a club, £20 a sail.")
BY_NIGHT = project("£10 a visit by day, £15 a visit after six. Parking costs £4.")
WRONG = {"sum_wrong"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (CUP, "Two buns cost £2.52.", set()),
        (CUP, "Two buns cost £2.51.", WRONG),
        (CUP, "1 cup and 2 buns cost £5.52.", set()),
        (CUP, "1 cup and 2 buns cost £5.62.", WRONG),
        (CUP, "One cup costs £4.", {"amount_unknown"}),
        (CUP, "Three cups in 20 minutes cost £9.", set()),
        (CUP, "Three cups in 20 minutes cost £8.", WRONG),
        (CUP, "Six cups and 5 pots cost £15.", set()),
        (CUP, "Six cups and 5 pots cost £16.", WRONG),
        (CUP, "Three cups cost £9, six cups £18.", set()),
        (TRAP, "60 traps cost £24.", set()),
        (TRAP, "60 traps cost £25.", WRONG),
        (TRAP, "50 traps and the hire of the boat cost £30.", set()),
        (TRAP, "50 traps and the hire of the boat cost £40.", WRONG),
        (TRAP_FIRST, "60 traps cost £24.", set()),
        (FIRST, "Three visits cost £19.", set()),
        (FIRST, "Three visits cost £24.", WRONG),
        (CUP, "Six cups and 5 pots cost 15 pesos.", set()),
        (VISIT, "Two visits every week cost £80.", set()),
        (VISIT, "Two visits every week cost £90.", WRONG),
        (CLUB, "A club with 2 boats pays £30 per boat.", set()),
        (CLUB, "A club with 3 boats pays £30 per boat.", WRONG),
        (CLUB, "A club with 2 boats pays £30 per walker.", WRONG),
        (ABROAD, "A club with 2 boats pays £30 per boat.", WRONG),
        (SAILS, "With its boats a club with 2 sails pays £30 per boat.", WRONG),
        (BY_NIGHT, "6 visits, 5 of them after six, cost £85.", set()),
        (BY_NIGHT, "6 visits, 5 of them after six, cost £95.", WRONG),
    ],
)
def test_a_bill_is_made_of_our_prices(told: ProjectInput, text: str, rules: set[str]) -> None:
    assert rules_on(told, "brief.market_analysis", text) == rules


@pytest.mark.parametrize(
    ("text", "is_one", "is_wrong"),
    [
        ("Three cups cost £9.", True, False),
        ("Three cups cost £8.", False, True),
        ("Three cups cost £9 to £11.", False, False),
        ("Three cups cost £8 to £10.", False, False),
    ],
)
def test_a_bill_is_one_amount(text: str, is_one: bool, is_wrong: bool) -> None:
    known = CheckContext(CUP, {}).knowledge
    (sentence,) = read_text(text, "en", "GB")
    (total,) = sentence.each(MoneyMatch)
    assert is_bill(known, sentence, total) is is_one
    assert wrong_bill(known, sentence) is (total if is_wrong else None)


PLANS = project("£1,150 for a set of plans, up to three floors.")


def test_a_price_holds_up_to_a_number() -> None:
    known = CheckContext(PLANS, {}).knowledge
    (price,) = known.money
    assert [[*up_to_so_many(Decimal(n), price)] for n in (2, 3, 4)] == [[1150], [1150], []]


CHURCH = project("The town pays 30 % of a visit, the church 20 %. A visit costs £10.")
AT_MOST = project("A shop pays £9 a kilo, and the neighbours get at most £4 a kilo.")
BARE = project("A shop pays £9 a kilo, and the neighbours get 4 a kilo.")
BY_WEEK = project("A farm pays £10 a week, a garden pays £520.")
ONE_FARM = project("1 farm pays £60 a year, a garden pays £4 a year.")
BY_OTHERS = {"payer_differs"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (AT_MOST, "Each neighbour pays £4 a kilo.", BY_OTHERS),
        (BARE, "Each neighbour pays £4 a kilo.", BY_OTHERS),
        (BARE, "Each shop pays £9 a kilo.", set()),
        (BY_WEEK, "The £520 are paid by one farm.", BY_OTHERS),
        (BY_WEEK, "The £520 are paid by 52 farms.", set()),
        (CHURCH, "The church pays 30 %.", BY_OTHERS),
        (CHURCH, "The church pays on 30 % of the 60 days.", set()),
        (ONE_FARM, "A farm pays £4 a year.", BY_OTHERS),
        (ONE_FARM, "The council pays each paying farm £4.", BY_OTHERS),
        (ONE_FARM, "The council pays each paying farm £60 a year.", set()),
    ],
)
def test_an_amount_is_somebodys(told: ProjectInput, text: str, rules: set[str]) -> None:
    assert rules_on(told, "brief.market_analysis", text) == rules
