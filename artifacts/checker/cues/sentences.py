"""Phrases that tell what kind of sentence it is: a denial, a condition, an assumption."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

NEGATION = Cue("""
    no, not, never, neither, nor, none, nobody, nothing, without, cannot, don't, doesn't, won't
    can't, isn't
    aren't
    kein, keine, keinen, keiner, keinem, keines, nicht, nie, niemals, niemand, nichts, ohne, weder
    entfällt
    entfallen
    pas, jamais, aucun, aucune, rien, sans, ni, personne ne, personne n', ne * personne
    n' * personne, à personne, avec personne
    geen, niet, nooit, niemand, niets, zonder
    ninguna, ningún, ninguno, nunca, jamás, sin, nadie
    instead of, rather than, anstatt, au lieu de, in plaats van, en lugar de
    statt der, statt des, statt dem, statt den, statt die, statt das, statt dessen, statt ein
    statt eine, statt einem, statt einen, statt einer, statt eines, statt mit, statt auf
    statt in, statt im, statt an, statt am, statt nur, statt zu, statt per, statt bar, statt für
    statt von, statt vom, statt aus, statt über
    """)
INSTEAD = Cue("""
    instead of, rather than, statt, anstatt, au lieu de, plutôt que, in plaats van, en lugar de
    en vez de
    """)
"""What makes the rest of a clause the way it was before."""
LATER = Cue("""
    later, not yet, one day, next version, second version, at some point, in a later
    after the test, afterwards
    später, eines tages, nächste version, noch nicht, danach
    plus tard, un jour, pas encore, later pas, más adelante, más tarde
    """)
CONDITIONAL = Cue("""
    if, unless, suppose, imagine, would, could, might, whether, in case, for example, e.g
    for instance
    falls, wenn, würde, würden, könnte, könnten, wäre, wären, ob, zum beispiel, z.b, etwa wenn
    angenommen
    si, s' il, s' ils, serait, pourrait, par exemple, supposons
    als een, als het, als de, als je, als er, als iemand, indien, zou, zouden, bijvoorbeeld
    si, sería, podría, por ejemplo
    """)
ASSUMED = Cue("""
    assum*, guess*, estimat*, threshold*, hypothes*, suppos*, for example, e.g, annahme*
    angenommen, vermut*
    schätz*
    geschätzt*, schwelle*, hypothese*, zum beispiel, z.b, estim*, supposons, suppos*, hypothèse*
    par exemple
    schatting*, aanname*, estimación, supuesto*
    """)
APPROXIMATE = Cue("""
    little over, little under, little more than, little less than, a good, just about, or so, some
    about, around, roughly, almost, nearly, close to, just over, just under, more than, less than
    up to
    etwa, rund, ungefähr, knapp, gut, fast, über, gegen, circa, ca, etwas mehr als
    etwas weniger als, environ
    un peu plus de, un peu moins de, à peu près, iets meer dan, iets minder dan, krap, poco más de
    poco menos de
    autour de, près de, presque
    ongeveer, zo'n, bijna, ruim, unos, unas, casi, alrededor de
    """)
TECHNICAL = Cue("""
    kbe, cfu, kfu, ufc, kve, mg, µg, ppm, ppb, ntu, becquerel, bq
    db, dba, dezibel, decibel*, lux, lumen, hpa, mbar, pascal
    characters, character, bit, bits, byte, bytes, mhz, ghz, hz, khz, ms, milliseconds, seconds
    mb, gb, tb, kbit
    mbit
    pixel*, píxel*, bildpunkte*, beeldpunten, px, dpi, kb, megabyte*, gigabyte*, kilobyte*
    megapixel*, octets
    mo, go
    v, volt, volts, w, watt, watts, amp, amps, ampere, amperes, ampères, kw, kwh, kilowatt*, ohm
    voltios, vatios, amperios, degrees, percent, zeichen, sekunden, pixel, grad, ziffern, digits
    caractères
    secondes, chiffres, tekens, seconden, cijfers, caracteres, segundos, dígitos, within, requests
    """)
NAMED = Cue("""
    port, status, version, article, section, rule, iso, aes, tls, sha, oauth, node, python
    category, level, tier
    artikel, abschnitt, kategorie, stufe, regel, norm, catégorie, niveau, règle, categorie
    artículo, regla
    agenda
    windows, rsa, id, code, number, nummer, numéro, número, page, seite, chapter, kapitel, step
    room, shelf
    regal
    """)
"""What makes the number behind it a name."""
GENERIC = Cue("""
    best practices, best practice, industry standard, industry standards, state of the art
    cutting edge
    cutting-edge, user-friendly, user friendly, intuitive interface, seamless, seamlessly
    modern technology stack
    modern tech stack, scalable and secure, secure and scalable, robust and scalable
    scalable solution
    innovative solution, comprehensive solution, holistic, leverage*, synerg*, unlock*, empower*
    streamline*
    added value, high quality, top priority, key stakeholders, continuous improvement
    continuously improve
    iterate based on, gather feedback, gather user feedback, collect feedback, user feedback
    stay competitive
    competitive advantage, market leader, unique selling, value-add, next level, game changer
    game-changing
    drive growth, sustainable growth, growing market, growing demand, meet the needs, changing needs
    modern standards, latest technology, latest technologies, proven methods, as needed
    where appropriate
    benutzerfreundlich*, intuitive oberfläche, nahtlos*, ganzheitlich*, innovativ*, zeitgemäß*
    zukunftssicher*
    auf dem neuesten stand, neuester stand der technik, stand der technik, bewährte verfahren
    bewährte methoden
    skalierbar und sicher, sicher und skalierbar, hohe qualität, hoher qualität, mehrwert*
    synergie*
    kontinuierliche verbesserung, kontinuierlich verbesser*, nutzerfeedback, feedback einholen
    feedback sammeln
    wettbewerbsvorteil*, marktführer*, wachsender markt, wachsende nachfrage, nachhaltiges wachstum
    bedürfnisse der nutzer, bedürfnisse der kunden, moderne technologien, modernste technik
    bei bedarf
    meilleures pratiques, clé en main, de pointe, convivial*, avantage concurrentiel, valeur ajoutée
    gebruiksvriendelijk*, toegevoegde waarde, concurrentievoordeel, buenas prácticas, valor añadido
    ventaja competitiva, fácil de usar
    """)
"""Set phrases that say the same of any project."""

WHEN_A = Cue("""
    when a, when an, when one, when somebody, when someone, if a, if an, once a, where a, wenn ein
    wenn eine, wenn jemand, wenn einer, verdient ein, verdient eine, zahlt ein, zahlt eine, quand un
    quand une, als een, cuando un, cuando una
    """)
"""Beginnings of a sentence that supposes one of a kind."""
ALSO = Cue("""
    also, as well, too, in addition, auch, außerdem, zusätzlich, ebenfalls, aussi, également, ook
    eveneens, también, además
    """)
AVERAGE = Cue("""
    on average, an average, in average, average of, daily average, weekly average, tagesschnitt
    wochenschnitt, tagesdurchschnitt, im schnitt, durchschnittlich, im durchschnitt
    en moyenne, gemiddeld, de media, en promedio
    """)

NOT_THEY = Cue("""
    not, nicht, pas, niet, no, never
    """)

PEOPLE = Cue("""
    user*, customer*, client*, people, person*, member*, visitor*, compan*, business*, firm, firms
    shop*, school*, household*, order*, sale*, nutzer*, kund*, leute, mensch*, mitglied*, betrieb*
    firma, firmen, haushalt*, bestellung*, utilisat*, personne*, entreprise*, gebruiker*, klant*
    usuari*, cliente*, persona*, empresa*
    """)
"""Whom or what a figure about the world counts."""

MAY = Cue("""
    may, can, could, dürfen, darf, können, kann, peuvent, peut, mogen, mag, pueden, puede
    """)

PHYSICAL = Cue("""
    quality, qualität, qualité, kwaliteit, calidad, humidity, relative, moisture, alcohol, fat
    battery, charge, luftfeuchte, luftfeuchtigkeit
    feuchte
    restfeuchte, luftfeuchtigkeit, alkohol, fett, ladung, humidité, vocht, humedad
    """)
"""What is measured in percent and is a share of nothing that somebody said."""
MEASURED = Cue("""
    humidity, moisture, moisture content, water content, alcohol content, fat content, battery
    charging level, slope, gradient, brightness, oxygen, *feuchte, *feuchtigkeit, wassergehalt
    alkoholgehalt, fettgehalt, akku, akkus, akkustand, batterie, ladestand, füllstand, gefälle
    steigung, sauerstoff, humidité, taux d' humidité, teneur, pente, oxygène, vochtigheid
    vochtgehalte, luchtvochtigheid, batterij, accu, helling, zuurstof, humedad, batería, pendiente
    oxígeno
    """)
"""What a sentence is about whose percentages nobody has to have said."""
