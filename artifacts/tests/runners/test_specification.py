"""What the original specification says of the runner and of the documents that it writes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from artifacts.documents.references import pointers
from artifacts.runners.base import RetryableRunnerError, RunnerError
from artifacts.runners.fake import RunnerFake
from artifacts.schemas import (
    GENERATION_ORDER,
    ArtifactContent,
    ArtifactType,
    load_content,
)
from artifacts.schemas.base import FieldKind
from artifacts.services.projects.sample import SHELFWISE
from artifacts.tests.support.specified import CORE_FIELDS, GATED_FIELDS, SPECIFIED

PROBLEM = "Owners of small shops count stock on paper every Monday and still run out of what sells."

PAIRS = [
    (later, earlier) for later in SPECIFIED for earlier in later.earlier if earlier in SPECIFIED
]


def written(brief: dict[str, Any]) -> dict[ArtifactType, ArtifactContent]:
    documents = RunnerFake(scenario="happy_path").generate_artifacts(brief)
    return {
        ArtifactType(name): load_content(ArtifactType(name), one) for name, one in documents.items()
    }


class TestRunner:
    def test_the_problem_is_idea_enough(self) -> None:
        documents = RunnerFake(scenario="happy_path").generate_artifacts({"problem": PROBLEM})
        assert list(documents) == [artifact_type.value for artifact_type in GENERATION_ORDER]
        runner = RunnerFake()
        runner.generate_artifacts({"answers": {"problem": PROBLEM}})
        assert runner.calls[0].project.idea == PROBLEM

    def test_an_idea_goes_before_the_problem_unless_it_is_blank(self) -> None:
        for given, idea in (
            ("Stock counting", "Stock counting"),
            (" \n", PROBLEM),
            (None, PROBLEM),
        ):
            runner = RunnerFake()
            runner.generate_artifacts({"idea": given, "problem": PROBLEM})
            assert runner.calls[0].project.idea == idea
            assert runner.calls[0].project.answers.problem == PROBLEM

    @pytest.mark.parametrize("artifact_type", SPECIFIED)
    def test_it_returns_the_fields_of_all_tiers(self, artifact_type: ArtifactType) -> None:
        content = written({"problem": PROBLEM})[artifact_type]
        for names in (CORE_FIELDS, GATED_FIELDS):
            assert all(getattr(content, name) for name in names[artifact_type.content_class])

    @pytest.mark.parametrize("brief", [{"problem": PROBLEM}, {}, {"colour": "blue"}, {"idea": 5}])
    def test_llm_failure_is_a_rate_limit_whatever_is_asked(self, brief: dict[str, Any]) -> None:
        with pytest.raises(RetryableRunnerError, match="rate limit") as raised:
            RunnerFake(scenario="llm_failure").generate_artifacts(brief)
        assert isinstance(raised.value, RunnerError)
        assert "too much to do" in raised.value.message

    @pytest.mark.parametrize(
        ("brief", "named"),
        [
            ({"problem": PROBLEM, "colour": "blue", "mood": 1}, "colour, mood"),
            ({"problem": PROBLEM, "answers": {"colour": "blue"}}, "answers.colour"),
            ({"problem": PROBLEM, 5: "x"}, "5"),
        ],
    )
    def test_unknown_keys_are_named_with_those_that_are_known(
        self, brief: dict[str, Any], named: str
    ) -> None:
        with pytest.raises(ValueError, match=rf"Unknown: {named}\. Known are .*idea.*problem"):
            RunnerFake().generate_artifacts(brief)

    @pytest.mark.parametrize(
        "brief", [{}, {"name": "Shelfwise"}, {"idea": " ", "problem": "\u200b"}, {"answers": {}}]
    )
    def test_without_idea_and_problem_it_says_what_it_needs(self, brief: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="give idea or problem"):
            RunnerFake().generate_artifacts(brief)

    @pytest.mark.parametrize("wrong", [{"idea": 5}, {"answers": "none"}, {"price": 9}])
    def test_values_that_do_not_fit_are_refused_by_name(self, wrong: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=next(iter(wrong))):
            RunnerFake().generate_artifacts({"problem": PROBLEM, **wrong})


class TestDocumentsTogether:
    @pytest.mark.parametrize(("later", "earlier"), PAIRS)
    def test_each_document_refers_to_those_before_it(
        self, later: ArtifactType, earlier: ArtifactType
    ) -> None:
        documents = written(SHELFWISE.model_dump())
        names = {item.id for _, item in documents[earlier].items()}
        names |= {f"{earlier.value}.{section.name}" for section in documents[earlier].sections()}
        text = json.dumps(documents[later].model_dump(), ensure_ascii=False)
        linked = {
            item_id
            for _, item in documents[later].items()
            for field in item.fields()
            if field.kind is FieldKind.LINKS
            for item_id in getattr(item, field.name)
        }
        assert names & {*pointers(text), *linked}

    @pytest.mark.parametrize("artifact_type", GENERATION_ORDER)
    def test_they_say_we(self, artifact_type: ArtifactType) -> None:
        content = written(SHELFWISE.model_dump())[artifact_type]
        text = json.dumps(content.model_dump(), ensure_ascii=False).casefold()
        spoken = text.replace('"', " ").split()
        assert {"we", "our", "us"} & set(spoken)
        assert "the founder should" not in text
        assert "you should" not in text
