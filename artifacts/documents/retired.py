"""Items that a newer version dropped: what is stored about them, and who may see it.

Pure functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from artifacts.schemas import ArtifactContent, ArtifactType
from artifacts.tiers import Gate, Tier


class RetiredItem(TypedDict):
    """What is remembered of an item that a regeneration or an edit dropped; `version` is the last
    one it stood in.
    """

    title: str
    version: int


Superseded = Mapping[ArtifactType, Mapping[str, RetiredItem]]
"""Every item that was ever dropped, by document and id."""


def record_retired(
    superseded: Mapping[str, RetiredItem],
    old: ArtifactContent | None,
    new: ArtifactContent,
    *,
    version: int,
) -> dict[str, RetiredItem]:
    """Return all items that were ever dropped and did not come back, once `new` stands in the place
    of `old`.
    """
    alive = {item.id for _, item in new.items()}
    before = old.items() if old else ()
    dropped = {item.id: RetiredItem(title=item.label, version=version) for _, item in before}
    return {
        item_id: item for item_id, item in {**superseded, **dropped}.items() if item_id not in alive
    }


def ids_given(content: ArtifactContent, superseded: Mapping[str, RetiredItem]) -> set[str]:
    """Return every id that an item of this document has ever had."""
    return {item.id for _, item in content.items()} | set(superseded)


def may_name_retired(artifact_type: ArtifactType, item_id: str, tier: Tier) -> bool:
    """Return whether `tier` opens every section that a dropped item may have stood in, and so may
    read its title.
    """
    prefix = item_id.partition("-")[0]
    gates = [
        section.gate
        for section in artifact_type.content_class.sections()
        if section.item_class and section.item_class.prefix == prefix
    ]
    return all(gate.opens_for(tier) for gate in gates or [Gate.STRATEGIC])
