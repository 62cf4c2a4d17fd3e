"""What becomes of a document when the language model, or the way to it, goes wrong: over real
sockets, to the row.

The table in docs/faults.md is what these tests hold the product to; both are made from EXPECTED.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.test import Client
from django.urls import reverse

from artifacts.generation.claims import Edits, Requester, cancel_generation
from artifacts.generation.proposals import read_proposal
from artifacts.generation.service import generate
from artifacts.models import Artifact, GenerationAttempt, Project, User
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import what_would_break
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.llm_answers import INVENTED_FIGURE, MISSING_ID, SCRIPT
from artifacts.tests.support.llm_documents import documents
from artifacts.tests.support.llm_server import Fault, LLMServer, shared_characters
from artifacts.tiers import Tier

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

COMMAND = Requester(GenerationAttempt.Trigger.COMMAND)
RISKS = ArtifactType.RISK_LOG
MODELS = {
    "openai-chat": "openai-chat:gpt-5-mini",
    "openai": "openai:gpt-5-mini",
    "anthropic": "anthropic:claude-haiku-4-5",
}

STORED = "stored"
FINDINGS = "stored, with findings"
PROPOSED = "a proposal, because the documents agreed before"
FAILED = "failed, can be tried again"
REFUSED = "failed for good"
POSTPONED = "postponed, then tried again"


@dataclass(frozen=True)
class Expected:
    """How a document ends when a fault is played once, and when it is played at every request.

    `told` names the founder's sentence in `artifacts.runners.llm.errors`, where the document fails.
    """

    once: str
    always: str
    told: str = ""


EXPECTED = {
    Fault.OK: Expected(STORED, STORED),
    Fault.PREAMBLE: Expected(STORED, STORED),
    Fault.THINKING_IN_TEXT: Expected(STORED, STORED),
    Fault.LIMIT_REFUSED: Expected(STORED, STORED),
    Fault.NO_STREAM: Expected(STORED, STORED),
    Fault.DANGLING_REFERENCES: Expected(STORED, PROPOSED),
    Fault.INVENTED: Expected(STORED, PROPOSED),
    Fault.INJECTED: Expected(STORED, FINDINGS),
    Fault.INVALID_JSON: Expected(STORED, FAILED, "NO_FORM"),
    Fault.WRONG_SHAPE: Expected(STORED, FAILED, "NO_FORM"),
    Fault.MISSING_SECTIONS: Expected(STORED, FAILED, "NO_FORM"),
    Fault.EMPTY: Expected(STORED, FAILED, "NO_FORM"),
    Fault.TRUNCATED: Expected(STORED, FAILED, "ENDLESS"),
    Fault.HUGE: Expected(STORED, FAILED, "ENDLESS"),
    Fault.SERVER_ERROR: Expected(STORED, FAILED, "DOWN"),
    Fault.OVERLOADED: Expected(STORED, FAILED, "DOWN"),
    Fault.HTML_PAGE: Expected(STORED, FAILED, "DOWN"),
    Fault.CUT: Expected(STORED, FAILED, "CUT_OFF"),
    Fault.BROKEN_STREAM: Expected(STORED, FAILED, "DOWN"),
    Fault.NO_FINISH: Expected(STORED, FAILED, "CUT_OFF"),
    Fault.HANG: Expected(STORED, FAILED, "TOO_SLOW"),
    Fault.SLOW_DRIP: Expected(STORED, FAILED, "TOO_SLOW"),
    Fault.RATE_LIMITED: Expected(STORED, POSTPONED),
    Fault.RATE_LIMITED_LONG: Expected(FAILED, FAILED, "BUSY"),
    Fault.REFUSED: Expected(REFUSED, REFUSED, "REFUSED"),
    Fault.TOO_LONG: Expected(REFUSED, REFUSED, "TOO_LONG"),
    Fault.ONLY_THINKING: Expected(REFUSED, REFUSED, "NOT_AVAILABLE"),
    Fault.UNAUTHORIZED: Expected(REFUSED, REFUSED, "NOT_AVAILABLE"),
    Fault.OUT_OF_CREDIT: Expected(REFUSED, REFUSED, "NOT_AVAILABLE"),
    Fault.UNKNOWN_MODEL: Expected(REFUSED, REFUSED, "NOT_AVAILABLE"),
}


@pytest.fixture(scope="module")
def running() -> Iterator[LLMServer]:
    with LLMServer(retry_after="0") as server:
        server.author.huge_characters = 2_000_000
        yield server


@pytest.fixture
def server(
    running: LLMServer, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> LLMServer:
    """The server, with the settings that lead to it and a short patience."""
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    patience = {
        "request_seconds": 20,
        "total_seconds": 60,
        "retries": 1,
        "retry_after_seconds": 2,
        "repair_rounds": 1,
    }
    settings.LLM = {**settings.LLM, **patience, "model": MODELS["openai-chat"]}
    running.forget()
    return running


@pytest.fixture
def founder(db: None) -> User:
    return make_user(Tier.CTO_SCALE)


@pytest.fixture
def project(founder: User) -> Project:
    project = make_project(founder)
    generate(project, trigger=COMMAND, runner="fake")
    return project


def use(settings: LazySettings, protocol: str, **changes: Any) -> None:
    settings.LLM = {**settings.LLM, "model": MODELS[protocol], **changes}


def write_risks(project: Project) -> Artifact:
    from artifacts.runners.llm.models import get_model

    # What a server does not do is remembered for as long as the process lives.
    model = get_model(str(settings.LLM["model"]))
    model.streams, model.output_limit = True, None
    cancel_generation(project)
    generate(project, [RISKS], trigger=COMMAND, runner="llm", edits=Edits.OVERWRITE)
    return Artifact.objects.get(project=project, artifact_type=RISKS)


def end_of(artifact: Artifact) -> str:
    """Return how its generation ended, in the words of EXPECTED."""
    if artifact.resumes_at is not None:
        return POSTPONED
    if artifact.failure is not None:
        return FAILED if artifact.failure["retryable"] else REFUSED
    assert not artifact.is_generating
    if artifact.proposal is not None:
        return PROPOSED
    return FINDINGS if artifact.findings["after"] else STORED


def check_failure(artifact: Artifact, told: str, log: str) -> None:
    """A founder reads a sentence and a reference, and the reference finds the line in the log."""
    from artifacts.runners.llm import errors

    assert artifact.failure is not None
    assert artifact.failure["message"] == getattr(errors, told)
    assert artifact.failure["reference"] in log
    assert artifact.attempts.latest("pk").error


def check_nothing_told(artifact: Artifact, server: LLMServer, log: str) -> None:
    """No key and nothing of the prompt is anywhere but in the request, and the key only in its
    header.
    """
    keys = [value for name, value in server.environment.items() if name.endswith("_KEY")]
    errors = "".join(artifact.attempts.values_list("error", flat=True))
    for secret in (*keys, artifact.project.idea):
        assert secret not in log + errors + json.dumps(artifact.failure)
    for request in server.requests:
        assert not any(key in json.dumps(request.body) for key in keys)


def test_every_fault_has_an_end() -> None:
    assert set(EXPECTED) == set(Fault)


@pytest.mark.parametrize("fault", EXPECTED)
def test_a_fault_ends_in_a_stored_state_whatever_the_protocol(
    server: LLMServer, project: Project, settings: LazySettings, caplog: Any, fault: Fault
) -> None:
    one_of_them = list(MODELS)[list(EXPECTED).index(fault) % len(MODELS)]
    rounds = [(protocol, EXPECTED[fault].always) for protocol in MODELS] + [
        (one_of_them, EXPECTED[fault].once)
    ]
    versions = 1
    for number, (protocol, expected) in enumerate(rounds):
        # Where nothing comes in time a short patience is what is tried; elsewhere a busy machine
        # must not decide.
        patience = {"request_seconds": 0.4} if fault in (Fault.HANG, Fault.SLOW_DRIP) else {}
        use(settings, protocol, **patience)
        server.forget()
        if number < len(MODELS):
            server.faults_at[RISKS] = fault
        else:
            server.faults = [fault]
        artifact = write_risks(project)
        assert (protocol, end_of(artifact)) == (protocol, expected)
        assert {request.protocol for request in server.requests} == {protocol}
        assert artifact.content is not None  # it validates, whatever came in
        versions += expected in (STORED, FINDINGS)
        assert artifact.version_number == versions
        if expected in (FAILED, REFUSED):
            check_failure(artifact, EXPECTED[fault].told, caplog.text)
        check_nothing_told(artifact, server, caplog.text)
    assert len(server.requests) <= 2, "a fault that passes costs one more request at most"


def test_another_model_writes_what_the_first_one_cannot(
    server: LLMServer, project: Project, settings: LazySettings
) -> None:
    use(settings, "anthropic", fallback_models=[MODELS["openai"]])
    server.faults = [Fault.UNAUTHORIZED]
    artifact = write_risks(project)
    assert end_of(artifact) == STORED
    assert artifact.attempts.latest("pk").model == MODELS["openai"]


def test_what_a_model_made_up_is_found_and_what_it_smuggled_in_is_inert(
    server: LLMServer, project: Project, founder: User
) -> None:
    client = Client()
    client.force_login(founder)
    page = reverse("artifact_detail", args=[project.pk, RISKS])
    for fault, trace in (
        (Fault.DANGLING_REFERENCES, MISSING_ID),
        (Fault.INVENTED, INVENTED_FIGURE),
    ):
        server.faults_at[RISKS] = fault
        proposal = read_proposal(write_risks(project))
        assert proposal is not None
        fresh = Project.objects.get(pk=project.pk)
        found = what_would_break(fresh, fresh.artifacts.get(artifact_type=RISKS), proposal.content)
        assert any(trace in finding.message for finding in found), fault
    server.faults_at[RISKS] = Fault.INJECTED
    assert SCRIPT in json.dumps(write_risks(project).current_content)
    shown = client.get(page).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert SCRIPT not in shown
    assert 'href="javascript:' not in shown


@pytest.mark.parametrize("protocol", MODELS)
def test_documents_share_the_beginning_of_their_requests_byte_for_byte(
    server: LLMServer, founder: User, settings: LazySettings, protocol: str
) -> None:
    use(settings, protocol)
    project = make_project(founder)
    generate(project, trigger=COMMAND, runner="llm")
    assert set(project.artifacts.values_list("version_number", "failure")) == {(1, None)}

    assert [request.artifact_type for request in server.requests] == list(GENERATION_ORDER)
    prompts = [request.prompt for request in server.requests]
    shared = [shared_characters(one, next_one) for one, next_one in pairwise(prompts)]
    assert shared == sorted(set(shared))
    for content, characters in zip(documents().values(), shared[1:], strict=False):
        last_words = json.dumps(content, ensure_ascii=False, separators=(",", ":"))[-20:-5]
        assert last_words in prompts[-1][:characters]
    last = GenerationAttempt.objects.get(
        artifact__project=project, artifact__artifact_type=GENERATION_ORDER[-1]
    )
    assert last.tokens_in is not None
    assert last.tokens_cached is not None
    assert 0 < last.tokens_cached < last.tokens_in
    assert last.cost_usd


def test_the_table_of_faults_is_true(settings: LazySettings) -> None:
    from artifacts.runners.llm import errors

    head = (
        "| what goes wrong | once | at every request | what the founder reads"
        " |\n|---|---|---|---|\n"
    )
    rows = "".join(
        f"| {fault.value} | {end.once} | {end.always} |"
        f" {getattr(errors, end.told) if end.told else ''} |\n"
        for fault, end in EXPECTED.items()
    )
    assert head + rows in (settings.BASE_DIR / "docs" / "faults.md").read_text()
