"""Phrases by which a sentence speaks of others, of ourselves, and of what is left to somebody."""

from __future__ import annotations

from artifacts.checker.cues.cue import Cue

OURSELVES_NAMED = Cue("""
    we, our, ours, us, i, my, me, the founder, the founders, the founder's, both founders
    the team, the team's, the company, the project, the pilot, the first version, first release
    the product, the service, the service's
    wir, unser, unsere, unserem, unseren, unserer, unseres, uns, ich, mein, meine, meinem, meinen
    der gründer, die gründerin, die gründer, das team, des teams, der betrieb, das unternehmen
    das projekt, die erste version, der ersten version, das produkt, der dienst
    nous, notre, nos, je, mon, ma, mes, le fondateur, la fondatrice, les fondateurs, l' équipe
    l' entreprise, le projet, la première version, le produit, le service
    wij, we, ons, onze, ik, mijn, de oprichter, de oprichters, het team, het bedrijf, het project
    de eerste versie, het product, de dienst
    nosotros, nosotras, nuestro, nuestra, nuestros, nuestras, yo, mi, mis, el fundador
    la fundadora, los fundadores, el equipo, la empresa, el proyecto, la primera versión
    el producto, el servicio
    """)
"""Words by which a sentence says that it is about us."""
OTHERS = Cue("""
    competitor*, competing, rival*, incumbent*, other suppliers, other providers, other vendors
    other firms, other companies, other shops, other services, other tools, other products
    other apps, other schemes, others do, others offer, others sell, by others, what others
    who prefers, who would rather, wer lieber, qui préfère, wie liever, quien prefiere
    who looks for, who wants, who needs, those who want, those who need, another supplier
    another firm, another shop, of what a * costs, of what one costs, of what a new one costs
    than a new one, that some of them have, which some of them have, elsewhere, existing tools
    existing systems, existing apps, existing solutions, existing suppliers, existing providers
    established providers, established suppliers, nationwide
    was ein neuer kostet, was eine neue kostet, was ein neues kostet, de ce que coûte
    van wat een * kost, de lo que vale, de lo que cuesta
    das manche von ihnen, die manche von ihnen, den manche von ihnen
    wer * sucht, wer * braucht, wer * will, einem anderen anbieter, bei anderen
    mitbewerber*, wettbewerber*, konkurrent*, konkurrenz, andere anbieter, anderer anbieter
    anderen anbieter, anderen anbietern, andere firmen, andere betriebe, andere programme
    andere dienste, andere apps, anderswo, anderenorts, bestehende anbieter, etablierte anbieter
    bestehende lösungen, bestehende systeme
    qui cherche, qui veut, celui qui veut, ceux qui veulent, un autre fournisseur
    concurrent*, concurrence, d' autres entreprises, d' autres services, d' autres outils
    d' autres fournisseurs, d' autres prestataires, ailleurs
    wie * zoekt, wie * wil, wie * nodig heeft, een andere leverancier
    concurrent*, concurrentie, andere aanbieders, andere bedrijven, andere diensten, elders
    bestaande aanbieders
    quien busca, quien quiere, quienes buscan, quienes quieren, otro proveedor, otra empresa
    otra fábrica, competidor*, competencia, otros proveedores, otras empresas, otros servicios
    otras marcas, en otros lugares
    """)
"""Words by which a sentence says that it is about others."""
LEFT_TO_OTHERS = Cue("""
    referred to, refer to, refers to, sent to, sends them to, send them to, passed on to, left to
    leaves that to, leave that to, leaves to, leave to, say no, says no, turn down, turns down
    beg for, begs for, ask for, asks for
    stay with, stays with, remain with, remains with, is handled by
    are handled by, handled outside, outside the product, outside the app, decided against
    do without, does without, done without, avoids, avoid, rejects, reject, refuse, refuses
    declines, decline, out of scope, is ruled out, are ruled out, is excluded, are excluded
    abstains, abstain, turned away, turns away, turn away, stays out of, stay out of
    has to look elsewhere, have to look elsewhere
    verweist, verweisen, verwiesen, überlässt, überlassen, bleibt sache, verzichtet, verzichten
    verzicht, abgelehnt, ausgeschlossen, ausgenommen, ausgeklammert, abgewiesen, außen vor
    renvoie, renvoient, renvoyé*, laisse à, laissent à, renonce*, refuse*, exclu, exclus
    exclue*, hors du produit, reste chez, restent chez, reste l' affaire
    verwijst, verwijzen, doorverwezen, verwezen, overgelaten, laat dat over, laten dat over
    ziet af, zien af, afgewezen, weigert, weigeren, uitgesloten
    deriva a, derivan a, se deriva, remite, remiten, deja a, dejan a, queda en manos, renuncia*
    rechaza*, excluid*, fuera del producto
    """)
"""Phrases by which a thing is not done by us, without a denial."""
BACKWARD = Cue("""
    which, that, this, they, these, those, it, such, but they, but that, but this, nor
    was, das, dies, diese, dieser, dieses, sie, damit, davon, daran, dafür, darum, hiermit
    solche, so etwas, ce que, ce qui, ce qu', ce dont, cela, c', ceci, qu', que, ils, elles
    wat, dat, die, deze, dit, daar, daarmee, ze, zij, lo que, lo cual, cosa que, eso, esto, que
    """)
"""Words at the beginning of a clause that is about what came before it."""
NOBODY_ELSE = Cue("""
    nobody else, no one else, no other, none of the others, no competitor, nowhere else
    not before, not until, not only, not just
    niemand sonst, kein anderer, keine andere, kein anderes, nirgends sonst, nicht nur
    personne d' autre, aucun autre, aucune autre, pas seulement, non seulement
    niemand anders, geen ander, geen andere, nergens anders, niet alleen, niet enkel
    nadie más, ningún otro, ninguna otra, no sólo, no solo
    """)
"""Denials that are about the others, or deny nothing."""
OWNS = Cue("""
    owns, own, who has, who have, possesses, possess, besitzt, besitzen, der ein, die ein, wer ein
    possède, possèdent, bezit, bezitten, wie een, posee, poseen, quien tiene, quienes tienen
    """)
"""Words in front of what somebody happens to have."""
LACK = Cue("""
    have no, has no, have neither, has neither, haben kein, haben keine, haben keinen, hat kein
    hat keine, hat keinen, n' ont pas, n' a pas, n' ont ni, n' a ni, hebben geen, heeft geen
    no tienen, no tiene, tienen ningún
    """)
"""Phrases by which others are said to lack something."""
