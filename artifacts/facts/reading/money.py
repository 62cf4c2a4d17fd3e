"""Prices and the budget. Money that others pay or take, costs, deposits and past prices are neither."""

from __future__ import annotations

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
from artifacts.facts.reading.context import Reading, Told, cut, read, says
from artifacts.facts.schema import FACTS_MAX, Budget, Fact, LaterMoney, Price

_OTHERS = (
    "elsewhere competitor competitors competition supermarket supermarkets discounter wholesaler agency agencies "
    "konkurrenz wettbewerber woanders anderswo supermarkt discounter großhändler handel agentur "
    "concurrent concurrents ailleurs supermarché concurrence concurrentie elders supermarkt concurrenten "
    "competencia supermercado otros otras others rival rivals brand marca marque merk"
).split()
_TAKERS = frozenset(
    "keeps keep behält behalten garde gardent houdt se~queda takes take charges charge asks wants demands sells sell costs nimmt verlangt berechnet nehmen verlangen prend demande facture "
    "prennent demandent facturent vraagt rekent vragen rekenen cobra cobran pide vende".split()
)
_OURSELVES = frozenset("we i wir ich nous on je wij we ik nosotros yo us ours".split())
_RESALE = (
    "they sell", "resell", "resells", "resold", "weiterverkaufen", "verkaufen sie", "sie verkaufen", "revendent",
    "vendent", "revend", "venden", "revenden", "verkopen ze", "doorverkopen", "they charge", "they take", "sie nehmen",
    "they set", "own rate", "own rates", "own price", "own prices", "legen selbst fest", "fixent", "bepalen zelf",
    "fijan", "retail price", "ladenpreis", "market price", "marktpreis",
)
_PAST = (
    "last year", "used to", "until now", "so far", "in the past", "previously", "earlier", "back then", "at first we",
    "im vorigen jahr", "voriges jahr", "letztes jahr", "im letzten jahr", "früher", "bisher", "bislang", "damals", "zuvor",
    "l'an dernier", "l' an dernier", "l' année dernière", "avant", "jusqu'ici", "auparavant", "vorig jaar", "vroeger", "tot nu toe",
    "el año pasado", "antes", "hasta ahora", "paid us", "charged", "nicht mehr", "no longer", "not any more", "plus maintenant",
    "ya no", "niet meer", "in 2023", "in 2024", "in 2025",
)
_RULED_OUT = (
    "too much", "too expensive", "too high", "decided against", "rather not", "not worth", "thought about", "thought of", "zu teuer", "zu viel",
    "wollten wir nicht", "lehnen ab", "trop cher", "te duur", "te veel", "demasiado", "instead of", "rather than",
    "statt", "anstatt", "au lieu", "in plaats van", "en vez de", "en lugar de", "compared with", "compared to", "verglichen",
    "cheaper than", "günstiger als", "billiger als", "nobody pays", "niemand zahlt", "nobody would pay", "would not pay", "gave up on", "dropped", "verworfen", "abandonné",
    "instead", "never", "nie", "jamais", "nooit", "nunca",
)
_DEPOSIT = (
    "deposit deposits pfand kaution caution consigne borg statiegeld depósito fianza refundable refund erstattet".split()
)
_COST = (
    "costs us", "cost us", "kostet uns", "kosten uns", "nous coûte", "nous coûtent", "kost ons", "nos cuesta", "we pay",
    "i pay", "wir zahlen", "ich zahle", "wir bezahlen", "nous payons", "on paie", "wij betalen", "we betalen", "pagamos",
    "the parts", "parts come", "materials", "material", "herstellung", "herstellungskosten", "einkauf", "im einkauf", "ingredients", "zutaten",
    "production cost", "our cost", "our costs", "purchase", "wages", "rent is", "miete", "matériel", "matière", "inkoop", "materiaal",
    "materiales", "nos sale", "to make", "comes to", "come to", "selbstkosten", "buy it for", "buy them for", "margin", "marge",
    "stays with us", "bleiben uns", "gets", "bekommt davon", "goes to", "geht an", "gehen an", "of which", "davon",
    "dont", "waarvan", "de los cuales", "payment provider", "stripe", "zahlungsanbieter", "saves", "save them", "spart", "lose", "worth",
)
_TAX = "vat mwst ust mehrwertsteuer umsatzsteuer tva btw iva tax taxes discount rabatt remise korting descuento nachlass cheaper günstiger off skonto".split()
_CUT = (
    "commission commissions fee provision gebühr commissie comisión commission courtage frais".split()
)
_CUT_AFTER = (
    "of each", "of every", "of the booking", "of the sale", "of the price", "of the rent", "of the fee", "of the order",
    "of what", "of all", "of sales", "of turnover", "of any", "per booking", "per sale", "per order",
    "vom", "von jedem", "von jeder", "je", "pro", "des", "der", "de chaque", "du", "sur chaque", "par", "van elke", "van het", "van de",
    "per", "de cada", "del", "sobre", "from the", "from each",
)
_HAVE = (
    "got", "i've", "we've", "available", "is for it", "for it",
    "we have", "i have", "there is", "there are", "wir haben", "haben wir", "ich habe", "habe ich", "es gibt", "nous avons",
    "j' ai", "on a", "il y a", "we hebben", "wij hebben", "ik heb", "er is", "hebben we", "tenemos", "tengo", "hay", "son",
    "budget", "budget of", "presupuesto", "savings", "saved", "ersparnisse", "erspartes", "gespart", "économies", "spaargeld", "ahorros", "ahorrado",
    "spend", "ausgeben", "dépenser", "uitgeven", "gastar", "gave us", "gives us", "may cost", "mehr nicht", "no more than",
    "not a penny", "that is it", "can put in", "put in", "stecken", "to our name", "in the bank", "grant", "loan", "at most", "höchstens", "maximal",
    "zur verfügung", "disposons", "beschikbaar", "contamos con", "disponemos", "budget is", "eigenkapital", "startkapital", "kapital",
    "stehen uns", "steht uns", "is mine", "eigenes geld",
)
_TOTAL = (
    "in all", "in total", "altogether", "all in all", "together", "total", "insgesamt", "zusammen", "gesamt", "en tout", "au total", "in totaal",
    "samen", "alles bij elkaar", "en total", "en conjunto", "that is it", "not a penny more", "und mehr nicht", "mehr nicht", "pas plus", "damit muss", "our budget", "unser budget",
    "that makes", "das macht", "macht", "overall", "all told", "y ya", "y nada más", "en niet meer", "is all", "all we have", "alles was",
)
_PART = frozenset("of davon dont waarvan which hiervon thereof".split())
_UNSURE = (
    "talks about", "talked about", "do not count on", "don't count on", "not counting on", "might", "maybe", "perhaps", "hope", "hoping",
    "applied for", "would give", "vielleicht", "hoffen", "beantragt", "rechnen wir nicht", "rechne ich nicht", "rechnen nicht",
    "nicht eingerechnet", "eventuell", "peut-être", "espérons", "ne compte pas", "ne comptons pas", "misschien", "hopen",
    "reken ik niet", "rekenen we niet", "quizá", "quizás", "tal vez", "esperamos", "no cuento", "no contamos", "if it goes well",
    "not decided", "noch nicht bewilligt", "not approved", "redet von", "spricht von", "parle de", "habla de", "could", "könnte",
    "offered", "not yet granted", "noch offen",
)
_ITEM_COST = (
    "costs", "cost", "kostet", "kosten", "coûte", "coûtent", "coûtera", "kost", "cuesta", "cuestan", "alone", "allein", "à lui seul", "each", "apiece",
    "rent", "miete", "loyer", "huur", "renta", "price of", "worth", "fine", "schaden", "fee", "gebühr", "per piece", "pro stück", "je stück",
    "de la pièce", "per stuk", "cada uno", "at most per", "salary", "gehalt",
)
_LATER = (
    "only", "once", "when", "after", "afterwards", "as soon as", "later", "until", "erst", "nach", "sobald", "später", "wenn", "nachdem",
    "seulement", "quand", "après", "dès que", "lorsque", "pas", "zodra", "na", "als", "later", "solo", "sólo", "cuando", "después", "en cuanto",
    "the second", "hinterher", "receipts", "comes in", "not before", "upon", "on delivery",
)
_EQUAL = "half halves hälfte moitié helft mitad".split()


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
    """Return what is charged: from the answer about the price, else where somebody says that they charge."""
    found: dict[tuple[Decimal, str | None, str], Fact[Price]] = {}
    for told in reading.pick(("price",)):
        _add(found, _prices_in(told))
    if not found:
        for told in reading.pick(("idea", "target_user", "constraint", "validation")):
            _add(found, (fact for fact in _prices_in(told, charged_only=True)))
    return tuple(found.values())[:FACTS_MAX]


