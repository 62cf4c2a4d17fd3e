from __future__ import annotations

import copy
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings

from artifacts.exceptions import FindingGone, ProjectDeleted
from artifacts.generation.claims import Edits
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType
from artifacts.services.documents import checks
from artifacts.services.documents.checks import check_project, ignore_finding, stop_ignoring_finding
from artifacts.services.editing import manual_edits
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all, make_project
from artifacts.tests.support.faults import spoil
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def fresh(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def rules(project: Project) -> list[str]:
    return [finding.rule for finding in check_project(fresh(project)).findings]


@pytest.fixture
def clean_project(written_project: Project) -> Project:
    """A written project whose only findings are those that a test puts there."""
    for finding in check_project(fresh(written_project)).findings:
        ignore_finding(
            written_project,
            finding_id=finding.id,
            reason="known",
            by=written_project.owner,
            tier=Tier.CTO_SCALE,
        )
    assert rules(written_project) == []
    return written_project


def ignore(project: Project, rule: str, *, tier: Tier = Tier.CTO_SCALE) -> str:
    finding = next(f for f in check_project(fresh(project)).findings if f.rule == rule)
    ignore_finding(
        project, finding_id=finding.id, reason="We like it so", by=project.owner, tier=tier
    )
    return finding.id


def test_a_project_is_checked_with_two_queries(written_project, django_assert_num_queries):
    project = Project.objects.get(pk=written_project.pk)
    with django_assert_num_queries(2):
        check_project(project)
    loaded = fresh(project)
    with django_assert_num_queries(0):
        check_project(loaded)


def test_a_project_without_documents_has_nothing_wrong_with_it(project):
    assert check_project(project).score == 100


def test_what_a_regeneration_dropped_is_known_by_its_title(clean_project):
    spoil(clean_project, ArtifactType.MVP_SCOPE, "core_features", lambda features: features[1:])
    row = row_of(clean_project, ArtifactType.MVP_SCOPE)
    row.superseded_items = {"F-1": {"title": "Shelf count", "version": 1}}
    row.save()
    found = check_project(fresh(clean_project)).findings
    assert {"link_superseded", "pointer_superseded"} <= {finding.rule for finding in found}
    assert any("“Shelf count” (version 1)" in finding.message for finding in found)


def test_a_figure_that_the_founder_typed_needs_no_source(clean_project):
    base = manual_edits.fingerprint(PLAIN[ArtifactType.BRIEF]["target_user"])
    spoil(clean_project, ArtifactType.BRIEF, "key_constraint", "We know 7300 shops.")
    assert rules(clean_project) == ["figure_without_source"]
    value = "Owners of 7300 shops."
    manual_edits.edit_section(
        row_of(clean_project, ArtifactType.BRIEF),
        section="target_user",
        value=value,
        base=base,
        editor=clean_project.owner,
        tier=Tier.PARTNER,
    )
    assert rules(clean_project) == []


# -- ignoring
# --------------------------------------------------------------------------------------------------


def test_an_ignored_finding_counts_for_nothing_and_says_why(clean_project):
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "data_flow", "TODO")
    assert rules(clean_project) == ["placeholder"]
    finding_id = ignore(clean_project, "placeholder")
    report = check_project(fresh(clean_project))
    assert report.score == 100
    assert finding_id in {finding.id for finding in report.ignored}
    kept = Project.objects.get(pk=clean_project.pk).ignored_findings[finding_id]
    assert (kept["reason"], kept["by_id"]) == ("We like it so", clean_project.owner.pk)


def test_it_counts_again_once_its_place_changes(clean_project):
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "data_flow", "TODO")
    ignore(clean_project, "placeholder")
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "architecture", "Another text.")
    assert rules(clean_project) == []
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "data_flow", "Still TODO")
    assert rules(clean_project) == ["placeholder"]


def test_it_counts_again_when_the_founder_says_so(clean_project):
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "data_flow", "TODO")
    finding_id = ignore(clean_project, "placeholder")
    stop_ignoring_finding(
        clean_project, finding_id=finding_id, by=clean_project.owner, tier=Tier.CTO_SCALE
    )
    assert rules(clean_project) == ["placeholder"]


