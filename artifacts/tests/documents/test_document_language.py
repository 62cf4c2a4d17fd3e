"""A document keeps to the language that it was written in: in pages, in every export, and when it
comes back.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from artifacts.exporters import Format, Options
from artifacts.facts.schema import Facts
from artifacts.generation.claims import Edits
from artifacts.generation.proposals import read_proposal
from artifacts.generation.streaming import publish
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.language import DOCUMENT_LANGUAGES, choose_language
from artifacts.models import Artifact, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.services.checks import check_project
from artifacts.services.editing import edit_section, fingerprint
from artifacts.services.exporting import order_export
from artifacts.services.importing import plan_import
from artifacts.services.restoring import restore_previous
from artifacts.tests.support.exports import all_text, make_export, pdf_pages
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all, make_project, make_user
from artifacts.tiers import Tier
from artifacts.translation import translated

pytestmark = pytest.mark.one_database

GERMAN = {"Accept-Language": "de"}
TEXT_FORMATS = (Format.PDF, Format.MARKDOWN, Format.MARKDOWN_TECHNICAL, Format.DOCX, Format.CSV)
BRIEF = ArtifactType.BRIEF


def in_german(text: str) -> str:
    with override("de"):
        return translated(text)


@cache
def declared_words() -> frozenset[str]:
    """Every title, purpose, label and noun that is declared with the documents, and that German
    says otherwise.
    """
    words = set()
    for artifact_type in ArtifactType:
        words |= {artifact_type.label, artifact_type.content_class.purpose}
        for section in artifact_type.content_class.sections():
            words.add(section.title)
            for field in section.item_class.fields() if section.item_class else ():
                words.add(field.label)
    words |= {
        "Strategy package",
        "Contents",
        "Known gaps",
        "Timeline",
        "Risks at a glance",
        "In this package",
    }
    return frozenset(word for word in words if in_german(word) != word)


def german_contents() -> Mapping[ArtifactType, Mapping[str, Any]]:
    """PLAIN as it would be written in German: every text of it is the same German word."""

    def translate(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: translate(entry, name) for name, entry in value.items()}
        if isinstance(value, list):
            return [translate(entry, key) for entry in value]
        is_ours = key in {
            "priority",
            "severity",
            "likelihood",
            "basis",
            "confidence",
        } or re.fullmatch(r"[A-Z]-\d", str(value))
        return value if is_ours or not isinstance(value, str) else "Zählung"

    return {t: {**translate(content), "_language": "de"} for t, content in PLAIN.items()}


def english_in(text: str) -> list[str]:
    return sorted(
        word for word in declared_words() if re.search(rf"(?<![\w>]){re.escape(word)}(?!\w)", text)
    )


def words_of(page: str) -> str:
    """Return what the sheet of a document says to somebody who looks at it, and to somebody who
    hears it.
    """
    sheet = page.partition("<article")[2].partition("</article>")[0]
    assert sheet
    spoken = " ".join(re.findall(r'(?:aria-label|title)="([^"]*)"', sheet))
    return f"{re.sub(r'<[^>]*>', ' ', sheet)} {spoken}"


def visible(file_format: Format, file: Any) -> str:
    if file_format is Format.PDF:
        return " ".join(pdf_pages(file.content))
    if file_format is Format.DOCX:
        body = Document(io.BytesIO(file.content)).element.body
        return " ".join(node.text or "" for node in body.iter(qn("w:t")))
    return all_text(file)


def contents(project: Project) -> dict[ArtifactType, str]:
    return {
        t: content.language for t, content in Project.objects.get(pk=project.pk).contents().items()
    }


@pytest.fixture
def german(db: None) -> Project:
    return make_project(make_user(Tier.CTO_SCALE), language="de", written=True)


class TestRule:
    @pytest.mark.parametrize(
        ("chosen", "said", "language"),
        [
            ("", "", "en"),
            ("de", "", "de"),
            ("", "de", "de"),
            ("en", "de", "en"),
            ("", "fr", "en"),
            ("fr", "de", "de"),
        ],
    )
    def test_it_is_the_chosen_one_else_that_of_the_words_if_we_write_it(
        self, chosen: str, said: str, language: str
    ) -> None:
        described = ProjectInput(name="A", idea="B", language=chosen, facts=Facts(language=said))
        assert described.document_language == choose_language(chosen, said) == language

    def test_every_word_of_the_documents_is_translated(self) -> None:
        assert DOCUMENT_LANGUAGES == ("en", "de")
        assert len(declared_words()) >= 60


class TestStored:
    def test_content_from_before_there_were_languages_is_english_and_stays_as_it_was_stored(
        self,
    ) -> None:
        for artifact_type in GENERATION_ORDER:
            content = load_content(artifact_type, PLAIN[artifact_type])
            assert content.language == "en"
            assert "_language" not in content.model_dump(mode="json")

    def test_german_survives_storing(self, german: Project) -> None:
        assert set(contents(german).values()) == {"de"}

    def test_a_document_keeps_its_language_until_it_is_written_again(self, german: Project) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        assert set(contents(german).values()) == {"de"}
        write_claim(claim_all(german, [ArtifactType.HOW_IT_WORKS]), runner=StubRunner())
        assert contents(german) == {
            **dict.fromkeys(GENERATION_ORDER, "de"),
            ArtifactType.HOW_IT_WORKS: "en",
        }

    def test_going_back_to_the_version_before_takes_its_language_along(
        self, german: Project
    ) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF]), runner=StubRunner())
        row = german.artifacts.get(artifact_type="brief")
        restore_previous(row, base=row.content_version, editor=german.owner)
        assert contents(german)[BRIEF] == "de"
        assert "_language" not in (Artifact.objects.get(pk=row.pk).previous_content or {})

    def test_an_edit_changes_no_language(self, german: Project) -> None:
        row = german.artifacts.get(artifact_type="brief")
        base = fingerprint("Owners of small shops.")
        edit_section(
            row,
            section="target_user",
            value="X",
            base=base,
            editor=german.owner,
            tier=Tier.CTO_SCALE,
        )
        assert contents(german)[BRIEF] == "de"

    def test_a_proposal_has_the_language_that_it_was_written_in(self, german: Project) -> None:
        self.test_an_edit_changes_no_language(german)
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF], edits=Edits.REVIEW), runner=StubRunner())
        proposal = read_proposal(german.artifacts.get(artifact_type="brief"))
        assert proposal is not None
        assert (proposal.content.language, contents(german)[BRIEF]) == ("en", "de")


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


def tags(page: str, pattern: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(pattern, page))


class TestPages:
    @pytest.fixture
    def client(self, german: Project) -> Client:
        client = Client()
        client.force_login(german.owner)
        return client

    def page(
        self, client: Client, project: Project, kind: str = "mvp_scope", **headers: str
    ) -> str:
        url = reverse("artifact_detail", args=[project.pk, kind])
        return client.get(url, headers=headers).content.decode()

    def test_an_english_page_around_a_german_document(
        self, client: Client, german: Project
    ) -> None:
        page = self.page(client, german)
        assert '<h2 id="core_features-title" lang="de">Kernfunktionen</h2>' in page
        assert '<h1 id="document-title" lang="de">MVP-Umfang</h1>' in page
        assert '<div class="prose" lang="de">' in page
        assert "Priorität <b>hoch</b>" in page
        assert ">Edit</a>" in page
        assert ">Unser Rahmen</a>" in page

    def test_a_german_page_around_an_english_document(self, db: None) -> None:
        english = make_project(make_user(Tier.CTO_SCALE), written=True)
        client = Client()
        client.force_login(english.owner)
        page = self.page(client, english, **GERMAN)
        assert '<h2 id="core_features-title" lang="en">Core features</h2>' in page
        assert "Priority <b>high</b>" in page
        assert ">Bearbeiten</a>" in page

    @pytest.mark.parametrize("kind", [artifact_type.value for artifact_type in GENERATION_ORDER])
    def test_no_label_of_a_german_project_is_left_in_english(
        self, client: Client, german: Project, kind: str
    ) -> None:
        for artifact_type, content in german_contents().items():
            rows = Artifact.objects.filter(project=german, artifact_type=artifact_type.value)
            rows.update(current_content=content)
        page = self.page(client, german, kind, **GERMAN)
        assert english_in(words_of(page)) == []
        assert not re.search(r"\b(high|medium|low|weeks?|guess|answer|inferred)\b", words_of(page))

    def test_nothing_is_marked_where_both_are_in_one_language(
        self, client: Client, german: Project
    ) -> None:
        page = self.page(client, german, **GERMAN)
        assert '<html lang="de"' in page
        assert (
            list(tags(page.partition("<main")[2].partition("</main>")[0], r'lang="[a-z-]+"')) == []
        )

    def test_search_marks_the_language_of_what_it_finds(
        self, client: Client, german: Project
    ) -> None:
        page = client.get(reverse("search"), {"q": "shelf"}).content.decode()
        assert '<p class="hit-text" dir="auto" lang="de">' in page

    def test_titles_are_found_in_the_language_in_which_pointers_show_them(
        self, client: Client, german: Project
    ) -> None:
        assert "F-1" in client.get(reverse("search"), {"q": "unser rahmen"}).content.decode()

    def test_compare_marks_the_language_of_each_side(self, client: Client, german: Project) -> None:
        Project.objects.filter(pk=german.pk).update(language="en")
        write_claim(claim_all(german, [BRIEF]), runner=StubRunner())
        url = reverse("artifact_compare", args=[german.pk, "brief"])
        page = client.get(url, {"show": "all"}, headers={"Accept-Language": "fr"}).content.decode()
        assert 'lang="de"' in page

    def test_text_that_is_being_written_is_shown_in_its_own_language(
        self, client: Client, db: None
    ) -> None:
        project = make_project(make_user(), language="de")
        publish(claim_all(project).token, BRIEF, {"problem_statement": "Wir zählen[[+]]."})
        client.force_login(project.owner)
        page = self.page(client, project, "brief")
        assert '<section class="live-section" lang="de">' in page
        assert ">Das Problem</" in page
        assert "Wir zählen (Vorschlag)." in page

    @pytest.mark.parametrize(
        ("language", "headers", "words"),
        [
            ("", {}, None),
            ("de", GERMAN, None),
            ("", GERMAN, "Hier schreiben wir auf Englisch."),
            ("de", {}, "We write in German here."),
        ],
    )
    def test_a_language_that_may_surprise_is_said_before_anything_is_written(
        self, db: None, language: str, headers: dict[str, str], words: str | None
    ) -> None:
        project = make_project(language=language)
        client = Client()
        client.force_login(project.owner)
        for name in ("project_detail", "project_generate"):
            page = client.get(reverse(name, args=[project.pk]), headers=headers).content.decode()
            assert ("which-language" in page) == (words is not None)
            assert words is None or words in page
