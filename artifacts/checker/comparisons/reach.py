"""How people reach something, and whether it needs a connection, as the founder says."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Sentence
from artifacts.checker.comparisons.others import denies_what_came_before
from artifacts.checker.comparisons.tethered import NO_LINK, is_tethered
from artifacts.checker.comparisons.ways import MAKERS, is_installed, makers_ruled_out
from artifacts.checker.cues.others import LEFT_TO_OTHERS, OWNS
from artifacts.checker.knowledge import Knowledge
from artifacts.facts.grammar.matches import PlatformMatch
from artifacts.facts.grammar.sets import word_set

_LINK = (
    r"(?:signal|connection|network|reception|coverage|internet|wifi|wi-fi|online|connected"
    r"|netz|mobilfunknetz|empfang|wlan|verbunden|[^ ]*verbindung|réseau|connexion|connectée?"
    r"|netwerk|verbinding|internetverbinding|bereik|conexión|cobertura|señal)"
)
"""Words for a connection."""
_WORDS_BETWEEN = r" (?:[^ .;:]+ ){0,6}"
_ONLY_ONLINE = re.compile(
    r" (?:only|erst|nur|ausschließlich|exclusively|seulement|uniquement|alleen|enkel|sólo|solo"
    rf"|únicamente){_WORDS_BETWEEN}"
    r"(?:where|when|if|with|while|once|wenn|wo|bei|mit|sobald|as long as|solange|où|quand|avec"
    rf"|tant que|waar|als|met|zolang|cuando|con|donde|mientras){_WORDS_BETWEEN}{_LINK} "
    r"| (?:fehlt|ohne) (?:das |ein )?(?:netz|empfang|signal|internet)"
    r" (?:[^.;:]+ )?(?:leer|nichts|nicht|keine?|gesperrt) "
)
"""What works only with a connection."""
_REQUIRED_LINK = re.compile(
    rf" {_LINK} (?:[^ .;:]+ ){{0,3}}(?:(?:is|are|ist|sind|est|es) )?(?:[^ .;:]+ ){{0,2}}"
    r"(?:required|needed|necessary|mandatory|essential|a prerequisite|a precondition"
    r"|voraussetzung|erforderlich|nötig|notwendig|zwingend|nécessaire|indispensable|obligatoire"
    r"|nodig|vereist|noodzakelijk|necesaria|imprescindible|obligatoria) "
    r"| (?:requires?|presupposes?|demands?|benötigt|benötigen|erfordert|erfordern|verlangt"
    r"|nécessite|nécessitent|exige|exigent|vereist|vergt|requiere|necesita)"
    rf" (?:[^ .;:]+ ){{0,3}}{_LINK} "
    rf"| needs? (?:(?:a|live|constant|permanent|steady|mobile) )+{_LINK} "
    rf"| setzt {_WORDS_BETWEEN[1:]}{_LINK} voraus "
    r"| (?:locked|blocked|closed|disabled|unavailable|frozen|gesperrt|blockiert|inaktiv|bloquée?"
    r"|inaccessible|geblokkeerd|vergrendeld|bloquead[oa]|inaccesible)"
    r" (?:[^ .;:]+ ){0,3}(?:until|till|bis|jusqu|tot|hasta|without|ohne|sans|zonder|sin)"
    rf"{_WORDS_BETWEEN}{_LINK} "
)
"""What asks for a connection, or is closed without one."""
_SENDS = cues.Cue("""
    überträgt, übermittelt, send*, sent, goes out, go out, transmi*, upload*, sync*, hand* over
    arriv*, übertrag*
    gesendet, senden, sendet, geschickt, schickt, synchron*, abgeglichen, hochgeladen, envoy*
    transmis*, synchronis*, verzonden, verstuur*, doorgestuurd, gesynchroniseerd, envía*, enviad*
    transmit*, sincroniz*, printed, print*, abgleich, versand, übertragung, upload, transfer
    the transfer, sending, hinaus, raus, hinausgeh*, rausgeh*
    """)
"""Verbs of what is done with what was kept until there is a connection."""
_APP_WORDS = word_set("""
    app apps appli android iphone ios application aplicación smartphone
    """)


def told_otherwise(known: Knowledge, sentence: Sentence, match: PlatformMatch) -> str | None:
    """Return the founder's words that a platform goes against ("" if they are not known), None if
    it goes against nothing.
    """
    if _is_other_app(known, sentence, match):
        return ways_told(known)
    is_ruled_out = match.platform in known.ruled_out_platforms
    if is_ruled_out and makers_ruled_out(known) and _is_by_its_maker_alone(known, match.platform):
        return None
    if match.platform in {fact.value for fact in known.sheet.platforms}:
        is_denied = not is_ruled_out and _is_denied(sentence, match)
        return who_says(known, match.platform, negated=False) if is_denied else None
    is_promised = is_ruled_out and _is_promised(sentence, match)
    return who_says(known, match.platform, negated=True) if is_promised else None


def _is_denied(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether a sentence says of a platform that there is none."""
    return (
        _denied_behind(sentence, match)
        or _is_none_there(sentence, match)
        or _is_subject_denied(sentence, match)
    )


