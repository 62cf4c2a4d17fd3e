"""The admin's pages of an artifact: all its views, and the actions that discard stored content."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from pydantic import ValidationError

from artifacts.admin.artifact_detail import VIEWS, raw_parts
from artifacts.admin.base import ReadOnlyAdmin
from artifacts.admin.inspected import ERRORS_SHOWN, EVERYTHING, Inspected, StaffPages, inspect
from artifacts.exporters import content_disposition
from artifacts.models import Artifact
from artifacts.schemas.base import describe_errors


class InspectPages(ReadOnlyAdmin):
    """Shows an artifact, and hands out what is stored of it."""

    def get_urls(self) -> list[URLPattern]:
        download = path(
            "<int:object_id>/download/<slug:name>/",
            self.admin_site.admin_view(self.download_view),
            name="artifacts_artifact_download",
        )
        return [download, *super().get_urls()]

    def may_edit(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("artifacts.change_artifact"))

    def gone(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Answer as Django does where there is no such row."""
        answer: HttpResponse = self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        return answer

    def page(self, request: HttpRequest, found: Inspected, **context: Any) -> dict[str, Any]:
        """Return what every page about an artifact shows."""
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": found.artifact,
            "artifact": found.artifact,
            "project": found.project,
            "found": found,
            "pages": StaffPages(found.project, EVERYTHING),
            "title": str(found.artifact),
            "can_edit": self.may_edit(request) and found.project.deleted_at is None,
            **context,
        }

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the artifact in the view that the address names. Nothing is saved here."""
        if not self.has_view_permission(request) or request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        found = inspect(object_id, request.GET.dict())
        if found is None:
            return self.gone(request, object_id)
        name = request.GET.get("view", "")
        name = name if name in VIEWS else "document"
        context = self.page(
            request, found, **self._view_context(found, name), **(extra_context or {})
        )
        return TemplateResponse(request, "admin/artifacts/artifact/inspect.html", context)

    def _view_context(self, found: Inspected, name: str) -> dict[str, Any]:
        view, problem = VIEWS[name], found.problem
        context: dict[str, Any] = {}
        if not (problem and view.reads):
            problem = ""
            try:
                context = view.context(found)
            except ValidationError as error:
                problem = describe_errors(error, ERRORS_SHOWN)
        template = "_unreadable" if problem else f"_view_{name}"
        tabs = [(key, one.label, one.count(found), found.url(key)) for key, one in VIEWS.items()]
        return {
            **context,
            "problem": problem,
            "view": name,
            "tabs": tabs,
            "view_template": f"admin/artifacts/artifact/{template}.html",
        }

    def download_view(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        """Hand out one of the JSON columns as it is stored."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        artifact = Artifact.objects.select_related("project").filter(pk=object_id).first()
        part = raw_parts(artifact).get(name) if artifact else None
        if artifact is None or part is None:
            raise Http404("There is nothing of that name to download.")
        filename = f"{artifact.project_id}-{artifact.artifact_type}-{_version(artifact, name)}.json"
        headers = {
            "Content-Disposition": content_disposition(filename),
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(f"{part.text}\n", content_type="application/json", headers=headers)


def _version(artifact: Artifact, name: str) -> str:
    versions = {"current": artifact.content_version, "previous": artifact.previous_version}
    return f"v{versions[name]}" if name in versions else name
