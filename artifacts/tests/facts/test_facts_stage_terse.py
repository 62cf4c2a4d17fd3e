"""How far it is by terse answers: what others pay each other, take each week or only look at."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}
TOLD = """
customers | en | Two restaurants take ten kilos a week.
customers | de | Zwei Wirte nehmen jede Woche zehn Kilo.
customers | en | I've been doing it for cash since the summer.
customers | de | Seit dem Sommer mache ich das gegen Geld.
pilot | en | Three of my neighbours eat from it every week and pay for the petrol only.
pilot | de | Drei Nachbarinnen essen jede Woche davon und zahlen nur das Benzin.
pilot | en | I matched nine lifts by phone. They paid each other, nothing came to me.
pilot | en | Last autumn the scouts borrowed it for six weekends and brought it back whole.
prototype | de | Hinter der Scheune steht einer aus Paletten.
prototype | en | My sister has one screen that keeps a shop, nothing else.
talks | en | Four clubs said yes and two have it on their agenda.
talks | en | I went round to all of them, and 17 would have it done.
idea | en | No steps taken yet, we wait for the lease.
idea | de | Angefangen haben wir noch nicht, der Vertrag fehlt.
idea | de | Das Rezept von der Oma und ein leerer Raum, mehr nicht.
"""


@pytest.mark.parametrize(
    ("stage", "language", "said"),
    [line.split(" | ") for line in TOLD.strip().splitlines()],
)
def test_a_terse_answer_tells_the_stage(stage, language, said):
    told = {"idea": IDEAS[language], "stage": said}
    value = read_facts(told, today=date(2026, 11, 29)).stage.value
    assert value
    assert value.stage == stage


def test_tools_that_somebody_has_are_no_prototype():
    told = {"idea": IDEAS["en"], "stage": "I trained as a saddler. I have not made one yet."}
    assert read_facts(told, today=date(2026, 11, 29)).stage.value is None
