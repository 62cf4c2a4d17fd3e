"""By which means people reach a product: words for the web, the phone, text messages, paper, and
for no signal.
"""

from __future__ import annotations

import re

from artifacts.facts.grammar.matches import PlatformMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.source import Source

_PHRASES = {
    "web": (
        "link on the page; through the page; en la página; por la página; por la web; en la web;"
        " vía web; por internet; sur le web; op het web; web page; web pages;"
        " im netz; übers netz; im internet; übers internet; over the web; over the internet;"
        " webpage; web site; website; websites; browser; web shop; webshop; online shop; web app;"
        " on the web; web only; online form; online store; web-based; web form; webseite;"
        " webseiten; internetseite; im browser; onlineshop; online-shop; webanwendung;"
        " weboberfläche; site web; site internet; page web; navigateur; en ligne; boutique en"
        " ligne; site; webpagina; webwinkel; in de browser; página web; sitio web; navegador;"
        " tienda en línea; pagina web; home page; homepage; web portal; webportal; webformular;"
        " web-app; online booking; paid online; pay online; pays online; book online; booked"
        " online; order online; online; online buchen; online gebucht; im web; im web-formular;"
        " web-formular; onlineformular; online-formular; onlinebuchung; online-buchung;"
        " online-kalender; buchungsseite; bestellseite; portal; portals; online-portal;"
        " booking page;"
        " booking site; order page; sign-up page; signup page; web calendar"
    ),
    "phone": (
        "app; apps; smartphone; smartphones; mobile phone; mobile phones; android; iphone; ios;"
        " handy; handys; app fürs telefon; fürs telefon; telefon-app; telefoon-app; handy-app;"
        " mobile app; appli; application mobile; téléphone portable; on the phone; on a phone;"
        " cheap phone; own phone; their phone; her phone; his phone; the phone has; on his phone;"
        " on her phone; on their phones; auf dem telefon; mobieltje; móvil; celular; aplicación;"
        " application; phone app; sur le téléphone; sur son téléphone; sur leur téléphone; op de"
        " telefoon; en el teléfono"
    ),
    "tablet": "tablet; tablets; ipad; tablette; tableta",
    "desktop": (
        "desktop; laptop; windows program; windows-programm; on a pc; am pc; auf dem pc; desktop"
        " app; laptops; ordinateur; ordenador"
    ),
    "offline": (
        "not need the internet; nothing may need the internet; without the internet; offline;"
        " without signal; without a signal; no signal; without network; no network; without"
        " internet; without an internet; without a connection; no connection; no reception; without"
        " reception; no coverage; without coverage; without wifi; funkloch; funklöcher;"
        " funklöchern; flight mode; airplane mode; flugmodus; dead"
        " zone; dead zones; dead spot; dead spots; not-spot; not-spots; off-line; offline-fähig;"
        " out of range; when cut off;"
        " ohne netz; ohne internet; ohne"
        " empfang; ohne verbindung; kein netz; kein empfang; ohne mobilfunk; ohne funknetz; sans"
        " réseau; sans internet; sans connexion; hors ligne; hors connexion; pas de réseau; zonder"
        " internet; zonder bereik; zonder verbinding; geen bereik; zonder netwerk; zonder signaal;"
        " sin internet; sin señal; sin conexión; sin cobertura; sin red"
    ),
    "sms": (
        "they text; text in; texts in; texting; gets a text; get a text; sends a text; send a text;"
        " text message; text messages; sms; texts; by text; a text; texts back; text back; text us;"
        " text me; texts us; by sms; textnachricht; textnachrichten; per sms; kurznachricht; texto;"
        " textos; sms-bericht; mensaje de texto; mensajes de texto"
    ),
    "phone call": (
        "call me up; calls me up; call us up; rings me up; by phoning;"
        " by ringing; by calling; phoning us; phoning me; ringing us; ringing me;"
        " calling us; calling me; phones you; rings you; calls you; phones him; phones her; phones"
        " them; phones the; phones us; phones me; appelle; appellent; appelez; appeler;"
        " rings and; rings or; rings to; rings ,; rings with; rings for; ring ,; ring or; ring and;"
        " call ,; call or; calls and; calls or; calls to; calls with; duty number; phone number to"
        " ring; phone line; durchruf; anrufbeantworter; ruft uns; ruft bei; phone call; phone"
        " calls; telephone call; by phone; by telephone; telephone; rings us; rings the; rings in;"
        " rings up; rings me; hotline; calls us; call us; am telefon; telefonisch; anruf; anrufe;"
        " per telefon; telefonat; ruft an; rufen an; anrufen; par téléphone; au téléphone; appel;"
        " telefoontje; per telefoon; met de telefoon; via de telefoon; por teléfono; llamada;"
        " llamadas; over the phone; phones in;"
        " festnetz; man ruft; rufen uns an; ruft mich an; rufen mich an; ring in; rings in; call"
        " in;"
        " calls in; people ring; people call; folks call; folks ring; call a number; calls a"
        " number;"
        " dial; dials; answering machine; landline;"
        " ring us; phone us; ring up; telefonieren; telefoniert; par appel; belt op; opbellen;"
        " llama por; llaman por"
    ),
    "email": (
        "mailt; mailen; gemailt; e-mailed; emailed; newsletter; rundmail; e-mail; e-mails; email;"
        " emails; by mail; per mail; mail; mails; par mail; courriel;"
        " e-mailadres; per e-mail; correo electrónico; correo"
    ),
    "whatsapp": "whatsapp; whatsapp-gruppe; whatsapp-nachricht; whatsappgroep",
    "paper": (
        "paper tag; paper tags; paper label; paper labels; or a letter;"
        " in the book; into the book; in a notebook; in the notebook; into a notebook; in a"
        " ledger; in the ledger; paper book; punch card; punch cards; paperwork; ins heft; in"
        " ein heft; im heft; strichliste; stempelkarte; kassenbuch; auf einem zettel; dans un"
        " cahier; dans le cahier; sur un cahier; in een schrift; in het schrift; en un cuaderno;"
        " en el cuaderno; paper card; paper cards; paper slip; paper slips; paper report; paper"
        " reports; paper records; printed report; printed reports; paper ticket; index card;"
        " index cards; notice board; noticeboard; zettel; schaukasten; schwarzes brett;"
        " schwarzen brett; karteikarte; karteikarten; on paper; paper list; paper form; paper"
        " forms; auf papier; papierliste; papierformular; sur papier; op papier; van papier; en"
        " papel; papieren lijst; printed list; can be printed; printout; print-out; prints out;"
        " ausdruck; zum ausdrucken; à imprimer; om te printen; para imprimir; paper sheet; paper"
        " letter; paper letters; aushang; karten zum ausfüllen; karte zum ausfüllen; order sheet;"
        " order sheets;"
        " tally sheet; tally sheets; sheet of paper; paper tickets; paper map; paper maps; paper"
        " book;"
        " paper order sheet; paper slip; laufzettel; strichlisten; bestellzettel;"
        " durchschreibeblock;"
        " clipboard"
    ),
}
_BY_WORDS = {
    tuple(phrase.split()): platform
    for platform, phrases in _PHRASES.items()
    for phrase in phrases.split(";")
}
FIRST_WORDS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _platform in sorted(_BY_WORDS.items(), key=lambda entry: -len(entry[0])):
    FIRST_WORDS.setdefault(_words[0], []).append((_words, _platform))