def _add(found: dict[tuple[Decimal, str | None, str], Fact[Price]], facts: Iterator[Fact[Price]]) -> None:
    for fact in facts:
        assert fact.value
        found.setdefault((fact.value.amount, fact.value.currency, fact.value.per), fact)


_CHARGE = (
    "we charge", "i charge", "pays us", "pay us", "they pay", "members pay", "customers pay", "the price", "wir nehmen",
    "wir verlangen", "zahlt uns", "kostet", "der preis", "nous facturons", "paient", "paie", "le prix", "betalen",
    "betaalt", "pagan", "paga", "cobramos", "el precio", "costs", "pays", "für", "subscription", "abo",
)


def _prices_in(told: Told, *, charged_only: bool = False) -> Iterator[Fact[Price]]:
    previous: tuple[_Amount, bool] | None = None
    for amount in _amounts(told):
        first = amount.match.first
        since = max(previous[0].match.last, 0) if previous else 0
        opening = told._opening(first, 60)
        before = told.padded(max(since, opening), first)
        joined = bool(previous) and since >= opening and not before.strip(" ,andundetyenoroder&")
        if joined and previous:
            refused = previous[1]
        else:
            refused = _is_refused(told, amount, before)
        if not refused and charged_only:
            refused = not amount.per or not says(told.around(amount.match), _CHARGE)
        previous = (amount, refused)
        if not refused and amount.high is None:
            yield _price(told, amount)


