"""Phrases about money: who pays, how much, from when."""

from __future__ import annotations

from decimal import Decimal

from artifacts.checker.cues.cue import Cue

FREE = Cue("""
    gives nothing, give nothing, contributes nothing, contribute nothing, puts in nothing
    adds nothing, gibt nichts, geben nichts, trägt nichts, tragen nichts, steuert nichts
    ne donne rien, ne donnent rien, ne verse rien, geeft niets, geven niets, no da nada
    we take nothing, we charge nothing, nehmen wir nichts, nehmen wir kein
    is free, are free, it free, free for, for free, free of charge, free to, pay nothing
    pays nothing
    paid nothing, nothing per, costs nothing, cost nothing
    for nothing, no charge, at no cost, nothing to pay
    kostenlos*, gratis, umsonst, kostenfrei*, zahlt nichts, zahlen nichts, zahlt dafür nichts
    kostet nichts, kostet * nichts, kostet * * nichts, kosten * nichts, kosten * * nichts
    zahlt * nichts, zahlen * nichts, coûte * rien, ne paie * rien, kost * niets, kost * * niets
    keine kosten, ohne kosten, keinen cent
    keinen rappen, no costs, sans frais, aucun coût, geen kosten
    sin coste
    kosten nichts, nichts zahlen, ist frei, sind frei, frei für, beitragsfrei
    gratuit*, ne paie rien, ne paient rien, ne coûte rien, rien à payer, rien
    betaalt niets, betalen niets, kosteloos, niets
    no paga nada, no pagan nada, no cuesta nada, nada
    """)
PAY = Cue("""
    billed, is invoiced, are invoiced, wird berechnet, werden berechnet, wordt berekend
    pay, pays, paid, paying, cost, costs, charge, charges, charged, buy, buys, fee of, covers
    cover, gives, give
    puts in, contribute*
    zahlt, zahlen, bezahlt, bezahlen, kostet, kosten, übernimmt, übernehmen, gibt, geben, trägt
    überweist, berechnet, fällig, zu buche, entrichtet, entrichten, begleicht, begleichen
    verlangen
    paie, paient, paye, payent, coûte, coûtent, verse, versent, donne, donnent, facturé*
    prend en charge
    betaalt, betalen, kost, kosten, geeft, geven
    paga, pagan, cuesta, cuestan, cobra, nos da, nos dan, le da, le dan, les da, les dan, pone
    """)
COSTS = Cue("""
    costs, cost, is, are, comes to, kostet, kosten, liegt bei, coûte, coûtent, est à, kost, kosten
    cuesta, cuestan, sale en
    """)
"""Verbs between a thing and its price."""
PAYS = Cue("""
    pay, pays, paid, paying, buys, buy, from the, from each, bill to
    zahlt, zahlen, bezahlt, bezahlen, kauft, paie, paient, paye, payent, betaalt, betalen, paga
    pagan
    """)
OURSELVES = Cue("we, i, wir, ich, nous, on, je, wij, ik, nosotros, yo")
GETS = Cue("""
    get, gets, receive, receives, are paid, is paid, earn, earns, bekommt, bekommen, erhält
    erhalten, kriegt, kriegen
    reçoit, reçoivent, touche, touchent, krijgt, krijgen, ontvangt, recibe, reciben
    """)
WE_PAY = Cue("""
    zahlen wir, zahle ich, geben wir, gebe ich, bezahlen wir, betalen wij, betalen we, betaal ik
    i pay, we pay, i give, we give, ich zahle, wir zahlen, ich gebe, wir geben, je paie
    nous payons, on paie
    ik betaal
    wij betalen, we betalen, yo pago, pagamos
    """)
CAP = Cue("""
    never more than, never over, never above, nie mehr als, nie über, jamais plus de
    nooit meer dan, nunca más de, at most, no more than, maximum, capped at, höchstens, maximal
    au maximum, au plus, hoogstens
    maximaal
    máximo
    """)
