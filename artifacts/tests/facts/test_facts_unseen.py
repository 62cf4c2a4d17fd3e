"""The reader of facts on constructions that its tables were not made from: one sentence for
each.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from artifacts.facts.grammar.matches import LawMatch, PlaceMatch
from artifacts.facts.grammar.scanner import scan
from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Facts

TODAY = date(2026, 11, 29)
IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour les gens qui en ont besoin chez eux toutes les semaines.",
    "nl": "Wij maken iets voor mensen die het elke week thuis nodig hebben en het niet vinden.",
    "es": "Hacemos una cosa para la gente que la necesita en casa todas las semanas y no la tiene.",
}


def read(language: str, **answers: str) -> Facts:
    return read_facts({"idea": IDEAS[language], **answers}, today=TODAY)


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        (
            "en",
            "We've been selling at the Saturday market since spring, about 30 jars a week.",
            "customers",
        ),
        ("en", "Two shops stock it.", "customers"),
        (
            "en",
            "One school has been running it for six weeks, free, and the kids have used it.",
            "pilot",
        ),
        ("en", "I sent it to 60 members from my laptop, for nothing.", "pilot"),
        ("en", "I cut the first ones out of plywood and my niece rode on it.", "prototype"),
        ("en", "Three of them in our own barn since March.", "prototype"),
        ("en", "I rang 30 garages and 9 said they'd come.", "talks"),
        ("en", "Emailed forty nurses, 22 wrote back.", "talks"),
        ("en", "Two mounted on the pier in May, one still works.", "prototype"),
        ("en", "Four families ordered through my own laptop.", "pilot"),
        ("de", "Der Vorstand ist mündlich dafür.", "talks"),
        ("en", "Only on the back of an envelope.", "idea"),
        ("de", "Drei Betriebe zahlen, den Rest mache ich von Hand.", "customers"),
        ("de", "Zwei Kitas probieren es seit September aus.", "pilot"),
        ("de", "Den ersten habe ich aus Sperrholz gesägt.", "prototype"),
        ("de", "Elf Betriebe wollen mitmachen.", "talks"),
        ("fr", "Trois familles s'en servent depuis un mois.", "pilot"),
        ("fr", "J'ai appelé 15 boulangers, huit sont partants.", "talks"),
        ("nl", "De eerste versie draait op mijn laptop.", "prototype"),
        ("es", "Ya vendí 80 piezas.", "customers"),
    ],
)
def test_what_people_did_tells_the_stage(language, said, stage):
    value = read(language, stage=said).stage.value
    assert value
    assert value.stage == stage


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "I write it, about 15 hours a week, and Dave does the sound, 7 hours.", 2, 22),
        (
            "en",
            "I will give 45 hours per week, my wife 10 for the calls and one helper in Wani 20.",
            3,
            75,
        ),
        ("en", "Three of us, 12 hours a week together, and the nurse gives 4.", 4, 16),
        ("en", "Leila can do 15 hours a week, Tom 5, I do the weekends.", 3, None),
        ("en", "18 hours a week between the two of us; a helper comes once we are open.", 2, 18),
        ("en", "Twelve hours a week is what I have, nobody else.", 1, 12),
        ("en", "Two developers with 15 hours a week each and me with 10.", 3, 40),
        ("de", "Ich arbeite 16 Stunden pro Woche daran, Jonas kommt auf 8 Stunden.", 2, 24),
        ("fr", "J'y passe 20 heures par semaine et Karim 7.", 2, 27),
        ("nl", "Ik steek er 16 uur per week in, Sanne 6.", 2, 22),
    ],
)
def test_the_hours_of_all_who_are_named_add_up(language, said, people, hours):
    facts = read(language, constraint=said)
    assert (facts.people.value, facts.hours_per_week.value) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "weeks"),
    [
        ("en", "It has to be running 24 weeks from the start.", 24),
        ("en", "We've got 20 weeks, then the grant ends.", 20),
        ("en", "The test takes 6 weeks. I was ill for 12 weeks.", None),
        ("de", "Nach 24 Wochen muss es laufen.", 24),
        ("de", "Nach drei Wochen kam der Brief.", None),
        ("fr", "Le bail nous laisse 32 semaines pour ouvrir.", 32),
        ("nl", "Over 26 weken moet het draaien.", 26),
        ("en", "22 weeks from signing the lease until the first guest.", 22),
        ("en", "From the first weld to the handover 15 weeks, no more.", 15),
        ("de", "19 Wochen vom Auftrag bis zur ersten Lieferung.", 19),
        ("fr", "Vingt semaines entre la commande et la livraison.", 20),
        ("es", "14 semanas desde el pedido hasta la entrega.", 14),
    ],
)
def test_a_span_that_something_ends_with_is_the_limit(language, said, weeks):
    assert read(language, constraint=said).duration_weeks.value == weeks


@pytest.mark.parametrize(
    ("language", "said", "amounts"),
    [
        ("en", "$12 a month. A company up north wanted $210 a month.", [12]),
        ("de", "39 € im Monat. Das große Programm liegt bei 89 €.", [39]),
        ("de", "Der Preis liegt bei 39 € im Monat.", [39]),
        ("de", "45 € je Kind. Die Helfer bekommen von uns 6 € im Monat.", [45]),
        ("en", "We take 8 percent of the hire.", [8]),
        ("en", "I'd ask $25 a month. Somebody in Ohio does it for $60.", [25]),
        ("en", "$15 a lesson; the school would like to see $10.", [15]),
        ("en", "$49 a year per household. Printing one costs about $6.", [49]),
        ("en", "£30 a visit. Tenants pay their landlord £9 a month, nothing to do with us.", [30]),
        ("en", "€8 a box. The first ones I let go for €3.", [8]),
        ("en", "$5 a month. Batteries are $40 each, they get those somewhere else.", [5]),
        ("de", "25 € je Stunde. Wir geben der Halle 12 € pro Abend.", [25]),
        ("en", "R45 a lesson. In 2024 we took R30.", [45]),
        ("fr", "12 € la séance; ailleurs c'est 18 €.", [12]),
    ],
)
def test_what_others_ask_or_get_is_no_price(language, said, amounts):
    assert [
        fact.value.amount for fact in read(language, price=said).prices if fact.value
    ] == amounts


@pytest.mark.parametrize(
    ("language", "said", "amount"),
    [
        ("en", "We can spend £12,000, not more; a laser cutter would be £4,000.", 12000),
        ("en", "$20,000 from the bank plus $10,000 of our own.", 30000),
        ("en", "Our kitty is $22,000, of which $6,000 comes in March.", 22000),
        ("de", "Mehr als 20.000 € sind nicht drin.", 20000),
        ("nl", "Er ligt € 7.500 klaar.", 7500),
        ("en", "$3,000 from me and $2,000 from the county.", 5000),
        ("en", "R90,000, it is there.", 90000),
        ("fr", "Nous avons 800 000 FCFA sur le compte.", 800000),
    ],
)
def test_money_that_somebody_has_is_the_budget(language, said, amount):
    budget = read(language, constraint=said).budget.value
    assert budget
    assert budget.amount == amount


def test_lakhs_are_read_as_they_are_written_in_india():
    budget = read("en", constraint="₹4,80,000 is there in total.").budget.value
    assert budget
    assert (budget.amount, budget.currency) == (Decimal(480000), "INR")


@pytest.mark.parametrize(
    ("language", "text", "laws"),
    [
        ("en", "I need a licence from PRS for Music.", ["licence from PRS for Music"]),
        ("en", "I get my licence from January.", []),
        ("en", "It has got its RCM label.", ["RCM label"]),
        ("de", "Das Geld kommt mit der Gewerbeberechtigung.", ["Gewerbeberechtigung"]),
        ("en", "The transmitter falls under FCC Part 90.", ["FCC Part 90"]),
        ("en", "Wardens of Dartmoor check hundreds of gates.", []),
        ("en", "Each of them has a DBS check.", ["DBS check"]),
        ("de", "Die Seite muss der BITV 2.0 entsprechen.", ["BITV 2.0"]),
        ("de", "Alle haben ein erweitertes Führungszeugnis.", ["erweitertes Führungszeugnis"]),
        ("es", "Rige la Ley 19.628 para todos.", ["Ley 19.628"]),
        ("fr", "Le permis de construire est demandé.", ["permis de construire"]),
        ("fr", "J'ai le permis de conduire.", []),
        ("nl", "Elk stuk heeft een brandveiligheidsverklaring.", ["brandveiligheidsverklaring"]),
    ],
)
def test_permits_are_named_by_who_gives_them_or_what_they_are_for(language, text, laws):
    assert [match.name for match in scan(text, language) if isinstance(match, LawMatch)] == laws


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Betriebe in Erfurt, Weimar und Jena", ["Erfurt", "Weimar", "Jena"]),
        ("Genossenschaften in Winterthur und Schaffhausen", ["Winterthur", "Schaffhausen"]),
        ("Schulen in Lehe und Geestemünde", ["Lehe", "Geestemünde"]),
        ("Saft in Flaschen und in Handarbeit", []),
    ],
)
def test_german_names_are_told_from_nouns(text, names):
    assert [match.name for match in scan(text, "de") if isinstance(match, PlaceMatch)] == names


@pytest.mark.parametrize(
    ("language", "said", "names"),
    [
        ("en", "Only Rye and Lydd; the rest comes later.", ["Rye", "Lydd"]),
        ("en", "Whitby and Robin Hood's Bay only.", ["Whitby", "Robin Hood's Bay"]),
        ("en", "From Deal round to Hythe, nowhere else.", ["Deal", "Hythe"]),
        ("fr", "Seulement Lens et Arras.", ["Lens", "Arras"]),
        (
            "de",
            "Von Hallstadt über Ebern bis Maroldsweisach.",
            ["Hallstadt", "Ebern", "Maroldsweisach"],
        ),
        ("de", "Nur Barzahlung und Abholung.", []),
        ("en", "Only Android and iPhone.", []),
        ("en", "From March to May we rest.", []),
    ],
)
def test_what_it_is_limited_to_is_where_it_is_offered(language, said, names):
    assert {
        fact.value.name for fact in read(language, constraint=said).regions if fact.value
    } == set(names)


@pytest.mark.parametrize(
    ("constraint", "platforms"),
    [
        ("There is no mobile coverage out there.", ["offline"]),
        ("Hardly a bar of signal, so the app keeps it all.", ["offline", "phone"]),
        (
            "An app; those who have no smartphone get the whole plan by text message.",
            ["phone", "sms"],
        ),
        ("No red meat, no app.", []),
    ],
)
def test_a_missing_signal_is_no_refusal(constraint, platforms):
    assert [fact.value for fact in read("en", constraint=constraint).platforms] == platforms


@pytest.mark.parametrize(
    ("trait", "idea", "verdict"),
    [
        (
            "ai_output",
            "J'ai une cuisine à louer pour les gens qui font des soupes, et on la réserve.",
            "no",
        ),
        (
            "sells_to_organisations",
            "A map of old mills with stories of those who worked there.",
            None,
        ),
        ("takes_payments", "Owners and farmers settle the hire in cash between them.", "no"),
        ("children", "Parents pay for what their kids wear.", None),
    ],
)
def test_a_trait_is_settled_only_by_words_that_decide(trait, idea, verdict):
    padding = (
        "Le reste est simple. " * 20
        if idea.startswith("J'ai")
        else "All the rest of it is rather simple. " * 10
    )
    facts = read_facts({"idea": idea, "problem": padding, "price": "$5 a month."}, today=TODAY)
    assert getattr(facts.traits, trait).value == verdict


@pytest.mark.parametrize(
    ("language", "said", "amount", "currency"),
    [
        ("en", "Twelve pounds fifty a kilo, delivered.", "12.50", "GBP"),
        ("en", "3 euros 50 per cup, tea included.", "3.50", "EUR"),
        ("de", "Die Apotheke gibt uns 4 Franken 50 je Lieferung.", "4.50", "CHF"),
        ("en", "TSh 20,000 for each room that is let.", "20000", "TZS"),
        ("en", "It is 12 euros, 50 members have agreed.", "12", "EUR"),
    ],
)
def test_hundredths_may_follow_the_name_of_the_currency(language, said, amount, currency):
    prices = [fact.value for fact in read(language, price=said).prices]
    assert [(price.amount, price.currency) for price in prices if price] == [
        (Decimal(amount), currency)
    ]


def test_what_is_paid_on_out_of_a_price_is_no_price():
    prices = read(
        "en", price="£48 an hour, invoiced to the agency; interpreters get £34 of it."
    ).prices
    assert [fact.value.amount for fact in prices if fact.value] == [Decimal(48)]


def test_money_that_may_not_come_is_not_in_the_budget():
    budget = read(
        "en",
        budget="Savings of fifteen thousand pounds, plus a £10,000 grant if the city says yes.",
    ).budget
    assert budget.value
    assert budget.value.amount == 15000


def test_a_language_is_no_place():
    regions = read("en", place="Courts in Leeds, in Kurdish and Pashto.").regions
    names = {fact.value.name for fact in regions if fact.value}
    assert "Leeds" in names
    assert not {"Kurdish", "Pashto"} & names


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        (
            "en",
            "It has to be ready by the first Saturday in September 2027, the 4th.",
            date(2027, 9, 4),
        ),
        ("en", "Ready by the last Friday of May 2027.", date(2027, 5, 28)),
        ("de", "Bis zum zweiten Montag im Oktober 2027 muss es laufen.", date(2027, 10, 11)),
    ],
)
def test_a_day_may_be_counted_within_its_month(language, said, day):
    assert read(language, deadline=said).deadline.value == day
