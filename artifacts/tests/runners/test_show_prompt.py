"""`manage.py show_prompt`: what would be sent, word for word, and about what it costs."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from artifacts.generation.rewriting import rewriting_of
from artifacts.models import Project
from artifacts.runners.prompts import build_prompt
from artifacts.schemas import ArtifactType
from artifacts.services.documents import prompts
from artifacts.services.documents.prompts import estimate_prompt, prompt_for
from artifacts.tests.support.factories import make_project

pytestmark = pytest.mark.django_db

TYPE = ArtifactType.MILESTONES
SHARED = ["shared 1", "shared 2", "shared 3", "shared 4"]


def run(project: Project | str, artifact_type: str = TYPE.value, **options: Any) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command(
        "show_prompt",
        str(getattr(project, "pk", project)),
        artifact_type,
        stdout=out,
        stderr=err,
        **options,
    )
    return out.getvalue(), err.getvalue()


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "current_settings", _Chosen)
    monkeypatch.setattr(
        prompts, "estimate_usd", lambda name, tokens_in, tokens_out: Decimal(tokens_in) / 1000
    )


class _Chosen:
    def models_for(self, *_: Any) -> tuple[str, ...]:
        return ("anthropic:some-model", "openai:another")


def test_it_prints_what_would_be_sent_and_nothing_else(written_project: Project) -> None:
    out, err = run(written_project)
    contents = written_project.contents()
    prompt = build_prompt(
        written_project.get_input(),
        TYPE,
        {t: contents[t] for t in TYPE.earlier},
        rewriting_of(written_project.documents()[TYPE.number - 1], written_project.documents()),
    )
    assert out.split() == "\n".join((prompt.instructions, *prompt.shared, prompt.task)).split()
    assert "=== shared 4, about" in err
    assert prompt.version in err


def test_without_a_model_it_counts_tokens_only(written_project: Project) -> None:
    _, err = run(written_project)
    assert "LLM_MODEL" in err
    assert "$" not in err


@pytest.mark.usefixtures("model")
def test_with_a_model_it_says_about_what_that_costs(written_project: Project) -> None:
    shown = json.loads(run(written_project, json=True)[0])
    estimate = shown["estimate"]
    assert [part["part"] for part in shown["parts"]] == ["instructions", *SHARED, "task"]
    assert estimate["model"] == "anthropic:some-model"
    assert estimate["tokens_in"] == sum(part["tokens"] for part in shown["parts"])
    assert estimate["tokens_kept"] == sum(part["tokens"] for part in shown["parts"][:4])
    assert Decimal(estimate["cost_usd"]) == Decimal(estimate["tokens_in"]) / 1000
    assert "with anthropic:some-model" in run(written_project)[1]


def test_an_answer_is_taken_to_be_as_long_as_the_version_that_stands(
    written_project: Project,
) -> None:
    prompt = prompt_for(written_project, TYPE)
    content = written_project.contents()[TYPE]
    long, unknown = (estimate_prompt(prompt, "", previous=previous) for previous in (content, None))
    assert long.tokens_out == prompts.count_tokens(content.model_dump_json())
    assert unknown.tokens_out == prompts.TOKENS_OUT


def test_what_must_be_written_first_is_said(project: Project) -> None:
    assert run(project, "brief")[0]
    with pytest.raises(CommandError, match="Product Brief and MVP Scope must be written first"):
        run(project)


@pytest.mark.parametrize("arguments", [("nobody", "brief"), ("Shelfwise", "weather")])
def test_arguments_that_name_nothing_are_refused(arguments: tuple[str, str]) -> None:
    make_project()
    with pytest.raises(CommandError):
        run(*arguments)
