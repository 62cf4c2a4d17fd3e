"""Work that rests without a connection, what is got too late, money on its way, and true sentences
that stand near these.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TODAY = date(2026, 12, 1)
TALLY = {
    "idea": "A tally of hives for beekeepers in Ceredigion, on a phone that has no signal there.",
    "constraint": "The first 40 hives must be listed within 26 weeks. Before one hive is moved we"
    " have to be registered with the Bee Inspectorate. What is sprayed nearby has to be kept on"
    " record under the Plant Health Act 1967. We have £9,000: £6,000 is in the bank and £3,000"
    " comes from a co-operative in July. A fund spoke of £2,000 more, we leave that aside. It goes"
    " back if no swarm has been counted by 14 June 2027.",
    "price": "£12 a month. Each hive that we weigh is £4, plus £9 for the trip beyond 20 miles.",
    "validation": "Nine keepers, 8 weeks. Passed if seven of the nine still tap each week.",
}
CHARS = {
    "idea": "Charcoal of vine canes from Healdsburg, California, burnt on our own farm.",
    "price": "$18 a bag. A market pays $90 a year. The scales are $7 a month, the first year is"
    " free. Weighing is $5 per stall, but at least $40 per visit. We keep 18 % of what a stall"
    " takes.",
    "constraint": "It can cost $55,000; the state refunds 30 % of that, but later, when the"
    " receipts are in.",
}
TERMS = {
    "idea": "Bus matrons of private schools in Kiambu tap each child that gets on.",
    "price": "KES 1,200 per bus per month from the school, only in term. Parents pay nothing.",
}
POOL = {
    "idea": "Schwimmkurse für Kinder im Hallenbad von Lingen, immer am Sonntag.",
    "constraint": "Am 12.09.2027 muss der erste Kurs ins Wasser. Die DSGVO gilt. Wer mit ins Wasser"
    " geht, braucht vorher ein Führungszeugnis. Vom Vertrag bis zum ersten Kurs dürfen es höchstens"
    " 24 Wochen sein.",
    "validation": "Zwei Kurse, 14 Wochen lang.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Heft", **told, "today": TODAY})


@pytest.mark.parametrize(
    ("told", "text", "rule"),
    [
        (TALLY, "Out of range the page stays locked until the van is back.", "offline_denied"),
        (TALLY, "Without signal the phone only shows the last list.", "offline_denied"),
        (TALLY, "After a test in the barn the first 40 hives are in week 31.", "duration_exceeded"),
        (
            TALLY,
            "Hives are moved in week 1; once the test has gone well we ask the Bee Inspectorate.",
            "law_denied",
        ),
        (
            TALLY,
            "We start moving hives as soon as the form is posted to the Bee Inspectorate.",
            "law_denied",
        ),
        (TALLY, "No act asks for a record of what is sprayed, so none is kept.", "law_denied"),
        (TALLY, "The £3,000 from the co-operative is there in March.", "money_too_early"),
        (TALLY, "The £2,000 of the fund are included in the budget.", "money_not_counted"),
        (TALLY, "All of the £9,000 can be spent at once.", "source_of_money_differs"),
        (CHARS, "The state pays its 30 % before the kiln is bought.", "money_too_early"),
        (
            CHARS,
            "The kiln of the other farm takes sixteen bags of 8 lb, in all 148 lb.",
            "sum_wrong",
        ),
        (CHARS, "A box of twelve 6 lb bags weighs 84 lb.", "sum_wrong"),
        (CHARS, "From a stall of $140 we keep $24, namely 11 % and 4 %.", "sum_wrong"),
        (TERMS, "A school pays nothing for its buses.", "payer_differs"),
        (CHARS, "We keep 12 % of each stall.", "price_terms_differ"),
        (
            CHARS,
            "A market that has a single stall weighed gets a bill of $5.",
            "price_beyond_limit",
        ),
        (CHARS, "A market with three stalls gets a bill of $15.", "price_beyond_limit"),
        (CHARS, "There is no yearly fee, a bag is $18.", "price_terms_differ"),
        (
            CHARS,
            "The scales are $7 a month, starting with the first month.",
            "price_terms_differ",
        ),
        (
            POOL,
            "Der DSGVO nach gilt sie, doch kommt die DSGVO hier nicht zur Anwendung.",
            "law_denied",
        ),
        (POOL, "Zwischen Vertrag und erstem Kurs liegen 32 Wochen.", "duration_exceeded"),
        (
            POOL,
            "Die Führungszeugnisse holen wir nach dem ersten Kurs ein; bis dahin gehen alle ohne.",
            "law_denied",
        ),
    ],
)
def test_it_does_not_go_with_the_answers(told: dict[str, str], text: str, rule: str) -> None:
    assert rule in rules_on(project(told), "how_it_works.architecture", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (TALLY, "Out of range the page never stays blank, as the list is kept on the phone."),
        (TALLY, "The list is kept in IndexedDB until there is a signal."),
        (TALLY, "Once we are registered with the Bee Inspectorate the first hive is moved."),
        (TALLY, "By July £6,000 can be spent, then £3,000 comes from the co-operative."),
        (TALLY, "In August the full £9,000 is in the account."),
        (TALLY, "It needs a signal only to send."),
        (TALLY, "Nothing can be sent without a signal, so it is sent later."),
        (TALLY, "The maker of the scales gives 104 weeks from the list of hives."),
        (TALLY, "Swarms are counted by 14 June 2027."),
        (TALLY, "A keeper 30 miles off has ten hives weighed for £49, the trip included."),
        (TALLY, "More than three quarters of the nine keepers, seven of them, still tap."),
        (TALLY, "Whoever taps on January 10 2028 may still undo it on March 11 2028."),
        (CHARS, "From a stall of $140 we keep 18 %, that is $25.20."),
        (TERMS, "There is no fee per child."),
        (TERMS, "Outside of the term a school pays nothing."),
        (CHARS, "A box of twelve 6 lb bags weighs 72 lb."),
        (CHARS, "A market with ten stalls gets a bill of $50."),
        (TALLY, "Lists lie in the phone's own storage until there is a signal."),
        (TALLY, "Lists wait in SQLite on the phone."),
        (CHARS, "140 lb of it would fill 17 bags of 8 lb."),
        (CHARS, "A fortnight on the market at $24 a night is $336, whatever is sold."),
        (POOL, "Vier Sonntage fallen aus, der letzte Sonntag des Versuchs ist der 12.12.2027."),
        (POOL, "Was darin stehen muss, sagt das Vereinsrecht."),
        (POOL, "Der Kasten funkt in Band 20, umgezogen wird in Halle 3."),
        (POOL, "Läuft der Versuch ab dem 12.09.2027, so fällt der 14. Sonntag auf den 12.12.2027."),
        (POOL, "Fünf Wochen ab dem 12.09.2027 führen bis zum 17.10.2027."),
        (POOL, "Die Schwimmgürtel werden ab dem 10.01.2028 wieder eingesammelt."),
    ],
)
def test_what_only_stands_near_is_true(told: dict[str, str], text: str) -> None:
    assert rules_on(project(told), "how_it_works.architecture", text) == set()


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        (
            "We have $46,000: $31,000 is in the bank and $15,000 comes from the county in July.",
            15000,
        ),
        ("Tenemos 46,000 soles: 31,000 de ahorros y 15,000 que mi tía manda en marzo.", 15000),
        (
            "Wir haben 8.000 €: 5.500 € Erspartes und 2.500 € Festgeld, das am 1. Mai frei wird.",
            2500,
        ),
    ],
)
def test_money_on_its_way_comes_later(said: str, amount: int) -> None:
    budget = read_facts({"idea": "x", "constraint": said}, today=TODAY).budget.value
    assert budget is not None
    assert [part.amount for part in budget.later] == [Decimal(amount)]


@pytest.mark.parametrize(
    "said",
    [
        "We have $46,000: $31,000 is in the bank and $15,000 since July.",
        "We have £5,200 saved, and my bond matures in July with £2,000.",
        "Wir haben 11.000 €, im April kommen 6.500 € dazu.",
        "We have 8,000 euros; 2,000 of it is due in March for the oven.",
    ],
)
def test_money_that_has_come_is_there(said: str) -> None:
    budget = read_facts({"idea": "x", "constraint": said}, today=TODAY).budget.value
    assert budget is not None
    assert budget.later == ()
