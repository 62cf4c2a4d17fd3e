"""Search in one's own projects, and what it must never find."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.models import Project, User
from artifacts.services.documents.notes import delete_note
from artifacts.services.projects import search as searching
from artifacts.services.projects.lifecycle import delete_project
from artifacts.services.projects.search import Results, highlight, query_words, search
from artifacts.tests.support.factories import (
    AnnotationFactory,
    ProjectFactory,
    make_project,
    make_user,
)
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def places(results: Results) -> list[tuple[str, str]]:
    """Every hit as the document, or nothing, and the anchor or title."""
    return [
        (h.artifact_type or "", h.anchor or h.title) for found in results.found for h in found.hits
    ]


def marked(shown: str, query: str, **limit: int) -> list[str]:
    return [piece.text for piece in highlight(shown, query_words(query), **limit) if piece.is_hit]


class TestWhere:
    def test_names_ideas_and_answers(self, founder: User) -> None:
        make_project(founder, name="Lanterns", price="Lantern rent")
        assert places(search(founder, "lantern")) == [("", ""), ("", "price")]
        assert places(search(founder, "counting")) == [("", "idea")]

    def test_sections_and_items(self, written_project: Project, founder: User) -> None:
        assert places(search(founder, "evenings")) == [("brief", "value_proposition")]
        assert places(search(founder, "without a connection")) == [
            ("brief", "differentiation_points")
        ]
        assert places(search(founder, "lost connection")) == [("mvp_scope", "F-1")]

    def test_the_words_that_stand_for_a_pointer(
        self, written_project: Project, founder: User
    ) -> None:
        assert ("mvp_scope", "F-1") in places(search(founder, "within key constraint"))

    def test_notes(self, written_project: Project, founder: User) -> None:
        scope = written_project.artifacts.get(artifact_type="mvp_scope")
        note = AnnotationFactory.create(artifact=scope, item_id="F-1", text="Ask Penelope")
        AnnotationFactory.create(artifact=scope, text="Penelope knows")
        assert places(search(founder, "penelope")) == [
            ("mvp_scope", "core_features"),
            ("mvp_scope", "F-1"),
        ]
        delete_note(scope, note_id=note.id, by=founder, tier=founder.get_tier())
        assert places(search(founder, "penelope")) == [("mvp_scope", "core_features")]

    def test_all_words_must_stand_in_the_same_place(
        self, written_project: Project, founder: User
    ) -> None:
        assert search(founder, "evenings owners").total == 1
        assert search(founder, "evenings bicycle").total == 0
        assert search(founder, "evenings connection").total == 0

    def test_own_living_projects_only(self, founder: User, project: Project) -> None:
        make_project(name="Somebody else's lantern")
        deleted = make_project(founder, name="Deleted lantern")
        delete_project(deleted)
        assert search(founder, "lantern").total == 0

    def test_the_newest_project_comes_first(self, founder: User) -> None:
        for name in ("Lantern one", "Lantern two"):
            make_project(founder, name=name)
        assert [found.project.name for found in search(founder, "lantern").found] == [
            "Lantern two",
            "Lantern one",
        ]


class TestWords:
    @pytest.mark.parametrize(
        ("said", "query"),
        [
            ("Café au lait", "cafe"),
            ("Cafe au lait", "CAFÉ"),
            ("Straße", "strasse"),
            ("STRASSE", "straße"),
            ("İzmir", "izmir"),
            ("ΟΔΟΣ", "οδός"),
            ("ﬁnance", "finance"),
            ("東京都", "東京"),
            ("لُغَة", "لغة"),
        ],
    )
    def test_case_and_accents_do_not_count(self, said: str, query: str, founder: User) -> None:
        make_project(founder, name=said)
        assert search(founder, query).total == 1

    @pytest.mark.parametrize("query", ["", "   ", "\u202e", "\u0301", "\x00"])
    def test_nothing_finds_nothing(self, query: str, project: Project, founder: User) -> None:
        assert search(founder, query) == Results()

    @pytest.mark.parametrize("query", ["%", "_", ".*", "[[", "\\", '"', "<b>"])
    def test_signs_are_only_signs(self, query: str, founder: User) -> None:
        make_project(founder, name="Plain")
        assert search(founder, query).total == 0
        make_project(founder, name=f"Sign {query} here")
        assert search(founder, query).total == 1


class TestHighlight:
    @pytest.mark.parametrize(
        ("shown", "query", "hits"),
        [
            ("Un café, deux CAFÉS", "cafe", ["café", "CAFÉ"]),
            ("Un cafe\u0301 noir", "cafe", ["cafe\u0301"]),
            ("Große Straße", "ss", ["ß", "ß"]),
            ("counting counts", "count counting", ["counting", "count"]),
            ("ﬁnance", "fi", ["ﬁ"]),
            ("nothing", "absent", []),
        ],
    )
    def test_it_marks_what_is_written_there(self, shown: str, query: str, hits: list[str]) -> None:
        assert marked(shown, query) == hits

    def test_a_short_text_is_shown_whole(self) -> None:
        assert "".join(piece.text for piece in highlight("A\n\nb  c", ("b",))) == "A b c"

    def test_of_a_long_text_the_part_with_most_words_is_shown(self) -> None:
        long = "red " + "x " * 300 + "red and blue " + "y " * 300
        pieces = highlight(long, ("red", "blue"))
        assert [piece.text for piece in pieces if piece.is_hit] == ["red", "blue"]
        shown = "".join(piece.text for piece in pieces)
        assert shown.startswith("… ")
        assert shown.endswith(" …")
        assert len(shown) < 2 * searching.SNIPPET


@pytest.mark.parametrize("tier", Tier)
def test_gated_text_is_neither_found_nor_shown(tier: Tier) -> None:
    founder = make_user(tier)
    project = make_project(founder, written=True)
    brief = project.artifacts.get(artifact_type="brief")
    AnnotationFactory.create(artifact=brief, section="competitive_strategy", text="Quokka")
    assert (search(founder, "SECRET-BUSINESS").total > 0) == (tier >= Tier.PARTNER)
    assert (search(founder, "SECRET-STRATEGIC").total > 0) == (tier >= Tier.CTO_SCALE)
    assert (search(founder, "money runs out").total > 0) == (tier >= Tier.PARTNER)
    assert (search(founder, "quokka").total > 0) == (tier >= Tier.CTO_SCALE)


class TestBounds:
    def test_more_places_than_are_shown_are_told(
        self, founder: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(searching, "MAX_HITS", 2)
        make_project(founder, name="Lantern one")
        make_project(founder, name="Lantern two")
        assert (search(founder, "lantern").total, search(founder, "lantern").has_more) == (2, False)
        make_project(founder, name="Lantern three")
        assert (search(founder, "lantern").total, search(founder, "lantern").has_more) == (2, True)

    def test_projects_that_are_not_looked_at_are_told(
        self, founder: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(searching, "MAX_PROJECTS", 2)
        for number in range(3):
            make_project(founder, name=f"Lantern {number}")
        results = search(founder, "lantern")
        assert (results.total, results.is_partial) == (2, True)

    def test_its_queries_are_bounded(
        self,
        founder: User,
        founder_client: Client,
        monkeypatch: pytest.MonkeyPatch,
        django_assert_max_num_queries: Any,
    ) -> None:
        monkeypatch.setattr(searching, "MAX_PROJECTS", 8)
        monkeypatch.setattr(searching, "CHUNK", 2)
        for number in range(10):
            make_project(founder, name=f"Lantern {number}")
        with django_assert_max_num_queries(8):
            founder_client.get(reverse("search"), {"q": "lantern"})

    def test_it_reads_no_more_chunks_than_the_page_allows(self) -> None:
        assert searching.MAX_PROJECTS // searching.CHUNK + 1 <= 5


class TestPage:
    def test_it_links_to_the_place_and_marks_the_words(
        self, written_project: Project, founder_client: Client
    ) -> None:
        page = text(founder_client.get(reverse("search"), {"q": "connection lost"}))
        assert reverse("artifact_detail", args=[written_project.pk, "mvp_scope"]) + "#F-1" in page
        assert "<mark>lost</mark> <mark>connection</mark>" in page

    def test_an_answer_links_to_where_it_is_changed(
        self, founder: User, founder_client: Client
    ) -> None:
        project = make_project(founder, price="Nine lanterns")
        page = text(founder_client.get(reverse("search"), {"q": "lanterns"}))
        assert reverse("project_answers", args=[project.pk]) + "#id_price" in page

    def test_the_idea_of_a_draft_links_to_its_interview(
        self, founder: User, founder_client: Client
    ) -> None:
        draft = ProjectFactory.create(draft=True, owner=founder, name="Ada", idea="Lanterns")
        page = text(founder_client.get(reverse("search"), {"q": "lanterns"}))
        assert reverse("interview_question", args=[draft.pk, "idea"]) in page

    def test_what_is_found_and_what_was_typed_is_escaped(
        self, founder: User, founder_client: Client
    ) -> None:
        make_project(founder, name="<script>alert(1)</script>")
        page = text(founder_client.get(reverse("search"), {"q": "<script>"}))
        assert "<script>alert" not in page
        assert "<mark>&lt;script&gt;</mark>alert(1)" in page

    def test_it_says_when_there_is_nothing(self, project: Project, founder_client: Client) -> None:
        assert "Nothing with “quokka”" in text(
            founder_client.get(reverse("search"), {"q": "quokka"})
        )
        assert "Nothing with" not in text(founder_client.get(reverse("search")))

    def test_it_is_for_founders(self) -> None:
        assert Client().get(reverse("search"), {"q": "x"}).status_code == 302

    @pytest.mark.parametrize("query", ["x" * 5000, "a " * 500, "\x00"])
    def test_odd_queries_are_answered(
        self, query: str, project: Project, founder_client: Client
    ) -> None:
        assert founder_client.get(reverse("search"), {"q": query}).status_code == 200