_NOT_IN = {
    "en": frozenset(
        {("handy",), ("mail",), ("site",), ("application",), ("correo",), ("texto",), ("appel",)}
    ),
    "de": frozenset({("site",), ("application",), ("correo",), ("telephone",)}),
    "fr": frozenset({("handy",), ("texts",)}),
    "nl": frozenset({("handy",), ("texts",), ("application",)}),
    "es": frozenset({("handy",), ("site",), ("texts",), ("texto",)}),
}
NEGATIONS = word_set(
    "no not without never neither nor keine kein keinen keiner ohne nicht weder pas sans aucune"
    " aucun ni geen zonder niet sin ninguna ningún don't doesn't can't cannot"
)
_REACH = 3


def can_begin(word: str) -> bool:
    """Return whether a platform can be named by a word and those behind it."""
    return word in FIRST_WORDS or word in NONE_OF or word in _PHONES or word == "text"


def platform_at(source: Source, index: int) -> PlatformMatch | None:
    """Return the platform that token `index` begins to name.

    "No app" is negated; "no signal" is the offline one.
    """
    if last := _no_signal(source, index):
        return _match(source, index, last, "offline")
    if _texts_or_calls(source, index):
        return _match(source, index, index + 1, "sms")
    if _is_own_phone(source, index):
        negated = is_negated(source, index, index + 1)
        return _match(source, index, index + 1, "phone", negated=negated)
    behind = source.word(index + 1)
    for words, platform in FIRST_WORDS.get(source.word(index), ()):
        if len(words) > 1 and words[1] != behind:
            continue  # "a" alone begins dozens of them
        last = index + len(words)
        if tuple(source.lower[index:last]) == words and _is_meant(source, index, words):
            negated = platform != "offline" and is_negated(source, index, last)
            return _match(source, index, last, platform, negated=negated)
    return None


