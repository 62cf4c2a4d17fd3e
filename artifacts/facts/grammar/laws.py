"""Laws, permits and approvals by name: what ends as names of laws do, citations and standards."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from artifacts.facts.grammar.matches import LawMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_ENGLISH_HEADS = word_set(
    "Act Directive Regulation Regulations Code Ordinance Bill Convention Treaty Standard Standards"
    " Charter"
)
_ENGLISH_LOWER_HEADS = word_set(
    "act directive regulation regulations code check checks approval approvals registration license"
    " licence licences permit permits certificate certification rules plan accreditation"
    " authorisation authorization clearance inspection standard law bylaw"
)
_INNER = word_set("of and for on to the in by-products")
_GERMAN_HEADS = re.compile(
    r"(?:[a-zäöüß-]{3,}(?:gesetz|gesetze|gesetzbuch|verordnung|richtlinie|ordnung|genehmigung|erlaubnis|zulassung|"
    r"konzession|schein|berechtigung|bewilligung|abzeichen|kundenachweis|fähigungsnachweis|gesundheitszeugnis|siegel|satzung|prüfung|zertifizierung|lizenz|abnahme|meldepflicht|anmeldung|führungszeugnis)(?:es|s|en|n|e|se)?)",
    re.IGNORECASE,
)
_GERMAN_NOT = word_set(
    "anordnung ordnung tagesordnung größenordnung unordnung rechnungsprüfung gutschein führerschein"
    " anzeige geschenkgutschein lieferschein werbeanzeige kleinanzeige zuordnung einordnung"
    " hausordnung fahrschein sonnenschein mondschein"
)
_DUTCH_HEADS = re.compile(
    r"(?:[a-zäëïöü-]{2,}(?:wet|verordening|richtlijn|vergunning|besluit|keurmerk|verklaring|ontheffing|certificaat|keuring|erkenning)(?:en)?|wet|vergunning)",
    re.IGNORECASE,
)
_KNOWN = word_set(
    "HACCP GDPR DSGVO RGPD AVG HIPAA COPPA CCPA FERPA PCI MDR PSD2 KYC DBS CQC Ofsted BaFin FCA FDA"
    " USDA BSL CE UKCA VOG LMIV DGUV COSHH LOPD TÜV DSG KVKK POPIA LGPD BDSG TMG AGB"
)
_FRENCH_HEADS = word_set(
    "loi décret règlement directive agrément déclaration autorisation licence norme arrêté"
    " certification code habilitation permis diagnostic"
)
_SPANISH_HEADS = word_set(
    "ley reglamento directiva decreto licencia permiso aviso norma registro autorización"
    " certificado"
)
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
_APPLIES = re.compile(
    r"\b(?:gilt|gelten|genüg|einhalten|einzuhalten|erfüll|entsprech|vorschreib|schreibt|verlangt|regelt|nach|laut|gemäß)"
)
_PARAGRAPH = re.compile(
    r"§{1,2}\s?[0-9]{1,4}(?:\s?[a-z](?![a-zäöü]))?(?:\s(?:Abs|Nr|Satz)\.?\s?[0-9]{1,3})*"
    r"(?:\s(?P<law>[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{1,40}(?:\s[IVX]{1,4}\b)?))?"
)
_NUMBERED = re.compile(
    r"\s?(?:\((?:EC|EU|EG|CE|UE|EEC)\)\s)?(?:(?:No|Nr|n°|nº)\.?\s)?[0-9]{2,4}/[0-9]{2,4}(?:/[A-Z]{2,3})?"
)
_ROMANCE_NUMBER = re.compile(r"\s(?:[Nn][°º.]\s?)?[0-9]{1,4}(?:[.-][0-9]{1,4}){1,2}(?![0-9])")
_YEAR = re.compile(r",?\s(?:19|20)[0-9]{2}(?![0-9])")


def laws_in(source: Source) -> Iterator[LawMatch]:
    """Yield the laws named in the text, in order and without overlaps."""
    taken = 0
    for found in sorted(_all(source), key=lambda match: (match.start, -match.end)):
        if found.start >= taken:
            yield found
            taken = found.end


def _match(source: Source, start: int, end: int) -> LawMatch:
    first = bisect_right(source.tokens, start, key=lambda token: token.end)
    last = bisect_left(source.tokens, end, lo=first, key=lambda token: token.start)
    return LawMatch(
        start=start, end=end, first=first, last=last, name=source.text[start:end].strip()
    )


def _all(source: Source) -> Iterator[LawMatch]:
    text = source.text
    yield from _paragraphs(source)
    for found in _STANDARD.finditer(text):
        if re.split(r"[ -]", found.group(), maxsplit=1)[0] in _STANDARD_BODIES:
            yield _match(source, *found.span())
    for found in _PART_OF.finditer(text):
        yield _match(source, *found.span())
    if source.lexicon.language == "de":
        yield from _german_short(source)
    finder = {"en": _english, "de": _german, "fr": _romance, "nl": _dutch, "es": _romance}
    for index, token in enumerate(source.tokens):
        if token.kind != "word":
            continue
        if span := finder[source.lexicon.language](source, index):
            yield _match(source, *span)
        elif token.text.split("-")[0] in _KNOWN:
            yield _match(source, token.start, token.end)


def _german_short(source: Source) -> Iterator[LawMatch]:
    """Yield ordinances and acts by their letters where something has to comply with them: "die
    VerpackG gilt".
    """
    for found in _GERMAN_SHORT.finditer(source.text):
        near = source.text[max(found.start() - 20, 0) : found.end() + 40]
        if _APPLIES.search(near):
            yield _match(source, *found.span("law"))


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


def _extended(source: Source, end: int) -> int:
    """Return `end` behind the number or the year that follows a law's name."""
    for pattern in (_NUMBERED, _YEAR):
        if found := pattern.match(source.text, end):
            return found.end()
    return end


