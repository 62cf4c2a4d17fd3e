"""Writing a cascade: in order, each from all before it, and stored whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from artifacts.generation.claims import Edits, Outcome, cancel
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.tests.support.document_rows import Status, artifact
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db


def test_it_writes_all_documents_in_order_each_from_all_before_it(project: Project) -> None:
    runner = StubRunner()
    steps = write_claim(claim_all(project), runner=runner)

    assert [step.artifact_type for step in steps] == list(GENERATION_ORDER)
    assert {step.outcome for step in steps} == {Outcome.STORED}
    for artifact_type, earlier in runner.calls:
        assert tuple(earlier) == artifact_type.earlier
    assert set(project.artifacts.values_list("version_number", "generation_status")) == {
        (1, Status.IDLE)
    }


def test_stored_content_is_whole_and_valid_and_carries_its_schema_version(
    written_project: Project,
) -> None:
    for row in written_project.artifacts.all():
        assert row.current_content is not None
        assert row.current_content["_schema_version"] == 1
        assert (
            load_content(row.type, row.current_content).model_dump(mode="json")
            == row.current_content
        )
        assert all(
            section.name in row.current_content for section in row.type.content_class.sections()
        )


def test_regeneration_rotates_current_to_previous(written_project: Project) -> None:
    before = artifact(written_project, ArtifactType.BRIEF).current_content
    contents = {
        **PLAIN,
        ArtifactType.BRIEF: {**PLAIN[ArtifactType.BRIEF], "target_user": "Owners of kiosks."},
    }
    write_claim(claim_all(written_project), runner=StubRunner(contents=contents))

    brief = artifact(written_project, ArtifactType.BRIEF)
    assert brief.version_number == 2
    assert brief.previous_content == before
    assert brief.current_content is not None
    assert brief.current_content["target_user"] == "Owners of kiosks."


def test_the_receipt_says_what_it_took(written_project: Project) -> None:
    attempt = artifact(written_project, ArtifactType.MILESTONES).attempts.get()
    assert attempt.outcome == Outcome.STORED
    assert attempt.version_written == 1
    assert attempt.upstream_versions == {"brief": 1, "mvp_scope": 1}
    assert (attempt.model, attempt.tokens_in, attempt.tokens_out, attempt.cost_usd) == (
        "stub-1",
        10,
        20,
        None,
    )
    assert attempt.duration_seconds is not None


def test_a_worker_that_lost_its_lease_writes_nothing(project: Project) -> None:
    """The other worker takes over while this one is still busy with the brief."""
    fast = StubRunner()

    def be_overtaken(artifact_type: ArtifactType) -> None:
        project.artifacts.update(lease_expires_at="2020-01-01T00:00Z")
        write_claim(claim_all(project), runner=fast)

    slow = StubRunner(before=be_overtaken)
    steps = write_claim(claim_all(project), runner=slow)

    assert steps == []
    assert len(slow.calls) == 1
    assert len(fast.calls) == ALL_DOCUMENTS
    assert set(project.artifacts.values_list("version_number", flat=True)) == {1}
    lost = GenerationAttempt.objects.filter(outcome=Outcome.ABANDONED)
    assert lost.count() == ALL_DOCUMENTS


def test_an_edit_made_while_later_documents_are_written_is_built_upon(project: Project) -> None:
    def edit_brief(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MVP_SCOPE:
            brief = artifact(project, ArtifactType.BRIEF)
            assert brief.current_content is not None
            brief.current_content["target_user"] = "Owners of kiosks."
            brief.save(update_fields=["current_content"])

    runner = StubRunner(before=edit_brief)
    write_claim(claim_all(project), runner=runner)

    given = dict(runner.calls)
    assert given[ArtifactType.MVP_SCOPE][ArtifactType.BRIEF].target_user == "Owners of small shops."
    assert given[ArtifactType.MILESTONES][ArtifactType.BRIEF].target_user == "Owners of kiosks."


def test_a_project_deleted_meanwhile_ends_the_cascade_quietly(project: Project) -> None:
    runner = StubRunner(before=lambda _: Project.objects.filter(pk=project.pk).delete())
    assert write_claim(claim_all(project), runner=runner) == []
    assert len(runner.calls) == 1


def test_an_interruption_gives_the_locks_back(project: Project) -> None:
    def press_ctrl_c(artifact_type: ArtifactType) -> None:
        if artifact_type is ArtifactType.MILESTONES:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_claim(claim_all(project), runner=StubRunner(before=press_ctrl_c))
    assert not project.artifacts.generating().exists()
    assert list(project.artifacts.order_by("pk").values_list("version_number", flat=True)) == [
        1,
        1,
        *[0] * (ALL_DOCUMENTS - 2),
    ]


def test_a_cancelled_cascade_stops_after_what_it_is_writing(project: Project) -> None:
    cascade = claim_all(project)
    steps = write_claim(cascade, runner=StubRunner(before=lambda _: cancel(cascade)))
    assert steps == []
    assert not project.artifacts.exclude(generation_status=Status.IDLE).exists()
    assert set(GenerationAttempt.objects.values_list("outcome", flat=True)) == {Outcome.CANCELLED}


def test_a_listener_that_breaks_does_not_leave_documents_locked(project: Project) -> None:
    def break_down(_: object) -> None:
        raise BrokenPipeError

    with pytest.raises(Exception, match="BrokenPipe"):
        write_claim(claim_all(project), runner=StubRunner(), on_step=break_down)
    assert not project.artifacts.generating().exists()
    assert artifact(project, ArtifactType.BRIEF).version_number == 1


class TestEdits:
    @pytest.fixture
    def edited(self, written_project: Project) -> Project:
        mvp = artifact(written_project, ArtifactType.MVP_SCOPE)
        assert mvp.current_content is not None
        generated = mvp.current_content["core_features"]
        mine = [
            {**generated[1], "name": "My own reorder list"},
            {**generated[0], "id": "F-3", "name": "My third"},
        ]
        mvp.current_content["core_features"] = mine
        mvp.edited_sections = {
            "core_features": {"generated": generated, "by": "me", "at": "2026-01-01T00:00:00Z"}
        }
        mvp.superseded_items = {"F-1": {"title": "Shelf count", "version": 1}}
        mvp.save()
        return written_project

    def test_keep_leaves_edited_sections_and_writes_the_rest(self, edited: Project) -> None:
        before = artifact(edited, ArtifactType.MVP_SCOPE).current_content
        contents = {
            **PLAIN,
            ArtifactType.MVP_SCOPE: {**PLAIN[ArtifactType.MVP_SCOPE], "out_of_scope": ["New"]},
        }
        write_claim(claim_all(edited, edits=Edits.KEEP), runner=StubRunner(contents=contents))
        mvp = artifact(edited, ArtifactType.MVP_SCOPE)
        assert before is not None
        assert mvp.current_content is not None
        assert mvp.current_content["core_features"] == before["core_features"]
        assert mvp.current_content["out_of_scope"] == ["New"]
        assert [f["name"] for f in mvp.edited_sections["core_features"]["generated"]] == [
            "Shelf count",
            "Reorder list",
        ]
        assert mvp.edited_sections["core_features"]["by"] == "me"

    def test_overwrite_replaces_them_and_the_previous_version_still_has_them(
        self, edited: Project
    ) -> None:
        before = artifact(edited, ArtifactType.MVP_SCOPE).current_content
        write_claim(claim_all(edited, edits=Edits.OVERWRITE), runner=StubRunner())
        mvp = artifact(edited, ArtifactType.MVP_SCOPE)
        assert mvp.previous_content == before
        assert mvp.edited_sections == {}
        assert mvp.current_content is not None
        ids = [feature["id"] for feature in mvp.current_content["core_features"]]
        assert "F-1" not in ids, "an id that was lost is never given away again"


@pytest.mark.django_db(transaction=True)
def test_no_connection_and_no_transaction_is_held_while_a_runner_writes(project: Project) -> None:
    held = []

    def look(artifact_type: ArtifactType) -> None:
        held.append((connection.in_atomic_block, connection.connection is not None))

    write_claim(claim_all(project), runner=StubRunner(before=look))
    assert held == [(False, False)] * ALL_DOCUMENTS


@pytest.mark.django_db(transaction=True)
def test_five_documents_cost_six_commits_and_few_statements(project: Project) -> None:
    with CaptureQueriesContext(connection) as queries:
        write_claim(claim_all(project), runner=StubRunner())
    said = [query["sql"].strip().upper() for query in queries]
    statements = [sql for sql in said if not sql.startswith(("BEGIN", "COMMIT"))]
    # Outside a transaction each statement is one; only those that store write.
    stores = [sql for sql in statements if sql.startswith("WITH HELD")]
    assert sum(sql.startswith("COMMIT") for sql in said) + len(stores) == 6
    assert len(statements) == (9 if connection.vendor == "postgresql" else 18)


class TestRowsInMemory:
    """Documents are kept from turn to turn; what somebody changes meanwhile is read again before
    the next one.
    """

    def write(
        self, project: Project, act: Any, at: ArtifactType = ArtifactType.MILESTONES
    ) -> StubRunner:
        def meddle(artifact_type: ArtifactType) -> None:
            if artifact_type is at:
                act(project)

        runner = StubRunner(before=meddle)
        write_claim(claim_all(project), runner=runner)
        return runner

    def test_an_earlier_document_that_is_edited_meanwhile(self, project: Project) -> None:
        def edit(project: Project) -> None:
            row = artifact(project, ArtifactType.BRIEF)
            assert row.current_content is not None
            row.current_content["target_user"] = "Owners of kiosks."
            row.save(update_fields=["current_content"])

        calls = dict(self.write(project, edit).calls)
        seen = {
            t: earlier[ArtifactType.BRIEF].model_dump()["target_user"]
            for t, earlier in calls.items()
            if earlier
        }
        assert seen[ArtifactType.MILESTONES] == "Owners of small shops."
        assert seen[ArtifactType.RISK_LOG] == seen[ArtifactType.HOW_IT_WORKS] == "Owners of kiosks."

    def test_answers_that_change_meanwhile_are_recorded(self, project: Project) -> None:
        self.write(
            project,
            lambda project: Project.objects.filter(pk=project.pk).update(idea="Another idea"),
        )
        inputs = {t: artifact(project, t).inputs["idea"] for t in GENERATION_ORDER}
        before, after = inputs[ArtifactType.MILESTONES], inputs[ArtifactType.RISK_LOG]
        assert before != after
        assert [inputs[t] for t in GENERATION_ORDER] == [before, before, before, after, after]

    def test_a_plan_that_ends_meanwhile_counts_for_the_next_document(
        self, project: Project
    ) -> None:
        tiers: list[str] = []

        class Noting(StubRunner):
            def write(self, project: Any, artifact_type: Any, earlier: Any, order: Any) -> Any:
                tiers.append(order.tier.value)
                return super().write(project, artifact_type, earlier, order)

        def end_plan(artifact_type: ArtifactType) -> None:
            if artifact_type is ArtifactType.MVP_SCOPE:
                type(project.owner).objects.update(tier="bootstrapper")

        write_claim(claim_all(project), runner=Noting(before=end_plan))
        assert tiers == ["partner", "partner", "bootstrapper", "bootstrapper", "bootstrapper"]

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL tells every change")
    def test_what_no_writer_keeps_is_no_reason_to_read_all_again(self, project: Project) -> None:
        def note(project: Project) -> None:
            project.artifacts.filter(artifact_type="how_it_works").update(
                annotations=[{"section_id": "data_flow", "note": "Why?"}]
            )

        with CaptureQueriesContext(connection) as queries:
            self.write(project, note)
        reads = [query["sql"] for query in queries if "row_version" in query["sql"]]
        assert len(reads) == 1

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite hashes rows")
    def test_nobody_asks_what_has_changed_once_nothing_is_left_to_write(
        self, project: Project
    ) -> None:
        with CaptureQueriesContext(connection) as queries:
            self.write(project, lambda project: None)
        closings = [query["sql"] for query in queries if "RETURNING" in query["sql"]]
        assert sum("SHA1" in sql for sql in closings) == ALL_DOCUMENTS - 1

    def test_a_document_that_is_taken_away_meanwhile_is_not_written(self, project: Project) -> None:
        def take_away(project: Project) -> None:
            project.artifacts.filter(artifact_type="how_it_works").update(
                generation_status="idle",
                generation_token=None,
                lease_expires_at=None,
                generation_started_at=None,
            )

        runner = self.write(project, take_away)
        assert [artifact_type for artifact_type, _ in runner.calls] == list(GENERATION_ORDER[:4])
        assert artifact(project, ArtifactType.HOW_IT_WORKS).version_number == 0

    def test_a_regeneration_rotates_what_was_edited_in_the_last_moment(
        self, written_project: Project
    ) -> None:
        """I-2: what moves to the previous version is what is current in the database, not what was
        read.
        """
        text = "What stood there last."

        def edit_the_row_itself(project: Project) -> None:
            row = artifact(project, ArtifactType.MILESTONES)
            assert row.current_content is not None
            row.current_content["resource_plan"] = text
            row.save(update_fields=["current_content"])

        self.write(written_project, edit_the_row_itself)
        row = artifact(written_project, ArtifactType.MILESTONES)
        assert row.previous_content is not None
        assert row.previous_content["resource_plan"] == text

    def test_an_attempt_that_is_gone_stops_no_document(self, project: Project) -> None:
        self.write(
            project,
            lambda project: GenerationAttempt.objects.filter(artifact__project=project).delete(),
        )
        assert {row.version_number for row in project.artifacts.all()} == {1}


def test_every_column_of_a_receipt_is_stored(project: Project) -> None:
    write_claim(claim_all(project), runner=StubRunner())
    attempt = GenerationAttempt.objects.get(artifact=artifact(project, ArtifactType.RISK_LOG))
    assert attempt.outcome == Outcome.STORED
    assert attempt.version_written == 1
    assert attempt.finished_at is not None
    assert attempt.duration_seconds is not None
    assert attempt.upstream_versions == {"brief": 1, "mvp_scope": 1, "milestones": 1}
