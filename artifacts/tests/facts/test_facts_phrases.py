"""Everything that is found in short phrases of five languages, and the characters it stands in.

`phrases.txt` has a phrase in each line, behind its language and the currency of its country, and
below it what is found in it. A bar parts an amount from what it is counted by.
"""

from __future__ import annotations

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
)
from artifacts.facts.grammar.scanner import scan_source
from artifacts.facts.grammar.source import source
from artifacts.tests.support.recorded import Compare, Recording

PHRASES = Recording(Path(__file__).with_name("phrases.txt"), mark="")


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


@pytest.mark.parametrize("phrase", PHRASES.headings)
def test_all_that_a_phrase_holds_is_found_where_it_stands(phrase: str, recorded: Compare) -> None:
    language, _, text = phrase.partition(" | ")
    tables, _, home = language.partition("/")
    read = source(text, tables, home)
    matches = scan_source(read)

    recorded(PHRASES, phrase, (f"{told(match)} {quoted(text, match)}" for match in matches))
    tokens = [read.tokens[match.first : match.last] for match in matches]
    assert [(own[0].start, own[-1].end) for own in tokens] == [
        (match.start, match.end) for match in matches
    ]
