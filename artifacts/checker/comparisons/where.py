"""Where something is offered at first: whether a text takes it elsewhere, to fewer places or to
more than the founder says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.others import (
    belongs_to_others,
    denies_what_came_before,
)
from artifacts.checker.cues.others import OTHERS, OURSELVES_NAMED
from artifacts.checker.cues.places import (
    ALONE,
    COMES_FROM,
    COMES_TO_IT,
    CONFINED,
    EARLIEST,
    EVERYWHERE,
    FIRST_TIMES,
    FROM_THE_START,
    KEPT_FOR_LATER,
    LATER_THAN_OTHERS,
    NOT_AT_FIRST,
    OPEN_TO,
    REST_OF,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import LawMatch, PlaceMatch
from artifacts.facts.grammar.sets import word_set

_WITHIN = word_set("""
    in across around round throughout near at between along within over im um bei rund zwischen
    über dans à aux autour rond bij tussen en entre alrededor
    """)
"""Words in front of a place in which something is."""
_THAN = word_set("than als que dan wie like as")
_PARTS = word_set("dörfern orten gemeinden städten tälern höfen betrieben schulen vereinen")
"""Words between "in" and a German name in the genitive: "in Dörfern der Prignitz"."""
_ARTICLES = word_set("the der dem den la le l' les el los las de het")
_ANDS = frozenset(("and", "und", "et", "en", "y"))
_ONE_OF_THEM = word_set("a an another ein eine einer un une een una some other andere")
"""Words that begin the subject of a sentence on somebody who is not ours."""
_SUBJECT = 6
_NOT_OURS = frozenset({"problem_statement", "out_of_scope"})
"""Sections on how things are, and on what is not offered."""
_COMPARING = frozenset({"market_analysis", "competitive_strategy"})
"""Sections in which a sentence that begins with those who are somewhere may be about others."""
_ABOUT_IT = frozenset({"target_user", "value_proposition", "key_constraint"})
"""Sections in which one word of what is offered is enough to say that it is about that."""


def is_ours_elsewhere(
    known: Knowledge, sentence: Sentence, match: PlaceMatch, section: str
) -> bool:
    """Return whether a sentence has what we offer, or those whom it is for, in a place that is none
    of ours, whatever its verb is: by the words that it shares with what the founder offers.
    """
    clause = sentence.clause_of(match)
    if section in _NOT_OURS or not _is_within(sentence, match) or clause.says(cues.NEGATION):
        return False
    if _is_not_yet(sentence) or clause.says(COMES_FROM) or _is_denied_behind(sentence):
        return False
    if _is_of_somebody(sentence, match, section) or belongs_to_others(known, sentence, match):
        return False
    place = stems_of(match.name, known.language)
    shared = (_with_the_list(clause).stems - place) & known.offer_stems
    return len(shared) >= (1 if section in _ABOUT_IT else _SHARED)


def _is_not_yet(sentence: Sentence) -> bool:
    """Whether a sentence is about later, or about others."""
    is_later = sentence.says(cues.LATER) or sentence.says(KEPT_FOR_LATER)
    return is_later or _names_others(sentence.words)


def _is_denied_behind(sentence: Sentence) -> bool:
    return denies_what_came_before(sentence) or _is_denied_us(sentence)


def _is_denied_us(sentence: Sentence) -> bool:
    """Whether a later part says what we do not do: "..., but we do not reach them"."""
    later = sentence.clauses[1:]
    return any(c.says(cues.NEGATION) and c.says(OURSELVES_NAMED) for c in later)


def _names_others(words: str) -> bool:
    """Whether words name others: "nationwide" alone does not."""
    return OTHERS(words.replace(" nationwide ", " "))


_SHARED = 2
"""Words by which a text is about what the founder offers, at least."""


def _with_the_list(clause: Clause) -> Clause:
    """Return a clause that is but the end of a list of places with the one that begins the list."""
    clauses = clause.sentence.clauses
    at = clause.place
    if not at or clause.last - clause.first > _END_OF_LIST:
        return clause
    return Clause(clause.sentence, clauses[at - 1].first, clause.last)


_END_OF_LIST = 3
"""Most words behind the "and" of a list of places, with the stop."""


def _is_within(sentence: Sentence, match: PlaceMatch) -> bool:
    """Whether a word for being in a place leads to it, or to the list that it ends."""
    before = [one for one in sentence.each(PlaceMatch) if one.last == match.first - 1]
    if before and sentence.source.word(match.first - 1) in _ANDS:
        return _is_within(sentence, before[0])
    if sentence.source.word(match.first - 3) in _THAN:
        return False  # "sooner than those in"
    at = match.first - 1
    while at > sentence.first and sentence.source.word(at) in _ARTICLES:
        at -= 1
    if sentence.source.word(at) in _PARTS:
        at -= 1
    return at >= sentence.first and sentence.source.word(at) in _WITHIN


def _is_of_somebody(sentence: Sentence, match: PlaceMatch, section: str) -> bool:
    """Whether a sentence begins with somebody who is there: "A shed in Halifax"."""
    if match.first - sentence.first > _SUBJECT:
        return False
    if sentence.source.word(sentence.first) in _ONE_OF_THEM:
        return True
    is_first = sentence.says(FIRST_TIMES) or sentence.says(FROM_THE_START)
    is_ours = is_first or sentence.says(cues.FIRST_ONES) or sentence.says(OURSELVES_NAMED)
    return section in _COMPARING and not is_ours and match.first - sentence.first <= _HEAD_NOUNS


_HEAD_NOUNS = 4
"""Most words in front of a place that belongs to what a sentence begins with."""


# -- fewer places, or later
# --------------------------------------------------------------------------------------------------


def regions_told(known: Knowledge) -> list[str]:
    """Return the names of the places that our answers name for what is offered."""
    return [fact.value.name for fact in known.sheet.regions if fact.value]


def denies_region(known: Knowledge, sentence: Sentence) -> str:
    """Return the place of our answers that a clause says is not served; "" where there is none."""
    for region in regions_told(known):
        name = _KIND_OF_PLACE.sub("", region)
        if f" {name.casefold()} " not in sentence.words:
            continue
        if _put_off(known, sentence, name.casefold()) or _is_denied(sentence, name.casefold()):
            return name
    return ""


def _is_denied(sentence: Sentence, name: str) -> bool:
    """Whether a clause says outright that a place is not served, or only another year."""
    for clause in sentence.clauses if not sentence.says(cues.CONDITIONAL) else ():
        before = _words_before(clause, name)
        if before is None:
            continue
        denied = clause.says(cues.NEGATION) and clause.says(cues.SERVE)
        is_later = clause.says(cues.SECOND_YEAR) and not REST_OF(before)
        if (denied and not clause.says(cues.UNTIL)) or is_later:
            return True
    return False


_KIND_OF_PLACE = re.compile(
    r"^(?:landkreis|kreis|stadt|kanton|bezirk|gemeinde|provinz|city of|county of|town of"
    r"|province of|canton de|département de|ville de|gemeente|provincie|provincia de|comarca de) ",
    re.IGNORECASE,
)
"""What a place is, in front of its name: "Landkreis Cham"."""


def _put_off(known: Knowledge, sentence: Sentence, name: str) -> bool:
    """Return whether a clause has a place of ours come later than the beginning."""
    if _comes_after(sentence, name) and any(
        not _is_ours(known, match) for match in sentence.each(PlaceMatch)
    ):
        return True
    for clause in sentence.clauses:
        before = _words_before(clause, name)
        if before is None or REST_OF(before):
            continue
        if not _is_told_so(known, name) and _has_to_wait(known, clause, before):
            return True
    return False


def _words_before(clause: Clause, name: str) -> str | None:
    """Return the words of a clause in front of a name, None where it does not name it."""
    before, *behind = clause.words.split(f" {name} ")
    return f"{before} " if behind else None


def _is_ours(known: Knowledge, match: PlaceMatch) -> bool:
    return match.name in known.places_of_offer


def _comes_after(sentence: Sentence, name: str) -> bool:
    """Whether a sentence goes on to a place of ours only at its end: "before it is extended to"."""
    found = _BEFORE_OURS.search(sentence.words)
    return found is not None and f" {name} " in sentence.words[found.end() :]


_BEFORE_OURS = re.compile(
    r" before (?:[^ .,;]+ ){1,3}(?:is|are|gets?|goes|go|moves?|comes?|turns?|reach|reaches|extends?"
    r"|expands?)(?= )"
    r"| bevor (?:[^ .,;]+ ){1,8}?(?:ausgeweitet|erweitert|kommt|kommen|drankommt|folgt|folgen)"
    r"(?= )"
)


def _has_to_wait(known: Knowledge, clause: Clause, before: str) -> bool:
    """Whether a clause has the place behind the words `before` come later."""
    if not _is_subject(clause, before):
        return False
    if clause.says(KEPT_FOR_LATER) or clause.says(NOT_AT_FIRST):
        return True
    is_too_late = _is_after_the_deadline(known, clause)
    if clause.says(EARLIEST) and is_too_late:
        return True
    return clause.says(COMES_TO_IT) and (clause.sentence.says(LATER_THAN_OTHERS) or is_too_late)


def _is_after_the_deadline(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause names a year behind the one in which we begin."""
    deadline = known.sheet.deadline.value
    begins = deadline.year if deadline else known.today.year + 1
    return any(int(year) > begins for year in _YEAR.findall(clause.words))


