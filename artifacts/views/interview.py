"""The interview: the idea, one question per screen, a look at all answers, and changing them
later.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from artifacts import tasks
from artifacts.accounts.started_idea import forget_idea, kept_idea
from artifacts.exceptions import ArtifactsError, InvalidProject, ProjectLimitReached, StaleUpdate
from artifacts.forms.interview import AnswerForm, IdeaForm, NewIdeaForm, ProjectForm
from artifacts.generation.service import generate
from artifacts.interview.questions import (
    QUESTIONS,
    ProjectInput,
    Question,
    find_question,
    next_question,
)
from artifacts.interview.wording import PATIENCE_SECONDS
from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.impact import impact_of_answers
from artifacts.services.locking import fingerprint
from artifacts.services.projects import (
    answer_question,
    create_project,
    finish_interview,
    input_fingerprint,
    leave_open,
    missing_answers,
    parse_project,
    start_project,
    update_project,
    written_types,
)
from artifacts.services.questions import are_questions_tailored, begin_interview, order_questions
from artifacts.services.second_reading import order_reading
from artifacts.services.status import project_status, stale_types
from artifacts.usage.estimates import estimate_total
from artifacts.usage.limits import Action, count_action
from artifacts.views.generation import by_founder, founders_words
from artifacts.views.loaders import FounderRequest, founder_required, get_project
from artifacts.web.idempotency import once
from artifacts.web.typed_forms import form_context, form_status, gone_is_404, submitted_data

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
@require_http_methods(["GET", "HEAD", "POST"])
def project_new(request: FounderRequest) -> HttpResponse:
    """The idea: with it, a draft is stored, and the questions follow."""
    form = NewIdeaForm(submitted_data(request), initial={"idea": kept_idea(request)})

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


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_new_short(request: FounderRequest) -> HttpResponse:
    """The idea and all questions on one page."""
    initial = {"idea": kept_idea(request)}
    form = ProjectForm(submitted_data(request), typed=True, initial=initial)

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


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
@gone_is_404
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
    conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            answered = _save(request, project, question, form)
        except StaleUpdate:
            conflict, project = True, get_project(request, project_id)
        except InvalidProject as error:
            form.add_error("answer", str(error))
        else:
            if answered:
                return _go_on(answered, after=key, to=request.POST.get("to", ""))
    return render(
        request,
        "artifacts/interview/question.html",
        {
            "project": project,
            "question": question,
            **form_context(request, form, fingerprint(_answer(project, key)), conflict=conflict),
            "stands": _answer(project, key) if conflict else None,
            **_progress(project, key),
        },
        status=form_status(request, form, conflict=conflict),
    )


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
@gone_is_404
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


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
@gone_is_404
def project_answers(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Change what was said, and see which documents were written from something else."""
    project = get_project(request, project_id)
    if project.is_draft and request.method != "POST":
        return redirect("interview_resume", project.pk)
    questions = project.get_interview().questions()
    form = ProjectForm(
        submitted_data(request), initial=_texts(project.get_input()), questions=questions
    )
    conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            changed = update_project(
                project, described=form.described, base=request.POST.get("base", "")
            )
        except StaleUpdate:
            conflict, project = True, get_project(request, project_id)
        else:
            _tell_changed(request, project, changed)
            return redirect("project_answers", project.pk)
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


def _idea(request: FounderRequest, project: Project) -> HttpResponse:
    """The idea of a draft, to be changed before the questions go on."""
    said = submitted_data(request)
    if not project.is_draft and said is None:
        return _answers_at(project, IDEA)
    form = IdeaForm(said, initial={"name": project.name, "idea": project.idea})
    conflict = False
    if request.method == "POST" and form.is_valid():
        try:
            described = parse_project({**project.get_input().model_dump(), **form.cleaned_data})
            changed = update_project(
                project, described=described, base=request.POST.get("base", "")
            )
        except StaleUpdate:
            conflict, project = True, get_project(request, project.pk)
        except InvalidProject as error:
            form.add_error(None, str(error))
        else:
            to = request.POST.get("to", "")
            if (
                "idea" in changed
                and order_questions(project, deliver=tasks.deliver_questions)
                and not to
            ):
                return redirect("interview_resume", project.pk)
            return _go_on(project, to=to)
    return render(
        request,
        "artifacts/interview/idea.html",
        {
            "project": project,
            **form_context(request, form, input_fingerprint(project), conflict=conflict),
            "stands": project if conflict else None,
            **_progress(project, IDEA),
        },
        status=form_status(request, form, conflict=conflict),
    )


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
        messages.error(request, founders_words(error))
    return redirect("project_detail", project.pk)


def _answers_at(project: Project, name: str) -> HttpResponse:
    response = redirect("project_answers", project.pk)
    response["Location"] += f"#id_{name}"
    return response


def _answer(project: Project, key: str) -> str:
    return str(getattr(project.get_answers(), key))


def _texts(described: ProjectInput) -> dict[str, str]:
    """Return every text of a description by the name of its field."""
    return {"name": described.name, "idea": described.idea, **described.answers.model_dump()}


def _input_key(name: str) -> str:
    """Return what a field's text is called among the inputs of a document."""
    return name if find_question(name) is None else f"answers.{name}"


def _stands(name: str, form: ProjectForm, project: Project) -> str | None:
    """Return what is stored for a field, where that is something else than what was typed."""
    stored, typed_in = (
        _texts(described)[name] for described in (project.get_input(), form.described)
    )
    return stored if stored != typed_in else None


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
