"""Forms of irregular verbs and nouns, and endings that the stemmers leave on German words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from artifacts.facts.grammar.sets import word_set

_ENGLISH = """
    begin began begun, break broke broken, bring brought, build built, buy bought, catch caught
    choose chose chosen, deal dealt, dig dug, draw drew drawn, drink drank drunk
    drive drove driven, eat ate eaten, feed fed, fight fought, fly flew flown flies
    freeze froze frozen, give gave given, grow grew grown, hang hung, hear heard, hide hid hidden
    hold held, keep kept, know knew known, lay laid, lend lent, lose lost, meet met, pay paid
    ride rode ridden, ring rang rung, sell sold, send sent, sew sewn, shake shook shaken
    shear shorn, sing sang sung, sleep slept, speak spoken, spend spent, spin spun
    steal stole stolen, sweep swept, swim swam swum, take took taken, teach taught, tear tore torn
    tell told, throw threw thrown, wear wore worn, weave wove woven, weigh weighed weighing
    write wrote written
    """
_GERMAN = """
    backen backt bäckt, bieten bot geboten angeboten, binden gebunden, bringen bringt gebracht
    essen isst gegessen, fahren fährt gefahren, fangen gefangen, finden gefunden, fliegen geflogen
    geben gegeben, gießen gegossen, graben gräbt gegraben, halten hält gehalten, hängen gehangen
    heben gehoben, helfen hilft geholfen hilfe, lassen lässt gelassen, laufen gelaufen
    leihen geliehen verliehen, lesen liest gelesen, messen misst gemessen, nehmen nimmt genommen
    reiten geritten, rufen gerufen, scheren geschoren, schleifen geschliffen
    schließen geschlossen, schneiden geschnitten, schreiben geschrieben, schwimmen geschwommen
    sehen sieht gesehen, singen gesungen, sprechen spricht gesprochen, springen gesprungen
    stehlen gestohlen, steigen gestiegen, streichen gestrichen, tragen trägt getragen
    treffen trifft getroffen, trinken getrunken, waschen wäscht gewaschen, werben geworben
    wiegen gewogen, ziehen gezogen, verkaufen verkauf verkäufe, zahlen bezahlen bezahlt zahlung
    zahlungen
    """
_NOUNS = """
    bus buses busse, quiz quizzes, half halves, hoof hooves, mouse mice, index indices, ox oxen
    axis axes, color colour colours, tire tyre tyres, fiber fibre fibres, meter metre metres
    liter litre litres
    firma firmen, konto konten, risiko risiken, museum museen musea, visum visa, zentrum zentren
    pizza pizzen, villa villen, praxis praxen, saldo salden, album alben, gymnasium gymnasien
    kaktus kakteen
    travail travaux, bail baux, vitrail vitraux, émail émaux, œil oeil yeux
    lid leden, stad steden, schip schepen, kind kinderen, ei eieren, glas glazen, kalf kalveren
    lam lammeren, blad bladeren
    """
_FRENCH = """
    moudre moud moulons moulu moulue mouture moutures, coudre coud cousu cousue couture
    peindre peint peinte peinture peintures, tondre tond tondu tondue tonte
    vendre vend vendent vendons vendu vendue vente ventes, teindre teint teinte teinture
    """
_PREFIXES = (
    "ab", "an", "auf", "aus", "bei", "ein", "mit", "nach", "vor", "zu", "zurück", "weg", "her",
    "hin", "um", "unter", "über", "weiter", "durch", "los",
)  # fmt: skip
_WHOLE = word_set("""
    rechnung zeitung meinung heizung richtung ordnung erfahrung abteilung
    geschäft gericht gewicht gesicht geburt gebiet gehalt gerät gebot dienst
    """)
"""Nouns that are no forms of the verbs they look like."""
_LEAST = 4
"""Letters that have to be left of a German word."""


def _lemmas() -> Iterator[tuple[str, str]]:
    lines = (
        line for words in (_ENGLISH, _GERMAN, _FRENCH, _NOUNS) for line in re.split(r"[,\n]", words)
    )
    for line in lines:
        lemma, *forms = line.split() or [""]
        for form in forms:
            yield form, lemma
            if form.startswith("ge") and line.strip() in _GERMAN:
                yield from ((prefix + form, prefix + lemma) for prefix in _PREFIXES)


LEMMA_OF = dict(_lemmas())
"""The form in the dictionary of irregular ones."""


def german_root(stem: str, word: str) -> str:
    """Return the stem of a German `word` without what makes a participle or a noun of a verb:
    "aufgestellt" and "Aufstellung" have the root of "aufstellen".
    """
    if word in _WHOLE:
        return stem
    if stem.endswith("ung") and len(stem) >= _LEAST + 3:
        return stem[:-3]
    if stem.endswith("t") and word.endswith("t"):
        return _without_ge(stem[:-1])
    return _without_ge(stem) if word.endswith("et") else stem


def _without_ge(root: str) -> str:
    for prefix in ("", *_PREFIXES):
        if root.startswith(f"{prefix}ge") and len(root) >= len(prefix) + 2 + _LEAST:
            return prefix + root[len(prefix) + 2 :]
    return root


_CASES = ("n", "s", "e", "es", "en", "er", "ern")
"""Endings by which German nouns are in the plural or in another case."""
_PARTICIPLE = re.compile(rf"(?P<prefix>{'|'.join(_PREFIXES)})?ge(?P<root>[^\W\d_]{{3,}})t")


def dictionary_forms(word: str) -> Iterator[str]:
    """Yield what a German word may be a form of: the noun of "Paketen", the verb of "geröntgt"
    and of "röntgt".
    """
    for ending in _CASES:
        if word.endswith(ending) and len(word) >= _LEAST + len(ending):
            yield word[: -len(ending)]
    if word.endswith("t"):
        yield word[:-1] + "en"
    if found := _PARTICIPLE.fullmatch(word):
        yield f"{found['prefix'] or ''}{found['root']}en"


def is_compound_of(word: str, stems: frozenset[str]) -> bool:
    """Return whether a German or Dutch word is made of two of `stems`: "Kursverwaltung" of those
    of "Kurse" and "verwalten".
    """
    begins = [word[:size] for size in range(_LEAST, len(word) + 1) if word[:size] in stems]
    return any(
        word.startswith(f"{one}{joint}{other}") or _is_begun(word[len(one) + len(joint) :], other)
        for one in begins
        for other in stems
        if other != one and len(other) >= _LEAST
        for joint in _JOINTS
        if word.startswith(f"{one}{joint}")
    )


def _is_begun(rest: str, stem: str) -> bool:
    """Whether a stem begins with the rest of a compound: "Flaschenlager" with that of
    "Lagerverwaltung".
    """
    return len(rest) > _LEAST and stem.startswith(rest)


_JOINTS = ("", "s", "n", "en", "es", "er", "e")
"""What German puts between the parts of a compound."""
