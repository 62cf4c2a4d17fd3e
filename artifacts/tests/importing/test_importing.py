"""What an edited file changes in a project, and what becomes of what cannot be taken over."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artifacts.exporters import Format
from artifacts.models import Artifact, Project
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.editing import manual_edits
from artifacts.services.files.exporting import order_export
from artifacts.services.files.importing import (
    ChangeKind,
    ImportOutcome,
    ImportPlan,
    Origin,
    plan_import,
    take_over,
)
from artifacts.tests.exporters.test_export_markdown import TEXTS
from artifacts.tests.support.exports import with_text
from artifacts.tests.support.factories import claim_all, make_project, make_user
from artifacts.text import clean_text
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db


def again(project: Project) -> Project:
    return Project.objects.with_artifacts().get(pk=project.pk)


def exported(project: Project, only: ArtifactType | None = None) -> str:
    tier = project.owner.get_tier()
    order = order_export(
        again(project), tier=tier, file_format=Format.MARKDOWN_TECHNICAL, only=only
    )
    return order.file().content.decode()


def plan(project: Project, text: str) -> ImportPlan:
    return plan_import(again(project), text, tier=project.owner.get_tier())


def take(
    project: Project,
    text: str,
    *keys: str,
    bases: dict[str, str] | None = None,
    allow_deletions: bool = False,
) -> ImportOutcome:
    found = plan(project, text)
    chosen = keys or [change.key for change in found.changes]
    return take_over(
        found,
        keys=chosen,
        bases=bases,
        editor=project.owner,
        tier=project.owner.get_tier(),
        allow_deletions=allow_deletions,
    )


def value(project: Project, artifact_type: ArtifactType, section: str) -> Any:
    row = Artifact.objects.get(project=project, artifact_type=artifact_type.value)
    return getattr(row.content, section)


@pytest.fixture
def project() -> Project:
    return make_project(make_user(Tier.CTO_SCALE), written=True)


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("only", [None, *ArtifactType])
def test_a_file_without_a_change_differs_in_nothing(tier: Tier, only: ArtifactType | None) -> None:
    project = make_project(make_user(tier), written=True)
    found = plan(project, exported(project, only))
    assert (found.changes, found.unmatched, found.origin) == ((), (), Origin.NOW)
    assert found.found


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from([None, ArtifactType.MVP_SCOPE]))
def test_nor_does_it_for_any_text(
    project: Project, lines: list[str], only: ArtifactType | None
) -> None:
    text = clean_text(
        "x"
        + "\n\n".join([*lines, "[[F-1]] [[brief.key_constraint]] [[F-77]] [[R-1]]"])[:900].strip()
    )
    for artifact_type, content in with_text(f"{text}x").items():
        stored = load_content(artifact_type, content).model_dump(mode="json")
        Artifact.objects.filter(project=project, artifact_type=artifact_type.value).update(
            current_content=stored
        )
    found = plan(project, exported(project, only))
    assert (found.changes, found.unmatched) == ((), ())


def test_every_kind_of_change_is_found_and_taken_over(project: Project) -> None:
    text = (
        exported(project)
        .replace("Owners of small shops.", "Owners of kiosks, see [F-1](#F-1).")
        .replace("- Invoices", "- Invoices\n- Payments")
        .replace("F-1 Shelf count\n\nPriority: high", "F-1 Shelf tally\n\nPriority: low")
        .replace("- [ ] A count survives", "- [x] A tally survives")
    )
    first, second = text.index('#### <a id="M-1">'), text.index('#### <a id="M-2">')
    end = text.index("### <a", second + 10)
    text = text[:first] + text[second:end] + text[first:second] + text[end:]
    text = text.replace(
        '### <a id="mvp_scope.out_of_scope">', "#### New one\n\nPriority: low\n\nIt is new.\n\n\\g"
    )
    text = text.replace("\\g", '### <a id="mvp_scope.out_of_scope">')
    found = plan(project, text)
    assert found.unmatched == ()
    assert [(c.key.rpartition(".new-")[0] or c.key, c.kind) for c in found.changes] == [
        ("brief.target_user", ChangeKind.TEXT),
        ("mvp_scope.core_features.F-1", ChangeKind.ITEM),
        ("mvp_scope.core_features", ChangeKind.ADD),
        ("mvp_scope.out_of_scope", ChangeKind.TEXT),
        ("milestones.milestones.order", ChangeKind.ORDER),
    ]
    outcome = take(project, text)
    assert outcome.refused == []
    assert value(project, ArtifactType.BRIEF, "target_user") == "Owners of kiosks, see [[F-1]]."
    assert value(project, ArtifactType.MVP_SCOPE, "out_of_scope") == ["Invoices", "Payments"]
    features = value(project, ArtifactType.MVP_SCOPE, "core_features")
    assert [(f.id, f.name, f.priority) for f in features] == [
        ("F-1", "Shelf tally", "low"),
        ("F-2", "Reorder list", "medium"),
        ("F-3", "New one", "low"),
    ]
    assert features[0].acceptance_criteria == ["A tally survives a lost connection"]
    assert features[0].description == "We count a shelf, within [[brief.key_constraint]]."
    assert [m.id for m in value(project, ArtifactType.MILESTONES, "milestones")] == ["M-2", "M-1"]
    assert plan(project, text).changes == ()


def test_an_item_that_is_missing_is_offered_to_be_deleted(project: Project) -> None:
    text = exported(project)
    start = text.index('#### <a id="F-2">')
    text = text[:start] + text[text.index("### <a", start + 10) :]
    (change,) = plan(project, text).changes
    assert (change.kind, change.item_id) == (ChangeKind.DELETE, "F-2")
    take(project, text, allow_deletions=True)
    assert [f.id for f in value(project, ArtifactType.MVP_SCOPE, "core_features")] == ["F-1"]


@pytest.mark.parametrize(
    ("item_id", "below", "reason"),
    [
        ("R-2", '### <a id="risk_log.technical_risks"></a>Technical risks\n', "another section"),
        ("F-2", '### <a id="milestones.milestones"></a>Milestones\n', "This heading"),
        ("F-2", "## Ideas for later\n", "This heading"),
    ],
)
def test_an_item_that_was_moved_to_where_it_does_not_fit_stays(
    project: Project, item_id: str, below: str, reason: str
) -> None:
    text = exported(project)
    (moved,) = re.findall(rf'^#### <a id="{item_id}"></a>.*?(?=^#)', text, re.DOTALL | re.MULTILINE)
    text = text.replace(moved, "")
    text = (
        text.replace(below, f"{below}\n{moved}") if below in text else f"{text}\n{below}\n{moved}"
    )
    found = plan(project, text)
    assert found.changes == ()
    assert any(reason in one.reason and item_id in one.text for one in found.unmatched)


def test_an_item_under_the_id_of_another_is_known_by_its_title(project: Project) -> None:
    text = exported(project).replace('<a id="F-2"></a>F-2', '<a id="F-1"></a>F-1')
    found = plan(project, text)
    assert (found.changes, found.unmatched) == ((), ())


def test_what_is_not_chosen_stays(project: Project) -> None:
    text = (
        exported(project)
        .replace("- Invoices", "- Bills")
        .replace("Owners of small shops.", "Kiosks.")
    )
    outcome = take(project, text, "mvp_scope.out_of_scope")
    assert [change.key for change in outcome.taken] == ["mvp_scope.out_of_scope"]
    assert value(project, ArtifactType.BRIEF, "target_user") == "Owners of small shops."


def test_a_change_by_somebody_else_since_is_not_overwritten(project: Project) -> None:
    text = exported(project).replace("Owners of small shops.", "Kiosks.")
    seen = {change.key: change.base for change in plan(project, text).changes}
    row = Artifact.objects.get(project=project, artifact_type="brief")
    base = manual_edits.fingerprint("Owners of small shops.")
    manual_edits.edit_section(
        row,
        section="target_user",
        value="Bakers.",
        base=base,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )
    outcome = take(project, text, bases=seen)
    assert outcome.taken == []
    assert "has changed" in outcome.refused[0][1]
    assert value(project, ArtifactType.BRIEF, "target_user") == "Bakers."
    assert take(project, text, bases={c.key: c.base for c in plan(project, text).changes}).taken


def test_a_change_in_the_very_moment_is_not_overwritten_either(project: Project) -> None:
    text = exported(project).replace("Owners of small shops.", "Kiosks.")
    found = plan(project, text)
    row = Artifact.objects.get(project=project, artifact_type="brief")
    base = manual_edits.fingerprint("Owners of small shops.")
    manual_edits.edit_section(
        row,
        section="target_user",
        value="Bakers.",
        base=base,
        editor=project.owner,
        tier=Tier.CTO_SCALE,
    )
    outcome = take_over(
        found,
        keys=["brief.target_user"],
        bases=None,
        editor=project.owner,
        tier=project.owner.get_tier(),
    )
    assert (len(outcome.taken), len(outcome.refused)) == (0, 1)


def test_nothing_is_taken_over_into_a_document_that_is_being_written(project: Project) -> None:
    text = exported(project).replace("Owners of small shops.", "Kiosks.")
    claim_all(project)
    assert "We are writing" in take(project, text).refused[0][1]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("Priority: high", "Priority: urgent", "Please choose one of"),
        ("We build [F-1 Shelf count](#F-1).", "", "Please write something here."),
        ("3 weeks", "99 weeks", "Please give 52 or less."),
        (
            "\n**Delivers:** [F-1 Shelf count](#F-1)",
            "\n**Delivers:** [F-8](#F-8)",
            "There is no F-8",
        ),
        ("Owners of small shops.", "x" * 10_001, "Please shorten this"),
        ("- Invoices", "Not a list.", "There is no place"),
        (
            '## <a id="milestones">',
            '## Our plan\n\nWords of ours.\n\n## <a id="milestones">',
            "This heading",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_kept_with_its_reason(
    project: Project, old: str, new: str, reason: str
) -> None:
    text = exported(project)
    assert old in text
    unmatched = plan(project, text.replace(old, new, 1)).unmatched
    assert any(reason in one.reason for one in unmatched)
    kept = "\n".join(one.text for one in unmatched)
    assert all(
        line in kept
        for line in new.splitlines()
        if line and "<a" not in line and "Delivers" not in line
    )


def test_an_older_file_and_one_of_another_project_say_so(project: Project) -> None:
    text = exported(project)
    Artifact.objects.filter(project=project, artifact_type="brief").update(content_version=7)
    found = plan(project, text)
    assert (found.origin, [one[0] for one in found.outdated]) == (
        Origin.OLDER,
        [ArtifactType.BRIEF],
    )
    other = plan(make_project(make_user(Tier.CTO_SCALE), written=True), text)
    assert (other.origin, other.other_project) == (Origin.OTHER, project.name)
    assert plan(project, text[text.index("# ") :]).origin is Origin.UNKNOWN


def test_a_lower_tier_neither_sees_nor_changes_what_is_locked() -> None:
    founder = make_user(Tier.BOOTSTRAPPER)
    project = make_project(founder, written=True)
    before = value(project, ArtifactType.RISK_LOG, "financial_risks")
    text = exported(project)
    assert "SECRET" not in text
    sneaked = (
        '### <a id="risk_log.financial_risks"></a>Financial risks\n\n#### <a id="R-2"></a>R-2'
        " Mine\n\nWords.\n"
    )
    found = plan(project, f"{text}\n{sneaked}")
    assert found.changes == ()
    assert "Words." in found.unmatched[0].text
    assert "SECRET" not in repr(found.unmatched)
    assert value(project, ArtifactType.RISK_LOG, "financial_risks") == before


def test_links_to_what_is_locked_stay_once() -> None:
    project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
    row = Artifact.objects.get(project=project, artifact_type="risk_log")
    assert row.current_content is not None
    row.current_content["technical_risks"][0]["affects"] = ["R-2", "F-1"]
    row.save(update_fields=["current_content"])
    text = exported(project)
    start = text.index("**Affects:**")
    links = text[start : text.index("\n", start)]
    take(project, text.replace(links, f"{links}, [F-2](#F-2)"))
    affects = value(project, ArtifactType.RISK_LOG, "technical_risks")[0].affects
    assert sorted(affects) == ["F-1", "F-2", "R-2"]


def test_a_new_item_is_not_added_twice(project: Project) -> None:
    text = exported(project).replace(
        '### <a id="mvp_scope.out_of_scope">',
        '#### New one\n\nPriority: low\n\nIt is new.\n\n### <a id="mvp_scope.out_of_scope">',
    )
    found = plan(project, text)
    seen = {change.key: change.base for change in found.changes}
    assert len(take(project, text, *seen, bases=seen).taken) == 1
    assert take(project, text, *seen, bases=seen).taken == []
    # A second click that had looked at the documents before the first one was done.
    late = take_over(found, keys=seen, bases=seen, editor=project.owner, tier=Tier.CTO_SCALE)
    assert (late.taken, [change.key for change, _why in late.refused]) == ([], [*seen])
    assert len(value(project, ArtifactType.MVP_SCOPE, "core_features")) == 3


def test_several_new_items_are_added_at_once(project: Project) -> None:
    new = "".join(f"#### New {n}\n\nPriority: low\n\nIt is new.\n\n" for n in "ab")
    place = '### <a id="mvp_scope.out_of_scope">'
    assert len(take(project, exported(project).replace(place, new + place)).taken) == 2
    features = value(project, ArtifactType.MVP_SCOPE, "core_features")
    assert [feature.name for feature in features[2:]] == ["New a", "New b"]


def test_any_choice_of_changes_ends_in_what_was_chosen(project: Project) -> None:
    text = exported(project)
    edits = {
        "brief.target_user": ("Owners of small shops.", "A"),
        "mvp_scope.out_of_scope": ("- Invoices", "- B"),
    }
    for old, new in edits.values():
        text = text.replace(old, new)
    for size in range(3):
        for keys in itertools.combinations(edits, size):
            one = make_project(make_user(Tier.CTO_SCALE), written=True)
            if keys:
                take(one, text, *keys)
            assert {change.key for change in plan(one, text).changes} == set(edits) - set(keys)
