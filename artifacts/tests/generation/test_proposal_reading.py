"""What a founder reads of a new version that waits: what differs, what has changed since, and why
a choice is refused; and what is stored of their decision.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from artifacts.exceptions import InvalidChoice, NoProposal, StaleUpdate
from artifacts.generation.claims import Edits
from artifacts.generation.proposals import (
    Choices,
    decide_proposal,
    read_proposal,
    reject_proposal,
)
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, Project, User
from artifacts.schemas import ArtifactType
from artifacts.tests.generation.test_proposals import (
    LIMIT,
    NEW,
    NEW_BRIEF,
    PEOPLE,
    decide,
    edit,
    proposal,
    stored,
)
from artifacts.tests.support.factories import StubRunner, claim_all
from artifacts.tests.support.proposed import MILESTONES, change, milestone, plan, propose
from artifacts.tests.support.proposed import decide as decide_items
from artifacts.tests.support.proposed import items as items_of
from artifacts.tests.support.rows import row_of
from artifacts.tests.support.versions import write_again
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

STEPS = "milestones"
CLOCKS_APART = timedelta(seconds=1)
"""More than the clocks of a process and of its database are ever measured to be apart."""
NOTHING = Choices()


@pytest.fixture
def waiting(written_project: Project, founder: User) -> Project:
    """A project whose brief was edited and then regenerated for review."""
    edit(written_project, founder, "My limit.")
    write_claim(claim_all(written_project, edits=Edits.REVIEW), runner=StubRunner(contents=NEW))
    return written_project


class TestReading:
    def test_without_one_there_is_nothing_to_read(self, written_project: Project) -> None:
        assert read_proposal(row_of(written_project)) is None

    def test_it_has_the_whole_new_text_and_when_it_was_written(self, waiting: Project) -> None:
        found = proposal(waiting)
        text = found.content.model_dump(mode="json")
        assert {name: text[name] for name in NEW_BRIEF} == NEW_BRIEF
        attempt = GenerationAttempt.objects.get(outcome="proposed")
        assert attempt.finished_at is not None
        kept = stored(waiting).stored_proposal
        assert kept is not None
        assert found.created_at == kept.created_at
        began, ended = attempt.created_at - CLOCKS_APART, attempt.finished_at + CLOCKS_APART
        assert began <= found.created_at <= ended
        assert (found.is_outdated, found.edited_since) == (False, ())

    def test_sections_that_were_edited_since_are_named_in_reading_order(
        self, waiting: Project, founder: User
    ) -> None:
        edit(waiting, founder, "My constraint.", LIMIT)
        edit(waiting, founder, "My people.", PEOPLE)
        found = proposal(waiting)
        assert found.is_outdated
        assert found.edited_since == (PEOPLE, LIMIT)

    def test_what_reads_the_same_in_both_is_not_asked_about(
        self, waiting: Project, founder: User
    ) -> None:
        edit(waiting, founder, "New people.", PEOPLE)
        assert proposal(waiting).sections == (LIMIT,)


class TestRefusals:
    @pytest.fixture
    def planned(self, written_project: Project) -> Project:
        """A project with three milestones, each after the one before, the last one edited."""
        steps = milestone("Count"), milestone("Pilot", "M-1"), milestone("Launch", "M-2")
        write_again(written_project, plan(*steps), MILESTONES)
        return written_project

    def refused(self, project: Project, *choices: Any, **by_item: Any) -> dict[str, Sequence[str]]:
        with pytest.raises(InvalidChoice) as refusal:
            decide_items(project, MILESTONES, *choices, **by_item)
        assert row_of(project, MILESTONES).proposal is not None
        return dict(refusal.value.problems)

    def edit_first(self, project: Project) -> None:
        first = next(iter(items_of(project, MILESTONES, STEPS)))
        change(project, MILESTONES, STEPS, first, description="Mine.")

    def test_a_circle_names_all_that_are_in_it(self, planned: Project) -> None:
        self.edit_first(planned)
        count, pilot, launch = items_of(planned, MILESTONES, STEPS)
        steps = milestone("Count", "M-3"), milestone("Pilot"), milestone("Launch", "M-2")
        propose(planned, MILESTONES, plan(*steps))
        chosen = {count: "new", pilot: "mine", launch: "mine"}
        [sentence] = self.refused(planned, milestones=chosen)[STEPS]
        names, told = sentence.split(" would ")
        assert told == ("wait for each other in a circle. Take all of them from the same version.")
        named = {f"{count} “Count”", f"{pilot} “Pilot”", f"{launch} “Launch”"}
        assert set(names.replace(" and ", ", ").split(", ")) == named

    def test_of_what_follows_from_other_sections_nothing_can_be_chosen(
        self, planned: Project
    ) -> None:
        self.edit_first(planned)
        propose(planned, MILESTONES, plan(milestone("Count")))
        for name in ("critical_path", "total_duration_weeks"):
            title = next(
                one.title for one in MILESTONES.content_class.sections() if one.name == name
            )
            sentence = "This follows from the other sections, so there is nothing to choose."
            assert self.refused(planned, {name: "mine"}) == {name: [f"{title}: {sentence}"]}


class TestDeciding:
    def test_the_next_version_rests_on_what_the_new_one_was_written_from(
        self, waiting: Project, founder: User
    ) -> None:
        Project.objects.filter(pk=waiting.pk).update(idea="Another idea")
        write_claim(
            claim_all(waiting, [ArtifactType.BRIEF], edits=Edits.REVIEW),
            runner=StubRunner(contents={ArtifactType.BRIEF: NEW_BRIEF}),
        )
        row = stored(waiting)
        assert row.stored_proposal is not None
        recorded = dict(row.stored_proposal.inputs)
        assert recorded != row.inputs
        after = decide(waiting, founder)
        assert after.inputs == recorded

    def test_what_is_edited_is_signed_by_who_decides_unless_it_was_before(
        self, waiting: Project, founder: User
    ) -> None:
        before = stored(waiting).edits[LIMIT]
        after = decide(waiting, founder, target_user="mine")
        assert after.edits[LIMIT].generated == "New limit."
        assert (after.edits[LIMIT].by, after.edits[LIMIT].at) == (before.by, before.at)
        assert after.edits[PEOPLE].by_id == founder.pk
        assert after.edits[PEOPLE].at > before.at
        assert not after.edits[PEOPLE].by_support

    def test_the_log_says_what_came_of_it(
        self, waiting: Project, founder: User, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "artifacts.generation.proposals")
        after = decide(waiting, founder)
        [said] = [one for one in caplog.messages if "from a proposal" in one]
        assert said.startswith(f"Stored version 2 of artifact {after.pk} from a proposal by ")
        assert said.endswith(str({PEOPLE: "new", LIMIT: "mine"}))

    def test_what_was_decided_cannot_be_decided_again(
        self, waiting: Project, founder: User
    ) -> None:
        base = proposal(waiting).base
        decide(waiting, founder)
        row = stored(waiting)
        with pytest.raises(NoProposal):
            decide_proposal(
                row, choices=NOTHING, base=base, decider=founder, tier=founder.get_tier()
            )
        with pytest.raises(NoProposal):
            reject_proposal(row, decider=founder, base=base)

    def test_a_page_for_the_same_plan_may_decide(self, waiting: Project, founder: User) -> None:
        choices = Choices(seen_by=founder.get_tier())
        base = proposal(waiting).base
        with pytest.raises(StaleUpdate):
            decide_proposal(
                stored(waiting), choices=choices, base=base, decider=founder, tier=Tier.CTO_SCALE
            )
        after = decide_proposal(
            stored(waiting), choices=choices, base=base, decider=founder, tier=founder.get_tier()
        )
        assert after.version_number == 2
