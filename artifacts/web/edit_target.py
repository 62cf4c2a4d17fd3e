"""A section that somebody may change, and the page with the form for it: for founders and, by
subclasses, for staff.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from artifacts.documents.labels import document_title, mark_label
from artifacts.documents.presentation import SectionView, present_document
from artifacts.documents.references import ReferenceIndex, Target
from artifacts.documents.spelling import Spelling
from artifacts.forms.editing import INSERT, FoundersForm, InsertGroup
from artifacts.models import Artifact, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, load_content
from artifacts.schemas.base import Item, Section
from artifacts.schemas.marks import Mark
from artifacts.services.editing.restoring import generated_value
from artifacts.tiers import Tier
from artifacts.web.submission import FormFailure


@dataclass(frozen=True)
class EditTarget:
    """A section that its reader may change, with the document and project it belongs to."""

    project: Project
    artifact: Artifact
    content: ArtifactContent
    section: Section
    tier: Tier

    @cached_property
    def index(self) -> ReferenceIndex:
        """Where the pointers in the project's documents lead this reader."""
        return self.project.reference_index(self.tier)

    @property
    def value(self) -> Any:
        return getattr(self.content, self.section.name)

    def view(self, content: ArtifactContent | None = None) -> SectionView:
        """The section as it is read, in the current or in another content of the same document."""
        document = present_document(
            self.artifact.type, content or self.content, self.index, self.tier
        )
        return next(view for view in document.sections if view.section.name == self.section.name)

    def generated(self) -> ArtifactContent:
        """The current content, with the section as it was generated."""
        stored = self.content.model_dump(mode="json")
        return load_content(
            self.artifact.type,
            {**stored, self.section.name: generated_value(self.artifact, self.section)},
        )

    @property
    def spelling(self) -> Spelling:
        """How pointers and marks read in its forms."""
        return Spelling(lambda: self.index, self.content.language)

    def inserts(self) -> list[InsertGroup]:
        """What may be put into its texts: what every reader of the section may be led to, and the
        marks.
        """
        index = self.project.reference_index(self.section.gate.tier)
        spelling = Spelling(lambda: index, self.content.language)
        groups = []
        for kind in GENERATION_ORDER:
            targets = [
                target
                for target in index.targets(kind)
                if (kind, target.anchor) != (self.artifact.type, self.section.name)
            ]
            choices = [(spelling.name_of(one), _choice_label(one)) for one in targets]
            groups.append((document_title(kind, self.content.language), choices))
        labels = [mark_label(mark, self.content.language) for mark in Mark]
        groups.append((gettext("Where words come from"), [(label, label) for label in labels]))
        return [group for group in groups if group[1]]

    def only_shows(self, request: HttpRequest, form: FoundersForm) -> bool:
        """Whether nothing is to be saved: the form was opened, or something is put into a text of
        it.
        """
        form.read_inserts = self.inserts
        if request.method == "POST" and INSERT in request.POST:
            form.insert()
            return True
        return request.method != "POST"

    @property
    def noun(self) -> str:
        """What one item of the section is called."""
        assert self.section.item_class is not None
        return gettext(self.section.item_class.noun)

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.value or () if item.id == item_id), None)

    def url(self, name: str, *more: str) -> str:
        return reverse(
            name, args=[self.project.pk, self.artifact.type.value, self.section.name, *more]
        )

    def back(self, anchor: str = "") -> str:
        page = reverse("artifact_detail", args=[self.project.pk, self.artifact.type.value])
        return f"{page}#{anchor or self.section.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPage:
    """A page with one form: what it says, and where its buttons lead."""

    heading: str
    save_label: str
    submit_url: str
    cancel_url: str
    delete_url: str = ""
    target_id: str = ""
    """The id of the element that htmx replaces with the form."""
    crumb: str = ""
    """The short name of what is edited, for the breadcrumb; empty for the heading."""

    def context(
        self, request: HttpRequest, form: forms.Form, failure: FormFailure | None
    ) -> dict[str, Any]:
        """Return what a template needs to show the form, after `failure` if its last submission
        failed.
        """
        return {
            "edit": self,
            "heading": self.heading,
            "crumb": self.crumb,
            "form": form,
            "problem": failure.problem if failure else "",
            "differences": failure.differences if failure else (),
            "is_gone": failure is not None and failure.is_gone,
            "unsent": request.method != "POST" and form.is_bound,
        }


def _choice_label(target: Target) -> str:
    return target.label if target.item_id else capfirst(target.title)
