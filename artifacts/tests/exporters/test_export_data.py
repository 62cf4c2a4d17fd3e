"""JSON and CSV: what programs read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from artifacts.exceptions import ExportFailed
from artifacts.exporters import Format
from artifacts.exporters.json_schemas import schema_files
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.exports import make_export
from artifacts.tests.support.factories import PLAIN
from artifacts.tiers import Tier


def exported(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(make_export(Format.JSON, **changes).content)
    return found


def rows(**changes: Any) -> list[dict[str, str]]:
    content = make_export(Format.CSV, **changes).content
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_json_holds_every_document_as_its_schema_stores_it() -> None:
    package = exported()
    assert package["project"] == "Shelfwise"
    for document, artifact_type in zip(package["documents"], ArtifactType, strict=True):
        stored = load_content(artifact_type, PLAIN[artifact_type]).model_dump(mode="json")
        assert document["content"] == stored
        assert (document["type"], document["version"]) == (artifact_type.value, 3)
        assert document["date"] == "2026-03-09T12:00:00+00:00"


@pytest.mark.parametrize("tier", list(Tier))
def test_json_can_be_loaded_again_whatever_the_tier(tier: Tier) -> None:
    for document in exported(tier=tier)["documents"]:
        content = load_content(ArtifactType(document["type"]), document["content"])
        assert content.access(tier).readable


def test_closed_sections_are_absent_and_not_empty() -> None:
    brief = exported(tier=Tier.BOOTSTRAPPER, only=ArtifactType.BRIEF)["documents"][0]["content"]
    assert "market_analysis" not in brief
    assert "problem_statement" in brief


def test_the_published_schemas_are_those_of_the_code() -> None:
    """`python manage.py schemas` writes them."""
    folder = settings.BASE_DIR / "docs" / "schemas"
    assert {path.name: path.read_text() for path in folder.glob("*.json")} == schema_files()


def test_the_command_writes_the_schemas(tmp_path: Path) -> None:
    call_command("schemas", output=str(tmp_path / "new"), stdout=io.StringIO())
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(schema_files())


def test_the_schema_of_the_package_fits_the_export() -> None:
    schema = json.loads(schema_files()["package.json"])
    package = exported()
    assert (
        set(package)
        == set(schema["required"])
        == set(schema["properties"]) - {"coherence", "known_gaps"}
    )
    for document, described in zip(
        package["documents"], schema["properties"]["documents"]["items"]["oneOf"], strict=True
    ):
        assert set(document) == set(described["required"])
        assert document["type"] == described["properties"]["type"]["const"]
        assert described["properties"]["content"]["$ref"] in schema_files()


def test_csv_has_a_row_for_each_feature_milestone_and_risk() -> None:
    found = [row for row in rows() if row["ID"][0] in "FMR"]
    assert [row["ID"] for row in found] == ["F-1", "F-2", "M-1", "M-2", "R-1", "R-2", "R-3"]
    assert {row["Type"] for row in found} == {"feature", "milestone", "risk"}
    assert found[0]["Acceptance criteria"] == "A count survives a lost connection"
    assert found[0]["Description"] == "We count a shelf, within key constraint."
    assert found[3]["Depends on"] == "M-1"
    assert found[4]["Severity"] == "high"


def test_csv_of_one_document_has_only_its_columns() -> None:
    found = rows(only=ArtifactType.MVP_SCOPE)
    assert len(found) == 2
    assert "Severity" not in found[0]


def test_a_document_without_such_items_is_a_clear_error() -> None:
    with pytest.raises(ExportFailed, match="nothing for a tracker"):
        rows(only=ArtifactType.BRIEF)
