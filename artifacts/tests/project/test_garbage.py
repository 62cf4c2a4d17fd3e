"""A web process and a worker look for garbage seldom, and not among what they are made of."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from cofounder.garbage import STARTING_OBJECTS, YOUNG_OBJECTS, settle, start


@pytest.fixture
def settled() -> Iterator[None]:
    """A process as Python makes it, then settled; the process of the tests stays so, as it was."""
    before = gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)
    settle()
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("settled")
def test_what_a_process_is_made_of_is_looked_at_no_more() -> None:
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold()[0] == YOUNG_OBJECTS > 700


def test_a_process_that_starts_searches_late_and_never_when_it_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    last: list[object] = []
    monkeypatch.setattr("atexit.register", last.append)
    before = gc.get_threshold()
    try:
        start()
        assert gc.get_threshold()[0] == STARTING_OBJECTS
    finally:
        gc.set_threshold(*before)
    assert last == [gc.freeze]


@pytest.mark.usefixtures("settled")
def test_what_holds_itself_still_goes() -> None:
    circle: list[object] = []
    circle.append(circle)
    del circle
    assert gc.collect() > 0
