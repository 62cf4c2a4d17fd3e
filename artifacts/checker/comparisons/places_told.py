"""The places that the founder told, and what is offered there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from artifacts.checker import cues
from artifacts.checker.comparisons.figures_told import FiguresTold
from artifacts.checker.comparisons.needs import places_left_out
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.unlocked import cached_property

ON_OTHERS = ("problem", "workaround", "price")
_ON_THE_OFFER = ("idea", "target_user", "first_version", "place")
"""Answers that say what is offered to whom."""

_ANDS = frozenset(("and", "und", "et", "en", "y"))
_BETWEEN = 3
"""Most words between two places that stand together: "and 5 in"."""


class PlacesTold(FiguresTold):
    """The figures and the places that the founder told."""

    @cached_property
    def places(self) -> tuple[PlaceMatch, ...]:
        return tuple(match for sentence in self.sentences for match in sentence.each(PlaceMatch))

    @cached_property
    def own_places(self) -> tuple[PlaceMatch, ...]:
        """The places named anywhere but where people go without us."""
        told = (s for key, found in self.told.items() if key != "workaround" for s in found)
        return tuple(match for sentence in told for match in sentence.each(PlaceMatch))

    @cached_property
    def places_of_offer(self) -> frozenset[str]:
        """The names of places in answers that are not about the trouble of others."""
        told = (s for key, found in self.told.items() if key not in ON_OTHERS for s in found)
        return frozenset(match.name for sentence in told for match in sentence.each(PlaceMatch))

    @cached_property
    def places_left_out(self) -> frozenset[str]:
        """The lower-case names of places that a clause begins to deny ("no graves in Graz") or says
        are left out.
        """
        return places_left_out(self.told, set(self._region_names))

    @property
    def _region_names(self) -> Iterator[str]:
        return (fact.value.name.casefold() for fact in self.sheet.regions if fact.value)

    @cached_property
    def place_pairs(self) -> tuple[tuple[str, str], ...]:
        """The lower-case names of each two places that the founder names together, both ways round:
        "Somerset and Dorset".
        """
        found: list[tuple[str, str]] = []
        for told in (s for key in _ON_THE_OFFER for s in self.told[key]):
            for one, other in pairwise(told.each(PlaceMatch)):
                between = {told.source.word(at) for at in range(one.last, other.first)}
                if between & _ANDS and len(between) <= _BETWEEN:
                    names = one.name.casefold(), other.name.casefold()
                    found += [names, names[::-1]]
        return tuple(found)

    @cached_property
    def offer_stems(self) -> frozenset[str]:
        """The stems of what is offered and of whom it is for, but for names of places."""
        told = [(key, c) for key in _ON_THE_OFFER for s in self.told[key] for c in s.clauses]
        names = " ".join(match.name for match in self.places)
        found = frozenset().union(
            *(c.stems for key, c in told if key != "target_user" or not c.says(cues.NEGATION))
        )
        return found - SAY_LITTLE - stems_of(names, self.language)
