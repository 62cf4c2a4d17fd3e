"""Phrases about what is offered where and how, about laws, and about what is left out."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue
from artifacts.facts.grammar.sets import word_set

SERVE = Cue("""
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
    dessert, sert
    de eerste klanten, eerste klanten, alleen in, beginnen in, zitten in, wonen in, gereden
    primeros clientes, sólo en, solo en, empezamos en, servimos, viven en, atiende
    """)
FIRST_ONES = Cue("""
    first *, from the start, from day one, die ersten, den ersten, von anfang an, les premiers
    les premières
    dès le début, de eerste, vanaf het begin, los primeros, las primeras, desde el principio
    """)
LEAVES_OUT = Cue("""
    we leave, i leave, leave out, we skip, we stay out of, lassen wir, lasse ich, laissons
    laten we, dejamos
    """)
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
    does not fall under, do not fall under, falls outside, fall outside, falls under none
    does not apply, do not apply, doesn't apply, not apply, not affected, is not needed
    are not needed
    not required
    no longer needed, not necessary, can be ignored, does not concern, do not concern
    not covered by, exempt*
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
FIRST_VERSION = Cue("""
    first version, erste version, ersten version, première version, eerste versie, primera versión
    """)
APPLIED_FOR = Cue("""
    still being applied for, being applied for, is still applied for, still to be granted
    has yet to be granted, still being decided, still pending, is pending, noch beantragt
    noch läuft, noch nicht erteilt, noch in bearbeitung, encore en cours, est en cours
    nog in behandeling, nog loopt, todavía en trámite, está en trámite
    """)
NEEDED = Cue("""
    needed, required, necessary, asked for, compulsory, nötig, notwendig, erforderlich, verlangt
    gebraucht
    nécessaire, requis, exigé, nodig, vereist, necesari*, exigid*
    """)
BEFORE_IT = Cue(
    "before, bevor, ehe, avant que, avant l', avant le, avant la, voordat, antes de que, antes del,"
    " antes de"
)
BEGINS = Cue("""
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
    autorisé agréé enregistré enregistrement
    autorisation agrément permis licence attestation certificat consentement accord habilitation
    vergunning toestemming verklaring keurmerk erkenning vog
    permiso licencia autorización certificado consentimiento habilitación
    """)
"""What somebody has to have before they may begin; German and Dutch compounds end in them."""
REQUIRED = Cue("""
    before, without, not allowed, must not, must, need, needs, only after, only when, only with
    has to, have to
    ohne, erst, muss, müssen, darf, dürfen, brauchen, braucht, bevor, vor, nur mit, vorliegen
    sans, avant, seulement après, faut, doit, doivent, après, zonder, pas na, moet, moeten, nodig
    voordat, anders
    sin, antes, sólo después, solo después, hay que, tiene que, necesit*
    """)
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
ONLINE_ONLY = Cue("""
    until it has a signal, until there is a signal, until it has a connection, only with a signal
    only where the phone has a signal, only where there is a signal, stays blank, bleibt leer
    needs a network, only with a network, only with a connection, erst mit netz, erst bei netz
    only opens with, keine verbindung keine
    always online, needs a connection, needs a signal, requires a connection, needs the internet
    must be online
    needs to be online, braucht netz, braucht internet, braucht eine verbindung
    nur mit verbindung, nur mit netz
    nur online, a besoin de réseau, nécessite une connexion, heeft verbinding nodig
    necesita conexión
    """)
STREAMED = Cue("""
    streamed from, is streamed, are streamed, streams, loaded from the server as, gestreamt, streamt
    en streaming, diffusé en direct, gestreamd, en directo desde
    """)
APP = Cue("""
    android app, iphone app, ios app, native app, mobile app, smartphone app, phone app, app store
    play store
    android-app, iphone-app, smartphone-app, handy-app, native app, appli mobile, application mobile
    application android, mobiele app, aplicación móvil, app móvil
    """)
LOSSLESS = Cue("""
    lost, lose, missing, verloren, verlieren, fehlt, perdu*, perd, verloren, pierde*, wait*, kept
    keeps
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
    nada, no
    """)
LIST_WORDS = word_set("""
    nor or ni noch oder of o ou and und et y en
    """)
YET = Cue("""
    yet, so far, until now, till now, noch, bisher, encore, jusqu'ici, nog, todavía, aún
    hasta ahora
    """)
"""What makes a denial a state of things that may change."""
ELSE = Cue("""
    otherwise, or else, sonst, ansonsten, sinon, autrement, anders, si no, de lo contrario
    """)
"""What begins the consequence of a rule, which leaves nothing out."""
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
    no, kein, keine, keinen, keiner, keinem, pas de, pas d', aucun, aucune, ni de, geen, ninguna
    ningún, sin
    """)
PREPOSITIONS = word_set(
    "on in at for of with from to inside outside within into onto by "
    "sur dans pour avec chez à au aux op in voor met bij en para con"
)

SECOND_YEAR = Cue("""
    the second year, a second year, the third year, a third year, zweiten jahr, dritten jahr
    nächsten jahr, deuxième année, troisième année, tweede jaar, derde jaar, segundo año
    tercer año, has to wait, have to wait, must wait, muss warten, müssen warten, doit attendre
    doivent attendre, moet wachten, moeten wachten, tiene que esperar, tienen que esperar
    """)
"""Phrases by which something comes only after the first year."""

NO_LATER = Cue("""
    no later than, not later than, no earlier than, not before, nicht später als, nicht vor
    pas plus tard, niet later dan, no más tarde
    """)
"""Denials that name a time, and rule out nothing."""
