"""What a form shows of a pointer is read back as that pointer, and nothing else is touched."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.documents.presentation import make_index
from artifacts.documents.spelling import Spelling, read_spelling
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.schemas.marks import Mark
from artifacts.services.editing.manual_edits import change_item, edit_section, fingerprint
from artifacts.services.projects.sample import sample_contents
from artifacts.tiers import Tier

CODES = [
    f"[[{kind.value}.{section.name}]]"
    for kind in ArtifactType
    for section in kind.content_class.sections()
]
CODES += [
    f"[[{item.id}]]" for content in sample_contents().values() for _section, item in content.items()
]
CODES += [mark.code for mark in Mark]


def spelling(language: str = "en", tier: Tier = Tier.CTO_SCALE) -> Spelling:
    index = make_index(sample_contents(), tier, {})
    return Spelling(lambda: index, language)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_read_back_exactly(code: str, language: str) -> None:
    text = f"Before {code}, and\n\nafter{code}."
    shown = spelling(language).spell(text)
    assert code not in shown
    assert read_spelling(shown) == text


def test_items_and_sections_are_shown_by_their_titles() -> None:
    shown = spelling().spell("See [[F-1]] and [[brief.key_constraint]] [[+]].")
    assert re.search(r"\[\[F-1 \w[^\]]+\]\]", shown)
    assert "[[Product Brief: Key constraint]] [[suggested]]." in shown


def test_another_title_still_means_the_item() -> None:
    assert read_spelling("[[F-1 What it was called before]]") == "[[F-1]]"


def test_codes_can_be_typed_too() -> None:
    text = "[[F-1]] [[brief.key_constraint]] [[?]]"
    assert read_spelling(text) == text


@pytest.mark.parametrize(
    "text", ["[[nobody knows this]]", "[[ ]]", "[[a]] [[F-]]", "an [array[0]]", "[[x\ny]]"]
)
def test_other_brackets_stay(text: str) -> None:
    assert read_spelling(text) == text
    assert spelling().spell(text) == text


def test_what_a_reader_must_not_know_of_stays_a_code() -> None:
    text = "See [[brief.market_analysis]]."
    assert spelling(tier=Tier.BOOTSTRAPPER).spell(text) == text
    assert read_spelling(text) == text


class TestForms:
    @pytest.fixture
    def brief(self, written_project: Project, founder: User) -> Artifact:
        brief = written_project.artifacts.get(artifact_type="brief")
        assert brief.content is not None
        now: Any = brief.content
        return edit_section(
            brief,
            section="key_constraint",
            value="Only [[F-1]] [[+]], see [[brief.target_user]].\n\nAnd [[F-1 as text]].",
            base=fingerprint(now.key_constraint),
            editor=founder,
            tier=founder.get_tier(),
        )

    def address(self, artifact: Artifact) -> str:
        return reverse("section_edit", args=[artifact.project_id, "brief", "key_constraint"])

    def fields(self, client: Client, artifact: Artifact) -> dict[str, str]:
        form = client.get(self.address(artifact)).context["form"]
        return {field.name: field.value() or "" for field in form}

    def stored(self, artifact: Artifact) -> str:
        content: Any = Artifact.objects.get(pk=artifact.pk).content
        return str(content.key_constraint)

    def test_saving_what_is_shown_changes_nothing(
        self, brief: Artifact, founder_client: Client
    ) -> None:
        before, fields = self.stored(brief), self.fields(founder_client, brief)
        assert "[[F-1]]" not in fields["key_constraint"]
        fields["key_constraint"] = fields["key_constraint"].replace("\n", "\r\n")
        founder_client.post(self.address(brief), fields)
        assert self.stored(brief) == before

    def test_pointers_survive_a_change_around_them(
        self, brief: Artifact, founder_client: Client
    ) -> None:
        fields = self.fields(founder_client, brief)
        fields["key_constraint"] = fields["key_constraint"].replace("Only", "Nothing but")
        founder_client.post(self.address(brief), fields)
        assert self.stored(brief).startswith(
            "Nothing but [[F-1]] [[+]], see [[brief.target_user]]."
        )

    def test_a_pointer_is_put_in_without_a_script_and_nothing_is_saved(
        self, brief: Artifact, founder_client: Client
    ) -> None:
        before, fields = self.stored(brief), self.fields(founder_client, brief)
        chosen = {
            "insert": "Product Brief: Target user",
            "into": "key_constraint",
            "insert-now": "1",
        }
        response = founder_client.post(self.address(brief), {**fields, **chosen})
        form = response.context["form"]
        typed = form["key_constraint"].value()
        assert typed.endswith("[[Product Brief: Target user]]")
        assert not form.errors
        assert self.stored(brief) == before
        founder_client.post(self.address(brief), {**fields, "key_constraint": typed})
        assert self.stored(brief).endswith("[[brief.target_user]]")

    @pytest.mark.parametrize(
        "chosen",
        [
            {"insert": "<script>", "into": "key_constraint"},
            {"insert": "suggested", "into": "base"},
            {},
        ],
    )
    def test_only_what_is_offered_is_put_in(
        self, brief: Artifact, founder_client: Client, chosen: dict[str, str]
    ) -> None:
        fields = self.fields(founder_client, brief)
        response = founder_client.post(self.address(brief), {**fields, **chosen, "insert-now": "1"})
        assert response.context["form"]["key_constraint"].value() == fields["key_constraint"]
        assert response.context["form"]["base"].value() == fields["base"]

    def test_nothing_gated_higher_than_the_section_is_offered(
        self, brief: Artifact, client: Client, founder: User
    ) -> None:
        founder.tier = Tier.CTO_SCALE.value
        founder.save()
        client.force_login(founder)
        form = client.get(self.address(brief)).context["form"]
        offered = {value for _label, choices in form.inserts for value, _words in choices}
        assert "Product Brief: Target user" in offered
        assert "Product Brief: Market analysis" not in offered
        assert "Product Brief: Key constraint" not in offered

    def test_lines_of_items_keep_their_pointers(
        self, written_project: Project, founder: User, founder_client: Client
    ) -> None:
        scope = written_project.artifacts.get(artifact_type="mvp_scope")
        content: Any = scope.content
        item = content.core_features[0]
        changed = change_item(
            scope,
            section="core_features",
            item_id=item.id,
            values={"acceptance_criteria": ["Met [[=]]", "As in [[brief.target_user]]"]},
            base=fingerprint(item),
            editor=founder,
            tier=founder.get_tier(),
        )
        address = reverse(
            "item_edit", args=[written_project.pk, "mvp_scope", "core_features", item.id]
        )
        form = founder_client.get(address).context["form"]
        fields = {field.name: field.value() or "" for field in form}
        assert fields["acceptance_criteria"].startswith("Met [[computed]]\n")
        founder_client.post(address, {**fields, "name": "Another name"})
        stored: Any = written_project.artifacts.get(artifact_type="mvp_scope").content
        now = stored.core_features[0]
        assert now.name == "Another name"
        assert now.acceptance_criteria == changed.acceptance_criteria  # type: ignore[attr-defined]
