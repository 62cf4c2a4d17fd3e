"""Whether somebody has to permit it: permits that are named, and laws that ask for an approval."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import LawMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told
from artifacts.facts.reading.trait_patterns import is_denied, pattern
from artifacts.facts.reading.trait_words import PERMITS, PRIVACY
from artifacts.facts.schema import Fact, Facts, Verdict


def read_permit(reading: Reading) -> Fact[Verdict] | None:
    for told in reading.pick(("place", "constraint", "deadline", "validation", "team")):
        match = _first_permit(told)
        if match:
            denied = is_denied(told, match.start()) and told.key == "place"
            denied = denied or _NOT_NEEDED.search(_clause(told, match)) is not None
            verdict: Verdict = "no" if denied or _NO_MORE.search(told.lower) else "yes"
            return Fact(value=verdict, said=(told.span(match.start(), match.end()),), state="read")
        for law in told.each(LawMatch):
            name = law.name.lower()
            if _is_permit(told, law) and not _OF_PERSONS.search(name):
                return Fact(value="yes", said=(told.span(law.start, law.end),), state="read")
    return None


def _is_permit(told: Told, law: LawMatch) -> bool:
    """Whether a law is a permit by its name, and no register that somebody stands on or licence
    that a driver has.
    """
    name = law.name.lower()
    if _HELD & set(name.split()) and "operator" not in name:
        return False
    if pattern(PERMITS).search(name):
        return True
    return "registration" in name and not told.lower[: law.start].endswith(" on the ")


_NO_MORE = re.compile(
    r"(?<!\w)(?:(?:more|other|further) (?:papers?|permits?|licen[cs]es?) (?:are|is) not needed"
    r"|no (?:more|other|further) (?:papers?|permits?|licen[cs]es?)"
    r"|(?:mehr|weitere) (?:papiere|genehmigungen) braucht es nicht"
    r"|mehr braucht es nicht an papieren)(?!\w)"
)
"""What says that the permit that was named is there and the only one."""
_PERMIT = (
    r"(?:[a-z]+ )?(?:licen[cs]es?|permits?|permission|approval|consent|authori[sz]ation"
    r"|registration|certificates?)"
)
_GERMAN_PERMIT = (
    r"[a-zäöüß-]*(?:genehmigung|genehmigungen|erlaubnis|zulassung|bewilligung|konzession"
    r"|registrierung|zertifizierung)"
)
_NOT_NEEDED = re.compile(
    rf"(?<!\w)(?:no {_PERMIT} (?:is |are )?(?:needed|required|necessary|called for)"
    rf"|(?:needs?|takes?|requires?) no {_PERMIT}"
    r"|(?:don't|do not|doesn't|does not|won't) (?:need|require|have to have)"
    rf" (?:an? |any )?{_PERMIT}"
    rf"|{_PERMIT} (?:is|are) not (?:needed|required|necessary)"
    rf"|{_GERMAN_PERMIT} (?:braucht|brauchen|brauche|benötigt|benötigen)"
    r" (?:[^ .;]+ ){0,4}?(?:nicht|keine)"
    rf"|{_GERMAN_PERMIT} (?:ist|sind) (?:dafür |hier )?(?:nicht|keine)"
    r" (?:nötig|erforderlich|notwendig)"
    rf"|keine {_GERMAN_PERMIT} (?:[^ .;]+ ){{0,3}}?(?:nötig|erforderlich|notwendig)"
    rf"|(?:braucht|brauchen|brauche) (?:[^ .;]+ ){{0,3}}?keine {_GERMAN_PERMIT}"
    rf"|(?:geht|darf man) (?:auch )?ohne {_GERMAN_PERMIT})(?!\w)"
)
"""What says that a permit is not asked for."""


def _first_permit(told: Told) -> re.Match[str] | None:
    """Return where a permit is named that somebody has to get, and not one that a driver has."""
    for match in pattern(PERMITS).finditer(told.lower):
        if _is_held(told, match) or _is_registered(told, match) or _is_otherwise(told, match):
            continue
        return match
    return None


def _is_held(told: Told, match: re.Match[str]) -> bool:
    """Whether a licence is the one that a driver or somebody else has."""
    before = told.last_words(match.start(), 3)
    if before[-2:] in (["their", "own"], ["his", "own"], ["her", "own"]):
        return True
    is_of_driver = bool(_HELD & set(before)) and "operator" not in before
    return match.group() in ("licence", "license") and is_of_driver


def _is_otherwise(told: Told, match: re.Match[str]) -> bool:
    """Whether somebody proves a thing of themselves, gives leave as a private person, or grants
    money.
    """
    clause = _clause(told, match)
    if _OF_PERSONS.search(clause):
        return True
    if match.group() in _GIVEN_LEAVE and _OF_PRIVATE.search(clause):
        return True
    if match.group() not in _GRANTED:
        return False
    return _is_of_money(told, match) or bool(_SUMS & set(re.findall(r"\w+", clause)))


def _is_of_money(told: Told, match: re.Match[str]) -> bool:
    """Whether what is granted, of which no more is said, is the money of the sentence before: "the
    approval holds from 15 March, and what is not finished by then lapses".
    """
    index = next((i for i, t in enumerate(told.source.tokens) if t.start >= match.start()), 0)
    sentence = told.source.sentence(index)
    money = {told.source.sentence(begin) for begin in told.money_begins}
    behind = told.lower[match.end() : match.end() + _FAR]
    return sentence - 1 in money and _LAPSES.search(behind) is not None


_FAR = 90
_LAPSES = re.compile(
    r"(?<!\w)(?:verfällt|verfallen|lapses?|expires?|spent|ausgegeben|abgerechnet)(?!\w)"
)


def _is_registered(told: Told, match: re.Match[str]) -> bool:
    """Whether somebody is registered under a law already: "registered under the Act since 2021"."""
    if match.group() != "registered":
        return False
    behind = told.text_behind(match.end(), ".;!?")
    return _SETTLED.search(behind) is not None or "already" in told.last_words(match.start(), 2)


_SETTLED = re.compile(r"(?<!\w)(?:since|done|already)(?!\w)")


def _clause(told: Told, match: re.Match[str]) -> str:
    """Return a match with the words around it, up to the next comma or full stop on both sides."""
    before = told.text_in_front(match.start(), ".;!?")
    return before + match.group() + told.text_behind(match.end(), ".,;!?")


_OF_PERSONS = re.compile(
    r"(?<!\w)(?:police certificate|certificate of character|criminal record|background check"
    r"|dbs|\w*führungszeugnis\w*|first aid|erste hilfe|erste-hilfe|ersthelfer"
    r"|pilot certificate|verklaring omtrent)(?!\w)"
)
"""What somebody proves of themselves is no permit for the product."""
_VETTING = re.compile(
    r"(?<!\w)(?:vett(?:ed|ing)|working with children|\w*führungszeugnis\w*)(?!\w)"
)
_GRANTED = word_set("approved approval bewilligen genehmigen bewilligung genehmigung abnahme")
_GIVEN_LEAVE = _GRANTED | word_set(
    "approve approves permission permissions freigabe genehmigt zulassen anerkannt anerkennen"
)
_OF_PRIVATE = re.compile(
    r"(?<!\w)(?:my|our|the|a|an|his|her|their|each|every|meine?|unsere?|der|die|das|jede[rsn]?)"
    r" (?:aunt|uncle|mother|father|mum|dad|wife|husband|sister|brother|parents?|customers?|clients?"
    r"|captain|manager|editor|teacher|boss|foreman|buyer|user|guest|owner|family|families|tante"
    r"|onkel|mutter|vater|frau|mann|eltern|kundin|kunde|kunden|chefin|chef|käpt'n|kapitän|lehrerin"
    r"|lehrer|redaktion|leiterin|leiter|besitzer|familie)(?!\w)"
)
"""Whose leave is no permit."""
_SUMS = word_set(
    "grant loan voucher fund funds subsidy zuschuss kredit darlehen förderung subvention ausgezahlt"
)
"""What is approved as money is no permit."""
_HELD = word_set("driving driver's on hgv driver drivers pilot pilots")
_TECHNICAL = re.compile(
    r"\bpart [0-9]|\biso\b|\biec\b|\ben [0-9]|richtlinie|directive|verordnung|standard|norm|§"
    r"|code\b"
)


_OF_CONDUCT = re.compile(
    r"(?<!\w)(?:stgb|bgb|uwg|hgb|arbzg|milog|juschg|gdpr|dsgvo|rgpd|avg|mediengesetz|impressum"
    r"|arbeitszeitgesetz|mindestlohngesetz|minijob|trinkgeld|working time|minimum wage|compensation"
    r"|employment|labou?r|consumer|verbraucher|widerruf\w*|urlaubsgesetz|mutterschutz\w*)(?!\w)"
)
"""Laws that say how to behave, whichever of their sections is named."""
_MARK = re.compile(r"(?<!\w)(?:labels?|marks?|marking|kennzeichnung)(?!\w)")


def permit_by_law(reading: Reading, sheet: Facts, *, device: Verdict | None) -> Fact[Verdict]:
    """Return whether the laws that were named, none of them a permit, ask for an approval.

    Technical ones do so for a device; `device` is None where nobody knows whether it is one. Other
    laws say how to behave or how it is done.
    """
    asked = [law for law in sheet.laws if not _is_only_kept(reading, law)]
    for law in asked:
        name = _name(law)
        technical = _TECHNICAL.search(name) and not pattern(PRIVACY).search(name)
        if device != "no" and (technical or _MARK.search(name)):
            return Fact(value="yes", said=law.said, state="read") if device else Fact()
        if _only_applies(reading, law) or _is_looked_into(reading, law):
            return Fact()
    return Fact(value="no", state="read")


def _is_looked_into(reading: Reading, law: Fact[str]) -> bool:
    """Whether a law is said to have somebody look into it: an approval may follow."""
    said = next(iter(law.said), None)
    if said is None or said.answer not in reading.told:
        return False
    behind = reading.told[said.answer].text_behind(said.end, ".;!?")
    return _LOOKS_INTO.search(behind) is not None


_LOOKS_INTO = re.compile(
    r"(?<!\w)(?:inspect\w*|council|authorit\w+|prüf\w*|amt|behörde\w*|contrôl\w*|préfecture|keur\w*"
    r"|inspec\w+)(?!\w)"
)


def _only_applies(reading: Reading, law: Fact[str]) -> bool:
    """Whether nothing but that it applies is said of a law: only the founder knows what it asks."""
    said = next(iter(law.said), None)
    return (
        said is not None
        and said.answer in reading.told
        and _APPLIES.match(reading.told[said.answer].lower, said.end) is not None
        and not _OF_CONDUCT.search(_name(law))
        and not pattern(PRIVACY).search(_name(law))
    )


_APPLIES = re.compile(
    r" (?:[^ .;,]+ ){0,3}?(?:appl(?:y|ies)|gilt|gelten|geldt|gelden|s'applique\w*|in force"
    r"|in kraft|en vigueur|van kracht|en vigor)\b"
)


def is_vetted(reading: Reading) -> bool:
    """Whether somebody who helps is looked into beforehand: some count that as a permit."""
    return any(_VETTING.search(told.lower) for told in reading.pick(("place", "constraint")))


def _is_only_kept(reading: Reading, law: Fact[str]) -> bool:
    """Whether a law says how to behave, is part of the world as it is, or one that we keep to."""
    if _OF_CONDUCT.search(_name(law)):
        return True
    said = next(iter(law.said), None)
    if said is None or said.answer not in reading.told:
        return False
    before = reading.told[said.answer].lower[max(said.start - _NEAR, 0) : said.start]
    return said.answer in ("problem", "workaround") or _KEEPS.search(before) is not None


def _name(law: Fact[str]) -> str:
    return (law.value or "").lower()


_NEAR = 30
_KEEPS = re.compile(
    r"(?<!\w)(?:keep to|stick to|follow|abide by|go by|halten (?:wir )?uns an|hält sich an"
    r"|richten uns nach|houden ons aan|nous suivons|respectons|seguimos)(?: [^ .;]+){0,3} $"
)
