"""What the checker says of a project or a document, on its page."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.translation import gettext

from artifacts.checker.findings import Pair
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.checks import check_project
from artifacts.web.consistency import CoherenceView, view_report

register = template.Library()

SHOWN = 30
"""How many findings a page shows, worst first; nobody fixes more at once."""
SHOWN_BESIDE = 6


@register.simple_tag(takes_context=True)
def coherence(
    context: Context, project: Project, artifact_type: ArtifactType | None = None
) -> CoherenceView | None:
    """What the signed-in founder may know of a project's findings, or of those of one document.

    None while nothing is written. No query where the project was loaded with its artifacts.
    """
    if not any(row.is_written for row in project.documents()):
        return None
    report = check_project(project).visible_to(context["user"].get_tier())
    if artifact_type is None:
        return view_report(project, report, limit=SHOWN)
    return view_report(project, report.of(artifact_type), limit=SHOWN_BESIDE)


@register.filter
def pair_label(pair: Pair) -> str:
    return gettext(pair.label)
