"""The page of facts, with JavaScript and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from artifacts.models import Project, User
from artifacts.tests.browser.conftest import sign_in
from artifacts.tests.browser.steps import OpenPage, both_ways
from artifacts.tests.facts.test_facts_service import with_sheet
from artifacts.tests.support.factories import make_project


@pytest.fixture
def project(founder: User) -> Project:
    return with_sheet(make_project(founder, target_user="Owners", problem="Paper"))


def open_facts(page: Page, founder: User, project: Project) -> None:
    sign_in(page, founder)
    page.goto(f"/projects/{project.pk}/facts/")


def facts(project: Project) -> Project:
    return Project.objects.get(pk=project.pk)


@both_ways
def test_a_fact_is_confirmed_and_another_one_corrected(
    open_page: OpenPage, founder: User, project: Project, js: bool
) -> None:
    page = open_page(js=js)
    open_facts(page, founder, project)
    page.locator("#fact-people").get_by_role("button", name="Yes, that’s right").click()
    expect(page.locator("#fact-people")).to_contain_text("Confirmed")
    page.locator("#fact-prices-0").get_by_role("link", name="Change").click()
    page.get_by_label("Amount").fill("many")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Amount").fill("39")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#fact-prices-0")).to_contain_text("€39 a month")
    expect(page.locator("#fact-prices-0")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="We read this as", exact=False)).to_be_visible()
    assert facts(project).get_facts().people.state == "confirmed"


@both_ways
def test_a_question_is_answered_and_a_trait_chosen_with_the_keyboard(
    open_page: OpenPage, founder: User, project: Project, js: bool
) -> None:
    page = open_page(js=js)
    open_facts(page, founder, project)
    page.get_by_role("button", name="All 5 have to pass").click()
    expect(page.get_by_text("More must pass than take part")).to_have_count(0)
    page.locator("[name=seasonal][value=yes]").focus()
    page.keyboard.press("Space")
    if not js:
        page.get_by_role("button", name="Save these").click()
    expect(page.locator("[name=seen-seasonal]")).to_have_value("yes")
    assert facts(project).get_facts().traits.has("seasonal")


def test_an_open_fact_is_added_in_place_and_let_go_again(
    open_page: OpenPage, founder: User, project: Project
) -> None:
    page = open_page()
    open_facts(page, founder, project)
    page.locator("#fact-deadline").get_by_role("link", name="Add").click()
    page.get_by_label("Date").fill("2030-04-30")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#fact-deadline")).to_contain_text("30 Apr 2030")
    page.locator("#fact-deadline").get_by_role("link", name="Change").click()
    page.get_by_role("button", name="Not true, leave it open").click()
    expect(page.locator("#fact-deadline")).to_contain_text("left open")


def test_a_click_that_came_too_late_is_told(
    open_page: OpenPage, founder: User, project: Project
) -> None:
    page = open_page()
    open_facts(page, founder, project)
    with_sheet(project, people={"value": 7, "said": [], "state": "read"})
    page.locator("#fact-people").get_by_role("button", name="Yes, that’s right").click()
    expect(page.get_by_role("alert")).to_contain_text("This has changed since you opened the page")
    expect(page.locator("#fact-people")).to_contain_text("7 people")
