"""How far founders are, in answers as they give them: dry, short, and in five languages.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "On fait une chose pour les gens qui en ont besoin chaque semaine chez eux.",
    "nl": "We maken iets voor mensen die het elke week thuis nodig hebben en niet vinden.",
    "es": "Hacemos una cosa para la gente que la necesita cada semana en su casa.",
}
TOLD = """
prototype | en | Three of the benches have stood in the rain since March, one at mine and two at \
my sister's. One split.
pilot | en | One dairy let us weigh 90 cows in April with a borrowed scale, no payment.
pilot | en | I drove 17 rounds myself between March and May in a borrowed van. They gave me \
petrol money, not the fare.
prototype | en | The first harness is on my own horse. It rubs.
talks | en | Sat with nine landlords over tea, four said they'd come in.
talks | en | I rang every parish clerk in the valley. Eleven rang back.
idea | en | So far it's a drawing and a price list.
customers | en | Two cafés have taken a crate a week since August and pay on the nail.
customers | en | Sold 61 at the fair, all gone by noon.
pilot | en | Our own swimming club has run on it since September, 210 members, nobody pays.
pilot | en | The scouts in Keld have had four of them on loan since Whitsun.
prototype | en | It works on the bench, after a fashion. The farmer who lent us the pump has not \
seen it.
talks | en | Two councils have written that they want it, nothing signed.
prototype | en | I made eleven jars from the hedge behind the house. My aunt has not died.
pilot | en | Ran it for one weekend at the regatta, 40 boats, for nothing.
customers | en | Four growers paid for last season and three have paid again.
idea | en | Nothing is built. I have a quote for the mould.
talks | en | The headmistress is for it, and so are two of the three governors. That is all.
prototype | en | A cardboard one stands in the hall and people walk round it.
prototype | en | Baked at home so far. The lab report on one loaf is back and it is fine.
pilot | en | Nine families have been coming on Saturdays since June, and bring cake.
customers | en | Since Lent I do it on Fridays in the yard, 22 customers so far, every one has paid.
prototype | en | The software half works, my laptop gets hot, nobody outside the house has \
touched it.
talks | en | Coffee with the harbour master, a handshake, no paper.
prototype | de | Zwei davon hängen seit Pfingsten bei mir im Stall und einer bei meinem Bruder.
pilot | de | Ein Programm läuft seit April in unserer eigenen Schule und hat 140 Stunden vertreten.
pilot | de | Unser Verein benutzt es seit Ostern, 60 Leute, bezahlt hat keiner.
talks | de | Mit neun Wirten geredet, fünf sind dabei, mündlich.
customers | de | Seit dem Winter mache ich es samstags in der Scheune, 19 Kunden, bezahlt hat jeder.
prototype | de | Sechs Muster liegen seit Mai im Keller meiner Oma, zwei sind undicht.
idea | de | Es gibt eine Zeichnung und ein Angebot vom Schlosser.
talks | de | Die Bürgermeisterin ist dafür, der Bauhof auch. Unterschrieben ist nichts.
pilot | de | Vier Höfe haben es letzten Sommer umsonst ausprobiert.
prototype | de | Im Schuppen läuft einer, er quietscht. Gesehen hat ihn noch keiner.
customers | de | Drei Gasthäuser nehmen seit Mai jede Woche zwanzig Stück und zahlen bar.
pilot | de | Einen Tag auf dem Markt, 80 Leute haben gekostet, verlangt haben wir nichts.
talks | de | Acht Praxen angeschrieben, drei haben zurückgerufen.
idea | de | Bis jetzt nur im Kopf und auf drei Seiten.
prototype | de | Ein Modell aus Pappe, und meine Tochter hat es zweimal umgeworfen.
pilot | de | Ich habe 14 Fahrten selber gemacht, mit geliehenem Rad. Sie haben mir Kuchen gegeben.
talks | fr | J'ai parlé à une quinzaine de bergers, neuf ont laissé leur numéro.
prototype | fr | Un four tourne dans mon garage depuis mars, il fume.
pilot | fr | L'école du village s'en sert depuis la rentrée, gratuitement.
customers | fr | Deux restaurants nous achètent trois caisses par semaine depuis juin.
idea | fr | Un plan et un devis, rien de plus.
pilot | nl | Onze eigen fanfare gebruikt het sinds maart, 45 leden, gratis.
talks | nl | Met zeven bakkers gesproken, vier willen meedoen.
customers | nl | Drie cafés kopen sinds mei elke week een vat.
prototype | es | El horno está armado en el patio y coció 30 panes para la familia.
talks | es | Hablé con once vecinas y siete se apuntaron.
customers | es | Dos hoteles nos compran cada semana desde abril.
pilot | es | La escuela lo usa desde marzo, sin pagar.
prototype | en | Two of the nets have been in the river since May, my uncle's and mine. One came \
back in pieces.
prototype | en | I hung one over my own till in November. It has not fallen.
pilot | en | A hospice let me play for eleven evenings in the spring, unpaid.
pilot | en | We took nine pensioners to the baths on three Tuesdays, they brought biscuits.
talks | en | I have been to see the priest, the mayor and both bakers. The bakers want to see one \
first.
talks | en | Put a note up in the feed store, 31 people tore off the number.
customers | en | One school has had a term of it and paid the invoice.
customers | en | It brings in about €300 a month, from word of mouth.
prototype | en | Cut two songs and played them to my brothers.
pilot | en | My yoga class has been using the page since autumn, fourteen of them.
pilot | en | Borrowed the parish hall twice, 27 came the first time and 41 the second, free.
talks | en | Of 18 skippers I asked, 12 said they would try one.
prototype | en | The mould cracked, the second one holds. Poured six.
customers | en | A garage in Tralee orders two a month and pays by transfer.
pilot | en | Gave five of them away to post women in February, four still wear them.
idea | en | Only the name so far, and my wife doesn't like it.
pilot | en | The bakery next door has one, since last August. They gave me bread for it.
talks | en | No machine yet. Eight vets filled in my list.
talks | en | The co-op put it on the agenda and voted for it. No money, no paper.
prototype | de | Auf meinem Balkon stehen vier Stück, seit dem Frühling. Eins ist eingegangen.
prototype | de | Ich habe die ersten drei Folgen aufgenommen, gehört hat sie meine Frau.
pilot | de | Die Grundschule bei uns hat es ein halbes Jahr lang gehabt, ohne Rechnung.
pilot | de | Im Oktober durften wir bei einer Spedition 40 Fahrer messen, umsonst.
customers | de | Der Campingplatz hat 30 Stück abgenommen und überwiesen.
customers | de | Es läuft seit zwei Jahren nebenher, rund 400 Euro im Monat kommen rein.
talks | de | Am Stammtisch vorgestellt, elf haben den Arm gehoben.
talks | de | Drei Heime würden es nehmen, sobald es eins gibt.
idea | de | Gerechnet ist es, gebaut nicht.
prototype | de | Das Brett hält, der Magnet nicht. Weiter bin ich nicht.
pilot | de | Seit Advent fahre ich jeden Freitag sechs alte Leute, Geld nehme ich keins.
pilot | de | Zwölf Nachbarn nutzen die Liste, die ich ihnen auf den Server gelegt habe.
talks | de | Die Innung hat zugehört und will im Herbst darüber reden.
prototype | de | Zusammengesteckt auf einer Lochplatte, es piept.
customers | de | Verkauft habe ich bisher 23, alle über den Wochenmarkt.
talks | de | Beim Pfarrer war ich und bei zwei Küstern. Dagegen war keiner.
"""


def stage_told(language: str, said: str) -> str | None:
    """Return the stage that is read from one answer."""
    sheet = read_facts({"idea": IDEAS[language], "stage": said}, today=date(2026, 11, 29))
    reached = sheet.stage.value
    return reached.stage if reached else None


@pytest.mark.parametrize(
    ("stage", "language", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_a_short_answer_tells_the_stage(stage, language, said):
    assert stage_told(language, said) == stage


def test_tea_with_customers_tells_talks_where_no_answer_is_about_the_stage():
    told = {
        "idea": IDEAS["en"],
        "target_user": "Inns in the valley, 70 of them. With eight I sat and drank coffee.",
    }
    sheet = read_facts(told, today=date(2026, 11, 29))
    assert sheet.stage.value
    assert sheet.stage.value.stage == "talks"
