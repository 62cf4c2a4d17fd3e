"""The assumptions and open questions of a project: the list, and a page for each act that settles
one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from artifacts.documents.testing import Standing
from artifacts.exceptions import EntryGone
from artifacts.forms.assumptions import SettleForm
from artifacts.models import Project
from artifacts.services.assumptions import register, settling
from artifacts.services.assumptions.register import AssumptionEntry, EntryKind, SettleAction
from artifacts.services.assumptions.testing import list_tests
from artifacts.services.facts.founder_texts import ANSWERS, current_text
from artifacts.services.sharing.evidence import accepted_evidence
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    no_store,
)
from artifacts.web.submission import FormFailure, submit
from artifacts.web.typed_forms import submitted_data

SHOWN = 20
"""How many entries one page of the list has."""


@founder_required
@no_store
def project_assumptions(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    project = get_project(request, project_id)
    if project.is_draft:
        return redirect("interview_resume", project.pk)
    tier = request.user.get_tier()
    entries = register.list_entries(project, tier)
    page = Paginator(entries, SHOWN).get_page(request.GET.get("page"))
    return render(
        request,
        "artifacts/assumptions/list.html",
        {
            "project": project,
            "entries": page,
            "groups": _groups(list(page)),
            "to_settle": sum(not entry.is_settled for entry in entries),
            "index": project.reference_index(tier),
            "is_written": any(artifact.is_written for artifact in project.documents()),
            "writing": [
                artifact.type
                for artifact in register.sources(project, tier)
                if artifact.is_generating
            ],
            "edited": register.edited_sources(project, tier),
            "tests": _by_key((test.assumption, test) for test in list_tests(project, tier)),
            "evidence": _by_key(
                (note.assumption_key, note) for note in accepted_evidence(project, tier)
            ),
        },
    )


@founder_form
def assumption_confirm(request: FounderRequest, project_id: uuid.UUID, entry: str) -> HttpResponse:
    """Say that an assumption is true: it becomes part of an answer."""

    def act(project: Project, form: SettleForm) -> None:
        settling.confirm(project, **_addressed(request, entry, form), **_answered(form))

    return _settle(request, project_id, entry, SettleAction.CONFIRM, act)


@founder_form
def assumption_correct(request: FounderRequest, project_id: uuid.UUID, entry: str) -> HttpResponse:
    """Say what is true instead, or answer a question."""

    def act(project: Project, form: SettleForm) -> None:
        addressed = _addressed(request, entry, form)
        settling.correct(project, text=form.said, **addressed, **_answered(form))

    return _settle(request, project_id, entry, SettleAction.CORRECT, act)


@founder_form
def assumption_reject(request: FounderRequest, project_id: uuid.UUID, entry: str) -> HttpResponse:
    """Take an assumption or an open question out of its document."""

    def act(project: Project, form: SettleForm) -> None:
        settling.reject(project, **_addressed(request, entry, form))

    return _settle(request, project_id, entry, SettleAction.REJECT, act)


def _addressed(request: FounderRequest, key: str, form: SettleForm) -> dict[str, Any]:
    """Return which entry is settled, as it was seen, and by whom."""
    return {
        "key": key,
        "base": form.cleaned_data["base"],
        "editor": request.user,
        "tier": request.user.get_tier(),
    }


def _answered(form: SettleForm) -> dict[str, Any]:
    """Return the answer that a text is added to, and what the answers were when that was chosen."""
    return {"place": form.chosen_place, "seen": form.cleaned_data["seen"]}


def _settle(
    request: FounderRequest,
    project_id: uuid.UUID,
    key: str,
    act: SettleAction,
    do: Callable[[Project, SettleForm], None],
) -> HttpResponse:
    """Show what the act would do, and do it; a refusal shows the page again with what was typed."""
    project = get_project(request, project_id)
    entry, data = (
        register.find_entry(project, key, request.user.get_tier()),
        submitted_data(request),
    )
    if entry is None or act not in entry.acts:
        return _nothing_to_settle(request, project, key, entry, act, data)
    if entry.question and data is None and current_text(project, key):
        return redirect(f"{reverse('project_answers', args=[project.pk])}#id_{entry.question.key}")
    form = SettleForm(entry, act, project, data)
    if request.method != "POST":
        return _show_settle(request, project, entry, act, form)
    outcome = submit(form, lambda: do(project, form))
    if isinstance(outcome, FormFailure):
        return _refused(request, project_id, key, act, form, outcome)
    messages.success(
        request,
        _("It is taken out.")
        if act is SettleAction.REJECT
        else _("It is part of your answers now."),
    )
    return redirect("project_assumptions", project.pk)


def _nothing_to_settle(
    request: FounderRequest,
    project: Project,
    key: str,
    entry: AssumptionEntry | None,
    act: SettleAction,
    data: QueryDict | None,
) -> HttpResponse:
    if entry is not None and entry.is_settled and act is SettleAction.CONFIRM and data is not None:
        messages.info(request, _("This is settled already. Nothing was changed."))
        return redirect("project_assumptions", project.pk)
    return _missing_response(request, project, key, data)


def _refused(
    request: FounderRequest,
    project_id: uuid.UUID,
    key: str,
    act: SettleAction,
    form: SettleForm,
    failure: FormFailure,
) -> HttpResponse:
    """Show the page again with what was typed, over what is stored by now."""
    project = get_project(request, project_id)
    entry = register.find_entry(project, key, request.user.get_tier())
    if entry is None:
        return _missing_response(request, project, key, form.data)
    if failure.status == 409:
        form = _shown_again(form, entry, act, project)
    return _show_settle(request, project, entry, act, form, failure)


def _show_settle(
    request: FounderRequest,
    project: Project,
    entry: AssumptionEntry,
    act: SettleAction,
    form: SettleForm,
    failure: FormFailure | None = None,
) -> HttpResponse:
    context = {
        **_words(entry, act),
        "project": project,
        "entry": entry,
        "stands": current_text(project, entry.key) if entry.question else "",
        "index": project.reference_index(request.user.get_tier()),
        "impact": settling.effect(project, entry, act),
        "form": form,
        "problem": failure.problem if failure else "",
        "differences": failure.differences if failure else (),
        "unsent": request.method != "POST" and form.is_bound,
        "is_writing": entry.artifact is not None and entry.artifact.is_generating,
    }
    status = failure.status if failure else 200
    return render(request, "artifacts/assumptions/settle.html", context, status=status)


def _shown_again(
    form: SettleForm, entry: AssumptionEntry, act: SettleAction, project: Project
) -> SettleForm:
    """The same form over the current text: its choices say what the answers say now, and the
    founder sees that.
    """
    assert isinstance(form.data, QueryDict)
    again = SettleForm(entry, act, project, form.data)
    again.show_again(project)
    again.is_valid()
    return again


def _missing_response(
    request: FounderRequest, project: Project, key: str, data: Any
) -> HttpResponse:
    """Answer for an entry that is gone: 404, or the page with the text that was typed."""
    if data is None or key.partition(".")[0] == ANSWERS:
        raise Http404("There is nothing of that name to settle.")
    text = data.get("text", "")
    if not text:
        messages.info(request, str(EntryGone(key)))
        return redirect("project_assumptions", project.pk)
    context = {"project": project, "heading": _("This is no longer on the list"), "text": text}
    return render(
        request,
        "artifacts/assumptions/gone.html",
        context,
        status=409 if request.method == "POST" else 200,
    )


def _words(entry: AssumptionEntry, act: SettleAction) -> dict[str, str]:
    if act is SettleAction.CONFIRM:
        return {
            "heading": _("Is this true?"),
            "lede": _("It becomes part of your answers, so that every document can rely on it."),
            "save": _("Yes, it is true"),
        }
    if act is SettleAction.REJECT:
        return {
            "heading": _("Take this out?"),
            "lede": _("It leaves its document. Undoing the edit of that section brings it back."),
            "save": _("Take it out"),
        }
    if entry.kind is EntryKind.ASSUMPTION:
        return {
            "heading": _("What is true instead?"),
            "lede": _(
                "Your words take its place in the document, and become part of your answers."
            ),
            "save": _("Save what is true"),
        }
    return {
        "heading": _("Answer an open question"),
        "lede": _(
            "Your words become part of your answers. A question that is answered leaves its"
            " document."
        ),
        "save": _("Save my answer"),
    }


def _by_key(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _groups(entries: list[AssumptionEntry]) -> list[dict[str, Any]]:
    """The entries under their headings, in order; a heading without any is left out."""
    by_heading: dict[str, list[AssumptionEntry]] = {heading: [] for heading in _HEADINGS}
    for entry in entries:
        by_heading[_heading_of(entry)].append(entry)
    return [
        {"title": _(title), "meaning": _(meaning), "entries": by_heading[heading]}
        for heading, (title, meaning) in _HEADINGS.items()
        if by_heading[heading]
    ]


def _heading_of(entry: AssumptionEntry) -> str:
    if entry.kind is not EntryKind.ASSUMPTION:
        return "questions" if entry.kind is EntryKind.QUESTION else "unanswered"
    if entry.standing in (Standing.DISPROVED, Standing.CONFIRMED):
        return "disproved" if entry.standing is Standing.DISPROVED else "confirmed"
    return "told" if entry.is_settled else "assumed"


_HEADINGS = {
    "disproved": (
        gettext_noop("What a test has disproved"),
        gettext_noop("Say what is true instead, or take it out. What rests on it is marked."),
    ),
    "assumed": (
        gettext_noop("What we take for granted"),
        gettext_noop(
            "Nobody has told us so. What is wrong here is wrong in all that builds on it."
        ),
    ),
    "questions": (
        gettext_noop("What we have to find out"),
        gettext_noop("Open questions that our documents name."),
    ),
    "unanswered": (
        gettext_noop("What you have not told us yet"),
        gettext_noop("Questions of the interview without an answer."),
    ),
    "told": (
        gettext_noop("What comes from you"),
        gettext_noop("You said so, or vouched for it; it is still worth testing."),
    ),
    "confirmed": (
        gettext_noop("What a test has confirmed"),
        gettext_noop("Somebody outside the team has shown it."),
    ),
}
