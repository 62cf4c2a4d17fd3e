from __future__ import annotations

from django.urls import include, path

from artifacts.views import artifacts, projects

# /projects/<project_id>/
project_urls = [
    path("", projects.project_detail, name="project_detail"),
    path("generate/", projects.project_generate, name="project_generate"),
    path("retry/", projects.project_retry, name="project_retry"),
    path("<str:artifact_type>/", artifacts.artifact_detail, name="artifact_detail"),
    path("<str:artifact_type>/compare/", artifacts.artifact_compare, name="artifact_compare"),
]

urlpatterns = [
    path("projects/", projects.project_list, name="project_list"),
    path("projects/new/", projects.project_new, name="project_new"),
    path("projects/<uuid:project_id>/", include(project_urls)),
]
