"""Sentences that decide whose a word is: ours, what we leave out, or that of others."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.others import is_about_others
from artifacts.checker.comparisons.telling import is_of_somebody
from artifacts.checker.knowledge import Knowledge
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

MARKET, VALUE, FLOW = "brief.market_analysis", "brief.value_proposition", "how_it_works.data_flow"
EN = {"idea": "A rowing boat takes walkers across the Ouse near Ely after the last bus."}
RECORDS = {"idea": "We press records in Ely for patients, who get their medication by mail."}
DE = {"idea": "Wir rudern jedes Kind in Celle mit dem Boot über die Aller."}
NL = {"idea": "Wij roeien wandelaars in Leiden met een boot over de Rijn."}
BY_PHONE = {
    **EN,
    "constraint": "People book by phone or by text message, results go out by email.",
}
PER_MAIL = {**DE, "constraint": "Die Listen kommen per E-Mail."}
PHONED = {**BY_PHONE, "problem": "Today people phone the mill."}


@cache
def project(*told: tuple[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Oarlock", **dict(told), "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("section", "text", "is_about_them"),
    [
        ("market_analysis", "Record dealers pay £50.", True),
        ("market_analysis", "Record pressing costs £50.", False),
        ("market_analysis", "Renting sleeves costs £50.", False),
        ("market_analysis", "Then dealers pay £50.", False),
        ("market_analysis", "Medicines cost £5.", False),
        ("market_analysis", "Large", False),
        ("market_analysis", "Record", False),
        ("value_proposition", "Old and very small presses in Kent sell.", True),
        ("value_proposition", "Old and very small presses today in Kent sell.", False),
        ("value_proposition", "In Kent records are pressed.", True),
        ("value_proposition", "In Ely and Kent records are pressed.", False),
    ],
)
def test_a_sentence_is_about_others_by_how_it_begins(
    section: str, text: str, is_about_them: bool
) -> None:
    told = project(*RECORDS.items())
    known = Knowledge(told.all_texts(), told.sheet, told.today)
    (sentence,) = read_text(text, "en", "GBP")
    assert is_about_others(known, sentence, section, "Oarlock") is is_about_them


@pytest.mark.parametrize(
    ("language", "text", "is_theirs"),
    [
        ("en", "As usual our own boat waits.", True),
        ("en", "Our own boat waits.", False),
        ("en", "The rowers use their own boat.", True),
        ("de", "Unser eigenes Boot wartet.", False),
    ],
)
def test_what_is_our_own_is_not_theirs(language: str, text: str, is_theirs: bool) -> None:
    (sentence,) = read_text(text, language, "")
    assert is_of_somebody(sentence) is is_theirs


@pytest.mark.parametrize(
    ("told", "left_out", "text", "is_promised"),
    [
        (DE, "Keine Kinderkurse.", "Die Kinder rudern in Celle mit.", False),
        (DE, "Keine Kinderkurse.", "Die Kinderkurse beginnen im Mai.", True),
        (DE, "Keine Werkstattleiter.", "Die Werkstatt liegt am Fluss.", False),
        (DE, "Keine Werkstattleiter.", "Ein Werkstattleiter hilft im Mai.", True),
        (DE, "Kein Zugangscode.", "Der Zugang zum Steg ist breit.", False),
        (DE, "Keine Zugangstür.", "Der Zugang zum Steg ist breit.", True),
        (NL, "Geen toegangskaarten.", "De toegang tot de steiger is breed.", False),
        (NL, "Geen toegangskaarten.", "Wie komt krijgt een toegangskaart.", True),
    ],
)
def test_a_part_of_a_compound_is_something_else(
    told: dict[str, str], left_out: str, text: str, is_promised: bool
) -> None:
    found = rules_on(project(*told.items(), ("constraint", left_out)), VALUE, text)
    assert found == ({"left_out_promised"} if is_promised else set())


@pytest.mark.parametrize(
    ("told", "text", "is_closed"),
    [
        (BY_PHONE, "We scrapped the phone.", True),
        (PHONED, "We scrapped the phone.", False),
        (PHONED, "A bell replaces the phone.", False),
        (PHONED, "We scrapped the email.", True),
        (BY_PHONE, "The result is printed and not emailed.", True),
        (BY_PHONE, "The result is printed rather than emailed.", True),
        (BY_PHONE, "The result is printed and emailed.", False),
        (BY_PHONE, "People do not phone at night.", False),
        (PER_MAIL, "Die Listen werden gedruckt und nicht gemailt.", True),
        (PER_MAIL, "Die Listen werden gedruckt und gemailt.", False),
    ],
)
def test_a_way_is_closed_or_not(told: dict[str, str], text: str, is_closed: bool) -> None:
    found = rules_on(project(*told.items()), FLOW, text)
    assert found == ({"platform_differs"} if is_closed else set())


@pytest.mark.parametrize(
    ("told", "text", "rules"),
    [
        ({"stage": "So far it is an idea."}, "So far it is only an idea.", set()),
        ({"stage": "We have a prototype."}, "So far it is only an idea.", {"stage_differs"}),
        ({"stage": "We have a prototype."}, "It is not only an idea.", set()),
        ({"price": "A crossing costs £4."}, "If a crossing costs £40, nobody comes.", set()),
        ({"price": "A crossing costs £4."}, "When a crossing costs £40, nobody comes.", set()),
        (
            {"price": "A crossing costs £4."},
            "But when a crossing costs £40, nobody comes.",
            {"amount_unknown"},
        ),
    ],
)
def test_how_far_it_is_and_what_is_supposed(
    told: dict[str, str], text: str, rules: set[str]
) -> None:
    assert rules_on(project(*EN.items(), *told.items()), MARKET, text) == rules
