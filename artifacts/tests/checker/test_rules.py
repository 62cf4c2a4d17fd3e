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
from artifacts.checker.text import has_number, language, without_quotes


def rules_found(**changes: object) -> set[str]:
    """The rules that object to the sample project with these changes; `__` stands for a point."""
    report = check_sample({place.replace("__", "."): value for place, value in changes.items()})
    return {finding.rule for finding in report.findings}


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
def test_a_rule_says_what_it_demands_and_how_to_mend_it(name):
    rule = RULES[name]
    assert rule.bad
    assert rule.summary.endswith(".")
    assert rule.hint.endswith(".")
    found = [finding for finding in check_sample(rule.bad).findings if finding.rule == name]
    assert all(finding.message and "%(" not in finding.message for finding in found)


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


# -- figures
# --------------------------------------------------------------------------------------------------

FIGURES = {"figure_without_source", "amount_unknown", "sum_wrong", "count_differs"}

GROUNDED = [
    "We begin with 29 euros.",
    "It costs 348 euros in a year.",
    "Each pays 29,00 euros or nothing.",
    "We try it with 5 shops for 4 weeks.",
    "We have 8 weeks, which is 56 days.",
    "The plan takes 5 weeks, and the trial 2.",
    "About 40 shops, as we estimate.",
    "It needs 40 of them (see [[A-1]]).",
    "We assume that 40 of them would pay.",
    "Encrypted with AES 256 and signed in over OAuth 2.0, as Article 32 asks.",
    "An MP3 file, a 3D model, COVID-19 and a B2B contract.",
    "1. We count. 2. We order.",
    "(1) count, (2) order",
    "It is open 24/7, and 100 % ours.",
    "In week 3 we stop.",
    "In weeks 3–4 we stop, at 9:45.",
    "It runs on Node 20 and on Windows 11 too.",
    "Would 40 shops pay? Would 2.5 of them?",
    "The 2 features are delivered, the 1 of high priority first.",
    "ISO 27001 asks for that.",
    "It follows the Agenda 2030, and runs on Python 3.12.",
    "It is sent over 5G, and 2FA is asked for since the 1990s.",
]


@pytest.mark.parametrize("text", GROUNDED)
def test_a_figure_with_a_source_is_left_alone(text):
    assert not FIGURES & rules_found(brief__key_constraint=text)


@pytest.mark.parametrize(
    "text",
    [
        "The market is worth 4.2 billion.",
        "We estimate little. 38% of shops run out of stock.",
        "It saves 300 euros.",
        "EUR 99 per shop.",
        "Das kostet an Miete 470 Euro, und das ist nicht zu viel für den Laden.",
        "We reach 50k shops.",
        "The market is worth $3.2bn, and more next year.",
        "Over 5M shops do that.",
        "It costs us 5 million.",
        "Of the shops in Bavaria 62% count by hand.",
        "In all of Germany 4,800 shops count by hand.",
        "At Munich 17 euros are paid.",
    ],
)
def test_a_figure_out_of_nowhere_is_found(text):
    assert FIGURES & rules_found(brief__key_constraint=text)


def test_a_founder_may_write_any_count_and_no_other_amount():
    from artifacts.checker.check import check
    from artifacts.checker.sample import sample
    from artifacts.schemas import ArtifactType

    texts = {
        "brief.key_constraint": "We know 9,300 shops.",
        "brief.target_user": "We know 9400 shops.",
    }
    project, contents, _ = sample(
        {**texts, "brief.value_proposition": "We ask for 31 euros a month."}
    )
    edited = {ArtifactType.BRIEF: ["key_constraint", "value_proposition"]}
    for known, sections in (({}, {"key_constraint", "target_user"}), (edited, {"target_user"})):
        found = check(project, contents, edited=known).findings
        assert {finding.place.section for finding in found} == sections | {"value_proposition"}


def test_criteria_may_set_figures():
    assert (
        rules_found(**{"mvp_scope__F-1__acceptance_criteria": ["A count of 200 articles is kept"]})
        == set()
    )


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


# -- one quantity
# --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("The project takes a total of 7 weeks.", True),
        ("Das Projekt dauert insgesamt sieben Wochen.", True),
        ("The whole plan takes five weeks in total.", False),
        ("The trial of the plan takes 2 weeks in total.", False),
        ("They say: “The plan takes 7 weeks in total.”", False),
        ("Our plan rests on 8 weeks.", False),
    ],
)
def test_a_total_in_words_is_compared_with_the_computed_one(text, differs):
    assert ("weeks_differ" in rules_found(milestones__resource_plan=text)) == differs


@pytest.mark.parametrize(
    ("constraint", "is_exceeded"),
    [
        ("It has to be ready within 3 weeks", True),
        ("Ready in 4 weeks", True),
        ("Ready in 5 weeks", False),
        ("Two weeks of holidays, and 3 months in all", False),
        ("1 day a week", False),
        ("2 weeks experience with phones", False),
        ("We meet every Monday for 2 weeks", False),
        ("No budget", False),
    ],
)
def test_only_a_plain_limit_can_be_exceeded(constraint, is_exceeded):
    assert ("limit_exceeded" in rules_found(answers__constraint=constraint)) == is_exceeded


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Our price is €35 a month.", True),
        ("We ask for 35 euros.", True),
        ("Our price is €29 a month.", False),
        ("We assume that they pay 35 euros for paper.", False),
        ("If the price is 35 euros, they leave.", False),
        ("A rival says: “Our price is 35 euros.”", False),
    ],
)
def test_another_price_than_the_founders_is_found(text, differs):
    assert bool(FIGURES & rules_found(brief__market_analysis=text)) == differs


def test_without_an_answer_two_documents_are_compared():
    found = check_sample(
        {
            "answers.price": "",
            "brief.market_analysis": "The price is 30 euros by our estimate.",
            "how_it_works.architecture": "For Shelfwise the price is 40 euros by our estimate.",
        }
    ).findings
    assert [(finding.rule, finding.place.artifact_type.value) for finding in found] == [
        ("price_differs", "brief")
    ]
    assert "40 euros" in found[0].message


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


def test_numbers_in_words_count():
    assert has_number("zwölf Läden")
    assert not has_number("a shop")
    assert (
        language("the count of a shop"),
        language("der Laden und die Liste"),
        language("x"),
    ) == ("en", "de", "")
