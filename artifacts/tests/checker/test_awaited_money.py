"""Money that waits for something is not there before it, not whole where a part waits, and not kept
where it has to be spent.
"""

from __future__ import annotations

from datetime import date

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.tests.checker.added_texts import rules_on

IDEAS = {
    "en": "We roast coffee in a chapel near Brecon and bring it to the cafés of the valley.",
    "de": "Wir rösten Kaffee in einer Kapelle bei Gera und bringen ihn in die Cafés der Stadt.",
    "fr": "Nous torréfions du café dans une chapelle près de Vannes, pour les cafés de la ville.",
}
TOLD = {
    "held back": (
        "£30,000: twenty thousand from the heritage fund and ten thousand of ours. Out of the"
        " twenty they hold back £4,000 until the roof is inspected."
    ),
    "against a paper": (
        "£30,000: £18,000 of savings and £12,000 from the bank, and the bank releases its twelve"
        " thousand only against the lease that the parish has signed."
    ),
    "halves": (
        "£30,000, of which £20,000 is from the heritage fund. The fund pays one half when we sign"
        " and the other half when the roaster is running."
    ),
    "to be spent": (
        "£30,000: £20,000 from the heritage fund, which has to be spent by 30 September 2027 or it"
        " goes back, and £10,000 of ours."
    ),
    "nachher": (
        "30.000 € sind es zusammen: 18.000 € Erspartes und 12.000 € Darlehen vom Onkel, das gibt er"
        " mir aber erst, wenn der Ofen abgenommen ist."
    ),
    "moitiés": (
        "30 000 € en tout : 10 000 € de prêt et 20 000 € de la commune, la moitié au démarrage et"
        " l'autre moitié sur factures acquittées."
    ),
}


def rules(told: str, text: str) -> set[str]:
    language = {"nachher": "de", "moitiés": "fr"}.get(told, "en")
    brief = {"name": "Chapel Roast", "idea": IDEAS[language], "constraint": TOLD[told]}
    project = ProjectInput.from_brief({**brief, "today": date(2026, 12, 1)})
    return rules_on(project, "milestones.resource_plan", text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("held back", "The heritage fund pays its £20,000 in a single instalment."),
        ("held back", "All £30,000 are at our disposal from the first week."),
        ("against a paper", "The bank's £12,000 are drawn before the parish has signed the lease."),
        ("against a paper", "The bank pays its £12,000 even without a signed lease."),
        ("against a paper", "The £12,000 of the bank come on signature of the loan."),
        ("halves", "On signature the heritage fund releases its £20,000 in full."),
        ("to be spent", "What is left of the heritage fund is carried over into 2028."),
        ("nachher", "Mit dem Darlehen vom Onkel wird gebaut, noch bevor der Ofen abgenommen ist."),
        ("nachher", "Die vollen 30.000 € liegen schon im Januar bereit."),
        ("moitiés", "La commune verse ses 20 000 € en une seule fois, au démarrage."),
    ],
)
def test_money_that_waits_is_not_there_before(told: str, text: str) -> None:
    assert "money_too_early" in rules(told, text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("held back", "Until the roof is inspected £26,000 of the £30,000 can be spent."),
        ("against a paper", "The bank pays its £12,000 once the parish has signed the lease."),
        ("against a paper", "Before the lease is signed £18,000 can be spent."),
        ("halves", "Before the roaster is running £20,000 are there: £10,000 of each."),
        ("to be spent", "The £20,000 of the heritage fund are spent first."),
        ("nachher", "Bevor der Ofen abgenommen ist, stehen 18.000 € bereit."),
        ("moitiés", "La commune verse 10 000 € au démarrage, donc 20 000 € sont disponibles."),
    ],
)
def test_what_is_there_may_be_spent(told: str, text: str) -> None:
    assert "money_too_early" not in rules(told, text)
