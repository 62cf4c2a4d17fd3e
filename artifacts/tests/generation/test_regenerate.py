from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.models import GenerationAttempt, Project
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.projects.lifecycle import answer_question
from artifacts.tests.support.factories import claim_all, make_project
from artifacts.tests.support.plain import ALL_DOCUMENTS

pytestmark = pytest.mark.django_db


def regenerate(*arguments: object) -> tuple[str, str]:
    """Return what the command printed on stdout and on stderr."""
    out, err = StringIO(), StringIO()
    call_command("regenerate", *map(str, arguments), stdout=out, stderr=err, no_color=True)
    return out.getvalue(), err.getvalue()


RISK_LOG = ArtifactType.RISK_LOG


def versions(project: Project) -> list[int]:
    return [document.version_number for document in Project.objects.get(pk=project.pk).documents()]


def edit(project: Project, artifact_type: str, section: str) -> None:
    edited = {section: {"generated": "x", "by": "me", "at": "2026-01-01T00:00:00Z"}}
    project.artifacts.filter(artifact_type=artifact_type).update(edited_sections=edited)


def test_it_writes_all_documents_with_a_line_for_each_and_a_summary(project: Project) -> None:
    out, _ = regenerate(project.pk)
    lines = out.splitlines()
    assert [line.split()[0] for line in lines[:ALL_DOCUMENTS]] == list(GENERATION_ORDER)
    assert lines[-1].startswith(f"Wrote {ALL_DOCUMENTS} documents of Shelfwise in ")
    assert versions(project) == [1] * ALL_DOCUMENTS


def test_a_second_run_stands_beside_the_first(project: Project) -> None:
    regenerate(project.pk)
    regenerate("shelfwise")
    assert versions(project) == [2] * ALL_DOCUMENTS
    assert all(document.previous_content for document in project.documents())


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--only", "brief", "risk_log"], {ArtifactType.BRIEF, RISK_LOG}),
        (["--from", "risk_log"], {RISK_LOG, *RISK_LOG.later}),
    ],
)
def test_it_writes_only_what_it_is_told_to(
    options: list[str], expected: set[ArtifactType], written_project: Project
) -> None:
    regenerate(written_project.pk, *options)
    assert versions(written_project) == [2 if one in expected else 1 for one in GENERATION_ORDER]


def test_json_is_one_object_on_stdout_and_progress_goes_to_stderr(project: Project) -> None:
    out, err = regenerate(project.pk, "--json")
    report = json.loads(out)
    assert report["ok"] is True
    assert [step["outcome"] for step in report["steps"]] == ["stored"] * ALL_DOCUMENTS
    assert [document["version"] for document in report["documents"]] == [1] * ALL_DOCUMENTS
    assert len(err.splitlines()) == ALL_DOCUMENTS


def test_as_tier_reports_what_that_tier_reads(written_project: Project) -> None:
    out, _ = regenerate(written_project.pk, "--json", "--as-tier", "bootstrapper", "--dry-run")
    brief = json.loads(out)["documents"][0]
    assert brief["locked"] == ["market_analysis", "competitive_strategy"]
    assert "problem_statement" in brief["sections"]


class TestDryRun:
    def test_it_says_what_it_would_write_and_changes_nothing(
        self, written_project: Project
    ) -> None:
        before = list(written_project.artifacts.values())
        attempts = GenerationAttempt.objects.count()
        out, err = regenerate(written_project.pk, "--from", "risk_log", "--dry-run")
        assert err.splitlines() == [f"would write {one} v2" for one in (RISK_LOG, *RISK_LOG.later)]
        assert "Nothing was changed" in out
        assert list(written_project.artifacts.values()) == before
        assert GenerationAttempt.objects.count() == attempts

    def test_it_names_the_edits_in_the_way(self, written_project: Project) -> None:
        edit(written_project, "brief", "target_user")
        with pytest.raises(CommandError, match="Product Brief: Target user"):
            regenerate(written_project.pk, "--dry-run")
        assert "Would write" in regenerate(written_project.pk, "--dry-run", "--edits", "keep")[0]


