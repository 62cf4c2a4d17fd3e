from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from artifacts.schemas.schedule import plan


@dataclass(frozen=True)
class Step:
    id: str
    estimated_weeks: int
    depends_on: tuple[str, ...] = ()


def test_without_dependencies_it_is_the_sum_in_the_order_given() -> None:
    planned = plan([Step("M-2", 3), Step("M-1", 4)])
    assert (planned.total_weeks, planned.critical_path) == (7, ["M-2", "M-1"])
    assert planned.starts == {"M-2": 0, "M-1": 3}


def test_parallel_steps_count_once_and_the_longest_way_is_critical() -> None:
    steps = [
        Step("M-1", 1),
        Step("M-2", 2, ("M-1",)),
        Step("M-3", 5, ("M-1",)),
        Step("M-4", 1, ("M-2", "M-3")),
    ]
    planned = plan(steps)
    assert (planned.total_weeks, planned.critical_path) == (7, ["M-1", "M-3", "M-4"])
    assert planned.starts["M-4"] == 6


def test_a_circle_falls_back_to_the_order_given() -> None:
    planned = plan([Step("M-1", 1, ("M-2",)), Step("M-2", 2, ("M-1",))])
    assert (planned.total_weeks, planned.critical_path) == (3, ["M-1", "M-2"])


def test_unknown_and_own_ids_do_not_count() -> None:
    planned = plan([Step("M-1", 1, ("M-9", "M-1")), Step("M-2", 2)])
    assert planned.total_weeks == 3


def test_no_steps_take_no_time() -> None:
    assert plan([]).total_weeks == 0


@given(
    st.lists(st.tuples(st.integers(1, 52), st.lists(st.integers(0, 9), max_size=4)), max_size=10)
)
def test_the_critical_path_is_as_long_as_the_total(drawn: list[tuple[int, list[int]]]) -> None:
    steps = [
        Step(f"M-{n}", weeks, tuple(f"M-{m}" for m in before))
        for n, (weeks, before) in enumerate(drawn)
    ]
    planned = plan(steps)
    weeks = {step.id: step.estimated_weeks for step in steps}
    assert sum(weeks[step_id] for step_id in planned.critical_path) == planned.total_weeks
    assert max(weeks.values(), default=0) <= planned.total_weeks <= sum(weeks.values())
