"""Phrases about the terms of a price: how many it is for, its limits, what is in it."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

FROM_COUNT = Cue("""
    from, over, above, beyond, ab, ab der, von, über, mehr als, dès, à partir de, plus de
    vanaf, meer dan, boven, desde, a partir de, más de, at least, mindestens
    """)
"""Words in front of a number of pieces from which on a price holds."""
AND_MORE = Cue("""
    or more, and more, and above, and over, upwards, upward, onwards, oder mehr, und mehr, aufwärts
    ou plus, et plus, of meer, en meer, o más, y más, en adelante
    """)
BILLED = Cue("""
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
INCLUDED = Cue("""
    included, includes, thrown in, is in the price, are in the price, in the price
    part of the price, at no extra, no extra charge, comes with it, come with it, inclusive
    inklusive, inbegriffen, im preis, gehört dazu, gehören dazu, ist drin, sind drin, enthalten
    ist dabei, sind dabei, compris*, inclus*, inbegrepen, zit erin, zitten erin, inclusief
    incluid*, incluye*, en el precio
    """)
ON_TOP = Cue("""
    extra, on top, comes on top, come on top, added to the bill, charged separately
    billed separately, surcharge, additional charge, is additional, kommt dazu, kommen dazu
    kommt etwas dazu, kommt noch dazu, kommt hinzu, extra berechnet, gesondert, zuzüglich
    aufpreis, aufschlag, zusätzlich berechnet, en sus, en supplément, supplément, komt erbij
    komen erbij, toeslag, extra betalen, se cobra aparte, se paga aparte, suplemento
    """)
"""Words by which something is paid beside the price."""
