"""Amounts of money in all habits, with what follows them as "per ..."."""

from __future__ import annotations

from decimal import Decimal

from artifacts.facts.grammar import currencies, words
from artifacts.facts.grammar.figures import Number
from artifacts.facts.grammar.matches import MoneyMatch
from artifacts.facts.grammar.per import JOINS, PER, per_phrases
from artifacts.facts.grammar.pictures import counts_lines
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source
from artifacts.facts.grammar.unnamed_money import unnamed_currency
from artifacts.facts.grammar.weights import is_weight

RANGE_WORDS = word_set("to bis à tot a and und et en y hasta - – — or oder")
_RANGE_SIGNS = frozenset("-–—")
_BETWEEN = word_set("between zwischen entre tussen")
_ANDS = word_set("and und et y en")
_ARTICLES = word_set("a an one ein eine un une een una")


def names_currency(text: str, word: str) -> bool:
    """Return whether a word, which is `word` in lower case, can name a currency in front of its
    digits.
    """
    return (
        word in currencies.PREFIXED_DOLLARS
        or text in currencies.codes()
        or text in currencies.LETTERS
        or text in currencies.UNMISTAKABLE
        or text in _ABBREVIATIONS
        or text == "R"
    )


def begins_note(word: str) -> bool:
    """Return whether a nickname of a currency or of a note can begin with a word."""
    return word in _ARTICLES or word in currencies.NOTES


def money_at(source: Source, index: int) -> MoneyMatch | None:
    """Return the amount that begins at token `index`."""
    return _sign_first(source, index) or counted_money_at(source, index)


def counted_money_at(source: Source, index: int) -> MoneyMatch | None:
    """Return the amount that begins with its number, or with a name for it: what `money_at` does
    for a token that names no currency.
    """
    return _number_first(source, index) or _note(source, index)


def _sign_first(source: Source, index: int) -> MoneyMatch | None:
    found = _currency_before(source, index)
    if found is None:
        return None
    currency, at = found
    number = source.number(at, money=True)
    if number is None or number.worded:
        return None
    last = _after_dash(source, number.last)
    high = None
    second = last + 1
    if source.word(last) in RANGE_WORDS:
        again = _currency_before(source, second)
        if again and again[0] == currency:
            second = again[1]
        upper = source.number(second, money=True)
        joined = source.word(last) not in ("and", "und", "et", "y", "en", "a", "or", "oder")
        if upper and not upper.worded and (joined or source.word(index - 1) in _BETWEEN):
            high, last = upper.value, upper.last
    return _finish(source, index, last, number.value, currency, high)


def _currency_before(source: Source, index: int) -> tuple[str, int] | None:
    """Return the currency named at `index` in front of digits, and where the digits begin."""
    if index >= len(source.tokens):
        return None
    token = source.tokens[index]
    if token.text == "$":
        return currencies.resolve_dollar_sign("", source.home), index + 1
    if token.text in currencies.SIGNS:
        return currencies.SIGNS[token.text], index + 1
    if token.kind != "word":
        return None
    if _is_prefixed_dollar(source, index):
        return currencies.resolve_dollar_sign(token.text, source.home), index + 2
    if token.text in currencies.codes():
        return token.text, index + 1
    if token.text == "R" and source.touches(index + 1):
        return "ZAR", index + 1
    if letters := _home_letters(source, index):
        return letters
    return _abbreviated(source, index)


def _home_letters(source: Source, index: int) -> tuple[str, int] | None:
    """Return the currency of the country by its letters: "K18", "Tk 40"; one letter has to touch
    the digits.
    """
    text = source.tokens[index].text
    currency = currencies.by_letters(text, source.home)
    if not currency or (len(text) == 1 and not source.touches(index + 1)):
        return None
    return currency, _behind_stop(source, index + 1)


def _is_prefixed_dollar(source: Source, index: int) -> bool:
    """Whether letters stand right before a dollar sign: "US$", "A$"."""
    if source.word(index + 1) != "$" or not source.touches(index + 1):
        return False
    return source.word(index) in currencies.PREFIXED_DOLLARS


