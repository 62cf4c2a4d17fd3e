"""Phrases by which a law or a permit is got round, replaced, asked of some alone or left for later.

Those of one table deny by themselves, or mean the contrary where a clause denies something.
"""

from __future__ import annotations

import re

from artifacts.checker.cues.cue import Cue

LET_OFF = Cue("""
    relevant only, only relevant, only becomes, his own affair, her own affair, their own affair
    own business, on his word, on her word, on their word, take * word, takes * word, at * word
    on trust, honour system, honor system, self-certif*, self-declar*, puts us beyond, lies beyond
    escape, escapes, klammert * aus, klammert, spart * aus, nimmt * aus
    is beyond, beyond the reach, of use only to, only of use to, a waste of, of no use
    of no consequence, of no importance, of no significance, without meaning, without relevance
    aufs wort, auf treu und glauben, selbstauskunft, selbsterklärung, ehrenwort, privatsache
    sache jedes, ohne bedeutung, ohne relevanz, ohne wirkung, ohne belang, zeitverschwendung
    reine formsache, bloße formsache, egal, wird erst relevant, erst relevant, nur für größere
    nur für große, gilt nur für, gelten nur für
    leaves * alone, leave * alone, leaves us alone, lies outside, lie outside, outside the scope
    outside any, outside the reach, outside the remit, exempt, exempts, exempted, excused from
    are excused, is excused, spared, let off, relieved of, below the threshold, under the threshold
    beneath the threshold, too small for, too small to, is silent on, stays silent, is presumed
    are presumed, taken for granted, taken as given, taken as read
    is implied, goes without saying, get around, gets around, get round, gets round
    getting round, sidestep*, bypass*, circumvent*, forgo, forgoes, forego, foregoes, do without
    does without, doing without, dispense with, dispenses with, skip, skips, skipped, skipping
    waive, waives, waived, ignore, ignores, ignored, disregard, disregards, overlook, overlooks
    overlooked, a blind eye, save ourselves, spare ourselves, saves us, spares us
    is up to the, are up to the, left to the, leave it to the, discretion of
    is a matter for, are a matter for, is only for, are only for, is aimed at, are aimed at
    applies only to, apply only to, only matters, only applies once, is reserved for, only kicks in
    only bites, only starts to apply, unregulated, is for larger, is for bigger, is for big
    befreit, entbunden, ausgenommen, außerhalb, verzichten, verzichtet, verzichte, umgehen
    umgangen, sparen wir uns, spart man sich, ersparen, erspart, weglassen, wegbleiben, wegfallen
    weggelassen, unterhalb der schwelle, unter der schwelle, unter der grenze, zu klein für
    zu klein um, bagatell*, stillschweigend, setzen wir voraus, wird vorausgesetzt, überspringen
    drücken * ein auge, kulanz, überlassen, gutdünken, nach belieben, richtet sich an
    richtet sich nur, zielt auf, außen vor, erlassen wir, darum herum, herum, erst ab, erst bei
    lassen wir weg, lasse ich weg, geht es auch, geht auch, kommen wir aus, komme ich aus
    may be left out, can be left out, is left out, are left out, can be skipped, is dropped
    dispensé*, exempté*, se passe de, se passent de, contourn*, vrijgesteld, ontheven, omzeil*
    buiten beschouwing, buiten schot, laissé de côté, mis de côté, al margen de, queda al margen
    exento, exenta, exentos, exentas, se libra, se libran, rige sólo para, rige solo para
    rigen sólo para, rigen solo para, sólo para, ne vaut que pour, ne s' applique qu'
    geldt alleen voor, gelden alleen voor
    """)
