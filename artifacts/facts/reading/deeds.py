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
from artifacts.facts.reading.deed_words import (
    IRREGULAR,
    NO_DEED,
    NO_GERMAN_DEED,
    NO_VERB,
    NOT_DOING,
    ONLY_PREPARED,
    PREPARES,
)
from artifacts.facts.reading.stage_speech import speaks

_I = word_set("i we i've we've")
_HAVE = word_set("have had has been just already only all both then once even now also ever")
_BE = word_set("is are was were been be has have had")
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
    r"(?:[a-zäöü]{2,10})?ge[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert"
    r"|(?:ver|be|er|ent|zer|über|unter)[a-zäöüß]{3,}(?:t|en)"
)


_GERMAN_PREPARES = re.compile(
    r".*ge(?:klingelt|klopft|rechnet|schaut|sehen|schrieben|sprochen|redet|fragt|hört|lesen|dacht|sucht|funden"
    r"|kauft|rufen|meldet|guckt|lernt|zeichnet|plant|wartet|sagt|setzt|mietet|bucht|fangen|gangen"
    r"|kommen|geben|lassen|wesen|worden|blieben|habt|wollt|troffen|sessen|boten|laden|nommen)"
)
"""With any prefix, what only prepares or asks, and verbs that mean many things."""


def tells_deed(tokens: Sequence[Token], language: str) -> bool:
    """Whether a clause tells that something was done or made, not only prepared or asked."""
    if language == "de":
        return _german(tokens)
    if language == "fr":
        return _french(tokens)
    if language == "nl":
        return _dutch(tokens)
    if language == "es":
        return _spanish(tokens)
    return language == "en" and (_english(tokens) or _it_works(tokens))


def _is_past(token: Token) -> bool:
    word = token.lower
    if token.kind != "word" or word in NO_VERB or word in PREPARES:
        return False
    return word in IRREGULAR or (len(word) > 4 and word.endswith("ed") and token.text.islower())


def _english(tokens: Sequence[Token]) -> bool:
    if tokens and (_is_past(tokens[0]) or _opens_with_past(tokens) or _counted_past(tokens)):
        return True
    if _GOT_GOING.search(" ".join(token.lower for token in tokens)):
        return True
    return any(_english_done(tokens, index) for index in range(len(tokens)))


def _english_done(tokens: Sequence[Token], index: int) -> bool:
    """Whether a deed is told behind token `index`: who did it, or a form of "be"."""
    word = tokens[index].lower
    if word in _I and _verb_behind(tokens, index, _HAVE):
        return True
    if word in _DOERS and _does(tokens, index + 1):
        return True
    counted = word in ("them", "these", "those") and tokens[index - 1].lower == "of"
    return (word in _BE or counted) and _verb_behind(tokens, index, _BE | _HAVE)


_DOERS = word_set("i we you")


