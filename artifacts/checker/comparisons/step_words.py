"""Words for the same act or thing in a step: who "signs" gives a "signature"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.checker.stems import stem
from artifacts.checker.text import WORD

_TABLE = """
    sign signs signed signing signature signatures unterschreiben unterschreibt unterschrift
        unterschriften unterschrieben unterzeichnet signiert signatur
    bill bills billed invoice invoices invoicing rechnung rechnungen abrechnung abgerechnet
    quote quotes quotation estimate estimates offer offers angebot angebote kostenvoranschlag
    text texts texted sms textnachricht kurznachricht
    warn warns warned warning warnings alert alerts alarm alarms warnt warnung warnungen alarmiert
        gewarnt
    deliver delivers delivered delivery drop drops dropped bring brings brought liefern liefert
        geliefert lieferung zustellung zugestellt bringt gebracht ausliefern auslieferung
    collect collects collected collection collecting pickup abholen abholung abgeholt holt
    choose chooses chosen choice select selects selection picks pick auswahl auswählen ausgewählt
        wählt aussuchen
    confirm confirms confirmed confirmation approve approves approval agrees bestätigen bestätigt
        bestätigung freigeben freigabe
    check checks checked checking inspect inspects inspected inspection look looks review reviews
        prüfen prüft geprüft prüfung überprüfung kontrolle kontrolliert kontrollieren
    write writes writing written note notes noted noting record records recorded recording jot
        notieren notiert aufschreiben aufgeschrieben schreibt eintragen eingetragen einträgt trägt
        erfassen erfasst erfassung protokollieren dokumentiert dokumentation
    join joins joining register registers registration enrol enrols enrolment anmelden anmeldung
        meldet angemeldet registrieren registriert registrierung
    answer answers answered answering reply replies replied respond responds antworten antwortet
        antwort beantwortet beantworten
    refund refunds refunded erstatten erstattet erstattung rückerstattung
    photo photos photographs photographed picture pictures foto fotos bild bilder fotografiert
        fotografieren fotografie
    weigh weighs weighed weighing wiegen gewogen wiegt verwiegen
    measure measures measured measuring measurement messen misst gemessen messung
    clean cleans cleaned cleaning wash washes washed washing reinigen gereinigt reinigung reinigt
        waschen gewaschen wäscht putzen geputzt
    remind reminds reminded reminder reminders erinnern erinnert erinnerung erinnerungen
    call calls rings ring phones anrufen anruf ruft telefonisch
    list lists listed listing liste
    print prints printed printing printout drucken druckt gedruckt ausdruck ausgedruckt
    repeat repeats repeated repetition wiederholen wiederholt wiederholung
    announce announces announced announcement spoken speaks ansage angesagt gesprochen
    swap swaps swapped swapping exchange exchanges replace replaces replaced replacement tauschen
        getauscht tauscht austausch umtausch ersetzt
    count counts counted counting zählen gezählt zählt zählung
    number numbers numbered nummer nummern nummeriert
    match matches matched matching zuordnen zugeordnet zuordnung vermittelt vermittlung
    cancel cancels cancelled cancelling cancellation kündigen kündigt kündigung stornieren
        storniert stornierung absagen absage
    upload uploads uploaded uploading hochladen hochgeladen lädt upload
    mail mails mailed email emails emailed e-mail e-mails mailt gemailt
    """
_GROUPS = [words.split() for words in re.split(r"\n    (?=\S)", _TABLE) if words.strip()]
GROUP_OF = {word: group[0] for group in _GROUPS for word in group}
"""The first of the words for the same of each of them."""


_ENGLISH = frozenset(("text", "texts", "ring"))
"""Words that mean something else in German."""


def step_terms(text: str, language: str) -> frozenset[str]:
    """Return the words of a text as steps are compared: those for one act as one, of all others
    their stems.
    """
    return frozenset(_terms(text, language)) - {""}


def _terms(text: str, language: str) -> Iterator[str]:
    for word in WORD.findall(text.casefold()):
        group = "" if language != "en" and word in _ENGLISH else GROUP_OF.get(word)
        yield f"={group}" if group else stem(word, language)
