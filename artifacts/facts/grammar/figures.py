"""Numbers as they are written: digits in the habit of each language, and number words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from artifacts.facts.grammar import words
from artifacts.facts.grammar.lexicon import Lexicon
from artifacts.facts.grammar.tokens import Token

LONGEST_FIGURE = 15
LONGEST_PHRASE = 4

_PLAIN = re.compile(r"[0-9]+")
_SPACES = re.compile(r"[ \u00a0\u202f'’]")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_LAKHS = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")
"""Groups as in India: 4,80,000."""
_DECIMAL = re.compile(r"[0-9]+([.,])[0-9]+")
_BOTH = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*(?!\1)[.,][0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal
    first: int
    last: int
    worded: bool = False
    article: bool = False


def parse_figure(text: str, lexicon: Lexicon, *, money: bool = False) -> Decimal | None:
    """Return the value of digits with separators, None where the habit of the language leaves two
    readings.

    In front of or behind a currency, three digits after a separator are always thousands: nobody
    counts mills.
    """
    text = _SPACES.sub("", text)
    if len(text) > LONGEST_FIGURE:
        return None
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _LAKHS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if match := _GROUPED.fullmatch(text):
        is_group = money or _groups_thousands(match[1], text, lexicon)
        return Decimal(text.replace(match[1], "")) if is_group else None
    if match := _DECIMAL.fullmatch(text):
        is_hundredths = money and len(text) - match.end(1) == 2
        is_decimal = is_hundredths or _begins_decimals(match[1], lexicon)
        return Decimal(text.replace(",", ".")) if is_decimal else None
    if match := _BOTH.fullmatch(text):
        whole, decimals = re.split(r"[.,](?=[0-9]{1,2}$)", text)
        return Decimal(f"{whole.replace(match[1], '')}.{decimals}")
    return None


def _groups_thousands(sign: str, text: str, lexicon: Lexicon) -> bool:
    # Spanish writes both signs either way: Spain one, Mexico the other.
    return sign == lexicon.group or text.count(sign) > 1 or lexicon.language == "es"


def _begins_decimals(sign: str, lexicon: Lexicon) -> bool:
    return sign == lexicon.decimal or lexicon.language == "es"


def number_at(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, *, money: bool = False
) -> Number | None:
    """Return the number that begins at token `index`, with its "thousand" or "k"."""
    token = tokens[index]
    if token.kind == "number":
        value = parse_figure(token.text, lexicon, money=money)
        if value is None:
            return None
        return _multiplied(tokens, Number(value, index, index + 1), lexicon)
    if token.kind != "word":
        return None
    return _worded(tokens, index, lexicon)


def _worded(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    phrase, found = "", None
    for last in range(index, min(index + LONGEST_PHRASE, len(tokens))):
        if tokens[last].kind != "word":
            break
        phrase = f"{phrase} {tokens[last].lower}" if phrase else tokens[last].lower
        if phrase in lexicon.numbers:
            article = last == index and phrase in lexicon.articles
            found = Number(lexicon.numbers[phrase], index, last + 1, worded=True, article=article)
    return _multiplied(tokens, found, lexicon) if found else None


def _with_half(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Return "six and a half" where it is of thousands or more; of a length of time the half is a
    share.
    """
    behind = [token.lower for token in tokens[number.last : number.last + 4]]
    if (
        behind[:3] != ["and", "a", "half"]
        or behind[3:] == []
        or behind[3] not in lexicon.multipliers
    ):
        return number
    return replace(number, value=number.value + Decimal("0.5"), last=number.last + 3)


def _multiplied(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    number = _with_half(tokens, number, lexicon)
    last = number.last
    if last >= len(tokens) or tokens[last].kind != "word":
        return number
    following = tokens[last]
    times = lexicon.multipliers.get(following.lower)
    if times is None or (following.lower in words.ATTACHED_ONLY and following.spaced):
        return number
    value = number.value * times
    if value >= 10**12:
        return number
    if value == value.to_integral_value():
        value = value.to_integral_value()
    end = last + 1
    if end < len(tokens) and tokens[end].text == "." and following.lower in ("mio", "tsd"):
        end += 1
    return Number(value, number.first, end, worded=number.worded)
