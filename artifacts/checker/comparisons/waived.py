"""What has to be there and is said to be needless for us, replaced, asked of some alone, or got
when we have begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.got_late import is_begun_before, is_held, is_late, pending
from artifacts.checker.comparisons.needs import permit_words
from artifacts.checker.comparisons.other_duties import (
    clause_before,
    is_about_another,
    is_near,
    words_in_front,
)
from artifacts.checker.comparisons.paying import SAY_LITTLE
from artifacts.checker.comparisons.requirements import Needed, requirements_in
from artifacts.checker.cues.needless import NEEDLESS, NO_DUTY, UNDER
from artifacts.checker.cues.others import OURSELVES_NAMED
from artifacts.checker.cues.waived import (
    COVERS_US,
    EXTRA,
    GETS_ALONG,
    IN_ITS_PLACE,
    LET_OFF,
    NO_MATTER,
    OF_OTHERS,
    REPLACES,
    SOME_ALONE,
    SUFFICES,
    US,
)
from artifacts.checker.knowledge import Knowledge
from artifacts.checker.stems import stems_of


def waived(known: Knowledge, sentence: Sentence) -> Needed | None:
    """Return what has to be there by the founder's words, and is got round in a sentence."""
    if law := _not_asked_for(known, sentence):
        return law
    is_about_one = not known.requirement_stems.isdisjoint(sentence.stems)
    if sentence.asks or not (is_about_one or permit_words(sentence)):
        return None
    for clause in sentence.clauses:
        if cues.CONDITIONAL(_WHETHER.split(clause.words)[0]):
            continue
        for one in requirements_in(known, clause):
            if any(is_broken(known, clause, one) for is_broken in _WAYS):
                return one
    return pending(known, sentence)


def _not_asked_for(known: Knowledge, sentence: Sentence) -> Needed | None:
    """Return the law that asks for what no law asks for by a sentence: "no act asks for them"."""
    if not known.law_sentences or sentence.asks or sentence.says(cues.CONDITIONAL):
        return None
    found = _NO_LAW_ASKS.search(sentence.words)
    if found is None:
        return None
    behind = sentence.stems_of(sentence.words[found.end() :]) - SAY_LITTLE
    told = ((n, s) for n, s in known.law_sentences.items() if behind & s.stems)
    return next((Needed(name, said, behind & said.stems, is_law=True) for name, said in told), None)


_NO_LAW_ASKS = re.compile(
    r" (?:no|kein|keine|aucune?|geen|ninguna?) (?:act|law|rule|regulation|statute|ordinance|gesetz"
    r"|vorschrift|verordnung|loi|règle|wet|regel|ley|norma) (?:asks|calls|requires?|demands?"
    r"|prescribes|verlangt|fordert|schreibt|exige|demande|vraagt|eist|pide) "
)
_WHETHER = re.compile(r"(?<= )(?:unless|whether|ob|es sei denn) ")
"""Words in front of what does not limit what a clause says."""


# -- needless
# --------------------------------------------------------------------------------------------------


def _is_let_off(known: Knowledge, clause: Clause, one: Needed) -> bool:
    part = _with_what_follows(clause)
    is_free = LET_OFF(part) and not cues.NEGATION(part)
    is_free = is_free or NO_MATTER(part) or GETS_ALONG.search(clause.words) is not None
    is_free = is_free or _is_no_duty(clause) or clause.says(NEEDLESS)
    return is_free and not is_about_another(known, clause, one)


def _with_what_follows(clause: Clause) -> str:
    """Return the words of a clause, with those of the next one where it begins with "whether", or
    where that says what follows: "so we do not have to keep it".
    """
    clauses = clause.sentence.clauses
    at = clauses.index(clause) + 1
    behind = clauses[at].words if at < len(clauses) else " "
    is_one = clause.words.startswith((" ob ", " whether ")) or behind.startswith(_THEREFORE)
    return clause.words + behind[1:] if is_one else clause.words


_THEREFORE = (" so ", " thus ", " also ", " daher ", " deshalb ", " donc ", " dus ", " así que ")


def _is_no_duty(clause: Clause) -> bool:
    """Whether a clause denies a duty, and not that something may be done before it is met."""
    if UNDER.begin(clause.words) or NO_DUTY.search(clause.words) is None:
        return False
    return not clause.says(cues.UNTIL) and _WITHOUT.search(clause.words) is None


# -- replaced
# --------------------------------------------------------------------------------------------------