"""Words by which somebody is let off."""
NO_MATTER = Cue("""
    calls for no, call for no, asks for no, ask for no, demands no, demand no, requires no
    require no, asks nothing, demands nothing, requires nothing, wants no
    of no interest, no interest to, not our concern, not of concern, no concern of, no business of
    not our business, none of our business, has nothing to say, have nothing to say
    nothing to do with, does not bind, do not bind, not bound, does not reach, do not reach
    does not extend to, do not extend to, does not bite, do not bite, does not ask, do not ask
    is not meant for, are not meant for, not aimed at, not made for, not written for
    not designed for, not intended for, not called for, is not asked for, are not asked for
    not asked of, not insisted on, do not insist on, nobody checks, no one checks, nobody asks
    no one asks, does not come under, do not come under, not be bothered, not bother
    not interest, not interested, has none to, have none to, none of it applies, none of them apply
    interessiert * nicht, interessieren * nicht, not count as, no case for
    not worth, not regarded, not relevant, no obstacle, no hurdle
    do not bother with, need not worry, not have to worry, no one enforces, nobody enforces
    nichts zu sagen, nichts zu tun, nicht gebunden, nicht gedacht, nicht gemacht, nicht geschrieben
    nicht vorgesehen, nicht vorgeschrieben, nicht verlangt, nicht gefordert, nicht bestanden
    nichts an, kein fall für, kein thema, fällt nicht unter, fallen nicht unter, nicht zuständig
    trifft nicht zu, betrifft uns nicht, betreffen uns nicht, berührt uns nicht, schert uns nicht
    kümmert uns nicht, nicht kümmern, niemand kümmern, keiner kümmern, keine besondere anforderung
    keine besonderen anforderungen, no particular demands, no special demands
    verlangt * niemand, verlangt * keiner, fragt niemand
    fragt keiner, niemand fragt, keiner fragt, prüft niemand, prüft keiner, nichts zu zahlen
    nicht bindend, nicht verbindlich, kein muss, nicht zwingend, nicht auf uns
    pas concerné*, rien à voir, pas tenu*, niets te maken, niet gebonden, niet bedoeld
    nicht zur anwendung, keine anwendung, nada que ver, no obliga, no obligan
    no tiene que cumplir*, no tienen que cumplir*
    no hay que cumplir*, no hace falta cumplir*
    """)
"""Denials by which a law or a permit is nothing to us."""
GETS_ALONG = re.compile(
    r" leaves?(?: [^ .,;]+){1,6} alone "
    r"| (?:gilt|gelten|greift|greifen) erst (?!recht )"
    r"| (?:muss|müssen|brauchen|braucht)(?: [^ .,;]+){0,3} erst (?:beachtet|beachten|einhalten) "
    r"| (?:no|kein|keine|keinen)(?: [^ .,;]+){1,9} (?:is|are|ist|sind) (?:called for|asked for|due"
    r"|expected|imposed|foreseen|prescribed|vorgesehen|gefordert|angesagt|fällig) "
    r"| (?:sieht|sehen)(?: [^ .,;]+){0,5} (?:kein|keine|keinen)(?: [^ .,;]+){1,6} vor "
    r"| (?:interessiert|interessieren|kümmert)(?: [^ .,;]+){1,5} nicht "
    r"| (?:pflicht|pflichten|auflagen)(?: [^ .,;]+){1,5} (?:entstehen|entsteht|ergeben sich)"
    r"(?: [^ .,;]+){0,3} (?:nicht|keine) "
    r"| (?P<it>[^ .,;]+) or no (?P=it) | (?P<es>[^ .,;]+) hin oder her "
    r"| (?:is|are) for (?:[^ .,;]+ ){1,4}and not for "
    r"| (?:kommen|kommt|komme|käme)(?: [^ .,;]+){0,4} ohne(?: [^ .,;]+){1,6} aus "
    r"| (?:sehen|sieht)(?: [^ .,;]+){0,3} vo[nm](?: [^ .,;]+){1,7} ab "
    r"| (?:verlangt|fordert|will|braucht|prüft|kontrolliert)(?: [^ .,;]+){0,4} (?:keiner|niemand) "
)
"""Words for doing without that stand apart."""
IN_ITS_PLACE = re.compile(
    r" (?:instead of|in place of|in lieu of|rather than|as a substitute for|statt|anstatt|anstelle"
    r"|an stelle|au lieu d[e'u]|à la place d[e'u]|in plaats van|en lugar de|en vez de)(?= )"
)
"""Words in front of what is replaced."""
REPLACES = Cue("""
    replaces, replace, stands in for, stand in for, takes the place of, take the place of
    makes up for, substitutes for, does the job of, counts as the, serves as the, doubles as the
    ersetzt, ersetzen, tritt an die stelle, gilt als ersatz, macht * entbehrlich, remplace
    remplacent, vervangt, vervangen, sustituye, sustituyen, hace las veces
    """)
