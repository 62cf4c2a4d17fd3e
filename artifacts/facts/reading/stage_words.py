"""Words that tell how far somebody is: what was paid for, used, made, talked over, or only thought
of.
"""

from __future__ import annotations

from artifacts.facts.grammar.sets import word_set
from artifacts.facts.reading.cues import Cues
from artifacts.facts.schema import Stage

STAGE_CUES: dict[Stage, Cues] = {
    "customers": Cues(
        "nous achètent; nous achète; m' achètent; nous commandent; nous prennent; kopen bij ons;"
        " kopen van ons; for cash; for money; gegen geld; gegen bezahlung; tegen betaling; contre"
        " paiement; kaufen bei uns; kaufen uns; nehmen uns ab; buy from us; buys from us;"
        " buy from me; buys from me; been selling; annual contract; under contract; unter"
        " vertrag; we sell; i sell; we're selling; i'm selling; stock it; stocks it; stocked it;"
        " have stocked; has stocked; have subscribed; regulars; paid-up; wir verkaufen; ich"
        " verkaufe; verkaufen wir; verkaufe ich; nous vendons; je vends; we verkopen; ik"
        " verkoop; vendemos; vendo; vendí; vendió; paid us; paid me; payé; payés; payées; cobré;"
        " cobramos; pay us; pay me; paying; have paid; has paid; paid for; customers; paying"
        " customers; sold; revenue; turnover; subscribers; invoiced; bezahlt; gezahlt; zahlen"
        " uns; zahlt uns; zahlende; kunden; kundinnen; verkauft; umsatz; stammkunden;"
        " abonnenten; zahlen bereits; zahlen schon; ont payé; a payé; nous paient; clients;"
        " clientes; vendu; vendus; vendues; abonnés; chiffre d'affaires; betaald; betalen ons;"
        " klanten; verkocht; omzet; abonnees; han pagado; pagaron; nos pagan; vendido; vendimos;"
        " vendidos; clientas"
    ),
    "pilot": Cues(
        "nutzen; nutzt; verwenden; verwendet es; on loan since; on loan for; them on loan; it on"
        " loan; are on loan; is on loan; one on loan; through my own; through our own; über mein"
        " eigenes; über unser eigenes; par mon propre; via mijn eigen; por mi propio; did it"
        " for; done it for; made it for; for friends; for neighbours; für freunde; für nachbarn;"
        " for free; pilot; running it; running on it; taster session; trial session; people"
        " came; took part; watch it; watch them; read it; schauen sie; lesen sie; hören sie;"
        " schnupperstunde; probestunde; teilgenommen; kamen; sont venus; sont venues; ont"
        " participé; meegedaan; kwamen; vinieron; participaron; trial; trial run; in use; using"
        " it; use it; uses it; been using; lending; test group; have used it; has used it;"
        " tested with; tested it with; umsonst; kostenlos; gratis; probelauf; probebetrieb;"
        " pilotbetrieb; testlauf; im einsatz; nutzen es; nutzen sie; benutzen; testen; getestet"
        " mit; testphase; verleihen; gratuitement; essai en cours; l'utilisent; utilisent; phase"
        " pilote; en test chez; testent; proefdraaien; proef; used it; have used; has used;"
        " benutzt; genutzt; getragen; utilisé; l'ont utilisé; gebruikt; hebben gebruikt; usaron;"
        " han usado; lo usaron; have had it; has had it; had it at home; trying it; trying it"
        " out; are trying; try it; probieren es; probieren; s' en servent; s'en servent; s'en"
        " sert; essaient; essaie; proberen; uitproberen; la prueban; lo prueban; went live; is"
        " live; ist live; gebruiken het; in gebruik; testen het; prueba piloto; piloto; lo usan;"
        " la usan; usan; en uso; lo están probando"
    ),
    "prototype": Cues(
        "ran it over; ran it on; ran it through; ran it against; it can; es kann; kann es; is"
        " online; are online; ist online; sind online; en ligne; you can; i can; man kann;"
        " kann man; on my laptop; on my computer; auf meinem rechner; auf meinem laptop;"
        " model; rig; website; webseite; screens; trial bed; where you can; auf der man; in"
        " der man; app can; app kann; im kasten; half works; software works; modell;"
        " holzmodell; has something; have something; a thing that; refait; beta; a working;"
        " working order; funktionierende; funktionierendes; funktionierenden; i make; we make;"
        " i bake; we bake; i brew; we brew; i grow; we grow; i print; we print; i sew; we sew;"
        " ich backe; wir backen; ich nähe; wir nähen; ich baue; wir bauen; ich braue; wir"
        " brauen; hung; mounted; installed; still works; still runs; still sends; still going;"
        " läuft noch; marche encore; werkt nog; todavía funciona; eine fassung; erste fassung;"
        " rohfassung; un brouillon; un borrador; prototype; prototypes; mock-up; mockup;"
        " mock-ups; demo; click through; clickable; one screen that; a screen that; runs on"
        " my; working version; first version runs; sample; samples; built; recorded; we"
        " rented; borrowed; stood in; half-finished; test batch; batch; batches; works on my;"
        " first draft of the app; printed; sewed; brewed; baked; welded; soldered; wired;"
        " tried it; tried out; test run; runs on; programmed; coded; grown; grew; made; we"
        " built; sewn; cooked; filmed; wrote the; wrote a; wrote it; knitted; carved; sawed;"
        " glued; rough version; early version; a version; crude; crashes; out of plywood; out"
        " of cardboard; on my own phone; in my garage; on the bench; gesägt; geklebt;"
        " geschweißt; zugeschnitten; geschnitzt; geschrieben; découpé; collé; soudé; modèle;"
        " exemplaire; gezaagd; gelijmd; gelast; cortado; pegado; soldado; una versión; une"
        " version; een versie; eine version; assembled; tested; tried; pressed; test print;"
        " dummy; it runs; prototyp; prototypen; muster; durchklicken; klickdummy;"
        " klickprototyp; gebaut; gebastelt; testgerät; probestück; versuchsaufbau; läuft auf"
        " meinem; läuft bei mir; erste version läuft; ausprobiert; gedreht; gefilmt; gekocht;"
        " gebraut; aufgenommen; getestet; gepresst; gegossen; gepflanzt; entwurf zum;"
        " probeweise; funktionsmuster; programmiert; probegebacken; genäht; gedruckt; gelötet;"
        " nullserie; given away; gave it away; gave them away; gave it all away; verschenkt;"
        " standen im garten; den ganzen letzten sommer; den ganzen winter; maquette; essai;"
        " essais; échantillon; échantillons; construit; fabriqué; tourne sur; version de"
        " démonstration; démo; bricolé; cousu; tourné; filmé; enregistré; testé; produit;"
        " cuit; gefilmd; opgenomen; getest; uitgeprobeerd; genaaid; gebakken; grabado; grabé;"
        " probé; probamos; las probé; horneado; prototipo; maqueta; muestra; muestras;"
        " construido; hecho a mano; probado en; proefversie; proefmodel; gebouwd; gemaakt;"
        " proefopstelling; draait op; klikbaar; werkend model; cosido; funciona en mi; armado;"
        " armé; armamos; construimos; hicimos; hice; journées d'essai; essayé; finished; is"
        " ready; are ready; have done; i've done; we've done; läuft auf; läuft schon; ist"
        " fertig; sind fertig; fertig ist; est prêt; est prête; sont prêts; sont prêtes;"
        " terminé; terminée; terminés; is klaar; zijn klaar; está listo; está lista;"
        " terminado; terminada; designed; put together; hand-made; set up; zusammengebaut;"
        " aufgebaut; monté; montée; installé; installée; in elkaar gezet; montado; montada;"
        " montamos"
    ),
    "talks": Cues(
        "in favour; in favor; on board; are for it; is for it; verbally; sind dafür; ist dafür;"
        " mündlich; einverstanden; per handschlag; d'accord; mondeling; de acuerdo; a favor; de"
        " palabra; rang; phoned; i called; we called; have called; visited; emailed; e-mailed;"
        " wrote to; wrote back; answered; replied; sat with; left their; willing to; would come;"
        " they'd; angerufen; besucht; angeschrieben; geantwortet; gemeldet; mitmachen; dabei sein;"
        " wollen; möchten; appelé; visité; écrit à; répondu; partants; partantes; gebeld; bezocht;"
        " geantwoord; gezeten; meedoen; llamé; llamado; llamamos; visitado; visitamos;"
        " respondieron; quieren; talked; talked to; spoke; spoken; asked; said yes; say yes; would"
        " use; would buy; interested; interviewed; interviews; promised; shook hands; handshake;"
        " handschlag; waiting list; on a list; signed up; signed a letter; letter of intent;"
        " letters of intent; conversations; met with; told me; told us; chats; chatted; survey;"
        " agreed; minutes; want to; would like; a conversation; conversation with; talked it over;"
        " talked over; gespräch; besprochen; entretien; gesprek; conversación; gesprochen; geredet;"
        " gespräche; gefragt; befragt; zugesagt; zusage; zusagen; interesse; interessiert; auf"
        " einer liste; warteliste; würden; absichtserklärung; absichtserklärungen; umfrage;"
        " vorgemerkt; parlé; discuté; rencontré; interrogé; entretiens; intéressés; intéressées;"
        " accord; promis; liste d'attente; sondage; sont d'accord; ont dit oui; prêts à; veulent;"
        " gesproken; gepraat; toegezegd; gevraagd; gesprekken; wachtlijst; aan tafel; zeiden ja;"
        " willen; zou willen; intentieverklaring; hablado; hablamos; hablé; preguntado;"
        " entrevistas; entrevistado; interesados; interesadas; dijeron que sí; lista de espera;"
        " encuesta; prometido; apuntado; apuntadas; conversaciones"
    ),
    "idea": Cues(
        "a note; a notice; a poster; diagrams; diagramm; only the name; nur der name; einen"
        " aushang; pages; seiten; kostenplan; gedanke; ausgerechnet; my ears; told anyone; told"
        " nobody; niemandem erzählt; drew it; drawn it; line of code; zeile code; paper; papier;"
        " schulheft; küchentisch; costed; en el papel; es papel; very beginning; a thought; am"
        " anfang; gerechnet; this text; diesem text; diagram; heft; ich denke; wir denken; sums;"
        " not begun; haven't begun; nicht angefangen; noch nicht begonnen; idea; only an idea; just"
        " an idea; an idea; a plan; the plan; notebook; sketch; drawing; drawings; envelope;"
        " napkin; thinking; zettel; serviette; enveloppe; kladje; servilleta; nothing yet; nothing;"
        " haven't started; have not started; not started; in my head; on paper; spreadsheet; idee;"
        " nur eine idee; skizze; skizzen; noch nichts; im kopf; nichts; konzept; auf dem papier;"
        " entwurf; zeichnung; idée; carnet; esquisse; rien; sur le papier; croquis; projet; schets;"
        " nog niets; op papier; in mijn hoofd; cuaderno; boceto; nada; en papel; proyecto; sheet; a"
        " sheet of; page of; pages of; notes; list of things; calculation; calculations; brochure;"
        " leaflet; quote; quotes; folder; slides; logo; domain; pattern; numbers; blatt; blatt"
        " papier; prospekt; kalkulation; tabelle; excel; ordner; angebot; mappe; kostenvoranschlag;"
        " notizen; notizbuch; notizbücher; schnittmuster; bauplan; plan; pläne; mehr gibt es; mehr"
        " ist; une feuille; un devis; un tableau; een offerte; een map; una hoja; un dibujo;"
        " cuentas; unas cuentas; des calculs; rekensommen"
    ),
}

