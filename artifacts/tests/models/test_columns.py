"""Values of our own statements are given to the database as Django would give them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection

from artifacts.models import Artifact
from artifacts.models.columns import assignments, prepared

NOON = datetime(2027, 3, 4, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "moment",
    [
        NOON,
        NOON.replace(microsecond=90),
        NOON.astimezone(timezone(timedelta(hours=5, minutes=30))),
        NOON.astimezone(timezone(-timedelta(hours=13))),
        None,
    ],
)
def test_a_moment_is_stored_as_django_stores_it(moment: datetime | None) -> None:
    _, given = assignments(Artifact, {"begun_at": moment})
    assert given == ([] if moment is None else [prepared(Artifact, "begun_at", moment)])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps time zones")
def test_a_moment_is_stored_in_utc() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))
    _, given = assignments(Artifact, {"begun_at": there})
    assert given == ["2027-03-04 12:00:00"]
