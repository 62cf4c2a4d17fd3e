"""Whether a German word is the name of a place, where every noun has a capital."""

from __future__ import annotations

import re

from artifacts.facts.grammar import regions
from artifacts.facts.grammar.place_names import (
    BARE_NOUNS,
    GERMAN_ENDINGS,
    GERMAN_NAMES,
    NOT_GERMAN,
    NOUN_ENDINGS,
)
from artifacts.facts.grammar.place_tokens import AND, LONGEST_LIST, capital
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_KINDS_SEVERAL = word_set(
    "landkreise landkreisen kreise kreisen gemeinden städte städten bezirke bezirken kantone"
    " kantonen ortsteile ortsteilen stadtteile stadtteilen dörfer dörfern"
)


def kind_of_several(source: Source, index: int) -> str:
    """Return what a word is one of that "the districts of" lists, "landkreise" in "die Landkreise
    Celle und Verden"; "" where it is none.
    """
    sentence, at = source.sentence(index), index - 1
    while at > max(index - LONGEST_LIST, 0) and source.sentence(at) == sentence:
        if source.word(at) in _KINDS_SEVERAL:
            # "Gemeinden und Vereine" lists bodies, and "beide Kantone" are those named before
            named = capital(source, at + 1) and source.word(at - 1) not in _BOTH
            return source.word(at) if named else ""
        listed = source.word(at) in AND | _INNER_GERMAN or source.tokens[at].text[0].isupper()
        if not listed:
            return ""
        at -= 1
    return ""


_BOTH = word_set("beiden beide allen")
_INNER_GERMAN = word_set("an der am bei ob im")
"""What stands inside names of towns: "Neustadt an der Orla"."""


def end_of_german_name(source: Source, index: int) -> int:
    """Return the index behind a name with its river: "Neustadt an der Orla"."""
    at = source.skip(index + 1, _INNER_GERMAN, 2)
    return at + 1 if at > index + 1 and capital(source, at) else index + 1


def is_quarter(word: str) -> bool:
    """Whether a name has that of its town in front: "Berlin-Neukölln"."""
    town, hyphen, quarter = word.partition("-")
    known = town.lower() in GERMAN_NAMES or town.lower() in regions.table("de")
    is_part = quarter.lower() in GERMAN_NAMES or quarter.lower() in _PARTS
    return bool(hyphen) and known and quarter[:1].isupper() and is_part


_PARTS = word_set("umgebung land stadt mitte nord süd ost west altstadt neustadt umland")


_LOCATORS = word_set("nördlich südlich östlich westlich nähe umgebung umkreis umland gegend rund")
_REGIONS = word_set("raum region großraum")


def behind_locator(source: Source, index: int) -> bool:
    """Whether a word comes before that only a name can follow: "rund um Husum", "im Raum Zwickau",
    "nördlich von Gotha".
    """
    if not capital(source, index) or source.tokens[index].text.isupper():
        return False
    if source.word(index - 1) in _REGIONS:
        return True
    return source.word(index - 1) in ("um", "von") and source.word(index - 2) in _LOCATORS


def has_two_words(source: Source, index: int) -> bool:
    """Whether a name of two words begins: "Bad Tölz", "Steinhuder Meer"."""
    if not capital(source, index + 1):
        return False
    word = source.word(index)
    if word in ("bad", "sankt"):
        return source.word(index - 1) in _BEFORE_TOWN | AND
    adjective = len(word) > 5 and word.endswith(("er", "ische", "ischen", "isches"))
    return adjective and word not in _NO_ADJECTIVE and source.word(index + 1) in _LANDSCAPE_NOUNS


_BEFORE_TOWN = word_set("in aus um von nach rund bei zwischen bis ab nahe")
_LANDSCAPE_NOUNS = word_set(
    "see meer land tal wald heide alb berge moor bucht börde alpen jura forst becken schweiz platte"
    " haff bodden senke seenplatte küste förde umland gegend ländchen winkel marsch geest"
    " ried bruch riviera höhen"
)
_NO_ADJECTIVE = word_set(
    "unserer dieser jeder eurer ihrer mancher großer kleiner alter neuer einer welcher schöner"
    " unserem diesem hiesiger heimischer heimische heimischen"
)


