"""How far a founder is follows from what happened, in whatever words it is told.

The sentences are nobody's in the sets of founders that the reader is measured on.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
    "fr": "Nous faisons une chose pour les gens qui en ont besoin chaque semaine à la maison.",
}


def stage_of(language: str, said: str) -> str | None:
    sheet = read_facts({"idea": IDEAS[language], "stage": said}, today=date(2026, 11, 29))
    return sheet.stage.value.stage if sheet.stage.value else None


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("en", "I have cleaned nineteen gutters on our road and never sent a bill.", "pilot"),
        ("en", "Eleven sessions held at the library, free of charge.", "pilot"),
        (
            "en",
            "We have a working oven in the yard and burned the first forty loaves.",
            "prototype",
        ),
        ("en", "Four landlords answered my letter, two of them on the same day.", "talks"),
        ("en", "I drove to fourteen farms in September. Ten farmers liked it.", "talks"),
        ("en", "There is a drawing and a price list. That is all.", "idea"),
        ("en", "70 kg smoked in my uncle's shed in May. None of it was wasted.", "prototype"),
        ("en", "My brother has something on his tablet that reads one label.", "prototype"),
        ("en", "A dozen stood in our hall all last winter, eight came through.", "prototype"),
        ("en", "Since June we go to one nursery, and the owner does not pay for it.", "pilot"),
        ("de", "Wir haben seit Mai acht Abende gemacht, ohne Eintritt.", "pilot"),
        ("de", "Bei meiner Tante läuft eine Fassung mit zwei Knöpfen.", "prototype"),
        ("en", "Nothing so far, only this page.", "idea"),
        ("en", "Three nurseries have it on the wall since May and do not pay yet.", "pilot"),
        (
            "en",
            "Sixteen boats hauled this autumn, every owner settled the bill on the day.",
            "customers",
        ),
        ("en", "A restaurant has ordered 40 a week since June.", "customers"),
        ("en", "My uncle and I welded one out of scrap, it holds 200 kg.", "prototype"),
        ("en", "Two dance schools said they would sign in spring.", "talks"),
        ("en", "Last year I mended 35 coats for colleagues and would not take a penny.", "pilot"),
        ("en", "The code is written, the server is up, no company has logged in yet.", "prototype"),
        ("en", "Five courses held so far, 300 euros each, all booked out.", "customers"),
        ("en", "We met the head of the port authority twice. He likes it.", "talks"),
        ("en", "I have a business plan and a name.", "idea"),
        ("en", "The letters are in a drawer.", None),
        ("en", "Our neighbour lends us his field and the first row is planted.", "prototype"),
        ("en", "Nobody has seen it outside of our kitchen, but it heats.", "prototype"),
        ("de", "Ich habe 14 Fahrräder von Nachbarn repariert und nichts dafür genommen.", "pilot"),
        ("de", "Das erste Gerät steht seit März bei uns im Keller und misst.", "prototype"),
        ("de", "Mit neun Wirten gesprochen, sechs sind interessiert.", "talks"),
        ("de", "Außer einer Skizze gibt es noch nichts.", "idea"),
        ("de", "Zwölf Hochzeiten haben wir 2026 schon fotografiert, alle bezahlt.", "customers"),
        (
            "de",
            "Zwei Kindergärten haben es drei Wochen lang benutzt, ohne etwas zu zahlen.",
            "pilot",
        ),
        (
            "de",
            "Die App ist programmiert und läuft auf zwei Handys, meinem und dem meiner Schwester.",
            "prototype",
        ),
        ("de", "Drei Höfe haben wir angeschrieben, einer hat geantwortet.", "talks"),
        ("de", "Ich habe 20 Gläser eingekocht und selber gegessen.", "prototype"),
        ("de", "Noch gar nichts, ich habe nur gerechnet.", "idea"),
        ("de", "Seit Juni beliefern wir vier Cafés, die zahlen jede Woche.", "customers"),
        ("de", "Beim Bürgermeister war ich schon, er findet es gut.", "talks"),
        ("en", "I sat with the harbour master for an hour and he wants to see numbers.", "talks"),
        ("en", "The first batch of soap is curing in my cellar.", "prototype"),
        ("en", "Six shops sell it on commission and we have been paid for 90 bars.", "customers"),
        ("en", "I taught the course twice at the community centre, for nothing.", "pilot"),
        ("en", "A handshake with the mayor, no more.", "talks"),
        ("en", "Thirty people are on the list.", "talks"),
        (
            "en",
            "Two cafes let me put a shelf in, since then 130 people borrowed a tool, for free.",
            "pilot",
        ),
        ("en", "I asked around at the allotments; seventeen plots would join.", "talks"),
        (
            "en",
            "A first unit has been on the roof of our workshop through the whole winter.",
            "prototype",
        ),
        ("en", "We have mended 80 bags since January, for money.", "customers"),
        ("en", "Three clubs renewed for 2027.", "customers"),
        ("en", "So far I have a folder of clippings.", "idea"),
        ("en", "We have drilled two holes in the garden and measured the water.", "prototype"),
        ("en", "The museum promised a room, nothing more.", "talks"),
        ("en", "Nobody uses it yet except me.", "prototype"),
        ("en", "It is a spreadsheet and a lot of hope.", "idea"),
        (
            "en",
            "Since March the parish nurse has used it for nine patients, without paying.",
            "pilot",
        ),
        ("en", "We ran four evenings in the pub, entry was free, 60 people each time.", "pilot"),
        ("en", "I sold the first 25 at a craft fair for £12.", "customers"),
        ("en", "I knocked on 40 doors.", "talks"),
        ("en", "My brother in law cut the first frame and it bends.", "prototype"),
        ("en", "Twelve parents filled in the questionnaire.", "talks"),
        ("en", "We have not begun.", "idea"),
        ("en", "One firm gave us a trial contract and pays half price.", "customers"),
        ("de", "Drei Familien haben wir den ganzen Sommer über umsonst beliefert.", "pilot"),
        ("de", "Bisher nur ein Ordner und viele Gespräche am Küchentisch.", "talks"),
        ("de", "Im Oktober 40 Kisten verkauft, an Leute aus dem Dorf.", "customers"),
        ("de", "Zwei Touren habe ich schon geführt, die Gäste waren Freunde.", "prototype"),
        ("de", "Gar nichts. Wir haben noch mit keinem geredet.", "idea"),
        ("de", "Acht Schulen haben auf unsere Mail geantwortet.", "talks"),
        ("de", "Ich habe fünf Muster genäht, eins ist schon kaputt.", "prototype"),
        (
            "de",
            "Seit August fahren wir einmal in der Woche für das Pflegeheim, ohne Rechnung.",
            "pilot",
        ),
        ("de", "Zehn Kunden, alle zahlen monatlich.", "customers"),
        ("de", "Der erste Ofen ist gemauert.", "prototype"),
        ("en", "14 lessons given, each paid in cash.", "customers"),
        (
            "en",
            "Our cellar is full of it, we have brewed since 2024, only for ourselves.",
            "prototype",
        ),
        ("en", "The council has given its word.", "talks"),
        ("en", "A demo for one ferry line, they looked at it and nodded.", "prototype"),
        ("en", "I have the idea since 2019 and nothing else.", "idea"),
        ("de", "Zwei der vier Inhaber haben uns ihre Papierlisten gezeigt.", "talks"),
    ],
)
def test_what_happened_tells_the_stage(language, said, stage):
    assert stage_of(language, said) == stage


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "We start next month."),
        ("en", "The first ten come on 3 May 2027."),
        ("en", "If the wind holds we open."),
        ("de", "Wenn der Winter vorbei ist, geht es los."),
    ],
)
def test_what_has_not_happened_yet_tells_none(language, said):
    assert stage_of(language, said) is None


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("en", "No chair yet. I bought 200 kg of oak.", None),
        ("en", "I need 40 litres of oil first.", None),
        ("en", "Only an idea, but I have 30 kg of clay in the shed.", "idea"),
        ("en", "60 litres pressed in May.", "prototype"),
        ("de", "Ich brauche noch 40 Liter Öl.", None),
        ("de", "Ein Stuhl wiegt 6 kg.", None),
        ("de", "40 Liter haben wir selbst getrunken.", "prototype"),
    ],
)
def test_a_weight_tells_a_product_only_where_it_was_made_or_used_up(language, said, stage):
    assert stage_of(language, said) == stage


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("de", "Ich träume seit Jahren davon.", None),
        ("de", "Wir zögern noch.", None),
        ("de", "Ich zeichne gerade den Stuhl.", None),
        ("de", "Ich kümmere mich um den Raum.", None),
        ("de", "Jeden Freitag backe ich zwölf Brote.", "prototype"),
        ("de", "Im Mai hobelten wir vier Bretter.", "prototype"),
    ],
)
def test_a_german_verb_of_thinking_or_preparing_is_no_deed(language, said, stage):
    assert stage_of(language, said) == stage


@pytest.mark.parametrize(
    ("language", "said", "stage"),
    [
        ("de", "Die Kunstwerke stehen seit Wochen bei mir.", "prototype"),
        ("de", "Zwei Stadtwerke nutzen es seit Mai.", "pilot"),
        ("en", "The jewellery has been on my shelf for two months.", "prototype"),
        ("en", "The brewery has used it for two months.", "pilot"),
    ],
)
def test_things_are_no_bodies_outside(language, said, stage):
    assert stage_of(language, said) == stage
