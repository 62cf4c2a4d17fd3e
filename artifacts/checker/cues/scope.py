"""Phrases about where something is offered, and about what is left out."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue
from artifacts.facts.grammar.sets import word_set

SERVE = Cue("""
    works for, work for, sharpens in, operates, rolls out, serving, arbeitet für, travaille pour
    goes to, go to, go out to, goes out to, is sold in, are sold in, sells in, sell in, works the
    work the, also works, is offered in, are offered in, delivers to, deliver to, delivered to
    ships to, ship to, for people in, expand*, extends to, extend to, covers, comes to, travels to
    beliefert, beliefern, versorgt, versorgen, on livre, livrons, livrés, leveren, bezorgen
    entregamos, repartimos
    angeboten, wird angeboten, verkauft wird, verkaufen in, geliefert wird, unterwegs, liefert
    geht nach, gehen nach, stehen in, steht in, ausgeweitet, dehnen
    is not served, are not served, not part of, not covered, is not included, not included
    not visited
    left out, go round, goes round, gehört nicht dazu, gehören nicht dazu
    begin with, begins with, start with, starts with, we sell, we go to, we visit, we ship
    we drive, we work
    it covers, we cover, is served, are served, bedient werden, bedienen, accueille, atendemos
    come first, comes first, we lend, we rent, we open, open in, opens in, launch in, launches in
    pilot in
    operate in, operates in, active in, roll out, öffnen in, eröffnen in, wir verleihen
    kommen zuerst
    serve, serves, offer, offers, our first, first customers, first clubs, first families
    first clients, live in
    driven through, is driven, are driven, stands in, stand in, angefangen wird, gestartet wird
    angefangen in, los geht es, geht es los, on commence, démarre à, démarre dans, arranca en
    empieza en, gestart wordt, begonnen wordt
    wir fangen, fangen wir, fangen in, we begin in, we begin at
    betreut, kommen aus, kommt aus, aufgenommen
    begins on, begins at, begins around, starts on, starts at, starts around
    begin around, start around
    nowhere else, only in, we start in, starts in, begins in, begin in, works in, work in
    deliver in
    customers in, found in, find in, accepted in, are accepted, taken on in, also in
    as well as in, angenommen
    based in, sit in, are in, drives through
    nur in, nur im, beginnen in, starten in, ersten kunden, erste kunden, wohnen in, sitzen in
    anbieten, bieten
    fährt, fahren, fliegen, liefern, zuerst, arbeiten in
    wir beginnen, wir starten, wir verkaufen, wir fahren, wir liefern, commençons, nous livrons
    we beginnen
    empezamos
    nos premiers, premiers clients, seulement à, uniquement à, commence à, livrons à, habitent
    dessert, sert, spans, span, stretches, concentrates on, concentrate on, focuses on, focus on
    is concentrated in, centres on, centers on, konzentriert sich, konzentrieren sich, umfasst
    reicht bis, se concentre, se concentrent, concentreert zich, richt zich, se concentra
    se concentran, se centra, se centran, abarca, se limita a, wird gestartet, starts with
    de eerste klanten, eerste klanten, alleen in, beginnen in, zitten in, wonen in, gereden
    primeros clientes, sólo en, solo en, empezamos en, servimos, viven en, atiende
    """)
FIRST_ONES = Cue("""
    launch territory, launch area, launch region, begins with, begins at, starts with, starts at
    erste winter, erste sommer, erste saison, erste jahr gehört, beginnt in, beginnt bei
    premier hiver, première saison, eerste winter, eerste seizoen, begint bij, begint in
    primer invierno, primera temporada, empieza en
    first *, from the start, from day one, die ersten, den ersten, von anfang an, les premiers
    les premières
    dès le début, de eerste, vanaf het begin, los primeros, las primeras, desde el principio
    """)
LEAVES_OUT = Cue("""
    we leave, i leave, leave out, we skip, we stay out of, lassen wir, lasse ich, laissons
    laten we, dejamos
    """)
SKIPS = Cue("""
    lassen wir weg, lasse ich weg, lassen wir aus, lasse ich aus, we leave out, i leave out
    we skip, i skip, we leave to others, laissons de côté, laten we weg, dejamos fuera
    """)
"""Phrases by which something is left out without a denial."""
NOT_HERE = Cue("""
    from, supplier*, import*, office in, rival*, competitor*, born in, studied, before, outside
    beyond, later
    abroad
    unlike, compared, law in, server*, hosted, hosting, data cent*
    aus, lieferant*, import*, büro in, wettbewerb*, geboren, außerhalb, später, anders als, gehostet
    rechenzentrum
    fournisseur*, hors de, plus tard, comparé, hébergé*, leverancier*, buiten, later, proveedor*
    fuera de
    """)
FIRST_VERSION = Cue("""
    first version, first release, first edition, first season, for now, for the time being
    initially, at first, in the beginning, to begin with, at launch
    erste version, ersten version, erste fassung, ersten fassung, ersten ausbaustufe, ersten saison
    vorerst, zunächst, fürs erste, anfangs, zum start
    première version, premier temps, pour l' instant, au début, au départ, première saison
    eerste versie, eerste seizoen, voorlopig, aanvankelijk, in het begin
    primera versión, por ahora, de momento, al principio, primera temporada, en un principio
    """)
"""Words by which a line speaks of what is there at first."""
UNTIL = Cue("""
    until, till, only when, only after, before, bis, erst wenn, erst nach, bevor, jusqu'à, avant
    seulement
    après, tot, pas als, hasta que, antes
    """)
EVIDENCE = Cue("""
    has already signed, have already signed, already signed with us, has committed to
    have committed to
    according to a recent study, according to a study, a recent study, recent studies
    studies show, study shows
    a survey of, surveys show, research shows, industry reports, market research shows
    partnered with
    partnership with, as featured in, is our partner, are our partners, our partners include
    testimonial*
    customers say, won the, award-winning
    hat bereits unterschrieben, haben bereits unterschrieben, hat schon unterschrieben
    laut einer studie
    einer studie zufolge, studien zeigen, eine studie zeigt, umfragen zeigen, eine umfrage unter
    marktforschung zeigt
    partnerschaft mit, ist unser partner, sind unsere partner, kunden sagen, zugesagt hat bereits
    a déjà signé, ont déjà signé, selon une étude, une étude récente, des études montrent
    un sondage
    partenariat avec, est notre partenaire
    heeft al getekend, volgens een studie, volgens onderzoek, onderzoek toont, samenwerking met
    ya ha firmado, ya han firmado, según un estudio, un estudio reciente, estudios muestran
    alianza con
    """)
BRINGS_HOME = Cue("""
    to the door, to the member's door, to their door, to your door, to the front door, to the house
    to their homes
    door to door, brought to the door, to the customer's door, to the * door, to the * home
    home delivery
    bis zur haustür, bis an die haustür, bis vor die tür, nach hause, à domicile, jusqu'à la porte
    chez le client, chez les clients
    chez leurs clients, chez vous, chez eux
    aan huis, thuisbezorg*, aan de deur, a domicilio, hasta la puerta
    """)
RULES_OUT = Cue("""
    no, not, never, neither, nor, none, nothing, cannot, don't, doesn't, won't, can't
    kein, keine, keinen, keiner, keinem, keines, nicht, nie, niemals, nichts, weder
    pas, jamais, aucun, aucune, rien, ni, geen, niet, nooit, niets, ninguna, ningún, nunca, jamás
    nada, no, tampoco
    """)
YET = Cue("""
    not even, nicht einmal, même pas, niet eens, ni siquiera, yet, so far, until now, till now
    noch, bisher, encore, jusqu'ici, nog, todavía, aún
    hasta ahora
    """)
"""What makes a denial a state of things that may change."""
ELSE = Cue("""
    otherwise, or else, sonst, ansonsten, sinon, autrement, anders, si no, de lo contrario
    """)
"""What begins the consequence of a rule, which leaves nothing out."""
NEED = Cue("""
    need, needs, without, brauchen, braucht, ohne, benötigen, il faut, sans, nodig, zonder
    necesit*, sin
    signal, network, enough, more, mehr, plus, meer, más
    """)
"""What makes a denial a condition or a circumstance, and not a thing that is left out."""
CONTRAST = Cue("""
    not the, not a, not on, nicht der, nicht die, nicht das, nicht den, nicht dem, pas le, pas la
    pas les
    niet de, niet het
    """)
"""What begins the second half of "the bus, not the child"."""
NO_THING = Cue("""
    no, kein, keine, keinen, keiner, keinem, pas de, pas d', ni les, ni le, ni la, ni, aucun
    aucune, ni de, geen, ninguna
    ningún, sin
    """)
NOT_ONE = Cue("""
    not a single, not one, not even a, not even an, not even one, nicht ein, nicht eine, nicht einen
    nicht einmal ein, nicht einmal eine, nicht einmal einen, pas un seul, pas une seule, pas même un
    pas même une, niet één, niet eens een, geen enkel, geen enkele, ni un solo, ni una sola
    ni siquiera un, ni siquiera una
    """)
"""Words by which there is none of a thing at all."""
PREPOSITIONS = word_set(
    "on in at for of with from to inside outside within into onto by through "
    "sur dans pour avec chez à au aux op in voor met bij en para con"
)

SECOND_YEAR = Cue("""
    is for later, are for later, left for later, für später, kommt später, ist später
    pour plus tard, is voor later, komt later, para más tarde, queda para después
    next season, following season, second season, nächste saison, nächsten saison, zweite saison
    zweiten saison, saison suivante, prochaine saison, deuxième saison, volgend seizoen
    tweede seizoen, temporada siguiente, próxima temporada, segunda temporada
    the second year, a second year, the third year, a third year, zweiten jahr, dritten jahr
    nächsten jahr, deuxième année, troisième année, tweede jaar, derde jaar, segundo año
    tercer año, has to wait, have to wait, must wait, muss warten, müssen warten, doit attendre
    doivent attendre, moet wachten, moeten wachten, tiene que esperar, tienen que esperar
    """)
"""Phrases by which something comes only after the first year."""

NEXT_RELEASE = Cue("""
    phase two, phase 2, phase three, phase 3, stage two, stage 2, version two, version 2, v2
    release two, release 2, second phase, second release, second stage, next release, next phase
    later release, later version, future version, future release, second step
    zweite phase, zweiten phase, zweite version, zweiten version, zweite ausbaustufe
    zweiten ausbaustufe, nächste ausbaustufe, nächsten ausbaustufe, nächsten version
    späteren version, spätere version, zweiten schritt, zweiter schritt, kommt erst, kommen erst
    deuxième phase, deuxième version, prochaine version, tweede fase, tweede versie, volgende versie
    segunda fase, segunda versión, próxima versión
    """)
"""Names of what comes after the first version."""
DONE_OTHERWISE = Cue("""
    themselves, himself, herself, itself, yourself, instead, by hand, by word of mouth, on trust
    for themselves, straight away, unseen, unchecked, anyway, go on, goes on, keep on
    selbst, selber, stattdessen, von hand, händisch, mündlich, weiterhin, ungeprüft, ungelesen
    ohnehin, weiter wie, wie bisher, eux-mêmes, lui-même, elle-même, à la main
    zelf, met de hand, in plaats daarvan, a mano, ellos mismos, en su lugar
    """)
"""Words by which a line says how something is done without what it leaves out."""

NO_LATER = Cue("""
    no later than, not later than, no earlier than, not before, nicht später als, nicht vor
    pas plus tard, niet later dan, no más tarde
    """)
"""Denials that name a time, and rule out nothing."""
