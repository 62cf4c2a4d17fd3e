"""A regenerated version that waits for the founder's decision, because it would touch their
edits.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from pydantic import ValidationError

from artifacts.diff.three_way import Choice, Merged, Plan, broken_links, circle, merge, preset_items
from artifacts.documents.identity import Identified, assign_ids
from artifacts.exceptions import InvalidChoice, NoProposal, StaleUpdate
from artifacts.models import Artifact, GenerationAttempt, User
from artifacts.models.stored import Edit, StoredProposal, dump_edits
from artifacts.schemas import ArtifactContent, load_content
from artifacts.schemas.base import Item, Section
from artifacts.services.documents.checks import version_findings
from artifacts.services.editing.locking import fingerprint, lock_editable, signed_edit
from artifacts.tiers import Tier
from artifacts.validation_messages import describe_problem

logger = logging.getLogger(__name__)

ROUNDS = 20
"""How long a chain of items that need each other is followed for the preset."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a founder decided: for whole sections, and for single items of the sections that are not
    named there.
    """

    sections: Mapping[str, Choice] = field(default_factory=dict)
    items: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict)
    seen_by: Tier | None = None
    """The tier for which the page was made on which this was decided; None if there was none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal beside the current version."""

    content: ArtifactContent
    """The new text, with the ids that its items would get."""
    sections: tuple[str, ...]
    """The sections, in reading order, that differ from the current version."""
    preset: dict[str, Choice]
    """For each of them: the founder's text where they edited it, else the new one."""
    items: dict[str, dict[str, Choice]]
    """For the items of each of them that consists of items: the same, item by item."""
    base: str
    """Fingerprints of the current and the proposed version; a decision names them, so that nobody
    decides about a text unseen."""
    is_outdated: bool
    """True if the current text was changed after the proposal had been written."""
    edited_since: tuple[str, ...]
    """The sections that were edited after it had been written."""
    created_at: datetime
    generated: dict[str, Any]
    """What had been generated before the founder's edit of a section."""


def make_proposal(
    artifact: Artifact, content: ArtifactContent, *, inputs: dict[str, str], attempt: int
) -> StoredProposal:
    """Return what is stored of `content` while it waits."""
    assert artifact.content is not None
    return StoredProposal(
        content=content.model_dump(mode="json"),
        inputs=inputs,
        base=fingerprint(artifact.content),
        attempt=attempt,
        created_at=timezone.now(),
    )


def read_proposal(artifact: Artifact) -> Proposal | None:
    """Return the proposal that waits for a decision about `artifact`, or None."""
    stored = artifact.stored_proposal
    if stored is None or artifact.content is None:
        return None
    base = fingerprint(artifact.content)
    content = _identified(artifact, stored)
    now, new = artifact.content.model_dump(mode="json"), content.model_dump(mode="json")
    declared = [section.name for section in content.sections() if not section.computed]
    sections = tuple(name for name in declared if now[name] != new[name])
    edits = artifact.edits
    generated = {name: edit.generated for name, edit in edits.items()}
    since = {name for name, edit in edits.items() if edit.at > stored.created_at}
    return Proposal(
        content=content,
        sections=sections,
        preset={name: "mine" if name in edits else "new" for name in sections},
        base=base + stored.fingerprint,
        is_outdated=stored.base != base,
        edited_since=tuple(filter(since.__contains__, declared)),
        created_at=stored.created_at,
        generated=generated,
        items=_preset_items(artifact, content, generated, sections),
    )


def decide_proposal(
    artifact: Artifact, *, choices: Choices, base: str, decider: User, tier: Tier
) -> Artifact:
    """Make the proposal the current version, but for what "mine" was chosen for, and return the
    row.

    What is not in `choices`, and every section that `tier` does not open, goes by the preset. A
    section that does not read as the new version has it counts as an edit from now on. Raises
    NoProposal, InvalidChoice, StaleUpdate, DocumentLocked, ProjectDeleted; nothing is changed then,
    and the proposal goes on waiting.
    """
    now = timezone.now()
    with lock_editable(artifact) as row:
        proposal = read_proposal(row)
        if proposal is None:
            raise NoProposal
        if proposal.base != base:
            raise StaleUpdate
        stored = _stored(row)
        if choices.seen_by not in (None, tier):
            raise StaleUpdate
        plan = _plan(proposal, choices, tier)
        merged = _merge(row, proposal, plan, proposal.content.access(tier).readable)
        edits = _edits(row, merged, decider, now)
        values = {
            **row.store_values(merged.content, now=now),
            "inputs": stored.inputs,
            "findings": version_findings(
                row, merged, _earlier(row), row.project.get_input(), edited=edits
            ),
            "edited_sections": dump_edits(edits),
            "superseded_items": merged.superseded,
            "proposal": None,
            # A later attempt may have failed while the proposal waited; its failure is over with
            # the new version.
            "generation_status": Artifact.GenerationStatus.IDLE,
        }
        version = row.version_number + 1
        Artifact.objects.filter(pk=row.pk).update(**values)
        GenerationAttempt.objects.filter(pk=stored.attempt).update(version_written=version)
        logger.info("Stored version %s of artifact %s from a proposal by %s", version, row.pk, plan)
    row.refresh_from_db()
    row.__dict__.pop("content", None)
    return row


