"""An audit finds what must never be, says nothing of what is well, and changes nothing unless told
to.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from artifacts.generation.claims import Outcome
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.services.documents.notes import add_note
from artifacts.services.operations.audit import Breach, audit_projects, audit_tables, projects_of
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.tests.support.factories import (
    ProjectFactory,
    claim_all,
    make_project,
    write,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

LONG_AGO = timezone.now() - timedelta(hours=2)


def found() -> list[Breach]:
    return [
        *audit_tables(),
        *(one for _, some in audit_projects(now=timezone.now()) for one in some),
    ]


def rules() -> set[str]:
    return {violation.rule for violation in found()}


def run(*options: str) -> tuple[str, str]:
    """Return what the command says, and with which words it ended."""
    out, err = StringIO(), StringIO()
    try:
        call_command("audit", *options, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), str(error)
    return out.getvalue(), ""


def brief(project: Project) -> Any:
    return project.artifacts.filter(artifact_type="brief")


def test_what_the_product_makes_itself_holds(founder: User) -> None:
    """Drafts, written, rewritten, copied, claimed, failed and deleted projects, and notes."""
    written = make_project(founder, written=True)
    write(claim_all(written))
    add_note(
        written.documents()[0],
        section="target_user",
        item_id=None,
        text="Why?",
        author=founder,
        tier=Tier.PARTNER,
    )
    duplicate_project(written)
    ProjectFactory.create(owner=founder, draft=True)
    claim_all(make_project(founder))
    assert found() == []
    assert run()[1] == ""


def change_stored(project: Project, **values: Any) -> None:
    assert brief(project).update(**values) == 1


BROKEN: dict[str, tuple[str, Callable[[Project], object]]] = {
    "a row is missing": ("I-1", lambda p: brief(p).delete()),
    "the current version is newer than the newest": (
        "I-1",
        lambda p: change_stored(p, content_version=7),
    ),
    "an attempt wrote a version that is not there": (
        "I-1",
        lambda p: GenerationAttempt.objects.filter(artifact__project=p).update(version_written=9),
    ),
    "the previous version is the current one": (
        "I-2",
        lambda p: change_stored(p, previous_version=1),
    ),
    "there is a previous version without a text": (
        "I-2",
        lambda p: change_stored(p, version_number=2, content_version=2, previous_version=1),
    ),
    "an attempt is open that holds nothing": (
        "I-3",
        lambda p: GenerationAttempt.objects.filter(artifact__in=brief(p)).update(
            outcome=Outcome.OPEN, finished_at=None, version_written=None
        ),
    ),
    "somebody holds what is not being written": (
        "I-3",
        lambda p: change_stored(p, generation_token=uuid.uuid4()),
    ),
    "a lock has no attempt": (
        "I-3",
        lambda p: change_stored(
            p,
            generation_status="generating",
            generation_token=uuid.uuid4(),
            lease_expires_at=timezone.now(),
            generation_started_at=timezone.now(),
        ),
    ),
    "nobody takes up what was abandoned": (
        "I-6",
        lambda p: (claim_all(p), p.artifacts.update(lease_expires_at=LONG_AGO)),
    ),
    "an edit is of a section that is none": (
        "I-7",
        lambda p: change_stored(p, edited_sections={"poem": {}}),
    ),
    "a note cannot be read": ("I-7", lambda p: change_stored(p, annotations=[{"note": 1}])),
    "a version has no text": ("I-10", lambda p: change_stored(p, current_content=None)),
    "a text does not validate": (
        "I-10",
        lambda p: change_stored(p, current_content={"poem": "PLANTED"}),
    ),
    "a dropped id is in use": (
        "I-10",
        lambda p: p.artifacts.filter(artifact_type="mvp_scope").update(
            superseded_items={"F-1": {"title": "x", "version": 1}}
        ),
    ),
    "answers do not validate": (
        "I-10",
        lambda p: Project.objects.filter(pk=p.pk).update(answers={"poem": "PLANTED"}),
    ),
    "a name holds what is never stored": (
        "I-11",
        lambda p: Project.objects.filter(pk=p.pk).update(name="PLANTED\u202e"),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_must_never_be_is_found(name: str, written_project: Project) -> None:
    rule, break_it = BROKEN[name]
    break_it(written_project)
    assert rule in rules()
    said, ended = run()
    assert rule in said
    assert "left" in ended
    assert "PLANTED" not in said


def test_a_machine_is_told_in_one_object(written_project: Project) -> None:
    brief(written_project).update(previous_version=1)
    told = json.loads(run("--json")[0])
    assert {(one["rule"], one["document"], one["project"]) for one in told["violations"]} == {
        ("I-2", "brief", str(written_project.pk))
    }
    assert told["summary"]["projects"] == 1
    assert told["summary"]["by_rule"] == {"I-2": 2}
    brief(written_project).update(previous_version=0)
    assert json.loads(run("--json")[0])["violations"] == []


def test_nothing_is_changed_unless_that_is_said(written_project: Project) -> None:
    brief(written_project).update(generation_token=uuid.uuid4())
    with CaptureQueriesContext(connection) as queries:
        run()
    assert not [
        query
        for query in queries.captured_queries
        if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}
    ]


def test_what_is_safe_to_put_right_is_put_right(written_project: Project) -> None:
    written_project.artifacts.filter(artifact_type="how_it_works").delete()
    brief(written_project).update(generation_token=uuid.uuid4())
    attempt = GenerationAttempt.objects.get(
        artifact__in=written_project.artifacts.filter(artifact_type="mvp_scope")
    )
    GenerationAttempt.objects.filter(pk=attempt.pk).update(outcome=Outcome.OPEN, finished_at=None)
    said, ended = run("--repair")
    assert said.count("Repaired.") == 3
    assert ended == ""
    assert found() == []
    attempt.refresh_from_db()
    assert attempt.outcome == Outcome.ABANDONED
    assert Artifact.objects.filter(project=written_project).count() == 5


def test_what_is_not_safe_is_left_and_said(written_project: Project) -> None:
    brief(written_project).update(current_content={"poem": "x"})
    assert "0 repaired, 1 left" in run("--repair")[1]
    assert brief(written_project).get().current_content == {"poem": "x"}


def test_a_quick_look_reads_no_text(written_project: Project) -> None:
    brief(written_project).update(current_content={"poem": "x"})
    assert run("--quick")[1] == ""
    brief(written_project).update(content_version=7)
    assert "1 left" in run("--quick")[1]


@pytest.mark.parametrize(
    "name", [name for name, (rule, _) in BROKEN.items() if rule in {"I-1", "I-3", "I-6"}]
)
def test_a_quick_look_finds_what_is_beside_the_texts(name: str, written_project: Project) -> None:
    rule, break_it = BROKEN[name]
    break_it(written_project)
    assert rule in run("--quick")[0]


def test_the_parts_are_all_projects_and_none_twice(founder: User) -> None:
    keys = {make_project(founder).pk for _ in range(12)}
    parts = [set(projects_of((number, 3)).values_list("pk", flat=True)) for number in (1, 2, 3)]
    assert sum(map(len, parts)) == 12
    assert set().union(*parts) == keys


@pytest.mark.parametrize("part", ["0/3", "4/3", "1", "a/b", "-1/2"])
def test_a_part_that_is_none_is_refused(part: str) -> None:
    with pytest.raises(CommandError, match="write K/N"):
        call_command("audit", f"--part={part}")


def test_many_projects_are_read_in_few_statements(founder: User) -> None:
    for _ in range(5):
        make_project(founder)
    with CaptureQueriesContext(connection) as queries:
        list(audit_projects(now=timezone.now()))
    assert len(queries) <= 3
