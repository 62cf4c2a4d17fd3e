"""Every trait that is told by a few answers, and the words it is told by.

`traits.txt` has some answers in each line, each behind its key, and below it what is read from them
and from which words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from artifacts.facts.schema import TRAITS, Traits
from artifacts.tests.facts.test_facts_traits import traits_of
from artifacts.tests.support.recorded import Compare, Recording

FOUNDERS = Recording(Path(__file__).with_name("traits.txt"), mark="")


def rows(traits: Traits) -> list[str]:
    told = ((trait, getattr(traits, trait)) for trait in TRAITS)
    return [
        f"{fact.value} {trait} {' | '.join(f'« {span.text} »' for span in fact.said)}".rstrip()
        for trait, fact in told
        if fact
    ]


@pytest.mark.parametrize("line", FOUNDERS.headings)
def test_traits_are_read_from_the_words_that_tell_them(line: str, recorded: Compare) -> None:
    told = dict(part.split(": ", 1) for part in line.split(" | "))

    recorded(FOUNDERS, line, rows(traits_of(told)))


@pytest.mark.parametrize(("words", "verdict"), [(59, None), (60, "no")])
def test_what_nobody_mentions_is_absent_from_sixty_words_on(
    words: int, verdict: str | None
) -> None:
    said = ["We draw plans for the wards of the town", *["and the other one"] * 20]

    assert traits_of({"idea": " ".join(" ".join(said).split()[:words])}).hardware.value == verdict
