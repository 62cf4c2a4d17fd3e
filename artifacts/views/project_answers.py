"""Change what was said of a project, also after the interview."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts.forms.interview import ProjectForm, field_texts
from artifacts.interview.questions import find_question
from artifacts.models import Project
from artifacts.services.documents.impact import impact_of_answers
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.projects.lifecycle import input_fingerprint, update_project
from artifacts.views.loaders import FounderRequest, founder_form, get_project
from artifacts.web.typed_forms import (
    form_context,
    form_status,
    save_form,
    submitted_data,
)


@founder_form
def project_answers(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Change what was said, and see which documents were written from something else."""
    project = get_project(request, project_id)
    if project.is_draft and request.method != "POST":
        return redirect("interview_resume", project.pk)
    questions = project.get_interview().questions()
    form = ProjectForm(
        submitted_data(request), initial=field_texts(project.get_input()), questions=questions
    )
    base = request.POST.get("base", "")
    sent = save_form(
        request, form, lambda: update_project(project, described=form.described, base=base)
    )
    if sent.result is not None:
        _tell_changed(request, project, sent.result)
        return redirect("project_answers", project.pk)
    current = get_project(request, project_id) if sent.is_conflict else project
    return _page(request, current, form, conflict=sent.is_conflict)


def _page(
    request: FounderRequest, project: Project, form: ProjectForm, *, conflict: bool
) -> HttpResponse:
    status = project_status(project, now=timezone.now())
    impacts = impact_of_answers(project, request.user.get_tier())
    return render(
        request,
        "artifacts/project/answers.html",
        {
            "project": project,
            **form_context(request, form, input_fingerprint(project), conflict=conflict),
            "fields": [
                (
                    field,
                    _stands(field.name, form, project) if conflict else None,
                    impacts[_input_key(field.name)],
                )
                for field in form
            ],
            "impact": impacts["idea"],
            "unknown": project.left_open,
            "status": status,
            "stale": stale_types(status),
        },
        status=form_status(request, form, conflict=conflict),
    )


def _input_key(name: str) -> str:
    """Return what a field's text is called among the inputs of a document."""
    return name if find_question(name) is None else f"answers.{name}"


def _stands(name: str, form: ProjectForm, project: Project) -> str | None:
    """Return what is stored for a field, where that is something else than what was typed."""
    stored, typed_in = (
        field_texts(described)[name] for described in (project.get_input(), form.described)
    )
    return stored if stored != typed_in else None


def _tell_changed(request: FounderRequest, project: Project, changed: list[str]) -> None:
    if not changed:
        messages.info(request, _("Nothing was different from before, so nothing changed."))
        return
    questions = project.get_interview().questions()
    titles = {
        "name": _("Name"),
        "idea": _("The idea"),
        **{f"answers.{q.key}": _(q.title) for q in questions},
    }
    places = ", ".join(titles[key] for key in changed)
    messages.success(request, _("Saved. You changed: %(places)s.") % {"places": places})
