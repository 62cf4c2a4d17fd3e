"""Changes that are worked out beside the expressions they stand for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.mutants import beside, comparing


@pytest.fixture(autouse=True)
def _nothing_noted() -> None:
    # They are changed in place, since the rewritten modules hold on to them.
    beside.begin_test("")
    beside.places.clear()
    beside.waiting.clear()
    beside.differs.clear()


def at_least(number: int) -> None:
    """Work out `number > 3` beside `number >= 3`."""
    if not beside.places:
        beside.places.append(beside.Place(["least"], as_truth=False))
        beside.waiting.append({0: 0})
    value = beside.beside(0, lambda: number > 3, lambda: (lambda: number >= 3,))
    assert value is (number > 3)


def test_a_bound_is_noticed_where_it_decides() -> None:
    at_least(5)
    at_least(2)
    assert (beside.differs, beside.waiting) == ({}, [{0: 2}])
    at_least(3)
    assert (set(beside.differs), beside.waiting) == ({"least"}, [{}])


def test_each_test_is_told_in_which_a_change_makes_a_difference() -> None:
    for name, number in (("first", 3), ("second", 4), ("third", 3)):
        beside.begin_test(name)
        at_least(number)
        at_least(number)
    assert beside.differs == {"least": ["first", "third"]}


def test_only_the_truth_of_a_condition_counts() -> None:
    for as_truth, differs in ((True, set()), (False, {"0", "1"})):
        beside.differs.clear()
        beside.places[:] = [beside.Place(["0", "1"], as_truth)]
        beside.waiting[:] = [{0: 0, 1: 0}]
        beside.beside(0, lambda: "said", lambda: (lambda: "told", lambda: 1))
        assert set(beside.differs) == differs


def test_what_a_change_calls_is_not_compared() -> None:
    beside.places[:] = [
        beside.Place(["outer"], as_truth=False),
        beside.Place(["inner"], as_truth=False),
    ]
    beside.waiting[:] = [{0: 0}, {0: 0}]

    def inner() -> int:
        value: int = beside.beside(1, lambda: 1, lambda: (lambda: 2,))
        return value

    beside.beside(0, lambda: 7, lambda: (inner,))
    assert set(beside.differs) == {"outer"}


def test_a_change_that_fails_is_noticed() -> None:
    beside.places[:] = [beside.Place(["fails"], as_truth=False)]
    beside.waiting[:] = [{0: 0}]
    assert beside.beside(0, lambda: 1, lambda: (lambda: int("one"),)) == 1
    assert set(beside.differs) == {"fails"}


def test_an_iterator_can_be_gone_through_after_it_was_compared() -> None:
    beside.places[:] = [beside.Place(["other"], as_truth=False)]
    beside.waiting[:] = [{0: 0}]
    value = beside.beside(0, lambda: (n for n in (1, 2, 3)), lambda: (lambda: iter("a"),))
    assert next(value) == 1
    assert list(value) == [2, 3]


COMPARED = """\
def is_long(words):
    return len(words) > 3

def firsts(texts):
    return (text[:1] for text in texts if text)
"""


def test_a_rewritten_module_does_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("mutmut", reason="requirements-mutants.txt is not installed")
    from bench.mutants import side_by_side

    (tmp_path / "compared.py").write_text(COMPARED)
    monkeypatch.chdir(tmp_path)
    module: dict[str, Any] = {side_by_side.BESIDE: beside.beside}
    exec(side_by_side.beside_source(Path("compared.py")), module)
    assert module["is_long"](["one"] * 5)
    assert not module["is_long"](["one"] * 2)
    assert list(module["firsts"](["one", "", "two"])) == ["o", "t"]
    side_by_side.pytest_sessionfinish()
    before = set(comparing.compared(tmp_path).inert)
    assert not module["is_long"](["one"] * 3)
    side_by_side.pytest_sessionfinish()
    assert len(before - set(comparing.compared(tmp_path).inert)) == 1


def test_what_differs_in_one_process_is_not_inert(tmp_path: Path) -> None:
    for name, told in (
        ("gw0", {"differs": {"a": ["x"], "d": ["x"]}, "same": {"b": 2, "c": 1}, "not placed": []}),
        ("gw1", {"differs": {"b": ["y"], "d": ["y"]}, "same": {"a": 3, "c": 4}, "not placed": []}),
    ):
        (tmp_path / f"{comparing.RESULT}-{name}.json").write_text(json.dumps(told))
    found = comparing.compared(tmp_path)
    assert found.inert == {"c": 5}
    assert found.differ == {"a": ["x"], "b": ["y"], "d": ["x", "y"]}
