"""The text of a document while it is being written: who sees what of it, and that it never stops
the writing.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from artifacts.documents.references import ReferenceIndex
from artifacts.generation.streaming import (
    TEXT_MAX,
    LiveDocument,
    Publisher,
    publish,
    publisher,
    read_live,
    readable_parts,
)
from artifacts.generation.writer import write_claim
from artifacts.interview.questions import ProjectInput
from artifacts.models import Artifact, Project
from artifacts.runners.base import WriteRequest, WriteResult
from artifacts.schemas import GENERATION_ORDER, ArtifactType, Contents
from artifacts.tests.support.factories import (
    PLAIN,
    ArtifactFactory,
    StubRunner,
    claim_all,
    make_project,
    make_user,
)
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tiers import Tier

BRIEF = ArtifactType.BRIEF


@pytest.fixture(autouse=True)
def _no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said reaches the cache when a test says so: the publisher believes that its thread
    runs already.
    """
    monkeypatch.setattr(publisher, "_thread", threading.Thread())


def brief(project: Project) -> Artifact:
    return Artifact.objects.get(project=project, artifact_type=BRIEF.value)


def live(project: Project, tier: Tier = Tier.PARTNER) -> LiveDocument | None:
    fresh = Project.objects.get(pk=project.pk)
    return read_live(brief(project), tier, fresh.reference_index(tier))


def say(project: Project, partial: dict[str, Any]) -> None:
    """Claim the project, with `partial` as what the brief's writer has so far."""
    publish(claim_all(project).token, BRIEF, partial)


class Telling(StubRunner):
    """Says of the brief what `said` has, and calls `then` after each."""

    def __init__(self, said: list[dict[str, Any]], then: Callable[[], object]) -> None:
        super().__init__()
        self._said, self._then = said, then

    def write(
        self,
        project: ProjectInput,
        artifact_type: ArtifactType,
        earlier: Contents,
        order: WriteRequest,
    ) -> WriteResult:
        assert order.on_partial
        for partial in self._said if artifact_type is BRIEF else ():
            order.on_partial(partial)
            self._then()
        return super().write(project, artifact_type, earlier, order)


@pytest.mark.django_db
def test_a_page_shows_what_is_written_so_far_and_the_document_replaces_it(
    project: Project, founder_client: Client
) -> None:
    seen: list[str] = []
    queries: list[int] = []
    pages = [
        reverse("project_detail", args=[project.pk]),
        reverse("artifact_detail", args=[project.pk, "brief"]),
    ]

    def look() -> None:
        publisher.flush()
        with CaptureQueriesContext(connection) as asked:
            seen.extend(founder_client.get(page).content.decode() for page in pages)
        queries.append(len(asked))

    said = [{}, {}, {"problem_statement": "We see <b>owners</b>", "target_user": ""}]
    write_claim(claim_all(project), runner=Telling(said, look))
    publisher.flush()
    assert ["We see" in html for html in seen] == [False] * 4 + [True] * 2
    assert all("We see &lt;b&gt;owners" in html for html in seen[4:])
    assert queries[1] == queries[2], "the text so far costs no query"
    assert live(project) is None
    assert not publisher._shown


@pytest.mark.django_db
def test_no_gated_text_leaves_the_server_before_the_document_does(stranger_client: Client) -> None:
    for tier in Tier:
        founder = make_user(tier)
        project = make_project(founder)
        say(project, {**PLAIN[BRIEF]})
        client = Client()
        client.force_login(founder)
        may_read = [tier >= Tier.PARTNER, tier >= Tier.CTO_SCALE]
        for name, arguments in (("project_detail", []), ("artifact_detail", ["brief"])):
            page = reverse(name, args=[project.pk, *arguments])
            for is_htmx in (False, True):
                html = client.get(
                    page, headers={"HX-Request": "true"} if is_htmx else {}
                ).content.decode()
                assert "count stock on paper" in html
                assert [f"SECRET-{gate}" in html for gate in ("BUSINESS", "STRATEGIC")] == may_read
            assert stranger_client.get(page).status_code == 404


