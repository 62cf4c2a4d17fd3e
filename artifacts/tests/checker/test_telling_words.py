"""One word is enough for what is left out where the founder uses it for nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.compounds import told_in_compounds
from artifacts.checker.comparisons.ruled_out import ruled_out_in
from artifacts.checker.stems import terms_of
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

ROOF = {
    "idea": "We show tenants in Leith which form to fill in when a roof leaks.",
    "constraint": "We give no legal advice on anybody's eviction. I'm not doing chimney pots."
    " No laser either. No ranking of landlords.",
}
POOL = {
    "idea": "Kinder lernen bei uns schwimmen, in einem Becken auf dem Schulhof in Greiz.",
    "constraint": "Babyschwimmen machen wir nicht. Kein gebrauchtes Spielzeug. Handtücher, Bojen"
    " und einen Flossenverleih lassen wir in der ersten Fassung weg.",
}
LORRY = {
    "idea": "Fahrer tragen leere Fahrten ein, wer etwas schickt, zahlt mit Karte.",
    "constraint": "Keine Karte, auf der man dem Lkw zuschaut.",
}


def project(told: dict[str, str]) -> ProjectInput:
    return ProjectInput.from_brief({"name": "Ember", **told, "today": date(2026, 12, 1)})


def rules(told: dict[str, str], section: str, text: str) -> set[str]:
    return rules_on(project(told), section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (ROOF, "mvp_scope.scalability_plan", "On Tuesdays a solicitor sits with the tenants."),
        (ROOF, "brief.value_proposition", "Every tenant gets legal guidance on the lease."),
        (ROOF, "brief.differentiation_points", "Pots on the chimney are set straight as well"),
        (ROOF, "how_it_works.architecture", "A laser measures the wet patch."),
        (ROOF, "how_it_works.data_flow", "Landlords appear in a ranking by their repairs."),
        (POOL, "mvp_scope.scalability_plan", "Im Sommer kommen Kurse für Babys hinzu."),
        (POOL, "mvp_scope.scalability_plan", "Im Juni werden Bojen verliehen."),
        (POOL, "brief.competitive_strategy", "Flossen leiht man in unserem Verleih."),
        (LORRY, "how_it_works.data_flow", "Eine Kartenansicht zeigt, wo der Lkw gerade ist."),
    ],
)
def test_a_word_that_tells_what_is_left_out_promises_it(
    told: dict[str, str], section: str, text: str
) -> None:
    assert "left_out_promised" in rules(told, section, text)


@pytest.mark.parametrize(
    ("told", "section", "text"),
    [
        (ROOF, "brief.problem_statement", "A tenant who has a lawyer is rare in Leith."),
        (ROOF, "how_it_works.data_flow", "Nobody meets a solicitor here."),
        (ROOF, "how_it_works.data_flow", "The form names the landlord and the leak."),
        (ROOF, "how_it_works.data_flow", "Whether pots are level, tenants see themselves."),
        (ROOF, "brief.market_analysis", "Some offices rank landlords, too."),
        (POOL, "how_it_works.data_flow", "Die Kinder lernen in der dritten Klasse schwimmen."),
        (POOL, "how_it_works.architecture", "Am Rand liegt neues Spielzeug."),
        (LORRY, "how_it_works.data_flow", "Bezahlt wird mit der Karte, bevor der Lkw fährt."),
    ],
)
def test_what_only_comes_near_is_left_alone(told: dict[str, str], section: str, text: str) -> None:
    assert "left_out_promised" not in rules(told, section, text)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Gas, water and power we don't do.", [{"power"}, {"water"}, {"gas"}]),
        ("en", "In winter, gas and water we don't do.", [{"water"}, {"gas"}]),
        ("en", "Tutorial centres I leave alone.", [{"tutori", "centr"}]),
        ("de", "Leitern, iPads und einen Shop lassen wir weg.", [{"shop"}, {"ipad"}, {"leit"}]),
        ("de", "Wir fahren, und Wachs nehmen wir nicht.", [{"wach"}]),
    ],
)
def test_lists_share_what_leaves_them_out(language: str, text: str, found: list[set[str]]) -> None:
    (sentence,) = read_text(text, language, "")
    items = [set(item.nouns) for item in ruled_out_in(sentence, everything=False)]
    assert sorted(items, key=sorted) == sorted(found, key=sorted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cattle", "calves"),
        ("pets", "dogs"),
        ("metric", "centimetres"),
        ("drinks", "lemonade"),
        ("vouchers", "coupon"),
        ("parties", "birthdays"),
    ],
)
def test_kinds_are_told_by_the_general_term(one: str, other: str) -> None:
    assert terms_of(one, "en") & terms_of(other, "en")


@pytest.mark.parametrize(
    ("one", "other"), [("Inserate", "Werbung"), ("Haustiere", "Hunde"), ("Messer", "Kochmesser")]
)
def test_german_kinds_are_told_by_the_general_term(one: str, other: str) -> None:
    assert terms_of(one, "de") & terms_of(other, "de")


def test_a_short_part_of_a_compound_may_stand_alone() -> None:
    words = {"ersatzteilshop"}
    assert told_in_compounds(words, {"ersatzteile", "shop"}, "de")
    assert not told_in_compounds(words, {"ersatzteile", "stopp"}, "de")