def _match(
    source: Source, first: int, last: int, platform: str, *, negated: bool = False
) -> PlatformMatch:
    start, end = source.tokens[first].start, source.tokens[last - 1].end
    return PlatformMatch(
        start=start, end=end, first=first, last=last, platform=platform, negated=negated
    )


def _is_meant(source: Source, index: int, words: tuple[str, ...]) -> bool:
    """Whether `words` at token `index` name a platform in this language and beside these words:
    not texts that are read, and no rings or calls that are things.
    """
    if words in _NOT_IN[source.lexicon.language]:
        return False
    if words == ("texts",) and source.word(index - 1) in _READ_TEXTS:
        return False
    if source.word(index + len(words)) in _NO_CALL.get(words, ()):
        return False
    return words[0] not in _RINGS or source.word(index - 1) not in _A_THING


def _texts_or_calls(source: Source, index: int) -> bool:
    """Whether "text" is named beside another way to reach somebody: "by phone or text"."""
    if source.word(index) != "text" or source.lexicon.language != "en":
        return False
    behind = source.word(index - 1) in _OR and source.word(index - 2) in _CHANNELS
    ahead = source.word(index + 1) in _OR and source.word(index + 2) in _CHANNELS
    return behind or ahead


_OR = word_set("or and /")
_CHANNELS = word_set("phone telephone call calls ring email e-mail mail whatsapp phoning calling")
_PHONES = word_set("phone phones smartphone")


def _is_own_phone(source: Source, index: int) -> bool:
    """Whether somebody's own phone is named: "on the visitor's phone", not "by phone"."""
    if source.word(index) not in _PHONES or source.word(index + 1) in ("call", "calls", "number"):
        return False
    before = source.word(index - 1)
    return before.endswith(("'s", "s'")) or before in ("your", "each", "every", "own")


NONE_OF = word_set(
    "no without hardly barely little kein keine keinen ohne kaum schlechter schlechten pas sans peu"
    " geen zonder nauwelijks sin poca ninguna weak patchy"
)
_SIGNAL = word_set(
    "signal coverage reception network internet wifi wi-fi connection connectivity broadband bars"
    " data empfang netz mobilfunk mobilfunknetz handynetz handyempfang internetverbindung"
    " verbindung wlan funknetz réseau connexion couverture bereik dekking verbinding netwerk"
    " ontvangst señal cobertura conexión"
)
_BEFORE_SIGNAL = word_set(
    "a any bar of mobile phone cell good stable reliable steady internet data d' de du mobiel"
    " mobiele stabile stabiles festes mobilen mobile"
)


def _no_signal(source: Source, index: int) -> int:
    """Return the index behind "no mobile coverage" or "hardly a bar of signal" at token `index`, 0
    for none.
    """
    if source.word(index) not in NONE_OF:
        return 0
    at = source.skip(index + 1, _BEFORE_SIGNAL, 4)
    if source.word(at) in _SIGNAL:
        return at + 1
    # the word in front of a signal can deny it: "no internet"
    return at if at > index + 1 and source.word(at - 1) in _SIGNAL - _NO_SIGNAL_ALONE else 0


_NO_SIGNAL_ALONE = word_set("data")


_READ_TEXTS = word_set("the these those our my his her their all legal old short of")
"""In front of "texts" that are read, not sent."""

_RINGS = ("ring", "rings", "call", "calls", "dial", "dials")
_A_THING = word_set(
    "the a an its our their these those two three four five six more all no every"
    " first second next last each"
)
"""In front of a ring or a call these make it a thing and no deed: "fits the rings and"."""
_NO_CALL = {
    ("rings", "the"): word_set("bell bells doorbell"),
    ("telephone",): word_set("number numbers"),
    ("calls", "in"): word_set("sick"),
    ("call", "in"): word_set("sick"),
}
"""What is rung or noted without a call."""

_NOBODY = word_set("nobody niemand nadie personne keiner")
_WRITTEN = word_set("it them everything all alles tout todo down lo")


def _nobody_before(source: Source, first: int) -> bool:
    """Whether nobody does something with it: "nobody here puts one more app on the phone"."""
    at = first - 1
    while source.sentence(at) == source.sentence(first) and source.tokens[at].text not in ",;:":
        if source.word(at) in _NOBODY:
            return True
        at -= 1
    return False