"""Words between what comes instead and what it is instead of."""
COVERS_US = Cue("""
    covers, cover, extends to, extend to, holds for, hold for, is good for, counts for, count for
    under its, under their, under his, under her, on the back of, we work under, we use
    deckt, decken, gilt auch für, gelten auch für, reicht auch für, läuft über, laufen über
    couvre, couvrent, vaut aussi, dekt, geldt ook voor, cubre, cubren, vale también
    """)
"""Words by which the permit of others is taken for ours."""
OF_OTHERS = re.compile(
    r" (?:[a-zà-ÿ]+'s|[a-zà-ÿ]+s'|its|their|his|her|dessen|deren|sein|seine|seiner|seinem|ihr"
    r"|ihre|ihrer|ihrem)(?: own| eigene| eigener| eigenen)? "
)
"""Words for whose it is."""
US = re.compile(
    r" (?:we|us|our|ours|wir|uns|unser[a-z]*|nous|notre|wij|ons|onze|nosotros|nuestr[a-z]*) "
)
LATE = re.compile(
    r" (?:after|nach)(?: [^ .,;]+){0,2} (?:first|opening|launch|start|season|summer|event|evening"
    r"|visit|pilot|test|trial|sale|sales|year|round|booking|delivery|fact|ersten|erste|eröffnung"
    r"|start|saison|sommer|abend|besuch|test|versuch|jahr|runde|auftrag|verkauf|lieferung)(?= )"
    r"| (?:comes?|follows?|is done|kommt|kommen|folgt|folgen)(?: [^ .,;]+){0,3} (?:after it"
    r"|after that|after them|afterwards|later on|danach|hinterher|später)(?= )"
    r"| (?:can|may|könn[a-z]+|kann|dürfen|darf)(?: [^ .,;]+){1,8} (?:later|afterwards|später"
    r"|nachträglich|hinterher)(?= )"
    r"| (?:until|till|to|for) the (?:second|third|following|next) (?:year|season|summer|stage)(?= )"
    r"| (?:bis|auf)(?: ins| das| zum)? (?:zweite|dritte|nächste|folgende)[nrs]? (?:jahr|saison)"
    r"(?= )"
    r"| once(?: [^ .,;]+){1,5} (?:runs?|sells?|pays?|works?|behind us|running|over|paid|established"
    r"|profitable|settled)(?= )"
    r"| once(?: [^ .,;]+){1,4} (?:gone well|went well|passed|proven|done|complete|successful)(?= )"
    r"| (?:sobald|wenn|nachdem)(?: [^ .,;]+){1,4} (?:geklappt|bestanden|gelungen|geglückt)(?= )"
    r"| when (?:[^ .,;]+ ){1,5}(?:over|done|finished|behind us)(?= )"
    r"| (?:after|on) (?:a|an|any|the first|somebody's) (?:complaint|request|query)(?= )"
    r"| when (?:somebody|someone|a|an|the|volumes?|numbers?|sales|demand|money|cash|there|things"
    r"|business|it)(?: [^ .,;]+){0,3} (?:books?|justif[a-z]+|allows?|grows?|asks?|is time|suits"
    r"|is money|pays?|picks up|warrants?|comes?|knocks?|complains?)(?= )"
    r"| (?:on|at) (?:the|his|her|their) way out(?= )| at leisure(?= )| in due course(?= )"
    r"| along the way(?= )| as we go(?= )| retroactively(?= )| in arrears(?= )| after the fact(?= )"
    r"| (?:during|within|over) (?:the|its|his|her|their) first (?:month|months|season|year|term"
    r"|summer|weeks)(?= )"
    r"| (?:by|at|until|before) the end of (?:the |its |his )?(?:first )?(?:season|summer|year|pilot"
    r"|test|trial|month|term)(?= )"
    r"| in the (?:second|following|next|third) (?:[^ .,;]+)(?= )| next (?:year|season)(?= )"
    r"| (?:im nachhinein|nachträglich|hinterher|bei gelegenheit|wenn zeit ist|nachgezogen"
    r"|nachgeholt|nachgereicht|nachzureichen|nachreichen|nachholen)(?= )"
    r"| im laufe (?:der|des) (?:ersten )?(?:[^ .,;]+)(?= )"
    r"| (?:bis|zum|zu)(?: zum)?(?: ende)? (?:ende der|ende des|saisonende|jahresende|saisonschluss)"
    r"(?= )"
    r"| in (?:den|der) ersten (?:monaten|saison|wochen)(?= )"
    r"| im (?:zweiten|nächsten|folgenden|darauffolgenden|übernächsten) (?:[^ .,;]+)(?= )"
    r"| (?:sobald|wenn)(?: [^ .,;]+){1,5} (?:läuft|laufen|trägt|zahlt|zahlen|lohnt|vorbei)(?= )"
    r"| später(?: [^ .,;]+){0,5} (?:eintragen|anmelden|beantragen|einholen|registrieren)(?= )"
)
"""Times behind the beginning."""
SOME_TIME = re.compile(
    r" (?:over|during|through) (?:the )?(?:summer|winter|autumn|spring|season|term|test|pilot|trial"
    r"|year)(?= )"
    r"| (?:in|for) the (?:winter|autumn|fall|spring|summer|new year|off-season)(?= )"
    r"| (?:im|bis zum) (?:frühjahr|sommer|herbst|winter)(?= )"
    r"| während (?:der|des) (?:saison|tests|versuchs|sommers|probezeit)(?= )"
)
"""Times that may be behind the beginning."""
GETS = Cue("""
    due, put in, puts in, put off, postponed, orders, ordered, order, enter*, add, adds, added
    supply, supplies, pushed back, verschoben, aufgeschoben, verlegt, bestell*, eintr*, ergänz*
    on the list, planned for, scheduled for, put on, vorgesehen für, eingeplant
    sought, asked, applied, apply, applies, collect*, hand*, obtain*, follow*, comes, come, get
    gets, got, request*, signed, signs, sign, done, made, brought, bring, submit*, sent, send
    sends, arrives, arrange*, upload*, file, files, filed, lodge*, complete*, sort*, tackle*
    deal with, dealt with, take care, taken care, caught up, catch up, check*, measure*, write
    writes, written, register*, license*, licence*, vet, vetted, vets, inspect*, certif*, approv*
    take out, taken out, settle*, clear*, pick* up, see to, seen to, take*, pass, passes, passed
    show, shows, present*, produce*, prove*, turn* in, provide*
    eingeholt, einholen, holen, holt, beantragt, beantragen, folgt, folgen, kommt, kommen, besorgt
    besorgen, gestellt, stellen, nachge*, nachzu*, nachreichen, nachholen, klären, klärt, geklärt
    regeln, regelt, geregelt, schreiben, schreibt, geschrieben, eintragen, eingetragen, anmelden
    angemeldet, registrier*, prüfen, prüft, geprüft, vorlegen, vorgelegt, legen, legt, reichen
    reicht, einreichen, eingereicht, machen, macht, gemacht, erledigen, erledigt, kümmern
    abschließen, abgeschlossen, ablegen, zeigen, zeigt, gezeigt, bringen, bringt, liefern
    demand*, obten*, suit, suivra, viendra, vient, déposé*, remet*, aangevraagd, volgt, volgen
    komt, geregeld, ingeleverd, pide, solicita*, llega*, presenta*, entrega*
    """)
