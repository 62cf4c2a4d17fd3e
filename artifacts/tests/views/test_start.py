"""From the box on the first page to the first question, with nothing typed twice."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from artifacts.accounts.started_idea import KEPT_SECONDS, SESSION_KEY
from artifacts.interview.questions import ANSWER_MAX
from artifacts.interview.wording import working_title
from artifacts.models import Project
from artifacts.tests.support.factories import PASSWORD, make_user
from artifacts.views import public

pytestmark = pytest.mark.django_db

IDEA = "A map of benches, where people with bad knees see the next place to sit."
NEW = {"email": "ana@example.com", "password1": PASSWORD}


def start(client: Client, idea: str = IDEA) -> Any:
    return client.post(reverse("start"), {"idea": idea})


def box_of(client: Client, name: str = "project_new") -> str:
    page = client.get(reverse(name))
    return str(page.context["form"]["idea"].value() or "")


def test_the_idea_is_the_first_answer_after_signing_up(client: Client) -> None:
    assert start(client)["Location"] == reverse("account_signup")
    assert "A map of benches" in client.get(reverse("account_signup")).content.decode()
    assert client.post(reverse("account_signup"), NEW)["Location"] == reverse("project_new")
    assert box_of(client) == IDEA
    made = client.post(reverse("project_new"), {"idea": IDEA, "name": ""})
    project = Project.objects.get()
    assert made["Location"] == reverse("interview_resume", args=[project.pk])
    assert (project.idea, project.name) == (IDEA, "A map of benches")
    assert box_of(client) == ""


def test_a_new_account_without_an_idea_begins_with_the_question_for_it(client: Client) -> None:
    assert start(client, " ")["Location"] == reverse("account_signup")
    assert not Session.objects.exists()
    assert client.post(reverse("account_signup"), NEW)["Location"] == reverse("project_new")


def test_the_idea_outlives_a_sign_in(client: Client) -> None:
    founder = make_user(password=PASSWORD)
    start(client)
    entered = {"login": founder.email, "password": PASSWORD}
    assert client.post(reverse("account_login"), entered)["Location"] == reverse("project_new")
    assert box_of(client) == IDEA
    assert box_of(client, "project_new_short") == IDEA


def test_the_idea_outlives_the_confirmation_of_the_address(
    client: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    start(client)
    sent = client.post(reverse("account_signup"), NEW, follow=True)
    assert "A map of benches" in sent.content.decode()
    link = re.search(r"/accounts/confirm-email/[^\s]+", str(mailoutbox[0].body))
    assert link
    client.post(link[0])
    entered = {"login": NEW["email"], "password": PASSWORD}
    assert client.post(reverse("account_login"), entered)["Location"] == reverse("project_new")
    assert box_of(client) == IDEA


def test_a_page_that_was_asked_for_comes_first(client: Client) -> None:
    founder = make_user(password=PASSWORD)
    start(client)
    wanted = reverse("account")
    entered = {"login": founder.email, "password": PASSWORD, "next": wanted}
    assert client.post(reverse("account_login"), entered)["Location"] == wanted
    assert box_of(client) == IDEA


def test_a_founder_who_is_signed_in_goes_on_at_once(founder_client: Client) -> None:
    assert start(founder_client)["Location"] == reverse("project_new")
    assert box_of(founder_client) == IDEA


def test_the_first_page_gives_the_idea_back(client: Client) -> None:
    start(client)
    assert box_of(client, "home") == IDEA


def test_what_is_too_long_comes_back_with_a_reason(client: Client) -> None:
    answer = start(client, "long " * ANSWER_MAX)
    assert answer.status_code == 422
    assert "Please shorten this" in answer.content.decode()
    assert "long long" in answer.content.decode()
    assert not Session.objects.exists()


def test_an_idea_is_not_kept_for_ever(client: Client) -> None:
    start(client)
    session = client.session
    session[SESSION_KEY] = {"text": IDEA, "at": time.time() - KEPT_SECONDS - 1}
    session.save()
    assert box_of(client, "home") == ""


def test_one_address_keeps_only_so_many(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "STARTS", 1)
    start(client)
    answer = start(Client(), "Another idea")
    assert answer.status_code == 429
    assert "Another idea" in answer.content.decode()


def test_the_address_of_the_box_leads_to_the_page_with_it(client: Client) -> None:
    assert client.get(reverse("start"))["Location"] == reverse("home")


def test_signing_out_ends_it(client: Client) -> None:
    client.force_login(make_user())
    start(client)
    client.post(reverse("account_logout"))
    assert box_of(client, "home") == ""


@pytest.mark.parametrize(
    ("idea", "title"),
    [
        ("Stock counting on a phone for small shops. The owner walks.", None),
        ("Benches: a map", "Benches"),
        ("  A map\nof benches", "A map"),
        ("…", "…"),
        (". A map", ". A map"),
        (
            "We want to help everybody who rents out a boat to people on holiday know the weather",
            "We want to help everybody who rents out a boat to people on…",
        ),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_a_project_without_a_name_gets_the_first_words(idea: str, title: str | None) -> None:
    assert working_title(idea) == (title or idea.partition(".")[0])


@pytest.mark.parametrize(
    ("password", "said"),
    [("12345", "easy to guess"), ("hm3!", "too short"), ("password", "leicht|too common|easy")],
)
def test_a_password_is_refused_in_one_message(client: Client, password: str, said: str) -> None:
    answer = client.post(reverse("account_signup"), {**NEW, "password1": password})
    errors = answer.context["form"].errors["password1"]
    assert len(errors) == 1
    assert re.search(said, errors[0])
