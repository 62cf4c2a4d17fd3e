"""What has to be there and is said to be needless for us, replaced, asked of some alone, or got
when we have begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.needs import permit_words
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.requirements import Requirement, requirements_in
from artifacts.checker.comparisons.things_needed import bodies_in
from artifacts.checker.cues.needless import NO_DUTY, UNDER
from artifacts.checker.cues.others import OURSELVES_NAMED
from artifacts.checker.cues.waived import (
    ALONGSIDE,
    AT_ONCE,
    COVERS_US,
    EVEN_IF,
    EXTRA,
    FOR_OTHERS_IT_IS,
    GETS,
    GETS_ALONG,
    HELD,
    IN_ITS_PLACE,
    LATE,
    LET_OFF,
    NO_MATTER,
    OF_ITS_OWN,
    OF_OTHERS,
    ONCE_MORE,
    REPLACES,
    SO_WE,
    SOME_ALONE,
    SOME_TIME,
    STANDS_STILL,
    STILL_OPEN,
    SUFFICES,
    US,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of
from artifacts.facts.grammar.matches import DateMatch, SpanMatch

_NEAR = 60
"""Characters behind a phrase in which what it is about is named."""


def waived(known: Knowledge, sentence: Sentence) -> Requirement | None:
    """Return what has to be there by the founder's words, and is got round in a sentence."""
    is_about_one = not known.requirement_stems.isdisjoint(sentence.stems)
    if sentence.asks or not (is_about_one or permit_words(sentence)):
        return None
    for clause in sentence.clauses:
        if cues.CONDITIONAL(_WHETHER.split(clause.words)[0] + " "):
            continue
        for one in requirements_in(known, clause):
            if any(is_broken(known, clause, one) for is_broken in _WAYS):
                return one
    return _pending(known, sentence)


_WHETHER = re.compile(r" (?:unless|whether|ob|es sei denn) ")
"""Words in front of what does not limit what a clause says."""


# -- needless
# --------------------------------------------------------------------------------------------------


