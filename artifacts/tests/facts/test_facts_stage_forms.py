"""How far a founder is, told by who acts and for how long, where no word of a table says it.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

import pytest

from artifacts.tests.facts.test_facts_stage import stage_of

TOLD = """
customers | en | Sixteen subscribers, most of them from my old office.
customers | en | Three of the trustees' charities pay for a seat each.
customers | en | The theatre renewed for a second season.
customers | en | The Saturday stall takes about $300.
customers | en | Nine lots went through the kiln for money, the tenth is in it.
customers | en | A brewery takes every sack I can fill, at $14.
customers | en | Two schools signed for this term and the first transfer has arrived.
pilot | en | The night shift at one depot logs in with it.
pilot | en | The infants' class has had the box since September and gives it back in June.
pilot | en | Sixty walkers tried the route sheets over the bank holiday.
pilot | en | One vet in Hexham sends her letters through it. It is still free for her.
pilot | en | I read to five residents each Thursday, unpaid.
pilot | en | The library lent out our first six kits, eighteen loans so far.
pilot | en | Twelve pensioners let us do their gutters last autumn as a gift.
prototype | en | The glue holds at minus ten, in our freezer.
prototype | en | We have stitched two and thrown one away.
prototype | en | One room is furnished, the other still has the tractor in it.
prototype | en | We fitted a pump to an old bath. It works until somebody opens a tap.
prototype | en | Half of the hardware lies on the dining table.
prototype | en | Five recorded lessons, on a private channel.
prototype | en | 14 lampshades in the cellar so far, all of them for aunts.
prototype | en | A few neighbours tried it on our kitchen table one evening.
prototype | en | Three lessons are written and edited.
prototype | en | We cooked 60 litres in my aunt's restaurant on a Monday and ate it all.
talks | en | Four letters of support in a drawer and no machine.
talks | en | Eleven phone calls, nine encouraging, two rude.
talks | en | The parish council voted for it 6 to 1.
talks | en | I sat in on two shifts and took notes; the nurses would take it tomorrow.
talks | en | Seven of nine butchers nodded.
talks | en | I asked nineteen florists, eleven said they'd use it.
talks | en | The harbour master likes it and gave me ten names.
talks | en | Met the seven wardens at their annual dinner, five want in.
idea | en | Nothing. I have the domain and the courage.
idea | en | Three pages and a budget.
idea | en | A folder of cuttings and a name my sister likes.
idea | en | A notebook, a map with pins, and a lot of bus rides.
idea | en | Just this text. My wife thinks it is a good one.
idea | en | Paper, all of it.
idea | en | We drew it on a tablecloth in August.
customers | de | Neun Hochzeiten im vergangenen Jahr, je 450 €.
customers | de | Sieben Praxen bekommen monatlich ihre Lieferung und zahlen pünktlich.
customers | de | Drei Bäckereien haben die Säcke fest abonniert.
customers | de | Vom ersten Druck sind 140 Stück weg, zu 12 €.
customers | de | Die Stadt hat für ein Jahr unterschrieben und die erste Rate überwiesen.
customers | de | Die ersten zwölf sind ausgeliefert, zehn davon bezahlt.
customers | de | Drei Kommunen sind dabei und zahlen die Jahresgebühr.
pilot | de | Vier Wochen lang hat der Pflegedienst seine Touren damit gefahren.
pilot | de | Einen Sommer lang haben wir jeden Sonntag Leute ans Wasser gefahren, für einen Kuchen.
pilot | de | Zwei Klassen der Realschule waren im Juni damit unterwegs.
pilot | de | Die Feuerwehr in Lorch hat drei davon seit acht Wochen im Wagen.
pilot | de | Zwei Gruppen im Kindergarten spielen seit Ostern damit, Geld gab es keines.
prototype | de | Zwei habe ich geschweißt, die stehen seit Mai vor unserem eigenen Verein.
prototype | fr | Onze tabourets tournés dans le garage, que ma famille utilise.
talks | de | Ich sprach mit zwei Wirtinnen, mehr war noch nicht.
pilot | de | Acht Nachbarinnen holen jeden Freitag ihre Kiste ab, als Geschenk.
pilot | de | Der Kleingartenverein probiert es gerade aus, kostenlos bis Ende März.
prototype | de | Die App kann fotografieren und zählen, mehr nicht.
prototype | de | Die Nullserie liegt im Regal.
prototype | de | Ein Kurs von vier Stunden ist aufgenommen, ungeschnitten.
prototype | de | Ich habe die Karte für ein Tal gezeichnet und zweimal abgelaufen.
prototype | de | Es gibt eine Testseite mit sieben erfundenen Höfen.
prototype | de | Ein Holzmodell im Maßstab 1:5.
prototype | de | Man kann sich anmelden und einen Acker anlegen.
talks | de | Sechs von zehn Gastwirten haben ihre Zahlen offengelegt.
talks | de | Die Apothekerin fände es gut, der Pflegedienst auch.
talks | de | Von dreißig angeschriebenen Gemeinden haben vier geantwortet.
talks | de | Eine Liste mit 27 Namen am Schwarzen Brett.
talks | de | Auf dem Elternabend haben 23 die Hand gehoben.
talks | de | Ich habe acht Schäfer besucht und viel Kaffee getrunken.
idea | de | Es gibt den Namen und eine Zeichnung auf einem Bierdeckel.
idea | de | Bisher habe ich nur gerechnet.
idea | de | Drei Seiten Text und ein Kostenplan.
idea | de | Ein Heft voller Zahlen.
idea | de | Wir stehen ganz am Anfang.
idea | de | Ich denke seit zwei Jahren darüber nach.
idea | de | Der Gedanke kam mir im August, weiter bin ich nicht.
"""


@pytest.mark.parametrize(
    ("stage", "language", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_who_acts_tells_the_stage(stage, language, said):
    assert stage_of(language, said) == stage


def test_what_the_founders_kin_do_is_no_pilot():
    assert stage_of("en", "My sister has worn it every day since May.") != "pilot"


def test_money_that_was_spent_makes_no_customer():
    assert stage_of("en", "We spent £300 on a second-hand press, it stands in our shed.") == (
        "prototype"
    )


def test_a_meeting_is_no_service():
    assert stage_of("en", "I have walked the fields with six growers.") == "talks"


def test_nobody_served_for_nothing_is_no_pilot():
    assert stage_of("de", "Besucht habe ich noch niemanden.") is None
