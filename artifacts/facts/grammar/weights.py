"""Pounds that weigh, and are no money: "six pounds of hulls", "zwei Pfund Kirschen"."""

from __future__ import annotations

from artifacts.facts.grammar.currencies import POUNDS
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source


def is_weight(source: Source, index: int) -> bool:
    """Return whether the word at `index`, behind a number, is the weight of a thing."""
    word = source.word(index)
    if word not in _POUNDS or source.word(index + 1) in _STERLING:
        return False
    if source.home and source.home not in POUNDS:
        return True
    if word == "pfund":
        return source.is_word(index + 1) and source.tokens[index + 1].text[0].isupper()
    return _is_of_a_thing(source, index) or _is_weighed(source, index)


_POUNDS = word_set("pound pounds pfund")
_STERLING = word_set("sterling egyptian")


def _is_of_a_thing(source: Source, index: int) -> bool:
    """Whether a thing is behind "of", and not where the money comes from: "of our own"."""
    if source.word(index + 1) != "of" or not source.is_word(index + 2):
        return False
    return source.word(index + 2) not in _OF_MONEY


_OF_MONEY = word_set(
    "it that this these which our ours my mine your his her their the a own savings saved money"
    " grant grants funding debt equity loan credit income profit revenue turnover damage"
    " redundancy public all council"
)


def _is_weighed(source: Source, index: int) -> bool:
    """Whether the sentence says that something weighs so much, or names the size of a thing beside
    money with its sign: "dogs over 30 pounds get a coat for £40".
    """
    following = source.word(index + 1)
    if following in _HEAVY:
        return True
    if source.word(index) == "pound" and following in _THINGS and _has_sign(source, index):
        return True
    first = source.opening(index, _NEAR)
    if not _WEIGHS.isdisjoint(source.words(first, index).split()):
        return True
    at = next((i for i in range(index - 1, max(index - 4, -1), -1) if _is_size(source, i)), 0)
    named = source.word(at - 1 - (source.word(at - 1) == "up"))
    return bool(at) and named in _THINGS and _has_sign(source, index)


_HEAVY = word_set("heavy weight")
_WEIGHS = word_set("weigh weighs weighed weighing weight")
_NEAR = 12


def _is_size(source: Source, index: int) -> bool:
    return source.word(index) in _SIZES


_SIZES = word_set("of over under to")
_THINGS = word_set(
    "dog dogs cat cats pup pups lamb lambs sheep goat goats calf calves pig pigs turkey turkeys"
    " goose geese fish bird birds animal animals box boxes bag bags sack sacks crate crates parcel"
    " parcels load loads bale bales bucket buckets case cases block blocks roast roasts joint"
    " joints tub tubs jar jars pack packs carton cartons child children kid kids"
    " rider riders person people anything"
)
"""What is weighed by the pound: "a ten pound bag is £4"."""


def _has_sign(source: Source, index: int) -> bool:
    """Whether money has its sign in the sentence, so that written pounds are something else."""
    sentence = source.sentence(index)
    for way in (-1, 1):
        at = index
        while abs(at - index) < _FAR and source.sentence(at) == sentence:
            if source.word(at) in _SIGNS:
                return True
            at += way
    return False


_FAR = 30
_SIGNS = frozenset("£$€")
