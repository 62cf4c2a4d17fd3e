"""Phrases that tell what a sentence is about, in the languages of the reader of facts. Each is a list of words.

A phrase stands for itself between spaces; a trailing * stands for any ending.
"""

from __future__ import annotations

import re
from decimal import Decimal

from artifacts.facts.grammar.sets import word_set


class Cue:
    """Any of some phrases, in lower-case text whose words have single spaces between and around them."""

    def __init__(self, phrases: str) -> None:
        lines = [line.strip() for line in phrases.replace("\n", ",").split(",") if line.strip()]
        ends = "|".join(re.escape(line).replace(r"\*", r"[^ ]{0,14}") for line in sorted(lines, reverse=True))
        self._pattern = re.compile(f" (?:{ends})(?= )")

    def search(self, words: str) -> re.Match[str] | None:
        return self._pattern.search(words)

    def __call__(self, words: str) -> bool:
        """Return whether one of the phrases stands in `words`."""
        return self._pattern.search(words) is not None


NEGATION = Cue(
    """
    no, not, never, neither, nor, none, nobody, nothing, without, cannot, don't, doesn't, won't, can't, isn't, aren't
    kein, keine, keinen, keiner, keinem, keines, nicht, nie, niemals, niemand, nichts, ohne, weder, entfällt, entfallen
    pas, jamais, aucun, aucune, rien, sans, ni, personne
    geen, niet, nooit, niemand, niets, zonder
    ninguna, ningún, ninguno, nunca, jamás, sin, nadie
    instead of, rather than, statt, anstatt, au lieu de, in plaats van, en lugar de
    """
)
LATER = Cue(
    """
    later, not yet, one day, next version, second version, at some point, in a later, after the test, afterwards
    später, eines tages, nächste version, noch nicht, danach
    plus tard, un jour, pas encore, later pas, más adelante, más tarde
    """
)
CONDITIONAL = Cue(
    """
    if, unless, suppose, imagine, would, could, might, whether, in case, for example, e.g, for instance
    falls, wenn, würde, würden, könnte, könnten, wäre, wären, ob, zum beispiel, z.b, etwa wenn, angenommen
    si, s', serait, pourrait, par exemple, supposons
    als, indien, zou, zouden, bijvoorbeeld
    si, sería, podría, por ejemplo
    """
)
ASSUMED = Cue(
    """
    assum*, guess*, estimat*, threshold*, hypothes*, suppos*, for example, e.g, annahme*, angenommen, vermut*, schätz*
    geschätzt*, schwelle*, hypothese*, zum beispiel, z.b, estim*, supposons, suppos*, hypothèse*, par exemple
    schatting*, aanname*, estimación, supuesto*
    """
)
EXAMPLE = Cue(
    """
    on a * of, for a * of, with a * of, bei einer * von, bei einem * von, für eine * von, sur une * de, sur un * de
    bij een * van, en una * de, at *
    """
)
APPROXIMATE = Cue(
    """
    about, around, some, roughly, almost, nearly, close to, just over, just under, more than, less than, up to
    etwa, rund, ungefähr, knapp, gut, fast, über, environ, autour de, près de, presque
    ongeveer, zo'n, bijna, ruim, unos, unas, casi, alrededor de
    """
)
FREE = Cue(
    """
    is free, are free, it free, free for, for free, free of charge, free to, pay nothing, pays nothing, paid nothing, nothing per, costs nothing, cost nothing
    for nothing, no charge, at no cost, nothing to pay
    kostenlos*, gratis, umsonst, kostenfrei*, zahlt nichts, zahlen nichts, zahlt dafür nichts, kostet nichts
    kosten nichts, nichts zahlen, ist frei, sind frei, frei für, beitragsfrei
    gratuit*, ne paie rien, ne paient rien, ne coûte rien, rien à payer, rien
    betaalt niets, betalen niets, kosteloos, niets
    no paga nada, no pagan nada, no cuesta nada, nada
    """
)
PAY = Cue(
    """
    pay, pays, paid, paying, cost, costs, charge, charges, charged, buy, buys, fee of, covers, cover, gives, give
    puts in, contribute*
    zahlt, zahlen, bezahlt, bezahlen, kostet, kosten, übernimmt, übernehmen, gibt, geben, trägt, überweist, verlangen
    paie, paient, paye, payent, coûte, coûtent, verse, versent, donne, donnent, facturé*, prend en charge
    betaalt, betalen, kost, kosten, geeft, geven
    paga, pagan, cuesta, cuestan, cobra, da, dan, pone
    """
)
NOW = Cue(
    """
    on the first day, on day one, from the first day, from the first day on, from day one, from the start
    from the beginning, from the outset, at the start, at the outset, in advance, up front, upfront, at once
    straight away, right away, already in the, already in our, already on our, already there, already paid
    is already, are already, immediately, before the start, before we start, before the work begins
    before work begins, before it begins, before it is *, before anything, in one go, in one payment, in one sum
    in full, in the bank, on our account
    vom ersten tag, am ersten tag, ab dem ersten tag, von anfang an, von beginn an, im voraus, vorab, sofort
    schon auf dem konto, bereits auf dem konto, auf dem konto, schon enthalten, bereits enthalten, schon überwiesen
    bereits überwiesen, schon da, bereits da, sind schon, ist schon, sind bereits, ist bereits, vor dem start
    vor dem beginn, vor beginn, vollständig, auf einmal, in einer summe, zu beginn, zum start
    dès le premier jour, dès le début, dès le départ, d'avance, à l'avance, en une seule fois, avant le démarrage
    avant le début, avant de commencer, déjà sur le compte, déjà versé*, sont déjà, est déjà, tout de suite
    immédiatement, en une fois, au démarrage
    vanaf de eerste dag, vanaf het begin, vooraf, meteen, ineens, al op de rekening, staat al, staan al, voor de start
    desde el primer día, desde el principio, por adelantado, de una vez, ya está*, antes de empezar, de inmediato
    en una sola vez, desde el inicio
    """
)
NOT_YET = Cue(
    """
    only when, only after, only afterwards, only from, only once, only if, only paid, only comes, but only, only on
    not before, not until, afterwards, after the, after a, second half, second only, keeps back, comes when, when the
    they pay it when, half when, once the, it lapses
    erst, erst nach, erst wenn, erst im, erst ab, nach der, nach dem, hinterher, nachträglich
    seulement après, seulement quand, pas avant, après le, après la, sur factures, à la livraison, versés seulement
    une fois, pas in, pas na, pas als, en dat laatste pas, achteraf, daarna
    sólo después, solo después, después de, cuando, manda * en, hasta que
    """
)
NOT_COUNTED = Cue(
    """
    might add, might give, might lend, may add, may give, could add, perhaps, vielleicht, eventuell, peut-être
    misschien, quizás, tal vez
    not count on, do not count, don't count, cannot count, not rely on, do not rely, not certain, not sure, talks about
    rechnen wir nicht, nicht ein, nicht eingerechnet, zählen wir nicht, rechne nicht, nicht sicher
    ne comptons pas, ne compte pas, pas compter, pas sûr, rekenen we niet, tellen we niet, no contamos, no cuento
    """
)
TOGETHER = Cue(
    """
    together, in total, in all, altogether, makes, make, between us, combined, sum, total, both, the two of us
    zusammen, insgesamt, macht, ergibt, ergeben, beide, gemeinsam, en tout, ensemble, au total, à nous deux
    samen, in totaal, juntos, juntas, en total, entre las dos, entre los dos
    """
)
FULL_TIME = Cue(
    """
    full time, full-time, vollzeit, in vollzeit, hauptberuflich, à plein temps, à temps plein, voltijds, fulltime
    tiempo completo, a tiempo completo, give up our jobs, quit our jobs
    """
)
READY = Cue(
    """
    ready, open, opens, opened, opening, doors, launch, launches, launched, live, go live, goes live, on sale
    on the road, is out, are out, be out, goes out, go out, out by, out on, in place, stands, stand, delivered
    running, starts, begins, leaves, leave, ships, ship, available, finished, done by, in the buses, in use
    installed, set up, built, put up, aufgestellt, gebaut, montiert, installiert, installé*, geplaatst, instalad*
    fertig, bereit, steht, stehen, öffnet, öffnen, eröffnet, eröffnen, startet, starten, läuft, laufen, in betrieb
    geht los, ausgeliefert, verfügbar, fahren, fährt, online
    prêt, prête, prêts, ouvre, ouvrons, ouverture, part, roule, rouler, démarre, commence, en service, livré, lancé
    klaar, open, opent, beleverd, start, begint, geleverd, rijdt, gaat live
    listo, lista, abre, abrimos, abren, empieza, arranca, inaugura*, entrega, funciona
    first, first lift, erste, ersten, erster, erstes, première, premier, premières, eerste, primera, primer
    """
)
MUST = Cue(
    """
    has to, have to, must, at the latest, no later than, deadline, needs to, need to
    muss, müssen, spätestens, bis spätestens, doit, doivent, au plus tard, il faut, moet, moeten, uiterlijk
    hay que, tiene que, tienen que, a más tardar
    """
)
MISSED = Cue(
    """
    will miss, i will miss, too early, too soon, cannot make, won't make, not make it
    verpassen, schaffen wir nicht, zu früh, schaffe ich nicht, raterons, trop tôt, te vroeg, demasiado pronto
    """
)
AFTER_START = Cue(
    """
    after the start, after we start, after starting, after the beginning, from the start, in week, week, until
    nach dem start, nach beginn, nach dem beginn, in woche, der woche, après le démarrage, après le début, semaine
    na de start, na het begin, in week, después de empezar, en la semana
    """
)
SERVE = Cue(
    """
    begin with, begins with, start with, starts with, we sell, we go to, we visit, we ship, we drive, we work
    serve, serves, offer, offers, our first, first customers, first clubs, first families, first clients, live in
    nowhere else, only in, we start in, starts in, begins in, begin in, works in, work in, deliver in, customers in
    based in, sit in, are in, drives through
    nur in, nur im, beginnen in, starten in, ersten kunden, erste kunden, wohnen in, sitzen in, anbieten, bieten
    fährt, fahren, fliegen, liefern, zuerst, arbeiten in
    wir beginnen, wir starten, wir verkaufen, wir fahren, wir liefern, commençons, nous livrons, we beginnen, empezamos
    nos premiers, premiers clients, seulement à, uniquement à, commence à, livrons à, habitent, dessert, sert
    de eerste klanten, eerste klanten, alleen in, beginnen in, zitten in, wonen in, gereden
    primeros clientes, sólo en, solo en, empezamos en, servimos, viven en, atiende
    """
)
NOT_HERE = Cue(
    """
    from, supplier*, import*, office in, rival*, competitor*, born in, studied, before, outside, beyond, later, abroad
    unlike, compared, law in, server*, hosted, hosting, data cent*
    aus, lieferant*, import*, büro in, wettbewerb*, geboren, außerhalb, später, anders als, gehostet, rechenzentrum
    fournisseur*, hors de, plus tard, comparé, hébergé*, leverancier*, buiten, later, proveedor*, fuera de
    """
)
DENIED = Cue(
    """
    does not apply, do not apply, doesn't apply, not apply, not affected, is not needed, are not needed, not required
    no longer needed, not necessary, can be ignored, does not concern, do not concern, not covered by, exempt*
    not subject to, does not matter, not bound by, not touched, does not touch, do not need, we need no
    gilt nicht, gelten nicht, gilt hier nicht, nicht berührt, nicht betroffen, nicht nötig, nicht erforderlich
    greift nicht, entfällt, entfallen, spielt keine rolle, nicht zu beachten, nicht notwendig, brauchen wir nicht
    hier nicht berührt, findet keine anwendung, keine anwendung
    ne s'applique pas, ne s' applique pas, s'applique pas, applique pas, ne nous concerne pas, pas concerné*
    pas nécessaire, n'est pas requis*, pas besoin, pas soumis*
    niet van toepassing, geldt niet, niet nodig, is niet vereist, geen rol
    no se aplica, no aplica, no se aplican, no hace falta, no es necesari*, no nos afecta, no afecta
    """
)
PENDING = Cue(
    """
    still pending, is pending, still being decided, being decided, still open, follows after, follows later
    follow later, follows, comes later, come later, later on, after the test, still outstanding, not yet granted
    still under way, is applied for later, retroactively, afterwards, in parallel
    nachgereicht, wird nachgeholt, nachgeholt, steht noch aus, noch aus, läuft noch, folgt später, folgt nach
    folgt danach, kommt später, später beantragt, noch nicht erteilt, nachträglich, holen wir nach, reichen wir nach
    en attendant, plus tard, suivra, est demandé* après, régularisé*, encore en cours, en cours
    volgt later, volgt daarna, nog in behandeling, wordt later, achteraf
    después, más tarde, aún pendiente, sigue pendiente, en trámite, llegará después
    """
)
EVIDENCE = Cue(
    """
    has already signed, have already signed, already signed with us, has committed to, have committed to
    according to a recent study, according to a study, a recent study, recent studies, studies show, study shows
    a survey of, surveys show, research shows, industry reports, market research shows, partnered with
    partnership with, as featured in, is our partner, are our partners, our partners include, testimonial*
    customers say, won the, award-winning
    hat bereits unterschrieben, haben bereits unterschrieben, hat schon unterschrieben, laut einer studie
    einer studie zufolge, studien zeigen, eine studie zeigt, umfragen zeigen, eine umfrage unter, marktforschung zeigt
    partnerschaft mit, ist unser partner, sind unsere partner, kunden sagen, zugesagt hat bereits
    a déjà signé, ont déjà signé, selon une étude, une étude récente, des études montrent, un sondage
    partenariat avec, est notre partenaire
    heeft al getekend, volgens een studie, volgens onderzoek, onderzoek toont, samenwerking met
    ya ha firmado, ya han firmado, según un estudio, un estudio reciente, estudios muestran, alianza con
    """
)
ONLINE_ONLY = Cue(
    """
    always online, needs a connection, needs a signal, requires a connection, needs the internet, must be online
    needs to be online, braucht netz, braucht internet, braucht eine verbindung, nur mit verbindung, nur mit netz
    nur online, a besoin de réseau, nécessite une connexion, heeft verbinding nodig, necesita conexión
    """
)
LOSSLESS = Cue(
    """
    lost, lose, missing, verloren, verlieren, fehlt, perdu*, perd, verloren, pierde*, wait*, kept, keeps
    """
)
TEST = Cue(
    """
    test, trial, pilot, passed, pass, pass mark, enough to, carry on, go on, goes on, mark, success*, counts as, join
    test, probe, bestanden, weitermachen, machen weiter, weiter, erfolg*, gelten, gilt, reicht, geschafft
    essai, réussi*, continue*, succès, suffit, suffisent, proef, geslaagd, gelukt, doorgaan, prueba, éxito, seguimos
    """
)
CAP = Cue(
    """
    at most, no more than, maximum, capped at, höchstens, maximal, au maximum, au plus, hoogstens, maximaal
    máximo
    """
)
FLOOR = Cue(
    """
    at least, minimum, smallest bill, no less than, mindestens, wenigstens, au moins, minimum de, ten minste
    minstens, met een minimum, al menos, mínimo
    """
)
YEARLY = Cue(
    """
    a year, per year, year, yearly, jahr, jahre, jährlich, par an, an, année, per jaar, jaar, al año, año
    """
)
SELF = Cue(
    """
    developer*, engineer*, designer*, founder*, programmer*, coder*, entwickler*, gründer*, programmierer*
    ingenieur*, développeur*, fondateur*, développeuse*, ontwikkelaar*, oprichter*, desarrollador*, fundador*
    """
)
RESULT = Cue(
    """
    are, is, make, makes, made, come to, comes to, came to, cost, costs, weigh, weighs, leaves, leave, save, saves
    add up to, adds up to, bring in, brings in, pays, pay, owes, owe, total, would be, equals, gives, bill, worth
    sind, ist, macht, machen, ergibt, ergeben, kosten, kostet, wiegen, bleiben, bleibt, fallen, zahlt, zahlen, spart
    wären, wäre, bringen, bringt, summe, ergäben
    font, fait, coûte, coûtent, reste, restent, pèse, pèsent, paie, paient, facturé*, épargne, rapporte, soit
    kost, kosten, weegt, blijft, blijven, betaalt, betalen, levert, is, zijn
    son, hacen, cuesta, cuestan, queda, quedan, pesa, paga, pagan, suman
    """
)
EXAMPLE_OF = Cue(
    """
    on a, for a, with a, on an, bei einer, bei einem, für eine, für einen, sur une, sur un, bij een, en una, en
    un, con una
    """
)
PER_PIECE = frozenset(["of", "zu", "à", "de", "van", "mit", "with", "at", "je"])
"""Words between things and what each of them holds: "20 bags of 3 kg"."""
FEE = Cue(
    """
    monthly fee, subscription, yearly fee, fee, monatsgebühr, jahresgebühr, monatsbeitrag, abo, abonnement
    grundgebühr, abonnement mensuel, cotisation, maandbedrag, suscripción, cuota, cuota mensual
    """
)
SEES = Cue(
    """
    sees, sieht, voit, ziet, ve, owes, schuldet
    """
)
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
    "year": (" a year ", " one year ", " im jahr ", " einem jahr ", " par an ", " per jaar ", " al año "),
    "visit": (" a visit ", " one visit ", " each visit "),
}
"""How one of what a limit holds for is written."""
SPENDS = Cue(
    """
    spend*, spent, uses, use, budget, includes, include, included, contains, contain*, pays, pay, plan, from the beginning, have
    enthalten, ausgeben, ausgegeben, eingerechnet, eingeplant, bezahlt, bezahlen, haben, zählen, fließen, stecken
    dépens*, compris*, inclus*, avons, besteed*, inbegrepen, hebben, gasta*, incluye*, tenemos, incluid*
    """
)
TEST_WORD = Cue(
    """
    test, trial, pilot, probe, testphase, essai, test., proef, prueba, review, after the test, evaluation
    """
)
PASSED = Cue(
    """
    passed, enough, carry on, go on, mark, success*, counts as, join, pass, satisfied, fine
    bestanden, weiter, weitermachen, genügt, genügen, reicht, reichen, erfolg*, gelungen, gilt, gelten
    réussi*, continue*, continuons, suffit, suffisent, succès, geslaagd, gelukt, genoeg, door, éxito, aprobad*, basta*
    """
)
OUT_OF = frozenset(
    (
        "of",
        "of the",
        "out of",
        "out of the",
        "von",
        "von den",
        "der",
        "sur",
        "sur les",
        "op",
        "op de",
        "van de",
        "de",
        "de las",
        "de los",
    )
)
NOT_USED = Cue(
    """
    not used, are not used, is not used, not sent, are not sent, is not sent, not needed, not offered, are not, is not
    wird nicht, werden nicht, nicht verwendet, nicht genutzt, nicht verschickt, gibt es nicht, fällt weg, entfällt
    n'est pas, ne sont pas, pas utilisé*, pas envoyé*, wordt niet, worden niet, no se usa*, no se envía*
    """
)
BEGINS = Cue(
    """
    first, treated, treat, stored, from the first day, start, starts, begin, begins, open, opens, sold, sell, already
    erste, ersten, behandelt, gespeichert, beginnen, beginnt, starten, startet, verkauft, schon, vom ersten tag, öffnen
    premier, premiers, premières, première, commence*, ouvr*, vend*, dès, déjà, stock*
    eerste, begin*, start*, verkocht, al, primer*, empiez*, abr*, vende*, ya, desde el primer día
    """
)
UNTIL = Cue(
    """
    until, till, only when, only after, before, bis, erst wenn, erst nach, bevor, jusqu'à, avant, seulement
    après, tot, pas als, hasta que, antes
    """
)
BRINGS_HOME = Cue(
    """
    to the door, to the member's door, to their door, to your door, to the front door, to the house, to their homes
    door to door, brought to the door, to the customer's door, to the * door, to the * home, home delivery
    bis zur haustür, bis an die haustür, bis vor die tür, nach hause, à domicile, jusqu'à la porte, chez le client
    aan huis, thuisbezorg*, aan de deur, a domicilio, hasta la puerta
    """
)
TECHNICAL = Cue(
    """
    characters, character, bit, bits, byte, bytes, mhz, ghz, hz, khz, ms, milliseconds, seconds, mb, gb, tb, kbit, mbit
    pixels, px, dpi, v, volt, w, watt, degrees, percent, zeichen, sekunden, pixel, grad, ziffern, digits, caractères
    secondes, chiffres, tekens, seconden, cijfers, caracteres, segundos, dígitos, within, requests
    """
)
NAMED = Cue(
    """
    port, status, version, article, section, rule, iso, aes, tls, sha, oauth, node, python, category, level, tier
    artikel, abschnitt, kategorie, stufe, regel, norm, catégorie, niveau, règle, categorie, artículo, regla, agenda
    windows, rsa, id, code, number, nummer, numéro, número, page, seite, chapter, kapitel, step, room, shelf, regal
    """
)
"""What makes the number behind it a name."""
PAYS = Cue(
    """
    pay, pays, paid, paying, buys, buy, from the, from each, bill to
    zahlt, zahlen, bezahlt, bezahlen, kauft, paie, paient, paye, payent, betaalt, betalen, paga, pagan
    """
)
RULES_OUT = Cue(
    """
    no, not, never, neither, nor, none, nothing, cannot, don't, doesn't, won't, can't
    kein, keine, keinen, keiner, keinem, keines, nicht, nie, niemals, nichts, weder
    pas, jamais, aucun, aucune, rien, ni, geen, niet, nooit, niets, ninguna, ningún, nunca, jamás, nada, no
    """
)
LIST_WORDS = word_set(
    """
    nor or ni noch oder of o ou and und et y en
    """
)
NEED = Cue(
    """
    need, needs, without, brauchen, braucht, ohne, benötigen, il faut, sans, nodig, zonder, necesit*, sin
    signal, network, enough, more, mehr, plus, meer, más
    """
)
"""What makes a denial a condition or a circumstance, and not a thing that is left out."""
PARTS = ("viertel", "drittel", "fünftel", "quart", "tiers", "kwart", "tercio", "quinto", "third", "fifth", "half")
"""Beginnings of words that make a number a part: "drei Viertel"."""
CONTRAST = Cue(
    """
    not the, not a, not on, nicht der, nicht die, nicht das, nicht den, nicht dem, pas le, pas la, pas les, niet de, niet het
    """
)
"""What begins the second half of "the bus, not the child"."""
NO_THING = Cue(
    """
    no, kein, keine, keinen, keiner, keinem, pas de, pas d', aucun, aucune, ni de, geen, ninguna, ningún, sin
    """
)
TEAM_OF = (
    " our team of ", " a team of ", " small team of ", " unser team von ", " ein team von ", " team aus ", " équipe de ",
    " team van ", " equipo de ", " we are ", " wir sind ", " nous sommes ", " wij zijn ", " somos ",
)  # fmt: skip
"""What stands in front of how many we are."""
BY_NUMBER = Cue(
    """
    wir sind zu zweit, wir sind zu dritt, wir sind zu viert, wir sind zu fünft, sind wir zu zweit, sind wir zu dritt
    sind wir zu viert, sind wir zu fünft, wir arbeiten zu zweit, wir arbeiten zu dritt, wir arbeiten zu viert
    """
)
COMPANY = {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5}
PREPOSITIONS = word_set(
    "on in at for of with from to inside outside within into onto by sur dans pour avec chez à au aux op in voor met bij en para con"
)
PARTS_OF = {
    Decimal(2) / 3: (
        "two thirds",
        "two-thirds",
        "zwei drittel",
        "zweidrittel",
        "deux tiers",
        "twee derde",
        "dos tercios",
    ),
    Decimal(1) / 3: ("a third", "one third", "ein drittel", "un tiers", "een derde", "un tercio"),
    Decimal("0.75"): ("three quarters", "drei viertel", "dreiviertel", "trois quarts", "driekwart", "tres cuartos"),
    Decimal("0.25"): ("a quarter", "one quarter", "ein viertel", "un quart", "een kwart", "un cuarto"),
}
"""Parts in words."""
