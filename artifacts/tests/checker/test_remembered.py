"""What is worked out of a sentence beside what the founder told."""

from __future__ import annotations

import gc
import weakref

from artifacts.checker.remembered import remembered_beside


class _Told:
    def __init__(self, words: str) -> None:
        self.words = words


made: list[tuple[str, str]] = []


@remembered_beside
def _compared(known: _Told, owner: _Told) -> str:
    made.append((known.words, owner.words))
    return f"{known.words}, {owner.words}"


def test_the_same_two_are_compared_once() -> None:
    made.clear()
    known, sentence = _Told("29 euros"), _Told("39 euros")
    assert [_compared(known, sentence) for _ in range(3)] == ["29 euros, 39 euros"] * 3
    assert made == [("29 euros", "39 euros")]


def test_a_sentence_is_compared_with_what_is_told_now() -> None:
    sentence = _Told("39 euros")
    assert _compared(_Told("29 euros"), sentence) == "29 euros, 39 euros"
    assert _compared(_Told("39 euros"), sentence) == "39 euros, 39 euros"


def test_each_sentence_is_compared_for_itself() -> None:
    known = _Told("29 euros")
    assert _compared(known, _Told("39 euros")) == "29 euros, 39 euros"
    assert _compared(known, _Told("49 euros")) == "29 euros, 49 euros"


def test_what_is_compared_with_goes_when_nobody_else_holds_it() -> None:
    class Told:
        pass

    class Text:
        pass

    told, text = Told(), Text()
    held = weakref.ref(told)

    @remembered_beside
    def length(told: Told, text: Text) -> int:
        return 1

    assert length(told, text) == 1
    del told
    gc.collect()
    assert held() is None
