"""Numbers as they are written: digits in the habit of each language, and number words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from artifacts.facts.grammar import currencies, words
from artifacts.facts.grammar.lexicon import Lexicon
from artifacts.facts.grammar.lexicon import lexicon as lexicon_of
from artifacts.facts.grammar.sets import word_set
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
    found = None
    if begins_number(tokens[index].lower, lexicon.language):
        found = _phrase(tokens, index, lexicon)
    if found is None:
        return None
    with_part = _with_decimals(tokens, _with_half(tokens, found, lexicon), lexicon)
    return _added(tokens, _multiplied(tokens, with_part, lexicon), lexicon)


@lru_cache(maxsize=8_192)
def begins_number(word: str, language: str) -> bool:
    """Whether a number can begin with a word; most words are asked about several times."""
    return word in _first_words(language) or joined_number(word, lexicon_of(language)) is not None


@cache
def _first_words(language: str) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon_of(language).numbers)


def _phrase(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Number | None:
    """Return the longest number word, or joined words, from token `index` on."""
    phrase, found = "", None
    for last in range(index, min(index + LONGEST_PHRASE, len(tokens))):
        if tokens[last].kind != "word":
            break
        phrase = f"{phrase} {tokens[last].lower}" if phrase else tokens[last].lower
        value = lexicon.numbers.get(phrase)
        if value is None:
            value = joined_number(phrase, lexicon)
        if value is not None:
            article = last == index and phrase in lexicon.articles
            found = Number(value, index, last + 1, worded=True, article=article)
    return found


def joined_number(word: str, lexicon: Lexicon) -> Decimal | None:
    """Return a number written as one word with its hundreds and thousands: "zweihundertvierzig",
    "zwölftausendfünfhundert".
    """
    if lexicon.language == "en":
        return _spoken_hundreds(word, lexicon) if "-" in word else None
    hundred, thousand = words.JOINED.get(lexicon.language, ("", ""))
    if not hundred or not (hundred in word or thousand in word):
        return None
    left, found, right = word.partition(thousand)
    if not found:
        return _below_thousand(word, hundred, lexicon)
    times = _below_thousand(left, hundred, lexicon) if left else Decimal(1)
    more = _below_thousand(right, hundred, lexicon) if right else Decimal(0)
    return None if times is None or more is None else times * 1000 + more


def _spoken_hundreds(word: str, lexicon: Lexicon) -> Decimal | None:
    """Return a number said without its "hundred", or joined with it: "two-eighty",
    "one-twenty-five", "two-hundred".
    """
    left, _, right = word.partition("-")
    times, more = lexicon.numbers.get(left), lexicon.numbers.get(right)
    if times and right in _JOINED_POWERS:
        return times * lexicon.multipliers[right]
    if times is None or more is None:
        return None
    return times * 100 + more if 1 <= times <= 9 and 10 <= more <= 99 else None


_JOINED_POWERS = word_set("hundred thousand million")


def _below_thousand(word: str, hundred: str, lexicon: Lexicon) -> Decimal | None:
    left, found, right = word.partition(hundred)
    if not found:
        return lexicon.numbers.get(word)
    times = lexicon.numbers.get(left) if left else Decimal(1)
    more = lexicon.numbers.get(right.removeprefix("und")) if right else Decimal(0)
    return None if times is None or more is None or more >= 100 else times * 100 + more


def _with_half(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Return "six and a half" of "six and a half thousand" as 6.5, "twee en een half" as 2.5."""
    if number.value != int(number.value):
        return number
    for half in _HALVES.get(lexicon.language, ()):
        behind = number.last + len(half)
        if tuple(token.lower for token in tokens[number.last : behind]) == half:
            value = number.value + Decimal("0.5")
            return replace(number, value=value, last=behind, article=False)
    return number


def _with_decimals(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Return "four point six" as 4.6."""
    end = number.last + 1
    if lexicon.language != "en" or end >= len(tokens):
        return number
    digit = lexicon.numbers.get(tokens[end].lower) if tokens[end - 1].lower == "point" else None
    if digit is None or digit > 9:
        return number
    return replace(number, value=number.value + digit / 10, last=end + 1, article=False)


_HALVES = {
    "en": (("and", "a", "half"),),
    "fr": (("et", "demi"), ("et", "demie")),
    "nl": (("en", "een", "half"), ("en", "een", "halve"), ("en", "half")),
    "es": (("y", "medio"), ("y", "media")),
}
"""What half of one more is called behind a number word, in the languages with a word for it."""


def _added(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    """Return a number of words with what comes behind its thousands or hundreds: "five thousand
    four hundred", "two thousand and fifty".
    """
    if number.value < 100 or number.value % 100:
        return number
    at = number.last
    joined = at < len(tokens) and tokens[at].lower == "and"
    at += joined
    found = _phrase(tokens, at, lexicon) if at < len(tokens) else None
    more = _multiplied(tokens, found, lexicon) if found else None
    if more is None or more.article:
        return number
    more = _added(tokens, more, lexicon)
    # "two thousand and fifty", but "five thousand and four hundred" may be two sums
    fits = more.value < (100 if joined or number.value % 1000 else 1000)
    return replace(number, value=number.value + more.value, last=more.last) if fits else number


_AND_HALF = ("y medio", "y media", "et demi", "et demie", "en half")
"""Behind a million or a thousand: "2 millones y medio"."""


def _multiplied(tokens: Sequence[Token], number: Number, lexicon: Lexicon) -> Number:
    last = number.last
    if last >= len(tokens) or tokens[last].kind != "word":
        return number
    following = tokens[last]
    times = lexicon.multipliers.get(following.lower)
    if times is None:
        return number
    apart = following.lower in words.ATTACHED_ONLY and following.spaced
    if apart and not _touches_currency(tokens, last + 1):
        return number
    if following.lower in _HUNDREDS and not number.worded:
        return number
    value = number.value * times
    if value >= 10**12:
        return number
    if value == value.to_integral_value():
        value = value.to_integral_value()
    return _behind_multiplier(
        tokens, Number(value, number.first, last + 1, worded=number.worded), times
    )


def _touches_currency(tokens: Sequence[Token], index: int) -> bool:
    """Whether a sign of money follows without a space: "4 k€"."""
    following = tokens[index : index + 1]
    return bool(following) and not following[0].spaced and following[0].text in currencies.SIGNS


_HUNDREDS = ("cent", "cents")
"""Behind figures these are no hundreds but coins: "80 cents la page", "quatre cents pages"."""


def _behind_multiplier(tokens: Sequence[Token], number: Number, times: Decimal) -> Number:
    """Return a number with "and a half" of its `times`, or the full stop, behind it."""
    end = number.last
    if " ".join(token.lower for token in tokens[end : end + 2]) in _AND_HALF:
        return replace(number, value=number.value + times / 2, last=end + 2)
    abbreviated = tokens[end - 1].lower in ("mio", "tsd")
    if abbreviated and end < len(tokens) and tokens[end].text == ".":
        return replace(number, last=end + 1)
    return number
