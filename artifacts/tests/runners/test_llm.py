"""The language-model runner, with models that are functions: what is asked, what is kept, what is
told.
"""

from __future__ import annotations

import asyncio
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from pydantic_ai.exceptions import (
    ModelConnectionError,
    ModelRequestRejectedError,
    UnexpectedModelBehavior,
)
from pydantic_ai.messages import (
    CachePoint,
    ModelRequest,
    ModelResponse,
    ThinkingPart,
    UserPromptPart,
)

from artifacts.runners.base import (
    RetryableRunnerError,
    WriteRequest,
)
from artifacts.runners.llm import ask_json, loop
from artifacts.runners.llm.models import NamedModel
from artifacts.runners.llm.parsing import is_cut_off, read_json, read_partial, without_thinking
from artifacts.schemas import ArtifactType, load_content
from artifacts.tests.support.llm_scripts import (
    DOCUMENTS,
    NOT_TO_BE_TOLD,
    SETTINGS,
    Script,
    answer,
    failure,
    http_error,
    text_of,
    use,
    write,
)

pytestmark = pytest.mark.usefixtures("quick")


def test_a_good_answer_is_taken_as_it_is(monkeypatch):
    script = Script(
        "Here it is:\n```json\n" + text_of(ArtifactType.BRIEF) + "\n```\nAnything else?"
    )
    use(monkeypatch, script)
    written = write()
    assert load_content(ArtifactType.BRIEF, written.content) == load_content(
        ArtifactType.BRIEF, DOCUMENTS["brief"]
    )
    assert (written.usage.model, written.usage.requests) == ("openai:one", 1)
    assert written.usage.tokens_in
    assert written.usage.tokens_out
    assert written.usage.prompt_version


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b\\nc"}',
        '{"a": "b\nc"}',
        'As [[F-1]] says [1]:\n{"a": "b\nc"} That is all {really}.',
        'In {braces}:\n```json\n{"a": "b\\nc"}\n```',
    ],
)
def test_json_is_found_whatever_stands_around_it(text):
    assert read_json(text, opening="{") == {"a": "b\nc"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('<think>{"a": 1}</think>{"b": 2}', '{"b": 2}'),
        ('\n<THINK>one</THINK>\n<reasoning>{</reasoning>{"b": 2}', '{"b": 2}'),
        ('one {"a": 1}\n</think>\n\n{"b": 2}', '\n\n{"b": 2}'),
        ('<think>{"a": 1', ""),
        ('{"b": "</think>"}', '{"b": "</think>"}'),
        ('```json\n{"b": "<think>x</think>"}\n```', '```json\n{"b": "<think>x</think>"}\n```'),
    ],
)
def test_thoughts_in_tags_are_no_part_of_the_answer(text, answer):
    assert without_thinking(text) == answer
    assert read_partial(text) == read_partial(answer)


def test_thoughts_whose_end_comes_with_the_answer_are_cut_off(monkeypatch):
    """The library then takes all of it for thoughts."""
    thoughts = ThinkingPart('Well, {"a": 1}.</think>\n' + text_of(ArtifactType.BRIEF))
    use(monkeypatch, Script(ModelResponse(parts=[thoughts], finish_reason="stop"), streams=False))
    assert write().usage.requests == 1


