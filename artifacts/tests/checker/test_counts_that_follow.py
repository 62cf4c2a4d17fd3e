"""Hours, counts and parts of a test that follow from others, or are of other people, are no
faults; others are.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

TOLD = {
    "en": {
        "idea": "We sharpen the saws of joiners in Kent and bring them back the next day.",
        "target_user": "Joiners with two to six benches. A joiner uses a saw 20 hours a week.",
        "price": "£12 a saw, at least £48 a call, and 10 % of what a joiner sells through us.",
        "constraint": (
            "I give 30 hours a week and my sister 10 hours a week. It has to be ready by 1 May"
            " 2027."
        ),
        "validation": "Eight joiners for 6 weeks. Good if six of the eight order at least 12 saws.",
    },
    "de": {
        "idea": "Wir schärfen die Sägen der Tischler im Allgäu und bringen sie zurück.",
        "price": "12 € je Säge, und 2,50 € für das 5-Liter-Gebinde Öl, 4 € für das Gebinde Harz.",
        "constraint": "Ich arbeite 30 Stunden in der Woche und meine Schwester 10.",
        "validation": (
            "8 Tischler, 6 Wochen. Bestanden, wenn im Schnitt 15 Sägen am Tag kommen und neun von"
            " zehn Sägen halten."
        ),
    },
}


def project(language: str) -> ProjectInput:
    return ProjectInput.from_brief(
        {"name": "Sawtooth", **TOLD[language], "today": date(2026, 12, 1)}
    )


@pytest.mark.parametrize(
    ("language", "section", "text"),
    [
        ("en", "milestones.resource_plan", "Of the 40 hours a week a quarter is the sister's."),
        ("en", "milestones.resource_plan", "30 hours and 10, so 40 hours a week."),
        ("en", "brief.market_analysis", "A joiner with five hours a week at the bench needs two."),
        ("en", "mvp_scope.success_metrics", "Six times 12 saws make 72 saws ordered"),
        ("en", "mvp_scope.success_metrics", "Of eight joiners up to two may stay away"),
        ("en", "brief.market_analysis", "Three saws would be £36, so the £48 of a call apply."),
        ("en", "brief.market_analysis", "The least a call costs is reached with the fourth saw."),
        ("en", "brief.market_analysis", "Of an £80 table £8 stay with us, and £72 with him."),
        ("de", "mvp_scope.success_metrics", "15 Sägen am Tag sind in 6 Wochen 630 Sägen"),
        ("de", "mvp_scope.success_metrics", "Von zwanzig Sägen dürfen zwei brechen"),
        ("de", "brief.market_analysis", "Ein Liter Öl kostet 0,50 €, ein Liter Harz 0,80 €."),
    ],
)
def test_what_follows_from_other_figures_is_no_fault(
    language: str, section: str, text: str
) -> None:
    assert not rules_on(project(language), section, text)


@pytest.mark.parametrize(
    ("language", "section", "text", "rule"),
    [
        ("en", "milestones.resource_plan", "The sister gives 25 hours a week.", "hours_differ"),
        ("en", "mvp_scope.success_metrics", "Six joiners order 7 saws", "test_differs"),
        ("en", "mvp_scope.success_metrics", "Of eight joiners up to five may go", "test_differs"),
        ("en", "brief.market_analysis", "A call for two saws costs £24.", "price_beyond_limit"),
        ("de", "mvp_scope.success_metrics", "Im Schnitt 9 Sägen am Tag genügen", "test_differs"),
    ],
)
def test_what_does_not_follow_is_one(language: str, section: str, text: str, rule: str) -> None:
    assert rule in rules_on(project(language), section, text)


def test_a_price_of_steps_is_made_from_both_prices() -> None:
    told = {
        "idea": "We carry parcels for the shops of Kerry from the railway to the villages.",
        "price": "€6 per parcel up to four kilos, each kilo above is €1.20.",
    }
    brief = {"name": "Carrier", **told, "today": date(2026, 12, 1)}
    text = "A parcel of six kilos costs the shop €8.40, of which €2.40 is for the two kilos above."
    assert not rules_on(ProjectInput.from_brief(brief), "brief.market_analysis", text)
