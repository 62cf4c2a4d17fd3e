"""A new version that waits for the founder's decision."""

from __future__ import annotations

from typing import Any

import pytest

from artifacts.diff.three_way import Choice
from artifacts.exceptions import DocumentLocked, NoProposal, StaleUpdate
from artifacts.generation.claims import Edits
from artifacts.generation.proposals import (
    Choices,
    Proposal,
    decide_proposal,
    read_proposal,
    reject_proposal,
)
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.documents import checks
from artifacts.services.documents.checks import check_project
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.tests.support.factories import PLAIN, StubRunner, claim_all
from artifacts.tiers import Tier

NEW_BRIEF = {
    **PLAIN[ArtifactType.BRIEF],
    "key_constraint": "New limit.",
    "target_user": "New people.",
}
NEW = {**PLAIN, ArtifactType.BRIEF: NEW_BRIEF}
LIMIT, PEOPLE = "key_constraint", "target_user"


def stored(project: Project) -> Artifact:
    return Artifact.objects.select_related("project").get(project=project, artifact_type="brief")


def value(artifact: Artifact, section: str) -> Any:
    return getattr(artifact.content, section)


def edit(project: Project, founder: User, text: str, section: str = LIMIT) -> None:
    brief = stored(project)
    base = fingerprint(value(brief, section))
    edit_section(
        brief, section=section, value=text, base=base, editor=founder, tier=founder.get_tier()
    )


def proposal(project: Project) -> Proposal:
    found = read_proposal(stored(project))
    assert found is not None
    return found


def decide(project: Project, founder: User, **sections: Choice) -> Artifact:
    base, choices = proposal(project).base, Choices(sections)
    return decide_proposal(
        stored(project), choices=choices, base=base, decider=founder, tier=founder.get_tier()
    )


@pytest.fixture
def waiting(written_project: Project, founder: User) -> Project:
    """A project whose brief was edited and then regenerated for review."""
    edit(written_project, founder, "My limit.")
    write_claim(claim_all(written_project, edits=Edits.REVIEW), runner=StubRunner(contents=NEW))
    return written_project


def test_an_edited_document_is_not_touched_until_the_founder_decides(waiting: Project) -> None:
    brief = stored(waiting)
    assert (value(brief, LIMIT), value(brief, PEOPLE)) == (
        "My limit.",
        PLAIN[ArtifactType.BRIEF][PEOPLE],
    )
    assert (brief.version_number, brief.generation_status) == (1, "idle")
    assert proposal(waiting).content.readable(Tier.BOOTSTRAPPER)[LIMIT] == "New limit."


def test_documents_without_edits_are_stored_at_once(waiting: Project) -> None:
    versions = waiting.artifacts.exclude(artifact_type="brief").values_list(
        "version_number", flat=True
    )
    assert set(versions) == {2}


def test_later_documents_build_on_the_text_that_stands(
    written_project: Project, founder: User
) -> None:
    edit(written_project, founder, "My limit.")
    runner = StubRunner(contents=NEW)
    write_claim(claim_all(written_project, edits=Edits.REVIEW), runner=runner)
    assert runner.calls[1][1][ArtifactType.BRIEF].key_constraint == "My limit."


def test_what_differs_is_named_with_the_edited_ones_kept(waiting: Project) -> None:
    found = proposal(waiting)
    assert found.sections == (PEOPLE, LIMIT)
    assert found.preset == {PEOPLE: "new", LIMIT: "mine"}
    assert found.generated == {LIMIT: PLAIN[ArtifactType.BRIEF][LIMIT]}


def test_deciding_by_the_preset_keeps_the_edit_and_takes_the_rest(
    waiting: Project, founder: User
) -> None:
    before = stored(waiting)
    after = decide(waiting, founder)
    assert (value(after, LIMIT), value(after, PEOPLE)) == ("My limit.", "New people.")
    assert after.edited_sections[LIMIT]["generated"] == "New limit."
    assert after.previous_content == before.current_content
    assert (after.version_number, after.content_version, after.proposal) == (2, 2, None)


def test_taking_everything_new_leaves_no_edit(waiting: Project, founder: User) -> None:
    after = decide(waiting, founder, key_constraint="new", target_user="new")
    assert value(after, LIMIT) == "New limit."
    assert after.edited_sections == {}


def test_keeping_a_text_that_nobody_had_edited_counts_as_an_edit(
    waiting: Project, founder: User
) -> None:
    after = decide(waiting, founder, target_user="mine")
    assert after.edited_sections[PEOPLE]["generated"] == "New people."
    assert value(after, PEOPLE) == PLAIN[ArtifactType.BRIEF][PEOPLE]


def test_the_receipt_names_the_version_that_came_of_it(waiting: Project, founder: User) -> None:
    attempt = GenerationAttempt.objects.get(artifact__project=waiting, outcome="proposed")
    assert attempt.version_written is None
    decide(waiting, founder)
    attempt.refresh_from_db()
    assert attempt.version_written == 2


