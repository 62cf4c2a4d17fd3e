"""How far it is by the form of a clause: who acts, for how long, and whether money came in.

The phrases of `stage_words` tell most; this tells what no phrase names, because what people do
with a product is as various as the products.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from artifacts.facts.grammar.matches import MoneyMatch, NumberMatch, SpanMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.grammar.tokens import Token
from artifacts.facts.reading.actors import (
    LASTS,
    is_outsider,
    lasts,
    names_kin,
    outsiders_act,
    outsiders_met,
)
from artifacts.facts.reading.context import NEAR, Told, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.deeds import tells_deed, thing_works
from artifacts.facts.reading.stage_speech import is_done_to_us, is_seen, speaks, visits
from artifacts.facts.reading.stage_words import CONTACT, MAKING, STAGE_CUES, THROUGH_OWN
from artifacts.facts.schema import Stage

_TAKEN = Cues(
    "came in; comes in; kamen herein; kamen rein;"
    " so far; bisher; takes; took; taking; takings; brings; brought; brought in; earned; earns;"
    " earning; made; charge; charged; charges; charging; grossed; billed; at; for; each; apiece;"
    " eingenommen; einnahmen; verdient; verdienen; nehmen; nehme; genommen; verlange; verlangen;"
    " verlangt; berechnet; kassiert; umgesetzt; je; zu; für; gagné; encaissé; verdiend; gevraagd;"
    " ingresado; cobramos; à; voor; por"
)
_SPENT = Cues(
    "cost; costs; spent; bought; worth; loan; grant; saved; savings; would; could; need; needs;"
    " he takes; she takes; he charges; she charges; he wants; she wants; er nimmt; sie nimmt; er"
    " verlangt; sie verlangt; il prend; elle prend; hij rekent; zij rekent; él cobra; ella cobra;"
    " budget; prize; won; donated; donation; raised; offered; deposit; gekostet; kostet;"
    " ausgegeben; gekauft; wert; kredit; darlehen; zuschuss; gespart; gespendet; spende;"
    " preisgeld; gewonnen; gesammelt; kaution; würde; würden; hätte; coûté; dépensé; gekost;"
    " costó; gastado"
)
_SUM_ON_PAPER = re.compile(
    r" rechnung (?:am|auf|im) (?:[^ ]+ )?"
    r"(?:küchentisch|bierdeckel|papier|zettel|serviette|kopf)(?= )"
)
"""A calculation, and no bill."""
_BUSINESS = Cues(
    "subscription; subscriptions; subscribed; transfer; transfers; invoice; invoices; takings; the"
    " money comes; ordered; orders; repeat order; repeat orders; took delivery; delivered; abo;"
    " abos; abonnement; abonnements; überweisen; überweist; überwiesen; rechnung; rechnungen;"
    " bestellung; bestellungen; nachbestellung; ausgeliefert; gehen weg; jahresgebühr; abonniert;"
    " abgebucht; lastschrift; dauerauftrag; daueraufträge; direct debit; standing order; standing"
    " orders; a contract; contracts; mit vertrag; verträge;"
    " full price; full fare; vollen preis; uns abgenommen; mir abgenommen;"
    " commandes; bestelling; bestellingen; pedido; pedidos"
)
_HANDED_OVER = Cues(
    "on loan; the loan of; lent out; loans; borrow; borrows; borrowed it; through it; with it;"
    " been on it; test; tests; tries; trying; have it; has it; gives it back; tried; used;"
    " borrowed; wore; kept; tested; played; rode; ate; drank; hired; benutzt; genutzt; getragen;"
    " behalten; getestet; gekostet; gespielt; gegessen; getrunken; leihen; leiht; ausgeliehen;"
    " ausleihen; geliehen; damit; darin; darauf; daran; probiert; testet; spielt; en prêt; te leen;"
    " prestado"
)
_ASSENT = Cues(
    "decide; decides; deciding; entscheidet; entscheiden; like; likes; liked; want; wants;"
    " wanted; want in; would; nod; nods; nodded; agree; agrees; agreed; promise; promised;"
    " promises; keen; interested; behind us; in favour; vote; voted; word; names down; put their"
    " names; shook hands; hands; filled in; fill in; list; form; yes; yeses; raised their hands;"
    " listened; offers; offered; offer; support; waiting; waits; asked; ask; said; say; says;"
    " told; answered; replied; wrote; meeting; meetings; mag; mögen; will; wollen; wollten;"
    " würden; nicken; genickt; versprochen; zugesagt; begeistert; interessiert; gehoben;"
    " zugehört; einig; einverstanden; gesagt; sagen; sagt; gefragt; fragen; geantwortet;"
    " tagesordnung; liste; dafür; bereit; willing; ready to; gave me; give me; gibt mir;"
    " veulent; d'accord; willen; quieren; signed; unterschrieben; warten; wartet; antworten;"
    " mails; letter; letters; briefe"
)


@dataclass(frozen=True)
class _Clause:
    """One clause, with who acts in it."""

    told: Told
    part: tuple[int, int]
    words: str
    acting: bool
    """People outside do something."""
    met: bool
    """People outside are met."""
    assent: bool
    """Something is only said, promised or asked."""
    done_to_us: bool
    """People outside gave, showed or told the founders something."""

    def counts(self, nouns: frozenset[str]) -> bool:
        """Whether one of `nouns` is counted."""
        numbers = self.told.within(NumberMatch, *self.part)
        return any(not nouns.isdisjoint(match.noun.lower().split()) for match in numbers)

    @property
    def counts_somebody(self) -> bool:
        """Whether a number stands alone, for people: "23 raised their hands"."""
        numbers = self.told.within(NumberMatch, *self.part)
        return any(not match.noun and not match.measure for match in numbers)

    @property
    def counts_any(self) -> bool:
        """Whether anything is counted that is no measure."""
        numbers = self.told.within(NumberMatch, *self.part)
        return any(not match.measure for match in numbers)

    @property
    def tokens(self) -> list[Token]:
        return self.told.source.tokens[slice(*self.part)]

    @property
    def language(self) -> str:
        return self.told.source.lexicon.language


def stage_by_form(told: Told, part: tuple[int, int], words: str) -> Stage | None:
    """Return what one clause tells by its form, None for nothing.

    `words` are those of the clause, with spaces around each. The caller has ruled out denials and
    wishes.
    """
    clause = _Clause(
        told,
        part,
        words,
        acting=outsiders_act(told, *part),
        met=outsiders_met(told, *part),
        assent=says(words, _ASSENT) or says(words, CONTACT),
        done_to_us=is_done_to_us(told.source.tokens[slice(*part)], words),
    )
    if by_others := _by_others(clause):
        return by_others
    is_ours = says(words, _WE) and not (clause.assent or clause.met or clause.done_to_us)
    if is_ours and tells_deed(clause.tokens, clause.language):
        return "prototype"
    if _is_talk(clause):
        return "talks"
    return "prototype" if thing_works(clause.tokens, clause.language) else None


def _by_others(clause: _Clause) -> Stage | None:
    """Return what people outside have done: paid for it, looked at it or used it."""
    if _brings_money(clause):
        return "customers"
    if is_seen(clause.words) and not _goes_on(clause):
        return "talks" if says(clause.words, STAGE_CUES["idea"]) else "prototype"
    return "pilot" if _is_used(clause) else None


def is_conversation(told: Told, part: tuple[int, int], words: str) -> bool:
    """Whether people outside and the founders only talk, ask or show something in a clause."""
    tokens = told.source.tokens[slice(*part)]
    if is_done_to_us(tokens, words) or counted_speak(told, *part):
        return True
    others = outsiders_act(told, *part) or outsiders_met(told, *part)
    return others and (visits(words) or speaks(tokens, told.source.lexicon.language))


def counted_speak(told: Told, first: int, last: int) -> bool:
    """Whether so many of somebody say, ask or want something, which only people do: "six want an
    offer".
    """
    language = told.source.lexicon.language
    return any(
        not match.measure
        and (
            told.source.word(match.last) == "would"
            or speaks(told.source.tokens[match.first + 1 : min(match.last + _NEXT, last)], language)
        )
        for match in told.within(NumberMatch, first, last)
    )


_NEXT = 3
"""How far behind those who are counted the verb stands: "vier Betriebe, die ja sagen"."""


def _is_talk(clause: _Clause) -> bool:
    if clause.acting or clause.met or clause.done_to_us or clause.counts(_WORDS_OF_OTHERS):
        return True
    if not says(clause.words, _WE) and counted_speak(clause.told, *clause.part):
        return True
    return clause.assent and clause.counts_somebody


_WORDS_OF_OTHERS = word_set(
    "names signatures addresses replies answers calls mails emails numbers letters namen"
    " unterschriften adressen antworten anrufe zusagen rückmeldungen noms réponses nombres firmas"
)


def _brings_money(clause: _Clause) -> bool:
    words = clause.words
    if says(words, _SPENT) or says(words, _NOT_YET):
        return False
    is_paid = says(_SUM_ON_PAPER.sub(" ", words), _BUSINESS) or _GONE.search(words)
    if is_paid and not says(words, THROUGH_OWN):
        return True
    if _SETTLE_ACCOUNTS.search(words):
        return True
    amounts = list(clause.told.within(MoneyMatch, *clause.part))
    return bool(amounts) and (says(words, _TAKEN) or any(amount.per for amount in amounts))


_GONE = re.compile(
    r" (?:ging|gingen|gehen) (?:[^ ]+ ){1,4}weg | (?:sind|waren) (?:[^ ]+ ){0,3}weggegangen "
    r"| (?:in|of) sales | (?:deposits|deposit) (?:is|are|has|have) (?:been )?(?:paid|in|with us) "
    r"| (?:paid|left|put down) (?:an?|the|their) deposits? "
    r"| (?:haben|hat) (?:[^ ]+ ){0,6}angezahlt "
    r"| (?:we've|i've|we|i|have|has) (?:billed|invoiced) "
    r"| (?:is|are|was|were|been|gets?) (?:billed|invoiced) (?:since|each|every|monthly|by) "
    r"| takes? (?:[^ ]+ ){1,3}(?:a|per|each|every) (?:week|month|day) "
    r"| (?:nehmen|nimmt) (?:jede|jeden) (?:woche|monat|tag) (?:[^ ]+ ){1,3}[.,;:]"
    r"| turns? over (?:about |some |around )?[£$€]"
    r"| (?:contract|contracts) (?:is|are|was|were) signed | on contract "
    r"| (?:gegen bar|bar bei [^ ]+|cash on delivery|pays? cash|zahlen bar) "
)
"""Of what people bought, though no word says that they paid."""
_SETTLE_ACCOUNTS = re.compile(r" (?:rechnen?|rechnet) (?:[^ ]+ )*mit (?:[^ ]+ )*ab ")
_NOT_YET = Cues(
    "asked for; applied for; ask for; want; wants; plan; planned; beantragt; angefragt; will;"
    " wollen; möchten; geplant"
)


def _is_used(clause: _Clause) -> bool:
    """Whether people outside use it, or were served."""
    words = clause.words
    if says(words, _BY_IT) and not _done_by_us(clause):
        return True
    if _goes_on_at_theirs(clause):
        return True
    if clause.assent or clause.done_to_us or _only_met(clause):
        return False
    if _is_theirs_to_use(clause):
        return True
    is_made = says(words, MAKING)
    return not is_made and (clause.counts(_USES) or _served_outsiders(clause))


_USED = re.compile(r" (?:used|tried out|borrowed|worked with) (?:it|them|the|our|my|one) ")
_BODY = (
    r"(?:school|class|pub|club|office|clinic|shop|parish|ward|surgery|hotel|library|klasse|schule"
    r"|firma|praxis|kita|gruppe|pfarrei|kneipe|station|gemeinde|bücherei|bäckerei|klinik)"
)
_RUNS_AT = re.compile(
    rf" (?:runs|running|is live|is in use|works) (?:[^ ]+ ){{0,3}}(?:in|at) (?:one|two|three|a|the"
    rf"|my|our)(?: [^ ]+'s)? {_BODY} | (?:in|an|bei) (?:der|dem|einer|einem) {_BODY}"
    r" (?:[^ ]+ ){0,3}läuft "
    rf"| läuft (?:[^ ]+ ){{0,4}}(?:in|an|bei) (?:der|dem|einer|einem) {_BODY} "
)
"""It goes on where others learn, work or meet."""


def _goes_on_at_theirs(clause: _Clause) -> bool:
    """Whether people outside used it by that very word, or it runs where they are."""
    if clause.acting and _USED.search(clause.words):
        return True
    return _RUNS_AT.search(clause.words) is not None and _goes_on(clause)


def _done_by_us(clause: _Clause) -> bool:
    """Whether the founders or their own people do it, also those named in front of "she"."""
    first, last = clause.part
    if clause.told.source.word(first) in _SHE:
        first = clause.told.opening(first, NEAR)
    return says(clause.words, _WE) or names_kin(clause.told, first, last)


_SHE = word_set("she he sie er elle il zij hij ella él")


def _is_theirs_to_use(clause: _Clause) -> bool:
    """Whether people outside keep it for some time, got it, or do something with it."""
    if says(clause.words, _FROM_US) and (clause.acting or clause.counts_any):
        return True
    used = _handles_it(clause) or _goes_on(clause) or says(clause.words, _HANDED_OVER)
    return clause.acting and used


def _only_met(clause: _Clause) -> bool:
    """Whether the founders went to see people, and did nothing for them for some time."""
    if not clause.met or not says(clause.words, _WE):
        return False
    return visits(clause.words) or not _goes_on(clause)


def _handles_it(clause: _Clause) -> bool:
    """Whether people outside do something with the product that is no talk about it: "two of the
    growers let it water their beds".
    """
    if speaks(clause.tokens, clause.language) or is_seen(clause.words):
        return False
    if _IMPERSONAL.search(clause.words):
        return False
    return any(
        token.lower in _IT and before.lower not in _PREPOSITIONS
        for before, token in pairwise(clause.tokens)
    )


_IMPERSONAL = re.compile(
    r" (?:gibt|gab|geht|ging|passiert|heißt|fehlt|regnet|kommt|dauert) es "
    r"| es (?:gibt|gab|geht|ging|passiert|heißt|fehlt|regnet|kommt|dauert) "
    r"| (?:es|it|das) (?:auch )?(?:getan|gemacht|done|so) "
    r"| (?:have|has|had|did) (?:done )?it [.,;:]"
)
"""In which "it" is nothing that somebody has made."""


_PREPOSITIONS = word_set(
    "of for in on to about with from by than as and at behind against für ohne um gegen durch von"
)


_IT = word_set("it them theirs ours es ihn eins eines damit")
_FROM_US = Cues("from us; from me; von uns; von mir; de nous; de moi; van ons; de nosotros")
_BY_IT = Cues("with it; through it")
_USES = word_set(
    "loans rides bookings visits visitors guests sign-ups lessons consultations deliveries"
    " ausleihen fahrten besuche besucher besucherinnen gäste buchungen leihen lieferungen einsätze"
    " emprunts visites invités uitleningen bezoekers gasten préstamos visitas"
)
_OPENING = 6
"""How many words in front of the comma still go with the clause: "Every Sunday since Lent, ..."."""


def _goes_on(clause: _Clause) -> bool:
    """Whether a clause says since when, for how long or how often: "for six weeks"."""
    told, first = clause.told, clause.part[0]
    opening = told.opening(first, _OPENING + 1)
    opens = told.padded(opening, first) if first - opening <= _OPENING else ""
    if any(says(words, LASTS) or lasts(words) for words in (clause.words, opens)):
        return True
    return any(
        told.source.word(match.first - 1) not in _FROM_NOW and told.source.word(match.last) != "ago"
        for match in told.within(SpanMatch, *clause.part)
    )


_FROM_NOW = word_set("in within after vor binnen nach dans over en hace")


def _served_outsiders(clause: _Clause) -> bool:
    """Whether we did something for people outside: "we drove five neighbours to dialysis"."""
    if clause.met or not says(clause.words, _WE):
        return False
    if not tells_deed(clause.tokens, clause.language):
        return False
    return any(is_outsider(clause.told, index) for index in range(*clause.part))


_WE = Cues("i; we; i've; we've; ich; wir; wij; ik; yo; nous; je; on")
