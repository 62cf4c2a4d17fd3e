"""The offline writer: what must hold for the five documents of any idea whatever."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from artifacts.facts.schema import (
    TRAITS,
    Budget,
    Fact,
    Facts,
    LaterMoney,
    Price,
    Span,
    Test,
    Traits,
)
from artifacts.interview.questions import ANSWER_MAX, NAME_MAX, Answers
from artifacts.language import DOCUMENT_LANGUAGES
from artifacts.runners.base import ProjectInput
from artifacts.runners.fake import RunnerFake
from artifacts.runners.offline import compose, compose_class, compose_with_inputs
from artifacts.runners.offline.library import PLACEHOLDERS, fill, languages, library, slots
from artifacts.runners.offline.quoting import word_set
from artifacts.runners.offline.values import VALUES
from artifacts.schemas import GENERATION_ORDER, ArtifactContent, ArtifactType, load_content
from artifacts.schemas.base import FieldKind, Item, Link, Section, SectionKind, StrictModel
from artifacts.schemas.fields import LIST_MAX, PROSE_MAX, ItemId, Level, Line, Lines, Prose, Title
from artifacts.tests.support.fillers import FILLERS, filled_answers
from artifacts.tests.support.ideas import IDEAS, SHELFWISE
from artifacts.text import clean_text, defuse, is_blank
from artifacts.tiers import Gate
from bench.facts import FOUNDERS

POINTER = re.compile(r"\[\[([A-Za-z0-9_.-]+)\]\]")
MARK = re.compile(r"\[\[[+=?]\]\]")
TODAY = date(2026, 12, 1)
V = TypeVar("V")


def contents_of(brief: dict[str, str]) -> dict[ArtifactType, Any]:
    documents = RunnerFake().generate_artifacts(brief)
    return {
        ArtifactType(key): load_content(ArtifactType(key), document)
        for key, document in documents.items()
    }


def texts_of(contents: dict[ArtifactType, Any]) -> Iterator[tuple[ArtifactType, Section, str]]:
    """Yield every text a reader sees, with its place."""
    for artifact_type, content in contents.items():
        for section in content.sections():
            if section.kind is not SectionKind.ITEM_IDS:
                for text in _strings(getattr(content, section.name)):
                    yield artifact_type, section, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _strings(entry)
    elif isinstance(value, Item):
        for field in type(value).fields():
            if field.kind in (FieldKind.TITLE, FieldKind.TEXT, FieldKind.LINES):
                yield from _strings(getattr(value, field.name))


def check_everything(contents: dict[ArtifactType, Any]) -> None:
    check_pointers(contents)
    check_links(contents)
    check_marks(contents)


def check_pointers(contents: dict[ArtifactType, Any], *, after: ArtifactType | None = None) -> None:
    """Every pointer names something of the same or an earlier document that its reader may see."""
    targets: dict[str, tuple[ArtifactType, Gate]] = {}
    for artifact_type, content in contents.items():
        for section in content.sections():
            targets[f"{artifact_type.value}.{section.name}"] = (artifact_type, section.gate)
        for section, item in content.items():
            targets[item.id] = (artifact_type, section.gate)
    for artifact_type, section, text in texts_of(contents):
        if after and artifact_type.number <= after.number:
            continue  # what the founder edited may point at what is gone
        for name in POINTER.findall(text):
            assert name in targets, f"{artifact_type}.{section.name} points at {name}"
            where, gate = targets[name]
            assert where.number <= artifact_type.number, f"{name} is written after {artifact_type}"
            assert gate.tier <= section.gate.tier, (
                f"{artifact_type}.{section.name} points up to {name}"
            )
        assert text.count("[[") == len(POINTER.findall(text)) + len(MARK.findall(text)), text


def check_links(contents: dict[ArtifactType, Any]) -> None:
    scope, plan = contents[ArtifactType.MVP_SCOPE], contents[ArtifactType.MILESTONES]
    log, how = contents[ArtifactType.RISK_LOG], contents[ArtifactType.HOW_IT_WORKS]
    features = {feature.id for feature in scope.core_features}
    assert {item_id for milestone in plan.milestones for item_id in milestone.delivers} == features
    assert {item_id for step in how.user_journey for item_id in step.uses} == features
    known = {item.id for content in contents.values() for _, item in content.items()}
    for _, risk in log.items():
        assert risk.affects, risk
        assert set(risk.affects) <= known
    order = [milestone.id for milestone in plan.milestones]
    for milestone in plan.milestones:
        assert all(order.index(other) < order.index(milestone.id) for other in milestone.depends_on)
    for section in log.sections():
        assert 1 <= len(getattr(log, section.name)) <= 3, section.name


def check_marks(contents: dict[ArtifactType, Any]) -> None:
    """A mark stands at the end of what it marks, and no brace of a template is left."""
    for _, section, text in texts_of(contents):
        for match in MARK.finditer(text):
            assert not text[: match.start()].endswith(" "), f"{section.name}: {text}"
            assert re.match(r"$|[.,;:?!) ]", text[match.end() :]), f"{section.name}: {text}"


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


# -- what the founder said
# ---------------------------------------------------------------------------------------------

OYSTERS = {
    "name": "Ebbnote",
    "idea": (
        "A log for oyster growers. Times are taken down on the boat, with no signal, and handed to"
        " the dealer."
    ),
    "target_user": "Growers in Wareham, about 60. The ones who pay are the 7 dealers.",
    "problem": "Paper gets wet. In 2024 one dealer threw away 11,000 oysters.",
    "workaround": "A waterproof notebook.",
    "price": "$95 a month per dealer, from May to November only. A notebook is $8.",
    "constraint": "It has to hold out a whole tide. $7,500 and that is it.",
    "validation": (
        "Two dealers and ten growers, for 6 weeks. I carry on if both dealers stop asking for the"
        " paper."
    ),
    "first_version": (
        "Grower starts a trip on the phone\nTimes are saved without a signal\nDealer prints the"
        " tags"
    ),
    "left_out": "Payments inside the app",
    "stage": "It runs on my own phone. CQC registration is open.",
}


def spans(*said: tuple[str, str]) -> tuple[Span, ...]:
    return tuple(
        Span(
            answer=answer,
            start=(start := OYSTERS[answer].index(words)),
            end=start + len(words),
            text=words,
        )
        for answer, words in said
    )


def fact(value: Any, *said: tuple[str, str]) -> Fact[Any]:
    return Fact[Any](value=value, said=spans(*said), state="read")


OYSTER_FACTS = Facts.model_validate(
    {
        "language": "en",
        "first_version": [fact(line).model_dump() for line in OYSTERS["first_version"].split("\n")],
        "left_out": [fact("Payments inside the app").model_dump()],
        "prices": [
            fact(
                Price(
                    amount=Decimal(95), currency="USD", per="month", unit="dealer", months_a_year=7
                ),
                ("price", "$95 a month per dealer"),
            ).model_dump()
        ],
        "counts": [
            fact({"number": 7, "noun": "dealers"}, ("target_user", "7 dealers")).model_dump()
        ],
        "budget": (
            fact(
                Budget(amount=Decimal(7500), currency="USD"), ("constraint", "$7,500")
            ).model_dump()
        ),
        "deadline": fact(date(2027, 4, 30)).model_dump(),
        "people": fact(1).model_dump(),
        "hours_per_week": fact(Decimal(9)).model_dump(),
        "test": (
            fact(
                Test(
                    weeks=Decimal(6),
                    participants=12,
                    noun="people",
                    pass_mark="both dealers stop asking for the paper",
                )
            ).model_dump()
        ),
        "traits": {"works_offline": fact("yes", ("idea", "with no signal")).model_dump()},
    }
)


def oysters(**changes: Any) -> ProjectInput:
    facts = OYSTER_FACTS.model_copy(update=changes)
    return ProjectInput.from_brief({**OYSTERS, "facts": facts, "today": TODAY})


def written(project: ProjectInput) -> dict[ArtifactType, Any]:
    contents: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        contents[artifact_type] = load_content(
            artifact_type, compose(project, artifact_type, dict(contents))
        )
    return contents


def text_of(content: ArtifactContent) -> str:
    return " ".join(text for _, _, text in texts_of({ArtifactType.BRIEF: content}))


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


# -- the sentences
# --------------------------------------------------------------------------------------------------


def test_every_language_has_the_same_sentences_with_known_values():
    assert set(languages()) == set(DOCUMENT_LANGUAGES)
    first, *others = (library(language) for language in languages())
    for other in others:
        assert set(other.texts()) == set(first.texts())
        assert set(other.units) == set(first.units)
        assert set(other.platforms) == set(first.platforms)
        assert set(other.kinds_of_steps) == set(first.kinds_of_steps)
    for each in (first, *others):
        for key, text in each.texts().items():
            assert set(slots(text)) <= PLACEHOLDERS, key
            assert not re.search(r"\[\[[+=?]\]\](?![.,;:]|$)", text), key


def everything_sayable() -> Iterator[ProjectInput]:
    """Yield projects that together give an occasion for every sentence."""
    for entry in json.loads(FOUNDERS.read_text()):
        steps = {"first_version": entry["first_version"]} if entry["first_version"] else {}
        yield ProjectInput.from_brief(
            {**entry["answers"], **steps, "name": entry["name"], "idea": entry["idea"]}
        )
    for idea in IDEAS.values():
        yield ProjectInput.from_brief({**idea, "name": clean_text(idea["name"]).strip() or "x"})
    nothing = Fact[Any]()
    yield oysters()
    yield oysters(deadline=fact(date(2026, 11, 1)))
    yield oysters(deadline=nothing)
    yield oysters(deadline=nothing, people=nothing)
    yield oysters(hours_per_week=nothing)
    yearly = Price(amount=Decimal(95), currency="USD", per="year", unit="dealer")
    yield oysters(prices=(fact(yearly),), people=fact(2), payer=fact("The dealers"))
    yield oysters(test=fact(Test(weeks=Decimal(6), begins=date(2027, 5, 24))))
    yield oysters(laws=(fact("A tide", ("validation", "for 6 weeks")),))
    for trait in TRAITS:
        alone = Traits(**{trait: fact("yes", ("idea", "handed to the dealer"))})
        yield oysters(
            traits=alone,
            people=fact(2),
            deadline=nothing,
            first_version=(),
            laws=(fact("Fish Act"),),
        )
        yield oysters(
            traits=alone, people=fact(2), deadline=nothing, hours_per_week=nothing, budget=nothing
        )
    for kind, beginnings in library("en").kinds_of_steps.items():
        yield oysters(
            first_version=(
                fact(f"Somebody {beginnings[0]}"),
                fact(f"{kind} and {beginnings[0]} again"),
            )
        )


def test_every_sentence_has_an_occasion(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: set[str] = set()

    def noting(template: str, values: Mapping[str, str]) -> str:
        said = fill(template, values)
        reached.update([template] if said else [])
        return said

    monkeypatch.setattr("artifacts.runners.offline.story.fill", noting)
    monkeypatch.setattr("artifacts.document_types.risk_log.composer.fill", noting)
    for project in everything_sayable():
        contents = written(project.model_copy(update={"language": "en"}))
    compose(
        oysters(), ArtifactType.HOW_IT_WORKS, {}
    )  # what can still be said where the earlier documents failed
    compose(
        ProjectInput.from_brief({"name": "Fog", "idea": "umbrella"}), ArtifactType.HOW_IT_WORKS, {}
    )
    compose_class(oysters(), _GoToMarketContent, contents)
    parts = {part.rstrip(".") for template in reached for part in template.split(". ")}
    unsaid = [
        key
        for key, text in library("en").texts().items()
        if not any(part.rstrip(".") in parts for part in text.split(". "))
    ]
    assert not unsaid, " ".join(unsaid)


def test_values_and_placeholders_are_the_same_list():
    given_by_composers = word_set("""
        because milestone_hours milestone_end extra_weeks assumption_use assumption_price
        assumption_law feature
        features
        spare risk first_feature last_feature milestone previous purpose other n
        """)
    assert set(VALUES) | given_by_composers == PLACEHOLDERS


# -- hostile input
# --------------------------------------------------------------------------------------------------

ANY_TEXT = st.text(st.characters(codec=None), max_size=300) | st.sampled_from(
    [
        "[[F-1]]",
        "{name} {f1}",
        "1 week",
        "3 weeks alone",
        "W" * 120,
        "“",
        "8 weeks",
        "\x00",
        "1" * 300,
        "ZWJ\u200d" * 40,
        "́" * 300,
        "A. " * 80,
        "for people. for all.",
    ]
)


@given(
    st.fixed_dictionaries(
        {"name": ANY_TEXT, "idea": ANY_TEXT} | dict.fromkeys(Answers.model_fields, ANY_TEXT)
    )
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_documents(brief):
    if is_blank(clean_text(brief["idea"])):
        brief = {**brief, "idea": "x"}
    brief = {**brief, "name": brief["name"][:NAME_MAX]}
    contents = contents_of(brief)
    check_everything(contents)
    assert contents == contents_of(brief)


MIXED = st.fixed_dictionaries(
    {key: st.sampled_from([idea[key] for idea in IDEAS.values()]) for key in ("name", "idea")}
    | {
        key: st.sampled_from(
            ["", *(idea[key] for idea in IDEAS.values() if 0 < len(idea.get(key, "")) < 400)]
        )
        for key in Answers.model_fields
    }
)


@given(MIXED)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_answers_gives_sound_documents(brief):
    check_everything(contents_of(brief))


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 8])
def test_the_longest_name_fits_every_plan(weeks):
    contents_of({"name": "W" * NAME_MAX, "idea": "umbrella", "deadline": f"{weeks} weeks"})


def test_longest_answers_stay_within_limits():
    brief = {"name": "x", "idea": "An app for shops. " * 555} | dict.fromkeys(
        Answers.model_fields, ("No and no and no " * 700)[:ANSWER_MAX]
    )
    assert all(len(text) <= PROSE_MAX for _, _, text in texts_of(contents_of(brief)))


@pytest.mark.parametrize("filler", FILLERS)
def test_one_thing_over_and_over_stays_within_limits(filler):
    """With answers of all their length, and how long that takes: bench/writer.py."""
    assert all(
        len(text) <= PROSE_MAX
        for _, _, text in texts_of(contents_of(filled_answers(filler, ANSWER_MAX // 4)))
    )


# -- what the founder changed
# ------------------------------------------------------------------------------------------


def _edited_scope(scope: Any) -> Any:
    """A scope as a founder may leave it: renumbered, one renamed, one deleted, one added."""
    document = scope.model_dump()
    features = document["core_features"]
    for number, feature in zip((7, 2, 9), features, strict=True):
        feature["id"] = f"F-{number}"
    features[1]["name"] = 'Order slips [[F-2]] "by hand"'
    del features[2]
    features.append(
        {"id": "F-11", "name": "Loyalty card", "description": "Stamps.", "priority": "high"}
    )
    return type(scope).model_validate(document)


def test_later_documents_follow_an_edited_scope():
    project = oysters()
    contents = written(project)
    contents[ArtifactType.MVP_SCOPE] = _edited_scope(contents[ArtifactType.MVP_SCOPE])
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, earlier)
        )
    features = {feature.id for feature in contents[ArtifactType.MVP_SCOPE].core_features}
    assert features == {"F-7", "F-2", "F-11"}
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_a_scope_of_nothing_known_is_delivered_used_and_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    contents = dict(contents_of(SHELFWISE))
    document = contents[ArtifactType.MVP_SCOPE].model_dump()
    document["core_features"] = [
        {
            "id": f"F-{number}",
            "name": f"{'Long name ' * 19}{number}",
            "description": "D",
            "priority": "low",
        }
        for number in range(3, 43)
    ]
    contents[ArtifactType.MVP_SCOPE] = ArtifactType.MVP_SCOPE.content_class.model_validate(document)
    for artifact_type in GENERATION_ORDER[2:]:
        earlier = {other: contents[other] for other in artifact_type.earlier}
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, earlier)
        )
    check_pointers(contents, after=ArtifactType.MVP_SCOPE)
    check_links(contents)


def test_deleted_assumptions_are_not_pointed_at():
    project = ProjectInput.from_brief(SHELFWISE)
    document = contents_of(SHELFWISE)[ArtifactType.BRIEF].model_dump()
    document["assumptions"] = [
        {"id": "A-40", "text": "The moon is round", "basis": "guess", "confidence": "low"}
    ]
    contents: dict[ArtifactType, Any] = {
        ArtifactType.BRIEF: load_content(ArtifactType.BRIEF, document)
    }
    for artifact_type in GENERATION_ORDER[1:]:
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, contents)
        )
    check_pointers(contents, after=ArtifactType.BRIEF)
    check_links(contents)


@pytest.mark.parametrize("missing", [ArtifactType.MILESTONES, ArtifactType.RISK_LOG])
def test_a_document_that_failed_does_not_stop_the_later_ones(missing):
    project = ProjectInput.from_brief(SHELFWISE)
    contents = {
        key: content
        for key, content in contents_of(SHELFWISE).items()
        if key.number < missing.number
    }
    for artifact_type in missing.later:
        contents[artifact_type] = artifact_type.content_class.model_validate(
            compose(project, artifact_type, dict(contents))
        )
    check_pointers(contents)


# -- a type nobody wrote a composer for
# --------------------------------------------------------------------------------


class _Mood(Enum):
    CALM = "calm"
    TENSE = "tense"


class _Channel(Item):
    prefix: ClassVar[str] = "C"
    noun: ClassVar[str] = "channel"

    title: Title
    promise: Prose
    steps: Annotated[Lines, Field(min_length=2)]
    order: Annotated[int, Field(ge=1, le=LIST_MAX)]
    reach: Level
    kind: Literal["paid", "free"]
    share: Annotated[int, Field(gt=4, lt=7)] = 5
    short: Annotated[str, Field(max_length=12)]
    serves: Annotated[list[ItemId], Link("Serves", "F")] = []
    after: Annotated[list[ItemId], Link("After", "C")] = []
    remark: Line | None = None


class _Launch(StrictModel):
    place: Line
    certain: bool


class _GoToMarketContent(ArtifactContent):
    title: ClassVar[str] = "Go To Market"
    purpose: ClassVar[str] = "How people hear of us."
    lead: ClassVar[str] = "story"

    story: Annotated[Prose, Section("Story", "What we tell people, and why they would retell it.")]
    channels: Annotated[
        list[_Channel], Field(min_length=1), Section("Channels", "Where we are heard.")
    ]
    more_channels: Annotated[
        list[_Channel], Section("More channels", "Where we may be heard later.")
    ] = []
    headline: Annotated[Title, Section("Headline", "The line at the top.")]
    slogans: Annotated[Lines, Section("Slogans", "What fits on a bag.")]
    launch_week: Annotated[int, Field(ge=2, le=3), Section("Launch week", "When we open.")]
    touched: Annotated[
        list[Line], Section("Touched", "What this concerns.", kind=SectionKind.ITEM_IDS)
    ] = []
    budget: Annotated[Prose | None, Section("Budget", "What we spend.", Gate.BUSINESS)] = None
    score: Annotated[int, Section("Score", "Computed.", computed=True)] = 0


@pytest.mark.parametrize("key", ["shelfwise", "arabic", "long", "punctuation"])
@pytest.mark.parametrize("with_earlier", [True, False])
def test_an_unknown_document_is_written_from_its_declaration(key, with_earlier):
    project = ProjectInput.from_brief(IDEAS[key])
    earlier = contents_of(IDEAS[key]) if with_earlier else {}
    content = _GoToMarketContent.model_validate(compose_class(project, _GoToMarketContent, earlier))
    text = content.model_dump_json()
    targets = {item.id for document in earlier.values() for _, item in document.items()}
    for name in POINTER.findall(text):
        assert name in targets or name.startswith("brief.")
    assert content.budget
    assert len(content.channels) >= 2
    if with_earlier:
        assert content.channels[0].serves
