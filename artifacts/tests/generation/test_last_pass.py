"""Once all documents are written a model reads them against each other: found, quoted, gated, and
paid for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from artifacts.checker.contradictions import RULE, contradiction_findings, read_contradictions
from artifacts.exceptions import RunnerUnavailable
from artifacts.generation.claims import Requester
from artifacts.generation.service import generate
from artifacts.models import GenerationAttempt, Project, User
from artifacts.runners import llm
from artifacts.runners.base import Usage, WriteRequest
from artifacts.runners.llm import current_settings
from artifacts.runners.llm.settings import parse_last_pass
from artifacts.schemas import GENERATION_ORDER, ArtifactType
from artifacts.services.documents.checks import check_project
from artifacts.services.editing.locking import fingerprint
from artifacts.services.editing.manual_edits import edit_section
from artifacts.tests.support.factories import make_project, make_user
from artifacts.tests.support.llm_server import Fault, LLMServer
from artifacts.tiers import Gate, Tier

pytestmark = pytest.mark.django_db

COMMAND = Requester(GenerationAttempt.Trigger.COMMAND)
LAST = GENERATION_ORDER[-1]
MODEL = "openai-chat:gpt-5-mini"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Iterator[LLMServer]:
    monkeypatch.setattr("artifacts.runners.llm.conversation.BACKOFF_SECONDS", 0.0)
    with LLMServer(retry_after="0") as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        settings.LLM = {
            **settings.LLM,
            "model": MODEL,
            "retries": 0,
            "repair_rounds": 0,
            "last_pass": "on",
        }
        yield server


@pytest.fixture
def founder(db: None) -> User:
    return make_user(Tier.CTO_SCALE)


@pytest.fixture
def project(founder: User) -> Project:
    return make_project(founder)


def quotation(project: Project, document: str, section: str, words: int = 6) -> dict[str, str]:
    row = project.artifacts.get(artifact_type=document)
    text = str((row.current_content or {})[section])
    return {"document": document, "section": section, "quote": " ".join(text.split()[:words])}


def write(project: Project, types: Sequence[ArtifactType] = GENERATION_ORDER) -> None:
    generate(project, types, trigger=COMMAND, runner="llm")


def read(project: Project) -> list[Any]:
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    return [finding for finding in check_project(fresh).findings if finding.rule == RULE]


@pytest.fixture
def found(server: LLMServer, project: Project) -> Project:
    """A project in whose documents the model has found one contradiction."""
    write(project)
    server.author.contradictions = [
        {
            "one": quotation(project, "how_it_works", "architecture"),
            "other": quotation(project, "brief", "key_constraint"),
        }
    ]
    write(project)
    return project


def test_a_contradiction_becomes_a_finding_with_both_quotations(found: Project) -> None:
    (finding,) = read(found)
    one, other = (
        quotation(found, "how_it_works", "architecture"),
        quotation(found, "brief", "key_constraint"),
    )
    assert one["quote"][:20] in finding.message
    assert other["quote"][:20] in finding.message
    assert (finding.place.section, finding.about[0].section) == ("architecture", "key_constraint")


def test_it_is_shown_where_other_findings_are(
    found: Project, founder: User, client: Client
) -> None:
    client.force_login(founder)
    page = client.get(reverse("project_detail", args=[found.pk])).content.decode()
    assert "This does not seem to agree with" in page


def test_one_request_more_which_begins_like_the_one_before(
    server: LLMServer, project: Project
) -> None:
    write(project)
    assert len(server.requests) == len(GENERATION_ORDER) + 1
    last, passed = server.requests[-2:]
    assert passed.prompt[:2_000] == last.prompt[:2_000]
    assert "This time you write nothing." in passed.prompt


def test_what_it_took_is_in_the_receipt_of_the_last_document(
    server: LLMServer, project: Project
) -> None:
    write(project)
    attempts = GenerationAttempt.objects.filter(artifact__project=project)
    taken = {
        attempt.artifact.artifact_type: attempt.requests
        for attempt in attempts.select_related("artifact")
    }
    assert taken == {**dict.fromkeys(taken, 1), LAST.value: 2}
    last = attempts.get(artifact__artifact_type=LAST.value)
    assert last.tokens_in is not None
    assert last.tokens_in > 2 * len(server.requests[-2].prompt) // 5
    assert last.cost_usd


@pytest.mark.parametrize(
    "other",
    [
        {
            "document": "brief",
            "section": "key_constraint",
            "quote": "We never wrote anything like that.",
        },
        {
            "document": "brief",
            "section": "no_such_section",
            "quote": "Stock counting for small shops",
        },
        {
            "document": "letter",
            "section": "key_constraint",
            "quote": "Stock counting for small shops",
        },
        {"document": "brief", "section": "key_constraint", "quote": ""},
        {"document": "brief", "section": "key_constraint"},
        "key_constraint",
    ],
    ids=str,
)
def test_a_quotation_that_is_not_in_the_text_is_dropped(
    server: LLMServer, project: Project, other: Any
) -> None:
    write(project)
    server.author.contradictions = [
        {"one": quotation(project, "how_it_works", "architecture"), "other": other}
    ]
    write(project)
    assert read(project) == []


@pytest.mark.parametrize(
    "answer", [None, [], {}, {"contradictions": "none"}, {"contradictions": [None, 3]}], ids=str
)
def test_an_answer_of_another_form_is_no_finding(answer: Any) -> None:
    assert read_contradictions(answer, {}) == []
    assert contradiction_findings([answer], {}) == ()


def test_a_finding_goes_when_one_of_its_passages_is_changed(found: Project, founder: User) -> None:
    row = found.artifacts.get(artifact_type="brief")
    assert row.content is not None
    base = fingerprint(row.content.key_constraint)  # type: ignore[attr-defined]
    edit_section(
        row,
        section="key_constraint",
        value="Something else.",
        base=base,
        editor=founder,
        tier=Tier.CTO_SCALE,
    )
    assert read(found) == []


def test_who_may_not_read_one_of_the_passages_is_told_nothing(
    server: LLMServer, project: Project
) -> None:
    write(project)
    server.author.contradictions = [
        {
            "one": quotation(project, "how_it_works", "architecture"),
            "other": quotation(project, "brief", "competitive_strategy"),
        }
    ]
    write(project)
    (finding,) = read(project)
    assert finding.gate is Gate.STRATEGIC
    fresh = Project.objects.with_artifacts().get(pk=project.pk)
    seen = check_project(fresh).visible_to(Tier.PARTNER).findings
    assert RULE not in {finding.rule for finding in seen}


@pytest.mark.parametrize(
    "fault", [Fault.INVALID_JSON, Fault.UNAUTHORIZED, Fault.SERVER_ERROR, Fault.EMPTY]
)
def test_whatever_goes_wrong_with_it_the_document_is_stored(
    server: LLMServer, project: Project, fault: Fault
) -> None:
    server.faults = [Fault.OK] * len(GENERATION_ORDER) + [fault] * 2
    write(project)
    assert set(project.artifacts.values_list("version_number", "failure")) == {(1, None)}


@pytest.mark.parametrize("stops", [[True], [False, True, True, True]], ids=["before", "meanwhile"])
def test_a_worker_that_stops_stores_the_document_without_it(
    server: LLMServer, project: Project, monkeypatch: pytest.MonkeyPatch, stops: list[bool]
) -> None:
    asked = iter(stops)
    server.stream_seconds = 0.6
    monkeypatch.setattr("artifacts.generation.last_pass.is_stopping", lambda: next(asked, True))
    began = len(server.requests)
    write(project)
    assert len(server.requests) - began <= len(GENERATION_ORDER) + 1
    assert set(project.artifacts.values_list("version_number", "failure")) == {(1, None)}
    assert "contradictions" not in project.artifacts.get(artifact_type=LAST.value).findings


@pytest.mark.parametrize("budget", [None, Decimal(1)])
def test_it_may_spend_what_the_documents_have_left_of_the_day(
    server: LLMServer,
    project: Project,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
    budget: Decimal | None,
) -> None:
    settings.INSTALLATION_DAY_BUDGET_USD = budget
    asked: list[tuple[Decimal | None, Decimal]] = []
    find = llm.find_contradictions

    def noted(project: Any, contents: Any, order: WriteRequest) -> Any:
        answer, took = find(project, contents, order)
        asked.append((order.budget_usd, took.cost_usd or Decimal(0)))
        return answer, took

    monkeypatch.setattr(llm, "find_contradictions", noted)
    write(project)
    [(left, took)] = asked
    spent = sum(one.cost_usd or Decimal(0) for one in GenerationAttempt.objects.all())
    assert took > 0
    # Receipts are kept to a millionth.
    assert left == (budget and pytest.approx(budget - (spent - took), abs=Decimal("0.00001")))


def test_one_document_written_again_is_read_against_the_others(
    server: LLMServer, project: Project
) -> None:
    write(project)
    server.requests.clear()
    write(project, [ArtifactType.RISK_LOG])
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("last_pass", "tier", "requests"),
    [
        ("off", Tier.CTO_SCALE, 5),
        ("cto_scale", Tier.PARTNER, 5),
        ("partner,cto_scale", Tier.PARTNER, 6),
    ],
)
def test_it_is_made_for_the_tiers_that_are_set(
    server: LLMServer, settings: LazySettings, last_pass: str, tier: Tier, requests: int
) -> None:
    settings.LLM = {**settings.LLM, "last_pass": last_pass}
    write(make_project(make_user(tier)))
    assert len(server.requests) == requests


def test_a_setting_that_names_no_tier_is_refused(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parse_last_pass("") == parse_last_pass("off") == frozenset()
    assert parse_last_pass("ON") == frozenset(Tier)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-test")
    settings.LLM = {**settings.LLM, "model": MODEL, "last_pass": "gold"}
    with pytest.raises(RunnerUnavailable, match="LLM_LAST_PASS must be on, off or tiers"):
        current_settings()


def test_what_is_unknown_of_one_request_is_unknown_of_both() -> None:
    known = Usage(
        model="a", tokens_in=10, tokens_out=2, tokens_cached=0, requests=1, cost_usd=Decimal("0.1")
    )
    both = known.plus(known)
    assert (both.tokens_in, both.requests, both.cost_usd, both.guessed_usd) == (
        20,
        2,
        Decimal("0.2"),
        None,
    )
    unknown = known.plus(Usage(tokens_in=5, requests=1, guessed_usd=Decimal("0.3")))
    assert (unknown.tokens_in, unknown.tokens_out, unknown.cost_usd) == (15, None, None)
    assert unknown.guessed_usd == Decimal("0.4")
