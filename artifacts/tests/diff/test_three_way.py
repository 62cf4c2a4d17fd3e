"""Two versions of a document that become one: what holds whatever is taken of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from artifacts.diff.three_way import Choice, Plan, broken_links, circle, merge
from artifacts.documents.identity import assign_ids
from artifacts.documents.retired import RetiredItem
from artifacts.schemas import MilestonesContent
from artifacts.schemas.risk_log import RiskLogContent
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


def test_pointers_follow_a_new_item_whose_id_is_given_anew() -> None:
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


def test_a_gated_section_that_was_never_written_stays_so() -> None:
    stands = risks([])
    merged: Any = merge(stands, stands, {}, version=1, plan={"strategic_risks": {}}).content
    assert merged.strategic_risks is None
