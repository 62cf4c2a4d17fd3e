"""A new version that waits: the founder's text beside it, section by section and item by item, and
the decision.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from artifacts.checker.findings import Report
from artifacts.diff.content import DocumentDifference, ItemDifference, SectionDifference
from artifacts.diff.text import TextChange
from artifacts.diff.three_way import Choice
from artifacts.documents.staleness import changed_since, describe_input
from artifacts.exceptions import ArtifactsError, InvalidChoice, NoProposal, ProjectDeleted
from artifacts.generation.proposals import (
    Choices,
    Proposal,
    decide_proposal,
    read_proposal,
    reject_proposal,
)
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactContent, load_content
from artifacts.services.checks import what_would_break
from artifacts.services.comparison import compare_contents
from artifacts.services.editing import generated_value
from artifacts.services.locking import fingerprint
from artifacts.tiers import Tier
from artifacts.translation import translated
from artifacts.views.loaders import FounderRequest, founder_required, get_artifact, get_project
from artifacts.web.compare_sides import ONE_TEXT, SIDES
from artifacts.web.consistency import FindingView, view_finding
from artifacts.web.stashed_posts import pop_stash


@dataclass(frozen=True, slots=True)
class ProposalColumn:
    """One version of an item: what it is called, its text, and whose side of the difference that
    is.
    """

    name: Literal["generated", "before", "now"]
    side: Literal["before", "now"]
    item: ItemDifference | None
    place: str = ""
    """Where it stands in that version, of an item that moves."""


@dataclass(frozen=True, slots=True)
class FromGenerated:
    """Two texts of a section, each as it differs from what was generated last."""

    mine: SectionDifference
    new: SectionDifference


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item to decide on, in all its versions."""

    item: ItemDifference
    choice: Choice
    columns: tuple[ProposalColumn, ...]
    is_edited: bool
    was_taken_out: bool
    """True for an item that the founder took out, and that the new version has again."""

    @property
    def options(self) -> tuple[tuple[Choice, str], ...]:
        """What can be done with it, in words."""
        match self.item.change:
            case TextChange.ADDED:
                mine, new = _("Leave it out"), _("Take it in")
            case TextChange.REMOVED:
                mine, new = _("Keep it"), _("Let it go")
            case TextChange.SAME:
                mine, new = _("Keep its place"), _("Move it")
            case _other:
                mine = _("Keep mine") if self.is_edited else _("Keep the current text")
                new = _("Take the new one")
        return ("mine", mine), ("new", new)


@founder_required
@require_http_methods(["GET", "HEAD", "POST"])
def artifact_proposal(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str
) -> HttpResponse:
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    typed: Any = request.POST if request.method == "POST" else pop_stash(request) or {}
    problem: ArtifactsError | None = None
    if request.method == "POST":
        try:
            return _decide(request, artifact)
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
    return _show(request, project, artifact, proposal, typed, problem)


def _decide(request: FounderRequest, artifact: Artifact) -> HttpResponse:
    """Do what the button says: keep everything, take everything, or go by the choice for each
    section.
    """
    tier = request.user.get_tier()
    what, base = request.POST.get("decision", ""), request.POST.get("base", "")
    if what == "reject":
        reject_proposal(artifact, decider=request.user, base=base)
        messages.success(request, _("Everything stays as it is. The new version is discarded."))
        return redirect("artifact_detail", artifact.project_id, artifact.type.value)
    choices = _choices(request.POST, artifact, everything_new=what == "accept")
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
    typed: Mapping[str, str],
    problem: ArtifactsError | None,
) -> HttpResponse:
    tier = request.user.get_tier()
    assert artifact.content is not None
    difference = compare_contents(project, artifact, artifact.content, proposal.content, tier)
    declared = [one.section for one in difference.sections if not one.section.computed]
    both = [content.model_dump(mode="json") for content in (artifact.content, proposal.content)]
    seen = {section.name: fingerprint([one[section.name] for one in both]) for section in declared}
    context = {
        "project": project,
        "artifact": artifact,
        "proposal": proposal,
        "rows": _rows(project, artifact, proposal, difference, typed, tier),
        "same": [section for section in declared if section.name not in proposal.sections],
        "locked": difference.locked,
        "problem": str(problem or ""),
        "misfits": problem.problems if isinstance(problem, InvalidChoice) else {},
        "tier": tier,
        "is_other_tier": typed.get("seen-by", tier.value) != tier.value,
        "breaks": _breaks(project, artifact, proposal, tier),
        "changed_inputs": _changed_inputs(project, artifact),
        "seen": seen,
        "changed": [
            s for s in declared if typed.get(f"seen-{s.name}", seen[s.name]) != seen[s.name]
        ],
        "edited_since": [section for section in declared if section.name in proposal.edited_since],
        "show": "changed",
        "sides": SIDES,
        "both": ONE_TEXT,
    }
    status = 422 if context["misfits"] else 409 if problem else 200
    return render(request, "artifacts/compare/proposal.html", context, status=status)


def _breaks(
    project: Project, artifact: Artifact, proposal: Proposal, tier: Tier
) -> list[FindingView]:
    """Return what the new version would contradict in the other documents, as far as a reader of
    `tier` may know.
    """
    report = Report(what_would_break(project, artifact, proposal.content)).visible_to(tier)
    return [view_finding(project, finding) for finding in report.findings]


