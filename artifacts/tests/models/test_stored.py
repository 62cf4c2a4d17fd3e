"""What JSON columns hold is read as values: today's JSON and that of older builds. Only the models
read its keys.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import JSONField

from artifacts.models import Artifact, GenerationAttempt, Project
from artifacts.models.stored import (
    Edit,
    Failure,
    IgnoredFinding,
    StillFits,
    StoredFinding,
    StoredProposal,
    Ticks,
    VersionFindings,
    dump_edits,
    dump_ignored,
    load_edits,
)
from artifacts.schemas import ArtifactType

MOMENT = datetime(2026, 11, 29, 8, 30, tzinfo=UTC)
AT = "2026-11-29T08:30:00+00:00"

EDIT = {"generated": ["One"], "by": "ann", "by_id": 7, "by_support": True, "at": AT}
PROPOSAL = {
    "content": {"a": 1},
    "inputs": {"idea": "12ab"},
    "base": "34cd",
    "attempt": 9,
    "created_at": AT,
}
FAILURE = {"message": "Too busy.", "reference": "abcd1234", "retryable": False}
IGNORED = {
    "reason": "On purpose",
    "by": "ann",
    "by_id": 7,
    "at": AT,
    "location_fingerprint": "56ef",
}
FITS = {
    "version": 2,
    "inputs": {"idea": "12ab"},
    "at": AT,
    "by": "ann",
    "by_id": 7,
    "by_support": True,
}
TICKS = {"people": {"ada": "2026-11-29"}, "milestones": {"M-1": "2026-12-01"}}
FINDINGS = {"version": 2, "before": [{"id": "x", "severity": "broken"}], "after": []}


class TestReading:
    def test_edits(self) -> None:
        row = Artifact(
            edited_sections={"target_user": EDIT}, previous_edited_sections={"key_constraint": EDIT}
        )
        assert row.edits == {"target_user": Edit(["One"], MOMENT, "ann", 7, by_support=True)}
        assert row.edited_names == ("target_user",)
        assert list(row.previous_edits) == ["key_constraint"]

    def test_an_edit_from_before_the_editor_was_noted(self) -> None:
        row = Artifact(
            edited_sections={
                "target_user": {"generated": "x", "by": "ann", "at": "2026-01-01T00:00:00Z"}
            }
        )
        edit = row.edits["target_user"]
        assert (edit.by_id, edit.by_support, edit.at) == (
            None,
            False,
            datetime(2026, 1, 1, tzinfo=UTC),
        )

    def test_a_proposal(self) -> None:
        assert Artifact().stored_proposal is None
        stored = Artifact(proposal=PROPOSAL).stored_proposal
        assert stored == StoredProposal({"a": 1}, {"idea": "12ab"}, "34cd", 9, MOMENT)

    def test_a_decision_names_a_proposal_by_what_is_stored(self) -> None:
        one, other = (
            Artifact(proposal={**PROPOSAL, "attempt": key}).stored_proposal for key in (1, 2)
        )
        assert one is not None
        assert other is not None
        assert one.fingerprint != other.fingerprint

    def test_a_failure(self) -> None:
        assert Artifact().last_failure is None
        assert Artifact(failure=FAILURE).last_failure == Failure(
            "Too busy.", "abcd1234", retryable=False
        )
        assert Artifact(failure={"message": "Too busy."}).last_failure == Failure("Too busy.")

    def test_findings_of_a_version(self) -> None:
        expected = VersionFindings(2, before=(StoredFinding("x", "broken"),), after=())
        assert Artifact(findings=FINDINGS).version_findings == expected
        assert Artifact(findings={}).version_findings is None

    def test_ignored_findings(self) -> None:
        expected = IgnoredFinding("On purpose", MOMENT, "56ef", "ann", 7)
        assert Project(ignored_findings={"x": IGNORED}).ignored == {"x": expected}

    def test_a_finding_ignored_when_its_location_was_called_place(self) -> None:
        old = {**IGNORED, "place_fingerprint": IGNORED["location_fingerprint"]}
        del old["location_fingerprint"]
        assert Project(ignored_findings={"x": old}).ignored["x"].location_fingerprint == "56ef"

    def test_versions_read_leave_out_types_that_are_gone(self) -> None:
        attempt = GenerationAttempt(upstream_versions={"mvp_scope": 2, "brief": 3, "gone": 1})
        assert list(attempt.versions_read.items()) == [
            (ArtifactType.BRIEF, 3),
            (ArtifactType.MVP_SCOPE, 2),
        ]


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        (Edit, EDIT),
        (StoredProposal, PROPOSAL),
        (Failure, FAILURE),
        (IgnoredFinding, IGNORED),
        (VersionFindings, FINDINGS),
        (StillFits, FITS),
        (Ticks, TICKS),
    ],
)
def test_what_is_read_is_written_as_it_was(kind: type, stored: dict[str, object]) -> None:
    assert kind.load(stored).dump() == stored  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "stored", "read"),
    [
        (Edit, {"at": AT}, Edit(None, MOMENT, "", None, by_support=False)),
        (
            StillFits,
            {"version": 2, "inputs": {}, "at": AT},
            StillFits(2, {}, MOMENT, "", None, by_support=False),
        ),
        (
            StoredProposal,
            {"content": {}, "inputs": {}, "base": "34cd", "created_at": AT},
            StoredProposal({}, {}, "34cd", 0, MOMENT),
        ),
        (Failure, {}, Failure("", "", retryable=True)),
        (
            IgnoredFinding,
            {"reason": "On purpose", "at": AT, "location_fingerprint": "56ef"},
            IgnoredFinding("On purpose", MOMENT, "56ef", "", None),
        ),
        (VersionFindings, {"version": 2, "after": []}, VersionFindings(2, (), ())),
        (VersionFindings, {"version": 2, "before": [], "after": None}, VersionFindings(2, (), ())),
        (VersionFindings, {"version": 2, "before": []}, None),
        (Ticks, {}, Ticks({}, {})),
        (Ticks, {"people": {"ada": "2026-11-29"}}, Ticks({"ada": date(2026, 11, 29)}, {})),
        (Ticks, {"milestones": {"M-1": "2026-11-29"}}, Ticks({}, {"M-1": date(2026, 11, 29)})),
    ],
)
def test_what_an_older_build_did_not_note_is_read_as_not_noted(
    kind: Any, stored: dict[str, object], read: object
) -> None:
    assert kind.load(stored) == read


def test_edits_and_ignored_findings_are_written_by_their_names() -> None:
    assert dump_edits(load_edits({"target_user": EDIT})) == {"target_user": EDIT}
    ignored = Project(ignored_findings={"x": IGNORED}).ignored
    assert dump_ignored(ignored) == {"x": IGNORED}


# A name that a value of another kind has too: only reading a key of it is told from its accessor.
SHARED_NAMES = {
    "answers",
    "documents",
    "facts",
    "failure",
    "findings",
    "inputs",
    "proposal",
    "ticks",
}
# Columns that are handed on whole, to a schema or as text, and never looked into.
HANDED_ON = {"current_content", "previous_content", "annotations"}
READING = {"get", "items", "keys", "pop", "setdefault", "values"}
ALLOWED = {
    # A copy of a project takes over its columns as they are.
    ("artifacts/services/projects/duplicates.py", "unknown_answers"),
    ("artifacts/services/projects/duplicates.py", "previous_inputs"),
}


def json_columns() -> set[str]:
    models = apps.get_app_config("artifacts").get_models()
    return {
        column.name
        for model in models
        for column in model._meta.fields
        if isinstance(column, JSONField)
    }


def sources() -> Iterator[tuple[str, Path]]:
    for path in sorted((settings.BASE_DIR / "artifacts").rglob("*.py")):
        name = path.relative_to(settings.BASE_DIR).as_posix()
        if not name.startswith(("artifacts/models/", "artifacts/migrations/", "artifacts/tests/")):
            yield name, path


def column_of(node: ast.AST, columns: set[str], aliases: dict[str, str]) -> str:
    """Return the JSON column that an expression stands for; empty if it is none."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in columns:
        return node.attr
    return aliases.get(node.id, "") if isinstance(node, ast.Name) else ""