@pytest.mark.parametrize(
    "text", ["", "{", '{"a": [{"b": 1}', '{"a": NaN}', "[1]", '{"a":' * 100_000]
)
def test_broken_json_is_an_error_and_never_a_part_of_it(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_json(text, opening="{")


def test_what_documents_share_stands_first_and_only_grows(monkeypatch):
    script = Script(*(text_of(t) for t in ArtifactType))
    monkeypatch.setattr(NamedModel, "takes_cache_marks", True)
    use(monkeypatch, script)
    for artifact_type in ArtifactType:
        write(artifact_type)
    shared: list[str] = []
    for messages in script.asked:
        request = messages[0]
        assert isinstance(request, ModelRequest)
        part = request.parts[0]
        assert isinstance(part, UserPromptPart)
        assert not isinstance(part.content, str)
        *blocks, mark, task = part.content
        assert isinstance(mark, CachePoint)
        assert blocks[: len(shared)] == shared
        assert task not in blocks
        shared = blocks  # type: ignore[assignment]
    assert len({messages[0].instructions for messages in script.asked}) == 1  # type: ignore[union-attr]
    assert all(not info.output_tools for info in script.info)


@pytest.mark.parametrize("item_id", ["G-1", "F-x", "F-0", 1, None, ["F-1"], {"F": 1}])
def test_faults_of_form_are_put_right_without_asking_again(monkeypatch, item_id):
    features = [
        {**feature, "priority": "High", "colour": "red", "id": item_id}
        for feature in DOCUMENTS["mvp_scope"]["core_features"]
    ]
    script = Script(
        text_of(ArtifactType.MVP_SCOPE, core_features=features, summary="x", success_metrics=None)
    )
    use(monkeypatch, script)
    settings = replace(SETTINGS, repair_rounds=0)
    content = load_content(
        ArtifactType.MVP_SCOPE, write(ArtifactType.MVP_SCOPE, settings=settings).content
    )
    assert [item.id for _, item in content.items()] == [f"F-{n + 1}" for n in range(len(features))]
    assert content.core_features[0].priority == "high"  # type: ignore[attr-defined]


def test_numbers_written_as_text_are_read(monkeypatch):
    milestones = [
        {**m, "estimated_weeks": f"{m['estimated_weeks']}"}
        for m in DOCUMENTS["milestones"]["milestones"]
    ]
    script = Script(
        text_of(ArtifactType.MILESTONES, milestones=milestones, total_duration_weeks=999)
    )
    use(monkeypatch, script)
    content = load_content(ArtifactType.MILESTONES, write(ArtifactType.MILESTONES).content)
    assert content.total_duration_weeks == DOCUMENTS["milestones"]["total_duration_weeks"]  # type: ignore[attr-defined]


def test_only_what_is_wrong_is_asked_for_again_and_taken(monkeypatch):
    metrics = DOCUMENTS["mvp_scope"]["success_metrics"]
    repaired = {"success_metrics": metrics, "out_of_scope": ["Not asked for"]}
    script = Script(text_of(ArtifactType.MVP_SCOPE, success_metrics=[""]), json.dumps(repaired))
    use(monkeypatch, script)
    written = write(ArtifactType.MVP_SCOPE)
    assert written.content["success_metrics"] == metrics
    assert written.content["out_of_scope"] == DOCUMENTS["mvp_scope"]["out_of_scope"]
    assert "success_metrics > 1: String should have at least 1 character" in script.questions[1]
    assert written.usage.requests == 2


def test_what_is_not_true_to_the_other_documents_is_told_to_the_model(monkeypatch):
    bad = [{**m, "delivers": ["F-987"]} for m in DOCUMENTS["milestones"]["milestones"]]
    script = Script(
        text_of(ArtifactType.MILESTONES, milestones=bad), text_of(ArtifactType.MILESTONES)
    )
    use(monkeypatch, script)
    assert (
        write(ArtifactType.MILESTONES).content["milestones"]
        == DOCUMENTS["milestones"]["milestones"]
    )
    assert "F-987" in script.questions[1]
    assert "total_duration_weeks:" not in script.questions[1]


def test_what_is_left_to_fix_does_not_keep_a_valid_document_back(monkeypatch):
    bad = text_of(ArtifactType.BRIEF, key_constraint="As [[F-987]] says, eight weeks.")
    use(monkeypatch, Script(bad, ModelConnectionError("one", "reset")))
    assert "F-987" in write(settings=replace(SETTINGS, retries=0)).content["key_constraint"]


def test_a_worse_version_is_not_taken(monkeypatch):
    first = text_of(ArtifactType.BRIEF, key_constraint="As [[F-987]] says, eight weeks.")
    worse = json.dumps(
        {"key_constraint": "As [[F-987]] and [[R-77]] and [[F-988]] say, 4711 weeks."}
    )
    script = Script(first, worse, worse)
    use(monkeypatch, script)
    assert "R-77" not in write().content["key_constraint"]
    assert len(script.asked) == 2


@pytest.mark.parametrize(
    "reply",
    ["no JSON at all", "[1, 2]", "{}", '{"core_features": ' + "[" * 5000, "{" + NOT_TO_BE_TOLD],
)
def test_what_never_validates_fails_retryably_after_bounded_rounds(monkeypatch, reply):
    script = Script(*[reply] * 3)
    use(monkeypatch, script)
    error = failure()
    assert isinstance(error, RetryableRunnerError)
    assert "did not have the form" in error.message
    assert error.usage.requests == len(script.asked) == 3
    assert NOT_TO_BE_TOLD not in str(error)


def test_an_answer_that_was_cut_off_is_gone_on_with(monkeypatch):
    whole = text_of(ArtifactType.BRIEF)
    first, second, third = whole[:500], whole[480:900], "```json\n" + whole[900:]
    script = Script(answer(first, "length"), answer(second, "length"), answer(third), streams=False)
    use(monkeypatch, script)
    assert write().content["key_constraint"] == DOCUMENTS["brief"]["key_constraint"]
    assert len(script.asked) == 3


def test_an_answer_that_stops_in_the_middle_is_gone_on_with_whatever_its_server_says(monkeypatch):
    whole = text_of(ArtifactType.BRIEF)
    script = Script(answer(whole[:700], "stop"), answer(whole[700:], "stop"), streams=False)
    use(monkeypatch, script)
    assert write().content["key_constraint"] == DOCUMENTS["brief"]["key_constraint"]
    assert "Go on exactly where it stopped" in script.questions[1]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ('{"a": "b', True),
        ('Here it is:\n```json\n{"a": ["b", ', True),
        ('{"a": "b"}', False),
        ('{"a" "b"', False),
        ("We are here.", False),
        ("", False),
    ],
)
def test_json_that_ends_too_early_is_told_from_what_is_wrong(text, cut):
    assert is_cut_off(text) is cut


