"""What a document claims, found by what its sentences hold: a rule looks only at those that
may be against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import TypeVar

from artifacts.checker.claims import Sentence
from artifacts.checker.cues import Cue
from artifacts.checker.cues.cue import LATE
from artifacts.checker.passages import Passage
from artifacts.facts.grammar.matches import Match
from artifacts.unlocked import cached_property

Claim = tuple[Passage, Sentence]
_Kinds = tuple[type[Match], ...]
_Key = TypeVar("_Key")


class DocumentClaims:
    """The claims of one document in reading order, and those of them with some cue or value."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.all: Sequence[Claim] = tuple(claims)
        self._saying: dict[tuple[Cue, ...], Sequence[Claim]] = {}
        self._valued: dict[_Kinds, Sequence[Claim]] = {}

    def saying(self, *cues: Cue) -> Sequence[Claim]:
        """Return the claims that say one of `cues`."""
        return _once(self._saying, cues, self._look_for)

    def with_values(self, *kinds: type[Match]) -> Sequence[Claim]:
        """Return the claims that have a value of one of these kinds."""
        return _once(self._valued, kinds, self._look_for_values)

    def _look_for(self, cues: tuple[Cue, ...]) -> Sequence[Claim]:
        bits = reduce(or_, (cue.bit for cue in cues), 0)
        if not self.cues_said & bits:
            return ()
        found = [claim for claim in self.all if claim[1].cues_said & bits]
        if bits & LATE:
            return [claim for claim in found if any(map(claim[1].says, cues))]
        return found

    def _look_for_values(self, kinds: _Kinds) -> Sequence[Claim]:
        if self._kinds.isdisjoint(kinds):
            return ()
        return [claim for claim in self._with_any_value if any(map(claim[1].has, kinds))]

    @cached_property
    def cues_said(self) -> int:
        """The bits of all cues that its claims say."""
        return reduce(or_, [sentence.cues_said for _, sentence in self.all], 0)

    @cached_property
    def _with_any_value(self) -> Sequence[Claim]:
        # Most sentences have no value of any kind, and many kinds are asked for.
        return [claim for claim in self.all if claim[1].matches]

    @cached_property
    def _kinds(self) -> frozenset[type[object]]:
        return frozenset().union(*(sentence.by_kind for _, sentence in self._with_any_value))


def _once(
    known: dict[_Key, Sequence[Claim]], key: _Key, find: Callable[[_Key], Sequence[Claim]]
) -> Sequence[Claim]:
    found = known.get(key)
    if found is None:
        found = known[key] = find(key)
    return found
