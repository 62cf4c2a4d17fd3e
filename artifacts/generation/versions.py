"""What becomes of a document that was written: the current version, or a proposal that waits for
the founder.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from artifacts.checker import broken_by
from artifacts.documents.identity import Identified, assign_ids
from artifacts.generation.attempts import Turn
from artifacts.generation.claims import Edits
from artifacts.generation.clock import shared_now
from artifacts.generation.proposals import make_proposal
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact
from artifacts.models.stored import Edit, dump_edits
from artifacts.schemas import ArtifactContent
from artifacts.services.documents.checks import version_findings

logger = logging.getLogger(__name__)

TOUCHES_EDITS = (
    "It waits for the founder's decision, because it would touch sections edited by hand."
)
BREAKS_OTHERS = (
    "It waits for the founder's decision, because it would contradict documents that stay as they"
    " are."
)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """The changes that store what was written."""

    values: dict[str, Any]
    content: ArtifactContent | None
    """The current version from now on; None if it waits as a proposal."""
    why_not: str = ""
    """Why it waits."""


def new_version(
    turn: Turn,
    content: ArtifactContent,
    project: ProjectInput,
    *,
    inputs: dict[str, str],
    claimed: Collection[int],
) -> NewVersion:
    """Return the changes that store `content` as the current version, or as a proposal.

    It waits where it would touch the founder's edits and they asked to decide, and where it would
    make broken what is consistent now. `project` is what its writer was told, `claimed` are the
    keys of all rows that the claim writes.
    """
    edits = turn.artifact.edits if turn.attempt.edits == Edits.KEEP else {}
    identified = _identified(turn.artifact, content, tuple(edits))
    why_not = TOUCHES_EDITS if _is_for_review(turn) else ""
    if not why_not and _breaks_others(turn, identified.content, project, claimed):
        why_not = BREAKS_OTHERS
    if why_not:
        waiting = make_proposal(turn.artifact, content, inputs=inputs, attempt=turn.attempt.pk)
        return NewVersion({"proposal": waiting.dump()}, None, why_not)
    values = {
        **_version_values(turn, identified, project, edits),
        "inputs": inputs,
        "proposal": None,
    }
    return NewVersion(values, identified.content)


def standing_rows(turn: Turn, claimed: Collection[int]) -> list[Artifact]:
    """Return what a new version has to agree with: all other documents but those that the claim has
    yet to replace.

    Where the claim writes every document there is, nothing stays that could be contradicted.
    """
    if all(row.pk in claimed for row in turn.rows if row.content is not None):
        return []
    replaced = {turn.artifact.pk, *(row.pk for row in turn.waiting)}
    return [row for row in turn.rows if row.pk not in replaced and row.content is not None]


def _identified(artifact: Artifact, content: ArtifactContent, keep: Collection[str]) -> Identified:
    return assign_ids(
        content,
        artifact.content,
        artifact.retired_items,
        version=artifact.content_version,
        keep=keep,
    )


def _is_for_review(turn: Turn) -> bool:
    """A new version that would touch the founder's edits waits for their decision where they asked
    for that.
    """
    return turn.attempt.edits == Edits.REVIEW and turn.artifact.has_user_edits


def _breaks_others(
    turn: Turn, content: ArtifactContent, project: ProjectInput, claimed: Collection[int]
) -> bool:
    """Return whether `content` would make broken what is consistent now.

    A broken checker holds nothing up.
    """
    others = standing_rows(turn, claimed) if turn.artifact.content is not None else []
    if not others:
        return False
    rows = [turn.artifact, *others]
    try:
        found = broken_by(
            project,
            {row.type: row.content for row in rows if row.content is not None},
            turn.type,
            content,
            superseded={row.type: row.retired_items for row in rows},
            readings=turn.readings,
        )
    except Exception:
        logger.exception(
            "The checker broke on %s of project %s", turn.type, turn.artifact.project_id
        )
        return False
    for finding in found:
        logger.info(
            "A new %s of project %s would break: %s",
            turn.type,
            turn.artifact.project_id,
            finding.rule,
        )
    return bool(found)


def _version_values(
    turn: Turn, identified: Identified, project: ProjectInput, edits: dict[str, Edit]
) -> dict[str, Any]:
    """Return the changes that make this the artifact's current version, with the `edits` that are
    to be kept.
    """
    artifact = turn.artifact
    return {
        **artifact.store_values(identified.content, now=shared_now()),
        "superseded_items": identified.superseded,
        "findings": version_findings(
            artifact, identified, turn.earlier, project, edited=edits, readings=turn.readings
        ),
        # An edit that was kept can be reverted to what was written for this version, not for an
        # older one.
        "edited_sections": dump_edits(
            {
                name: replace(edits[name], generated=value)
                for name, value in identified.replaced.items()
            }
        ),
    }
