"""Length: no text is longer than it will be read, and nothing is said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from artifacts.checker.context import CheckContext
from artifacts.checker.findings import Severity
from artifacts.checker.passages import Passage
from artifacts.checker.readings import DocumentRead
from artifacts.checker.rules.registry import Violation, rule, shorten
from artifacts.schemas import ArtifactType
from artifacts.schemas.fields import ITEM_BUDGET, LINE_BUDGET, SECTION_BUDGET
from artifacts.text import fold_title, gettext_noop

_SHINGLE = 5
_SHINGLES_MIN = 5
_ALIKE = 0.6
_RARE = 7
"""Only runs that begin with a word of this length are compared: about a quarter of them, the same
ones everywhere.
"""


@rule(
    severity=Severity.MINOR,
    message=gettext_noop(
        "This has %(length)s characters, and more than %(budget)s are seldom read to the end."
    ),
    hint=gettext_noop("Keep what decides something, and cut the rest."),
    good={"brief.key_constraint": "One developer for eight weeks, and not a day more."},
    bad={"brief.key_constraint": "One developer for eight weeks, and not a day more. " * 70},
)
def text_too_long(context: CheckContext) -> Iterator[Violation]:
    """A text stays within its budget of characters."""
    for passage in context.looked_at:
        budget = _budget(passage)
        if len(passage.text) > budget:
            what = "" if passage.is_prose else fold_title(passage.text[:200])
            yield Violation(passage.place, what, {"length": len(passage.text), "budget": budget})


@rule(
    severity=Severity.IMPORTANT,
    compares=True,
    message=gettext_noop("This says almost the same as %(where)s."),
    hint=gettext_noop("Say it once, and point there from the other place."),
    good={},
    bad={
        "how_it_works.architecture": (
            "A phone holds the counts of Shelfwise until there is a connection again, then a server"
            " receives them, stores every count as an event that is never changed, calculates what"
            " is left on every shelf and prepares the order list for the supplier in the morning."
        ),
        "mvp_scope.technical_architecture": (
            "A phone holds the counts of Shelfwise until there is a connection again, then a server"
            " receives them, stores every count as an event that is never changed, calculates what"
            " is left on every shelf and prepares the order list for the supplier in the evening."
        ),
    },
)
def near_duplicate(context: CheckContext) -> Iterator[Violation]:
    """No text repeats another one almost word for word."""
    owners: dict[str, int] = {}
    prose = list(chain.from_iterable(context.of_all(_long_prose)))
    # What everybody may read comes first: then nobody is told that a text resembles one they cannot
    # open.
    prose.sort(key=lambda one: one[0])
    for number, (_, passage, runs) in enumerate(prose):
        if not context.looks_at(passage.place.artifact_type):
            for run in runs:
                owners.setdefault(run, number)
            continue
        shared = Counter(owners.setdefault(run, number) for run in runs)
        del shared[number]
        for other, count in shared.items():
            if count >= _ALIKE * len(runs):
                place = prose[other][1].place
                what = f"{place.artifact_type}.{place.anchor}"
                yield Violation(passage.place, what, {"where": place}, (place,))


def _long_prose(_: CheckContext, read: DocumentRead) -> list[tuple[int, Passage, frozenset[str]]]:
    """Return the texts of a document that are long enough to be compared, each with the rank of its
    gate and its runs of words.
    """
    return [
        (passage.section.gate.tier.rank, passage, runs)
        for passage in read.passages
        if passage.is_prose and len(runs := _shingles(passage.own)) >= _SHINGLES_MIN
    ]


@rule(
    severity=Severity.MINOR,
    message=gettext_noop("%(first)s and %(second)s have the same title: “%(title)s”"),
    hint=gettext_noop("Join the two, or tell them apart by their titles."),
    good={"mvp_scope.F-2.name": "Reorder list"},
    bad={"mvp_scope.F-2.name": "Shelf count"},
)
def same_title(context: CheckContext) -> Iterator[Violation]:
    """No two items of a section have the same title."""
    seen: dict[tuple[ArtifactType, str, str], str] = {}
    for passage in context.titles:
        place = passage.place
        titled = place.artifact_type, place.section, fold_title(passage.text)
        first = seen.setdefault(titled, place.item_id)
        if first != place.item_id:
            values = {"first": first, "second": place.item_id, "title": shorten(passage.text)}
            yield Violation(place, first, values)


def _budget(passage: Passage) -> int:
    if passage.field:
        return ITEM_BUDGET if passage.is_prose else LINE_BUDGET
    return SECTION_BUDGET if passage.is_prose else LINE_BUDGET


@lru_cache(maxsize=256)
def _shingles(own: str) -> frozenset[str]:
    """Return the runs of words that stand for a text, which is without what it quotes."""
    words = own.casefold().split()
    last = len(words) - _SHINGLE
    return frozenset(
        " ".join(words[start : start + _SHINGLE])
        for start, word in enumerate(words)
        if len(word) >= _RARE and start <= last
    )
