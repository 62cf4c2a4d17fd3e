from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.generation.writer import write_claim
from artifacts.models import Project
from artifacts.runners.fake import RunnerFake
from artifacts.tests.support.factories import ProjectFactory, claim_all, make_project
from artifacts.tests.support.faults import spoil
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


@pytest.fixture
def sound_project(founder) -> Project:
    """A project whose documents the offline writer has composed: nothing is wrong with them."""
    project = ProjectFactory.create(answered=True, owner=founder)
    write_claim(claim_all(project), runner=RunnerFake())
    return project


def run(*arguments: str, **options: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("check_artifacts", *arguments, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_it_says_that_all_is_well(sound_project):
    out, _ = run("shelfwise")
    assert "Documents agree, 100 of 100" in out
    assert "Features that a milestone delivers: 3 of 3 (100 %)" in out
    assert out.endswith("Checked 1 project: 0 broken, 0 important and 0 minor, 0 ignored.\n")


def test_it_names_every_finding_with_its_place_and_how_to_fix_it(sound_project):
    spoil(sound_project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]].")
    out, _ = run(str(sound_project.pk))
    assert "broken    How It Works, Data flow: This points at F-99" in out
    assert "take the pointer out. [pointer_unknown " in out
    assert "Documents do not agree, 85 of 100" in out


@pytest.mark.parametrize(
    ("text", "fail_on", "fails"),
    [
        ("Shelfwise: see [[F-99]].", "broken", True),
        ("Shelfwise: see [[F-99]].", "minor", True),
        ("Shelfwise has 4711 users.", "broken", False),
        ("Shelfwise has 4711 users.", "important", True),
        ("Shelfwise has users.", "minor", False),
    ],
)
def test_it_fails_where_it_is_told_to(text, fail_on, fails, sound_project):
    spoil(sound_project, "how_it_works", "data_flow", text)
    if not fails:
        run("Shelfwise", fail_on=fail_on)
        return
    with pytest.raises(CommandError, match="Checked 1 project") as error:
        run("Shelfwise", fail_on=fail_on)
    assert error.value.returncode == 1


def test_it_tells_a_tier_only_what_that_may_know(sound_project):
    spoil(sound_project, "brief", "competitive_strategy", "Shelfwise: SECRET [[F-99]] TODO")
    assert "Documents agree, 100 of 100" in run("Shelfwise", tier=Tier.PARTNER.value)[0]
    assert "TODO" in run("Shelfwise")[0]


def test_json_of_one_project_is_its_object(sound_project):
    assert json.loads(run("Shelfwise", "--json")[0])["project"]["name"] == "Shelfwise"


def test_json_of_no_project_is_one_object_too(db):
    assert json.loads(run("--all", "--json")[0]) == {"projects": []}


def test_json_of_all_is_one_object_with_a_line_for_each_project(sound_project, stranger):
    make_project(stranger, name="Other")
    spoil(sound_project, "how_it_works", "data_flow", "Shelfwise: see [[F-99]].")
    out, err = run("--all", "--json")
    first, other = json.loads(out)["projects"]
    assert first["project"]["name"] == "Shelfwise"
    assert (first["verdict"], first["findings"][0]["rule"]) == ("broken", "pointer_unknown")
    assert other["findings"] == []
    assert err == "Checked 2 projects: 1 broken, 0 important and 0 minor, 0 ignored.\n"


def test_deleted_projects_are_left_out_of_all(sound_project):
    Project.objects.filter(pk=sound_project.pk).update(deleted_at=sound_project.created_at)
    assert run("--all")[0].startswith("Checked 0 projects")


def test_all_takes_as_many_queries_for_two_as_for_one(
    sound_project, stranger, django_assert_num_queries
):
    with django_assert_num_queries(2):
        run("--all")
    make_project(stranger, name="Other", written=True)
    with django_assert_num_queries(2):
        run("--all")


@pytest.mark.parametrize("arguments", [(), ("Shelfwise", "--all"), ("Nothing of that name",)])
def test_a_wrong_argument_exits_with_2(arguments, db):
    with pytest.raises(CommandError) as error:
        run(*arguments)
    assert error.value.returncode == 2


def test_regenerate_reports_findings_as_json(sound_project):
    spoil(sound_project, "brief", "competitive_strategy", "Shelfwise: SECRET TODO")
    out = StringIO()
    call_command(
        "regenerate",
        str(sound_project.pk),
        "--dry-run",
        "--json",
        "--as-tier",
        "cto_scale",
        stdout=out,
    )
    report = json.loads(out.getvalue())
    assert [finding["rule"] for finding in report["findings"]] == ["placeholder"]
    out = StringIO()
    call_command(
        "regenerate",
        str(sound_project.pk),
        "--dry-run",
        "--json",
        "--as-tier",
        "partner",
        stdout=out,
    )
    assert json.loads(out.getvalue())["findings"] == []
