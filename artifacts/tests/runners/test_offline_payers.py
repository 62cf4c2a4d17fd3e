"""Who pays: those who use it, or others whom the documents then have to win as well."""

from __future__ import annotations

import pytest

from artifacts.runners.offline.payers import pays_for_others
from artifacts.tests.support.stove_loan import ENGLISH, GERMAN, documents


@pytest.mark.parametrize(
    "payer",
    [
        "Tenants burn the wood, the landlord pays",
        "The council pays, the walkers never",
        "Heizen tun die Mieter, zahlen tut der Vermieter",
        "Die Werkstatt zahlt, die Lehrlinge gucken nur zu",
        "Les élèves lisent, la commune paie",
        "De bewoners stoken, de eigenaar betaalt",
        "La clienta es una vecina mayor; paga la parroquia",
    ],
)
def test_one_sentence_sets_payers_against_users(payer: str) -> None:
    assert pays_for_others(payer, "", "")


@pytest.mark.parametrize(
    "payer",
    [
        "They pay at the gate themselves",
        "The farm that takes a load pays; the dairies only lend us the yard",
        "Wer mahlt, der zahlt, und drei Bäcker mahlen mit",
        "Eintritt zahlt, wer hört",
        "It is the grower who pays",
        "C'est la ferme qui paie, sauf les jours de foire, que paie la commune",
        "The mill pays me; the growers get 30 cents a pound from me for the grain",
        "Beim Kurs zahlt die Gemeinde, sonst die Teilnehmerin",
        "The firm pays for the ride, grown-ups pay for their own bike",
    ],
)
def test_those_who_use_it_pay_or_some_of_them(payer: str) -> None:
    assert not pays_for_others(payer, "", "")


@pytest.mark.parametrize(
    ("answer", "are_others"),
    [
        ("The walkers pay nothing.", True),
        ("Für den Mieter ist es gratis.", True),
        ("Les élèves ne paient rien.", True),
        ("Kinder zahlen nichts.", False),
        ("The dairies lend us the yard and pay nothing.", False),
    ],
)
def test_users_who_pay_nothing_have_somebody_who_pays(answer: str, are_others: bool) -> None:
    assert pays_for_others("The council pays", "", answer) is are_others


@pytest.mark.parametrize("brief", [ENGLISH, GERMAN])
def test_users_who_pay_for_themselves_are_no_second_side(brief: dict[str, str]) -> None:
    said = {
        "target_user": "Families with oil heating. They pay at the door themselves.",
        "workaround": "A borrowed heater.",
    }
    written = documents(brief, **said)
    assert "[[+]]" not in written["brief"]["target_user"]
    assert "They pay at the door themselves" not in str(written["risk_log"])


def test_a_payer_is_named_where_nobody_says_who_uses_it() -> None:
    said = "Families with oil heating, about 900. Some rent. It is the town that pays."
    user = documents(ENGLISH, target_user=said, idea="Stoves on loan.")["brief"]["target_user"]
    assert "two sides" not in user


def test_who_pays_for_others_has_to_be_won_as_well() -> None:
    said = "Tenants in Bangor, about 900. Tenants burn the wood, the landlord pays."
    written = documents(ENGLISH, target_user=said)
    assert "So two sides have to say yes" in written["brief"]["target_user"]
    titles = [risk["title"] for risk in written["risk_log"]["market_risks"]]
    assert "Users like it, but those who pay would not miss it" in titles


@pytest.mark.parametrize(
    ("user", "told"),
    [
        (
            "Tenants in Bangor, about 900. Tenants burn the wood, the landlord pays.",
            "Everyone taking part knows the date, and whoever pays for it the price:",
        ),
        (
            "Families with oil heating. They pay at the door themselves.",
            "Everyone taking part knows the date and what it costs:",
        ),
    ],
)
def test_a_test_costs_only_those_who_pay(user: str, told: str) -> None:
    prepared = documents(ENGLISH, target_user=user)["milestones"]["milestones"][-2]
    assert prepared["description"].startswith(told)
