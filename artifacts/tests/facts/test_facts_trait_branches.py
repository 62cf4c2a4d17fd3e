"""Branches of traits that were wrong most often: who is only found at an organisation, seasons that
are over, and what silence says nothing of. The sentences are nobody's in the measured sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

ENOUGH = (
    "They do it on Monday and again on Thursday and nobody has ever asked why that is so. It has"
    " been like that for as long as anyone can think back, and it costs a lot of time. The old ones"
    " shrug, the young ones swear, and then all of them do it once more, just as it was done in the"
    " week before and in the one before that."
)
IDEA = "We make a thing that helps them to be done in half of the time."


def trait_of(trait: str, **told: str) -> str | None:
    sheet = read_facts({"idea": IDEA, "problem": ENOUGH, **told}, today=date(2026, 11, 29))
    value: str | None = getattr(sheet.traits, trait).value
    return value


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"target_user": "Parents at 7 schools."}, None),
        ({"target_user": "Families on long shifts at the yard and the hospital."}, None),
        ({"target_user": "Families in the valley and seven campsites."}, "yes"),
        ({"target_user": "Seven schools in the valley. The school pays."}, "yes"),
        ({"price": "An institution pays £28 a month.", "target_user": "Readers."}, "yes"),
        ({"price": "A college pays £900 a year.", "target_user": "They pay themselves."}, "yes"),
        ({"target_user": "Gyms. A gym pays nothing, ever.", "price": "£4 a gym visit."}, "no"),
    ],
)
def test_where_people_are_found_is_no_payer(told: dict[str, str], verdict: str | None) -> None:
    assert trait_of("sells_to_organisations", **told) == verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"price": "Nothing in the first season."}, None),
        ({"price": "Only in the season."}, "yes"),
        ({"idea": "We sweep chimneys, even in winter."}, None),
        ({"idea": "We sweep chimneys in winter."}, "yes"),
        ({"constraint": "By 1 May 2027, because all councils settle their budgets in June."}, None),
        ({"constraint": "By 1 May 2027, because all growers plant in June."}, "yes"),
    ],
)
def test_one_season_and_every_season_tell_none(told: dict[str, str], verdict: str | None) -> None:
    assert trait_of("seasonal", **told) == verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({"constraint": "We have been registered under the Charities Act since 2019."}, "no"),
        ({"constraint": "We must be registered under the Food Act."}, "yes"),
        ({"constraint": "We have to register under the Food Act before we start."}, "yes"),
    ],
)
def test_who_is_registered_already_needs_no_permit(
    told: dict[str, str], verdict: str | None
) -> None:
    assert trait_of("needs_permit", **told) == verdict


@pytest.mark.parametrize(
    ("trait", "told", "verdict"),
    [
        ("personal_data", {"first_version": "The family signs with a finger"}, None),
        ("personal_data", {"first_version": "The learner gets an access code"}, None),
        ("personal_data", {"first_version": "The page shows the tide"}, "no"),
        ("depends_on_partner", {"idea": "We dry the spent grain of a brewery."}, None),
        ("depends_on_partner", {"idea": "We dry grain."}, "no"),
    ],
)
def test_silence_says_nothing_beside_a_hint(
    trait: str, told: dict[str, str], verdict: str | None
) -> None:
    assert trait_of(trait, **told) == verdict


@pytest.mark.parametrize(
    ("idea", "verdict"),
    [
        ("A bench for prams. We drive out with a van.", "yes"),
        ("A bench for prams. People bring the pram and a van takes it home.", None),
    ],
)
def test_who_is_brought_a_thing_does_not_come_to_people(idea: str, verdict: str | None) -> None:
    assert trait_of("on_site_service", idea=idea, price="£9 an hour.") == verdict


@pytest.mark.parametrize(
    ("first_version", "verdict"),
    [
        ("Each reader sees it on a web page", "no"),
        ("The paper is printed and goes out by post", None),
    ],
)
def test_what_goes_by_post_may_be_a_thing(first_version: str, verdict: str | None) -> None:
    idea = "An online magazine in plain words, read on a web page."
    assert trait_of("physical_goods", idea=idea, first_version=first_version) == verdict


@pytest.mark.parametrize(
    ("trait", "told", "verdict"),
    [
        ("personal_data", {"price": "£4 a visit, paid at the counter in cash."}, None),
        ("personal_data", {"price": "Two firms pay £90 a month by invoice."}, "no"),
    ],
)
def test_silence_says_too_little_beside_who_pays(
    trait: str, told: dict[str, str], verdict: str | None
) -> None:
    assert trait_of(trait, **told) == verdict