def _abbreviated(source: Source, index: int) -> tuple[str, int] | None:
    """Return the currency abbreviated at `index`, with or without a full stop: "Fr. 5", "Rs 80"."""
    token = source.tokens[index]
    if token.text not in _ABBREVIATIONS:
        return None
    is_franc = token.text in ("Fr", "SFr")
    currency = "CHF" if is_franc else currencies.resolve(token.lower, source.home)
    return (currency, _behind_stop(source, index + 1)) if currency else None


def _behind_stop(source: Source, index: int) -> int:
    return index + 1 if source.word(index) == "." else index


_ABBREVIATIONS = word_set("Fr SFr CHF Rs Ksh KSh Tsh TSh Ush USh kr")


def _after_dash(source: Source, index: int) -> int:
    """Return the index behind a Swiss ".-" or ",-" at `index`, or `index`."""
    if (
        source.word(index) in (".", ",")
        and source.word(index + 1) in _RANGE_SIGNS
        and source.touches(index + 1)
    ):
        return index + 2
    return index


def _number_first(source: Source, index: int) -> MoneyMatch | None:
    number = source.number(index, money=True)
    if number is None:
        return None
    last = _after_dash(source, number.last)
    found = _currency_after(source, last, number)
    if found:
        currency, last, scale = found
        amount = number.value * scale
        if cents := _cents_behind(source, last) if amount == int(amount) and scale == 1 else None:
            amount, last = amount + cents[0], cents[1]
        return _finish(source, index, last, amount, currency, None)
    if source.word(last) not in RANGE_WORDS:
        return None
    upper = source.number(last + 1, money=True)
    found = _currency_after(source, upper.last, upper) if upper else None
    between = source.word(index - 1) in _BETWEEN
    if not upper or not found or (source.word(last) in _ANDS and not between):
        return None
    currency, last, scale = found
    low = number.value * _shared_power(source, number, upper)
    return _finish(source, index, last, low * scale, currency, upper.value * scale)


def _shared_power(source: Source, low: Number, high: Number) -> Decimal:
    """Return the power of ten behind the upper end of a range that is meant of both ends: "two to
    three thousand pounds".
    """
    if high.last - high.first < 2 or not source.is_word(high.last - 1):
        return Decimal(1)
    power = next(
        (one for one in _POWERS if high.value >= one and high.value % one == 0), Decimal(1)
    )
    return power if low.value < high.value / power else Decimal(1)


_POWERS = (Decimal(1_000_000), Decimal(1_000), Decimal(100))


def _cents_behind(source: Source, index: int) -> tuple[Decimal, int] | None:
    """Return the hundredths behind a currency's name, and the index behind them: "twelve pounds
    fifty".
    """
    if source.tokens[index - 1].kind != "word" or source.word(index) in _ARTICLES:
        return None
    number = source.number(index)
    if number is None or not _can_be_cents(number):
        return None
    # A noun behind it is what is counted: "pays 12 euros, 50 members ...".
    behind = source.word(number.last)
    if source.is_word(number.last) and not _may_follow_amount(behind):
        return None
    return number.value * currencies.HUNDREDTH, number.last


def _can_be_cents(number: Number) -> bool:
    if number.article or number.value != int(number.value):
        return False
    return 0 < number.value < 100 and (number.worded or number.value >= 10)


def _may_follow_amount(word: str) -> bool:
    return word in PER or word in JOINS or word in words.ADVERBS_PER


def _currency_after(source: Source, index: int, number: Number) -> tuple[str, int, Decimal] | None:
    """Return the currency named at `index`, the index behind it and the part of it that one is."""
    if index >= len(source.tokens):
        return _currency_in_words(source, index, number)
    token = source.tokens[index]
    if token.text == "$" or token.text in currencies.SIGNS:
        if _opens_next(source, index):
            return None
        sign = currencies.SIGNS.get(token.text)
        return sign or currencies.resolve_dollar_sign("", source.home), index + 1, Decimal(1)
    if token.text == "¢":
        return "", index + 1, currencies.HUNDREDTH
    if token.lower in _OF and number.value >= _MILLION:
        return _currency_in_words(source, index + 1, number)
    if found := _hundredths(source, index, number):
        return found
    return _currency_in_words(source, index, number)


def _currency_in_words(
    source: Source, index: int, number: Number
) -> tuple[str, int, Decimal] | None:
    """Return what `_currency_after` does for a currency that begins with a letter."""
    named = _currency_named(source, index) if source.is_word(index) else None
    if named is None and (told := unnamed_currency(source, index, number.value)):
        return *told, Decimal(1)
    if named and number.worded and _has_digits(source, named[1]):
        return None  # "with five C$28,000"
    return (*named, Decimal(1)) if named else None


