"""Hand the documents over to builders: choose forms, look at their files, and download them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Format
from artifacts.exporters.builders import forms, select
from artifacts.exporters.builders.base import File, Group
from artifacts.forms.exports import NONE, ExportForm
from artifacts.services.documents.status import project_status, stale_types
from artifacts.services.files.exporting import order_export
from artifacts.views.exports import written_types
from artifacts.views.loaders import FounderRequest, founder_required, get_project

if TYPE_CHECKING:
    from artifacts.exporters.builders.archive import Preview

EXCERPTS = 2
"""How many files of each form are shown at once; every other one is a link away."""
EXCERPT_LINES = 10
EXCERPT_CHARACTERS = 700
WHOLE_CHARACTERS = 20_000

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file as far as the page shows it; `text` is empty if it is only a link."""

    path: str
    url: str
    text: str = ""
    is_cut: bool = False
    is_asked: bool = False

    @classmethod
    def of(
        cls,
        file: File,
        url: str,
        *,
        characters: int,
        lines: int | None = None,
        is_asked: bool = False,
    ) -> Self:
        text = "\n".join(file.text.split("\n")[:lines])[:characters].rstrip("\n")
        return cls(file.path, url, text, len(text) < len(file.text.rstrip("\n")), is_asked)


@founder_required
@require_safe
def project_builders(request: FounderRequest, project_id: uuid.UUID) -> HttpResponse:
    """The page to choose on, with what would be handed over; `?file=` opens one file as a whole."""
    project = get_project(request, project_id)
    asked = request.GET.copy()
    asked["format"] = Format.BUILDERS.value
    form = ExportForm(asked, written=written_types(project))
    context: dict[str, Any] = {
        "project": project,
        "stale": stale_types(project_status(project, now=timezone.now())),
        "form": form,
        "groups": _groups(form),
    }
    try:
        if form.is_valid():
            tier = request.user.get_tier()
            order = order_export(
                project, tier=tier, file_format=Format.BUILDERS, options=form.options()
            )
            context |= _shown(order.preview(), request.GET)
    except ExportFailed as error:
        context["failure"] = gettext(str(error))
    # A project of which nothing is written is no fault of the one who looks.
    is_fault = bool(request.GET) and "parts" not in context
    return render(
        request, "artifacts/export/builders.html", context, status=422 if is_fault else 200
    )


def _shown(preview: Preview, asked: QueryDict) -> dict[str, Any]:
    return {
        "parts": [
            {
                "title": part.title,
                "use": with_code(gettext(part.use)),
                "files": [_show_file(file, place, asked) for place, file in enumerate(part.files)],
                "count": len(part.files),
            }
            for part in preview.parts
        ],
        "questions": preview.handover.questions,
    }


def _show_file(file: File, place: int, asked: QueryDict) -> ShownFile:
    query = asked.copy()
    query["file"] = file.path
    url = f"?{query.urlencode()}"
    if asked.get("file") == file.path:
        return ShownFile.of(file, url, characters=WHOLE_CHARACTERS, is_asked=True)
    if place < EXCERPTS:
        return ShownFile.of(file, url, characters=EXCERPT_CHARACTERS, lines=EXCERPT_LINES)
    return ShownFile(file.path, url)


def _groups(form: ExportForm) -> list[dict[str, Any]]:
    chosen = _chosen(form)
    return [
        {
            "title": gettext(group.label),
            "is_one_of": group is Group.AGENTS,
            "choices": [
                {"name": one.name, "title": one.title, "chosen": one.name in chosen}
                for one in forms()
                if one.group is group
            ],
            "none": NONE,
            "none_chosen": (
                group is Group.AGENTS
                and not any(f.name in chosen for f in forms() if f.group is group)
            ),
        }
        for group in Group
    ]


def _chosen(form: ExportForm) -> set[str]:
    names: Iterable[str] = form.cleaned_data.get("handover", ()) if form.is_valid() else ()
    return {found.name for found in select(names)}


def with_code(sentence: str) -> SafeString:
    """Return a sentence of ours as HTML, with text between backticks as code."""
    pieces = (
        (format_html("<code>{}</code>", text) if place % 2 else text,)
        for place, text in enumerate(_CODE.split(sentence))
    )
    return format_html_join("", "{}", pieces)
