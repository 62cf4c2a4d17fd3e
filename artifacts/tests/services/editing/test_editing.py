"""Changing a document by hand: what is stored, what is refused, and that nobody's text is
overwritten unseen.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from artifacts.exceptions import (
    DocumentLocked,
    EditConflict,
    InvalidEdit,
    ItemGone,
    ProjectDeleted,
    SectionLocked,
)
from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.editing.manual_edits import (
    add_item,
    change_item,
    delete_item,
    edit_section,
    fingerprint,
    move_item,
)
from artifacts.tests.support.edits import FEATURE, as_founder, edit, feature, value
from artifacts.tests.support.factories import PLAIN, claim_all
from artifacts.tests.support.rows import row_of
from artifacts.tiers import Tier

BRIEF, SCOPE, MILESTONES = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.MILESTONES
RISK_LOG = ArtifactType.RISK_LOG


class TestSections:
    def test_an_edit_is_stored_and_remembers_what_was_generated(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "Two developers.")
        stored = row_of(brief.project, BRIEF)
        assert value(stored, "key_constraint") == "Two developers."
        record = stored.edited_sections["key_constraint"]
        assert record["generated"] == PLAIN[BRIEF]["key_constraint"]
        assert (record["by"], record["by_id"]) == (founder.username, founder.pk)

    def test_a_second_edit_keeps_what_was_generated_at_first(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(edit(brief, founder, "Two developers."), founder, "Three developers.")
        record = row_of(brief.project, BRIEF).edited_sections["key_constraint"]
        assert record["generated"] == PLAIN[BRIEF]["key_constraint"]

    def test_an_edit_changes_neither_version_nor_previous_content(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "Two developers.")
        stored = row_of(brief.project, BRIEF)
        assert (stored.version_number, stored.content_version, stored.previous_content) == (
            1,
            1,
            None,
        )

    def test_typing_the_generated_text_again_is_no_edit(
        self, brief: Artifact, founder: User
    ) -> None:
        edited = edit(brief, founder, "Two developers.")
        edit(edited, founder, str(PLAIN[BRIEF]["key_constraint"]))
        assert row_of(brief.project, BRIEF).edited_sections == {}

    @pytest.mark.parametrize("spare", ["  {}\n\n", "{}\n \n", "{} "])
    def test_spare_white_space_is_no_edit(self, brief: Artifact, founder: User, spare: str) -> None:
        before = row_of(brief.project, BRIEF)
        edit(brief, founder, spare.format(PLAIN[BRIEF]["key_constraint"]).replace(" ", "  "))
        stored = row_of(brief.project, BRIEF)
        assert stored.edited_sections == {}
        assert stored.current_content == before.current_content
        assert stored.updated_at == before.updated_at

    def test_spare_white_space_keeps_who_edited_it_before(
        self, brief: Artifact, founder: User
    ) -> None:
        edited = edit(brief, founder, "Two developers.")
        edit(row_of(brief.project, BRIEF), founder, "Two   developers. ")
        assert row_of(brief.project, BRIEF).edited_sections == edited.edited_sections

    def test_a_new_paragraph_is_an_edit(self, brief: Artifact, founder: User) -> None:
        text = str(PLAIN[BRIEF]["key_constraint"]).replace(" ", "\n\n", 1)
        edit(brief, founder, text)
        assert value(row_of(brief.project, BRIEF), "key_constraint") == text

    def test_an_item_with_spare_white_space_is_no_edit(
        self, scope: Artifact, founder: User
    ) -> None:
        item = feature(scope)
        change_item(
            scope,
            section="core_features",
            item_id=item.id,
            values={"description": f" {item.description} \n"},
            base=fingerprint(item),
            **as_founder(founder),
        )
        assert row_of(scope.project, SCOPE).edited_sections == {}

    def test_lines_are_edited_as_a_list(self, brief: Artifact, founder: User) -> None:
        base = fingerprint(value(brief, "differentiation_points"))
        new = ["Cheap", "Quick"]
        edit_section(
            brief, section="differentiation_points", value=new, base=base, **as_founder(founder)
        )
        assert value(row_of(brief.project, BRIEF), "differentiation_points") == new

    def test_what_another_has_changed_meanwhile_is_not_overwritten(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "The other was first.")
        with pytest.raises(EditConflict) as conflict:
            edit(brief, founder, "I was second.")
        assert conflict.value.current == "The other was first."
        assert value(row_of(brief.project, BRIEF), "key_constraint") == "The other was first."

    def test_edits_of_two_sections_from_the_same_page_are_both_kept(
        self, brief: Artifact, founder: User
    ) -> None:
        edit(brief, founder, "Mine.", "key_constraint")
        edit(brief, founder, "Mine too.", "problem_statement")
        stored = row_of(brief.project, BRIEF)
        assert (value(stored, "key_constraint"), value(stored, "problem_statement")) == (
            "Mine.",
            "Mine too.",
        )

    @pytest.mark.parametrize("text", ["", "   ", "x" * 10_001])
    def test_text_that_does_not_fit_is_refused_with_a_sentence(
        self, brief: Artifact, founder: User, text: str
    ) -> None:
        with pytest.raises(InvalidEdit) as refusal:
            edit(brief, founder, text)
        assert list(refusal.value.errors) == ["key_constraint"]
        assert row_of(brief.project, BRIEF).current_content == brief.current_content

    def test_a_gated_section_can_be_emptied(self, brief: Artifact, founder: User) -> None:
        edit(brief, founder, "", "market_analysis")
        assert value(row_of(brief.project, BRIEF), "market_analysis") is None

    @pytest.mark.parametrize(
        "section", ["competitive_strategy", "schema_version", "no_such_section", "content"]
    )
    def test_what_the_tier_does_not_open_cannot_be_edited(
        self, brief: Artifact, founder: User, section: str
    ) -> None:
        with pytest.raises(SectionLocked):
            edit_section(brief, section=section, value="x", base="", **as_founder(founder))

    def test_computed_sections_cannot_be_edited(
        self, written_project: Project, founder: User
    ) -> None:
        plan = row_of(written_project, MILESTONES)
        with pytest.raises(SectionLocked):
            edit_section(
                plan, section="critical_path", value=["M-2"], base="", **as_founder(founder)
            )

    def test_nothing_is_saved_while_a_new_version_is_being_written(
        self, brief: Artifact, founder: User
    ) -> None:
        claim_all(brief.project)
        with pytest.raises(DocumentLocked):
            edit(brief, founder, "Too late.")
        assert row_of(brief.project, BRIEF).current_content == brief.current_content

    def test_a_document_that_waits_for_nobody_can_be_edited_while_others_are_written(
        self, brief: Artifact, founder: User
    ) -> None:
        claim_all(brief.project, [ArtifactType.RISK_LOG])
        edit(brief, founder, "In time.")
        assert value(row_of(brief.project, BRIEF), "key_constraint") == "In time."

    def test_a_deleted_project_cannot_be_edited(self, brief: Artifact, founder: User) -> None:
        Project.objects.update(deleted_at=timezone.now())
        with pytest.raises(ProjectDeleted):
            edit(brief, founder, "Too late.")


class TestItems:
    def test_a_new_item_gets_an_id_that_no_item_has_ever_had(
        self, scope: Artifact, founder: User
    ) -> None:
        base = fingerprint(feature(scope, 1))
        delete_item(scope, section="core_features", item_id="F-2", base=base, **as_founder(founder))
        item = add_item(scope, section="core_features", values=FEATURE, **as_founder(founder))
        assert item.id == "F-3"
        assert row_of(scope.project, SCOPE).superseded_items["F-2"] == {
            "title": "Reorder list",
            "version": 1,
        }

    def test_a_changed_item_keeps_its_id_and_the_fields_that_were_not_named(
        self, scope: Artifact, founder: User
    ) -> None:
        base = fingerprint(feature(scope))
        change_item(
            scope,
            section="core_features",
            item_id="F-1",
            values={"name": "Tally"},
            base=base,
            **as_founder(founder),
        )
        item = feature(row_of(scope.project, SCOPE))
        assert (item.id, item.name, item.priority) == ("F-1", "Tally", "high")

    def test_errors_are_told_by_the_name_of_the_field(self, scope: Artifact, founder: User) -> None:
        values = {"name": "", "priority": "urgent"}
        with pytest.raises(InvalidEdit) as refusal:
            change_item(
                scope,
                section="core_features",
                item_id="F-1",
                values=values,
                base=fingerprint(feature(scope)),
                **as_founder(founder),
            )
        assert set(refusal.value.errors) == {"name", "priority"}

    def test_an_item_that_another_has_changed_is_a_conflict(
        self, scope: Artifact, founder: User
    ) -> None:
        base = fingerprint(feature(scope))
        for name in ("First", "Second"):
            arguments: dict[str, Any] = {
                "section": "core_features",
                "item_id": "F-1",
                "values": {"name": name},
            }
            if name == "First":
                change_item(scope, base=base, **arguments, **as_founder(founder))
            else:
                with pytest.raises(EditConflict) as conflict:
                    change_item(scope, base=base, **arguments, **as_founder(founder))
        assert conflict.value.current.name == "First"

    def test_two_items_of_one_section_are_changed_from_the_same_page(
        self, scope: Artifact, founder: User
    ) -> None:
        for number, name in enumerate(("Tally", "Order")):
            change_item(
                scope,
                section="core_features",
                item_id=f"F-{number + 1}",
                values={"name": name},
                base=fingerprint(feature(scope, number)),
                **as_founder(founder),
            )
        assert [item.name for item in value(row_of(scope.project, SCOPE), "core_features")] == [
            "Tally",
            "Order",
        ]

    def test_an_item_that_is_gone_is_said_to_be(self, scope: Artifact, founder: User) -> None:
        with pytest.raises(ItemGone):
            change_item(
                scope,
                section="core_features",
                item_id="F-9",
                values={},
                base="",
                **as_founder(founder),
            )

    @pytest.mark.parametrize(
        ("by", "order"), [(1, ["F-2", "F-1"]), (-1, ["F-1", "F-2"]), (9, ["F-2", "F-1"])]
    )
    def test_an_item_moves_within_its_list(
        self, scope: Artifact, founder: User, by: int, order: list[str]
    ) -> None:
        move_item(scope, section="core_features", item_id="F-1", by=by, **as_founder(founder))
        assert [item.id for item in value(row_of(scope.project, SCOPE), "core_features")] == order

    def test_the_last_item_that_a_document_needs_cannot_be_deleted(
        self, written_project: Project, founder: User
    ) -> None:
        journey = row_of(written_project, ArtifactType.HOW_IT_WORKS)
        base = fingerprint(value(journey, "user_journey")[0])
        with pytest.raises(InvalidEdit):
            delete_item(
                journey, section="user_journey", item_id="J-1", base=base, **as_founder(founder)
            )

    def test_what_follows_from_items_is_computed_again(
        self, written_project: Project, founder: User
    ) -> None:
        plan = row_of(written_project, MILESTONES)
        change_item(
            plan,
            section="milestones",
            item_id="M-2",
            values={"estimated_weeks": 10},
            base=fingerprint(value(plan, "milestones")[1]),
            **as_founder(founder),
        )
        stored = row_of(written_project, MILESTONES)
        assert value(stored, "total_duration_weeks") == 13
        assert list(stored.edited_sections) == ["milestones"]

    def test_steps_are_numbered_by_their_place(
        self, written_project: Project, founder: User
    ) -> None:
        journey = row_of(written_project, ArtifactType.HOW_IT_WORKS)
        step = {"title": "Order", "description": "The owner orders."}
        added = add_item(journey, section="user_journey", values=step, **as_founder(founder))
        move_item(journey, section="user_journey", item_id=added.id, by=-1, **as_founder(founder))
        steps = value(row_of(written_project, ArtifactType.HOW_IT_WORKS), "user_journey")
        assert [(s.title, s.step_number) for s in steps] == [("Order", 1), ("Count", 2)]

    def test_links_that_the_tier_cannot_see_survive_an_edit(
        self, written_project: Project, founder: User
    ) -> None:
        log = row_of(written_project, ArtifactType.RISK_LOG)
        stored = log.current_content
        assert stored is not None
        gated = stored["strategic_risks"][0]["id"]
        stored["technical_risks"][0]["affects"] = ["F-1", gated, "F-99"]
        log.save(update_fields=["current_content"])
        log = row_of(written_project, ArtifactType.RISK_LOG)
        change_item(
            log,
            section="technical_risks",
            item_id="R-1",
            values={"affects": ["F-2"]},
            base=fingerprint(value(log, "technical_risks")[0]),
            editor=founder,
            tier=Tier.BOOTSTRAPPER,
        )
        assert value(row_of(written_project, RISK_LOG), "technical_risks")[0].affects == [
            "F-2",
            gated,
        ]
