"""Which currency a sign, a code or a word means."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

from artifacts.facts.grammar.sets import word_set

SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₦": "NGN",
    "₵": "GHS",
    "₪": "ILS",
    "₺": "TRY",
    "₽": "RUB",
    "₩": "KRW",
    "₫": "VND",
    "₱": "PHP",
    "₴": "UAH",
    "¥": "JPY",
}
PREFIXED_DOLLARS = {
    "us": "USD",
    "u": "USD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "a": "AUD",
    "au": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "r": "BRL",
    "mx": "MXN",
    "mex": "MXN",
}
DOLLARS = word_set("USD CAD AUD NZD HKD SGD MXN TTD JMD BSD BBD FJD NAD TWD")
THOUSAND = "grand"
"""A thousand of whatever people pay in."""
NOTES = {"fiver": 5, "tenner": 10}
ONES = {"quid": "GBP", "buck": "USD"}
"""Names of one of a currency that are no weight and no measure."""
NATIONAL = {
    "us": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "jamaican": "JMD",
    "namibian": "NAD",
    "mexican": "MXN",
    "chilean": "CLP",
    "swedish": "SEK",
    "danish": "DKK",
    "norwegian": "NOK",
    "icelandic": "ISK",
    "czech": "CZK",
    "kenyan": "KES",
    "tanzanian": "TZS",
    "ugandan": "UGX",
    "indian": "INR",
    "kanadische": "CAD",
    "australische": "AUD",
    "schwedische": "SEK",
    "dänische": "DKK",
    "norwegische": "NOK",
    "tschechische": "CZK",
}
"""Whose money a word in front of it says that it is: "31 Canadian dollars"."""
NATIONAL_BEHIND = {
    "chilenos": "CLP",
    "mexicanos": "MXN",
    "argentinos": "ARS",
    "colombianos": "COP",
    "uruguayos": "UYU",
    "dominicanos": "DOP",
    "canadiens": "CAD",
    "australiens": "AUD",
    "canadienses": "CAD",
    "estadounidenses": "USD",
}
"""The same behind it: "pesos chilenos"."""
DOLLAR_WORDS = word_set("dollar dollars dólar dólares bucks")
PESOS = word_set("MXN COP CLP ARS UYU PHP DOP CUP")
PESO_WORDS = word_set("peso pesos")
CROWNS = word_set("SEK NOK DKK ISK CZK")
CROWN_WORDS = word_set("kr kronor kroner kronen couronnes coronas krone krona")
RUPEES = word_set("INR PKR LKR NPR MUR")
RUPEE_WORDS = word_set("rupee rupees rupien roupies rupias rs")
SHILLINGS = word_set("KES TZS UGX")
SHILLING_WORDS = word_set("shilling shillings schilling ksh ugx tsh ush")
FRANC_WORDS = word_set("franc francs")
_SHILLING_SIGNS = {"ksh": "KES", "tsh": "TZS", "ush": "UGX"}
CFA_WORDS = word_set("fcfa cfa")
WORDS = {
    **dict.fromkeys(word_set("euro euros eur"), "EUR"),
    **dict.fromkeys(word_set("pound pounds quid livres pfund pond libras sterling"), "GBP"),
    **dict.fromkeys(word_set("franken schweizerfranken sfr franco francos"), "CHF"),
    **dict.fromkeys(word_set("zloty zlotys złoty złotych zł"), "PLN"),
    **dict.fromkeys(word_set("yen"), "JPY"),
    **dict.fromkeys(word_set("rand rands"), "ZAR"),
    **dict.fromkeys(word_set("naira"), "NGN"),
    **dict.fromkeys(word_set("cedi cedis"), "GHS"),
    **dict.fromkeys(word_set("reais reales"), "BRL"),
    **dict.fromkeys(word_set("forint"), "HUF"),
    **dict.fromkeys(word_set("lira liras lire"), "TRY"),
    **dict.fromkeys(word_set("dirham dirhams"), "MAD"),
    **dict.fromkeys(word_set("soles"), "PEN"),
    **dict.fromkeys(word_set("quetzales"), "GTQ"),
}
CENTS = {
    "p": "GBP",
    "pence": "GBP",
    "penny": "GBP",
    "rappen": "CHF",
    "centimes": "",
    "centime": "",
    "cent": "",
    "cents": "",
    "ct": "",
    "céntimos": "",
    "centavos": "",
    "¢": "",
}
"""Hundredths, with the currency where the word alone tells it."""

HUNDREDTH = Decimal("0.01")


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes that are in use somewhere today."""
    found: set[str] = set()
    for territory in Locale("en").territories:
        if isinstance(territory, str) and len(territory) == 2 and territory.isalpha():
            found.update(get_territory_currencies(territory))
    return frozenset(found)


@cache
def currency_of(country: str) -> str:
    """Return the currency of a country (ISO 3166), "" where there is no country or no single
    one.
    """
    found = get_territory_currencies(country) if country else []
    return found[0] if len(found) == 1 else ""


def resolve(word: str, home: str) -> str | None:
    """Return the code that a lower-case word means where people pay in `home`, "" if that is open,
    None if none.
    """
    if word in WORDS:
        return WORDS[word]
    for names, family, usual in (
        (DOLLAR_WORDS, DOLLARS - {"MXN"}, "USD"),
        (PESO_WORDS, PESOS, ""),
        (CROWN_WORDS, CROWNS, ""),
        (RUPEE_WORDS, RUPEES, "INR" if word != "rs" else ""),
        (SHILLING_WORDS, SHILLINGS, _SHILLING_SIGNS.get(word, "")),
        (CFA_WORDS, frozenset({"XOF", "XAF"}), "XOF"),
        (FRANC_WORDS, frozenset({"CHF", "XOF", "XAF"}), "CHF"),
    ):
        if word in names:
            return home if home in family and word not in _SHILLING_SIGNS else usual
    return None


def resolve_dollar_sign(prefix: str, home: str) -> str:
    """Return what "$" means after `prefix` ("C", "US", "") where people pay in `home`."""
    if prefix:
        return PREFIXED_DOLLARS.get(prefix.lower(), "USD")
    return home if home in DOLLARS | PESOS else "USD"
