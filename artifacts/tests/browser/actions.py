"""What is done on a page before one looks at it."""

from __future__ import annotations

from collections.abc import Callable

from django.template.loader import render_to_string
from playwright.sync_api import Page, Route, expect

from artifacts.tests.support.factories import PASSWORD

Action = Callable[[Page], None]


def submit(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button.button-primary").first.click()


def save_as_staff(page: Page) -> None:
    with page.expect_navigation():
        page.locator("#content-main input[type=submit]").first.click()


def choose_too_long_a_name(page: Page) -> None:
    page.locator("[name=name]").evaluate("one => one.removeAttribute('maxlength')")
    page.locator("[name=name]").fill("Ada " * 40)
    submit(page)


def submit_last(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button.button-primary").last.click()


def start_with_gaps(page: Page) -> None:
    for field in page.locator("main textarea").all():
        field.fill("")
    submit(page)


def send_evidence(page: Page) -> None:
    page.locator("[name=assumption]").first.check()
    page.get_by_label("What you know about it").fill("I know ten such shops.")
    page.get_by_label("Your name").fill("Maria")
    submit_last(page)


def go_on_with_nothing(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert").first).to_be_visible()


def save_over_another_change(page: Page) -> None:
    page.locator("main [name=base]").first.evaluate(
        "one => one.value = '0'.repeat(one.value.length)"
    )
    page.locator("main textarea").first.fill("What somebody typed while the other one saved.")
    page.locator("main form button.button-primary").first.click()
    expect(page.get_by_role("alert")).to_be_visible()


def save_what_is_gone(page: Page) -> None:
    page.locator("main textarea").first.fill("What somebody typed while the other one took it out.")
    page.locator("main form").evaluate("one => one.action = one.action.replace('A-2', 'A-99')")
    page.locator("main form button.button-primary").first.click()
    expect(page.get_by_role("alert")).to_be_visible()


def ignore_what_is_gone(page: Page) -> None:
    page.locator("main textarea").fill("What somebody typed while the other one fixed it.")
    page.locator("main form").evaluate(
        "one => one.action = one.action.replace(/findings.[^/]+/, 'findings/gone')"
    )
    page.locator("main form button.button-primary").click()
    expect(page.get_by_role("alert")).to_be_visible()


def decide_on_another_version(page: Page) -> None:
    page.locator("main [name=base]").first.evaluate(
        "one => one.value = '0'.repeat(one.value.length)"
    )
    page.get_by_label("Accept all new text").check()
    page.get_by_role("button", name="Save my choice").click()
    expect(page.get_by_role("alert")).to_be_visible()


def lose_the_session(page: Page) -> None:
    page.locator("main textarea").first.fill("What was typed when the session ended.")
    page.context.clear_cookies(name="sessionid")
    page.locator("main form button.button-primary").first.click()
    expect(page.get_by_label("Password")).to_be_visible()


def come_back_with_the_text(page: Page) -> None:
    lose_the_session(page)
    page.get_by_label("Email").fill("ana@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.locator("main textarea").first).to_have_value(
        "What was typed when the session ended."
    )


def spoil_the_token(page: Page) -> None:
    for token in page.locator("main [name=csrfmiddlewaretoken]").all():
        token.evaluate("one => one.value = 'x'.repeat(64)")


def send_a_spoiled_token(page: Page) -> None:
    page.locator("main textarea").first.fill("What was typed before signing in again elsewhere.")
    spoil_the_token(page)
    page.locator("main form button.button-primary").first.click()
    expect(page.get_by_role("button", name="Send again")).to_be_visible()


def sign_in_with_a_spoiled_token(page: Page) -> None:
    page.get_by_label("Email").fill("ana@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    spoil_the_token(page)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Please try that once more")).to_be_visible()


def look_at_other_values(page: Page) -> None:
    page.get_by_label("Hours a week, everybody together").fill("7")
    page.get_by_label("The first version").fill("Count a shelf\nPrint the list")
    submit(page)
    expect(page.get_by_role("heading", name="What would move")).to_be_visible()


def edit_in_place(page: Page) -> None:
    page.get_by_role("link", name="Edit Key constraint").click()
    expect(page.get_by_role("textbox", name="Key constraint")).to_be_focused()


def start_with_too_much(page: Page) -> None:
    box = page.get_by_label("What do you want to build?")
    box.evaluate("one => one.removeAttribute('maxlength')")
    box.fill("Too much. " * 1_001)
    page.get_by_role("button", name="Start with my idea").click()
    expect(page.get_by_text("Please shorten this")).to_be_visible()


def ask_for_a_plan(page: Page) -> None:
    button = page.get_by_role("button", name="Ask for the Partner plan")
    if button.count():
        button.first.click()
    expect(page.get_by_text("You asked for it").first).to_be_visible()


def send_no_tasks(page: Page) -> None:
    send_file(page, "# A note\n")


def read_progress(page: Page) -> None:
    send_file(
        page,
        "- [x] 1.1 F-1.1: Met\n- [ ] 1.2 F-1.2: Not yet\n"
        "- [x] 9.1 F-99.1: Taken out\n- [ ] 9.2 Refactor\n",
    )


def send_file(page: Page, text: str) -> None:
    page.get_by_label("Their files").set_input_files(
        {"name": "tasks.md", "mimeType": "text/markdown", "buffer": text.encode()}
    )
    submit(page)


def import_an_edited_file(page: Page) -> None:
    text = """# Our notes

Words that stand outside.

## <a id="brief"></a>Product Brief

### <a id="brief.key_constraint"></a>Key constraint

We have one developer and half a year.

## <a id="mvp_scope"></a>MVP Scope

### <a id="mvp_scope.out_of_scope"></a>Out of scope

- Payments in the shop

### <a id="mvp_scope.core_features"></a>Core features

#### <a id="F-1"></a>F-1 Count on the phone

Priority: low

We count with a phone.

#### Another one

Priority: urgent

This one has a value that does not fit.
"""
    page.get_by_label("Or paste its text").fill(text)
    submit(page)
    expect(page.get_by_role("heading", name="What the file changes")).to_be_visible()


def open_notes(page: Page) -> None:
    for summary in page.locator("details.notes > summary").all()[:3]:
        summary.click()


def delete_a_note(page: Page) -> None:
    page.locator("#notes-out_of_scope > summary").click()
    page.locator("#notes-out_of_scope").get_by_role("button", name="Delete this note").first.click()
    undo = page.locator("#notes-out_of_scope").get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    undo.click()
    expect(undo).to_have_count(0)


def choose_no_document(page: Page) -> None:
    for box in page.locator("[name=documents]").all():
        box.uncheck()
    submit(page)


def leave_a_note(page: Page) -> None:
    page.get_by_label("Your name").fill("Jo")
    page.get_by_label("Your note").fill("Could it count crates as well?")
    submit(page)
    expect(page.get_by_role("status")).to_be_visible()


def press_question_mark(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()


def answered_with(template: str) -> Action:
    """Show a page that only a broken server sends."""

    def act(page: Page) -> None:
        def answer(route: Route) -> None:
            route.fulfill(body=render_to_string(template), content_type="text/html; charset=utf-8")

        page.route("**/broken/", answer)
        page.goto("/broken/")
        page.unroute("**/broken/")

    return act
