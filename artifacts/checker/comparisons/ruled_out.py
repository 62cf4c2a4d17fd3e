"""What the founder leaves out: the things that an answer denies, each with the words that tell
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.paying import charges_nothing
from artifacts.checker.cues.others import LACK
from artifacts.checker.cues.scope import NOT_ONE
from artifacts.checker.stems import names_of
from artifacts.facts.grammar.matches import LawMatch, MoneyMatch
from artifacts.facts.grammar.sets import word_set

NOT_OF_US = ("left_out", "problem", "workaround")
"""Answers on what we leave out, and on what people do without us."""


@dataclass(frozen=True)
class RuledOut:
    """One thing that is left out: its terms, those of its nouns, and the clause that says so."""

    is_thing: bool
    """Whether the words name a thing ("no cameras"), and not only something that is not done ("we
    never ask").
    """
    stems: frozenset[str]
    nouns: frozenset[str]
    clause: Clause
    words: tuple[str, ...] = ()
    """Its words in lower case."""
    context: frozenset[str] = frozenset()
    """The stems of the clause that says which: "no map on which somebody watches the lorry"."""


def ruled_out_in(sentence: Sentence, *, everything: bool) -> Iterator[RuledOut]:
    """Yield what a sentence rules out: in "No fillings, no X-rays" two things, in "the bus, not the
    child" none.
    """
    for number, clause in enumerate(sentence.clauses):
        words = _NEITHER.without(clause.words)
        if sentence.source.lexicon.language == "nl":
            words = _ONLY_NOW.without(words)
        if not everything and _is_later_alone(sentence.clauses[:number], clause):
            put_off = _items(sentence.clauses[number - 1], clause, everything=True)
            yield from (replace(item, stems=item.nouns) for item in put_off)
            continue
        denies = everything or (_rules_out(clause, words) and not _holds_for_now(words))
        if denies and _speaks_of_things(clause, words):
            for listed in _listed_with(sentence.clauses[:number], clause):
                yield from _items(listed, clause, everything=True)
            yield from _items(clause, clause, everything=everything)


_NEITHER = cues.Cue("non plus")
"""French for "neither", whose "plus" asks for no more of anything."""
_ONLY_NOW = cues.Cue("pas")
"""Dutch for "only now", and no denial as in French."""


def _is_later_alone(before: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause says only that what the one before puts off is not in the first version."""
    if not before or not clause.says(cues.NEGATION) or not before[-1].says(cues.LATER):
        return False
    return not clause.sentence.stems_of(cues.FIRST_VERSION.without(clause.words))


def _listed_with(before: Sequence[Clause], clause: Clause) -> list[Clause]:
    """Return the clauses right before one that are only nouns and share its denial: "gas, water and
    power we don't do".
    """
    found: list[Clause] = []
    signs = _JOINING
    words = clause.words.split()
    if words and cues.RULES_OUT.begin(f" {words[0]} "):
        return found
    for one in reversed(before):
        is_joined = clause.sentence.source.word(one.last) in signs
        if not is_joined or not _is_noun(one, is_last=not found):
            break
        found.append(one)
        signs = _COMMA
    return found


def _is_noun(clause: Clause, *, is_last: bool) -> bool:
    """Whether a clause is only a noun; what is further from the denial begins with no preposition:
    "in winter, gas and water".
    """
    words = clause.words
    if cues.RULES_OUT(words) or any(clause.each(MoneyMatch)):
        return False
    is_short = clause.last - clause.first <= _NOUN_MOST
    return is_short and (is_last or not (_NO_NOUN.begin(words) or cues.OURSELVES(words)))


_COMMA = frozenset(",")
_NO_NOUN = cues.Cue("""
    in, on, at, for, from, with, by, to, of, after, before, im, in, am, an, auf, für, von, vom, mit
    bei, beim, zu, zum, zur, nach, vor, ab, bis, seit, dans, pour, avec, chez, à, de, op, voor, met
    en, para, con, desde
    """)
_JOINING = word_set("and und et en y or oder ou of o")
_NOUN_MOST = 3
"""Most words of a noun in a list."""


def _speaks_of_things(clause: Clause, words: str) -> bool:
    """Whether a clause is about what is done, and not about who pays or which law holds."""
    if any(clause.each(MoneyMatch)) or any(" " in law.name for law in clause.each(LawMatch)):
        return False
    is_about_paying = cues.PAYS(words) and not cues.OURSELVES.begin(words)
    is_about_paying = is_about_paying or _FEE.search(words) is not None
    if _NO_NETWORK.search(words):
        return False
    return not (is_about_paying or cues.FREE(words) or charges_nothing(words))


_NO_NETWORK = re.compile(
    r" (?:there is|there's|is|gibt es|ist|haben wir|il y a|is er|hay) (?:[^ .,;:]+ ){0,3}?"
    r"(?:no|kein|keine|keinen|pas de|geen) (?:[^ .,;:]+ )?(?:network|signal|reception|coverage"
    r"|connection|netz|empfang|handynetz|internet|réseau|netwerk|bereik|señal)(?= )"
)
"""Where there is no network, which is nothing that is left out."""
_FEE = re.compile(
    r" (?:no|without|kein|keine|ohne|pas de|sans|aucuns?|geen|zonder|ningún|sin)"
    r" (?:[^ .,;:]+ ){0,2}(?:charges?|fees?|surcharges?|gebühr|gebühren|aufpreis|zuschlag|frais"
    r"|supplément|toeslag|kosten|recargo|tarifa)(?= )"
    r"| nach (?:[^ .,;:]+ ){1,5}(?:fragen|rechnen|gehen) (?:wir|ich) nicht(?= )"
)
"""A term of the price that is denied, and nothing that is left out: "no call-out charge"."""


def _rules_out(clause: Clause, words: str) -> bool:
    """Whether a clause denies a thing, and not one beside another or a need of it."""
    if clause.says(cues.SKIPS) or _LEFT_ASIDE.search(words):
        return True
    denial = cues.RULES_OUT.search(words)
    if denial is None or cues.CONDITIONAL(words[: denial.start()] + " "):
        return False  # "the money goes back if no dog has been placed" leaves out no dogs
    if _lack_of_others(clause) or _is_of_others(clause) or _TOOL_CANNOT.search(words):
        return False
    if _is_contrast(clause, words):
        return False
    return not (cues.NOT_COUNTED(words) or cues.MISSED(words) or cues.NEED(words))


_LEFT_ASIDE = re.compile(
    r" (?:lassen wir|wir lassen|lasse? ich|ich lasse?) (?:[^ .,;:]+ ){0,7}"
    r"(?:weg|aus|sein|liegen|bleiben|beiseite|außen vor) "
    r"| (?:we|i) (?:leave|keep) (?:[^ .,;:]+ ){0,5}(?:out|alone|aside) "
    r"| (?:we|i) (?:stay|keep|steer) (?:away|clear|out) (?:of|from) "
)
"""What is left out by a verb whose parts stand apart."""


_TOOL_CANNOT = re.compile(
    r"^ (?:because |since |as )?(?:the|our|my) (?:[^ .,;:]+ ){1,2}(?:can't|cannot|couldn't)"
    r" (?!be )"
)
"""What a tool is not able to do, which only tells why: "the brushes can't do a stepped hull"."""


def _is_contrast(clause: Clause, words: str) -> bool:
    """Whether a clause is the second half of "the bus, not the child"; "not a single name" is
    none.
    """
    if clause.first == clause.sentence.first or NOT_ONE(words[:_BEGINNING]):
        return False
    return cues.CONTRAST(words[:_BEGINNING])


def _lack_of_others(clause: Clause) -> bool:
    """Whether a clause says that somebody else has no such thing, which is no choice of ours."""
    return clause.says(LACK) and not clause.says(cues.OURSELVES)


def _is_of_others(clause: Clause) -> bool:
    """Whether a German clause denies what somebody else does: "they are not looking"."""
    if clause.sentence.source.lexicon.language != "de":
        return False
    words = clause.words
    is_ours = cues.OURSELVES(words) or _PASSIVE.search(words) is not None
    names_thing = cues.NO_THING(words) or NOT_ONE(words) or _NOTHING_OF.search(words)
    return not is_ours and not names_thing and not _are_nouns_alone(clause)


def _are_nouns_alone(clause: Clause) -> bool:
    """Whether a German sentence has no verb: "Butter und Fleisch nicht."."""
    source = clause.sentence.source
    words = [source.tokens[i] for i in range(clause.first, clause.last)]
    words = [word for word in words if word.kind == "word"]
    is_short = len(words) <= _NOUNS_MOST and words[-1].lower == "nicht"
    said = (word for word in words[:-1] if word.lower not in _JOINING_NOUNS)
    return is_short and all(word.text[0].isupper() for word in said)


_NOUNS_MOST = 6
_JOINING_NOUNS = word_set("und oder auch sowie der die das den")


_PASSIVE = re.compile(r" (?:wird|werden|gibt|darf|dürfen|soll|sollen|kommt|kommen) ")
_NOTHING_OF = re.compile(
    r" (?:nothing (?:about|of|on|by)|nichts (?:von|über|zu|per)|rien (?:de|sur|d'|par)"
    r"|niets (?:over|van|per)|nada (?:de|sobre|por)) "
)
"""Denials of a thing that something says nothing about."""


def _holds_for_now(words: str) -> bool:
    """Whether a denial has an end, or an exception."""
    return (
        cues.UNTIL(words)
        or cues.ELSE(words[:_BEGINNING])
        or cues.YET(words)
        or cues.NO_LATER(words)
    )


_BEGINNING = 20
"""Characters of a clause that its first words are in."""


def _items(part: Clause, clause: Clause, *, everything: bool) -> Iterator[RuledOut]:
    """Yield the things of a list with "and" and "nor", each with the words that tell it."""
    found_in = part.sentence.source
    joining = _LIST_WORDS[found_in.lexicon.language]
    begin = part.first
    for index in range(part.first, part.last + 1):
        if index < part.last and found_in.word(index) not in joining:
            continue
        item = _behind_no(Clause(part.sentence, begin, index))
        begin = index + 1
        if found := _item(item, clause, everything=everything):
            yield found


_LIST_WORDS = {
    "en": word_set("nor or and"),
    "de": word_set("noch oder und"),
    "fr": word_set("ni ou et"),
    "nl": word_set("noch of en ni"),
    "es": word_set("ni o u y e"),
}
"""What stands between the things of a list in each language: "en" joins none in French."""


def _item(item: Clause, clause: Clause, *, everything: bool) -> RuledOut | None:
    words = tuple(item.words.split())
    if untouched := item.says(cues.RULES_OUT) and _left_alone(item):
        return RuledOut(is_thing=True, stems=untouched, nouns=untouched, clause=clause, words=words)
    language = item.sentence.source.lexicon.language
    first = item.find(cues.FIRST_VERSION)
    when = item.sentence.names_of(first[0]) if first else frozenset()
    stems = _names(item, item.first, item.last) - when
    doing = _DOING_STEMS[language]
    if not (stems if everything else stems - doing - _ANYTHING_ELSE[language]):
        return None
    nouns = _nouns(item) - doing - when or stems
    is_thing = everything or language == "de" or _is_thing(item, clause)
    return RuledOut(is_thing, stems, nouns, clause, words, _which(item, clause))


def _which(item: Clause, clause: Clause) -> frozenset[str]:
    """Return the stems of a clause behind a thing that says which one is meant."""
    clauses = clause.sentence.clauses
    behind = next((c for c in clauses if c.first > clause.first), None)
    if item.last != clause.last or behind is None or not _WHICH.begin(behind.words):
        return frozenset()
    return behind.stems


_WHICH = cues.Cue("""
    that, which, who, where, on which, in which, with which, for which, der, die, das, den, dem, wo
    auf der, auf dem, in der, in dem, mit der, mit dem, für die, für den, qui, que, où, sur lequel
    sur laquelle, waar, waarop, waarmee, donde, en el que, en la que
    """)


def _is_thing(item: Clause, clause: Clause) -> bool:
    """Whether a clause denies a thing: in front of it, or with a verb that only says that we do
    something with things.
    """
    words = clause.words
    if _NOTHING_OF.search(words) or NOT_ONE(words):
        return True
    does = _DOES(words) and not item.says(_PRONOUN)
    if clause.sentence.source.lexicon.language == "es":
        return does or cues.NO_THING(_NOT.without(words))
    return cues.NO_THING(words) or (cues.OURSELVES(words) and does)


_NOT = cues.Cue("no")
"""What denies the verb in Spanish."""


def _left_alone(item: Clause) -> frozenset[str]:
    """Return the terms of a thing that we do not "touch", whatever could be done with it."""
    found = item.find(_TOUCH)
    if found is None:
        return frozenset()
    return item.sentence.names_of(item.words[found.end() :])


_TOUCH = cues.Cue(
    "touch, touches, meddle with, meddles with, tamper with, go near, handle, handles"
)
"""Verbs of doing anything at all with a thing."""
_PRONOUN = cues.Cue("it, them, that, this, him, her, het, dat, ze, lo, los, las, eso")
_DOING = {
    "en": (
        "doing selling making offering providing supplying taking giving serving dealing running"
        " carrying leave keep stay away alone out aside"
        " sell do make offer find provide supply stock lend accept carry take give serve deal run"
        " have use want come comes go goes enter enters"
    ),
    "de": (
        "lassen lasse weg aus sein machen mache macht bieten biete nehmen nehme verkaufen"
        " verkaufe führen führe geben gebe haben habe wollen will kommen gehen"
    ),
    "fr": "vendre vendons vend faire faisons fait prenons prend proposons propose voulons touche",
    "nl": "doen doe verkopen verkoop nemen neem maken maak willen wil hebben",
    "es": (
        "vender vendemos vendo hacemos hago ofrecemos queremos tenemos damos aceptamos vamos va"
    ),
}
_DOES = cues.Cue(", ".join(word for words in _DOING.values() for word in words.split()))
"""Verbs of doing something with things, of which the thing is what tells."""
_DOING_STEMS = {language: names_of(words, language) for language, words in _DOING.items()}
_ANYTHING_ELSE = {
    language: names_of(words, language)
    for language, words in {
        "en": "other others else anything something",
        "de": "anderes andere anderen sonst weiteres hab etwas",
        "fr": "autre autres chose",
        "nl": "ander andere anders iets",
        "es": "otra otro otras otros cosa",
    }.items()
}
"""Words for whatever is not named: who has nothing else leaves out nothing."""
_EMPTY = frozenset(
    stem
    for word in (
        *("don't", "doesn't", "can't", "won't", "cannot", "didn't", "isn't", "aren't"),
        *("i'm", "i've", "we're", "we've", "it's", "either", "anybody", "anyone", "somebody"),
    )
    for stem in (word[:6], word)
) | {"singl"}
"""Words that say nothing of what is left out, as stems: denials that are one word with their verb,
the "single" of "not a single one", and "no laser either".
"""


def _names(item: Clause, first: int, last: int) -> frozenset[str]:
    return item.sentence.names_between(first, last) - _EMPTY


def _behind_no(item: Clause) -> Clause:
    """Return what is denied of "half the drivers have no smartphone", all of it where nothing
    stands behind the denial.
    """
    found_in = item.sentence.source
    if found_in.lexicon.language == "es":
        return item  # its "no" denies the verb
    for index in range(item.first + 1, item.last):
        if cues.NO_THING.begin(f" {found_in.word(index)} ") or _NOTHING_OF.match(
            item.sentence.padded(index, item.last)
        ):
            denied = Clause(item.sentence, index, item.last)
            return denied if denied.stems else item
    return item


def _nouns(item: Clause) -> frozenset[str]:
    """Return the stems of what the item is about: German nouns, else the words in front of a
    preposition.
    """
    sentence = item.sentence
    found_in = sentence.source
    stems = _names(item, item.first, item.last)
    if found_in.lexicon.language != "de":
        last = next(
            (i for i in range(item.first, item.last) if found_in.word(i) in cues.PREPOSITIONS),
            item.last,
        )
        return _names(item, item.first, last) or stems
    nouns: frozenset[str] = frozenset()
    for index in range(item.first, item.last):
        if found_in.tokens[index].text[0].isupper():
            nouns |= sentence.names_between(index, index + 1)
    return nouns or stems
