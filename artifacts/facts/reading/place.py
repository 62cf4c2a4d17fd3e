"""Where it is offered, over which platforms, and under which laws."""

from __future__ import annotations

from collections.abc import Iterator

from artifacts.facts.grammar.matches import LawMatch, PlaceMatch, PlatformMatch
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import FACTS_MAX, Fact, Platform, Region

_WHERE = ("idea", "place", "target_user")
_NOT_WHERE = Cues(
    "office in; zentrale in; from abroad; import; imported; supplier; based in; head office; siège; moved from; "
    "born in; comes from; kommt aus; kommen aus; studied; studiert; moved to; längst in; weggezogen; not in; "
    "nicht in; pas en"
)
_PLATFORMS = ("idea", "first_version", "place", "constraint", "stage", "target_user", "deadline", "team")
_BY_THE_WAY = frozenset({"paper", "email"})
"""Kinds that the steps of a first version name in passing."""
_PASSING = {"first_version": _BY_THE_WAY, "stage": _BY_THE_WAY | {"desktop"}}
"""What is named in passing: by a step, or as the founders' own computer."""
_WHO_LACK = Cues("who; those; anyone; somebody; some; wer; die; qui; ceux; wie; quien; quienes")
_KNOWN_PLATFORMS: frozenset[str] = frozenset(
    {"web", "phone", "desktop", "offline", "sms", "phone call", "email", "whatsapp", "paper"}
)


def read_regions(reading: Reading) -> tuple[Fact[Region], ...]:
    """Return the places it is for, from the idea and from the answers about the place and the users."""
    found: dict[str, Fact[Region]] = {}
    for told in reading.pick(_WHERE):
        for match in told.each(PlaceMatch):
            if says(told.before(match, 5), _NOT_WHERE):
                continue
            region = Region(name=match.name[:400], code=match.code)
            found.setdefault(match.code or match.name.lower(), read(region, told.span(match.start, match.end)))
    return tuple(found.values())[:FACTS_MAX]


def country_of(tolds: Iterator[Told]) -> str:
    """Return the one country (ISO 3166) that the places named most point to, "" where there is none."""
    votes: dict[str, int] = {}
    for told in tolds:
        for match in told.each(PlaceMatch):
            if match.code and told.key in _WHERE:
                votes[match.code[:2]] = votes.get(match.code[:2], 0) + 1
    return max(votes, key=lambda code: votes[code]) if votes else ""


def read_platforms(reading: Reading) -> tuple[Fact[Platform], ...]:
    """Return by which means people reach it; what they use today and what is left out does not count."""
    found: dict[Platform, Fact[Platform]] = {}
    refused = {
        match.platform
        for told in reading.told.values()
        for match in told.each(PlatformMatch)
        if match.negated and not says(told.before(match, 6), _WHO_LACK)
    }
    refused |= {match.platform for told in reading.pick(("left_out",)) for match in told.each(PlatformMatch)}
    for told in reading.pick(_PLATFORMS):
        for match in told.each(PlatformMatch):
            platform = match.platform
            if match.negated or platform not in _KNOWN_PLATFORMS:
                continue
            if platform in _PASSING.get(told.key, ()):
                continue
            if platform == "phone" and platform in refused:
                continue
            key: Platform = platform  # type: ignore[assignment]
            found.setdefault(key, read(key, told.span(match.start, match.end)))
    return tuple(found.values())


def read_laws(reading: Reading) -> tuple[Fact[str], ...]:
    """Return the laws, permits and approvals by name, each once."""
    found: dict[str, Fact[str]] = {}
    for told in reading.pick(
        ("place", "constraint", "idea", "target_user", "problem", "deadline", "budget", "validation", "left_out")
    ):
        for match in told.each(LawMatch):
            found.setdefault(match.name.lower(), read(match.name[:400], told.span(match.start, match.end)))
    return tuple(found.values())[:FACTS_MAX]