def _rows(
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    difference: DocumentDifference,
    typed: Mapping[str, str],
    tier: Tier,
) -> list[dict[str, Any]]:
    """Return the sections to decide on: what differs, what is chosen, and what the founder had
    changed before.
    """
    rows = []
    for one in difference.sections:
        name = one.section.name
        if name not in proposal.sections:
            continue
        first = (
            _differences_from_generated(project, artifact, proposal, one, tier)
            if name in proposal.generated
            else None
        )
        items = (
            list(_item_rows(artifact, proposal, one, first, typed))
            if name in proposal.items
            else []
        )
        sent = typed.get(f"choice-{name}")
        rows.append(
            {
                "difference": one,
                "items": items,
                "choice": (
                    sent if sent in ("mine", "new") else "each" if items else proposal.preset[name]
                ),
                "edit": artifact.edits.get(name),
                "first": None if items else first,
            }
        )
    return rows


def _item_rows(
    artifact: Artifact,
    proposal: Proposal,
    one: SectionDifference,
    first: FromGenerated | None,
    typed: Mapping[str, str],
) -> Iterator[ItemRow]:
    contents = {"before": artifact.content, "now": proposal.content}
    order = {
        name: [item.id for item in getattr(contents[name], one.section.name) or ()]
        for name in contents
    }
    edited = {item.id: item for item in first.mine.items} if first else {}
    renewed = {item.id: item for item in first.new.items} if first else {}
    for item in one.items:
        if not item.differs:
            continue
        edit = edited.get(item.id)
        is_edited = edit is not None and edit.differs
        sent = typed.get(_field(one.section.name, item.id))
        preset = proposal.items[one.section.name].get(item.id, "new")
        choice = _as_choice(sent or "") or preset
        was_taken_out = item.change is TextChange.ADDED and preset == "mine"
        columns = _columns(item, edit if is_edited else None, renewed.get(item.id))
        if item.is_moved:
            columns = (
                replace(column, place=_place(item.id, order.get(column.name, [])))
                for column in columns
            )
        yield ItemRow(item, choice, tuple(columns), is_edited, was_taken_out)


def _columns(
    item: ItemDifference, edit: ItemDifference | None, renewed: ItemDifference | None
) -> Iterator[ProposalColumn]:
    """Yield the versions of an item, each with the fields in which any two of them differ.

    Of an edited item, mine and the new one are held against what was generated last: neither is a
    correction of the other.
    """
    differ = {
        field.field.name
        for one in (item, edit)
        if one
        for field in one.fields
        if field.change is not TextChange.SAME
    }

    def shown(one: ItemDifference | None, *gone: TextChange) -> ItemDifference | None:
        if one is None or one.change in gone:
            return None
        return replace(
            one, fields=tuple(field for field in one.fields if field.field.name in differ)
        )

    if edit is None:
        yield ProposalColumn("before", "before", shown(item, TextChange.ADDED))
        yield ProposalColumn("now", "now", shown(item, TextChange.REMOVED))
        return
    yield ProposalColumn("generated", "before", shown(edit, TextChange.ADDED))
    yield ProposalColumn("before", "now", shown(edit, TextChange.REMOVED))
    yield ProposalColumn("now", "now", shown(renewed, TextChange.REMOVED))


def _place(item_id: str, order: list[str]) -> str:
    if item_id not in order:
        return ""
    return _("Place %(place)s of %(of)s") % {"place": order.index(item_id) + 1, "of": len(order)}


def _choices(
    data: Mapping[str, str], artifact: Artifact, *, everything_new: bool = False
) -> Choices:
    """Return the decisions a form carries; items count where no choice was made for their whole
    section.
    """
    sections: dict[str, Choice] = {}
    items: dict[str, dict[str, Choice]] = {}
    for section in artifact.type.content_class.sections():
        if everything_new and not section.computed:
            sections[section.name] = "new"
        elif choice := _as_choice(data.get(f"choice-{section.name}", "")):
            sections[section.name] = choice
        else:
            start = _field(section.name, "")
            sent = {
                key.removeprefix(start): _as_choice(data[key])
                for key in data
                if key.startswith(start)
            }
            items[section.name] = {item_id: choice for item_id, choice in sent.items() if choice}
    seen_by = next((tier for tier in Tier if tier.value == data.get("seen-by")), None)
    return Choices(sections, {name: sent for name, sent in items.items() if sent}, seen_by)


def _field(section: str, item_id: str) -> str:
    return f"choice-{section}-{item_id}"


def _as_choice(text: str) -> Choice | None:
    return "mine" if text == "mine" else "new" if text == "new" else None


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


def _differences_from_generated(
    project: Project,
    artifact: Artifact,
    proposal: Proposal,
    one: SectionDifference,
    tier: Tier,
) -> FromGenerated:
    """Return what the founder's edit of a section changed of what was generated last, and what the
    new version does.
    """
    assert artifact.content is not None
    name = one.section.name
    value = generated_value(artifact, one.section)
    generated = load_content(
        artifact.type, {**artifact.content.model_dump(mode="json"), name: value}
    )

    def difference(content: ArtifactContent) -> SectionDifference:
        found = compare_contents(project, artifact, generated, content, tier)
        return next(section for section in found.sections if section.section.name == name)

    return FromGenerated(difference(artifact.content), difference(proposal.content))
