"""Pages of a project: overview with live progress, and the verbs that write its documents."""

from __future__ import annotations

import uuid
from datetime import datetime
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.vary import vary_on_headers

from artifacts import tasks
from artifacts.documents.references import KnownTargets, ReferenceIndex
from artifacts.exceptions import ArtifactsError, ProjectDeleted
from artifacts.forms.generation import EDITS_LABELS, Edits, GenerateForm
from artifacts.generation.claims import cancel_generation, unfinished_types
from artifacts.generation.service import generate
from artifacts.generation.streaming import read_live
from artifacts.models import Project
from artifacts.runners import asks_a_model
from artifacts.services.assumptions.register import count_unsettled
from artifacts.services.documents.status import ProjectStatus, project_status, stale_types
from artifacts.services.files.one_page import founders_page, founders_page_told
from artifacts.services.files.pictures import founders_pictures
from artifacts.summary.one_page import OnePage
from artifacts.tiers import Tier
from artifacts.usage.quota import DayUse, day_use
from artifacts.usage.totals import spent_on
from artifacts.views.document_rows import document_rows
from artifacts.views.fact_rows import told_rows
from artifacts.views.generation import by_founder, choices, founders_message, refusal_status
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    founders_mark,
    founders_stamp,
    get_project,
    get_project_with_counts,
    no_store,
    post_only,
)
from artifacts.views.week import week_of
from artifacts.web.clock import today_holds
from artifacts.web.consistency import consistency_of
from artifacts.web.kept_pages import keeps_page
from artifacts.web.kept_shown import may_be_shown_again, render_shown
from artifacts.web.polling import SEEN, nothing_new


