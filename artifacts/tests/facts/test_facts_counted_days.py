"""Days that are counted from another one, and days of our own steps, beside the time limit."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.facts.reading import read_facts

IDEAS = {
    "en": "We make a thing for people who need it and they use it every week at home.",
    "de": "Wir machen etwas für Leute, die es jede Woche zu Hause brauchen und nicht haben.",
}


def deadline(language: str, said: str) -> str | None:
    told = {"idea": IDEAS[language], "constraint": said}
    day = read_facts(told, today=date(2026, 11, 29)).deadline.value
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "It must run three weeks before 1 June 2027.", "2027-05-11"),
        ("en", "We have to be done six weeks after 1 March 2027.", "2027-04-12"),
        ("en", "By ten days after 20 February 2027 it must be ready.", "2027-03-02"),
        ("de", "Fertig muss es drei Wochen vor dem 1. Juni 2027 sein.", "2027-05-11"),
        ("de", "Sechs Wochen nach dem 1. März 2027 muss es stehen.", "2027-04-12"),
        ("de", "Zwei Monate vor dem 30. April 2027 muss es stehen.", "2027-02-28"),
        ("en", "Three weeks of tests, and before 1 June 2027 it must run.", "2027-06-01"),
        ("en", "It must run before 1 June 2027.", "2027-06-01"),
    ],
)
def test_a_day_counted_from_another_is_not_that_day(language, said, day):
    assert deadline(language, said) == day


@pytest.mark.parametrize(
    ("language", "said", "day"),
    [
        ("en", "I quit my job on 1 February 2027. Out by the end of April.", "2027-04-30"),
        ("en", "I hand in my notice on 1 February 2027.", None),
        ("de", "Zum 1. Februar 2027 kündige ich. Eröffnen wollen wir am 3. Mai 2027.",
         "2027-05-03"),
        ("en", "We apply on 1 March 2027. Start July 10.", None),
        ("en", "Five weeks from the day of applying. Start July 10.", None),
        ("de", "Der Antrag geht am 1. März 2027 raus. Am 4. Mai 2027 eröffnen wir.", "2027-05-04"),
        ("en", "We start on 4 May 2027.", "2027-05-04"),
    ],
)  # fmt: skip
def test_a_step_of_our_own_is_no_time_limit(language, said, day):
    assert deadline(language, said) == day


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("Ready by August 9, 2027, the wheat goes in four weeks later.", None),
        ("It must be ready in four weeks.", 4),
    ],
)
def test_weeks_between_two_days_are_no_time_limit(said, weeks):
    told = {"idea": IDEAS["en"], "constraint": said}
    assert read_facts(told, today=date(2026, 11, 29)).duration_weeks.value == weeks