CONTACT = Cues(
    "with yes; mit ja; avec oui; met ja; con sí;"
    " off the number; took the number; took my number; i sat; we sat; drank tea; said we; said i;"
    " sagten wir; leur numéro; leur nom; leurs noms; leur adresse; hun nummer; hun naam; su"
    " número; su nombre; sus nombres; met; described it; explained it; phone calls; telefonate;"
    " anrufe; telefoniert; left an address; their names; their address; ihre nummer; ihre"
    " nummern; ihre adresse; letters of support; letter of support; gepraat; vorgesprochen;"
    " nachgefragt; angefragt; given its word; given his word; given her word; gave its word;"
    " gave their word; gave his word; gave her word; questionnaire; fragebogen; drove to; drove"
    " round; went round; knocked on; stood at; took down; gave a talk; showed it to; shown it"
    " to; presented; said yes; said they; said she; said he; said it; says he; says she; he"
    " likes it; she likes it; they like it; liked it; likes it; loved it; find es gut; findet es"
    " gut; finden es gut; fanden es gut; sagte ja; sagten ja; sagt ja; gefällt es; on the list;"
    " auf der liste; eingetragen; handshake; talked to; talked with; talked it over; spoke to;"
    " spoke with; spoken to; spoken with; have asked; we asked; i asked; only asked; coffee;"
    " kitchen tables; sat with; sat down with; sat at; i rang; we rang; phoned; i called; we"
    " called; have called; visited; i wrote to; we wrote to; emailed; interviewed; met with; i"
    " met; befragt; ausgefragt; told me; told us; we met; have met; went to see;"
    " been to see; gesprochen; geredet; angerufen; besucht;"
    " angeschrieben; gefragt; getroffen; abgeklappert; kaffee; vorgestellt; parlé avec; parlé à;"
    " rencontré; appelé; visité; écrit à; interrogé; gesproken; gebeld; bezocht; aan tafel;"
    " gevraagd; hablado con; hablé con; hablamos con; llamado; visitado; preguntado; i spoke;"
    " ich sprach; wir sprachen; sprach ich; ik sprak; sprak ik; we spraken; wij spraken; spraken"
    " we; keukentafel gezeten; küchentisch gesessen; hablé"
)
"""Ways in which the founder met those it is for."""