def _currency_named(source: Source, index: int) -> tuple[str, int] | None:
    """Return the currency that a word at `index` names, and the index behind its name."""
    token = source.tokens[index]
    if _is_prefixed_dollar(source, index):
        return currencies.resolve_dollar_sign(token.lower, source.home), index + 2
    if token.text in currencies.codes():
        return token.text, index + 1
    if len(token.text) > 1 and (letters := currencies.by_letters(token.text, source.home)):
        return letters, index + 1
    if token.text == "Fr":
        return "CHF", _behind_stop(source, index + 1)
    return None if is_weight(source, index) else _currency_by_word(source, index)


def _currency_by_word(source: Source, index: int) -> tuple[str, int] | None:
    """Return the currency of words like "pounds", "Canadian dollars" and "Schweizer Franken"."""
    token = source.tokens[index]
    national = currencies.NATIONAL.get(token.lower, "")
    at = index + 1 if national or token.lower in _COUNTRIES else index
    behind = currencies.named_behind(source.word(at + 1), source.home)
    currency = currencies.resolve(source.word(at), national or behind or source.home)
    return None if currency is None else (currency, at + 2 if behind else at + 1)


_COUNTRIES = word_set("f schweizer")


_OF = word_set("de d'")
_MILLION = 1_000_000
"""From here on Spanish and French put "de" in front of a currency: "46.000.000 de pesos"."""


def _opens_next(source: Source, index: int) -> bool:
    """Whether a sign touches the next digits, and so belongs to those: "12 $40", "eight €80"."""
    following = index + 1
    touches = source.touches(following) and source.tokens[following].kind == "number"
    return touches and source.tokens[index].spaced


def _has_digits(source: Source, index: int) -> bool:
    return index < len(source.tokens) and source.tokens[index].kind == "number"


def _note(source: Source, index: int) -> MoneyMatch | None:
    """Return one of a currency by its nickname, or a note called by what it is worth, where people
    pay in pounds: "a quid", "a fiver a knife".
    """
    if source.word(index) in _ARTICLES and (one := currencies.ONES.get(source.word(index + 1))):
        return _finish(source, index, index + 2, Decimal(1), one, None)
    value = currencies.NOTES.get(source.word(index))
    if value is None or source.home not in ("", "GBP"):
        return None
    return _finish(source, index, index + 1, Decimal(value), "GBP", None)


def _cents_of(source: Source, index: int) -> str:
    """Return the currency whose cents are named at `index`: "euro cents"; "" if none are."""
    if source.word(index + 1) not in ("cent", "cents"):
        return ""
    word = source.word(index)
    return "EUR" if word == "euro" else currencies.NATIONAL.get(word, "")


def _hundredths(source: Source, index: int, number: Number) -> tuple[str, int, Decimal] | None:
    """Return cents, pence and the like at `index`; "p" has to touch its number, and "deux cents" is
    French for 200.
    """
    word = source.word(index)
    if national := _cents_of(source, index):
        return national, index + 2, currencies.HUNDREDTH
    if word not in currencies.CENTS or (word == "p" and not source.touches(index)):
        return None
    if (
        word == "p"
        and counts_lines(source, index, number)
        and not per_phrases(source, index + 1)[0]
    ):
        return None
    if word == "cents" and number.worded and source.lexicon.language == "fr":
        return None
    return currencies.CENTS[word] or source.home, index + 1, currencies.HUNDREDTH


def _finish(
    source: Source, first: int, last: int, amount: Decimal, currency: str, high: Decimal | None
) -> MoneyMatch:
    if high is None and (
        source.word(last) in ("million", "millionen", "millions", "mio", "k", "thousand")
    ):
        amount *= source.lexicon.multipliers.get(source.word(last), Decimal(1))
        last += 1
    stem_end = source.tokens[last - 1].end
    per, end = per_phrases(source, last)
    return MoneyMatch(
        start=source.tokens[first].start,
        end=source.tokens[end - 1].end,
        first=first,
        last=end,
        amount=amount,
        currency=currency,
        high=high,
        per=per,
        stem_end=stem_end,
    )
