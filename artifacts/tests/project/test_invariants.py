"""Rules I-1, I-2, I-3, I-7, I-10 and I-12 over any sequence of what can be done to a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from artifacts.diff.three_way import Choice
from artifacts.exceptions import ArtifactsError, InvalidChoice, InvalidEdit, NothingToRestore
from artifacts.generation.claims import Claim, Edits, cancel
from artifacts.generation.leases import LEASE
from artifacts.generation.proposals import Choices, decide_proposal, read_proposal, reject_proposal
from artifacts.generation.recovery import resume_abandoned
from artifacts.generation.writer import write_claim
from artifacts.models import Artifact, Project, User
from artifacts.runners.base import RetryableRunnerError
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.documents.notes import delete_note, placed_notes
from artifacts.services.editing.manual_edits import (
    add_item,
    change_item,
    delete_item,
    edit_section,
    fingerprint,
    move_item,
)
from artifacts.services.editing.restoring import restore_previous, restore_section, revert_section
from artifacts.tests.support.factories import (
    PLAIN,
    AnnotationFactory,
    StubRunner,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tiers import Tier

SCOPE = ArtifactType.MVP_SCOPE
FEATURES, METRICS = "core_features", "success_metrics"
TITLES = ("Shelf count", "Reorder list", "Evening report", "Scanner", "Price tags")

titles = st.lists(st.sampled_from(TITLES), min_size=1, max_size=4, unique=True)
texts = st.sampled_from(["one", "two", "three"])
places = st.integers(0, 9)
sides: st.SearchStrategy[Choice] = st.sampled_from(["mine", "new"])
policies = st.sampled_from([Edits.KEEP, Edits.OVERWRITE, Edits.REVIEW])


class WorkerDied(BaseException):
    """What kill -9 looks like from inside."""


def scope_content(names: list[str], metric: str) -> dict[str, Any]:
    features = [{"name": name, "description": "We do it.", "priority": "low"} for name in names]
    return {**PLAIN[SCOPE], FEATURES: features, METRICS: [f"{metric} shops"]}


class OneDocument(RuleBasedStateMachine):
    """A document in the hands of a founder, a writer and a worker that dies, beside what must be
    true of it.
    """

    @initialize()
    def begin(self) -> None:
        self.founder: User = make_user(Tier.CTO_SCALE)
        self.project: Project = make_project(self.founder, written=True)
        # Whatever is written here would contradict what builds on it, and wait as a proposal.
        later = [artifact_type.value for artifact_type in SCOPE.later]
        self.project.artifacts.filter(artifact_type__in=later).update(
            current_content=None, version_number=0
        )
        self.version = 1
        self.previous: Any = None
        self.notes = 0
        self.ever = self.ids()

    # What is looked at

    def row(self) -> Artifact:
        return Artifact.objects.select_related("project").get(
            project=self.project, artifact_type=SCOPE.value
        )

    def ids(self) -> set[str]:
        content = self.row().content
        return {item.id for _, item in content.items()} if content else set()

    def features(self) -> list[Any]:
        content: Any = self.row().content
        return list(content.core_features)

    def hand(self) -> dict[str, Any]:
        return {"editor": self.founder, "tier": Tier.CTO_SCALE}

    # What is done; `brand_new` says that an id may appear only if no item has ever had it

    def do(self, act: Callable[[], Any], *, brand_new: bool) -> None:
        before = self.ids()
        act()
        appeared = self.ids() - before
        if brand_new:
            assert not appeared & self.ever
        self.ever |= appeared

    def generate(self, names: list[str], metric: str, policy: Edits) -> None:
        before = self.row()
        runner = StubRunner(contents={**PLAIN, SCOPE: scope_content(names, metric)})
        write_claim(claim_all(self.project, [SCOPE], edits=policy), runner=runner)
        after = self.row()
        if policy == Edits.REVIEW and before.has_user_edits:
            assert after.current_content == before.current_content
            assert after.edited_sections == before.edited_sections
            assert after.proposal is not None
            return
        self.version += 1
        self.previous = before.current_content
        if policy == Edits.KEEP:
            for section in before.edited_sections:
                assert after.current_content[section] == before.current_content[section]  # type: ignore[index]

    @rule(names=titles, metric=texts, policy=policies)
    def write_anew(self, names: list[str], metric: str, policy: Edits) -> None:
        self.do(lambda: self.generate(names, metric, policy), brand_new=True)

    @rule()
    def fail(self) -> None:
        before = self.row()

        def refuse(_: ArtifactType) -> None:
            raise RetryableRunnerError("no")

        write_claim(
            claim_all(self.project, [SCOPE], edits=Edits.KEEP), runner=StubRunner(before=refuse)
        )
        after = self.row()
        assert after.has_failed
        assert after.current_content == before.current_content
        assert after.edited_sections == before.edited_sections

    @rule(names=titles, metric=texts, policy=policies)
    def die_and_recover(self, names: list[str], metric: str, policy: Edits) -> None:
        def die(_: ArtifactType) -> None:
            raise WorkerDied

        def act() -> None:
            before = self.row()
            with pytest.raises(WorkerDied):
                write_claim(
                    claim_all(self.project, [SCOPE], edits=policy), runner=StubRunner(before=die)
                )
            runner = StubRunner(contents={**PLAIN, SCOPE: scope_content(names, metric)})
            later = timezone.now() + 2 * LEASE

            def finish(cascade: Claim) -> None:
                write_claim(cascade, runner=runner)

            resume_abandoned(deliver=finish, now=later)
            after = self.row()
            assert not after.is_generating
            if not (policy == Edits.REVIEW and before.has_user_edits):
                self.version += 1
                self.previous = before.current_content

        self.do(act, brand_new=True)

    @rule(metric=texts)
    def edit_lines(self, metric: str) -> None:
        content: Any = self.row().content
        base = fingerprint(content.success_metrics)
        edit_section(self.row(), section=METRICS, value=[f"My {metric}"], base=base, **self.hand())

    @rule(name=st.sampled_from(TITLES))
    def add(self, name: str) -> None:
        values = {"name": name, "description": "Mine.", "priority": "high"}
        self.do(
            lambda: add_item(self.row(), section=FEATURES, values=values, **self.hand()),
            brand_new=True,
        )

    @rule(place=places, name=st.sampled_from(TITLES))
    def change(self, place: int, name: str) -> None:
        features = self.features()
        item = features[place % len(features)]
        where: dict[str, Any] = {"section": FEATURES, "item_id": item.id, "base": fingerprint(item)}
        changed = change_item(self.row(), values={"name": name}, **where, **self.hand())
        assert changed.id == item.id

    @rule(place=places, by=st.sampled_from([-1, 1]))
    def move(self, place: int, by: int) -> None:
        features = self.features()
        item = features[place % len(features)]
        move_item(self.row(), section=FEATURES, item_id=item.id, by=by, **self.hand())
        assert {feature.id for feature in self.features()} == {feature.id for feature in features}

    @rule(place=places)
    def delete(self, place: int) -> None:
        features = self.features()
        item = features[place % len(features)]
        try:
            delete_item(
                self.row(), section=FEATURES, item_id=item.id, base=fingerprint(item), **self.hand()
            )
        except InvalidEdit:
            assert len(features) == 1
        else:
            assert self.row().superseded_items[item.id]["title"] == item.name

    @rule(section=st.sampled_from([FEATURES, METRICS]))
    def revert(self, section: str) -> None:
        edited = section in self.row().edited_sections
        try:
            self.do(
                lambda: revert_section(self.row(), section=section, **self.hand()), brand_new=False
            )
        except NothingToRestore:
            assert not edited
        else:
            assert section not in self.row().edited_sections

    @rule()
    @precondition(lambda self: self.previous is not None)
    def restore(self) -> None:
        before = self.row()
        self.do(
            lambda: restore_previous(before, base=before.content_version, editor=self.founder),
            brand_new=False,
        )
        self.previous = before.current_content

    @rule(section=st.sampled_from([FEATURES, METRICS]))
    @precondition(lambda self: self.previous is not None)
    def take_over(self, section: str) -> None:
        self.do(
            lambda: restore_section(self.row(), section=section, **self.hand()), brand_new=False
        )

    @rule(
        features=st.sampled_from(["mine", "new", "each"]),
        metrics=sides,
        by_item=st.lists(sides, max_size=8),
    )
    @precondition(lambda self: self.row().proposal is not None)
    def decide(self, features: Any, metrics: Choice, by_item: list[Choice]) -> None:
        before = self.row()
        proposal = read_proposal(before)
        assert proposal is not None
        preset = proposal.items.get(FEATURES, {})
        items = {**preset, **dict(zip(preset, by_item, strict=False))}
        sections = (
            {METRICS: metrics} if features == "each" else {FEATURES: features, METRICS: metrics}
        )
        decision: dict[str, Any] = {
            "choices": Choices(sections, {FEATURES: items} if items else {}),
            "base": proposal.base,
            "decider": self.founder,
            "tier": Tier.CTO_SCALE,
        }
        old, new = before.current_content or {}, proposal.content.model_dump(mode="json")
        try:
            self.do(lambda: decide_proposal(before, **decision), brand_new=True)
        except InvalidChoice:
            assert features == "each"
            assert not self.expected(old, new, items)
            assert (self.row().current_content, self.row().proposal) == (
                before.current_content,
                before.proposal,
            )
            return
        self.version += 1
        self.previous = before.current_content
        after = self.row()
        now = after.current_content or {}
        assert now[METRICS] == (old if metrics == "mine" else new)[METRICS]
        if features == "each":
            assert {item["id"]: item for item in now[FEATURES]} == self.expected(old, new, items)
        else:
            assert now[FEATURES] == (old if features == "mine" else new)[FEATURES]
        for section in (FEATURES, METRICS):
            edit = after.edited_sections.get(section)
            assert (edit["generated"] if edit else now[section]) == new[section]

    def expected(self, old: Any, new: Any, items: dict[str, Choice]) -> dict[str, Any]:
        """The features that stand once `items` were chosen; those that both versions have alike
        need no choice.
        """
        versions = {"mine": old, "new": new}
        by_id = {
            side: {item["id"]: item for item in content[FEATURES]}
            for side, content in versions.items()
        }
        every = {**by_id["mine"], **by_id["new"]}
        chosen = {item_id: by_id[items.get(item_id, "new")].get(item_id) for item_id in every}
        return {item_id: item for item_id, item in chosen.items() if item}

    @rule()
    @precondition(lambda self: self.row().proposal is not None)
    def reject(self) -> None:
        before = self.row()
        reject_proposal(before, decider=self.founder)
        assert self.row().current_content == before.current_content

    @rule(place=places)
    def note(self, place: int) -> None:
        features = self.features()
        item_id = features[place % len(features)].id
        AnnotationFactory.create(artifact=self.row(), section=FEATURES, item_id=item_id)
        self.notes += 1

    @rule()
    @precondition(lambda self: self.notes > 0)
    def forget_note(self) -> None:
        row = self.row()
        alive = next(note for note in row.annotations if note["deleted_at"] is None)
        delete_note(row, note_id=alive["id"], by=self.founder, tier=Tier.CTO_SCALE)
        self.notes -= 1

    @rule(tier=st.sampled_from(list(Tier)))
    def change_tier(self, tier: Tier) -> None:
        before = self.row().current_content
        User.objects.filter(pk=self.founder.pk).update(tier=tier.value)
        assert self.row().current_content == before

    @rule()
    def act_while_it_is_written(self) -> None:
        """Nothing that changes the text gets through, and the text is as it was."""
        before = self.row()
        cascade = claim_all(self.project, [SCOPE], edits=Edits.KEEP)
        with pytest.raises(ArtifactsError):
            add_item(self.row(), section=FEATURES, values={"name": "Late"}, **self.hand())
        cancel(cascade)
        assert self.row().current_content == before.current_content

    # What must always be true

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "project"):
            return
        row = self.row()
        assert row.version_number == self.version
        assert row.previous_content == self.previous
        content = load_content(row.type, row.current_content or {})
        ids = [item.id for _, item in content.items()]
        assert len(ids) == len(set(ids))
        assert not set(ids) & set(row.superseded_items)
        assert self.ever <= set(ids) | set(row.superseded_items)
        assert placed_notes(row, content, Tier.CTO_SCALE).total == self.notes
        assert not row.is_generating


@pytest.mark.django_db
def test_the_rules_hold_whatever_is_done() -> None:
    run_state_machine_as_test(
        OneDocument,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            print_blob=True,
            # Shrinking takes minutes here, and what failed is at most 25 steps long.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
