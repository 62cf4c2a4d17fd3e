"""What a price is counted by: a period of time, a thing, or both."""

from __future__ import annotations

from artifacts.facts.grammar.matches import Match
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.budget import PERIODS
from artifacts.facts.reading.context import Told


def counted_by(told: Told, match: Match, said: tuple[str, ...], last: int) -> tuple[str, str]:
    """Return what the amount at `match` is per, and the thing it is for beside a period of time.

    `said` is what follows it as "per ...", and `last` the token behind that.
    """
    periods = [per for per in said if per in PERIODS]
    noun = next((per for per in said if per not in PERIODS and per != "once"), "")
    if periods:
        return periods[0], noun
    if noun:
        return _whole_noun(told, noun, last), ""
    if "once" in said:
        return "once", ""
    return _counted_before(told, match) or "once", ""


def _whole_noun(told: Told, noun: str, last: int) -> str:
    """Return a noun with what follows it in "for a small one" or "for the eight evenings"."""
    follows = told.source.word(last)
    goes_on = follows == "one" or (noun in told.source.lexicon.numbers and follows.isalpha())
    return f"{noun} {follows}" if goes_on else noun


def _counted_before(told: Told, match: Match) -> str:
    """Return the counted noun of "A school day costs 180 euros": "day", in the words that were
    told.
    """
    words = told.before(match, 8).split()
    if len(words) in (3, 4) and not _NO_THING.isdisjoint(words[1:-1]):
        return ""
    if len(words) in (3, 4) and words[0] in _EVERY and words[-1] in _COSTS:
        noun = _as_written(told, words[1], match.first)
        # "Each day longer costs ..." is per "day longer"
        return " ".join([noun, *words[2:-1]]) if noun not in _NO_THING else ""
    thing = _thing_in_front(words) if words[:1] and words[0] in _ONE else ""
    return _as_written(told, thing, match.first) if thing else ""


def _thing_in_front(words: list[str]) -> str:
    """Return the noun in front of the verb and of any comma: "test" of "a repeat test is"."""
    for place, word in enumerate(words[1:], start=1):
        if word == "," or word in _IS:
            return "" if word == "," else _before_preposition(words[1:place])
    return ""


_ONE = ("a", "an", "one", "ein", "eine", "un", "une", "una", "een")
_IS = ("costs", "kostet", "coûte", "kost", "cuesta", "is", "at")


def _before_preposition(words: list[str]) -> str:
    """Return the noun that "repeat test inside three months" is about: "test"."""
    end = next((place for place, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return words[end - 1] if end else ""


_PREPOSITIONS = word_set(
    "in inside within after before during for with without from of at on over under in innerhalb"
    " binnen nach vor während für mit ohne von auf über unter dans après avant pour avec de sur"
    " na voor met zonder van op en después antes para con"
)
_COSTS = word_set("für for kostet costs is ist")
_EVERY = word_set("das der die the each every jeder jede jedes le la het de el")
_NO_THING = word_set(
    "ganze whole all price preis Preis fee gebühr beitrag rest subscription abo membership total"
    " charge set-up setup deposit cost rate"
)


def _as_written(told: Told, word: str, before: int) -> str:
    """Return a lower-case word with the capitals it has in the text, where it stands last."""
    written = (token.text for token in reversed(told.source.tokens[:before]))
    return next((text for text in written if text.casefold() == word.casefold()), word)
