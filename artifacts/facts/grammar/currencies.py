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
    "tt": "TTD",
    "j": "JMD",
    "ja": "JMD",
    "bds": "BBD",
    "bz": "BZD",
    "ec": "XCD",
    "fj": "FJD",
    "f": "FJD",
    "n": "NAD",
    "g": "GYD",
    "gy": "GYD",
    "b": "BSD",
    "nt": "TWD",
    "l": "LRD",
    "ld": "LRD",
    "si": "SBD",
    "ci": "KYD",
    "sr": "SRD",
}
DOLLARS = word_set(
    "USD CAD AUD NZD HKD SGD MXN TTD JMD BSD BBD FJD NAD TWD XCD BZD GYD LRD SBD KYD SRD BMD BND"
)
LETTERS = {
    "K": "ZMW MWK PGK MMK",
    "ZK": "ZMW",
    "MK": "MWK",
    "P": "BWP PHP",
    "Php": "PHP",
    "M": "LSL",
    "E": "SZL",
    "D": "GMD",
    "N": "NGN",
    "Le": "SLE",
    "Br": "ETB BYN",
    "Tk": "BDT",
    "Nu": "BTN",
    "Q": "GTQ",
    "L": "HNL",
    "Bs": "BOB VES",
    "Ar": "MGA",
    "MT": "MZN",
    "Kz": "AOA",
    "Rp": "IDR",
    "RM": "MYR",
    "Rf": "MVR",
    "FG": "GNF",
    "Frw": "RWF",
    "FBu": "BIF",
    "DH": "MAD AED",
    "Dh": "MAD AED",
    "DT": "TND",
    "DA": "DZD",
    "LE": "EGP",
    "Ft": "HUF",
    "Kč": "CZK",
}
"""Letters in front of digits, or behind them, that are a currency's where people pay in it."""
UNMISTAKABLE = {letters: LETTERS[letters] for letters in ("RM", "Kč", "Rp", "Php", "Frw", "FBu")}
"""Those that are a currency's wherever people live."""
THOUSAND = "grand"
"""A thousand of whatever people pay in."""
COUNTED_MONEY = word_set("lakh lakhs crore crores")
"""Words by which rupees are counted, so that they need not be named."""
LAKH_COUNTRIES = word_set("INR NPR PKR LKR BDT BTN")
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
    "suisses": "CHF",
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
FRANCS = word_set("CHF XOF XAF GNF RWF BIF DJF KMF CDF XPF")
POUND_WORDS = word_set("pound pounds livres pfund")
POUNDS = word_set("GBP EGP SSP SDG LBP SYP FKP GIP SHP")
DINAR_WORDS = word_set("dinar dinars dinare dinares")
DINARS = word_set("TND DZD JOD KWD BHD IQD LYD RSD MKD")
DIRHAM_WORDS = word_set("dirham dirhams dírham dírhams")
KWACHA_WORDS = word_set("kwacha kwachas")
_SHILLING_SIGNS = {"ksh": "KES", "tsh": "TZS", "ush": "UGX"}
CFA_WORDS = word_set("fcfa cfa")
WORDS = {
    **dict.fromkeys(word_set("euro euros eur"), "EUR"),
    **dict.fromkeys(word_set("quid pond libras sterling"), "GBP"),
    **dict.fromkeys(word_set("franken schweizerfranken sfr franco francos"), "CHF"),
    **dict.fromkeys(word_set("zloty zlotys złoty złotych zł"), "PLN"),
    **dict.fromkeys(word_set("yen"), "JPY"),
    **dict.fromkeys(word_set("rand rands"), "ZAR"),
    **dict.fromkeys(word_set("naira"), "NGN"),
    **dict.fromkeys(word_set("cedi cedis"), "GHS"),
    **dict.fromkeys(word_set("reais reales"), "BRL"),
    **dict.fromkeys(word_set("forint"), "HUF"),
    **dict.fromkeys(word_set("lira liras lire"), "TRY"),
    **dict.fromkeys(word_set("soles"), "PEN"),
    **dict.fromkeys(word_set("quetzales quetzals"), "GTQ"),
    **dict.fromkeys(word_set("lempiras"), "HNL"),
    **dict.fromkeys(word_set("córdobas"), "NIO"),
    **dict.fromkeys(word_set("bolivianos"), "BOB"),
    **dict.fromkeys(word_set("guaraníes"), "PYG"),
    **dict.fromkeys(word_set("gourdes"), "HTG"),
    **dict.fromkeys(word_set("birr"), "ETB"),
    **dict.fromkeys(word_set("taka"), "BDT"),
    **dict.fromkeys(word_set("pula"), "BWP"),
    **dict.fromkeys(word_set("maloti loti"), "LSL"),
    **dict.fromkeys(word_set("emalangeni lilangeni"), "SZL"),
    **dict.fromkeys(word_set("dalasi dalasis"), "GMD"),
    **dict.fromkeys(word_set("meticais metical"), "MZN"),
    **dict.fromkeys(word_set("ariary"), "MGA"),
    **dict.fromkeys(word_set("ringgit"), "MYR"),
    **dict.fromkeys(word_set("rupiah"), "IDR"),
    **dict.fromkeys(word_set("baht"), "THB"),
    **dict.fromkeys(word_set("kina"), "PGK"),
    **dict.fromkeys(word_set("vatu"), "VUV"),
    **dict.fromkeys(word_set("tala"), "WST"),
    **dict.fromkeys(word_set("hryvnia hryvnias"), "UAH"),
    **dict.fromkeys(word_set("leva"), "BGN"),
    **dict.fromkeys(word_set("shekel shekels"), "ILS"),
}
_FAMILIES: dict[str, tuple[frozenset[str], str | None]] = {
    **dict.fromkeys(DOLLAR_WORDS, (DOLLARS - {"MXN"}, "USD")),
    **dict.fromkeys(PESO_WORDS, (PESOS, "")),
    **dict.fromkeys(CROWN_WORDS, (CROWNS, "")),
    **dict.fromkeys(RUPEE_WORDS, (RUPEES, "INR")),
    "rs": (RUPEES, ""),
    **dict.fromkeys(SHILLING_WORDS, (SHILLINGS, "")),
    **{sign: (frozenset(), currency) for sign, currency in _SHILLING_SIGNS.items()},
    **dict.fromkeys(CFA_WORDS, (frozenset({"XOF", "XAF"}), "XOF")),
    **dict.fromkeys(FRANC_WORDS, (FRANCS, "CHF")),
    **dict.fromkeys(POUND_WORDS, (POUNDS, "GBP")),
    **dict.fromkeys(DINAR_WORDS, (DINARS, "")),
    **dict.fromkeys(DIRHAM_WORDS, (frozenset({"MAD", "AED"}), "MAD")),
    **dict.fromkeys(KWACHA_WORDS, (frozenset({"ZMW", "MWK"}), "ZMW")),
}
"""The currencies that a word may mean, and which one it does where people pay in none of them; ""
if that is open.
"""
_NO_FAMILY: tuple[frozenset[str], str | None] = (frozenset(), None)
CENTS = {
    "p": "GBP",
    "pence": "GBP",
    "penny": "GBP",
    "rappen": "CHF",
    "paise": "INR",
    "paisa": "INR",
    "kobo": "NGN",
    "pesewas": "GHS",
    "centimes": "",
    "centime": "",
    "cent": "",
    "cents": "",
    "eurocent": "EUR",
    "eurocents": "EUR",
    "euro-cent": "EUR",
    "euro-cents": "EUR",
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
    territories = Locale("en").territories
    return frozenset(code for one in territories for code in get_territory_currencies(str(one)))


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
    family, usual = _FAMILIES.get(word, _NO_FAMILY)
    return home if home in family else usual


def named_behind(word: str, home: str) -> str:
    """Return the code that a lower-case word behind "pesos" or "francs" makes of them where people
    pay in `home`, "" if it makes none: "pesos chilenos", "francs CFA".
    """
    return resolve(word, home) or "" if word in CFA_WORDS else NATIONAL_BEHIND.get(word, "")


def by_letters(text: str, home: str) -> str:
    """Return `home` where `text` are the letters of its money ("K" in Zambia), what they mean
    everywhere where they can mean nothing else, else "".
    """
    if home and home in LETTERS.get(text, "").split():
        return home
    return UNMISTAKABLE.get(text, "")


def resolve_dollar_sign(prefix: str, home: str) -> str:
    """Return what "$" means after `prefix` ("C", "US", "") where people pay in `home`."""
    if prefix.lower() == "c" and home == "NIO":
        return home
    if prefix:
        return PREFIXED_DOLLARS.get(prefix.lower(), "USD")
    return home if home in DOLLARS | PESOS else "USD"