NEGATIONS = word_set(
    "no not nobody none nothing never neither nor without hasn't haven't didn't isn't aren't"
    " wasn't don't doesn't yet nicht kein keine keiner keinen keinem keines keins niemand"
    " niemanden niemandem nichts nie ohne noch pas aucun aucune personne jamais rien sans ni niet"
    " geen niemand nooit niets zonder nog nadie ningún ninguna nunca nada sin todavía"
)
SURE_NEGATIONS = NEGATIONS - {"yet", "noch", "nog", "todavía"}
PAST_OTHERS = Cues("competitor; konkurrenz; concurrent; someone else; elsewhere")
UNPAID = Cues(
    "no payment; no pay; not the price; not the fare; not our price; fuel money; petrol money;"
    " gas money; spritgeld; benzingeld; nicht den preis; nur das benzin; pas le prix; niet de"
    " prijs; no el precio; sin pago; sans paiement; ohne zahlung; zonder te betalen; no charge;"
    " at no charge; sin cobrar; without charging; without pay; ohne geld; ohne bezahlung; sans"
    " faire payer; zonder betaling; free of charge; for nothing; voor niks; voor niets; pour"
    " rien; de balde"
)
TOOK_NOTHING = Cues(
    "never took anything; never took a penny; no money taken; no fee taken; who paid nothing; die"
    " nichts zahlten; die nichts gezahlt haben; never charged; nie etwas genommen; nie etwas"
    " verlangt; verlangt haben wir nichts; verlangt habe ich nichts; genommen haben wir nichts;"
    " genommen"
    " habe ich nichts; bezahlt hat keiner; bezahlt hat niemand; gezahlt hat keiner; gezahlt hat"
    " niemand; no payment; nobody pays; no one pays; nobody paid; no one paid; niemand zahlt;"
    " does not pay; doesn't pay; zahlt nicht; zahlen nicht; ohne eintritt; no entry fee; no"
    " admission; sans rien demander; sans rien prendre; zonder iets te vragen; sin cobrar nada;"
    " no money asked; no money for it; bezahlt wird noch nichts; zahlen noch nichts; noch nichts"
    " bezahlt; charged nobody; charged no one; charged none; no cost; at no cost; cost them"
    " nothing; entry was free; free entry; was free; were free; it was free; kostete nichts;"
    " eintritt frei; eintritt war frei; sent a bill; no bill; sent no bill; without a bill;"
    " would not take; wouldn't take; not take a penny; take a cent; do not pay; don't pay; pay"
    " nothing; pays nothing; paid nothing; without paying; as a gift; for tips; still free; als"
    " geschenk; gab es keines; not asked for money; asked for nothing; on the house; nichts"
    " dafür; zahlen nichts; zahlt nichts; ohne zu zahlen; ohne etwas zu zahlen; keine rechnung;"
    " geschenkt; took nothing; took no money; taken no money; take no money; charged nothing;"
    " didn't charge; did not charge; not charged; without charging; no charge; for nothing; for"
    " free; free of charge; me nothing; us nothing; as a favour; as a favor; unpaid; umsonst;"
    " kostenlos; unentgeltlich; nichts genommen; nichts verlangt; kein geld genommen; kein geld"
    " verlangt; ohne geld; ohne rechnung; ohne bezahlung; gratis; gratuitement; sin cobrar"
)
"""Somebody was served, and nothing was taken for it."""