def _amounts(told: Told) -> Iterator[_Amount]:
    """Yield money, bare numbers that go on with the money before them ("18 pesos ... and 24"), and shares."""
    currency, sentence = "", -2
    for match in told.matches:
        if isinstance(match, MoneyMatch):
            if match.currency:
                yield _Amount(told, match, match.amount, match.currency, match.per, match.last, match.high)
                currency, sentence = match.currency, told.source.sentence(match.first)
        elif isinstance(match, NumberMatch) and not match.noun and not match.worded and not match.high:
            here = told.source.sentence(match.first)
            if currency and here - sentence in (0, 1) and _stands_alone(told, match):
                per, last = amounts.per_phrases(told.source, match.last)
                yield _Amount(told, match, match.value, currency, per, last)
        elif isinstance(match, ShareMatch) and not match.worded and _is_cut(told, match):
            yield _Amount(told, match, match.percent, "", ("percent",), match.last)


_STANDS_BEFORE = frozenset(
    "and und et en y or oder for für pour voor por para at à a op , : is en für only nur".split()
)


def _stands_alone(told: Told, match: Match) -> bool:
    """Whether a bare number stands where an amount would: behind "and" or "for", before a preposition or the end."""
    return told.source.word(match.first - 1) in _STANDS_BEFORE


def _is_cut(told: Told, match: ShareMatch) -> bool:
    after = told.after(match, 4)
    around = told.around(match)
    if says(around, _TAX) or says(told.after(match, 3), ("of that", "davon", "cheaper", "weniger", "less")):
        return False
    return says(around, _CUT) or any(after.startswith(f" {cue} ") for cue in _CUT_AFTER)


