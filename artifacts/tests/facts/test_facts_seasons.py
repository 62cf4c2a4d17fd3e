"""Whether it is needed in a part of the year only, told by the reason of the last day."""

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEA = {
    "en": (
        "We look after the tools of people who have no time for them, two of us and a bench, and"
        " write down on a card what was done, so that everybody finds it again the next time and"
        " nobody has to ask twice. It is quiet work and it is done with care, one after the other,"
        " in the order in which they come, and what cannot be saved is said at once."
    ),
    "de": (
        "Wir kümmern uns um das Werkzeug von Leuten, die keine Zeit dafür haben, zu zweit und mit"
        " einer Bank, und schreiben auf eine Karte, was gemacht wurde, damit es alle beim nächsten"
        " Mal wieder finden und keiner zweimal fragen muss. Es ist ruhige Arbeit, eins nach dem"
        " anderen, in der Reihenfolge, in der sie kommen, und was nicht geht, wird gleich gesagt."
    ),
}


@pytest.mark.parametrize(
    ("language", "said", "verdict"),
    [
        ("en", "Ready by 30 August 2027, because in October everybody rings.", "yes"),
        ("en", "Open on 12 November 2027, because Advent is when it hurts.", "yes"),
        ("de", "Fertig am 30.09.2027, im Oktober kommen alle auf einmal.", "yes"),
        ("de", "Fertig am 30.09.2027, weil im Herbst alle auf einmal kommen.", "yes"),
        # a reason of the founders' own
        ("de", "Fertig am 01.03.2027, weil im März mein Vertrag ausläuft.", None),
        # a month in which money comes, and two of them
        ("en", "There is £9,000, half of it comes in April.", None),
        ("en", "There is £9,000, half of it in April and half in June.", None),
    ],
)
def test_a_last_day_with_a_reason_of_every_year_tells_a_season(language, said, verdict):
    told = {"idea": IDEA[language], "constraint": said}
    assert read_facts(told, today=date(2026, 11, 29)).traits.seasonal.value == verdict
