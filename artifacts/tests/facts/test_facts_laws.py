"""Laws, permits and approvals are told by their form as well as by their names.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

TOLD = """
en | registration with the Care Inspectorate | We have to be registered with the Care Inspectorate.
en | PHIA | My notes come under PHIA.
en | Water Framework Directive | It falls under the Water Framework Directive.
en | RSS-247 | The radio needs certification under RSS-247.
en | plant passports | To move the trees we need plant passports.
en | PVG scheme | Everybody has to be in the PVG scheme.
en | H-2A rules | A herder under the H-2A rules.
en | BS 7671 | Wiring to BS 7671.
en | WRAS approval | Without WRAS approval nobody fits it.
en | Part 107 | Flights under Part 107 only.
en | metal licence | We need a scrap metal licence and a carrier's licence.
en | Taxi Regulation Act 2013 | The Taxi Regulation Act 2013 applies.
en | approval by the Harbour Board | It is approved by the Harbour Board.
en | Food Standards Code | It must meet the Food Standards Code.
en | Working with Children Check | Everybody holds a Working with Children Check.
en | Hill Farming Order 2014 | It falls under the Hill Farming Order 2014.
en | Welfare of Bees (Movement) Order 2011 | The Welfare of Bees (Movement) Order 2011 applies.
en | Toy Safety Regulations 2012 | Martha's Law and the Toy Safety Regulations 2012 apply.
en | Play at Sea Rules (Scotland) 2008 | It's the Play at Sea Rules (Scotland) 2008 that hold.
en | Bee and Hive Drugs (Use of It) Act 1995 | The Bee and Hive Drugs (Use of It) Act 1995 holds.
en | Martha's Law | Since Martha's Law every hut needs a rail.
en | Ontario Greenhouse Regime | We answer to the Ontario Greenhouse Regime.
en | planning permission | The hut needs planning permission.
de | BImSchV | Der Ofen muss nach der 1. BImSchV abgenommen werden.
de | TierSchG | Wir brauchen § 11 TierSchG.
de | Schankerlaubnis nach § 2 GastG | Ohne Schankerlaubnis nach § 2 GastG geht nichts.
de | § 37 Absatz 3 SGB XI | Grundlage ist § 37 Absatz 3 SGB XI.
de | KDG | Es gilt die DSGVO und auf katholischer Seite das KDG.
de | Sondernutzungserlaubnis | Für den Platz braucht es eine Sondernutzungserlaubnis.
de | HwO | Das Handwerk regelt die HwO.
de | Reisegewerbekarte | Ohne Reisegewerbekarte geht nichts.
de | Sachkundenachweis | Wir haben den Sachkundenachweis nach § 4.
de | Betriebssicherheitsverordnung | Die Betriebssicherheitsverordnung gilt.
de | EN 1176 | Die Geräte müssen DIN EN 1176 entsprechen.
de | Personenbeförderungsgesetz | Das Personenbeförderungsgesetz gilt auch für uns.
de | Gesundheitszeugnis | Alle haben ein Gesundheitszeugnis.
de | TÜV | Der Anhänger muss vom TÜV abgenommen werden.
de | CE-Kennzeichnung | Ohne CE-Kennzeichnung kein Verkauf.
de | Schankerlaubnis | Eine Schankerlaubnis gibt die Stadt.
de | Unbedenklichkeitsbescheinigung | Das Amt will eine Unbedenklichkeitsbescheinigung.
de | Zulassung als Imkerei | Ohne dass man uns als Imkerei zugelassen hat, geht nichts.
en | harbour master sign-off | The harbour master has to sign off on every mooring.
en | fire brigade inspection | Before the fire brigade has inspected the loft nobody sleeps there.
en | Dairy Board licence | The Dairy Board must license the churn before we sell.
en | county council approval | It has to be approved by the county council.
en | MHRA approval | MHRA needs to approve the strap.
en | HCPC registration | Both of us are HCPC registered.
en | registration with Torridge Council as a food business | Registration with Torridge Council \
as a food business comes first.
en | OSHA | There are the railings, and there's OSHA.
de | Genehmigung für den Anbau durch das Forstamt | Das Forstamt muss den Anbau genehmigen.
de | Bewilligung für den Stand durch die Gemeinde | Den Stand muss die Gemeinde bewilligen.
de | Abnahme für die Rutsche durch den TÜV | Der TÜV muss die Rutsche vorher abnehmen.
de | Bewilligung der Gemeinde Sils | Wir brauchen die Bewilligung der Gemeinde Sils.
de | Eintragung bei der Handwerkskammer | Die Eintragung bei der Handwerkskammer fehlt noch.
de | Registrierung bei der zentralen stelle | Die Registrierung bei der zentralen stelle wegen Glas.
de | Meldung beim Veterinäramt | Die Meldung beim Veterinäramt muss vorher durch sein.
de | Richtlinie 2009/48/EG | Das Spielzeug hält die Richtlinie 2009/48/EG ein.
de | Gesetz vom 3. März 2011 | Es gilt das Gesetz vom 3. März 2011.
de | LeVA | Der Schlamm ist Sonderabfall nach der LeVA.
fr | autorisation par la mairie | La mairie doit autoriser le manège.
fr | loi du 9 décembre 1905 | Il y a la loi du 9 décembre 1905 sur les salles.
nl | goedkeuring door de brandweer | De brandweer moet de zolder eerst goedkeuren.
nl | wet van 8 mei 2014 | Er is de wet van 8 mei 2014 op de vuren.
es | D.S. 594 | El taller cumple el D.S. 594 desde mayo.
es | autorización por el ayuntamiento | El ayuntamiento tiene que autorizar el puesto.
en | registration as a food business | By May we are registered as a food business.
"""
BEGINNINGS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "On fait une chose pour les gens qui en ont besoin chaque semaine chez eux.",
    "nl": "We maken iets voor mensen die het elke week thuis nodig hebben en niet vinden.",
    "es": "Hacemos una cosa para la gente que la necesita cada semana en su casa.",
}


def laws_in(language: str, said: str) -> list[str]:
    told = {"idea": BEGINNINGS[language], "constraint": said}
    return [fact.value or "" for fact in read_facts(told, today=date(2026, 11, 29)).laws]


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_laws_are_found_by_their_form(language, name, said):
    assert any(name in law for law in laws_in(language, said))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "They book with a USSD code or a QR code."),
        ("en", "We approve of it and check the post code."),
        ("de", "Die Rechnung kommt nach der Lieferung, und die Ordnung in der Küche bleibt."),
        ("en", "People are registered as they come in, under the USB lamp."),
        ("en", "The head cook has to approve each plate, and my wife must sign off on the bread."),
        ("en", "Before the club has cleared the hall nobody dances."),
        ("de", "In der Nachricht steht nichts von Diagnose oder Verordnung."),
        ("de", "Der Koch muss den Teller abnehmen. Nach der WM ist Pause, laut ADAC auch vorher."),
        ("de", "Die Meldung der Maschine kommt, und die Anmeldung bei uns ist frei."),
        ("fr", "Le chef doit valider la carte avec nous."),
        ("es", "Son 12 horas y DS significa otra cosa."),
        ("de", "Er hat eine Krankschreibung und einen Führerschein."),
    ],
)
def test_words_that_look_like_one_are_no_law(language, said):
    assert laws_in(language, said) == []


def test_whose_law_it_is_does_not_belong_to_its_name():
    said = "Jeder Hafen verlangt eine Zulassung nach seiner Hafenordnung."
    assert laws_in("de", said) == ["Hafenordnung"]