FLOOR = Cue("""
    never under, never less than, not under, not less than, nie unter, nicht unter
    at least, minimum, smallest bill, no less than, mindestens, wenigstens, au moins, minimum de
    ten minste, never below, nie weniger als, jamais moins de, nooit minder dan, nunca menos de
    minimaal, minstens, met een minimum, al menos, mínimo, no * under, no * below
    no * for less than
    kein * unter, keine * unter, keinen * unter, aucun * à moins de, aucune * à moins de
    geen * onder, ningún * por menos de, ninguna * por menos de
    """)
YEARLY = Cue("""
    a year, per year, year, yearly, jahr, jahre, jährlich, par an, an, année, per jaar, jaar
    al año, año
    """)
FEE = Cue("""
    monthly fee, subscription, yearly fee, fee, monatsgebühr, jahresgebühr, monatsbeitrag, abo
    abonnement
    grundgebühr, abonnement mensuel, cotisation, maandbedrag, suscripción, cuota, cuota mensual
    """)
RENT = Cue("""
    rent, rental, miete, standgebühr, loyer, huur, alquiler, renta
    """)
SEES = Cue("""
    sees, sieht, voit, ziet, ve, owes, schuldet
    """)
ONE_OF = {
    "day": (
        " a day ",
        " one day ",
        " einem tag ",
        " am tag ",
        " on a day ",
        " un jour ",
        " une journée ",
        " een dag ",
        " un día ",
    ),
    "month": (
        " a month ",
        " one month ",
        " im monat ",
        " einem monat ",
        " un mois ",
        " par mois ",
        " per maand ",
        " al mes ",
    ),
    "week": (
        " a week ",
        " one week ",
        " in der woche ",
        " einer woche ",
        " par semaine ",
        " per week ",
        " a la semana ",
    ),
    "year": (
        " a year ",
        " one year ",
        " im jahr ",
        " einem jahr ",
        " par an ",
        " per jaar ",
        " al año ",
    ),
    "visit": (" a visit ", " one visit ", " each visit ", " the visit "),
}
"""How one of what a limit holds for is written."""
RESULT = Cue("""
    are, is, make, makes, made, come to, comes to, came to, cost, costs, weigh, weighs, leaves
    leave, save, saves
    add up to, adds up to, bring in, brings in, pays, pay, owes, owe, total, would be, equals
    gives, bill, worth
    sind, ist, macht, machen, ergibt, ergeben, kosten, kostet, wiegen, bleiben, bleibt, fallen
    kommt auf, kommen auf, kommt man auf, kommen wir auf, beläuft sich, belaufen sich, summiert sich
    summieren sich, beträgt, betragen
    zahlt, zahlen
    spart
    wären, wäre, bringen, bringt, summe, ergäben
    font, fait, coûte, coûtent, reste, restent, pèse, pèsent, paie, paient, facturé*, épargne
    rapporte, soit
    kost, kosten, weegt, blijft, blijven, betaalt, betalen, levert, is, zijn
    son, hacen, cuesta, cuestan, queda, quedan, pesa, paga, pagan, suman
    """)
EXAMPLE_OF = Cue("""
    from a, from an, at a, von einem, von einer, ab einem, aus einem, aus einer
    on a, for a, with a, on an, bei einer, bei einem, für eine, für einen, sur une, sur un
    bij een, en una, en
    un, con una
    """)
COMPARED = Cue("""
    difference, differ, differs, unterschied, unterscheiden, différence, verschil, diferencia
    stays with, stay with, stays, remains, remain, left over, is left, are left, bleibt, bleiben
    übrig, reste, restent
    blijft, blijven, queda, quedan
    more than, less than, more, cheaper, dearer, saves, save, ahorra, ahorran, épargne*, économise*
    bespaart, besparen, scheelt, mehr, weniger, teurer, billiger
    günstiger, spart, de plus
    de moins, moins cher, plus cher, meer, minder, goedkoper, duurder, más, menos, más barato
    más caro
    """)
CHEAPER = Cue("""
    less than, more than, cheaper than, dearer than, weniger als, mehr als, billiger als
    günstiger als, teurer als, de moins que, de plus que, moins cher que, plus cher que
    minder dan, meer dan, goedkoper dan, duurder dan, menos que, más que, más barato que
    más caro que
    """)
