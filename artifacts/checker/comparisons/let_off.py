"""Who pays nothing: whether a text lets somebody off who pays, or charges somebody who does not."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.comparisons.bills import is_bill
from artifacts.checker.comparisons.borne import bearers
from artifacts.checker.comparisons.payers import in_front_of_pay, stems_of_its_own
from artifacts.checker.comparisons.paying import charges_nothing, is_elliptic, pays_not
from artifacts.checker.cues.terms import FROM_SO_MANY
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import FractionMatch, MoneyMatch, ShareMatch


def free_differs(known: Knowledge, sentence: Sentence) -> str:
    """Return what the founder said where a sentence lets somebody off who pays, or charges
    somebody who does not; else "".
    """
    paying, free = known.paying - known.free, (known.free - known.paying) | known.free_by_price
    if _is_time_without_charge(known, sentence):
        return ""
    for clause in sentence.clauses:
        if any(clause.each(FractionMatch)):
            continue  # "two of the twelve months for nothing"
        if clause.says(cues.FREE) or is_elliptic(clause):
            about = _let_off(clause, paying, free)
        else:
            about = _charged(clause, free)
            if about and not _is_let_off_that(known, clause, about):
                continue
        if about:
            return _said_about(known, about)
        if _says_what_others_pay(known, clause):
            continue
        if told := _rent_denied(known, clause):
            return told
        if told := _period_fee_denied(known, clause):
            return told
    return ""


def _is_time_without_charge(known: Knowledge, sentence: Sentence) -> bool:
    """Whether a sentence speaks of when we charge nothing: "which we don't charge in the first wet
    season".
    """
    if not sentence.says(cues.FREE):
        return False
    if outside := _OUTSIDE.search(sentence.words):
        time = sentence.stems_of(outside["time"])
        only = (told for told in known.told["price"] if told.says(_ONLY))
        return any(time & told.stems for told in only)
    clauses = (c for told in known.told["price"] for c in told.clauses)
    times = (stems_of_its_own(c) for c in clauses if charges_nothing(c.words))
    return any(len(time & sentence.stems) >= _SAME_TIME for time in times)


_OUTSIDE = re.compile(
    r" (?:outside|außerhalb|hors|buiten|fuera)(?: of| der| des| de| del)?"
    r"(?P<time>(?: [^ .,;]+){1,2}) "
)
_ONLY = cues.Cue("only, nur, lediglich, seulement, uniquement, alleen, solo, sólo, solamente")
_SAME_TIME = 2
"""Words by which two texts speak of the same time, at least."""


def _let_off(clause: Clause, paying: frozenset[str], free: frozenset[str]) -> frozenset[str]:
    """Return the stems of those who pay, in a clause by which it costs them nothing."""
    own = stems_of_its_own(clause)
    if own & free or any(clause.each(MoneyMatch)) or clause.says(FROM_SO_MANY):
        return frozenset()
    return own & paying


def _charged(clause: Clause, free: frozenset[str]) -> frozenset[str]:
    """Return the stems of those who do not pay, in a clause by which they do."""
    if clause.says(cues.NEGATION):
        return frozenset()
    if clause.says(cues.FEE) and (charged := stems_of_its_own(clause) & free):
        return charged
    if clause.says(cues.PAYS) and clause.first == clause.sentence.first:
        subject = _before_paying(clause)
        if subject and subject <= free:
            return subject
    borne = bearers(clause)
    if borne and borne <= free:
        return borne
    return _charged_an_amount(clause, free)


def _charged_an_amount(clause: Clause, free: frozenset[str]) -> frozenset[str]:
    found = clause.find(cues.PAY)
    if found is None or cues.OURSELVES.begin(clause.words):
        return frozenset()
    has_amount = any(clause.each(MoneyMatch)) or any(clause.each(ShareMatch))
    return _subject(clause, clause.words[: found.start()]) & free if has_amount else frozenset()


def _is_let_off_that(known: Knowledge, clause: Clause, about: frozenset[str]) -> bool:
    """Whether it is what a clause speaks of that those it is `about` do not pay: small groups, but
    not all, or the drive, but not what is signed.
    """
    told = [
        one
        for one in known.clauses_on_paying
        if one.stems & about and (one.says(cues.FREE) or pays_not(one))
    ]
    return not told or any(_is_of_these(one, clause) for one in told)


def _is_of_these(told: Clause, clause: Clause) -> bool:
    """Whether a clause names the size and the thing that the founder's clause lets off."""
    words = clause.sentence.words
    sizes = _SIZE.findall(told.words)
    if sizes and not any(f" {size[:_SIZE_STEM]}" in words for size in sizes):
        return False
    thing = _NOT_FOR.search(told.words)
    named = told.sentence.stems_of(thing["what"]) if thing else frozenset()
    return not named or bool(named & clause.sentence.stems)


