"""Phrases about the ways in which people reach something, and about laws and permits."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue
from artifacts.facts.grammar.sets import word_set

NOT_USED = Cue("""
    werden keine, wird keine, wird keines, none are sent
    not accepted, are not accepted, is not accepted, nicht angenommen
    not used, are not used, is not used, not sent, are not sent, is not sent, not needed
    not offered, are not
    is not
    wird nicht, werden nicht, nicht verwendet, nicht genutzt, nicht verschickt, gibt es nicht
    fällt weg, entfällt
    n'est pas, ne sont pas, pas utilisé*, pas envoyé*, wordt niet, worden niet, no se usa*
    no se envía*
    """)
DENIED = Cue("""
    does not come into it, do not come into it, does not come in, does not come into play
    plays no part, play no part, has no bearing, no bearing on, is no matter, is none of
    kommt nicht ins spiel, ist kein thema, spielt hier keine, n' entre pas en jeu
    no entra en juego, speelt geen rol
    does not cover, do not cover, is irrelevant, are irrelevant, is not relevant, no concern
    does not hold, do not hold, deckt das nicht, erfasst nicht, nicht anzuwenden, nicht relevant
    ist irrelevant, ne couvre pas, is niet relevant, no cubre, no es aplicable
    does not fall under, do not fall under, falls outside, fall outside, falls under none
    does not apply, do not apply, doesn't apply, not apply, not affected, is not needed
    are not needed
    not required
    no longer needed, not necessary, can be ignored, does not concern, do not concern
    not covered by, exempt, exempts, exempted, exempté*, exento*, exenta*
    not subject to, does not matter, not bound by, not touched, does not touch, do not need
    we need no
    gilt nicht, gelten nicht, gilt hier nicht, nicht berührt, nicht betroffen, nicht nötig
    nicht erforderlich
    greift nicht, entfällt, entfallen, spielt keine rolle, nicht zu beachten, nicht notwendig
    brauchen wir nicht
    hier nicht berührt, findet keine anwendung, keine anwendung
    no se aplica, no aplica, no rige, niet van toepassing, geldt niet
    ne s'applique pas, ne s' applique pas, s'applique pas, applique pas, ne nous concerne pas
    pas concerné*
    pas nécessaire, n'est pas requis*, pas besoin, pas soumis*
    niet van toepassing, geldt niet, niet nodig, is niet vereist, geen rol
    no se aplica, no aplica, no se aplican, no hace falta, no es necesari*, no nos afecta, no afecta
    """)
PENDING = Cue("""
    in the following week, the week after, in the second month, in the following month
    is left until
    left until, in der woche darauf, im folgenden monat, im herbst, im zweiten monat
    still pending, is pending, still being decided, being decided, still open, follows after
    follows later
    follow later, follows, comes later, come later, later on, after the test, still outstanding
    not yet granted
    still running, is running, still in process, being processed, under review, not back yet
    not there yet
    in bearbeitung, noch nicht da, noch in arbeit
    still under way, is applied for later, retroactively, afterwards, in parallel
    nachgereicht, wird nachgeholt, nachgeholt, steht noch aus, noch aus, läuft noch, folgt später
    folgt nach
    folgt danach, kommt später, später beantragt, noch nicht erteilt, nachträglich, holen wir nach
    reichen wir nach
    en attendant, plus tard, suivra, est demandé* après, régularisé*, encore en cours, en cours
    volgt later, volgt daarna, nog in behandeling, wordt later, achteraf
    después, más tarde, aún pendiente, sigue pendiente, en trámite, llegará después
    """)
APPLIED_FOR = Cue("""
    is still deciding, are still deciding, still decides, is still considering
    still in the post, is in the post, noch in der post, noch berät, noch entscheidet, noch prüft
    noch nicht entschieden, noch abwartet, délibère encore, n' a pas encore répondu
    nog beslist, nog overlegt, todavía decide, aún decide
    still on the way, still on their way, are on the way, is on the way, noch unterwegs
    is on its way, are on their way, is still looking at, are still looking at
    encore en route, nog onderweg, aún en camino
    not yet there, not there yet, still on its way, still with the, has not come, yet to come
    noch bei, noch beim, noch nicht da, noch geprüft, noch aussteht, noch läuft, noch liegt
    mientras sale
    mientras llega, mientras se tramita, pas encore arrivé*, en attendant, nog niet binnen
    still being applied for, being applied for, is still applied for, still to be granted
    has yet to be granted, still being decided, still pending, is pending, noch beantragt
    noch läuft, noch nicht erteilt, noch in bearbeitung, encore en cours, est en cours
    nog in behandeling, nog loopt, todavía en trámite, está en trámite
    """)
NEEDED = Cue("""
    needed, required, necessary, asked for, compulsory, nötig, notwendig, erforderlich, verlangt
    gebraucht
    nécessaire, requis, exigé, nodig, vereist, necesari*, exigid*, necesita, hace falta
    """)
BEFORE_IT = Cue(
    "before, bevor, ehe, avant que, avant l', avant le, avant la, voordat, antes de que, antes del,"
    " antes de"
)
BEGINS = Cue("""
    fangen, fängt, legen los, legt los
    take place, takes place, finden statt, findet statt, finden, se venden, se vende, ont lieu
    vinden plaats, go on sale, goes on sale, go out, goes out
    handed out, are sold, is sold, werden gezogen, ausgegeben
    first, treated, treat, stored, from the first day, start, starts, begin, begins, open, opens
    sold, sell
    already
    erste, ersten, behandelt, gespeichert, beginnen, beginnt, starten, startet, verkauft, schon
    vom ersten tag
    öffnen
    premier, premiers, premières, première, commence*, ouvr*, vend*, dès, déjà, stock*
    eerste, begin*, start*, verkocht, al, primer*, empiez*, abr*, vende*, ya, desde el primer día
    """)
BY_A_SEASON = Cue("""
    by autumn, by the autumn, by summer, by the summer, by spring, by the end of the year
    by christmas, by easter, bis weihnachten, bis ostern, d' ici noël, tegen kerstmis
    bis zum herbst, bis zum sommer, bis zum frühjahr, bis zum winter, bis zum jahresende, bis herbst
    d' ici l' automne, d' ici l' été, avant l' hiver, tegen de herfst, voor de winter
    antes del invierno
    """)
"""Times by which something is handed in later."""
POSTPONED = Cue("""
    in the autumn, in autumn, in the summer, in summer, in the spring, in spring, in the winter
    in winter, im herbst, im sommer, im frühjahr, im winter, à l' automne, en automne, en été
    in de herfst, in de zomer, en otoño, en verano
    later, afterwards, in the second year, in the next year, next year, once the * runs
    once the * run
    once the * is running, once we are running, once it runs, once business runs, catch up on
    hand in later
    after the first *, after opening, after the opening, after the launch, after the start
    später, danach, hinterher, nachgereicht, nachgeholt, im zweiten jahr, im nächsten jahr
    nächstes jahr
    sobald der betrieb läuft, sobald das geschäft läuft, wenn der betrieb läuft, wenn es läuft
    nach dem start
    nach der eröffnung
    plus tard, par la suite, ensuite, la deuxième année, l'an prochain, l'année prochaine
    une fois que
    une fois l' *, une fois le *, une fois la *, après l'ouverture, après l' ouverture
    après le lancement
    later, achteraf, daarna, in het tweede jaar, volgend jaar, zodra het loopt, na de opening
    na de start
    más tarde, después, en el segundo año, el año que viene, una vez que, tras la apertura
    """)
"""Phrases that put something behind the beginning, where a permit should stand in front of it."""
SOON = Cue("""
    at once, straight away, right away, immediately, as soon as, straight from, without waiting
    from day one
    from the first day, from the start, already
    sofort, gleich, umgehend, sobald, ohne zu warten, von anfang an, vom ersten tag
    ab dem ersten tag, schon
    bereits
    dès, dès que, tout de suite, immédiatement, sans attendre, déjà, meteen, direct, zodra
    onmiddellijk, vanaf
    en cuanto, de inmediato, enseguida, desde el
    """)
WITHIN = Cue("""
    within, in the course of, innerhalb von, innerhalb, binnen, dans les, endéans les
    en el plazo de
    """)
RENEWAL = Cue("""
    renew*, valid, expire*, extend*, erneuer*, gültig*, verläng*, renouvel*, valable*, prolong*
    verleng*, geldig
    renov*, válid*
    """)
PERMITS = word_set("""
    anerkennung anerkannt abgenommen bewilligt zugelassen zertifiziert lizenz lizenzen freigabe
    gutachten recognition recognised recognized certification
    agréée agréés homologation registro aviso permisos
    permit permits permission licence licences license licenses certificate certificates consent
    approval approvals
    inspection inspections check checks registered licensed approved certified inspected approve
    approves register
    eintragung nachweis nachweise accredited qualification qualified akkreditierung akkreditiert
    akkreditiertes schulung
    geschult sachkunde accrédité accréditation acreditación acreditado opleiding geschoold
    label clearance registration authorisation authorization accreditation
    genehmigt registriert zertifiziert registrierung anmeldung
    zeugnis zeugnisse genehmigung genehmigungen erlaubnis zulassung einwilligung einwilligungen
    bewilligung
    zertifikat berechtigung abnahme konzession bescheinigung zustimmung
    vetting vetted insurance insured vorführrecht vorführrechte versicherung versichert eintrag
    eingetragen autorisé agréé enregistré enregistrement
    autorisation agrément permis licence attestation certificat consentement accord habilitation
    vergunning toestemming verklaring keurmerk erkenning vog
    permiso licencia autorización certificado consentimiento habilitación patente
    exemption exemptions waiver ausnahme vrijstelling dérogation exención
    """)
"""What somebody has to have before they may begin; German and Dutch compounds end in them."""
REQUIRED = Cue("""
    before, without, not allowed, must not, must, need, needs, only after, only when, only with
    only where, only if, only once, nur wenn, nur wo, nur nach, seulement si, alleen als, alleen met
    has to, have to
    ohne, erst, muss, müssen, darf, dürfen, brauchen, braucht, bevor, vor, nur mit, vorliegen
    sans, avant, seulement après, faut, doit, doivent, après, zonder, pas na, moet, moeten, nodig
    voordat, anders
    sin, antes, sólo después, solo después, hay que, tiene que, necesit*, hace falta, toca
    """)
ONLINE_ONLY = Cue("""
    permanent connection, constant connection, continuous connection, live connection
    standing connection, stehende verbindung, ständige verbindung, dauernde verbindung
    dauerhafte verbindung, connexion permanente, connexion continue, vaste verbinding
    permanente verbinding, conexión permanente, conexión continua
    until it has a signal, until there is a signal, until it has a connection, only with a signal
    only where the phone has a signal, only where there is a signal, stays blank, bleibt leer
    needs a network, only with a network, only with a connection, erst mit netz, erst bei netz
    only opens with, keine verbindung keine
    needs mobile data, need mobile data, needs a data connection, braucht mobile daten
    always online, needs a connection, needs a signal, requires a connection, needs the internet
    must be online
    needs to be online, braucht netz, braucht internet, braucht eine verbindung
    nur mit verbindung, nur mit netz
    nur online, a besoin de réseau, nécessite une connexion, heeft verbinding nodig
    necesita conexión
    """)
STREAMED = Cue("""
    from the server at every, from the server each time, from the server every time
    jedes mal vom server, bei jedem * vom server, vom server nachgeladen, à chaque fois du serveur
    telkens van de server, cada vez del servidor
    streamed from, is streamed, are streamed, streams, loaded from the server as, gestreamt, streamt
    be streamed, only streamed, nur gestreamt, en streaming, diffusé en direct, gestreamd
    en directo desde
    """)
APP = Cue("""
    android app, iphone app, ios app, native app, mobile app, smartphone app, phone app, app store
    play store
    android-app, iphone-app, smartphone-app, handy-app, native app, appli mobile, application mobile
    application android, mobiele app, aplicación móvil, app móvil
    """)
IN_AN_APP = Cue("""
    in our app, in the app, in an app, through our app, through the app, through an app, via our app
    via the app, via an app, with our app, with an app, our app, an app, the app, app that, app only
    in unserer app, in der app, in einer app, über die app, über eine app, per app, eine app
    unsere app, die app, in die app, notre appli, l' appli, une appli, dans l' appli, onze app
    de app, een app, via de app, nuestra app, la app, una app, en la app
    """)
"""Phrases by which something is reached in an app, where nobody spoke of one."""
AT_A_COMPUTER = Cue("""
    desktop program, desktop programme, desktop software, desktop application, windows program
    windows software, installed on, installed at, program that is installed, software that is
    installed, desktop-programm, desktop-software, windows-programm, windows-software
    programm installiert, software installiert, programm für den pc, logiciel installé
    logiciel à installer, geïnstalleerd programma, programa instalado
    """)
"""Phrases by which a program has to be installed."""
BY_HAND = Cue("""
    wartet man damit, wartet man , bis man, man wartet damit, wait with it until, waits with it
    noch einmal geprüft, noch einmal gemessen, noch einmal erfasst, noch einmal aufgenommen
    noch einmal eingetragen, noch einmal gescannt, checked again, measured again, scanned again
    recorded again, vérifié à nouveau, opnieuw gemeten, opnieuw gescand
    on paper, on a slip, by hand, from memory, entered again, enters it again, entered later
    typed in later, typed in again, start again, starts again, start over, has to be repeated
    copied later, types them in, auf papier, auf einem zettel, von hand, aus dem gedächtnis
    noch einmal eingegeben, neu eingegeben, nachgetragen, abgetippt, von vorn, sur papier, à la main
    ressaisi*, op papier, met de hand, opnieuw ingevoerd, en papel, a mano, de nuevo
    """)
"""What people do where a product does not work."""
SIGNAL_DROPS = Cue("""
    wifi fails, wifi is gone, wifi is down, wifi drops, no wifi, internet fails, internet is down
    internet is gone, signal is gone, network is gone, netz fehlt, netz weg, das netz weg
    wlan ausfällt, wlan weg, internet ausfällt, verbindung weg, reißt die verbindung, reißt sie ab
    reißt der empfang, bricht sie ab, verbindung abreißt, réseau tombe, wifi tombe, wifi coupe
    wifi uitvalt, netwerk uitvalt, wifi wegvalt, cae la red, falla la red, falla el wifi
    signal drops, signal is lost, signal fails, connection drops, connection is lost
    connection fails, network fails, network is down, network drops, loses the signal
    loses its signal, verbindung abbricht, netz ausfällt, netz weg, bricht die verbindung
    empfang abreißt, connexion coupe, réseau coupe, verbinding wegvalt, señal se corta, se va la red
    """)
NOT_AT_ALL = Cue("""
    is not, are not, cannot be, can not be, is never, are never, nicht dabei, nicht gebraucht
    nicht benutzt, nicht verwendet, nicht genutzt, nicht verschickt, nicht möglich, nicht nötig
    n' est pas, ne sont pas, wordt niet, worden niet, no se usa, no se usan
    """)
"""Denials of what a clause begins with."""
THERE_IS_NO = Cue("""
    there is no, there are no, there's no, we have no, has no, es gibt kein, es gibt keine
    es gibt keinen, gibt es kein, gibt es keine, gibt es keinen, il n' y a pas de, er is geen
    er zijn geen, no hay
    """)
LOSSLESS = Cue("""
    lost, lose, missing, verloren, verlieren, fehlt, perdu*, perd, verloren, pierde*, wait*, kept
    keeps, stored, storage, saved, gespeichert, speicher, abgelegt, enregistré*, stocké*, opgeslagen
    bewaard, guardad*
    """)
OBTAINED = Cue("""
    sought, asked, applied, apply, collect*, hand*, obtain*, follow*, comes, come, get, gets, got
    request*, signed
    done, made, brought, bring, submit*, sent in, arrives, arranged, nach, nachgereicht, eingeholt
    holen
    beantragt, beantragen, folgt, folgen, kommt, kommen, besorgt, gestellt, demand*, obten*, suit
    suivra, viendra
    vient, arrive*, déposé*
    aangevraagd, volgt, volgen, komt, gevraagd, geregeld, pide, solicita*, llega*
    """)
CAN_WAIT = Cue("""
    once the season is over, after the season, at the end of the season, after the first season
    after the first year, after the test, after the pilot, after the trial, after the launch
    nach der saison, nach der ersten saison, nach dem ersten jahr, nach dem test, nach dem versuch
    après la saison, après la première saison, après l' essai, na het seizoen, na de proef
    después de la temporada, tras la temporada, después de la prueba
    in the second year, next year, im zweiten jahr, im nächsten jahr, nächstes jahr
    la deuxième année, l' an prochain, volgend jaar, el año que viene
    can wait, may wait, is put off, are put off, is postponed, are postponed, is left for later
    is for later, comes later, come later, follows later, follow later, is done later, is caught up
    kann warten, können warten, hat zeit, haben zeit, wird verschoben, werden verschoben
    verschieben wir, reichen wir nach, holen wir nach, wird später, werden später
    peut attendre, peuvent attendre, kan wachten, kunnen wachten, puede esperar, pueden esperar
    """)
"""Phrases by which something has time."""
GRANTED = Cue("""
    already granted, already approved, already registered, already licensed, already certified
    already obtained, already in place, already in hand, already passed, has been granted
    have been granted, was granted, has been approved
    is granted already, already been granted, already issued
    bereits erteilt, schon erteilt, wurde erteilt, ist erteilt, liegt bereits vor, liegt schon vor
    liegen bereits vor, liegen schon vor, bereits registriert
    schon registriert, bereits genehmigt, schon genehmigt, bereits vorhanden
    déjà obtenu*, déjà accordé*, déjà délivré*, al verleend, al binnen, al verkregen
    ya concedid*, ya otorgad*, ya tenemos, ya obtenid*
    """)
"""Phrases by which a permit is there."""
ONLY_FOR = Cue("""
    only for, only needed, only required, only asked, only applies to, only concerns, only covers
    only necessary, only if, only when, only where, only from those
    nur für, nur nötig, nur bei, nur von, nur wenn, seulement pour, uniquement pour, alleen voor
    alleen nodig, sólo para, solo para
    """)
"""Words by which something holds for some."""
EVERYBODY = Cue("""
    every, each, all, everybody, everyone, nobody, no one, anybody, jede, jeder, jedes, alle
    niemand, keiner, chaque, tous, toutes, personne, elke, iedere, iedereen, niemand, cada, todos
    todas, nadie
    """)
"""Words by which something holds for all."""
