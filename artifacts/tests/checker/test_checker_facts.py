"""What the checker says of sentences that turn a founder's fact round, and of true ones in nearly
the same words.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.findings import Pair, Verdict
from artifacts.checker.sample import check_sample
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

PRICE = "29 euros a month from the shop. I pay each helper 25 euros a night."
LIMITS = (
    "I have 10 hours a week and my brother 6 hours a week. Every helper needs a DBS check before"
    " the first day."
)
WEEKS = "It has to be ready within 20 weeks."
GRANT = "One developer. 9,000 euros, of which 4,000 euros come only after the report."
WHERE = "milestones.resource_plan"


def rules(answers: dict[str, str], sentence: str | list[str], where: str = WHERE) -> list[str]:
    """Return the rules that a sentence breaks beside what the same answers break without it."""
    told = {f"answers.{key}": text for key, text in answers.items()}
    before = {finding.id for finding in check_sample(told).findings}
    return [f.rule for f in check_sample({**told, where: sentence}).findings if f.id not in before]


@pytest.mark.parametrize(
    ("answers", "sentence", "rule"),
    [
        (
            {"constraint": LIMITS},
            "Helpers start at once and bring their DBS check within two months.",
            "law_denied",
        ),
        (
            {"constraint": LIMITS},
            "The founder and the brother each work 16 hours a week.",
            "hours_differ",
        ),
        ({"constraint": WEEKS}, "After 30 weeks the page is ready.", "duration_exceeded"),
        ({"constraint": WEEKS}, "The first shop counts in the 30th week.", "duration_exceeded"),
        (
            {"constraint": GRANT},
            "The 4,000 euros pay for the phones before the report.",
            "money_too_early",
        ),
        ({"price": PRICE}, "Each helper pays 25 euros a night.", "payer_differs"),
        ({"constraint": WEEKS}, "We have nine months from signing the lease.", "duration_exceeded"),
        ({"constraint": WEEKS}, "We have a whole year until it opens.", "duration_exceeded"),
        (
            {"constraint": "Three of us, none full time."},
            "All three of us work on it full time.",
            "hours_differ",
        ),
        (
            {"constraint": "I am alone with this."},
            "The two of us press all year round.",
            "team_size_differs",
        ),
        (
            {"constraint": "There are four of us."},
            "A single founder does this in the evenings.",
            "team_size_differs",
        ),
        ({"constraint": LIMITS}, "Helpers may begin before their DBS check is back.", "law_denied"),
        ({"constraint": LIMITS}, "No DBS check is needed for helpers.", "law_denied"),
        ({"constraint": WEEKS}, "The first pallet leaves after ten months.", "duration_exceeded"),
        (
            {"constraint": "By 30 April 2030 it has to be ready."},
            "It will be ready in June.",
            "deadline_differs",
        ),
        (
            {"constraint": "We are two, together 16 hours a week."},
            "We each work 15 hours a week.",
            "hours_differ",
        ),
        ({"constraint": "We are two."}, "A crew of six washes every night.", "team_size_differs"),
        (
            {
                "price": (
                    "9.50 euros a bag in the web shop. Garden centres get it at 60 % of that, 5.70"
                    " euros."
                )
            },
            "Garden centres pay the full 9.50 euros.",
            "payer_differs",
        ),
        (
            {"price": "29 euros a month from the shop. Free for owners."},
            "Owners pay for it.",
            "payer_differs",
        ),
        (
            {"target_user": "Neighbours bring us their wool and get 2 euros a kilo for it."},
            "Neighbours pay us 2 euros a kilo.",
            "payer_differs",
        ),
        (
            {"constraint": "By 31 May 2028 it has to carry itself."},
            "It has to carry itself by the end of 2029.",
            "deadline_differs",
        ),
        (
            {
                "constraint": (
                    "I have 9,000 euros. An aunt talks about 2,000 euros, I do not count on that."
                )
            },
            "Together with the aunt 11,000 euros are there and planned for the year.",
            "money_not_counted",
        ),
        (
            {"constraint": "One developer. No shops in Graz.", "target_user": "Shops in Vienna"},
            "Our first customers are in Graz.",
            "region_differs",
        ),
        (
            {
                "idea": "Stock counting for small shops",
                "constraint": "One developer. It runs on a web page and by text message.",
            },
            "The owner counts in an Android app.",
            "platform_differs",
        ),
        (
            {"constraint": "One developer. It has to work without a connection."},
            "Every list is streamed from the server.",
            "offline_denied",
        ),
    ],
)
def test_a_fact_that_is_turned_round_is_found(answers, sentence, rule):
    assert rule in rules(answers, sentence)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"price": "29 euros a month"}, "For the seven months from May a shop pays 203 euros."),
        (
            {"price": "29 euros a month, and 120 euros once"},
            "A shop pays 468 euros: twelve times 29 and 120 euros once.",
        ),
        ({"price": "430 euros a year"}, "Two shops that share it pay 215 euros each."),
        ({"price": "14 euros once, and the base keeps a fifth"}, "The base keeps 2.80 euros."),
        ({"price": "29 euros a month. A rival takes 33 euros."}, "The rival costs 4 euros more."),
        (
            {"constraint": LIMITS},
            "The DBS check is asked for at once, and nobody starts before it is there.",
        ),
        (
            {"constraint": LIMITS},
            "The founder works 10 hours each week and the brother 6 hours a week.",
        ),
        ({"constraint": LIMITS}, "Neither of the two works more than 10 hours a week."),
        ({"constraint": WEEKS}, "After 20 weeks the page is ready."),
        ({"constraint": GRANT}, "Of the 9,000 euros 5,000 euros can be spent before the report."),
        ({"price": PRICE}, "Each helper gets 25 euros a night."),
        (
            {"price": "165 euros for one child, 140 euros for the next"},
            "Two children pay 305 euros together.",
        ),
        (
            {"price": PRICE},
            "A line of 45 shelves that is counted every fortnight gives 90 records in four weeks.",
        ),
        ({"price": "1.5% of every order, in rand"}, "On an order of R60,000 the shop keeps R900."),
        (
            {"constraint": "One developer. It has to work without a connection."},
            "Nothing is streamed from the server.",
        ),
    ],
)
def test_a_true_sentence_is_not_refused(answers, sentence):
    assert rules(answers, sentence) == []


def test_a_german_number_adverb_multiplies():
    answers = {
        "price": "39 € im Monat, dazu einmal 120 €",
        "idea": "Wir zählen den Bestand kleiner Läden.",
        "problem": "Die Listen sind aus Papier und gehen verloren.",
        "constraint": "Wir sind zu zweit und haben nicht viel Zeit.",
    }
    sentence = "Im ersten Jahr zahlt ein Laden 588 €: zwölfmal 39 € und einmal 120 €."
    assert rules(answers, sentence) == []
    assert "sum_wrong" in rules(answers, sentence.replace("588", "598"))


def test_an_indian_figure_is_read_as_a_whole():
    answers = {"constraint": "₹4,80,000 is there in total. One developer."}
    assert (
        rules(answers, "Spread over 26 weeks the ₹4,80,000 come to a little over ₹18,400 a week.")
        == []
    )
    assert "sum_wrong" in rules(
        answers, "Spread over 26 weeks the ₹4,80,000 come to ₹28,400 a week."
    )


def test_what_the_founder_left_out_is_no_step_of_the_first_version():
    answers = {"first_version": "The owner counts a shelf\nBring it back and report damage"}
    left_out = {"left_out": "Insurance for damage over £200"}
    line = ["Insurance for damage over £200"]
    assert rules(answers | left_out, line, "mvp_scope.out_of_scope") == []
    assert "core_step_left_out" in rules(answers, ["Report of damage"], "mvp_scope.out_of_scope")


ANY_TERMS = (
    "From ten looms on a loom costs €30, below that €40.",
    "A school pays €40 a month, whether it has two looms or nine.",
    "The first visit is free, every other one is €25.",
    "It is ready by the autumn of 2028, on 1 June 2028 at the latest.",
    "Of twelve schools nine have to come back, which is 75 %.",
    "We have €9,000, half of it at the start and the rest after the report.",
    "Three of us work 20 hours a week for eight weeks.",
    "No licence is needed, and the fee for the permit is due in May.",
    "Schools pay in cash within 14 days, parents nothing.",
)


@pytest.mark.parametrize("text", ANY_TERMS)
@pytest.mark.parametrize(
    "section", ["brief.market_analysis", "milestones.resource_plan", "mvp_scope.success_metrics"]
)
def test_nothing_contradicts_who_has_told_nothing(section: str, text: str) -> None:
    told = {"name": "Warp", "idea": "We lend looms to schools in Galway."}
    project = ProjectInput.from_brief({**told, "today": date(2026, 12, 1)})
    assert rules_on(project, section, text) <= {"sum_wrong", "amount_unknown"}


def test_every_verdict_and_pair_has_words_of_its_own() -> None:
    for kind in (Verdict, Pair):
        assert len({member.label for member in kind}) == len(kind)
