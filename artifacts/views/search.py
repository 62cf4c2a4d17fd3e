"""Search in one's own projects."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from artifacts.services.projects import search as searching
from artifacts.text import clean_text
from artifacts.views.loaders import FounderRequest, founder_required, no_store


@founder_required
@no_store
def search(request: FounderRequest) -> HttpResponse:
    query = clean_text(request.GET.get("q", "")).strip()[: searching.QUERY_MAX]
    return render(
        request,
        "artifacts/search/results.html",
        {
            "query": query,
            "results": searching.search(request.user, query),
            "max_hits": searching.MAX_HITS,
            "max_projects": searching.MAX_PROJECTS,
        },
    )
