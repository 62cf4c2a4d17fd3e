"""The reader of facts: which values are facts, and which only look like one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artifacts.facts.reading import read_facts
from artifacts.facts.reading.context import cut
from artifacts.facts.reading.language import language_of
from artifacts.facts.schema import Fact, Facts
from artifacts.interview.questions import Answers
from bench.facts import FOUNDERS, KINDS, TODAY, measure

IDEA = "We lend boats to the people of the town, and they bring them back at night."
GERMAN = "Wir verleihen Boote an die Leute im Ort, und sie bringen sie am Abend zurück."


def read(idea: str = IDEA, **answers: str) -> Facts:
    return read_facts({"idea": idea, **answers}, today=TODAY)


def values(facts: Iterable[Fact[Any]]) -> list[Any]:
    return [fact.value for fact in facts]


@pytest.mark.parametrize(
    ("price", "amounts"),
    [
        ("$12 an hour and $40 a day.", [12, 40]),
        ("$12 an hour. The marina charges $30 an hour.", [12]),
        ("$12 an hour, and a deposit of $100.", [12]),
        ("We'd charge $12 an hour.", [12]),
        ("$12 an hour. Last year we took $9.", [12]),
        ("Between $10 and $15 an hour, we do not know yet.", []),
        ("8 % of each booking from the owner.", [8]),
        ("£18 per weekend per tent, 20% of it is ours", [18, 20]),
        ("4,50 Euro je Tüte, davon 15 Prozent für uns", [Decimal("4.5"), 15]),
        ("18 Euro je Buchung, davon 40 Prozent an die Werkstatt", [18]),
        ("Nothing at first.", []),
        ("", []),
    ],
)
def test_only_what_we_charge_is_a_price(price, amounts):
    assert [value.amount for value in values(read(price=price).prices)] == amounts


def test_a_share_has_no_currency():
    (price,) = values(read(price="8 % of each booking from the owner.").prices)
    assert (price.currency, price.per) == (None, "percent")


def test_a_price_names_the_months_it_is_paid_in():
    (price,) = values(read(price="$95 a month per dealer, from May to November only").prices)
    assert (price.per, price.unit, price.months_a_year) == ("month", "dealer", 7)


@pytest.mark.parametrize(
    "price",
    [
        "2.80 euros a hectare, but at least 35 euros a visit",
        "2,80 € je Hektar, mindestens aber 35 € je Einsatz",
    ],
)
def test_a_minimum_is_read_as_one(price):
    assert [value.is_minimum for value in values(read(price=price).prices)] == [False, True]


def test_a_fact_names_the_words_it_was_read_from():
    (fact,) = read(price="They pay $12 an hour.").prices
    assert fact.state == "read"
    assert [(span.answer, span.text) for span in fact.said] == [("price", "$12 an hour")]


@pytest.mark.parametrize(
    ("answers", "day"),
    [
        ({"constraint": "It has to be ready by June 1, 2027."}, date(2027, 6, 1)),
        ({"deadline": "June 1, 2027"}, date(2027, 6, 1)),
        ({"deadline": "The end of June 2027"}, date(2027, 6, 30)),
        (
            {
                "constraint": (
                    "Term begins on 4 January 2027 and that I will miss; we must be out by 26 April"
                    " 2027."
                )
            },
            date(2027, 4, 26),
        ),
        ({"constraint": "The grant is ours from 4 January 2027."}, None),
        ({"validation": "From 7 June to 1 August 2027."}, None),
        ({"constraint": "It must be ready by June 1, 2019."}, None),
    ],
)
def test_the_limit_is_a_day_that_is_called_one(answers, day):
    assert read(**answers).deadline.value == day


@pytest.mark.parametrize(
    ("answers", "weeks"),
    [
        ({"constraint": "The first fifty have to be out within 40 weeks."}, 40),
        ({"deadline": "Six months"}, 26),
        ({"constraint": "I have been in fashion for 8 years."}, None),
        ({"constraint": "The laboratory has 7 weeks of waiting."}, None),
    ],
)
def test_a_span_is_a_limit_only_where_it_is_called_one(answers, weeks):
    assert read(**answers).duration_weeks.value == weeks


@pytest.mark.parametrize(
    ("team", "people", "hours"),
    [
        ("Three of us, together 14 hours a week.", 3, 14),
        ("Count me for 30 hours a week and my husband for 6.", 2, 36),
        ("My sister and I, two evenings a week.", 2, None),
        ("I do it alone, 15 hours a week.", 1, 15),
        ("Two founders, 20 hours each per week.", 2, 40),
        ("Helen 16 hours, me 7 and Dave 3, per week.", 3, 26),
        ("One developer, 20 hours a week", 1, 20),
        ("", None, None),
    ],
)
def test_hours_are_those_of_the_whole_team(team, people, hours):
    sheet = read(team=team)
    assert (sheet.people.value, sheet.hours_per_week.value) == (people, hours)


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        (
            (
                "$64,000 in all: $40,000 is in the bank, the other $24,000 only comes after the"
                " inspection."
            ),
            64000,
        ),
        ("$9,000 is mine and $6,000 was promised in writing.", 15000),
        ("We have $9,000; the machine alone costs $4,000.", 9000),
        ("I have $9,000. An uncle talks about $3,000, I do not count on that.", 9000),
        ("Nothing yet.", None),
    ],
)
def test_the_budget_is_what_may_be_spent_for_certain(told, amount):
    budget = read(constraint=told).budget.value
    assert (budget.amount if budget else None) == amount


def test_a_later_part_of_the_budget_keeps_its_condition():
    budget = read(
        budget="$64,000 in all: $40,000 is in the bank, $24,000 only after the inspection."
    ).budget.value
    assert budget
    assert [(part.amount, part.condition) for part in budget.later] == [
        (Decimal(24000), "only after the inspection")
    ]


def test_the_test_has_its_weeks_people_and_mark():
    told = (
        "From June 7 to August 1, 2027, so 8 weeks, six growers get two days each. "
        "If four of the six book again we go on."
    )
    test = read(validation=told).test.value
    assert test
    assert (test.weeks, test.participants, test.pass_number) == (Decimal(8), 6, 4)
    assert (test.begins, test.ends) == (date(2027, 6, 7), date(2027, 8, 1))
    assert test.pass_mark == "If four of the six book again we go on."


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("61 people paid us $20 for the summer.", "customers"),
        ("Nobody has paid. I have talked to 22 growers.", "talks"),
        ("14 say they would use it.", "talks"),
        ("We have a clickable mock-up.", "prototype"),
        ("A plan in a notebook. We have not talked to anybody.", "idea"),
        ("Blue, mostly.", None),
    ],
)
def test_the_stage_follows_from_what_happened(stage, expected):
    reached = read(stage=stage).stage.value
    assert (reached.stage if reached else None) == expected


def test_a_platform_that_is_denied_is_not_read():
    sheet = read(constraint="Bookings on a web page. No app, half of them have no smartphone.")
    assert values(sheet.platforms) == ["web"]


def test_lines_of_the_first_version_lose_their_bullets():
    assert values(read(first_version="1. Pick a boat\n- Pay\n\n  * Row").first_version) == [
        "Pick a boat",
        "Pay",
        "Row",
    ]


def test_a_paragraph_of_the_first_version_is_cut_at_its_sentences():
    assert values(read(first_version="Somebody picks a boat. Then they row.").first_version) == [
        "Somebody picks a boat",
        "Then they row",
    ]


def test_what_is_left_out_is_read_from_its_answer_and_from_denials():
    sheet = read(left_out="Sails\nNight trips", constraint="No motor boats. No signal on the lake.")
    assert values(sheet.left_out) == ["Sails", "Night trips", "No motor boats"]


def test_a_long_user_is_cut_at_a_sentence_or_clause():
    told = "Rowers " + "who have no boat of their own and " * 8 + "wait, " + "and others " * 40
    assert str(read(target_user=told).user.value).endswith(" and wait")


def test_the_country_tells_which_dollar():
    sheet = read(
        idea="A shed in Moncton, New Brunswick, where the neighbours meet.", price="$45 a year"
    )
    assert values(sheet.prices)[0].currency == "CAD"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (IDEA, "en"),
        (GERMAN, "de"),
        ("App für Friseure", "de"),
        ("Un camion pour les fermes", "fr"),
        ("Een fiets voor het dorp", "nl"),
        ("Una lancha para los niños", "es"),
        ("Uma bicicleta não é um carro", ""),
        ("预约应用", ""),
        ("", ""),
        (GERMAN + " " + GERMAN + " Booking for the boat", "de"),
    ],
)
def test_the_language_is_that_of_most_words(text, language):
    assert language_of([text]) == language


def test_traits_are_read_from_words_and_open_where_too_little_is_told():
    sheet = read(price="$12 an hour, paid by card on the web page")
    assert sheet.traits.has("takes_payments")
    assert sheet.traits.health_data.value is None


def test_founders_with_the_truth_are_read_as_well_as_promised():
    scores, traits, _ = measure(json.loads(FOUNDERS.read_text(encoding="utf-8")))
    promised = set(KINDS) - {"regions", "laws", "language"}
    assert {kind for kind in promised if scores[kind].right < 0.95 * scores[kind].read} == set()
    assert {kind for kind in promised if scores[kind].right < 0.85 * scores[kind].true} == set()
    assert traits["wrong"] <= 0.05 * sum(traits.values())


@given(
    st.dictionaries(
        st.sampled_from(["idea", *Answers.model_fields]),
        st.lists(
            st.one_of(
                st.text(max_size=40),
                st.sampled_from(
                    [
                        "5 € ",
                        "10 hours a week ",
                        "31 June 2027 ",
                        "four of the ",
                        "§ 1 ",
                        "50 % ",
                        "\n- ",
                        "US$",
                        "No ",
                    ]
                ),
                st.from_regex(r"[0-9.,:/-]{1,30}", fullmatch=True),
            ),
            max_size=8,
        ).map("".join),
    )
)
def test_any_text_gives_a_valid_sheet(texts):
    sheet = read_facts(texts, today=TODAY)
    assert Facts.model_validate_json(sheet.model_dump_json()) == sheet
    for _, fact in sheet.each():
        assert all(texts[span.answer][span.start : span.end] == span.text for span in fact.said)


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("We bake. We sell it. We deliver to all of Kent.", "We bake. We sell it."),
        ("We bake; we sell; we deliver it to all of Kent.", "We bake; we sell"),
        ("We bake, sell, and then deliver it all over Kent.", "We bake, sell"),
        ("We bake and sell and then deliver it all over Kent.", "We bake and sell and"),
        ("A. Bakers sell it and then deliver it all over Kent.", "A. Bakers sell it and"),
        ("Wewillbakeandselleverythingalloverthecountyofkent.", "Wewillbakeandselleveryth"),
        ("We  bake\nand sell.", "We bake and sell."),
    ],
)
def test_a_long_text_is_cut_behind_the_last_sentence_or_part_that_fits(
    text: str, shorter: str
) -> None:
    assert cut(text, 24) == shorter
