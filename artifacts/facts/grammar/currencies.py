"""Which currency a sign, a code or a word means."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₦": "NGN", "₵": "GHS", "₪": "ILS", "₺": "TRY", "₽": "RUB", "₩": "KRW",
         "₫": "VND", "₱": "PHP", "₴": "UAH", "¥": "JPY"}
PREFIXED_DOLLARS = {"us": "USD", "u": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "a": "AUD", "au": "AUD",
                    "nz": "NZD", "hk": "HKD", "s": "SGD", "r": "BRL", "mx": "MXN", "mex": "MXN"}
DOLLARS = frozenset("USD CAD AUD NZD HKD SGD MXN TTD JMD BSD BBD FJD NAD TWD".split())
DOLLAR_WORDS = frozenset("dollar dollars dólar dólares bucks".split())
PESOS = frozenset("MXN COP CLP ARS UYU PHP DOP CUP".split())
PESO_WORDS = frozenset("peso pesos".split())
CROWNS = frozenset("SEK NOK DKK ISK CZK".split())
CROWN_WORDS = frozenset("kr kronor kroner kronen couronnes coronas krone krona".split())
RUPEES = frozenset("INR PKR LKR NPR MUR".split())
RUPEE_WORDS = frozenset("rupee rupees rupien roupies rupias rs".split())
SHILLINGS = frozenset("KES TZS UGX".split())
SHILLING_WORDS = frozenset("shilling shillings schilling ksh ugx tsh".split())
FRANC_WORDS = frozenset("franc francs".split())
WORDS = {
    **dict.fromkeys("euro euros eur".split(), "EUR"),
    **dict.fromkeys("pound pounds quid livres pfund pond libras sterling".split(), "GBP"),
    **dict.fromkeys("franken schweizerfranken sfr franco francos".split(), "CHF"),
    **dict.fromkeys("zloty zlotys złoty złotych zł".split(), "PLN"),
    **dict.fromkeys("yen".split(), "JPY"),
    **dict.fromkeys("rand rands".split(), "ZAR"),
    **dict.fromkeys("naira".split(), "NGN"),
    **dict.fromkeys("cedi cedis".split(), "GHS"),
    **dict.fromkeys("reais reales".split(), "BRL"),
    **dict.fromkeys("forint".split(), "HUF"),
    **dict.fromkeys("lira liras lire".split(), "TRY"),
    **dict.fromkeys("dirham dirhams".split(), "MAD"),
    **dict.fromkeys("soles".split(), "PEN"),
    **dict.fromkeys("quetzales".split(), "GTQ"),
}
CENTS = {
    "p": "GBP", "pence": "GBP", "penny": "GBP", "rappen": "CHF", "centimes": "", "centime": "",
    "cent": "", "cents": "", "ct": "", "céntimos": "", "centavos": "", "¢": "",
}
"""Hundredths, with the currency where the word alone tells it."""

HUNDREDTH = Decimal("0.01")


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes that are in use somewhere today."""
    found: set[str] = set()
    for territory in Locale("en").territories:
        if len(territory) == 2 and territory.isalpha():
            found.update(get_territory_currencies(territory))
    return frozenset(found)


@cache
def currency_of(country: str) -> str:
    """Return the currency of a country (ISO 3166), "" where there is no country or no single one."""
    found = get_territory_currencies(country) if country else []
    return found[0] if len(found) == 1 else ""


def resolve(word: str, home: str) -> str | None:
    """Return the code that a lower-case word means where people pay in `home`, "" if that is open, None if none."""
    if word in WORDS:
        return WORDS[word]
    for names, family, usual in (
        (DOLLAR_WORDS, DOLLARS - {"MXN"}, "USD"),
        (PESO_WORDS, PESOS, ""),
        (CROWN_WORDS, CROWNS, ""),
        (RUPEE_WORDS, RUPEES, "INR" if word != "rs" else ""),
        (SHILLING_WORDS, SHILLINGS, "KES" if word == "ksh" else ""),
        (FRANC_WORDS, frozenset({"CHF", "XOF", "XAF"}), "CHF"),
    ):
        if word in names:
            return home if home in family else usual
    return None


def resolve_dollar_sign(prefix: str, home: str) -> str:
    """Return what "$" means after `prefix` ("C", "US", "") where people pay in `home`."""
    if prefix:
        return PREFIXED_DOLLARS.get(prefix.lower(), "USD")
    return home if home in DOLLARS | PESOS else "USD"
