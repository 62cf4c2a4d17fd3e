"""The HTML of every page is as the standard has it, also where browsers would forgive."""

from __future__ import annotations

from itertools import islice

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.tests.support.factories import make_busy_project, make_user
from artifacts.tests.support.markup import faults
from artifacts.tests.support.pages import NAMES, urls
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

URLS_EACH = 8
FILES = {"project_download", "project_cover"}
SIGNED_OUT = (
    "home",
    "account_login",
    "account_signup",
    "account_reset_password",
    "shortcuts",
    "pricing",
    "help",
    "privacy",
    "terms",
)
SIGNED_IN = (
    "account",
    "account_change_password",
    "account_email",
    "account_logout",
    "account_brand",
    "plan_list",
    "project_list",
    "project_new",
    "project_new_short",
    "search",
)


def test_the_pages_of_a_project_are_valid(db: None) -> None:
    project = make_busy_project(make_user(Tier.CTO_SCALE))
    client = Client()
    client.force_login(project.owner)
    found = {
        url: faults(client.get(url, follow=True).content.decode())
        for name in sorted({*NAMES} - FILES)
        for url in islice(urls(name, project), URLS_EACH)
    }
    assert {url: said for url, said in found.items() if said} == {}


def test_a_form_that_was_refused_is_valid_and_names_its_fields(db: None) -> None:
    project = make_busy_project(make_user(Tier.CTO_SCALE))
    client = Client()
    client.force_login(project.owner)
    page = client.post(
        reverse("item_add", args=[project.pk, "risk_log", "market_risks"])
    ).content.decode()
    assert faults(page) == []
    assert page.count('class="errorlist"') > 3


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_pages_before_signing_in_are_valid(db: None, name: str) -> None:
    assert faults(Client().get(reverse(name)).content.decode()) == []


@pytest.mark.parametrize("name", SIGNED_IN)
def test_pages_beside_the_projects_are_valid(founder_client: Client, name: str) -> None:
    assert faults(founder_client.get(reverse(name)).content.decode()) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<p id="a"><b id="a">', "id 'a' 2 times"),
        ("<span><form></form></span>", "<form> within <span>"),
        ("<p><a href='/'><ul></ul></a></p>", "<ul> within <p>"),
        ("<a href='/'><b><a href='/'></a></b></a>", "<a> within <a>"),
        ("<div><b></div>", "<b> is open where <div> ends"),
        ("<dl><dt>j <b>k</b></dt><dd></dd><dt>j k</dt></dl>", "the term 'j k' 2 times"),
        (
            '<time datetime="2026-11-29T00:51:57.413235+00:00"></time>',
            "datetime is '2026-11-29T00:51:57.413235+00:00'",
        ),
        ('<label for="b"></label>', "for is 'b', and no id is"),
        ('<a href="#">Severity</a>', "href is '', and no id is"),
    ],
)
def test_a_fault_is_found(html: str, fault: str) -> None:
    assert fault in faults(html)


def test_what_the_standard_allows_is_no_fault() -> None:
    page = """<main id="main"><a href="#main"><div><p>Text <b>and</b></p></div></a>
    <details><summary><h2>More</h2></summary><ul><li>One<li>Two</ul></details>
    <dl><dt>e</dt><dd>Edit</dd><dd>End</dd></dl>
    <time datetime="2026-11-29T00:51:57+00:00">now</time>
    <svg viewBox="0 0 1 1"><path d="M0 0"/><g><path d="M1 1"></path></g></svg></main>"""
    assert faults(page) == []
