"""Ways to reach something that a text closes, replaces or adds."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MOWERS = {
    "idea": "We sharpen mowers in Truro and bring them back the same day.",
    "workaround": "A paper pad in the shed.",
    "constraint": "People book by phone or by text, results go out by email. A paper sheet stays"
    " in the box.",
}
TAGS = {
    "idea": "An inspector ticks off a scaffold on his phone, with or without signal, and the office"
    " sees it on a web page.",
    "constraint": "Android only, I have not seen an iPhone on a scaffold in years and we won't"
    " build for it.",
}
HALLEN = {
    "idea": "Prüfer fotografieren Schäden am Tablet, auch ohne Empfang, in Greiz.",
    "constraint": "Der Bericht kommt per E-Mail. iPads lassen wir weg, es läuft auf Android.",
}
FLOW = "how_it_works.data_flow"


def rules(told: dict[str, str], text: str, section: str = FLOW) -> set[str]:
    project = ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})
    return rules_on(project, section, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (MOWERS, "The phone is not answered while the van is out."),
        (MOWERS, "Bookings come in through an online form."),
        (MOWERS, "A portal with a login replaces the texting back and forth."),
        (MOWERS, "The result is posted and no longer emailed."),
        (MOWERS, "Customers order in a web shop, the phone line is closed."),
        (MOWERS, "Results are sent exclusively by WhatsApp."),
        (MOWERS, "Customers check in on a tablet at the door."),
        (TAGS, "The inspector ticks on an iPhone first."),
        (TAGS, "Managers install a small program on the office computer."),
        (TAGS, "The web page is for information only."),
        (HALLEN, "E-Mail ist nicht vorgesehen, der Bericht liegt im Büro."),
        (HALLEN, "Ein Tablet kommt nicht zum Einsatz."),
        (HALLEN, "Es läuft auf dem iPad ebenso wie auf Android."),
        (HALLEN, "Der Betreiber bucht in einem Kundenportal."),
    ],
)
def test_ways_that_are_not_the_founders_are_told(told: dict[str, str], text: str) -> None:
    assert "platform_differs" in rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (MOWERS, "Whoever rings has a day and an hour at once."),
        (MOWERS, "The sheet takes the place of the pad, a box instead of paper in the shed."),
        (MOWERS, "No portal has to be built, since people book by text."),
        (MOWERS, "The email is written by hand and not printed."),
        (MOWERS, "If the phone is not answered, a text does as well."),
        (TAGS, "The Android phone keeps ticks and photos until it finds a signal."),
        (TAGS, "Nobody needs an iPhone up there."),
        (HALLEN, "Der Bericht geht per E-Mail hinaus, sobald das Tablet Netz hat."),
        (HALLEN, "Das Tablet zeigt die Liste der Hallen."),
    ],
)
def test_the_ways_of_the_founder_are_left_alone(told: dict[str, str], text: str) -> None:
    assert "platform_differs" not in rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HALLEN, "Reißt die Verbindung ab, ruht die Prüfung bis zum Abend."),
        (TAGS, "If the connection drops, the inspection is paused."),
        (TAGS, "The reader needs mobile data on every lift."),
    ],
)
def test_work_that_rests_without_a_connection_needs_one(told: dict[str, str], text: str) -> None:
    assert "offline_denied" in rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (HALLEN, "Reißt die Verbindung ab, ruht der Abgleich, geprüft wird weiter."),
        (TAGS, "If the connection drops, sending is paused and the inspection goes on."),
    ],
)
def test_what_is_sent_may_wait(told: dict[str, str], text: str) -> None:
    assert "offline_denied" not in rules(told, text)


def test_a_reading_of_ours_is_not_what_others_read() -> None:
    told = {
        "idea": "A tape that speaks its length.",
        "problem": "The only tape on the market reads in tenths.",
        "constraint": "No phone, no Bluetooth, no app. People call a number to order.",
    }
    assert rules(told, "Each reading goes to a companion app.")


def test_an_article_begins_no_denial_of_what_came_before() -> None:
    told = {
        "idea": "Wir verleihen Lastenräder in Greiz.",
        "constraint": "Keine App. Gebucht wird auf einer Webseite, im Laden liegt eine Liste.",
    }
    assert "platform_differs" in rules(told, "Gebucht wird per App, die Liste im Laden entfällt.")
