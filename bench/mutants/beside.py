"""Works out changed expressions beside the ones they stand for, and notes in which tests they
differed.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from types import CodeType, FunctionType, GeneratorType
from typing import Any

_MOST_SECONDS = 20.0
"""For one change, of the processor: one that has made no difference until then is given up."""

_LAZY = (GeneratorType, map, filter, zip, chain)


@dataclass
class Place:
    """An expression with the changes within it."""

    names: list[str]
    as_truth: bool
    """Whether only its truth is asked for."""


places: list[Place] = []
waiting: list[dict[int, int]] = []
"""By place: how often each change was worked out without a difference."""
differs: dict[str, list[str]] = {}
"""By change: the tests in which it made a difference, "" for what ran outside of all tests."""
_resting: list[tuple[int, int]] = []
"""The places and numbers of changes that have made a difference in the test that is running."""
_seconds: defaultdict[str, float] = defaultdict(float)

_MOST_TESTS = 8
"""For one change, in one process: more of them would hardly notice what these do not."""


class _Running:
    """Which test is running."""

    test = ""


running = _Running()


def begin_test(name: str) -> None:
    """Note what differs from now on as differing in the test of this name."""
    running.test = name
    for number, index in _resting:
        if len(differs[places[number].names[index]]) < _MOST_TESTS:
            waiting[number].setdefault(index, 0)
    _resting.clear()


class _Busy:
    """Whether a change is being worked out: what it calls is not compared."""

    now = False


class Again(list[Any]):
    """What an iterator gives, to be gone through as often as asked."""

    _own: Iterator[Any] | None = None

    def __iter__(self) -> Iterator[Any]:
        return super().__iter__() if self._own is None else self._own

    def __next__(self) -> Any:
        if self._own is None:
            self._own = super().__iter__()
        return next(self._own)


def _all_of(value: Any) -> Any:
    return Again(value) if isinstance(value, _LAZY) else value


def beside(
    number: int, original: Callable[[], Any], changed: Callable[[], tuple[Callable[[], Any], ...]]
) -> Any:
    """Return the value of `original`, and note which of `changed` have another one."""
    left = waiting[number]
    if not left or _Busy.now:
        return original()
    value = _all_of(original())
    _Busy.now = True
    try:
        _compare(number, value, changed())
    finally:
        _Busy.now = False
    return value


def _compare(number: int, value: Any, changed: Sequence[Callable[[], Any]]) -> None:
    place, left = places[number], waiting[number]
    for index in list(left):
        name = place.names[index]
        began = time.process_time()
        try:
            other = _all_of(changed[index]())
            same = _is_same(value, other, as_truth=place.as_truth)
        except Exception:
            same = False
        left[index] += 1
        if not same:
            differs.setdefault(name, []).append(running.test)
            del left[index]
            _resting.append((number, index))
            continue
        _seconds[name] += time.process_time() - began
        if _seconds[name] > _MOST_SECONDS:
            del left[index]


def _is_same(one: Any, other: Any, *, as_truth: bool) -> bool:
    if as_truth:
        return bool(one) == bool(other)
    if isinstance(one, FunctionType) and isinstance(other, FunctionType):
        return _of_code(one.__code__) == _of_code(other.__code__)
    if type(one).__name__ == "Match" and type(other).__name__ == "Match":
        return (one.span(), one.re, one.string) == (other.span(), other.re, other.string)
    return type(one) is type(other) and bool(one == other)


def _of_code(code: CodeType) -> tuple[Any, ...]:
    constants = tuple(_of_code(c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.co_code, constants, code.co_names
