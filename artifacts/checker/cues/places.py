"""Phrases about where something is offered, where it merely comes from, and what has to wait."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

COMES_FROM = Cue("""
    supplier*, import*, rival*, competitor*, office in, provider*, server*, hosted
    hosting, data cent*, law in
    unlike, compared, abroad, for years, seit jahren, gibt es, is there, there is, there are
    lieferant*, gehostet, rechenzentrum, anders als, fournisseur*, hébergé*, leverancier*
    proveedor*
    built, made, bought, ordered, welded, printed, repaired, serviced, collected, fetched, assembled
    manufactured, machined, turned in, painted, designed, developed, trained, hired from
    rented from, borrowed, studied, learnt, learned, is parked overnight
    kept overnight, spends the night
    head office, trade fair, conference, university, college, laborator*, relatives, sister, brother
    uncle, aunt, cousin, friend of, court, ministry, authority, bank in, dealer in, maker in
    used to, has shown, have shown, had, was, were, last year, last summer, last winter, so far, ago
    today, already, similar, modelled on, modeled on, as they do in, like the one, like those
    passing through, on the way to, come over, comes over, arrives through, arrive through
    gebaut, umgebaut, ausgebaut, gekauft, bestellt, gemietet, abgeholt, holen, gedreht, gefertigt
    hergestellt, produziert, genäht, gedruckt, entwickelt, repariert, gewartet, besorgt, geschweißt
    montiert, ausgebildet, gelernt, studiert, messe, früher, bisher, bislang, heute, derzeit, war
    waren, hatte, hatten, gab, wurde, wurden, gezeigt, ähnlich*, vorbild, wie in, hochschule
    universität, amt, behörde, gericht, zentrale, hersteller in, händler in, onkel, tante, schwester
    bruder, cousine, cousin, großhändler in, werkstatt in
    fabriqué*, acheté*, commandé*, imprimé*, réparé*, était, étaient, gebouwd, gekocht, besteld
    gedrukt, gerepareerd, was, waren, fabricad*, comprad*, impres*, reparad*, era, eran
    """)
"""Words of a sentence on where a thing is got or how it was, and not on where we offer ours."""
FIRST_TIMES = Cue("""
    first season, first year, first summer, first winter, first version, first release, first stage
    first phase, first step, to begin with, to start with, at first, for now, at launch, the start
    launch, initially, for the time being, until further notice, first round, opening
    erste saison, ersten saison, ersten jahr, erste jahr, ersten sommer, ersten winter
    erste fassung, ersten fassung, ersten version, erste version, zum start
    zum anfang, zum auftakt, zu beginn
    vorerst, zunächst, fürs erste, anfangs, bis auf weiteres, am anfang
    première année, première saison, au début, pour commencer, eerste jaar, eerste seizoen
    om te beginnen, primer año, primera temporada, al principio, para empezar
    """)
"""Words for the time in which we begin."""
CONFINED = Cue("""
    limited to, confined to, restricted to, is kept to, are kept to, stays in, stay in, stays within
    stay within, remains in, remain in, keeps to, keep to, is enough to begin with, does not leave
    nowhere but, no further than, beschränkt sich auf, beschränken sich auf, beschränkt auf
    beschränken wir uns auf, begrenzt auf, bleibt in, bleiben in, bleiben wir in, bleibt im
    bleiben im, limité à, limitée à, limités à, reste à, restent à, beperkt tot, blijft in
    blijven in, limitad* a, se queda en, se quedan en
    """)
"""Phrases by which something is done in one place and no other."""
ALONE = Cue("""
    only, solely, exclusively, alone, nothing but, just, nowhere else, nur
    ausschließlich, allein, lediglich
    seulement, uniquement, exclusivement, alleen, uitsluitend, sólo, solo, únicamente
    """)
"""Words that leave everything else out."""
EVERYWHERE = Cue("""
    nationwide, countrywide, statewide, worldwide, all over, anywhere in, everywhere in, throughout
    across the whole, across the entire, across the country, the whole of, the length and breadth
    all fifty states, all 50 states, every state, any state, all counties, every county, all states
    all * counties, all * states, all * provinces, in die ganze, nach ganz
    any * in the, bundesweit, landesweit, europaweit, weltweit, österreichweit, schweizweit
    deutschlandweit, in ganz, in der ganzen, im ganzen, überall in, flächendeckend
    in allen * bundesländern, in allen bundesländern, in allen kantonen, aller bundesländer
    dans toute la, dans tout le, partout en, partout dans, in heel, overal in, en toda, en todo el
    por toda, por todo el
    """)
"""Words for a whole land."""
OPEN_TO = Cue("""
    book, books, be booked, sign up, signs up, order, orders, be ordered, join, joins, can use
    is open, are open, opens to, open to, available, be had, get, gets, have our, has our
    reach, reaches, buchen, buchbar, gebucht, bestellen, bestellbar, bestellt, anmelden, mitmachen
    nutzen, genutzt, offen, verfügbar, erhältlich, zu haben, bekommen, bekommt, erreichen, erreicht
    réserver, commander, disponible, disponibles, ouvert, ouverte, boeken, bestellen, beschikbaar
    reservar, pedir, abierto, abierta
    """)
"""Words by which people can have something."""
FROM_THE_START = Cue("""
    from the start, from day one, from the first day, from the outset, from the beginning, at once
    at launch, from launch, right away, straight away, first, in the first *, with the first *
    von anfang an, vom ersten tag, ab dem ersten tag, von beginn an, vom start weg, ab dem start
    zum start, gleich, sofort, im ersten *, in der ersten *, mit der ersten *, dès le début
    dès le premier jour, vanaf het begin, vanaf de eerste dag, desde el principio
    desde el primer día
    """)
COMES_TO_IT = Cue("""
    joins, join, follows, follow, is added, are added, gets added, added when, comes on board
    come on board, comes in, comes next, come next, is next, are next, comes after, comes later
    is opened up, opens up, is taken in, is brought in, is reached, gets its turn, has its turn
    folgt, folgen, kommt dazu, kommen dazu, kommt hinzu, kommen hinzu, stößt dazu, stoßen dazu
    kommt dran, kommt erst dran, kommen dran, ist dran, sind dran, kommt an die reihe
    an der reihe, nehmen wir dazu, nehme ich dazu, nehmen wir auf, wird aufgenommen
    wird erschlossen, kommt erst, kommen erst, rejoint, rejoignent, suit, suivent, s' ajoute
    volgt, volgen, komt erbij, komen erbij, se suma, se suman, se añade, le toca
    """)
"""Phrases by which a place is added to those that we are in."""
LATER_THAN_OTHERS = Cue("""
    when, once, after, as soon as, only if, not before, not until, later, wenn, sobald, nachdem
    nach, erst, später, danach, quand, une fois, après, dès que, plus tard, als, zodra, nadat, na
    later, pas, cuando, una vez, después, más tarde
    """)
KEPT_FOR_LATER = Cue("""
    put back to, put off to
    to be considered in, considered later, looked at later, only in the third, only in the second
    erst im dritten, erst im zweiten
    left for a, left for the, left to the, kept for the, kept for a, kept back, held back, saved for
    reserved for the, reserved for a, scheduled for a, in a later, in a second, in a third
    in the next, at a later, for a later, a later year, a later season, a later stage, a later phase
    later step, later version, later release, the second summer, the second winter
    the second spring, the second autumn, the second fall, a second summer, a second stage
    the second stage, second phase, a second phase, second step, next stage, next phase
    season after next, year after next, the year after, following year, following summer
    heben wir uns, hebe ich mir, jahr darauf, jahr drauf, übernächste*, in einem späteren
    in einer späteren, zu einem späteren, auf später, zweiten schritt, zweiten sommer
    zweiten winter, zweiten frühjahr, zweiten herbst, zweite ausbaustufe, zweiten ausbaustufe
    nächsten ausbaustufe, zweiten phase, zweite phase, zweiten etappe, nächsten schritt
    folgenden jahr, folgejahr, darauffolgend*
    année suivante, été suivant, plus tard, deuxième temps, het jaar daarna, tweede fase
    año siguiente, segunda fase, más adelante
    """)
"""Phrases by which a thing has to wait for another year or step."""
EARLIEST = Cue("""
    at the earliest, only in, only from, not before, not until, as late as, frühestens, erst, ab
    nicht vor, au plus tôt, op zijn vroegst, pas in, como pronto
    """)
"""Words in front of the year in which a thing begins."""
NOT_AT_FIRST = Cue("""
    left out, skip, skipped, left aside, überspringen, überspringt
    not served, no stops
    außen vor, ausgespart, ausgeklammert
    vorläufig liegen, vorerst liegen, links liegen, bleibt draußen, bleiben draußen
    lassen wir aus, ausgelassen, noch nicht, nicht unterwegs
    nicht angefahren, nicht beliefert, nicht bedient, nicht dabei, nicht vertreten
    laissé de côté, laissée de côté, overgeslagen, blijft buiten, se deja fuera, queda fuera
    """)
"""Phrases by which a place has nothing of it."""
REST_OF = Cue("""
    rest of, remainder of, other parts of, elsewhere in, more of, further, other, another, beyond
    outside, second, additional, rest von, übrige*, restliche*, weitere*, andere*, zweite*, sonst
    außerhalb, reste de, autres, overige, andere, resto de, otros, otras
    """)
"""Words for more than what we begin with."""
AS_THINGS_ARE = Cue("""
    today, nowadays, so far, for years, used to, until now, up to now, heute, heutzutage, bisher
    bislang, seit jahren, derzeit, früher, aujourd' hui, jusqu' ici, depuis des années, tegenwoordig
    tot nu toe, al jaren, hoy, hasta ahora, desde hace años
    """)
"""Words of a sentence on what others do already."""
