"""Marks say whom a text comes from: in every format, in no rule about the text, and gone with one
press.
"""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document

from artifacts.checker.context import Passage
from artifacts.checker.findings import Location
from artifacts.documents.references import ProsePiece, ReferenceIndex, pointers, rewrite, split
from artifacts.exceptions import (
    ArtifactsError,
    DocumentLocked,
    EditConflict,
    ItemGone,
    SectionLocked,
    StaleUpdate,
)
from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, load_content
from artifacts.schemas.marks import Mark, mark_positions, marks_in, remove_mark, without_marks
from artifacts.services.checks import check_project
from artifacts.services.editing import edit_section, fingerprint
from artifacts.services.exporting import order_export
from artifacts.services.importing import plan_import
from artifacts.services.marks import MarkAddress, MarkBases, accept_mark
from artifacts.services.projects import input_fingerprint
from artifacts.services.settling import confirm
from artifacts.services.sharing import link_token, make_link
from artifacts.tests.support.exports import Contents, make_export, pdf_pages
from artifacts.tests.support.factories import PLAIN, claim_all, make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
TEXT = (
    "A trip begins in under 20 seconds[[+]], 90 growers a week[[=]].\n\nWhat it costs is open[[?]]."
)
FEATURE = {
    "id": "F-1",
    "name": "Shelf count[[+]]",
    "description": "We count[[=]] a shelf[[+]], within [[brief.key_constraint]].",
    "priority": "high",
    "acceptance_criteria": ["A count survives", "A count[[+]] is kept[[+]]"],
}


def marked(language: str = "en") -> Contents:
    brief = {
        **PLAIN[BRIEF],
        "problem_statement": TEXT,
        "differentiation_points": ["Quick", "Ours[[+]]"],
    }
    scope = {**PLAIN[SCOPE], "core_features": [FEATURE]}
    found = {**PLAIN, BRIEF: brief, SCOPE: scope}
    return {
        artifact_type: {**content, "_language": language}
        for artifact_type, content in found.items()
    }


def store(project: Project) -> None:
    for row in project.artifacts.all():
        content = load_content(row.type, marked(project.language or "en")[row.type])
        Artifact.objects.filter(pk=row.pk).update(current_content=content.model_dump(mode="json"))


@pytest.fixture
def project(db: None) -> Project:
    project = make_project(make_user(Tier.CTO_SCALE), written=True)
    store(project)
    return Project.objects.get(pk=project.pk)


@pytest.fixture
def client(project: Project) -> Client:
    client = Client()
    client.force_login(project.owner)
    return client


def row(project: Project, artifact_type: ArtifactType) -> Artifact:
    return project.artifacts.get(artifact_type=artifact_type.value)


def content(project: Project, artifact_type: ArtifactType) -> Any:
    return row(project, artifact_type).content


def address(
    project: Project,
    artifact_type: ArtifactType,
    section: str,
    item_id: str = "",
    field: str = "",
    entry: int = 0,
    *,
    number: int = 0,
) -> MarkAddress:
    base = MarkBases(content(project, artifact_type)).of(section, item_id)
    return MarkAddress(section, item_id, field, entry, number, base)


def accept(
    project: Project, artifact_type: ArtifactType, where: MarkAddress, tier: Tier = Tier.CTO_SCALE
) -> None:
    accept_mark(row(project, artifact_type), where, editor=project.owner, tier=tier)


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
        assert mark_positions("A [[+]], b[[=]].") == (1, 4)

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
        assert ReferenceIndex({}, Tier.PARTNER).words("Ours[[+]].") == "Ours (suggested)."

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
        Artifact.objects.filter(pk=row(project, BRIEF).pk).update(
            current_content=load_content(BRIEF, changed).model_dump(mode="json")
        )
        rules = [found.rule for found in check_project(Project.objects.get(pk=project.pk)).findings]
        assert "figure_without_source" in rules

    def test_what_is_checked_has_no_marks(self) -> None:
        section = BRIEF.content_class.section("problem_statement")
        assert section is not None
        passage = Passage(Location(BRIEF, section.name), section, TEXT)
        assert "[[" not in passage.text + passage.plain
        assert [passage.text[:end].split()[-1] for end in passage.marks] == [
            "seconds",
            "week",
            "open",
        ]


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


