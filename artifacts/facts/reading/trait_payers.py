"""Whether organisations pay, and how."""

from __future__ import annotations

import re

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, read
from artifacts.facts.reading.trait_patterns import is_denied, pattern
from artifacts.facts.reading.trait_payer_words import (
    BUSINESSES,
    INVOICED,
    NOT_OUR_MONEY,
    ORGANISATIONS,
    PEOPLE_PAY,
    PRIVATE_PEOPLE,
    SELF_PAID,
)
from artifacts.facts.reading.trait_words import TRAIT_WORDS
from artifacts.facts.schema import Fact, Facts, Span, Verdict

_YES: Verdict = "yes"


def read_invoiced(reading: Reading) -> Fact[Verdict] | None:
    """Return "no" for payments where people get an invoice afterwards, or settle it among
    themselves.
    """
    for told in reading.pick(("price", "constraint", "first_version", "idea", "target_user")):
        if match := pattern(f"{INVOICED} {NOT_OUR_MONEY}").search(told.lower):
            return Fact(value="no", said=(told.span(match.start(), match.end()),), state="read")
    return None


def read_organisations(reading: Reading, sheet: Facts, *, enough: bool) -> Fact[Verdict]:
    """Return whether an organisation pays: one is named with a price, or where the users are told.

    It is "no" where people are said to pay themselves, and where no organisation is named.
    """
    themselves = _pay_themselves(reading)
    found, hinted = _named_payer(reading, sheet, themselves=themselves)
    if found:
        return read(_YES, found)
    if not themselves and not _people_pay(reading) and (bill := _billed(reading)):
        # families get an invoice for an oven, too
        return Fact() if _for_private_people(reading) else bill
    alone = themselves or not (hinted or _others_pay(reading))
    return Fact(value="no", state="read") if enough and alone else Fact()


def _named_payer(reading: Reading, sheet: Facts, *, themselves: bool) -> tuple[Span | None, bool]:
    """Return where an organisation is named that pays, and whether any is named at all.

    `themselves` says that private people pay; then only a price tells of another payer.
    """
    hinted = False
    free = _who_pays_nothing(reading)
    for told in reading.pick(("price", "target_user", "idea")):
        for first, last in told.sentences:
            found, named = _organisation_in(told, sheet, first, last, free)
            if found and not (themselves and told.key != "price"):
                return found, True
            hinted = hinted or named
    return None, hinted


_BILLED = re.compile(
    r"(?<!\w)(?:invoices?|invoiced|rechnung|rechnungen|sammelrechnung|factures?|factuur|facturen"
    r"|facturas?|ht)(?!\w)"
    r"|(?<!\w)(?:i|we) bill(?! (?:them|it|nobody|no one) (?:at|on) )(?!\w)"
)
"""Organisations get an invoice, and French prices without tax ("HT") are for them."""


def _billed(reading: Reading) -> Fact[Verdict] | None:
    """Return "yes" where the answer about the price speaks of an invoice."""
    for told in reading.pick(("price", "target_user")):
        match = _BILLED.search(told.lower)
        if match and not is_denied(told, match.start()) and not _is_share_of(told, match):
            return read(_YES, told.span(match.start(), match.end()))
    return None


def _is_share_of(told: Told, match: re.Match[str]) -> bool:
    """Whether bills are named of which somebody takes a part, or none."""
    before = told.lower[max(match.start() - _BY, 0) : match.start()]
    return _PART_OF.search(before) is not None


_PART_OF = re.compile(
    r"(?<!\w)(?:anteil|prozent|%|share|part|cut|per cent|percent) (?:of|an|von|der)[^.;!?]{0,14}$"
)


def _pay_themselves(reading: Reading) -> bool:
    """Whether private people are said to be those who pay."""
    return any(
        pattern(SELF_PAID).search(told.lower) or _WHO_PAY.search(told.lower)
        for told in reading.pick(("price", "target_user"))
    )


_WHO_PAY = re.compile(rf"(?<!\w)(?:{'|'.join(PEOPLE_PAY.replace('~', ' ').split())}) who pay(?!\w)")


def _others_pay(reading: Reading) -> bool:
    """Whether somebody pays of whom nobody knows if it is a private person: "the house pays"."""
    return any(
        match["payer"] not in _NEUTRAL and not pattern(PEOPLE_PAY).fullmatch(match["payer"])
        for told in reading.pick(("idea", "target_user", "price"))
        for match in _PAYER.finditer(told.lower)
    )


