"""Places: names with an ISO 3166 code, and other names that stand where a place is named."""

from __future__ import annotations

from artifacts.facts.grammar import regions
from artifacts.facts.grammar.matches import PlaceMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_KINDS_BEFORE = word_set(
    "kreis landkreis stadt gemeinde kanton bezirk county landkreisen stadtteil gemeente regio ville"
)
_KINDS_AFTER = word_set(
    "county borough district parish shire province city canal river valley coast island islands"
    " peninsula bay lake hills point head harbour harbor glen moor forest bridge loch lough estuary"
    " sound cove beach"
)
_IN = {
    "en": word_set("in near around at throughout across outside from"),
    "de": word_set("in um bei rund aus durch"),
    "fr": word_set("à du des dans près autour"),
    "nl": word_set("in rond bij nabij omgeving"),
    "es": word_set("en cerca alrededor"),
}
_AND = word_set("and und et en y e or oder , & / du")
_GERMAN_ENDINGS = (
    "burg",
    "berg",
    "stadt",
    "dorf",
    "heim",
    "hausen",
    "kreis",
    "furt",
    "brück",
    "ingen",
    "bach",
    "hafen",
    "münster",
    "kirchen",
    "rode",
    "leben",
    "tal",
    "wald",
    "mark",
    "land",
    "gau",
    "see",
    "witz",
    "haven",
    "tz",
    "ow",
)
_GERMAN_CITIES = word_set(
    "köln bonn essen dortmund leipzig dresden hannover nürnberg stuttgart münchen mainz kiel lübeck"
    " rostock erfurt jena halle kassel ulm trier aachen bochum münster graz linz salzburg basel"
    " bern luzern mannheim karlsruhe passau görlitz chemnitz fulda gera potsdam cottbus worms"
    " speyer konstanz schwerin uckermark allgäu eifel harz lausitz pfalz rügen usedom ostfriesland"
    " oldenburg innsbruck bozen"
)
_NOT_GERMAN = word_set(
    "umkreis freundeskreis arbeitskreis stromkreis wald land tal berg see stadt dorf kreis ausland"
    " inland umland verband deutschland"
)
_NOT_PLACES = word_set(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday christmas easter i english german french"
    " dutch spanish welsh whatsapp google excel apple android facebook instagram"
)
_PEOPLES = word_set("english german french dutch spanish welsh scottish irish danish")
_MOST_WORDS = 3


def place_at(source: Source, index: int) -> PlaceMatch | None:
    """Return the place that begins at token `index`."""
    token = source.tokens[index]
    if token.kind != "word" or not token.text[0].isupper():
        return None
    return _known(source, index) or _named(source, index)


def _match(source: Source, first: int, last: int, code: str) -> PlaceMatch:
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    return PlaceMatch(
        start=start, end=end, first=first, last=last, name=source.text[start:end], code=code
    )


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
            return _match(source, index, last, code)
    return None


def _ends_name_of_body(source: Source, index: int) -> bool:
    """Whether a name follows a word with a capital: "Transport Canada" is a body."""
    if index == 0 or source.lexicon.language == "de":
        return False
    before = source.tokens[index - 1]
    return before.kind == "word" and before.text.istitle() and len(before.text) > 5


def _capital(source: Source, index: int) -> bool:
    if not 0 <= index < len(source.tokens):
        return False
    token = source.tokens[index]
    return token.kind == "word" and token.text[0].isupper() and token.lower not in _NOT_PLACES


def _named(source: Source, index: int) -> PlaceMatch | None:
    """Return a name without a code: "Kreis Euskirchen", "DeKalb County", "near Rhayader", "in
    Norwich and Diss".
    """
    language = source.lexicon.language
    token = source.tokens[index]
    if _stands_with_kind(source, index):
        return _match(source, index, index + 2, "")
    last = _end_of_capitals(source, index)
    if last == index or _is_calendar_word(source, index):
        return None
    if _is_shire(source, index):
        return _match(source, index, index + 1, "")
    if source.word(last - 1) in _KINDS_AFTER and last > index + 1:
        return _match(source, index, last, "")
    if language == "de":
        return _german(source, index)
    if token.text.isupper() and len(token.text) > 1:
        return None
    return _match(source, index, last, "") if _introduced(source, index) else None


def _stands_with_kind(source: Source, index: int) -> bool:
    """Whether one of two words says what kind of place it is: "Kreis Unna", "English Channel"."""
    if not _capital(source, index + 1):
        return False
    word = source.word(index)
    if word in _KINDS_BEFORE and source.lexicon.language in ("de", "nl"):
        return True
    return word in _PEOPLES and source.word(index + 1) in _KINDS_AFTER