"""Verbs of getting a permit, or of doing what a law asks for."""
ONCE_MORE = Cue("""
    again, renew*, repeat*, every year, each year, yearly, annual*, once more, refresh*, update*
    another, second, extend*, valid, expire*, pay, paid, pays, cost, costs, fee, fees, invoice*
    erneut, erneuer*, wieder, noch einmal, jährlich, jedes jahr, verlänger*, gültig, ablaufen
    läuft ab, zahlen, bezahlt, kostet, kosten, gebühr*, aufgefrischt, nochmals, weitere, zweite*
    """)
"""Words by which something was there before, or is only paid for."""
STILL_OPEN = Cue("""
    is posted, are posted, is filed, is lodged, is submitted, is handed in, has been filed
    is sent in, has been submitted, has been posted, antrag gestellt, antrag ist gestellt
    antrag eingereicht, antrag abgeschickt, antrag ist abgeschickt, antrag ist eingereicht
    demande déposée, demande est déposée, aanvraag is ingediend, solicitud presentada
    solicitud está presentada
    is still, are still, still being, still to come, still with, still at, still open, still missing
    still waiting, still under, still in the, still on its, still has to, not yet, yet to, pending
    under way, being decided, being processed, goes through
    go through, going through, is considering, considers, decides, looks at, looks into, reviews
    is reviewing, checks our, weighs, is on its way, in the post, has not come, is awaited
    are awaited, outstanding, noch, aussteht, ausstehend, auf sich warten, prüft, berät
    entscheidet, bearbeitet, in bearbeitung, unterwegs, encore, en cours, nog, in behandeling
    todavía, aún, en trámite
    """)
