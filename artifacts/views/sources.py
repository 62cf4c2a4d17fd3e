"""Where the sentences of a section come from, for its founder."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from artifacts.documents.labels import section_in
from artifacts.documents.presentation import present_document
from artifacts.facts.conflict_kinds import start_of
from artifacts.facts.naming import title_of
from artifacts.interview.questions import ProjectInput, find_question
from artifacts.models import Artifact
from artifacts.services.accounts.support import receipt_and_support
from artifacts.services.documents.sources import (
    NamedFact,
    SentenceOrigin,
    SourcedSentence,
    SourcedText,
    sources_of,
)
from artifacts.templatetags.artifacts_ui import writer
from artifacts.views.loaders import (
    FounderRequest,
    founder_required,
    get_artifact,
    get_project,
    get_section,
    no_store,
)


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin in words: what it is, what was said or computed, and the facts in it."""

    kind: str
    title: str
    words: str
    facts: tuple[tuple[str, NamedFact], ...]


SourcedRow = tuple[SourcedSentence, list[OriginRow]]


@founder_required
@no_store
def section_sources(
    request: FounderRequest, project_id: uuid.UUID, artifact_type: str, section: str
) -> HttpResponse:
    """Show each sentence of a section with its origins; 404 if the tier does not open it."""
    project = get_project(request, project_id)
    artifact = get_artifact(project, artifact_type)
    tier = request.user.get_tier()
    wanted = get_section(artifact, section, tier)
    content, index = artifact.content, project.reference_index(tier)
    described = project.get_input()
    texts: list[SourcedText] = []
    if content is not None:
        view = present_document(artifact.type, content, index, tier)
        shown = next(v for v in view.sections if v.section.name == wanted.name)
        day = _written_on(artifact, described)
        texts = sources_of(shown, described, artifact.edits.get(wanted.name), today=day)
    receipt, _support = receipt_and_support(artifact)
    writer_label = writer(receipt) if receipt else ""
    return render(
        request,
        "artifacts/document/sources.html",
        {
            "project": project,
            "artifact": artifact,
            "section": section_in(wanted, content.language) if content else wanted,
            "language": content.language if content else "",
            "index": index,
            "groups": list(_groups(texts, described, writer_label)),
        },
    )


def _written_on(artifact: Artifact, described: ProjectInput) -> date:
    moment = artifact.generated_at or artifact.updated_at
    return start_of(described.sheet, timezone.localdate(moment))


def _groups(
    texts: list[SourcedText], described: ProjectInput, writer_label: str
) -> Iterator[tuple[str, list[tuple[str, list[SourcedRow]]]]]:
    """Yield the texts of each item together, or all of a section without items."""
    for item_id, found in groupby(texts, key=lambda text: text.item_id):
        yield item_id, [(text.label, list(_rows(text, described, writer_label))) for text in found]


def _rows(text: SourcedText, described: ProjectInput, writer_label: str) -> Iterator[SourcedRow]:
    for sentence in text.sentences:
        yield sentence, [_row(origin, described, writer_label) for origin in sentence.origins]


def _row(origin: SentenceOrigin, described: ProjectInput, writer_label: str) -> OriginRow:
    titles = {
        "fact": _("A fact"),
        "sum": _("A calculation"),
        "suggestion": _("Our suggestion, to be decided"),
        "open": _("Open: nobody has told us yet"),
        "edit": _("Edited by hand"),
        "ours": _("Our wording, the same for every project"),
    }
    if origin.kind == "answer":
        title = _("Your words: %(question)s") % {"question": _question(origin.answer, described)}
    elif origin.kind == "writer":
        title = _("Written by %(writer)s, from all of it together") % {
            "writer": writer_label or _("the writer")
        }
    else:
        title = titles[origin.kind]
    facts = tuple((_(title_of(fact.path)), fact) for fact in origin.facts)
    return OriginRow(origin.kind, title, origin.words, facts)


def _question(key: str, described: ProjectInput) -> str:
    if key == "idea":
        return _("Your idea")
    question = find_question(key)
    return described.asked.get(key) or (_(question.title) if question else _("what we also asked"))
