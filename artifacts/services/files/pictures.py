"""The pictures of a project, for its founder and for the guests of a share link, with days where
the plan has a first one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from artifacts.charts.pictures import Pictures, draw
from artifacts.facts.conflict_kinds import start_of
from artifacts.facts.schema import Facts
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, Contents
from artifacts.services.sharing.links import Share
from artifacts.tiers import Tier


def founders_pictures(project: Project, contents: Contents, tier: Tier) -> Pictures:
    """Return what there is to see of `contents`."""
    start = plan_start(project.get_facts(), project.documents(), is_founder=True)
    return draw(contents, tier, start)


def guests_pictures(share: Share) -> Pictures:
    """Return what a guest may see."""
    contents = {row.type: row.content for row in share.documents if row.content is not None}
    start = plan_start(share.project.get_facts(), share.documents, is_founder=False)
    return draw(contents, share.tier, start)


def plan_start(facts: Facts, documents: Iterable[Artifact], *, is_founder: bool) -> date | None:
    """Return the day from which the weeks of a plan among `documents` count; None without a plan.

    It is the day of writing, or the earliest start that the founder told. That one is a fact of the
    founder's: for others such a plan has weeks and no days.
    """
    moments = [
        row.generated_at
        for row in documents
        if row.type is ArtifactType.MILESTONES and row.generated_at and row.content is not None
    ]
    if not moments:
        return None
    written = timezone.localdate(moments[0])
    start = start_of(facts, written)
    return start if is_founder or start == written else None
