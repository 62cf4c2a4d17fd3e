"""Sentences on the terms of a price, beside the nearest ones that keep to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from artifacts.checker.claims import Sentence, read_text
from artifacts.checker.comparisons.price_pieces import same_for_any_number
from artifacts.checker.comparisons.price_terms import terms_differ
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput

TODAY = date(2026, 12, 1)
ENGLISH = {"idea": "We sweep chimneys in the villages around Ludlow."}
GERMAN = {"idea": "Wir betreiben ein Hallenbad für Kinder in Celle."}
KENYAN = {"idea": "We sweep chimneys in the villages around Nairobi."}


def told_against(
    brief: dict[str, str],
    texts: dict[str, str],
    differs: Callable[[Knowledge, Sentence], str] = terms_differ,
) -> dict[str, str]:
    """Return the founder's words that each of some sentences contradicts; "" where it does not."""
    project = ProjectInput.from_brief({"name": "Ember", **ENGLISH, **brief, "today": TODAY})
    known = Knowledge(project.all_texts(), project.sheet, TODAY)
    read = {text: read_text(text, known.language, known.home) for text in texts}
    return {text: differs(known, sentence) for text, (sentence,) in read.items()}


@pytest.mark.parametrize(
    ("price", "texts"),
    [
        (
            "£9 a visit. Delivery is free within 10 miles.",
            {
                "Delivery always costs nothing.": "Delivery is free within 10 miles.",
                "Delivery is not always included.": "",
                "Advice is always free.": "",
                "A box holds 5 kg for £9, and delivery is always free.": (
                    "Delivery is free within 10 miles."
                ),
            },
        ),
        (
            "The first 30 days are free, then £9 a month.",
            {
                "A school starts without a trial period of any kind.": (
                    "The first 30 days are free, then £9 a month."
                ),
                "A school starts without a trial period of six months.": "",
            },
        ),
        (
            "£9 a visit. Fetching in Ely is free for pupils.",
            {"Fetching in Ely is charged.": "Fetching in Ely is free for pupils."},
        ),
        (
            "£9 a visit. Fetching in Ely is free for pupils with luggage.",
            {"Fetching in Ely is charged.": ""},
        ),
        (
            "Who brings a friend pays £5, and all others £9.",
            {"Who brings a friend, pays £5.": ""},
        ),
        ("£48 a chimney. The journey is £5.", {"The journey is charged at £5.": ""}),
        ("£48 a chimney. The journey in Wales is free.", {"The journey is charged at £5.": ""}),
        (
            "The first visit is free, then £9 a visit.",
            {
                "The first visit costs £9 like every other.": (
                    "The first visit is free, then £9 a visit."
                ),
                "The first visit does not cost £9 like every other.": "",
                "The first lesson costs £9 like every other.": "",
            },
        ),
        (
            "The first visit takes an hour and costs £9 like every other.",
            {"A visit costs £9, the first one too.": ""},
        ),
    ],
)
def test_what_is_free_at_first_or_in_a_case(price: str, texts: dict[str, str]) -> None:
    assert told_against({"price": price}, texts) == texts


@pytest.mark.parametrize(
    ("brief", "texts"),
    [
        (
            {**GERMAN, "price": "Die Einzelfahrt kostet 5 €. Der Zehnerblock kostet 40 €."},
            {
                "Bei uns gibt es keinen Zehnerblock.": "Der Zehnerblock kostet 40 €.",
                "Es gibt keinen Block.": "Der Zehnerblock kostet 40 €.",
                "Es gibt keine Kasse.": "",
            },
        ),
        (
            {"price": "The shed is £9 a month."},
            {
                "There is no monthly shed fee.": "The shed is £9 a month.",
                "There is no monthly winch fee.": "",
            },
        ),
        (
            {"price": "£9 a visit. No discount for schools."},
            {
                "For schools it is cheaper.": "No discount for schools.",
                "For pensioners it is cheaper.": "",
            },
        ),
        (
            {"price": "£9 a month.", "target_user": "Owners of stoves. 1 guest pays nothing."},
            {"A guest pays £9.": "1 guest pays nothing."},
        ),
        (
            {"price": "£9 a month.", "target_user": "Owners of stoves. Two guests pay nothing."},
            {"A guest pays £9.": ""},
        ),
        (
            {"price": "£3 an hour, at most £15 a day."},
            {"There is no cap on the £3 an hour.": "£3 an hour, at most £15 a day."},
        ),
        (
            {"price": "We keep 20 % of each sale."},
            {
                "We keep 20 % to the potter's 80 %.": "",
                "We keep 80 % of each sale.": "We keep 20 % of each sale.",
            },
        ),
    ],
)
def test_what_there_is_not(brief: dict[str, str], texts: dict[str, str]) -> None:
    assert told_against(brief, texts) == texts