_NEUTRAL = word_set(
    "user users guest guests customer customers client clients buyer buyers member members borrower"
    " borrowers one person kunde kundin kunden gast gäste käufer nutzer mitglied mitglieder klant"
    " client clientes cliente"
)
"""Payers who tell nothing of whether they are organisations."""
_PAYER = re.compile(
    r"(?<!\w)(?:the|das|der|die|le|la|het|de|el) (?P<payer>[a-zäöüßéèñ-]{3,30})"
    r" (?:pays|pay|zahlt|zahlen|bezahlt|paie|paient|betaalt|paga|pagan)(?!\w)"
    r"(?! (?:the|our|die|le|de) (?:rent|wages|miete|loyer|huur)\b)"
)


def _for_private_people(reading: Reading) -> bool:
    """Whether the answer about the users begins with people who are no business."""
    private = pattern(f"{PEOPLE_PAY} {PRIVATE_PEOPLE}")
    return any(private.search(told.lower, 0, _OPENING) for told in reading.pick(("target_user",)))


_OPENING = 60
"""How many characters of an answer tell whom it is about first."""


def _people_pay(reading: Reading) -> bool:
    """Whether people are said to pay: "each family pays"."""
    pays = pattern(TRAIT_WORDS["takes_payments"].hints)
    return any(
        pattern(PEOPLE_PAY).search(text) and pays.search(text)
        for told in reading.pick(("price", "target_user"))
        for text in re.split(r"[.!?;]", told.lower)
    )


def _who_pays_nothing(reading: Reading) -> set[str]:
    """Return the organisations that pay nothing, each without the "s" of many: what another
    sentence says of them is no payment.
    """
    return {
        match.group().removesuffix("s")
        for told in reading.pick(("price", "target_user"))
        for match in pattern(f"{ORGANISATIONS} {BUSINESSES}").finditer(told.lower)
        if _pays_nothing(told, match.end())
    }


def _organisation_in(
    told: Told, sheet: Facts, first: int, last: int, free: set[str]
) -> tuple[Span | None, bool]:
    """Return where a sentence names an organisation that pays, and whether it names one at all.

    `free` are those that pay nothing.
    """
    start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
    named = False
    for match in pattern(f"{ORGANISATIONS} {BUSINESSES}").finditer(told.lower, start, end):
        if match.group().removesuffix("s") in free or _is_no_payer(told, match):
            continue
        named = True
        opens = told.key == "target_user" and _is_for_them(told, match, start, first)
        begin = max(told.lower.rfind(",", start, match.start()), start)
        stop = told.lower.find(",", match.end(), end)
        pays = pattern(TRAIT_WORDS["takes_payments"].hints)
        paid = bool(pays.search(told.lower, begin, stop if stop > 0 else end))
        if told.key == "price" and any(first <= index < last for index in told.money_begins):
            paid = _has_price(sheet, start, end)
        if paid or opens:
            return told.span(match.start(), match.end()), True
    return None, named


def _is_no_payer(told: Told, match: re.Match[str]) -> bool:
    """Whether an organisation is denied, is part of a name or no business."""
    return (
        is_denied(told, match.start())
        or _is_in_a_name(told, match)
        or _FOR_LOVE.search(told.lower, match.start() - _NEAR, match.start()) is not None
        or _AT_SCHOOL.search(told.lower, match.start() - _BY, match.end()) is not None
        or _BESIDE.search(told.lower, match.start() - _BY, match.start()) is not None
    )


def _is_in_a_name(told: Told, match: re.Match[str]) -> bool:
    """Whether a number of many leads to one organisation, so that it belongs to the noun behind
    it: "two church bulletins".
    """
    before = told.lower[max(match.start() - _NEAR, 0) : match.start()]
    one = told.source.lexicon.language == "en" and not match.group().endswith(("s", "men"))
    return one and _MANY.search(before) is not None


