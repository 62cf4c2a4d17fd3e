"""Money at the bounds of what the founder has, by when and from whom, beside the same on the other
side.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.money_certainty import certainty_denied
from artifacts.checker.comparisons.money_to_come import is_part_named
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.schema import Facts
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET, MONEY = "brief.market_analysis", "milestones.resource_plan"
IDEA = "A rowing boat takes walkers across the Ouse near Ely after the last bus."


def project(budget: str, **told: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {
            "name": "Night Ferry",
            "idea": IDEA,
            "constraint": "It has to be ready by 14 June 2027.",
            "budget": budget,
            **told,
            "today": date(2026, 12, 1),
        }
    )


BY_TWO = project(
    "We have £9,000, of which £4,000 comes in October 2027 from the council and £2,000 in"
    " December 2027 from the parish."
)
RECEIPTS = project(
    "There is £21,000, and £8,000 of it is a grant that comes afterwards against invoices. The"
    " boat costs £9,500."
)
HELD_BACK = project(
    "£30,000: £20,000 from the heritage fund, of which they hold back £4,000 until the boat is"
    " inspected, and £10,000 of ours."
)
REPORT = project("We have £9,000, of which £4,000 comes only after the report to the council.")
TO_SPEND = project(
    "We have £9,000. £5,000 is ours. The £4,000 from the council has to be spent by 1 June 2027,"
    " or it goes back."
)
EARLY, BEYOND = {"money_too_early"}, {"amount_unknown", "budget_differs"}


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        (BY_TWO, "In October 2027 we have the £4,000 in the bank.", set()),
        (BY_TWO, "On 5 Oct 2027 we have the £4,000.", {"deadline_differs"}),
        (BY_TWO, "In September 2027 we have the £4,000.", {"deadline_differs", *EARLY}),
        (RECEIPTS, "In June the grant of £8,000 pays for a part of the boat.", EARLY),
        (RECEIPTS, "In July the grant of £8,000 pays for the boat.", {"deadline_differs"}),
        (RECEIPTS, "The £8,000 of the grant are a deposit on the boat.", EARLY),
        (HELD_BACK, "The heritage fund pays its £20,000 in a single instalment.", EARLY),
        (HELD_BACK, "The heritage fund pays its £20,000 in a single instalment.[[+]]", set()),
        (REPORT, "We spend the £4,000 before the report.", EARLY),
        (REPORT, "We spend £500 before the report.", {"amount_unknown"}),
        (REPORT, "We spend the £4,000 before the summer.", set()),
        (REPORT, "We spend the £5,000 before the report.", set()),
        (TO_SPEND, "The council's money is carried over to the next year.", EARLY),
        (TO_SPEND, "£4,000 are carried over to the next year.", EARLY),
        (TO_SPEND, "£5,000 of ours are carried over to the next year.", set()),
        (TO_SPEND, "Tickets for £3 are carried over to the next year.", {"amount_unknown"}),
    ],
)
def test_money_waits(told: ProjectInput, text: str, rules: set[str]) -> None:
    assert rules_on(told, MONEY, text) == rules


OURS = project("We have £9,000 in the bank, our savings.")
FROM_ABROAD = project("We have £9,000 in the bank, our savings. A boat abroad costs €12,000.")
LOAN = project("We have £9,000: £5,000 of our own and a loan of £4,000 from the bank.")
BOTH_GIVEN = project(
    "We have £9,000: £5,000 of our own. The aunt's £4,000 is a loan that becomes a gift."
)
ONE_GIVEN = project("We have £9,000: £4,000 is a loan from the aunt, £5,000 is a gift.")
SOME_PAID = project("We have £9,000. The council pays 60 % of it.")
ALL_PAID = project("We have £9,000. The council pays 100 % of it.")
HOPED = project("An aunt talks about £2,000, I do not count on that.")
OF_TOWN = project("£9,000: £6,000 from savings and £3,000 from the town's fund.")
IN_IDEA = project("", idea=f"{IDEA} We have a budget of £9,000.")
FROM_OTHERS = {"source_of_money_differs"}


@pytest.mark.parametrize(
    ("told", "section", "text", "rules"),
    [
        (OURS, MONEY, "The whole budget is £3,000.", BEYOND),
        (OURS, MONEY, "The whole budget is 3,000 pesos.", BEYOND),
        (OURS, MONEY, "The whole budget is £3,000 to £4,000.", {"amount_unknown"}),
        (OURS, MONEY, "The whole budget is kept in the bank.", set()),
        (FROM_ABROAD, MONEY, "We have £12,000 in the bank.", BEYOND),
        (RECEIPTS, MONEY, "After buying the boat £21,000 is left.", {"budget_differs"}),
        (RECEIPTS, MARKET, "After buying the boat £21,000 is left.", set()),
        (OURS, MONEY, "The bank gives us a loan.", FROM_OTHERS),
        (OURS, MONEY, "If the bank gives us a loan, we row sooner.", set()),
        (OURS, MONEY, "£2,000 from a loan buys oars.", {"amount_unknown", *FROM_OTHERS}),
        (OF_TOWN, MONEY, "The town's fund gives 6,000 pesos.", {"payer_differs", *FROM_OTHERS}),
        (IN_IDEA, MONEY, "The bank gives us a loan.", FROM_OTHERS),
        (LOAN, MONEY, "None of the £5,000 is borrowed.", set()),
        (LOAN, MONEY, "None of the £9,000 is borrowed.", FROM_OTHERS),
        (BOTH_GIVEN, MONEY, "The aunt's £4,000 is a gift.", set()),
        (ONE_GIVEN, MONEY, "The £4,000 is a gift.", FROM_OTHERS),
        (SOME_PAID, MONEY, "The council pays all of the £9,000.", FROM_OTHERS),
        (ALL_PAID, MONEY, "The council pays all of the £9,000.", set()),
        (HOPED, MONEY, "The oars cost £500.", {"amount_unknown"}),
        (HOPED, MONEY, "We spend the £2,000.", {"money_not_counted"}),
    ],
)
def test_money_is_ours(told: ProjectInput, section: str, text: str, rules: set[str]) -> None:
    assert rules_on(told, section, text) == rules


def test_a_loan_is_one_without_a_budget() -> None:
    loan = "A loan of £4,000 from the bank, and £5,000 of our own."
    known = Knowledge({"budget": loan}, Facts(), date(2026, 12, 1))
    texts = "None of the £4,000 is borrowed. None of the £5,000 is borrowed."
    assert [certainty_denied(known, one) for one in read_text(texts, "en", "GB")] == [loan, ""]


@pytest.mark.parametrize(
    ("text", "is_part"),
    [("We get 80 % of the £15,000.", True), ("The council gives 80 % £12,000.", False)],
)
def test_a_share_is_of_an_amount(text: str, is_part: bool) -> None:
    (sentence,) = read_text(text, "en", "GB")
    (amount,) = sentence.each(MoneyMatch)
    assert is_part_named(sentence.clause_of(amount), amount) is is_part
