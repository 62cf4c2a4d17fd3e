"""Traits as founders tell them in other words; the sentences are nobody's in the measured sets."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home. " * 4,
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben. " * 4,
}
TOLD = """
takes_payments | yes | price | en | £6 a ticket, paid when they book.
takes_payments | yes | price | en | Customers pay in the app before the box is packed.
takes_payments | yes | price | en | €4 a wash, coins or phone.
takes_payments | yes | price | en | $18 a month, charged to their card on the first.
takes_payments | yes | price | en | Eight pounds on the door, children half.
takes_payments | yes | price | en | They put the money in the tin by the gate.
takes_payments | yes | price | en | £22 a lesson, they pay me at the end of it.
takes_payments | yes | price | en | We keep 9 % of each sale and pass the rest on to the grower \
every Friday.
takes_payments | yes | first_version | en | Hirer pays the deposit online
takes_payments | yes | first_version | en | The rider pays the driver through us
takes_payments | yes | first_version | en | Walker buys a day pass
takes_payments | yes | price | de | 12 Euro pro Kiste, bezahlt wird bei der Abholung.
takes_payments | yes | price | de | 5 Euro Eintritt, Kasse ist an der Tür.
takes_payments | yes | price | de | Man zahlt beim Buchen, mit Karte oder PayPal.
takes_payments | yes | price | de | 9,90 im Monat, wird abgebucht.
takes_payments | yes | first_version | de | Die Käuferin zahlt im Laden
takes_payments | yes | first_version | de | Der Gast zahlt beim Aussteigen
takes_payments | no | price | en | £40 a month per school, invoiced each term.
takes_payments | no | price | en | The council pays us once a year against an invoice.
takes_payments | no | price | de | 300 Euro im Jahr pro Gemeinde, auf Rechnung.
takes_payments | no | price | de | Geld geht nicht über uns, das machen die beiden untereinander \
aus.
takes_payments | yes | price | en | $9 a head at the gate, kids under six free.
takes_payments | yes | price | en | Members tap their phone and $3 is gone from their balance.
takes_payments | yes | price | en | 12 % of the booking; the guest pays us, we pay the host two \
days after.
takes_payments | yes | price | en | £15 a box, and they settle up with the driver.
takes_payments | yes | price | en | €70 for the weekend, half of it when they reserve.
takes_payments | no | price | en | £180 a quarter per dairy, they get 30 days to pay our bill.
takes_payments | no | price | en | $400 a year per district, billed every July.
takes_payments | yes | price | de | 8 Euro die Stunde, das Kind bringt das Geld mit.
takes_payments | yes | price | de | Wer bucht, zahlt gleich mit Kreditkarte.
takes_payments | yes | price | de | 3,50 pro Waschgang, man wirft Münzen ein.
takes_payments | no | price | de | 90 Euro im Monat je Werkstatt, Rechnung am Monatsende.
personal_data | yes | first_version | en | A volunteer writes down who was visited and how they \
were
personal_data | yes | idea | en | A register of blood donors for the valley.
personal_data | yes | idea | en | We match widowers with people who cook.
personal_data | yes | first_version | en | The trainer enters each apprentice and ticks what \
they can do
personal_data | yes | first_version | en | Each pupil gets a login
personal_data | yes | first_version | en | The carer notes what mum ate
personal_data | yes | constraint | en | The names of the tenants must not leave the house.
personal_data | yes | constraint | de | Die Daten der Bewohner dürfen nicht in die Cloud.
personal_data | yes | first_version | de | Die Trainerin trägt ein, wer da war
personal_data | yes | first_version | de | Jeder Fahrer legt ein Konto an
personal_data | yes | constraint | en | People's wages are in it, so it has to be locked.
personal_data | yes | constraint | de | Die Schweigepflicht gilt auch für uns.
personal_data | no | idea | en | A pump that tells you when it runs dry.
personal_data | no | idea | en | We sell kindling by the sack.
personal_data | yes | idea | en | Who is on call this weekend? Our app knows for every vet in \
the valley.
personal_data | yes | first_version | en | The member uploads a photo of her membership card
personal_data | yes | idea | de | Ehrenamtliche besuchen einsame alte Leute, wir führen Buch, \
wer bei wem war.
personal_data | no | idea | en | A kiosk that sells firewood by the crate, day and night.
personal_data | no | idea | de | Eine Karte aller Trinkbrunnen im Kanton.
personal_data | no | first_version | en | The manager enters the size of the field
health_data | yes | idea | en | A diary for people with migraine.
health_data | yes | first_version | en | The nurse enters the wound and a photo of it
health_data | yes | idea | en | Reminds people with Parkinson's to take their tablets.
health_data | yes | idea | de | Ein Tagebuch für Leute mit Rheuma.
health_data | yes | first_version | de | Die Patientin trägt ihre Blutzuckerwerte ein
health_data | yes | idea | de | Ein Sturzmelder für alte Leute.
health_data | yes | constraint | en | What the physio writes down is medical, so it stays in the \
surgery.
health_data | no | idea | en | Bread for people who want to eat healthily.
health_data | yes | idea | en | Stroke patients practise speaking with it at home.
health_data | yes | first_version | en | She writes down when the contractions come
health_data | no | idea | en | Gym bags sewn from old tents.
health_data | no | idea | de | Gemüse aus der Region für Kantinen.
children | yes | idea | en | After-school chess for eight-year-olds.
children | yes | idea | en | Parents see where the school bus is.
children | yes | idea | en | A toy library for under-fives.
children | yes | target_user | en | Teenagers of 13 to 16 in the youth club.
children | yes | idea | de | Ein Ferienlager auf dem Hof für Kinder ab acht.
children | yes | idea | de | Nachhilfe für Fünftklässler.
children | yes | idea | de | Ein Laufbus: Eltern bringen die Erstklässler zu Fuß zur Schule.
children | no | idea | en | We repair the clocks of churches.
children | yes | idea | en | Forest mornings for three- to six-year-olds.
children | yes | idea | en | A bus that takes kids to football practice.
children | yes | target_user | de | Kinder von fünf bis zehn und ihre Eltern.
children | no | idea | en | A rota for allotment holders.
physical_goods | yes | idea | en | A vending machine for eggs at the farm gate.
physical_goods | yes | idea | en | I hire out cargo bikes by the day.
physical_goods | yes | idea | en | Kits for building your own nest box.
physical_goods | yes | idea | de | Wir bauen Regale aus altem Gerüstholz.
physical_goods | yes | idea | de | Eine Leihstelle für Babytragen.
physical_goods | no | idea | en | A calendar in the browser for shared halls.
physical_goods | no | idea | de | Eine App, die Wanderern sagt, welche Hütte offen ist.
physical_goods | yes | idea | de | Wir vermieten Schneeschuhe am Bahnhof.
physical_goods | yes | idea | de | Seife aus Molke, gerührt in der Waschküche.
physical_goods | no | idea | en | We teach people to read Ordnance Survey maps.
physical_goods | no | idea | de | Ein Buchungskalender für Tennisplätze.
on_site_service | yes | idea | en | A mobile hairdresser for care homes.
on_site_service | yes | idea | en | I sharpen knives at the back door of restaurants.
on_site_service | yes | idea | en | A piano tuner who comes to you.
on_site_service | yes | idea | en | We clear gutters on the estates.
on_site_service | yes | idea | en | A shop on wheels that stops in eleven villages.
on_site_service | yes | idea | de | Ich schneide Obstbäume bei den Leuten im Garten.
on_site_service | yes | idea | de | Ein rollender Hofladen, der in neun Dörfern hält.
on_site_service | yes | idea | de | Wir reinigen Solarmodule auf den Dächern.
on_site_service | yes | idea | de | Eine mobile Zahnärztin für Altenheime.
on_site_service | no | idea | en | A website on which people swap recipes.
on_site_service | no | idea | en | People bring their shoes to our shop.
on_site_service | yes | idea | en | We bring a planetarium into village schools.
on_site_service | yes | idea | en | Window cleaning for farmhouses up the dale.
on_site_service | yes | idea | de | Wir kommen mit der Obstpresse auf den Hof.
on_site_service | yes | idea | de | Ich richte alten Leuten daheim das Handy ein.
on_site_service | no | idea | en | Parcels are left in a locker at the station.
on_site_service | no | idea | de | Ein Podcast über Moore.
two_sides | yes | idea | en | A board where farmers offer work and students take it.
two_sides | yes | idea | en | Drivers with an empty seat and people without a car.
two_sides | yes | idea | de | Wer einen Stellplatz hat, vermietet ihn an Leute, die einen suchen.
two_sides | yes | idea | de | Höfe mit Arbeit und Leute mit Zeit finden sich bei uns.
two_sides | yes | idea | de | Eine Börse für Omas und Familien ohne Oma.
two_sides | no | idea | en | We rent out our own two boats.
two_sides | yes | idea | en | Restaurants post the shifts they cannot fill, cooks between jobs \
take them.
two_sides | yes | idea | en | Hill farmers rent their bothies to walkers, we are in the middle.
two_sides | yes | idea | en | Neighbours who cook a portion too many sell it to neighbours who \
did not.
two_sides | yes | idea | de | Handwerker geben Reste ab, Bastler holen sie sich.
two_sides | yes | idea | de | Vereine mit leerem Bus und Vereine ohne Bus.
two_sides | no | idea | en | A shop for second-hand school uniforms.
two_sides | no | idea | de | Wir liefern Mittagessen an Büros.
depends_on_partner | yes | constraint | en | Everything hangs on the ferry company letting us on \
board.
depends_on_partner | yes | constraint | en | If the mill says no, we have nothing.
depends_on_partner | yes | constraint | en | The data come from the water board, and it can \
switch them off.
depends_on_partner | yes | constraint | en | We need the surgery to give us the list.
depends_on_partner | yes | constraint | en | The hall is the parish's and they can give us \
notice any month.
depends_on_partner | yes | constraint | de | Wenn die Molkerei nein sagt, ist es vorbei.
depends_on_partner | yes | constraint | de | Alles steht und fällt mit der Schule.
depends_on_partner | yes | constraint | de | Die Daten kommen vom Wasserverband, der kann sie \
abstellen.
depends_on_partner | yes | constraint | de | Der Raum gehört der Kirche, sie kann jeden Monat \
kündigen.
depends_on_partner | no | constraint | en | We depend on nobody, the press is ours.
depends_on_partner | yes | constraint | en | The depot lets us park there for nothing, and \
nothing is in writing.
depends_on_partner | yes | constraint | en | If Etsy throws us out, that's it.
depends_on_partner | yes | constraint | de | Die ganze Molke kommt von einer einzigen Käserei.
depends_on_partner | yes | constraint | de | Der Pfarrer muss uns den Saal weiter lassen.
depends_on_partner | no | constraint | en | Wool we can buy anywhere.
seasonal | yes | target_user | en | Walkers who come between Easter and October.
seasonal | yes | idea | en | We pick elderflower and it is all over in three weeks in June.
seasonal | yes | problem | en | From November to March nobody comes.
seasonal | yes | price | en | £300 for the season.
seasonal | yes | constraint | en | The lambs come in March and April, the rest of the year it \
lies in the shed.
seasonal | yes | target_user | de | Wanderer, die zwischen Ostern und Allerheiligen kommen.
seasonal | yes | idea | de | Eis vom Hof, von Mai bis September.
seasonal | yes | constraint | de | Gepflückt wird nur drei Wochen im Juni.
seasonal | no | constraint | en | We are open the whole year.
seasonal | yes | idea | en | Ice skates for hire on the lake, January and February.
seasonal | yes | idea | en | Camps in the summer holidays.
seasonal | no | idea | en | We fix boilers all the year.
seasonal | yes | target_user | en | Cherry growers, who need it for six weeks in May and June.
hardware | yes | idea | en | A small box on the fence that texts you when the current drops.
hardware | yes | idea | en | A clip for the tap that counts litres.
hardware | yes | idea | en | A collar that tells you which cow is lame.
hardware | yes | idea | de | Ein Kästchen am Zaun, das sich meldet, wenn der Strom weg ist.
hardware | yes | idea | de | Ein Halsband, das sagt, welche Kuh lahmt.
hardware | no | idea | en | We repair radios.
hardware | yes | idea | en | A bell for gates that rings your phone.
hardware | yes | idea | en | We build a thermometer for compost heaps; the long one costs €49.
hardware | yes | idea | de | Ein Stab im Boden misst, wie trocken es ist.
hardware | no | idea | en | A box of vegetables every week that people like.
hardware | no | idea | de | Eine Kiste mit Spielen, die man ausleiht und die jeder kennt.
ai_output | yes | idea | en | It writes the minutes from the recording.
ai_output | yes | idea | en | A photo of the leaf and it tells you the disease.
ai_output | yes | idea | de | Sie fotografieren das Blatt, und das Programm erkennt die Krankheit.
ai_output | yes | idea | de | Aus der Aufnahme wird von selbst ein Protokoll.
ai_output | no | idea | en | We write the minutes by hand.
ai_output | yes | idea | en | You hum a tune and it finds the song and writes the chords.
ai_output | yes | idea | en | A bot answers tenants' questions at night.
ai_output | yes | idea | de | Ein Sprachmodell schreibt den Elternbrief in fünf Sprachen.
ai_output | no | idea | en | The editor writes the newsletter on Thursdays.
ai_output | no | idea | de | Die Lehrerin erkennt am Bild, wie weit das Kind ist.
works_offline | yes | constraint | en | It has to work down in the cellar where no phone works.
works_offline | yes | constraint | en | There is no signal on the moor, so it saves everything \
until they are back.
works_offline | yes | constraint | de | Im Stollen hat kein Handy Empfang, es muss trotzdem gehen.
works_offline | yes | constraint | de | Es muss auch im Funkloch gehen.
works_offline | yes | constraint | en | Out at sea there is no network for nine hours, the log \
must survive that.
works_offline | yes | constraint | en | The barn has no wifi.
works_offline | yes | constraint | de | Auf der Alp gibt es keinen Empfang.
"""


@pytest.mark.parametrize(
    ("trait", "verdict", "key", "language", "said"),
    [line.split(" | ", 4) for line in TOLD.strip().splitlines()],
)
def test_a_trait_is_told_in_many_ways(trait, verdict, key, language, said):
    filling = "workaround" if key == "idea" else "idea"
    told = {filling: IDEAS[language], key: said}
    traits = read_facts(told, today=date(2026, 11, 29)).traits
    assert getattr(traits, trait).value == verdict


@pytest.mark.parametrize(
    ("trait", "key", "said"),
    [
        # a grant, and people who are set down somewhere
        ("takes_payments", "constraint", "£900 is a grant, paid in advance."),
        ("takes_payments", "idea", "The club pays by the term and parents drop them at the door."),
        # what is heard, read or said without a machine
        ("ai_output", "idea", "A tape that tells you the length in a plain voice."),
        ("hardware", "idea", "A box of games that people like and tell each other about."),
        ("on_site_service", "idea", "Parcels that drivers take home half empty."),
        ("children", "price", "£12, for children up to 16 £6."),
    ],
)
def test_words_that_only_come_near_a_trait_do_not_tell_it(trait, key, said):
    told = {"idea": IDEAS["en"], key: said}
    assert getattr(read_facts(told, today=date(2026, 11, 29)).traits, trait).value != "yes"
