"""Marks say whom a text comes from: in every format, in no rule about the text, and gone with one
press.
"""

from __future__ import annotations

import io

import pytest
from docx import Document

from artifacts.checker.findings import Location
from artifacts.checker.passages import Passage
from artifacts.documents.references import ProsePiece, ReferenceIndex, pointers, rewrite, split
from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.schemas import load_content
from artifacts.schemas.marks import Mark, marks_in, remove_mark, without_marks
from artifacts.services.documents.checks import check_project
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import plan_import
from artifacts.tests.support.exports import make_export, pdf_pages
from artifacts.tests.support.marked import (
    BRIEF,
    SCOPE,
    TEXT,
    marked,
    marked_project,
)
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database


@pytest.fixture
def project(db: None) -> Project:
    return marked_project()


class TestText:
    def test_a_mark_is_a_piece_of_its_own_without_the_spaces_before_it(self) -> None:
        assert list(split("Ours [[+]]. [[F-1]][[?]]")) == [
            ProsePiece("Ours"),
            ProsePiece(mark=Mark.SUGGESTED),
            ProsePiece(". "),
            ProsePiece(pointer="F-1"),
            ProsePiece(mark=Mark.OPEN),
        ]

    def test_a_mark_is_no_pointer(self) -> None:
        assert pointers(TEXT) == []
        assert rewrite(TEXT, lambda pointer: "X-9") == TEXT

    def test_marks_are_found_and_left_out(self) -> None:
        assert marks_in(TEXT) == [Mark.SUGGESTED, Mark.COMPUTED, Mark.OPEN]
        assert without_marks("A [[+]], b[[=]].") == "A, b."

    def test_the_spaces_before_a_mark_go_with_it_and_no_others(self) -> None:
        assert without_marks(" A \t[[+]] [[?]]\n[[=]] b [[F-1]] ") == " A\n b [[F-1]] "
        assert without_marks("[[+]]") == without_marks(" [[?]][[=]]") == ""

    @pytest.mark.parametrize("text", ["[[]]", "[[++]]", "[[ + ]]", "[+]", "[[*]]"])
    def test_what_only_looks_like_a_mark_is_text(self, text: str) -> None:
        assert marks_in(text) == []
        assert without_marks(text) == text

    def test_one_mark_is_removed_and_nothing_else(self) -> None:
        assert remove_mark("A[[+]] b[[=]] c[[+]].", 2, Mark.SUGGESTED) == "A[[+]] b[[=]] c."
        for number, mark in ((1, Mark.SUGGESTED), (3, Mark.SUGGESTED), (-1, Mark.SUGGESTED)):
            with pytest.raises(LookupError):
                remove_mark("A[[+]] b[[=]] c[[+]].", number, mark)

    def test_in_words_they_follow_what_they_are_about(self) -> None:
        assert ReferenceIndex({}, Tier.PARTNER).plain_text("Ours[[+]].") == "Ours (suggested)."

    def test_titles_name_their_items_without_marks(self) -> None:
        contents = {SCOPE: load_content(SCOPE, marked()[SCOPE])}
        target = ReferenceIndex(contents, Tier.PARTNER).find("F-1")
        assert target is not None
        assert target.label == "F-1 Shelf count"


class TestChecks:
    def test_a_mark_is_no_broken_pointer_and_a_marked_figure_claims_nothing(
        self, project: Project
    ) -> None:
        told = {
            (found.rule, found.place.artifact_type) for found in check_project(project).findings
        }
        assert ("pointer_malformed", BRIEF) not in told
        assert ("figure_without_source", BRIEF) not in told

    def test_the_same_figure_without_its_mark_is_told(self, project: Project) -> None:
        changed = {
            **marked()[BRIEF],
            "problem_statement": TEXT.replace("[[+]]", "").replace("[[=]]", ""),
        }
        Artifact.objects.filter(pk=row_of(project, BRIEF).pk).update(
            current_content=load_content(BRIEF, changed).model_dump(mode="json")
        )
        rules = [found.rule for found in check_project(Project.objects.get(pk=project.pk)).findings]
        assert "figure_without_source" in rules

    def test_what_is_checked_has_no_marks(self) -> None:
        section = BRIEF.content_class.section("problem_statement")
        assert section is not None
        passage = Passage(Location(BRIEF, section.name), section, TEXT)
        assert "[[" not in passage.text + passage.plain


class TestExports:
    @pytest.mark.parametrize(
        ("language", "words", "legend"),
        [
            ("en", ("(suggested)", "(computed)", "(open)"), "Text without a mark"),
            ("de", ("(Vorschlag)", "(berechnet)", "(offen)"), "Text ohne Kennzeichen"),
        ],
    )
    def test_files_for_readers_say_them_in_words_with_a_legend(
        self, language: str, words: tuple[str, ...], legend: str
    ) -> None:
        pdf = " ".join(pdf_pages(make_export(Format.PDF, contents=marked(language)).content))
        word = Document(io.BytesIO(make_export(Format.DOCX, contents=marked(language)).content))
        docx = "\n".join(paragraph.text for paragraph in word.paragraphs)
        markdown = make_export(Format.MARKDOWN, contents=marked(language)).content.decode()
        for text in (pdf, docx, markdown):
            assert all(one in text for one in (*words, legend))
            assert "[[" not in text
            assert text.count(legend) == 2, "once for each document that has marks"

    def test_in_word_they_are_set_apart_by_a_style(self) -> None:
        word = Document(io.BytesIO(make_export(Format.DOCX, contents=marked()).content))
        runs = [
            run.text
            for paragraph in word.paragraphs
            for run in paragraph.runs
            if run.style.name == "Mark"
        ]
        assert " (computed)" in runs
        assert set(runs) <= {" (suggested)", " (computed)", " (open)"}

    def test_a_spreadsheet_says_them_in_words(self) -> None:
        table = make_export(Format.CSV, contents=marked()).content.decode("utf-8-sig")
        assert "Shelf count (suggested)" in table
        assert "[[" not in table

    def test_the_technical_file_keeps_them_and_brings_them_back(self, project: Project) -> None:
        order = order_export(project, tier=Tier.CTO_SCALE, file_format=Format.MARKDOWN_TECHNICAL)
        file = order.file().content.decode()
        assert "in under 20 seconds[[+]], 90 growers a week[[=]]." in file
        assert plan_import(project, file, tier=Tier.CTO_SCALE).changes == ()
        (change,) = plan_import(
            project, file.replace("seconds[[+]]", "minutes[[+]]"), tier=Tier.CTO_SCALE
        ).changes
        assert change.value == TEXT.replace("seconds", "minutes")

    def test_a_document_without_marks_has_no_legend(self) -> None:
        assert "Text without a mark" not in make_export(Format.MARKDOWN).content.decode()
