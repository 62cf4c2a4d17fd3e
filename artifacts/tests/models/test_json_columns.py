"""JSON columns hold what they were given, in both databases."""

from __future__ import annotations

import json

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from artifacts.models import Project
from artifacts.tests.support.factories import make_project
from cofounder.json_columns import as_json, read_json

pytestmark = pytest.mark.django_db

VALUE = {"ä": [1, 2.5, None, True, "„Straße“ 🙂", "a\u0001\u2028\n"], "empty": {}, "b": {"c": []}}


@pytest.fixture
def project() -> Project:
    return make_project()


def test_what_is_stored_is_read_as_it_was(project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(ticks=VALUE)
    assert Project.objects.get(pk=project.pk).ticks == VALUE


@pytest.mark.parametrize(
    "text",
    ['{"a": [1, 2.50, null, true]}', '"\\ud83d\\ude42"', "12345678901234567890123", '"\\ud800"'],
)
def test_it_is_read_as_python_reads_it(text: str) -> None:
    assert read_json(text) == json.loads(text)


def test_it_is_written_as_utf_8_and_without_spaces() -> None:
    assert as_json({"ä": [1, None], "b": "ö"}) == '{"ä":[1,null],"b":"ö"}'.encode()
    written = connection.ops.adapt_json_value({"ä": 1}, None)
    if connection.vendor == "sqlite":
        assert written == '{"ä":1}'


def test_a_row_is_found_by_an_empty_value(project: Project) -> None:
    assert Project.objects.filter(pk=project.pk, ticks={}).exists()


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_a_number_that_json_does_not_have_is_refused(project: Project, number: float) -> None:
    rows = Project.objects.filter(pk=project.pk)
    with pytest.raises((DataError, IntegrityError)), transaction.atomic():
        rows.update(ticks={"n": number})


def test_a_value_that_json_does_not_have_is_refused(project: Project) -> None:
    with pytest.raises(ValueError, match="Unable to serialize"):
        Project.objects.filter(pk=project.pk).update(ticks={"n": object()})
