"""What is left out is found under other names: kinds of it, its verb, and parts of compounds."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.check import check
from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.compounds import told_in_compounds
from artifacts.checker.comparisons.ruled_out import ruled_out_in
from artifacts.checker.stems import names_of, terms_of
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_checker import written

WORDS = {
    "en": ("Harbour Bread", "A van sells warm sandwiches to dock workers in Hull at six."),
    "de": (
        "Werkbank",
        "Wir reparieren in Jena Nähmaschinen und Radios von Leuten aus dem Viertel.",
    ),
    "nl": ("Naaikamer", "Wij verstellen kleren in Leuven, in een winkel bij het station."),
    "es": (
        "Taller Norte",
        "Un local en Burgos donde los vecinos arreglan radios con nosotros.",
    ),
}


def rules(language: str, constraint: str, text: str) -> set[str]:
    name, idea = WORDS[language]
    project = ProjectInput.from_brief(
        {"name": name, "idea": idea, "constraint": constraint, "today": date(2026, 12, 1)}
    )
    return rules_on(project, "mvp_scope.scalability_plan", text)


def left_out(text: str, language: str) -> list[tuple[set[str], bool]]:
    (sentence,) = read_text(text, language, "")
    found = ruled_out_in(sentence, everything=False)
    return [(set(item.nouns), item.is_thing) for item in found]


@pytest.mark.parametrize(
    ("language", "constraint", "text"),
    [
        ("en", "No red meat.", "On Fridays a pork roll is added to the menu."),
        ("en", "We don't do alcohol.", "A can of cider goes with every evening order."),
        ("en", "No photos.", "The driver photographs each tray and stores the pictures."),
        ("en", "No delivery.", "Sandwiches are dropped at the foreman's door."),
        ("en", "No bookings.", "A docker reserves a roll the evening before."),
        ("de", "Keine Reservierungen.", "Wer will, bucht am Vorabend einen Platz an der Bank."),
        ("de", "Motorsägen und Mäher nehmen wir nicht.", "Auch Motorsägenöl wird gewechselt."),
        ("de", "Keine Kursverwaltung.", "Ein Modul verwaltet die Nähkurse und ihre Teilnehmer."),
        ("de", "Keine Cloud.", "Die Aufträge liegen auf einem Server in Frankfurt."),
        ("de", "Zugestellt wird nichts.", "Fertige Radios werden bis zur Tür geliefert."),
        ("nl", "Geen kassa.", "Een kassamodule telt wat er per dag binnenkomt."),
        ("es", "Comida no vamos a vender.", "El local vende además comida para llevar."),
    ],
)
def test_another_name_of_what_is_left_out_is_found(
    language: str, constraint: str, text: str
) -> None:
    assert "left_out_promised" in rules(language, constraint, text)


@pytest.mark.parametrize(
    ("language", "constraint", "text"),
    [
        ("en", "No sausages.", "A ham sandwich sells best at six."),
        ("en", "The men have no kettle.", "A kettle boils in the van."),
        ("de", "Die Leute schauen am Sonntag nicht in den Laden.", "Am Sonntag ist der Laden zu."),
        ("nl", "Het geld komt pas in mei.", "In mei wordt ook de winkel geverfd."),
    ],
)
def test_what_only_comes_near_is_not(language: str, constraint: str, text: str) -> None:
    assert "left_out_promised" not in rules(language, constraint, text)


def test_a_list_in_front_of_its_denial_is_left_out_whole() -> None:
    assert left_out("Gas und Wasser machen wir nicht.", "de") == [({"gas"}, True), ({"wass"}, True)]


def test_a_list_is_parted_by_the_words_of_its_language() -> None:
    (sentence,) = read_text("Pas de thé en vrac.", "fr", "")
    (item,) = ruled_out_in(sentence, everything=False)
    assert item.stems == {"the", "vrac"}


def test_the_object_is_what_is_left_out_and_not_the_verb() -> None:
    assert left_out("Hearing aids we will not sell.", "en") == [({"hear", "aid"}, True)]
    assert left_out("I don't plan with it.", "en")[0][1] is False


def test_a_word_for_a_kind_names_that_kind_alone() -> None:
    assert names_of("meat", "en") == {"meat"}
    assert "meat" not in names_of("sausages", "en")
    assert {"meat", "red"} <= terms_of("beef", "en")


def test_a_compound_is_told_by_its_parts() -> None:
    words = ["die", "gruppe", "begutachtet", "schäden", "durch", "wildschweine"]
    assert told_in_compounds(["wildschäden"], words, "de") == {"wildsc"}
    assert told_in_compounds(["wildschäden"], words, "en") == set()
    assert not told_in_compounds(["wildschäden"], ["wilde", "schafe"], "de")


def test_a_law_may_have_the_name_of_what_is_left_out() -> None:
    constraint = "Die Fachsprachprüfung braucht jeder. Die Prüfung nehmen wir nicht ab."
    project = ProjectInput.from_brief(
        {"name": "Kurs Nord", "idea": "Wir lehren Pflegekräfte Deutsch.", "constraint": constraint}
    )
    named = next(fact.value for fact in project.sheet.laws if fact.value)
    section = "mvp_scope.scalability_plan"
    assert rules_on(project, section, f"Daran sind wir gebunden: {named}.") == set()
    assert "left_out_promised" in rules_on(project, section, "Im März nehmen wir die Prüfung ab.")


def test_a_sentence_that_only_points_promises_nothing() -> None:
    told = {"name": "Roofbees", "idea": "Hives. .", "left_out": "READY", "today": date(2026, 12, 1)}
    project = ProjectInput.from_brief(told)
    assert check(project, written(project)).findings == ()


@pytest.mark.parametrize("name", ["Let's Knit!", "Glow Paddle!", "£5 Friday", "50 % Laden"])
def test_a_name_is_neither_left_out_nor_a_figure(name: str) -> None:
    idea = "We knit jumpers with people in the library of Hexham and sell the patterns."
    project = ProjectInput.from_brief({"name": name, "idea": idea, "today": date(2026, 12, 1)})
    assert check(project, written(project)).findings == ()


@pytest.mark.parametrize("name", ["£50 Friday", "£5 Friday", "£5.50 Friday"])
def test_a_figure_beside_a_name_is_one_all_the_same(name: str) -> None:
    idea = "We knit jumpers with people in the library of Hexham and sell the patterns."
    project = ProjectInput.from_brief({"name": name, "idea": idea, "today": date(2026, 12, 1)})
    for text in ("Twelve jumpers cost £5 in all.", f"Twelve jumpers of {name} cost £5 in all."):
        assert "sum_wrong" in rules_on(project, "brief.market_analysis", text)
    text = f"In all, {name} takes twelve evenings."
    assert "sum_wrong" not in rules_on(project, "brief.market_analysis", text)
