"""What a founder would call untrue in their documents: a career as a condition, a price that nobody
has paid as proved, some who pay as all of them, talks as if there were none.
"""

from __future__ import annotations

from typing import Any

from artifacts.schemas import ArtifactType
from artifacts.tests.support.offline_documents import contents_of

WASH = {
    "name": "Slip",
    "idea": "We wash boats for their owners at Largs, while they drink a coffee.",
    "price": "£30 a wash.",
}
KOMPOST = {
    "name": "Kübel",
    "idea": "Wir holen in Burgdorf mit dem Velo die Rüstabfälle aus den Küchen.",
    "price": "Fr. 24 im Monat pro Haushalt, Fr. 68 im Monat für eine Beiz.",
    "target_user": "Haushalte ohne Garten, etwa 1'900. Dazu elf Beizen.",
}


def document(brief: dict[str, str], artifact_type: ArtifactType) -> Any:
    return contents_of(brief)[artifact_type]


def test_what_somebody_was_for_years_is_no_condition():
    said = "The harbour licence comes first. 26 years a ferry engineer. Ready by 1 May 2027."
    brief = document({**WASH, "constraint": said}, ArtifactType.BRIEF)
    assert "harbour licence" in brief.key_constraint
    assert "ferry engineer" not in brief.key_constraint


def test_a_price_is_proved_by_those_who_paid_it():
    def confidence(stage: str) -> str:
        brief = document({**WASH, "stage": stage}, ArtifactType.BRIEF)
        return next(str(a.confidence) for a in brief.assumptions if "£30" in a.text)

    assert confidence("Five owners had theirs washed in autumn for nothing.") == "low"
    assert confidence("Five owners have paid for a wash so far.") == "medium"


def test_who_pays_a_later_price_is_not_all_who_pay():
    risks = document(KOMPOST, ArtifactType.RISK_LOG)
    assert not any("elf Beizen" in risk.description for risk in risks.strategic_risks)
    only = {**KOMPOST, "price": "Fr. 68 im Monat für eine Beiz."}
    risks = document(only, ArtifactType.RISK_LOG)
    assert any("elf Beizen" in risk.description for risk in risks.strategic_risks)


def test_a_sentence_goes_on_behind_the_sign_of_francs():
    brief = document(KOMPOST, ArtifactType.BRIEF)
    assert "Fr. 24 im Monat pro Haushalt, Fr. 68" in brief.value_proposition


def test_talks_told_among_the_users_are_quoted():
    users = "Owners of small boats. Last week I talked to five of them and three want a wash."
    brief = document({**WASH, "target_user": users, "stage": ""}, ArtifactType.BRIEF)
    assert "talked to five of them" in brief.market_analysis
    assert not any("speaks for Slip" in question for question in brief.open_questions)


def test_a_number_ends_a_sentence_in_front_of_every():
    said = "I can do 40 hours a week, Jo 10. Every boat needs a tag under the Clean Hull Act 2011."
    brief = document({**WASH, "constraint": said}, ArtifactType.BRIEF)
    assert "“Every boat needs a tag under the Clean Hull Act 2011”" in brief.key_constraint


def test_a_share_of_costs_is_nothing_that_is_bought():
    said = (
        "There is $38,500: $26,000 is mine, and $12,500 is a cost share from the county that only"
        " pays once the shed is up. Ready by 1 May 2027. 40 hours a week."
    )
    plan = document({**WASH, "constraint": said}, ArtifactType.MILESTONES).resource_plan
    assert "Of the $38,500, $26,000 can be spent before the rest arrives" in plan


def test_whom_it_is_for_is_no_step():
    idea = "Urnen aus Ton, von Hand gedreht, mit Salzglasur. Für Leute, die keine mit Gold wollen."
    scope = document({"name": "Asche", "idea": idea}, ArtifactType.MVP_SCOPE)
    assert not any(feature.name.startswith("Für Leute") for feature in scope.core_features)


def test_when_a_trade_was_learnt_is_no_condition():
    said = "Gelernt hab ich 1998. Ohne Ofen geht nichts. Bis 1. Mai 2027 muss es stehen."
    told = {**KOMPOST, "constraint": said}
    assert "Gelernt" not in document(told, ArtifactType.BRIEF).key_constraint
