"""Places: names with an ISO 3166 code, and other names that stand where a place is named."""

from __future__ import annotations

import re

from artifacts.facts.grammar import regions
from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.grammar.place_names import GERMAN_NAMES
from artifacts.facts.grammar.place_tokens import AND, LONGEST_LIST, capital, place_match
from artifacts.facts.grammar.places_german import (
    end_of_german_name,
    has_two_words,
    is_common_noun,
    is_german_name,
    is_infinitive,
    is_part_of_landscape,
    is_quarter,
    kind_of_several,
    stands_as_name,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_KINDS_BEFORE = word_set(
    "kreis landkreis grafschaft stadt gemeinde kanton bezirk county stadtteil gemeente regio ville"
)
_KINDS_AFTER = word_set(
    "county borough district parish shire province city canal river valley coast island islands"
    " peninsula bay lake hills point head harbour harbor glen moor forest bridge loch lough"
    " estuary town village quarter creek springs wells falls reef sound sounds cove beach dales"
    " moors downs fens broads highlands lowlands borders marshes levels plains plateau basin"
    " uplands delta gorge gulf straits wolds islets sands"
)
_KINDS_OF = word_set("isle gulf bay vale forest firth sound mull strait port")
"""Kinds that come before a name with "of": "Isle of Wight"."""

_IN = {
    "en": word_set(
        "in near around at throughout across outside from between along on off through round"
    ),
    "de": word_set("in um bei rund aus durch zwischen"),
    "fr": word_set("à aux en du des dans près autour entre jusqu'à vers"),
    "nl": word_set("in rond bij nabij omgeving tussen"),
    "es": word_set("en cerca alrededor entre desde"),
}
_PEOPLES = word_set("english german french dutch spanish welsh scottish irish danish")
_MOST_WORDS = 3


def place_at(source: Source, index: int) -> PlaceMatch | None:
    """Return the place that begins at token `index`."""
    token = source.tokens[index]
    if token.kind != "word" or not token.text[0].isupper():
        return None
    return _known(source, index) or _of_saint(source, index) or _named(source, index)


def _of_saint(source: Source, index: int) -> PlaceMatch | None:
    """Read "St. Gallen", whose full stop ends no sentence."""
    if source.word(index) not in _SAINTS or source.word(index + 1) != ".":
        return None
    named = capital(source, index + 2) and source.sentence(index + 2) == source.sentence(index)
    if not named or not (_introduced(source, index) or source.lexicon.language == "de"):
        return None
    last = _end_of_capitals(source, index + 2)
    if source.lexicon.language == "de":
        last = index + 3
    return place_match(source, index, last, _SAINTS_KNOWN.get(source.word(index + 2), ""))


_SAINTS = word_set("st ste")
_SAINTS_KNOWN = {"gallen": "CH-SG"}


def _known(source: Source, index: int) -> PlaceMatch | None:
    language = source.lexicon.language
    token = source.tokens[index]
    is_pronoun = token.lower == "us" and token.text != "US"
    if is_pronoun or token.lower not in regions.beginnings(language):
        return None
    if _ends_name_of_body(source, index):
        return None
    table = regions.table(language)
    for last in range(min(index + regions.longest(language), len(source.tokens)), index, -1):
        code = table.get(source.words(index, last))
        if code and source.word(last) != "$":
            return place_match(source, index, last, code)
    return None


def _ends_name_of_body(source: Source, index: int) -> bool:
    """Whether a name follows a word with a capital: "Transport Canada" is a body."""
    if index == 0 or source.lexicon.language == "de":
        return False
    before = source.tokens[index - 1]
    return before.kind == "word" and before.text.istitle() and len(before.text) > 5


def _named(source: Source, index: int) -> PlaceMatch | None:
    """Return a name without a code: "Kreis Euskirchen", "DeKalb County", "near Rhayader", "in
    Norwich and Diss".
    """
    if _stands_with_kind(source, index):
        return place_match(source, index, index + 2, _code_with_kind(source, index))
    last = _end_of_capitals(source, index)
    if last == index or _is_calendar_word(source, index):
        return None
    end = _end_by_kind(source, index, last)
    is_german = source.lexicon.language == "de"
    if not (end or is_german or _is_introduced(source, index)):
        return None  # as most words with a capital, which begin a sentence
    if _names_no_place(source, index, last):
        return None
    if end:
        return place_match(source, index, end, "")
    return _german(source, index) if is_german else place_match(source, index, last, "")


def _is_introduced(source: Source, index: int) -> bool:
    """Whether a word is a name by the words in front of it, in languages in which nouns have no
    capitals.
    """
    text = source.tokens[index].text
    return not (text.isupper() and len(text) > 1) and _introduced(source, index)


def _code_with_kind(source: Source, index: int) -> str:
    name = source.word(index + 1)
    if source.word(index) == "kanton" and name in regions.CANTONS:
        return regions.CANTONS[name]
    return regions.table(source.lexicon.language).get(name, "")


def _names_no_place(source: Source, index: int, last: int) -> bool:
    """Whether the capitals up to `last` name a language or a writing ("the Code of Practice"), or
    only say what kind of place it is.
    """
    if source.word(last - 1) in _LANGUAGES or source.word(last) in _LANGUAGES:
        return True
    if source.word(index) in _WRITINGS and source.word(last) == "of":
        return True
    if _IN_CAMEL_CASE.fullmatch(source.tokens[index].text):
        return True
    if last > index + 1:
        return False
    alone = source.word(index) in _NO_NAMES and source.word(last) != "of"
    return alone or len(source.tokens[index].text) == 1


_IN_CAMEL_CASE = re.compile(
    r"(?!Mac[A-Z]|De[A-Z]|La[A-Z]|Le[A-Z]|Du[A-Z])[A-Z][a-z]{2,}[A-Z]\w*|[A-Z]{2,}[a-z]{2,}"
)
"""Names of software, which stand where places do: "kept in IndexedDB"."""
_WRITINGS = word_set(
    "act annals bill book catalogue charter code convention directory guide handbook journal list"
    " manual proceedings register rules treaty"
)

_LANGUAGES = word_set("language languages dialect sprache langue taal lengua idioma")


def _end_by_kind(source: Source, index: int, last: int) -> int | None:
    """Return the end of a name that contains its kind: "Box Butte County", "Isle of Wight",
    "Devonshire"; `last` is behind its capitals.
    """
    if source.word(last - 1) in _KINDS_AFTER and last > index + 1:
        return last
    if _is_shire(source, index):
        return index + 1
    if source.word(index) in _KINDS_OF and source.word(index + 1) == "of":
        return index + 3 if capital(source, index + 2) else None
    return None


def _stands_with_kind(source: Source, index: int) -> bool:
    """Whether one of two words says what kind of place it is: "Kreis Unna", "English Channel"."""
    if not capital(source, index + 1):
        return False
    word = source.word(index)
    if word in _KINDS_BEFORE and source.lexicon.language in ("de", "nl"):
        return True
    return word in _PEOPLES and source.word(index + 1) in _KINDS_AFTER


def _end_of_capitals(source: Source, index: int) -> int:
    """Return the index behind the words with capitals that begin at `index` in one sentence."""
    last = index
    while last < index + _MOST_WORDS and capital(source, last):
        last += 1
        if source.sentence(last) != source.tokens[index].sentence:
            break
    return last


def _is_shire(source: Source, index: int) -> bool:
    word = source.tokens[index].lower
    return source.lexicon.language == "en" and word.endswith("shire") and len(word) > 6


def _is_calendar_word(source: Source, index: int) -> bool:
    word = source.tokens[index].lower
    return word in source.lexicon.months or word in source.lexicon.weekdays


def _german(source: Source, index: int) -> PlaceMatch | None:
    """Read a name where every noun has a capital: a known one, one with the ending of a place, and
    any word in a position where only a name can be.
    """
    word = source.tokens[index].text
    if is_quarter(word):
        return place_match(source, index, index + 1, "")
    if kind := kind_of_several(source, index):
        return _one_of_several(source, index, kind)
    if has_two_words(source, index):
        return place_match(source, index, index + 2, "")
    if not is_german_name(word):
        return place_match(source, index, index + 1, "") if stands_as_name(source, index) else None
    if is_infinitive(source, index) or is_common_noun(source, index):
        return None
    lower = word.lower()
    sure = lower in GERMAN_NAMES or lower.endswith("kreis") or is_part_of_landscape(lower)
    return place_match(source, index, index + 1, "") if sure or _introduced(source, index) else None


def _one_of_several(source: Source, index: int, kind: str) -> PlaceMatch:
    """Return one of the places that are listed behind what kind they are."""
    code = regions.CANTONS.get(source.word(index), "") if kind in _CANTONS else ""
    return place_match(source, index, end_of_german_name(source, index), code)


_CANTONS = ("kantone", "kantonen")


def _introduced(source: Source, index: int) -> bool:
    """Whether a preposition of place comes before token `index`, or another name and "and"."""
    language = source.lexicon.language
    skipped = _SKIPPED_ARTICLES.get(language, ())
    if source.opening(index, 2) > index - 1 - (source.word(index - 1) in skipped):
        return False  # a line of its own: "The member logs in\nThe list opens"
    before, at = source.word(index - 1), index - 1
    if language == "fr" and before in _FRENCH_ARTICLES and _french(source, index - 2):
        return True
    if before in skipped:
        at = index - 2
        before = source.word(at)
    if language == "de" and before in ("im", "am"):
        return source.word(index).endswith(_LANDSCAPES if before == "im" else "see")
    if language == "de" and at < index - 1:
        return before == "in"
    return _is_introduced_by(source, at)


_SKIPPED_ARTICLES = {
    "en": ("the",),
    "de": ("der", "dem"),
    "nl": ("de", "het"),
    "es": ("el", "la", "los", "las"),
}


def _french(source: Source, index: int) -> bool:
    """Whether token `index`, in front of an article, leads to a place: "dans le Calvados", "du
    Calvados et de l'Orne".
    """
    if source.word(index) in ("dans", "et"):
        return True
    listed = source.word(index) == "de" and source.word(index - 1) == "et"
    return listed and _follows_introduced_name(source, index - 2)


_LANDSCAPES = ("land", "gebirge", "allgäu", "wald", "tal", "gau", "viertel", "kreis", "ried")


def _is_introduced_by(source: Source, at: int) -> bool:
    """Whether token `at`, with those in front of it, leads to the place that follows."""
    language, before = source.lexicon.language, source.word(at)
    if before == "of":
        return _is_part_of_place(source, at - 1)
    if before == ":":
        return _lists_places(source, at + 1)
    if before in _OF.get(language, ()):
        listed = source.word(at - 1) in AND and _follows_introduced_name(source, at - 2)
        return listed or _leads_to_place(source, at)
    if before in _IN[language]:
        return before != "from" or source.word(at - 1) != "from"
    return before in AND and _follows_introduced_name(source, at - 1)


def _is_part_of_place(source: Source, index: int) -> bool:
    """Whether a word in front of "of" is about a place, or names several things there: "the coast
    of", "the groceries of".
    """
    word = source.word(index)
    if word in _OF_A_PLACE:
        return True
    if source.tokens[index].text == "Bs":
        # "B&Bs of Arran"
        return True
    if _is_landscape(source, index):
        return True
    plural = len(word) > 4 and word.endswith("s") and not word.endswith("ss")
    return plural and word not in _OF_NO_PLACE and source.tokens[index].text.islower()


def _is_landscape(source: Source, index: int) -> bool:
    """Whether a landscape is named that places have a part of: "in the Weald of Kent"."""
    named = capital(source, index) and source.word(index - 1) == "the"
    return named and source.word(index - 2) in _WITHIN and source.word(index) in _LANDSCAPE_NOUNS


_WITHIN = word_set("in across around throughout through")
_LANDSCAPE_NOUNS = word_set(
    "weald wolds wold downs down vale vales valley valleys dale dales fens fen marsh marshes"
    " levels moor moors moorland heath heaths forest forests woods hills hill mountains highlands"
    " lowlands uplands borders marches peninsula coast shore shores bay gulf sound firth strait"
    " straits estuary delta lakes lake lochs broads isle isles island islands plain plains"
    " prairie prairies plateau desert canyon bush outback glens glen straths carse"
    " rhinns wilds coalfield basin mearns parishes county counties"
    " province district region territory riviera backwaters"
)


def _lists_places(source: Source, index: int) -> bool:
    """Whether the words in front of a colon say that places follow: "at three beaches:"."""
    return any(source.word(at) in _GEOGRAPHY for at in range(source.opening(index, index), index))


_OF = {"fr": ("de", "d'"), "es": ("de", "del")}
_NEAR = word_set("près autour cerca alrededor")
_OF_NO_PLACE = word_set(
    "amis clients photos heures semaines mois années fils cours livres sacs plus moins produits"
    " amigos clientes fotos horas semanas meses años hijos clases libros sacos más productos"
    " gracias recettes recetas voisins vecinos kilos litres litros pièces piezas "
    "millones millions euros pesos dólares francs"
    " users owners members friends fans kinds types parts copies readers versions series pairs"
    " packs sets ounces grams litres dozens hundreds thousands sales makers works pictures photos"
    " hours weeks months years students names subscribers followers clients customers works"
)
_GEOGRAPHY = word_set(
    "towns villages parts islands valleys districts ports harbours counties places quarters suburbs"
    " beaches parishes cities boroughs communes areas neighbourhoods neighborhoods regions lakes"
    " rivers stations orte orten städte städten dörfer dörfern täler tälern gemeinden kreise"
    " kreisen landkreise landkreisen stadtteile stadtteilen viertel vierteln inseln häfen communes"
    " villes villages plaatsen dorpen pueblos barrios ciudades"
)


_NO_NAMES = _GEOGRAPHY | _KINDS_OF | word_set("the")
"""What is no name where it stands alone: "the scrapings end up in the Firth"."""


def _follows_introduced_name(source: Source, last: int) -> bool:
    """Whether a name ends at token `last` that a preposition or another name comes before."""
    for _ in range(LONGEST_LIST):
        back = last
        while back > last - _MOST_WORDS and _is_name(source, back):
            back -= 1
        if back == last:
            return False
        if _leads_to_place(source, back):
            return True
        back = source.back(back, _ARTICLES)
        if _leads_to_place(source, back):
            return True
        if source.word(back) not in AND:
            return False
        last = back - 1
    return False


def _is_name(source: Source, index: int) -> bool:
    """Whether a word has a capital and is no preposition that opens the sentence: "Between"."""
    if source.word(index) in _PEOPLES and source.word(index + 1) in _KINDS_AFTER:
        return True
    return capital(source, index) and source.word(index) not in _IN[source.lexicon.language]


def _leads_to_place(source: Source, index: int) -> bool:
    before = source.word(index)
    if before == "of" or before in _OF.get(source.lexicon.language, ()):
        return source.word(index - 1) in _NEAR or _is_part_of_place(source, index - 1)
    if before == ":":
        return _lists_places(source, index + 1)
    return before in _IN[source.lexicon.language]


_ARTICLES = word_set("the den dem der de la le l' les el")
_FRENCH_ARTICLES = word_set("le la l' les")
_OF_A_PLACE = word_set(
    "north south east west outskirts town city village coast end side part edge half corner shore"
    " centre center quarter middle valley county port parish streets"
)