def _is_refused(told: Told, amount: _Amount, before: str) -> bool:
    """Whether the words say that this is not what we charge."""
    sentence = told.around(amount.match)
    following = told.after(amount.match, 8)
    if says(sentence, _PAST) or says(sentence, _DEPOSIT) or says(sentence, _OTHERS):
        return True
    if says(before, _RESALE) or says(before, _COST) or says(before, _RULED_OUT) or says(following, _RULED_OUT):
        return True
    if says(following.partition(",")[0] + " ", ("from the wholesaler", "apiece from", "in material")):
        return True
    words = before.split()
    for place, word in enumerate(words):
        if word in _TAKERS and not _OURSELVES & set(words[max(place - 3, 0) : place + 2]):
            return word not in ("costs", "vende") or says(before, _OTHERS)
    return False


def _price(told: Told, amount: _Amount) -> Fact[Price]:
    share = amount.per == ("percent",)
    periods = [per for per in amount.per if per in _PERIODS]
    nouns = [per for per in amount.per if per not in _PERIODS and per != "once"]
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
    )
    return read(price, told.span(amount.match.start, told.source.tokens[amount.last - 1].end))


_PERIODS = frozenset("hour day week month quarter year night minute".split())


def _counted_before(told: Told, amount: _Amount) -> str:
    """Return the counted noun of "A school day costs 180 euros": "day", in the words that were told."""
    words = told.before(amount.match, 8).split()
    if len(words) > 1 and words[0] in ("a", "an", "one", "ein", "eine", "un", "une", "una", "een"):
        for word in words[1:]:
            if word in ("costs", "kostet", "coûte", "kost", "cuesta", "is", "at"):
                return words[words.index(word) - 1]
    return ""


def _months_a_year(told: Told, match: Match) -> int | None:
    sentence = told.source.sentence(match.first)
    for other in told.matches:
        if told.source.sentence(other.first) not in (sentence, sentence + 1) or other.first < match.last:
            continue
        if isinstance(other, SpanMatch) and other.unit == "month":
            whole = other.amount == int(other.amount) and 1 <= other.amount <= 11
            if whole and says(told.after(other, 4), ("of the year", "im jahr", "par an", "al año", "per jaar", "a year")):
                return int(other.amount)
        if isinstance(other, DateRangeMatch) and other.begin.day is None and other.end_date.day is None:
            return (other.end_date.month - other.begin.month) % 12 + 1
    return None


def read_budget(reading: Reading) -> Fact[Budget]:
    """Return all that may be spent for certain."""
    for told in reading.pick(("budget", "constraint", "idea", "stage")):
        parts = list(_own_money(told))
        if parts and (found := _total(told, parts)):
            return found
    return Fact()


def _own_money(told: Told) -> Iterator[_Amount]:
    """Yield the amounts that can be a budget or a part of one: no cost, no price, nothing that is only hoped for."""
    for match in told.each(MoneyMatch):
        if not match.currency or match.high is not None or match.amount < 1 or _is_rate(match):
            continue
        clause = told.clause(match)
        if says(clause, _UNSURE) or says(told.padded(match.last, match.last + 12), _TAKEN_BACK):
            continue
        if _is_cost(told, match) and not says(clause, _MAY_COST):
            continue
        yield _Amount(told, match, match.amount, match.currency, (), match.last)


_TAKEN_BACK = ("rechnen wir nicht", "rechne ich nicht", "do not count on that", "don't count on it")
_MAY_COST = ("may cost", "can cost", "dürfen es", "darf es", "mag kosten", "peut coûter", "mag het kosten", "puede costar")
_SMALL_BUDGET = 500
"""An amount below that with "per ..." behind it is a rate, above it the words behind it say who gives it."""


def _is_rate(match: MoneyMatch) -> bool:
    if any(per in _PERIODS or per == "piece" for per in match.per):
        return True
    return bool(match.per) and match.amount < _SMALL_BUDGET