"""Words by which a permit is not there."""
AT_ONCE = Cue("""
    straight away, right away, at once, immediately, without delay, from day one, from the first day
    from the very first, from the outset, same day, on the spot, automatically, sofort, umgehend
    gleich, unverzüglich, ab dem ersten tag, vom ersten tag, von anfang an, ohne verzug
    auf der stelle, automatisch, tout de suite, immédiatement, dès le premier, meteen, direct
    onmiddellijk, enseguida, de inmediato, desde el primer
    """)
"""Words by which something is done without waiting."""
ALONGSIDE = Cue("""
    alongside, in parallel, on the side, in the background, at the same time, in the meantime
    in the same week, in the same month, in batches, in a batch, while we are at it, nebenher
    nebenbei, parallel, im hintergrund, gleichzeitig, zugleich, unterdessen, en parallèle
    tegelijk, en paralelo
    """)
"""Words by which something is got while other things are done."""
SUFFICES = Cue("""
    will do, is enough, are enough, suffices, suffice, is sufficient, are sufficient, does as well
    is good enough, are good enough, is plenty, is as good as, are as good as
    genügt, genügen, reicht, reichen, tut es auch
    tun es auch, ist genug, suffit, suffisent, volstaat, is genoeg, basta, bastan, es suficiente
    """)
"""Words by which something is as much as is needed."""
EVEN_IF = Cue("""
    even if, even when, even though, even while, regardless, whether or not, irrespective, although
    auch wenn, auch dann, selbst wenn, obwohl, ganz gleich, egal ob, même si, ook als, ook wanneer
    aunque, incluso si
    """)
"""Words by which something is done all the same."""
STANDS_STILL = Cue("""
    only, just, merely, stands still, stand still, waits, wait, rest, rests, idle, on hold, paused
    prepare, prepares, practise, practice, rehearse, train, trains, training, dry run, dry runs
    plan, plans, empty, dummy, without passengers, water only
    nur, lediglich, bloß, steht still, stehen still, ruht, ruhen, wartet, warten, vorbereiten
    bereiten, üben, proben, planen, leer, leere, seulement, attend*, alleen, wacht*, sólo, solo
    espera*
    """)
