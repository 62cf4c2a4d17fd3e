from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from artifacts.generation.claims import cancel
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents.checks import check_project, ignore_finding
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.usage import staff_index
from artifacts.usage.staff_index import index_changed

pytestmark = pytest.mark.django_db


def stale(project: Project) -> set[str]:
    return set(project.artifacts.filter(is_stale=True).values_list("artifact_type", flat=True))


def test_an_answer_that_changes_makes_documents_stale_and_back_again(
    written_project: Project,
) -> None:
    assert index_changed() == 1
    assert stale(written_project) == set()
    answer_question(written_project, key="price", text="9 euros")
    index_changed()
    assert len(stale(written_project)) == ALL_DOCUMENTS
    answer_question(written_project, key="price", text="")
    index_changed()
    assert stale(written_project) == set()


def test_a_text_that_changes_makes_the_later_documents_stale(written_project: Project) -> None:
    scope = written_project.artifacts.get(artifact_type="mvp_scope")
    assert scope.current_content is not None
    scope.current_content["out_of_scope"] = ["Taxes"]
    scope.save(update_fields=["current_content", "updated_at"])
    index_changed()
    assert stale(written_project) == set(ArtifactType.MVP_SCOPE.later)


def test_the_worst_finding_that_counts_is_noted(written_project: Project, founder: Any) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    assert brief.current_content is not None
    brief.current_content["problem_statement"] = "We have [[F-99]] in mind."
    brief.save(update_fields=["current_content", "updated_at"])
    index_changed()
    brief.refresh_from_db()
    assert brief.worst_finding == "broken"
    found = check_project(Project.objects.get(pk=written_project.pk)).findings
    for one in (one for one in found if one.place.artifact_type == brief.type):
        ignore_finding(
            written_project,
            finding_id=one.id,
            reason="It is fine",
            by=founder,
            tier=founder.get_tier(),
        )
    index_changed()
    brief.refresh_from_db()
    assert brief.worst_finding != "broken"


def test_nothing_is_surveyed_twice_and_only_so_much_at_once() -> None:
    for _ in range(3):
        make_project()
    assert [index_changed(limit=2) for _ in range(3)] == [2, 1, 0]


def test_what_is_being_written_has_its_turn_afterwards() -> None:
    project = make_project()
    claim = claim_all(project)
    assert index_changed() == 0
    cancel(claim)
    assert index_changed() == 1


def test_what_changes_meanwhile_has_its_turn_in_the_next_sweep(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check_slowly(project: Project) -> Any:
        Artifact.objects.get(project=project, artifact_type="brief").save(
            update_fields=["updated_at"]
        )
        return check_project(project)

    with monkeypatch.context() as patched:
        patched.setattr(staff_index, "known_report", check_slowly)
        index_changed()
    assert list(Artifact.objects.unsurveyed().values_list("artifact_type", flat=True)) == ["brief"]


@pytest.mark.django_db(transaction=True)
def test_what_others_write_while_it_reads_does_not_stop_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(2 * staff_index._READ_AT_ONCE + 1):
        make_project()

    def check_while_others_write(project: Project) -> Any:
        with ThreadPoolExecutor(max_workers=1) as others:
            others.submit(_write_elsewhere).result()
        return check_project(project)

    monkeypatch.setattr(staff_index, "known_report", check_while_others_write)
    index_changed()
    assert not Project.objects.unsurveyed().exists()


def _write_elsewhere() -> None:
    try:
        make_user()
    finally:
        connection.close()


def test_what_cannot_be_read_stops_nothing(written_project: Project) -> None:
    brief = written_project.artifacts.get(artifact_type="brief")
    brief.current_content = {"problem_statement": 3}
    brief.save()
    assert [index_changed(), index_changed()] == [1, 0]