_SIZE = re.compile(
    r" (small(?:er)?|little|tiny|large|larger|big|bigger|kleine[nrs]?|kleinere[nrs]?|große[nrs]?"
    r"|größere[nrs]?|petite?s?|grande?s?|kleinere|grote|pequeñ[oa]s?) "
)
"""Words for the size of those who are let off, which others of their kind do not have."""
_SIZE_STEM = 4
_NOT_FOR = re.compile(
    r" (?:pay|pays|zahlt|zahlen|bezahlt|bezahlen|paie|paient|betaalt|betalen|pagan?)"
    r" (?:for |für |pour |voor )?(?:the|die|den|das|le|la|les|de|het|el|los|las)"
    r" (?P<what>[^ .,;]+) "
)
"""The thing that somebody does not pay for."""


def _before_paying(clause: Clause) -> frozenset[str]:
    """Return the stems in front of the word for paying; none if there are none, or if it is us."""
    found = None if cues.OURSELVES.begin(clause.words) else clause.find(cues.PAYS)
    if found and clause.words[: found.start()].endswith((" be", " is", " are", " been")):
        return frozenset()  # what "has to be paid" pays nothing
    return clause.sentence.stems_of(clause.words[: found.start()]) if found else frozenset()


def _subject(clause: Clause, before: str) -> frozenset[str]:
    """Return the stems of who pays, or all where nobody is named in the words `before` the verb."""
    near = before.split()[-_SUBJECT_NEAR:]
    own = clause.sentence.stems_of(" ".join(near))
    return own & in_front_of_pay(clause) or in_front_of_pay(clause) or clause.stems


_SUBJECT_NEAR = 2
"""Words in front of the verb that say who pays, whatever stands in front of them."""


def _period_fee_denied(known: Knowledge, clause: Clause) -> str:
    """Return the founder's words for a price by the month or year, where a clause says that there
    is no such fee; "-" if they corrected it without words.
    """
    if not clause.says(cues.NEGATION) or not clause.says(cues.FEE):
        return ""
    if _PER_PIECE.search(clause.words):
        return ""  # "no fee per lot" denies none by the month
    for fact in known.sheet.prices:
        if fact.value and fact.value.per in ("month", "year") and fact.value.amount:
            return fact.said[0].text if fact.said else "-"
    return ""


_PER_PIECE = re.compile(
    r" (?:per|pro|je|par|por) (?!(?:month|year|monat|jahr|mois|an|maand|jaar|mes|año) )[^ ]+ "
)


def _rent_denied(known: Knowledge, clause: Clause) -> str:
    """Return the price of a thing by the month or year where a clause says that it has no rent."""
    if not clause.says(cues.RENT) or not clause.says(cues.NEGATION):
        return ""
    if cues.OURSELVES.begin(clause.words):
        return ""
    for said in known.money:
        is_rent = said.answer == "price" and _PERIODS.intersection(said.per)
        if is_rent and stems_of_its_own(said.clause) & stems_of_its_own(clause):
            return said.sentence.text
    return ""


def _says_what_others_pay(known: Knowledge, clause: Clause) -> bool:
    """Whether a clause names those without a subscription, whose bill its sentence tells: "who has
    22 knives ground without one pays 99".
    """
    if not clause.says(_WITHOUT):
        return False
    return any(is_bill(known, clause.sentence, m) for m in clause.sentence.each(MoneyMatch))


_WITHOUT = cues.Cue("without, ohne, sans, zonder, sin")
_PERIODS = frozenset({"week", "month", "quarter", "year"})


def _said_about(known: Knowledge, about: frozenset[str]) -> str:
    """Return the founder's sentence about somebody, best one that says who pays."""
    mine = [s for s in known.sentences if s.stems & about]
    paying = [s for s in mine if s.says(cues.FREE) or s.says(cues.PAY) or any(s.each(MoneyMatch))]
    return (paying or mine)[0].text
