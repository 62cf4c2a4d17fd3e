"""The pictures of a project, for its founder and for the guests of a share link, with days where
the plan has a first one.
"""

from __future__ import annotations

from artifacts.charts.pictures import Pictures, draw
from artifacts.models import Project
from artifacts.schemas import Contents
from artifacts.services.files.plan_start import plan_start
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