def _capitals_before(source: Source, index: int, most: int = 7) -> int:
    """Return the first of the capitalised words that lead up to token `index` in its clause."""
    first = at = index
    sentence = source.sentence(index)
    while at > max(index - most, 0):
        before = source.tokens[at - 1]
        if before.sentence != sentence or before.kind != "word":
            break
        if before.text[0].isupper():
            first = at - 1
        elif before.lower not in _INNER:
            break
        at -= 1
    return first


_BEHIND_CHECK = word_set(
    "for before from of and or is are in on with by has have must every at to as we i he she they"
)


def _is_verb(source: Source, index: int) -> bool:
    """Whether "check" goes on to its object: "the wardens of Exmoor check hundreds of gates"."""
    following = index + 1
    if source.word(index) not in ("check", "checks") or not following < len(source.tokens):
        return False
    return source.tokens[following].kind == "word" and source.word(following) not in _BEHIND_CHECK


def _english(source: Source, index: int) -> tuple[int, int] | None:
    token = source.tokens[index]
    if _is_verb(source, index):
        return None
    if token.text in _ENGLISH_HEADS or token.text in (
        "License",
        "Permit",
        "Licence",
        "Certificate",
        "Rules",
    ):
        first = _capitals_before(source, index)
        while first < index and source.tokens[first].lower in (
            "the",
            "under",
            "every",
            "if",
            "we",
            "i",
            "as",
        ):
            first += 1
        numbered = _extended(source, token.end)
        if first == index and numbered == token.end:
            return None
        return source.tokens[first].start, numbered
    if token.lower in _STRONG_HEADS and (given := _given_by(source, index)):
        return given
    if (
        token.lower in _MARKS
        and index
        and source.tokens[index - 1].text.isupper()
        and not source.touches(index)
    ):
        before = source.tokens[index - 1]
        return (before.start, token.end) if before.kind == "word" and len(before.text) > 1 else None
    if token.lower in _ENGLISH_LOWER_HEADS and token.text[0].islower():
        return _english_lower(source, index)
    return None


_MARKS = word_set("label labels mark marking seal")


def _given_by(source: Source, index: int) -> tuple[int, int] | None:
    """Read who gives it: "a licence from PRS for Music", "a permit from the Parks Department"."""
    if source.word(index + 1) != "from":
        return None
    at = last = source.skip(index + 2, ("the", "a", "our"), 1)
    while at < min(index + 9, len(source.tokens)) and source.sentence(at) == source.sentence(index):
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
    " pesticide control vibrio"
)


def _english_lower(source: Source, index: int) -> tuple[int, int] | None:
    """Read "DBS check", "CQC registration", "street trading licence", "Georgia Department of
    Agriculture license".
    """
    first = index
    named = 0
    while first > index - 6 and first > 0:
        before = source.tokens[first - 1]
        if before.kind != "word" or before.sentence != source.sentence(index):
            break
        capital = before.text[0].isupper() and not _opens(source, first - 1)
        capital = capital and len(before.text) > 1
        kind = capital or before.lower in _QUALIFIERS
        if not kind and not (
            first == index
            and source.tokens[index].lower in _STRONG_HEADS
            and _is_kind(before.lower)
        ):
            if before.lower != "of":
                break
            first -= 1
            continue
        named += 1
        first -= 1
    if not named or (
        source.tokens[index].lower == "plan" and "control" not in source.words(first, index)
    ):
        return None
    return source.tokens[first].start, source.tokens[index].end


