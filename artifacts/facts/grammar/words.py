"""Short tables of words by language.

What Babel knows (months, days, names of countries) is not repeated here.
"""

from __future__ import annotations

from collections.abc import Callable

from artifacts.facts.grammar.sets import word_set

ONES = {
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen"
    ),
    "de": (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
        " fünfzehn sechzehn siebzehn achtzehn neunzehn"
    ),
    "fr": (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
        " seize dix-sept dix-huit dix-neuf"
    ),
    "nl": (
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
        " zestien zeventien achttien negentien"
    ),
    "es": (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
        " dieciséis diecisiete dieciocho diecinueve"
    ),
}
TENS = {
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "dix vingt trente quarante cinquante soixante septante - nonante",
    "nl": "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "es": "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
}
_Compound = Callable[[str, str, int], tuple[str, ...]]
COMPOUNDS: dict[str, _Compound] = {
    "en": lambda ten, one, _: (f"{ten}-{one}", f"{ten} {one}"),
    "de": lambda ten, one, value: (f"{'ein' if value == 1 else one}und{ten}",),
    "fr": lambda ten, one, _: (f"{ten}-{one}", f"{ten} et {one}", f"{ten}-et-{one}"),
    "nl": lambda ten, one, _: (f"{one}{'ë' if one.endswith('e') else 'e'}n{ten}",),
    "es": lambda ten, one, _: (
        f"{ten} y {one}",
        f"veinti{one}" if ten == "veinte" else f"{ten} y {one}",
    ),
}
MORE_NUMBERS: dict[str, dict[str, float]] = {
    "en": {
        "dozen": 12,
        "a dozen": 12,
        "half a dozen": 6,
        "a couple of": 2,
        "a hundred": 100,
        "a thousand": 1000,
        "half a million": 500_000,
        "a quarter of a million": 250_000,
    },
    "de": {
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "einem": 1,
        "einer": 1,
        "eines": 1,
        "zwo": 2,
        "dutzend": 12,
        "ein dutzend": 12,
        "ein halbes dutzend": 6,
        "anderthalb": 1.5,
        "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
        "zweien": 2,
        "dreien": 3,
        "vieren": 4,
        "fünfen": 5,
        "hundert": 100,
        "zweihundert": 200,
        "dreihundert": 300,
        "vierhundert": 400,
        "fünfhundert": 500,
        "tausend": 1000,
        "zweitausend": 2000,
        "dreitausend": 3000,
        "viertausend": 4000,
        "fünftausend": 5000,
        "zehntausend": 10000,
        "zwanzigtausend": 20000,
        "ein halbes": 0.5,
        "ein halber": 0.5,
        "einem halben": 0.5,
        "einen halben": 0.5,
        "ersten halben": 0.5,
    },
    "fr": {
        "une": 1,
        "quatre-vingts": 80,
        "quatre-vingt": 80,
        "soixante et onze": 71,
        "soixante-et-onze": 71,
        "mille": 1000,
        "une douzaine": 12,
        "une dizaine": 10,
        "une quinzaine": 15,
        "une vingtaine": 20,
        "une trentaine": 30,
        "cent": 100,
    },
    "nl": {
        "één": 1,
        "eén": 1,
        "dozijn": 12,
        "een dozijn": 12,
        "honderd": 100,
        "tweehonderd": 200,
        "duizend": 1000,
        "anderhalf": 1.5,
        "anderhalve": 1.5,
        "tweeënhalf": 2.5,
        "tweeënhalve": 2.5,
        "drieënhalf": 3.5,
        "drieënhalve": 3.5,
        "tweeën": 2,
        "drieën": 3,
        "vieren": 4,
        "vijven": 5,
        "zessen": 6,
    },
    "es": {
        "un": 1,
        "una": 1,
        "veintidós": 22,
        "veintitrés": 23,
        "veintiséis": 26,
        "docena": 12,
        "una docena": 12,
        "media docena": 6,
        "cien": 100,
        "ciento": 100,
        "doscientos": 200,
        "doscientas": 200,
        "trescientos": 300,
        "trescientas": 300,
        "cuatrocientos": 400,
        "cuatrocientas": 400,
        "quinientos": 500,
        "quinientas": 500,
        "seiscientos": 600,
        "seiscientas": 600,
        "setecientos": 700,
        "setecientas": 700,
        "ochocientos": 800,
        "ochocientas": 800,
        "novecientos": 900,
        "novecientas": 900,
        "mil": 1000,
    },
}
JOINED = {"de": ("hundert", "tausend"), "nl": ("honderd", "duizend")}
"""What "hundred" and "thousand" are called where numbers are written as one word with them."""

