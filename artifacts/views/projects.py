"""Pages of a project: list, new, overview with live progress, and the verbs that write its documents."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from artifacts import tasks
from artifacts.coherence.references import ReferenceIndex
from artifacts.exceptions import ArtifactsError
from artifacts.forms import GenerateForm, ProjectForm
from artifacts.interview import QUESTIONS
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.claims import Trigger, unfinished_types
from artifacts.services.generation import generate
from artifacts.services.projects import create_project
from artifacts.status import project_status
from artifacts.views.loaders import FounderRequest, get_project


@login_required
@require_safe
def project_list(request: FounderRequest) -> HttpResponse:
    written = Count("artifacts", filter=Q(artifacts__version_number__gt=0))
    running = Count("artifacts", filter=Q(artifacts__generation_status="generating"))
    projects = Project.objects.owned_by(request.user).annotate(written=written, running=running)
    return render(request, "artifacts/project_list.html", {"projects": projects, "total": len(GENERATION_ORDER)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_new(request: FounderRequest) -> HttpResponse:
    form = ProjectForm(request.POST or None)
    if form.is_valid():
        project = create_project(owner=request.user, described=form.described)
        return redirect("project_detail", project.pk)
    return render(
        request,
        "artifacts/project_new.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


@login_required
@require_safe
@vary_on_headers("HX-Request")
def project_detail(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The overview; htmx gets only the part that changes while documents are being written."""
    project = get_project(request, project_id)
    answers = project.get_answers()
    tier = request.user.get_tier()
    return render(
        request,
        "artifacts/_progress.html" if request.htmx else "artifacts/project_detail.html",
        {
            "project": project,
            "status": project_status(project, now=timezone.now()),
            "tier": tier,
            "index": ReferenceIndex(project.contents(), tier),
            "answers": [(question, getattr(answers, question.key)) for question in QUESTIONS],
        },
    )


@login_required
@require_POST
def project_generate(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Write all documents, one, or one and all after it, as the form says."""
    project = get_project(request, project_id)
    form = GenerateForm(request.POST)
    if not form.is_valid():
        messages.error(request, "That is not a document we can write. Nothing was started.")
        return redirect("project_detail", project.pk)
    try:
        generate(project, form.wanted(), trigger=_founder(request), edits=form.edits_policy(), deliver=tasks.deliver)
    except ArtifactsError as error:
        messages.error(request, str(error))
    return redirect("project_detail", project.pk)


@login_required
@require_POST
def project_retry(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Write what failed, what a failure held up, and what was never written; nothing that is good already."""
    project = get_project(request, project_id)
    try:
        generate(
            project,
            unfinished_types(project.documents()),
            trigger=_founder(request),
            edits=GenerationAttempt.Edits.KEEP,
            deliver=tasks.deliver,
        )
    except ArtifactsError as error:
        messages.error(request, str(error))
    return redirect("project_detail", project.pk)


def _founder(request: FounderRequest) -> Trigger:
    return Trigger(GenerationAttempt.Trigger.FOUNDER, request.user)
