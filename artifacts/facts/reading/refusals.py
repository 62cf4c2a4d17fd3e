"""What somebody says of themselves that they do not do."""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.reading.context import Told, says
from artifacts.facts.reading.cues import Cues

_WE_REFUSE = re.compile(
    r"\b(?:we|i) (?:do not|don['’]t|won['’]t|will not|never)"
    r" (?:sell|offer|make|take|do|build|store|find|drive|deliver|lend|rent|ship|carry|handle|touch"
    r"|treat|repair|fix|cook|serve|teach|run|keep|print|collect|train|clean|install)\b"
    r"|\b(?:we|i) (?:sell|offer|make|take|build|store|deliver|lend|rent|ship|carry|repair|fix|serve"
    r"|teach|keep) no\b|\bkeep our hands off\b"
    r"|\b(?<!darauf )(?<!damit )(?:verkauf|mach|biet|führ|nehm|bau|liefer|reparier|fahr|koch|back"
    r"|druck|berat|vermiet|verleih|bestell|lager|behandel|transportier|versend|entsorg)\w*"
    r" (?:wir|ich) (?:[\wäöüß]+ )?(?:nicht|kein\w*)\b"
    r"|\b(?:wir|ich) (?:selber |selbst )?(?:verkauf|mach|biet|führ|nehm|bau|liefer|reparier|fahr"
    r"|koch|back|druck|berat|vermiet|verleih|lager|behandel|transportier|entsorg)\w*"
    r" (?:[\wäöüß]+ )?(?:nicht|kein\w*)\b"
    r"|\bgibt es (?:bei uns )?(?:auch )?(?:nicht|kein\w*)\b"
    r"|\b(?:on|nous) ne (?:vend|fait|prend|livre|répare|loue|garde)\w* (?:pas|rien)\b"
    r"|\b(?:wij|we) (?:verkopen|doen|maken|leveren|nemen|verhuren|herstellen) (?:\w+ )?"
    r"(?:geen|niet)\b"
    r"|\bno (?:vendemos|hacemos|llevamos|arreglamos|arrendamos|entregamos|compramos)\b",
    re.IGNORECASE,
)
"""How somebody says of themselves what they do not do: "neue Räder verkaufen wir nicht"."""
FOR_NOW = Cues(
    "before; until; unless; without; more than; sooner; bevor; bis; ehe; solange; ohne; mehr als;"
    " avant; tant que; sans; voordat; totdat; zonder; antes; hasta; sin"
)
"""What holds only until something happens, or in some cases, is a condition and left out of
nothing.
"""
_LEADS = re.compile(
    r"[,;]\s+(?:and|und|et|en|y)\s+(?=(?:we|wir|i|ich|nous|on|wij)\b)", re.IGNORECASE
)
_PRONOUN = 5
"""Characters behind the start of a refusal that hold its pronoun."""


def refusal(told: Told, first: int, last: int) -> int | None:
    """Return where somebody begins to say in a sentence of the limits what they do not do: at its
    start, or behind an "and" that leads to it; None where they do not.
    """
    if told.key != "constraint" or told.source.word(first) == "vor":
        # "Vor Mai bauen wir nicht" holds until then
        return None
    text = told.source.text
    start, end = told.source.tokens[first].start, told.source.tokens[last - 1].end
    found = _WE_REFUSE.search(text, start, end)
    if not found:
        return None
    led = [joint.end() for joint in _LEADS.finditer(text, start, found.start() + _PRONOUN)]
    return led[-1] if led else start