def is_infinitive(source: Source, index: int) -> bool:
    """Whether a verb with an article stands there that is spelt as a town: "beim Gießen"."""
    return source.word(index).endswith("en") and source.word(index - 1) in _WITH_ARTICLE


_WITH_ARTICLE = word_set("beim zum vom das des ans dem ins fürs")


def is_common_noun(source: Source, index: int) -> bool:
    """Whether a word that is also the name of a town stands for the thing: "die ersten Löhne",
    "ohne Halle", "in Halle 3".
    """
    if source.word(index) not in _ALSO_NOUNS:
        return False
    if source.number(index + 1) is not None:
        return True
    before = source.word(index - 1)
    listed = before in AND | {","} and _is_known_german(source, index - 2)
    opens = source.word(index + 1) in AND | {","} and _is_known_german(source, index + 2)
    return before not in _BEFORE_TOWN and not listed and not opens


_ALSO_NOUNS = word_set(
    "halle essen löhne stade bünde hof singen weiden regen lage norden wiesen bergen aue brand horn"
    " lauf baden"
)


def stands_as_name(source: Source, index: int) -> bool:
    """Whether a word that is no known name stands where only a name can, and is not numbered: "in
    Halle 3".
    """
    behind = source.tokens[index + 1 : index + 2]
    if behind and behind[0].kind == "number":
        return False
    return (
        beside_name(source, index) or bare_after_in(source, index) or behind_locator(source, index)
    )


def beside_name(source: Source, index: int) -> bool:
    """Whether a name stands next to a known one in a list: "in Weimar und Erfurt", "in Erfurt,
    Weimar".
    """
    listed = source.word(index - 1) in AND and _is_known_german(source, index - 2)
    if listed and _can_be_name(source, index):
        return True
    opens = source.word(index + 1) in AND and _is_known_german(source, index + 2)
    again = source.word(index - 2) in AND and _is_known_german(source, index - 3)
    return (
        source.word(index - 1) == "in"
        and (opens or again)
        and capital(source, index)
        and source.word(index) not in BARE_NOUNS
    )


def _is_known_german(source: Source, index: int) -> bool:
    if not capital(source, index):
        return False
    return source.word(index) in regions.table("de") or is_german_name(source.tokens[index].text)


def bare_after_in(source: Source, index: int) -> bool:
    """Whether "in" comes right before a word in the singular, where a common noun would have an
    article.

    Also the second of two such words: "in Lehe und Geestemünde".
    """
    if not _can_be_name(source, index):
        return False
    if source.word(index - 1) == "in":
        return True
    return (
        source.word(index - 1) in ("und", "oder")
        and source.word(index - 3) == "in"
        and _can_be_name(source, index - 2)
    )


def _can_be_name(source: Source, index: int) -> bool:
    if not capital(source, index):
        return False
    token = source.tokens[index]
    plain = len(token.text) > 3 and not token.text.isupper() and token.lower not in BARE_NOUNS
    return (
        plain
        and not token.lower.endswith(NOUN_ENDINGS)
        and token.lower not in source.lexicon.months
    )


def is_german_name(word: str) -> bool:
    lower = word.lower()
    if lower in GERMAN_NAMES or is_part_of_landscape(lower):
        return True
    return len(lower) > 6 and lower not in NOT_GERMAN and lower.endswith(GERMAN_ENDINGS)


_PART = re.compile(
    r"(?:(?:nord|süd)(?:ost|west)|nord|süd|ost|west|ober|unter|nieder|mittel|hinter|vorder|zentral)"
    r"-?(?P<whole>[a-zäöüß]{4,})"
)
_LANDSCAPES = word_set(
    "schwaben franken bayern pfalz hessen sachsen thüringen brandenburg westfalen friesland"
    " holstein mecklenburg pommern baden württemberg steiermark kärnten tirol burgenland vorarlberg"
    " niederösterreich schweiz böhmen allgäu harz eifel elsass bünden"
)


def is_part_of_landscape(word: str) -> bool:
    """Whether a side of a landscape is named: "Westpfalz", "Oberschwaben"."""
    match = _PART.fullmatch(word)
    return match is not None and match["whole"] in GERMAN_NAMES | _LANDSCAPES
