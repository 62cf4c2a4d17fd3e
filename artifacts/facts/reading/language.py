"""In which language somebody writes, told by small words that only one of our languages has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "en": (
        "the of and is are for with we they you it this that have has from who not be by on to our"
        " their what when which will every without people your i my but a there can at each them or"
        " where how"
    ),
    "de": (
        "der die das und ist sind für mit wir sie ich nicht ein eine auf von zu den dem im es auch"
        " bei oder wenn kein keine dass wird werden haben hat aus am zum zur nach noch über nur wer"
        " mein unser ihre ohne einen"
    ),
    "fr": (
        "le les des et est sont pour avec nous ils une pas qui dans sur au aux du ne ce cette par"
        " plus je chez leur leurs notre ou mais on sans elle il qu un d' l'"
    ),
    "nl": (
        "het een en van voor met wij ze niet dat ook bij naar zijn wordt worden heeft maar aan uit"
        " ik je hun er om geen ons onze deze of als dan nog wie te zonder elk elke samen dus uur"
        " werken"
    ),
    "es": (
        "el los las y es son para con nosotros ellos una no que del por se su sus más pero como al"
        " cuando ya también hasta desde donde quien todos todo fue lo está hay muy nuestro nuestra"
        " cada sin un yo mi unas unos"
    ),
    "it": "il gli che di è sono per con una della delle nel non si più anche ci noi loro dei alla",
    "pt": "o os e é são para com uma não que do da dos das por se mais em no na ao nós você",
    "sv": "och är att det som en för med på av vi inte ett till den har og er på ikke til jeg af",
    "pl": "i w na z się do nie jest dla są to że oraz przez które",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in frozenset(_words.split()):
        _LANGUAGES_OF.setdefault(_word, []).append(_language)
_LETTERS = {
    "ß": "de",
    "ä": "de",
    "ñ": "es",
    "¿": "es",
    "¡": "es",
    "ê": "fr",
    "œ": "fr",
    "ã": "pt",
    "õ": "pt",
}
_WORD = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)|[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTER = re.compile(r"[^\x00-\x7f\u00c0-\u024f\W\d]")
_LATIN_WORD = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)|[a-z\u00df-\u00f6\u00f8-\u024f]+")
"""The same as `_WORD` in small letters none of which is another letter, in half of the time."""
_WHOLE_WORD = re.compile(r"[a-z\u00df-\u00f6\u00f8-\u024f]+")
"""The same of a text without apostrophes, as most are, in a third of that."""
READ = frozenset({"en", "de", "fr", "nl", "es"})
ENOUGH = 20_000
"""Characters that decide; a founder who has written more than that does not change the language."""


def language_of(texts: Iterable[str]) -> str:
    """Return the language most of `texts` is in (ISO 639-1), "" where it is none of ours or cannot
    be told.
    """
    text = "\n".join(texts)[:ENOUGH].lower()
    words = _words_in(text)
    if not words:
        return ""
    votes: Counter[str] = Counter()
    # Of most words nothing is told, so the others are picked out before they are counted.
    telling = filter(_LANGUAGES_OF.__contains__, words)
    for word, count in Counter(telling).items():
        for language in _LANGUAGES_OF[word]:
            votes[language] += count
    for letter, language in () if text.isascii() else _LETTERS.items():
        votes[language] += 2 * text.count(letter)
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0] if ranked[0][0] in READ else ""


def _words_in(text: str) -> list[str]:
    """Return the words of a text in small letters; none where most of its letters are not Latin."""
    straight = text.replace("’", "'")
    if text.isascii() or not _OTHER_LETTER.search(text):
        return (_LATIN_WORD if "'" in straight else _WHOLE_WORD).findall(straight)
    return _WORD.findall(straight) if _is_mostly_latin(text) else []


def _is_mostly_latin(text: str) -> bool:
    """Whether there are letters, and at least half of them are Latin."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and len(_LATIN.findall(text)) * 2 >= letters
