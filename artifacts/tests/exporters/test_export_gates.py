"""Rule I-8 for exports: no file holds what its reader's tier does not open, however it is taken
apart.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from artifacts.exporters import Export, Format, prepare
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.exports import all_text, make_export, make_sources
from artifacts.tests.support.factories import PLAIN, make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.one_database

SECRETS = {"SECRET-BUSINESS": Tier.PARTNER, "SECRET-STRATEGIC": Tier.CTO_SCALE}


def assert_only_what_is_open(file: Export, tier: Tier) -> None:
    text = all_text(file)
    assert "Shelf count" in text
    for secret, gate in SECRETS.items():
        assert (secret in text) is (tier >= gate), secret


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("file_format", list(Format))
def test_no_format_holds_what_the_tier_does_not_open(file_format: Format, tier: Tier) -> None:
    assert_only_what_is_open(make_export(file_format, tier), tier)


@pytest.mark.parametrize("artifact_type", list(ArtifactType))
@pytest.mark.parametrize("file_format", [Format.MARKDOWN_TECHNICAL, Format.JSON, Format.DOCX])
def test_no_single_document_does_either(file_format: Format, artifact_type: ArtifactType) -> None:
    text = all_text(make_export(file_format, Tier.BOOTSTRAPPER, only=artifact_type))
    assert artifact_type.label in text
    assert "SECRET" not in text


@pytest.mark.parametrize("file_format", list(Format))
def test_a_pointer_into_a_closed_section_does_not_carry_its_words(file_format: Format) -> None:
    risk = {
        **PLAIN[ArtifactType.RISK_LOG]["technical_risks"][0],
        "description": "See [[R-2]] and [[R-3]].",
        "id": "R-1",
    }
    contents = {
        **PLAIN,
        ArtifactType.RISK_LOG: {**PLAIN[ArtifactType.RISK_LOG], "technical_risks": [risk]},
    }
    assert "SECRET" not in all_text(make_export(file_format, Tier.BOOTSTRAPPER, contents=contents))


def test_a_change_behind_a_closed_gate_does_not_change_the_tag() -> None:
    sources = make_sources()
    changed = {**PLAIN[ArtifactType.BRIEF], "competitive_strategy": "Something else."}
    content = load_content(ArtifactType.BRIEF, changed)
    other = {
        **sources,
        ArtifactType.BRIEF: type(sources[ArtifactType.BRIEF])(
            content, 3, sources[ArtifactType.BRIEF].date
        ),
    }
    tags = [
        prepare("Shelfwise", found, Tier.PARTNER, Format.JSON).etag for found in (sources, other)
    ]
    assert tags[0] == tags[1]
    tags = [
        prepare("Shelfwise", found, Tier.CTO_SCALE, Format.JSON).etag for found in (sources, other)
    ]
    assert tags[0] != tags[1]


@pytest.mark.django_db
@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("file_format", list(Format))
def test_the_download_gives_a_founder_what_their_tier_opens(
    file_format: Format, tier: Tier
) -> None:
    project = make_project(make_user(tier), written=True)
    client = Client()
    client.force_login(project.owner)
    response = client.get(
        reverse("project_download", args=[project.pk]), {"format": file_format.value}
    )
    assert response.status_code == 200
    assert_only_what_is_open(Export(f"file{file_format.suffix}", "", response.content, ""), tier)


@pytest.mark.django_db
def test_a_downgrade_hides_it_at_once_although_the_file_was_kept(tmp_path: Path) -> None:
    founder = make_user(Tier.CTO_SCALE)
    project = make_project(founder, written=True)
    client = Client()
    client.force_login(founder)
    url = reverse("project_download", args=[project.pk])
    first = client.get(url, {"format": "json"})
    assert "SECRET-STRATEGIC" in first.content.decode()
    founder.tier = Tier.BOOTSTRAPPER.value
    founder.save()
    second = client.get(url, {"format": "json"}, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert "SECRET" not in second.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("tier", list(Tier))
def test_the_command_takes_the_owners_tier_or_the_one_it_is_told(
    tier: Tier, tmp_path: Path
) -> None:
    project = make_project(make_user(Tier.PARTNER), written=True)
    target = tmp_path / "told.json"
    call_command(
        "export",
        str(project.pk),
        format="json",
        tier=tier.value,
        output=str(target),
        stdout=io.StringIO(),
    )
    text = target.read_text()
    for secret, gate in SECRETS.items():
        assert (secret in text) is (tier >= gate), secret
    call_command("export", str(project.pk), format="json", output=str(target), stdout=io.StringIO())
    assert "SECRET-BUSINESS" in target.read_text()
    assert "SECRET-STRATEGIC" not in target.read_text()
