"""Share links of a project, their pages, and the ways in which they end."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from artifacts.models import Project, ShareLink
from artifacts.schemas import ArtifactType
from artifacts.services.projects.lifecycle import delete_project
from artifacts.services.sharing.links import link_token, revoke_link
from artifacts.tests.support.factories import ShareLinkFactory


def make(project: Project, **changes: Any) -> ShareLink:
    return ShareLinkFactory.create(project=project, **changes)


def at(link: ShareLink, name: str = "shared", *names: str) -> str:
    return reverse(name, args=[link_token(link), *names])


def every_page(link: ShareLink) -> list[str]:
    pages = [at(link), at(link, "shared_package"), at(link, "shared_cover")]
    for t in ArtifactType:
        pages += [at(link, "shared_document", t.value), at(link, "shared_pdf", t.value)]
    return pages


def revoke(link: ShareLink) -> None:
    revoke_link(link, now=timezone.now())


def expire(link: ShareLink) -> None:
    ShareLink.objects.update(expires_at=timezone.now())


def delete(link: ShareLink) -> None:
    delete_project(link.project)
