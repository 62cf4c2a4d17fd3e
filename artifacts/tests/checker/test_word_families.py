"""Words are compared in all their forms, and compounds with what they are made of."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.check import check
from artifacts.checker.irregular import dictionary_forms, is_compound_of
from artifacts.checker.stems import stem, term, terms
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on
from artifacts.tests.checker.test_checker import written


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("gewogen", "wiegen", "de"),
        ("aufgeschrieben", "aufschreiben", "de"),
        ("gepresst", "pressen", "de"),
        ("aufgestellt", "Aufstellung", "de"),
        ("bestätigt", "Bestätigen", "de"),
        ("Märkte", "Markt", "de"),
        ("arbeitet", "Arbeit", "de"),
        ("sewn", "sew", "en"),
        ("written", "writes", "en"),
        ("buses", "bus", "en"),
        ("fibres", "fiber", "en"),
        ("Konten", "Konto", "de"),
        ("travaux", "travail", "fr"),
        ("kopieën", "kopie", "nl"),
        ("ideeën", "idee", "nl"),
        ("koloniën", "kolonie", "nl"),
        ("steden", "stad", "nl"),
        ("luces", "luz", "es"),
        ("dulces", "dulce", "es"),
        ("PDFs", "PDF", "en"),
        ("Fotos", "Foto", "de"),
        ("Hobbys", "Hobby", "de"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str, language: str) -> None:
    assert stem(one, language) == stem(other, language) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Rechnung", "rechnen"), ("Geschäft", "Schaf"), ("Gericht", "richten")]
)
def test_nouns_that_look_like_forms_keep_their_stem(one: str, other: str) -> None:
    assert stem(one, "de") != stem(other, "de")


@pytest.mark.parametrize(
    ("word", "language", "is_electronic"),
    [
        ("Funkschloss", "de", True),
        ("Elektroherd", "de", True),
        ("Digitalwaage", "de", True),
        ("Smartuhr", "de", True),
        ("Bluetoothschloss", "de", True),
        ("Funktionen", "de", False),
        ("Holzschloss", "de", False),
        ("funk", "de", False),
        ("smartlock", "en", False),
    ],
)
def test_what_begins_with_radio_is_electronic(
    word: str, language: str, is_electronic: bool
) -> None:
    assert ("electronic" in terms([word], language)) is is_electronic


def test_kinds_of_a_thing_have_one_term_and_stems_of_their_own() -> None:
    assert term("Rindfleisch", "de") == term("sausages", "en") == "meat"
    assert stem("chicken", "en") != stem("turkey", "en")


def test_a_compound_is_made_of_the_words_in_it() -> None:
    parts = frozenset({stem("Kurse", "de"), stem("verwalten", "de")})
    assert is_compound_of("kursverwaltung", parts)
    assert not is_compound_of("kurswechsel", parts)


@pytest.mark.parametrize(
    ("word", "parts", "is_made_of_them"),
    [
        ("kursbuch", "kurs buch", True),
        ("buchungskurs", "kurs buchung", True),
        ("kurskurs", "kurs", False),
        ("kurs", "kurs buch", False),
        ("kursabe", "kurs abe", False),
        ("abebuch", "abe buch", False),
    ],
)
def test_a_compound_has_two_parts_of_some_length(
    word: str, parts: str, is_made_of_them: bool
) -> None:
    assert is_compound_of(word, frozenset(parts.split())) is is_made_of_them


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("paketen", ["pakete", "paket"]),
        ("geröntgt", ["geröntgen", "röntgen"]),
        ("röntgt", ["röntgen"]),
        ("aufgebaut", ["aufgebauen", "aufbauen"]),
        ("gebt", ["geben"]),
        ("tees", []),
    ],
)
def test_a_german_form_leads_to_what_it_may_be_of(word: str, forms: list[str]) -> None:
    assert list(dictionary_forms(word)) == forms


BINDER = {
    "name": "Buchbinderei",
    "idea": "Wir binden in Leipzig alte Notenhefte neu, für Chöre und Orchester.",
    "price": "18 € je Heft. Ein Huhn kostet nichts.",
    "left_out": "Terminbuchung\nKünstliche Stimmen",
    "first_version": "Der Chor bringt die Hefte\nDie Hefte werden gewogen",
}


@cache
def binder() -> ProjectInput:
    return ProjectInput.from_brief({**BINDER, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("brief.value_proposition", "Chöre buchen ihre Termine selbst.", "left_out_promised"),
        ("brief.value_proposition", "Eine KI-Stimme liest die Noten vor.", "left_out_promised"),
        ("mvp_scope.out_of_scope", "Das Wiegen der Hefte", "core_step_left_out"),
    ],
)
def test_what_is_said_in_other_forms_is_found(section: str, text: str, rule: str) -> None:
    assert rule in rules_on(binder(), section, text)


def test_a_project_may_be_called_like_what_it_leaves_out() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Needle & Thread",
            "idea": "We lend sewing machines to schools in Leeds.",
            "answers": {"left_out": "No needles, schools have their own"},
            "today": date(2026, 11, 29),
        }
    )
    assert not rules_on(project, "brief.value_proposition", "Needle & Thread begins in Leeds.")
    assert "left_out_promised" in rules_on(
        project, "brief.value_proposition", "Needle & Thread also sells needles."
    )


def test_a_common_word_is_no_name_of_the_project() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Post",
            "idea": "Potters in Leeds book a shelf in our kiln and we fire their pots.",
            "answers": {"left_out": "Nothing by post. No glazes."},
            "today": date(2026, 11, 29),
        }
    )
    section = "brief.value_proposition"
    assert not rules_on(project, section, "Post fires pots in Leeds.")
    assert "left_out_promised" in rules_on(project, section, "We send the pots by post.")
    glaze = project.model_copy(update={"name": "Glaze"})
    assert "left_out_promised" in rules_on(glaze, section, "We sell glazes to all potters.")


def test_a_line_of_the_founders_is_their_words_however_short() -> None:
    project = ProjectInput.from_brief(
        {
            "name": "Roofbees",
            "idea": "Hives.",
            "answers": {
                "problem": "AAAAB",
                "workaround": "AAAAA",
                "constraint": "AAAß",
                "first_version": "0",
                "validation": "0\n0",
            },
            "today": date(2026, 11, 29),
        }
    )
    assert not check(project, written(project)).findings
