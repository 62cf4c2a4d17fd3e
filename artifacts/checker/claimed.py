"""What a document claims, found by what its sentences hold: a rule looks only at those that
may be against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from artifacts.checker.claims import Sentence
from artifacts.checker.cues import Cue
from artifacts.checker.passages import Passage
from artifacts.facts.grammar.matches import Match
from artifacts.unlocked import cached_property

Claim = tuple[Passage, Sentence]
Wanted = Cue | type[Match]
"""What a claim may say, or a kind of value that it may have."""


class DocumentClaims:
    """The claims of one document in reading order, and those of them with some cue or value."""

    def __init__(self, claims: Iterable[Claim], texts: Sequence[tuple[Passage, int]] = ()) -> None:
        """`texts` are those of the document, claims or not, each with the bits of the cues that its
        own sentences say.
        """
        self.all: Sequence[Claim] = tuple(claims)
        self.texts = texts
        self._found: dict[tuple[Wanted, ...], Sequence[Claim]] = {}

    def having(self, *wanted: Wanted) -> Sequence[Claim]:
        """Return the claims that say one of some cues or have a value of one of some kinds."""
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = self._look_for(wanted)
        return found

    def _look_for(self, wanted: Iterable[Wanted]) -> Sequence[Claim]:
        valued: set[int] = set()
        cues: list[Cue] = []
        for one in wanted:
            if isinstance(one, Cue):
                cues.append(one)
            else:
                valued.update(self._places.get(one, ()))
        return [
            claim
            for place, claim in enumerate(self.all)
            if place in valued or any(map(claim[1].says, cues))
        ]

    @cached_property
    def cues_written(self) -> int:
        """The bits of all cues that the document's own sentences say."""
        return reduce(or_, [said for _, said in self.texts], 0)

    @cached_property
    def cues_said(self) -> int:
        """The bits of all cues that its claims say."""
        return reduce(or_, [sentence.cues_said for _, sentence in self.all], 0)

    @property
    def kinds(self) -> Iterable[type[Match]]:
        """The kinds of values that its claims have."""
        return self._places.keys()

    @cached_property
    def _places(self) -> dict[type[Match], list[int]]:
        """The places of the claims with a value, by the kinds of it: most have none."""
        found: dict[type[Match], list[int]] = {}
        for place, (_, sentence) in enumerate(self.all):
            for kind in sentence.by_kind if sentence.matches else ():
                found.setdefault(kind, []).append(place)
        return found
