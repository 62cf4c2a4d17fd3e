"""The page "We read this as ...": what we understood, to be confirmed, corrected or left open."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import reselect, retarget

from artifacts import tasks
from artifacts.exceptions import ArtifactsError, InvalidProject, ProjectDeleted, StaleUpdate
from artifacts.facts.naming import title_of
from artifacts.facts.schema import TRAITS
from artifacts.facts.sheet import LISTS, OWN_WORDS, fact_at, group_of
from artifacts.facts.sum_cards import sum_cards
from artifacts.forms.facts import FactForm
from artifacts.models import Project
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.documents.impact import impact_of_facts
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.facts.corrections import (
    answer_conflict,
    confirm_all,
    confirm_fact,
    fact_base,
    remove_fact,
    set_language,
    set_traits,
    settle_doubt,
)
from artifacts.services.facts.second_reading import answer_extra, is_being_read, order_reading
from artifacts.services.projects.lifecycle import missing_answers
from artifacts.views.fact_rows import (
    conflict_cards,
    doubt_cards,
    extra_rows,
    fact_groups,
    language_choices,
    quotes_of,
    slug,
    trait_rows,
)
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    founder_required,
    get_project,
    post_only,
)
from artifacts.web.fact_forms import current_value_text, fact_form, fact_form_base, store_fact
from artifacts.web.typed_forms import (
    form_context,
    form_status,
    gone_is_404,
    save_form,
    submitted_data,
)


@founder_required
@require_safe
def project_facts(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Conflicts as questions, then every fact with the words it was read from."""
    project = get_project(request, project_id)
    order_reading(project, deliver=tasks.deliver_reading)
    return _page(request, project)


@founder_form
def fact_edit(request: FounderRequest, project_id: uuid.UUID, path: str) -> HttpResponse:
    """Correct one fact with typed inputs, or add one: `path` is then that of its list."""
    project = get_project(request, project_id)
    if fact_at(project.stored_facts(), path) is None and path not in LISTS:
        raise Http404(f"There is no fact {path!r}.")
    form = fact_form(project.stored_facts(), path, submitted_data(request), prefix=slug(path))
    base = request.POST.get("base", "")
    sent = save_form(request, form, lambda: store_fact(project, path, form, base=base))
    if sent.result is not None:
        return _back_to(project, slug(path))
    current = get_project(request, project_id) if sent.is_conflict else project
    response = _fact_page(request, current, path, form, conflict=sent.is_conflict)
    if request.method == "POST" and request.htmx:
        # The form again takes the place of the form, not that of the page.
        return reselect(retarget(response, f"#{slug(path)}"), f"#{slug(path)}")
    return response


def _fact_page(
    request: FounderRequest, project: Project, path: str, form: FactForm, *, conflict: bool
) -> HttpResponse:
    facts = project.stored_facts()
    fact = fact_at(facts, path)
    base = fact_form_base(facts, path)
    return render(
        request,
        "artifacts/facts/edit.html",
        {
            "project": project,
            "path": path,
            "slug": slug(path),
            "title": _(title_of(path)),
            "quotes": quotes_of(project, fact) if fact else [],
            "impact": impact_of_facts(project, request.user.get_tier())[group_of(path)],
            "stands": current_value_text(facts, path) if conflict else None,
            "can_be_removed": bool(fact) and group_of(path) not in OWN_WORDS,
            "fact_base": base,
            **form_context(request, form, base, conflict=conflict),
        },
        status=form_status(request, form, conflict=conflict),
    )


@founder_required
@post_only("project_facts")
def fact_confirm(request: FounderRequest, project_id: uuid.UUID, path: str) -> HttpResponse:
    """Confirm one fact as it was shown."""
    return _act(
        request,
        project_id,
        lambda row: confirm_fact(row, path=path, base=request.POST.get("base", "")),
        part=slug(path),
    )


@founder_required
@post_only("project_facts")
def fact_remove(request: FounderRequest, project_id: uuid.UUID, path: str) -> HttpResponse:
    """Say that a fact is not true: it stays open, whatever the words seem to say."""
    return _act(
        request,
        project_id,
        lambda row: remove_fact(row, path=path, base=request.POST.get("base", "")),
        part=slug(path),
    )


@founder_required
@post_only("project_facts")
def fact_settle(request: FounderRequest, project_id: uuid.UUID, path: str) -> HttpResponse:
    """Keep a confirmed fact whose words have changed, or take what they say now."""
    take, base = request.POST.get("take") == "new", request.POST.get("base", "")
    return _act(request, project_id, lambda row: settle_doubt(row, path=path, take=take, base=base))


