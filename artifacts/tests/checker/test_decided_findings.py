"""How many figures of a text are told, which of them need a source, and what a sum comes to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.figures_told import Known
from artifacts.checker.comparisons.sums_in_parts import sums_with_part
from artifacts.checker.sample import check_sample
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.schema import LaterMoney

UNKNOWN = [f"A visit costs {n} euros." for n in range(7001, 7012)]


@pytest.mark.parametrize(
    ("text", "rule", "made"),
    [
        (" ".join(UNKNOWN[:10]), "amount_unknown", [""] * 10),
        (" ".join(UNKNOWN), "amount_unknown", [""] * 10),
        (f"{UNKNOWN[0]} See [[brief.assumptions]].", "amount_unknown", []),
        ("The shops of our town are 999.", "figure_without_source", []),
        ("The shops of our town are 1000.", "figure_without_source", [""]),
        (
            "With 1 card, three shops at 29 euros a month make 97 euros a month.",
            "sum_wrong",
            ["3 × 29 = 87"],
        ),
    ],
)
def test_what_is_found(text: str, rule: str, made: list[str]) -> None:
    found = check_sample({"brief.market_analysis": text}).findings
    assert [finding.derivation for finding in found if finding.rule == rule] == made


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("We have £7,000, of which £7,000 comes with the van.", []),
        ("We have £8,000, of which £7,000 comes with the van.", [8000]),
        ("We have £9,000, of which £7,000 comes with the van.", []),
    ],
)
def test_a_sum_is_more_than_its_part_and_less_than_all(text: str, sums: list[Decimal]) -> None:
    (sentence,) = read_text(text, "en", "GBP")
    funds = [
        Known(m.amount, "GBP", "budget", sentence.clause_of(m)) for m in sentence.each(MoneyMatch)
    ]
    later = LaterMoney(amount=Decimal(7000), condition="with the van")
    assert list(sums_with_part(funds, later, Decimal(9000))) == sums