def _end_of_capitals(source: Source, index: int) -> int:
    """Return the index behind the words with capitals that begin at `index` in one sentence."""
    last = index
    while last < index + _MOST_WORDS and _capital(source, last):
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
    """Read a name where every noun has a capital: only what ends or is known as one."""
    word = source.tokens[index].text
    if not is_german_name(word):
        beside = _beside_name(source, index) or _bare_after_in(source, index)
        return _match(source, index, index + 1, "") if beside else None
    sure = word.lower() in _GERMAN_CITIES or word.lower().endswith("kreis")
    return _match(source, index, index + 1, "") if sure or _introduced(source, index) else None


def _beside_name(source: Source, index: int) -> bool:
    """Whether a name stands next to a known one in a list: "in Weimar und Erfurt", "in Erfurt,
    Weimar".
    """
    listed = source.word(index - 1) in _AND and _is_known_german(source, index - 2)
    opens = (
        source.word(index - 1) == "in"
        and source.word(index + 1) in _AND
        and _is_known_german(source, index + 2)
    )
    return (listed or opens) and _can_be_name(source, index)


def _is_known_german(source: Source, index: int) -> bool:
    if not _capital(source, index):
        return False
    return source.word(index) in regions.table("de") or is_german_name(source.tokens[index].text)


def _bare_after_in(source: Source, index: int) -> bool:
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


_NOUN_ENDINGS = (
    "n", "s", "el", "ung", "heit", "keit", "ion", "schaft", "tät", "ie", "ik", "zeit", "form", "er",
    "isch", "nis",
    "ment",
    "raum", "buch", "arbeit", "weise", "größe", "pflege", "ze", "ße", "richtung", "system",
    "betrieb", "reihe", "app",
)  # fmt: skip
_BARE_NOUNS = word_set(
    "betrieb arbeit zukunft kraft not sicht bezug ruhe gefahr frage kontakt papier holz metall bar"
    " summe höhe eile gang auftrag umlauf gebrauch miete pacht haft urlaub rente excel wort bild"
    " stadt land haus hof theorie küche bad farbe stein glas ton stoff wolle leder eigenregie"
    " absprache reichweite rekordzeit familie gruppe serie anbetracht hinblick folge ordnung"
    " vollzeit teilzeit handarbeit heimarbeit etwa summa verzug mode aussicht anlehnung"
    " abhängigkeit echtzeit rechnung bargeld euro schicht garage werkstatt kombination beton"
    " braille klasse stufe ruf hand acht kauf richtung wirklichkeit stille bewegung sachen sprache"
    " schrift"
)


def _can_be_name(source: Source, index: int) -> bool:
    if not _capital(source, index):
        return False
    token = source.tokens[index]
    plain = len(token.text) > 3 and not token.text.isupper() and token.lower not in _BARE_NOUNS
    return (
        plain
        and not token.lower.endswith(_NOUN_ENDINGS)
        and token.lower not in source.lexicon.months
    )


def is_german_name(word: str) -> bool:
    lower = word.lower()
    if lower in _GERMAN_CITIES:
        return True
    return len(lower) > 6 and lower not in _NOT_GERMAN and lower.endswith(_GERMAN_ENDINGS)


def _introduced(source: Source, index: int) -> bool:
    """Whether a preposition of place comes before token `index`, or another name and "and"."""
    language = source.lexicon.language
    before = source.word(index - 1)
    if before in _ARTICLES:
        behind = source.word(index - 2)
        if language == "fr" and before in _FRENCH_ARTICLES and behind in ("dans", "et"):
            return True
        before = behind if before in ("the", "der", "dem") else before
        if language == "de":
            return before == "in"
    if language == "de" and before == "im" and source.word(index).endswith("land"):
        return True
    return _is_introduced_by(source, index, before)


def _is_introduced_by(source: Source, index: int, before: str) -> bool:
    """Whether the word `before`, with those in front of it, leads to a place."""
    language = source.lexicon.language
    if before == "of" and source.word(index - 2) in _OF_A_PLACE:
        return True
    if language == "fr" and before in ("de", "d'"):
        return source.word(index - 2) in ("près", "autour")
    if before in _IN[language]:
        return source.word(index - 1) != "from" or source.word(index - 2) != "from"
    return before in _AND and _follows_introduced_name(source, index - 2)


def _follows_introduced_name(source: Source, last: int) -> bool:
    """Whether a name ends at token `last` that a preposition or another name comes before."""
    back = last
    while back > last - _MOST_WORDS and _capital(source, back):
        back -= 1
    before = source.word(back)
    return back < last and (before in _IN[source.lexicon.language] or before in _AND)


_ARTICLES = word_set("the den dem der de la le l' les el")
_FRENCH_ARTICLES = word_set("le la l' les")
_OF_A_PLACE = word_set("north south east west outskirts town city village")
