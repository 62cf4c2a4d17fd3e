"""What an amount is per: a period, a thing, or both, as it follows the amount."""

from __future__ import annotations

from artifacts.facts.grammar import words
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

PER = word_set(
    "per a an each every je pro par chaque elke cada por / im am al die der das den le la l' les el"
    " the jede jeden jedes los las à"
)
_LEADS = word_set("for für pour voor para in a de")
_NEEDS_PERIOD = word_set("im am al der in the los las à die")
_FILLERS = word_set("ht ttc netto brutto hors taxe taxes excl incl plus vat mwst iva btw net")
JOINS = word_set("and und et en y &")
_SMALL = word_set(
    "a an the one der die das den dem einen eine ein einem le la l' les un une de du des het een el"
    " los las una single full each every jeden jede jedes chaque elke cada ganze ganzen"
)
_PARTS = word_set("half quarter halbe halber halbes halben")
"""What is counted may be a part of something: 12 pounds per half shelf."""
_MOST_PER = 3


def per_phrases(source: Source, index: int) -> tuple[tuple[str, ...], int]:
    """Return what an amount is counted by, from token `index` on, and the index behind it."""
    found: list[str] = []
    end = index
    while len(found) < _MOST_PER:
        at = source.skip(index, _FILLERS)
        item = _one_per(source, at, joined=bool(found))
        if item is None:
            break
        found.append(item[0])
        index = end = item[1]
    return tuple(found), end


def _one_per(source: Source, index: int, *, joined: bool) -> tuple[str, int] | None:
    word = source.word(index)
    if word in words.ONCE and (once := _once(source, index)):
        return once
    if word in words.ADVERBS_PER:
        return words.ADVERBS_PER[word], index + 1
    if word == "each" and (not source.is_word(index + 1) or source.word(index + 1) in JOINS):
        return "piece", index + 1
    if joined and word in JOINS:
        return _joined_per(source, index + 1)
    if word in _LEADS and source.word(index + 1) in _SMALL | PER:
        return _counted(source, _behind_articles(source, index + 1), needs_period=False)
    return _after_per(source, index) if word in PER else None


def _behind_articles(source: Source, index: int) -> int:
    """Return the index behind "per", "for one" and the like; French "an" is a year and no article
    of English.
    """
    at = source.skip(index, PER | _SMALL)
    return at - 1 if source.word(at - 1) in source.lexicon.units else at


def _after_per(source: Source, index: int) -> tuple[str, int] | None:
    """Return what an amount is per, behind "per" or an article at `index`."""
    word, at = source.word(index), _behind_articles(source, index)
    is_date = word in _THE and source.word(at + 1) in _THEN
    return None if is_date else _counted(source, at, needs_period=word in _NEEDS_PERIOD)


def _once(source: Source, index: int) -> tuple[str, int] | None:
    """Return what "once" at token `index` says, None where it says when an amount comes."""
    following = source.word(index + 1)
    if source.word(index) == "once" and following in _EVERY:
        return _counted(source, index + 2, needs_period=True)
    return None if following in _WHEN else ("once", index + 1)


_EVERY = word_set("a every each per")
"""Behind "once" these lead to a period: "£30 once a year"."""
_WHEN = word_set("the we i it they he she you our my this that these all everything")
"""Behind "once" these make it say when an amount comes: "5,000 once the mark is granted"."""


def _joined_per(source: Source, index: int) -> tuple[str, int] | None:
    """Return what else an amount is per, behind "and" in front of token `index`."""
    index += source.word(index) in _PER_ALONE
    at = source.skip(index, _SMALL)
    if source.number(index) or source.word(at) in _LEADS or _is_german_verb(source, at):
        return None
    return _counted(source, at, needs_period=False)


_PER_ALONE = word_set("per pro je par por")
"""Those of PER that are nothing else: "par mois et par classe"."""
_THE = word_set("the le el de")
_THEN = word_set("the that when we it they où que dat waarop")
"""Behind "the day" these say on which one, and not how often."""


def _is_german_verb(source: Source, index: int) -> bool:
    """Whether a word is no noun, which has a capital in German, and no period: "und macht"."""
    if source.lexicon.language != "de" or not source.is_word(index):
        return False
    token = source.tokens[index]
    return token.text.islower() and token.lower not in source.lexicon.units


def _counted(source: Source, index: int, *, needs_period: bool) -> tuple[str, int] | None:
    """Return the unit or noun at `index`, without a measure in front of it ("3 kg bag",
    "5-Liter-Beutel").
    """
    index = _behind_measure(source, index)
    if not source.is_word(index):
        return None
    word = source.tokens[index]
    unit = source.lexicon.units.get(word.lower)
    if unit:
        return unit, index + 1
    if needs_period and source.lexicon.language != "de":
        return None
    if needs_period and source.word(index - 1) in ("im", "am", "in"):
        return None
    return _noun_at(source, index)


def _noun_at(source: Source, index: int) -> tuple[str, int]:
    """Return the noun that the word at `index` is or leads to, and the index behind it."""
    word = source.tokens[index].text
    noun = word.rsplit("-", 1)[-1]
    if source.is_word(index + 1):
        following = source.tokens[index + 1].text
        if word.lower() in _PARTS:
            return f"{word} {following}"[:40], index + 2
        if noun != word and noun in _MAKES_ADJECTIVE:
            # "the full-size urn" is counted by urns
            return following[:40], index + 2
        if noun.endswith(_POSSESSIVE):
            # "each child's card" is counted by cards, and its name says whose
            return f"{noun} {following}"[:40], index + 2
        if source.lexicon.language == "en" and following in _DEEDS and word not in _DEEDS:
            # "per home visit" is counted by visits
            return f"{word} {following}"[:40], index + 2
    whole = noun != word and noun in _PARTICLES
    return (word if whole else noun)[:40], index + 1


_POSSESSIVE = ("'s", "’s")
_DEEDS = word_set(
    "visit call session lesson class course check test repair delivery collection trip ride lift"
    " walk tour stay booking order appointment consultation inspection service clean hire swap"
)
"""What a compound noun of English is a kind of, where something is done for somebody."""
_PARTICLES = word_set("up off in out on over down by")
"""Ends of hyphenated nouns that are no nouns of their own: "follow-up"."""
_MAKES_ADJECTIVE = word_set(
    "size sized time way class term length page sided seater seat bed pound kilo kilogram gram"
    " ounce litre liter pint gallon metre meter foot inch"
)
"""Ends of hyphenated English words that only describe the noun behind them: "a ten-pound bag"."""


def _behind_measure(source: Source, index: int) -> int:
    """Return the index behind digits at `index` and their measure, where a noun follows these."""
    number = source.number(index)
    if number is None or number.worded:
        return index
    at = source.skip_hyphen(number.last)
    if not source.is_word(at) or not source.is_word(at + 1):
        return at
    return at if source.tokens[at].text[0].isupper() else at + 1