def test_an_answer_without_end_is_not_read_to_its_end(monkeypatch):
    use(monkeypatch, Script(*["x" * 50_000] * 2))
    error = failure(settings=replace(SETTINGS, max_output_tokens=100))
    assert "far too long" in error.message


def test_the_whole_is_bounded_in_time_and_says_what_it_took(monkeypatch):
    script = Script(text_of(ArtifactType.BRIEF), hangs=True)
    use(monkeypatch, script)
    error = failure(settings=replace(SETTINGS, total_seconds=0.05))
    assert isinstance(error, RetryableRunnerError)
    assert "took too long" in error.message
    assert (error.usage.requests, error.usage.cost_usd) == (1, None)


@pytest.mark.parametrize(
    "error",
    [
        UnexpectedModelBehavior("no stream"),
        http_error(400, ModelRequestRejectedError, "Streams: not supported"),
    ],
)
def test_a_server_that_does_not_stream_is_asked_without(monkeypatch, error):
    script = Script(error, answer(text_of(ArtifactType.BRIEF)))
    use(monkeypatch, script)
    assert write().usage.requests == 2
    assert not script.model.streams


def test_what_is_written_is_shown_while_it_is_written(monkeypatch):
    monkeypatch.setattr("artifacts.runners.llm.loop.LOOK_SECONDS", 0.0)
    script = Script(text_of(ArtifactType.BRIEF))
    shown = threading.Event()
    script.on_piece = lambda: shown.wait(5)
    use(monkeypatch, script)
    partials: list[dict[str, Any]] = []

    def tell(partial: Any) -> None:
        partials.append(partial)
        shown.set()
        raise ValueError("a listener that breaks")

    assert write(order=WriteRequest(on_partial=tell)).content
    assert len(partials) == 1
    name, text = next(item for item in partials[0].items() if isinstance(item[1], str))
    assert str(DOCUMENTS["brief"][name]).startswith(text)


def test_what_nobody_wants_any_more_is_stopped_and_counted(monkeypatch):
    monkeypatch.setattr("artifacts.runners.llm.loop.LOOK_SECONDS", 0.0)
    script = Script(text_of(ArtifactType.BRIEF), hangs=True)
    use(monkeypatch, script)
    error = failure(order=WriteRequest(is_wanted=lambda: not script.asked))
    assert "its result could no longer be stored" in str(error)
    assert (error.usage.requests, error.usage.cost_usd) == (1, None)


def test_many_threads_write_at_once_on_one_loop(monkeypatch):
    script = Script(*[text_of(ArtifactType.BRIEF)] * 40)
    use(monkeypatch, script)
    with ThreadPoolExecutor(20) as pool:
        results = [future.result() for future in [pool.submit(write) for _ in range(40)]]
    assert all(result.usage.requests == 1 for result in results)
    assert sum(thread.name == "language-models" for thread in threading.enumerate()) == 1


def test_a_forked_child_makes_a_loop_of_its_own():
    loop.run(asyncio.sleep(0))
    parent = loop._loop
    loop._forget()
    try:
        loop.run(asyncio.sleep(0))
        assert loop._loop is not parent
    finally:
        loop._loop = parent


def test_json_can_be_asked_for_by_others(monkeypatch, settings):
    settings.LLM = {**settings.LLM, "model": "openai:one"}
    monkeypatch.setitem(os.environ, "OPENAI_API_KEY", "x")
    script = Script("Sure!", '["a", "b"]')
    use(monkeypatch, script)
    found, usage = ask_json("Be brief.", "Two letters?", seconds=5, max_tokens=100)
    assert (found, usage.requests, usage.model) == (["a", "b"], 2, "openai:one")


def test_json_that_does_not_come_is_an_error(monkeypatch, settings):
    settings.LLM = {**settings.LLM, "model": "openai:one"}
    monkeypatch.setitem(os.environ, "OPENAI_API_KEY", "x")
    use(monkeypatch, Script("Sure!", "Well"))
    with pytest.raises(RetryableRunnerError) as raised:
        ask_json("Be brief.", "Two letters?", seconds=5, max_tokens=100)
    assert raised.value.usage.requests == 2