def test_an_edit_made_while_it_waits_is_neither_lost_nor_decided_unseen(
    waiting: Project, founder: User
) -> None:
    base = proposal(waiting).base
    edit(waiting, founder, "My other people.", PEOPLE)
    assert proposal(waiting).is_outdated
    assert proposal(waiting).preset[PEOPLE] == "mine"
    with pytest.raises(StaleUpdate):
        decide_proposal(
            stored(waiting), choices=Choices(), base=base, decider=founder, tier=Tier.PARTNER
        )
    assert value(stored(waiting), PEOPLE) == "My other people."


def test_rejecting_leaves_everything_as_it_stands(waiting: Project, founder: User) -> None:
    before = stored(waiting)
    reject_proposal(before, decider=founder)
    after = stored(waiting)
    assert after.current_content == before.current_content
    assert (after.proposal, after.version_number) == (None, 1)
    with pytest.raises(NoProposal):
        reject_proposal(after, decider=founder)


def test_a_choice_about_a_locked_section_is_not_taken(waiting: Project, founder: User) -> None:
    newer = {**NEW_BRIEF, "competitive_strategy": "New strategy."}
    write_claim(
        claim_all(waiting, [ArtifactType.BRIEF], edits=Edits.REVIEW),
        runner=StubRunner(contents={**NEW, ArtifactType.BRIEF: newer}),
    )
    after = decide(waiting, founder, competitive_strategy="mine")
    assert value(after, "competitive_strategy") == "New strategy."


def test_nothing_is_decided_while_a_newer_version_is_being_written(
    waiting: Project, founder: User
) -> None:
    claim_all(waiting, edits=Edits.KEEP)
    with pytest.raises(DocumentLocked):
        decide(waiting, founder)


def test_a_version_that_is_stored_later_takes_the_place_of_the_proposal(waiting: Project) -> None:
    write_claim(claim_all(waiting, edits=Edits.KEEP), runner=StubRunner(contents=NEW))
    assert stored(waiting).proposal is None


def test_deciding_ends_the_failure_of_a_later_attempt(waiting: Project, founder: User) -> None:
    runner = StubRunner(contents={**NEW, ArtifactType.BRIEF: {}})
    write_claim(claim_all(waiting, [ArtifactType.BRIEF], edits=Edits.REVIEW), runner=runner)
    assert stored(waiting).has_failed
    after = decide(waiting, founder)
    assert (after.has_failed, after.failure) == (False, None)


def replace_proposal(project: Project) -> None:
    """Let another version be written for review, in the place of the one that waits."""
    newer = {**NEW, ArtifactType.BRIEF: {**NEW_BRIEF, PEOPLE: "Yet other people."}}
    write_claim(
        claim_all(project, [ArtifactType.BRIEF], edits=Edits.REVIEW),
        runner=StubRunner(contents=newer),
    )


def test_a_proposal_that_another_one_replaced_is_not_decided_unseen(
    waiting: Project, founder: User
) -> None:
    base = proposal(waiting).base
    replace_proposal(waiting)
    with pytest.raises(StaleUpdate):
        decide_proposal(
            stored(waiting), choices=Choices(), base=base, decider=founder, tier=Tier.PARTNER
        )
    assert proposal(waiting).content.readable(Tier.PARTNER)[PEOPLE] == "Yet other people."


def test_a_proposal_that_nobody_has_seen_is_not_dropped(waiting: Project, founder: User) -> None:
    base = proposal(waiting).base
    replace_proposal(waiting)
    with pytest.raises(StaleUpdate):
        reject_proposal(stored(waiting), decider=founder, base=base)
    assert stored(waiting).proposal is not None


def test_an_edit_made_meanwhile_does_not_keep_a_proposal_from_being_dropped(
    waiting: Project, founder: User
) -> None:
    base = proposal(waiting).base
    edit(waiting, founder, "My other people.", PEOPLE)
    reject_proposal(stored(waiting), decider=founder, base=base)
    assert (stored(waiting).proposal, value(stored(waiting), PEOPLE)) == (None, "My other people.")


def test_a_decision_is_stored_with_what_the_checker_says_of_it(
    waiting: Project, founder: User
) -> None:
    worse = {**NEW, ArtifactType.BRIEF: {**NEW_BRIEF, PEOPLE: "TODO"}}
    write_claim(
        claim_all(waiting, [ArtifactType.BRIEF], edits=Edits.REVIEW),
        runner=StubRunner(contents=worse),
    )
    before = stored(waiting).findings
    after = decide(waiting, founder)
    assert after.findings["version"] == after.content_version == 2
    new = {finding["id"] for finding in after.findings["after"]} - {
        finding["id"] for finding in before["after"]
    }
    report = check_project(Project.objects.get(pk=waiting.pk))
    [placeholder] = [finding.id for finding in report.findings if finding.rule == "placeholder"]
    assert placeholder in new


def test_a_broken_checker_keeps_nobody_from_deciding(
    waiting: Project, founder: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError("a rule broke")

    monkeypatch.setattr(checks, "check_documents", break_down)
    after = decide(waiting, founder)
    assert (after.content_version, after.findings) == (2, {})
