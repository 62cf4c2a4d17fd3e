"""Decide on a new version: the founder's text beside it, by section and by item."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from artifacts.checker.findings import Report
from artifacts.documents.staleness import changed_since, describe_input
from artifacts.exceptions import ArtifactsError, InvalidChoice, NoProposal, ProjectDeleted
from artifacts.generation.proposals import (
    Proposal,
    decide_proposal,
    read_proposal,
    reject_proposal,
)
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactContent
from artifacts.schemas.base import Section
from artifacts.services.documents.checks import what_would_break
from artifacts.services.documents.comparison import compare_contents
from artifacts.services.editing.locking import fingerprint
from artifacts.tiers import Tier
from artifacts.translation import translated
from artifacts.views.loaders import (
    FounderRequest,
    founder_form,
    get_artifact,
    get_project,
)
from artifacts.views.proposal_form import ProposalForm
from artifacts.views.proposal_rows import section_rows
from artifacts.web.compare_sides import ONE_TEXT, SIDES
from artifacts.web.consistency import FindingView, view_finding
from artifacts.web.typed_forms import submitted_data


@founder_form
def artifact_proposal(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    form = ProposalForm(submitted_data(request) or {})
    problem: ArtifactsError | None = None
    if request.method == "POST":
        try:
            return _decide(request, artifact, form)
        except ProjectDeleted as error:
            raise Http404(str(error)) from error
        except ArtifactsError as error:
            problem = error
            project = get_project(request, project_id)
            artifact = get_artifact(project, artifact_type)
    proposal = read_proposal(artifact)
    if proposal is None:
        messages.info(request, str(problem or NoProposal()))
        return redirect("artifact_detail", project.pk, artifact.type.value)
    return _show(request, project, artifact, proposal, form, problem)


def _decide(request: FounderRequest, artifact: Artifact, form: ProposalForm) -> HttpResponse:
    """Do what the button says: keep everything, take everything, or go by the choice for each
    section.
    """
    tier = request.user.get_tier()
    what, base = request.POST.get("decision", ""), request.POST.get("base", "")
    if what == "reject":
        reject_proposal(artifact, decider=request.user, base=base)
        messages.success(request, _("Everything stays as it is. The new version is discarded."))
        return redirect("artifact_detail", artifact.project_id, artifact.type.value)
    sections = artifact.type.content_class.sections()
    choices = form.everything_new(sections) if what == "accept" else form.choices(sections)
    stored = decide_proposal(artifact, choices=choices, base=base, decider=request.user, tier=tier)
    sentence = _(
        "Saved as version %(version)s. What was there before is kept as the previous version."
    )
    messages.success(request, sentence % {"version": stored.content_version})
    return redirect("artifact_detail", artifact.project_id, artifact.type.value)


def _show(
    request: FounderRequest,
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    form: ProposalForm,
    problem: ArtifactsError | None,
) -> HttpResponse:
    tier = request.user.get_tier()
    assert artifact.content is not None
    difference = compare_contents(project, artifact, artifact.content, proposal.content, tier)
    declared = [one.section for one in difference.sections if not one.section.computed]
    seen = _fingerprints(declared, artifact.content, proposal.content)
    misfits = problem.problems if isinstance(problem, InvalidChoice) else {}
    context = {
        "project": project,
        "artifact": artifact,
        "proposal": proposal,
        "rows": section_rows(project, artifact, proposal, difference, form, tier),
        "same": [section for section in declared if section.name not in proposal.sections],
        "locked": difference.locked,
        "problem": str(problem or ""),
        "misfits": misfits,
        "tier": tier,
        "is_other_tier": form.is_of_other_tier(tier),
        "breaks": _breaks(project, artifact, proposal, tier),
        "changed_inputs": _changed_inputs(project, artifact),
        "seen": seen,
        "changed": [one for one in declared if not form.has_seen(one.name, seen[one.name])],
        "edited_since": [section for section in declared if section.name in proposal.edited_since],
        "show": "changed",
        "sides": SIDES,
        "both": ONE_TEXT,
    }
    return render(request, "artifacts/compare/proposal.html", context, status=_status(problem))


def _status(problem: ArtifactsError | None) -> int:
    if problem is None:
        return 200
    return 422 if isinstance(problem, InvalidChoice) else 409


def _fingerprints(
    sections: Iterable[Section], current: ArtifactContent, proposed: ArtifactContent
) -> dict[str, str]:
    """Return the fingerprint of both texts of each section, which the page carries along."""
    both = [content.model_dump(mode="json") for content in (current, proposed)]
    return {one.name: fingerprint([texts[one.name] for texts in both]) for one in sections}


def _breaks(
    project: Project, artifact: Artifact, proposal: Proposal, tier: Tier
) -> list[FindingView]:
    """Return what the new version would contradict in the other documents, as far as a reader of
    `tier` may know.
    """
    report = Report(what_would_break(project, artifact, proposal.content)).visible_to(tier)
    return [view_finding(project, finding) for finding in report.findings]


def _changed_inputs(project: Project, artifact: Artifact) -> list[str]:
    """Return in words what has changed since the proposal was written, of what it was written
    from.
    """
    assert artifact.stored_proposal is not None
    recorded = artifact.stored_proposal.inputs
    contents = project.contents()
    earlier = {one: contents[one] for one in artifact.type.earlier if one in contents}
    if not recorded:
        return []
    return [
        describe_input(key, translated)
        for key in changed_since(recorded, project.get_input(), earlier)
    ]
