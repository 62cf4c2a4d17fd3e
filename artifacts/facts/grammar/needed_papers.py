"""Papers and rules by what is said of them: what is needed from whom, what is kept to, who has to
register somebody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

Paper = tuple[int, int, str]
"""The first character of the words that name it, the one behind the last, and its name."""

_CAPITALS = r"[A-Z][\w'’-]{1,24}(?:(?: (?:of|for|and|the|a)){0,2} [A-Z][\w'’-]{1,24}){0,6}"
_ENGLISH_NEEDED = re.compile(
    r"(?<!\w)(?:[Aa]n? |[Tt]he )(?P<law>(?:[A-Z][0-9]{1,2} )?(?:[a-z]{3,15} ){0,3}(?:consent|permit"
    rf"|licen[cs]e|exemption|exception|clearance)) from (?:the )?(?:{_CAPITALS}|council|city|county"
    r"|harbou?r office|state)"
)
_ENGLISH_LAW = re.compile(
    r"(?<!\w)(?:[Uu]nder|[Bb]y|[Aa]s) (?:the )?(?P<law>[A-Z][a-z]{2,15} (?:[a-z]{3,15} ){1,4}law)"
    r"(?!\w)"
)
_ENGLISH_KEPT = re.compile(
    rf"(?<!\w)(?:[Ww]e|[Ii]) (?:follow|stick to|keep to|go by) the (?P<law>{_CAPITALS})(?!\w)"
)
_ENGLISH_ASKS = re.compile(
    r"(?<!\w)(?P<law>Part [0-9]{1,4}) (?:wants|requires|asks|says|demands|applies)(?!\w)"
)
_ENGLISH_REGISTERS = re.compile(
    rf"(?<!\w)(?P<who>{_CAPITALS}) (?:has|have) (?P<verb>registered|licensed|approved|certified"
    r"|inspected|cleared) (?:us|me|it|the [a-z]+)(?!\w)"
)
_ENGLISH_WITH = re.compile(
    rf"(?<!\w)(?:register|enrol|sign up) with (?:the )?(?P<who>{_CAPITALS})(?!\w)"
)
_ENGLISH_BE = re.compile(
    r"(?<!\w)(?:has to|have to|must|needs to|need to) be (?P<who>[A-Z][a-z]{2,14} [A-Z][a-z]{2,14})"
    r" (?P<verb>registered|licensed|approved|certified)(?!\w)"
)
_ENGLISH_CODED = re.compile(
    r"(?<!\w)(?:[Ww]ithout|[Nn]eeds?|[Pp]ass|[Pp]asses|[Tt]akes?|[Mm]ust have|[Hh]as to have)"
    r" (?:an? |the )?(?P<law>[A-Z]{3,6} (?:[a-z]{3,12} )?(?:ID|course|card|ticket|rating|training"
    r"|exam))(?!\w)"
)
_ENGLISH_NOUNS = {
    "registered": "registration",
    "licensed": "licence",
    "approved": "approval",
    "certified": "certification",
    "inspected": "inspection",
    "cleared": "clearance",
}
_NOT_AN_OFFICE = re.compile(r"(?:The$|She|He|They|It|We|You|Nobody|Everybody|Mr|Mrs|Ms)\b")

_OFFICE = (
    r"[A-ZÄÖÜ][\wäöüß-]{2,40}(?:behörde|amt|kammer|dienst|aufsicht|verwaltung|gemeinde|stelle)"
)
_GERMAN_OF = re.compile(
    r"(?<![\w-])(?P<law>(?:Ausnahme|Ausnahmegenehmigung|Genehmigung|Erlaubnis|Bewilligung|Zulassung"
    rf"|Zustimmung|Freigabe) (?:der|des|vom|von der) (?:unteren |oberen )?{_OFFICE}s?)(?![\w-])"
)
_GERMAN_AT = re.compile(
    rf"(?<![\w-])(?P<at>beim|bei der) (?P<who>{_OFFICE})(?: [a-zäöüß]+){{0,2}}"
    r" (?P<verb>registriert|angemeldet|eingetragen|gemeldet|zugelassen|registrieren|anmelden"
    r"|eintragen|melden)(?!\w)"
)
_GERMAN_DONE = re.compile(
    rf"(?<![\w-])(?P<the>[Dd]as|[Dd]ie) (?P<who>{_OFFICE}) hat (?:uns )?(?:die|den|das) [A-ZÄÖÜ]"
    r"[\wäöüß-]{2,40}(?: [a-zäöüß]+){0,2} (?P<verb>genehmigt|bewilligt|abgenommen|erlaubt)(?!\w)"
)
_GERMAN_NOUNS = {
    "registriert": "Registrierung",
    "angemeldet": "Anmeldung",
    "eingetragen": "Eintragung",
    "gemeldet": "Meldung",
    "zugelassen": "Zulassung",
    "registrieren": "Registrierung",
    "anmelden": "Anmeldung",
    "eintragen": "Eintragung",
    "melden": "Meldung",
    "genehmigt": "Genehmigung",
    "bewilligt": "Bewilligung",
    "abgenommen": "Abnahme",
    "erlaubt": "Erlaubnis",
}
_GERMAN_PAPER = re.compile(
    r"(?<![\w-])(?:[Bb]rauchen?|[Bb]raucht|[Mm]uss|[Mm]üssen|[Oo]hne|[Mm]it|[Nn]ötig ist|durch)"
    r"(?: [a-zäöüß]+){0,3}? (?P<law>(?:erweiterte[sn]? )?(?!Kompass|Reisepass|Personal)"
    r"[A-ZÄÖÜ][\wäöüß-]{2,30}(?:pass|führungszeugnis|zertifikat|nachweis|bescheinigung|-Kontrolle"
    r"|-Abnahme|-Prüfung))"
    r"(?![\w-])"
)
_GERMAN_ENTRY = re.compile(
    r"(?<![\w-])(?P<law>(?:Eintrag|Anmeldung|Registrierung|Meldung) bei [A-Z]{3,8}"
    r"|Eintrag in (?:die|das) [A-ZÄÖÜ][a-zäöüß]{4,30}(?:rolle|register|liste|verzeichnis)"
    r"|[a-zäöüß]{4,20}rechtliche (?:Erlaubnis|Genehmigung|Bewilligung|Zulassung)"
    r"|Vertrag zur Auftragsverarbeitung|AV-Vertrag|[A-Z][a-z]{2,12}vergunning)(?![\w-])"
)
_FRENCH = re.compile(
    r"(?<!\w)(?P<law>avis (?:de la|du|des) [a-zéè]{3,12}(?: de [a-zéè]{3,12})?"
    r"|(?:permis|agrément|autorisation|dossier) (?:du|de la|à la|des) (?:ministère|préfecture|DDPP"
    r"|[A-Z]{3,8}|région|[a-zé]{4,14})|autorisation d['’]occupation temporaire"
    r"|contrôle de l['’]installation [a-zéè]{3,12}|règles (?:européennes )?[A-Z]{3,6})(?!\w)"
)
_DUTCH = re.compile(
    r"(?<!\w)(?P<law>[Ww]et op (?:de|het) [a-zë]{4,25}|[\w-]{0,20}code voor (?:de|het) [a-z]{4,25}"
    r"|richtlijn [a-z]{5,25}(?: van het [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|autocontrole van het [A-Z]{3,6})(?!\w)",
)
_SPANISH = re.compile(
    r"(?<!\w)(?P<law>[Ll]ey (?:[Nn]\.?[º°o]? ?)?[0-9]{2,6}|patente (?:municipal|comercial)"
    r"|licencia de funcionamiento(?: de la [a-záéíóú]{5,20})?|registro sanitario)(?!\w)"
)


def _named(pattern: re.Pattern[str], text: str) -> Iterator[Paper]:
    for found in pattern.finditer(text):
        yield *found.span("law"), found["law"]


_Marked = tuple[tuple[str, ...], re.Pattern[str]]
"""A pattern behind the letters one of which every text has that it can find something in."""

_ENGLISH: tuple[_Marked, ...] = (
    (("consent", "permit", "licen", "exempt", "exception", "clearance"), _ENGLISH_NEEDED),
    ((" law",), _ENGLISH_LAW),
    (("Part ",), _ENGLISH_ASKS),
    ((" follow the", " stick to the", " keep to the", " go by the"), _ENGLISH_KEPT),
    ((" ID", " course", " card", " ticket", " rating", " training", " exam"), _ENGLISH_CODED),
)
_WITH = ("register with", "enrol with", "sign up with")
_REGISTERING = ("registered", "licensed", "approved", "certified", "inspected", "cleared")
_LEAVE = ("Ausnahme", "enehmigung", "rlaubnis", "ewilligung", "ulassung", "ustimmung", "reigabe")
_GERMAN: tuple[_Marked, ...] = (
    (_LEAVE, _GERMAN_OF),
    (
        (
            "pass", "zeugnis", "zertifikat", "nachweis", "bescheinigung", "-Kontrolle", "-Abnahme",
            "-Prüfung",
        ),
        _GERMAN_PAPER,
    ),
    (
        ("Eintrag", "Anm", "Meld", "Registr", "rechtliche", "rag zur", "AV-", "vergunning"),
        _GERMAN_ENTRY,
    ),
)  # fmt: skip
_AT = ("registrier", "meld", "eingetragen", "zugelassen", "eintragen")
_DONE = ("genehmigt", "bewilligt", "abgenommen", "erlaubt")
PARTS_OF_PAPERS: Mapping[str, tuple[str, ...]] = {
    "en": (*chain.from_iterable(marks for marks, _ in _ENGLISH), *_WITH, *_REGISTERING),
    "de": (*chain.from_iterable(marks for marks, _ in _GERMAN), *_AT, *_DONE),
    "fr": ("",),
    "nl": ("",),
    "es": ("",),
}
"""What one of has to stand in a text in which `PAPERS_IN` finds anything."""


def _holds(text: str, marks: Iterable[str]) -> bool:
    return any(mark in text for mark in marks)


def _marked(patterns: Iterable[_Marked], text: str) -> Iterator[Paper]:
    for marks, pattern in patterns:
        if _holds(text, marks):
            yield from _named(pattern, text)


def _english(text: str) -> Iterator[Paper]:
    yield from _marked(_ENGLISH, text)
    for found in _ENGLISH_WITH.finditer(text) if _holds(text, _WITH) else ():
        yield *found.span(), f"registration with {found['who']}"
    if _holds(text, _REGISTERING):
        yield from _registering(text)


def _registering(text: str) -> Iterator[Paper]:
    for found in _ENGLISH_REGISTERS.finditer(text):
        who = found["who"].removeprefix("The ")
        if " " in who and not _NOT_AN_OFFICE.match(who):
            yield *found.span(), f"{who} {_ENGLISH_NOUNS[found['verb']]}"
    for found in _ENGLISH_BE.finditer(text):
        yield *found.span("who"), f"{found['who']} {_ENGLISH_NOUNS[found['verb']]}"


def _german(text: str) -> Iterator[Paper]:
    yield from _marked(_GERMAN, text)
    for found in _GERMAN_AT.finditer(text) if _holds(text, _AT) else ():
        yield *found.span(), f"{_GERMAN_NOUNS[found['verb']]} {found['at']} {found['who']}"
    for found in _GERMAN_DONE.finditer(text) if _holds(text, _DONE) else ():
        the = found["the"].lower()
        yield *found.span(), f"{_GERMAN_NOUNS[found['verb']]} durch {the} {found['who']}"


def _by(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Paper]]:
    return lambda text: _named(pattern, text)


PAPERS_IN: Mapping[str, Callable[[str], Iterator[Paper]]] = {
    "en": _english,
    "de": _german,
    "fr": _by(_FRENCH),
    "nl": _by(_DUTCH),
    "es": _by(_SPANISH),
}
"""What finds papers and rules, by language."""
