"""The page "We read this as ...", complete without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from artifacts.facts.schema import TRAITS, Facts
from artifacts.models import Project, User
from artifacts.services.facts.corrections import set_language
from artifacts.services.projects.lifecycle import answer_question, start_project
from artifacts.tests.facts.test_facts_service import PRICE, base, with_sheet
from artifacts.tests.support.factories import make_project
from artifacts.tests.support.plain import WRITE_ALL
from artifacts.tests.support.rows import again

HOSTILE = "<script>alert(1)</script> {{ 7 }}"


@pytest.fixture
def project(founder: User) -> Project:
    return with_sheet(make_project(founder, target_user="Owners", problem="Paper"))


def page(project: Project) -> str:
    return reverse("project_facts", args=[project.pk])


def act(name: str, project: Project, path: str) -> str:
    return reverse(name, args=[project.pk, path])


def shown(response: Any) -> str:
    return str(response.content.decode())


def get(client: Client, project: Project) -> str:
    return shown(client.get(page(project)))


def test_it_shows_values_words_and_what_is_open(project: Project, founder_client: Client) -> None:
    words = get(founder_client, project)
    for part in (
        "€29 a month",
        "two of us",
        "2 people",
        "Ready by: ",
        "not said yet",
        "More must pass than take part",
    ):
        assert part in words, part


def test_it_is_small_and_takes_few_queries(
    founder: User, founder_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    written = with_sheet(
        make_project(founder, written=True), prices=[{"value": PRICE, "state": "read"}] * 20
    )
    with django_assert_max_num_queries(8):
        response = founder_client.get(page(written))
    assert len(response.content) <= 60_000


def test_the_words_of_a_founder_are_text(founder: User, founder_client: Client) -> None:
    project = make_project(
        founder, first_version=HOSTILE, left_out=HOSTILE, price=HOSTILE, target_user=HOSTILE
    )
    facts = Facts.model_validate(
        {
            "user": {
                "value": HOSTILE,
                "said": [{"answer": "price", "start": 0, "end": 9, "text": HOSTILE}],
            },
            "first_version": [{"value": HOSTILE, "state": "read"}],
            "test": {
                "value": {"pass_mark": HOSTILE, "participants": 1, "pass_number": 2},
                "state": "confirmed",
            },
        }
    )
    Project.objects.filter(pk=project.pk).update(facts=facts.model_dump(mode="json"))
    for url in (
        page(project),
        act("fact_edit", project, "test"),
        act("fact_edit", project, "first_version"),
    ):
        words = shown(founder_client.get(url))
        assert "<script>alert" not in words
        assert escape(HOSTILE) in words


def test_one_click_confirms_and_leads_back_to_the_fact(
    project: Project, founder_client: Client
) -> None:
    response = founder_client.post(
        act("fact_confirm", project, "people"), {"base": base(project, "people")}
    )
    assert response["Location"] == f"{page(project)}#fact-people"
    assert again(project).get_facts().people.state == "confirmed"
    assert "Confirmed" in get(founder_client, project)


def test_one_click_confirms_all_that_was_shown(project: Project, founder_client: Client) -> None:
    seen = founder_client.get(page(project)).context["to_confirm"]
    founder_client.post(reverse("facts_confirm_all", args=[project.pk]), {"seen": seen})
    assert not founder_client.get(page(project)).context["to_confirm"]


def test_one_click_leaves_open(project: Project, founder_client: Client) -> None:
    founder_client.post(act("fact_remove", project, "people"), {"base": base(project, "people")})
    assert again(project).get_facts().people.value is None
    assert 'How many work on it: <span class="soft">left open</span>' in get(
        founder_client, project
    )


def test_a_click_that_came_too_late_changes_nothing_and_says_so(
    project: Project, founder_client: Client
) -> None:
    for name in ("fact_confirm", "fact_remove", "fact_settle"):
        response = founder_client.post(act(name, project, "people"), {"base": "old"})
        assert response.status_code == 409
        assert "This has changed since you opened the page" in shown(response)
    assert again(project).facts == project.facts


@pytest.mark.parametrize(
    ("path", "said", "words"),
    [
        ("people", {"value": "3"}, "3 people"),
        ("hours_per_week", {"value": "12,5"}, "12.5 hours a week together"),
        ("deadline", {"value": "2027-04-30"}, "30 Apr 2027"),
        ("duration_weeks", {"value": "10"}, "10 weeks"),
        ("budget", {"amount": "1.290,50", "currency": "EUR"}, "€1,290.50"),
        (
            "budget",
            {
                "amount": "64,000",
                "currency": "USD",
                "later": "24000",
                "condition": "after inspection",
            },
            "$64,000, of which $24,000 only later: after inspection",
        ),
        (
            "prices.0",
            {"amount": "39", "currency": "GBP", "per": "month", "unit": "shop"},
            "£39 a month per shop",
        ),
        (
            "prices",
            {"amount": "3", "currency": "KES", "per": "other", "unit": "ride"},
            "3\xa0KES per ride",
        ),
        (
            "prices",
            {"amount": "12", "currency": "EUR", "per": "percent", "unit": "sales"},
            "12\xa0% of sales",
        ),
        (
            "test",
            {"participants": "5", "noun": "shops", "weeks": "4", "pass_mark": "four stay"},
            "pass mark: “four stay”",
        ),
        (
            "stage",
            {"stage": "pilot", "count": "3", "noun": "shops"},
            "A first trial in use: 3 shops",
        ),
        ("counts", {"number": "22", "noun": "growers"}, "22 growers"),
        ("regions", {"value": "Ghent"}, "Ghent"),
        ("platforms", {"value": "sms"}, "Text messages"),
        ("languages", {"value": "Dutch"}, "Dutch"),
        ("payer", {"value": "The dealers"}, "The dealers"),
        ("first_version", {"value": "Pick\nTap"}, '<li dir="auto">Tap</li>'),
    ],
)
def test_every_kind_of_fact_has_typed_inputs(
    path: str, said: dict[str, str], words: str, project: Project, founder_client: Client
) -> None:
    url = act("fact_edit", project, path)
    opened = founder_client.get(url)
    prefix = opened.context["form"].prefix
    typed = {f"{prefix}-{name}": text for name, text in said.items()}
    response = founder_client.post(url, {"base": opened.context["base"], **typed})
    assert response.status_code == 302, shown(response)
    assert words in get(founder_client, project)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("people", {"value": "many"}),
        ("people", {"value": ""}),
        ("deadline", {"value": "30 February 2027"}),
        ("budget", {"amount": "10", "currency": "EUR", "later": "20", "condition": "x"}),
        ("budget", {"amount": "10", "currency": "EUR", "later": "5"}),
        ("prices", {"amount": "3", "currency": "EUR", "per": "other"}),
        ("prices", {"amount": "3", "currency": "XXX", "per": "month"}),
        ("duration_weeks", {"value": "0"}),
        ("test", {"begins": "2027-05-01", "ends": "2027-04-01"}),
    ],
)
def test_what_does_not_fit_comes_back_with_what_to_do(
    path: str, said: dict[str, str], project: Project, founder_client: Client
) -> None:
    url = act("fact_edit", project, path)
    opened = founder_client.get(url)
    typed = {f"{opened.context['form'].prefix}-{name}": text for name, text in said.items()}
    response = founder_client.post(url, {"base": opened.context["base"], **typed})
    assert response.status_code == 422
    assert "nothing is saved yet" in shown(response)
    assert again(project).facts == project.facts


def test_two_windows_hand_the_typed_text_back(project: Project, founder_client: Client) -> None:
    url = act("fact_edit", project, "people")
    old = founder_client.get(url).context["base"]
    founder_client.post(url, {"base": old, "fact-people-value": "3"})
    response = founder_client.post(url, {"base": old, "fact-people-value": "4"})
    assert response.status_code == 409
    assert 'value="4"' in shown(response)
    assert "3 people" in shown(response)
    founder_client.post(url, {"base": response.context["base"], "fact-people-value": "4"})
    assert again(project).get_facts().people.value == 4


def test_a_refused_form_takes_the_place_of_the_form_only(
    project: Project, founder_client: Client
) -> None:
    url = act("fact_edit", project, "people")
    response = founder_client.post(
        url, {"base": "x", "fact-people-value": ""}, headers={"HX-Request": "true"}
    )
    assert response["HX-Retarget"] == response["HX-Reselect"] == "#fact-people"
    assert 'id="fact-people"' in shown(response)


@pytest.mark.parametrize("path", ["nonsense", "prices.9", "traits.nonsense", "schema_version"])
def test_a_fact_that_does_not_exist_is_404(
    path: str, project: Project, founder_client: Client
) -> None:
    assert founder_client.get(act("fact_edit", project, path)).status_code == 404


def test_traits_are_chosen_and_another_windows_choice_is_not_replaced_unseen(
    project: Project, founder_client: Client
) -> None:
    url = reverse("facts_traits", args=[project.pk])
    founder_client.post(url, {"seasonal": "yes", "seen-seasonal": ""})
    assert again(project).get_facts().traits.has("seasonal")
    response = founder_client.post(url, {"seasonal": "no", "children": "yes"})
    assert response.status_code == 409
    assert 'name="children" value="yes" checked' in shown(response)
    assert get(founder_client, project).count('type="radio"') == 3 * len(TRAITS) + 2


def test_a_conflict_is_answered_with_one_button(project: Project, founder_client: Client) -> None:
    (card,) = founder_client.get(page(project)).context["conflicts"]
    url = reverse("facts_conflict", args=[project.pk, card.id])
    founder_client.post(url, {"base": card.base, "choice": "keep"})
    again_shown = founder_client.get(page(project))
    assert not again_shown.context["conflicts"]
    assert "We write it down as a risk" in shown(again_shown)


def test_the_language_is_chosen_and_another_one_falls_back(
    project: Project, founder_client: Client
) -> None:
    founder_client.post(reverse("facts_language", args=[project.pk]), {"language": "de"})
    assert again(project).language == "de"
    set_language(project, language="")
    with_sheet(project, language="fr")
    assert "your words stay as they are" in get(founder_client, project)


def test_a_draft_leads_over_the_facts_to_its_documents(
    founder: User, founder_client: Client
) -> None:
    draft = start_project(owner=founder, name="Ada", idea="Maps")
    assert "Answer what is missing" in get(founder_client, draft)
    for key in ("target_user", "problem"):
        answer_question(draft, key=key, text="Sailors")
    review = shown(founder_client.get(reverse("interview_review", args=[draft.pk])))
    assert page(draft) in review
    words = get(founder_client, draft)
    assert f'action="{reverse("interview_review", args=[draft.pk])}"' in words
    assert WRITE_ALL in words


def test_what_a_fact_is_used_in_is_said_before_it_is_changed(
    founder: User, founder_client: Client
) -> None:
    written = with_sheet(make_project(founder, written=True))
    words = shown(founder_client.get(act("fact_edit", written, "people")))
    assert "are out of date when you change it" in words


def test_staff_see_the_facts(project: Project, admin_client: Client) -> None:
    words = shown(admin_client.get(reverse("admin:artifacts_project_change", args=[project.pk])))
    assert "€29 a month" in words
