"""Laws, permits and approvals by name: what ends as names of laws do, citations and standards."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from artifacts.facts.grammar import currencies
from artifacts.facts.grammar.law_names import HEADS, NAME_AT
from artifacts.facts.grammar.matches import LawMatch
from artifacts.facts.grammar.named_rules import rules_in
from artifacts.facts.grammar.needed_papers import PAPERS_IN, PARTS_OF_PAPERS
from artifacts.facts.grammar.permit_forms import CITED, PARTS_OF_PERMITS, PERMITS_IN, may_cite
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_KNOWN = word_set(
    "OSHA FSSAI NAFDAC FAA EASA FCC EPA PDPA NDPR RIDDOR LOLER PUWER RoHS WEEE HACCP GDPR DSGVO"
    " RGPD AVG HIPAA COPPA CCPA FERPA PCI MDR PSD2 KYC DBS CQC Ofsted BaFin FCA FDA"
    " USDA BSL WRAS CE UKCA VOG LMIV DGUV COSHH LOPD TÜV DSG KVKK POPIA LGPD BDSG TMG AGB"
    " CASL PECR TCPA PIPEDA PIPA APPI GLBA FCRA WWCC WWVP PVG CAN-SPAM"
)
_KNOWN_FOLDED = frozenset(map(str.lower, _KNOWN))
_DIGIT = re.compile(r"[0-9]")
_LETTERS = re.compile(r"[A-Z]\.?[A-Z]")
"""What stands in the name of each standard, code and part of one: most texts have none."""
_STANDARD = re.compile(
    r"\b(?:[A-Z]{2,6}(?:/[A-Z]{2,6})?["
    r" -](?=[A-Z0-9./:-]{2,30}[0-9])[A-Z0-9][A-Z0-9./:-]{1,30}[A-Z0-9])"
)
_STANDARD_BODIES = word_set(
    "ISO IEC EN DIN NOM NF BS UL ASTM NEN UNE ÖNORM SN ANSI IEEE VDE NFPA NMX ETSI AS AS/NZS"
)
_PART_OF = re.compile(r"\b[A-Z]{2,6} (?:Part|Title|Rule|Annex|Schedule|Subpart) [0-9]{1,4}[A-Z]?\b")
_GERMAN_SHORT = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]em|nach|laut|gemäß) (?P<law>[A-ZÄÖÜ]{2,7}[VGO](?:"
    r" [0-9]\.[0-9])?)(?![\w-])"
)
_GERMAN_MIXED = re.compile(
    r"(?<![\w-])(?:[0-9]{1,2}\. ?)?[A-ZÄÖÜ](?=[A-Za-zäöüß]{0,14}[a-zäöüß])[A-Za-zäöüß]{1,16}"
    r"(?<=[a-zäöüßBDEMS])(?:V|VO|G|O|GB)(?![\w-])"
)
"""Ordinances and acts whose letters tell by their form that they are one: "BImSchV", "GewO"."""

_GERMAN_NACH = re.compile(
    r"\b(?:nach|gemäß|laut|gem\.) (?:der|dem) (?P<law>[A-ZÄÖÜ](?=[A-Za-zäöü]*[a-zäöü])"
    r"[A-Za-zäöü]{1,8}[A-ZÄÖÜ])(?![\w-])"
)
"""Letters of an ordinance behind what says that it holds: "nach der VeVA"."""

_CODE = re.compile(
    r"\b(?:[Uu]nder|per|meets?|to|with|of|standard|follows?|obeys?) (?:the )?"
    r"(?P<law>[A-Z]{2,6}[ -](?:[A-Z]{2,6} )?[0-9]{1,5}(?:[.-][0-9]{1,4})?)\b(?! CFR| U\.?S\.?C)"
)
_UNDER = re.compile(
    r"\b(?:under|[Ss]ubject to|[Cc]overed by|comply with|complies with|[Cc]ompliant with)"
    r" (?:the )?"
    r"(?P<law>[A-Z]{3,6}|Part [0-9]{1,4}|[A-Z]-[0-9][A-Z]? (?:rules|visas?|scheme))\b(?!-)"
)
"""A code or the letters of an act behind what says that it is to be kept to."""
_AMERICAN_CODE = re.compile(
    r"\b(?:[A-Z]{3,6} )?"
    r"[0-9]{1,2} (?:CFR|C\.F\.R\.|USC|U\.S\.C\.) (?:Part |§ ?)?[0-9]{1,5}[a-z]?(?:\.[0-9]{1,5})?"
    r"(?:\([a-z0-9]{1,3}\)){0,4}"
)
"""A section of the federal codes of the United States: "29 CFR 1910.95(c)"."""
_UNDER_WORDS = word_set("under subject covered comply complies compliant")

_GIVEN_BY = re.compile(
    r"\b(?P<law>(?:[Rr]egistered|[Rr]egistration|licensed|certified|approved|accredited|inspected"
    r"|cleared) (?:with|by|from) (?:the )?[A-Z][\w'-]{1,24}"
    r"(?:(?: (?:of|for|and|the)){0,2} [A-Z][\w'-]{1,24}){0,6}"
    r"(?: as an? (?:[a-z]{3,20} ){0,2}(?:business|operator|provider|carrier|dealer|charity|club"
    r"|premises|school|home|trader))?)"
)
"""Who registers or licenses: "registered with the Care Inspectorate"."""

_GIVEN_AS = re.compile(
    r"\b(?P<law>(?:registered|licensed|certified|accredited) as an? [a-z]{3,20}"
    r"(?: (?!and\b|or\b|with\b|by\b|before\b|for\b|in\b|on\b|to\b|so\b|but\b|who\b)[a-z]{3,20})?)"
)
"""What somebody is registered as: "registered as a food business"."""
_GIVEN_WORDS = word_set(
    "registered registration licensed certified approved accredited inspected cleared"
)

_GERMAN_GIVEN_AS = re.compile(
    r"\b(?P<law>als (?:[a-zäöüß]{4,24} )?[A-ZÄÖÜ][\wäöüß-]{3,40}"
    r" (?:anerkannt|anerkennen|zugelassen|zulassen|registriert"
    r"|eingetragen|angemeldet|zertifiziert|akkreditiert))\b"
)
"""As what somebody has to be approved: "als Beratungsstelle anerkannt"."""

_APPLIES = re.compile(
    r"\b(?:gilt|gelten|genüg|einhalten|einzuhalten|erfüll|entsprech|vorschreib|schreibt|verlangt|regelt|nach|laut|gemäß)"
)
_PARAGRAPH = re.compile(
    r"§{1,2}\s?[0-9]{1,4}(?:\s?[a-z](?![a-zäöü]))?(?:\s(?:Abs|Absatz|Nr|Nummer|Satz)\.?\s?[0-9]{1,3})*"
    r"(?:\s(?P<law>(?:[A-ZÄÖÜ][a-zäöüß]{3,20}isch(?:es|en|e) )?"
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{1,40}(?:\s[IVX]{1,4}\b)?))?"
)


def laws_in(source: Source) -> Iterator[LawMatch]:
    """Yield the laws named in the text, in order and without overlaps."""
    kept: list[LawMatch] = []
    for found in sorted(_all(source), key=lambda match: (match.start, -match.end)):
        if kept and found.start < kept[-1].end:
            continue
        is_mark = found.name.startswith(("CE", "UKCA"))
        if kept and is_mark and _FOR_MARK.fullmatch(source.text, kept[-1].end, found.start):
            continue  # what asks for a mark is the law
        if kept and _BY_LAW.fullmatch(source.text, kept[-1].end, found.start):
            kept[-1] = _match(source, kept[-1].start, found.end)
        else:
            kept.append(found)
    yield from kept


_BY_LAW = re.compile(r" (?:nach|gemäß|laut)(?: dem| der| den)? ")
"""Between a permit and the law that asks for it, which are one: "Erlaubnis nach § 34c GewO"."""


_FOR_MARK = re.compile(r" (?:for|für|pour|voor|para) (?:the|das|le|het|el) ")


def _match(source: Source, start: int, end: int) -> LawMatch:
    first = bisect_right(source.tokens, start, key=lambda token: token.end)
    last = bisect_left(source.tokens, end, lo=first, key=lambda token: token.start)
    return LawMatch(
        start=start, end=end, first=first, last=last, name=source.text[start:end].strip()
    )


def _all(source: Source) -> Iterator[LawMatch]:
    for start, end, name in rules_in(source.text, source.lexicon.language):
        yield replace(_match(source, start, end), name=name)
    if _DIGIT.search(source.text):
        yield from _numbered(source)
    tells = _telling_words(source.lexicon.language)
    if any(map(tells, [token.text for token in source.tokens])):
        yield from _told_otherwise(source)
    if source.lexicon.language == "de":
        yield from _german_short(source)
    elif source.lexicon.language == "en":
        yield from _english_forms(source)
    yield from _by_name(source)


def _by_name(source: Source) -> Iterator[LawMatch]:
    """Yield laws whose names end as such names do, and those that are known by their letters."""
    if not _may_name(source):
        return
    name_at = NAME_AT[source.lexicon.language]
    for index, token in enumerate(source.tokens):
        if token.kind != "word":
            continue
        if span := name_at(source, index):
            yield _match(source, *span)
        elif token.text in _KNOWN or token.text.split("-")[0] in _KNOWN:
            yield _match(source, token.start, token.end)


def _may_name(source: Source) -> bool:
    """Whether a word of the text can end a name, as far as the words of its language are listed."""
    heads = HEADS.get(source.lexicon.language)
    return heads is None or source.has_any(heads) or source.has_any(_KNOWN_FOLDED)


def _numbered(source: Source) -> Iterator[LawMatch]:
    """Yield sections, standards and parts of codes, all of which have a number."""
    if "§" in source.text:
        yield from _paragraphs(source)
    if not _LETTERS.search(source.text):
        return
    for found in _STANDARD.finditer(source.text):
        if re.split(r"[ /-]", found.group(), maxsplit=1)[0] in _STANDARD_BODIES:
            yield _match(source, *found.span())
    for found in _PART_OF.finditer(source.text):
        yield _match(source, *found.span())
    if source.lexicon.language == "en":
        yield from _governing(source, _CODE)
        for found in _AMERICAN_CODE.finditer(source.text):
            yield _match(source, *found.span())


def _governing(source: Source, pattern: re.Pattern[str]) -> Iterator[LawMatch]:
    """Yield the codes and letters of acts that words before them name as what is kept to."""
    for found in pattern.finditer(source.text):
        letters = found["law"].split()[0]
        if letters not in _TECHNICAL and letters not in currencies.codes():
            yield _match(source, *found.span("law"))


@cache
def _telling_words(language: str) -> Callable[[str], bool]:
    """Return what tells of a word whether a text with it may hold what `_told_otherwise` yields:
    of most texts each word tells that it holds nothing, and most words are said over and over.
    """
    parts = (*PARTS_OF_PERMITS[language], *PARTS_OF_PAPERS[language])
    # Of a part with several words the first: a text that holds the part has that word.
    found = [_FIRST_WORD.search(part) for part in parts]
    pieces = {first[0] if first else "" for first in found}

    @lru_cache(maxsize=16_384)
    def tells(word: str) -> bool:
        spaced = f" {word} "
        return any(piece in spaced for piece in pieces)

    return tells


_FIRST_WORD = re.compile(r" ?[^\W\d_]+ ?")


def _told_otherwise(source: Source) -> Iterator[LawMatch]:
    """Yield laws cited by number or day, and permits that only a verb tells."""
    language = source.lexicon.language
    if may_cite(source.text, language):
        for found in CITED[language].finditer(source.text):
            yield _match(source, *found.span())
    for names_in in (PERMITS_IN[language], PAPERS_IN[language]):
        for start, end, name in names_in(source.text):
            yield replace(_match(source, start, end), name=name)


def _english_forms(source: Source) -> Iterator[LawMatch]:
    """Yield letters of acts and bodies that license, by the words before them."""
    if not source.has_any(_FORM_WORDS):
        return
    if source.has_any(_UNDER_WORDS):
        yield from _governing(source, _UNDER)
    if source.has_any(_PERMIT_WORDS):
        yield from _governing(source, _PLACE_PERMIT)
    if source.has_any(_VETTED):
        for found in _VETTED_BY.finditer(source.text):
            yield replace(_match(source, *found.span("law")), name=f"{found['who']} vetting")
    if not source.has_any(_GIVEN_WORDS):
        return
    for found in (*_GIVEN_BY.finditer(source.text), *_GIVEN_AS.finditer(source.text)):
        verb, _, rest = found["law"].partition(" ")
        yield replace(
            _match(source, *found.span("law")), name=f"{_ENGLISH_NOUNS[verb.lower()]} {rest}"
        )


_PLACE_PERMIT = re.compile(
    r"(?<=[a-z,] )(?P<law>(?:[A-Z][a-z]{3,20} "
    r"(?:(?!who|whose|have|has|that|which|with|without|need|and|for|the|their|our|your|any|no )"
    r"[a-z]{3,15} ){1,3}"
    r"(?:permit|licen[cs]e|registration)"
    r"|[A-Z]{4,8} (?:number|licen[cs]e|permit|registration|approval)))(?![\w-])"
)
"""A permit of a state, and the number that a body gives: "a Kansas sales tax permit"."""
_PERMIT_WORDS = word_set("permit licence license registration number approval")
_VETTED = word_set("vetted")
_FORM_WORDS = _UNDER_WORDS | _PERMIT_WORDS | _VETTED | _GIVEN_WORDS
_VETTED_BY = re.compile(r"\b(?P<law>(?P<who>[A-Z][a-z]{3,15}|police) vetted)(?!\w)")
"""Who has to be looked into before somebody is let near others: "Garda vetted"."""


_TECHNICAL = word_set(
    "USB LTE GPS SMS USSD QR HTML JSON PDF CSV NFC RFID WIFI LAN NGO PIN ZIP PHONE WHATSAPP IBAN"
)


_ENGLISH_NOUNS = {
    "registered": "registration",
    "registration": "registration",
    "licensed": "licence",
    "certified": "certification",
    "approved": "approval",
    "accredited": "accreditation",
    "inspected": "inspection",
    "cleared": "clearance",
}
_GERMAN_NOUNS = {
    "anerkannt": "Anerkennung",
    "anerkennen": "Anerkennung",
    "zugelassen": "Zulassung",
    "zulassen": "Zulassung",
    "registriert": "Registrierung",
    "eingetragen": "Eintragung",
    "angemeldet": "Anmeldung",
    "zertifiziert": "Zertifizierung",
    "akkreditiert": "Akkreditierung",
}
"""What somebody has who is approved, by the word that tells it: the name of the permit."""


def _german_short(source: Source) -> Iterator[LawMatch]:
    """Yield ordinances and acts by their letters where something has to comply with them: "die
    VerpackG gilt".
    """
    for found in _GERMAN_SHORT.finditer(source.text):
        near = source.text[max(found.start() - 60, 0) : found.end() + 40]
        if _APPLIES.search(near):
            yield _match(source, *found.span("law"))
    for found in _GERMAN_NACH.finditer(source.text):
        yield _match(source, *found.span("law"))
    for found in _GERMAN_MIXED.finditer(source.text):
        yield _match(source, *found.span())
    for found in _GERMAN_GIVEN_AS.finditer(source.text):
        rest, _, verb = found["law"].rpartition(" ")
        yield replace(_match(source, *found.span("law")), name=f"{_GERMAN_NOUNS[verb]} {rest}")


def _paragraphs(source: Source) -> Iterator[LawMatch]:
    """Yield sections of laws; in "§ 134a und § 301a SGB V" both are of the law named last."""
    found = list(_PARAGRAPH.finditer(source.text))
    law = ""
    for at in range(len(found) - 1, -1, -1):
        match = found[at]
        if match["law"]:
            law = match["law"]
        following = source.text[match.end() : found[at + 1].start()] if at + 1 < len(found) else "."
        named = bool(match["law"]) or following.strip().lower() not in (
            "und",
            "and",
            ",",
            "bzw.",
            "oder",
            "y",
            "et",
        )
        placed = _match(source, *match.span())
        yield placed if named else replace(placed, name=f"{match.group()} {law}".strip())
