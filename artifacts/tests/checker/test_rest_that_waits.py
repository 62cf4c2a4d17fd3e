"""Money of which a part comes on signing and the rest later, and what is paid back afterwards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

HONEY = {
    "name": "Miellerie",
    "idea": "Une miellerie sur remorque qui va chez les apiculteurs de la Corrèze.",
    "price": "1,10 € le kilo.",
    "constraint": (
        "54 000 € en tout : 30 000 € à nous et 24 000 € de la région, un quart à la signature et le"
        " reste sur factures acquittées. À deux, prêt le 24 mai 2027."
    ),
}
MATS = {
    "name": "Hop Mats",
    "idea": "We shred hop bines into mulch mats on our farm near Faversham.",
    "price": "£18 a pack.",
    "constraint": (
        "£56,000 is the limit; a rural fund pays back 35 % of it, but only when every invoice has"
        " been paid. The two of us, ready by 1 May 2027."
    ),
}


@pytest.mark.parametrize(
    ("text", "later"),
    [
        (
            "€24,000 from the county, a quarter on signing and the rest when the bills are paid",
            18000,
        ),
        ("€24,000 from the county, a quarter now and the balance after the report", 18000),
        ("€24,000 from the county, a quarter of it only after the report and the rest now", 6000),
        (
            "€24,000 from the county, half on signing, a quarter in May, the rest after the report",
            6000,
        ),
    ],
)
def test_the_rest_that_comes_later_is_told_from_the_part_that_comes_first(
    text: str, later: int
) -> None:
    answers = {"constraint": f"€54,000 in all: €30,000 of our own and {text}."}
    budget = read_facts(answers, today=date(2026, 11, 29)).budget.value
    assert budget is not None
    assert [part.amount for part in budget.later] == [Decimal(later)]


def found(told: dict[str, str], text: str) -> set[str]:
    project = ProjectInput.from_brief({**told, "today": date(2026, 11, 29)})
    return rules_on(project, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HONEY, "La région verse les 24 000 € à la signature."),
        (HONEY, "La région verse la totalité des 24 000 € à la signature."),
        (MATS, "The rural fund sends its £19,600 at the beginning, so we find only £36,400."),
        (MATS, "The rural fund advances its 35 % before work starts."),
        (MATS, "The £19,600 of the fund arrives before the shredder is ordered."),
    ],
)
def test_what_waits_is_not_there_at_first(told: dict[str, str], text: str) -> None:
    assert "money_too_early" in found(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HONEY, "La région verse 6 000 € à la signature, et 18 000 € suivent sur factures."),
        (MATS, "The fund pays back £19,600 when the invoices are paid, so £36,400 has to do."),
    ],
)
def test_what_comes_as_told_is_no_fault(told: dict[str, str], text: str) -> None:
    assert not found(told, text)


@pytest.mark.parametrize(
    ("language", "text", "later"),
    [
        ("en", "We have £14,500, £9,000 now and the rest once the roof is on.", [5500]),
        ("en", "£14,500 in all: £9,000 is mine, the rest follows when the loan is paid.", [5500]),
        (
            "en",
            "£14,500: £9,000 is mine, £3,000 comes from a fund in May, the rest once it is built.",
            [3000, 2500],
        ),
        ("en", "£14,500 in all: £9,000 is mine, the rest is from my mother.", []),
        ("de", "46.000 €, 28.000 € sofort, den Rest erst im Mai.", [18000]),
        (
            "de",
            "46.000 €: 28.000 € sind da, 11.000 € zahlt die Bank im Mai, der Rest kommt im Juli.",
            [11000, 7000],
        ),
        ("de", "46.000 € sind es: 28.000 € liegen da, der Rest kommt im Mai.", [18000]),
        ("fr", "37 000 € en tout : 22 000 € tout de suite et le reste en avril 2027.", [15000]),
    ],
)
def test_the_rest_of_all_the_money_is_what_comes_later(
    language: str, text: str, later: list[int]
) -> None:
    ideas = {
        "en": "A kiln in an old school where potters fire their pots near Hexham.",
        "de": "Wir verleihen Lastenräder an Nachbarn und warten sie selbst.",
        "fr": "Des cabanes dans les granges de l'Ardèche pour les randonneurs.",
    }
    told = {"idea": ideas[language], "constraint": text}
    budget = read_facts(told, today=date(2026, 11, 29)).budget.value
    assert budget is not None
    assert [part.amount for part in budget.later] == [Decimal(amount) for amount in later]