@pytest.mark.parametrize(
    ("brief", "texts"),
    [
        (
            {"price": "£48 a chimney in summer. In winter it is £60 a chimney."},
            {"Every chimney costs the same £48.": "In winter it is £60 a chimney."},
        ),
        (
            {"price": "£48 a chimney. An owner pays £20 a boiler, and £15 for repairs."},
            {"Every chimney costs the same £48.": ""},
        ),
        (
            {"price": "£48 a chimney.", "problem": "Others ask £60 a chimney."},
            {"Every chimney costs the same £48.": ""},
        ),
        (
            {"price": "£48 a chimney in Wales, €55 a chimney in Ireland."},
            {"Every chimney in Wales costs the same £48.": ""},
        ),
        (
            {
                "price": (
                    "A cup for children costs £2. A plate costs £5. A spoon for children costs £9."
                )
            },
            {
                "Cups at £2 make no difference with a spoon.": "A spoon for children costs £9.",
                "Cups at £2 and plates at £5 make no difference for children.": "",
                "A cup with a spoon at £3 makes no difference.": "",
            },
        ),
        (
            {"price": "A cup costs £4. A plate costs £9. A spoon costs £4."},
            {
                "A cup and a plate together cost £4.": "A plate costs £9.",
                "For those with a plate at home, a cup and a spoon together cost £4.": "",
                "A cup and a spoon together cost £4, to go with a plate.": "",
            },
        ),
        (
            {"price": "A visit is £9 and tea £2."},
            {
                "The visit is £9, tea included.": "A visit is £9 and tea £2.",
                "In the price: a visit; tea is extra.": "",
            },
        ),
        (
            {"price": "A visit with tea included is £9."},
            {"Every further visit is charged separately.": ""},
        ),
        (
            {"price": "Lessons for older children are £9."},
            {"Snacks for children are included.": ""},
        ),
        (
            {**KENYAN, "price": "KES 900 and tea included."},
            {
                "Tea is KES 50 extra.": "KES 900 and tea included.",
                "A night visit is KES 200 extra.": "",
            },
        ),
    ],
)
def test_what_one_price_is_for(brief: dict[str, str], texts: dict[str, str]) -> None:
    assert told_against(brief, texts) == texts


OFTEN = "For £85 a year the sweep comes as often as the stove smokes."


