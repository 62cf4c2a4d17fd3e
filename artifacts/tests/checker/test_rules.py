"""The rules of the checker: every rule by its own examples, and by sentences that it must know
apart.
"""

from __future__ import annotations

import pytest

from artifacts.checker.findings import Severity
from artifacts.checker.handbook import PAGE, renew
from artifacts.checker.rules import RULES
from artifacts.checker.rules.registry import FAMILIES
from artifacts.checker.sample import check_sample
from artifacts.checker.text import without_quotes
from artifacts.tests.support.sample_rules import rules_found


def test_nothing_is_wrong_with_the_sample_project():
    report = check_sample({})
    assert report.findings == ()
    assert report.score == 100


@pytest.mark.parametrize("name", RULES)
def test_a_rule_has_a_good_and_a_bad_example(name):
    rule = RULES[name]
    assert rule.name not in {finding.rule for finding in check_sample(rule.good).findings}
    assert rule.name in {finding.rule for finding in check_sample(rule.bad).findings}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_what_it_demands_and_how_to_fix_it(name):
    rule = RULES[name]
    assert rule.bad
    assert rule.summary.endswith(".")
    assert rule.hint.endswith(".")
    found = [finding for finding in check_sample(rule.bad).findings if finding.rule == name]
    assert all(finding.message and "%(" not in finding.message for finding in found)


def test_a_law_that_is_missing_is_told_in_the_words_of_the_founder():
    (found,) = check_sample(RULES["law_missing"].bad).findings
    assert (found.told, found.passage) == ("GDPR", "")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_accepts_a_project_of_which_nothing_is_written(name):
    from artifacts.checker.context import CheckContext
    from artifacts.interview.questions import ProjectInput

    empty = CheckContext(ProjectInput.from_brief({"name": "x", "idea": "y"}), {})
    assert list(RULES[name].findings(empty)) == []


def test_every_family_has_rules_of_its_own():
    assert {rule.family for rule in RULES.values()} == set(FAMILIES)
    assert {rule.severity for rule in RULES.values()} == set(Severity)


def test_the_handbook_has_every_rule_as_it_is():
    page = PAGE.read_text()
    assert renew(page) == page, "run python -m artifacts.checker.handbook"


# -- pointers and links
# ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pointer", ["F-99", "brief.nothing", "nowhere.key_constraint", "Z-1"])
def test_a_pointer_to_nothing_is_found(pointer):
    assert rules_found(brief__key_constraint=f"See [[{pointer}]].") == {"pointer_unknown"}


def test_a_dropped_risk_is_named_only_to_those_who_could_have_read_it():
    dropped = {"superseded.risk_log.R-9": {"title": "SECRET", "version": 1}}
    core = check_sample({**dropped, "brief.key_constraint": "See [[R-9]]."}).findings
    gated = check_sample(
        {**dropped, "brief.competitive_strategy": "What could go wrong is in [[R-9]]."}
    ).findings
    assert "SECRET" not in core[0].message
    assert "SECRET" in gated[0].message
    assert {finding.rule for finding in (*core, *gated)} == {"pointer_superseded"}


def test_a_circle_has_one_name_wherever_it_is_entered():
    found = [
        check_sample(
            {"milestones.M-1.depends_on": ["M-2"], "milestones.M-2.depends_on": dependencies}
        )
        .findings[0]
        .id
        for dependencies in (["M-1"], ["M-2", "M-1"][1:])
    ]
    assert found[0] == found[1]


def test_a_milestone_that_waits_for_itself_is_a_circle():
    assert "dependency_cycle" in rules_found(**{"milestones__M-1__depends_on": ["M-1"]})


@pytest.mark.parametrize(
    "line", ["Reorder list", "reorder  list.", "[[F-2]]: later", "Reorder list (too much)"]
)
def test_a_core_feature_that_is_out_of_scope_is_found(line):
    assert "feature_out_of_scope" in rules_found(mvp_scope__out_of_scope=[line])


@pytest.mark.parametrize(
    "line", ["Everything of [[F-2]] that costs money", "Reorder lists for suppliers", "Printing"]
)
def test_what_only_mentions_a_feature_is_not_out_of_scope(line):
    assert rules_found(mvp_scope__out_of_scope=[line]) == set()


