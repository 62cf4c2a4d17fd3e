"""Going back to what was generated before an edit, or to the previous version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from artifacts.exceptions import (
    NothingToRestore,
    SectionLocked,
    StaleUpdate,
)
from artifacts.generation.claims import Edits
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import (
    add_item,
    delete_item,
    fingerprint,
)
from artifacts.services.editing.restoring import restore_previous, restore_section, revert_section
from artifacts.tests.support.edits import FEATURE, as_founder, edit, feature, rewrite, value
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.rows import row_of

BRIEF, SCOPE = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE
RISK_LOG = ArtifactType.RISK_LOG


class TestGoingBack:
    def test_reverting_puts_back_what_was_generated(self, brief: Artifact, founder: User) -> None:
        edit(brief, founder, "Two developers.")
        revert_section(brief, section="key_constraint", **as_founder(founder))
        stored = row_of(brief.project, BRIEF)
        assert value(stored, "key_constraint") == PLAIN[BRIEF]["key_constraint"]
        assert stored.edited_sections == {}

    def test_reverting_a_deletion_brings_the_item_back_with_its_id(
        self, scope: Artifact, founder: User
    ) -> None:
        base = fingerprint(feature(scope, 1))
        delete_item(scope, section="core_features", item_id="F-2", base=base, **as_founder(founder))
        revert_section(scope, section="core_features", **as_founder(founder))
        stored = row_of(scope.project, SCOPE)
        assert [item.id for item in value(stored, "core_features")] == ["F-1", "F-2"]
        assert stored.superseded_items == {}

    def test_a_section_without_an_edit_cannot_be_reverted(
        self, brief: Artifact, founder: User
    ) -> None:
        with pytest.raises(NothingToRestore):
            revert_section(brief, section="key_constraint", **as_founder(founder))

    def test_restoring_swaps_both_versions_with_their_edits(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "Two developers.")
        rewrite(brief.project, edits=Edits.OVERWRITE)
        before = row_of(brief.project, BRIEF)
        restore_previous(before, base=2, editor=founder)
        after = row_of(brief.project, BRIEF)
        assert after.current_content == before.previous_content
        assert after.previous_content == before.current_content
        assert value(after, "key_constraint") == "Two developers."
        assert list(after.edited_sections) == ["key_constraint"]
        assert (after.version_number, after.content_version, after.previous_version) == (2, 1, 2)

    def test_restoring_twice_is_as_if_nothing_had_been(
        self, brief: Artifact, founder: User
    ) -> None:
        rewrite(brief.project)
        before = Artifact.objects.filter(pk=brief.pk).values().get()
        restore_previous(brief, base=2, editor=founder)
        restore_previous(brief, base=1, editor=founder)
        after = Artifact.objects.filter(pk=brief.pk).values().get()
        assert {**after, "updated_at": None} == {**before, "updated_at": None}

    def test_a_restore_that_somebody_else_did_already_is_refused(
        self, brief: Artifact, founder: User
    ) -> None:
        rewrite(brief.project)
        restore_previous(brief, base=2, editor=founder)
        with pytest.raises(StaleUpdate):
            restore_previous(brief, base=2, editor=founder)

    def test_after_a_restore_ids_are_still_never_used_again(
        self, scope: Artifact, founder: User
    ) -> None:
        rewrite(scope.project)
        added = add_item(scope, section="core_features", values=FEATURE, **as_founder(founder))
        restore_previous(scope, base=2, editor=founder)
        again = add_item(scope, section="core_features", values=FEATURE, **as_founder(founder))
        assert (added.id, again.id) == ("F-3", "F-4")

    def test_without_a_previous_version_there_is_nothing_to_restore(
        self, brief: Artifact, founder: User
    ) -> None:
        with pytest.raises(NothingToRestore):
            restore_previous(brief, base=1, editor=founder)

    def test_one_section_is_taken_over_from_the_previous_version(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "Two developers.")
        rewrite(brief.project, edits=Edits.OVERWRITE)
        restore_section(brief, section="key_constraint", **as_founder(founder))
        stored = row_of(brief.project, BRIEF)
        assert value(stored, "key_constraint") == "Two developers."
        assert list(stored.edited_sections) == ["key_constraint"]
        assert stored.version_number == 2

    @pytest.mark.parametrize(
        "act",
        [
            lambda artifact, who: revert_section(artifact, section="competitive_strategy", **who),
            lambda artifact, who: restore_section(artifact, section="competitive_strategy", **who),
        ],
    )
    def test_nothing_locked_can_be_gone_back_to(
        self, brief: Artifact, founder: User, act: Callable[[Artifact, dict[str, Any]], Any]
    ) -> None:
        rewrite(brief.project)
        with pytest.raises(SectionLocked):
            act(brief, as_founder(founder))


def test_an_edit_can_be_taken_back_where_its_ids_were_taken_meanwhile(
    written_project: Project, founder: User
) -> None:
    risk = PLAIN[RISK_LOG]["technical_risks"][0]
    delete = row_of(written_project, RISK_LOG)
    base = fingerprint(delete.content.technical_risks[0])  # type: ignore[union-attr]
    delete_item(delete, section="technical_risks", item_id="R-1", base=base, **as_founder(founder))
    # As documents were stored when the ids of a kept section's new items were not remembered.
    stored = row_of(written_project, RISK_LOG)
    stored.edited_sections["technical_risks"]["generated"][0]["id"] = "R-4"
    stored.save()
    added = add_item(
        stored, section="market_risks", values={**risk, "affects": []}, **as_founder(founder)
    )
    assert added.id == "R-4"
    after = revert_section(stored, section="technical_risks", **as_founder(founder))
    assert [item.id for item in value(after, "technical_risks")] == ["R-5"]
    assert "technical_risks" not in after.edited_sections
