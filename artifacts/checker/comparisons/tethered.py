"""Work that waits for a connection or for the server, where it must go on without one."""

from __future__ import annotations

import re

from artifacts.checker import cues
from artifacts.checker.claims import Clause, Sentence
from artifacts.checker.text import without

_WORK = (
    r"(?:save|saved|saving|enter|entered|entering|record|recorded|recording|open|opened|booked"
    r"|created|added|logged|noted|moves on|speichern|gespeichert|eingeben|eingegeben|eintragen"
    r"|eingetragen|erfassen|erfasst|anlegen|angelegt|aufgenommen|notiert|enregistrer"
    r"|enregistrée?s?|saisir|saisie?s?|opslaan|opgeslagen|invoeren|ingevoerd|guardar|guardad[oa]s?"
    r"|registrar|registrad[oa]s?)(?= )"
)
"""What people do with a product while they are at work."""
_CONNECTED = (
    r"(?:connected|online|in range|verbunden|connectée?|verbonden|conectad[oa]|server|signal"
    r"|network|coverage|connection|netz|empfang|[^ ]*verbindung|réseau|connexion|verbinding|bereik"
    r"|señal|conexión)(?= )"
)
_FEW = r"(?:[^ .,;:]+ ){0,7}"
_NEEDED = r"(?:(?!(?:keine?|nicht|ohne) )[^ .,;:]+ ){0,7}"
_TO_CLAUSE = r"(?:[^ .,;:]+ ){0,7}(?:, )?"
NO_LINK = re.compile(
    r" (?:no|without|without a|without any|out of|outside|lost|kein|keine|keinen|ohne|pas de|sans"
    r"|hors|geen|zonder|buiten|sin|fuera de) (?:mobile |mobiles? |cell )?"
    r"(?:signal|coverage|connection|network|internet|data|reception|bars|range|empfang|netz"
    r"|verbindung|funk|daten|réseau|connexion|couverture|verbinding|netwerk|bereik|dekking|señal"
    r"|cobertura|conexión|red)(?= )"
    r"| (?:fehlt|fällt|bricht) (?:das|die|der) (?:netz|verbindung|empfang)(?= )"
)
"""Phrases by which there is no connection."""
_SERVER_FIRST = re.compile(
    rf" server {_FEW}(?:before|bevor|ehe|avant que|avant d'|voordat|antes de) {_FEW}{_WORK}"
)
"""What the server has to answer first."""
_FIRST = re.compile(
    rf" (?:has to|have to|must|needs? to|muss|müssen|doit|moet|tiene que) {_FEW}{_CONNECTED}"
    rf" {_FEW}(?:before|bevor|avant|voordat|antes de) {_FEW}{_WORK}"
    rf"| (?:zum|beim) {_WORK} (?:muss|müssen|braucht (?:man|es)|ist nur) {_NEEDED}{_CONNECTED}"
    rf"| (?:nothing|not|cannot|only|nichts|nicht|erst|rien|pas|niets|niet|pas|nada) {_FEW}{_WORK}"
    rf" {_TO_CLAUSE}(?:until|till|when|once|bis|wenn|sobald|tant que|avant|tot|als|zodra|hasta"
    r"|cuando)"
    rf" {_FEW}{_CONNECTED}"
    r"| server (?:[^ .;]+ ){0,7}(?:reachable|available|erreichbar|joignable|bereikbaar|disponible)"
    r" (?:[^ .;]+ ){0,2}(?:all the time|at all times|always|jederzeit|ständig|immer|en permanence"
    r"|altijd|siempre)(?= )"
)
"""What comes after a connection."""
_EACH_TIME = re.compile(
    r" (?:(?:before|at|for|on|with) (?:each|every)|each time|every time|(?:vor|bei|mit|zu) (?:jedem"
    r"|jeder)|jedes mal|jedesmal|(?:avant|à) chaque|chaque fois|voor elke|bij elke|telkens"
    r"|cada vez|antes de cada) "
)
_FETCHED = re.compile(
    r" (?:fetch|fetches|fetched|load|loads|loaded|download|downloads|downloaded|pulls|pulled"
    r"|requested|hol|holt|holen|geholt|lädt|laden|geladen|abgerufen|abgefragt|bezieht|télécharg\w+"
    r"|haalt|opgehaald|descarga\w*) "
)
_FROM_SERVER = re.compile(
    r" (?:from|off|vom|von dem|aus der|du|van de|del|desde el) (?:the |our |unserem )?"
    r"(?:server|cloud|serveur|servidor) "
)
_HELD_UP = re.compile(
    r" (?:has to wait|have to wait|must wait|waits|wartet|muss warten|doit attendre|attend|wacht"
    r"|moet wachten|espera|tiene que esperar|turned away|rejected|refused|try again"
    r"|come back later|walks? back|(?:is|are|gets?) lost|geht verloren|gehen verloren|abgewiesen"
    r"|erst (?:abends|später|daheim|am abend|im büro)|est perdue?|is kwijt|se pierde)(?= )"
)
"""What becomes of people or of their work until then."""
_KEPT = cues.Cue("""
    on the phone, in the phone, on the tablet, on the device, in the queue, in line, to be sent
    auf dem telefon, im telefon, auf dem tablet, im gerät, auf dem gerät, in der warteschlange
    sur le téléphone, dans le téléphone, op de telefoon, in de telefoon, en el teléfono
    """)
"""Where what was entered waits, so that nobody else has to."""


def is_tethered(sentence: Sentence, *, cut_off: bool, sends: cues.Cue) -> bool:
    """Return whether work waits for a connection: after it in any case, or where there is none
    (`cut_off`) held up; what is only sent then (`sends`) is no such work.
    """
    if (found := _FIRST.search(sentence.words)) and not sends(found.group()):
        before = _last_words(sentence.words[: found.start()])
        return not (_EVEN_SO(found.group()) or cues.NEGATION(before))
    if _is_fetched_each_time(sentence):
        return True
    if found := _SERVER_FIRST.search(sentence.words):
        return not cues.NEGATION(_last_words(sentence.words[: found.start()]) + found.group())
    return cut_off and any(_is_held_up(clause, sends) for clause in sentence.clauses)


def _is_fetched_each_time(sentence: Sentence) -> bool:
    """Whether something is got from a server whenever it is used: "before each round the phone
    fetches the list from the server".
    """
    if sentence.negated or _KEPT(sentence.words):
        return False
    return all(form.search(sentence.words) for form in (_FROM_SERVER, _EACH_TIME, _FETCHED))


_EVEN_SO = cues.Cue("even when, even if, auch wenn, même si, ook als, aunque")


def _last_words(words: str) -> str:
    return f" {' '.join(words.split()[-_NEAR:])} "


_NEAR = 3
"""Words in front of it that may deny it."""


def _is_held_up(clause: Clause, sends: cues.Cue) -> bool:
    if cues.NEGATION(without(NO_LINK, clause.words)) or clause.says(_KEPT) or clause.says(sends):
        return False
    return _HELD_UP.search(clause.words) is not None
