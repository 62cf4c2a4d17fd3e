"""Phrases about the money there is: when it comes, what it waits for, what is spent."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

WHOLE_BUDGET = Cue("""
    whole budget, entire budget, total budget, full budget, budget is, budget comes to
    budget of this project
    all the money we have, all the money there is, all we have is, everything we have is
    all we can spend
    we have in all, in all we have
    das ganze budget, das gesamte budget, gesamtes budget, ganzes budget, gesamtbudget
    budget beträgt, budget ist
    budget liegt bei, alles geld
    tout le budget, budget total, le budget est, hele budget, totale budget, het budget is
    presupuesto total
    todo el presupuesto, el presupuesto es
    """)
"""Phrases by which an amount is all the money there is."""
NOW = Cue("""
    in hand, in hand before, is in hand, avance, avancent, liegt bereit
    in the account, before the opening, before opening, before the first dollar
    before the first euro
    before the first pound, before the first cent, before any, is there before
    there before, vor der eröffnung, vor dem ersten euro, vor dem ersten franken
    on the first day, on day one, from the first day, from the first day on, from day one
    from the start
    from the beginning, from the outset, at the start, at the outset, in advance, up front
    upfront, at once
    straight away, right away, already in the, already in our, already on our, already there
    already paid
    is already, are already, immediately, before the start, before we start, before the work begins
    before work begins, before it begins, before it is *, before anything, in one go
    in one payment, in one sum
    in full, in the bank, on our account
    vom ersten tag, am ersten tag, ab dem ersten tag, von anfang an, von beginn an, im voraus
    vorab, sofort
    schon auf dem konto, bereits auf dem konto, auf dem konto, schon enthalten, bereits enthalten
    schon überwiesen
    bereits überwiesen, schon da, bereits da, sind schon, ist schon, sind bereits, ist bereits
    vor dem start
    vor dem beginn, vor beginn, vollständig, auf einmal, in einer summe, zu beginn, zum start
    dès le premier jour, dès le début, dès le départ, d'avance, à l'avance, en une seule fois
    avant le démarrage
    avant le début, avant de commencer, déjà sur le compte, déjà versé*, sont déjà, est déjà
    tout de suite
    immédiatement, en une fois, au démarrage
    vanaf de eerste dag, vanaf het begin, vooraf, meteen, ineens, al op de rekening, staat al
    staan al
    voor de start
    desde el primer día, desde el principio, por adelantado, de una vez, ya está*
    antes de empezar, de inmediato
    en una sola vez, desde el inicio
    """)
AHEAD = Cue("""
    comes first, come first, comes in first, arrives first, paid first, pays first, is there first
    paid out first, before the first, before a single, before any, before anything, before the start
    before the * is ordered, before the * is bought, before the * are ordered
    before the * are bought, before anything is bought, bevor * * gekauft, bevor * * bestellt
    voordat * * besteld, avant que * * soit
    before we begin, before we start, before we open, before work, before the work, up front
    upfront, in advance, at once, straight away, right away, at the start, at the outset
    at the beginning, on day one, from day one, from the start, with the order
    when the order is placed, from the first day, on the first day
    zuerst, als erstes, vor dem ersten, vor der ersten, vor den ersten, vor allem anderen
    bevor die erste, bevor der erste, bevor das erste, im voraus, vorab, sofort, zu beginn
    am anfang, zum start, vor dem start, vor beginn, mit der bestellung, bei der bestellung
    von anfang an, vom ersten tag, am ersten tag, ab dem ersten tag
    d' emblée, avant la première, avant le premier, avant les premiers, avant les premières
    avant tout, d' avance, à l' avance, au départ, au début, dès le début, dès le départ
    dès le premier jour, dès la commande
    voor de eerste, voor het eerste, voordat de eerste, voordat het eerste, als eerste, vooraf
    aan het begin, bij de start
    vanaf het begin, antes de la primera, antes del primer, antes de empezar, por adelantado
    al principio, desde el principio, desde el primer día
    """)
"""Phrases by which money comes as the first thing."""
IN_ONE_SUM = Cue("""
    in one go, in one sum, in one payment, in a single payment, in a single sum, all at once
    in full, as a lump sum, in einem betrag, in einer summe, in einer zahlung, auf einen schlag
    in a single transfer, in one transfer, entirely, auf einmal, vollständig, komplett, zur gänze
    in voller höhe, ganz und gar, in einer überweisung, mit einer überweisung, in einer tranche
    in einem rutsch
    d' un coup, en un seul versement, en un seul virement, en une seule fois, en une fois, en entier
    en totalité, intégralement, in één keer, in een keer, ineens, in één overschrijving, volledig
    de golpe, de una vez, de una sola vez, en un solo pago, en una sola transferencia, íntegramente
    """)
ARRIVES = Cue("""
    advance*, transfer*, pay, pays, paid, comes, come, came, arrive*, send, sends, sent, is there
    are there
    is in, are in, is here, available, give, gives, is on, land, lands, hand*, wire, wires
    überweis*, überwiesen, zahlt, zahlen, bezahlt, ausgezahlt, kommt, kommen, fließt, fließen
    liegt, liegen, ist da, sind da, steht, stehen, gibt, geben, schickt
    verse, versent, versé*, paie, arrive*, donne*, vire, est là, sont là
    stort, gestort, betaalt, betaald, komt, komen, staat, staan, geeft
    gira, giran, paga, pagan, llega*, transfiere*, entrega*, da, dan, deposita*
    """)
"""Words by which money gets to where it is spent."""
EVENT = Cue("""
    after, when, once, as soon as, until, till, if, nach, sobald, wenn, bis, nachdem, après
    une fois, quand, dès que, jusqu' à, na, zodra, als, tot, cuando, después, hasta, una vez
    against receipts, on delivery, gegen, contre, tegen, contra
    """)
"""Words in front of what money waits for."""
NOT_YET = Cue("""
    ausgezahlt im, is paid in, paid out in, wird im, kommt im, comes in, überreicht wird
    comes out of, closes in, comes in * parts, comes in * instalments, in two halves
    in zwei hälften
    equal parts, equal instalments, equal halves, gleichen raten, gleichen teilen, parts égales
    as i spend, as we spend, against receipts
    only when, only after, only afterwards, only from, only once, only if, only paid, only comes
    but only
    only on
    not before, not until, afterwards, after the, after a, second half, second only, keeps back
    comes when
    when the
    they pay it when, half when, once the, it lapses
    erst, erst nach, erst wenn, erst im, erst ab, nach der, nach dem, hinterher, nachträglich
    seulement après, seulement quand, pas avant, après le, après la, sur factures, à la livraison
    versés seulement
    une fois, pas in, pas na, pas als, en dat laatste pas, achteraf, daarna
    sólo después, solo después, después de, cuando, manda * en, hasta que
    """)
NOT_COUNTED = Cue("""
    in keinem plan, damit planen wir nicht, not plan on that, not planning on that
    lassen es außen vor, lassen wir außen vor, lasse ich außen vor, lasse es außen vor
    lassen das außen vor, das lassen wir außen vor, lassen es weg, leave it aside, leave that aside
    left aside
    laissons de côté, laisse de côté, buiten beschouwing, dejamos fuera, dejo fuera, no lo contamos
    have not applied, not applied for, forget it, forget about it
    believe it when, there is talk of, was a handshake, says a lot, hinted at, in aussicht gestellt
    lassen wir draussen, lassen wir draußen, don't write, do not write, nothing is signed
    might add, might give, might lend, may add, may give, could add, perhaps, vielleicht
    eventuell, peut-être
    misschien, quizás, tal vez
    not count on, do not count, don't count, cannot count, not rely on, do not rely, not certain
    not sure
    talks about, leave that one out, leave that out, leave it out, not count it, not counting on
    zähle ich nicht, zählen wir nicht mit, zähle nicht, rechne ich nicht, lasse ich weg
    compte pas, comptons pas
    reken ik niet, tel ik niet, no lo cuento
    rechnen wir nicht, nicht eingerechnet, zählen wir nicht, rechne nicht, nicht sicher
    ne comptons pas, ne compte pas, pas compter, pas sûr, rekenen we niet, tellen we niet
    no contamos, no cuento, no cuenta, podría dar, podrían dar, no se sabe, pourrait donner
    zou kunnen geven, telt niet mee, könnte geben, noch nicht sicher
    """)
DECLINED = Cue("""
    not want it, don't want it, not want that, don't want that, not take it, won't take it
    turned it down, turned that down, plan without, do without, manage without, would lend
    would add, would put in, would give
    will ich nicht, wollen wir nicht, nehme ich nicht, nehmen wir nicht, planen ohne, plane ohne
    geht es ohne, abgelehnt, ausgeschlagen, würde * dazulegen, würde * * * dazulegen
    würde * * leihen, würde * * * leihen
    n' en veux pas, n' en voulons pas, veux pas, voulons pas, faisons sans, fais sans
    wil ik niet, willen we niet, plannen zonder, doen het zonder
    veremos, ya veremos, we'll see, we shall see, mal sehen, wir werden sehen, mal schauen
    on verra, we zien wel, no me fío
    no lo quiero, no la quiero, no lo queremos, no la queremos, planificamos sin
    """)
"""Phrases by which money that somebody would give is not taken."""
BEFORE = Cue("""
    before, ahead of, prior to, vor, bevor, ehe, avant, avant que, voor, voordat, antes de
    antes del, antes de que
    """)
PART_OF = Cue("""
    of the, out of, of all, von den, der, des, van de, sur les, des, de los, de las
    """)
"""Words in front of a sum of which only a part is meant."""
LESS = Cue("""
    less, only, rest, remaining, without, kept, is left, weniger, nur, ohne, bleibt, bleiben
    moins, seulement, seul*
    reste, sans, minder, alleen, zonder, blijft, menos, sólo, solo, sin, queda
    """)
SPENT = Cue("""
    free to spend, can be spent, to be spent, frei verfügbar
    pay, pays, paid, paid out, buys, buy, spend, spent, spends, finances, covers, goes into
    go into, is used, used up
    zahlt, bezahlt, bezahlen, kauft, ausgegeben, ausgezahlt, finanziert, fließt, fließen
    verbraucht, verplant
    paie, paient, achète, dépens*, finance, couvre, betaalt, koopt, uitgegeven, besteed*, paga
    compra, gasta*
    """)
SPENDS = Cue("""
    available, booked, funds, plus, verfügbar, disponible, beschikbaar
    spend*, spent, uses, use, budget, includes, include, included, contains, contain*, pays, pay
    paid, bought, buys, gekauft, kaufen, payé*, acheté*, betaald, gekocht, pagad*, comprad*
    plan
    from the beginning, have
    enthalten, ausgeben, ausgegeben, eingerechnet, eingeplant, bezahlt, bezahlen, haben, zählen
    fließen, stecken, en la cuenta, entran en, entra en
    dépens*, compris*, inclus*, avons, besteed*, inbegrepen, hebben, gasta*, incluye*, tenemos
    incluid*
    """)
HAVE_MONEY = Cue("""
    there is, there are, we have, i have, is available, are available, can be spent, to spend
    can spend, to work with, is there, in hand, at our disposal, for the build, at hand
    haben wir, wir haben, habe ich, ich habe, stehen, steht, zur verfügung, sind da, ist da
    ausgeben, lassen sich, können wir
    on dispose, nous avons, il y a, on a, à dépenser, hebben we, we hebben, er is, beschikbaar
    tenemos, hay, disponemos, para gastar
    """)
"""Phrases by which an amount is money that we have."""

GIVES_MONEY = Cue("""
    gives, give, pays, pay, pays for, lends, lend, puts in, put in, contributes, contribute, adds
    add, provides, provide, covers, cover, brings, bring, closes, fills, finances, bears, funds
    gibt, geben, zahlt, zahlen, leiht, steuert, steuern, trägt, tragen, deckt, decken, übernimmt
    finanziert, überweist, schießt, bringt, stellt, übernehmen
    donne, donnent, verse, versent, paie, prête, apporte, couvre, finance
    geeft, betaalt, leent, legt, brengt, dekt, da, dan, pone, presta, aporta, cubre, paga
    """)
"""Verbs of those whom money comes from."""
ORIGIN = Cue("""
    from, comes from, come from, out of, aus, vom, von, kommt von, kommen von, vient de, viennent de
    de la, du, provient, van, komt van, viene de, vienen de, del
    """)
"""Words between an amount and whom it comes from."""
UNCONDITIONAL = Cue("""
    whether or not, in any case, regardless, no matter, unconditionally, without conditions
    no conditions, no strings, whatever happens, does not depend, ohne bedingung, ohne bedingungen
    bedingungslos, auf jeden fall, in jedem fall, unabhängig davon, ganz gleich, ob oder nicht
    an keine bedingung, sans condition, sans conditions, dans tous les cas, quoi qu' il arrive
    onvoorwaardelijk, in elk geval, sin condiciones, en todo caso, pase lo que pase
    """)
"""Phrases by which money waits for nothing."""
NOTHING_MORE = Cue("""
    nothing else, nothing more, no more than that, that is all, that's all, that is everything
    no other money, nothing further, sonst nichts, mehr nicht, mehr kommt nicht, mehr gibt es nicht
    weiter nichts, das ist alles, rien d' autre, rien de plus, c' est tout, verder niets
    meer niet, nada más, eso es todo
    """)
"""Phrases by which an amount is all there is."""
ALL_OF_IT = Cue("""
    all of, all the, the whole, the entire, in full, completely, entirely, the full, everything
    ganz, ganze, ganzen, gesamte, gesamten, vollständig, komplett, zur gänze, alles, alle
    en entier, entièrement, la totalité, tout le, toute la, helemaal, volledig, alle, geheel
    todo el, toda la, por completo, íntegramente
    """)
"""Words by which somebody pays all of a sum."""
KINDS_OF_FUNDS = (
    Cue("""
    loan, loans, credit, overdraft, lender, borrow*, lend, lends, lent, kredit, kredite, darlehen
    bankkredit, dispo, geliehen, leiht, leihen, prêt, crédit, emprunt*, lening, krediet, leent
    préstamo, crédito, prestad*, presta, mikrokredit, microkrediet, microkredit, schuld*, debt
    mortgage
    """),
    Cue("""
    investor, investors, investment, angel, venture capital, equity, shareholder*, beteiligung
    investoren, investorin, wagniskapital, risikokapital, investisseur*, investeerder*
    inversor*, inversionista*, partner invests, silent partner, stiller gesellschafter
    """),
    Cue("""
    crowdfunding, crowdfund*, kickstarter, backers, startnext, collecte, ulule, inzamelingsactie
    donation*, donors, donate*, spende*, gespendet, dons, donnateurs, donaties, donaciones, sponsor*
    raffle, fundraiser, fundraising, tombola
    """),
)
"""Kinds of those whom money comes from, each known by few names."""

THE_REST = Cue("""
    the rest, the remaining, the remainder, the balance, den rest, der rest, das andere, das übrige
    le reste, le solde, de rest, het andere, het restant, el resto, el saldo, lo demás
    """)
OTHER_PART = Cue("""
    the rest, the remaining, the other, den rest, der rest, die anderen, die übrigen, le reste
    les autres, de rest, de andere, de overige, el resto, los otros, los demás
    """)
"""Words for what a part leaves of a sum."""

NOT_REPAID = Cue("""
    nothing has to be paid back, has to be paid back, need not be paid back, be repaid
    never has to be paid back, paid back, pay back, pay it back, repay, repays, repaid
    zurückgezahlt, zurückzahlen, zurückzuzahlen, zurück gezahlt, rückzahlung, zurückgeben
    rembourser, remboursé*, terugbetaald, terugbetalen, devolver, devuelv*, reembols*
    """)
"""Words for giving money back."""
GIVEN = Cue("""
    as a grant, as a gift, is a grant, are a grant, as a donation, a gift, a present, for keeps
    sind ein zuschuss, ist ein zuschuss, als zuschuss, geschenkt, als geschenk, als spende
    est un don, en don, une subvention, est une subvention, als gift, een subsidie, een gift
    como subvención, un regalo, como donación, es una beca
    """)
"""Words by which money is nobody's any more."""