@pytest.mark.parametrize(
    ("price", "texts"),
    [
        (
            "£85 a chimney a year.",
            {
                "An owner with three chimneys pays £85 a year.": "£85 a chimney a year.",
                "An owner with three chimneys pays £85 each a year.": "",
                "An owner with all three chimneys pays £85.": "£85 a chimney a year.",
                "An owner pays £85 for 1 chimney.": "",
            },
        ),
        ("£2 per kg.", {"3 kg cost £2.": "£2 per kg."}),
        (
            "A mug is £4 apiece.",
            {"Three mugs cost £4.": "A mug is £4 apiece.", "Three biscuits cost £4.": ""},
        ),
        (
            "£85 for up to 5 chimneys.",
            {
                "£85 buys as many chimneys as an owner has.": "£85 for up to 5 chimneys.",
                "£85 buys as many brushes as an owner wants.": "",
            },
        ),
        ("£85 a year for two calls.", {OFTEN: "£85 a year for two calls."}),
        ("£85 a year for unlimited calls at two stoves.", {OFTEN: ""}),
        ("£85 a year with 1 call.", {OFTEN: ""}),
        (
            "£9 a ride or £80 for ten rides.",
            {
                "For £80 one rides as often as one likes.": "£9 a ride or £80 for ten rides.",
                "For £9 one rides as often as one likes.": "",
            },
        ),
        (
            "£60 each for 1 boat, £50 each when two boats book.",
            {
                "Two boats pay £60 each.": "£60 each for 1 boat, £50 each when two boats book.",
                "Together with another, 1 boat pays £50.": "",
                "Two brothers of one boat pay £60 together.": "",
            },
        ),
        (
            "£5 a lesson, £40 for ten lessons.",
            {
                "Ten lessons cost £50.": "£5 a lesson, £40 for ten lessons.",
                "Ten schools pay £50.": "",
            },
        ),
        ("£5 a lesson for pupils, £8 for 1 lesson.", {"1 lesson is £5.": ""}),
    ],
)
def test_for_how_many_it_is(price: str, texts: dict[str, str]) -> None:
    assert told_against({"price": price}, texts) == texts


@pytest.mark.parametrize(
    ("price", "texts"),
    [
        (
            "50 bags or more are £2 each.",
            {
                "A shop pays £2 a bag for 30 bags.": "50 bags or more are £2 each.",
                "3 shops pay £2 a bag.": "",
            },
        ),
        (
            "£4 a jar, from 10 jars on £3 each.",
            {
                "It is £3 from the first jar.": "£4 a jar, from 10 jars on £3 each.",
                "It is £3 from the first visit.": "",
                "It is £4 from the first jar, and £3 from the tenth.": "",
            },
        ),
        (
            "£4 a jar. For more than 10 jars it is £3 each.",
            {"It is £3 from the first jar.": "For more than 10 jars it is £3 each."},
        ),
        (
            "£4 a jar. Whoever takes 10 jars or more pays £3 each.",
            {"It is £3 from the first jar.": "Whoever takes 10 jars or more pays £3 each."},
        ),
        (
            "£4 a kilo. Beyond 10 kg it is £3.",
            {"It is £3 from the first kilo.": "Beyond 10 kg it is £3."},
        ),
    ],
)
def test_from_where_it_holds(price: str, texts: dict[str, str]) -> None:
    assert told_against({"price": price}, texts) == texts


@pytest.mark.parametrize(
    ("price", "texts"),
    [
        (
            "£9 a month per chimney.",
            {
                "Whether for two or ten chimneys, it is £9 a month.": "£9 a month per chimney.",
                "Whether in spring or in autumn, 1 chimney is £9 a month.": "",
            },
        ),
        (
            "£79 for two proofs.",
            {
                "An author pays £79, however many proofs she wants.": "£79 for two proofs.",
                "An author pays £79 for proofs, however many letters she writes.": "",
            },
        ),
        (
            "£79 a month for two shops.",
            {
                "Whether a chain has two or ten shops, it pays £79 a month.": (
                    "£79 a month for two shops."
                ),
                "Whether a shop has two or ten tills, it pays £79 a month.": "",
            },
        ),
        (
            "A shop with 1 till pays £79 a month.",
            {
                "A shop pays £79 a month, however many tills it has.": (
                    "A shop with 1 till pays £79 a month."
                )
            },
        ),
        (
            "£79 a month, 1 desk included.",
            {
                "It is £79 a month, however many desks there are.": "£79 a month, 1 desk included.",
                "Whether it be two or ten, a desk is £79 a month.": "£79 a month, 1 desk included.",
                "Whether two or ten people use a desk, it is £79 a month.": "",
            },
        ),
    ],
)
def test_the_same_for_any_number(price: str, texts: dict[str, str]) -> None:
    assert told_against({"price": price}, texts, same_for_any_number) == texts