SHARED = Cue("""
    share, shares, shared, sharing, split, splits, each, apiece, per head, between them, divided
    a head, per person, a person, pro person, par tête, par personne, per persoon, por persona
    spread, half of
    teilen, teilt, geteilt, aufgeteilt, je, jeder, jede, jedes, pro kopf, verteilt, hälfte
    partag*, chacun, chacune, divis*, réparti*, moitié, delen, deelt, gedeeld, elk, ieder
    verdeeld, helft
    compart*, cada uno, cada una, repart*, dividid*, mitad
    """)
"""Phrases after which an amount may be somebody's part of another."""
IN_SUM = Cue("""
    together, in all, in total, altogether, all told, total, sum, makes, make, comes to, come to
    zusammen, insgesamt, macht, ergibt, ergeben, alles in allem, in summe, ensemble, en tout
    au total, soit, fait, bij elkaar, samen, in totaal, opgeteld, en total, suman, en conjunto
    """)
"""Words between parts and what they come to."""
PLUS = Cue("""
    plus, and, und, dazu, et, en, y, más, also, +, samt, with, mit, avec, met, con
    """)
TIMES = {
    "once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3), "double": Decimal(2),
    "doppelt": Decimal(2),
    "hundred": Decimal(100), "thousand": Decimal(1000), "dozen": Decimal(12),
    "hundert": Decimal(100), "tausend": Decimal(1000), "dutzend": Decimal(12),
    "tweemaal": Decimal(2), "driemaal": Decimal(3), "viermaal": Decimal(4), "doble": Decimal(2),
}  # fmt: skip
"""Words that say how many times, beside numbers and German numbers with "mal"."""
PER_PIECE = frozenset(["of", "zu", "à", "de", "van", "mit", "with", "at", "je"])
"""Words between things and what each of them holds: "20 bags of 3 kg"."""

HALF = Cue("half, halves, one half, hälfte, zur hälfte, halb, zwei hälften, moitié, helft, mitad")
"""Words that are half an amount beside money, and may be half an hour elsewhere."""
IN_EQUAL_PARTS = Cue("""
    equal parts, equal instalments, equal installments, equal payments, equal halves, instalments
    installments, tranches, gleichen raten, gleichen teilen, gleiche raten, gleiche teile, raten
    gleichen tranchen, parts égales, tranches égales, gelijke delen, gelijke termijnen
    partes iguales
    cuotas iguales, payments
    """)
EXTRAS = Cue("""
    then, over that, above that, beyond that, on top, extra, bovenop, en sus, each further
    every further, each additional, every additional, each extra, every extra, for every
    for each, thereafter, after that, each one more, every one more, each more, every more
    jede mehr, jeder mehr, jedes mehr
    darüber, danach, jede weitere, jeder weitere, jedes weitere, jeden weiteren, zusätzlich, dazu
    ensuite, par * supplémentaire, daarna, elke volgende, después, cada * adicional
    """)
"""Phrases by which a price grows with what is taken."""

PAID_ONCE = Cue("""
    one-off, one-time, a single time, paid once, pays once, pay once, once only, just once
    einmalig, einmalige, einmaligen, nur einmal, ein einziges mal, une seule fois, en une seule fois
    eenmalig, eenmalige, slechts één keer, una sola vez, un único pago
    """)
"""Phrases by which an amount is paid once, whatever it is for."""
SMALLEST = Cue("""
    shortest, smallest, least, minimum, kleinste*, kürzeste*, mindest*, moindre, plus petit*
    kleinste
    mínim*
    """)
"""Words by which a text speaks of the least that is taken."""
FLAT = Cue("""
    or not, oder nicht, ou non, of niet, o no, with or without, mit oder ohne
    however large, however big, however long, auch eine, auch ein
    no matter, whatever, regardless, whether it has, whether they have, whether or not
    however many, however much, any number of, even for
    even at, even with, ganz gleich, egal, gleichgültig, unabhängig davon, auch bei, auch für
    quel que soit, peu importe, même pour, ongeacht, ook bij, sin importar, también para
    """)
