"""A founder's whole way through the product, on a desktop and on a phone, with JavaScript and
without.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from artifacts.generation.claims import Edits
from artifacts.generation.streaming import publish
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing import edit_section, fingerprint
from artifacts.tests.browser.conftest import SIZES, Writer, sign_in
from artifacts.tests.support.factories import PASSWORD, PLAIN, StubRunner, claim_all, make_project
from artifacts.tests.support.plain import WRITE_ALL
from artifacts.tests.support.proposed import SCOPE, change, feature, items, propose, scope
from artifacts.tiers import Tier

OpenPage = Callable[..., Page]

both_ways = pytest.mark.parametrize("js", [True, False], ids=["js", "no-js"])
both_sizes = pytest.mark.parametrize("size", list(SIZES))


def brief(project: Project) -> Artifact:
    return Artifact.objects.select_related("project").get(project=project, artifact_type="brief")


def text(project: Project, section: str = "key_constraint") -> Any:
    return getattr(brief(project).content, section)


def edit_elsewhere(project: Project, founder: User, value: str) -> None:
    base = fingerprint(text(project))
    edit_section(
        brief(project),
        section="key_constraint",
        value=value,
        base=base,
        editor=founder,
        tier=Tier.PARTNER,
    )


def rewrite(project: Project, *types: ArtifactType, edits: Edits = Edits.KEEP) -> None:
    from artifacts.generation.writer import write_claim

    new = {
        **PLAIN,
        ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], "key_constraint": "Two developers."},
    }
    write_claim(
        claim_all(project, types or [ArtifactType.BRIEF], edits=edits),
        runner=StubRunner(contents=new),
    )


@pytest.fixture
def written(founder: User) -> Project:
    return make_project(
        founder, written=True, target_user="Owners of small shops", problem="They count on paper"
    )


def typed(page: Page) -> Locator:
    """The field in which the section of these tests is edited."""
    return page.get_by_role("textbox", name="Key constraint")


def sign_out(page: Page) -> None:
    if not page.get_by_role("banner").get_by_role("button", name="Sign out").is_visible():
        page.get_by_role("link", name="Account").click()
    page.get_by_role("button", name="Sign out").last.click()
    expect(page.get_by_role("banner").get_by_role("link", name="Create account")).to_be_visible()


def show(page: Page, founder: User, project: Project, where: str = "brief/") -> None:
    sign_in(page, founder)
    page.goto(f"/projects/{project.pk}/{where}")


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
@both_sizes
def test_a_section_is_edited_and_the_edit_taken_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    page = open_page(size, js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("Two developers for ten weeks.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "Two developers for ten weeks."
    page.get_by_role("link", name="Undo my edit: Key constraint").click()
    page.get_by_role("button", name="Undo my edit").click()
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()
    assert text(written) == PLAIN[ArtifactType.BRIEF]["key_constraint"]


def test_editing_and_noting_leave_the_address_and_the_way_back_alone(
    open_page: OpenPage, founder: User, written: Project
) -> None:
    page = open_page()
    show(page, founder, written, "")
    page.get_by_role("link", name="Product Brief").first.click()
    expect(page.get_by_role("heading", name="Product Brief", level=1)).to_be_visible()
    address = page.url
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("Two developers for ten weeks.")
    assert page.url == address
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert page.url == address
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    section.get_by_label("Your note").fill("Ask Ana about the budget.")
    section.get_by_role("button", name="Add the note").click()
    expect(section.get_by_text("Ask Ana about the budget.")).to_be_visible()
    assert page.url == address
    page.go_back()
    expect(page.get_by_role("heading", name=written.name, level=1)).to_be_visible()
    page.go_forward()
    expect(
        page.locator("#key_constraint").get_by_text("Two developers for ten weeks.")
    ).to_be_visible()


def test_the_way_back_asks_before_it_drops_what_is_typed(
    open_page: OpenPage, founder: User, written: Project
) -> None:
    page = open_page()
    show(page, founder, written, "")
    page.get_by_role("link", name="Product Brief").first.click()
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).press_sequentially("What I typed for an hour. ")
    with page.expect_event("dialog") as asked:
        page.evaluate("history.back()")
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    expect(typed(page)).to_have_value(re.compile("What I typed for an hour"))


@both_ways
def test_text_that_met_another_change_comes_back_and_can_be_saved_anyway(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("What I typed for an hour.")
    edit_elsewhere(written, founder, "What the other tab saved.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Save mine anyway")).to_be_visible()
    expect(typed(page)).to_have_value("What I typed for an hour.")
    expect(page.get_by_text("tab saved").first).to_be_visible()
    assert text(written) == "What the other tab saved."
    page.get_by_role("button", name="Save mine anyway").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "What I typed for an hour."


@both_ways
def test_text_typed_while_a_new_version_is_written_is_not_lost(
    open_page: OpenPage, writer: Writer, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Edit Key constraint").click()
    typed(page).fill("What I typed meanwhile.")
    claim_all(written, [ArtifactType.BRIEF])
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("We are writing a new version of the Product Brief")).to_be_visible()
    expect(typed(page)).to_have_value("What I typed meanwhile.")
    Artifact.objects.filter(project=written).update(generation_status="idle", generation_token=None)
    page.get_by_role("button", name="Try to save again").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "What I typed meanwhile."


@both_ways
def test_text_typed_when_the_session_ended_is_there_after_signing_in(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    page = open_page(js=js)
    show(page, founder, written, "brief/edit/key_constraint/")
    typed(page).fill("Typed for a long time.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("Email").fill(founder.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(typed(page)).to_have_value("Typed for a long time.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#key_constraint").get_by_text("Edited by you")).to_be_visible()
    assert text(written) == "Typed for a long time."


@both_ways
def test_items_are_added_changed_ordered_and_deleted(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    def names() -> list[str]:
        content: Any = Artifact.objects.get(project=written, artifact_type="mvp_scope").content
        return [feature.name for feature in content.core_features]

    page = open_page(js=js)
    show(page, founder, written, "mvp_scope/")
    page.get_by_role("link", name="Add another feature").click()
    page.get_by_label("Name").fill("Evening report")
    page.get_by_label("Description").fill("We send it at nine.")
    page.get_by_role("radio", name="Low").check()
    page.get_by_role("button", name="Add the feature").click()
    expect(page.get_by_role("heading", name="Evening report")).to_be_visible()
    assert names() == ["Shelf count", "Reorder list", "Evening report"]
    page.get_by_role("link", name="Edit F-3").click()
    page.get_by_label("Name").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Please write something here.").first).to_be_visible()
    page.get_by_label("Name").fill("Morning report")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Morning report")).to_be_visible()
    page.get_by_role("link", name="Edit Core features").click()
    page.get_by_role("button", name=re.compile("Move F-3.* up")).click()
    expect(
        page.get_by_role("button", name=re.compile("Move F-. .*up")).nth(1)
    ).to_have_accessible_name(re.compile("F-3"))
    assert names() == ["Shelf count", "Morning report", "Reorder list"]
    page.goto(f"/projects/{written.pk}/mvp_scope/edit/core_features/F-3/delete/")
    page.get_by_role("button", name=re.compile("Delete")).click()
    expect(page.get_by_text("F-3 is deleted.")).to_be_visible()
    assert names() == ["Shelf count", "Reorder list"]


@both_ways
@both_sizes
def test_a_note_is_written_resolved_deleted_and_brought_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    def notes() -> list[tuple[bool, bool]]:
        return [
            (bool(note["resolved_at"]), bool(note["deleted_at"]))
            for note in brief(written).annotations
        ]

    page = open_page(size, js=js)
    show(page, founder, written)
    section = page.locator("#notes-key_constraint")
    section.locator("summary").first.click()
    section.get_by_label("Your note").fill("Ask Ana about the budget.")
    section.get_by_role("button", name="Add the note").click()
    expect(section.get_by_text("Ask Ana about the budget.")).to_be_visible()
    section.get_by_role("button", name="Resolve").click()
    expect(section.get_by_text("1 resolved")).to_be_visible()
    assert notes() == [(True, False)]
    if js:  # without, the browser has unfolded the list for the note that the address names
        section.get_by_text("1 resolved").click()
    section.get_by_role("button", name="Delete this note").click()
    section.get_by_role("button", name=re.compile("Undo|Restore it")).click()
    expect(section.get_by_role("button", name=re.compile("Undo|Restore it"))).to_have_count(0)
    assert notes() == [(True, False)]


@both_ways
def test_a_changed_answer_makes_documents_stale_and_they_are_written_anew(
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
@both_sizes
def test_versions_are_compared_and_the_previous_one_brought_back(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    rewrite(written)
    page = open_page(size, js=js)
    show(page, founder, written)
    page.get_by_role("link", name="Compare with version 1").click()
    expect(page.locator("ins", has_text="Two developers").first).to_be_visible()
    page.get_by_role("link", name="Restore version 1").click()
    page.get_by_role("button", name="Restore version 1").click()
    expect(page.get_by_text("Version 1 is restored.")).to_be_visible()
    assert text(written) == PLAIN[ArtifactType.BRIEF]["key_constraint"]


@both_ways
def test_a_new_version_waits_for_the_decision(
    open_page: OpenPage, founder: User, written: Project, js: bool
) -> None:
    edit_elsewhere(written, founder, "My own limit.")
    rewrite(written, edits=Edits.REVIEW)
    page = open_page(js=js)
    show(page, founder, written)
    page.locator(f"main a[href='/projects/{written.pk}/brief/proposal/']").first.click()
    expect(page.get_by_label("Keep mine")).to_be_checked()
    page.get_by_label("Take the new one").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_text("Saved as version 2.")).to_be_visible()
    assert text(written) == "Two developers."


@both_ways
@both_sizes
def test_a_new_version_is_decided_item_by_item(
    open_page: OpenPage, founder: User, written: Project, size: str, js: bool
) -> None:
    change(written, SCOPE, "core_features", "F-1", description="Mine, in my words.")
    propose(written, SCOPE, scope(feature("Shelf count"), feature("Scan", id="F-40")))
    page = open_page(size, js=js)
    show(page, founder, written, "mvp_scope/proposal/")
    count, listed, scan = (
        page.get_by_role("group", name=f"Which version of {one}?") for one in ("F-1", "F-2", "F-3")
    )
    expect(count.get_by_label("Keep mine")).to_be_checked()
    page.get_by_label("Accept all new text").check()
    expect(count).to_be_hidden()
    page.get_by_label("Choose for each").check()
    listed.get_by_label("Keep it").check()
    scan.get_by_label("Leave it out").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_text("Saved as version 2.")).to_be_visible()
    assert items(written, SCOPE, "core_features") == {"F-1": "Shelf count", "F-2": "Reorder list"}
    expect(page.get_by_text("Mine, in my words.")).to_be_visible()


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
