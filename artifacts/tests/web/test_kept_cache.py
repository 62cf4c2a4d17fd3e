"""What is kept stays in the process that asked for it last, for as long as it holds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import count
from typing import Any, ClassVar

import pytest
from django.core.cache.backends.locmem import LocMemCache

from artifacts import caching
from artifacts.caching import KeptCache

_numbers = count()


class Counting(LocMemCache):
    """The cache that processes share; it counts how often it is asked."""

    asked: ClassVar[int] = 0

    def get(self, *arguments: Any, **more: Any) -> Any:
        type(self).asked += 1
        return super().get(*arguments, **more)


@dataclass(frozen=True)
class Large:
    text: str
    stays_in_process: ClassVar[bool] = False


@pytest.fixture
def location(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(Counting, "asked", 0)
    return f"kept-{next(_numbers)}"


def process(location: str, monkeypatch: pytest.MonkeyPatch) -> KeptCache:
    """Return the cache as a process has it that has just begun."""
    monkeypatch.setattr(caching, "_nears", {})
    return KeptCache(location, {"OPTIONS": {"BACKEND": f"{__name__}.Counting"}})


def test_it_is_fetched_once(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    process(location, monkeypatch).set("a", ("text", 1), 60)
    other = process(location, monkeypatch)
    assert other.get("a") == other.get("a") == ("text", 1)
    assert Counting.asked == 1


def test_what_was_kept_here_is_not_fetched(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = process(location, monkeypatch)
    kept.set("a", "text", 60)
    assert kept.get("a") == "text"
    assert Counting.asked == 0


def test_what_is_too_large_is_fetched_each_time(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = process(location, monkeypatch)
    kept.set("a", Large("x"), 60)
    assert kept.get("a") == kept.get("a") == Large("x")
    assert Counting.asked == 2


@pytest.mark.parametrize("is_other", [False, True], ids=["set here", "fetched"])
def test_it_ends_when_it_was_said_to(
    location: str, monkeypatch: pytest.MonkeyPatch, is_other: bool
) -> None:
    kept = process(location, monkeypatch)
    now = time.time()
    kept.set("a", "text", 60)
    if is_other:
        kept = process(location, monkeypatch)
    monkeypatch.setattr(time, "time", lambda: now + 59)
    assert kept.get("a") == "text"
    monkeypatch.setattr(time, "time", lambda: now + 61)
    assert kept.get("a", "nothing") == "nothing"


def test_nothing_of_it_is_left_once_it_is_cleared_or_deleted(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = process(location, monkeypatch)
    kept.set("a", "text", 60)
    kept.set("b", "text", 60)
    kept.delete("a")
    assert kept.get_many(["a", "b"]) == {"b": "text"}
    kept.clear()
    assert kept.get("b") is None


def test_what_was_not_asked_for_longest_goes_first(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caching, "NEAR_ENTRIES", 2)
    kept = process(location, monkeypatch)
    for key in "abac":
        if kept.get(key) is None:
            kept.set(key, key, 60)
    Counting.asked = 0
    assert [kept.get(key) for key in "ac"] == ["a", "c"]
    assert Counting.asked == 0
    assert kept.get("b") == "b"
    assert Counting.asked == 1


def test_a_cache_that_is_away_keeps_what_the_process_has(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = process(location, monkeypatch)

    def fail(*_: Any, **__: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(Counting, "get", fail)
    monkeypatch.setattr(Counting, "set", fail)
    kept.set("a", "text", 60)
    assert kept.get("a") == "text"
    assert kept.get("b", "nothing") == "nothing"
