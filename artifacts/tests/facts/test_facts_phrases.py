"""Everything that is found in short phrases of five languages, and the characters it stands in.

`phrases.txt` has a phrase in each line, behind its language and the currency of its country, and
below it what is found in it. A bar parts an amount from what it is counted by.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from artifacts.facts.grammar import (
    DateMatch,
    DateRangeMatch,
    FractionMatch,
    HoursMatch,
    LawMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    OtherMatch,
    PlaceMatch,
    PlatformMatch,
    ShareMatch,
    SpanMatch,
    WeekOfYearMatch,
    scan,
)

FILE = Path(__file__).with_name("phrases.txt")


def phrases() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the language, the text and what is found in it."""
    found: list[str] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found.append(line.strip())
            continue
        language, _, text = line.partition(" | ")
        found = []
        yield language, text, found


def plain(number: Decimal, high: Decimal | None = None) -> str:
    text = f"{number.normalize():f}"
    return text if high is None else f"{text}-{plain(high)}"


def day(match: DateMatch) -> str:
    parts = [str(match.year or "any"), f"{match.month:02}"]
    parts += [f"{match.day:02}"] if match.day else []
    return f"{'-'.join(parts)} {match.edge}".rstrip()


def counted(match: NumberMatch) -> str:
    marks = ["in words"] * match.worded + ["measure"] * match.measure
    return " ".join(filter(None, ("count", plain(match.value, match.high), match.noun, *marks)))


def told(match: Match) -> str:
    """Return what a match is, in words."""
    match match:
        case MoneyMatch():
            per = "".join(f" / {one}" for one in match.per)
            return f"money {plain(match.amount, match.high)} {match.currency or '?'}{per}"
        case ShareMatch():
            return f"share {plain(match.percent)}{' in words' if match.worded else ''}"
        case DateMatch():
            return f"day {day(match)}"
        case DateRangeMatch():
            return f"days {day(match.begin)} until {day(match.end_date)}"
        case SpanMatch():
            return f"time {plain(match.amount, match.high)} {match.unit}"
        case HoursMatch():
            return f"work {plain(match.hours, match.high)}"
        case FractionMatch():
            return f"{plain(match.part)} of {plain(match.whole)}"
        case NumberMatch():
            return counted(match)
        case _:
            return named(match)


def named(match: Match) -> str:
    match match:
        case WeekOfYearMatch():
            return f"week {match.week} of {match.year}"
        case OtherMatch():
            return f"no figure, {match.what}"
        case PlaceMatch():
            return f"place {match.name} {match.code}".rstrip()
        case LawMatch():
            return f"law {match.name}"
        case PlatformMatch():
            return f"{'no ' if match.negated else ''}way {match.platform}"
    raise AssertionError(match)


def quoted(text: str, match: Match) -> str:
    if isinstance(match, MoneyMatch) and match.stem_end != match.end:
        return f"«{text[match.start : match.stem_end]}|{text[match.stem_end : match.end]}»"
    return f"«{text[match.start : match.end]}»"


@pytest.mark.parametrize(("language", "text", "found"), list(phrases()))
def test_all_that_a_phrase_holds_is_found_where_it_stands(
    language: str, text: str, found: list[str]
) -> None:
    tables, _, home = language.partition("/")
    matches = scan(text, tables, home=home)

    assert [f"{told(match)} {quoted(text, match)}" for match in matches] == found
