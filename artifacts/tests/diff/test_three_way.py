"""Two versions of a document that become one: what holds whatever is taken of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from artifacts.diff.three_way import (
    Choice,
    Plan,
    TakenItem,
    added_ids,
    broken_links,
    changed_ids,
    circle,
    edited_ids,
    merge,
    moved_ids,
    returning_ids,
    taken_items,
)
from artifacts.document_types.how_it_works.schema import HowItWorksContent
from artifacts.document_types.milestones.schema import MilestonesContent
from artifacts.document_types.risk_log.schema import RiskLogContent
from artifacts.documents.identity import assign_ids
from artifacts.documents.retired import RetiredItem
from artifacts.schemas import ArtifactType
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.proposed import log, milestone, plan, risk

SECTIONS = ("technical_risks", "market_risks", "execution_risks")
GONE = {"R-9": RetiredItem(title="Old", version=1)}

sides: st.SearchStrategy[Choice] = st.sampled_from(["mine", "new"])
choices = st.one_of(
    sides, st.dictionaries(st.sampled_from([f"R-{n}" for n in range(1, 14)]), sides)
)
plans = st.fixed_dictionaries({}, optional=dict.fromkeys(SECTIONS, choices))
titles = st.lists(
    st.tuples(st.sampled_from(SECTIONS), st.sampled_from("ABCDEFG")),
    max_size=6,
    unique_by=lambda t: t[1],
)


def risks(drawn: list[tuple[str, str]]) -> RiskLogContent:
    placed: dict[str, Any] = {
        name: [risk(title) for section, title in drawn if section == name] for name in SECTIONS
    }
    return RiskLogContent.model_validate(
        {**log([], []), "financial_risks": [], "strategic_risks": None, **placed}
    )


@given(titles, titles, plans)
def test_no_id_is_given_twice_and_none_is_forgotten(old: Any, new: Any, chosen: Plan) -> None:
    stands = risks(old)
    proposed = assign_ids(risks(new), stands, GONE, version=1).content
    merged = merge(stands, proposed, GONE, version=1, plan=chosen)
    ids = [item.id for _, item in merged.content.items()]
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(merged.superseded)
    every = {item.id for content in (stands, merged.new) for _, item in content.items()}
    assert every | set(GONE) == set(ids) | set(merged.superseded)
    assert set(merged.sides) == set(ids)


@given(titles, titles, plans)
def test_what_is_kept_and_what_is_taken_reads_as_in_its_version(
    old: Any, new: Any, chosen: Plan
) -> None:
    stands = risks(old)
    proposed = assign_ids(risks(new), stands, GONE, version=1).content
    merged = merge(stands, proposed, GONE, version=1, plan=chosen)
    for name in SECTIONS:
        before, now, is_now = (
            getattr(content, name) for content in (stands, merged.new, merged.content)
        )
        one = chosen.get(name, "new")
        if isinstance(one, str):
            assert is_now == (before if one == "mine" else now)
            continue
        kept = [item.id for item in before if one.get(item.id) == "mine"]
        come = {item.id for item in getattr(proposed, name)} - {item.id for item in before}
        left_out = {item_id for item_id in come if one.get(item_id) == "mine"}
        ids = [item.id for item in is_now]
        assert set(kept) <= set(ids)
        assert not left_out & set(ids)
        assert all(item in before or item in now for item in is_now)


@given(titles, titles, sides)
def test_one_choice_for_everything_is_that_version(old: Any, new: Any, side: Choice) -> None:
    stands = risks(old)
    proposed = assign_ids(risks(new), stands, GONE, version=1).content
    every = {item.id: side for content in (stands, proposed) for _, item in content.items()}
    by_item = merge(stands, proposed, GONE, version=1, plan=dict.fromkeys(SECTIONS, every))
    assert by_item.content == {"mine": stands, "new": proposed}[side]
    assert list(broken_links(stands, by_item, stands.sections())) == []


def test_pointers_follow_a_new_item_whose_id_is_given_again() -> None:
    stands = risks([("technical_risks", "A")])
    new = RiskLogContent.model_validate(log([], [risk("A"), risk("B", "R-1")], financial_risks=[]))
    proposed = assign_ids(new, stands, GONE, version=1).content
    chosen: Plan = {"technical_risks": "mine", "market_risks": "new"}
    merged: Any = merge(stands, proposed, GONE, version=1, plan=chosen).content
    again, pointing = merged.market_risks
    assert (merged.technical_risks[0].id, again.id) == ("R-1", pointing.affects[0])
    assert again.id not in {"R-1", "R-9", pointing.id}


def test_a_circle_that_a_version_has_by_itself_is_not_of_the_choice() -> None:
    steps = plan(milestone("A", "M-2"), milestone("B", "M-1"))
    stands = MilestonesContent.model_validate(steps)
    merged = merge(stands, stands, {}, version=1, plan={})
    assert circle(stands, merged, stands.sections()) == ()


def test_a_circle_of_items_that_a_reader_may_not_see_is_not_told() -> None:
    stands = MilestonesContent.model_validate(plan(milestone("A"), milestone("B", "M-1")))
    new = MilestonesContent.model_validate(plan(milestone("A", "M-2"), milestone("B")))
    chosen: Plan = {"milestones": {"M-2": "mine"}}
    merged = merge(stands, new, {}, version=1, plan=chosen)
    assert {item.id for item in circle(stands, merged, stands.sections())} == {"M-1", "M-2"}
    assert circle(stands, merged, ()) == ()


def test_items_that_only_point_at_each_other_are_no_circle() -> None:
    stands = RiskLogContent.model_validate(log([risk("A"), risk("B", "R-1")], []))
    new = RiskLogContent.model_validate(log([risk("A", "R-2"), risk("B")], []))
    merged: Any = merge(stands, new, {}, version=1, plan={"technical_risks": {"R-2": "mine"}})
    assert [item.affects for item in merged.content.technical_risks] == [["R-2"], ["R-1"]]
    assert circle(stands, merged, stands.sections()) == ()


def test_a_gated_section_that_was_never_written_stays_so() -> None:
    stands = risks([])
    merged: Any = merge(stands, stands, {}, version=1, plan={"strategic_risks": {}}).content
    assert merged.strategic_risks is None


class TestReasonsForWhichAnItemCountsAsEdited:
    """`written` was generated, `standing` is what the founder made of it."""

    @staticmethod
    def both(written: list[Any], standing: list[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        first, second = (
            RiskLogContent.model_validate(log(items, [])) for items in (written, standing)
        )
        return (
            {item.id: item.model_dump(mode="json") for item in first.technical_risks},
            {item.id: item for item in second.technical_risks},
        )

    def test_the_founder_wrote_it(self) -> None:
        assert added_ids(*self.both([risk("A")], [risk("A"), risk("B")])) == {"R-2"}

    def test_the_founder_changed_it(self) -> None:
        assert changed_ids(*self.both([risk("A"), risk("B")], [risk("A"), risk("B")])) == set()
        changed = {**risk("B"), "mitigation": "We do more."}
        assert changed_ids(*self.both([risk("A"), risk("B")], [risk("A"), changed])) == {"R-2"}

    def test_what_is_computed_is_no_change(self) -> None:
        content = MilestonesContent.model_validate(plan(milestone("A"), milestone("B", "M-1")))
        standing = {item.id: item for item in content.milestones}
        written = {item_id: item.model_dump(mode="json") for item_id, item in standing.items()}
        assert changed_ids(written, standing) == set()

    def test_the_number_of_a_step_is_no_change(self) -> None:
        content = HowItWorksContent.model_validate(PLAIN[ArtifactType.HOW_IT_WORKS])
        standing = {step.id: step for step in content.user_journey}
        written = {
            item_id: {**step.model_dump(mode="json"), "step_number": 9}
            for item_id, step in standing.items()
        }
        assert changed_ids(written, standing) == set()

    def test_the_founder_moved_it(self) -> None:
        assert moved_ids(["R-1", "R-2", "R-3"], ["R-3", "R-1", "R-2"]) == {"R-3"}
        assert moved_ids(["R-1"], ["R-2", "R-1"]) == set()

    def test_the_founder_took_it_out_and_it_would_come_back(self) -> None:
        written, standing = self.both([risk("A"), risk("Bad  weather")], [risk("A")])
        new = RiskLogContent.model_validate(
            log([risk("A"), risk("bad weather", id="R-7"), risk("C")], [])
        )
        assert returning_ids(written, standing, new.technical_risks, title_field="title") == {"R-7"}

    def test_any_reason_counts(self) -> None:
        stands = RiskLogContent.model_validate(log([risk("C", id="R-3"), risk("A", id="R-1")], []))
        section = stands.section("technical_risks")
        assert section is not None
        written = [risk("A", id="R-1"), risk("B", id="R-2")]
        new = RiskLogContent.model_validate(log([risk("B", id="R-5"), risk("D", id="R-6")], []))
        dumped = [
            item.model_dump(mode="json")
            for item in RiskLogContent.model_validate(log(written, [])).technical_risks
        ]
        assert edited_ids(stands, new, section, dumped) == {"R-3", "R-5"}


class TestItemsThatAreTaken:
    def test_all_of_one_version(self) -> None:
        assert taken_items(["R-1"], ["R-2"], "mine") == [TakenItem("R-1", "mine")]
        assert taken_items(["R-1"], ["R-2"], "new") == [TakenItem("R-2", "new")]

    def test_a_kept_item_stands_after_the_one_it_followed(self) -> None:
        taken = taken_items(["R-1", "R-2", "R-3"], ["R-3", "R-1"], {"R-2": "mine"})
        assert taken == [TakenItem("R-3", "new"), TakenItem("R-1", "new"), TakenItem("R-2", "mine")]

    def test_a_new_item_that_is_turned_down_is_not_there(self) -> None:
        assert taken_items(["R-1"], ["R-1", "R-2"], {"R-2": "mine"}) == [TakenItem("R-1", "new")]

    def test_an_item_whose_old_place_is_kept_stands_there(self) -> None:
        taken = taken_items(["R-1", "R-2", "R-3"], ["R-3", "R-1", "R-2"], {"R-3": "mine"})
        assert [item.item_id for item in taken] == ["R-1", "R-2", "R-3"]
