"""The interview: the idea, one question per screen, and a look at all answers."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from artifacts import tasks
from artifacts.exceptions import ArtifactsError, InvalidProject
from artifacts.forms.interview import AnswerForm, IdeaForm
from artifacts.generation.service import generate
from artifacts.interview.questions import (
    QUESTIONS,
    Question,
    find_question,
    next_question,
)
from artifacts.interview.wording import PATIENCE_SECONDS
from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.editing.locking import fingerprint
from artifacts.services.facts.questions import begin_interview, order_questions
from artifacts.services.facts.second_reading import order_reading
from artifacts.services.projects.lifecycle import (
    answer_question,
    finish_interview,
    input_fingerprint,
    leave_open,
    missing_answers,
    parse_project,
    update_project,
    written_types,
)
from artifacts.usage.estimates import estimate_total
from artifacts.views.generation import by_founder, founders_message
from artifacts.views.loaders import FounderRequest, founder_form, founder_required, get_project
from artifacts.web.typed_forms import (
    form_context,
    form_status,
    save_form,
    submitted_data,
)

IDEA = "idea"
"""The key of the screen before the first question."""


@dataclass(frozen=True, slots=True)
class InterviewStep:
    """One question of a project's interview, and how far the founder got with it."""

    question: Question
    number: int
    answer: str
    is_open: bool

    @property
    def state(self) -> str:
        return "answered" if self.answer else "open" if self.is_open else "waiting"


