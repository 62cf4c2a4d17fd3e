"""Everybody with hours of their own is of the team; the sentences are nobody's in the measured
sets.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        (
            "en",
            "I have 14 hours a week, my neighbour Ellen has 9 and the two students 6 each.",
            4,
            35,
        ),
        ("en", "We are four, ten hours a week each.", 4, 40),
        ("en", "Sam and I, 12 hours a week each, plus an accountant for 3.", 3, 27),
        ("en", "It is only me, on 22 hours a week.", 1, 22),
        (
            "en",
            "My daughter gives 8 hours a week and I give 31. I have farmed since I was 15.",
            2,
            39,
        ),
        ("en", "Two evenings a week, the three of us.", 3, None),
        ("en", "Nora is in for 18 hours a week, so am I, and Ed joins us for 7.", 3, 43),
        ("de", "30 Mitglieder hat der Bund, arbeiten tun drei, gemeinsam 18 Stunden.", 3, None),
        ("en", "Ruth welds, I paint: 9 hours a week for her, 17 for me.", 2, 26),
        ("de", "Zwei Angestellte mit je 12 Stunden pro Woche, dazu ich mit 5.", 3, 29),
        ("en", "16 hours a week from me, 11 from Peter.", 2, 27),
        ("en", "I can spare 20 hours a week. My father, who is 70, does 5.", 2, 25),
        ("en", "Together we have 40 hours a week, Jana and I.", 2, 40),
        ("en", "I work on it full time, 45 hours a week, and pay a bookkeeper by the hour.", 1, 45),
        ("en", "Three of us: 10, 12 and 6 hours a week.", 3, 28),
        ("en", "Our team is five people with 60 hours a week in all.", 5, 60),
        (
            "en",
            "Mondays my sister helps, that is 6 hours, the rest is me with 24 hours a week.",
            2,
            30,
        ),
        ("en", "The shop is open 30 hours a week. I have 12 hours a week for this.", 1, 12),
        ("en", "Mira codes 18 hours a week, I do sales, 10, and Tom the design, 4.", 3, 32),
        ("en", "I do 35 a week, my partner 15.", 2, 50),
        ("en", "My uncle drives and I cook, each 20 hours a week.", 2, 40),
        ("en", "A team of six volunteers, four hours a week each.", 6, 24),
        ("en", "I give it my Fridays, 8 hours a week.", 1, 8),
        ("en", "Between the two of us 26 hours a week; the cleaner is paid by the job.", 2, 26),
        ("de", "Ich habe 20 Stunden in der Woche, mein Bruder 12 und seine Freundin 5.", 3, 37),
        ("de", "Zu viert, jeder sechs Stunden pro Woche.", 4, 24),
        ("de", "Ich allein, 15 Stunden die Woche.", 1, 15),
        ("de", "Anna macht 12 Stunden pro Woche, ich 18, der Praktikant zählt nicht.", 2, 30),
        ("de", "Wir sind fünf und schaffen zusammen 50 Stunden in der Woche.", 5, 50),
        ("de", "Mein Mann näht, ich schneide zu, beide 10 Stunden in der Woche.", 2, 20),
        (
            "de",
            "Meine Tante hat 8 Stunden in der Woche, ich 25. Ich bin Köchin seit 14 Jahren.",
            2,
            33,
        ),
        ("de", "Drei Frauen, 18 Stunden die Woche zusammen.", 3, 18),
        ("de", "Von mir kommen 16 Stunden in der Woche, von Paul 9.", 2, 25),
        ("de", "Wir sind zu zweit, 9 und 13 Stunden in der Woche.", 2, 22),
        ("en", "Nadia and me, about 28 hours a week between us, more in winter.", 2, 28),
        ("en", "I put in 17 hours a week. Two friends lend a hand now and then.", 1, 17),
        ("en", "Hours: me 21 a week, Rosa 14 a week.", 2, 35),
        ("en", "My brother-in-law is in for 7 hours a week, I am in for 26.", 2, 33),
        ("en", "There's just the pair of us, and we manage 22 hours a week together.", 2, 22),
        (
            "en",
            "My cousin Ola writes the software in the evenings, about 11 hours a week. I have 19.",
            2,
            30,
        ),
        ("en", "Give me 25 hours a week and my flatmate 10.", 2, 35),
        (
            "en",
            "Half-time for me, 20 hours a week; Luis does 12 and his mother the books, 2.",
            3,
            34,
        ),
        ("en", "I plan with 30 hours a week. An intern may come in summer.", 1, 30),
        ("en", "Six of us, though only two work on it, 9 hours a week each.", 2, 18),
        ("en", "The work is done by Ruth (14 hours a week) and me (8).", 2, 22),
        ("en", "We both keep our jobs and have 10 hours a week each.", 2, 20),
        ("en", "I have 18 hours a week, except in August.", 1, 18),
        ("en", "My son does the web page, 4 hours a week. Everything else is me, 28.", 2, 32),
        ("en", "No employees. I do it on 12 hours a week.", 1, 12),
        ("en", "Twelve hours a week, that is all I have next to the farm.", 1, 12),
        (
            "de",
            "Ich kann 24 Stunden in der Woche, meine Kollegin 8, am Wochenende hilft mein Sohn.",
            2,
            32,
        ),
        ("de", "Pro Woche sind es bei mir 15 Stunden und bei Lena 20.", 2, 35),
        ("de", "Wir drei haben je 8 Stunden in der Woche.", 3, 24),
        (
            "de",
            "Der Laden hat 40 Stunden in der Woche offen. Ich habe 10 Stunden in der Woche dafür.",
            1,
            10,
        ),
        ("de", "Mit meinem Vater bin ich zu zweit, er 6, ich 22 Stunden die Woche.", 2, 28),
        (
            "de",
            (
                "Ich programmiere 14 Stunden pro Woche. Die Buchhaltung macht meine Schwester, 3"
                " Stunden."
            ),
            2,
            17,
        ),
        ("de", "Zwei Gründerinnen, zusammen 36 Stunden in der Woche.", 2, 36),
        ("de", "Niemand außer mir, neun Stunden die Woche.", 1, 9),
        ("de", "Ich arbeite 20 Stunden in der Woche daran, seit ich 40 bin.", 1, 20),
    ],
)
def test_who_gives_hours_is_counted_once(language, said, people, hours):
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    assert (sheet.people.value, sheet.hours_per_week.value) == (people, hours)


@pytest.mark.parametrize(
    ("language", "said", "people", "hours"),
    [
        ("en", "Three bakers and me, 30 hours each, so a hundred and twenty.", 4, 120),
        (
            "en",
            "Two bakers, both retired, and a man at the counter, together 60 hours a week.",
            3,
            60,
        ),
        ("de", "Wir sind drei Bäcker und eine Lehrerin, zusammen 38 Stunden in der Woche.", 4, 38),
        ("en", "Two bakers, together 60 hours a week.", 2, 60),
        ("en", "I do 20 hours a week, my aunt 9 and my cousin 7 with the van.", 3, 36),
        ("de", "Ich 20 Stunden in der Woche, meine Cousine 7 mit dem Wagen.", 2, 27),
        ("en", "Two drivers and me, together 44 hours a week.", 3, 44),
        (
            "en",
            "We're five sisters, two of us in school, 50 hours a week all together.",
            5,
            50,
        ),
        ("en", "Us three, 33 hours a week in total.", 3, 33),
        ("en", "I bought two ovens and me, I work 20 hours a week.", 1, 20),
        ("de", "Drei Fahrerinnen und ich, zusammen 60 Stunden in der Woche.", 4, 60),
        ("de", "9.000 € von uns vieren. Zusammen 40 Stunden in der Woche.", 4, 40),
        ("de", "Einer von uns studiert noch, wir sind drei, 45 Stunden die Woche zusammen.", 3, 45),
    ],
)
def test_those_counted_beside_the_teller_are_of_the_team(language, said, people, hours):
    sheet = read_facts({"idea": IDEAS[language], "constraint": said}, today=date(2026, 11, 29))
    assert (sheet.people.value, sheet.hours_per_week.value) == (people, hours)


def test_what_reads_like_a_range_may_be_several_with_hours_each() -> None:
    said = "On est quatre, trois à trente heures par semaine et moi quinze. Il faut un four."
    told = {"idea": "On fait du pain avec des gens du quartier et pour eux.", "constraint": said}
    sheet = read_facts(told, today=date(2026, 11, 29))
    assert [sheet.people.value, sheet.hours_per_week.value] == [4, 105]
