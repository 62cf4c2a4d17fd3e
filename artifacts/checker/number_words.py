"""Numbers that are spelt out, in the languages founders write in."""

from __future__ import annotations

NUMBERS: dict[str, float] = {}
for _value, _names in enumerate(
    (
        "one ein eine einen einem einer eines un une una uno um uma één één واحد",
        "two zwei deux dos due dois duas twee",
        "three drei trois tres tre três drie ثلاثة ثلاث",
        "four vier quatre cuatro quattro quatro أربعة أربع اربعة",
        "five fünf fuenf cinq cinco cinque vijf خمسة خمس",
        "six sechs seis sei zes ستة ست",
        "seven sieben sept siete sette sete zeven سبعة سبع",
        "eight acht huit ocho otto oito ثمانية ثماني",
        "nine neun neuf nueve nove negen تسعة تسع",
        "ten zehn dix diez dieci dez tien عشرة عشر",
        "eleven elf onze once undici",
        "twelve zwölf zwoelf douze doce dodici doze twaalf",
        "thirteen dreizehn treize trece",
        "fourteen vierzehn quatorze catorce",
        "fifteen fünfzehn quinze quince",
        "sixteen sechzehn seize dieciséis",
        "seventeen siebzehn",
        "eighteen achtzehn",
        "nineteen neunzehn",
        "twenty zwanzig vingt veinte venti",
    ),
    start=1,
):
    NUMBERS |= dict.fromkeys(_names.split(), _value)
NUMBERS |= {
    "twenty-four": 24,
    "thirty": 30,
    "dreißig": 30,
    "dreissig": 30,
    "trente": 30,
    "treinta": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "hundred": 100,
    "half a": 0.5,
    "half": 0.5,
    "halbes": 0.5,
    "halben": 0.5,
    "a couple of": 2,
    "couple of": 2,
}
