"""Pages that anybody may see: the landing page with its example, and the keyboard shortcuts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from artifacts.accounts.started_idea import keep_idea, kept_idea
from artifacts.documents.presentation import (
    DocumentView,
    ItemView,
    SectionView,
    make_index,
    present_document,
)
from artifacts.exceptions import CountsUnavailable, ExportFailed
from artifacts.forms.interview import StartForm
from artifacts.interview.questions import QUESTIONS
from artifacts.language import DEFAULT_LANGUAGE, choose_language
from artifacts.schemas import ArtifactType
from artifacts.schemas.base import Section
from artifacts.services.files.exporting import order_sample
from artifacts.services.projects.sample import readers_language, sample_contents, sample_project
from artifacts.tiers import Gate, Tier
from artifacts.usage.limits import allow
from artifacts.views.files import cover_response, file_response

ITEMS_SHOWN = 2
LINES_SHOWN = 3
EXAMPLE_SECONDS = 3600
STARTS, STARTS_SECONDS = 30, 3600
_TOO_MANY = _(
    "Many ideas have come from your address within an hour. Please wait a little, or create an"
    " account first; your text is still here."
)


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """What this is, with pieces of a real example, and a box for the visitor's own idea.

    Signed-in founders are sent to their projects. No query for a visitor who is new.
    """
    if request.user.is_authenticated:
        return redirect("project_list")
    return _landing(request, StartForm(initial={"idea": kept_idea(request)}))


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Keep the idea that was typed on the first page, and go on to where it becomes a project."""
    if request.method != "POST":
        return redirect("home")
    form = StartForm(request.POST)
    if not form.is_valid():
        return _landing(request, form, status=422)
    if idea := form.cleaned_data["idea"]:
        if not _may_start(request):
            form.add_error("idea", _TOO_MANY)
            return _landing(request, form, status=429)
        keep_idea(request, idea)
    return redirect("project_new" if request.user.is_authenticated else "account_signup")


def _may_start(request: HttpRequest) -> bool:
    """Count what is kept for one address: each may be a row, and nobody has signed in."""
    address = salted_hmac(__name__, str(get_adapter(request).get_client_ip(request))).hexdigest()
    try:
        return allow(f"start-{address[:24]}", most=STARTS, seconds=STARTS_SECONDS)
    except CountsUnavailable:
        return True


def _landing(request: HttpRequest, form: StartForm, *, status: int = 200) -> HttpResponse:
    language = readers_language()
    return render(
        request,
        "landing.html",
        {
            "form": form,
            "sample": sample_project(language),
            "language": language,
            "questions": len(QUESTIONS),
            "excerpts": excerpts(language),
            "index": make_index(sample_contents(language), Tier.BOOTSTRAPPER, {}),
            "plans": list(plans()),
        },
        status=status,
    )


@require_safe
def example_cover(request: HttpRequest) -> HttpResponse:
    """The cover of the example, as a picture."""
    language = _asked_language(request)
    order = partial(order_sample, language=language)
    return _for_anybody(cover_response(request, place=f"example-{language}", order=order))


@require_safe
def example_pdf(request: HttpRequest) -> HttpResponse:
    """The example whole, as founders get it."""
    try:
        order = order_sample(language=_asked_language(request))
        return _for_anybody(file_response(request, order))
    except ExportFailed as error:
        return HttpResponse(
            gettext(str(error)), status=503, content_type="text/plain; charset=utf-8"
        )


def _asked_language(request: HttpRequest) -> str:
    """Return the language that the address names: what it leads to is kept under the address."""
    return choose_language(request.GET.get("language", ""))


def _for_anybody(response: HttpResponse) -> HttpResponse:
    if response.status_code in {200, 304}:
        response["Cache-Control"] = f"public, max-age={EXAMPLE_SECONDS}"
    return response


@require_safe
def shortcuts(request: HttpRequest) -> HttpResponse:
    return render(request, "shortcuts.html")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The section that sums a document of the example up, or the beginning of it where it is a
    list.
    """

    artifact_type: ArtifactType
    view: SectionView
    left_out: int


@cache
def excerpts(language: str = DEFAULT_LANGUAGE) -> tuple[Excerpt, ...]:
    """One excerpt of each document of the example, as a founder of the first tier would see it."""
    return tuple(
        _excerpt(artifact_type, view)
        for artifact_type, document in _sample_as_read(Tier.BOOTSTRAPPER, language)
        for view in document.sections
        if view.section.name == artifact_type.content_class.lead
    )


@cache
def plan_examples(tier: Tier, language: str = DEFAULT_LANGUAGE) -> tuple[Excerpt, ...]:
    """What the example has in each section that opens with `tier`; none for the first, which opens
    what everybody reads.
    """
    if tier is Tier.BOOTSTRAPPER:
        return ()
    return tuple(
        _excerpt(artifact_type, view)
        for artifact_type, document in _sample_as_read(tier, language)
        for view in document.sections
        if view.section.gate.tier is tier
    )


def _sample_as_read(tier: Tier, language: str) -> Iterator[tuple[ArtifactType, DocumentView]]:
    contents = sample_contents(language)
    index = make_index(contents, tier, {})
    for artifact_type, content in contents.items():
        yield artifact_type, present_document(artifact_type, content, index, tier)


def _excerpt(artifact_type: ArtifactType, view: SectionView) -> Excerpt:
    if not isinstance(view.value, (list, tuple)):
        return Excerpt(artifact_type, view, 0)
    shown = ITEMS_SHOWN if isinstance(view.value[0], ItemView) else LINES_SHOWN
    return Excerpt(artifact_type, replace(view, value=view.value[:shown]), len(view.value[shown:]))


@dataclass(frozen=True, slots=True)
class TierPlan:
    """A tier, with the sections that it opens and no lower one does, by document."""

    tier: Tier
    documents: tuple[tuple[ArtifactType, tuple[Section, ...]], ...]


def plans(above: Tier | None = None) -> Iterator[TierPlan]:
    """Yield the tiers in order, those `above` one or all, with what each adds to the one before."""
    for gate in Gate:
        if above is None or gate.tier > above:
            yield TierPlan(gate.tier, tuple(_opened_by(gate)))


def _opened_by(gate: Gate) -> Iterator[tuple[ArtifactType, tuple[Section, ...]]]:
    for artifact_type in ArtifactType:
        sections = artifact_type.content_class.sections()
        if opened := tuple(section for section in sections if section.gate is gate):
            yield artifact_type, opened
