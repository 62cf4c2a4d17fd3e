"""Where the name of a law, a permit or an approval begins and ends, by the habits of a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from artifacts.facts.grammar.law_extent import YEAR, Extent, extended
from artifacts.facts.grammar.law_names_german import german
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_ENGLISH_HEADS = word_set(
    "Acts Assessment"
    " Act Directive Regulation Regulations Code Ordinance Bill Convention Treaty Standard Standards"
    " Charter Check Scheme Law Legislation Regime Statute Bylaw Byelaws"
)
_DATED_HEADS = word_set("Order Orders Rules")
"""Heads of laws that are so only with their year: "the ... Order 2006"."""
_ENGLISH_LOWER_HEADS = word_set(
    "act directive regulation regulations code check checks approval approvals registration license"
    " licence licences permit permits certificate certification rules plan accreditation"
    " authorisation authorization clearance vetting inspection standard law bylaw scheme passport"
    " passports"
    " permission permissions consent"
)
_INNER = word_set("of and for on to the in at with by-products")
_DUTCH_HEADS = re.compile(
    r"(?:[a-zäëïöü-]{2,}(?:wet|verordening|richtlijn|vergunning|besluit|keurmerk|verklaring|ontheffing|certificaat|keuring|erkenning)(?:en)?|wet|vergunning)",
    re.IGNORECASE,
)
_FRENCH_HEADS = word_set(
    "loi décret règlement directive agrément déclaration autorisation licence norme arrêté"
    " certification code habilitation permis diagnostic"
)
_SPANISH_HEADS = word_set(
    "ley reglamento directiva decreto licencia permiso aviso norma registro autorización resolución"
    " certificado notificación"
)
_ROMANCE_NUMBER = re.compile(
    r"\s(?:[Nn][°º.]\s?)?(?:[0-9]{1,4}(?:[.-][0-9]{1,4}){1,2}|[0-9]{2,5}\sde\s(?:19|20)[0-9]{2})(?![0-9])"
)
_STANDARD_CODE = re.compile(r"\s(?:[A-Z]{2,6} ){1,2}[0-9]{1,5}(?![0-9])")


def _capitals_before(source: Source, index: int, most: int = 7) -> int:
    """Return the first of the capitalised words that lead up to token `index` in its clause; what
    stands in brackets counts as none of the `most`.
    """
    first = at = index
    sentence = source.sentence(index)
    furthest = index - most
    while at > max(furthest, 0):
        before = source.tokens[at - 1]
        if before.text in "()" and before.sentence == sentence:
            at -= 1
            furthest -= 1 + (before.text == ")") * _IN_BRACKETS
            continue
        if before.sentence != sentence or before.kind != "word":
            break
        if before.lower == "the" and source.word(at - 2) == "and":
            # another law
            break
        if before.text[0].isupper():
            first = at - 1
        elif before.lower not in _INNER:
            break
        at -= 1
    return first


_IN_BRACKETS = 4
"""Words that brackets inside a name may hold: "(Control of Use)"."""
_BEHIND_CHECK = word_set(
    "for before from of and or is are in on with by has have must every at to as we i he she they"
)


def _is_verb(source: Source, index: int) -> bool:
    """Whether "check" goes on to its object: "the wardens of Exmoor check hundreds of gates"."""
    following = index + 1
    if source.word(index) == "permits" and _IF & {*source.words(index - 3, index - 1).split()}:
        return True
    if source.word(index) in ("license", "permit") and source.word(index - 1) in _MODALS:
        return True
    if source.word(index) not in ("check", "checks"):
        return False
    return source.is_word(following) and source.word(following) not in _BEHIND_CHECK


_IF = word_set("if as when where")
"""In front of what permits something: "if the weather permits"."""
_MODALS = word_set("must to will can cannot should would may not")


def _english(source: Source, index: int) -> Extent | None:
    token = source.tokens[index]
    if token.lower not in _ANY_HEAD or _is_verb(source, index):
        return None
    dated = token.text in _DATED_HEADS and YEAR.match(source.text, token.end)
    if dated or token.text in _ENGLISH_HEADS or token.text in _PERMIT_HEADS:
        return _english_title(source, index)
    if token.lower in _STRONG_HEADS and (given := _given_by(source, index)):
        return given
    if token.lower in _MARKS:
        return _mark(source, index)
    if token.lower in _ENGLISH_LOWER_HEADS and token.text[0].islower():
        return _english_lower(source, index)
    return None


def _english_title(source: Source, index: int) -> Extent | None:
    """Read the capitals that lead up to a head: "the Food Safety Act 1990"."""
    first = _capitals_before(source, index)
    while first < index and source.tokens[first].lower in _BEFORE_TITLE:
        first += 1
    token = source.tokens[index]
    numbered = extended(source, token.end)
    if first == index and numbered == token.end:
        return None
    return source.tokens[first].start, numbered


def _mark(source: Source, index: int) -> Extent | None:
    """Read a mark by the capitals in front of it: "UKCA mark"."""
    before = source.tokens[index - 1]
    if index == 0 or source.touches(index) or not before.text.isupper():
        return None
    if before.kind != "word" or len(before.text) < 2:
        return None
    return before.start, source.tokens[index].end


_PERMIT_HEADS = word_set("License Permit Licence Certificate Rules")
_BEFORE_TITLE = word_set(
    "the a an under every if we i as since until before after with by it's that's there's"
)


_MARKS = word_set("label labels mark marking seal")


def _given_by(source: Source, index: int) -> Extent | None:
    """Read who gives it: "a licence from PRS for Music", "a permit from the Parks Department"."""
    if source.word(index + 1) != "from":
        return None
    at = last = source.skip(index + 2, ("the", "a", "our"), 1)
    while at < index + 9 and source.sentence(at) == source.sentence(index):
        token = source.tokens[at]
        if token.kind != "word" or not (
            token.text[0].isupper() or (last > index + 2 and token.lower in _INNER)
        ):
            break
        at += 1
        if token.text[0].isupper():
            last = at
    named = (
        source.tokens[last - 1].text[0].isupper()
        and source.word(last - 1) not in source.lexicon.months
    )
    return (source.tokens[index].start, source.tokens[last - 1].end) if named else None


_QUALIFIERS = word_set(
    "food safety health hygiene premises street trading alcohol liquor fire building planning"
    " childcare taxi private hire business drone pilot medical animal by-products waste carrier"
    " export import organic building background criminal record environmental handlers handling"
    " music entertainment fishing forestry water slaughter data protection market vendor gas radio"
    " pesticide control vibrio plant planning police security vulnerable sector character"
    " resource discharge"
)


def _english_lower(source: Source, index: int) -> Extent | None:
    """Read "DBS check", "CQC registration", "street trading licence", "Georgia Department of
    Agriculture license".
    """
    head = source.tokens[index]
    first = _first_qualifier(source, index)
    if first is None or (head.lower == "plan" and "control" not in source.words(first, index)):
        return None
    if head.lower == "code" and source.tokens[index - 1].text.isupper():
        # "USSD code"
        return None
    code = _STANDARD_CODE.match(source.text, head.end)
    return source.tokens[first].start, code.end() if code else head.end


def _first_qualifier(source: Source, index: int) -> int | None:
    """Return the first of the words that say what the licence at token `index` is for or who gives
    it, None where none does.
    """
    first = index
    named = False
    head = source.tokens[index]
    while first > max(index - 6, 0):
        before = source.tokens[first - 1]
        if before.kind != "word" or before.sentence != head.sentence:
            break
        is_next_to_head = first == index and head.lower in _STRONG_HEADS
        if (
            _qualifies(source, first - 1)
            or (is_next_to_head and _is_kind(before.lower))
            or (first == index and _is_kind_of_a_place(source, first - 1))
        ):
            named = True
        elif before.lower != "of":
            break
        first -= 1
    return first if named else None


def _is_kind_of_a_place(source: Source, index: int) -> bool:
    """Whether a word says of what, behind who asks for it: "Montana brand inspection"."""
    head, place = source.word(index + 1), source.word(index - 1)
    if head not in _OFFICIAL_HEADS or not _is_kind(source.word(index)) or not place:
        return False
    dated = place in source.lexicon.weekdays or place in source.lexicon.months
    whose = place.endswith("'s") or place in _BEFORE_TITLE
    return _qualifies(source, index - 1) and not dated and not whose


_OFFICIAL_HEADS = word_set(
    "inspection certification registration accreditation authorisation authorization clearance"
    " vetting approval"
)


def _qualifies(source: Source, index: int) -> bool:
    """Whether a word says what a licence is for or who gives it."""
    token = source.tokens[index]
    if token.lower in _QUALIFIERS:
        return True
    return len(token.text) > 1 and token.text[0].isupper() and not _opens(source, index)


_STRONG_HEADS = word_set("licence license licences licenses permit permits certificate")
_NO_KIND = word_set(
    "a an the our this that no any every each such own new valid needed required same first without"
    " of for by or and driving their his her its your my with to have need needs has get one"
    " official special sell sells buy pay give gives grant issue apply offer take want ask if"
)


def _is_kind(word: str) -> bool:
    """Whether a word in front of "licence" can say for what: "mooring licence"."""
    return len(word) > 3 and word not in _NO_KIND


def _opens(source: Source, index: int) -> bool:
    """Whether token `index` is the first of its sentence and no abbreviation, so that its capital
    tells nothing.
    """
    token = source.tokens[index]
    return source.sentence(index - 1) != token.sentence and not _ABBREVIATED.search(token.text)


_ABBREVIATED = re.compile(r"\w[A-Z]|^[A-Z]$")
"""What is written with capitals inside: "DBS", "AccessNI"."""


_ANY_HEAD = frozenset(
    head.lower()
    for head in (
        *_ENGLISH_HEADS,
        *_DATED_HEADS,
        *_PERMIT_HEADS,
        *_ENGLISH_LOWER_HEADS,
        *_STRONG_HEADS,
        *_MARKS,
    )
)
"""Every word that a name in English may end with, in lower case."""


def _dutch(source: Source, index: int) -> Extent | None:
    token = source.tokens[index]
    if not _DUTCH_HEADS.fullmatch(token.text):
        return None
    end = index + 1
    if source.word(end) in ("van", "op", "voor"):
        at = source.skip(end + 1, ("het", "de"), 1)
        if source.is_word(at) and source.tokens[at].text[0].isupper():
            return token.start, source.tokens[at].end
    if token.lower in ("wet", "vergunning"):
        return None
    return token.start, extended(source, token.end)


def _romance(source: Source, index: int) -> Extent | None:
    token = source.tokens[index]
    heads = _FRENCH_HEADS if source.lexicon.language == "fr" else _SPANISH_HEADS
    if token.lower not in heads:
        return None
    numbered = extended(source, token.end)
    if numbered == token.end and (found := _ROMANCE_NUMBER.match(source.text, token.end)):
        numbered = found.end()
    if numbered > token.end:
        return token.start, numbered
    return _romance_kind(source, index) or _romance_name(source, index)


def _romance_name(source: Source, index: int) -> Extent | None:
    """Read the capitals behind a head, with what joins them: "règlement de la CNIL"."""
    token = source.tokens[index]
    last = index + 1
    for step in range(index + 1, min(index + 6, len(source.tokens))):
        word = source.tokens[step]
        if word.kind != "word" or word.sentence != token.sentence:
            break
        if word.text[0].isupper():
            last = step + 1
        elif last > index + 1 and word.lower not in ("de", "del", "la", "l'", "des", "du"):
            break
    if last > index + 1 and source.touches(last):
        # "norma NCh2907"
        last += source.tokens[last].kind == "number"
    return (token.start, source.tokens[last - 1].end) if last > index + 1 else None


_PERMITS = word_set(
    "permis licence autorisation agrément certificat licencia permiso certificado autorización"
    " registro"
)
_NO_SUBJECT = word_set(
    "conduire conducir faire hacer la le les l' el los las un une una chaque cada leur tous todos"
)


def _romance_kind(source: Source, index: int) -> Extent | None:
    """Read what a permit is for: "permis de construire", "licencia de funcionamiento"."""
    subject = index + 2
    if source.word(index) not in _PERMITS or source.word(index + 1) not in ("de", "d'"):
        return None
    if not source.is_word(subject) or source.sentence(subject) != source.sentence(index):
        return None
    token = source.tokens[subject]
    if len(token.text) < 4 or token.text[0].isupper() or token.lower in _NO_SUBJECT:
        return None
    return source.tokens[index].start, token.end


NAME_AT: Mapping[str, Callable[[Source, int], Extent | None]] = {
    "en": _english,
    "de": german,
    "fr": _romance,
    "nl": _dutch,
    "es": _romance,
}
"""What finds the name around a word, by language."""

HEADS: Mapping[str, frozenset[str]] = {
    "en": _ANY_HEAD,
    "fr": _FRENCH_HEADS,
    "es": _SPANISH_HEADS,
}
"""The words around which a name is found, of the languages that have a list of them."""
