"""A regenerated version that waits for the founder's decision, because it would touch their edits."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypedDict

from django.utils import timezone

from artifacts.coherence.identity import Identified, assign_ids
from artifacts.exceptions import ChangedMeanwhile, NoProposal
from artifacts.models import Artifact, GenerationAttempt, User
from artifacts.schemas import ArtifactContent, load_content
from artifacts.services.changing import fingerprint, settled_artifact
from artifacts.services.checking import version_findings
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

Choice = Literal["mine", "new"]


class StoredProposal(TypedDict):
    """What `Artifact.proposal` holds."""

    content: dict[str, Any]
    inputs: dict[str, str]
    base: str
    attempt: int
    created_at: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal beside what stands now."""

    content: ArtifactContent
    """The new text, with the ids that its items would get."""
    sections: tuple[str, ...]
    """The sections, in reading order, that differ from what stands now."""
    preset: dict[str, Choice]
    """For each of them: the founder's text where they edited it, else the new one."""
    base: str
    """Fingerprints of what stands now and of what is proposed; a decision names them, so that nobody decides about a
    text unseen."""
    is_outdated: bool
    """True where the current text was changed after the proposal had been written."""
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
        created_at=timezone.now().isoformat(),
    )


def read_proposal(artifact: Artifact) -> Proposal | None:
    """Return the proposal that waits for a decision about `artifact`, or None."""
    if artifact.proposal is None or artifact.content is None:
        return None
    stored = _stored(artifact)
    base = fingerprint(artifact.content)
    content = _merge(artifact, keep=()).content
    now, new = artifact.content.model_dump(mode="json"), content.model_dump(mode="json")
    declared = [section.name for section in content.sections() if not section.computed]
    sections = tuple(name for name in declared if now[name] != new[name])
    created_at = datetime.fromisoformat(stored["created_at"])
    edited_at = {name: datetime.fromisoformat(edit["at"]) for name, edit in artifact.edited_sections.items()}
    return Proposal(
        content=content,
        sections=sections,
        preset={name: "mine" if name in artifact.edited_sections else "new" for name in sections},
        base=base + fingerprint(stored),
        is_outdated=stored["base"] != base,
        edited_since=tuple(name for name in declared if name in edited_at and edited_at[name] > created_at),
        created_at=created_at,
        generated={name: edit["generated"] for name, edit in artifact.edited_sections.items()},
    )


def decide_proposal(
    artifact: Artifact, *, choices: Mapping[str, str], base: str, decider: User, tier: Tier
) -> Artifact:
    """Make the proposal the current version, but for the sections for which "mine" was chosen, and return the row.

    A section that is not in `choices`, or that `tier` does not open, goes by the preset. A section that stays although
    nobody had edited it counts as an edit from now on. Raises NoProposal, ChangedMeanwhile, BeingWritten, ProjectGone.
    """
    now = timezone.now()
    with settled_artifact(artifact) as row:
        proposal = read_proposal(row)
        if proposal is None:
            raise NoProposal
        if proposal.base != base:
            raise ChangedMeanwhile
        stored = _stored(row)
        readable = {section.name for section in proposal.content.access(tier).readable}
        chosen = {**proposal.preset, **{name: choices[name] for name in readable & set(choices)}}
        keep = [name for name in proposal.sections if chosen[name] == "mine"]
        merged = _merge(row, keep=keep)
        edits = _edits(row, merged, decider, now)
        values = {
            **row.store_values(merged.content, now=now),
            "inputs": stored["inputs"],
            "findings": version_findings(row, merged, _earlier(row), edited=edits),
            "edited_sections": edits,
            "superseded_items": merged.superseded,
            "proposal": None,
            # A later attempt may have failed while the proposal waited; its failure is over with the new version.
            "generation_status": Artifact.GenerationStatus.IDLE,
        }
        version = row.version_number + 1
        Artifact.objects.filter(pk=row.pk).update(**values)
        GenerationAttempt.objects.filter(pk=stored["attempt"]).update(version_written=version)
        logger.info("Stored version %s of artifact %s from a proposal; kept %s", version, row.pk, keep)
    row.refresh_from_db()
    row.__dict__.pop("content", None)
    return row


def reject_proposal(artifact: Artifact, *, decider: User, base: str | None = None) -> None:
    """Drop the proposal; what stands now stays.

    `base` is the one of the proposal that was seen; None where nobody was shown it. What stands may have changed since.
    Raises NoProposal, ChangedMeanwhile, BeingWritten, ProjectGone.
    """
    with settled_artifact(artifact) as row:
        stored = _stored(row)
        if base is not None and not base.endswith(fingerprint(stored)):
            raise ChangedMeanwhile
        row.proposal = None
        row.save(update_fields=["proposal", "updated_at"])
        logger.info("Rejected the proposal for artifact %s by user %s", row.pk, decider.pk)


def _stored(row: Artifact) -> StoredProposal:
    if row.proposal is None:
        raise NoProposal
    stored: StoredProposal = row.proposal
    return stored


def _earlier(row: Artifact) -> list[Artifact]:
    """The rows of the documents that this one builds on."""
    return list(Artifact.objects.filter(project=row.project_id, artifact_type__in=[t.value for t in row.type.earlier]))


def _merge(row: Artifact, *, keep: Collection[str]) -> Identified:
    new = load_content(row.type, _stored(row)["content"])
    return assign_ids(new, row.content, row.superseded_items, version=row.content_version, keep=keep)


def _edits(row: Artifact, merged: Identified, decider: User, now: datetime) -> dict[str, Any]:
    by = {"by": decider.get_username(), "by_id": decider.pk, "at": now.isoformat()}
    return {
        name: {**by, **row.edited_sections.get(name, {}), "generated": value} for name, value in merged.replaced.items()
    }
