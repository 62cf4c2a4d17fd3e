from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from cofounder.late_views import LateViews

answers = LateViews("artifacts.views.answers")
artifacts = LateViews("artifacts.views.artifacts")
assumptions = LateViews("artifacts.views.assumptions")
builders = LateViews("artifacts.views.builders")
comparing = LateViews("artifacts.views.comparing")
editing = LateViews("artifacts.views.editing")
exports = LateViews("artifacts.views.exports")
facts = LateViews("artifacts.views.facts")
findings = LateViews("artifacts.views.findings")
fitting = LateViews("artifacts.views.fitting")
importing = LateViews("artifacts.views.importing")
interview = LateViews("artifacts.views.interview")
marks = LateViews("artifacts.views.marks")
new_project = LateViews("artifacts.views.new_project")
notes = LateViews("artifacts.views.notes")
plans = LateViews("artifacts.views.plans")
progress = LateViews("artifacts.views.progress")
project_actions = LateViews("artifacts.views.project_actions")
project_answers = LateViews("artifacts.views.project_answers")
project_list = LateViews("artifacts.views.project_list")
projects = LateViews("artifacts.views.projects")
proposals = LateViews("artifacts.views.proposals")
search = LateViews("artifacts.views.search")
shared = LateViews("artifacts.views.shared")
shared_overview = LateViews("artifacts.views.shared_overview")
sharing = LateViews("artifacts.views.sharing")
sources = LateViews("artifacts.views.sources")
testing = LateViews("artifacts.views.testing")
week = LateViews("artifacts.views.week")
what_if = LateViews("artifacts.views.what_if")

# /projects/<project_id>/<artifact_type>/edit/<section>/
section_urls = [
    path("", editing.section_edit, name="section_edit"),
    path("add/", editing.item_add, name="item_add"),
    path("revert/", editing.section_revert, name="section_revert"),
    path("<str:item_id>/", editing.item_edit, name="item_edit"),
    path("<str:item_id>/move/", editing.item_move, name="item_move"),
    path("<str:item_id>/delete/", editing.item_delete, name="item_delete"),
]

# /projects/<project_id>/<artifact_type>/notes/
note_urls = [
    path("add/", notes.note_add, name="note_add"),
    path("<str:note_id>/", notes.note_edit, name="note_edit"),
    path("<str:note_id>/resolve/", notes.note_resolve, name="note_resolve"),
    path("<str:note_id>/reopen/", notes.note_reopen, name="note_reopen"),
    path("<str:note_id>/delete/", notes.note_delete, name="note_delete"),
    path("<str:note_id>/undelete/", notes.note_undelete, name="note_undelete"),
]

# /projects/<project_id>/<artifact_type>/
artifact_urls: list[URLPattern | URLResolver] = [
    path("", artifacts.artifact_detail, name="artifact_detail"),
    path("compare/", comparing.artifact_compare, name="artifact_compare"),
    path("restore/", comparing.artifact_restore, name="artifact_restore"),
    path("proposal/", proposals.artifact_proposal, name="artifact_proposal"),
    path("edit/<str:section>/", include(section_urls)),
    path("accept/", marks.mark_accept, name="mark_accept"),
    path("sources/<str:section>/", sources.section_sources, name="section_sources"),
    path("fits/", fitting.artifact_fits, name="artifact_fits"),
    path("notes/", include(note_urls)),
]

# /projects/<project_id>/assumptions/
assumption_urls = [
    path("", assumptions.project_assumptions, name="project_assumptions"),
    path("<str:entry>/confirm/", assumptions.assumption_confirm, name="assumption_confirm"),
    path("<str:entry>/correct/", assumptions.assumption_correct, name="assumption_correct"),
    path("<str:entry>/reject/", assumptions.assumption_reject, name="assumption_reject"),
    path("<str:entry>/test/", testing.test_new, name="test_new"),
]

# /projects/<project_id>/tests/
test_urls = [
    path("<uuid:test_id>/", testing.test_detail, name="test_detail"),
    path("<uuid:test_id>/result/", testing.test_result, name="test_result"),
    path("<uuid:test_id>/keep/", testing.test_keep, name="test_keep"),
    path("<uuid:test_id>/delete/", testing.test_delete, name="test_delete"),
]

# /projects/<project_id>/week/
week_urls = [
    path("", week.project_week, name="project_week"),
    path("tick/", week.week_tick, name="week_tick"),
    path("mail/", week.week_mail, name="week_mail"),
]