@founder_required
@no_store
@vary_on_headers("HX-Request", SEEN)
@keeps_page(founders_stamp)
def project_detail(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The overview; htmx gets only the part that changes while documents are being written."""
    now = timezone.now()
    mark = founders_mark(request, project_id)
    if answer := nothing_new(request, mark):
        return answer
    project, day = get_project_with_counts(request, project_id, now=now)
    status = project_status(project, now=now)
    if project.is_draft and status.is_new:
        return redirect("interview_resume", project.pk)
    shown = _shown(request, project, status, day, now=now)
    shown["seen"] = mark
    if request.htmx:
        return render(request, "artifacts/generation/_progress_update.html", shown)
    template = "artifacts/project/detail.html"
    if may_be_shown_again(request) and status.written and not status.is_running:
        return render_shown(request, template, shown, partial(_told, shown))
    return render(request, template, shown)


def _shown(
    request: FounderRequest,
    project: Project,
    status: ProjectStatus,
    day: DayUse,
    *,
    now: datetime,
) -> dict[str, Any]:
    """Return what the page shows, or for htmx the part of it that changes."""
    tier = request.user.get_tier()
    index = project.reference_index(tier)
    is_only_progress = bool(request.htmx) and status.is_running
    return {
        "project": project,
        "status": status,
        "rows": document_rows(project, status, tier, index),
        "tier": tier,
        "index": index,
        "live": (
            read_live(status.current.artifact, tier, index, project.get_input().document_language)
            if status.current
            else None
        ),
        "checked": None if status.is_running else consistency_of(project, tier),
        **({} if is_only_progress else _of_all_documents(project, tier, index, now=now)),
        "day": None if status.is_running else day,
        **({} if request.htmx else _around_progress(request, project, status)),
    }


def _told(shown: dict[str, Any]) -> dict[str, Any]:
    """Return all that the page of a project shows of which something is written and nothing is
    being written.
    """
    project: Project = shown["project"]
    around = ("one_page_told", "checked", "day", "spending", "facts", "unsettled")
    return {
        "project": project.address,
        "idea": project.idea,
        "held_notes": vars(project)["held_notes"],
        "rows": shown["rows"],
        "pictures": shown["pictures"].told(None),
        "week": shown["week"],
        **{name: shown[name] for name in around},
    }


def _of_all_documents(
    project: Project, tier: Tier, index: ReferenceIndex, *, now: datetime
) -> dict[str, Any]:
    """Return what is shown of the documents together."""
    today_holds()  # the summary counts weeks
    contents = project.contents()
    today = timezone.localdate(now)

    # Called where they are shown, if the page has to be rendered at all.
    @cache
    def one_page() -> OnePage | None:
        return founders_page(project, contents, tier, index, today=today)

    @cache
    def targets() -> KnownTargets:
        page = one_page()
        return index.known(page.lines() if page else ())

    return {
        "one_page": one_page,
        "one_page_targets": targets,
        "one_page_told": founders_page_told(project, contents, tier, index, today=today),
        "pictures": founders_pictures(project, contents, tier),
    }


def _around_progress(
    request: FounderRequest, project: Project, status: ProjectStatus
) -> dict[str, Any]:
    """Return what only the whole page shows."""
    return {
        "spending": spent_on(project),
        "facts": told_rows(project),
        "unsettled": count_unsettled(project, request.user.get_tier()),
        "week": week_of(request, project) if status.written else None,
    }


@founder_form
def project_generate(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Ask what to regenerate, with what each choice would do; and start it."""
    project = get_project(request, project_id)
    if project.is_draft:
        return redirect("interview_resume", project.pk)
    status = project_status(project, now=timezone.now())
    form = GenerateForm(
        request.POST if request.method == "POST" else request.GET, stale=stale_types(status)
    )
    if not form.is_valid() or request.method != "POST":
        problems = [str(problem) for found in form.errors.values() for problem in found]
        return _ask(
            request,
            project,
            status,
            form,
            problem=" ".join(problems),
            code=422 if request.method == "POST" else 200,
        )
    edits, wish = form.cleaned_data["edits"], form.cleaned_data["wish"]
    try:
        generate(
            project,
            form.wanted(),
            trigger=by_founder(request.user),
            edits=edits,
            wish=wish,
            deliver=tasks.deliver,
        )
    except ProjectDeleted as error:
        raise Http404(str(error)) from error
    except ArtifactsError as error:
        return _ask(
            request,
            project,
            status,
            form,
            problem=founders_message(error),
            code=refusal_status(error),
        )
    return redirect("project_detail", project.pk)


def _ask(
    request: FounderRequest,
    project: Project,
    status: ProjectStatus,
    form: GenerateForm,
    *,
    problem: str = "",
    code: int = 200,
) -> HttpResponse:
    """The page to choose on, with what was chosen before."""
    day = day_use(request.user, now=timezone.now())
    said = request.method == "POST" or "scope" in request.GET
    offered = choices(
        status,
        day,
        chosen=form.chosen,
        wanted=form.wanted() if said else (),
        tier=request.user.get_tier(),
    )
    return render(
        request,
        "artifacts/generation/form.html",
        {
            "project": project,
            "status": status,
            "chosen": form.chosen,
            "choices": offered,
            "edited": list(dict.fromkeys(place for choice in offered for place in choice.edited)),
            "edits_labels": EDITS_LABELS,
            "wish": form["wish"],
            "follows_wishes": asks_a_model(settings.RUNNER),
            "edits": form.edits_shown,
            "proposals": [
                document.type for document in status.documents if document.artifact.has_proposal
            ],
            "day": day,
            "problem": problem,
        },
        status=code,
    )


@founder_required
@post_only("project_detail")
def project_retry(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Write what failed, what a failure held up, and what was never written; nothing that is good
    already.
    """
    project = get_project(request, project_id)
    try:
        generate(
            project,
            unfinished_types(project.documents()),
            trigger=by_founder(request.user),
            edits=Edits.KEEP,
            deliver=tasks.deliver,
        )
    except ArtifactsError as error:
        messages.error(request, founders_message(error))
    return redirect("project_detail", project.pk)


@founder_required
@post_only("project_detail")
def project_cancel(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Stop what is being written, and say what was kept."""
    stopped = cancel_generation(get_project(request, project_id))
    if stopped:
        sentence = ngettext(
            "We stopped before %(number)s document was written. Everything that was written before"
            " is kept.",
            "We stopped before %(number)s documents were written. Everything that was written"
            " before is kept.",
            stopped,
        )
        messages.success(request, sentence % {"number": stopped})
    else:
        messages.info(request, _("Nothing was being written, so nothing was stopped."))
    return redirect("project_detail", project_id)
