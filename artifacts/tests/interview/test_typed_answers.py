"""What is typed beside a question becomes a line of the answer that we read exactly, in both
languages.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from artifacts.facts.reading import read_facts
from artifacts.forms.typed_answers import PARTS, TypedParts
from artifacts.models import Project

TODAY = date(2026, 11, 29)

CASES: list[tuple[str, dict[str, str], str, Any]] = [
    (
        "price",
        {"amount": "29", "currency": "EUR", "per": "month", "unit": "hive"},
        "prices",
        (29, "EUR", "month", "hive"),
    ),
    (
        "price",
        {"amount": "1,200", "currency": "KES", "per": "month"},
        "prices",
        (1200, "KES", "month", ""),
    ),
    (
        "price",
        {"amount": "12.50", "currency": "CHF", "per": "hour"},
        "prices",
        (12.5, "CHF", "hour", ""),
    ),
    ("price", {"amount": "9", "currency": "EUR", "per": "week"}, "prices", (9, "EUR", "week", "")),
    ("price", {"amount": "9", "currency": "EUR", "per": "day"}, "prices", (9, "EUR", "day", "")),
    (
        "price",
        {"amount": "95", "currency": "GBP", "per": "year"},
        "prices",
        (95, "GBP", "year", ""),
    ),
    (
        "price",
        {"amount": "95", "currency": "GBP", "per": "once"},
        "prices",
        (95, "GBP", "once", ""),
    ),
    (
        "price",
        {"amount": "4.80", "currency": "USD", "per": "once", "unit": "liter"},
        "prices",
        (4.8, "USD", "liter", ""),
    ),
    ("deadline", {"day": "2027-04-30"}, "deadline", date(2027, 4, 30)),
    ("deadline", {"weeks": "10"}, "duration_weeks", 10),
    ("team", {"people": "1", "hours": "12,5"}, "people", 1),
    ("team", {"people": "2", "hours": "30"}, "people", 2),
    ("team", {"people": "1", "hours": "12,5"}, "hours_per_week", 12.5),
    ("team", {"people": "2", "hours": "30"}, "hours_per_week", 30),
    ("budget", {"amount": "64.000", "currency": "USD"}, "budget", (64000, "USD")),
    ("budget", {"amount": "1.290,50", "currency": "EUR"}, "budget", (1290.5, "EUR")),
    *(
        ("stage", {"stage": stage}, "stage", stage)
        for stage in ("idea", "talks", "prototype", "pilot", "customers")
    ),
    *(
        ("stage", {"stage": stage, "count": "3", "noun": "Partner"}, "stage", stage)
        for stage in ("talks", "prototype", "pilot", "customers")
    ),
]


def parts(key: str, said: dict[str, str], row: int = 0) -> TypedParts:
    return TypedParts(key, {f"{key}-{row}-{name}": text for name, text in said.items()})


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("key", "said", "path", "value"), CASES)
def test_the_line_is_read_as_what_was_typed(
    key: str, said: dict[str, str], path: str, value: Any, language: str
) -> None:
    with translation.override(language):
        typed = parts(key, said)
        assert not typed.first_error()
        line = typed.added_to("")
    facts = read_facts({"idea": "Maps", key: line}, today=TODAY)
    fact = facts.prices[0] if path == "prices" and facts.prices else getattr(facts, path)
    read: Any = getattr(fact, "value", None)
    if path == "prices":
        assert read, line
        read = (float(read.amount), read.currency, read.per, read.unit)
    elif path == "budget":
        assert read, line
        read = (float(read.amount), read.currency)
    elif path == "stage":
        read = read.stage if read else None
    assert read == value, line


def test_it_is_added_to_the_text_once() -> None:
    typed = parts("budget", {"amount": "3000", "currency": "EUR"})
    assert not typed.first_error()
    assert typed.added_to("From my savings") == "From my savings\n3,000 EUR"
    assert typed.added_to("3,000 EUR, my savings") == "3,000 EUR, my savings"


def test_nothing_typed_adds_nothing() -> None:
    for key in PARTS:
        typed = TypedParts(key, {})
        assert not typed.first_error()
        assert typed.added_to("As it is") == "As it is"


class TestPages:
    URL = "/projects/new/short/"
    SAID = {"name": "Ada", "idea": "Maps", "target_user": "Sailors", "problem": "Reefs"}

    def test_several_prices_go_into_one_answer(self, founder_client: Client) -> None:
        typed = {"price-0-amount": "29", "price-0-currency": "EUR", "price-0-per": "month"}
        typed |= {"price-1-amount": "5", "price-1-currency": "EUR", "price-1-per": "day"}
        founder_client.post(self.URL, {**self.SAID, "price": "For harbours", **typed})
        assert (
            Project.objects.get().get_answers().price == "For harbours\n29 EUR a month\n5 EUR a day"
        )

    def test_what_is_no_number_comes_back_with_everything(self, founder_client: Client) -> None:
        response = founder_client.post(
            self.URL, {**self.SAID, "team-0-hours": "many", "team": "Two of us"}
        )
        assert response.status_code == 422
        words = response.content.decode()
        assert 'value="many"' in words
        assert "Two of us" in words
        assert "Hours a week, everybody together: Enter a number." in words
        assert not Project.objects.exists()

    @pytest.mark.parametrize(("second", "is_open"), [("", False), ("x", True)])
    def test_another_price_unfolds_only_when_something_was_typed_there(
        self, second: str, is_open: bool, founder_client: Client
    ) -> None:
        typed = {"price-0-amount": "many", "price-0-per": "month"}
        typed |= {"price-1-amount": second, "price-1-per": "month"}
        words = founder_client.post(self.URL, {**self.SAID, **typed}).content.decode()
        assert ("<details open>" in words) is is_open

    def test_one_question_takes_it_too(self, founder_client: Client) -> None:
        founder_client.post("/projects/new/", {"name": "Ada", "idea": "Maps"})
        project = Project.objects.get()
        url = f"/projects/{project.pk}/interview/deadline/"
        base = founder_client.get(url).context["base"]
        founder_client.post(url, {"answer": "", "base": base, "deadline-0-weeks": "10"})
        project.refresh_from_db()
        assert project.get_answers().deadline == "Within 10 weeks"
        assert project.get_facts().duration_weeks.value == 10


def test_a_form_that_comes_empty_is_shown_again(founder_client: Client) -> None:
    """As a browser sends no form of ours, and a proxy that lost its body does."""
    for address in (reverse("project_new_short"), reverse("project_new")):
        response = founder_client.post(address, {})
        assert response.status_code == 422