_YEAR = re.compile(r" (20\d\d)(?= )")
_BEFORE_SUBJECT = 4
"""Most words in front of the place that a clause is about: "auf der deutschen Seite in Lörrach"."""


def _is_subject(clause: Clause, before: str) -> bool:
    """Whether a clause begins with a place, with no more than an article or "for" `before` it."""
    return len(before.split()) <= _BEFORE_SUBJECT and not clause.sentence.stems_of(before)


def _is_told_so(known: Knowledge, name: str) -> bool:
    """Whether the founder says that a place comes later, or that others come first."""
    for told in known.sentences:
        if f" {name} " in told.words and (told.says(cues.LATER) or told.says(FIRST_TIMES)):
            return not any(c.says(FIRST_TIMES) and f" {name} " in c.words for c in told.clauses)
    return False


def narrowed_to(known: Knowledge, sentence: Sentence) -> str:
    """Return the one of several places to which a sentence confines us, "" if it does not."""
    if not any(f" {one} " in sentence.words for one, _ in known.place_pairs):
        return ""
    if not sentence.is_certain or sentence.says(_IN_A_TEST):
        return ""
    is_first = sentence.says(FIRST_TIMES) or sentence.says(cues.SERVE)
    if not is_first and sentence.stems.isdisjoint(known.offer_stems):
        return ""
    confined = [c.words for c in sentence.clauses if _is_confined(c, is_first=is_first)]
    return _one_without_other(known, sentence, confined)


