"""Prices. Money that others pay or take, costs, deposits and past prices are none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from artifacts.facts.grammar import money as amounts
from artifacts.facts.grammar.matches import (
    DateRangeMatch,
    Match,
    MoneyMatch,
    NumberMatch,
    ShareMatch,
    SpanMatch,
)
from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.budget import PERIODS
from artifacts.facts.reading.context import Reading, Told, read, says
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import FACTS_MAX, Fact, Price

_OTHERS = Cues(
    "in town; at the big; from the big; the big ones; of the others; der anderen; die anderen;"
    " they have now; have now; have today; they pay now; pay today; today pay; zahlen heute;"
    " zahlen jetzt; gekaufte; gekauftes; gekaufter; zu kaufen gibt; gibt es zu kaufen; im"
    " baumarkt; im netz; im internet; in the shops; a new one; new ones; neu kostet; brand new;"
    " sonst bei; sonst kostet; on the market; am markt; auf dem markt; the next best; dealer"
    " gives; händler gibt; händler zahlt; by a friend; big firms; big companies; großen firmen;"
    " agency; dans le commerce; in de winkel; en la tienda; bei anderen; andere nehmen; others"
    " take; others charge; second-hand; gebraucht kostet; im verleih; rental firm; hire firm; hire"
    " shop; somebody in; someone in; somebody else; someone else; does it for; do it for; macht es"
    " für; machen es für; le fait pour; le font pour; doet het voor; lo hace por; großen anbieter;"
    " beim anbieter; ein anbieter; andere anbieter; großer anbieter; un autre; een ander; pay"
    " their; pays their; pay his; pays his; pays her; paying their; zahlen ihrem; zahlen ihrer;"
    " zahlt seinem; zahlt ihrem; paient leur; paie son; betalen hun; pagan a su; nothing to do"
    " with us; nichts mit uns zu tun; mit uns nichts zu tun; rien à voir avec nous; niets met ons"
    " te maken; nada que ver con nosotros; somewhere else; buy those; buy their own; kaufen sie"
    " selbst; besorgen sie selbst; kopen ze zelf; les achètent ailleurs; elsewhere; competitor;"
    " competitors; competition; supermarket; supermarkets; discounter; wholesaler; agencies;"
    " konkurrenz; wettbewerber; woanders; anderswo; supermarkt; großhändler; handel; agentur;"
    " concurrent; concurrents; ailleurs; supermarché; concurrence; concurrentie; elders;"
    " concurrenten; competencia; supermercado; otros; otras; others; rival; rivals; brand; marca;"
    " marque; merk; the merchant; im laden kostet"
)
_TAKERS = word_set(
    "keeps keep behält behalten garde gardent houdt se~queda takes take charges charge asks wants"
    " demands sells wanted asked quoted quotes took charged demanded liegt lag wollte verlangte"
    " nahm berechnete demandait demandaient prenait vroeg vroegen rekende pedía cobraba sell costs"
    " nimmt verlangt berechnet nehmen verlangen prend demande facture prennent demandent facturent"
    " vraagt rekent vragen rekenen cobra cobran pide vende"
)
_OURSELVES = word_set("we'd i'd we'll i'll we i wir ich nous on je wij we ik nosotros yo us ours")
_RESALE = Cues(
    "they sell; resell; resells; resold; weiterverkaufen; verkaufen sie; sie verkaufen; revendent;"
    " vendent; revend; venden; revenden; verkopen ze; doorverkopen; they charge; they take; sie"
    " nehmen; they set; own rate; own rates; own price; own prices; legen selbst fest; fixent;"
    " bepalen zelf; fijan; retail price; ladenpreis; market price; marktpreis"
)
_PAST = Cues(
    "let go for; let it go for; let them go for; went for; we took; i took; wir nahmen; ich nahm;"
    " genommen haben; nous prenions; cobraba; cobrábamos; vroegen we; versucht; geprobeerd; that"
    " was; was only; das war; läuft aus; lief aus; c' était; c'était; dat was; eso era; last year;"
    " used to; until now; so far; in the past; previously; earlier; back then; at first we; im"
    " vorigen jahr; voriges jahr; letztes jahr; im letzten jahr; früher; bisher; bislang; damals;"
    " zuvor; l'an dernier; l' an dernier; l' année dernière; avant; jusqu'ici; auparavant; vorig"
    " jaar; vroeger; tot nu toe; el año pasado; antes; hasta ahora; paid us; charged; nicht mehr;"
    " no longer; not any more; plus maintenant; ya no; niet meer; in 2023; in 2024; in 2025"
)
_RULED_OUT = Cues(
    "by the by; by the way; nebenbei; on the side; my own worry; our own worry; unsere sache; not"
    " our price; da machen wir nicht; da stehen wir nicht; too cheap; zu billig; would like; would"
    " prefer; would rather; hoped for; hätten lieber; hätte lieber; möchten lieber; too much; too"
    " expensive; too high; decided against; rather not; not worth; thought about; thought of; zu"
    " teuer; zu viel; wollten wir nicht; lehnen ab; trop cher; te duur; te veel; demasiado;"
    " instead of; rather than; statt; anstatt; au lieu; in plaats van; en vez de; en lugar de;"
    " compared with; compared to; verglichen; cheaper than; günstiger als; billiger als; nobody"
    " pays; niemand zahlt; nobody would pay; would not pay; gave up on; dropped; verworfen; i"
    " tried; we tried; habe ich versucht; haben wir versucht; abandonné; instead; never; nie;"
    " jamais; nooit; nunca"
)
_DEPOSIT = Cues(
    "deposit; deposits; pfand; kaution; caution; consigne; borg; statiegeld; depósito; fianza;"
    " refundable; refund; erstattet"
)
_COST = Cues(
    "costs me; cost me; kostet mich; kosten mich; me coûte; kost mij; me cuesta; parts are;"
    " material is; parts cost; teile kosten; electricity; strom; fuel; diesel; petrol; benzin;"
    " kommt aus; kommen aus; comes from; come from; if i order; wenn ich; bought for; buy in; we"
    " buy; i buy; wir kaufen; ich kaufe; eingekauft; postage; porto; lab charges; labor nimmt;"
    " fine of; we give; i give; we hand; wir geben; ich gebe; geben wir;"
    " nous donnons; je donne; wij geven; we geven; le damos; les damos; costs us; cost us; kostet"
    " uns; kosten uns; nous coûte; nous coûtent; kost ons; nos cuesta; we pay; i pay; wir zahlen;"
    " ich zahle; wir bezahlen; nous payons; on paie; wij betalen; we betalen; pagamos; the parts;"
    " printing; making one; producing; to print; to produce; herzustellen; à fabriquer; parts"
    " come; materials; material; herstellung; herstellungskosten; einkauf; im einkauf;"
    " ingredients; zutaten; production cost; our cost; our costs; purchase; wages; rent is; miete;"
    " matériel; matière; inkoop; materiaal; materiales; nos sale; to make; comes to; come to;"
    " selbstkosten; buy it for; buy them for; margin; marge; stays with us; bleiben uns; gets;"
    " bekommt davon; goes to; geht an; gehen an; of which; davon; dont; waarvan; de los cuales;"
    " payment provider; stripe; zahlungsanbieter; saves; save them; spart; lose; worth; get from"
    " us; gets from us; receive from us; bekommen von uns; bekommt von uns; kriegen von uns;"
    " reçoivent de nous; reçoit de nous; krijgen van ons; krijgt van ons; reciben de nosotros"
)
_TAX = Cues(
    "vat; mwst; ust; mehrwertsteuer; umsatzsteuer; tva; btw; iva; tax; taxes; discount; rabatt;"
    " remise; korting; descuento; nachlass; cheaper; günstiger; off; skonto"
)
_CUT = Cues("commission; commissions; fee; provision; gebühr; commissie; comisión; courtage; frais")
_CUT_AFTER = Cues(
    "of the; from the; of each; of every; of the booking; of the sale; of the price; of the rent;"
    " of the fee; of the order; of what; of all; of sales; of turnover; of any; per booking; per"
    " sale; per order; vom; von jedem; von jeder; je; pro; des; der; de chaque; du; sur chaque;"
    " par; van elke; van het; van de; per; de cada; del; sobre; from the; from each"
)


_KEPT = Cues("is ours; are ours; for us; to us; für uns; an uns; behalten wir; bleiben bei uns")
"""Of a price that somebody else is paid, that share is what we take."""

_WE_TAKE = Cues(
    "pays us; pay us; zahlt uns; zahlen uns; goes to us; geht an uns; we take; we keep; we charge;"
    " we get; i take; i keep; i charge; our cut; our share; wir nehmen; wir behalten; nehmen wir;"
    " behalten wir; ich nehme; ich behalte; nous prenons; on prend; nous gardons; je prends; on"
    " garde; wij nemen; we nemen; wij houden; we houden; ik neem; nos quedamos; me quedo;"
    " cobramos; cobro; tomamos"
)
_OUT_OF_IT = Cues("of it; of that; of this; davon; hiervon; dont; waarvan; ervan; de eso; de ello")
"""What makes an amount a part of the price before it, paid on to somebody."""
_PASSED_ON = Cues("goes to the; go to the; goes to his; geht an den; geht an die; gehen an die")
_PAYER_NAMED = Cues(
    "invoiced to; billed to; charged to; paid by; in rechnung; bezahlt von; gezahlt von; payé par;"
    " facturé à; betaald door; gefactureerd aan; pagado por; facturado a"
)
_AT_LEAST = Cues(
    "at least; minimum; a minimum of; minimum of; no less than; not less than; mindestens;"
    " mindestens aber; mindestens jedoch; wenigstens; au moins; au minimum; minimum de; minstens;"
    " minimaal; ten minste; al menos; como mínimo; mínimo"
)
_CALLED_PRICE = word_set("preis price prix prijs precio beitrag gebühr")
_JOINS = word_set("and und et y en or oder , &")


@dataclass
class _Amount:
    told: Told
    match: Match
    amount: Decimal
    currency: str
    per: tuple[str, ...]
    last: int
    """The token behind the amount itself, without its "per ..."."""
    high: Decimal | None = None


def read_prices(reading: Reading) -> tuple[Fact[Price], ...]:
    """Return what is charged: from the answer about the price, else where somebody says that they
    charge.
    """
    found: dict[tuple[Decimal, str | None, str], Fact[Price]] = {}
    world = _words_of_the_world(reading)
    for told in reading.pick(("price",)):
        _add(found, (fact for fact in _prices_in(told) if not _is_of_the_world(told, fact, world)))
    if not found:
        for told in reading.pick(("idea", "target_user", "constraint", "validation")):
            _add(found, (fact for fact in _prices_in(told, charged_only=True)))
    return tuple(found.values())[:FACTS_MAX]


_STEM = 5
"""As many letters of a word tell "coach" and "coaches", "Tankstelle" and "Tankstellen" together."""


def _words_of_the_world(reading: Reading) -> frozenset[str]:
    """Return the stems of what people do without us, where our own product has no such word."""
    return _stems(reading, ("problem", "workaround")) - _stems(reading, ("idea", "first_version"))


def _stems(reading: Reading, keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        token.lower[:_STEM]
        for told in reading.pick(keys)
        for token in told.source.tokens
        if token.kind == "word" and len(token.lower) >= _STEM
    )


def _is_of_the_world(told: Told, fact: Fact[Price], world: frozenset[str]) -> bool:
    """Whether the price is that of something people use today: "A coach day is £35".

    It opens a sentence with such a word, and says nothing of us.
    """
    start = fact.said[0].start
    first = bisect_left(told.source.tokens, start, key=lambda token: token.start)
    opening = told.opening(first, 20)
    before = told.source.tokens[opening:first]
    words = {token.lower for token in before}
    if not opening or words & _OURS or any(token.kind == "number" for token in before):
        return False
    return _IS.end(told.padded(opening, first)) and any(
        token.lower[:_STEM] in world for token in before if len(token.lower) >= _STEM
    )


_OURS = _OURSELVES | word_set("our my unser unsere mein meine bei uns notre nos onze nuestro they")
_IS = Cues(
    "is; are; costs; cost; ist; sind; kostet; kosten; est; sont; coûte; kost; kosten; cuesta; es"
)


def _add(
    found: dict[tuple[Decimal, str | None, str], Fact[Price]], facts: Iterator[Fact[Price]]
) -> None:
    for fact in facts:
        assert fact.value
        found.setdefault((fact.value.amount, fact.value.currency, fact.value.per), fact)


_CHARGE = Cues(
    "we charge; i charge; pays us; pay us; they pay; members pay; customers pay; the price; wir"
    " nehmen; wir verlangen; zahlt uns; kostet; der preis; nous facturons; paient; paie; le prix;"
    " betalen; betaalt; pagan; paga; cobramos; el precio; costs; pays; für; subscription; abo"
)


def _prices_in(told: Told, *, charged_only: bool = False) -> Iterator[Fact[Price]]:
    previous: tuple[_Amount, bool] | None = None
    for amount in _amounts(told):
        first = amount.match.first
        since = max(previous[0].match.last, 0) if previous else 0
        opening = told.opening(first, 60)
        before = told.padded(max(since, opening), first)
        joined = bool(previous) and since >= opening and not set(before.split()) - _JOINS
        refused = previous[1] if joined and previous else _is_refused(told, amount, before)
        if not refused and charged_only:
            refused = not amount.per or not says(told.around(amount.match), _CHARGE)
        previous = (amount, refused)
        if not refused and amount.high is None:
            yield _price(told, amount)


def _amounts(told: Told) -> Iterator[_Amount]:
    """Yield money, bare numbers that go on with the money before them ("18 pesos ... and 24"), and
    shares.
    """
    currency, sentence = "", -2
    for match in told.matches:
        if isinstance(match, MoneyMatch):
            if match.currency:
                yield _Amount(
                    told, match, match.amount, match.currency, match.per, match.last, match.high
                )
                currency, sentence = match.currency, told.source.sentence(match.first)
        elif (
            isinstance(match, NumberMatch)
            and not match.noun
            and not match.worded
            and not match.high
        ):
            here = told.source.sentence(match.first)
            if currency and here - sentence in (0, 1) and _stands_alone(told, match):
                per, last = amounts.per_phrases(told.source, match.last)
                yield _Amount(told, match, match.value, currency, per, last)
        elif isinstance(match, ShareMatch) and not match.worded and _is_cut(told, match):
            yield _Amount(told, match, match.percent, "", ("percent",), match.last)


_STANDS_BEFORE = word_set(
    "and und et en y or oder for für pour voor por para at à a op , : is en für only nur"
)


def _stands_alone(told: Told, match: Match) -> bool:
    """Whether a bare number stands where an amount would: behind "and" or "for", before a
    preposition or the end.
    """
    return told.source.word(match.first - 1) in _STANDS_BEFORE


def _is_cut(told: Told, match: ShareMatch) -> bool:
    after = told.after(match, 4)
    around = told.around(match)
    if says(after, _KEPT):
        return True
    if says(around, _TAX) or says(
        told.after(match, 3), ("of that", "davon", "cheaper", "weniger", "less")
    ):
        return False
    return says(around, _CUT) or _CUT_AFTER.begin(after) or says(told.before(match, 5), _WE_TAKE)


def _is_refused(told: Told, amount: _Amount, before: str) -> bool:
    """Whether the words say that this is not what we charge."""
    following = told.after(amount.match, 8)
    if _OUT_OF_IT.begin(following) or _PASSED_ON.begin(following):
        return True
    if amount.per == ("percent",) and says(told.after(amount.match, 4), _KEPT):
        return False
    if (
        says(before + following.partition(",")[0] + " ", _PAST)
        or says(before + following.partition(",")[0] + " ", _DEPOSIT)
        or (
            says(told.clause(amount.match), _OTHERS)
            and not says(told.clause(amount.match), _PAYER_NAMED)
        )
    ):
        return True
    told_here = following.partition(" ; ")[0] + " "
    if _MARKET.end(before):
        return True
    if (
        says(before, _RESALE)
        or says(before, _COST)
        or says(" " + before.rpartition(" , ")[2].lstrip(), _RULED_OUT)
        or says(told_here, _RULED_OUT)
    ):
        return True
    if says(
        following.partition(",")[0] + " ", ("from the wholesaler", "apiece from", "in material")
    ):
        return True
    return _is_taken_by_others(before)


def _is_taken_by_others(before: str) -> bool:
    """Whether somebody else takes the amount behind `before`: "the college wants ...". What stands
    in front of a comma does not count: "if another town wants it, ...".
    """
    near = " " + before.rpartition(" , ")[2].lstrip()
    words = near.split()
    if _PAYS.end(near):
        return False
    for place, word in enumerate(words):
        if word in _TAKERS and not _OURSELVES & set(words[max(place - 3, 0) : place + 2]):
            if word in ("liegt", "lag") and _CALLED_PRICE & set(words):
                continue
            return word not in ("costs", "vende") or says(before, _OTHERS)
    return False


_MARKET = Cues("zahlt man; gibt es; bekommt man; kriegt man; you get; one gets; on trouve; hay")
_PAYS = Cues("pays; pay; zahlt; zahlen; paie; paient; betaalt; betalen; paga; pagan")


def _price(told: Told, amount: _Amount) -> Fact[Price]:
    share = amount.per == ("percent",)
    periods = [per for per in amount.per if per in PERIODS]
    nouns = [per for per in amount.per if per not in PERIODS and per != "once"]
    per = "percent" if share else (periods or nouns or [""])[0]
    unit = nouns[0] if periods and nouns else ""
    if not per:
        per = "once" if "once" in amount.per else _counted_before(told, amount) or "once"
    price = Price(
        amount=amount.amount,
        currency=None if share else amount.currency,
        per=per[:40],
        unit=unit[:80],
        months_a_year=_months_a_year(told, amount.match) if periods else None,
        is_minimum=_AT_LEAST.end(told.before(amount.match)),
    )
    return read(price, told.span(amount.match.start, told.source.tokens[amount.last - 1].end))


def _counted_before(told: Told, amount: _Amount) -> str:
    """Return the counted noun of "A school day costs 180 euros": "day", in the words that were
    told.
    """
    words = told.before(amount.match, 8).split()
    if len(words) > 1 and words[0] in ("a", "an", "one", "ein", "eine", "un", "une", "una", "een"):
        for word in words[1:]:
            if word in ("costs", "kostet", "coûte", "kost", "cuesta", "is", "at"):
                return words[words.index(word) - 1]
    return ""


def _months_a_year(told: Told, match: Match) -> int | None:
    sentence = told.source.sentence(match.first)
    for other in told.matches:
        if (
            told.source.sentence(other.first) not in (sentence, sentence + 1)
            or other.first < match.last
        ):
            continue
        if isinstance(other, SpanMatch) and other.unit == "month":
            whole = other.amount == int(other.amount) and 1 <= other.amount <= 11
            if whole and says(
                told.after(other, 4),
                ("of the year", "im jahr", "par an", "al año", "per jaar", "a year"),
            ):
                return int(other.amount)
        if (
            isinstance(other, DateRangeMatch)
            and other.begin.day is None
            and other.end_date.day is None
        ):
            return (other.end_date.month - other.begin.month) % 12 + 1
    return None
