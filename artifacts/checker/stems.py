"""Words as the checker compares them: without their endings, and without those that say little."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import Stemmer

from artifacts.checker.irregular import LEMMA_OF, dictionary_forms, german_root
from artifacts.checker.kinds import KIND_OF, NAME_OF, SAYS_ALSO
from artifacts.facts.grammar.lexicon import LANGUAGES, lexicon
from artifacts.facts.grammar.sets import word_set

_NAMES = {"en": "english", "de": "german", "fr": "french", "nl": "dutch", "es": "spanish"}
_STEM_MAX = 6
"""Letters that tell two words apart: member and membership are one."""
_WORD = re.compile(r"[^\W\d_]{3,}")

_COMMON = word_set("""
    take takes taking taken
    the and for are but not you all any can had her was one our out has him his how its may new now
    old see two
    who did get let put say she too use that this with have from they will would there their what
    about which
    when make like time just know into your good some could them than then look only come over also
    back after
    use used uses work first even want because these give most each every both such more less very
    much many
    well where here been being does doing done goes going got same other others else must should
    shall still yet
    never ever no nor none nothing nobody without neither once again own while until since before
    during between
    through per way thing things whole day days week weeks month months year years hour hours needs
    need one's
    him it's day's down off people person day's version today later enough thing something der die
    anything everything
    das und ist
    nicht mit ein eine einen einem einer den dem des von für auf sich wird werden sind aus bei nach
    noch über
    nur wer mein unser ihre ihr ihren sie wir ich uns euch dass wenn aber auch als schon sehr mehr
    weniger dann
    dort hier man kann können muss müssen soll sollen haben hat hatte war waren sein seine oder
    denn doch weil
    damit dafür davon dazu dabei kein keine keinen keiner keinem nichts niemand ohne erst jede
    jeder jedes jeden
    alle allen allem zwei drei woche wochen monat monate jahr jahre tag tage tagen stunde stunden
    machen macht
    geht gehen gibt geben kommt kommen zum zur vom beim ins ans bis vor seit dies diese dieser
    dieses diesen
    etwa rund sowie selbst immer wieder nun also ganz ganze ganzen leute unter zwischen wie was wo
    les des est
    sont pour avec nous ils une pas qui dans sur aux que cette ces par plus moins leur leurs notre
    nos mais sans
    elle elles tout tous toute toutes rien aucun aucune fait faire jour jours semaine semaines mois
    année ans
    première premier aussi déjà être avoir avant après dès quand donc het een van voor met zijn
    wordt worden
    heeft hebben maar aan uit hun geen ons onze deze dat die als dan nog wie niet ook bij naar alle
    elke iedere
    dag dagen weken maand maanden jaar jaren eerste moet moeten kan kunnen wij los las del una uno
    por con para
    son como más pero sus este esta estos estas ese esa cada sin nada muy hay ser tiene tienen día
    días mes
    meses año años semana semanas primera primer nuestro nuestra todo todos toda todas
    """)
_SAME = {
    "paid": "pay", "pays": "pay", "paying": "pay", "payment": "pay", "payments": "pay",
    "bezahlt": "zahlen",
    "bezahlen": "zahlen", "zahlt": "zahlen", "zahlung": "zahlen", "zahlungen": "zahlen",
    "storage": "store", "stored": "store", "stores": "store", "storing": "store",
    "sold": "sell", "sale": "sell",
    "sales": "sell", "brought": "bring", "kept": "keep", "held": "hold", "built": "build",
    "sent": "send",
    "driven": "drive", "taken": "take", "gave": "give", "given": "give", "weighed": "weigh",
    "hilfe": "helfen",
    "hilft": "helfen", "verkauft": "verkaufen", "verkauf": "verkaufen", "verkäufe": "verkaufen",
    "liefert": "liefern", "lieferung": "liefern", "lieferungen": "liefern", "geliefert": "liefern",
    "delivery": "deliver", "deliveries": "deliver", "livraison": "livrer", "livraisons": "livrer",
    "livre": "livrer",
    "entrega": "entregar", "entregas": "entregar", "bezorgt": "bezorgen", "geprüft": "prüfen",
    "planner": "plan",
    "filmed": "video", "filmée": "video", "filmé": "video", "gefilmt": "video", "vidéo": "video",
    "vidéos": "video",
    "e-mails": "email", "e-mail": "email", "emails": "email", "mails": "email", "mail": "email",
    "baked": "bake", "bakes": "bake", "gebacken": "backen", "backt": "backen", "children": "child",
    "knives": "knife", "loaves": "loaf", "shelves": "shelf", "calves": "calf", "wolves": "wolf",
    "men": "man", "women": "woman", "geese": "goose", "teeth": "tooth", "feet": "foot",
    "medicine": "medication", "medicines": "medication",
}  # fmt: skip
"""Forms that the stemmers do not bring together."""


@cache
def _number_words() -> frozenset[str]:
    """Return the words for numbers and units in all languages."""
    lexicons = [lexicon(language) for language in LANGUAGES]
    return frozenset(word for one in lexicons for word in (*one.numbers, *one.units))


_VOWEL = re.compile("[aeiouyäöüáéíóúàèêâ]")


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """Return what `word` has in common with its other forms, "" where it says too little to be
    compared.
    """
    word = word.strip("'’-").casefold()
    if len(word) < 3 or word in _COMMON or word in _number_words():
        return ""
    word = _without_ending(_SAME.get(word) or LEMMA_OF.get(word, word), language)
    found = _root(word, language)
    bare = "".join(c for c in unicodedata.normalize("NFD", found) if not unicodedata.combining(c))
    bare = bare[:_STEM_MAX]
    if language not in ("de", "nl"):
        return bare
    # "Bett" and "Betten" differ in how many they keep of a double "t",
    bare = bare[:-1] if bare.endswith("tt") else bare
    # "bestätigt" and "bestätigen" in whether they keep one.
    return bare.removesuffix("t") if len(bare) >= _COMPOUND_LEAST else bare


@lru_cache(maxsize=20_000)
def term(word: str, language: str) -> str:
    """Return the general term of a word, its stem where we know of none: "Rindfleisch" is meat."""
    word = word.strip("'’-").casefold()
    found = _in_table(KIND_OF, word, language)
    return found or next(_kinds_of_compound(word, language), "") or stem(word, language)


def _in_table(table: Mapping[str, str], word: str, language: str) -> str | None:
    """Return the general term of a word, or of one that it is a German form of."""
    found = table.get(word) or table.get(f"{language}:{word}")
    if found or language != "de":
        return found
    return next((table[form] for form in dictionary_forms(word) if form in table), None)


@lru_cache(maxsize=20_000)
def _name(word: str, language: str) -> str:
    """Return the general term of a word for the thing itself, the stem of one for a kind of it: who
    has no "beer" may have wine.
    """
    word = word.strip("'’-").casefold()
    return _in_table(NAME_OF, word, language) or stem(word, language)


@lru_cache(maxsize=20_000)
def _all_terms(word: str, language: str) -> tuple[str, ...]:
    """Return the general term of a word, its stem, and what it says beside: beef is red."""
    lower = word.casefold()
    found = (term(word, language), stem(word, language), SAYS_ALSO.get(lower, ""))
    return tuple(filter(None, (*found, *_kinds_of_compound(lower, language))))


def _french_verb(word: str) -> str:
    """Return the verb of a French noun of doing something: "lavage" is what one does who washes."""
    one = word.removesuffix("s")
    is_doing = one.endswith("age") and len(one) > _DOING_LEAST and one not in _NO_DOING
    return f"{one[:-3]}er" if is_doing else word


_DOING_LEAST = 5
_NO_DOING = word_set("""
    village garage message image voyage passage personnage fromage étage dommage avantage usage
    ménage paysage visage équipage mariage potage bagage langage courage herbage orage rivage
    """)
"""French nouns in "-age" that are no forms of a verb."""


def _root(word: str, language: str) -> str:
    found: str = _stemmers()[language].stemWord(word)
    if language == "de":
        return german_root(found, word)
    if language == "es" and found.endswith("c"):
        return found[:-1] + "z"  # "luces" are more than one "luz", and "dulces" one "dulce"
    return found


def _without_ending(word: str, language: str) -> str:
    """Return a word without an ending that its stemmer does not know."""
    return _french_verb(word) if language == "fr" else _without_plural(word, language)


def _without_plural(word: str, language: str) -> str:
    """Return a word without a plural that its stemmer leaves: "PDFs", German "Fotos", Dutch
    "kopieën".
    """
    if language == "nl" and word.endswith(("eeën", "ieën")):
        return word[:-2]
    if language == "nl" and word.endswith("iën"):
        return word[:-2] + "e"
    is_abbreviation = word.endswith("s") and not _VOWEL.search(word)
    is_borrowed = language == "de" and word.endswith(("os", "ys")) and len(word) > _SHORT_PLURAL
    return word[:-1] if is_abbreviation or is_borrowed else word


_SHORT_PLURAL = 4
_COMPOUND_LEAST = 5
_BY_RADIO = ("funk", "elektro", "digital", "smart", "bluetooth")
"""What makes a compound the name of an electronic thing."""
_FIRST_LEAST = 7
"""Letters of a word that tells what a compound that begins with it is about: "Kettensägenöl"."""


def _kinds_of_compound(word: str, language: str) -> Iterator[str]:
    """Yield the general terms of what a German or Dutch compound ends or begins with: "Rindfleisch"
    is meat, and "Kettensägenöl" for chainsaws.
    """
    if language in ("de", "nl") and len(word) > _COMPOUND_LEAST:
        ends = (word[at:] for at in range(len(word) - _COMPOUND_LEAST + 1))
        begins = (word[:size] for size in range(_FIRST_LEAST, len(word) + 1))
        heads = (*_as_listed(ends, _last_parts()), *_as_listed(begins, _first_parts()))
        yield from (KIND_OF[head] for head in heads)
        if word.startswith(_BY_RADIO) and not word.startswith("funkti"):
            yield "electronic"


def _as_listed(parts: Iterable[str], listed: Mapping[str, int]) -> list[str]:
    """Return those of `parts` that are listed, in the order of the list."""
    return sorted((part for part in parts if part in listed), key=listed.__getitem__)


@cache
def _last_parts() -> dict[str, int]:
    """Return the words that compounds may end in, with their places in the table."""
    return {head: at for at, head in enumerate(KIND_OF) if len(head) >= _COMPOUND_LEAST}


@cache
def _first_parts() -> dict[str, int]:
    """Return the words that compounds may begin with, with their places in the table."""
    return {head: at for at, head in enumerate(NAME_OF) if len(head) >= _FIRST_LEAST}


@lru_cache(maxsize=1)
def _stemmers() -> dict[str, Stemmer.Stemmer]:
    return {language: Stemmer.Stemmer(name) for language, name in _NAMES.items()}


def stems(words: Iterable[str], language: str) -> frozenset[str]:
    """Return the stems of those of `words` that say something."""
    return frozenset(filter(None, (stem(word, language) for word in words)))


def terms(words: Iterable[str], language: str) -> frozenset[str]:
    """Return the stems of `words`, and the general terms of those that are kinds of something."""
    return frozenset(one for word in words for one in _all_terms(word, language))


def names(words: Iterable[str], language: str) -> frozenset[str]:
    """Return what `words` name: general terms where they are the general ones, else stems."""
    return frozenset(filter(None, (_name(word, language) for word in words)))


def names_of(text: str, language: str) -> frozenset[str]:
    return names(_WORD.findall(text), language)


def terms_of(text: str, language: str) -> frozenset[str]:
    return terms(_WORD.findall(text), language)


def stems_of(text: str, language: str) -> frozenset[str]:
    return stems(_WORD.findall(text), language)
