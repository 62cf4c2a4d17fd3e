"""Clauses that say in the passive what is not done: "Saniert wird von uns nicht", "Nothing is
delivered".
"""

from __future__ import annotations

_WORDS = r"(?:[\w'’äöüß-]+ ){0,5}"
_THING = r"[\w'’äöüÄÖÜß-]{3,40}"

_PARTICIPLE = (
    r"(?!bezahlt|gezahlt|berechnet|verlangt|verdient|gespart|gewartet|garantiert|erwartet|erhöht"
    r"|benötigt|gebraucht|verraten|entschieden|bewilligt|genehmigt|verlängert|verschenkt|begonnen)"
    r"(?:[a-zäöüß]{0,6}ge[a-zäöüß]{3,}(?:t|en)|(?:be|ver|er|ent|zer|über)[a-zäöüß]{3,}(?:t|en)"
    r"|[a-zäöüß]{3,}iert)"
)
_BY_US = r"(?:(?:bei|von) uns |hier |vorerst |zunächst |auch |gar |selbst |online )*"
_OFFERED = (
    r"(?:verkauft|geliefert|ausgeliefert|repariert|gebaut|gekocht|gebacken|vermietet|verliehen"
    r"|verschickt|versendet|versandt|mitgenommen|angeboten|gereinigt|geputzt|gewaschen|geschnitten"
    r"|gemäht|transportiert|befördert|behandelt|beraten|betreut|unterrichtet|installiert|montiert"
    r"|programmiert|gedruckt|genäht|gestrichen|saniert|renoviert|entsorgt|gelagert|eingelagert"
    r"|angenommen|abgeholt|getauscht|umgebaut|übersetzt|gebracht|bedient|aufgenommen|vermittelt)"
)
GERMAN_PASSIVE = (
    rf"(?:online |selbst |hier )?{_PARTICIPLE}(?: (?:und|oder) {_PARTICIPLE})? (?:wird|werden)"
    r" (?!wir |ich |es |sie |er )(?:[\wäöüß-]+ ){0,4}nichts?"
    rf"|es wird {_BY_US}nichts {_PARTICIPLE}"
    rf"|{_WORDS}{_THING} (?:wird|werden) {_BY_US}nicht {_OFFERED}"
)
_DONE = (
    r"(?:sold|offered|delivered|repaired|built|cooked|baked|rented|rented out|lent|shipped|posted"
    r"|printed|cleaned|washed|painted|cut|transported|carried|treated|taught|installed|stored"
    r"|collected|fetched|translated|done|taken|serviced|replaced|renovated|planted|sewn|hired out)"
)
_HERE = r"(?: by us| here| with us| for now| at all)*"
ENGLISH_PASSIVE = (
    rf"nothing (?:is|gets|will be) {_DONE}{_HERE}"
    rf"|{_WORDS}{_THING} (?:is|are) not {_DONE}{_HERE}"
)
PASSIVE_MARKS = (
    " wird ", " werden ", "othing is ", "othing gets ", "othing will be ", " is not ", " are not ",
)  # fmt: skip
"""Letters without which no clause is one of these."""