def test_two_ignored_at_once_are_both_kept(clean_project):
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "data_flow", "TODO")
    spoil(clean_project, ArtifactType.HOW_IT_WORKS, "architecture", "TODO")
    one, other = (finding.id for finding in check_project(fresh(clean_project)).findings)
    stale = fresh(clean_project)
    for finding_id in (one, other):
        ignore_finding(
            stale, finding_id=finding_id, reason="x", by=clean_project.owner, tier=Tier.PARTNER
        )
    assert rules(clean_project) == []


def test_what_a_tier_cannot_see_it_cannot_ignore(clean_project):
    spoil(
        clean_project, ArtifactType.BRIEF, "competitive_strategy", "We stay close to owners: TODO"
    )
    [finding] = check_project(fresh(clean_project)).findings
    arguments: dict[str, Any] = {
        "finding_id": finding.id,
        "by": clean_project.owner,
        "tier": Tier.PARTNER,
    }
    with pytest.raises(FindingGone):
        ignore_finding(clean_project, reason="x", **arguments)
    with pytest.raises(FindingGone):
        stop_ignoring_finding(clean_project, **arguments)
    assert rules(clean_project) == ["placeholder"]


def test_a_finding_that_is_gone_cannot_be_ignored(clean_project):
    with pytest.raises(FindingGone):
        ignore_finding(
            clean_project,
            finding_id="0" * 12,
            reason="x",
            by=clean_project.owner,
            tier=Tier.CTO_SCALE,
        )


def test_nothing_of_a_deleted_project_is_ignored(clean_project):
    Project.objects.filter(pk=clean_project.pk).update(deleted_at=clean_project.created_at)
    with pytest.raises(ProjectDeleted):
        ignore_finding(
            clean_project,
            finding_id="0" * 12,
            reason="x",
            by=clean_project.owner,
            tier=Tier.CTO_SCALE,
        )


# -- with each version
# -------------------------------------------------------------------------------------------------


def contents_with(
    artifact_type: ArtifactType, section: str, value: Any
) -> dict[ArtifactType, dict[str, Any]]:
    contents = copy.deepcopy({key: dict(content) for key, content in PLAIN.items()})
    contents[artifact_type][section] = value
    return contents


def test_a_version_is_stored_with_what_was_found_before_and_after(founder):
    project = make_project(founder)
    worse = contents_with(ArtifactType.HOW_IT_WORKS, "data_flow", "TODO")
    write_claim(claim_all(project), runner=StubRunner(contents=worse))
    first = row_of(project, ArtifactType.HOW_IT_WORKS).findings
    write_claim(claim_all(project), runner=StubRunner())
    second = row_of(project, ArtifactType.HOW_IT_WORKS).findings
    assert (first["version"], first["before"]) == (1, [])
    assert "broken" in {finding["severity"] for finding in first["after"]}
    assert (second["version"], second["before"]) == (2, first["after"])
    assert "broken" not in {finding["severity"] for finding in second["after"]}


def test_what_was_edited_since_is_checked_again(written_project):
    row = row_of(written_project, ArtifactType.BRIEF)
    manual_edits.edit_section(
        row,
        section="key_constraint",
        value="TODO",
        base=manual_edits.fingerprint(PLAIN[ArtifactType.BRIEF]["key_constraint"]),
        editor=written_project.owner,
        tier=Tier.PARTNER,
    )
    write_claim(claim_all(written_project, edits=Edits.OVERWRITE), runner=StubRunner())
    findings = row_of(written_project, ArtifactType.BRIEF).findings
    assert len(findings["before"]) == len(findings["after"]) + 1


def test_a_broken_checker_costs_no_document(project, monkeypatch, caplog):
    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError("a rule broke")

    monkeypatch.setattr(checks, "check_documents", break_down)
    write_claim(claim_all(project), runner=StubRunner())
    rows = Artifact.objects.filter(project=project)
    assert {row.version_number for row in rows} == {1}
    assert all(row.findings == {} for row in rows)
    assert "The checker broke" in caplog.text


def test_the_checker_knows_no_django():
    script = (
        "import sys; from artifacts.checker import handbook; assert 'django' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], cwd=settings.BASE_DIR, check=True)