def _is_cost(told: Told, match: MoneyMatch) -> bool:
    """Whether the words right around an amount make it the cost of a thing."""
    before = told.before(match, 6)
    for sign in (";", ":", ","):
        before = " " + before.rpartition(f" {sign} ")[2].lstrip()
    following = told.after(match, 5)
    for sign in (";", ":", ",", "."):
        following = following.partition(f" {sign} ")[0] + " "
    return says(before, _ITEM_COST) or says(following, _ITEM_COST)


def _total(told: Told, parts: list[_Amount]) -> Fact[Budget] | None:
    """Return the budget: an amount that is the sum of others, else one called the total, else what somebody has."""
    whole = _sum_among(told, parts) or _called_total(told, parts) or _opens_list(told, parts)
    used = [whole] if whole else _had(told, parts)
    amount = sum((part.amount for part in used), Decimal(0))
    if not 0 < amount < 10**12:
        return None
    later = tuple(
        LaterMoney(amount=part.amount, condition=condition)
        for part in parts
        if part is not whole and part.amount < amount and part.currency == used[0].currency
        if (condition := _condition(told, part))
    )
    spans = [told.span(part.match.start, part.told.source.tokens[part.match.last - 1].end) for part in used]
    return read(Budget(amount=amount, currency=used[0].currency, later=later[:FACTS_MAX]), *spans)


def _had(told: Told, parts: list[_Amount]) -> list[_Amount]:
    """Return the amounts that somebody says are there, which add up unless one is a part of the other."""
    had = [part for part in parts if told.key == "budget" or says(told.clause(part.match), _HAVE)]
    if not had:
        return []
    first = had[0]
    sentence = told.source.sentence(first.match.first)
    if says(told.around(first.match), _REST):
        return [max(had, key=lambda part: part.amount)]
    return [
        part
        for part in parts
        if part is first
        or part.currency == first.currency
        and told.source.sentence(part.match.first) == sentence
        and not _is_part(told, part)
    ]


_REST = ("the rest", "the remainder", "den rest", "der rest", "le reste", "de rest", "el resto")
_MOST_PARTS = 12


def _sum_among(told: Told, parts: list[_Amount]) -> _Amount | None:
    """Return the amount that those right behind it, or right before it, add up to."""
    for place, part in enumerate(parts):
        alike = [other for other in parts[place + 1 : place + 1 + _MOST_PARTS] if other.currency == part.currency]
        before = [other for other in parts[max(place - _MOST_PARTS, 0) : place] if other.currency == part.currency]
        for group in (alike, before[::-1], [other for other in alike if not _is_part(told, other)]):
            running = Decimal(0)
            for count, other in enumerate(group, start=1):
                running += other.amount
                if running == part.amount and count > 1:
                    return part
    return None


def _called_total(told: Told, parts: list[_Amount]) -> _Amount | None:
    called = [
        part
        for part in parts
        if says(told.before(part.match, 6), _TOTAL) or says(told.after(part.match, 5), _TOTAL)
    ]
    return max(called, key=lambda part: part.amount) if called else None


def _opens_list(told: Told, parts: list[_Amount]) -> _Amount | None:
    """Return the amount in front of a colon that others follow: "22,500: 15,000 from a foundation, the rest ..."."""
    for part, other in zip(parts, parts[1:], strict=False):
        same = part.currency == other.currency and other.amount < part.amount
        if same and told.source.word(part.match.last) == ":" and other.match.first - part.match.last < 4:
            return part
    return None


def _is_part(told: Told, part: _Amount) -> bool:
    after = told.after(part.match, 3).split()
    before = told.before(part.match, 2).split()
    return bool(_PART & set(after[:2])) or bool({"davon", "waarvan", "dont"} & set(before))


def _condition(told: Told, part: _Amount) -> str:
    """Return the words that say when this part comes, "" where it is there."""
    index = part.match.last
    sentence = told.source.sentence(part.match.first)
    last = index
    while last < len(told.source.tokens) and told.source.sentence(last) == sentence and last < index + 30:
        if told.source.tokens[last].text == ";" or last in told.money_begins:
            break
        last += 1
    if last == index or not says(told.padded(index, last), _LATER):
        return ""
    return cut(told.text_of(index, last).strip(" ,;.:"))
