"""The budget is what is there or promised; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def budget_of(language: str, said: str) -> Decimal | None:
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    return sheet.budget.value.amount if sheet.budget.value else None


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "We have 12,000 euros, 4,000 of it promised for May.", 12000),
        ("en", "My savings, 8,000 pounds, and a loan of 5,000 from my uncle.", 13000),
        ("en", "I can spend 6,000 euros; the van alone is 4,500.", 6000),
        ("en", "We have £20,000, hoping for £10,000 more from the council.", 20000),
        ("en", "£14,000, not a pound more.", 14000),
        ("en", "€9,000 is here. Another €3,000 is promised by mouth, I don't plan with it.", 9000),
        ("en", "Nine thousand pounds, £9,000, and that is what we have.", 9000),
        ("en", "My aunt lends us $5,000, we have $3,000 ourselves.", 8000),
        ("en", "$45,000 altogether, of that $15,000 only when the roof is on.", 45000),
        ("en", "The money is €31,000: nineteen thousand ours, the rest a grant.", 31000),
        ("en", "We put in £4,000 each, so £8,000.", 8000),
        ("en", "Eight and a half grand, all mine, and the boat takes £3,100 of that.", 8500),
        ("en", "I have two and a half thousand pounds.", 2500),
        ("de", "Es darf 78.000 € kosten; 23.400 € zahlt der Kanton, aber erst am Schluss.", 78000),
        ("de", "Es sind 13.500 €, wovon 4.500 € im Mai dazukommen.", 13500),
        ("de", "Das Land gibt 1.800 €, wir lassen es außen vor; 9.800 € sind in der Kasse.", 9800),
        (
            "de",
            "Er darf 86.000 € kosten: 60.000 € gibt die Stiftung und 26.000 € sind Spenden.",
            86000,
        ),
        ("de", "Kosten darf es 9.000 €: 7.000 € Erspartes und 2.000 € vom Onkel.", 9000),
        ("en", "All of it may cost £9,000: £7,000 saved and £2,000 from my uncle.", 9000),
        (
            "en",
            "There might be €10,000 from the region, nobody knows. What we own is €6,500.",
            6500,
        ),
        ("en", "The oven costs €9,000. We have saved €15,000.", 15000),
        ("en", "I sold my boat for $22,000 and that is what goes in.", 22000),
        ("en", "A crowdfunding brought in €7,300 and the bank lends €20,000.", 27300),
        ("en", "The fine for a missing label is €5,000.", None),
        ("en", "No budget to speak of.", None),
        ("en", "£30,000 from a legacy, £10,000 of which stays untouched until summer.", 30000),
        (
            "en",
            "A brewery would put up £8,000 for its name, we leave that out. Ours is £3,200.",
            3200,
        ),
        ("en", "Two thousand dollars. $1,200 are mine, $800 are hers.", 2000),
        ("en", "We have a grant of CHF 40,000 and CHF 12,500 of our own.", 52500),
        ("de", "Wir haben 18.000 €, davon 6.000 € erst im Herbst.", 18000),
        ("de", "Von meiner Oma 9.000 €, von der Sparkasse 16.000 €.", 25000),
        ("de", "Fünfzehntausend Euro, mehr nicht.", 15000),
        ("de", "Das Budget beträgt 12.500 €. Die Maschine kostet 7.800 €.", 12500),
        ("de", "Zwanzigtausend sind gespart, 5.000 € gibt die Stadt.", 25000),
        ("de", "8.000 € haben wir, 4.000 € hat der Kreis in Aussicht gestellt.", 8000),
        ("de", "Insgesamt 60.000 €: die Hälfte von uns, die Hälfte ein Darlehen.", 60000),
        ("de", "Der Verein steckt 3.000 € hinein und ich 2.000 €.", 5000),
        ("de", "Auf dem Konto liegen 11.400 Franken.", 11400),
        (
            "de",
            "Es gibt 25.000 € Förderung, beantragt sind noch 10.000 €, die zählen wir nicht.",
            25000,
        ),
        ("de", "Die Miete sind 700 € im Monat. Gespart haben wir 14.000 €.", 14000),
        ("en", "We are allowed €50,000 by the cooperative, half now and half in autumn.", 50000),
        ("en", "We raised R300,000 among cousins and the co-op bank adds R200,000.", 500000),
        ("en", "There's €8,200 in the account and not a coin elsewhere.", 8200),
        ("en", "I got £25,000 when my mother died; that has to do.", 25000),
        (
            "en",
            "The trust grants $60,000, the first half on signing and the second half in September.",
            60000,
        ),
        ("en", "Our own €4,500 plus €3,000 that the parents collected.", 7500),
        ("en", "Of the £40,000, £28,000 is a loan and £12,000 savings.", 40000),
        ("en", "A used press is €6,900, and we have €11,000 for everything.", 11000),
        ("en", "We can lose €10,000 and no more.", 10000),
        ("en", "My brother may put in another 5,000, I would not bank on it. I have $9,500.", 9500),
        ("en", "€120,000: sixty from the region, forty from the bank, twenty ours.", 120000),
        ("en", "Total budget R85,000 including a R20,000 voucher.", 85000),
        ("en", "We agreed on €18,000, half each.", 18000),
        ("de", "Zusammen kommen wir auf 21.500 €.", 21500),
        (
            "de",
            "7.000 € aus dem Verkauf vom Motorrad, 13.000 € von der Förderbank, macht 20.000 €.",
            20000,
        ),
        ("de", "Die Stiftung gibt 30.000 €, 20 % davon nach dem Schlussbericht.", 30000),
        ("de", "Meine Eltern leihen uns 10.000 €, wir selber haben 4.000 €.", 14000),
        ("de", "Ein Umbau kostet 40.000 €, so viel haben wir nicht, es sind 26.000 €.", 26000),
        ("de", "Erspartes: 8.800 €.", 8800),
        ("de", "5.000 € Preisgeld und 2.500 € Spenden.", 7500),
        ("de", "Achttausend Franken vom Kanton, zwölftausend Franken von mir.", 20000),
        ("de", "Vielleicht gibt die Gemeinde 3.000 €. Sicher sind 9.000 €.", 9000),
        ("de", "Mehr als 16.000 € dürfen es nicht werden.", 16000),
        ("de", "Sie darf 45.000 € kosten: 30.000 € von der Stadt und 15.000 € Spenden.", 45000),
        ("de", "Die Pumpe kostet 4.000 €. Wir haben 9.000 €.", 9000),
        ("de", "Wir haben 9.000 €, der Ofen darf 3.000 € kosten.", 9000),
        ("en", "The shed may cost £4,000 and I have £9,000.", 9000),
        ("en", "There is £9,000. The boat may cost £5,000 and the engine £1,000.", 9000),
        ("en", "It may cost £9,000, and we have £6,000 of it.", 9000),
    ],
)
def test_what_is_there_or_promised_is_the_budget(language, said, amount):
    assert budget_of(language, said) == amount