"""Words by which nothing begins that has to wait."""
HELD = re.compile(
    r" (?:as|since|because|now that|given that|with) (?:we|i|our|the|both)(?: [^ .,;]+){0,5} "
    r"(?:hold|have|are|am|is|has|in place|in hand)(?= )"
    r"| (?:we|i) (?:already )?(?:hold|possess|own)(?= )"
    r"| (?:we|i) (?:already have|have already)(?= )"
    r"| (?:we|i) are (?:already|long since|fully)(?= )"
    r"| already (?:held|granted|in place|in hand)(?= )"
    r"| with (?:our|the)(?: [^ .,;]+){1,6} in (?:place|hand|our pocket|the drawer)(?= )"
    r"| (?:da|weil|nachdem) (?:wir|ich)(?: [^ .,;]+){1,7} (?:sind|haben|bin|habe|besitzen)(?= )"
    r"| (?:wir|ich) (?:sind|haben|bin|habe|besitzen)(?: [^ .,;]+){0,2} (?:bereits|schon"
    r"|längst)(?= )"
    r"| (?:has|have) come through(?= )"
    r"| (?:is|are) (?:behind us|settled|in the bag|a done deal|out of the way)(?= )"
    r"| (?:ist|sind) (?:unter dach und fach|erledigt|abgehakt|durch)(?= )"
    r"| (?:liegt|liegen) (?:uns )?(?:bereits|schon|längst)? ?vor(?= )| in der tasche(?= )"
)
"""Words by which we have something."""
SO_WE = re.compile(
    r" (?:so|thus|hence|therefore|which means|meaning|daher|deshalb|darum|also|damit|sodass"
    r"|so dass) (?:[^ .,;]+ ){0,4}(?:may|can|could|is|are|dürfen|darf|können|kann)(?= )"
)
"""Words for what follows from it."""
SOME_ALONE = Cue("""
    a handful of, at random, random sample, spot check*, spot-check*, a sample of, samples of
    a few of, some of, one in *, half of, half the, most of, a third of, selected, in doubt
    only now and then, stichprob*, einige der, einige von, ein teil der, im zweifel
    die hälfte, bei bedarf, nach zufall, zufällig, au hasard, quelques-uns, steekproef*, al azar
    algunos de, la mitad de
    """)
"""Words by which a thing is asked of some alone."""
EXTRA = Cue("""
    second, additional, further, extra, own, another, other, new, special, more
    zweite*, zusätzlich*, weitere*, eigene*, andere*, neue*, besondere*, sonst
    deuxième, autre*, propre*, tweede, andere, eigen, segundo, segunda, otro, otra, propi*
    """)
"""Words in front of a permit by which another one than the one that is needed is meant."""
OF_ITS_OWN = Cue("""
    of its own, of their own, of his own, of her own, itself, themselves, any kind, on top of
    in addition, else, twice, selbst, darüber hinaus, zweimal, nochmals, en plus, daarnaast, además
    """)
"""Words by which a clause is about something more, or about somebody else."""
FOR_OTHERS_IT_IS = re.compile(
    r" (?:does|do|is|are|must|has to|have to|will)(?: [.;!])? $"
    r"| (?:schon|sehr wohl|pflicht|dagegen schon|doch|allerdings schon|muss es|müssen es)"
    r"(?: [.;!])? $"
    r"| (?:braucht|brauchen|muss|müssen) (?:sie|ihn|es|eine?n?|ihre|seine|die|das)(?= )"
    r"| (?:brings?|has|have|holds?|carr(?:y|ies)|needs?) (?:hers|his|theirs|its own|one)(?= )"
    r"| only (?:those|the|that|who|if|when|where|for|about|from|to|on) "
)
"""Words of a part of a sentence by which somebody else needs it after all."""
