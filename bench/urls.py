"""The product's addresses, and a bare Django view: what no page with a login and one query can be
cheaper than.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


@login_required
def bare(request: HttpRequest) -> HttpResponse:
    from artifacts.models import Project

    names = Project.objects.filter(owner=request.user.pk).values_list("name", flat=True)
    return HttpResponse(f"<p>{len(list(names))} projects</p>")


urlpatterns = [path("bare/", bare), path("", include("cofounder.urls"))]
