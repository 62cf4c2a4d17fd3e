"""An assumption may have a short title: it stands above its text, and wherever another text points
at it.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from artifacts.documents.references import ReferenceIndex
from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.runners.prompts.shape import describe_sections
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import plan_import, take_over
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier

BRIEF = ArtifactType.BRIEF
TITLED = {
    "id": "A-1",
    "title": "Weekly habit",
    "text": "Owners count every Monday.",
    "basis": "guess",
}
UNTITLED = {"id": "A-2", "text": "They have a phone.", "basis": "guess"}


def brief(*assumptions: dict[str, Any]) -> Any:
    entries = [{**assumption, "confidence": "low"} for assumption in assumptions]
    return load_content(BRIEF, {**PLAIN[BRIEF], "assumptions": entries})


@pytest.fixture
def project(db: None) -> Project:
    project = make_project(make_user(Tier.CTO_SCALE), written=True)
    row = Artifact.objects.get(project=project, artifact_type="brief")
    content = brief(TITLED, UNTITLED)
    content.value_proposition = "We build on [[A-1]] and [[A-2]]."
    row.current_content = content.model_dump(mode="json")
    row.save()
    return Project.objects.with_artifacts().get(pk=project.pk)


def exported(project: Project, file_format: Format) -> bytes:
    order = order_export(project, tier=Tier.CTO_SCALE, file_format=file_format, only=BRIEF)
    return bytes(order.file().content)


def test_an_empty_title_is_not_stored() -> None:
    titled, untitled = brief(TITLED, UNTITLED).model_dump(mode="json")["assumptions"]
    assert titled["title"] == "Weekly habit"
    assert "title" not in untitled


def test_pointers_name_it_by_its_title() -> None:
    index = ReferenceIndex({BRIEF: brief(TITLED, UNTITLED)}, Tier.BOOTSTRAPPER)
    titled, untitled = index.find("A-1"), index.find("A-2")
    assert titled is not None
    assert untitled is not None
    assert (titled.label, titled.preview) == ("A-1 Weekly habit", "Owners count every Monday.")
    assert untitled.label == "A-2 They have a phone."


def test_the_page_has_the_title_above_and_the_text_below(client: Client, project: Project) -> None:
    client.force_login(project.owner)
    page = client.get(reverse("artifact_detail", args=[project.pk, "brief"])).content.decode()
    assert page.index("Weekly habit</h3>") < page.index("Owners count every Monday.")
    assert "They have a phone.</h3>" in page
    form = client.get(
        reverse("item_edit", args=[project.pk, "brief", "assumptions", "A-1"])
    ).content.decode()
    assert 'name="title"' in form
    assert 'value="Weekly habit"' in form


@pytest.mark.parametrize("file_format", [Format.MARKDOWN, Format.MARKDOWN_TECHNICAL])
def test_markdown_has_both(project: Project, file_format: Format) -> None:
    text = exported(project, file_format).decode()
    assert "Weekly habit" in text
    assert "Owners count every Monday." in text


@pytest.mark.parametrize("file_format", [Format.PDF, Format.DOCX])
def test_other_files_are_made(project: Project, file_format: Format) -> None:
    assert len(exported(project, file_format)) > 1_000


def test_what_was_exported_changes_nothing_when_it_comes_back(project: Project) -> None:
    text = exported(project, Format.MARKDOWN_TECHNICAL).decode()
    plan = plan_import(project, text, tier=Tier.CTO_SCALE)
    assert plan.changes == ()
    assert not plan.unmatched


def test_a_changed_title_and_text_come_back_to_their_fields(project: Project) -> None:
    text = exported(project, Format.MARKDOWN_TECHNICAL).decode()
    text = text.replace("Weekly habit", "Monday habit").replace(
        "Owners count every Monday.", "Owners count on Mondays."
    )
    plan = plan_import(project, text, tier=Tier.CTO_SCALE)
    keys = [change.key for change in plan.changes]
    take_over(
        plan,
        keys=keys,
        bases=None,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
        allow_deletions=False,
    )
    row = Artifact.objects.get(project=project, artifact_type="brief")
    titled, untitled = row.content.assumptions  # type: ignore[union-attr]
    assert (titled.title, titled.text) == ("Monday habit", "Owners count on Mondays.")
    assert (untitled.title, untitled.text) == ("", "They have a phone.")


def test_a_model_is_asked_for_it() -> None:
    assert '"title": "a few words"' in describe_sections(BRIEF.content_class)
