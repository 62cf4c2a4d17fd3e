"""Bring an edited Markdown export back: upload, look at every change, take over what is wanted.

Nothing is stored in between. The page carries the text of the file along with the fingerprints of
what it showed.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from artifacts.diff.content import SectionDifference
from artifacts.exceptions import ProjectDeleted
from artifacts.forms.importing import ImportForm
from artifacts.models import Project
from artifacts.services.documents.comparison import compare_contents
from artifacts.services.files.importing import (
    ChangeKind,
    DocumentPlan,
    ImportedChange,
    ImportOutcome,
    ImportPlan,
    TooManyDeletions,
    plan_import,
    take_over,
)
from artifacts.tiers import Tier
from artifacts.usage.limits import Action, count_action
from artifacts.views.loaders import FounderRequest, founder_form, get_project
from artifacts.web.compare_sides import SIDES
from artifacts.web.stashed_posts import pop_stash


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One change on the page; `difference` is its section with nothing but that change in it."""

    change: ImportedChange
    difference: SectionDifference
    is_chosen: bool
    refusal: str = ""

    @property
    def order(self) -> str:
        return ", ".join(self.change.value) if self.change.kind is ChangeKind.ORDER else ""


@founder_form
def project_import(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The form; sent, what the file changes; with `take`, the chosen changes are made and the rest
    is shown again.
    """
    project = get_project(request, project_id)
    if request.method != "POST":
        kept = pop_stash(request)
        form = ImportForm(initial={"text": kept.get("text", "")} if kept else None)
        return _page(request, project, form=form, unsent=kept is not None)
    count_action(request.user, Action.IMPORTS)
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, project, form=form, status=422)
    text, tier = form.cleaned_data["markdown"], request.user.get_tier()
    plan, outcome = plan_import(project, text, tier=tier), None
    if "decide" in request.POST:
        try:
            outcome = _take_over(request, plan, tier)
        except TooManyDeletions:
            return _show_plan(request, project, text, plan, None, is_unconfirmed=True)
        project = get_project(request, project_id)
        plan = plan_import(project, text, tier=tier)
        if not (plan.changes or plan.unmatched or outcome.refused):
            messages.success(request, _taken(outcome))
            return redirect("project_detail", project.pk)
    return _show_plan(request, project, text, plan, outcome)


def _take_over(request: FounderRequest, plan: ImportPlan, tier: Tier) -> ImportOutcome:
    bases = {
        key.removeprefix("base-"): value
        for key, value in request.POST.items()
        if key.startswith("base-")
    }
    keys = set(request.POST.getlist("take"))
    try:
        return take_over(
            plan,
            keys=keys,
            bases={k: str(v) for k, v in bases.items()},
            editor=request.user,
            tier=tier,
            allow_deletions="allow_deletions" in request.POST,
        )
    except ProjectDeleted as error:
        raise Http404(str(error)) from error


def _show_plan(
    request: FounderRequest,
    project: Project,
    text: str,
    plan: ImportPlan,
    outcome: ImportOutcome | None,
    *,
    is_unconfirmed: bool = False,
) -> HttpResponse:
    """Show the changes.

    `is_unconfirmed`: nothing was made, because so many deletions have to be confirmed.
    """
    tier = request.user.get_tier()
    refusals = {change.key: sentence for change, sentence in outcome.refused} if outcome else {}
    is_decided = outcome is not None or is_unconfirmed
    offered = [change.key for change in plan.offered()]
    chosen = set(request.POST.getlist("take") if is_decided else offered)
    documents = [
        {"artifact": one.artifact, "rows": list(_rows(project, one, tier, chosen, refusals))}
        for one in plan.documents
    ]
    return _page(
        request,
        project,
        plan=plan,
        text=text,
        documents=documents,
        taken=_taken(outcome) if outcome and outcome.taken else "",
        refused=len(refusals),
        deletions=plan.deletions({change.key for change in plan.changes}),
        is_unconfirmed=is_unconfirmed,
        sides=SIDES,
        show="changed",
        status=409 if refusals else 422 if is_unconfirmed else 200,
    )


def _rows(
    project: Project,
    document: DocumentPlan,
    tier: Tier,
    chosen: Collection[str],
    refusals: dict[str, str],
) -> Iterator[ImportRow]:
    found = compare_contents(project, document.artifact, document.before, document.merged, tier)
    sections = {one.section.name: one for one in found.sections}
    for change in document.changes:
        one = sections[change.section.name]
        if change.item_id:
            one = replace(one, items=tuple(item for item in one.items if item.id == change.item_id))
        yield ImportRow(change, one, change.key in chosen, refusals.get(change.key, ""))


def _taken(outcome: ImportOutcome) -> str:
    count = len(outcome.taken)
    return ngettext("%(n)s change is taken over.", "%(n)s changes are taken over.", count) % {
        "n": count
    }


def _page(
    request: FounderRequest, project: Project, *, status: int = 200, **context: Any
) -> HttpResponse:
    context = {
        "can_import": any(artifact.is_written for artifact in project.documents()),
        **context,
    }
    return render(
        request, "artifacts/export/import.html", {"project": project, **context}, status=status
    )