class TestFailures:
    def fails(self, *arguments: object) -> CommandError:
        with pytest.raises(CommandError) as caught:
            regenerate(*arguments)
        return caught.value

    def test_a_failing_document_is_named_and_the_exit_code_is_1(self, project: Project) -> None:
        error = self.fails(project.pk, "--runner", "fake:fails_at:mvp_scope")
        assert error.returncode == 1
        assert f"Wrote 1 of {ALL_DOCUMENTS} documents. MVP Scope: " in str(error)
        assert versions(project) == [1, *[0] * (ALL_DOCUMENTS - 1)]

    def test_json_tells_the_failure_too(
        self, project: Project, capsys: pytest.CaptureFixture[str]
    ) -> None:
        out = StringIO()
        with pytest.raises(CommandError):
            call_command(
                "regenerate", str(project.pk), "--json", "--runner=fake:fails_at:brief", stdout=out
            )
        report = json.loads(out.getvalue())
        assert report["ok"] is False
        assert [step["outcome"] for step in report["steps"]] == [
            "failed",
            *["skipped"] * (ALL_DOCUMENTS - 1),
        ]

    def test_ctrl_c_ends_in_a_sentence_with_the_locks_given_back(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def press(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("artifacts.runners.fake.RunnerFake.write", press)
        error = self.fails(project.pk)
        assert (error.returncode, "Interrupted" in str(error)) == (1, True)
        assert not project.artifacts.generating().exists()

    def test_edits_are_not_overwritten_unless_told_to(self, written_project: Project) -> None:
        edit(written_project, "brief", "target_user")
        assert self.fails(written_project.pk).returncode == 1
        assert versions(written_project) == [1] * ALL_DOCUMENTS
        regenerate(written_project.pk, "--edits", "overwrite")
        assert versions(written_project) == [2] * ALL_DOCUMENTS

    def test_a_generation_that_runs_already_is_not_disturbed(self, project: Project) -> None:
        claim_all(project)
        error = self.fails(project.pk)
        assert (error.returncode, "already writing" in str(error)) == (1, True)

    def test_a_document_whose_base_is_missing(self, project: Project) -> None:
        assert "must be written first" in str(self.fails(project.pk, "--only", "milestones"))

    @pytest.mark.parametrize(
        "runner", ["llm", "typewriter", "fake:banana", "fake:fails_at:weather"]
    )
    def test_a_runner_that_cannot_be_had(self, runner: str, project: Project) -> None:
        error = self.fails(project.pk, "--runner", runner)
        assert error.returncode == 1
        assert not GenerationAttempt.objects.exists()

    @pytest.mark.parametrize(
        "name", ["Nobody's", "00000000-0000-0000-0000-000000000000", "", "x" * 60_000]
    )
    def test_a_project_that_does_not_exist_is_wrong_usage(self, name: str, db: None) -> None:
        error = self.fails(name)
        assert error.returncode == 2
        assert "There is no project" in str(error)

    def test_a_name_that_two_projects_have_is_wrong_usage_and_lists_them(self, db: None) -> None:
        projects = [make_project(name="Twin"), make_project(name="Twin")]
        error = self.fails("twin")
        assert error.returncode == 2
        assert all(str(project.pk) in str(error) for project in projects)


@pytest.mark.django_db(transaction=True)
def test_enqueue_hands_the_work_to_the_queue(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[Any] = []
    monkeypatch.setattr("artifacts.tasks.write_cascade", lambda *ids: rung.append(ids))
    out, _ = regenerate(project.pk, "--enqueue")
    assert f"Enqueued {ALL_DOCUMENTS} documents" in out
    assert [project_id for project_id, _ in rung] == [str(project.pk)]
    assert project.artifacts.generating().count() == ALL_DOCUMENTS


def test_stale_writes_only_what_something_has_changed_under(project: Project) -> None:
    regenerate(project.pk)
    out, _ = regenerate(project.pk, "--stale")
    assert out.strip() == "Nothing of Shelfwise is stale."
    answer_question(project, key="price", text="9 euros a month")
    regenerate(project.pk, "--only", "brief", "mvp_scope", "milestones")
    out, _ = regenerate(project.pk, "--stale")
    assert [line.split()[0] for line in out.splitlines()[:-1]] == [RISK_LOG, *RISK_LOG.later]


def test_a_review_leaves_an_edited_document_alone_and_says_so(project: Project) -> None:
    regenerate(project.pk)
    edit(project, "brief", "key_constraint")
    out, _ = regenerate(project.pk, "--edits", "review")
    assert out.startswith("brief          proposed: It waits for the founder's decision")
    assert versions(project) == [1, *[2] * (ALL_DOCUMENTS - 1)]


def test_a_reader_that_goes_away_ends_it_without_a_traceback_and_gives_the_locks_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ClosedPipe(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    stopped: list[bool] = []

    def stop() -> None:
        stopped.append(True)
        raise SystemExit(1)

    monkeypatch.setattr(
        "artifacts.management.commands.regenerate.stop_writing_to_a_closed_pipe", stop
    )
    with pytest.raises(SystemExit):
        call_command("regenerate", str(project.pk), stdout=ClosedPipe())
    assert stopped
    assert versions(project) == [1, *[0] * (ALL_DOCUMENTS - 1)]
    assert not project.artifacts.filter(generation_status="generating").exists()