def _is_by_its_maker_alone(known: Knowledge, platform: str) -> bool:
    """Whether only the devices of one maker are ruled out, and those of others are used."""
    named = [
        sentence.clause_of(match)
        for sentence in known.sentences
        for match in sentence.each(PlatformMatch)
        if match.platform == platform
    ]
    denied = [clause for clause in named if clause.says(cues.NEGATION)]
    by_maker = [c for c in denied if not MAKERS.keys().isdisjoint(c.words.split())]
    return len(by_maker) == len(denied) < len(named)


def _is_promised(sentence: Sentence, match: PlatformMatch) -> bool:
    if match.negated or _denied_behind(sentence, match) or not _is_itself(sentence, match):
        return False
    if _is_owned(sentence, match) or denies_what_came_before(sentence):
        return False
    clause = sentence.clause_of(match)
    is_denied = clause.says(cues.NEGATION) or clause.says(LEFT_TO_OTHERS)
    return not is_denied and not sentence.says(cues.CONDITIONAL)


def _is_owned(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether somebody merely has a device: "a driver who owns a smartphone"."""
    return sentence.says_between(OWNS, match.first - _OWNED_WITHIN, match.first)


_OWNED_WITHIN = 3


def _is_other_app(known: Knowledge, sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether people would need an app where our answers name a page or messages and speak of no
    app at all.
    """
    used = {fact.value for fact in known.sheet.platforms}
    clause = sentence.clause_of(match)
    is_app = clause.says(cues.APP) or (clause.says(cues.IN_AN_APP) and _is_itself(sentence, match))
    if match.platform != "phone" or "phone" in used or not used or not is_app:
        return False
    if clause.says(cues.NEGATION) or clause.says(cues.CONDITIONAL) or match.negated:
        return False
    return not _is_spoken_of(known, "phone")


def _is_spoken_of(known: Knowledge, platform: str) -> bool:
    return any(m.platform == platform for s in known.sentences for m in s.each(PlatformMatch))


def is_other_program(known: Knowledge, sentence: Sentence) -> bool:
    """Whether something has to be installed on a computer where our answers name other ways."""
    used = {fact.value for fact in known.sheet.platforms}
    if not used or "desktop" in used or not sentence.is_certain:
        return False
    is_for_computers = sentence.says(cues.AT_A_COMPUTER) or is_installed(sentence)
    return is_for_computers and not _is_spoken_of(known, "desktop")


def ways_told(known: Knowledge) -> str:
    """Return the founder's words on how people reach it."""
    for fact in known.sheet.platforms:
        for span in fact.said:
            return next((s.text for s in known.sentences if span.text in s.text), span.text)
    return ""


def _is_itself(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether the words name an app, and not a phone that somebody has in the hand."""
    words = set(sentence.source.words(match.first, match.last).replace("-", " ").split())
    return match.platform != "phone" or bool(words & _APP_WORDS)


def _denied_behind(sentence: Sentence, match: PlatformMatch) -> bool:
    after = sentence.padded(match.last, match.last + 5)
    return match.platform != "offline" and cues.NOT_USED(after)


def _is_subject_denied(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether a clause begins with a way and denies it: "a tablet is not taken along"."""
    clause = sentence.clause_of(match)
    if match.platform == "offline" or match.first - clause.first > _ARTICLE:
        return False
    behind = sentence.padded(match.last, clause.last)
    is_denied = cues.NOT_AT_ALL(behind) or _SENDS_NONE.search(behind) is not None
    return is_denied and not sentence.says(cues.CONDITIONAL)


_SENDS_NONE = re.compile(
    r"^ (?:verschickt|verschicken|sendet|senden|schickt|schicken|gibt|verstuurt|stuurt)"
    r" (?:[^ ]+ ){1,3}(?:nicht|niet) [.;!]? ?$"
)
"""What follows the object that a German or Dutch clause begins with and denies."""


_ARTICLE = 1


def _is_none_there(sentence: Sentence, match: PlatformMatch) -> bool:
    """Whether a sentence says that there is no such thing: "there is no web page"."""
    if match.platform == "offline":
        return False
    return cues.THERE_IS_NO.search(sentence.padded(match.first - _NEAR, match.first)) is not None


_NEAR = 6
"""Words between "there is no" and what there is none of."""


def who_says(known: Knowledge, platform: str, *, negated: bool) -> str:
    for sentence in known.sentences:
        if any(
            m.platform == platform and m.negated is negated for m in sentence.each(PlatformMatch)
        ):
            return sentence.text
    return platform


def needs_connection(sentence: Sentence) -> bool:
    matches, rest = _without_offline(sentence)
    is_cut_off = bool(matches) or _is_cut_off(sentence)
    if sentence.says(cues.STREAMED):
        return _is_streamed(sentence)
    if _is_stuck(sentence, is_named=bool(matches), is_cut_off=is_cut_off):
        return True
    if is_cut_off and sentence.says(cues.BY_HAND):
        return not _is_spared(sentence)
    if sentence.says(cues.LOSSLESS):
        return False
    if _stops_work(sentence) or _rests(sentence) or _asks_for_connection(sentence, rest):
        return True
    return _is_online_only(sentence) or (bool(matches) and _fails_without(sentence, rest))


def _is_stuck(sentence: Sentence, *, is_named: bool, is_cut_off: bool) -> bool:
    """Whether a screen or the work stands still without a connection, or goes on without one only
    in a later version.
    """
    if _is_idle(sentence, cut_off=is_named):
        return True
    without = is_cut_off or NO_LINK.search(sentence.words) is not None
    if is_tethered(sentence, cut_off=without, sends=_SENDS):
        return True
    return is_named and sentence.says(_IN_A_LATER_VERSION) and not sentence.negated


_IN_A_LATER_VERSION = cues.Cue("""
    next version, second version, later version, later release, planned for, erst in einer späteren
    nächste version, zweite version, späteren version, version suivante, deuxième version
    volgende versie, tweede versie, próxima versión, segunda versión
    """)


def _fails_without(sentence: Sentence, rest: str) -> bool:
    """Whether something does not work, by the words beside "without", and not sending alone:
    "nothing can be sent without a signal".
    """
    denied = [clause for clause in sentence.clauses if clause.says(cues.NEGATION)]
    is_sending = bool(denied) and all(_SENDS(clause.words) for clause in denied)
    return cues.NEGATION(rest) and not is_sending


def _is_online_only(sentence: Sentence) -> bool:
    is_sending = _SENDS(sentence.words)
    return sentence.says(cues.ONLINE_ONLY) and not sentence.negated and not is_sending


def _is_idle(sentence: Sentence, *, cut_off: bool) -> bool:
    """Whether what people use shows or does nothing where there is no connection: "out of coverage
    the screen stays locked".
    """
    if not cut_off and not sentence.says(cues.SIGNAL_DROPS) and not NO_LINK.search(sentence.words):
        return False
    return any(
        _IDLE.search(clause.words) and not _SENDS(clause.words) and not _IDLE_NOT(clause.words)
        for clause in sentence.clauses
    )


_IDLE = re.compile(
    r" (?:stays?|remains?|goes|is|are|bleib(?:t|en)|ist|sind|reste(?:nt)?|blijft|blijven"
    r"|queda(?:n)?) (?:[^ ]+ ){0,5}(?:locked|blank|empty|dark|shut|greyed out|grey|disabled|dead"
    r"|unusable|useless|leer|gesperrt|dunkel|schwarz|weiß|stumm|unbrauchbar|nutzlos|tot|vide"
    r"|bloquée?|noire?|inutilisable|leeg|vergrendeld|zwart|onbruikbaar|en blanco|vacía|bloquead[oa]"
    r"|inservible)"
    r"(?= )| (?:only shows|shows only|merely shows|zeigt nur|zeigt [^ ]+ (?:[^ ]+ ){0,3}nur"
    r"|n' affiche que|toont alleen|solo muestra|sólo muestra)(?= )"
)
"""What is of no use as long as it is so, or shows only what was there."""
_IDLE_NOT = cues.Cue("""
    never, no longer, not, nie, niemals, nicht, nicht mehr, jamais, plus, nooit, niet, nunca, ya no
    """)


def _asks_for_connection(sentence: Sentence, rest: str) -> bool:
    """Whether something other than sending works only with a connection; `rest` are the words
    beside those that say that there is none.
    """
    if sentence.says(_SENDS):
        return False
    if _ONLY_ONLINE.search(sentence.words):
        return True
    return not cues.NEGATION(rest) and _REQUIRED_LINK.search(rest) is not None


def _stops_work(sentence: Sentence) -> bool:
    """Whether nothing can be entered once a connection is lost: "can be read but not changed"."""
    if not sentence.says(cues.SIGNAL_DROPS) or not sentence.says(_CAN) or sentence.says(_AGAIN):
        return False
    return any(c.says(cues.NEGATION) and c.says(_IS_WORK) for c in sentence.clauses)


def _rests(sentence: Sentence) -> bool:
    """Whether the work, and not the sending of what was done, rests while there is no connection:
    "if the connection drops, the inspection is paused".
    """
    if not sentence.says(cues.SIGNAL_DROPS):
        return False
    return any(
        _RESTS.search(clause.words) and not clause.says(_SENDS) and not clause.says(cues.NEGATION)
        for clause in sentence.clauses
    )


_RESTS = re.compile(
    r" (?:ruht|ruhen|pausiert|pausieren|stoppt|stockt|bleibt (?:[^ ]+ ){0,2}stehen|steht still"
    r"|stehen still|ist unterbrochen|wird unterbrochen|is paused|are paused|pauses|is suspended"
    r"|stops|freezes|halts|comes to a halt|stands still|is interrupted|is on hold"
    r"|s' arrête|est suspendue?|stopt|ligt stil|se detiene|se para) "
)
"""Verbs of work that does not go on."""


def _is_spared(sentence: Sentence) -> bool:
    """Whether a sentence says that nobody has to do something by hand or once more."""
    return any(c.says(cues.BY_HAND) and c.says(_NOBODY_HAS_TO) for c in sentence.clauses)


_NOBODY_HAS_TO = cues.Cue("""
    nothing has to, nothing needs, nobody has to, no one has to, nobody needs, need not
    does not have to, do not have to, doesn't have to, don't have to, is nothing, nothing is
    muss nichts, muss niemand, muss nie, braucht niemand, braucht nichts, nichts muss, niemand muss
    muss man nichts, wird nichts, ist nichts, rien ne doit, personne ne doit, rien n' est
    hoeft niets, hoeft niemand, niets hoeft, niemand hoeft, no hay que, nadie tiene que
    """)
_CAN = cues.Cue("""
    can, cannot, can't, could, may, able, possible, kann, können, könnte, darf, lässt, lassen
    möglich, peut, peuvent, pouvez, possible, kan, kunnen, mogelijk, puede, pueden, se puede
    posible
    """)
_AGAIN = cues.Cue("""
    twice, again, a second time, anybody else, anyone else, by others, somebody else, noch einmal
    doppelt, zweimal, ein zweites mal, sonst jemand, von anderen, deux fois, à nouveau
    par d' autres, twee keer, opnieuw, door anderen, dos veces, de nuevo, otra vez, por otros
    """)
"""Words for work that nobody wants, or that of others."""


_IS_WORK = cues.Cue("""
    changed, edited, entered, saved, added, recorded, corrected, written, booked, ticked, change
    edit, enter, save, add, record, geändert, ändern, eingegeben, eingeben, eingetragen, eintragen
    gespeichert, speichern, erfasst, erfassen, angelegt, anlegen, aufgenommen, gebucht
    modifi*, saisi*, enregistr*, ajout*, gewijzigd, wijzigen, ingevoerd, invoeren, opgeslagen
    toegevoegd, cambia*, modific*, introduc*, guarda*, registr*, añad*
    """)
"""What people do with a product, and cannot do in what it merely shows."""


def _is_streamed(sentence: Sentence) -> bool:
    """Whether something is loaded each time, in parts that deny or suppose nothing."""
    streamed = (c for c in sentence.clauses if c.says(cues.STREAMED))
    return not any(
        cues.NEGATION(NO_LINK.sub(" ", c.words)) or c.says(cues.CONDITIONAL) for c in streamed
    )


def _is_cut_off(sentence: Sentence) -> bool:
    return sentence.says(cues.SIGNAL_DROPS) and not sentence.negated


def _without_offline(sentence: Sentence) -> tuple[list[PlatformMatch], str]:
    """Return what says that there is no connection, and the words of the sentence without it."""
    matches = [m for m in sentence.each(PlatformMatch) if m.platform == "offline"]
    rest = sentence.words
    for match in matches:
        rest = rest.replace(f" {sentence.source.words(match.first, match.last)} ", " ")
    return matches, rest


def works_offline(known: Knowledge) -> bool:
    """Return whether our answers say that it works without a connection."""
    offline = any(fact.value == "offline" for fact in known.sheet.platforms)
    return offline or known.sheet.traits.has("works_offline")
