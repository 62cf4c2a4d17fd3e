"""The offline writer: what must hold for the five documents of any idea whatever."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from artifacts.facts.schema import (
    TRAITS,
    Budget,
    Fact,
    LaterMoney,
    Price,
    Test,
)
from artifacts.runners.base import ProjectInput
from artifacts.runners.offline.composing import compose, compose_with_inputs
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content
from artifacts.schemas.base import SectionKind
from artifacts.tests.support.ideas import IDEAS, SHELFWISE
from artifacts.tests.support.offline_documents import (
    OYSTER_FACTS,
    OYSTERS,
    TODAY,
    _strings,
    check_everything,
    contents_of,
    fact,
    oysters,
    texts_of,
    written,
)
from artifacts.text import clean_text, defuse


@pytest.mark.parametrize("key", list(IDEAS))
def test_the_documents_hold_for(key):
    check_everything(contents_of(IDEAS[key]))


@pytest.mark.parametrize("key", list(IDEAS))
def test_every_document_has_the_name_or_the_founders_words(key):
    name = defuse(" ".join(clean_text(IDEAS[key]["name"]).split()))
    said = {
        word
        for text in IDEAS[key].values()
        for word in re.findall(r"\w{5,}", clean_text(text).casefold())
    }
    for artifact_type, content in contents_of(IDEAS[key]).items():
        text = " ".join(
            _strings([getattr(content, section.name) for section in content.sections()])
        )
        assert name in text or said & set(re.findall(r"\w{5,}", text.casefold())), artifact_type


@pytest.mark.parametrize("key", [key for key in IDEAS if "long" not in key])
def test_no_sentence_of_ours_is_said_twice_in_a_document(key):
    for artifact_type, content in contents_of(IDEAS[key]).items():
        seen: set[str] = set()
        for _, section, text in texts_of({artifact_type: content}):
            for sentence in (
                re.split(r"(?<=[.!?])\s", text) if section.kind is SectionKind.PROSE else ()
            ):
                assert sentence not in seen or len(sentence) < 25 or "“" in sentence, sentence
                seen.add(sentence)


def test_features_and_journey_are_the_founders_lines_in_their_order():
    contents = written(oysters())
    lines = OYSTERS["first_version"].split("\n")
    assert [feature.name for feature in contents[ArtifactType.MVP_SCOPE].core_features] == lines
    assert [step.title for step in contents[ArtifactType.HOW_IT_WORKS].user_journey] == lines


def test_without_lines_the_clauses_of_the_idea_are_the_features():
    project = ProjectInput.from_brief(
        {
            "name": "Cups",
            "idea": (
                "We lend hard cups to festivals in Somerset and Dorset, fetch them the same night."
            ),
        }
    )
    names = [feature.name for feature in written(project)[ArtifactType.MVP_SCOPE].core_features]
    assert names == [
        "We lend hard cups to festivals in Somerset and Dorset",
        "Fetch them the same night",
    ]


def test_later_clauses_of_another_language_keep_their_subject():
    idea = (
        "Wir fliegen im Frühjahr mit Drohne und Wärmebild über die Wiesen und tragen die Rehkitze"
        " hinaus."
    )
    names = [
        f.name
        for f in written(ProjectInput.from_brief({"name": "Kitz", "idea": idea}))[
            ArtifactType.MVP_SCOPE
        ].core_features
    ]
    assert names[1] == "Wir tragen die Rehkitze hinaus"


def test_without_steps_there_is_one_honest_question():
    (feature,) = written(ProjectInput.from_brief({"name": "Fog", "idea": "umbrella"}))[
        ArtifactType.MVP_SCOPE
    ].core_features
    assert feature.name.endswith("?")


def test_what_is_left_out_is_out_of_scope():
    assert "Payments inside the app" in written(oysters())[ArtifactType.MVP_SCOPE].out_of_scope


@pytest.mark.parametrize(
    ("said", "things"),
    [
        ("No app, half the drivers have no smartphone", ["App"]),
        ("No delivery, no chainsaws", ["Delivery", "Chainsaws"]),
        ("Keine anderen Sprachen, keine Sprachausgabe", ["Andere Sprachen", "Sprachausgabe"]),
        ("Pas de viande ni de poisson", ["Viande", "Poisson"]),
        (
            "No power in the market, so it runs on a battery",
            ["No power in the market, so it runs on a battery"],
        ),
        ("No app, and it does not switch the pump", ["No app, and it does not switch the pump"]),
        (
            "No fish goes in before the certificate is there",
            ["No fish goes in before the certificate is there"],
        ),
    ],
)
def test_what_is_left_out_never_says_the_opposite(said, things):
    scope = written(oysters(left_out=[fact(said)]))[ArtifactType.MVP_SCOPE]
    assert scope.out_of_scope[: len(things)] == things


def test_spanish_denials_of_a_verb_stay_whole():
    sheet = oysters(left_out=[fact("No habrá aplicación")], language="es")
    assert written(sheet)[ArtifactType.MVP_SCOPE].out_of_scope[0] == "No habrá aplicación"


def test_a_minimum_is_told_as_one():
    prices = [
        fact(Price(amount=Decimal(95), currency="USD", per="visit")),
        fact(Price(amount=Decimal(35), currency="USD", per="visit", is_minimum=True)),
    ]
    assert (
        "$95 per visit and at least $35 per visit"
        in written(oysters(prices=prices))[ArtifactType.BRIEF].value_proposition
    )


def test_the_founders_own_test_is_neither_shortened_nor_stretched():
    plan = written(oysters())[ArtifactType.MILESTONES]
    assert plan.milestones[-1].estimated_weeks == 6


@pytest.mark.parametrize("weeks", [2, 3, 4, 7, 20, 51, 120])
def test_what_is_built_is_ready_by_the_day(weeks):
    plan = written(oysters(deadline=fact(TODAY + timedelta(weeks=weeks))))[ArtifactType.MILESTONES]
    built = [milestone.estimated_weeks for milestone in plan.milestones[:-1]]
    assert sum(built) <= weeks
    assert weeks > 100 or sum(built) == weeks


def test_weeks_count_from_the_earliest_start_that_was_told():
    start = TODAY + timedelta(weeks=4)
    contents = written(
        oysters(earliest_start=fact(start), deadline=fact(TODAY + timedelta(weeks=24)))
    )
    built = [step.estimated_weeks for step in contents[ArtifactType.MILESTONES].milestones[:-1]]
    assert sum(built) == 20
    assert "20\N{NO-BREAK SPACE}weeks from" in contents[ArtifactType.BRIEF].key_constraint


@pytest.mark.parametrize("weeks", [9, 12, 30])
def test_weeks_without_a_day_hold_the_test_too(weeks):
    project = oysters(deadline=Fact[date](), duration_weeks=fact(Decimal(weeks)))
    assert written(project)[ArtifactType.MILESTONES].total_duration_weeks == weeks


def test_a_day_that_has_passed_is_said():
    contents = written(oysters(deadline=fact(date(2026, 11, 1))))
    assert "has passed" in contents[ArtifactType.BRIEF].key_constraint
    assert "past our limit" in contents[ArtifactType.MILESTONES].resource_plan


def test_fewer_hours_make_a_longer_plan_where_no_limit_was_said():
    def total(hours: int) -> int:
        project = oysters(deadline=Fact[date](), hours_per_week=fact(Decimal(hours)))
        milestones = written(project)[ArtifactType.MILESTONES].milestones
        return sum(milestone.estimated_weeks for milestone in milestones if milestone.delivers)

    assert total(10) >= 3 * total(40)


def test_the_building_goes_on_beside_a_wait_that_the_founder_named():
    said = fact("CQC registration", ("stage", "CQC registration"))
    project = oysters(laws=(said,))
    project = project.model_copy(
        update={
            "answers": project.answers.model_copy(
                update={"stage": "CQC registration takes 10 to 16 weeks."}
            )
        }
    )
    plan = written(project)[ArtifactType.MILESTONES]
    first, second, *_, ready, _test = plan.milestones
    assert (first.estimated_weeks, second.depends_on) == (16, [])
    assert first.id in ready.depends_on
    assert plan.total_duration_weeks == 21 + 6


@pytest.mark.parametrize(
    ("stage", "advised"),
    [
        ("CQC registration takes 10 to 16 weeks.", True),
        ("CQC registration takes 10 to 16 weeks, we have not applied for it yet.", True),
        ("CQC registration takes 10 to 16 weeks; I applied for it in October.", False),
        ("CQC registration takes 10 to 16 weeks, the application is in.", False),
    ],
)
def test_we_apply_at_once_only_where_the_founder_has_not(stage: str, advised: bool) -> None:
    project = oysters(laws=(fact("CQC registration", ("stage", "CQC registration")),))
    answers = project.answers.model_copy(update={"stage": stage})
    plan = written(project.model_copy(update={"answers": answers}))[ArtifactType.MILESTONES]
    assert ("we apply at once" in plan.milestones[0].description) is advised


@pytest.mark.parametrize(
    ("stage", "is_settled"),
    [
        ("We are registered for CQC registration since 2021.", True),
        ("CQC registration has been granted.", True),
        ("Seit 2021 haben wir die CQC registration.", True),
        ("We have already applied for CQC registration.", False),
        ("Wir brauchen bereits im März die CQC registration.", False),
        ("Our neighbour has been granted CQC registration.", False),
        ("Since 2018 the CQC registration applies.", False),
        ("CQC registration is not granted yet.", False),
        ("CQC registration takes 10 weeks; the van is licensed.", False),
    ],
)
def test_what_is_registered_already_is_settled_by_no_milestone(
    stage: str, is_settled: bool
) -> None:
    project = oysters(laws=(fact("CQC registration", ("stage", "CQC registration")),))
    answers = project.answers.model_copy(update={"stage": stage})
    contents = written(project.model_copy(update={"answers": answers}))
    first = contents[ArtifactType.MILESTONES].milestones[0]
    taken = " ".join(a.text for a in contents[ArtifactType.BRIEF].assumptions)
    assert ("CQC registration" not in first.title) is is_settled
    assert ("CQC registration" not in taken) is is_settled
    rules = contents[ArtifactType.HOW_IT_WORKS].security_compliance
    assert "CQC registration" in (rules or "")


def test_sums_are_shown_and_marked_as_computed():
    contents = written(oysters())
    market = contents[ArtifactType.BRIEF].market_analysis
    assert (
        "189\N{NO-BREAK SPACE}hours" in contents[ArtifactType.BRIEF].key_constraint
    )  # 21 weeks at 9 hours
    assert "$4,655[[=]]" in market  # 7 dealers, $95, 7 months
    assert "79 times[[=]]" in market  # 7,500 / 95


def test_words_that_the_founder_has_corrected_are_not_quoted():
    told = ProjectInput.from_brief(
        {**SHELFWISE, "validation": "Five shops, for 16 weeks. Passed if four go on"}
    )
    test = Fact[Test](value=Test(weeks=Decimal(6), participants=5, noun="shops"), state="confirmed")
    changed = told.model_copy(update={"facts": told.reading.model_copy(update={"test": test})})
    for project, quoted in ((told, True), (changed, False)):
        last = written(project)[ArtifactType.MILESTONES].milestones[-1]
        assert ("16 weeks" in last.description) is quoted


def test_a_share_of_each_sale_is_not_taken_for_the_whole_price():
    share = Price(amount=Decimal(20), per="percent")
    booking = Price(amount=Decimal(95), currency="USD", per="booking")
    prices = (fact(booking), fact(share))
    assert "79" in written(oysters(prices=prices[:1]))[ArtifactType.BRIEF].market_analysis
    assert "79" not in written(oysters(prices=prices))[ArtifactType.BRIEF].market_analysis


def test_money_that_comes_later_is_not_there_before():
    budget = Budget(
        amount=Decimal(7500),
        currency="USD",
        later=(LaterMoney(amount=Decimal(2500), condition="after the audit"),),
    )
    contents = written(oysters(budget=fact(budget)))
    assert "$5,000" in contents[ArtifactType.MILESTONES].resource_plan
    risks = contents[ArtifactType.RISK_LOG].financial_risks
    assert any("$2,500" in risk.title and "$5,000" in risk.description for risk in risks)


@pytest.mark.parametrize("trait", TRAITS)
def test_each_trait_says_something_that_is_not_said_without_it(trait):
    def sentences(value: str) -> set[str]:
        facts = {trait: fact(value, ("idea", "handed to the dealer"))}
        with_trait = OYSTER_FACTS.traits.model_copy(update={"works_offline": Fact[Any](), **facts})
        contents = written(oysters(traits=with_trait, people=fact(2), platforms=(fact("web"),)))
        return {text for _, _, text in texts_of(contents)}

    assert len(sentences("yes") - sentences("unknown")) >= 1


def test_a_renamed_feature_keeps_its_risks_and_its_place_in_the_journey():
    contents = written(oysters())
    scope = contents[ArtifactType.MVP_SCOPE].model_dump()
    scope["core_features"][1]["name"] = "The tide is kept"
    changed = {
        ArtifactType.BRIEF: contents[ArtifactType.BRIEF],
        ArtifactType.MVP_SCOPE: load_content(ArtifactType.MVP_SCOPE, scope),
    }
    for artifact_type in GENERATION_ORDER[2:]:
        changed[artifact_type] = load_content(
            artifact_type, compose(oysters(), artifact_type, dict(changed))
        )
    titles = [
        [risk.title for _, risk in log.items()]
        for log in (contents[ArtifactType.RISK_LOG], changed[ArtifactType.RISK_LOG])
    ]
    assert titles[0] == titles[1]
    assert changed[ArtifactType.HOW_IT_WORKS].user_journey[1].title == "The tide is kept"


def test_a_document_names_the_facts_it_was_written_from():
    project = oysters()
    contents = written(project)
    used = {
        t: compose_with_inputs(project, t, {o: contents[o] for o in t.earlier})[1]
        for t in GENERATION_ORDER
    }
    assert "facts.prices" in used[ArtifactType.BRIEF]
    assert "facts.budget" not in used[ArtifactType.HOW_IT_WORKS]
    assert "answers.stage" not in used[ArtifactType.MVP_SCOPE]


def test_the_same_input_gives_the_same_bytes():
    first, second = (
        [content.model_dump_json() for content in written(oysters()).values()] for _ in range(2)
    )
    assert first == second


def test_a_package_is_short():
    words = sum(len(text.split()) for _, _, text in texts_of(written(oysters())))
    assert words < 1_300