WISHES = Cues(
    "would; they'd; she'd; he'd; i'd; we'd; could; want; wants; plan; will; würden; würde; wollen;"
    " möchten; könnten; aimeraient;"
    " veulent; voudraient; zouden; willen; quieren; querrían"
)
PLANS = Cues(
    "erst nach; only after; not until; pas avant; seulement après; pas na; hasta después;"
    " next month; next week; next year; next spring; next summer; nächste woche; nächsten"
    " monat; nächstes jahr; im nächsten; le mois prochain; volgende maand; próximo mes"
)
FREE = Cues(
    "among themselves; between themselves;"
    " and nothing else; und sonst nichts; et rien d'autre; en verder niets; y nada más; took"
    " nothing; for nothing; directly; no money; took no money; nichts genommen; tous donnés;"
    " weggegeven; regalado; given away; verschenkt; one another; each other; untereinander; unter"
    " sich; entre eux; entre elles; onderling; entre ellos; entre ellas; nobody paid; no one"
    " paid"
)
PAID = Cues(
    "renewed; verlängert; reordered; nachbestellt; for money; gegen geld; gegen rechnung; gegen"
    " bezahlung; paid; settled the bill; settled their bill; booked out; sold out; ausgebucht;"
    " ausverkauft; complet; volgeboekt; agotado; bezahlt; payé; payés; payées; betaald; pagado;"
    " pagados; pagadas"
)
OWN = Cues(
    "of my own; of our own; of mine; of ours; my own; our own; myself; ourselves; friends; family;"
    " freunde; freunden; familie; vom eigenen; die eigenen; eigene; eigenen; amis; famille;"
    " vrienden; familie; amigos; familia"
)
"""What is done with the founder's own things, or among friends, serves nobody else."""

