"""What others do, and what is left to them, is no promise of ours."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.checker.claims import read_text
from artifacts.checker.comparisons.others import denies_what_came_before
from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

KILN = {
    "name": "Kiln Share",
    "idea": "Potters in Cornwall and Devon book a shelf in a kiln near them and leave their pots.",
    "target_user": "Hobby potters in Cornwall and Devon without a kiln. They pay per shelf.",
    "workaround": "Firing services by post, with broken pots.",
    "price": "£14 a shelf. The potter pays by card.",
    "constraint": (
        "No app, half the potters have no smartphone. We do not sell clay. No workshops. It has to"
        " run by 1 May 2027. Booking by text message and on a web page."
    ),
}
POTS = {
    "name": "Brennkasten",
    "idea": "Wir brennen in Bamberg Töpferware für Hobbytöpfer, im Ofen einer alten Schule.",
    "target_user": "Hobbytöpfer in Bamberg und Coburg ohne eigenen Ofen.",
    "workaround": "Brennservices, die sie per Post hinschicken.",
    "price": "16 € je Brett.",
    "constraint": "Keine App und keine Kurse. Am 1. Mai 2027 muss es laufen.",
}


@cache
def project(name: str) -> ProjectInput:
    idea = KILN if name == "en" else POTS
    return ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("language", "section", "text"),
    [
        ("en", "brief.competitive_strategy", "Studios in Bristol come with an app and workshops."),
        ("en", "brief.market_analysis", "Ceramics suppliers run workshops on most weekends."),
        ("en", "brief.competitive_strategy", "Competitors offer an app for iPhone and Android."),
        ("en", "brief.value_proposition", "Who looks for workshops is referred to the studios."),
        ("en", "brief.value_proposition", "Firing and workshops go together, which is not done."),
        ("en", "how_it_works.data_flow", "A potter who owns a smartphone gets the same message."),
        ("en", "how_it_works.data_flow", "The team decided against an app for Android."),
        ("en", "brief.market_analysis", "Potters in Kent wait as long, but they are not served."),
        ("en", "brief.value_proposition", "The firing services by post also run workshops."),
        ("en", "brief.market_analysis", "Clay merchants run workshops and sell clay."),
        ("en", "brief.value_proposition", "A potter may ask for clay, and we have to say no."),
        ("de", "how_it_works.data_flow", "Wer lieber eine App hat, geht zur Konkurrenz."),
        ("de", "brief.market_analysis", "Töpfereien in Hessen bieten eine App und Kurse an."),
        (
            "de",
            "brief.value_proposition",
            "Wer Kurse sucht, wird an die Volkshochschule verwiesen.",
        ),
        ("de", "brief.market_analysis", "Brennservices in Leipzig verkaufen nur über eine App."),
    ],
)
def test_what_others_do_contradicts_nothing(language: str, section: str, text: str) -> None:
    assert rules_on(project(language), section, text) == set()


@pytest.mark.parametrize(
    ("language", "section", "text", "rule"),
    [
        (
            "en",
            "brief.competitive_strategy",
            "Kiln Share also runs workshops.",
            "left_out_promised",
        ),
        ("en", "brief.competitive_strategy", "We offer workshops as well.", "left_out_promised"),
        ("en", "how_it_works.data_flow", "Potters book in an app for Android.", "platform_differs"),
        ("en", "brief.target_user", "The first kilns open in Kent.", "region_differs"),
        ("de", "brief.market_analysis", "Wir geben auch Kurse.", "left_out_promised"),
    ],
)
def test_what_we_do_all_the_same_is_found(
    language: str, section: str, text: str, rule: str
) -> None:
    assert rule in rules_on(project(language), section, text)


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "We keep lists, which the yard does not do.", True),
        ("en", "We keep lists, but they do not.", True),
        ("en", "We keep lists, which the yard does.", False),
        ("en", "We keep lists, which nobody else does.", False),
        ("en", "We keep lists, and the yard does not.", False),
        ("en", "Which the yard does not do, we do.", False),
        ("de", "Wir pflegen Listen, die das Team nicht führt.", True),
        ("de", "Wir pflegen Listen, das macht der Hof nicht.", True),
        ("de", "Wir pflegen Listen, dieses nicht.", True),
        ("de", "Wir pflegen Listen, die nicht.", True),
        ("de", "Wir pflegen Listen, die Liste entfällt nicht.", False),
        ("de", "Wir pflegen Listen, das Boot nicht.", False),
        ("de", "Wir pflegen Listen, diese Liste nicht.", False),
        ("de", "Wir pflegen Listen, dieser Hof nicht.", False),
        ("de", "Wir pflegen Listen, dieses Boot nicht.", False),
        ("de", "Wir pflegen Listen, der Hof nicht.", False),
        ("fr", "Nous tenons des listes, ce que l'atelier ne fait pas.", True),
        ("fr", "Nous tenons des listes, l'atelier n'y pense pas.", True),
        ("nl", "Wij houden lijsten bij, dat doet de werf niet.", True),
        ("nl", "Wij houden lijsten bij, de werf kan er niet aan.", True),
        ("es", "Llevamos listas, lo que el taller no hace.", True),
    ],
)
def test_a_clause_may_deny_what_came_before_it(language: str, text: str, denied: bool) -> None:
    (sentence,) = read_text(text, language, "EUR")
    assert denies_what_came_before(sentence) is denied