def _is_replaced(known: Knowledge, clause: Clause, one: Needed) -> bool:
    if one.is_law and not one.comes_first:
        return False
    if _is_that_of_others(clause):
        return True
    found = None if clause.says(EXTRA) else IN_ITS_PLACE.search(clause.words)
    if found and is_near(clause, found.end(), one):
        return not cues.NEGATION(_THAT.split(IN_ITS_PLACE.sub(" ", clause.words))[0])
    if _is_enough(known, clause, one):
        return True
    found = clause.find(REPLACES)
    if found and not clause.says(cues.NEGATION):
        return is_near(clause, found.end(), one)
    return False


_THAT = re.compile(r"(?<= )that ")


def _is_enough(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Whether something else is said to be enough, in front of what it is enough for."""
    found = clause.find(SUFFICES)
    if found is None or clause.says(cues.NEGATION):
        return False
    before = stems_of(clause.words[: found.start()], known.language)
    return bool(before) and before.isdisjoint(one.stems) and not _is_for(clause, one)


def _is_for(clause: Clause, one: Needed) -> bool:
    """Whether what is enough is so for getting the permit: "is enough for the licence"."""
    return not _GETTING.isdisjoint(words_in_front(clause, one).split())


_GETTING = frozenset(("for", "to", "für", "zur", "zum", "um", "pour", "voor", "para"))


def _is_that_of_others(clause: Clause) -> bool:
    """Whether the permit of somebody else is taken for ours: "their registration covers us"."""
    sentence = clause.sentence
    found = sentence.find(COVERS_US)
    if found is None or sentence.negated:
        return False
    whose = OF_OTHERS.search(clause.words)
    return whose is not None and US.search(sentence.words) is not None


# -- asked of some alone
# --------------------------------------------------------------------------------------------------


def _is_of_some(known: Knowledge, clause: Clause, one: Needed) -> bool:
    is_of_all = one.told.says(cues.EVERYBODY) or one.told.says(_ANYBODY_WHO)
    if not is_of_all or clause.says(cues.NEGATION):
        return False
    if clause.says(SOME_ALONE) or _ONE_FOR_ALL.search(clause.words):
        return True
    found = _ONLY.search(clause.words) or _ONLY_OF.search(clause.words)
    if found is None:
        return False
    whom = stems_of(found["whom"], known.language)
    return bool(whom) and not whom & one.told.stems


_ANYBODY_WHO = cues.Cue("wer, whoever, anyone who, anybody who, quiconque, wie, quien")
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


def _is_done_without(known: Knowledge, clause: Clause, one: Needed) -> bool:
    found = _WITHOUT.search(clause.words)
    if found is None or not is_near(clause, found.end(), one):
        return False
    rest = clause.words[: found.start()] + clause.words[found.end() - 1 :]
    before = clause_before(clause)
    if cues.NEGATION(rest) or clause.sentence.says(_DENIES):
        return False
    if not clause.words[: found.start()].strip() and not _is_done(known, before):
        return False
    return not is_about_another(known, clause, one)


def _is_done(known: Knowledge, clause: Clause | None) -> bool:
    """Whether a clause says that something of ours is done."""
    return clause is not None and not clause.says(cues.NEGATION) and _is_ours(known, clause)


_DENIES = cues.Cue("""
    cannot, can't, may not, must not, do not, does not, out of the question, nicht, kein, keine
    nobody, ausgeschlossen, est exclu, sont exclus, hors de question, uitgesloten, excluido
    """)


def _is_ours(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause is about what the founder does or whom it is for."""
    return bool(clause.stems & known.own_stems) or clause.says(OURSELVES_NAMED)


_WITHOUT = re.compile(r" (?:without|ohne|sans|zonder|sin) ")


def _is_unchecked(known: Knowledge, clause: Clause, one: Needed) -> bool:
    """Whether something is done by somebody who is "unlicensed"."""
    is_named = one.word.startswith("un") and not clause.says(cues.NEGATION)
    return is_named and _is_ours(known, clause) and not clause.says(_TURNED_AWAY)


_TURNED_AWAY = cues.Cue("""
    refuse*, reject*, turn* away, turned away, stay* at home, stays out, banned, barred, stop*, sent
    abgewiesen, abgelehnt, ausgeschlossen, gesperrt, draußen, risk, danger, risiko, gefahr
    """)
"""Words by which those who lack a thing are kept out."""


_WAYS: tuple[Callable[[Knowledge, Clause, Needed], bool], ...] = (
    _is_let_off,
    _is_replaced,
    _is_of_some,
    _is_done_without,
    is_late,
    is_held,
    _is_unchecked,
    is_begun_before,
)
