"""What the founder says has to be there: permits, laws, and other things that somebody needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.needs import permit_words
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of


@dataclass(frozen=True)
class Needed:
    """Something that has to be there, as a text names it, and the founder's sentence on it."""

    word: str
    told: Sentence
    stems: frozenset[str]
    """Its own stems."""
    is_law: bool = False
    """Whether it is a law, which holds all the time, and nothing that is got once."""

    @property
    def comes_first(self) -> bool:
        """Whether the founder says that nothing begins without it."""
        return not self.is_law or _FIRST.search(self.told.words) is not None


_FIRST = re.compile(
    r" (?:before|without|until|vorher|zuvor|bevor|ohne|bis|avant|sans|voordat|zonder|antes|sin) "
)


def requirements_in(known: Knowledge, part: Sentence | Clause) -> list[Needed]:
    """Return what has to be there and is named in a part of a text."""
    if known.requirement_stems.isdisjoint(part.stems) and not permit_words(part):
        return []
    return list(_each_in(known, part))


def _each_in(known: Knowledge, part: Sentence | Clause) -> Iterator[Needed]:
    words = []
    for kind, word in permit_words(part):
        if kind in known.permits:
            words.append(word)
            yield Needed(word, known.permits[kind], stems_of(word, known.language))
    for stems, told in known.things_needed:
        if stems <= part.stems:
            yield Needed(" ".join(sorted(stems)), told, stems)
    for name, stems in known.law_stems:
        shared = stems & part.stems
        if shared and (shared == stems or len(shared) > 1) and name in known.law_sentences:
            is_law = not any(word in name.casefold() for word in words)
            yield Needed(name, known.law_sentences[name], stems, is_law=is_law)
