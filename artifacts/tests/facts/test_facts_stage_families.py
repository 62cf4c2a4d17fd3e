"""How far founders are, in the words of many; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}
TOLD = """
prototype | en | The first kiln sensor sits in my brother's kiln and texts me at odd hours. No \
potter outside the family has one.
pilot | en | Two allotment societies have been swapping seed through it since February, no \
charge, and one has asked for a second login.
talks | en | I have stood at the school gate on four mornings and spoken to 31 parents; 19 gave \
me their number.
idea | en | There is a spreadsheet and a name. I have not told the harbour yet.
customers | en | Eleven households have had a box every Friday since September and pay me at the \
door.
prototype | en | I have built two of the hives and a friend's bees moved into one of them.
talks | en | The vet in Hawes says she would send people. Two farmers laughed. That is the sum \
of it.
pilot | en | Last winter I cooked for nine of the widowers on Wednesdays in the chapel kitchen \
and took no money.
customers | en | We did 14 weddings last season with one borrowed marquee, invoices all settled.
prototype | en | The app opens, shows the tide and then crashes. It has been on my phone and my \
wife's.
talks | en | Three choirs have told us they would pay, one has told us we are mad.
idea | en | Nothing yet except a page of sums and a shed.
prototype | en | I roasted 40 kg in the garage in October and we drank it ourselves.
talks | en | So far only conversations: six beekeepers, a miller and the man from the council.
customers | en | 23 people on the list, 17 of them pay already.
prototype | en | A mock-up of the ticket page, and that is all there is to see. Four drivers \
have clicked through it.
pilot | en | We ran three repair evenings in the spring as a dry run, 46 people turned up, the \
hall was free and so were we.
customers | en | Four shops stock it on sale or return and 212 jars have sold since Easter.
talks | en | Letters from two headteachers and a maybe from a third. The boat is still in bits.
idea | en | It is all in a notebook. I have not dared to ask anyone.
prototype | en | My cousin soldered a box that opens the gate when you text it. Works nine times \
out of ten.
pilot | en | The lifeboat crew have used it on five call-outs, I charge them nothing.
talks | en | Put a card in the post office window, 26 people rang. Nobody has been picked up yet.
customers | en | Since March I teach two groups in the scout hut, fourteen learners at £9 an \
evening.
prototype | en | We pressed apples from our own orchard twice, 300 bottles, mostly still in the \
cellar.
talks | en | A survey in the village hall, 88 forms came back, 61 would use it at least monthly.
prototype | en | There's a working version on a spare laptop. The librarian has seen it, no \
readers have.
customers | en | One brewery takes all I make, about 60 crates a month, and pays within the week.
talks | en | I have been to see eight dentists. Five would give me a key.
prototype | en | 12 lessons are recorded, nobody has watched them but my sister.
pilot | en | Ten families from the nursery tried the boxes for three weeks at no cost; seven \
want to go on.
customers | en | 140 tickets sold for the trial sailing in May, at £12.
talks | en | We presented it to the allotment committee twice. They have minuted that they \
support it.
prototype | en | The trailer is welded and painted and stands in the yard. It has not been \
anywhere.
pilot | en | Our own surgery has been sending its reminders through it since July, the two \
others are waiting to see.
talks | en | Got seven names on a sheet of paper and a promise of the church hall.
idea | en | An idea at the kitchen table, and a domain I bought in a weak moment.
customers | en | Since the summer holidays 9 families have paid for the term.
prototype | en | I printed thirty of the maps and hung them up at the bus stops to see what \
happens.
pilot | en | Ran it as a favour for one regatta; they scored 52 boats with it.
talks | en | Half the street has said they would join, the other half was out.
customers | en | Two dairies have a subscription. One more is thinking about it.
prototype | en | Two tubs of the stuff are on my windowsill. I wash with it, and so does Nan.
talks | en | The estate has given me its word on the yard, and four chefs said yes when I cooked \
for them at home.
idea | en | I have read everything there is about it and drawn a floor plan.
prototype | en | Finished one chair, sat on it for a month, glued it again.
prototype | de | Zwei Geräte hängen in der Scheune meines Schwagers und funken meistens.
pilot | de | Die Grundschule in Nesse hat es im Mai zwei Wochen lang mit 44 Kindern ausprobiert, \
ohne Rechnung.
talks | de | Ich war bei sechs Imkern auf dem Hof, vier würden mitmachen, einer hat mich \
rausgeworfen.
idea | de | Bisher nur ein Konzept von drei Seiten. Gesprochen habe ich mit niemandem.
customers | de | Elf Familien bekommen seit Oktober jede Woche eine Kiste und überweisen am \
Monatsende.
prototype | de | Ein Prototyp läuft auf meinem Tablet, die Kellnerin im Löwen hat einmal \
draufgetippt.
talks | de | Der Bürgermeister findet es gut, zwei Vereine haben im Protokoll stehen, dass sie \
mitmachen.
pilot | de | Im Advent haben wir drei Samstage lang kostenlos ausgefahren, 37 Haushalte.
customers | de | Vier Cafés nehmen das Brot schon, zusammen 60 Laibe die Woche, bar bei Lieferung.
prototype | de | Gebraut habe ich sechs Sude, getrunken haben wir sie selbst.
talks | de | Auf der Liste im Pfarrbüro stehen 29 Namen. Losgefahren ist noch keiner.
idea | de | Es steht alles in einem Heft, mehr ist es nicht.
customers | de | Seit dem Frühjahr habe ich 31 Räder gewartet, je 45 Euro.
prototype | de | Der Anhänger ist umgebaut und hat TÜV, gefahren ist er noch nicht.
pilot | de | Meine Nachbarin und vier aus dem Frauenkreis probieren die App seit September aus, \
umsonst.
talks | de | Mit 14 Wirten telefoniert, neun wollen ein Angebot sehen.
customers | de | Zwei Kitas zahlen seit August, eine dritte kommt im Januar dazu.
prototype | de | Ich habe 20 Gläser eingekocht und im Dorf verschenkt, um zu hören, was man sagt.
pilot | de | Der Turnverein bucht seine Halle seit März darüber, gezahlt wird noch nicht.
talks | de | Zwei Ärztinnen haben zugesagt, mir eine Stunde zuzuhören. Eine hat es getan.
idea | de | Die Idee ist vom Sommer, das Angebot vom Schreiner auch.
prototype | de | Eine Klickstrecke gibt es, sechs Hebammen haben sie gesehen.
customers | de | Drei Gemeinden haben bestellt und die erste hat bezahlt.
pilot | de | Das Seniorenheim St. Anna hat einen Monat lang mit zwei Stationen getestet. \
Kostenlos.
talks | de | Wir haben auf dem Markt gestanden und 120 Leute gefragt, 70 würden kaufen.
prototype | de | Die Webseite steht, buchen kann man noch nicht.
customers | de | Verkauft haben wir 85 Stück auf zwei Märkten.
pilot | de | Sechs Wochen habe ich für einen Bauern die Gülle gemessen, aus Gefälligkeit.
talks | de | Bisher Gespräche mit dem Förster und mit drei Sägewerken.
prototype | de | Wir haben eine Saison lang zu zweit auf dem eigenen Acker geübt, 200 kg Linsen.
talks | en | Four campsites want it in writing before they say anything else.
prototype | en | A rough demo, shown to two skippers.
customers | en | It has earned £640 since June, all from three pubs.
talks | en | No product. 40 emails sent, 11 answers, 6 of them friendly.
prototype | en | The recipe is done, batch seven was the first I would serve.
pilot | en | A class of 26 has been using it on Fridays since half-term.
customers | en | Our first two customers are a bakery and a garage; both pay monthly.
talks | en | The association put it on the agenda and 23 raised their hands.
pilot | en | My old school lets me run it with one class for nothing this term.
prototype | en | Tested it in the bath and once on the reservoir. It floats.
talks | en | I have a letter of intent from one hospital trust, and that took five months.
customers | en | 6 trial members at half price since October, all paying by standing order.
prototype | en | Everything is built, nothing is switched on.
talks | en | The bank has asked for a plan, eleven neighbours have asked for bread.
talks | en | I've walked the route with the head forester and four guides want to be on it. The \
signs exist as a PDF.
customers | en | A dozen regulars at the Thursday pitch, £340 on a good night. The second pitch \
is a wish.
pilot | en | Our church has used the rota for two seasons; two others borrowed it for a fete. No \
money has changed hands.
prototype | en | Kitchen's built and passed, oven lit twice, nobody fed yet.
customers | en | Sold 30 at the Christmas fair for $25 and have had nine people write for more.
pilot | en | Six neighbours leave their tools with me already and I hand them out, it's all on \
trust and there is no fee.
prototype | en | A friend and I put together a version over a weekend. It does one hall and one \
choir, both made up.
talks | en | Had a stand at the county show: 140 cards, 37 of them with a phone number. One \
farmer offered me his field.
customers | en | Two schools in, both on an annual invoice, one renewed in September.
pilot | en | Ran the bus for one week in May with a hired driver. 63 people rode and paid nothing.
prototype | en | There are eleven finished episodes in a drawer. My mum has heard three.
idea | en | So far a name, a drawing by my daughter and a spreadsheet that adds up if you squint.
talks | en | My old boss will lend me a bench and two of my clients have said they'd follow me.
customers | en | I've been doing it on the side for two years, about 40 jobs, all paid. What's \
new is the van.
prototype | en | One dryer, made of an old fridge. It has dried 14 kilos of plums, mostly mine.
pilot | en | The day centre lets me come on Mondays. Nine of them take part, it costs them \
nothing.
talks | en | The harbour board has had my letter on its agenda twice. Skippers nod when I \
explain it, that's as far as it goes.
customers | en | Preorders: 52, paid in full, from a mailing list of 400.
prototype | en | It recognises my own voice and nobody else's.
pilot | en | Five beekeepers have had a scale under one hive since April, on the house.
idea | en | Nothing but the two of us and a whiteboard.
prototype | en | Printed one copy of the guide and lost it on the moor. Found it again. It works \
in the rain.
customers | en | Last summer 18 families paid for a week each, and I turned four away.
pilot | en | I lend my own three kayaks out to the neighbours, no charge, to learn what breaks.
talks | en | We have the parish council behind us and 31 names on a petition.
prototype | en | The code runs, the plates print, the till does not talk to it.
customers | en | €2,100 in sales since May, through a friend's shop.
talks | en | Two clinics asked me to come back with numbers. I did. They are thinking.
pilot | en | It's live in one pub, which is my brother-in-law's, and he gets it free.
prototype | en | I made a film of how it should work, and a cardboard box with a button.
talks | en | I did the rounds of the allotments with a clipboard, 44 said they'd pay.
customers | en | The first three boats are booked and the deposits are in the bank.
talks | de | Bei drei Bäckern war ich frühmorgens in der Backstube, zwei wollen mitmachen, wenn \
der Preis stimmt.
prototype | de | Im Keller steht ein Gestell aus Dachlatten, das tut, was es soll. Vorgeführt \
habe ich es dem Hausmeister.
pilot | de | Seit Ostern fahre ich jeden Freitag fünf Nachbarinnen zum Einkaufen, Benzin zahle \
ich.
customers | de | Voriges Jahr 47 Christbäume verliehen, 25 Euro das Stück, alle bis auf drei \
wieder da.
talks | de | Der Verband hat mich reden lassen, danach standen elf Leute am Tisch und haben ihre \
Adresse dagelassen.
prototype | de | Eine Seite mit erfundenen Terminen, mehr nicht. Man kann klicken und es \
passiert etwas.
pilot | de | In der Klasse meiner Schwester läuft es seit den Herbstferien, 24 Kinder, die \
Schulleitung weiß Bescheid.
customers | de | Zwei Hotels bestellen alle vierzehn Tage, die Rechnungen sind bezahlt.
talks | de | Vom Landrat gibt es einen freundlichen Brief, von den Bauern Schulterzucken und \
drei Zusagen.
prototype | de | Ich habe die erste Kiste gebaut und mit Sand gefüllt, um zu sehen, ob der Boden \
hält.
pilot | de | Acht Wochen lang durfte ein Jugendclub unsere Bretter benutzen. Geld haben wir \
nicht gesehen.
customers | de | Auf dem Weihnachtsmarkt gingen 130 Gläser weg, seither rufen Leute an.
idea | de | Außer diesem Text und einer Skizze auf Butterbrotpapier existiert nichts.
talks | de | Fünf Vermieter würden es nehmen, sobald es eine Versicherung gibt.
prototype | de | Das Gerät liegt auf meinem Schreibtisch und misst die Luft in meinem Zimmer.
customers | de | 14 Abonnentinnen, die jeden Monat 6 Euro überweisen, hauptsächlich Bekannte von \
Bekannten.
pilot | de | Drei Haushalte im Haus nutzen die Waschküche nach unserem Plan, probehalber und \
gratis.
talks | de | Auf unseren Aushang haben sich 19 Mütter gemeldet.
prototype | de | Gelötet, gegossen, einmal überfahren, geht noch.
talks | de | Beim Stammtisch vorgestellt. Gelacht haben sie nicht, und der Wirt hat gefragt, \
wann es losgeht.
customers | de | Im Oktober haben die ersten drei Firmen unterschrieben und angezahlt.
prototype | de | Es gibt ein Muster, das meine Tochter zum Spielen benutzt.
prototype | en | The oven is in and I have baked for my own household every Saturday since June.
talks | en | I sat in the waiting room of two surgeries and asked people. Twenty would, six \
would not.
customers | en | We've billed one museum for a trial month and the second one's contract is \
signed.
pilot | en | A gardening club of 40 lets me run the swap on its Tuesdays. Nothing is charged.
idea | en | Zero. A sketch and this form.
prototype | en | There's a demo you can poke at; the numbers in it are invented.
talks | en | My GP is in favour, the practice manager wants it in writing, and that's how things \
stand.
customers | en | My Saturday stall turns over about £280 and has done since spring.
pilot | en | Three ferries carry our form on paper already, as a favour to an old mate.
prototype | en | I've modified two of my own looms and they've held up for 60 metres.
talks | en | 112 people have filled in the web form, four of them are relatives.
prototype | en | We flew the drone over our own meadow eleven times and missed one hare.
pilot | en | Since half-term the after-school club has borrowed five kits. They bring them back, \
mostly whole.
customers | en | Ten lessons given, eight paid, two were friends.
idea | en | We've registered nothing, built nothing and told nobody.
talks | en | A chef has promised to put it on the menu once there is enough of it.
customers | en | I have 3 farms on contract and a waiting list of 11.
pilot | en | Last term one teacher used the worksheets with 28 pupils and sent me her notes.
talks | en | The landlord of the old mill has shown me round twice and named a rent.
prototype | de | Die erste Charge steht im Keller und ist genießbar.
talks | de | Ich habe bei zwölf Höfen angeklopft. Fünf haben aufgemacht, drei fanden es gut.
customers | de | Im Sommer habe ich 22 Dachrinnen gereinigt, alle bezahlt.
pilot | de | Zwei Kolleginnen rechnen seit Februar damit ab, ich verlange nichts.
idea | de | Angefangen ist nichts. Ich habe nur die Halle im Auge.
prototype | de | Ein Probeheft gibt es, gedruckt am Bürodrucker, gelesen von meinem Vater.
talks | de | Auf der Messe haben mir 40 Leute ihre Karte gegeben.
customers | de | Die Gaststätte nimmt jede Woche zehn Kilo ab und zahlt pünktlich.
pilot | de | Beim Stadtlauf durften wir die Zeiten nehmen, 300 Läufer, ohne Honorar.
talks | de | Zwei Kitas haben schriftlich Interesse bekundet.
customers | de | Bislang 60 Vorbestellungen, 48 davon bezahlt.
prototype | de | Ich habe den Anhänger meines Bruders umgebaut und einmal um den Block gezogen.
pilot | de | Im Haus meiner Eltern und bei zwei Nachbarn hängt je einer, seit August, gratis.
talks | de | Der Gemeinderat hat einstimmig gesagt, wir sollen mal machen.
customers | en | Four of the six pilot cafés stayed on and now pay.
pilot | en | We cleaned the beach huts of one street for free in April to learn how long it takes.
talks | en | Nobody has used anything. Eight nurses have told me what is wrong with the present \
form.
"""


def stage_of(language: str, said: str) -> str | None:
    told = {"idea": IDEAS[language], "stage": said}
    stage = read_facts(told, today=date(2026, 11, 29)).stage.value
    return stage.stage if stage else None


@pytest.mark.parametrize(
    ("stage", "language", "said"),
    [line.split(" | ", 2) for line in TOLD.strip().splitlines()],
)
def test_a_stage_is_told_in_many_ways(stage, language, said):
    assert stage_of(language, said) == stage


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I want to start in the spring. So far I have only saved up."),
        ("en", "I've priced everything and dreamt about it. That's all."),
        ("de", "Wir haben uns das im Urlaub ausgedacht und seitdem viel gelesen."),
    ],
)
def test_what_is_wished_or_prepared_leaves_the_stage_open(language, said):
    assert stage_of(language, said) in (None, "idea")
