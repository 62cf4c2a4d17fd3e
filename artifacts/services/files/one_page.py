"""The one-page summary of a project, for its founder and for the guests of a share link."""

from __future__ import annotations

from datetime import date

from artifacts.documents.references import ReferenceIndex
from artifacts.models import Project
from artifacts.schemas import Contents
from artifacts.services.sharing.links import Share
from artifacts.summary.one_page import OnePage, one_page
from artifacts.tiers import Tier


def founders_page(
    project: Project, contents: Contents, tier: Tier, index: ReferenceIndex, *, today: date
) -> OnePage | None:
    """Return the page as the founder of `project` sees it, with all facts of the sheet."""
    described = project.get_input()
    return one_page(
        described.sheet,
        contents,
        tier,
        index,
        today=today,
        is_founder=True,
        language=described.document_language if not contents else "",
    )


def guests_page(share: Share, *, today: date) -> OnePage | None:
    """Return the page as a guest sees it: from the documents of the link, and the facts that these
    tell.
    """
    contents = {row.type: row.content for row in share.documents if row.content is not None}
    if not contents:
        return None
    return one_page(share.project.get_facts(), contents, share.tier, share.index, today=today)
