"""A founder's whole way through the product, on a desktop and on a phone, with JavaScript and
without.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from artifacts.generation.streaming import publish
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.browser.conftest import Writer, sign_in
from artifacts.tests.browser.steps import (
    OpenPage,
    both_sizes,
    both_ways,
    edit_elsewhere,
    show,
    sign_out,
)
from artifacts.tests.support.factories import PASSWORD, claim_all, make_project
from artifacts.tests.support.plain import WRITE_ALL
from artifacts.tests.support.versions import brief, text


@both_ways
def test_the_text_is_seen_while_it_is_written(open_page: OpenPage, founder: User, js: bool) -> None:
    project = make_project(founder)
    cascade = claim_all(project)
    publish(cascade.token, ArtifactType.BRIEF, {"problem_statement": "We see owners"})
    page = open_page(js=js)
    show(page, founder, project, where="")
    sheet = page.get_by_role("region", name="The Product Brief so far")
    expect(sheet).to_contain_text("We see owners")
    publish(cascade.token, ArtifactType.BRIEF, {"problem_statement": "We see owners count."})
    if not js:
        page.reload()
    expect(sheet).to_contain_text("We see owners count.")
    expect(page.locator("[aria-live]")).not_to_contain_text("owners")


@both_ways
@both_sizes
def test_from_sign_up_to_five_documents(
    open_page: OpenPage, writer: Writer, size: str, js: bool
) -> None:
    page = open_page(size, js=js)
    page.goto("/")
    page.get_by_label("What do you want to build?").fill(
        "Stock counting on a phone for small shops."
    )
    page.get_by_role("button", name="Start with my idea").click()
    page.get_by_label("Email").fill("new@example.com")
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Create account").click()
    expect(page.get_by_label("The idea")).to_have_value(
        "Stock counting on a phone for small shops."
    )
    page.get_by_label("Name").fill("Shelfwise")
    page.get_by_role("button", name="Continue to the questions").click()
    expect(page.get_by_text("Question 1 of 14")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("We need an answer to this one").first).to_be_visible()
    page.get_by_role("textbox").first.or_(page.locator("textarea")).last.fill(
        "Owners of small shops"
    )
    page.get_by_role("button", name="Continue").click()
    page.locator("textarea").fill("They count stock on paper every week")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="I don’t know yet").click()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.get_by_text("Question 3 of 14")).to_be_visible()

    sign_out(page)
    sign_in(page, User.objects.get(email="new@example.com"))
    page.get_by_role("link", name=re.compile("Continue")).first.click()
    expect(page.get_by_text("Question 4 of 14")).to_be_visible()
    page.get_by_role("button", name="Look at all answers").click()
    expect(page.get_by_text("You said you don’t know yet.", exact=False).first).to_be_visible()

    page.get_by_role("link", name="Check how we read this").click()
    expect(page.get_by_role("heading", name="We read this as", exact=False)).to_be_visible()

    writer.hold()
    page.get_by_role("button", name=WRITE_ALL).click()
    project = Project.objects.get(name="Shelfwise")
    writer.write()
    page.get_by_role("link", name="Product Brief").first.click()
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()
    expect(page.get_by_text("Owners of small shops").first).to_be_visible()
    assert project.artifacts.filter(version_number=0).count() == 4

    writer.finish()
    page.goto(f"/projects/{project.pk}/")
    expect(page.get_by_role("link", name="How It Works").first).to_be_visible()
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}


def test_the_page_follows_the_writer_by_itself(
    open_page: OpenPage, writer: Writer, founder: User
) -> None:
    project = make_project(founder, target_user="Owners", problem="Paper")
    page = open_page()
    show(page, founder, project, "")
    writer.hold()
    page.get_by_role("button", name=WRITE_ALL).click()
    expect(page.locator("[data-announce]")).to_contain_text("We are writing your Product Brief")
    writer.write()
    expect(page.locator("[data-announce]")).to_contain_text("We are writing your MVP Scope")
    writer.finish()
    expect(page.locator("[data-announce]")).to_contain_text("All your documents are ready")


def test_an_open_document_tells_of_its_new_version_and_leaves_alone_what_is_typed(
    open_page: OpenPage, writer: Writer, founder: User, written: Project
) -> None:
    writer.hold()
    writer.deliver(claim_all(written, [ArtifactType.BRIEF]))
    page = open_page()
    show(page, founder, written)
    expect(page.locator("#news")).to_contain_text("A new version is on its way.")
    expect(page.get_by_role("link", name="Regenerate")).to_have_count(0)
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    section.get_by_label("Your note").fill("Ask Ana about the budget.")
    writer.finish()
    expect(page.get_by_role("link", name="Regenerate")).to_be_visible()
    expect(page.locator("#news")).to_contain_text("A new version is there.")
    expect(section.get_by_label("Your note")).to_have_value("Ask Ana about the budget.")
    expect(page.locator("#announcement")).to_contain_text("A new version is there.")


@both_ways
def test_a_running_cascade_is_cancelled_and_what_is_written_stays(
    open_page: OpenPage, writer: Writer, founder: User, js: bool
) -> None:
    project = make_project(founder, target_user="Owners", problem="Paper")
    page = open_page(js=js)
    show(page, founder, project, "")
    writer.hold()
    page.get_by_role("button", name=WRITE_ALL).click()
    writer.write()
    expect(page.get_by_role("link", name="Product Brief").first).to_be_visible()
    page.get_by_text("Stop writing").first.click()
    page.get_by_role("button", name="Stop").first.click()
    expect(page.get_by_role("button", name=re.compile("Write the rest|Try again"))).to_be_visible()
    assert not project.artifacts.filter(generation_status="generating").exists()
    assert brief(project).version_number == 1


@both_ways
def test_a_changed_answer_makes_documents_stale_and_they_are_regenerated(
    open_page: OpenPage, writer: Writer, founder: User, written: Project, js: bool
) -> None:
    edit_elsewhere(written, founder, "My own limit.")
    page = open_page(js=js)
    show(page, founder, written, "answers/")
    page.get_by_label("What would they pay, for what, and who pays it?").fill("9 euros a month")
    page.get_by_role("button", name="Save my answers").click()
    expect(page.get_by_text("Saved.").first).to_be_visible()
    page.goto(f"/projects/{written.pk}/")
    expect(page.get_by_text("Answer: Price").first).to_be_visible()
    page.goto(f"/projects/{written.pk}/generate/?scope=stale")
    expect(page.get_by_label("Keep my edits")).to_be_checked()
    page.locator("main form button.button-primary").last.click()
    page.wait_for_url(f"**/projects/{written.pk}/")
    writer.finish()
    assert set(written.artifacts.values_list("version_number", flat=True)) == {2}
    assert text(written) == "My own limit."


@both_ways
def test_a_project_is_copied_renamed_deleted_and_brought_back(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written, "")
    page.get_by_role("button", name="Duplicate").click()
    expect(page.get_by_role("heading", name="Shelfwise (copy)")).to_be_visible()
    page.get_by_role("link", name="Rename").click()
    page.get_by_label("Name").fill("Another shelf")
    page.get_by_role("main").get_by_role("button", name=re.compile("Save|Rename")).click()
    expect(page.get_by_role("heading", name="Another shelf")).to_be_visible()
    page.get_by_role("link", name="Delete the project").click()
    page.get_by_role("main").get_by_role("button", name=re.compile("Delete")).click()
    expect(page.get_by_text("Another shelf").first).to_be_visible()
    assert Project.objects.get(name="Another shelf").deleted_at is not None
    page.get_by_role("button", name=re.compile("Undo|Restore")).first.click()
    expect(page.get_by_text("Another shelf").first).to_be_visible()
    assert Project.objects.get(name="Another shelf").deleted_at is None
    sign_out(page)
    page.goto("/projects/")
    expect(page.get_by_role("heading", name="Welcome back")).to_be_visible()