def raw_reads(tree: ast.AST, columns: set[str]) -> Iterator[str]:
    """Yield the JSON column of each raw read: a key of it, or the column itself if only a column is
    called so.
    """
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef | ast.Lambda):
            continue
        aliases: dict[str, str] = {}
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                column = column_of(node.value, columns, {})
                aliases |= {
                    target.id: column
                    for target in targets
                    if isinstance(target, ast.Name) and column
                }
        for node in ast.walk(scope):
            is_whole = column_of(node, columns - SHARED_NAMES - HANDED_ON, {})
            if is_whole:
                yield is_whole
            read = None
            if isinstance(node, ast.Subscript) and isinstance(
                node.slice, ast.Constant | ast.JoinedStr | ast.Name
            ):
                read = None if isinstance(getattr(node.slice, "value", ""), int) else node.value
            elif (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in READING
            ):
                read = node.func.value
            if read is not None and (column := column_of(read, columns, aliases)):
                yield column


def test_only_models_read_keys_of_json_columns() -> None:
    columns = json_columns()
    assert columns >= SHARED_NAMES | HANDED_ON | {"edited_sections", "ignored_findings"}
    found = {
        (name, column)
        for name, path in sources()
        for column in raw_reads(ast.parse(path.read_text()), columns)
    }
    assert found == ALLOWED


@pytest.mark.parametrize(
    "source",
    [
        'artifact.failure["message"]',
        "artifact.inputs.get(key)",
        'artifact.proposal["content"]',
        "artifact.edited_sections",
        "stored = artifact.proposal\n    stored['base']",
    ],
)
def test_a_raw_read_would_be_found(source: str) -> None:
    tree = ast.parse(f"def f(artifact, key):\n    {source}")
    assert list(raw_reads(tree, json_columns()))


def test_templates_read_no_key_of_a_json_column() -> None:
    pattern = re.compile(
        rf"\b(?:artifact|project|attempt)\.(?:{'|'.join(json_columns() - {'documents'})})\b"
    )
    found = {
        (path.name, match.group())
        for path in (settings.BASE_DIR / "templates").rglob("*.html")
        for match in pattern.finditer(path.read_text())
    }
    assert found == set()
