"""What a model is asked to write again: what says nothing, is made up, repeats itself or is in
another language.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from artifacts.interview.questions import ProjectInput
from artifacts.runners.llm.judging import judge
from artifacts.runners.llm.plain_text import plain_text
from artifacts.runners.llm.problem import Problem
from artifacts.runners.llm.repairs import repair
from artifacts.runners.prompts import Rewriting
from artifacts.schemas import GENERATION_ORDER, ArtifactType, load_content

RECORDED = json.loads(
    (Path(__file__).parent / "recorded" / "riverbook.json").read_text(encoding="utf-8")
)
PROJECT = ProjectInput.from_brief(RECORDED["project"])
BRIEF, SCOPE, RISKS = ArtifactType.BRIEF, ArtifactType.MVP_SCOPE, ArtifactType.RISK_LOG
GERMAN = (
    "Der ehrenamtliche Sekretär eines Vereins verliert im Winter viele Abende mit Genehmigungen und"
    " Fangkarten, die er von Hand abtippt. Das Schlimmste ist der Bericht an den Eigentümer der"
    " Strecke, der zu spät kommt."
)


def recorded(artifact_type: ArtifactType) -> dict[str, Any]:
    return copy.deepcopy(RECORDED["documents"][artifact_type.value])


def problems(
    artifact_type: ArtifactType, content: dict[str, Any], *, previous: dict[str, Any] | None = None
) -> tuple[Problem, ...]:
    earlier = {t: load_content(t, recorded(t)) for t in artifact_type.earlier}
    before = Rewriting(load_content(artifact_type, previous)) if previous else None
    return judge(PROJECT, artifact_type, earlier, repair(artifact_type, content), before).problems


def changed(artifact_type: ArtifactType, **changes: Any) -> tuple[Problem, ...]:
    return problems(artifact_type, {**recorded(artifact_type), **changes})


@pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
def test_what_a_strong_model_wrote_needs_no_repair(artifact_type: ArtifactType) -> None:
    assert problems(artifact_type, recorded(artifact_type)) == ()


class TestCompleteness:
    @pytest.mark.parametrize("nothing", ["Time.", "To follow", "…"])
    @pytest.mark.parametrize(
        "section", ["key_constraint", "market_analysis", "competitive_strategy"]
    )
    def test_a_section_that_says_nothing_is_asked_for_again(
        self, section: str, nothing: str
    ) -> None:
        (problem,) = changed(BRIEF, **{section: nothing})
        assert problem.section == section
        assert "says nothing yet" in problem.sentence

    def test_a_section_that_was_left_out_is_asked_for_again(self) -> None:
        (problem,) = changed(BRIEF, market_analysis=None)
        assert problem.section == "market_analysis"

    def test_a_text_of_an_item_that_says_nothing_is_named(self) -> None:
        content = recorded(RISKS)
        content["technical_risks"][0]["mitigation"] = "Time."
        (problem,) = problems(RISKS, content)
        assert problem.sentence.startswith("technical_risks > R-1 > mitigation: This says nothing")

    @pytest.mark.parametrize("section", ["assumptions", "open_questions", "differentiation_points"])
    def test_a_list_with_too_few_entries_is_asked_for_again(self, section: str) -> None:
        (problem,) = changed(BRIEF, **{section: recorded(BRIEF)[section][:1]})
        assert "There is 1 entry. Give " in problem.sentence

    def test_a_list_with_too_many_entries_is_asked_for_again(self) -> None:
        banks = ("left", "right", "near", "far", "old", "new", "long")
        lines = [f"Why does nobody on the {bank} bank ask?" for bank in banks]
        (problem,) = changed(BRIEF, open_questions=lines)
        assert "There are 7 entries. Give 3 to 6" in problem.sentence

    def test_lists_of_items_are_counted_too(self) -> None:
        content = recorded(SCOPE)
        content["core_features"][0]["acceptance_criteria"] = []
        told = [problem.sentence for problem in problems(SCOPE, content)]
        assert (
            "core_features > F-1 > acceptance_criteria: There are 0 entries. Give 2 to 4"
            in " ".join(told)
        )

    def test_a_list_that_the_founder_made_shorter_or_longer_may_stay_so(self) -> None:
        few = {**recorded(BRIEF), "open_questions": recorded(BRIEF)["open_questions"][:1]}
        assert problems(BRIEF, few, previous=few) == ()

    def test_the_counts_that_are_judged_are_those_that_are_asked_for(self) -> None:
        from artifacts.runners.prompts.shape import describe_sections

        told = describe_sections(SCOPE.content_class)
        assert '"acceptance_criteria": ["2 to 4 short texts"]}], 3 to 6 of these' in told
        assert "- out_of_scope: [4 to 7 texts, each" in told

    def test_a_text_in_a_language_without_spaces_says_something(self) -> None:
        told = changed(
            BRIEF, key_constraint="冬の間に三十五回の夜を許可証と釣果カードの入力に使っている。"
        )
        assert not [problem for problem in told if "says nothing" in problem.sentence]


class TestWording:
    def test_one_sentence_forty_times_is_asked_for_again(self) -> None:
        (problem,) = changed(
            BRIEF, value_proposition="We save the secretary an evening every week. " * 40
        )
        assert problem.section == "value_proposition"
        assert "40 times" in problem.sentence

    def test_a_section_in_another_language_is_asked_for_again(self) -> None:
        told = [problem.sentence for problem in changed(BRIEF, problem_statement=GERMAN)]
        assert "problem_statement: This is in German. Write it in English." in told

    @pytest.mark.parametrize(
        "made_up",
        [
            "Forty clubs have already signed with us.",
            "“This saves my whole winter,” says a club secretary from Hereford.",
            "A study by Oxford University shows that anglers buy online.",
            "Eleven thousand clubs in England need this today.",
            "The market is worth two hundred million pounds.",
        ],
    )
    def test_made_up_customers_quotations_studies_and_numbers_in_words_are_named(
        self, made_up: str
    ) -> None:
        (problem,) = changed(BRIEF, value_proposition=made_up)
        assert problem.section == "value_proposition"

    @pytest.mark.parametrize(
        "fine",
        [
            "We guess that two thousand clubs could use it[[?]].",
            "If a study shows that anglers buy online, we go on.",
            "He reads “Log a catch in a minute” on the screen and taps it.",
            "Nobody has told us of a study that shows what clubs pay.",
            "The secretary types a few hundred catch cards.",
        ],
    )
    def test_what_is_marked_conditional_or_the_founders_own_is_left_alone(self, fine: str) -> None:
        assert changed(BRIEF, value_proposition=fine) == ()

    @pytest.mark.parametrize(
        "written",
        [
            "Eleven thousand clubs in England need this today.",
            "“This saves my whole winter,” says a club secretary.",
        ],
    )
    def test_what_the_version_before_says_too_is_the_founders_to_judge(self, written: str) -> None:
        content = {**recorded(BRIEF), "value_proposition": written}
        assert problems(BRIEF, content) != ()
        assert problems(BRIEF, content, previous=content) == ()

    def test_what_could_be_about_any_project_is_asked_for_again(self) -> None:
        titles = ("Hello", "Look", "Go", "Stop", "Bye")
        steps = [
            {"title": title, "description": f"{title} is what they do.", "uses": []}
            for title in titles
        ]
        texts = {
            "architecture": "A top half and a back end.",
            "data_flow": "Data goes in and then it goes out.",
            "integration_points": "We link to one more tool.",
            "security_compliance": "No one sees what is not for them.",
        }
        told = problems(ArtifactType.HOW_IT_WORKS, {"user_journey": steps, **texts})
        assert any("could be about any project" in problem.sentence for problem in told)


class TestPlainText:
    @pytest.mark.parametrize(
        ("written", "plain"),
        [
            ("**Fast** permits, *really* [[F-2]].", "Fast permits, really [[F-2]]."),
            ("# Why\n\n- one thing\n- two things.", "Why\n\none thing.\ntwo things."),
            ("<p>One</p><p>Two &amp; <b>three</b></p>", "One\n\nTwo & three"),
            ("<ul><li>x</li><li>y.</li></ul>", "x.\n\ny."),
            ("See [our page](https://example.org/a_b), `now`[[+]].", "See our page, now[[+]]."),
            ("One line\\nand another", "One line\nand another"),
            ("```json\nA plan\n```", "A plan"),
        ],
    )
    def test_markdown_and_html_become_words(self, written: str, plain: str) -> None:
        assert plain_text(written) == plain
        assert plain_text(plain) == plain

    @pytest.mark.parametrize(
        "text",
        [
            "2 * 3 * 4 boxes, snake_case_name, a < b and c > d, C# and #1",
            "1. First\n2. Second",
            "10 - 3 = 7, [[brief.key_constraint]] and A-1",
            "<script>alert(1)</script> [here](javascript:alert(1))",
        ],
    )
    def test_what_only_looks_so_stays(self, text: str) -> None:
        assert plain_text(text) == text

    def test_a_document_is_stored_as_plain_text(self) -> None:
        content = {
            **recorded(BRIEF),
            "open_questions": ["**Who** signs?", "- When?", "<i>Where</i>?"],
        }
        assert repair(BRIEF, content)["open_questions"] == ["Who signs?", "When?", "Where?"]
