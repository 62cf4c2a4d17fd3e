"""Money that comes only when something has happened: how much of a sum, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from artifacts.facts.grammar.matches import DateMatch, Match, MoneyMatch, NumberMatch
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.context import Told, cut, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.reading.shares import shares_in
from artifacts.facts.schema import LaterMoney

_LATER = Cues(
    "only; once; when; after; afterwards; as soon as; later; until; erst; nach; sobald; später;"
    " wenn; nachdem; seulement; quand; après; dès que; lorsque; pas; zodra; na; solo; sólo; als de;"
    " als het; als er; als we; als wij; als ik; als ze; als zij; als hij;"
    " cuando; después; en cuanto; the second; hinterher; receipts; comes in; not before; upon; on"
    " delivery; the day the; the day that; an dem tag; le jour où; de dag dat; el día que;"
    " ausgezahlt wird; wird ausgezahlt; ausbezahlt wird; wird ausbezahlt; will be paid; is paid"
    " out; paid out in; sera versé; sera versée; wordt uitbetaald; uitbetaald wordt; deposita en;"
    " depositan en; im nachhinein; nachträglich; in arrears; a posteriori; naderhand; gegen"
    " rechnung; gegen rechnungen; gegen belege; gegen nachweis; against invoices; sur factures;"
    " sur justificatifs; sur bilan; sur rapport; on completion; tegen facturen; contra facturas;"
    " promised for; zugesagt für; promis pour;"
    " promise pour; toegezegd voor; prometido para; prometidos para"
)
_AT_ONCE = Cues("at once")
_JOINS = word_set(", and und et en y plus dazu")


def condition_of(told: Told, match: Match) -> str:
    """Return the words that say when a sum comes, "" where it is there."""
    index, last = match.last, _end_of_words(told, match)
    words = _AT_ONCE.removed_from(told.padded(index, last))
    is_later = says(words, _LATER) or says(words, _SURELY_HELD_BACK)
    if last == index or not (is_later or _comes_on_day(told, words, index, last)):
        return ""
    while last > index + 1 and told.source.word(last - 1) in _JOINS:
        last -= 1
    # "ten is a loan" says nothing without its number, which no sign of a currency finds again
    bare = isinstance(match, NumberMatch) and told.source.word(index) in _IS
    begin = match.first if bare else index
    return cut(told.text_of(begin, last).strip(" ,;.:"))


def _comes_on_day(told: Told, words: str, first: int, last: int) -> bool:
    """Whether a sum is said to come, or to be free, on a day or in a month."""
    if not says(words, _COMES) or says(words, _SINCE):
        return False
    end = next((i for i in range(first, last) if _begins_another(told, i)), last)
    return says(told.padded(first, end), _COMES) and any(told.within(DateMatch, first, end))


def _begins_another(told: Told, index: int) -> bool:
    """Whether the words from `index` on are about another sum: "and my bonus comes in July"."""
    word, behind = told.source.word(index), told.source.word(index + 1)
    if word == ",":
        return behind not in _OF_THE_SAME
    # In Spanish and French "en" is no "and".
    return word in _ANDS or (word == "en" and told.source.lexicon.language == "nl")


_ANDS = word_set("and und et y plus")
_OF_THE_SAME = word_set(
    "which that who but signed sure certain paid free due das die der den dem aber fest qui que"
    " mais dont dat maar pero"
)
"""Behind a comma, the beginnings of what is still said of a sum."""


_COMES = Cues(
    "zahlt; zahlen; gibt; verse; versent; pays; comes; come; arrives; lands; is free; are free;"
    " becomes free; matures; pays it;"
    " pays in; sends; kommt; kommen; frei wird; wird frei; ist frei; eintrifft; eintreffen;"
    " arrive; arrivent; est libre; se libère; tombe; komt; komen; vrijkomt; vrij komt;"
    " betaalt; llega; llegan; manda; vence; paga"
)
"""Verbs of money on its way."""
_SINCE = Cues("since; already; ago; seit; schon; bereits; vor; depuis; déjà; sinds; al; desde; ya")


def _end_of_words(told: Told, match: Match) -> int:
    """Return the token behind what is said of a sum alone."""
    last = match.last
    sentence = told.source.sentence(match.first)
    sums = told.money_begins | {
        n.first for n in told.each(NumberMatch) if _is_sum(n) or _begins_part(told, n)
    }
    while last < match.last + 30 and told.source.sentence(last) == sentence:
        if told.source.tokens[last].text == ";" or last in sums or _begins_sum(told, last):
            break
        if is_rest(told, last) and not any(shares_in(told, match.last, last)):
            break  # it is what the sum leaves of the whole budget
        last += 1
    return last


def is_rest(told: Told, index: int) -> bool:
    """Return whether "the rest" begins at a token."""
    return f"{told.source.word(index)} {told.source.word(index + 1)}" in _REST_WORDS


def later_rest(told: Told, whole: Decimal, parts: Sequence[LaterPart]) -> Iterator[LaterMoney]:
    """Yield what the `parts` that a sentence names leave of the whole money, where it says that the
    rest comes later: "£9,000 is mine, the rest comes once the roof is on".
    """
    for index in range(len(told.source.tokens)):
        if not is_rest(told, index):
            continue
        sentence = told.source.sentence(index)
        named = [
            (match, amount)
            for match, amount in parts
            if match.first < index and told.source.sentence(match.first) == sentence
        ]
        if not named or any(shares_in(told, named[-1][0].last, index)):
            continue
        last = _end_of_sentence(told, index)
        amount = whole - sum((amount for _, amount in named), Decimal(0))
        if 0 < amount < whole and _is_put_off(told, index, last):
            yield LaterMoney(amount=amount, condition=cut(told.text_of(index, last).strip(" ,;.:")))


LaterPart = tuple[Match, Decimal]
"""An amount of the money there is, with where it stands."""


def _end_of_sentence(told: Told, index: int) -> int:
    tokens = told.source.tokens
    last = told.closing(index, len(tokens), told.source.sentence(index))
    return next((at for at in range(index, last) if tokens[at].text == ";"), last)


def _is_put_off(told: Told, first: int, last: int) -> bool:
    """Whether the rest comes when something has happened, or on a day that is named beside it."""
    words = _AT_ONCE.removed_from(told.padded(first, last))
    is_dated = any(told.within(DateMatch, first, min(first + _DATED_WITHIN, last)))
    return says(words, _LATER) or (is_dated and not says(words, _SINCE))


_DATED_WITHIN = 6
"""Words from "the rest" on in which a day may stand."""


def _begins_sum(told: Told, index: int) -> bool:
    """Whether all of it is told from token `index` on: ", so eighty-six"."""
    return told.source.word(index) in _SO and told.source.number(index + 1) is not None


_SO = word_set("so also donc dus makes macht")


def _is_sum(number: NumberMatch) -> bool:
    """Whether a number without a currency is the next sum: "28.000.000 de crédito y 18.000.000"."""
    named = number.noun and not names_source(number)
    return number.value >= _SURELY_MONEY and not named and not number.worded


_SOURCES = word_set(
    "loan grant savings darlehen kredit erspartes zuschuss förderung eigenkapital erbe prêt"
    " subvention épargne lening subsidie spaargeld préstamo crédito ahorros"
)


def names_source(number: NumberMatch) -> bool:
    """Whether the noun behind a number says where the sum comes from, and counts no things."""
    return not _SOURCES.isdisjoint(number.noun.lower().split()[:1])


_SURELY_MONEY = 500


def _begins_part(told: Told, number: NumberMatch) -> bool:
    """Whether a number of words is the next sum with its thousands left out: "sixteen thousand is
    our own, and ten is a loan".
    """
    bare = number.worded and not number.noun and not number.measure
    return bare and told.source.word(number.last) in _IS


_IS = word_set("is are comes come from ist sind kommt kommen von aus est sont vient is zijn es son")


_HELD_BACK = Cues(
    "hold back; holds back; held back; keep back; keeps back; kept back; sit on; sits on; withhold;"
    " withholds; retain; retains; einbehalten; einbehält; behält; behalten; zurückbehalten; hält;"
    " zurückhält; zurückhalten; zurückbehält;"
    " retient; retiennent; houdt; houden; retiene; retienen"
)
"""What those do with money who pay it later."""
_SURELY_HELD_BACK = Cues(
    "einbehält; einbehalten; zurückhält; zurückhalten; zurückbehält; zurückbehalten"
)
"""Those that need no word for until when."""
_HALVES = Cues(
    "two halves; two equal halves; two equal parts; two equal instalments; in zwei hälften; zwei"
    " gleichen teilen; zwei gleichen raten; deux moitiés; twee helften; dos mitades"
)
_THIRDS = Cues(
    "three equal parts; three equal instalments; three equal installments; three parts; three"
    " instalments; drei gleichen teilen; drei gleichen raten; drei teilen; drei raten; drei"
    " tranchen; trois parts égales; trois versements; trois tranches; drie gelijke delen; drie"
    " delen; drie termijnen; tres partes iguales; tres partes; tres pagos; tres cuotas"
)
_LAST_ONE = Cues(
    "the last one; the last; the third; der letzte; die letzte; das letzte; den letzten; dernier;"
    " dernière; de laatste; het laatste; la última; el último"
)
"""The one of several equal parts that comes later."""


def _is_last_later(words: str) -> bool:
    """Whether "when" or "after" stands right behind the last one of several parts."""
    ends = (words.find(f" {cue} ") + len(cue) + 1 for cue in _LAST_ONE.found_in(words))
    return any(_SURELY_LATER.begin(f" {words[end:].strip()} ") for end in ends)


_INTEREST = word_set("interest zins zinsen zinssatz intérêt intérêts rente interés apr")


def percent_later(told: Told, match: Match) -> Decimal:
    """Return how many per cent of a sum come later: all of it, or the shares that are said to:
    "60 % at once and 40 % after the report", "which keeps back 20 % until the end".
    """
    end = _end_of_words(told, match)
    shares = [
        share
        for share in shares_in(told, match.last, end)
        if told.source.word(share.last) not in _INTEREST
    ]
    ends = [*(other.first for other in shares[1:]), end]
    later = named = Decimal(0)
    for share, until in zip(shares, ends, strict=False):
        named += share.percent
        own, rest = _before_the_rest(told.padded(share.last, until))
        if says(rest, _LATER) and not says(own, _LATER):
            later += 100 - named
        elif says(_to_comma(told, share.last, until), _LATER) or says(own + rest, _HELD_BACK):
            later += share.percent
    later = later or _equal_part(told.padded(match.last, end))
    return later if 0 < later <= 100 else Decimal(100)


def _before_the_rest(words: str) -> tuple[str, str]:
    """Return the words in front of "the rest" and those from it on: "a quarter on signing and the
    rest against invoices".
    """
    at = min((words.find(f" {cue} ") for cue in _THE_REST.found_in(words)), default=-1)
    return (words, " ") if at < 0 else (f"{words[:at]} ", words[at:])


_REST_WORDS = frozenset(
    (
        *("the rest", "the remainder", "the balance", "der rest", "den rest", "das übrige"),
        *("le reste", "le solde", "de rest", "het restant", "el resto", "el saldo", "lo demás"),
    )
)
_THE_REST = Cues("; ".join(sorted(_REST_WORDS)))


def _equal_part(words: str) -> Decimal:
    """Return the per cent of one of two halves, or of the last third that comes later; else 0."""
    if says(words, _HALVES):
        return Decimal(50)
    return Decimal(100) / 3 if says(words, _THIRDS) and _is_last_later(words) else Decimal(0)


def _to_comma(told: Told, first: int, last: int) -> str:
    """Return the words up to the next comma, but for one right in front of them: "the last third,
    when we have delivered".
    """
    first += told.source.word(first) == ","
    return _AT_ONCE.removed_from(told.padded(first, last).partition(" , ")[0] + " ")


_OF_ALL = Cues(
    "of it; of that; of this; of the total; of the whole; of all of it; davon; hiervon; daran; vom"
    " ganzen; dont; de cela; du total; daarvan; ervan; van het geheel; de eso; del total"
)
_SURELY_LATER = Cues(
    "until; till; once; when; after; only when; only after; only once; bis; erst; sobald; wenn;"
    " nachdem; nach; jusqu' à; quand; après; dès que; tot; zodra; pas; na; hasta; cuando; después"
)
_OTHER_HALF = Cues(
    "other half; second half; andere hälfte; zweite hälfte; autre moitié; seconde moitié; andere"
    " helft; tweede helft; otra mitad; segunda mitad"
)


_GIVERS = Cues(
    "fund; trust; bank; foundation; council; funder; sponsor; state; county; fonds; stiftung; land;"
    " landkreis; kreis; geldgeber; förderer; fondation; banque; région; stichting; provincie;"
    " gemeente; fondo; fundación; banco"
)
"""Those who keep back a part of the money that they give."""


def later_of_all(told: Told, whole: Decimal) -> Iterator[LaterMoney]:
    """Yield the parts of a budget that a sentence without it puts off: "30 % of it comes after the
    audit", "they hold back twelve thousand until then".
    """
    for first, last in told.sentences:
        words = told.padded(first, last)
        if not says(words, _SURELY_LATER):
            continue
        others = any(money.amount != whole for money in told.within(MoneyMatch, first, last))
        begin, amount = _share_of_all(told, first, last, whole)
        amount = amount or _other_half(told, first, words)
        if not amount and says(words, _HELD_BACK):
            amount = _held_back(told, first, last)
        if not others and 0 < amount < whole:
            yield LaterMoney(amount=amount, condition=cut(told.text_of(begin, last).strip(" ,;.:")))


def _share_of_all(told: Told, first: int, last: int, whole: Decimal) -> tuple[int, Decimal]:
    """Return what a share is of everything, with the token it begins at, where a sentence says that
    it comes later: "30 % of it comes after the audit", "they keep back 20 % until then".
    """
    for share in shares_in(told, first, last):
        near = told.padded(max(share.first - 3, first), min(share.last + 4, last))
        is_kept = says(near, _HELD_BACK) and says(told.padded(first, share.first), _GIVERS)
        if (says(near, _OF_ALL) or is_kept) and says(told.padded(share.last, last), _SURELY_LATER):
            return share.first, (whole * share.percent / 100).quantize(Decimal(1))
    return first, Decimal(0)


def _held_back(told: Told, first: int, last: int) -> Decimal:
    """Return the sum without a currency that somebody holds back."""
    for number in told.within(NumberMatch, first, last):
        if number.value >= _SURELY_MONEY and not number.noun and not number.measure:
            behind = told.padded(number.last, last)
            return number.value if says(behind, _SURELY_LATER) else Decimal(0)
    return Decimal(0)


def _other_half(told: Told, first: int, words: str) -> Decimal:
    """Return half of the sum named last in front of a sentence that puts off "the other half"."""
    at = next((words.find(f" {cue} ") for cue in _OTHER_HALF.found_in(words)), -1)
    if at < 0 or not says(f" {words[at:].strip()} ", _SURELY_LATER):
        return Decimal(0)
    before = [
        match
        for match in told.each(Match)
        if match.first < first and isinstance(match, MoneyMatch | NumberMatch)
    ]
    sums = [amount for match in before if (amount := _amount_of(match)) >= _SURELY_MONEY]
    return (sums[-1] / 2).quantize(Decimal(1)) if sums else Decimal(0)


def _amount_of(match: MoneyMatch | NumberMatch) -> Decimal:
    if isinstance(match, MoneyMatch):
        return match.amount
    return Decimal(0) if match.noun or match.measure else match.value
