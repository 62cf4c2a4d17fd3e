"""The one-page summary of a project, for its founder and for the guests of a share link."""

from __future__ import annotations

from datetime import date
from typing import Any

from artifacts.documents.references import ReferenceIndex
from artifacts.models import Project
from artifacts.schemas import Contents
from artifacts.schemas.shared import made_of
from artifacts.services.sharing.links import Share
from artifacts.summary.one_page import OnePage, contents_told, one_page
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


def founders_page_told(
    project: Project, contents: Contents, tier: Tier, index: ReferenceIndex, *, today: date
) -> tuple[Any, ...]:
    """Return, as plain values, what tells that page from others without making it; all but its
    reader's language.
    """
    described = project.get_input()
    facts = made_of(described, "sheet", None, described.sheet.model_dump_json)
    return facts, today, contents_told(contents, tier, index), described.document_language


def guests_page(share: Share, *, today: date) -> OnePage | None:
    """Return the page as a guest sees it: from the documents of the link, and the facts that these
    tell.
    """
    contents = {row.type: row.content for row in share.documents if row.content is not None}
    if not contents:
        return None
    return one_page(share.project.get_facts(), contents, share.tier, share.index, today=today)
