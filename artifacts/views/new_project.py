"""Begin a project: with the idea alone, or with everything on one page."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render

from artifacts import tasks
from artifacts.accounts.started_idea import forget_idea, kept_idea
from artifacts.exceptions import InvalidProject, ProjectLimitReached
from artifacts.forms.interview import IdeaForm, ProjectForm
from artifacts.interview.questions import QUESTIONS
from artifacts.models import Project
from artifacts.services.facts.questions import are_questions_tailored, order_questions
from artifacts.services.projects.lifecycle import create_project, start_project
from artifacts.usage.limits import Action, count_action
from artifacts.views.loaders import FounderRequest, founder_form
from artifacts.web.idempotency import once
from artifacts.web.typed_forms import form_context, form_status, submitted_data


@founder_form
def project_new(request: FounderRequest) -> HttpResponse:
    """The idea: with it, a draft is stored, and the questions follow."""
    initial = {"idea": kept_idea(request)}
    form = IdeaForm(submitted_data(request), name_may_wait=True, initial=initial)

    def start() -> Project:
        count_action(request.user, Action.PROJECTS)
        return start_project(owner=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid():
        try:
            made = once(request, start, key_of=_key)
        except (InvalidProject, ProjectLimitReached) as error:
            form.add_error(None, str(error))
        else:
            forget_idea(request)
            if made.new:
                order_questions(made.new, deliver=tasks.deliver_questions)
            return redirect("interview_resume", made.key)
    return render(
        request,
        "artifacts/interview/idea.html",
        {
            **form_context(request, form),
            "has_begun": bool(form["idea"].value()),
            "tailored": are_questions_tailored(),
            "number": len(QUESTIONS),
        },
        status=form_status(request, form),
    )


@founder_form
def project_new_short(request: FounderRequest) -> HttpResponse:
    """The idea and all questions on one page."""
    initial = {"idea": kept_idea(request)}
    form = ProjectForm(submitted_data(request), typed=True, name_may_wait=True, initial=initial)

    def create() -> Project:
        count_action(request.user, Action.PROJECTS)
        return create_project(owner=request.user, described=form.described)

    if request.method == "POST" and form.is_valid():
        try:
            made = once(request, create, key_of=_key)
        except ProjectLimitReached as error:
            form.add_error(None, str(error))
        else:
            forget_idea(request)
            return redirect("project_facts", made.key)
    return render(
        request,
        "artifacts/interview/short.html",
        form_context(request, form),
        status=form_status(request, form),
    )


def _key(project: Project) -> uuid.UUID:
    return project.pk