def _does(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb of doing stands at `index`, behind who does it: "we iced"."""
    while index < len(tokens) and _is_adverb(tokens[index].lower):
        index += 1
    if index >= len(tokens):
        return False
    token = tokens[index]
    plain = token.kind == "word" and token.text.islower() and "'" not in token.text
    return plain and len(token.text) > 2 and token.lower not in NO_DEED | PREPARES | _MODIFIERS


def _is_adverb(word: str) -> bool:
    return word in _HAVE - _BE or (word.endswith("ly") and len(word) > 4)


_MODIFIERS = word_set("not never still always myself ourselves two three four five no my our the")
_GOT_GOING = re.compile(r"\bgot (?:\w+ ){1,4}(?:going|running|working|to run|to work)\b")
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
    " muss sagt will geht macht hilft bleibt findet fragt meint bietet wartet nickt prüft wiegt"
    " weighs"
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
    return re.fullmatch(r"[a-zäöüß]{3,}te?", verb) is not None and not _is_no_work(tokens[1:2])


def _is_no_work(verb: Sequence[Token]) -> bool:
    """Whether a verb says nothing of a thing that works: people say or want, a thing is missing."""
    return verb[0].lower in _NO_WORK | _HELPING or speaks(verb, "de")


_SHORT = 7
"""Longer clauses with "es" mostly tell of people: "es fehlt noch ein Raum"."""


def _works(tokens: Sequence[Token], language: str) -> bool:
    """Whether a thing is told of, and what it does: "der dritte Versuch hält"."""
    if language == "de":
        return _german_thing_works(tokens)
    noun, verb = tokens[1], tokens[2]
    if verb.lower in _NO_WORK or noun.kind != "word" or not verb.text.islower():
        return False
    return language == "en" and noun.text.islower() and verb.lower.endswith("s")


def _german_thing_works(tokens: Sequence[Token]) -> bool:
    for noun, verb in pairwise(tokens[1:6]):
        if noun.lower in _LEADS_ELSEWHERE:
            return False
        if noun.kind != "word" or not (noun.text[0].isupper() or noun.lower in _ORDINALS):
            continue
        if noun.lower in _ORDINALS and not verb.text.islower():
            continue
        if noun.lower in ONLY_PREPARED or not verb.text.islower() or _is_no_work((verb,)):
            return False
        return _GERMAN_WORKS.fullmatch(verb.lower) is not None
    return False


_ORDINALS = word_set(
    "erste ersten zweite zweiten dritte dritten vierte letzte letzten andere anderen"
)


_LEADS_ELSEWHERE = word_set(
    "im in am an auf bei vom von zum zur mit aus für nach seit vor hinter neben ich wir sie er es"
)
"""Behind "die" they tell of a relative clause: "die im Laden aushängt"."""
_HELPING = _GERMAN_AUXILIARY | word_set(
    "haben werden würden wollen sollen müssen können dürfen möchten waren wären hätten kommen gehen"
    " fehlen kosten gehören einen keinen unseren meinen beiden neben zwischen gegen ihren"
)
_GERMAN_WORKS = re.compile(r"[a-zäöüß]{3,}(?:t|en)")


_SUBJECTS = word_set("the one another the first der die das ein eine")


def _opens_with_past(tokens: Sequence[Token]) -> bool:
    """Whether the clause leaves out who did it: "Sawed 1,900 feet"."""
    word = tokens[0].lower
    regular = len(word) > 4 and word.endswith("ed") and word not in NO_VERB
    return word not in PREPARES and (word in IRREGULAR or regular) and len(tokens) > 2


def _counted_past(tokens: Sequence[Token]) -> bool:
    """Whether it opens with so much that was made: "130 kg dried in a grain dryer"."""
    counted = tokens[0].kind == "number" or tokens[0].lower in _ENGLISH_NUMBERS
    return counted and any(_is_past(token) for token in tokens[1:5])


_ENGLISH_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty hundred"
)


def _verb_behind(tokens: Sequence[Token], index: int, between: frozenset[str]) -> bool:
    at = index + 1
    while at < min(index + 4, len(tokens)) and tokens[at].lower in between:
        at += 1
    return at < len(tokens) and _is_past(tokens[at])


def _french(tokens: Sequence[Token]) -> bool:
    """Whether a participle follows a counted thing or an auxiliary: "neuf pots tournés"."""
    if len(tokens) > 2 and (tokens[0].lower, tokens[1].lower) == ("on", "a"):
        return _french_participle(tokens[2:])
    opens = bool(tokens) and (tokens[0].kind == "number" or tokens[0].lower in _FRENCH_NUMBERS)
    if not opens and not any(token.lower in _FRENCH_AUXILIARY for token in tokens):
        return False
    return _french_participle(tokens[1:])


def _french_participle(tokens: Sequence[Token]) -> bool:
    return any(
        token.text.islower()
        and _FRENCH_PARTICIPLE.fullmatch(token.lower) is not None
        and not _FRENCH_PREPARES.fullmatch(token.lower)
        for token in tokens
    )


def _german(tokens: Sequence[Token]) -> bool:
    return _german_done(tokens) or _german_do(tokens)


_FIRST_SINGULAR = re.compile(r"[a-zäöüß]{3,}e")
_FIRST_PLURAL = re.compile(r"[a-zäöüß]{3,}(?:e|[rl])n")


def _german_do(tokens: Sequence[Token]) -> bool:
    """Whether the founders do something, in the present or the past of one word: "backe ich",
    "wir fuhren".
    """
    for index, token in enumerate(tokens):
        form = {"ich": _FIRST_SINGULAR, "wir": _FIRST_PLURAL}.get(token.lower)
        if form is None:
            continue
        beside = (*tokens[max(index - 1, 0) : index], *tokens[index + 1 : index + 2])
        if any(form.fullmatch(each.lower) and _is_german_deed(each) for each in beside):
            return True
    return False


def _is_german_deed(verb: Token) -> bool:
    known = verb.lower in NOT_DOING or NO_GERMAN_DEED.fullmatch(verb.lower)
    return verb.text.islower() and not known


def _german_done(tokens: Sequence[Token]) -> bool:
    """Whether a participle follows a counted thing or an auxiliary: "vier Bretter verleimt"."""
    if not _opens_with_count(tokens) and not any(
        token.lower in _GERMAN_AUXILIARY for token in tokens
    ):
        return False
    return any(
        token.text.islower()
        and token.lower not in PREPARES
        and _GERMAN_PREPARES.fullmatch(token.lower) is None
        and _GERMAN_PARTICIPLE.fullmatch(token.lower) is not None
        for token in tokens
    )


_COUNTED_FROM = word_set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf etwa rund")


def _opens_with_count(tokens: Sequence[Token]) -> bool:
    """Whether a clause opens with so much or so many: "Ungefähr 60 kg getrocknet"."""
    return any(token.kind == "number" or token.lower in _COUNTED_FROM for token in tokens[:2])


_DUTCH_AUXILIARY = word_set("heb hebben heeft had hadden is zijn werd werden")
_DUTCH_PARTICIPLE = re.compile(
    r"(?:af|aan|op|uit|in|door|mee|om|over)?ge[a-z]{3,}(?:d|t|en|aan)|(?:ver|be|her)[a-z]{3,}(?:d|t)"
)
_DUTCH_PREPARES = re.compile(
    r".*(?:sproken|vraagd|praat|beld|zegd|hoord|zien|leerd|rekend|tekend|kocht|huurd|steld|dacht"
    r"|vonden|lezen|zocht|weest|worden|meld|luisterd|toond|schreven|reserveerd|telefoneerd)"
)


def _dutch(tokens: Sequence[Token]) -> bool:
    """Whether a participle follows a counted thing or an auxiliary: "120 kg gedroogd"."""
    counted = any(token.kind == "number" for token in tokens[:2])
    if not counted and not any(token.lower in _DUTCH_AUXILIARY for token in tokens):
        return False
    return any(
        token.text.islower()
        and _DUTCH_PARTICIPLE.fullmatch(token.lower) is not None
        and not _DUTCH_PREPARES.fullmatch(token.lower)
        for token in tokens
    )


_SPANISH_DEED = re.compile(r"[a-zñáéíóú]{3,}(?:amos|imos)")
_SPANISH_PREPARES = re.compile(
    r"(?:habl|pregunt|visit|llam|calcul|dibuj|busc|encontr|compr|reserv|alquil|pens|estudi|pag"
    r"|necesit|est|somos|ten|ped|quer|pod|sab|le|vimos|vemos|conoc|recib|escuch|cont|empez|v|ib"
    r"|llev|anot)(?:amos|imos)"
)


def _spanish(tokens: Sequence[Token]) -> bool:
    """Whether the founders did something: "tejimos doce"."""
    return any(
        _SPANISH_DEED.fullmatch(token.lower) is not None
        and not _SPANISH_PREPARES.fullmatch(token.lower)
        for token in tokens
    )
