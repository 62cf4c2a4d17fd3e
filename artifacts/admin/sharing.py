"""Share links and brands, read-only.

The address of a link is the founder's secret, and not kept.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from artifacts.admin import badges
from artifacts.admin.base import ReadOnlyAdmin
from artifacts.admin.changelists import FastListAdmin, link_to
from artifacts.admin.filters import LinkStateFilter
from artifacts.admin.search import HELP, Search
from artifacts.models import Branding, ShareLink
from artifacts.models.share import LinkState

KINDS = {LinkState.ACTIVE: "good", LinkState.EXPIRED: "quiet", LinkState.REVOKED: "warn"}


@admin.register(ShareLink)
class ShareLinkAdmin(FastListAdmin, ReadOnlyAdmin):
    list_display = [
        "id",
        "label",
        "project_link",
        "owner_link",
        "state",
        "tier",
        "view_count",
        "expires_at",
        "created_at",
    ]
    list_select_related = ["project__owner"]
    list_filter = [LinkStateFilter, "tier", "allows_notes", "created_at"]
    ordering = ["-created_at", "-id"]
    sortable_by = ["created_at"]
    date_hierarchy = "created_at"
    search = Search(keys=("pk", "project_id"), owner="project__owner", project="project")
    search_help_text = HELP
    linked_from = ("project__owner__id__exact",)
    fields = [
        "id",
        "label",
        "project_link",
        "owner_link",
        "state",
        "chosen",
        "tier",
        "has_password",
        "allows_notes",
        "view_count",
        "last_viewed_at",
        "expires_at",
        "revoked_at",
        "created_at",
    ]

    @admin.display(description="Project")
    def project_link(self, link: ShareLink) -> SafeString:
        return link_to(link.project)

    @admin.display(description="Founder")
    def owner_link(self, link: ShareLink) -> SafeString:
        return link_to(link.project.owner, link.project.owner.email)

    @admin.display(description="State")
    def state(self, link: ShareLink) -> SafeString:
        state = link.state(now=timezone.now())
        return badges.as_html([(KINDS[state], state.value)])

    @admin.display(description="Documents")
    def chosen(self, link: ShareLink) -> str:
        return ", ".join(artifact_type.label for artifact_type in link.chosen())

    @admin.display(description="Asks for a password", boolean=True)
    def has_password(self, link: ShareLink) -> bool:
        return bool(link.password)


@admin.register(Branding)
class BrandingAdmin(FastListAdmin, ReadOnlyAdmin):
    list_display = ["name", "owner_link", "colour", "updated_at"]
    list_select_related = ["owner"]
    ordering = ["-id"]
    sortable_by = ()
    search = Search()
    search_help_text = "How the founder's email begins."
    fields = ["name", "owner_link", "colour", "has_logo", "updated_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).defer("logo")

    @admin.display(description="Founder")
    def owner_link(self, branding: Branding) -> SafeString:
        return link_to(branding.owner, branding.owner.email)

    @admin.display(description="Logo", boolean=True)
    def has_logo(self, branding: Branding) -> bool:
        return bool(branding.logo)