# -- measures
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "metric",
    [
        "Three of the shops count",
        "Drei der Läden zählen damit",
        "Each of the shops in the trial pays by 1 March",
        "十軒の店が使う",
        "Les clients sont contents",
        "Half of the shops pay for it",
    ],
)
def test_a_metric_that_can_be_measured_or_not_be_read_by_us_is_left_alone(metric):
    assert rules_found(mvp_scope__success_metrics=[metric]) == set()


@pytest.mark.parametrize(
    "metric", ["The owners are happy with it", "Die Läden sind zufrieden mit der Zählung", "42"]
)
def test_a_metric_that_measures_nothing_is_found(metric):
    assert "metric_without_number" in rules_found(mvp_scope__success_metrics=[metric])


@pytest.mark.parametrize(
    ("criterion", "is_vague"),
    [
        ("The page is easy to use for the owner", True),
        ("Die Seite ist für den Laden einfach zu bedienen", True),
        ("The page opens fast, within 2 seconds", False),
        ("The page shows the word “simple” to the owner", False),
        ("A breakfast is shown in the list of the day", False),
        ("The owners of small shops are in the list", False),
    ],
)
def test_a_vague_criterion_is_told_from_a_clear_one(criterion, is_vague):
    found = rules_found(**{"mvp_scope__F-1__acceptance_criteria": [criterion]})
    assert found == ({"criterion_vague"} if is_vague else set())


@pytest.mark.parametrize(
    ("mitigation", "says_something"),
    [
        ("None", False),
        ("n/a", False),
        ("Noch offen.", False),
        ("We test.", True),
        ("手で数える", True),
        ("…", False),
    ],
)
def test_a_mitigation_has_to_say_something(mitigation, says_something):
    found = rules_found(**{"risk_log__R-1__mitigation": mitigation})
    assert ("risk_without_mitigation" not in found) == says_something


# -- voice
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We say “the founder should rest” to nobody.",
        "Owners see a todo list of what to count.",
        "A box of size XXL.",
        "It says: as an aid for counting.",
        "We use JSON, and a system of shelves.",
        "Here is where owners count.",
        "They can add [notes] to a count, with [Add] or [Enter].",
        "User: name and address\nAssistant: whoever helps\nOutput format: PDF",
        "The service responds with JSON, and must return only JSON where you are an assistant.",
        "As an AI, it never gets tired.",
    ],
)
def test_plain_sentences_are_not_taken_for_chatter(text):
    assert rules_found(brief__key_constraint=text) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Your startup needs a till.", "voice_not_ours"),
        ("Die Gründer sollten mit Läden reden.", "voice_not_ours"),
        ("As an AI language model, I count.", "model_chatter"),
        ("Here is the revised section: we count.", "model_chatter"),
        ("TODO", "placeholder"),
        ("Lorem ipsum dolor.", "placeholder"),
        ("It costs XX euros.", "placeholder"),
        ("Shops in {{city}}.", "placeholder"),
        ("<|im_start|> We count.", "leaked_instruction"),
        ("You are a senior strategy consultant.", "leaked_instruction"),
        ("We count. Respond only with JSON.", "leaked_instruction"),
    ],
)
def test_what_should_not_show_is_found(text, rule):
    assert rule in rules_found(brief__key_constraint=text)


def test_what_the_founder_said_is_not_held_against_the_documents():
    said = "A TODO list. You are a helpful assistant."
    assert (
        rules_found(answers__problem=said, brief__problem_statement=f"They have this: {said}")
        == set()
    )


def test_what_is_the_users_may_be_called_theirs():
    assert (
        rules_found(
            answers__target_user="A startup", brief__target_user="We say: your startup counts."
        )
        == set()
    )


def test_founders_may_be_the_users():
    changes = {
        "answers__target_user": "Founders",
        "brief__target_user": "The founder should be able to count.",
    }
    assert rules_found(**changes) == set()


# -- words
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a “b” c", "a     c"),
        ("a „b“ c", "a     c"),
        ('a "b" c', "a     c"),
        ("a «b» c", "a     c"),
        ("a “b c", "a “b c"),
        ("a ” b “ c", "a ” b “ c"),
        ("“a” b “c” d", "    b     d"),
    ],
)
def test_quotations_are_left_out(text, left):
    assert without_quotes(text) == left