@pytest.mark.django_db
def test_what_an_old_writer_says_is_not_shown_for_the_claim_that_took_over(
    project: Project,
) -> None:
    say(project, {"problem_statement": "Old."})
    project.artifacts.update(generation_token=uuid.uuid4())
    shown = live(project)
    assert shown is not None
    assert shown.sections == ()


@pytest.mark.django_db
def test_pointers_become_words_and_an_unfinished_one_is_left_out(written_project: Project) -> None:
    say(
        written_project,
        {"problem_statement": "See [[F-1]], [[M-9]], [[brief.key_constraint]] and [[mvp_sc"},
    )
    shown = live(written_project)
    assert shown is not None
    assert shown.sections[0].paragraphs == ("See F-1 Shelf count, M-9, key constraint and ",)


@pytest.mark.django_db
def test_a_cache_that_is_away_stops_neither_the_writing_nor_a_page(
    project: Project, founder_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise ConnectionError("away")

    monkeypatch.setattr("artifacts.generation.streaming._cache", away)
    page, answered = reverse("project_detail", args=[project.pk]), []

    def look() -> None:
        publisher.flush()
        answered.append(founder_client.get(page).status_code)

    write_claim(claim_all(project), runner=Telling([{"problem_statement": "We see"}], look))
    assert answered == [200]
    assert project.artifacts.filter(version_number=1).count() == ALL_DOCUMENTS


def test_only_the_newest_text_is_put_there_and_nothing_after_the_end(
    tmp_path: Any, monkeypatch: Any
) -> None:
    """On files, as two processes share them by default."""
    files = FileBasedCache(str(tmp_path), {})
    written: list[Any] = []

    def put(key: str, value: Any, timeout: int) -> None:
        written.append(value)
        FileBasedCache.set(files, key, value, timeout)

    monkeypatch.setattr("artifacts.generation.streaming._cache", lambda: files)
    monkeypatch.setattr(files, "set", put)
    mine, token = Publisher(), uuid.uuid4()
    mine._thread = threading.Thread()
    with mine.publishing(token, BRIEF) as tell:
        for text in ("We", "We see", "We see owners"):
            tell({"problem_statement": text})
        mine.flush()
        mine.flush()
        assert FileBasedCache(str(tmp_path), {}).get(f"live-{token.hex}-brief") == written[0]
        tell({"problem_statement": "Never shown."})
    tell({"problem_statement": "Too late."})
    mine.flush()
    assert written == [{"problem_statement": "We see owners"}]
    assert not list(tmp_path.iterdir())


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()) | st.just("[[F-"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "name", "text", "x"]), inner)
    ),
    max_leaves=12,
)


@given(
    partial=st.data(),
    artifact_type=st.sampled_from(GENERATION_ORDER),
    tier=st.sampled_from(list(Tier)),
)
def test_whatever_a_model_has_written_so_far_can_be_shown(
    partial: Any, artifact_type: ArtifactType, tier: Tier
) -> None:
    names = [section.name for section in artifact_type.content_class.sections()]
    written = partial.draw(st.dictionaries(st.sampled_from([*names, "other", ""]), json))
    token = uuid.uuid4()
    publish(token, artifact_type, written)
    row = ArtifactFactory.build(
        artifact_type=artifact_type, generation_status="generating", generation_token=token
    )
    row.begun_at = timezone.now()
    shown = read_live(row, tier, ReferenceIndex({}, tier))
    assert shown is not None
    readable = {section.name for section in artifact_type.content_class.access(tier).readable}
    assert {part.section.name for part in shown.sections} == readable & set(
        readable_parts(artifact_type, written)
    )


def test_a_text_without_end_is_cut() -> None:
    endless = [{"title": "T" * 5000, "description": "d" * 10**6, "mitigation": "m" * 10**6}] * 500
    parts = readable_parts(
        ArtifactType.RISK_LOG, {"technical_risks": endless, "market_risks": endless}
    )
    assert len(str(parts)) < 2 * TEXT_MAX
