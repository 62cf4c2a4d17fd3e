"""Between `migrate` and the restart of all processes the old build works on the new tables: it must
not break there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations import (
    AddField,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
    RunPython,
)
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

from artifacts.models import Artifact, Project
from artifacts.tests.support.factories import make_user

FIRST_CHECKED = "0019"
"""Migrations before it were written before these rules; what they added has its defaults since
0020.
"""

CONTRACTED: frozenset[tuple[str, str]] = frozenset()
"""What no build uses any more that is still allowed to run, as (migration, operation): taken away a
release later.
"""


def operations() -> Iterator[tuple[str, Operation]]:
    migrations = MigrationLoader(None).disk_migrations
    for (app, name), migration in sorted(migrations.items()):
        if app == "artifacts":
            yield from ((name, operation) for operation in migration.operations)


def columns_added() -> dict[str, models.Field[Any, Any]]:
    """Return what each column that was added to an existing table is today, but for those that may
    be empty.
    """
    state = MigrationLoader(None).project_state()
    added = {}
    for name, operation in operations():
        if isinstance(operation, AddField) and not name.startswith("0001"):
            field = state.models["artifacts", operation.model_name_lower].fields.get(operation.name)
            if field is not None and not field.null:
                added[f"{operation.model_name}.{operation.name}"] = field
    return added


def test_every_column_that_was_added_has_a_default_in_the_database() -> None:
    added = columns_added()
    assert len(added) >= 15
    assert [name for name, field in added.items() if field.db_default is NOT_PROVIDED] == []


def test_a_new_column_has_its_default_from_the_beginning() -> None:
    """Not by a later migration: between the two, rows of the old build would be refused."""
    new = [
        f"{name}: {operation.model_name}.{operation.name}"
        for name, operation in operations()
        if isinstance(operation, AddField) and name >= FIRST_CHECKED and not operation.field.null
        if operation.field.db_default is NOT_PROVIDED
    ]
    assert new == []


def test_nothing_is_renamed_or_taken_away_while_an_old_build_may_use_it() -> None:
    gone = (RenameField, RenameModel, RemoveField, DeleteModel)
    found = {
        (name, operation.describe())
        for name, operation in operations()
        if isinstance(operation, gone)
    }
    assert found - CONTRACTED == set()


def test_every_step_can_be_taken_back() -> None:
    steps = [(name, one) for name, one in operations() if isinstance(one, RunPython)]
    assert [name for name, one in steps if not one.reversible and name >= FIRST_CHECKED] == []


@pytest.mark.django_db
def test_a_build_that_does_not_know_the_newer_columns_makes_rows() -> None:
    """As the build before 0002 did, which wrote none of them."""
    newer = {name.split(".")[1] for name in columns_added() if name.split(".")[0] == "project"}
    owner = make_user()
    project = Project(owner=owner, name="Old", idea="Counting.")
    known = [field for field in Project._meta.concrete_fields if field.name not in newer]
    _insert(Project, known, project)
    newer = {name.split(".")[1] for name in columns_added() if name.split(".")[0] == "artifact"}
    artifact = Artifact(project=project, artifact_type="brief")
    known = [
        one
        for one in Artifact._meta.concrete_fields
        if one.name not in newer and not one.primary_key
    ]
    _insert(Artifact, known, artifact)
    row = Artifact.objects.get()
    assert (row.content_version, row.is_stale, row.findings, row.previous_inputs) == (
        0,
        False,
        {},
        {},
    )
    assert Project.objects.get().unknown_answers == []


def _insert(model: type[models.Model], fields: list[Any], row: models.Model) -> None:
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {connection.ops.quote_name(model._meta.db_table)} ({columns}) VALUES"
            f" ({marks})",
            values,
        )
