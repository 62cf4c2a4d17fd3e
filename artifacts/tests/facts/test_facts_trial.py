"""Who takes part in the founders' own test, where several things are counted; nobody of the
measured founders is here.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.tests.facts.test_facts_stage_told import IDEAS


@pytest.mark.parametrize(
    ("language", "participants", "weeks", "said"),
    [
        ("en", 3, 7, "Three barns with together 40 stalls, 7 weeks. Fine if at most 4 stay empty."),
        (
            "de",
            5,
            9,
            "Fünf Höfe mit zusammen 60 Ställen, 9 Wochen. Gut, wenn höchstens 3 leer sind.",
        ),
        ("en", 60, 5, "Two halls, 5 weeks, 60 dancers. If 40 of them come back, we go on."),
        (
            "de",
            30,
            6,
            "Zwei Orte, 6 Wochen, mit 30 Kindern. Wenn 20 davon schwimmen, geht es weiter.",
        ),
        ("de", 15, 8, "12 Imker und 3 Schulen, 8 Wochen. Zehn von den 15 müssen weitermachen."),
        ("en", 9, 6, "7 weavers and 2 schools, 6 weeks. Six of the nine have to order again."),
        ("de", 11, 6, "Elf zu Beginn, vier Höfe und sieben Familien, 6 Wochen. 20 Lieferungen."),
        ("en", 24, 9, "Three groups with together 24 riders, 9 weeks. Good if 18 of the 24 stay."),
        (
            "de",
            24,
            9,
            "Drei Gruppen mit zusammen 24 Reitern, 9 Wochen. Gut, wenn 18 von 24 bleiben.",
        ),
        ("fr", 6, 8, "Les 8 premières semaines avec six fermes. C'est bon si 30 sacs partent."),
        ("nl", 5, 6, "De 6 eerste weken met vijf scholen. Goed als drie van de vijf blijven."),
    ],
)
def test_those_who_take_part_are_told_from_what_they_have(language, participants, weeks, said):
    test = read_facts(
        {"idea": IDEAS[language], "validation": said}, today=date(2026, 11, 29)
    ).test.value
    assert test
    assert (test.participants, test.weeks) == (participants, weeks)
