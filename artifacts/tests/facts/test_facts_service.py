"""What the founder says about the facts: confirmed, corrected, left open; nobody replaces it
unseen.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from artifacts.exceptions import InvalidProject, ProjectDeleted, StaleUpdate
from artifacts.facts.conflicts import find_conflicts
from artifacts.facts.schema import Facts, Price
from artifacts.facts.sheet import fact_at
from artifacts.models import Project, User
from artifacts.services.documents.status import stale_types
from artifacts.services.facts import corrections as service
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.services.projects.lifecycle import answer_question, delete_project
from artifacts.tests.support.factories import make_project
from artifacts.tests.support.rows import again

TODAY = date(2026, 11, 29)
PRICE = {"amount": "29", "currency": "EUR", "per": "month"}


def span(words: str, answer: str) -> dict[str, Any]:
    return {"answer": answer, "start": 0, "end": len(words), "text": words}


SHEET: dict[str, Any] = {
    "prices": [
        {"value": PRICE, "said": [span("29 a month", "price")], "state": "read"},
        {
            "value": {**PRICE, "amount": "5", "per": "cup"},
            "said": [span("5 a cup", "price")],
            "state": "read",
        },
    ],
    "people": {"value": 2, "said": [span("two of us", "team")], "state": "read"},
    "test": {
        "value": {"participants": 5, "pass_number": 6},
        "said": [span("5", "validation")],
        "state": "read",
    },
}


@pytest.fixture
def project(founder: User) -> Project:
    return with_sheet(make_project(founder))


def with_sheet(project: Project, **changes: Any) -> Project:
    Project.objects.filter(pk=project.pk).update(
        facts=Facts.model_validate(SHEET | changes).model_dump(mode="json")
    )
    return again(project)


def base(project: Project, path: str) -> str:
    fact = fact_at(project.stored_facts(), path)
    assert fact is not None
    return service.fact_base(fact)


def test_a_fact_is_confirmed_as_it_is(project: Project) -> None:
    service.confirm_fact(project, path="people", base=base(project, "people"))
    assert again(project).get_facts().people.state == "confirmed"


def test_a_corrected_price_is_the_founders_and_a_share_of_nothing_is_refused(
    project: Project,
) -> None:
    seen = base(project, "prices.0")
    service.correct_fact(project, path="prices.0", value={**PRICE, "amount": "39"}, base=seen)
    price = again(project).get_facts().prices[0]
    assert (price.value, price.state) == (
        Price(amount=Decimal(39), currency="EUR", per="month"),
        "confirmed",
    )
    with pytest.raises(InvalidProject):
        service.correct_fact(
            project, path="prices.1", value={"amount": "-1"}, base=base(again(project), "prices.1")
        )


def test_two_windows_do_not_replace_each_other_unseen(project: Project) -> None:
    seen = base(project, "people")
    service.correct_fact(project, path="people", value=3, base=seen)
    with pytest.raises(StaleUpdate):
        service.correct_fact(project, path="people", value=4, base=seen)
    assert again(project).get_facts().people.value == 3
    service.correct_fact(project, path="people", value=3, base=seen)  # sent twice
    with pytest.raises(StaleUpdate):
        service.confirm_fact(project, path="people", base=seen)


def test_an_entry_is_found_where_it_moved_to(project: Project) -> None:
    cup = base(project, "prices.1")
    facts = {**SHEET, "prices": [*reversed(SHEET["prices"])]}
    Project.objects.filter(pk=project.pk).update(
        facts=Facts.model_validate(facts).model_dump(mode="json")
    )
    service.remove_fact(project, path="prices.1", base=cup)
    assert [fact.value.per for fact in again(project).get_facts().prices if fact.value] == ["month"]


def test_what_is_removed_is_not_given_to_a_writer(project: Project) -> None:
    service.remove_fact(project, path="prices.1", base=base(project, "prices.1"))
    assert all(again(project).get_input().sheet.prices)


def test_an_entry_is_added_to_a_list_and_only_to_a_list(project: Project) -> None:
    service.add_fact(project, name="laws", value="Food law")
    assert [fact.value for fact in again(project).get_facts().laws] == ["Food law"]
    for name in ("people", "traits", "nonsense"):
        with pytest.raises(InvalidProject):
            service.add_fact(project, name=name, value="x")


def test_the_lines_of_the_first_version_are_an_answer(project: Project) -> None:
    seen = service.lines_base(project.get_facts(), "first_version")
    service.set_lines(
        project, name="first_version", text="Pick a shelf\n\n  Tap a number ", base=seen
    )
    assert again(project).get_answers().first_version == "Pick a shelf\nTap a number"
    with pytest.raises(StaleUpdate):
        service.set_lines(project, name="first_version", text="Something else", base=seen)


def test_changed_traits_are_stored_and_the_others_left_alone(project: Project) -> None:
    service.set_traits(project, wanted={"seasonal": "yes", "children": ""}, seen={})
    traits = again(project).get_facts().traits
    assert (traits.seasonal.value, traits.seasonal.state) == ("yes", "confirmed")
    assert traits.children.state == "open"
    with pytest.raises(StaleUpdate):
        service.set_traits(project, wanted={"seasonal": "no"}, seen={"seasonal": ""})


def test_only_a_language_that_we_write_can_be_chosen(project: Project) -> None:
    assert service.set_language(project, language="de").language == "de"
    with pytest.raises(InvalidProject):
        service.set_language(project, language="fr")
    assert again(project).language == "de"


def test_a_conflict_is_answered_once(project: Project) -> None:
    (conflict,) = find_conflicts(project.stored_facts(), today=TODAY)
    seen = service.conflict_base(project.stored_facts(), conflict)
    arguments: dict[str, Any] = {"conflict_id": conflict.id, "base": seen, "today": TODAY}
    with pytest.raises(InvalidProject):
        service.answer_conflict(project, choice="nonsense", **arguments)
    service.answer_conflict(project, choice="all", **arguments)
    test = again(project).get_facts().test
    assert (test.value.pass_number if test.value else None, test.state) == (5, "confirmed")
    with pytest.raises(StaleUpdate):
        service.answer_conflict(project, choice="more", **arguments)


def test_keeping_a_conflict_settles_it(project: Project) -> None:
    (conflict,) = find_conflicts(project.stored_facts(), today=TODAY)
    seen = service.conflict_base(project.stored_facts(), conflict)
    service.answer_conflict(project, conflict_id=conflict.id, choice="keep", base=seen, today=TODAY)
    assert [
        one.is_settled for one in find_conflicts(again(project).stored_facts(), today=TODAY)
    ] == [True]


def test_a_doubt_is_settled_either_way(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Facts.model_validate(
        {"people": {"value": 5, "said": [span("five of us", "team")], "state": "read"}}
    )
    monkeypatch.setattr(Project, "reading", lambda self: reading)
    project = answer_question(project, key="team", text="There are five of us")
    for take, people in ((False, 2), (True, 5)):
        row = with_sheet(project, people={**SHEET["people"], "state": "confirmed"})
        doubt = next(doubt for doubt in service.doubts_of(row) if doubt.path == "people")
        service.settle_doubt(row, path="people", take=take, base=service.doubt_base(doubt))
        assert again(project).get_facts().people.value == people
        assert "people" not in {one.path for one in service.doubts_of(again(project))}
        with pytest.raises(StaleUpdate):
            service.settle_doubt(row, path="people", take=take, base=service.doubt_base(doubt))


def test_what_was_confirmed_survives_another_answer(project: Project) -> None:
    service.correct_fact(project, path="people", value=3, base=base(project, "people"))
    answer_question(again(project), key="problem", text="Paper")
    assert again(project).get_facts().people.value == 3


def test_a_changed_fact_makes_stale_what_was_written_from_it(founder: User) -> None:
    from django.utils import timezone

    from artifacts.services.documents.status import project_status

    written = make_project(founder, written=True)
    assert not stale_types(project_status(written, now=timezone.now()))
    service.add_fact(written, name="prices", value=PRICE)
    status = project_status(again(written), now=timezone.now())
    assert len(stale_types(status)) == len(status.documents)
    assert status.documents[0].causes == ("Fact: Prices",)


def test_a_copy_has_the_facts_and_a_deleted_project_takes_none(project: Project) -> None:
    service.set_language(project, language="de")
    copy = duplicate_project(again(project))
    assert (copy.facts, copy.language) == (again(project).facts, "de")
    delete_project(project)
    with pytest.raises(ProjectDeleted):
        service.confirm_fact(project, path="people", base=base(project, "people"))
