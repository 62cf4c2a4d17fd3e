"""Files keep to the language of their documents, also when they come back."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from artifacts.exporters import Format, Options
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents.checks import check_project
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import plan_import
from artifacts.tests.support.exports import all_text, make_export, pdf_pages
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tests.support.german import (
    GERMAN,
    english_in,
    german_contents,
    german_project,
    in_german,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database
TEXT_FORMATS = (Format.PDF, Format.MARKDOWN, Format.MARKDOWN_TECHNICAL, Format.DOCX, Format.CSV)


def visible(file_format: Format, file: Any) -> str:
    if file_format is Format.PDF:
        return " ".join(pdf_pages(file.content))
    if file_format is Format.DOCX:
        body = Document(io.BytesIO(file.content)).element.body
        return " ".join(node.text or "" for node in body.iter(qn("w:t")))
    return all_text(file)


@pytest.fixture
def german(db: None) -> Project:
    return german_project()


class TestExports:
    @pytest.mark.parametrize("file_format", TEXT_FORMATS)
    def test_no_label_of_a_german_project_is_left_in_english(self, file_format: Format) -> None:
        file = make_export(file_format, contents=german_contents(), name="Regalfix")
        text = visible(file_format, file)
        assert english_in(text) == []
        assert in_german("Core features") in text
        assert not re.search(r"\b(high|medium|low|weeks?|Strategy|Week)\b", text)

    @pytest.mark.parametrize("file_format", TEXT_FORMATS)
    def test_english_in_an_english_project_would_be_found(self, file_format: Format) -> None:
        assert len(english_in(visible(file_format, make_export(file_format)))) >= 5

    @pytest.mark.parametrize(
        "file_format", [f for f in Format if f not in (Format.CSV, Format.BUILDERS)]
    )
    def test_known_gaps_are_in_the_language_of_the_documents(
        self, german: Project, file_format: Format
    ) -> None:
        with override("en-gb"):
            file = order_export(
                german,
                tier=Tier.CTO_SCALE,
                file_format=file_format,
                options=Options(known_gaps=True),
            ).file()
        text = visible(file_format, file)
        report = check_project(german)
        assert report.findings
        assert "could be about any project" not in text
        assert "Known gaps" not in text
        with override("de"):
            assert gettext("Say it in the words we used for our idea.") in " ".join(text.split())

    def test_the_reader_of_a_page_changes_nothing_about_a_file(self, german: Project) -> None:
        client = Client()
        client.force_login(german.owner)
        url = reverse("project_download", args=[german.pk])
        asked = [client.get(url, {"format": "md"}, headers=headers) for headers in ({}, GERMAN)]
        assert asked[0].content == asked[1].content
        assert asked[0]["ETag"] == asked[1]["ETag"]
        assert "Strategiepaket" in asked[0]["Content-Disposition"]
        assert "\n## Produktkonzept\n" in asked[0].content.decode()

    def test_files_name_their_language(self) -> None:
        pdf = PdfReader(io.BytesIO(make_export(Format.PDF, contents=german_contents()).content))
        assert str(pdf.root_object["/Lang"]) == "de"
        word = Document(io.BytesIO(make_export(Format.DOCX, contents=german_contents()).content))
        assert word.core_properties.language == "de"
        assert {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))} == {"de-DE"}

    def test_keys_of_json_stay_and_titles_follow(self) -> None:
        german, english = (
            json.loads(make_export(Format.JSON, contents=contents).content)
            for contents in (german_contents(), PLAIN)
        )
        assert german["documents"][0].keys() == english["documents"][0].keys()
        assert german["documents"][0]["title"] == "Produktkonzept"
        assert german["documents"][1]["content"]["core_features"][0]["priority"] == "high"

    def test_documents_of_two_languages_keep_each_to_its_own(self) -> None:
        mixed = {**german_contents(), ArtifactType.RISK_LOG: PLAIN[ArtifactType.RISK_LOG]}
        text = visible(Format.MARKDOWN, make_export(Format.MARKDOWN, contents=mixed))
        assert "### Technical risks" in text
        assert "Severity: high" in text
        assert "### Kernfunktionen" in text
        assert "Priorität: hoch" in text


class TestImport:
    @pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL])
    @pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
    def test_what_was_changed_in_a_file_is_found_whatever_language_its_labels_are_in(
        self, db: None, language: str, file_format: Format
    ) -> None:
        project = make_project(make_user(Tier.CTO_SCALE), language=language, written=True)
        file = (
            order_export(project, tier=Tier.CTO_SCALE, file_format=file_format)
            .file()
            .content.decode()
        )
        for word in ("We count a shelf", "high", "hoch"):
            assert (word in file) == (word not in ({"hoch"} if language == "en" else {"high"})), (
                word
            )
        edited = file.replace("We count a shelf", "We weigh a shelf").replace(
            "3 Wochen", "4 Wochen"
        )
        edited = edited.replace("3 weeks", "4 weeks")
        plan = plan_import(project, edited, tier=Tier.CTO_SCALE)
        changed = [change for document in plan.documents for change in document.changes]
        # What the readable file gives in words where a pointer stood reads otherwise, too.
        assert {"F-1", "M-1"} <= {change.item_id for change in changed} <= {"F-1", "M-1", "J-1"}
        assert (
            next(change.value for change in changed if change.item_id == "M-1")["estimated_weeks"]
            == 4
        )

    def test_a_file_without_a_change_changes_nothing(self, german: Project) -> None:
        order = order_export(german, tier=Tier.CTO_SCALE, file_format=Format.MARKDOWN_TECHNICAL)
        file = order.file().content.decode()
        assert not [
            c for d in plan_import(german, file, tier=Tier.CTO_SCALE).documents for c in d.changes
        ]