ARTICLES = {
    "en": "one dozen",
    "de": "ein eine einen einem einer eines",
    "fr": "un une",
    "nl": "een",
    "es": "un una uno once",
}
MULTIPLIERS = {
    "en": {
        "hundred": 100,
        "thousand": 1000,
        "grand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "lakh": 10**5,
        "lakhs": 10**5,
        "crore": 10**7,
        "crores": 10**7,
        "k": 1000,
        "m": 10**6,
    },
    "de": {
        "tausend": 1000,
        "tsd": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "k": 1000,
    },
    "fr": {
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "k": 1000,
        "cent": 100,
        "cents": 100,
    },
    "nl": {"duizend": 1000, "miljoen": 10**6, "miljard": 10**9, "k": 1000, "honderd": 100},
    "es": {"mil": 1000, "millón": 10**6, "millones": 10**6, "k": 1000},
}
ATTACHED_ONLY = frozenset("km")
"""Multipliers that count only where they touch the number: "95k"."""

MONTHS = {
    "en": {"sept": 9},
    "de": {"jänner": 1, "feber": 2, "märz": 3, "maerz": 3},
    "fr": {"fevrier": 2, "aout": 8},
    "nl": {},
    "es": {"setiembre": 9},
}
NOT_MONTHS = {"en": "", "de": "", "fr": "", "nl": "", "es": ""}
WEEKDAY_ENDINGS = {
    "en": ("", "s"),
    "de": ("", "s", "e", "en"),
    "fr": ("", "s"),
    "nl": ("", "en"),
    "es": ("", "s"),
}

UNITS = {
    "en": {
        "hour": "hour hours hrs hr h",
        "day": "day days",
        "week": "week weeks wk wks",
        "month": "month months mo",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "minute": "minute minutes min",
        "night": "night nights",
    },
    "de": {
        "hour": "stunde stunden std h",
        "day": "tag tage tagen tages",
        "week": "woche wochen",
        "month": "monat monate monaten monats",
        "quarter": "quartal quartale quartalen",
        "year": "jahr jahre jahren jahres",
        "minute": "minute minuten min",
        "night": "nacht nächte nächten",
    },
    "fr": {
        "hour": "heure heures h",
        "day": "jour jours journée journées",
        "week": "semaine semaines",
        "month": "mois",
        "quarter": "trimestre trimestres",
        "year": "an ans année années",
        "minute": "minute minutes min",
        "night": "nuit nuits nuitée nuitées",
    },
    "nl": {
        "hour": "uur uren u",
        "day": "dag dagen",
        "week": "week weken",
        "month": "maand maanden",
        "quarter": "kwartaal kwartalen",
        "year": "jaar jaren",
        "minute": "minuut minuten min",
        "night": "nacht nachten",
    },
    "es": {
        "hour": "hora horas h",
        "day": "día días dia dias",
        "week": "semana semanas",
        "month": "mes meses",
        "quarter": "trimestre trimestres",
        "year": "año años",
        "minute": "minuto minutos min",
        "night": "noche noches",
    },
}

ONCE = word_set(
    "once one-off one-time einmalig pauschal fois unique eenmalig única único unico forfait"
)
ADVERBS_PER = {
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "quarterly": "quarter",
    "monatlich": "month",
    "jährlich": "year",
    "wöchentlich": "week",
    "täglich": "day",
    "stündlich": "hour",
    "mensuel": "month",
    "mensuels": "month",
    "annuel": "year",
    "annuels": "year",
    "maandelijks": "month",
    "jaarlijks": "year",
    "wekelijks": "week",
    "mensual": "month",
    "mensuales": "month",
    "anual": "year",
    "anuales": "year",
    "semanales": "week",
    "apiece": "piece",
    "stück": "piece",
    "pièce": "piece",
    "stuk": "piece",
    "mo": "month",
    "yr": "year",
    "pm": "month",
    "pa": "year",
}