def reject_proposal(artifact: Artifact, *, decider: User, base: str | None = None) -> None:
    """Discard the proposal; the current version stays.

    `base` is the one of the proposal that was seen; None if nobody was shown it. The current
    version may have changed since. Raises NoProposal, StaleUpdate, DocumentLocked, ProjectDeleted.
    """
    with lock_editable(artifact) as row:
        stored = _stored(row)
        if base is not None and not base.endswith(stored.fingerprint):
            raise StaleUpdate
        row.proposal = None
        row.save(update_fields=["proposal", "updated_at"])
        logger.info("Rejected the proposal for artifact %s by user %s", row.pk, decider.pk)


def _stored(row: Artifact) -> StoredProposal:
    stored = row.stored_proposal
    if stored is None:
        raise NoProposal
    return stored


def _earlier(row: Artifact) -> list[Artifact]:
    """The rows of the documents that this one builds on."""
    return list(
        Artifact.objects.filter(
            project=row.project_id, artifact_type__in=[t.value for t in row.type.earlier]
        )
    )


def _edits(row: Artifact, merged: Identified, decider: User, now: datetime) -> dict[str, Edit]:
    """Return the edits of the merged version; a section that stays as its founder had it keeps who
    edited it.
    """
    edits = row.edits
    return {
        name: (
            replace(edits[name], generated=value)
            if name in edits
            else signed_edit(row, value, decider, now=now)
        )
        for name, value in merged.replaced.items()
    }


def _identified(row: Artifact, stored: StoredProposal) -> ArtifactContent:
    """Return what is proposed, with the ids that its items would get."""
    new = load_content(row.type, stored.content)
    return assign_ids(new, row.content, row.retired_items, version=row.content_version).content


def _preset_items(
    row: Artifact, new: ArtifactContent, generated: Mapping[str, Any], sections: tuple[str, ...]
) -> dict[str, dict[str, Choice]]:
    """Return the preset of items, so that nothing that it takes points at something that it leaves
    out.
    """
    assert row.content is not None
    preset = preset_items(row.content, new, generated, sections)
    for _round in range(ROUNDS):
        try:
            merged = merge(row.content, new, row.retired_items, version=0, plan=preset)
        except ValidationError:
            break
        broken = list(broken_links(row.content, merged, new.sections()))
        if not broken:
            break
        for link in broken:
            preset[link.target_section.name][link.target.id] = merged.sides[link.item.id]
    return preset


def _plan(proposal: Proposal, choices: Choices, tier: Tier) -> Plan:
    """Return what is taken of each section.

    Raises InvalidChoice or StaleUpdate for what cannot be chosen.
    """
    readable = {section.name: section for section in proposal.content.access(tier).readable}
    for name in {*choices.sections, *choices.items} & set(readable):
        if readable[name].computed:
            sentence = _("This follows from the other sections, so there is nothing to choose.")
            raise InvalidChoice({name: [_titled(readable[name], sentence)]})
        if not set(choices.items.get(name, ())) <= set(proposal.items.get(name, ())):
            raise StaleUpdate
    plan: dict[str, Choice | Mapping[str, Choice]] = dict(proposal.preset)
    for name in readable:
        if name in plan and name in choices.sections:
            plan[name] = choices.sections[name]
        elif name in proposal.items:
            plan[name] = {**proposal.items[name], **choices.items.get(name, {})}
    return plan


def _merge(row: Artifact, proposal: Proposal, plan: Plan, readable: tuple[Section, ...]) -> Merged:
    """Return what `plan` takes.

    Raises InvalidChoice where that does not fit together in what the founder can read.
    """
    assert row.content is not None
    try:
        merged = merge(
            row.content, proposal.content, row.retired_items, version=row.content_version, plan=plan
        )
    except ValidationError as error:
        raise InvalidChoice(_misfits(error, readable)) from error
    problems: dict[str, list[str]] = {}
    for link in broken_links(row.content, merged, readable):
        sentence = _("%(item)s needs %(other)s, which you did not take. Take both, or leave both.")
        words = {"item": _named(link.item), "other": _named(link.target)}
        problems.setdefault(link.section.name, []).append(sentence % words)
    if items := circle(row.content, merged, readable):
        sentence = _(
            "%(items)s would wait for each other in a circle. Take all of them from the same"
            " version."
        )
        name = next(
            section.name for section, item in merged.content.items(readable) if item is items[0]
        )
        names = get_text_list([_named(item) for item in items], _("and"))
        problems.setdefault(name, []).append(sentence % {"items": names})
    if problems:
        raise InvalidChoice(problems)
    return merged


def _misfits(error: ValidationError, readable: tuple[Section, ...]) -> dict[str, list[str]]:
    sections = {section.name: section for section in readable}
    found: dict[str, list[str]] = {}
    for problem in error.errors(include_url=False, include_input=True):
        name = str(problem["loc"][0]) if problem["loc"] else ""
        if name in sections:
            found.setdefault(name, []).append(_titled(sections[name], describe_problem(problem)))
    return found


def _named(item: Item) -> str:
    return f"{item.id} “{item.label}”"


def _titled(section: Section, sentence: str) -> str:
    return f"{_(section.title)}: {sentence}"
