"""Those who take part, how long the test takes, and the weeks there are, in few words."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts
from artifacts.facts.schema import Test


def trial_of(said: str) -> Test:
    return read_facts({"validation": said}, today=date(2026, 11, 29)).test.value or Test()


@pytest.mark.parametrize(
    ("said", "participants"),
    [
        ("20 weavers and 5 buyers, ten weeks. If 8 licences are paid I go on.", 25),
        ("Sechs Häuser und 20 Gruppen, zwölf Wochen. Gut, wenn 60 Stücke verliehen sind.", 26),
        ("Acht Wochen mit 5 Räumen und 20 Bands. Gut, wenn 60 Buchungen kommen.", 20),
        ("Two villages and 30 wearers for 9 weeks. Good if 75 % go on.", 30),
        ("Two halls, 60 dancers, 9 weeks. Good if 40 of them come back.", 60),
        ("Sechs Wochen auf zwei Märkten. Gut, wenn ich 35 Messer am Tag hab.", None),
        ("60 Anteile bis Ende April, sonst machen wir den Keller kleiner.", None),
        ("Vier Familien bis Ende April, sonst machen wir den Keller kleiner.", 4),
    ],
)
def test_two_kinds_that_take_part_are_added_up(said: str, participants: int | None) -> None:
    assert trial_of(said).participants == participants


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("First five weekends. If 14 people a day come I build two more.", 5),
        ("The first eight for ten Saturdays. If six of the eight stay I go on.", 10),
        ("Sechs Samstage, vier Stände. Gut, wenn 20 Leute kommen.", 6),
        ("Twelve riders. I go on if they come on ten Saturdays.", None),
    ],
)
def test_days_that_come_once_a_week_tell_the_weeks(said: str, weeks: int | None) -> None:
    assert trial_of(said).weeks == weeks


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("Eleven weeks from ordering to the first paid test, that's all the time I give it.", 11),
        ("Everything within 22 weeks of the first line of code.", 22),
        ("26 Wochen vom Januar an, dann muss es im ersten Heim stehen.", 26),
        ("The council takes eleven weeks from the day we ask.", None),
        ("26 Wochen vom Januar an kostet die Halle nichts.", None),
    ],
)
def test_all_the_time_there_is_is_read(said: str, weeks: int | None) -> None:
    assert read_facts({"constraint": said}, today=date(2026, 11, 29)).duration_weeks.value == weeks