_OBJECT_FIRST = ("de", "nl")
"""Languages in which what nobody wants may open the sentence."""
_NEEDS = word_set(
    "braucht brauchen brauchte will wollte möchte mag nutzt benutzt verwendet bedient installiert"
    " lädt wil gebruikt hoeft"
)


def _nobody_behind(source: Source, last: int) -> bool:
    """Whether nobody is said to need or want it: "einen Webshop will hier niemand"."""
    if source.word(last) not in _NEEDS:
        return False
    return any(source.word(at) in _NOBODY for at in range(last + 1, last + 5))


def _written_down(source: Source, first: int, last: int) -> bool:
    """Whether paper is what people fill in today: "write it on paper that gets wet"."""
    return source.words(first, last) in _ON_PAPER and source.word(first - 1) in _WRITTEN


_ON_PAPER = ("on paper", "auf papier", "sur papier", "op papier", "en papel")


_EITHER = word_set("or nor oder noch ou ni of")


def is_negated(source: Source, first: int, last: int) -> bool:
    """Whether the text from `first` to `last` is denied: "no app", "App gibt es keine", "pas
    d'application".
    """
    sentence = source.sentence(first)
    if source.word(first - 1) in _EITHER and is_negated(source, first - 2, first - 1):
        # "no portal or app"
        return True
    for step in range(first - 1, max(first - _REACH, 0) - 1, -1):
        token = source.tokens[step]
        if token.sentence != sentence or token.text in ",;:":
            break
        if token.lower in NEGATIONS:
            return True
    if _nobody_before(source, first) or _written_down(source, first, last):
        return True
    if _DENIED_BEFORE.search(source.words(source.opening(first, _REACH_BEHIND), first)):
        return True
    if source.lexicon.language in _OBJECT_FIRST and _nobody_behind(source, last):
        return True
    return _DENIED_BEHIND.match(source.words(last, last + _REACH_BEHIND)) is not None


_REACH_BEHIND = 9
_DENIED_BEFORE = re.compile(
    r"(?:don't|do not|never|nobody|kommt mir nicht|komm mir nicht|kommt uns nicht)"
    r" (?:talk|speak|ask|start|come|tell|mit)(?: [^ .,;]+){0,4}$"
    r"|(?:no|keine?|ohne) (?:forms?|orders?|orderings?|bookings?|log-?ins?|accounts?|formulare?"
    r"|bestellungen|buchungen|konten|konto) (?:on|in|through|via|over|auf|in|über)"
    r"(?: (?:an?|any|the|eine[rm]?|der|dem))?$"
)
"""What denies it in front of its name: "don't talk to me about an app", "no form on a web page"."""
_DENIED_BEHIND = re.compile(
    r"(?:store )?(?:in 20[0-9]{2} |once )?(?:and |, )?never again\b"
    r"|(?:gibt es|kommt|kommen|wollen wir) (?:nicht|keine)\b"
    r"|(?:is|are) (?:not|out of|left out)\b"
    r"|(?:isn't|aren't) (?:planned|needed|wanted|necessary|part|in it)\b"
    r"|would (?:not be|be too|cost too|be over the top)\b"
    r"|(?:is|are) too (?:much|expensive|dear)\b|(?:can wait|stays? out|has to wait)\b"
    r"|(?:we|i) (?:do not|don't|won't|will not) (?:plan|need|want|build|make|offer|have|do)\b"
    r"|(?:soll|sollte|wird|darf|muss) (?:es|man) (?:[^ .,;:]+ ){0,2}(?:nicht|keine) (?:geben|haben)"
    r"|[^ .,;:]{3,} (?:wir|ich|es|man) (?:[^ .,;:]+ ){0,3}(?:nicht|keine?)"
    r"(?: (?:an|ab|ein|auf|vor))?(?= ?[.,;:!?]|$)"
    r"|(?:verzichten|verzichte) (?:wir|ich)\b|(?:lassen|lasse) (?:wir|ich) (?:[^ .,;:]+ ){0,2}"
    r"(?:weg|sein|bleiben)\b|(?:bleibt|bleiben) (?:[^ .,;:]+ ){0,2}(?:außen vor|draußen|weg)\b"
    r"|(?:wäre|wären|ist|sind) (?:uns |mir )?(?:zu (?:teuer|viel|aufwendig|aufwändig)"
    r"|nicht (?:geplant|nötig|vorgesehen)|übertrieben)\b"
)
"""What denies it behind its name: "eine App planen wir nicht"."""
