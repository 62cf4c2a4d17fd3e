"""How far founders are, in answers that name neither a prototype nor a customer.

Nobody's in the sets of founders that the reader is measured on; most were read wrongly before the
stage was decided by who acts, what was done, and what was taken for it.
"""

from __future__ import annotations

import pytest

from artifacts.tests.facts.test_facts_stage_told import stage_told

TOLD = """
talks | de | Im Winter habe ich an 60 Türen geklingelt, 41 wollten es.
talks | en | I have talked to two smiths. Eleven bells need a clapper, he charges £90 each.
prototype | en | Forty costumes sewn and on rails. Nobody has rented one.
prototype | en | The first one is bolted to my dad's trailer and has done 900 miles.
prototype | en | Six loaves a week since Easter, all eaten in our house.
talks | en | Four wardens came to look at the field, two asked what it would cost.
talks | en | I went through it with the practice manager at two surgeries. She'd take it if it \
were ready.
pilot | en | Two tenants on our stair have had the key since June, we ask nothing for it.
customers | en | Nineteen bookings last season at £45, and three of them twice.
customers | en | We did eight gardens in the autumn, all of them settled up.
idea | en | There is a name and a spreadsheet. I haven't told the neighbours.
idea | en | A map with the stops drawn in, and a price from the garage for the van.
prototype | en | My cousin wired up one unit; it counts, but it counts dogs as well.
pilot | en | For the whole of Lent term a class at St Aidan's kept it on their windowsill. We sent \
no bill.
talks | en | The trust is in principle for it, the head groundsman as well. We have no machine.
customers | en | Ten boxes a week go to the hotel, who settle at the end of the month.
prototype | en | Twelve sheets printed on the office machine, I have folded three.
talks | en | Seven out of eleven mums at the gate put their name on my clipboard.
pilot | en | I walked the dogs of four people in our close for a month, as a favour.
prototype | en | It reads 8 out of 10 labels on my desk; the other two it invents.
pilot | en | Whitsun weekend we had it on the village green, 120 people had a go, free.
customers | en | A farm in the next valley bought the first one and wants another.
idea | en | I own the van and the pump. Otherwise it is a plan.
prototype | en | We got the old kiln going again and lost half of the first firing.
talks | en | The landlord has shown us the cellar and is waiting for our answer. No keys yet.
pilot | en | One nursery got the first crates from us, on the condition that they tell us what rots.
talks | en | So far only conversations: two mills, a dyer, and the woman from the council.
prototype | de | Ein Gerät hängt an unserem Zaun, seit der Kirchweih ohne Ausfall.
talks | de | Bei vier Betrieben durfte ich durch die Halle gehen, zwei möchten ein Angebot.
pilot | de | Zwei Wochen stand der Wagen im Hof der Förderschule, 31 Kinder sind gefahren. \
Gekostet hat es sie nichts.
customers | de | Elf Haushalte bekommen die Kiste, abgebucht wird monatlich.
idea | de | Einen Stellplatz hätten wir und den Führerschein. Mit den Höfen wurde noch nicht \
geredet.
prototype | de | Ungefähr 60 kg getrocknet, in der Darre vom Schwager, das meiste selbst gegessen.
talks | de | Drei Schulleitungen sagen ja, schriftlich ist davon nichts.
customers | de | Auf dem Herbstmarkt gingen 80 Gläser weg, das Stück zu 6 €.
prototype | de | Die Seite lässt sich anklicken, die Daten darin sind erfunden.
pilot | de | Frau Köhler und zwei aus ihrem Haus lassen sich seit Februar von uns fahren, gegen \
nichts.
talks | de | Ich war bei sechs Imkern auf dem Hof. Vier haben mir ihre Zahlen mitgegeben.
idea | de | Steht alles nur in einer Datei. Gebaut ist kein Stück davon.
prototype | de | Zweimal haben wir den Kessel angeheizt, beim zweiten Mal blieb die Naht dicht.
customers | de | Letzten Winter haben wir 14 Dächer abgeräumt, jedes Mal gegen Rechnung.
pilot | de | Der Sportverein leiht sich unser Muster jeden Dienstag, Miete nehmen wir keine.
talks | de | Zwei Gemeinderäte haben es auf die Tagesordnung gesetzt. Ein Gerät gibt es nicht.
talks | de | Der Förster und die Waldbesitzer wären dabei, die Maschine fehlt.
prototype | de | Das Programm erkennt in meinem Büro 40 von 50 Belegen, draußen hat es noch keiner \
gesehen.
customers | de | Fünf Kantinen, seit August, jede mit Vertrag über ein Jahr.
idea | de | Vorhanden: ein Logo, eine Tabelle, viel Mut.
pilot | de | Im Advent haben wir an drei Sonntagen im Heim vorgelesen, 20 hörten zu, umsonst.
talks | de | Auf unseren Aushang haben sich 17 gemeldet.
pilot | fr | L'école nous a laissé la cour trois mercredis, une trentaine d'enfants sont montés \
dessus, sans payer.
talks | fr | Quatre mairies nous ont reçus, deux veulent un devis.
prototype | nl | Er staat er één in onze schuur, hij lekt nog.
customers | nl | Vorig jaar 22 tuinen gedaan, allemaal betaald.
talks | es | Fui a ver a nueve panaderos, cinco quieren probarlo.
prototype | es | Hicimos dos en el taller de mi tío y una se rajó.
idea | nl | Alleen een tekening en een naam.
prototype | en | Our own barn has one above the door; it wakes us whenever a fox goes by.
customers | en | Wrapped 60 hampers before Christmas, £28 apiece, and the bank is happy.
pilot | en | Our vicar lets the choir rehearse with it, six weeks now, nobody is out of pocket.
prototype | en | Glazed and fired: nine tiles, seven of them flat.
talks | en | Three clinic managers took my call and one has pencilled us in for a visit.
idea | en | Honestly, a title and two diagrams; my co-founder starts in March.
customers | en | The caravan park took 12 and has come back for 12 more, invoice at 30 days.
pilot | en | We fed forty at the shelter from the van on New Year's Eve. They paid in thanks.
prototype | en | Version two of the jig is clamped in the vice. It slips at full load.
talks | en | I stood outside the surgery for two mornings with a clipboard and spoke with 31 \
patients.
customers | en | About a third of the slots in October were taken, at full price.
pilot | en | Borrowed a marquee, did one Saturday at the show, 90 pairs of boots cleaned, not a \
penny changed hands.
prototype | en | Works with the three parcels I made up. I would not show it to a stranger.
pilot | en | Two night wards at the infirmary have been on it for a month as guinea pigs.
customers | en | Fourteen standing orders, the oldest from February.
prototype | en | My son printed a case for it, I did the wiring, and it lasted one shower.
prototype | de | Vier Bretter verleimt, zwei davon im Regen vergessen, die halten.
talks | de | Mit der Leiterin vom Heim ein Kaffee, mit dem Träger eine Mail. Mehr war nicht.
customers | de | Seit dem Sommer rechnen wir mit drei Tierärzten ab, quartalsweise.
pilot | de | Der Hort nebenan hat zwei Kisten bei sich stehen und füllt sie seit September selber \
nach, ohne Geld.
idea | de | Es existiert eine Kalkulation, und meine Frau hat genickt.
prototype | de | Auf dem Teststand dreht es sich, bei Regen haben wir es noch nicht gewagt.
talks | de | Neun Wirtsleute haben den Bogen zurückgeschickt, sechs mit Ja.
customers | de | Voriges Jahr 31 Fuhren, alle überwiesen.
prototype | de | Mein Vater hat den Rahmen geschweißt, ich die Steuerung gelötet. Gefahren ist \
bisher bloß der Hund.
talks | de | Der Bauhofleiter hat uns das Lager aufgesperrt und will es dem Rat vorlegen.
idea | de | Gerede unter Brüdern, sonst eine Skizze.
customers | de | Die ersten 200 Flaschen sind weg, der Hofladen hat sie uns abgenommen.
pilot | de | Drei Stammgäste vom Café nehmen den Becher seit vier Wochen mit und bringen ihn wieder.
talks | de | Zwölf Landwirte am Tisch, acht Hände oben.
customers | de | Jeden Donnerstag neun Essen, 7 € das Stück.
prototype | de | Der Bot läuft und beantwortet mir meine eigenen Fragen, oft falsch.
talks | de | Zwei Reedereien prüfen unser Papier, die dritte hat abgesagt.
pilot | de | Im Mai haben wir die Kinder von zwei Gruppen eine Woche lang begleitet, das war ein \
Geschenk von uns.
customers | fr | Trois cantines nous prennent 40 kg par mois, facture à la fin.
talks | nl | Vijf boeren gesproken, twee willen er één op proef.
pilot | nl | Twee klassen hebben er een maand mee gewerkt, we vroegen er niets voor.
pilot | es | Llevamos tres sábados con los niños de la parroquia, sin cobrarles nada.
idea | fr | Un cahier, un nom, et l'envie.
pilot | en | Both classes at the primary have kept theirs for half a term. The head hasn't had an \
invoice and won't get one.
prototype | en | Six months of evenings, one working arm, and it picks up eggs. Nobody outside the \
shed knows.
talks | en | The foundry foreman walked me through and said come back with a price.
idea | en | We have got the lease and the pans. Cooked nothing, asked no one.
pilot | en | Two of the allotment holders let it water their beds all July.
customers | en | The choir hired it for both concerts, £90 a time.
prototype | en | Fourteen metres of it woven, on a loom that was my grandmother's.
talks | en | Everyone at the breed society show wanted to know when. That's the whole of it.
talks | en | My old boss is keen, and the port says yes if the insurers do.
pilot | en | The parish office has had the login for a quarter; they put in the funerals, we don't \
charge.
prototype | en | We iced 200 biscuits and sent them to ourselves by post. Eleven broke.
customers | en | In the first winter 19 chimneys, all invoiced, one still owes us.
talks | en | Signed nothing. But the two depots gave us a tour and the manager keeps phoning.
prototype | en | You type in the postcode and get a list. It's mostly wrong.
prototype | de | Der dritte Versuch hält dicht, die ersten beiden liegen hinterm Stall.
talks | de | Bei der Gemeinde waren wir zweimal, der Amtsleiter findet es vernünftig.
customers | de | Seit Pfingsten jeden Freitag auf dem Markt, um die 30 Brote, ausverkauft bis elf.
pilot | de | Fünf Familien aus der Straße haben seit drei Wochen je eines in der Küche. Dafür \
verlangen wir nichts.
idea | de | Bislang bloß gerechnet und eine Halle angeschaut.
prototype | de | Die ersten acht Kerzen brennen, aber sie rußen.
talks | de | Unsere Umfrage haben 64 ausgefüllt, 40 davon würden kommen.
customers | de | Zwei Kommunen haben bestellt, eine davon ist schon beliefert und abgerechnet.
prototype | de | Ich hab mir im Keller eins zusammengeschraubt, es schafft 40 Stück in der Stunde.
talks | de | Der Kreisjägermeister hat uns zum Hegering mitgenommen, da waren 30 Leute und viele \
Fragen.
idea | de | Die Genehmigung hätten wir, die Wiese auch. Angefangen ist nichts.
pilot | de | Einen Winter lang durften die Leute aus dem Haus unsere Schlitten holen, einfach so.
customers | de | Acht Schüler, jeder zahlt 25 € die Stunde.
prototype | de | In der Küche stehen sechs Gläser, die nächste Woche aufgemacht werden.
talks | de | Es gibt eine Zusage vom Klinikum und drei halbe.
prototype | de | Die Karte mit den ersten 20 Höfen ist online, weiß aber noch keiner.
pilot | de | Der Tierarzt in Murau füllt es seit Februar bei jedem Besuch aus. Geld ist keines \
geflossen.
idea | de | Es ist ein Plan, mehr nicht, und ein Konto mit 3.000 €.
customers | de | Die Pension Huber nimmt uns wöchentlich die Wäsche ab, 180 € im Monat.
prototype | en | A length of it has hung in our wash house since Lammas and the mould has not come \
back.
talks | en | Two of the four ferry captains had us on the bridge for a crossing. They'd have it \
tomorrow, they say.
pilot | en | A riding school over the hill had the loan of one for the summer holidays.
customers | en | Sixty-two jars at the harvest supper, £4 each, nothing came home.
idea | en | Only the two of us, a whiteboard and a quote for the mould.
prototype | en | The first three have been through the wash forty times on our own line.
pilot | en | Last term I took the after-school group at St Bride's on Mondays, fourteen children, \
and asked for nothing.
talks | en | The vicar put it in the parish magazine and nineteen households wrote in.
prototype | en | It can tell a beech from a hornbeam nine times out of ten, if I hold the leaf \
still.
talks | en | Seven landladies filled in our form; the council officer hasn't rung back.
idea | en | The barn is ours and the planning consent is in. There are no animals yet and no one \
has been asked.
pilot | en | My neighbour's guesthouse has put the card in its rooms since May, no commission.
customers | en | One quarry has had us out twice and paid both invoices.
prototype | en | Poured two slabs in the yard. The second didn't crack.
talks | en | A surveyor, two roofers and the man from the heritage office have looked over the \
drawings with me.
prototype | en | Eighty minutes of tape, cut to twelve, and only my editor friend has heard it.
pilot | en | Thirteen people from the sheltered flats came on the first two outings, the minibus \
was on me.
prototype | de | Das Muster liegt seit Ostern auf unserem Dach und ist noch dicht.
pilot | de | Zwei Tagesmütter haben seit Juni je einen Kasten und schicken mir freitags, was fehlt.
talks | de | Drei Wirte und die Frau vom Tourismusbüro haben sich die Mappe angesehen.
customers | de | Im ersten Jahr 48 Körbe, jeder vorab bezahlt.
prototype | de | Sieben Liter gebrannt, auf der Anlage vom Onkel, noch ohne Etikett.
idea | de | Ein Grundstück ist da, sonst ein Stapel Papier.
talks | de | Der Schulleiter will, der Elternbeirat auch, der Träger überlegt.
pilot | de | Für die Tafel haben wir vier Samstage gefahren, ohne einen Cent.
prototype | de | Es zählt schon, aber nachts zählt es die Motten mit.
talks | de | Am Infostand haben 55 ihre Adresse hingeschrieben.
prototype | de | Auf dem Handy von meiner Frau läuft die erste Fassung, sie schimpft viel.
customers | de | Fünf Pensionen lassen bei uns waschen, Rechnung am Monatsende.
pilot | de | Im Freibad stand es den ganzen Juli, benutzt haben es etwa 200, gekostet hat es \
keinen was.
idea | de | Den Lehrgang hab ich, die Säge auch, Aufträge keine.
talks | de | Die Kurverwaltung hat uns zweimal eingeladen, beim zweiten Mal war der Bürgermeister \
dabei.
prototype | de | Drei Folgen fertig geschnitten, hochgeladen ist keine.
talks | de | Mit den Leuten vom Deichverband bin ich den Deich abgegangen, sie haben genickt.
customers | de | Heuer 17 Bäume geschnitten, 90 € der Baum.
pilot | de | Die Kollegen auf Station 4 füllen es seit zwei Wochen nebenher aus.
prototype | de | Einer läuft bei uns in der Scheune, aber nur wenn man ihn anschubst.
talks | de | Drei Ortsvorsteher haben mich eingeladen, zwei davon wollen Zahlen sehen.
customers | de | Zwei Höfe haben ihn gemietet, 40 € am Tag.
idea | de | Gefunden haben wir den Raum, mehr noch nicht.
prototype | de | Die erste Lieferung aus dem 3D-Drucker war krumm, die zweite passt.
talks | de | Mit der Krankenkasse hab ich telefoniert und mit zwei Praxen.
pilot | de | Meine alte Schule arbeitet seit Ostern damit, drei Klassen, kostenlos.
prototype | de | Wir haben einen Sack Späne vergoren, es roch, und am Ende brannte es.
idea | de | Noch ist es ein Gedanke und ein Zeitungsausschnitt.
talks | de | Vier von neun Bauern, die ich gefragt hab, würden einen nehmen.
pilot | de | Ein Altersheim in Murten hat ihn sechs Wochen gehabt, die Schwestern haben \
Strichlisten geführt.
customers | de | Der Stadtgarten hat im Mai zwei bestellt und im Juni bezahlt.
prototype | de | Der Teig ist da, das Rezept steht, gebacken wird noch im Ofen der Nachbarin.
prototype | de | Ein alter Kinderwagen mit einem Motor dran, er schafft den Berg.
talks | de | Beim Landrat vorgesprochen, er hat den Entwurf behalten.
customers | de | Elf Paare waren da, jedes hat 90 € für den Abend gegeben.
idea | de | Ein Ordner mit Angeboten und die Zusage meiner Frau.
prototype | en | There's one in the greenhouse, it opens the vents at 24 degrees and then forgets \
to shut them.
talks | en | The lifeboat crew gave me an afternoon and a long list of what's wrong with the old \
one.
pilot | en | Eight households on our lane have swapped with each other through it since spring, no \
fee.
customers | en | Hired out eleven Saturdays so far, £120 a time.
idea | en | It's on the back of a seed catalogue, with costs.
talks | en | Went to the growers' meeting, nineteen hands went up.
pilot | en | One ward has had it on trial since the clocks changed; the matron reports every Friday.
prototype | en | I ran it past my own receipts for March, it got 31 of 40.
talks | en | Five smallholders are in if it costs under fifty, they said so at the mart.
pilot | en | We ferried walkers across for two weekends, donations in a tin for the lifeboat.
customers | en | Forty-one members have renewed.
idea | en | Just the maps and a lot of evenings reading.
prototype | en | Sewn: two. Worn: one, by me, in the rain.
talks | fr | La directrice de l'école est d'accord, la mairie réfléchit.
prototype | fr | J'ai monté un premier cadre avec mon frère, il tient.
pilot | fr | Le club l'a eu tout l'hiver, on n'a rien demandé.
customers | es | En diciembre hicimos 40 cestas y las cobramos todas.
prototype | nl | De eerste twintig potten staan bij mij in de kelder.
prototype | de | Zwei Fässer stehen im Keller vom Schwiegervater, das dritte ist ausgelaufen.
talks | de | Vom Tourismusverein kam ein Brief, sie wären gern die Ersten.
pilot | de | Der Pfarrgemeinderat druckt damit seit Lichtmess das Blatt, ohne dass er etwas zahlt.
customers | de | Die ersten sechs Gruppen haben im Voraus gezahlt, zwei kommen wieder.
idea | de | Wir haben den Bauplan und sonst die Hoffnung.
prototype | de | Aufgebaut ist eine Reihe, auf unserem eigenen Acker, und die Pumpe tropft.
talks | de | Sieben Bäuerinnen waren bei uns in der Küche und haben gesagt, was sie brauchen.
customers | de | Pro Woche gehen etwa 25 Portionen raus, bezahlt wird vorher.
pilot | de | Den Winter über hat die Bergwacht zwei davon getragen, geliehen von uns.
talks | de | Die Hausverwaltung will ein Angebot, der Hausmeister hat mir alles gezeigt.
pilot | de | In zwei Klassen lief es vor den Ferien, die Lehrerinnen haben es selber bedient.
customers | de | Eine Gärtnerei zahlt seit Mai 35 € im Monat.
prototype | de | Bis jetzt backe ich für uns, zwei Mal die Woche.
talks | en | Nobody on the quay said no; the harbour office wants to see it float first.
pilot | en | The lads at the rowing club have been logging on it since the Head in March.
idea | en | Two sheets of sums and my sister's blessing.
prototype | en | It dries a tray in nine hours; I've done eleven trays of my own apples.
talks | en | I sat at the back of three parents' evenings and asked. Most would sign up.
pilot | en | For the last month the food bank has used our list at the door, and they ring me when \
it's wrong.
customers | en | Eleven standing at £15 a month, one dropped out in June.
prototype | en | The website is up with four made-up farms on it.
talks | en | A county archivist and two of her volunteers have promised me an afternoon each.
pilot | en | We lent the first pair to a girl at the riding centre who rode in them all summer.
customers | en | One board has paid for a season and a second has signed.
prototype | en | Played it to my own two at bedtime, twelve evenings.
"""


@pytest.mark.parametrize(
    ("stage", "language", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_a_dry_answer_tells_the_stage(stage, language, said):
    assert stage_told(language, said) == stage
