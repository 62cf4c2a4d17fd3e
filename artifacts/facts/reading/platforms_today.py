"""What people use today, before there is a product."""

from __future__ import annotations

from artifacts.facts.grammar.matches import PlatformMatch
from artifacts.facts.reading.context import Reading
from artifacts.facts.schema import Fact, Platform


def drop_todays_paper(reading: Reading, found: dict[Platform, Fact[Platform]]) -> None:
    """Leave out the paper that only the idea names where people use it today: "a slip hangs in the
    club house ... we put that on a tablet".
    """
    paper = found.get("paper")
    if paper is None or len(found) == 1 or any(span.answer != "idea" for span in paper.said):
        return
    if any(
        match.platform == "paper"
        for told in reading.pick(("problem", "workaround"))
        for match in told.each(PlatformMatch)
    ):
        del found["paper"]