@founder_required
@require_safe
@vary_on_headers("HX-Request")
def interview_resume(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Lead to where the founder left off.

    While the questions are being made, say so; htmx asks again and again.
    """
    project = get_project(request, project_id)
    waited = project.get_interview().waited(timezone.now()) if project.is_draft else None
    if waited is not None:
        return render(
            request,
            (
                "artifacts/interview/_reading.html"
                if request.htmx
                else "artifacts/interview/reading.html"
            ),
            {
                "project": project,
                "waited": waited,
                "patience": PATIENCE_SECONDS,
                "first": QUESTIONS[0],
            },
        )
    response = _go_on(project)
    return HttpResponseClientRedirect(response.url) if request.htmx else response


@founder_form
def interview_question(request: FounderRequest, project_id: uuid.UUID, key: str) -> HttpResponse:
    """One question.

    Every button of the page saves what is in the box; they differ in where they lead.
    """
    project = get_project(request, project_id)
    if key == IDEA:
        return _idea(request, project)
    if find_question(key) is None:
        raise Http404(f"There is no question {key!r}.")
    said = submitted_data(request)
    if not project.is_draft and said is None:
        return _answers_at(project, key)
    begin_interview(project)
    question = next(
        question for question in project.get_interview().questions() if question.key == key
    )
    form = AnswerForm(said, question=question, initial={"answer": _answer(project, key)})
    sent = save_form(
        request,
        form,
        lambda: _save(request, project, question, form),
        error_field="answer",
    )
    if sent.result is not None:
        return _go_on(sent.result, after=key, to=request.POST.get("to", ""))
    conflict = sent.is_conflict
    current = get_project(request, project_id) if conflict else project
    answer = _answer(current, key)
    return render(
        request,
        "artifacts/interview/question.html",
        {
            "project": current,
            "question": question,
            **form_context(request, form, fingerprint(answer), conflict=conflict),
            "stands": answer if conflict else None,
            **_progress(current, key),
        },
        status=form_status(request, form, conflict=conflict),
    )


@founder_form
def interview_review(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """All answers at a glance; from here the documents are written."""
    project = get_project(request, project_id)
    if request.method == "POST":
        return _finish(request, project)
    if not project.is_draft:
        return redirect("project_detail", project.pk)
    begin_interview(project)
    order_reading(project, deliver=tasks.deliver_reading)
    return render(
        request,
        "artifacts/interview/review.html",
        {
            "project": project,
            "steps": _steps(project),
            "missing": missing_answers(project),
            "types": GENERATION_ORDER,
            "estimate": estimate_total(GENERATION_ORDER),
        },
    )


def _idea(request: FounderRequest, project: Project) -> HttpResponse:
    """The idea of a draft, to be changed before the questions go on."""
    said = submitted_data(request)
    if not project.is_draft and said is None:
        return _answers_at(project, IDEA)
    form = IdeaForm(said, initial={"name": project.name, "idea": project.idea})

    def save() -> list[str]:
        described = parse_project({**project.get_input().model_dump(), **form.cleaned_data})
        return update_project(project, described=described, base=request.POST.get("base", ""))

    sent = save_form(request, form, save)
    if sent.result is not None:
        return _go_on_with_idea(project, sent.result, to=request.POST.get("to", ""))
    conflict = sent.is_conflict
    current = get_project(request, project.pk) if conflict else project
    return render(
        request,
        "artifacts/interview/idea.html",
        {
            "project": current,
            **form_context(request, form, input_fingerprint(current), conflict=conflict),
            "stands": current if conflict else None,
            **_progress(current, IDEA),
        },
        status=form_status(request, form, conflict=conflict),
    )


def _go_on_with_idea(project: Project, changed: list[str], *, to: str) -> HttpResponseRedirect:
    """Have the questions made again for another idea, and lead there unless elsewhere was asked
    for.
    """
    is_ordered = "idea" in changed and order_questions(project, deliver=tasks.deliver_questions)
    if is_ordered and not to:
        return redirect("interview_resume", project.pk)
    return _go_on(project, to=to)


def _save(
    request: FounderRequest, project: Project, question: Question, form: forms.Form
) -> Project | None:
    """Store what was typed, or that nothing is known yet; return None, with the form's error, where
    neither will do.
    """
    text, to, base = (
        form.cleaned_data["answer"],
        request.POST.get("to", ""),
        request.POST.get("base", ""),
    )
    before = _answer(project, question.key)
    if to == "open" and text:
        form.add_error("answer", AnswerForm.undecided)
        return None
    if text:
        return answer_question(project, key=question.key, text=text, base=base)
    if not before and to not in {"", "open"}:
        return project  # nothing was there, and nothing was typed before going elsewhere
    if question.required:
        form.add_error("answer", AnswerForm.needed)
        return None
    return leave_open(project, key=question.key, base=base)


def _go_on(project: Project, *, after: str = "", to: str = "") -> HttpResponseRedirect:
    """Lead to the screen that was asked for, else to the next question that waits, else to the
    review.
    """
    if not project.is_draft:
        return redirect("project_answers", project.pk)
    if to == IDEA or find_question(to):
        return redirect("interview_question", project.pk, to)
    answers = project.get_answers()
    asked = project.get_interview().asked(answers, after)
    question = next_question(asked, answers, project.left_open, after=after)
    if question is None or to == "review":
        return redirect("interview_review", project.pk)
    return redirect("interview_question", project.pk, question.key)


def _finish(request: FounderRequest, project: Project) -> HttpResponse:
    """End the interview and, unless that is to wait, ask for the documents."""
    try:
        project = finish_interview(project)
    except InvalidProject as error:
        messages.error(request, str(error))
        return redirect("interview_review", project.pk)
    # Sent again after going back in the browser, this must not regenerate what is there.
    if request.POST.get("then") == "later" or written_types(project):
        return redirect("project_detail", project.pk)
    try:
        generate(project, trigger=by_founder(request.user), deliver=tasks.deliver)
    except ArtifactsError as error:
        messages.error(request, founders_message(error))
    return redirect("project_detail", project.pk)


def _answers_at(project: Project, name: str) -> HttpResponse:
    response = redirect("project_answers", project.pk)
    response["Location"] += f"#id_{name}"
    return response


def _answer(project: Project, key: str) -> str:
    return str(getattr(project.get_answers(), key))


def _steps(project: Project, *also: str) -> list[InterviewStep]:
    """Return the questions that are asked, and those with the keys `also`."""
    answers = project.get_answers()
    return [
        InterviewStep(
            question, number, getattr(answers, question.key), question.key in project.left_open
        )
        for number, question in enumerate(project.get_interview().asked(answers, *also), 1)
    ]


def _progress(project: Project, key: str) -> dict[str, Any]:
    steps = _steps(project, key)
    number = next((step.number for step in steps if step.question.key == key), 0)
    return {
        "steps": steps,
        "number": number,
        "total": len(steps),
        "done": sum(step.state != "waiting" for step in steps),
        "back": steps[number - 2].question.key if number > 1 else IDEA,
    }
