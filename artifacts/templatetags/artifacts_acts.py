"""The buttons of staff on the pages of projects and artifacts: only those that the reader may
use.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import RequestContext

from artifacts.models import Artifact, Project

register = template.Library()


@register.inclusion_tag("admin/artifacts/artifact/_generation_acts.html", takes_context=True)
def artifact_acts(context: RequestContext, artifact: Artifact) -> dict[str, Any]:
    return {"artifact": artifact, "may": _may(context)}


@register.inclusion_tag("admin/artifacts/project/_generation_acts.html", takes_context=True)
def project_acts(context: RequestContext, project: Project) -> dict[str, Any]:
    """One query, for those who may stop a generation."""
    may = _may(context)
    return {
        "project": project,
        "may": may,
        "is_running": may["regenerate"] and _is_running(project),
    }


def _is_running(project: Project) -> bool:
    return Artifact.objects.filter(project=project).generating().exists()


def _may(context: RequestContext) -> dict[str, bool]:
    user = context["user"]
    return {name: user.has_perm(f"artifacts.{name}_artifact") for name in ("regenerate", "release")}
