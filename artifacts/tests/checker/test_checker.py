"""The checker as a whole: what it says of sound documents (nothing), who may know what, what much
text does to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from artifacts.checker.check import check
from artifacts.checker.findings import (
    Finding,
    Location,
    Report,
    Severity,
    Verdict,
    finding_id,
    location_fingerprint,
)
from artifacts.checker.sample import check_sample, sample
from artifacts.documents.retired import RetiredItem
from artifacts.interview.questions import Answers, ProjectInput
from artifacts.runners.offline.composing import compose
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents, load_content
from artifacts.schemas.fields import PROSE_MAX
from artifacts.tests.support.factories import PLAIN
from artifacts.tests.support.fillers import FILLERS, filled
from artifacts.tests.support.ideas import IDEAS
from artifacts.tests.support.offline_documents import ANY_TEXT, MIXED
from artifacts.tests.support.tricky_ideas import TRICKY
from artifacts.text import clean_text
from artifacts.tiers import Gate, Tier

EVERY_IDEA = IDEAS | TRICKY


def described(brief: Mapping[str, str]) -> ProjectInput:
    return ProjectInput.from_brief(
        {**brief, "name": clean_text(brief["name"]).strip() or "Our project"}
    )


def written(project: ProjectInput) -> dict[ArtifactType, Any]:
    contents: dict[ArtifactType, Any] = {}
    for artifact_type in GENERATION_ORDER:
        document = compose(project, artifact_type, contents)
        contents[artifact_type] = artifact_type.content_class.model_validate(document)
    return contents


def complaints(brief: Mapping[str, str]) -> list[str]:
    project = described(brief)
    found = check(project, written(project)).findings
    return [f"{finding.rule} at {finding.place.label}: {finding.message}" for finding in found]


# -- no finding is wrong
# -----------------------------------------------------------------------------------------------
# The offline writer's documents hold what the checker demands, so every finding on them would be a
# false one.


@pytest.mark.parametrize("key", EVERY_IDEA)
def test_sound_documents_have_no_finding(key):
    assert complaints(EVERY_IDEA[key]) == []


@pytest.mark.parametrize("left_out", Answers.model_fields)
def test_sound_documents_with_an_answer_less_have_no_finding(left_out):
    # Without an answer that an idea does not have, it is the one of the test above.
    for idea in (idea for idea in EVERY_IDEA.values() if left_out in idea):
        assert complaints({key: text for key, text in idea.items() if key != left_out}) == []


def test_sound_documents_without_any_answer_have_no_finding():
    for idea in EVERY_IDEA.values():
        assert complaints({"name": idea["name"], "idea": idea["idea"]}) == []


@given(MIXED)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_mixture_of_answers_has_no_finding(brief):
    assert complaints(brief) == []


@given(st.fixed_dictionaries({"idea": ANY_TEXT} | dict.fromkeys(Answers.model_fields, ANY_TEXT)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_answers_have_no_finding(brief):
    assert complaints({**brief, "name": "Roofbees", "idea": f"Hives. {brief['idea']}"}) == []


# -- what is wrong is found
# --------------------------------------------------------------------------------------------


def spoiled(artifact_type: ArtifactType, section: str, text: str) -> list[Finding]:
    """What is found once `text` stands at the end of a section of Shelfwise."""
    project = described(IDEAS["shelfwise"])
    contents = written(project)
    value = getattr(contents[artifact_type], section)
    setattr(
        contents[artifact_type],
        section,
        [*value, text] if isinstance(value, list) else f"{value} {text}",
    )
    return list(check(project, contents).findings)


@pytest.mark.parametrize(
    ("artifact_type", "section", "text", "rule"),
    [
        (
            ArtifactType.BRIEF,
            "market_analysis",
            "The market grows by 37% a year.",
            "amount_unknown",
        ),
        (ArtifactType.BRIEF, "key_constraint", "See [[F-99]].", "pointer_unknown"),
        (ArtifactType.BRIEF, "target_user", "See [[brief.competitive_strategy]].", "pointer_gated"),
        (
            ArtifactType.MVP_SCOPE,
            "success_metrics",
            "The owners are happy with the list.",
            "metric_without_number",
        ),
        (ArtifactType.MVP_SCOPE, "out_of_scope", "Reorder list", "core_step_left_out"),
        (
            ArtifactType.MILESTONES,
            "resource_plan",
            "The project takes a total of nine weeks.",
            "weeks_differ",
        ),
        (ArtifactType.HOW_IT_WORKS, "data_flow", "I hope this helps.", "model_chatter"),
        (ArtifactType.HOW_IT_WORKS, "architecture", "[Insert diagram]", "placeholder"),
    ],
)
def test_one_fault_gives_one_finding_at_its_place(artifact_type, section, text, rule):
    [finding] = spoiled(artifact_type, section, text)
    assert (finding.rule, finding.place) == (rule, Location(artifact_type, section))


def test_a_dropped_feature_is_named_wherever_it_is_still_meant():
    project = described(IDEAS["shelfwise"])
    contents = written(project)
    scope = contents[ArtifactType.MVP_SCOPE]
    dropped = scope.core_features.pop(1)
    superseded = {ArtifactType.MVP_SCOPE: {dropped.id: RetiredItem(title=dropped.label, version=1)}}
    found = check(project, contents, superseded=superseded).findings
    assert {finding.rule for finding in found} == {"link_superseded", "pointer_superseded"}
    assert all(f"F-2 “{dropped.label}” (version 1)" in finding.message for finding in found)


# -- ids, order, one document
# ------------------------------------------------------------------------------------------

BROKEN = {
    "brief.key_constraint": "One developer. See [[F-9]].",
    "mvp_scope.F-2.acceptance_criteria": [],
    "how_it_works.J-1.uses": ["F-1"],
    "risk_log.R-1.mitigation": "None",
}


def test_the_same_fault_has_the_same_id_after_a_change_elsewhere():
    before = check_sample(BROKEN).findings
    after = check_sample(
        {
            **BROKEN,
            "how_it_works.data_flow": "Shelfwise keeps counts.",
            "brief.open_questions": ["?"],
        }
    )
    assert [finding.id for finding in before] == [finding.id for finding in after.findings]
    assert len({finding.id for finding in before}) == len(before) == 4


def test_an_id_does_not_depend_on_the_run():
    place = Location(ArtifactType.BRIEF, "key_constraint")
    assert finding_id("pointer_unknown", place, "F-9") == "96a972084176"
    [finding] = [
        finding for finding in check_sample(BROKEN).findings if finding.rule == "pointer_unknown"
    ]
    assert finding.id == finding_id("pointer_unknown", place, "F-9")


def test_findings_come_worst_first_and_then_in_reading_order():
    found = check_sample(BROKEN).findings
    assert [finding.rule for finding in found] == [
        "pointer_unknown",
        "feature_without_criteria",
        "risk_without_mitigation",
        "feature_not_in_journey",
    ]


def test_one_document_is_checked_among_the_others():
    project, contents, _ = sample(BROKEN)
    found = check(project, contents, only=ArtifactType.HOW_IT_WORKS).findings
    assert [finding.rule for finding in found] == ["feature_not_in_journey"]
    assert check(project, contents, only=ArtifactType.MILESTONES).findings == ()


@pytest.mark.parametrize("count", range(len(GENERATION_ORDER) + 1))
def test_what_is_not_written_yet_is_missed_by_no_rule(count):
    project = described(IDEAS["shelfwise"])
    contents = {
        key: content for key, content in written(project).items() if key in GENERATION_ORDER[:count]
    }
    assert check(project, contents).findings == ()


def test_a_place_has_another_fingerprint_once_its_text_has_changed():
    _, before, _ = sample({})
    _, after, _ = sample({"mvp_scope.F-2.name": "Order list"})
    feature, other = (
        Location(ArtifactType.MVP_SCOPE, "core_features", item_id) for item_id in ("F-2", "F-1")
    )
    assert location_fingerprint(before, feature) != location_fingerprint(after, feature)
    assert location_fingerprint(before, other) == location_fingerprint(after, other)
    assert (
        location_fingerprint({}, feature)
        == location_fingerprint(before, Location(ArtifactType.BRIEF, "x", "A-9"))
        == ""
    )


def test_a_place_keeps_its_fingerprint_when_only_its_number_has_changed():
    _, before, _ = sample({})
    kind = ArtifactType.HOW_IT_WORKS
    content = before[kind].model_dump(mode="json")
    new = {**content["user_journey"][0], "id": "J-99"}
    after = {
        **before,
        kind: load_content(kind, {**content, "user_journey": [new, *content["user_journey"]]}),
    }
    step = Location(kind, "user_journey", "J-1")
    assert [
        item.model_dump()["step_number"] for _, item in after[kind].items() if item.id == "J-1"
    ] == [2]
    assert location_fingerprint(before, step) == location_fingerprint(after, step) != ""


# -- score and coverage
# ------------------------------------------------------------------------------------------------


def test_score_and_verdict_follow_from_the_findings():
    report = check_sample(BROKEN)
    assert (report.score, report.verdict) == (100 - 15 - 5 - 5 - 1, Verdict.BROKEN)
    ids = {finding.id for finding in report.findings if finding.severity is not Severity.MINOR}
    assert (report.ignoring(ids).score, report.ignoring(ids).verdict) == (99, Verdict.READY)
    assert len(report.ignoring(ids).ignored) == 3


def test_the_score_is_never_below_nothing():
    pointers = " ".join(f"[[F-{number}]]" for number in range(100, 120))
    assert check_sample({"brief.key_constraint": pointers}).score == 0


def test_coverage_counts_what_one_document_takes_up_of_another():
    report = check_sample(BROKEN | {"milestones.M-2.delivers": []})
    assert {
        pair.pair.value: (pair.covered, pair.total, pair.percent) for pair in report.coverage
    } == {
        "features_delivered": (1, 2, 50),
        "features_in_journey": (1, 2, 50),
        "high_risks_placed": (1, 1, 100),
    }


def test_there_is_no_coverage_by_what_is_not_written():
    project, contents, _ = sample({})
    scope: Contents = {ArtifactType.MVP_SCOPE: contents[ArtifactType.MVP_SCOPE]}
    assert check(project, scope).coverage == ()


# -- who may know
# --------------------------------------------------------------------------------------------------

SECRET = (
    "As an AI language model, SECRET 4711 [[F-99]] [[key x]] TODO. Our team of nine. The price is"
    " 99 euros."
)


def all_gated_spoiled() -> Report:
    """A project in which every gated text breaks many rules, and a risk behind each gate points
    nowhere.
    """
    project, contents, _ = sample({})
    spoilt: dict[ArtifactType, Any] = {}
    for artifact_type, content in contents.items():
        stored = content.model_dump()
        for section in content.sections():
            if section.gate is not Gate.CORE:
                stored[section.name] = f"{section.gate.name}-{SECRET}"
        if artifact_type is ArtifactType.RISK_LOG:
            risk = {
                "description": SECRET,
                "severity": "high",
                "likelihood": "low",
                "mitigation": "none",
            }
            stored["financial_risks"] = [
                {**risk, "id": "R-7", "title": "BUSINESS-SECRET", "affects": ["F-98"]}
            ]
            stored["strategic_risks"] = [{**risk, "id": "R-8", "title": "STRATEGIC-SECRET"}]
        spoilt[artifact_type] = content.model_validate(stored)
    spoilt[
        ArtifactType.BRIEF
    ].target_user = "Owners: see [[R-7]], [[R-8]] and [[brief.competitive_strategy]]."
    return check(project, spoilt)


@pytest.mark.parametrize("tier", list(Tier))
def test_nobody_is_told_of_what_they_cannot_read(tier):
    everything = all_gated_spoiled()
    report = everything.visible_to(tier)
    places = [finding.place for finding in report.findings] + [
        point.place for point in report.covered
    ]
    assert all(place.gate.opens_for(tier) for place in places)
    told = " ".join(finding.message for finding in report.findings)
    hidden = {
        Gate.BUSINESS: "BUSINESS-SECRET R-7",
        Gate.STRATEGIC: "STRATEGIC-SECRET R-8 Competitive",
    }
    for gate, words in hidden.items():
        for word in words.split():
            assert (word in told) <= gate.opens_for(tier)


def test_a_lower_tier_sees_the_score_of_a_project_without_the_gated_faults():
    report = all_gated_spoiled()
    assert report.score == 0
    assert report.visible_to(Tier.BOOTSTRAPPER).score == 100
    assert report.visible_to(Tier.BOOTSTRAPPER).coverage[-1].total == 1
    assert report.visible_to(Tier.CTO_SCALE).coverage[-1].total == 3


def test_gated_text_changes_nothing_of_what_the_others_are_told():
    project, contents, _ = sample(BROKEN)
    plain = check(project, contents).visible_to(Tier.BOOTSTRAPPER)
    for content in contents.values():
        for section in content.sections():
            if section.gate is not Gate.CORE and isinstance(getattr(content, section.name), str):
                setattr(content, section.name, SECRET)
    assert check(project, contents).visible_to(Tier.BOOTSTRAPPER) == plain


# -- size
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("filler", FILLERS)
def test_a_project_of_one_thing_over_and_over_is_checked(filler):
    """And told of in few words.

    With texts of all their length, and what that costs: bench/coherence.py.
    """
    findings = check(*filled(filler, PROSE_MAX // 4)).findings
    assert max((len(finding.message) for finding in findings), default=0) < 1_000


def test_a_project_of_a_million_characters_is_checked():
    project, contents, _ = sample({})
    scope = contents[ArtifactType.MVP_SCOPE].model_dump()
    words = " ".join(f"Word{number} counts [[F-1]] and {number} boxes." for number in range(300))[
        :PROSE_MAX
    ]
    feature = scope["core_features"][0]
    scope["core_features"] = [
        {**feature, "id": f"F-{number}", "name": f"Name {number}", "description": words}
        for number in range(1, 101)
    ]
    contents = {
        **contents,
        ArtifactType.MVP_SCOPE: ArtifactType.MVP_SCOPE.content_class.model_validate(scope),
    }
    report = check(project, contents)
    assert {finding.rule for finding in report.findings} >= {
        "near_duplicate",
        "figure_without_source",
    }


def test_plain_documents_of_the_other_tests_can_be_checked():
    contents = {key: key.content_class.model_validate(PLAIN[key]) for key in GENERATION_ORDER}
    report = check(
        ProjectInput.from_brief({"name": "Shelfwise", "idea": "Stock counting"}), contents
    )
    assert not report.has(Severity.BROKEN)
