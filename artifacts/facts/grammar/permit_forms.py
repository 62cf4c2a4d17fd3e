"""Permits that are told by a verb: "the fire brigade has to sign off on it", "muss das Bauamt
genehmigen".

Each is given the name of what has to be got, because the clause is no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from artifacts.facts.grammar.sets import word_set

Permit = tuple[int, int, str]
"""The first character of the words that tell a permit, the one behind the last, and its name."""

_ONE_AUTHORITY = (
    r"(?i:authority|authorities|council|board|commission|commissioner|committee|agency|department"
    r"|ministry|inspector|inspectors|inspectorate|marshal|warden|officer|office|brigade|municipality"
    r"|city|county|town|state|parish|police|health|registry|regulator|surveyor|coastguard"
    r"|harbou?rmaster|harbou?r master|ranger|bishop|diocese)"
)
_AUTHORITY = (
    _ONE_AUTHORITY + rf"(?: {_ONE_AUTHORITY})*"
    r"(?: (?:of|for)(?: (?:and |of |the |& )?[A-Z][\w'-]{1,24}){1,5})?"
)
_BODY = (
    r"(?:(?:[Tt]he |[Oo]ur |[Aa] )?(?P<who>(?:(?:[A-Z][\w'-]{1,24} (?:and |of |for |& )?){1,6}"
    r"|(?:[A-Za-z][\w'-]{1,24} ){0,3}?)" + _AUTHORITY + r")"
    r"|(?P<letters>[A-Z]{3,6}))"
)
_ENGLISH = re.compile(
    r"(?<![\w'-])" + _BODY + r" (?:has to|have to|needs to|need to|must)(?: (?:first|also|then))?"
    r" (?P<verb>sign off|sign it off|approve|license|licence|inspect|certify|clear|register)(?!\w)"
)
_ENGLISH_BEFORE = re.compile(
    r"(?<!\w)(?:[Uu]ntil|[Bb]efore|[Uu]nless|[Oo]nce) " + _BODY + r" (?:has |have )?"
    r"(?P<verb>signs? off|signed off|approves?|approved|licenses?|licensed|inspects?|inspected"
    r"|certifies|certified|clears|cleared|registers|registered)(?!\w)"
)
_ENGLISH_BY = re.compile(
    r"(?<!\w)(?P<verb>approved|inspected|licensed|certified|cleared|registered|signed off)"
    r" (?:by|with) (?:the |our |a )?(?P<who>(?:[a-z][\w'-]{1,24} ){0,2}?" + _AUTHORITY + r")(?!\w)"
)
_ENGLISH_LETTERS = re.compile(
    r"(?<![\w-])(?P<letters>[A-Z]{2,6})[ -](?P<verb>registered|licensed|certified|approved"
    r"|accredited)(?!\w)"
)
_ENGLISH_NOUNS = {
    "sign": "sign-off",
    "appr": "approval",
    "lice": "licence",
    "insp": "inspection",
    "cert": "certification",
    "clea": "clearance",
    "regi": "registration",
    "accr": "accreditation",
}
"""What has to be got, by how its verb begins."""
_NO_LETTERS = word_set("USB LTE GPS SMS QR PDF NFC CEO SIM USD EUR GBP WHO DIY LED")

_GERMAN_BODY = (
    r"(?P<who>(?:[A-ZÄÖÜ][\wäöüß-]{0,30})?(?:[Aa]mt|[Bb]ehörde|[Rr]at|[Kk]ammer|[Ss]tadt|[Gg]emeinde"
    r"|[Kk]reis|[Ll]and|[Mm]inisterium|[Aa]ufsicht|[Ii]nspektion|[Aa]potheker|[Aa]pothekerin|[Aa]mtsarzt"
    r"|[Aa]mtsärztin|[Aa]nstalt|[Pp]olizei|[Ff]euerwehr|TÜV|[Vv]erwaltung|[Dd]irektion|[Rr]athaus"
    r"|[Mm]agistrat|[Bb]ürgermeister|[Bb]ürgermeisterin|[Ss]anitätsbetrieb|[Vv]eterinäramt"
    r"|[Ff]orstamt|[Dd]iözese|[Pp]räsidium|[Kk]anton)(?: [A-ZÄÖÜ][\wäöüß-]{2,24})?)"
)
_GERMAN_VERB = (
    r"(?P<verb>genehmigen|bewilligen|abnehmen|zulassen|anerkennen|erlauben|freigeben|zustimmen)"
)
_GERMAN_OBJECT = (
    r"(?P<what>(?:den|die|das|unseren|unsere|unser|jeden|jede|jedes) (?:[a-zäöüß-]{3,20} )?"
    r"[A-ZÄÖÜ][\wäöüß-]{2,40})"
)
_GERMAN = re.compile(
    r"(?<![\w-])(?:(?P<the>[Dd]er|[Dd]ie|[Dd]as) )?" + _GERMAN_BODY + r" (?:muss|müssen|hat|haben)"
    r"(?: (?:uns|es|das|sie|ihn|vorher|erst|noch|zuerst|zu))*(?: "
    + _GERMAN_OBJECT
    + r")?(?: (?:vorher|erst|noch|zuerst|zu))* "
    + _GERMAN_VERB
    + r"(?!\w)"
)
_GERMAN_TURNED = re.compile(
    r"(?<![\w-])(?P<what>(?:[Dd]en|[Dd]ie|[Dd]as) [A-ZÄÖÜ][\wäöüß-]{2,40}) (?:muss|müssen)"
    r"(?: (?:uns|vorher|erst|noch))* (?:(?P<the>der|die|das) )?" + _GERMAN_BODY + r" "
    r"(?:(?:vorher|erst|noch) )?" + _GERMAN_VERB + r"(?!\w)"
)
_GERMAN_NOUNS = {
    "genehmigen": "Genehmigung",
    "bewilligen": "Bewilligung",
    "abnehmen": "Abnahme",
    "zulassen": "Zulassung",
    "anerkennen": "Anerkennung",
    "erlauben": "Erlaubnis",
    "freigeben": "Freigabe",
    "zustimmen": "Zustimmung",
}
_THROUGH = {"der": "den", "die": "die", "das": "das"}
"""Articles behind "durch"."""

_FRENCH = re.compile(
    r"(?<!\w)(?P<who>(?:[Ll]a |[Ll]e |[Ll]')(?:mairie|préfecture|commune|ville|région|DDPP|ARS"
    r"|préfet|maire|ministère|direction|douane|police)(?: d[eu'] ?[A-ZÀ-Ý]\w+)?)"
    r" (?:doit|doivent)(?: nous| d'abord)? (?P<verb>autoriser|agréer|homologuer|valider|approuver)"
    r"(?!\w)"
)
_DUTCH = re.compile(
    r"(?<!\w)(?P<who>(?:[Dd]e |[Hh]et )(?:gemeente|provincie|brandweer|overheid|stad|ministerie"
    r"|NVWA|FAVV|RIVM)(?: [A-Z]\w+)?) moet(?: (?!\bniet\b)[\w-]+){0,5}? (?P<verb>goedkeuren"
    r"|erkennen|vergunnen|keuren|registreren|toestaan)(?!\w)"
)
_SPANISH = re.compile(
    r"(?<!\w)(?P<who>(?:[Ee]l |[Ll]a )(?:ayuntamiento|municipalidad|municipio|ministerio|seremi"
    r"|alcaldía|intendencia|autoridad \w+|bomberos|prefectura|SAG|SEC)(?: de [A-ZÁÉÍÓÚ]\w+)?)"
    r" (?:tiene que|debe)(?: \w+)?"
    r" (?P<verb>autorizar|aprobar|habilitar|certificar|inscribir)\w{0,4}(?!\w)"
)
_ROMANCE_NOUNS = {
    "autoriser": "autorisation par",
    "agréer": "agrément par",
    "homologuer": "homologation par",
    "valider": "validation par",
    "approuver": "approbation par",
    "goedkeuren": "goedkeuring door",
    "erkennen": "erkenning door",
    "vergunnen": "vergunning door",
    "keuren": "keuring door",
    "toestaan": "toestemming door",
    "registreren": "registratie door",
    "autorizar": "autorización por",
    "aprobar": "aprobación por",
    "habilitar": "habilitación por",
    "certificar": "certificación por",
    "inscribir": "inscripción por",
}


def _around(
    verbs: re.Pattern[str], patterns: Iterable[re.Pattern[str]], text: str
) -> Iterator[re.Match[str]]:
    """Yield what `patterns` find around one of `verbs`: they are slow on a whole text."""
    if not _may_hold(text, verbs):
        return
    for verb in verbs.finditer(text):
        start = text.rfind(" ", 0, max(verb.start() - _BEFORE_VERB, 0)) + 1
        for pattern in patterns:
            if found := pattern.search(text, start, verb.end() + _BEHIND_VERB):
                yield found


_BEFORE_VERB = 110
_BEHIND_VERB = 90
"""How many characters around a verb may belong to a permit."""


def _english(text: str) -> Iterator[Permit]:
    patterns = (_ENGLISH, _ENGLISH_BEFORE, _ENGLISH_BY, _ENGLISH_LETTERS)
    for found in _around(_ENGLISH_VERBS, patterns, text):
        groups = found.groupdict()
        who = groups.get("who") or groups.get("letters")
        if who and who not in _NO_LETTERS:
            yield *found.span(), f"{who} {_english_noun(found['verb'])}"
    yield from _registers(text)


_ENGLISH_VERBS = re.compile(
    r"sign(?:s|ed)? off|sign it off|approve|licen[sc]e|inspect|certif|clear|register|accredited"
)
_OTHER_VERBS = re.compile(
    r"genehmigen|bewilligen|abnehmen|zulassen|anerkennen|erlauben|freigeben|zustimmen"
    r"|registreren|autoriser"
    r"|agréer|homologuer|valider|approuver|goedkeuren|erkennen|vergunnen|keuren|toestaan|autorizar"
    r"|aprobar|habilitar|certificar|inscribir"
)
"""Where permits are looked for. Their patterns tell whether a word begins there; a pattern that
begins with letters skips the rest of a text quickly.
"""


_PARTS_OF_VERBS = {
    _ENGLISH_VERBS: (
        "sign", "approve", "licen", "inspect", "certif", "clear", "register", "accredited",
    ),
    _OTHER_VERBS: tuple(_OTHER_VERBS.pattern.split("|")),
}  # fmt: skip
"""What has to stand in a text that holds one of the verbs: most hold none, which is told sooner by
parts of words than by a pattern.
"""


def _english_noun(verb: str) -> str:
    return _ENGLISH_NOUNS[verb[:4]]


def _german(text: str) -> Iterator[Permit]:
    for found in _around(_OTHER_VERBS, (_GERMAN, _GERMAN_TURNED), text):
        name = _GERMAN_NOUNS[found["verb"]]
        if what := found["what"]:
            name += f" für {what[0].lower()}{what[1:]}"
        the = _THROUGH[found["the"].lower()] + " " if found["the"] else ""
        yield *found.span(), f"{name} durch {the}{found['who']}"


def _by_verb(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Permit]]:
    def permits(text: str) -> Iterator[Permit]:
        for found in _around(_OTHER_VERBS, (pattern,), text):
            who = found["who"]
            yield *found.span(), f"{_ROMANCE_NOUNS[found['verb']]} {who[0].lower()}{who[1:]}"

    return permits


_REGISTER = re.compile(
    r"(?<!\w)(?:on|onto|join|joining|in) the (?:(?P<letters>[A-Z]{3,6}) [Rr]egister"
    r"|(?P<name>(?:[A-Z][\w'-]{2,24} ){1,4}Register)"
    r"|(?P<body>(?:[A-Z][\w'-]{2,24} (?:and |of |for )?){1,5}"
    r"(?:Council|Authority|Commission|Board|Inspectorate|Institute)) register)(?!\w)"
)
"""Where somebody has to be on: "on the MHRA register"."""


def _registers(text: str) -> Iterator[Permit]:
    for found in _REGISTER.finditer(text) if "egister" in text else ():
        if found["letters"] not in _NO_LETTERS:
            who = found["letters"] or found["body"]
            yield *found.span(), found["name"] or f"{who} registration"


PERMITS_IN: Mapping[str, Callable[[str], Iterator[Permit]]] = {
    "en": _english,
    "de": _german,
    "fr": _by_verb(_FRENCH),
    "nl": _by_verb(_DUTCH),
    "es": _by_verb(_SPANISH),
}
"""What finds permits that a verb tells, by language."""

CITED: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"(?<!\w)(?:Gesetz|Verordnung|Richtlinie|Erlass)(?: \((?:EU|EG|EWG)\))?(?: Nr\.)?"
        r" (?:[0-9]{2,4}/[0-9]{1,4}(?:/(?:EU|EG|EWG))?"
        r"|vom [0-9]{1,2}\. ?(?:[A-Zäöü][a-zä]{2,9}|[0-9]{1,2}\.) ?(?:19|20)[0-9]{2})"
        r"|(?<!\w)(?:Gesetz|Verordnung|Satzung) über (?:(?:die|das|den|der) )?(?:[a-zäöüß]{4,20} )?"
        r"[A-ZÄÖÜ][\wäöüß-]{3,40}"
        r"|(?<!\w)(?:TRGS|TRBS|TRBA|ASR|DGUV|VDI|DVGW) [A-Z]?[0-9]{1,5}(?![0-9])"
        r"|(?<!\w)Art(?:\.|ikel) ?[0-9]{1,4}[a-z]?(?: (?:Abs|Nr)\. ?[0-9]{1,3}){0,2}"
        r" (?!DSGVO)[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{1,20}(?:V|VO|G|O|GB)(?![\w-])"
        r"|(?<!\w)(?:VSG|UVV|BGR|BGV|BGI) [0-9]{1,3}(?:\.[0-9]{1,3}){0,2}(?![0-9])"
    ),
    "nl": re.compile(
        r"(?<!\w)[Ww]et van [0-9]{1,2} [a-z]{3,10} (?:19|20)[0-9]{2}"
        r"|(?<!\w)(?:[Vv]erordening|[Rr]ichtlijn) (?:\((?:EU|EG)\) )?"
        r"[0-9]{2,4}/[0-9]{1,4}(?:/EU|/EG)?"
        r"|(?<!\w)(?:Besluit|Regeling|Wet) (?!van\b|op\b)[a-z]{4,25}(?: (?:en )?(?!moet|mag|kunnen"
        r"|worden|hebben|zullen|krijgen|mogen)[a-z]{6,25}){0,2}"
        r"|(?<!\w)(?:[Vv]ergunning|[Tt]oestemming) van de (?:gemeente|provincie|stad)(?!\w)"
        r"|(?<!\w)(?:[Tt]oelating|[Ee]rkenning|[Vv]ergunning|[Kk]euring|[Gg]oedkeuring"
        r"|[Rr]egistratie|[Aa]ttest|[Ll]icentie) (?:van|bij|door) (?:het |de )?[A-Z]{2,7}(?!\w)"
        r"|(?<!\w)[Uu]ittreksel uit het strafregister(?!\w)"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:[Ll]oi|[Dd]écret|[Aa]rrêté|[Oo]rdonnance) du (?:1er|[0-9]{1,2}) [a-zéû]{3,10}"
        r" (?:19|20)[0-9]{2}"
        r"|(?<!\w)articles? (?:[LRD]\. ?)?[0-9][0-9-]{0,12} du [Cc]ode(?: [a-zéè']{2,20}){1,4}"
        r"|(?<!\w)(?:[Aa]utorisation|[Aa]grément|[Pp]ermis) de la"
        r" (?:mairie|préfecture|commune|ville)(?!\w)"
        r"|(?<!\w)[Cc]onvention avec (?:l'|le |la )?[A-Z]{2,7}(?!\w)"
        r"|(?<!\w)(?:[Ll]oi|[Oo]rdonnance|[Rr]èglement) (?:sur|relati(?:f|ve) à)"
        r" (?:les |la |le |l')?[a-zéèê]{4,20}(?: [a-zéèê]{7,20})?"
        r"|(?<!\w)(?:[Aa]utorisation|[Ll]icence|[Aa]grément|[Pp]ermis|[Cc]ertificat)"
        r" (?:sanitaire|environnementale?|municipale?|préfectorale?|vétérinaire)(?!\w)"
        r"|(?<!\w)extraits? d[eu] casier judiciaire(?!\w)"
        r"|(?<!\w)(?:AOP|AOC|IGP) [A-ZÀ-Ý][\w-]{2,20}"
        r"(?: (?:de |du |des |d'|d’)[A-ZÀ-Ý][\w-]{2,20})?"
    ),
    "es": re.compile(
        r"(?<![\w.])(?:D\. ?[SL]\.|DS|DL|DFL|R\. ?D\.|RD|NCh|NTC|NTP|[Dd]ecreto [Ss]upremo)"
        r"(?: N[°º.]{1,2})? ?[0-9]{1,5}(?:[./-][0-9]{2,4})?(?![0-9])"
        r"|(?<!\w)(?:[Pp]ermiso|[Aa]utorización|[Ll]icencia) de(?:l| la)"
        r" (?:municipalidad|ayuntamiento|alcaldía|municipio|intendencia)(?!\w)"
        r"|(?<!\w)(?:[Rr]esolución|[Pp]ermiso|[Aa]utorización|[Ll]icencia|[Cc]ertificado"
        r"|[Rr]egistro) (?:sanitari[oa]|ambiental|municipal|fitosanitari[oa]|industrial|forestal"
        r"|pesquer[oa])(?!\w)"
        r"|(?<!\w)[Cc]ertificado de antecedentes penales(?!\w)"
        r"|(?<!\w)(?:DOP|IGP|DO) [A-ZÁÉÍÓÚ][\w-]{2,20}(?: de [A-ZÁÉÍÓÚ][\w-]{2,20})?"
        r"|(?<!\w)[Cc]ódigo (?!QR|PIN|IBAN|BIC|SMS|PUK|OTP)[A-Z]{3,6}(?!\w)"
    ),
    "en": re.compile(
        r"(?<!\w)(?:Certificate|Warrant|Permit|Licence|License|Permission|Declaration) (?:of|to)"
        r" [A-Z][a-z]{2,20}(?: (?:of |and )?[A-Z][a-z]{2,20}){0,3}"
        r"|(?<!\w)RA (?:No\. ?)?[0-9]{3,5}(?![0-9])"
        r"|(?<!\w)(?:consent|approval|permission|authorisation|authorization) of the"
        r" (?:[A-Z][\w'-]{1,20} (?:of )?){1,6}(?:Board|Council|Authority|Agency|Ministry|Department"
        r"|Commission|Inspectorate|Office|Trust|Administration)(?!\w)"
        r"|(?<!\w)(?:UL|ETL|CSA|NSF) (?:listing|certification)(?!\w)"
    ),
}
"""Citations by number, by day or by what a law is about, and permits by who gives them: "wet van 3
mei 2001", "D.S. 90", "Richtlinie 2001/95/EG", "erkenning van het FAVV".
"""

_PARTS_OF_CITED: Mapping[str, tuple[str, ...]] = {
    "en": (
        "Certificate", "Warrant", "Permit", "Licence", "License", "Permission", "Declaration",
        "RA ", "consent", "approval", "permission", "authorisation", "authorization", "UL ",
        "ETL ", "CSA ", "NSF ",
    ),
    "de": (
        "Gesetz", "Verordnung", "Richtlinie", "Erlass", "Satzung", "TRGS", "TRBS", "TRBA", "ASR",
        "DGUV", "VDI", "DVGW", "Art", "VSG", "UVV", "BGR", "BGV", "BGI",
    ),
    "fr": ("",),
    "nl": ("",),
    "es": ("",),
}  # fmt: skip
"""What has to stand in a text with such a citation, where its forms begin with few words."""
PARTS_OF_PERMITS: Mapping[str, tuple[str, ...]] = {
    "en": (*_PARTS_OF_CITED["en"], *_PARTS_OF_VERBS[_ENGLISH_VERBS], "egister"),
    "de": (*_PARTS_OF_CITED["de"], *_PARTS_OF_VERBS[_OTHER_VERBS]),
    "fr": _PARTS_OF_CITED["fr"],
    "nl": _PARTS_OF_CITED["nl"],
    "es": _PARTS_OF_CITED["es"],
}
"""What one of has to stand in a text in which `CITED` or `PERMITS_IN` finds anything."""


def may_cite(text: str, language: str) -> bool:
    """Return whether a text may hold one of the citations of `CITED`."""
    return any(part in text for part in _PARTS_OF_CITED[language])


def _may_hold(text: str, verbs: re.Pattern[str]) -> bool:
    return any(part in text for part in _PARTS_OF_VERBS[verbs])
