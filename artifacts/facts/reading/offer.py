"""What the first version does and what it leaves out, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Reading, Told, cut, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.left_aside import left_aside
from artifacts.facts.reading.refusals import FOR_NOW, refusal
from artifacts.facts.schema import FACTS_MAX, Fact, Span

_BULLET = re.compile(r"[ \t]*(?:(?:[-*•–—·▪+]|\(?[0-9]{1,2}[.):]|[a-h]\))[ \t]+)?")
_AND = word_set("and und et en y")
_OPENING = word_set("no not keine kein keinen nicht pas aucun aucune geen ni sin nada")
NOT_OFFERED = Cues(
    "verkaufen wir nicht; machen wir nicht; wird es nicht geben; brauchen wir nicht; bieten wir"
    " nicht an; gibt es nicht; no vamos a; no vendemos; no hacemos; doen we niet; komt er niet;"
    " verkopen we niet; we do not do; we don't do; we do not offer; we will not; we won't; not in"
    " the first version; nicht in der ersten version; erst später; kommt später; ne faisons pas;"
    " ne proposons pas; on ne fait pas"
)
_NOT_A_LINE = word_set(
    "one nobody idea more longer problem doubt time money matter later than signal network internet"
    " wifi wi-fi wlan reception coverage power strom electricity handynetz funknetz réseau bereik"
    " netz network empfang zeit geld mehr problème temps tijd geld dinero tiempo travel charge"
    " charges prozente lärm noise booking fee hidden extra deposit less"
)
_CLAUSES = re.compile(
    r"(?<=[.;!?])\s+|,\s+(?:then|and then|dann|und dann|danach|puis|et"
    r" puis|ensuite|daarna|dan|luego|después)\s+|;\s*"
)


def read_first_version(reading: Reading) -> tuple[Fact[str], ...]:
    """Return one line per thing the first version must do, in order."""
    return tuple(fact for told in reading.pick(("first_version",)) for fact in _lines(told))[
        :FACTS_MAX
    ]


def read_left_out(reading: Reading) -> tuple[Fact[str], ...]:
    """Return what is left out: the lines of that answer, and sentences such as "No red meat."
    elsewhere.
    """
    found: dict[str, Fact[str]] = {}
    for told in reading.pick(("left_out",)):
        for fact in _lines(told):
            found.setdefault(str(fact.value).lower(), fact)
    for told in reading.pick(("constraint", "price", "idea")):
        clauses = [*_refused(told), *left_aside(told)]
        for text, span in (*_without_clauses(_denied(told), clauses), *clauses):
            found.setdefault(text.lower(), read(text, span))
    return tuple(found.values())[:FACTS_MAX]


_REFUSED = re.compile(
    r"(?:^|(?<=[.;,:!?] ))(?:(?:und|aber) )?(?P<line>(?P<first>[A-ZÄÖÜ][\wäöüß-]{1,40})"
    r"(?: [\wäöüß-]{1,40}){0,5}? (?P<verb>[a-zäöüß]{3,20}) (?:wir|ich)"
    r"(?: (?:auch|selbst|selber|hier|gar|nie))* (?:nicht|nichts|keine?[nsr]?)"
    r"(?: (?:an|ab|aus|auf|her|ein|mit))?)(?=[.;,:!?]|$)"
)
_DONE = word_set(
    "machen mache bauen baue verkaufen verkaufe liefern liefere regeln regle planen plane buchen"
    " buche bieten biete übernehmen übernehme reparieren repariere verleihen verleihe vermieten"
    " vermiete beraten berate steuern steuere messen messe prüfen prüfe drucken drucke waschen"
    " wasche putzen putze schleifen schleife nehmen nehme fahren fahre transportieren holen hole"
    " schreiben schreibe verwalten verwalte führen führe züchten züchte pflanzen pflanze mähen mähe"
    " schneiden schneide kochen koche backen backe brauen braue nähen nähe färben färbe vermitteln"
    " vermittle organisieren organisiere versichern behandeln behandle unterrichten unterrichte"
    " betreuen betreue testen laden speichern speichere übersetzen übersetze filmen filme"
    " verschicken verschicke versenden versende entwickeln entwickle programmieren lagern lagere"
    " ritzen ritze gravieren graviere schicken schicke bringen bringe"
    " sammeln sammle kaufen kaufe tauschen tausche montieren montiere"
)
"""What an offer does, and not what people want, know or have."""
_NO_THING = word_set(
    "das dies es so mehr weniger zeit geld kredit anzahlung miete pfand lohn schulden den dafür"
    " davon darum dazu damit vor mit für ohne am im in an auf bei nach von bis seit trotzdem sonst"
    " vom kaution umsatz provision gebühr gebühren"
    " heute morgen jetzt noch erst fehler schritt angaben urlaub pause gewinn"
)


def _refused(told: Told) -> Iterator[tuple[str, Span]]:
    """Yield German clauses whose object comes first: "Die Heizung regeln wir nicht"."""
    if told.source.lexicon.language != "de":
        return
    for match in _REFUSED.finditer(told.source.text):
        words = match["line"].lower().split()
        named = match["first"].lower() not in _NO_THING and _NO_THING.isdisjoint(words[1:2])
        verb = match["verb"]
        if (verb in _DONE or f"{verb}e" in _DONE) and named:  # "Namen ritz ich keine ein"
            yield cut(match["line"]), told.span(*match.span("line"))


def _without_clauses(
    denied: Iterable[tuple[str, Span]], clauses: Sequence[tuple[str, Span]]
) -> Iterator[tuple[str, Span]]:
    """Yield the sentences that deny something, but none of which a clause alone does."""
    for text, span in denied:
        opens = text.partition(" ")[0].lower() in _OPENING
        if opens or not any(span.start <= part.start < span.end for _, part in clauses):
            yield text, span


def _lines(told: Told) -> Iterator[Fact[str]]:
    text = told.source.text
    pieces = list(_pieces(text))
    for start, end in pieces:
        bare = start + (found.end() if (found := _BULLET.match(text[start:end])) else 0)
        line = cut(text[bare:end].strip(" \t.;,"))
        if line and any(char.isalnum() for char in line):
            yield read(line, told.span(bare, end))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines of `text`; where it is one paragraph, its sentences and the clauses behind
    "then".
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    if len(lines) > 1:
        yield from lines
        return
    start = 0
    for found in _CLAUSES.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _denied(told: Told) -> Iterator[tuple[str, Span]]:
    for first, last in told.sentences:
        start = _start_of_denial(told, first, last)
        if start is None:
            continue
        end = told.source.tokens[last - 1].end
        line = cut(told.source.text[start:end].strip(" .;,"))
        if line:
            yield line, told.span(start, end)


def _opens_denial(told: Told, begins: int) -> bool:
    if told.source.word(begins) == "pas":
        return told.source.word(begins + 1) in ("de", "d'")
    return told.source.word(begins) in _OPENING


def _start_of_denial(told: Told, first: int, last: int) -> int | None:
    """Return where a sentence begins to say what is left out; None where it says nothing of it."""
    words = told.padded(first, min(last, first + 40))
    begins = first + (told.source.word(first) in _AND and first + 1 < last)
    opens = _opens_denial(told, begins)
    refused = refusal(told, first, last)
    if _is_no_offer(words, opens=opens):
        return None
    if opens or refused is not None:
        if says(told.padded(first + 1, last), FOR_NOW):
            return None
    elif told.key == "price" or not says(words, NOT_OFFERED):
        return None
    if opens and _names_nothing(told, begins, words):
        return None
    return refused or told.source.tokens[first].start


def _is_no_offer(words: str, *, opens: bool) -> bool:
    return _LACKS.search(words) is not None or (not opens and _NO_OFFER.search(words) is not None)


_NO_OFFER = re.compile(
    r" not (?:make|manage) (?:that|it) | schaffe ich (?:das )?nicht | schaffen wir (?:das )?nicht "
    r"| (?:mehr|weniger) als (?:[^ ;]+ ){1,4}gibt es nicht | there is no more than "
)
"""A day that is missed, or all the money there is: nothing that could be offered."""
_LACKS = re.compile(
    r" (?:no|kein|keine|keinen|geen|pas de|ningún|ninguna) (?:wifi|wi-fi|wlan|netz|handynetz"
    r"|empfang|internet|strom|signal|network|reception|coverage|electricity|power|réseau|bereik"
    r"|stroom|red)(?: (?:in|im|at|on|auf|there|dort)(?: [^ ,;]+){0,3})? [.;!]? ?$"
)
"""What a place does without, whatever is offered there."""


def _names_nothing(told: Told, begins: int, words: str) -> bool:
    """Whether what follows a "no" is nothing that could be left out."""
    if set(told.source.words(begins + 1, begins + 3).split()) & _NOT_A_LINE:
        return True
    return told.source.word(begins) in _NO_THINGS and not says(words, NOT_OFFERED)


_NO_THINGS = word_set("nicht not ni nada")
