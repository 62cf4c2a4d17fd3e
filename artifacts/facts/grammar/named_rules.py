"""Rules whose name is no name of a law, by the words around it: a programme under which something
is done, the ratios of a scheme, consent of a board, a registration that is through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

Rule = tuple[int, int, str]
"""The first character of the words that name it, the one behind the last, and its name."""

_CAPITALS = r"[A-Z][\w'’-]{1,24}(?:(?: (?:of|for|and|the|a)){0,2} [A-Z][\w'’-]{1,24}){0,6}"
_SEVERAL = r"[A-Z][\w'’-]{1,24}(?:(?: (?:of|for|and|the|a)){0,2} [A-Z][\w'’-]{1,24}){1,6}"
_BODY = (
    rf"(?:{_CAPITALS} )?(?:[A-Z][\w'’-]{{1,24}} (?:of |for )?)*"
    r"(?:Board|Council|Authority|Agency|Ministry|Department|Commission|Inspectorate|Office|Trust"
    r"|Administration|Corporation|Bureau)(?: (?:of|for)(?: (?:the |and )?[A-Z][\w'’-]{1,24}){1,4})?"
)
_KEEPS_TO = (
    r"(?:[Mm]eets?|[Kk]eeps? to|[Ff]ollows?|[Cc]omply with|[Cc]omplies with|[Oo]beys?|[Uu]nder"
    r"|[Ss]ticks? to|[Aa]bides? by|[Gg]oes by|[Gg]o by|[Ss]ubject to|[Aa]ccording to"
    r"|[Rr]equired by|[Cc]overed by|[Bb]ound by)"
)
_ENGLISH: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        ("Program", "Plan", "Scheme", "Protocol"),
        re.compile(
            rf"(?<!\w){_KEEPS_TO} the (?P<law>{_CAPITALS} (?:Program(?:me)?|Plan|Scheme|Protocol))"
            r"(?!\w)"
            rf"|(?<!\w)(?P<public>(?:National|Federal|State|European) {_CAPITALS}"
            r" (?:Program(?:me)?|Plan|Scheme)) (?:applies|requires|asks for|demands|says|wants)"
        ),
    ),
    (
        ("standards", "rules", "code of practice"),
        re.compile(
            rf"(?<!\w){_KEEPS_TO} the (?P<law>{_SEVERAL} (?:standards|rules)"
            r"|(?:[A-Z]{3,8}|[A-Z]\w+(?: [A-Z]\w+){0,4}) code of practice)(?!\w)"
        ),
    ),
    (
        ("ratios", "rules", "requirements", "standards", "duties"),
        re.compile(
            r"(?<!\w)(?:ratios|rules|requirements|standards|duties) (?:of|under) the"
            r" (?P<law>(?!USA|WHO|UNO)[A-Z]{3,6})(?![\w-])"
        ),
    ),
    (
        (" Chapter ", " Part ", " Section ", " § "),
        re.compile(r"(?<!\w)(?P<law>[0-9]{1,3} [A-Z]{2,5} (?:Chapter|Part|Section|§) ?[0-9]{1,5})"),
    ),
    (
        ("under ",),
        re.compile(
            r"(?<!\w)under (?P<law>(?:Title|Chapter|Article|Section|Schedule) [0-9]{1,4}[A-Z]?)"
        ),
    ),
    (
        ("onsent", "ermission", "pproval", "eave"),
        re.compile(
            r"(?<!\w)(?P<law>(?:[Cc]onsent|[Pp]ermission|[Aa]pproval|[Ll]eave) (?:of|from) "
            rf"(?:the )?{_BODY})(?!\w)"
        ),
    ),
    (
        (" ordinance", " bylaw", " byelaw", " code"),
        re.compile(
            r"(?<!\w)(?P<law>(?:[Cc]ity|[Cc]ounty|[Tt]own|[Vv]illage|[Ll]ocal|[Mm]unicipal|[Bb]orough)"
            r" (?:ordinances?|bye?-?laws?|code)) (?:says?|requires?|asks?|wants?|demands?|forbids?"
            r"|allows?|appl(?:y|ies))(?!\w)"
        ),
    ),
    (
        ("registration", "certification", "approval", "clearance", "vetting"),
        re.compile(
            r"(?<!\w)(?P<law>(?!The|This|That|Our|My|His|Her|Their|Your|No|Each|Every|Any|Such"
            r"|Online|User|Customer|Member|And|But|After|Before|With|Without|Until)[A-Z][a-z]{3,20}"
            r" (?:registration|certification|approval|clearance|vetting))"
            r" (?:(?:is|are|was|has been) (?:over|done|through|pending|granted|applied for|underway"
            r"|complete|needed|required|compulsory|mandatory|in hand)"
            r"|for (?:the|all|both|each))(?!\w)"
        ),
    ),
    (
        ("certificate of ", "certificates of "),
        re.compile(
            r"(?<!\w)(?:[Nn]eeds?|[Rr]equires?|[Mm]ust have|[Ww]ithout|[Ww]ants?|and)"
            r" (?:a |the )?(?:[a-z]{3,12} )?"
            r"(?P<law>certificates? of (?:[a-z]{5,15} )?(?:inspection|competence|conformity|health"
            r"|compliance|origin|occupancy|incorporation|registration|fitness|analysis))(?!\w)"
        ),
    ),
    (
        (" papers", " paperwork", " certificate", " licen"),
        re.compile(
            rf"(?<!\w)(?:[Tt]he )?(?P<who>{_BODY}) (?:wants|requires|asks for|demands|needs)"
            r" (?:papers|paperwork|an? (?:[a-z]{3,15} )?(?:certificate|licen[cs]e))(?!\w)"
        ),
    ),
)
_OFFICE = (
    r"[A-ZÄÖÜ][\wäöüß-]{2,40}(?:behörde|amt|kammer|dienst|aufsicht|verwaltung|gemeinde|stelle"
    r"|inspektorat|inspektion)"
)
_GERMAN: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        (" anmelden", " anzumelden", " angemeldet"),
        re.compile(
            r"(?<!\w)(?P<trade>Gewerbe(?![\wäöüß])(?:(?! nicht\b)[^.;:!?]){0,40} "
            r"(?:anmelden|anzumelden|angemeldet))(?!\w)"
        ),
    ),
    (
        (" melden", " gemeldet"),
        re.compile(
            rf"(?<!\w)(?P<at>dem|der) (?:[a-zäöüß]{{4,20}} )?(?P<told>{_OFFICE})"
            r"(?: (?:zu|vorher|erst|noch|vorab))* (?:melden|gemeldet)(?!\w)"
        ),
    ),
    (
        (" registrieren", " eintragen", " zertifizieren"),
        re.compile(
            rf"(?<!\w)(?P<the>[Dd]as|[Dd]ie) (?P<office>{_OFFICE}) (?:muss|müssen|hat)"
            r"(?: (?:uns|mich|es|ihn|sie|erst|noch|vorher|zu)| (?:den|die|das) [A-ZÄÖÜ][\wäöüß-]+)*"
            r" (?P<verb>registrieren|eintragen|zertifizieren)(?!\w)"
        ),
    ),
    (
        (" der V",),
        re.compile(r"(?<!\w)(?:[Nn]ach|[Gg]emäß|[Ll]aut) der (?P<law>V[A-Z]{2,4})(?![\w-])"),
    ),
    (
        ("NORM ", "DIN ", "SN ", "EN "),
        re.compile(
            r"(?<!\w)(?P<law>(?:ÖNORM|DIN|SN|EN)(?: EN)? [A-Z]{1,3} [0-9]{2,6}"
            r"(?:-[0-9]{1,3}){0,3}(?::[0-9]{4})?)(?![\w-])"
        ),
    ),
)
_FRENCH: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (
        ("mmatriculation au", "nscription au"),
        re.compile(
            r"(?<!\w)(?P<law>(?:[Ii]mmatriculation|[Ii]nscription) au (?:registre|répertoire)"
            r"(?: (?:national|des|du|de la|de l['’])(?: ?[a-zéè]{4,15})?){1,3})(?!\w)"
        ),
    ),
    (
        ("Code ",),
        re.compile(
            r"(?<!\w)(?P<law>Code (?:de la |de l['’]|des |du )[a-zéèêç]{4,20}"
            r"(?: (?:locale|publique|civile|rural|privée|sociale))?"
            r"(?: et (?:de la |de l['’]|des |du )[a-zéèêç]{4,20})?)(?!\w)"
        ),
    ),
)
_DUTCH = (
    (
        ("toestemming geven", "toestemming verlenen"),
        re.compile(
            r"(?<!\w)(?P<gives>[A-Z][a-z]{5,25}|[Dd]e (?:gemeente|provincie|stad)"
            r"|[Hh]et waterschap)"
            r" moet (?:ons |eerst |nog )*toestemming (?:geven|verlenen)(?!\w)"
        ),
    ),
)
_SPANISH = (
    (
        ("concepto ", "visto bueno "),
        re.compile(
            r"(?<!\w)(?P<law>concepto (?:sanitario|técnico|ambiental|uso de suelos?)"
            r"|visto bueno de(?:l| la) [a-záéíóú]{5,20})(?!\w)"
        ),
    ),
)
_GERMAN_NOUNS = {
    "registrieren": "Registrierung",
    "eintragen": "Eintragung",
    "zertifizieren": "Zertifizierung",
}


def _given_in_dutch(found: re.Match[str]) -> str:
    who = found["gives"]
    if who.startswith(("De ", "Het ")):
        who = who[0].lower() + who[1:]
    return f"toestemming van {who}"


def _told_to(found: re.Match[str]) -> str:
    return f"Meldung {'beim' if found['at'] == 'dem' else 'bei der'} {found['told']}"


def _done_by(found: re.Match[str]) -> str:
    noun = _GERMAN_NOUNS[found["verb"]]
    return f"{noun} durch {found['the'].lower()} {found['office']}"


_NAMED: Mapping[str, Callable[[re.Match[str]], str]] = {
    "law": lambda found: found["law"],
    "public": lambda found: found["public"],
    "who": lambda found: f"papers for the {found['who']}",
    "trade": lambda _: "Gewerbeanmeldung",
    "told": _told_to,
    "office": _done_by,
    "gives": _given_in_dutch,
}
"""The name of what is found, by the group of a pattern that tells it."""
_PATTERNS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "nl": _DUTCH, "es": _SPANISH}


def rules_in(text: str, language: str) -> Iterator[Rule]:
    """Yield where such rules are named in a text, with their names."""
    for marks, pattern in _PATTERNS[language]:
        if not any(mark in text for mark in marks):
            continue
        for found in pattern.finditer(text):
            group = next(name for name in _NAMED if found.groupdict().get(name))
            yield *found.span(group), _NAMED[group](found)