def _one_without_other(known: Knowledge, sentence: Sentence, confined: list[str]) -> str:
    """Return a place of ours in one of the clauses `confined` to it, where a sentence has not the
    one beside it.
    """
    for one, other in known.place_pairs:
        if f" {other} " not in sentence.words and any(f" {one} " in words for words in confined):
            return one
    return ""


def _is_confined(clause: Clause, *, is_first: bool) -> bool:
    return clause.says(CONFINED) or (is_first and clause.says(ALONE))


_IN_A_TEST = cues.Cue("""
    test, trial, pilot, try out, tried out, weeks, probe, versuch, testlauf, probelauf, wochen
    essai, proef, prueba, semaines, weken, semanas
    """)
"""Words for a time in which one place may do."""


# -- more places
# --------------------------------------------------------------------------------------------------


def widened(known: Knowledge, sentence: Sentence, section: str) -> str:
    """Return the words by which a sentence offers something in a whole land, where the founder
    names parts of it; "" if it does not.
    """
    is_wide = sentence.has(PlaceMatch) or not sentence.stems.isdisjoint(_far(known.language))
    found = sentence.find(EVERYWHERE) if is_wide and section not in _FAR_OFF else None
    if found is None or not sentence.is_certain or not _is_offered_now(sentence, section):
        return ""
    if any(s.says(EVERYWHERE) for s in known.sentences) or _is_whole_told(known, sentence):
        return ""
    return found.group().strip() if _is_about_ours(known, sentence) else ""


@lru_cache(maxsize=8)
def _far(language: str) -> frozenset[str]:
    """Return the stems by which a whole land is spoken of without its name."""
    return stems_of(_FAR, language)


_FAR = """
    nationwide countrywide statewide worldwide country states counties provinces bundesweit
    landesweit europaweit weltweit österreichweit schweizweit deutschlandweit bundesländern kantonen
    flächendeckend land pays país
    """


def _is_offered_now(sentence: Sentence, section: str) -> bool:
    if not sentence.says(OPEN_TO) and not sentence.says(cues.SERVE):
        return False
    if section == "scalability_plan" and not sentence.says(FROM_THE_START):
        return False
    return not _is_not_yet(sentence)


def _is_about_ours(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence begins with what is offered, shares words with it or speaks of us."""
    head = sentence.stems_between(sentence.first, sentence.first + _HEAD)
    shared = sentence.stems & known.offer_stems
    return bool(head & shared) or len(shared) >= _SHARED or sentence.says(OURSELVES_NAMED)


_HEAD = 2
"""Words at the beginning of a sentence that say what it is about."""
_FAR_OFF = frozenset({"out_of_scope", "problem_statement"})
"""Sections on what is not there yet, or on the world."""


def _is_whole_told(known: Knowledge, sentence: Sentence) -> bool:
    """Whether the founder names the whole of what a sentence speaks of."""
    ours = known.places_of_offer
    return any(match.name in ours for match in sentence.each(PlaceMatch))


def places_but_in(project_name: str, sentence: Sentence) -> Iterator[PlaceMatch]:
    """Yield the places of a sentence, but for words of the project's name: "Rad & Kiel"."""
    begin = sentence.source.tokens[sentence.first].start
    found = re.finditer(re.escape(project_name), sentence.text)
    named = {at for one in found for at in range(*one.span())}
    for match in sentence.each(PlaceMatch):
        if match.start - begin not in named:
            yield match


def is_on_places(sentence: Sentence, places: list[PlaceMatch]) -> bool:
    """Return whether a sentence may speak of where it is offered: it has no place but `places`,
    which are more than words of the project's name.
    """
    if sentence.mark == "+" or sentence.has(LawMatch):
        return False
    return bool(places) or not sentence.has(PlaceMatch)
