"""A new version that waits: the founder's text beside it, section by section, and the decision."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from artifacts.comparing.documents import DocumentDifference, SectionDifference
from artifacts.comparing.versions import compare_contents
from artifacts.exceptions import ArtifactsError, NoProposal, ProjectGone
from artifacts.models import Artifact, Project
from artifacts.schemas import load_content
from artifacts.services.changing import fingerprint
from artifacts.services.proposals import Proposal, decide_proposal, read_proposal, reject_proposal
from artifacts.tiers import Tier
from artifacts.views.comparing import ONE_TEXT, SIDES
from artifacts.views.loaders import FounderRequest, founder_required, get_artifact, get_project
from artifacts.views.unsent import unsent


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
def artifact_proposal(request: FounderRequest, project_id: uuid.UUID, artifact_type: str) -> HttpResponse:
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    typed: Any = request.POST if request.method == "POST" else unsent(request) or {}
    problem = ""
    if request.method == "POST":
        try:
            return _decide(request, artifact)
        except ProjectGone as error:
            raise Http404(str(error)) from error
        except ArtifactsError as error:
            problem = str(error)
            project = get_project(request, project_id)
            artifact = get_artifact(project, artifact_type)
    proposal = read_proposal(artifact)
    if proposal is None:
        messages.info(request, problem or str(NoProposal()))
        return redirect("artifact_detail", project.pk, artifact.type.value)
    return _show(request, project, artifact, proposal, typed, problem)


def _decide(request: FounderRequest, artifact: Artifact) -> HttpResponse:
    """Do what the button says: keep everything, take everything, or go by the choice for each section."""
    tier = request.user.get_tier()
    what, base = request.POST.get("decision", ""), request.POST.get("base", "")
    if what == "reject":
        reject_proposal(artifact, decider=request.user, base=base)
        messages.success(request, _("Everything stays as it is. The new version is dropped."))
        return redirect("artifact_detail", artifact.project_id, artifact.type.value)
    choices = _choices(request.POST, artifact, everything="new" if what == "accept" else "")
    stored = decide_proposal(artifact, choices=choices, base=base, decider=request.user, tier=tier)
    sentence = _("Saved as version %(version)s. What stood before is kept as the previous version.")
    messages.success(request, sentence % {"version": stored.content_version})
    return redirect("artifact_detail", artifact.project_id, artifact.type.value)


def _show(
    request: FounderRequest,
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    typed: Mapping[str, str],
    problem: str,
) -> HttpResponse:
    tier = request.user.get_tier()
    assert artifact.content is not None
    difference = compare_contents(project, artifact, artifact.content, proposal.content, tier)
    declared = [one.section for one in difference.sections if not one.section.computed]
    seen = {section.name: fingerprint(getattr(artifact.content, section.name)) for section in declared}
    context = {
        "project": project,
        "artifact": artifact,
        "proposal": proposal,
        "rows": _rows(project, artifact, proposal, difference, typed, tier),
        "same": [section for section in declared if section.name not in proposal.sections],
        "locked": difference.locked,
        "problem": problem,
        "seen": seen,
        "changed": [s for s in declared if typed.get(f"seen-{s.name}", seen[s.name]) != seen[s.name]],
        "edited_since": [section for section in declared if section.name in proposal.edited_since],
        "show": "changed",
        "sides": SIDES,
        "both": ONE_TEXT,
    }
    return render(request, "artifacts/artifact_proposal.html", context, status=409 if problem else 200)


def _rows(
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    difference: DocumentDifference,
    typed: Mapping[str, str],
    tier: Tier,
) -> list[dict[str, Any]]:
    """Return the sections to decide on: what differs, what is chosen, and what the founder had changed before."""
    before_edits = _differences_from_generated(project, artifact, proposal, tier)
    chosen = {**proposal.preset, **_choices(typed, artifact)}
    return [
        {
            "difference": one,
            "choice": chosen[one.section.name],
            "edit": artifact.edited_sections.get(one.section.name),
            "mine": before_edits.get(one.section.name),
        }
        for one in difference.sections
        if one.section.name in proposal.sections
    ]


def _choices(data: Mapping[str, str], artifact: Artifact, *, everything: str = "") -> dict[str, str]:
    """Return the decisions a form carries, by section; `everything` decides for all of them."""
    names = [section.name for section in artifact.type.content_class.sections()]
    found = {name: everything or data.get(f"choice-{name}", "") for name in names}
    return {name: choice for name, choice in found.items() if choice in ("mine", "new")}


def _differences_from_generated(
    project: Project, artifact: Artifact, proposal: Proposal, tier: Tier
) -> dict[str, SectionDifference]:
    """Return, by section, what the founder's edits had changed of what was generated before."""
    edited = {name: value for name, value in proposal.generated.items() if name in proposal.sections}
    assert artifact.content is not None
    if not edited:
        return {}
    generated = load_content(artifact.type, {**artifact.content.model_dump(mode="json"), **edited})
    difference = compare_contents(project, artifact, generated, artifact.content, tier)
    return {section.section.name: section for section in difference.sections if section.section.name in edited}
