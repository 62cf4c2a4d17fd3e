"""Phrases about the terms of a price: how many it is for, its limits, what is in it."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

FROM_COUNT = Cue("""
    from, over, above, beyond, ab, ab der, von, über, mehr als, dès, à partir de, plus de
    vanaf, meer dan, boven, desde, a partir de, más de, at least, mindestens
    """)
"""Words in front of a number of pieces from which on a price holds."""
LEAST_BEHIND = Cue("""
    minimum, is the minimum, at the least, or more, and more, mindestens, minimum de commande
    mínimo
    """)
"""Words behind the least number of pieces: "a three-acre minimum"."""
SMALLEST_ORDER = Cue("""
    is the smallest order, are the smallest order, is the smallest, are the least, is the least
    ist die kleinste, sind die kleinste, ist das wenigste, sind das wenigste, est la plus petite
    sont la plus petite, is de kleinste, zijn de kleinste, es el pedido mínimo, son el pedido mínimo
    """)
"""Words behind the number of pieces that an order has at least."""
ORDERS = Cue("""
    order, orders, begin with, begins with, start with, starts with, take, takes, book, books
    bestellt, bestellen, nimmt, nehmen, beginnt mit, beginnen mit, fängt mit, commande, commandent
    prend, prennent, bestelt, neemt, nemen, begint met, pide, piden, encarga, empieza con
    """)
"""Verbs of taking so many of something."""
AND_MORE = Cue("""
    or more, and more, and above, and over, upwards, upward, onwards, oder mehr, und mehr, aufwärts
    ou plus, et plus, of meer, en meer, o más, y más, en adelante
    """)
BILLED = Cue("""
    a bill of, a bill for, an invoice of, an invoice for, eine rechnung über, une facture de
    een factuur van, una factura de
    billed, invoiced, on the bill, on their bill, on the invoice, is charged, are charged
    berechnet, abgerechnet, in rechnung, auf der rechnung, auf die rechnung, auf ihrer rechnung
    facturé*, sur la facture, gefactureerd, in rekening, op de factuur, factura*, en la factura
    """)
NO_CAP = Cue("""
    no ceiling, no cap, no upper limit, no maximum, without a ceiling, without a cap
    without an upper limit, uncapped, not capped, never capped, keine obergrenze
    ohne obergrenze, keinen höchstbetrag, kein höchstbetrag, nach oben offen, ohne deckel
    obergrenze gibt es nicht, höchstbetrag gibt es nicht, deckel gibt es nicht
    keine grenze nach oben, keinen deckel, pas de plafond, sans plafond, aucun plafond
    geen plafond, geen maximum, zonder maximum, sin tope, no hay tope, ningún tope, sin máximo
    """)
NO_FLOOR = Cue("""
    no minimum, no least amount, no smallest bill, without a minimum, no minimum charge
    mindestbetrag gibt es nicht, mindestpreis gibt es nicht
    kein mindest*, keinen mindest*, keine mindest*, ohne mindest*, pas de minimum, sans minimum
    aucun minimum, geen minimum, zonder minimum, sin mínimo, no hay mínimo, ningún mínimo
    """)
NO_EXCEPTION = Cue("""
    make no difference, makes no difference, machen keinen unterschied, macht keinen unterschied
    spielt keine rolle, spielen keine rolle, ne change rien, ne changent rien, maakt niet uit
    da igual, no exception, no exceptions, without exception, the same for, same price for
    costs the same
    cost the same, just the same, keine ausnahme, ohne ausnahme, ausnahmslos, dasselbe für
    genauso viel, ebenso viel, genau so viel, sans exception, pas d' exception, autant
    geen uitzondering, zonder uitzondering, evenveel, sin excepción, lo mismo
    """)
"""Phrases by which one more thing has the price of the others."""
SET_OF = Cue("""
    all, all the, for all, course of, set of, block of, series of, for, the, for the, alle
    für alle, für, die, kurs mit, satz von, tous les, les, pour les, pour, voor, de, alle
    los, las, por, por los, por las
    """)
"""Words in front of the number of pieces that a price for several is for."""
SINGLY = Cue("""
    one by one, one at a time, singly, separately, each on its own, on their own, individually
    bought alone, piece by piece, einzeln, für sich, jedes für sich, stück für stück
    séparément, un par un, une par une, à l' unité, los van elkaar, apart, per stuk
    por separado, uno por uno, una por una, suelto*, suelta*
    """)
"""Words by which several are not bought as a set."""
ALL_INCLUDED = Cue("""
    everything is included, everything included, all is included, all included, all-inclusive
    all in, alles inklusive, alles inbegriffen, ist alles inbegriffen, alles enthalten
    ist alles enthalten, alles drin, ist alles drin, alles dabei, ist alles dabei, tout compris
    tout est compris, tout est inclus, alles inbegrepen, alles is inbegrepen, todo incluido
    todo está incluido
    """)
"""Phrases by which nothing at all is paid beside the price."""
EXCEPT = Cue("""
    except, except for, but for, but the, but not, apart from, other than, excluding, außer, bis auf
    mit ausnahme, ausgenommen, abgesehen von, sauf, excepté, hormis, à part, behalve
    uitgezonderd, op * na, salvo, excepto, menos el, menos la
    """)
"""Words in front of what something does not hold for."""
NOT_INCLUDED = Cue("""
    non compris, non comprise, non comprises, non inclus, non incluse, non incluses
    """)
"""French words for what comes on top, whose "non" denies nothing else of a sentence."""
INCLUDED = Cue("""
    ist * * dabei, ist * * * dabei, sind * * dabei, sind * * * dabei, ist * * drin, sind * * drin
    ist * * inbegriffen, sind * * inbegriffen, ist * * enthalten, sind * * enthalten
    is part of the, are part of the, are in that, is in that, gst in, vat in, mwst drin
    included, includes, thrown in, is in the price, are in the price, in the price
    part of the price, at no extra, no extra charge, comes with it, come with it, inclusive
    inklusive, inbegriffen, im preis, gehört dazu, gehören dazu, ist drin, sind drin, enthalten
    ist dabei, sind dabei, compris*, inclus*, inbegrepen, zit erin, zitten erin, inclusief
    incluid*, incluye*, en el precio
    """)
ON_TOP = Cue("""
    komt bij de, komen bij de, kommt zu den, kommen zu den, comes on top of, s' ajoute aux
    to which, is added, are added, dazu kommt, dazu kommen, dazu kommt noch, hinzu kommt
    hinzu kommen, kommt noch, kommen noch, s' y ajoute, s' y ajoutent, s' ajoute, s' ajoutent
    daar komt, daar komen, komt daar nog, komen daar nog, se suma, se suman, se añade, se añaden
    drauf, obendrauf, oben drauf, dazubezahlt
    invoiced separately, is billed on top, are billed on top, is added to the, are added to the
    dazugerechnet, hinzugerechnet, zusätzlich zu, extra verrechnet, wird verrechnet
    extra, on top, comes on top, come on top, added to the bill, charged separately
    billed separately, surcharge, additional charge, is additional, kommt dazu, kommen dazu
    kommt etwas dazu, kommt noch dazu, kommt hinzu, extra berechnet, gesondert, zuzüglich
    aufpreis, aufschlag, zusätzlich berechnet, en sus, en supplément, supplément, komt erbij
    komen erbij, toeslag, extra betalen, se cobra aparte, se paga aparte, suplemento
    """)
"""Words by which something is paid beside the price."""

PAYING_BY = {
    "cash": Cue("""
    in cash, cash, with cash, zahlt bar, zahlen bar, bezahlt bar, bar bezahlt, bar im, bar am
    bar an, bar und, bar oder, in bar, barzahlung, bargeld, en espèces, en liquide, contant
    en efectivo
    """),
    "card": Cue("""
    by card, with a card, with card, credit card, debit card, card details
    card number, stripe, mit karte, per karte, mit der karte, kreditkarte, kartenzahlung, ec-karte
    par carte, carte bancaire, met pin, met de pas, creditcard, con tarjeta, tarjeta
    """),
    "invoice": Cue("""
    invoice, invoices, an invoice, on invoice, on account, a bill, the bill, bank transfer
    by transfer
    standing order, billed, invoiced
    rechnung, auf rechnung, per rechnung, überweisung, per überweisung, überweist, überweisen
    dauerauftrag, facture, factures, facturé*, par virement, virement, factuur, op rekening
    overschrijving, gefactureerd, factura*, transferencia
    direct debit, lastschrift, per lastschrift, sepa, prélèvement, incasso, domiciliación
    """),
    "wallet": Cue("""
    paypal, m-pesa, mobile money, apple pay, google pay, twint, bizum, venmo, cash app, klarna
    """),
}
"""Ways to pay; what follows an invoice is one."""
PAYING_WHEN = {
    "before": Cue("""
    in advance, up front, upfront, beforehand, prepaid, when booking, when they book, on booking
    with the booking, with the order, when ordering, before the visit
    im voraus, vorab, bei der buchung, mit der bestellung, bei der bestellung, vorkasse, vorher
    d' avance, à l' avance, à la commande, à la réservation, vooraf, bij de bestelling
    bij het boeken, por adelantado, al reservar, al pedir
    """),
    "then": Cue("""
    on the spot, straight away, the same day, same day, on delivery, on collection, at the desk
    when it is handed over, at the counter, when they collect, when they pick it up
    gleich, sofort, vor ort, bei abholung, bei lieferung, an ort und stelle, am selben tag
    sur place, à la livraison, tout de suite, ter plaatse, bij levering, meteen, al momento
    a la entrega, en el acto
    """),
    "after": Cue("""
    at the end of the month, at the end of each month, end of the month, monthly bill
    within 14 days, within 30 days, within two weeks, afterwards, in arrears
    at the end of the season
    am monatsende, am ende des monats, innerhalb von 14 tagen, innerhalb von 30 tagen, hinterher
    nachträglich, monatsrechnung, in 14 tagen, binnen 14 tagen
    à la fin du mois, fin de mois, après coup, à trente jours, aan het eind van de maand, achteraf
    factuur per maand, a fin de mes, después
    """),
}
"""Moments at which something is paid."""
SUPPLIERS = Cue("""
    supplier*, landlord, wholesaler, our rent, the rent, wages, we owe, lieferant*, vermieter
    großhändler, die miete, löhne, fournisseur*, le loyer, leverancier*, de huur, proveedor*
    la renta, paid out, pays out, pay out, ausgezahlt, zahlen wir, we pay, interpreter*, driver*
    helper*, helfer*, fahrer*, staff, deposit, kaution, caution, borg, fianza
    """)
"""Those whom we pay, and money that is not the price."""

FOR_BOTH = Cue("""
    both together, both for, the two together, both at once, together, beides zusammen
    beide zusammen, beides, zusammen, les deux ensemble, les deux, ensemble, beide samen, allebei
    samen, los dos, las dos, juntos, juntas
    """)
"""Words by which a price is for two things that have a price each."""
FIRST_PERIOD = Cue("""
    in the first year, the first year, for the first year, in year one, in the first month
    the first month, im ersten jahr, das erste jahr, ersten jahr, im ersten monat, ersten monat
    het eerste seizoen, the first season, in der ersten saison, la première saison
    la première année, le premier mois, het eerste jaar, de eerste maand
    el primer año, el primer mes
    """)
"""Phrases for the time in which a price may be another one."""
FROM_SO_MANY = Cue("""
    from the second, from the third, from two, from three, for two or more, for three or more
    from * upwards, ab dem zweiten, ab der zweiten, ab dem dritten, ab der dritten, ab zwei, ab drei
    dès le deuxième, à partir de deux, à partir du deuxième, vanaf de tweede, vanaf twee
    a partir del segundo, a partir de dos
    """)
"""What says from which number on something is free, and not that all of it is."""
EACH_WEEK = Cue("""
    all week, the whole week, every week, each week, a week, per week, die ganze woche, jede woche
    in der woche, pro woche, je woche, die woche, unter der woche, toute la semaine, par semaine
    chaque semaine, de hele week, elke week, in de week, toda la semana, cada semana, a la semana
    por semana
    """)
"""Words by which something is done or paid again each week."""
