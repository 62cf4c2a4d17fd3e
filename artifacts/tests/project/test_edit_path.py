"""The way of a founder's edit through the code is short, and is what docs/architecture.md says."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client

from artifacts.models import Project
from artifacts.services.editing.manual_edits import fingerprint
from artifacts.tests.support.edit_forms import url, value
from artifacts.tests.support.traced import Trace, trace

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

PAGE = (settings.BASE_DIR / "docs" / "architecture.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## The way of an edit")[2].partition("\n## ")[0]


@pytest.fixture
def way(written_project: Project, founder_client: Client) -> Trace:
    address = url("section_edit", written_project, "brief", "target_user")
    base = fingerprint(value(written_project, "brief", "target_user"))
    founder_client.get(address)
    with trace("section_edit") as found:
        response = founder_client.post(address, {"target_user": "Owners of kiosks.", "base": base})
    assert response.status_code == 302
    assert value(written_project, "brief", "target_user") == "Owners of kiosks."
    return found


def steps() -> list[tuple[str, str]]:
    """Return the rows of the table, each as (file, name)."""
    rows = re.findall(r"^\| \d+ \| (.*?) \| `(.*?)` \|", SECTION, re.MULTILINE)
    return [(file, name) for names, file in rows for name in re.findall(r"`(\w+)`", names)]


def test_it_goes_through_the_steps_of_the_table_in_their_order(way: Trace) -> None:
    assert len(steps()) >= 10
    calls = iter((file, name.partition(".")[0]) for file, name in way.calls)
    assert [step for step in steps() if step not in calls] == []


def test_it_takes_no_more_functions_than_the_page_says(way: Trace) -> None:
    said = re.search(r"(\d+) functions\s+in\s+(\d+) files", SECTION)
    assert said
    functions, files = map(int, said.groups())
    assert len(way.functions) <= functions, "\n".join(map(" ".join, dict.fromkeys(way.calls)))
    assert len(way.files) <= files