MAKING = Cues(
    "are cut; is cut; are written; is written; edited; sind geschnitten; sind geschrieben;"
    " built; made; recorded; soldered; printed; sewn; sewed; welded; programmed; coded; assembled;"
    " filmed; brewed; baked; finished; packed; gebaut; genäht; gelötet; gedruckt; programmiert;"
    " gefilmt; aufgenommen; gekocht; fertig; ausprobiert; probiert; tried; tested; getestet"
)
CAME = Cues(
    "came; turned up; showed up; joined in; attended; kamen; waren da; sind gekommen; sont venus;"
    " sont venues; kwamen; vinieron"
)
STATES = Cues(
    "stands; stand; stood; hangs; hang; hung; lies; lie; lay; lying; sits; sit; runs; run;"
    " running; works; plays; play; flies; floats; measures; counts; in crates; in boxes; been on;"
    " been in; been out; been through; been under; been up; steht; stehen; hängt; hängen; liegt;"
    " liegen; läuft; laufen; fährt; misst; zählt; schwimmt; funktioniert; tourne; marche;"
    " fonctionne; draait; werkt; hangt; staat; funciona; cuelga; staan; ligt; liggen; hangen;"
    " draaien; loopt; lopen; tient; tiennent; roulent; está; están; cuelgan"
)
"""What a thing that exists does: it stands, hangs, runs."""

ONLY_ME = Cues(
    "except me; but me; except us; apart from me; apart from us; only i; only me; außer mir; außer"
    " uns; nur ich; nur wir; sauf moi; behalve ik; salvo yo"
)
"""Nobody else has it, so that somebody has."""

