"""How much of a budget comes later; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import LaterMoney

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour les gens qui en ont besoin chez eux toutes les semaines.",
}


def later_of(language: str, said: str) -> list[LaterMoney]:
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    return list(sheet.budget.value.later) if sheet.budget.value else []


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "We have £30,000: £20,000 from a trust, £10,000 only after the opening.", 10000),
        (
            "en",
            (
                "£34,000: £10,000 is mine, £24,000 from a trust, three quarters of it on signing"
                " and the last quarter only when the boats are in."
            ),
            6000,
        ),
        (
            "de",
            (
                "34.000 €: 10.000 € eigenes Geld und 24.000 € Förderung, zwei Drittel davon am"
                " Anfang, das letzte Drittel, wenn wir ein Jahr geliefert haben."
            ),
            8000,
        ),
        (
            "en",
            (
                "£34,000: £10,000 is mine, and £24,000 from a trust in three equal parts, the last"
                " one after the report."
            ),
            8000,
        ),
        (
            "fr",
            (
                "34 000 € : 10 000 € à nous et 24 000 € de la ville, dont 18 000 € à la signature"
                " et 6 000 € sur bilan."
            ),
            6000,
        ),
        (
            "en",
            (
                "We have £30,000: £20,000 from a trust, 70 % now and 30 % after the opening, and"
                " £10,000 of ours."
            ),
            6000,
        ),
        (
            "en",
            (
                "We have $50,000: $40,000 from a fund, which keeps back 10 % until the audit, and"
                " $10,000 saved."
            ),
            4000,
        ),
        (
            "de",
            (
                "Wir haben 42.000 €: 25.000 von einer Bank, 9.000 vom Chor, beides da, und 8.000"
                " vom Land, aber die erst nach der Abnahme."
            ),
            8000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € vom Kreis, davon 25 % erst nach der Prüfung, und"
                " 4.000 € erspart."
            ),
            2000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € vom Kreis in zwei Hälften, die zweite nach dem Fest,"
                " und 4.000 € erspart."
            ),
            4000,
        ),
        (
            "de",
            (
                "Wir haben 12.000 €: 8.000 € als Darlehen zu 3 % Zinsen erst nach dem Umbau, und"
                " 4.000 € erspart."
            ),
            8000,
        ),
    ],
)
def test_a_share_that_comes_later_is_no_more_than_that(
    language: str, said: str, amount: int
) -> None:
    assert [part.amount for part in later_of(language, said)] == [amount]


def test_the_words_about_it_do_not_end_with_what_joins_the_next_sum() -> None:
    said = "We have £30,000: £20,000 only after the opening, and £10,000 of ours."
    assert [part.condition for part in later_of("en", said)] == ["only after the opening"]


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        (
            "en",
            (
                "They put in £20,000, a quarter of which they sit on until the report is in, and we"
                " have £4,000, so £24,000."
            ),
            5000,
        ),
        ("en", "$50,000 for everything. Out of it they keep back nine thousand until May.", 9000),
        (
            "en",
            (
                "€60,000. Forty thousand from the fund, the rest is ours. The fund pays one half"
                " when we sign and the other half when six walls stand."
            ),
            20000,
        ),
        ("de", "40.000 € haben wir, aber 25 % davon zahlt das Land erst nach der Prüfung.", 10000),
        ("de", "40.000 € haben wir. Ein Fünftel davon kommt erst, wenn der Ofen steht.", 8000),
        (
            "de",
            (
                "30'000 Franken sind es zusammen: 18'000 Erspartes und 12'000 Darlehen vom Onkel,"
                " das gibt er mir erst, wenn der Stall steht."
            ),
            12000,
        ),
        (
            "de",
            "21.000 € haben wir, davon 5.000 € ein Preisgeld, das im Mai ausgezahlt wird.",
            5000,
        ),
        ("en", "£21,000: £16,000 of ours and £5,000 of a prize that will be paid in May.", 5000),
        (
            "de",
            (
                "Mehr als 21.000 € sind es nicht, und 8.000 € davon sind Förderung und kommen im"
                " Nachhinein gegen Rechnung."
            ),
            8000,
        ),
        (
            "de",
            (
                "Es darf 26.000 € kosten: 12.000 € von uns und 14.000 € Spenden, von denen sind"
                " 10.000 € da und 4.000 € schriftlich zugesagt für April."
            ),
            4000,
        ),
        ("en", "£21,000, and £8,000 of it is a grant that is paid against invoices.", 8000),
        (
            "de",
            "22.500 €: 15.000 € gibt eine Stiftung, die 20 % davon zurückhält, 7.500 € wir.",
            3000,
        ),
    ],
)
def test_what_is_held_back_in_another_clause_comes_later(language, said, amount):
    assert [float(part.amount) for part in later_of(language, said)] == [amount]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "£24,000, all ours. A third of the boats come in after May."),
        ("en", "£24,000, all ours. We hold back two thousand leaflets until the fair."),
        ("de", "40.000 € haben wir. Die Hälfte der Öfen kommt erst im Mai."),
    ],
)
def test_parts_of_other_things_are_no_later_money(language, said):
    assert later_of(language, said) == []
