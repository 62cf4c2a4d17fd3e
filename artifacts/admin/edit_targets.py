"""What the admin's edit pages are about: a section with every gate open, an action, and the page
with its form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import URLPattern, reverse

from artifacts.admin.inspected import EVERYTHING, Inspected, inspect
from artifacts.models import User
from artifacts.schemas.base import FieldKind, Section, SectionKind
from artifacts.services.documents.impact import Impact, impact_of_section
from artifacts.web.edit_target import EditPage, EditTarget


class StaffEditTarget(EditTarget):
    """A section in the admin, where every one of them can be changed."""

    def url(self, name: str, *more: str) -> str:
        return reverse(
            f"admin:artifacts_artifact_{name}", args=[self.artifact.pk, self.section.name, *more]
        )

    def back(self, anchor: str = "") -> str:
        page = reverse("admin:artifacts_artifact_change", args=[self.artifact.pk])
        return f"{page}?tier={self.tier.value}#{anchor or self.section.name}"


@dataclass(frozen=True)
class EditAction:
    """What a page asks for: `do` changes something, and `done` says what in the log, or nothing
    where nothing was.
    """

    heading: str
    do: Callable[[], Any]
    done: Callable[[Any], str]
    back: str
    save: str = "Save"
    makes: bool = False  # something, once, however often its form arrives


def edit_page(
    request: HttpRequest,
    act: EditAction,
    target: StaffEditTarget | None,
    item_id: str,
    *,
    is_gone: bool,
    can_delete: bool,
) -> EditPage:
    page = EditPage(
        heading=act.heading, save_label=act.save, submit_url=request.path, cancel_url=act.back
    )
    if target is None:
        return page
    if is_gone:
        return replace(page, save_label="Add it as a new one", submit_url=target.url("edit_add"))
    return replace(
        page, delete_url=target.url("edit_item_delete", item_id) if item_id and can_delete else ""
    )


def impact_of(found: Inspected, target: StaffEditTarget | None, item_id: str) -> Impact | None:
    if target is None:
        return None
    return impact_of_section(
        found.project, found.artifact.type, target.section, EVERYTHING, item_id
    )


def named(pages: list[URLPattern]) -> list[URLPattern]:
    """Give pages the names that Django's own pages of an artifact have."""
    for page in pages:
        page.name = f"artifacts_artifact_{page.name}"
    return pages


def signed_in(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def written_by(request: HttpRequest) -> dict[str, Any]:
    return {"editor": signed_in(request), "tier": EVERYTHING}


def has_links(section: Section) -> bool:
    return section.item_class is not None and any(
        f.kind is FieldKind.LINKS for f in section.item_class.fields()
    )


def read_again(found: Inspected) -> Inspected:
    """The same artifact as it is stored by now."""
    now = inspect(found.artifact.pk)
    if now is None or now.artifact.content is None:
        raise Http404("This document is no longer there.")
    return now


def edit_target(found: Inspected, name: str, *, items: bool = False) -> StaffEditTarget:
    """Return the section of that name, or 404 if nobody writes it by hand."""
    section, content = found.artifact.type.content_class.section(name), found.artifact.content
    if (
        section is None
        or content is None
        or section.computed
        or (items and section.kind is not SectionKind.ITEMS)
    ):
        raise Http404("There is no such section to change.")
    return StaffEditTarget(found.project, found.artifact, content, section, EVERYTHING)