_NOT_THERE = re.compile(
    r" (?:not|nor|except|nicht|ohne|außer|pas|sauf|niet|behalve|no|salvo|excepto)"
    r"(?: (?:to|in|into|for|nach|aus|für|en|à|naar|a))?(?: (?:the|die|der|den|das|la|le|el))? $"
    r"| (?:we|i) (?:do not|don't|won't|will not|never|cannot|can't)"
    r" (?:go|come|drive|travel|serve|cover|deliver|work|sell|ship|fetch|collect|operate)"
    r" (?:(?!outside|out|beyond|past|further|farther|except|but|only|anywhere)[^ .,;:]+ ){0,3}$"
)
"""In front of a place: it is one of those that are left out."""
_LEFT_OUT_BEHIND = re.compile(
    r" (?:wir|ich) (?:[^ .,;]+ ){0,3}nichts?(?: (?:an|hin|mehr|auch))? [.;,:!]? ?$"
    r"| (?:is|are|stays?|bleibt|bleiben) (?:left )?(?:out|draußen|außen vor) | can wait "
    r"| lassen wir (?:weg|aus) | (?:is|are) not (?:yet )?(?:served|covered|included|on the list) "
    r"| (?:is|are|ist|sind|wäre|would be) (?:uns |mir |for us )?(?:far )?(?:too|zu)"
    r" (?:far|weit)(?: (?:away|weg))? "
    r"| we (?:(?:do|offer) nothing|(?:do not|don't)(?: serve| cover| do)?) [.;,:!]? ?$"
    r"| gibt es uns nicht | wird (?:noch |erst )?nichts? "
    r"| (?:not now|not yet|noch nicht|jetzt nicht|später|later)"
    r"(?: (?:on|maybe|perhaps|vielleicht|einmal|mal|if [^.;,]*))? [.;,:!]? ?$"
)
"""The same behind it, in its clause: "In die Steiermark fahren wir nicht"."""
_TO_OTHERS = re.compile(r" (?:we|i) leave (?:the )?$")
"""In front of a place that others may have: "We leave Wales to others"."""
_NOTHING_THERE = re.compile(
    r" (?:no|keine?) (?:[^ .;:,]+ ){1,2}(?:to|in|into|nach|in die|in den) $"
    r"| (?:nothing|never|nichts|nie|niemals) (?:to|in|nach)(?: (?:the|der|dem))? $"
)
"""The same in front: "No deliveries to Wales"."""


_OUT_OF_IT = frozenset(("hinaus", "heraus", "weg", "raus"))


def is_left_out(told: Told, match: PlaceMatch, before: str) -> bool:
    """Whether a place is named as one where it is not offered; `before` are the words in front of
    the list it stands in.
    """
    if _NOT_THERE.search(before):
        # "Wir fahren nicht aus Wien hinaus" is about the only place there is.
        return told.source.word(match.last) not in _OUT_OF_IT
    if _NOTHING_THERE.search(before):
        return True
    behind = told.part(match).rpartition(f" {told.source.word(match.last - 1)} ")[2]
    if _TO_OTHERS.search(before) and behind.startswith("to "):
        return True
    return _LEFT_OUT_BEHIND.search(f" {behind}") is not None


def is_where_another_is_from(told: Told, match: PlaceMatch) -> bool:
    """Return whether somebody else comes from a place: "nobody waits for the man from Hereford"."""
    before = told.before(match, 8)
    if not _FROM.end(before):
        return False
    return _THE_ONE_FROM.search(before) is not None or says(told.part(match), _NOBODY)


_FROM = Cues("from; aus; de; du; van; uit; aus dem; aus der; from the")
_NOBODY = Cues("nobody; no one; niemand; keiner; keinen; personne; nadie; none")
_THE_ONE_FROM = re.compile(
    r" the (?:only )?(?:man|woman|bloke|chap|guy|lady|firm|company|dealer|trader|supplier|expert"
    r"|specialist|competitor|rival|farrier|vet|plumber|grinder|sweep|driver|van|lorry|truck|one)"
    r" from (?:the )?$"
    r"| (?:der|den|dem) (?:mann|händler|anbieter|betrieb|meister|dienst|spediteur|konkurrent"
    r"|lieferant|lieferanten|konkurrenten|wagen|tierarzt|hufschmied) aus (?:dem |der )?$"
)
