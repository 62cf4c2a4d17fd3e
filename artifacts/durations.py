"""Spans of time in a text, in the languages founders write in, as the checker compares them with the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from artifacts.coherence.number_words import NUMBERS

DAYS_OF_WEEK = 7
DAYS_OF_MONTH = 28
DAYS_OF_YEAR = 364

_UNITS: dict[str, int] = {}
for _length, _names in (
    (1, "day days tag tage tagen jour jours día días dia dias giorni dagen يوم أيام يوما"),
    (
        DAYS_OF_WEEK,
        (
            "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane weken أسبوع أسابيع "
            "اسبوع اسابيع"
        ),
    ),
    (2 * DAYS_OF_WEEK, "fortnight fortnights"),
    (
        DAYS_OF_MONTH,
        (
            "month months mo mos monat monate monaten monats mois mes meses mese mesi mês maand maanden شهر أشهر اشهر "
            "شهور شهرا"
        ),
    ),
    (DAYS_OF_YEAR, "year years jahr jahre jahren an ans année années año años anno anni ano anos jaar سنة سنوات"),
):
    _UNITS |= dict.fromkeys(_names.split(), _length)


def _either(names: dict[str, float] | dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_LETTERS = re.compile(r"[^\W\d_]+")
_WINDOW = 48
_UNITS_READ = 100
"""How many units of time are looked at: enough for any answer, few enough for a hostile text."""

_NUMBER_BEFORE = re.compile(
    rf"(?<![\w.,])(\d{{1,4}}(?:[.,]\d)?|{_either(NUMBERS)})"
    rf"(?: ?(?:-|–|to|or|bis|oder|à|ou|o|a) ?(?:\d{{1,4}}|{_either(NUMBERS)}))?"
    r"[ -]?(?:(?:full|short|calendar|working|whole|more|volle|vollen|ganze)[ -])?$"
)
_ARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:have|within|in|only|than|just|under|for|over|during|next|last|about|takes?|nur|innerhalb|binnen|noch)"
    r" (?:(?:about|only|just) )?(?:(?:a|the next|the) (?:(?:full|single|whole|short) )?|next )$"
)
_CJK_NUMBER = "〇一二三四五六七八九"
_CJK = re.compile(
    rf"(?<![毎每\d.,{_CJK_NUMBER}十])(\d{{1,4}}|[{_CJK_NUMBER}十两両兩]{{1,3}}|半) ?"
    r"(日間|天|일|週間|週|周|个星期|個星期|星期|주|ヶ月|か月|カ月|ヵ月|ケ月|ヶ月|個月|个月|개월|달|年|년)"
)
_ARABIC_DUAL = re.compile(r"(?<!\w)(?:(أسبوعين|أسبوعان|اسبوعين)|(شهرين|شهران))(?!\w)")
_ARABIC_ONE = re.compile(r"(?<!\w)(?:(أسبوع|اسبوع)|(شهر)) واحد(?!\w)")

_RATE_BEFORE = re.compile(
    r"(?:every|each|per|alle|jede[nrs]?|pro|je|toutes les|tous les|cada|ogni|elke|since|seit|vor|depuis|hace|last|past|"
    r"hours? in|stunden in|times in|mal in|كل) $"
)
_HABIT_BEFORE = re.compile(r"(?<!\w)(?:every|each|jeden|jede|chaque|cada)(?!\w)")
_NOT_A_LIMIT_AFTER = re.compile(r"^(?: ago| old|-old| earlier|前| alt(?!\w)| later)")


@dataclass(frozen=True, slots=True)
class Span:
    days: int
    start: int
    end: int

    @property
    def weeks(self) -> int:
        """Full weeks, but never none: a plan of less than a week is a plan of a week."""
        return max(1, self.days // DAYS_OF_WEEK)


def spans(text: str) -> Iterator[Span]:
    """Yield every span of time in `text` (folded white space) that is not a rate such as "every two weeks"."""
    lower = text.lower()
    for span in sorted(_spans(lower), key=lambda span: (span.start, span.end)):
        rate = _RATE_BEFORE.search(lower[max(0, span.start - 14) : span.start])
        if span.days and not rate and not _NOT_A_LIMIT_AFTER.match(lower[span.end : span.end + 10]):
            yield span


def _spans(lower: str) -> Iterator[Span]:
    units = (word for word in _LETTERS.finditer(lower) if word[0] in _UNITS)
    for unit in islice(units, _UNITS_READ):
        yield from _span_before(lower, unit.start(), unit.end(), _UNITS[unit[0]])
    for match in _CJK.finditer(lower):
        yield Span(round(_cjk_number(match[1]) * _cjk_unit(match[2])), match.start(), match.end())
    for match in _ARABIC_DUAL.finditer(lower):
        yield Span(2 * (DAYS_OF_WEEK if match[1] else DAYS_OF_MONTH), match.start(), match.end())
    for match in _ARABIC_ONE.finditer(lower):
        yield Span(DAYS_OF_WEEK if match[1] else DAYS_OF_MONTH, match.start(), match.end())


def _span_before(lower: str, unit_start: int, unit_end: int, unit_days: int) -> Iterator[Span]:
    """Yield the span whose unit stands at `unit_start`, if a number or an article stands before it."""
    start = max(0, unit_start - _WINDOW)
    if match := _NUMBER_BEFORE.search(lower, start, unit_start):
        yield Span(_days(match[1], unit_days), match.start(), unit_end)
    elif match := _ARTICLE_BEFORE.search(lower, start, unit_start):
        yield Span(unit_days, match.start(), unit_end)


def _days(number: str, unit_days: int) -> int:
    count = NUMBERS[number] if number in NUMBERS else float(number.replace(",", "."))
    return int(count * unit_days)


def _cjk_number(text: str) -> float:
    if text.isdigit():
        return int(text)
    if text == "半":
        return 0.5
    tens, ten, ones = text.replace("两", "二").replace("両", "二").replace("兩", "二").rpartition("十")
    tens_digit = _CJK_NUMBER.find(tens) if tens else 1
    return (tens_digit * 10 if ten else 0) + (max(0, _CJK_NUMBER.find(ones[:1])) if ones else 0)


def _cjk_unit(unit: str) -> int:
    if unit in ("日間", "天", "일"):
        return 1
    if unit in ("年", "년"):
        return DAYS_OF_YEAR
    return DAYS_OF_MONTH if "月" in unit or unit in ("개월", "달") else DAYS_OF_WEEK


def is_habit(text: str, span: Span) -> bool:
    """Return whether the span says how long something is repeated, as in "every Monday for a month"."""
    sentence = re.split(r"[.;,!?]", text[max(0, span.start - 40) : span.start].lower())[-1]
    return bool(_HABIT_BEFORE.search(sentence))