"""Phrases by which a price does not depend on something."""
ALL_YEAR = Cue("""
    all year, the whole year, whole year round, year round, twelve months, 12 months
    every month of the year, all twelve months, das ganze jahr, ganzjährig, zwölf monate, 12 monate
    alle zwölf monate, toute l' année, douze mois, het hele jaar, twaalf maanden, todo el año
    doce meses
    """)

FLOOR_BEHIND = Cue("""
    is the least, the least we, is the minimum, at the least, as a minimum, is our minimum
    sind das mindeste, ist das mindeste, ist das wenigste, als minimum, c' est le minimum
    """)
CAP_BEHIND = Cue("""
    is the most, the most anyone, at the most, is the maximum, ist das meiste, ist das höchste
    c' est le maximum
    """)

UP_TO = Cue("""
    up to, bis, bis zu, jusqu' à, tot, hasta
    """)

STEPS = Cue("""
    the first, first one, second one, further, additional, each extra, every extra, above that
    over that
    the next, each next, every next, nächste, nächsten, nächstes, suivant, suivante, suivants
    volgende, siguiente, siguientes
    from the * on, from the third, from the second, from the tenth, onwards, more than, and above
    ersten, erste, weitere, weiteren, weiterer, weiteres, vom dritten an, vom zweiten an, ab dem
    ab der
    ab, darüber, danach, le premier, à partir, au-delà, eerste, vanaf, el primero, a partir
    """)
"""Phrases by which the first pieces have another price than those behind."""

JOINED = Cue("""
    and, both, plus, with, including, included, together, also, und, beide, mit, samt, dazu, sowie
    zusammen
    inklusive, einschließlich, et, avec, compris, en, met, inclusief, y, con, incluido
    """)
"""Words that put several things on one bill."""
NO_FLAT = Cue("""
    no cheaper way, no cheaper price, kein günstigerer
    no flat price, no flat rate, no flat fee, no price for, no monthly price, no yearly price
    no discount, no reduction, reduction for the set is not, kein nachlass, keinen nachlass
    keine ermäßigung, pas de réduction, aucune réduction, geen korting, no hay descuento
    no fee for the, kein pauschalpreis, keine pauschale, keinen rabatt, kein rabatt
    pas de forfait, geen vaste prijs, no hay precio fijo
    """)
"""Phrases that deny a price for all of it, or a lower one for many."""

ALL_OF = Cue("""
    all, all the, for all, course of, set of, block of, series of, alle, für alle, kurs mit
    satz von
    tous les, alle, los
    """)
"""Words in front of the number of pieces that a price for several is for."""

AS_MANY = Cue("""
    as many as, however many, whatever it takes, no matter how many, unlimited, for the season
    a season, egal wie viele, beliebig viele, so viele, unbegrenzt, autant que, zoveel als, tantas
    """)

ON_AN_AMOUNT = Cue("on, bei, sur, op, über")
"""Words in front of an amount that something is taken of."""
OF_IT = Cue("""
    of it, of that, of this, davon, hiervon, dessen, de cela, en, ervan, daarvan, de eso, de ello
    """)
"""Words behind a share of what was named before."""
THAT_IS = Cue("""
    so, that is, that's, which is, thus, hence, i.e, makes, leaves, means, therefore, comes to, also
    das sind, das ist, macht, mithin, somit, demnach, soit, donc, c' est-à-dire, dus, dat is
    así que, es decir, o sea, son
    """)
"""Words in front of what follows by arithmetic."""
MISSING = Cue("""
    lost, missing, gone, dead, left, remain, remained, remaining, other, others, failed, broken
    did not, have not, has not, had not, never, against, nobody, none, verloren, fehlen, fehlten
    übrig, bleiben, weg, kaputt, andere, anderen, nie, niemand, dagegen, perdus, perdues, restent
    manquent, jamais, contre, kwijt, over, nooit, tegen, perdid*, faltan, quedan, nunca, en contra
    """)
"""Words for what a part leaves of a whole."""
