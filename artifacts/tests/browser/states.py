"""Every page in every state one can bring it to: what the tests of accessibility and the
screenshots walk through.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from playwright.sync_api import Page

from artifacts.accounts.notices import Notice, unsubscribe_url
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.tests.browser.actions import (
    Action,
    answered_with,
    ask_for_a_plan,
    choose_no_document,
    choose_too_long_a_name,
    come_back_with_the_text,
    decide_on_another_version,
    delete_a_note,
    edit_in_place,
    go_on_with_nothing,
    ignore_what_is_gone,
    import_an_edited_file,
    leave_a_note,
    look_at_other_values,
    lose_the_session,
    open_notes,
    press_question_mark,
    read_progress,
    save_as_staff,
    save_over_another_change,
    save_what_is_gone,
    send_a_spoiled_token,
    send_evidence,
    send_no_tasks,
    sign_in_with_a_spoiled_token,
    start_with_gaps,
    start_with_too_much,
    submit,
    submit_last,
)
from artifacts.tests.browser.scene import Scene


@dataclass(frozen=True)
class State:
    """A page in one state: where it is, who looks at it, and what is done there first."""

    name: str
    path: Callable[[Scene], str]
    who: str = "founder"
    action: Action | None = None


def open_state(page: Page, state: State, scene: Scene) -> None:
    page.goto(state.path(scene))
    if state.action:
        state.action(page)
    page.wait_for_load_state()


def _at(project: str, path: str = "") -> Callable[[Scene], str]:
    return lambda scene: scene.url(project, path)


def _fixed(path: str) -> Callable[[Scene], str]:
    return lambda scene: path


def _shared(link: str, path: str = "") -> Callable[[Scene], str]:
    return lambda scene: scene.shared(link, path)


def _in_admin(path: str) -> Callable[[Scene], str]:
    return lambda scene: scene.admin("worked", ArtifactType.MVP_SCOPE, path)


def _in_project_admin(path: str) -> Callable[[Scene], str]:
    return lambda scene: f"/admin/artifacts/project/{scene.projects['worked'].pk}/{path}"


def _of_link(link: str, path: str = "") -> Callable[[Scene], str]:
    return lambda scene: scene.url("worked", f"share/{scene.links[link].pk}/{path}")


def _emails_to_end(scene: Scene) -> str:
    address = unsubscribe_url(scene.founder, Notice.GUEST_NOTES)
    return address.removeprefix(settings.SITE_URL)


def _of_test(name: str, path: str = "") -> Callable[[Scene], str]:
    return lambda scene: scene.url("worked", f"tests/{scene.tests[name].pk}/{path}")


_ACCOUNTS = (
    State("landing", _fixed("/"), who=""),
    State("landing-refused", _fixed("/"), who="", action=start_with_too_much),
    State("pricing", _fixed("/pricing/"), who=""),
    State("help", _fixed("/help/"), who=""),
    State("privacy", _fixed("/privacy/"), who=""),
    State("terms", _fixed("/terms/"), who=""),
    State("plans", _fixed("/plans/"), who="starter"),
    State("plans-asked", _fixed("/plans/"), who="starter", action=ask_for_a_plan),
    State("sign-in", _fixed("/accounts/login/"), who=""),
    State("sign-in-refused", _fixed("/accounts/login/"), who="", action=submit),
    State(
        "sign-in-expired-form",
        _fixed("/accounts/login/"),
        who="",
        action=sign_in_with_a_spoiled_token,
    ),
    State("sign-up", _fixed("/accounts/signup/"), who=""),
    State("sign-up-refused", _fixed("/accounts/signup/"), who="", action=submit),
    State("password-reset", _fixed("/accounts/password/reset/"), who=""),
    State("password-reset-sent", _fixed("/accounts/password/reset/done/"), who=""),
    State("password-reset-old-link", _fixed("/accounts/password/reset/key/1-old/"), who=""),
    State("password-reset-done", _fixed("/accounts/password/reset/key/done/"), who=""),
    State("verification-sent", _fixed("/accounts/confirm-email/"), who=""),
    State("verification-old-link", _fixed("/accounts/confirm-email/old/"), who=""),
    State("account-closed", _fixed("/accounts/inactive/"), who=""),
    State("account", _fixed("/account/")),
    State("account-of-a-starter", _fixed("/account/"), who="starter"),
    State("preferences", _fixed("/account/preferences/")),
    State("preferences-refused", _fixed("/account/preferences/"), action=choose_too_long_a_name),
    State("emails-to-end", _emails_to_end, who=""),
    State("brand", _fixed("/accounts/brand/")),
    State("brand-refused", _fixed("/accounts/brand/"), action=submit),
    State("brand-of-a-starter", _fixed("/accounts/brand/"), who="starter"),
    State("change-email", _fixed("/accounts/email/")),
    State("account-delete", _fixed("/account/delete/")),
    State("change-password", _fixed("/accounts/password/change/")),
    State("second-factor", _fixed("/accounts/second-factor/")),
    State("second-factor-app", _fixed("/accounts/second-factor/totp/activate/")),
    State("second-factor-passkeys", _fixed("/accounts/second-factor/webauthn/")),
    State("second-factor-passkey-add", _fixed("/accounts/second-factor/webauthn/add/")),
    State("reauthenticate", _fixed("/accounts/reauthenticate/")),
    State("sign-out", _fixed("/accounts/logout/")),
    State("shortcuts", _fixed("/shortcuts/")),
    State("shortcuts-dialog", _fixed("/projects/"), action=press_question_mark),
    State("not-found", _fixed("/nothing/here/")),
    State("not-allowed", _fixed("/"), action=answered_with("403.html")),
    State("broken-request", _fixed("/"), action=answered_with("400.html")),
    State("too-fast", _fixed("/"), action=answered_with("429.html")),
    State("broken-server", _fixed("/"), action=answered_with("500.html")),
)

_PROJECTS = (
    State("projects-none", _fixed("/projects/"), who="newcomer"),
    State("projects", _fixed("/projects/")),
    State("search", _fixed("/search/")),
    State("search-found", _fixed("/search/?q=shelf+count")),
    State("search-nothing", _fixed("/search/?q=zeppelin")),
    State("idea", _fixed("/projects/new/")),
    State("idea-refused", _fixed("/projects/new/"), action=submit),
    State("interview-short", _fixed("/projects/new/short/")),
    State("interview-short-refused", _fixed("/projects/new/short/"), action=submit),
    State("interview-question", _at("draft", "interview/target_user/")),
    State("interview-refused", _at("draft", "interview/target_user/"), action=go_on_with_nothing),
    State("interview-optional", _at("draft", "interview/price/")),
    State(
        "interview-conflict", _at("draft", "interview/problem/"), action=save_over_another_change
    ),
    State("interview-review", _at("draft", "interview/review/")),
    State("interview-reading", _at("reading", "interview/"), who="starter"),
    State("interview-tailored", _at("tailored", "interview/target_user/"), who="starter"),
    State("facts-of-a-draft", _at("draft", "facts/")),
    State("facts", _at("stale", "facts/")),
    State("fact-edit", _at("stale", "facts/test/edit/")),
    State("what-if", _at("stale", "what-if/")),
    State("what-if-looked", _at("stale", "what-if/"), action=look_at_other_values),
    State("fact-refused", _at("stale", "facts/deadline/edit/"), action=submit),
    State("answers", _at("stale", "answers/")),
    State("answers-conflict", _at("stale", "answers/"), action=save_over_another_change),
    State("project-new", _at("fresh")),
    State("project-waiting", _at("waiting")),
    State("project-writing", _at("writing")),
    State("project-rewriting", _at("rewriting")),
    State("project-postponed", _at("postponed")),
    State("project-failed", _at("failed")),
    State("project-stale", _at("stale")),
    State("project-proposal", _at("proposal")),
    State("project-ready", _at("worked")),
    State("project-of-a-starter", _at("locked"), who="starter"),
    State("project-rename", _at("worked", "rename/")),
    State("project-renamed", _at("worked", "rename/"), action=submit),
    State("project-delete", _at("worked", "delete/")),
    State("generate", _at("worked", "generate/")),
    State("generate-one", _at("proposal", "generate/?artifact_type=brief")),
    State("generate-stale", _at("stale", "generate/?scope=stale")),
    State("generate-running", _at("writing", "generate/")),
    State("generate-none-left", _at("locked", "generate/"), who="starter"),
    State(
        "finding-ignore", lambda scene: scene.url("worked", f"findings/{scene.finding()}/ignore/")
    ),
    State(
        "finding-gone",
        lambda scene: scene.url("worked", f"findings/{scene.finding()}/ignore/"),
        action=ignore_what_is_gone,
    ),
    State("assumptions", _at("worked", "assumptions/")),
    State("assumptions-not-written", _at("fresh", "assumptions/")),
    State("assumptions-writing", _at("rewriting", "assumptions/")),
    State("assumption-confirm", _at("worked", "assumptions/brief.A-2/confirm/")),
    State("assumption-correct", _at("worked", "assumptions/brief.A-2/correct/")),
    State(
        "assumption-conflict",
        _at("worked", "assumptions/brief.A-2/correct/"),
        action=save_over_another_change,
    ),
    State("assumption-reject", _at("worked", "assumptions/brief.A-2/reject/")),
    State(
        "assumption-gone", _at("worked", "assumptions/brief.A-2/correct/"), action=save_what_is_gone
    ),
    State("test-draft", _of_test("draft")),
    State("test-draft-refused", _of_test("draft"), action=start_with_gaps),
    State("test-conflict", _of_test("draft"), action=save_over_another_change),
    State("test-running", _of_test("running")),
    State("test-result", _of_test("running", "result/")),
    State("test-result-refused", _of_test("running", "result/"), action=submit_last),
    State("test-over", _of_test("over", "result/")),
    State("test-delete", _of_test("over", "delete/")),
    State("week", _at("worked", "week/")),
    State("week-empty", _at("fresh", "week/")),
    State("weekly-answer", lambda scene: scene.answer(), who=""),
    State("weekly-answer-given", lambda scene: scene.answer(), who="", action=submit),
    State("weekly-answer-gone", _fixed("/answers/nothing/"), who=""),
    State("export", _at("worked", "export/")),
    State(
        "export-builders",
        _at("worked", "export/builders/?handover=all&start=2027-01-04&file=AGENTS.md"),
    ),
    State("builders-progress", _at("worked", "export/builders/progress/")),
    State(
        "builders-progress-refused",
        _at("worked", "export/builders/progress/"),
        action=send_no_tasks,
    ),
    State(
        "builders-progress-read", _at("worked", "export/builders/progress/"), action=read_progress
    ),
    State("import", _at("worked", "import/")),
    State("import-refused", _at("worked", "import/"), action=submit),
    State("import-differences", _at("worked", "import/"), action=import_an_edited_file),
    State("import-nothing", _at("fresh", "import/")),
)

_DOCUMENTS = (
    *(
        State(f"document-{t.value.replace('_', '-')}", _at("worked", f"{t.value}/"))
        for t in GENERATION_ORDER
    ),
    State("document-of-a-starter", _at("locked", "mvp_scope/"), who="starter"),
    State("document-stale", _at("stale", "risk_log/")),
    State("document-proposal", _at("proposal", "brief/")),
    State("document-new", _at("fresh", "brief/")),
    State("document-waiting", _at("writing", "milestones/")),
    State("document-writing", _at("writing", "mvp_scope/")),
    State("document-postponed", _at("postponed", "brief/")),
    State("document-rewriting", _at("rewriting", "brief/")),
    State("document-failed", _at("failed", "mvp_scope/")),
    State("document-blocked", _at("failed", "risk_log/")),
    State("document-notes", _at("worked", "mvp_scope/"), action=open_notes),
    State("document-note-deleted", _at("worked", "mvp_scope/"), action=delete_a_note),
    State("sources-text", _at("worked", "brief/sources/key_constraint/")),
    State("sources-items", _at("worked", "milestones/sources/milestones/")),
    State("edit-in-place", _at("worked", "brief/"), action=edit_in_place),
    State("edit-text", _at("worked", "brief/edit/key_constraint/")),
    State("edit-lines", _at("worked", "mvp_scope/edit/out_of_scope/")),
    State("edit-order", _at("worked", "mvp_scope/edit/core_features/")),
    State("edit-item", _at("worked", "mvp_scope/edit/core_features/F-1/")),
    State("edit-milestone", _at("worked", "milestones/edit/milestones/M-2/")),
    State(
        "edit-conflict",
        _at("worked", "brief/edit/key_constraint/"),
        action=save_over_another_change,
    ),
    State("edit-waits", _at("rewriting", "brief/edit/key_constraint/")),
    State(
        "edit-send-again", _at("worked", "brief/edit/key_constraint/"), action=send_a_spoiled_token
    ),
    State("edit-add", _at("worked", "risk_log/edit/market_risks/add/")),
    State("edit-add-refused", _at("worked", "risk_log/edit/market_risks/add/"), action=submit),
    State("edit-delete", _at("worked", "mvp_scope/edit/core_features/F-1/delete/")),
    State("edit-revert", _at("worked", "mvp_scope/edit/technical_architecture/revert/")),
    State("note", _at("worked", "mvp_scope/notes/add/?section=core_features&item=F-1")),
    State(
        "note-refused",
        _at("worked", "mvp_scope/notes/add/?section=core_features&item=F-1"),
        action=submit,
    ),
    State("note-edit", lambda scene: scene.url("worked", f"mvp_scope/notes/{scene.note()}/")),
    State("compare", _at("worked", "mvp_scope/compare/")),
    State("compare-inline", _at("worked", "mvp_scope/compare/?view=inline&show=all")),
    State("compare-same", _at("worked", "milestones/compare/")),
    State("compare-none", _at("stale", "brief/compare/")),
    State("compare-of-a-starter", _at("locked", "risk_log/compare/"), who="starter"),
    State("restore", _at("worked", "mvp_scope/restore/")),
    State("restore-section", _at("worked", "mvp_scope/restore/?section=core_features")),
    State("proposal", _at("proposal", "brief/proposal/")),
    State("proposal-items", _at("proposal", "mvp_scope/proposal/")),
    State(
        "proposal-changed", _at("proposal", "mvp_scope/proposal/"), action=decide_on_another_version
    ),
)

# They end the founder's session, so nothing comes after them.
_SIGNED_OUT = (
    State(
        "edit-text-back",
        _at("worked", "brief/edit/key_constraint/"),
        action=come_back_with_the_text,
    ),
    State(
        "sign-in-text-kept", _at("worked", "brief/edit/key_constraint/"), action=lose_the_session
    ),
)

_SHARING = (
    State("share", _at("worked", "share/")),
    State("share-none", _at("fresh", "share/")),
    State("share-new", _at("worked", "share/new/")),
    State("share-new-refused", _at("worked", "share/new/"), action=choose_no_document),
    State("share-change", _of_link("locked")),
    State("share-revoke", _of_link("open", "revoke/")),
    State("shared", _shared("open"), who=""),
    State("shared-evidence-sent", _shared("open"), who="", action=send_evidence),
    State("shared-evidence-refused", _shared("open"), who="", action=submit_last),
    State("shared-document", _shared("open", "mvp_scope/"), who=""),
    State("shared-note-sent", _shared("open", "milestones/"), who="", action=leave_a_note),
    State("shared-note-refused", _shared("open", "brief/"), who="", action=submit),
    State("shared-password", _shared("locked"), who=""),
    State("shared-password-refused", _shared("locked"), who="", action=submit),
    State("shared-gone", _shared("ended"), who=""),
)

STAFF_STATES = (
    State("staff-document", _in_admin("change/?tier=cto_scale"), who="staff"),
    State("staff-sections", _in_admin("change/?view=sections"), who="staff"),
    State("staff-compare", _in_admin("change/?view=compare"), who="staff"),
    State("staff-attempts", _in_admin("change/?view=attempts"), who="staff"),
    State("staff-edit-item", _in_admin("edit/core_features/item/F-1/"), who="staff"),
    State("staff-edit-json", _in_admin("json/"), who="staff"),
    State("staff-answers", _in_project_admin("answers/"), who="staff"),
    State(
        "staff-answers-refused", _in_project_admin("answers/"), who="staff", action=save_as_staff
    ),
    State("staff-facts", _in_project_admin("facts/"), who="staff"),
    State("staff-fact", _in_project_admin("facts/user/"), who="staff"),
    State("staff-traits", _in_project_admin("facts/traits/"), who="staff"),
    State("staff-funnel", _fixed("/admin/artifacts/generationattempt/funnel/"), who="staff"),
    State("staff-overview", _fixed("/admin/artifacts/generationattempt/overview/"), who="staff"),
)
"""Pages of the admin; their frame is Django's."""

STATES: tuple[State, ...] = (*_ACCOUNTS, *_PROJECTS, *_DOCUMENTS, *_SHARING, *_SIGNED_OUT)