# /projects/<project_id>/facts/
fact_urls = [
    path("", facts.project_facts, name="project_facts"),
    path("confirm/", facts.facts_confirm_all, name="facts_confirm_all"),
    path("traits/", facts.facts_traits, name="facts_traits"),
    path("language/", facts.facts_language, name="facts_language"),
    path("conflicts/<slug:conflict>/", facts.facts_conflict, name="facts_conflict"),
    path("questions/<int:number>/", facts.facts_extra, name="facts_extra"),
    path("<str:path>/edit/", facts.fact_edit, name="fact_edit"),
    path("<str:path>/confirm/", facts.fact_confirm, name="fact_confirm"),
    path("<str:path>/remove/", facts.fact_remove, name="fact_remove"),
    path("<str:path>/settle/", facts.fact_settle, name="fact_settle"),
]

# /projects/<project_id>/share/
share_urls = [
    path("", sharing.project_share, name="project_share"),
    path("new/", sharing.share_new, name="share_new"),
    path("<uuid:link_id>/", sharing.share_change, name="share_change"),
    path("<uuid:link_id>/revoke/", sharing.share_revoke, name="share_revoke"),
    path("notes/<uuid:guest_note_id>/", sharing.share_note_moderate, name="share_note_moderate"),
]

# /projects/<project_id>/
project_urls: list[URLPattern | URLResolver] = [
    path("", projects.project_detail, name="project_detail"),
    path("generate/", projects.project_generate, name="project_generate"),
    path("retry/", projects.project_retry, name="project_retry"),
    path("cancel/", projects.project_cancel, name="project_cancel"),
    path("rename/", project_actions.project_rename, name="project_rename"),
    path("delete/", project_actions.project_delete, name="project_delete"),
    path("undelete/", project_actions.project_undelete, name="project_undelete"),
    path("duplicate/", project_actions.project_duplicate, name="project_duplicate"),
    path("findings/<str:finding_id>/ignore/", findings.finding_ignore, name="finding_ignore"),
    path("findings/<str:finding_id>/unignore/", findings.finding_unignore, name="finding_unignore"),
    path("facts/", include(fact_urls)),
    path("what-if/", what_if.project_what_if, name="project_what_if"),
    path("assumptions/", include(assumption_urls)),
    path("tests/", include(test_urls)),
    path("week/", include(week_urls)),
    path("answers/", project_answers.project_answers, name="project_answers"),
    path("interview/", interview.interview_resume, name="interview_resume"),
    path("interview/review/", interview.interview_review, name="interview_review"),
    path("interview/<str:key>/", interview.interview_question, name="interview_question"),
    path("export/", exports.project_export, name="project_export"),
    path("export/download/", exports.project_download, name="project_download"),
    path("export/builders/", builders.project_builders, name="project_builders"),
    path("export/builders/progress/", progress.project_progress, name="project_progress"),
    path("export/cover.png", exports.project_cover, name="project_cover"),
    path("share/", include(share_urls)),
    path("import/", importing.project_import, name="project_import"),
    path("<str:artifact_type>/", include(artifact_urls)),
]

# /s/<token>/ for guests without an account
shared_urls = [
    path("", shared_overview.overview, name="shared"),
    path("password/", shared.password, name="shared_password"),
    path("pdf/", shared.pdf, name="shared_package"),
    path("cover.png", shared.cover, name="shared_cover"),
    path("logo/", shared.logo, name="shared_logo"),
    path("brand.css", shared.style, name="shared_style"),
    path("evidence/", shared_overview.evidence, name="shared_evidence"),
    path("<str:artifact_type>/", shared.document, name="shared_document"),
    path("<str:artifact_type>/notes/", shared.note, name="shared_note"),
    path("<str:artifact_type>/pdf/", shared.pdf, name="shared_pdf"),
]

# /plans/
plan_urls = [
    path("", plans.plan_list, name="plan_list"),
    path("<slug:tier>/ask/", plans.plan_ask, name="plan_ask"),
    path("<slug:tier>/withdraw/", plans.plan_withdraw, name="plan_withdraw"),
]

urlpatterns = [
    path("projects/<uuid:project_id>/", include(project_urls)),
    path("projects/", project_list.project_list, name="project_list"),
    path("projects/new/", new_project.project_new, name="project_new"),
    path("projects/new/short/", new_project.project_new_short, name="project_new_short"),
    path("plans/", include(plan_urls)),
    path("s/<str:token>/", include(shared_urls)),
    path("answers/<str:token>/", answers.weekly_answer, name="weekly_answer"),
    path("search/", search.search, name="search"),
]
