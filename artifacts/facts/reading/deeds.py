"""Whether a clause tells of something that was done: "I have fixed 22 chairs", "Two walks are cut".

A deed needs no word of its own in a table: it is told by its form, and what only prepares a product
or asks people about it is known by its verbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.tokens import Token

_IRREGULAR = word_set(
    "made built cut ran run drove driven sewn sewed wrote written taken took gave given put got"
    " grew grown sold lent held shot sent set swum flown flew sung sang done did carried brought"
    " kept dug drew drawn wound ground bound hung laid lent fed bred woven wove spun told taught"
    " shown showed shorn sawn sown hidden hid ridden rode hit split burnt mown dried tied tried"
    " lit read rebuilt caught"
)
_I = word_set("i we i've we've")
_HAVE = word_set("have had has been just already only all both then once even now also ever")
_BE = word_set("is are was were been be has have had")
_NO_VERB = word_set(
    "need indeed seed feed bed red shed speed weed breed hundred kindred naked wicked sacred"
    " exceed proceed instead bored tired interested united talented wooded retired so-called"
)
_PREPARES = word_set(
    "counted calculated worked drawn drew sketched planned read looked found thought learned"
    " learnt studied saved ordered registered applied signed bought researched compared filled"
    " started decided joined quit moved hired got had lived waited noticed imagined wanted"
    " needed loved liked heard seen met known used tried supposed called named based allowed given"
    " told taught asked rang visited invited talked sat gezählt gerechnet ausgerechnet berechnet"
    " gezeichnet skizziert geplant gelesen gefunden gedacht überlegt gelernt studiert gespart"
    " bestellt beantragt angemeldet unterschrieben gekauft verglichen gewartet gehört gesehen"
    " erlebt gewohnt gekannt geredet gesprochen gefragt gesessen besucht getroffen angerufen"
    " geschrieben gesetzt geeinigt gesagt gemacht gegeben gelassen gehabt geblieben geworden"
    " gewesen vorgestellt gezeigt"
)
_FRENCH_NUMBERS = word_set(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante cent"
)
_FRENCH_AUXILIARY = word_set("ai avons sommes suis j'ai")
_FRENCH_PARTICIPLE = re.compile(r"[a-zàâçéèêëîïôûùœ]{3,}[éu]e?s?")
_FRENCH_PREPARES = re.compile(
    r"(?:parl|discut|demand|rencontr|appel|visit|compt|calcul|dessin|trouv|achet|command|réserv"
    r"|sign|cherch|étudi|montr|présent|imagin|pens|not|interrog|contact|écout|invit|intéress"
    r"|propos|accept|envoy|laiss|inscri|quitt|souri|réalis|déç|décid|commenc|ann|journ|matin|soir|id|marin|mus|lyc|n)ée?s?"
    r"|(?:v|l|répond|attend|entend|re[cç]|voul|pl|ten|conn|ven|reven|conven|rend|vend|perd|men"
    r"|conten|inconn|d|aperç|dév)ue?s?"
)
"""Participles that only prepare or ask, and nouns of the same form."""
_GERMAN_AUXILIARY = word_set("habe hab haben hatten hatte sind ist wurde wurden bin")
_GERMAN_PARTICIPLE = re.compile(
    r"(?:[a-zäöü]{2,6})?ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert"
    r"|(?:ver|be|er|ent|zer|über|unter)[a-zäöüß]{3,}(?:t|en)"
)


def tells_deed(tokens: Sequence[Token], language: str) -> bool:
    """Whether a clause tells that something was done or made, not only prepared or asked."""
    if language == "de":
        return _german(tokens)
    if language == "fr":
        return _french(tokens)
    return language == "en" and (_english(tokens) or _it_works(tokens))


def _is_past(token: Token) -> bool:
    word = token.lower
    if token.kind != "word" or word in _NO_VERB or word in _PREPARES:
        return False
    return word in _IRREGULAR or (len(word) > 4 and word.endswith("ed") and token.text.islower())


def _english(tokens: Sequence[Token]) -> bool:
    if tokens and (_is_past(tokens[0]) or _opens_with_past(tokens) or _counted_past(tokens)):
        return True
    for index, token in enumerate(tokens):
        if token.lower in _I and _verb_behind(tokens, index, _HAVE):
            return True
        counted = token.lower in ("them", "these", "those") and tokens[index - 1].lower == "of"
        if (token.lower in _BE or counted) and _verb_behind(tokens, index, _BE | _HAVE):
            return True
    return False


_IT_ONLY = word_set(
    "is was has does costs takes needs seems looks sounds depends makes helps means starts begins"
    " comes goes says matters saves gets wants this its as us yes"
)


def _it_works(tokens: Sequence[Token]) -> bool:
    """Whether it is said what the thing does: "it rattles"."""
    return any(
        token.lower == "it" and behind.lower.endswith("s") and behind.lower not in _IT_ONLY
        for token, behind in pairwise(tokens)
    )


_NO_WORK = word_set(
    "is was has does costs takes needs seems looks depends helps means starts begins comes goes"
    " says matters gets wants asks offers agrees ist hat fehlt kommt braucht kostet gibt wird soll"
    " muss sagt will geht macht hilft bleibt findet fragt meint bietet wartet nickt prüft"
)
_GERMAN_TRIAL = re.compile(
    r"(?:test|probe|muster|versuchs|roh|demo)-?[a-zäöüß]{3,}"
    r"(?<!gruppe)(?<!lauf)(?<!monat)(?<!zeit)(?<!betrieb)(?<!phase)(?<!woche)(?<!familie)"
    r"(?<!person)(?<!personen)(?<!kunde)(?<!kunden)(?<!familien)(?<!leser)(?<!fahrt)"
)


def thing_works(tokens: Sequence[Token], language: str) -> bool:
    """Whether a clause says what a thing does, or names one that was made for a trial: "the brake
    squeals", "eine Testseite".

    The caller has ruled out people, whose clauses have the same form.
    """
    if language == "de" and any(_GERMAN_TRIAL.fullmatch(token.lower) for token in tokens):
        return True
    if language == "de" and _german_it_works(tokens):
        return True
    return len(tokens) > 2 and tokens[0].lower in _SUBJECTS and _works(tokens, language)


def _german_it_works(tokens: Sequence[Token]) -> bool:
    """Whether the clause only says what the thing does: "es piept", "er quietscht"."""
    if not 1 < len(tokens) < _SHORT or tokens[0].lower not in ("es", "er"):
        return False
    verb = tokens[1].lower
    return re.fullmatch(r"[a-zäöüß]{3,}t", verb) is not None and verb not in _NO_WORK


_SHORT = 5
"""Longer clauses with "es" mostly tell of people: "es fehlt noch ein Raum"."""


def _works(tokens: Sequence[Token], language: str) -> bool:
    """Whether the second of the tokens is a thing and the third what it does."""
    noun, verb = tokens[1], tokens[2]
    if verb.lower in _NO_WORK or noun.kind != "word" or not verb.text.islower():
        return False
    if language == "de":
        return noun.text[0].isupper() and re.fullmatch(r"[a-zäöüß]{3,}t", verb.lower) is not None
    return language == "en" and noun.text.islower() and verb.lower.endswith("s")


_SUBJECTS = word_set("the one another the first der die das ein eine")


def _opens_with_past(tokens: Sequence[Token]) -> bool:
    """Whether the clause leaves out who did it: "Sawed 1,900 feet"."""
    word = tokens[0].lower
    regular = len(word) > 4 and word.endswith("ed") and word not in _NO_VERB
    return word not in _PREPARES and (word in _IRREGULAR or regular) and len(tokens) > 2


def _counted_past(tokens: Sequence[Token]) -> bool:
    """Whether it opens with so much that was made: "130 kg dried in a grain dryer"."""
    return tokens[0].kind == "number" and any(_is_past(token) for token in tokens[1:4])


def _verb_behind(tokens: Sequence[Token], index: int, between: frozenset[str]) -> bool:
    at = index + 1
    while at < min(index + 4, len(tokens)) and tokens[at].lower in between:
        at += 1
    return at < len(tokens) and _is_past(tokens[at])


def _french(tokens: Sequence[Token]) -> bool:
    """Whether a participle follows a counted thing or an auxiliary: "neuf pots tournés"."""
    opens = bool(tokens) and (tokens[0].kind == "number" or tokens[0].lower in _FRENCH_NUMBERS)
    if not opens and not any(token.lower in _FRENCH_AUXILIARY for token in tokens):
        return False
    return any(
        token.text.islower()
        and _FRENCH_PARTICIPLE.fullmatch(token.lower) is not None
        and not _FRENCH_PREPARES.fullmatch(token.lower)
        for token in tokens[1:]
    )


def _german(tokens: Sequence[Token]) -> bool:
    if not any(token.lower in _GERMAN_AUXILIARY for token in tokens):
        return False
    return any(
        token.text.islower()
        and token.lower not in _PREPARES
        and _GERMAN_PARTICIPLE.fullmatch(token.lower) is not None
        for token in tokens
    )
