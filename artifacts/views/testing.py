"""The pages of a test of an assumption, and the actions on it."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts import tasks
from artifacts.exceptions import ArtifactsError, AssumptionTestGone, EntryGone
from artifacts.forms.testing import PlanForm, ResultForm
from artifacts.models import AssumptionTest, Project
from artifacts.services.assumptions import testing
from artifacts.services.assumptions.drafting import is_being_drafted, order_draft
from artifacts.services.assumptions.register import AssumptionEntry, find_entry
from artifacts.services.mails.weekly import local_time
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    post_only,
)
from artifacts.web.submission import FormFailure, submit
from artifacts.web.typed_forms import submitted_data


@founder_required
@post_only("project_assumptions")
def test_new(request: FounderRequest, project_id: uuid.UUID, entry: str) -> HttpResponse:
    """Make a test of an assumption, or go on with the one that is not over."""
    project = get_project(request, project_id)
    tier = request.user.get_tier()
    try:
        test = testing.make_test(project, key=entry, tier=tier, now=timezone.now())
    except ArtifactsError as error:
        raise Http404(str(error)) from error
    order_draft(test, deliver=tasks.deliver_draft)
    return redirect("test_detail", project.pk, test.pk)


@founder_form
def test_detail(request: FounderRequest, project_id: uuid.UUID, test_id: uuid.UUID) -> HttpResponse:
    """What the test is, to be changed, and to be started."""
    project, test = _get_test(request, project_id, test_id)
    if test.is_over:
        return redirect("test_result", project.pk, test.pk)
    form = PlanForm(test, project, submitted_data(request))
    if request.method != "POST":
        return _show(request, "detail", project, test, form)
    act = testing.start_test if "start" in request.POST else testing.edit_test
    outcome = _submit(form, lambda: act(test, values=form.values(), base=_base(form)))
    if isinstance(outcome, FormFailure):
        return _show(request, "detail", project, test, form, outcome)
    if "start" in request.POST:
        messages.success(request, _("The test is running. Enter the result when you have it."))
    else:
        messages.success(request, _("Saved."))
    return redirect("test_detail", project.pk, test.pk)


@founder_form
def test_result(request: FounderRequest, project_id: uuid.UUID, test_id: uuid.UUID) -> HttpResponse:
    """Enter what came of a test, or correct it."""
    project, test = _get_test(request, project_id, test_id)
    if test.is_draft:
        return redirect("test_detail", project.pk, test.pk)
    today = _today(request)
    form = ResultForm(test, today=today, data=submitted_data(request))
    if request.method != "POST":
        return _show(request, "result", project, test, form)

    def act() -> AssumptionTest:
        values = form.values()
        result, on = values.pop("state"), values.pop("ended_on")
        return testing.enter_result(
            test, result=result, on=on, today=today, base=_base(form), **values
        )

    outcome = _submit(form, act)
    if isinstance(outcome, FormFailure):
        return _show(request, "result", project, test, form, outcome)
    messages.success(request, _result_text(outcome))
    return redirect(f"{reverse('project_assumptions', args=[project.pk])}#{test.assumption}")


@founder_form
def test_delete(request: FounderRequest, project_id: uuid.UUID, test_id: uuid.UUID) -> HttpResponse:
    """Ask, and then delete the test."""
    project, test = _get_test(request, project_id, test_id)
    if request.method == "POST":
        testing.delete_test(test)
        messages.success(request, _("The test is deleted."))
        return redirect("project_assumptions", project.pk)
    return render(request, "artifacts/testing/delete.html", {"project": project, "test": test})


@founder_required
@post_only("project_assumptions")
def test_keep(request: FounderRequest, project_id: uuid.UUID, test_id: uuid.UUID) -> HttpResponse:
    """Let a result count for the assumption as it is worded now."""
    project, test = _get_test(request, project_id, test_id)
    try:
        testing.keep_result(project, test, tier=request.user.get_tier())
    except (AssumptionTestGone, EntryGone) as error:
        raise Http404(str(error)) from error
    messages.success(request, _("The result counts for the new words."))
    return redirect(f"{reverse('project_assumptions', args=[project.pk])}#{test.assumption}")


def _get_test(
    request: FounderRequest, project_id: uuid.UUID, test_id: uuid.UUID
) -> tuple[Project, AssumptionTest]:
    project = get_project(request, project_id)
    try:
        return project, testing.find_test(project, test_id, request.user.get_tier())
    except AssumptionTestGone as error:
        raise Http404(str(error)) from error


def _submit(form: PlanForm | ResultForm, act: Any) -> AssumptionTest | FormFailure:
    try:
        return submit(form, act)
    except AssumptionTestGone as error:
        raise Http404(str(error)) from error


def _show(
    request: FounderRequest,
    page: str,
    project: Project,
    test: AssumptionTest,
    form: PlanForm | ResultForm,
    failure: FormFailure | None = None,
) -> HttpResponse:
    tier = request.user.get_tier()
    entry: AssumptionEntry | None = find_entry(project, test.assumption, tier)
    context = {
        "project": project,
        "test": test,
        "entry": entry,
        "index": project.reference_index(tier),
        "form": form,
        "problem": failure.problem if failure else "",
        "differences": failure.differences if failure else (),
        "unsent": request.method != "POST" and form.is_bound,
        "is_being_drafted": is_being_drafted(test, now=timezone.now()),
        "is_reworded": entry is not None
        and test.outcome is not None
        and not test.outcome.is_about(entry.text),
    }
    status = failure.status if failure else 200
    return render(request, f"artifacts/testing/{page}.html", context, status=status)


def _base(form: PlanForm | ResultForm) -> str:
    return str(form.cleaned_data["base"])


def _today(request: FounderRequest) -> date:
    return local_time(request.user, timezone.now()).date()


def _result_text(test: AssumptionTest) -> str:
    if test.state == AssumptionTest.Phase.PASSED:
        return _("Passed. What rests on it is marked as confirmed.")
    if test.state == AssumptionTest.Phase.FAILED:
        return _("Failed. What rests on it is marked: say what is true instead, or take it out.")
    return _("Noted. The assumption is as open as before.")