_MANY = re.compile(r"(?<!\w)(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9][0-9]+) $")
_NEAR = 14
_BY = 24
_AT_SCHOOL = re.compile(
    r"(?<!\w)(?:at|from|after|since|in der|aus der|à l') ?(?:school|schule|école)$"
)
"""Where people were once, and no organisation that pays."""
_BESIDE = re.compile(
    r"(?<!\w)(?:near|next to|behind|beside|opposite|around|close to|outside|neben|hinter|gegenüber"
    r"|nahe|unweit|left|finished|verlassen|près de|à côté de|derrière|naast|achter|junto a"
    r"|cerca de|detrás de)"
    r" (?:(?:the|a|an|der|dem|den|einer|einem|la|le|l'|de|het|el) )?(?:[a-zäöüß]+ )?$"
)
"""In front of an organisation that is only beside those it is for."""
_FOR_LOVE = re.compile(
    r"(?<!\w)(?:hobby|amateur|home|private|retired|backyard|weekend|freizeit)[ -](?:und |and )?$"
)
"""In front of a trade that is no business: "hobby bakers"."""


def _is_for_them(told: Told, match: re.Match[str], start: int, first: int) -> bool:
    """Whether an organisation in a sentence of the answer about the users is one of those it is
    for, and not where these are, what they have or whom they know.
    """
    if not _is_user(told, match.start(), start, first) or _is_theirs(told, match):
        return False
    return not _is_place_of_people(told, start, match.start())


def _is_user(told: Told, at: int, start: int, first: int) -> bool:
    """Whether an organisation at character `at` of a sentence is one of those it is for: it opens
    the answer, is counted, or comes on top.
    """
    return (first == 0 and at - start < _OPENING) or _is_counted(told, at)


def _is_place_of_people(told: Told, start: int, at: int) -> bool:
    """Whether an organisation is only where private people are found: "Parents at 9 schools"."""
    before = told.lower[start:at]
    opening = " ".join(before.split()[:_FIRST_WORDS])
    private = pattern(f"{PEOPLE_PAY} {PRIVATE_PEOPLE}").search(opening)
    return private is not None and _WHERE.search(before) is not None


_FIRST_WORDS = 2
_WHERE = re.compile(
    r"(?<!\w)(?:at|in|of|from|an|aus|von|der|des|à|de|des|van|op)"
    r"(?: (?:the|our|den|der|dem|les|las|los|de))?(?: [\w-]+){0,2}"
    r"(?: (?:and the|und (?:die|der|dem|den|das)|et (?:la|le|les)|en (?:de|het)|y (?:el|la)))? $"
)


def _is_theirs(told: Told, match: re.Match[str]) -> bool:
    """Whether an organisation belongs to those it is for, or only knows them: "sharpeners with 120
    to 350 shops each", "two clubs I know of".
    """
    if _THROUGH_WHOM.match(told.lower, match.end()):
        return True
    before = told.lower[max(match.start() - _BY, 0) : match.start()]
    return _EACH_WITH.search(before) is not None


_EACH_WITH = re.compile(r" (?:with|having|mit|avec|met|con) (?:(?:[\d.,]+|[a-zäöüßéèà]+) ){1,4}$")
_THROUGH_WHOM = re.compile(
    r"(?: (?:i|we|that i|that we) know\b|(?: i know of)? (?:has|have) [\d.,]+ members"
    r"| (?:hat|haben) [\d.,]+ mitglieder| each\b)"
)


def _is_counted(told: Told, start: int) -> bool:
    """Whether a number or "also" leads to an organisation: "and seven campsites"."""
    before = told.last_words(start, 3)
    lexicon = told.source.lexicon
    return any(
        word.isdigit()
        or word in _ALSO
        or (word in lexicon.numbers and word not in lexicon.articles)
        for word in before
    )


_ALSO = word_set("also dazu auch también aussi ook plus außerdem")


def _pays_nothing(told: Told, end: int) -> bool:
    """Whether the words behind an organisation say that it does not pay: "the gym never pays"."""
    following = told.text_behind(end, ".!?;,").split()[:5]
    return bool(_NOTHING & set(following))


_NOTHING = word_set(
    "never not nothing nichts nie nicht rien niets nada free gratis kostenlos don't"
)


def _has_price(sheet: Facts, start: int, end: int) -> bool:
    """Whether one of our own prices stands between `start` and `end` of the answer about the
    price.
    """
    return any(
        span.answer == "price" and start <= span.start < end
        for fact in sheet.prices
        for span in fact.said
    )
