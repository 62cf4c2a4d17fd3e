"""Clauses that tell of something done, or of a thing that works, by their form alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from artifacts.facts.grammar.tokens import tokenize
from artifacts.facts.reading.deeds import tells_deed, thing_works

DEEDS = {
    "en": (
        "sawed 1,900 feet; baked bread; I glazed twelve cakes; we really glazed them; we have"
        " glazed them; the cake was glazed; those were glazed; three of"
        " them glazed; three of these glazed; two of those glazed; 130 kg dried in a dryer; twelve"
        " jars glazed; twelve very big jars glazed; got the old pump going; got it to run; it"
        " rattles; you made one; were made and sold; have made; a frame was welded; I quickly"
        " welded; I've glazed it; had been glazed"
    ),
    "de": (
        "vier Bretter verleimt; habe Bretter verleimt; wurde verleimt; backe ich; ich backe; wir"
        " fuhren; fuhren wir; wir fahren; wir segeln; Ungefähr 60 kg getrocknet; etwa vier Kisten"
        " gebaut; sind gebaut"
    ),
    "fr": (
        "neuf pots tournés; nous avons tourné neuf pots; on a tourné neuf pots; trois caisses"
        " fabriquées; 12 kg séchés"
    ),
    "nl": "120 kg gedroogd; we hebben gebakken; is opgebouwd; werd gedroogd",
    "es": "tejimos doce; horneamos pan; probamos la caja",
}
NO_DEEDS = {
    "en": (
        "called six growers; we called six growers; we have really called; we not glazed; the cake"
        " was called; of us; two of us; got it; it costs; it costs four pounds; it is; that"
        " rattles; we like it; we need it; they made one; I am; we'd go; we; it; is being sold; we"
        " two go; I only; we my own; twelve very big old blue jars glazed; us these glazed"
    ),
    "de": (
        "Bretter verleimt; habe angerufen; ich Backe; ich denke; wir denken; ich und backe; 60 kg"
        " Getrocknetes; gebaut; ist geplant; zwei gekauft"
    ),
    "fr": (
        "pots tournés; on a parlé; nous avons parlé; trois personnes appelées; on tourne; Tournés"
    ),
    "nl": "gedroogd; we hebben gesproken; twee verkocht; drie gebeld; we bakken",
    "es": "hablamos con seis; compramos pan; pan; estamos aquí",
}
WORKS = {
    "en": "the brake squeals; one sensor blinks; another sensor blinks; the first squeals loudly",
    "de": (
        "eine Testseite steht; ein Musterstück; ein Rohbau; es piept; er quietscht; die Bremse"
        " quietscht; der dritte Versuch hält; der dritte hält; das Sieb rüttelt; ein Rad dreht"
        " sich; die Räder drehen"
    ),
}
NO_WORKS = {
    "en": (
        "the brake costs; the brake squeal; the Brake squeals; the brake Squeals; a sensor blinks;"
        " brake squeals; the brake; the brake is"
    ),
    "de": (
        "eine Testwoche; eine Probefahrt; die Testkunden; es fehlt; es piept noch sehr laut hier"
        " bei uns; er sagt; die Bremse fehlt; die im Laden aushängt; die Leute warten; das Angebot"
        " steht; ein kleines rotes schönes altes neues Rad dreht; der zweite Mann; Bremse"
        " quietscht; er; es ist"
    ),
}


def clauses(told: dict[str, str], denied: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    for table, verdict in ((told, True), (denied, False)):
        for language, text in table.items():
            yield from ((language, clause.strip(), verdict) for clause in text.split(";"))


@pytest.mark.parametrize(("language", "clause", "verdict"), list(clauses(DEEDS, NO_DEEDS)))
def test_the_form_of_a_clause_tells_a_deed(language: str, clause: str, verdict: bool) -> None:
    assert tells_deed(tokenize(clause), language) is verdict


@pytest.mark.parametrize(("language", "clause", "verdict"), list(clauses(WORKS, NO_WORKS)))
def test_the_form_of_a_clause_tells_a_thing_that_works(
    language: str, clause: str, verdict: bool
) -> None:
    assert thing_works(tokenize(clause), language) is verdict
