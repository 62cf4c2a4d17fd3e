"""Sums of a sentence beside the nearest ones that are right, rounded, or none at all."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.stated_sums import wrong_results
from artifacts.checker.comparisons.sums_turned_round import wrong_totals_turned_round
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput

EN = "£9 a day for a boat, and 12 % of each fare. A visitor from Calais pays 30 euros. Or £75."
DE = "7 % vom Leihpreis und 5 € je Buchung."


@cache
def known(price: str) -> Knowledge:
    idea = "Wir verleihen Zelte im Kreis Cham." if price == DE else "We lend boats near Ely."
    project = ProjectInput.from_brief({"name": "Raft", "idea": idea, "price": price})
    return Knowledge(project.all_texts(), project.sheet, date(2026, 12, 1))


def wrong_in(price: str, text: str) -> list[str]:
    """Return the figures of a text that the others of it do not make."""
    told = known(price)
    found = []
    for sentence in read_text(text, told.language, told.home):
        matches = (*wrong_results(told, sentence), *wrong_totals_turned_round(told, sentence))
        found += [text[match.start : match.end] for match in matches]
    return found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("For four of the six boats, three seats at £7 are £108.", []),
        ("Three seats at £7 are £108.", ["£108"]),
        ("Three seats at £7 are £75.", []),  # told
        ("Three seats at £7 are £30.", ["£30"]),  # told in another currency
        ("Three seats at €7 are €30.", []),
        ("20 bags of the finest flour at £3 are £70.", ["£70"]),
        ("20 bags of the very finest flour at £3 are £70.", []),
        ("1 boat at £7 makes £70 by the end of May.", []),
        ("Two boats at £7 make £70 by the end of May.", ["£70"]),
        ("Three seats at £7 make £21.01.", ["£21.01"]),
        ("20 boats at £7 make £123.20.", []),  # without our 12 %
        ("20 boats at £7 make £124.60.", ["£124.60"]),
        ("20 boats at £7 make £156.80.", []),  # with them
        ("20 boats at £7 make £158.20.", ["£158.20"]),
        ("A fortnight at £24 a day makes £336.", []),
        ("A fortnight at £24 a day makes £300.", ["£300"]),
        ("£320 plus twice £70, together £460.01.", ["£460.01"]),
        ("£320 plus £70, together £320.", ["£320"]),
        ("£50 plus twice £10, together £75.", []),  # told
        ("£10 plus twice £5, together £30.", ["£30"]),
        ("€10 plus twice €5, together €30.", []),
        ("£320 and £70 and together with that £20, £480 is missing.", []),
    ],
)
def test_bills_and_totals(text: str, wrong: list[str]) -> None:
    assert wrong_in(EN, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Three of the 14 are filled, the other 13 stand dry.", ["13 stand"]),
        ("Three of the 14 are filled, on the other some 13 fish wait.", []),
        ("The other 13 stand dry, three of the 14 are filled.", []),
        ("Of the 14 boats 14 came back, so 3 boats were lost.", ["3 boats"]),
        ("Two visits of 15 minutes each take 9 hours.", ["9 hours"]),
        ("1 visit of 15 minutes each way takes 2 hours.", []),
        ("Six visits of two hours each take 12 hours.", []),
        ("20 visits of 15 minutes each take 330 minutes.", []),
        ("20 visits of 15 minutes each take 331 minutes.", ["331 minutes"]),
        ("20 visits of 15 minutes each take 9 hours and bring £50.", ["9 hours"]),
        ("20 visits of 15 minutes each take 10 days.", []),
        (
            "Ann works 10 hours a week, Bo 8 hours a week, which makes 17.5 hours a week.",
            [],
        ),
        (
            "Ann works 10 hours a week, Bo 8 hours a week, Cy 6 a week: makes 23 hours a week.",
            ["23 hours a week"],
        ),
    ],
)
def test_rests_and_times(text: str, wrong: list[str]) -> None:
    assert wrong_in(EN, text) == wrong


@pytest.mark.parametrize(
    ("price", "text", "wrong"),
    [
        (EN, "At £7 a bag, 40 bags make £230.", ["£230"]),
        (EN, "At £7 a bag, 40 bags make £75.", []),  # told
        (EN, "At £7 a bag, 40 bags make £30.", ["£30"]),  # told in another currency
        (EN, "At €7 a bag, 40 bags make €30.", []),
        (EN, "At £7 a bag and week, 40 bags make £230.", ["£230"]),
        (EN, "At £7 a bag, 40 bakers fill their bags and make £230.", []),
        (EN, "At £7 a bag, 40 bags a week make £230.", ["£230"]),
        (EN, "At £7 a bag, 40 bags went to bakers who gave us £230.", []),
        (EN, "At £7 a bag, 40 bags make £230 more.", []),
        (DE, "Bei 400 € Leihpreis 7 % und 5 €, zusammen 33,01 €.", ["33,01 €"]),
        (DE, "Bei 400 € Leihpreis 7 % und 5 €, zusammen 33 €.", []),
        (DE, "Bei 400 € Leihpreis 7 % und 5 €, dafür 35 € Pfand.", []),
        (DE, "Bei 400 € Leihpreis jeweils halb und 5 €, zusammen 35 €.", []),
        (DE, "320 € und diesmal 70 €, zusammen 480 €.", ["480 €"]),
        (DE, "320 € und zweimal 80 €, zusammen 480 €.", []),
    ],
)
def test_sums_turned_round(price: str, text: str, wrong: list[str]) -> None:
    assert wrong_in(price, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("On £50 we keep 8 % of it, so £12 for three bookings.", []),
        ("On £50 we keep 8 % of it, so £12 for two bookings.", ["£12"]),
        ("On £50 8 % is kept of it, so £46.", []),
        ("On £50 we keep 8 %, so soon we want £12.", []),
        ("With a fare for two of £140 we keep 9 % and 4 %, in all £18.21.", []),
        ("On £50 we keep 17 %, that is £9.", []),
        ("On £50 we keep 17 %, that is £8.", []),
        ("On £50 we keep 17 %, that is £10.", ["£10"]),
        ("With a fare of £140 we keep 9 % and 4 %, in all £18.20.", []),
        ("With a fare of £140 we keep 9 % and 4 %, in all £18.21.", ["£18.21"]),
        ("With a fare of £140 we keep 9 % and 4 %, in all of the £140.", []),
        ("One boat in four leaks, that makes 27 of 100.", []),
        ("One boat in four leaks, that makes 28 of 100.", ["28 of 100"]),
        ("One rower in one boat, that makes four of six.", []),
        ("Ten cards cost £75, so each card costs £7.65.", []),
        ("Ten cards cost £75, so each card costs £7.66.", ["£7.66"]),
        ("Ten cards cost £75, so each card costs £9.", []),  # told
        ("Ten cards cost £75, so each card costs £30.", ["£30"]),  # told in euros
        ("Ten cards cost €30, so each card costs £4.", ["£4"]),
        ("Ten cards cost £30, so each card costs £4.", []),
        ("For ten cards £75 are due, so each card costs 6.", ["6"]),
        ("For ten cards £75 are due, so each card costs £7.50 and six are free.", []),
        ("For two cards £75 are due, so each card costs £37.", []),
        ("For two cards £75 are due, so each card costs £35.", ["£35"]),
        ("For one card £75 are due, so each card costs £35.", []),
        ("A course costs £75, so each card costs £6 for ten cards.", []),
        ("Each card costs £7.50, for ten cards £75 are due and £4 for the post.", []),
        ("On 3 trips ten cards cost £75, so each card costs £6.", []),
    ],
)
def test_shares_and_pieces(text: str, wrong: list[str]) -> None:
    assert wrong_in(EN, text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("At 9 bales a day, eight days make 81 bales.", ["81 bales"]),
        ("At 9 bales a day it is 9 bales for eight days.", []),
        ("140 lb fill 17 bags of 8 lb.", []),
        ("144 lb fill 17 bags of 8 lb.", ["144 lb"]),
        ("From 160 lb we fill 17 bags of 8 lb.", []),
        ("From May on 160 lb fill 17 bags of 8 lb.", ["160 lb"]),
        ("160 lb fill 17 bags of 8 lb from Wales.", ["160 lb"]),
        ("Twelve 6 lb pillows weigh 80 lb.", ["80 lb"]),
        ("20 bags of twelve 6 lb pillows weigh 1440 lb.", []),
        ("20 bags of 3 kilograms weigh 80 kilograms.", ["80 kilograms"]),
        ("20 bags of 3 kilograms weigh 60 kilograms.", []),
    ],
)
def test_products(text: str, wrong: list[str]) -> None:
    assert wrong_in(EN, text) == wrong
