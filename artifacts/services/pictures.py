"""The pictures of a project, for its founder and for the guests of a share link, with days where
the plan has a first one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from artifacts.charts.pictures import Pictures, draw
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.facts.conflict_kinds import start_of
from artifacts.models import Artifact, Project
from artifacts.schemas import Contents
from artifacts.services.sharing import Share
from artifacts.tiers import Tier


def founders_pictures(project: Project, contents: Contents, tier: Tier) -> Pictures:
    """Return what there is to see of `contents`; weeks count from the day of writing, or from the
    earliest start that the founder told.
    """
    written = _written_on(project.documents())
    return draw(contents, tier, start_of(project.get_facts(), written) if written else None)


def guests_pictures(share: Share) -> Pictures:
    """Return what a guest may see.

    An earliest start is a fact of the founder's: where there is one, the plan has weeks and no
    days.
    """
    contents = {row.type: row.content for row in share.documents if row.content is not None}
    written = _written_on(share.documents)
    starts = written and start_of(share.project.get_facts(), written)
    return draw(contents, share.tier, written if starts == written else None)


def _written_on(documents: Iterable[Artifact]) -> date | None:
    """Return the day on which the plan was written, from which its writer counted."""
    moments = [
        row.generated_at
        for row in documents
        if row.generated_at and isinstance(row.content, MilestonesContent)
    ]
    return timezone.localdate(moments[0]) if moments else None
