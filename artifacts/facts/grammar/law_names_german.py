"""Where the German name of a law, a permit or an approval begins and ends."""

from __future__ import annotations

import re

from artifacts.facts.grammar.law_extent import Extent, extended
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_GERMAN_HEADS = re.compile(
    r"(?:[a-zäöüß-]{3,}(?:gesetz|gesetze|gesetzbuch|verordnung|richtlinie|ordnung|genehmigung|erlaubnis|zulassung|"
    r"konzession|schein|berechtigung|bewilligung|abzeichen|kundenachweis|ungsnachweis|heitszeugnis|siegel|satzung|prüfung|zertifizierung|lizenz|abnahme|meldepflicht|anmeldung|führungszeugnis|sachkundenachweis|gewerbekarte|bescheinigung|kennzeichnung|heitszeugnis)(?:es|s|en|n|e|se)?)"
    r"|(?:pflanzen|equiden|pferde|heimtier)p[aä]ss(?:es|en|e)?|(?:energie|heimtier)ausweis(?:es|en|e)?",
    re.IGNORECASE,
)
_GERMAN_NOT = word_set(
    "verwendungsnachweis verwendungsnachweises verwendungsnachweise einkommensnachweis"
    " krankschreibung arbeitsbescheinigung anordnung ordnung tagesordnung größenordnung unordnung"
    " rechnungsprüfung gutschein führerschein anzeige geschenkgutschein lieferschein werbeanzeige"
    " kleinanzeige zuordnung einordnung hausordnung fahrschein sonnenschein mondschein"
)


def german(source: Source, index: int) -> Extent | None:
    token = source.tokens[index]
    if not token.text[0].isupper():
        return None
    if token.text in _GIVEN_HEADS and source.word(index + 1) in _GIVEN_BY_WORDS:
        return _german_given(source, index)
    if token.lower == "führungszeugnis" and source.word(index + 1) not in ("nach", "gemäß"):
        before = source.tokens[index - 1]
        return (before.start if before.lower.startswith("erweitert") else token.start), token.end
    if token.lower in _GERMAN_NOT or not _GERMAN_HEADS.fullmatch(token.text):
        return None
    end = extended(source, token.end)
    # a doctor's "Verordnung" is none
    return None if token.lower in _NUMBERED_ONLY and end == token.end else (token.start, end)


_NUMBERED_ONLY = word_set("verordnung verordnungen")
_GIVEN_HEADS = word_set(
    "Registrierung Zulassung Genehmigung Erlaubnis Anmeldung Anzeige Bewilligung Konzession Lizenz"
    " Meldung Eintragung Abnahme Zertifizierung Freigabe Zustimmung Eintrag Satzung"
)
_GIVEN_BY_WORDS = word_set("als nach gemäß vom beim bei durch der des")
_GIVERS = re.compile(
    r"[\wäöüß-]*(?:amt|amtes|behörde|stadt|gemeinde|kreis|kreises|kammer|landes|kantons|rat|rates"
    r"|ministerium|ministeriums|feuerwehr|polizei|verwaltung|aufsicht|sanitätsbetrieb|stiftung"
    r"|register|stelle|anstalt|kasse|genossenschaft)",
    re.IGNORECASE,
)
"""Who gives a permit: "die Bewilligung der Gemeinde"."""


def _german_given(source: Source, index: int) -> Extent | None:
    """Read what somebody is registered as, or by what: "Registrierung als Lebensmittelunternehmer".

    Where a word says whose law it is, the noun behind that word is the name.
    """
    if source.word(index + 1) == "bei":
        return _german_given_at(source, index)
    if source.word(index + 1) in ("der", "des"):
        return _german_of_giver(source, index)
    if source.tokens[index].text in _ALSO_PRIVATE and source.word(index + 1) not in _BY_LAW:
        return _german_given_at(source, index) if source.word(index + 1) == "beim" else None
    last = index + 2
    while last < min(index + 5, len(source.tokens)) and source.tokens[last].kind == "word":
        if source.word(last) in _POSSESSIVES or _is_of_land(source, last):
            # the law behind "nach dem Hessischen" is read as one
            return None
        last += 1
        if source.tokens[last - 1].text[0].isupper():
            return source.tokens[index].start, source.tokens[last - 1].end
    return None


def _is_of_land(source: Source, index: int) -> bool:
    token = source.tokens[index]
    return token.text[0].isupper() and token.lower.endswith(("ischen", "ischem"))


_ALSO_PRIVATE = word_set("Anmeldung Meldung Anzeige Eintragung Eintrag Satzung Zustimmung Freigabe")
"""What people also do with each other, so that it takes a body or a law to make it a permit."""
_BY_LAW = word_set("nach gemäß als")


def _german_of_giver(source: Source, index: int) -> Extent | None:
    """Read "Bewilligung der Stadt Thun": who gives it, with the name of the town."""
    giver = index + 2
    if giver >= len(source.tokens) or not _GIVERS.fullmatch(source.tokens[giver].text):
        return None
    named = giver + 1 < len(source.tokens) and source.tokens[giver + 1].text[0].isupper()
    same = named and source.sentence(giver + 1) == source.sentence(giver)
    return source.tokens[index].start, source.tokens[giver + 1 if same else giver].end


def _german_given_at(source: Source, index: int) -> Extent | None:
    """Read where somebody registers: "Registrierung bei der stiftung ear"."""
    first = last = source.skip(index + 2, ("der", "dem", "den"), 1)
    while last < min(first + 3, len(source.tokens)):
        token = source.tokens[last]
        if token.kind != "word" or token.lower in _BEHIND_GIVER:
            break
        last += 1
        if token.text[0].isupper():
            break
    if last == first or source.word(first) in _POSSESSIVES:
        return None
    givers = any(_GIVERS.fullmatch(token.text) for token in source.tokens[first:last])
    if source.tokens[index].text in _ALSO_PRIVATE and not givers:
        return None
    return source.tokens[index].start, source.tokens[last - 1].end


_BEHIND_GIVER = word_set(
    "wegen und oder für vor bis ist muss müssen brauche brauchen braucht haben hat im in am an auf"
    " mit von zu nach den die das unter einem einer jedem jeder uns mir ihm ihr euch ihnen dir"
)
_POSSESSIVES = word_set(
    "seiner seinem seine ihrer ihrem ihre unserer unserem unsere meiner meinem meine eurer deren"
    " dessen eigener eigenem dieser diesem jener seinen ihren unseren meinen deinen"
)