def _is_let_off(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    part = _with_what_follows(clause)
    is_free = LET_OFF(part) and not cues.NEGATION(part)
    is_free = is_free or clause.says(NO_MATTER) or GETS_ALONG.search(clause.words) is not None
    is_free = is_free or _is_no_duty(clause)
    return is_free and not is_about_another(known, clause, one)


def _with_what_follows(clause: Clause) -> str:
    """Return the words of a clause, with those of the next one where it begins with "whether"."""
    if not clause.words.startswith((" ob ", " whether ")):
        return clause.words
    clauses = clause.sentence.clauses
    at = clauses.index(clause) + 1
    return clause.words + clauses[at].words[1:] if at < len(clauses) else clause.words


def _is_no_duty(clause: Clause) -> bool:
    """Whether a clause denies a duty, and not that something may be done before it is met."""
    if UNDER.begin(clause.words) or NO_DUTY.search(clause.words) is None:
        return False
    return not clause.says(cues.UNTIL) and _WITHOUT.search(clause.words) is None


def is_about_another(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Return whether a clause that calls a thing needless is about another one, or about somebody
    of whom the founder does not ask it: "passengers need no check, the driver does".
    """
    sentence = clause.sentence
    others = [c for c in sentence.clauses if c.first != clause.first]
    if any(FOR_OTHERS_IT_IS.search(c.words) and not c.says(cues.NEGATION) for c in others):
        return True
    near = _words_in_front(clause, one)
    if EXTRA(f" {near} ") or clause.says(OF_ITS_OWN):
        return True
    if _is_case_denied(others, one):
        return True
    subject = frozenset() if one.is_law else _subject(clause) - one.stems - SAY_LITTLE
    if not subject and not one.is_law and clause.sentence.source.word(clause.first - 1) in _ANDS:
        subject = _subject(_clause_before(clause) or clause) - SAY_LITTLE
    is_theirs = bool(subject) and subject <= known.stems and not subject & one.told.stems
    return is_theirs and _WE.search(clause.words) is None


_ANDS = frozenset(("and", "und", "et", "en", "y"))
_WE = re.compile(r" (?:we|us|i|wir|uns|ich|nous|wij|nosotros) ")


def _words_in_front(clause: Clause, one: Requirement) -> str:
    at = clause.words.find(f" {one.word.casefold()} ")
    return " ".join(clause.words[: max(at, 0)].split()[-_IN_FRONT:])


_IN_FRONT = 3
"""Words in front of a permit that say which one it is."""


def _is_case_denied(others: list[Clause], one: Requirement) -> bool:
    """Whether another part denies the case for which the founder asks it: "as no line is
    crossed".
    """
    told = one.told.stems - one.stems
    return any(
        clause.says(cues.NEGATION) and len(clause.stems & told) >= _SAME_CASE for clause in others
    )


_SAME_CASE = 2


def _subject(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the verb of a clause, or behind "for" in it."""
    found = _VERB.search(clause.words)
    before = clause.words[: found.start()] if found else ""
    language = clause.sentence.source.lexicon.language
    return stems_of(before, language)


_VERB = re.compile(
    r" (?:needs?|need not|do|does|don't|doesn't|has|have|is|are|must|may|can|cannot|will|get|gets"
    r"|braucht|brauchen|muss|müssen|ist|sind|darf|dürfen|benötigt|benötigen|hat|haben|kommt|kommen"
    r"|wird|werden)(?= )"
)


# -- replaced
# --------------------------------------------------------------------------------------------------


def _is_replaced(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    if one.is_law and not one.comes_first:
        return False
    if _is_that_of_others(clause):
        return True
    found = None if clause.says(EXTRA) else IN_ITS_PLACE.search(clause.words)
    if found and _is_near(clause.words[found.end() :], one, known):
        return not cues.NEGATION(IN_ITS_PLACE.sub(" ", clause.words).split(" that ")[0] + " ")
    if _is_enough(known, clause, one):
        return True
    found = REPLACES.search(clause.words)
    if found and not clause.says(cues.NEGATION):
        return _is_near(clause.words[found.end() :], one, known)
    return False


def _is_enough(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Whether something else is said to be enough, in front of what it is enough for."""
    found = SUFFICES.search(clause.words)
    if found is None or clause.says(cues.NEGATION):
        return False
    before = stems_of(clause.words[: found.start()], known.language)
    return bool(before) and before.isdisjoint(one.stems) and not _is_for(clause, one)


def _is_for(clause: Clause, one: Requirement) -> bool:
    """Whether what is enough is so for getting the permit: "is enough for the licence"."""
    at = clause.words.find(f" {one.word.casefold()} ")
    before = clause.words[: max(at, 0)].split()[-_IN_FRONT:]
    return not _GETTING.isdisjoint(before)


_GETTING = frozenset(("for", "to", "für", "zur", "zum", "um", "pour", "voor", "para"))


def _is_that_of_others(clause: Clause) -> bool:
    """Whether the permit of somebody else is taken for ours: "their registration covers us"."""
    sentence = clause.sentence
    found = COVERS_US.search(sentence.words)
    if found is None or sentence.negated:
        return False
    whose = OF_OTHERS.search(clause.words)
    return whose is not None and US.search(sentence.words) is not None


def _is_near(words: str, one: Requirement, known: Knowledge) -> bool:
    return bool(one.stems & stems_of(words[:_NEAR], known.language))


# -- asked of some alone
# --------------------------------------------------------------------------------------------------


def _is_of_some(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    is_of_all = one.told.says(cues.EVERYBODY) or one.told.says(_WHOEVER)
    if not is_of_all or clause.says(cues.NEGATION):
        return False
    if clause.says(SOME_ALONE) or _ONE_FOR_ALL.search(clause.words):
        return True
    found = _ONLY.search(clause.words) or _ONLY_OF.search(clause.words)
    if found is None:
        return False
    whom = stems_of(found["whom"], known.language)
    return bool(whom) and not whom & one.told.stems


_WHOEVER = cues.Cue("wer, whoever, anyone who, anybody who, quiconque, wie, quien")
_ONE_FOR_ALL = re.compile(
    r" (?:one|a single|ein|eine|eine einzige|ein einziger|un seul|één|un solo) (?:[^ .,;]+ ){1,3}"
    r"(?:covers|is enough for|does for|serves|gilt für|reicht für|genügt für) "
)
"""Words by which what each of them needs is there once."""
_ONLY_OF = re.compile(
    r" (?:only|just|nur|lediglich) (?:from|of|by|for|von|für|bei) (?P<whom>(?:the |die |der |den )?"
    r"(?:[^ .,;]+ ){1,2})"
)
_ONLY = re.compile(
    r" (?:only|just|nur|lediglich) (?P<whom>(?:the |die |der )?(?:[^ .,;]+ ){1,3}?)"
    r"(?:is|are|need|needs|has|have|must|ist|sind|braucht|brauchen|hat|haben|muss|müssen) "
)


# -- done without
# --------------------------------------------------------------------------------------------------


def _is_done_without(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    found = _WITHOUT.search(clause.words)
    if found is None or not _is_near(clause.words[found.end() :], one, known):
        return False
    rest = clause.words[: found.start()] + clause.words[found.end() - 1 :]
    before = _clause_before(clause)
    starts = clause.words[: found.start()].strip() or (
        before is not None and not before.says(cues.NEGATION) and _is_ours(known, before)
    )
    if (
        not starts
        or clause.sentence.says(_DENIES)
        or cues.NEGATION(rest)
        or is_about_another(known, clause, one)
    ):
        return False
    return _is_ours(known, clause) or _is_ours(known, before or clause)


_DENIES = cues.Cue("cannot, can't, may not, must not, do not, does not, nicht, kein, keine, nobody")


def _clause_before(clause: Clause) -> Clause | None:
    clauses = clause.sentence.clauses
    at = clauses.index(clause) if clause in clauses else 0
    return clauses[at - 1] if at else None


def _is_ours(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause is about what the founder does or whom it is for."""
    return bool(clause.stems & known.own_stems) or clause.says(OURSELVES_NAMED)


_WITHOUT = re.compile(r" (?:without|ohne|sans|zonder|sin) ")


# -- late
# --------------------------------------------------------------------------------------------------


def _is_late(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    if not one.comes_first or clause.says(cues.NEGATION) or clause.says(ONCE_MORE):
        return False
    if any(c.says(cues.NEGATION) and c.says(cues.UNTIL) for c in clause.sentence.clauses):
        return False
    if _is_by_the_way(clause) or _is_behind_in_time(known, clause, one):
        return True
    found = _late_in(clause, one)
    if found is None or not clause.says(GETS):
        return False
    # "Once the inspection is over" is behind it, and not the other way round.
    is_behind = found.split()[:1] and found.split()[0] in _BEHIND
    return not is_behind or one.stems.isdisjoint(stems_of(found, known.language))


_BEHIND = frozenset(("after", "once", "when", "nach", "sobald", "wenn"))


def _is_by_the_way(clause: Clause) -> bool:
    """Whether a clause has something be got while another one begins at once."""
    if not clause.says(ALONGSIDE) and not (clause.says(GETS) and not clause.says(AT_ONCE)):
        return False
    if clause.sentence.says(cues.UNTIL) or clause.sentence.says(STANDS_STILL):
        return False
    others = (c for c in clause.sentence.clauses if c.first != clause.first)
    return any(c.says(AT_ONCE) and not c.says(cues.NEGATION) for c in others)


def _is_behind_in_time(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Whether a clause has something be got in a month behind the one in which another begins."""
    sentence = clause.sentence
    if not sentence.has(DateMatch) or not clause.says(GETS) or sentence.says(cues.UNTIL):
        return False
    months = [_month_of(match, known) for match in clause.each(DateMatch)]
    others = [
        c
        for c in sentence.clauses
        if c.first != clause.first and (_begins(c, one) or _is_on_the_offer(known, c))
    ]
    begun = [_month_of(match, known) for c in others for match in c.each(DateMatch)]
    return bool(months and begun) and min(months) > max(begun)


def _is_on_the_offer(known: Knowledge, clause: Clause) -> bool:
    is_denied = clause.says(cues.NEGATION) or clause.says(STANDS_STILL)
    return not is_denied and bool(clause.stems & known.offer_stems)


def _month_of(match: DateMatch, known: Knowledge) -> tuple[int, int]:
    """Return the year and month of a date, in the year from today on where none was said."""
    this = known.today
    return match.year or this.year + (match.month < this.month), match.month


def _late_in(clause: Clause, one: Requirement) -> str | None:
    """Return the words of a clause, or of what follows it, that put it behind the beginning."""
    found = LATE.search(clause.words)
    if found is not None:
        return found.group()
    is_span = clause.says(cues.WITHIN) and any(m.weeks for m in clause.each(SpanMatch))
    if is_span or SOME_TIME.search(clause.words):
        others = (c for c in clause.sentence.clauses if c.first < clause.first)
        return "" if any(_begins(c, one) for c in others) else None
    clauses = clause.sentence.clauses
    at = clauses.index(clause)
    behind = clauses[at + 1] if at + 1 < len(clauses) else None
    follows = LATE.match(behind.words) if behind else None
    return follows.group() if follows else None


# -- there already, or on its way
# --------------------------------------------------------------------------------------------------


def _is_held(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Whether a clause has us hold what the founder says has to be got first."""
    if one.is_law or clause.says(cues.NEGATION) or clause.sentence.says(_NOT_YET):
        return False
    if any(_TOLD_HELD.search(s.words) for s in known.sentences if one.stems & s.stems):
        return False
    if HELD.search(clause.words):
        return True
    others = (c for c in clause.sentence.clauses if c.first > clause.first)
    is_there = _IS_THERE.search(clause.words) is not None
    return is_there and any(SO_WE.match(c.words) for c in others)


_IS_THERE = re.compile(r" (?:is|are|ist|sind|liegt|liegen)(?: [^ .,;]+){0,4} (?:[^ .,;]+)(?= )")
_NOT_YET = cues.Cue("""
    once, when, until, till, before, by, as soon as, after, only then, from then on, will, sobald
    wenn, bis, bevor, ehe, erst, nach, dann, wird, werden, une fois, quand, avant, zodra, als, tot
    cuando, hasta, antes
    """)
_TOLD_HELD = re.compile(
    r" (?:we|i|he|she|they|wir|ich) (?:have|has|hold|am|are|haben|habe|sind|bin) (?:[^ .,;]+ ){0,3}"
    r"(?:registered|licensed|certified|vetted|approved|registriert|zugelassen|eingetragen|schon"
    r"|bereits|already)"
)


def _pending(known: Knowledge, sentence: Sentence) -> Requirement | None:
    """Return what is not there yet while a thing begins that has to wait for it."""
    if sentence.says(cues.UNTIL) or not sentence.says(STILL_OPEN):
        return None
    is_even_so = sentence.says(EVEN_IF)
    for clause in sentence.clauses:
        if not clause.says(STILL_OPEN) or (clause.says(cues.CONDITIONAL) and not is_even_so):
            continue
        for one in _awaited_in(known, clause):
            others = (c for c in sentence.clauses if c.first != clause.first)
            if one.comes_first and any(_begins(c, one) for c in others):
                return one
    return None


def _awaited_in(known: Knowledge, clause: Clause) -> Iterator[Requirement]:
    """Yield what a clause names that has to be there, by itself or by who grants it."""
    yield from requirements_in(known, clause)
    for told in {**known.permits, **known.law_sentences}.values():
        named = [word for word in bodies_in(told) if f" {word} " in clause.words]
        if named:
            yield Requirement(min(named), told, frozenset())


def _begins(clause: Clause, one: Requirement) -> bool:
    if clause.says(cues.NEGATION) or clause.says(STANDS_STILL):
        return False
    if clause.says(cues.SOON) or clause.says(cues.BEGINS):
        return True
    return bool(clause.stems & (one.told.stems - one.stems - SAY_LITTLE))


def _is_unchecked(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Whether something is done by somebody who is "unlicensed"."""
    is_named = one.word.startswith("un") and not clause.says(cues.NEGATION)
    return is_named and _is_ours(known, clause) and not clause.says(_TURNED_AWAY)


_TURNED_AWAY = cues.Cue("""
    refuse*, reject*, turn* away, turned away, stay* at home, stays out, banned, barred, stop*, sent
    abgewiesen, abgelehnt, ausgeschlossen, gesperrt, draußen, risk, danger, risiko, gefahr
    """)
"""Words by which those who lack a thing are kept out."""


def _is_begun_before(known: Knowledge, clause: Clause, one: Requirement) -> bool:
    """Whether something happens before a thing is there that has to come first."""
    found = cues.BEFORE_IT.search(clause.words)
    if found is None or not one.comes_first or clause.says(cues.NEGATION):
        return False
    starts = clause.words[: found.start()].split()
    if len(starts) < _IN_FRONT or not _is_near(clause.words[found.end() :][:_NEAR], one, known):
        return False
    return bool(stems_of(" ".join(starts), known.language) & one.told.stems - one.stems)


_WAYS: tuple[Callable[[Knowledge, Clause, Requirement], bool], ...] = (
    _is_let_off,
    _is_replaced,
    _is_of_some,
    _is_done_without,
    _is_late,
    _is_held,
    _is_unchecked,
    _is_begun_before,
)