@founder_required
@post_only("project_facts")
def facts_confirm_all(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Confirm everything that was shown as read."""
    seen = dict(entry.split(" ", 1) for entry in request.POST.getlist("seen") if " " in entry)
    return _act(request, project_id, lambda row: confirm_all(row, seen=seen))


@founder_required
@post_only("project_facts")
def facts_conflict(request: FounderRequest, project_id: uuid.UUID, conflict: str) -> HttpResponse:
    """Answer a question about facts that do not fit together."""
    choice, base = request.POST.get("choice", ""), request.POST.get("base", "")
    today = timezone.localdate()
    return _act(
        request,
        project_id,
        lambda row: answer_conflict(
            row, conflict_id=conflict, choice=choice, base=base, today=today
        ),
    )


@founder_required
@post_only("project_facts")
def facts_extra(request: FounderRequest, project_id: uuid.UUID, number: int) -> HttpResponse:
    """Answer a question that was made for this idea, or leave it open; a refusal hands back what
    was typed.
    """
    text, base = request.POST.get("answer", ""), request.POST.get("base", "")
    project = get_project(request, project_id)
    try:
        answer_extra(project, number=number, text="" if "open" in request.POST else text, base=base)
    except ProjectDeleted as error:
        raise Http404(str(error)) from error
    except ArtifactsError as error:
        return _page(
            request, get_project(request, project_id), typed={number: text}, problem=str(error)
        )
    return _back_to(project, "facts")


@founder_required
@post_only("project_facts")
def facts_language(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Choose the language of the documents."""
    return _act(
        request,
        project_id,
        lambda row: set_language(row, language=request.POST.get("language", "")),
    )


@founder_required
@post_only("project_facts")
@gone_is_404
def facts_traits(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Store what kind of product it is; what another window has chosen since is shown beside
    what was chosen here.
    """
    project = get_project(request, project_id)
    wanted = {trait: request.POST.get(trait, "") for trait in TRAITS}
    seen = {trait: request.POST.get(f"seen-{trait}", "") for trait in TRAITS}
    try:
        set_traits(project, wanted=wanted, seen=seen)
    except (StaleUpdate, InvalidProject) as error:
        return _page(request, get_project(request, project_id), wanted=wanted, problem=str(error))
    return _back_to(project, "traits")


def _back_to(project: Project, part: str) -> HttpResponse:
    """Lead back to the part of the page that was changed, for readers without JavaScript."""
    return redirect(f"{reverse('project_facts', args=[project.pk])}#{part}")


def _act(
    request: FounderRequest,
    project_id: uuid.UUID,
    do: Callable[[Project], object],
    *,
    part: str = "facts",
) -> HttpResponse:
    """Do what one button stands for and show the page at `part`; a refusal is said at its top."""
    project = get_project(request, project_id)
    try:
        do(project)
    except ProjectDeleted as error:
        raise Http404(str(error)) from error
    except ArtifactsError as error:
        return _page(request, get_project(request, project_id), problem=str(error))
    return _back_to(project, part)


def _page(
    request: FounderRequest,
    project: Project,
    *,
    wanted: dict[str, str] | None = None,
    typed: dict[int, str] | None = None,
    problem: str = "",
) -> HttpResponse:
    """Return the page; `problem` is why nothing was saved.

    `wanted` is what was chosen of the traits then, `typed` what was answered to an extra question.
    """
    tier = request.user.get_tier()
    state = project_status(project, now=timezone.now())
    facts = project.stored_facts()
    impacts = impact_of_facts(project, tier) if state.written else {}
    conflicts = conflict_cards(facts, today=timezone.localdate())
    return render(
        request,
        "artifacts/facts/list.html",
        {
            "project": project,
            "problem": problem,
            "status": state,
            "stale": stale_types(state),
            "doubts": doubt_cards(project),
            "conflicts": [card for card in conflicts if not card.is_settled],
            "settled": [card for card in conflicts if card.is_settled],
            "groups": fact_groups(project, facts, impacts),
            "traits": trait_rows(facts, wanted or {}),
            "sums": sum_cards(project.get_facts(), today=timezone.localdate()),
            "to_confirm": [
                f"{path} {fact_base(fact)}"
                for path, fact in facts.each()
                if fact and fact.state == "read"
            ],
            "missing": missing_answers(project),
            "extra": extra_rows(project, typed or {}),
            "is_being_read": is_being_read(project, now=timezone.now()),
            "was_being_read": "waiting" in request.GET,
            "types": GENERATION_ORDER,
            **language_choices(project),
        },
        status=409 if problem else 200,
    )
