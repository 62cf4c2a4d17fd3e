"""Phrases about time, the team and the test."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

READY = Cue("""
    complete, completed, vollständig, fully equipped, einsatzbereit, betriebsbereit, lieferbar
    zugelassen, staat, staan, tourne, tourner, draait, draaien, marcha, en pie, está listo
    ready, open, opens, opened, opening, doors, launch, launches, launched, live, go live
    goes live, on sale
    on the road, is out, are out, be out, goes out, go out, out by, out on, in place, stands
    stand, delivered
    running, starts, begins, leaves, leave, ships, ship, available, finished, done by
    in the buses, in use
    installed, set up, built, put up, aufgestellt, gebaut, montiert, installiert, installé*
    geplaatst, instalad*
    first sale, first sales, erster verkauf, première vente, eerste verkoop, primera venta
    fertig, bereit, steht, stehen, öffnet, öffnen, eröffnet, eröffnen, startet, starten, läuft
    laufen, in betrieb
    geht los, losgehen, losgeht, ausgeliefert, verfügbar, fahren, fährt, online
    prêt, prête, prêts, ouvre, ouvrons, ouverture, part, roule, rouler, démarre, commence
    en service, livré
    lancé
    klaar, open, opent, beleverd, start, begint, geleverd, rijdt, gaat live
    listo, lista, abre, abrimos, abren, empieza, arranca, inaugura*, entrega, funciona
    the release, released, get it done, has until, have until, hat bis, haben bis, voor het eerst
    zum ersten mal, first
    first lift, erste, ersten, erster, erstes, première
    premier, premières, eerste
    primera, primer
    """)
MUST = Cue("""
    has to, have to, must, at the latest, no later than, deadline, needs to, need to
    muss, müssen, spätestens, bis spätestens, doit, doivent, au plus tard, il faut, moet, moeten
    uiterlijk
    hay que, tiene que, tienen que, a más tardar
    """)
MISSED = Cue("""
    will miss, i will miss, too early, too soon, cannot make, won't make, not make it, not make that
    verpassen, schaffen wir nicht, zu früh, schaffe ich nicht, raterons, trop tôt, te vroeg
    demasiado pronto
    """)
AFTER_START = Cue("""
    after the start, after we start, after starting, after the beginning, from the start, in week
    week, until
    nach dem start, nach beginn, nach dem beginn, in woche, der woche, après le démarrage
    après le début, semaine
    na de start, na het begin, in week, después de empezar, en la semana
    """)
BEHIND = Cue("""
    after, within, in the, nach, innerhalb von, innerhalb, binnen, erst nach, après, au bout de
    na, dentro de
    there are, takes, it takes, bleiben, vergehen, il faut, il y a, zijn er
    """)
"""Phrases that precede the time until something is available."""
IS_THERE = Cue("""
    on sale, einsatzbereit, betriebsbereit, lieferbar
    ready, is open, opens, we open, go live, goes live, launch, launches, is running, must run
    has to run
    has to work, must work, running service, running, up and running, in place
    fertig, laufen, läuft, muss stehen, in betrieb, eröffnen, eröffnet, eröffnung, öffnet, online
    prêt, prête, ouvre, ouverture, ouvrons, ouvrir, en service, démarre, klaar, opent, opening
    draait, live
    listo, lista, abre, abrimos, apertura, en marcha, funciona
    """)
BOTH = Cue("""
    and, both, the two, und, beide, et, les deux, en, y, los dos, las dos
    """)
FEWER = Cue("""
    less than, fewer than, under, below, up to, not more than, weniger als, unter, moins de
    minder dan, menos de
    """)
EACH = Cue("""
    each, apiece, every one of us, je, jeder, jede, jedes, jeweils, chacun, chacune, elk, ieder
    cada uno, cada una
    """)
FULL_TIME = Cue("""
    full time, full-time, vollzeit, in vollzeit, hauptberuflich, à plein temps, à temps plein
    voltijds, fulltime
    tiempo completo, a tiempo completo, give up our jobs, quit our jobs
    """)
LEAVES_JOB = Cue("""
    leaves her job, leaves his job, leave their jobs, leave our jobs, leaves the job
    gives up her job, gives up his job, give up their jobs, gives up the job, gives her job up
    quits her job, quits his job, quit their jobs, quit our jobs, hands in her notice
    hands in his notice, hand in their notice, kündigt ihre *, kündigt seine *, kündigt ihren *
    kündigt seinen *, kündigen ihre *, gibt ihre stelle auf, gibt seine stelle auf
    gibt ihren beruf auf, gibt seinen beruf auf, geben ihre stellen auf, geben ihre berufe auf
    quitte son emploi, quitte son travail, quittent leur emploi, quittent leur travail
    démissionne, démissionnent, zegt haar baan op, zegt zijn baan op, zeggen hun baan op
    deja su trabajo, deja su empleo, dejan sus trabajos, dejan sus empleos, dejan el trabajo
    """)
"""Phrases by which somebody has all the week for it from now on."""
ALONE = Cue("""
    one alone, one of us alone, one of them alone, one of the * alone, by himself, by herself
    single-handed, einer allein, eine allein, einer von uns allein, eine von uns allein
    einer von ihnen allein, un seul fait, une seule fait, à lui seul, à elle seule
    één van ons alleen, in zijn eentje, in haar eentje, uno solo, una sola, él solo, ella sola
    """)
"""Phrases by which one of several does all of it."""
KIN = Cue("""
    brother, sister, wife, husband, father, mother, nephew, niece, cousin, son, daughter, uncle
    aunt, friend, neighbour, neighbor, colleague, partner, nurse, developer, coordinator
    bruder, schwester, frau, mann, vater, mutter, neffe, nichte, cousine, sohn, tochter, onkel
    tante, schwager, schwägerin, freund, freundin, nachbar, nachbarin, kollege, kollegin
    frère, sœur, femme, mari, père, mère, neveu, nièce, fils, fille, ami, amie, voisin, voisine
    associé, associée, broer, zus, vrouw, vader, moeder, zoon, dochter, vriend, vriendin, buurman
    buurvrouw, hermano, hermana, esposa, esposo, padre, madre, papá, mamá, hijo, hija, primo, prima
    amigo, amiga, socio, socia, vecino, vecina
    """)
"""Words for one person of the team."""
TIME_WE_HAVE = Cue("""
    we have, we've got, there are, there is, leaves us, gives us, we are given, we get, we take
    haben wir, wir haben
    bleiben uns, bleibt uns, gibt es, nous avons, il nous reste, on a, hebben we, we hebben
    tenemos, nos quedan
    """)
"""Phrases that precede all the time there is."""
TIME_UNTIL = Cue("""
    until, till, to, before, from, between, bis, bis zum, bis zur, vor, ab, von, jusqu' à
    jusqu' au, avant, tot, voor
    hasta, antes de
    """)
TOGETHER = Cue("""
    together, in total, in all, altogether, makes, make, between us, combined, sum, total, both
    the two of us
    zusammen, insgesamt, macht, ergibt, ergeben, beide, gemeinsam, en tout, ensemble, au total
    zu zweit, zu dritt, zu viert, zu fünft, à nous deux
    samen, in totaal, juntos, juntas, en total, entre las dos, entre los dos
    """)
LASTS = Cue("""
    take, takes, took, last, lasts, are, is, make, makes, come to, comes to, keep, keeps, need
    needs, dauern, dauert, brauchen, braucht, sind, ist, machen, macht, ergeben, ergibt, kosten
    durent, dure, prennent, prend, font, fait, duren, duurt, kosten, kost, zijn, duran, dura
    toman, son
    """)
"""Words between what happens and how long all of it takes."""
TEST_OVER = Cue("""
    closed, over, ended, ends, finished, done, complete, completed, stopped, vorbei, zu ende
    beendet, abgeschlossen, endet, terminé, terminée, fini, finie, prend fin, afgelopen, voorbij
    afgerond, terminad*, concluid*, termina
    """)
"""Words by which a test is over, behind the time that it took."""
TEST_RUNS = Cue("""
    begins, begin, starts, start, runs, run, takes place, is held, lasts, ends, is over, is done
    takes until, goes on until, beginnt, startet, läuft, findet, dauert, endet, ist vorbei
    commence, démarre, dure, finit, begint, loopt, duurt, eindigt, empieza, dura, termina
    """)
"""Verbs of when a test takes place."""
OVER_TIME = Cue("""
    for, over, during, in, within, lasts, lang, über, während, für, pendant, durant, sur, gedurende
    durante, try it for, test it for
    """)
"""Words in front of how long those who take part do so."""
TEST_LASTS = Cue("""
    lasts, lasted, runs for, run for, takes only, is cut to, is shortened to, dauert, dauern
    läuft nur, läuft über, verkürzt auf, dure, duurt, dura
    """)
"""Phrases by which a test takes so long and no longer."""
TEST_WORD = Cue("""
    versuch, probezeit, erprobung, probelauf
    test, trial, pilot, probe, testphase, essai, test., proef, prueba, review, after the test
    evaluation
    """)
PASSED = Cue("""
    good if, good when, fine if, counts if, counts when, works if, win if, it is good, is good if
    gut ist es, gut wenn, gut , wenn, ist gut , wenn, zufrieden, kaufen wir, we buy, we order
    goes on, carries on, continue, continues, keep going, goes ahead, go ahead, proof, proven
    lograd*, superad*, por buena
    passed, enough, carry on, go on, mark, succe*, deemed, is met, counts as, join, pass
    satisfied, fine, gone well, went well, has worked, worked out, geklappt, bien marché
    is extended, are extended, is rolled out, is expanded, we expand, ausgedehnt, ausgeweitet
    ausgerollt, bestanden, weiter, weitermachen, genügt, genügen, reicht, reichen, erfolg*
    gelungen, gilt, gelten
    réussi*, continue*, continuons, suffit, suffisent, succès, geslaagd, gelukt, genoeg, door
    éxito, aprobad*
    basta*
    """)
TEST = Cue("""
    good if, good when, fine if, counts if, counts when, works if, win if, gut ist es, gut wenn
    gut , wenn, ist gut , wenn
    carries on, continue, continues, goes ahead, go ahead, proven, enough, genügt, genügen, reichen
    versuch, gelungen, test, trial, pilot, passed, pass, pass mark, enough to, carry on, go on
    goes on, mark
    succe*, deemed, is met, counts as, lograd*, superad*
    join
    test, probe, bestanden, weitermachen, machen weiter, weiter, erfolg*, gelten, gilt, reicht
    geschafft
    essai, réussi*, continue*, succès, suffit, suffisent, proef, geslaagd, gelukt, doorgaan
    prueba, éxito
    seguimos
    """)
OUT_OF = frozenset(
    (
        "of",
        "of the",
        "in",
        "out of",
        "out of the",
        "of every",
        "in every",
        "out of every",
        "von je",
        "sur chaque",
        "van elke",
        "op elke",
        "de cada",
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
WHOLE_OF = frozenset(("of", "von", "sur", "van", "de", "from", "among", "unter", "parmi", "entre"))
"""Words in front of a whole that comes before its part: "of 25 graves 12"."""
PARTS = (
    "viertel",
    "drittel",
    "fünftel",
    "quart",
    "tiers",
    "kwart",
    "tercio",
    "quinto",
    "third",
    "fifth",
    "half",
)
"""Beginnings of words that make a number a part: "drei Viertel"."""
WOULD = Cue("would, würde, würden, zou, zouden, reprendraient, volverían")
"""Verbs of what people say that they will do again."""
OF_THEM = Cue("""
    of them, of these, of those, davon, von ihnen, d' entre eux, d' entre elles, ervan, daarvan
    de ellos, de ellas
    """)
"""Words behind a part whose whole was named before."""
ONE_ALONE = Cue("""
    a single, one single, just one, only one, ein einziges, ein einziger, eine einzige
    einen einzigen
    nur ein, nur eine, nur einen, un seul, une seule, slechts één, un solo, una sola
    """)
PARTS_OF = {
    (1, 2): Cue("half of, on half, in half of, die hälfte, der hälfte, la moitié, de helft"),
    (2, 3): Cue("""
    two thirds, two-thirds, zwei drittel, zweidrittel, deux tiers, twee derde, dos tercios
    """),
    (1, 3): Cue("a third, one third, ein drittel, un tiers, een derde, un tercio"),
    (1, 5): Cue("a fifth, one fifth, ein fünftel, un cinquième, een vijfde, un quinto"),
    (1, 10): Cue("a tenth, one tenth, ein zehntel, un dixième, een tiende, un décimo"),
    (3, 4): Cue("""
    three quarters, drei viertel, dreiviertel, trois quarts, driekwart, tres cuartos
    """),
    (1, 4): Cue("a quarter, one quarter, ein viertel, un quart, een kwart, un cuarto"),
}
"""Parts in words, as how much of how much."""
TEAM_OF = (
    " our team of ", " a team of ", " a crew of ", " our crew of ", " a staff of ",
    " our staff of ",
    " small team of ", " unser team von ", " ein team von ", " team aus ",
    " équipe de ",
    " team van ", " equipo de ", " we are ", " wir sind ", " nous sommes ", " wij zijn ", " somos ",
)  # fmt: skip
"""Phrases that precede the size of the team."""
SOLE = Cue("""
    a single founder, a single developer, a single person, one person does, one person runs
    only one of us
    a one-person, one-person team, one-man, one-woman, single-handed, single-handedly
    by one person alone
    eine einzige person, ein einzelner gründer, eine einzelne gründerin, ein-personen, ganz allein
    une seule personne
    één persoon, una sola persona
    """)
"""Phrases by which one person is the whole team."""
OF_US = Cue("of us, von uns, d' entre nous, van ons, de nosotros, de nosotras")
BY_NUMBER = Cue("""
    wir sind zu zweit, wir sind zu dritt, wir sind zu viert, wir sind zu fünft, sind wir zu zweit
    sind wir zu dritt
    sind wir zu viert, sind wir zu fünft, wir arbeiten zu zweit, wir arbeiten zu dritt
    wir arbeiten zu viert
    """)
COMPANY = {
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "zehnt": 10,
}  # fmt: skip
SELF = Cue("""
    developer*, engineer*, designer*, founder*, programmer*, coder*, entwickler*, gründer*
    programmierer*
    ingenieur*, développeur*, fondateur*, développeuse*, ontwikkelaar*, oprichter*, desarrollador*
    fundador*
    """)

HOW_IT_WAS = Cue("""
    it was, they were, there were, waren es, war es, es waren, c' étaient, il y avait, het waren
    waren het, fueron, eran
    """)
"""Words by which a sentence tells how it was, and plans nothing."""
BOTH_OF = Cue("""
    both, the two, the two of them, the two of us, beide, beiden, zu zweit, les deux, de twee
    los dos
    """)
"""Words that count two."""

IN_ALL = Cue("""
    in all, in total, all in all, altogether, insgesamt, alles zusammen, alles in allem, en tout
    in totaal, en total
    """)
"""Words that put everything on one bill."""

STAFF = Cue("""
    people, persons, employee*, staff, helper*, volunteer*, worker*, assistant*, intern, interns
    freelancer*, friends, colleagues, technician*, mechanic*, carpenter*, driver*, coordinator*
    cooks, bakers, cleaners, drivers, readers, nurses, pilots, butcher*, hygienists, salespeople
    salesperson, accountant, secretary, manager, managers, trainers, teachers, instructors, guides
    teacher, trainer, cook, baker, cleaner, nurse, instructor, part-timers, apprentice*
    craftspeople, hands, founders, partners
    leute, personen, mitarbeiter*, helfer*, fahrer*, angestellte*, aushilfe*, praktikant*, azubi*
    freunde, kollegen, kolleginnen, techniker*, mechaniker*, schreiner*, tischler*, piloten
    köche, bäcker, freiwillige*, ehrenamtliche*, elektroniker*, hausmeister*, buchhalter*
    verkäufer*, kräfte, fachkräfte, vollzeitkraft, teilzeitkraft, halbtagskraft
    bürokraft, lehrer*, betreuer*, pfleger*, partner, gesellen
    personnes, bénévoles, salarié*, employé*, aides, chauffeurs, mensen, medewerker*, vrijwilligers
    personas, emplead*, voluntari*, ayudantes, trabajador*, choferes
    """)
"""Those who work on something."""
WORKS = Cue("""
    work, works, build, builds, run, runs, share the work, take turns, takes turns, do, does, help
    helps, wash, press, drive, drives, fly, cook, bake, answer, answers, clean, sew, carry, carries
    are on the road, is on the road, code, codes, are on, the team, our team, serve, sell, handle
    arbeiten, arbeitet, bauen, baut, machen, macht, helfen, hilft, teilen, fahren, fährt, fliegen
    pressen, waschen, kochen, backen, putzen, nähen, betreuen, kümmern, kümmert, wechseln, mit
    programmiert, programmieren, entwickeln, team
    travaillent, travaille, construisent, font, aident, werken, werkt, bouwen, helpen, doen
    trabajan, trabaja, construyen, hacen, ayudan
    """)
"""Verbs of those who work on something."""
HIRED = Cue("""
    angestellte, angestellter, angestellten
    hire, hires, hired, employ, employs, employed, recruit*, outsource*, subcontract*, freelance*
    take on, taken on, on the payroll, agency, angestellt, festangestellt, fest angestellt
    eingestellt, stellen wir, einstellen, beschäftigt, beschäftigen, extern, externe, externer
    festangestellte*, vollzeitkraft, teilzeitkraft, halbtagskraft, in vollzeit, hauptamtlich*
    joins, joins us, comes on board, is brought in, are brought in, salaried, on a salary
    stößt dazu, stößt hinzu, verstärkt das team, kommt hinzu, rejoint, vient renforcer
    in loondienst, komt erbij, sluit aan, se suma, se incorpora, fest angestellte*
    beauftragt, freiberuflich*, agentur, embauch*, recrut*, salarié, aangenomen, ingehuurd
    contratad*, contrata*, contratamos
    """)
"""Words by which somebody is paid for work."""
OUTSIDE = Cue("""
    freelance*, agency, outsource*, subcontract*, on the payroll, somebody, someone, angestellt
    fest angestellt, festangestellt, extern, externe, externer, freiberuflich*, agentur, jemand
    embauch*, quelqu' un, iemand, alguien
    """)
MYSELF = Cue("i, me, my, myself, the founder, ich, mir, mein, meine, je, moi, mon, ik, mij, yo, mi")
"""Words for the founder, and for whose brother somebody is."""
ONE_OF_BOTH = Cue("""
    one of them both, einer der beiden, eine der beiden, eines der beiden, eins der beiden
    einer von beiden, eine von beiden, eines von beiden, l' un des deux, l' une des deux
    een van beide, een van beiden, una de ambas, uno de ambos
    """)
"""Words for one of two, of which only one is a number."""