class TestAccept:
    @pytest.mark.parametrize(
        ("artifact_type", "section", "place", "number", "before", "after"),
        [
            (BRIEF, "problem_statement", (), 0, "seconds[[+]]", "seconds"),
            (BRIEF, "differentiation_points", ("", "", 1), 0, "Ours[[+]]", "Ours"),
            (SCOPE, "core_features", ("F-1", "name"), 0, "Shelf count[[+]]", "Shelf count"),
            (SCOPE, "core_features", ("F-1", "description"), 1, "shelf[[+]]", "shelf"),
            (SCOPE, "core_features", ("F-1", "acceptance_criteria", 1), 1, "kept[[+]]", "kept"),
        ],
    )
    def test_it_takes_out_that_mark_and_is_an_edit_of_the_founder(
        self,
        project: Project,
        artifact_type: ArtifactType,
        section: str,
        place: tuple[Any, ...],
        number: int,
        before: str,
        after: str,
    ) -> None:
        old = content(project, artifact_type).model_dump_json()
        accept(
            project, artifact_type, address(project, artifact_type, section, *place, number=number)
        )
        assert content(project, artifact_type).model_dump_json() == old.replace(before, after)
        assert list(row(project, artifact_type).edited_sections) == [section]

    def test_a_text_that_was_changed_in_between_is_left_as_it_is(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        base = fingerprint(content(project, BRIEF).problem_statement)
        other = "Another[[+]] text."
        edit_section(
            row(project, BRIEF),
            section="problem_statement",
            value=other,
            base=base,
            editor=project.owner,
            tier=Tier.CTO_SCALE,
        )
        with pytest.raises(EditConflict):
            accept(project, BRIEF, where)
        assert content(project, BRIEF).problem_statement == other

    def test_another_item_that_was_changed_is_no_reason_to_refuse(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        base = fingerprint(content(project, BRIEF).target_user)
        edit_section(
            row(project, BRIEF),
            section="target_user",
            value="X",
            base=base,
            editor=project.owner,
            tier=Tier.CTO_SCALE,
        )
        accept(project, BRIEF, where)
        assert "seconds," in content(project, BRIEF).problem_statement

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"number": 9}, StaleUpdate),
            ({"number": 1}, StaleUpdate),
            ({"section": "differentiation_points", "entry": 7}, StaleUpdate),
            ({"section": "assumptions", "item_id": "A-9", "field": "text"}, ItemGone),
            ({"section": "nothing"}, SectionLocked),
            ({"base": "0"}, EditConflict),
        ],
    )
    def test_what_is_not_there_is_refused_and_nothing_is_stored(
        self, project: Project, changes: dict[str, Any], error: type[ArtifactsError]
    ) -> None:
        old = row(project, BRIEF).current_content
        known = address(project, BRIEF, "problem_statement")
        fields = {name: getattr(known, name) for name in known.__slots__}
        with pytest.raises(error):
            accept(project, BRIEF, MarkAddress(**{**fields, **changes}))
        assert row(project, BRIEF).current_content == old

    def test_only_suggestions_are_accepted(self, project: Project) -> None:
        for number in (1, 2):
            with pytest.raises(StaleUpdate):
                accept(project, BRIEF, address(project, BRIEF, "problem_statement", number=number))

    @pytest.mark.parametrize("field", ["priority", "id", "nothing", "delivers"])
    def test_only_texts_have_marks(self, project: Project, field: str) -> None:
        with pytest.raises(ArtifactsError):
            accept(project, SCOPE, address(project, SCOPE, "core_features", "F-1", field))

    def test_a_section_above_the_plan_is_not_there(self, project: Project) -> None:
        with pytest.raises(SectionLocked):
            accept(project, BRIEF, address(project, BRIEF, "market_analysis"), Tier.BOOTSTRAPPER)

    def test_a_document_that_is_being_written_is_left_alone(self, project: Project) -> None:
        where = address(project, BRIEF, "problem_statement")
        claim_all(project)
        with pytest.raises(DocumentLocked):
            accept(project, BRIEF, where)

    def test_an_address_comes_back_from_its_words(self, project: Project) -> None:
        where = address(project, SCOPE, "core_features", "F-1", "acceptance_criteria", 1, number=1)
        assert MarkAddress.parse(str(where)) == where