PLACES = Cues(
    "of my; of our; in my; in our; on my; on our; on the bench; on a bench; in the garage; in the"
    " barn; in the shed; in the workshop; has it running; got it running; have it running; it runs;"
    " it works; at home; läuft es; es läuft; läuft auf; in meinem; in meiner; in unserem; in"
    " unserer; auf meinem; auf meiner; auf unserem; auf unserer; bei meiner; bei meinem; an"
    " unserer; an unserem; an meinem; an meiner; bei mir; bei uns; dans mon; dans ma; chez moi; sur"
    " mon; in mijn; op mijn; in onze; op onze; bij mij; en mi; en casa"
)

OWN_BODY = Cues(
    "bei uns im verein; bei uns im chor; bei uns in der schule; bei uns in der gemeinde; bei uns"
    " in der feuerwehr; own hall; own station; own department; own company; own workplace; own"
    " school; own club; own choir; own practice; own clinic; own surgery; own parish; own"
    " church; own band; own society; own association; own orchestra; own crew; eigene schule;"
    " eigenen schule; eigene praxis; eigenen praxis; eigener verein; eigenen verein; eigenem"
    " verein; eigener chor; eigenen chor; eigene gemeinde; eigenen gemeinde; eigene kita;"
    " eigenen kita; eigene klasse; eigenen klasse; eigene feuerwehr; eigenen feuerwehr; eigenen"
    " station; unserer schule; unserer praxis; unserem verein; unserem chor; our school; our"
    " club; our choir; our practice; our clinic; our surgery; our parish;"
    " our church; our band; notre école; notre"
    " association; notre chorale; notre club; onze school; onze club; ons koor; onze vereniging;"
    " eigen school; eigen club; eigen koor; eigen vereniging; nuestra escuela; nuestro club;"
    " nuestro coro; nuestra clínica"
)
"""Where those served are more than the founders, though the body is theirs."""

AT_OURS = Cues(
    "in my lounge; in our lounge; in my living room; in our living room; in my kitchen; in our"
    " kitchen; on the kitchen table; on our kitchen table; on my kitchen table; in my garage; in"
    " our garage; in the garage; in my cellar; in our cellar; in the cellar; in my shed; in our"
    " shed; in the shed; at my place; at our place; at my house; at our house; in my workshop; in"
    " our workshop; in my basement; in the basement; in meiner garage; in"
    " unserer garage; in der garage; in meinem keller; in unserem keller; im keller; in meiner"
    " küche; in unserer küche; auf dem küchentisch; am küchentisch; in meinem wohnzimmer; in"
    " unserem wohnzimmer; im wohnzimmer; dans mon garage; dans notre garage;"
    " dans le garage; dans la cave; dans mon salon; dans notre salon; bij mij thuis; bij ons thuis;"
    " in de schuur; en mi casa; en nuestra casa; en mi garaje; en el garaje"
)
"""At the founders' own home: what is made or shown there has not left it."""

BY_HAND = Cues("by hand; von hand; à la main; met de hand; a mano")
"""Of what is served so, it is a pilot; of what is made so, it is how it was made."""

HAVE_IT = Cues(
    "have it on; has it on; have it in; has it in; have it at; has it at; have one; has one;"
    " haben eins; haben eine im; haben einen im; haben sie im; hat sie im"
)
"""What those outside say that have the thing."""

ON_CONDITION = Cues(
    "if; when; once; as soon as; wenn; falls; sobald; erst; si; quand; dès que; als; zodra;"
    " cuando; later; später; plus tard; luego; elsewhere; woanders; ailleurs; elders"
)

THROUGH_OWN = Cues(
    "through my own; through our own; on my own phone; über mein eigenes; über unser eigenes; par"
    " mon propre; via mijn eigen; por mi propio"
)

OTHER_MEANINGS = Cues(
    "hung up;"
    " hangs up; did the rounds; did the sums; did the maths; did the math; i did .;"
    " we did .; to try it; to try it out; brief geschrieben; briefe geschrieben; mail geschrieben;"
    " ihre"
    " kunden; ihren kunden; ihrer kunden; seine kunden; seinen kunden; deren kunden; their"
    " customers; his customers; her customers; leurs clients; ses clients; hun klanten; sus"
    " clientes; trial bed; trial plot; trial print; trial batch; trial piece"
)
"""Phrases whose words tell something else when they stand alone."""
