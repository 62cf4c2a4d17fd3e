"""Tests of assumptions: whom to ask, what to do, what result kills the assumption, and what came of
it.

They stand apart from the documents, so that no regeneration touches them.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from artifacts.documents.references import split
from artifacts.documents.testing import AssumptionOutcome, Result

WHOM_MAX = 500
WHAT_MAX = 2000
KILLS_MAX = 500
NOTE_MAX = 2000


class AssumptionTestQuerySet(models.QuerySet["AssumptionTest"]):
    def unfinished(self) -> AssumptionTestQuerySet:
        return self.filter(state__in=UNFINISHED)


class JsonRows(models.Aggregate):
    """The rows of a group as one JSON list."""

    function = "JSONB_AGG"
    output_field = models.JSONField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **context)


class AssumptionTest(models.Model):
    class Phase(models.TextChoices):
        DRAFT = "draft", "Draft"
        STARTED = "started", "Running"
        PASSED = "passed", "Passed"
        FAILED = "failed", "Failed"
        UNCLEAR = "unclear", "Unclear"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey("artifacts.Project", on_delete=models.CASCADE, related_name="tests")
    assumption = models.CharField(max_length=80)
    """The key of the assumption: "brief.A-1"."""
    statement = models.TextField()
    """What the assumption said when the test was made. A result says nothing of other words."""
    whom = models.TextField(blank=True, default="", db_default="")
    what = models.TextField(blank=True, default="", db_default="")
    kills = models.TextField(blank=True, default="", db_default="")
    """The result that kills the assumption."""
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=Phase.choices, default=Phase.DRAFT)
    ended_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, default="", db_default="")
    """What came of it, in the founder's words."""
    said_yes = models.PositiveIntegerField(null=True, blank=True)
    asked = models.PositiveIntegerField(null=True, blank=True)
    """How many people were asked, of whom `said_yes` said yes; None if nobody counted."""
    order = models.CharField(max_length=80, blank=True, default="", db_default="")
    """Which draft of a language model is awaited; empty for none."""
    ordered_at = models.DateTimeField(null=True, blank=True)
    """When one was last asked for."""
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField(auto_now=True)

    objects = AssumptionTestQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["draft", "started", "passed", "failed", "unclear"]),
                name="assumption_test_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "started"]) | Q(ended_on__isnull=False),
                name="assumption_test_ended_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(said_yes__isnull=True, asked__isnull=True)
                | Q(said_yes__lte=F("asked")),
                name="assumption_test_yes_within_asked",
            ),
            # Two windows make one test, and nobody runs two of one assumption at the same time.
            models.UniqueConstraint(
                fields=["project", "assumption"],
                condition=Q(state__in=["draft", "started"]),
                name="assumption_test_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Test of {self.assumption}"

    @property
    def is_draft(self) -> bool:
        return self.state == self.Phase.DRAFT

    @property
    def is_started(self) -> bool:
        return self.state == self.Phase.STARTED

    @property
    def is_over(self) -> bool:
        return self.state not in UNFINISHED

    @property
    def item_id(self) -> str:
        return self.assumption.rpartition(".")[2]

    @property
    def claim(self) -> str:
        """What the assumption said, with the names of what it points at."""
        return "".join(
            piece.text or piece.pointer.rpartition(".")[2].replace("_", " ")
            for piece in split(self.statement)
        )

    @property
    def outcome(self) -> AssumptionOutcome | None:
        """What it found; None while it is not over."""
        if not self.is_over or self.ended_on is None:
            return None
        return AssumptionOutcome(
            self.assumption, Result(self.state), self.ended_on, self.statement, str(self.pk)
        )

    def copy_to(self, project: models.Model) -> AssumptionTest:
        """Return the same test of another project, unsaved, without the draft that a model may
        still be writing.
        """
        told = {name: getattr(self, name) for name in COPIED}
        return AssumptionTest(project_id=project.pk, **told)


COPIED = (
    *("assumption", "statement", "whom", "what", "kills", "due", "state"),
    *("ended_on", "note", "said_yes", "asked", "created_at"),
)
"""Columns that a copy has from its original."""

UNFINISHED = (AssumptionTest.Phase.DRAFT, AssumptionTest.Phase.STARTED)


def tests_in_project(project: str) -> Subquery:
    """Return an expression for all tests of a project, which `read_tests` reads: so that no page
    takes another query for them. `project` is the column of its key.
    """
    fields = {name: F(name) for name in _columns()}
    tests = AssumptionTest.objects.filter(project=OuterRef(project)).order_by().values("project")
    rows = tests.annotate(rows=JsonRows(JSONObject(**fields))).values("rows")
    return Subquery(rows, output_field=models.JSONField())


def read_tests(project: Any, stored: list[Mapping[str, Any]] | None) -> list[AssumptionTest]:
    """Return the tests that the database has told in one value, the oldest first."""
    tests = [_read_test(project, row) for row in stored or ()]
    return sorted(tests, key=lambda test: (test.created_at, test.pk))


def _read_test(project: Any, row: Mapping[str, Any]) -> AssumptionTest:
    names = _columns()
    values = [_value(name, row[name]) for name in names]
    test = AssumptionTest.from_db(DEFAULT_DB_ALIAS, names, values)
    test.project = project
    return test


def _value(name: str, stored: Any) -> Any:
    value = AssumptionTest._meta.get_field(name).to_python(stored)  # type: ignore[union-attr]
    # SQLite keeps moments in UTC and does not say so.
    is_naive = isinstance(value, datetime) and value.tzinfo is None
    return value.replace(tzinfo=UTC) if is_naive else value


def _columns() -> list[str]:
    names = (field.name for field in AssumptionTest._meta.concrete_fields)
    return [name for name in names if name != "project"]