class TestPages:
    def page(
        self, client: Client, project: Project, kind: ArtifactType = BRIEF, language: str = "en"
    ) -> str:
        url = reverse("artifact_detail", args=[project.pk, kind.value])
        response = client.get(url, headers={"Accept-Language": language})
        return str(response.content.decode())

    def buttons(self, page: str) -> list[str]:
        return re.findall(
            r'<button class="source-mark source-mark-open"[^>]* value="([^"]+)"', page
        )

    def send(
        self,
        client: Client,
        project: Project,
        mark: str,
        kind: ArtifactType = BRIEF,
        *,
        htmx: bool = False,
    ) -> Any:
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(
            reverse("mark_accept", args=[project.pk, kind.value]), {"mark": mark}, headers=headers
        )

    def test_every_mark_is_shown_and_every_suggestion_is_a_button(
        self, client: Client, project: Project
    ) -> None:
        page = self.page(client, project)
        assert page.count('class="source-mark"') + len(self.buttons(page)) == 4
        assert len(self.buttons(page)) == 2
        assert "[[" not in page.partition("<main")[2]
        assert len(self.buttons(self.page(client, project, SCOPE))) == 4

    def test_every_button_of_a_page_accepts_its_own_mark(
        self, client: Client, project: Project
    ) -> None:
        while marks := self.buttons(self.page(client, project, SCOPE)):
            response = self.send(client, project, marks[-1], SCOPE)
            assert response.status_code == 302
            assert response["Location"].endswith("/mvp_scope/#F-1")
            assert len(self.buttons(self.page(client, project, SCOPE))) == len(marks) - 1
        stored = content(project, SCOPE).core_features[0]
        assert stored.name == "Shelf count"
        assert stored.description == "We count[[=]] a shelf, within [[brief.key_constraint]]."
        assert stored.acceptance_criteria == ["A count survives", "A count is kept"]

    def test_htmx_gets_the_text_and_no_more_of_the_section(
        self, client: Client, project: Project
    ) -> None:
        mark = self.buttons(self.page(client, project, SCOPE))[0]
        response = self.send(client, project, mark, SCOPE, htmx=True)
        assert response["HX-Reselect"] == response["HX-Retarget"] == "#F-1-text"
        assert 'id="F-1-text"' in response.content.decode()

    @pytest.mark.parametrize("htmx", [False, True])
    def test_an_old_page_is_told_that_the_text_has_changed(
        self, client: Client, project: Project, htmx: bool
    ) -> None:
        first, second = self.buttons(self.page(client, project))
        assert first.startswith("problem_statement/")
        self.send(client, project, first)
        response = self.send(client, project, first, htmx=htmx)
        page = reverse("artifact_detail", args=[project.pk, "brief"])
        assert (response.get("HX-Redirect") or response["Location"]) == page
        assert "Nothing was saved" in client.get(page).content.decode()
        assert second.startswith("differentiation_points/")

    @pytest.mark.parametrize(
        "mark", ["", "x", "a/b/c/d/e/f", "nothing///0/0/x", "problem_statement///0/0/" + "/"]
    )
    def test_an_address_that_makes_no_sense_is_not_found(
        self, client: Client, project: Project, mark: str
    ) -> None:
        assert self.send(client, project, mark).status_code == 404

    def test_strangers_find_nothing_and_visitors_are_sent_to_sign_in(
        self, client: Client, project: Project
    ) -> None:
        mark = self.buttons(self.page(client, project))[0]
        stranger = Client()
        stranger.force_login(make_user())
        assert self.send(stranger, project, mark).status_code == 404
        response = self.send(Client(), project, mark)
        assert (response.status_code, "login" in response["Location"]) == (302, True)
        assert "[[+]]" in content(project, BRIEF).problem_statement

    def test_reading_the_address_changes_nothing(self, client: Client, project: Project) -> None:
        response = client.get(reverse("mark_accept", args=[project.pk, "brief"]))
        assert response.status_code == 302

    def test_there_are_no_buttons_while_it_is_being_written(
        self, client: Client, project: Project
    ) -> None:
        claim_all(project)
        page = self.page(client, project)
        assert self.buttons(page) == []
        assert 'class="source-mark"' in page

    def test_guests_see_the_marks_without_buttons_and_who_is_meant(self, project: Project) -> None:
        link = make_link(project, documents=[BRIEF], tier=Tier.PARTNER, days=7, now=timezone.now())
        url = reverse("shared_document", args=[link_token(link), "brief"])
        page = Client().get(url).content.decode()
        assert page.count('class="source-mark"') == 4
        assert "<button" not in page.partition("<main")[2].partition("</main>")[0]
        assert "Text without a mark is what was said about the idea" in page

    def test_the_legend_is_there_once_and_names_what_there_is(
        self, client: Client, project: Project
    ) -> None:
        brief, scope = self.page(client, project), self.page(client, project, SCOPE)
        assert brief.count("Text without a mark is what you said") == 1
        assert "Open: not known yet." in brief
        assert "Open: not known yet." not in scope
        assert '<p class="legend" id="legend"></p>' in self.page(
            client, project, ArtifactType.RISK_LOG
        )

    def test_marks_are_words_in_brackets_with_a_hint(
        self, client: Client, project: Project
    ) -> None:
        page = client.get(
            reverse("section_edit", args=[project.pk, "brief", "problem_statement"])
        ).content.decode()
        assert "seconds[[suggested]]" in page
        assert "says where the words before it come from" in page
        assert "<option>suggested</option>" in page

    def test_marks_of_a_german_document_are_in_german(self, db: None) -> None:
        german = make_project(make_user(Tier.CTO_SCALE), language="de", written=True)
        store(german)
        client = Client()
        client.force_login(german.owner)
        page = self.page(client, german)
        assert '</span>Vorschlag<span class="unseen">' in page
        assert 'lang="en-gb">Accept?</span>' in page
        assert ">Annehmen?</span>" in self.page(client, german, language="de")

    def test_search_and_compare_say_them_in_words(self, client: Client, project: Project) -> None:
        found = client.get(reverse("search"), {"q": "trip begins"}).content.decode()
        assert "20 seconds (suggested)" in found
        Artifact.objects.filter(project=project).update(
            previous_content=PLAIN[BRIEF], previous_version=1
        )
        compared = client.get(
            reverse("artifact_compare", args=[project.pk, "brief"])
        ).content.decode()
        assert "(suggested)" in compared
        assert "source-mark-open" not in compared


def test_what_the_founder_confirms_has_no_mark_any_more(project: Project) -> None:
    brief = {
        **marked()[BRIEF],
        "assumptions": [{"text": "Shops pay[[+]]", "basis": "guess", "confidence": "low"}],
    }
    stored = load_content(BRIEF, brief).model_dump(mode="json")
    Artifact.objects.filter(pk=row(project, BRIEF).pk).update(current_content=stored)
    project = Project.objects.get(pk=project.pk)
    item = content(project, BRIEF).assumptions[0]
    seen = input_fingerprint(project)
    confirm(
        project,
        key=f"brief.{item.id}",
        base=fingerprint(item),
        place="answers.price",
        seen=seen,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )
    project = Project.objects.get(pk=project.pk)
    assert content(project, BRIEF).assumptions[0].text == "Shops pay"
    assert project.answers["price"].endswith("Shops pay")