_STRONG_HEADS = word_set("licence license licences licenses permit permits certificate")
_NO_KIND = word_set(
    "a an the our this that no any every each such own new valid needed required same first without"
    " of for by or and driving their his her its your my with to have need needs has get one"
    " official special"
)


def _is_kind(word: str) -> bool:
    """Whether a word in front of "licence" can say for what: "mooring licence"."""
    return len(word) > 3 and word not in _NO_KIND


def _opens(source: Source, index: int) -> bool:
    """Whether token `index` is the first of its sentence and no abbreviation, so that its capital
    tells nothing.
    """
    token = source.tokens[index]
    return source.sentence(index - 1) != token.sentence and not token.text.isupper()


def _german(source: Source, index: int) -> tuple[int, int] | None:
    token = source.tokens[index]
    if not token.text[0].isupper():
        return None
    if token.text in (
        "Registrierung",
        "Zulassung",
        "Genehmigung",
        "Erlaubnis",
        "Anmeldung",
        "Anzeige",
        "Bewilligung",
        "Konzession",
        "Lizenz",
    ) and source.word(index + 1) in ("als", "nach", "gemäß", "vom", "beim"):
        last = index + 2
        while last < min(index + 5, len(source.tokens)) and source.tokens[last].kind == "word":
            last += 1
            if source.tokens[last - 1].text[0].isupper():
                return token.start, source.tokens[last - 1].end
        return None
    if token.lower == "führungszeugnis" and source.word(index + 1) not in ("nach", "gemäß"):
        before = source.tokens[index - 1]
        return (before.start if before.lower.startswith("erweitert") else token.start), token.end
    if token.lower in _GERMAN_NOT or not _GERMAN_HEADS.fullmatch(token.text):
        return None
    return token.start, _extended(source, token.end)


def _dutch(source: Source, index: int) -> tuple[int, int] | None:
    token = source.tokens[index]
    if not _DUTCH_HEADS.fullmatch(token.text):
        return None
    end = index + 1
    if source.word(end) in ("van", "op", "voor"):
        at = source.skip(end + 1, ("het", "de"), 1)
        if (
            at < len(source.tokens)
            and source.tokens[at].kind == "word"
            and source.tokens[at].text[0].isupper()
        ):
            return token.start, source.tokens[at].end
    if token.lower in ("wet", "vergunning"):
        return None
    return token.start, _extended(source, token.end)


def _romance(source: Source, index: int) -> tuple[int, int] | None:
    token = source.tokens[index]
    heads = _FRENCH_HEADS if source.lexicon.language == "fr" else _SPANISH_HEADS
    if token.lower not in heads:
        return None
    numbered = _extended(source, token.end)
    if numbered == token.end and (found := _ROMANCE_NUMBER.match(source.text, token.end)):
        numbered = found.end()
    if numbered > token.end:
        return token.start, numbered
    if kind := _romance_kind(source, index):
        return kind
    last = index + 1
    for step in range(index + 1, min(index + 6, len(source.tokens))):
        word = source.tokens[step]
        if word.kind != "word" or word.sentence != token.sentence:
            break
        if word.text[0].isupper():
            last = step + 1
        elif last > index + 1 and word.lower not in ("de", "del", "la", "l'", "des", "du"):
            break
    return (token.start, source.tokens[last - 1].end) if last > index + 1 else None


_PERMITS = word_set(
    "permis licence autorisation agrément certificat licencia permiso certificado autorización"
    " registro"
)
_NO_SUBJECT = word_set(
    "conduire conducir faire hacer la le les l' el los las un une una chaque cada leur tous todos"
)


def _romance_kind(source: Source, index: int) -> tuple[int, int] | None:
    """Read what a permit is for: "permis de construire", "licencia de funcionamiento"."""
    subject = index + 2
    if source.word(index) not in _PERMITS or source.word(index + 1) not in ("de", "d'"):
        return None
    if subject >= len(source.tokens) or source.sentence(subject) != source.sentence(index):
        return None
    token = source.tokens[subject]
    if (
        token.kind != "word"
        or len(token.text) < 4
        or token.text[0].isupper()
        or token.lower in _NO_SUBJECT
    ):
        return None
    return source.tokens[index].start, token.end
