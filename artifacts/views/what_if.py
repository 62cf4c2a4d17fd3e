"""The page "What if": other values for a few facts, and what they would move, before they are
saved.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts.exceptions import InvalidProject, StaleUpdate
from artifacts.facts.schema import Facts
from artifacts.facts.sum_cards import SumCard, sum_cards
from artifacts.forms.what_if import WhatIfForm
from artifacts.schemas import ArtifactType, Contents
from artifacts.schemas.schedule import plan
from artifacts.services.facts.what_if import FactChange, Outlook, look, save_changes
from artifacts.tiers import Tier
from artifacts.views.fact_rows import ConflictCard, conflict_cards
from artifacts.views.loaders import FounderRequest, founder_form, get_project
from artifacts.web.compare_sides import SIDES
from artifacts.web.typed_forms import submitted_data


@dataclass(frozen=True, slots=True)
class SumRow:
    """A sum as it is and as it would be; None if it cannot be computed."""

    label: str
    before: SumCard | None
    after: SumCard | None


@dataclass(frozen=True, slots=True)
class Weeks:
    """From the beginning of one week to the end of another, counted from 1."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as it is and as it would be; None if there is none."""

    id: str
    title: str
    before: Weeks | None
    after: Weeks | None


@founder_form
def project_what_if(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """Look at what other values would move, and save exactly what was looked at."""
    project = get_project(request, project_id)
    data = submitted_data(request)
    form = WhatIfForm(project.stored_facts(), data)
    context: dict[str, Any] = {}
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                changes = form.changes()
                if changes and request.method == "POST" and "save" in request.POST:
                    save_changes(project, changes)
                    messages.success(request, _("Saved. Regenerate what is out of date."))
                    return redirect("project_detail", project.pk)
                tier = request.user.get_tier()
                context = _looked(look(project, changes, tier), changes, tier)
                status = 200
            except StaleUpdate as error:
                project = get_project(request, project_id)
                form = WhatIfForm(project.stored_facts(), data)
                form.rebase()
                context, status = {"problem": str(error)}, 409
            except InvalidProject as error:
                form.add_error(None, str(error))
    return render(
        request,
        "artifacts/what_if/page.html",
        {
            "project": project,
            "form": form,
            "tried": list(form.tried()),
            "unsent": form.is_bound and request.method != "POST",
            **context,
        },
        status=status,
    )


def _looked(outlook: Outlook, changes: list[FactChange], tier: Tier) -> dict[str, Any]:
    """Return what the page shows of an outlook."""
    today = timezone.localdate()
    return {
        "looked": True,
        "is_other": bool(changes),
        "outlook": outlook,
        "sums": list(_sum_rows(outlook.before, outlook.after, today)),
        "milestones": list(_milestone_rows(outlook.now, outlook.then, tier)),
        "conflicts": _new_conflicts(outlook.before, outlook.after, today),
        "sides": SIDES,
        "show": "changed",
    }


def _sum_rows(before: Facts, after: Facts, today: date) -> Iterator[SumRow]:
    """Yield the sums that would be others."""
    old, new = ({card.label: card for card in sum_cards(f, today=today)} for f in (before, after))
    for words in dict.fromkeys([*old, *new]):
        if old.get(words) != new.get(words):
            yield SumRow(words, old.get(words), new.get(words))


def _milestone_rows(now: Contents, then: Contents, tier: Tier) -> Iterator[MilestoneRow]:
    """Yield all milestones if any of them would take other weeks."""
    before, after = (_weeks(contents, tier) for contents in (now, then))
    if {key: weeks for key, (_title, weeks) in before.items()} == {
        key: weeks for key, (_title, weeks) in after.items()
    }:
        return
    for key in dict.fromkeys([*before, *after]):
        title = (after.get(key) or before[key])[0]
        old, new = before.get(key), after.get(key)
        yield MilestoneRow(key, title, old[1] if old else None, new[1] if new else None)


def _weeks(contents: Contents, tier: Tier) -> dict[str, tuple[str, Weeks]]:
    content: Any = contents.get(ArtifactType.MILESTONES)
    if content is None or "milestones" not in content.readable(tier):
        return {}
    starts = plan(content.milestones).starts
    return {
        step.id: (step.label, Weeks(starts[step.id] + 1, starts[step.id] + step.estimated_weeks))
        for step in content.milestones
    }


def _new_conflicts(before: Facts, after: Facts, today: date) -> list[ConflictCard]:
    """Return what would no longer fit together, and does now."""
    known = {card.id for card in conflict_cards(before, today=today)}
    return [card for card in conflict_cards(after, today=today) if card.id not in known]
