"""Laws and permits that a text calls needless, or does not wait for."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

BUOY = {
    "name": "Buoy Line",
    "idea": "We rent radio buoys to kayak clubs on Loch Etive, so that a tired paddler is found.",
    "constraint": (
        "The buoys come under the Wireless Telegraphy Act. Before the first rental we need a"
        " licence from the Crown Estate. A club sees where a paddler is only where there is"
        " consent. It has to run by 1 May 2027."
    ),
}
KITA = {
    "name": "Kochkiste",
    "idea": "Wir kochen in Passau jeden Morgen für drei Kindergärten und bringen das Essen hin.",
    "constraint": (
        "Ohne die Registrierung als Lebensmittelunternehmer dürfen wir nicht anfangen, und die"
        " DSGVO gilt für die Listen mit Allergien. Am 1. September 2027 muss es laufen."
    ),
}


@cache
def project(language: str) -> ProjectInput:
    idea = BUOY if language == "en" else KITA
    return ProjectInput.from_brief({**idea, "today": date(2026, 12, 1)})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "With so little power the Wireless Telegraphy Act has no relevance here."),
        ("en", "No declaration under the Wireless Telegraphy Act has to be made for a buoy."),
        ("en", "The first buoys are rented out ahead of the licence from the Crown Estate."),
        ("en", "A separate consent of the paddler is not needed, as the club pays."),
        ("en", "The first buoys are rented out while the licence is still on the way."),
        ("en", "The licence from the Crown Estate can be asked for after the first season."),
        ("en", "The licence from the Crown Estate is only required for more than ten buoys."),
        ("de", "Eine Registrierung als Lebensmittelunternehmer erübrigt sich bei drei Kunden."),
        ("de", "Für Listen auf Papier ist die DSGVO ohne Belang."),
        ("de", "Die DSGVO muss bei so wenigen Kindern nicht beachtet werden."),
    ],
)
def test_what_is_called_needless_though_it_holds_is_found(language: str, text: str) -> None:
    assert "law_denied" in rules_on(project(language), "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the Wireless Telegraphy Act no buoy has to be registered by name."),
        ("en", "No buoy is rented out ahead of the licence from the Crown Estate."),
        ("en", "Where consent is missing, the club sees nothing."),
        ("en", "A tired paddler is found and needs no licence from the Crown Estate."),
        ("de", "Nach der DSGVO muss niemand eine Allergie nennen, die er nicht nennen will."),
        ("de", "Die DSGVO verlangt, dass die Listen gelöscht werden."),
    ],
)
def test_what_a_law_does_not_ask_for_is_no_contradiction(language: str, text: str) -> None:
    found = rules_on(project(language), "how_it_works.security_compliance", text)
    assert "law_denied" not in found


WHARF = {
    "name": "Wharf Lights",
    "idea": "We light the old wharf in Whitby on winter evenings, for photographers.",
    "constraint": (
        "We need insulated cables and a spare generator. A licensed electrician has to check the"
        " lamps before we switch on. Without a licence from the harbour nobody sets foot on it."
    ),
}


@pytest.mark.parametrize(
    "text",
    [
        "The lamps are switched on before the electrician has come to check them.",
        "A spare generator is superfluous on a calm evening.",
    ],
)
def test_what_has_to_come_first_or_be_there_is_not_turned_round(text: str) -> None:
    wharf = ProjectInput.from_brief({**WHARF, "today": date(2026, 12, 1)})
    assert "law_denied" in rules_on(wharf, "how_it_works.security_compliance", text)


@pytest.mark.parametrize(
    "text",
    [
        "The electrician comes to check the lamps before they are switched on.",
        "A second spare lamp is superfluous on a calm evening.",
        "The lamps are not switched on before the electrician has come.",
    ],
)
def test_the_same_order_and_other_things_contradict_nothing(text: str) -> None:
    wharf = ProjectInput.from_brief({**WHARF, "today": date(2026, 12, 1)})
    assert "law_denied" not in rules_on(wharf, "how_it_works.security_compliance", text)
