"""A part of a page is named by all that its template is given, and by its reader's language and
clock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone as clock
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override

from artifacts.models import Artifact, Project, User
from artifacts.schemas import ArtifactAnnotation, ArtifactType
from artifacts.services.documents.status import DocumentState
from artifacts.tests.support.factories import AnnotationFactory, make_project
from artifacts.text import InContext
from artifacts.tiers import Tier
from artifacts.web.kept_parts import part_key

CSRF = "a" * 64


@dataclass(frozen=True)
class Pair:
    one: Any
    two: Any = None


@dataclass(frozen=True)
class OtherPair:
    one: Any
    two: Any = None


def key(value: Any) -> str:
    return part_key("a.html", {"value": value})


MOMENT = datetime(2026, 11, 29, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "other"),
    [
        ("a", "b"),
        ("<b>", SafeString("<b>")),
        ("Broken", InContext("Broken", "severity")),
        (InContext("Risks", "a"), InContext("Risks", "b")),
        (1, True),
        (1, 1.0),
        (1, "1"),
        (None, ""),
        (Decimal("1.0"), Decimal("1.00")),
        (MOMENT, MOMENT + timedelta(microseconds=1)),
        (MOMENT, MOMENT.astimezone(timezone(timedelta(hours=1)))),
        (date(2026, 11, 29), "2026-11-29"),
        (DocumentState.STALE, "stale"),
        (DocumentState.STALE, DocumentState.READY),
        (ArtifactType.BRIEF, ArtifactType.MILESTONES),
        (("a", "b"), ("b", "a")),
        (["a,b"], ["a", "b"]),
        ([["a"], "b"], ["a", ["b"]]),
        ({"a": 1}, {"a": 2}),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (Pair("a"), Pair("b")),
        (Pair("a"), OtherPair("a")),
        (Pair("a", Pair(1)), Pair("a", Pair(2))),
    ],
)
def test_what_reads_otherwise_has_another_key(value: Any, other: Any) -> None:
    assert key(value) != key(other)
    assert key([value]) != key([other])


def test_equal_values_have_one_key() -> None:
    def make() -> Any:
        text = "".join(chr(97 + number) for number in range(3))
        return Pair({text: [MOMENT, Tier.PARTNER, text, InContext(text, text)]}, (1, None))

    assert key(make()) == key(make())


def test_the_name_of_a_value_and_of_its_template_count() -> None:
    keys = {
        part_key("a.html", {"name": "x"}),
        part_key("b.html", {"name": "x"}),
        part_key("a.html", {"plan": "x"}),
        part_key("a.html", {"name": "x", "plan": ""}),
    }
    assert len(keys) == 4


def test_the_readers_language_and_clock_count() -> None:
    here = key("x")
    with override("de"):
        assert key("x") != here
    with clock.override(ZoneInfo("Asia/Tokyo")):
        assert key("x") != here
    assert key("x") == here


@pytest.mark.django_db
def test_every_column_of_a_row_counts() -> None:
    row = make_project()
    before = key(row)
    assert before == key(Project.objects.get(pk=row.pk))
    for field in Project._meta.concrete_fields:
        kept = getattr(row, field.attname)
        setattr(row, field.attname, [kept])
        assert key(row) != before, field.attname
        setattr(row, field.attname, kept)


@pytest.mark.django_db
def test_every_field_of_a_note_counts() -> None:
    project = make_project(written=True)
    AnnotationFactory.create(artifact=project.documents()[0], section="target_user", text="Ask")
    note: ArtifactAnnotation = Artifact.objects.get(project=project, artifact_type="brief").notes[0]
    before = key(note)
    for name in ArtifactAnnotation.model_fields:
        assert key(note.model_copy(update={name: "another"})) != before, name


@pytest.mark.parametrize(
    "value",
    [
        gettext_lazy("Save"),
        SimpleLazyObject(lambda: "x"),
        SimpleLazyObject(User),
        object(),
        len,
        {"a", "b"},
        iter("ab"),
        Pair(gettext_lazy("Save")),
    ],
)
def test_what_cannot_be_told_completely_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="cannot name a part"):
        key(value)


class TestTemplates:
    @pytest.fixture
    def show(self, settings: Any, tmp_path: Any) -> Callable[..., str]:
        """Write the part, and render a page that shows it with `value` from the context."""
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

        def render(part: str, **context: Any) -> str:
            (tmp_path / "part.html").write_text(part)
            page = Template('{% load artifacts_kept %}{% kept_part "part.html" value=value %}')
            return page.render(Context({"csrf_token": CSRF, **context}))

        return render

    def test_it_sees_nothing_but_its_values(self, show: Callable[..., str]) -> None:
        text = "{{ value }}|{{ user }}|{{ project }}|{{ request }}"
        assert show(text, value="a", user="ana", project="p", request="r") == "a|||"

    def test_it_is_escaped(self, show: Callable[..., str]) -> None:
        assert show("{{ value }}", value="<script>") == "&lt;script&gt;"
        assert show("{{ value }}", value="<script>") == "&lt;script&gt;"
        assert show("{{ value }}", value=SafeString("<script>")) == "<script>"

    def test_its_forms_have_the_token_of_the_answer(self, show: Callable[..., str]) -> None:
        form, other = "{% csrf_token %}", "b" * 64
        assert f'value="{CSRF}"' in show(form, value="x")
        assert other in show(form, value="x", csrf_token=other)
        assert CSRF not in show(form, value="x", csrf_token=other)

    def test_the_token_is_asked_for_only_where_there_is_a_form(
        self, show: Callable[..., str]
    ) -> None:
        def fail() -> str:
            raise AssertionError("somebody asked for it")

        for _ in range(2):
            assert show("{{ value }}", value="x", csrf_token=SimpleLazyObject(fail)) == "x"

    def test_what_is_no_page_keeps_nothing(self, show: Callable[..., str]) -> None:
        moment = '{% now "U.u" %}{% csrf_token %}'
        assert show(moment, value="x") == show(moment, value="x")
        page = Template('{% load artifacts_kept %}{% kept_part "part.html" value=value %}')
        texts = [page.render(Context({"value": "x"})) for _ in range(2)]
        assert texts[0] != texts[1]
        assert "input" not in texts[0]

    def test_an_age_in_it_is_told_again_once_it_is_wrong(
        self, show: Callable[..., str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        part = "{% load artifacts_ui %}{{ value|ago }}"
        now = clock.now()
        assert show(part, value=now) == "just now"
        later = now + timedelta(minutes=5)
        monkeypatch.setattr(clock, "now", lambda: later)
        monkeypatch.setattr("time.time", later.timestamp)
        assert show(part, value=now) != "just now"


def test_a_dataclass_that_is_changed_by_replacement_has_another_key() -> None:
    pair = Pair("a", "b")
    assert key(replace(pair, two="c")) != key(pair)
