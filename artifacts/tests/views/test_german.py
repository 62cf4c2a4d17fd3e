"""For a reader of German every page speaks German, but for what the founder and the writer
wrote.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from html import unescape
from itertools import islice
from typing import Any

import polib
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override, pgettext
from pydantic_core import ErrorDetails

from artifacts.checker.findings import Severity, Verdict
from artifacts.models import Project
from artifacts.schemas import ArtifactType
from artifacts.services.projects.sample import sample_contents
from artifacts.templatetags.artifacts_ui import (
    about,
    ago,
    duration,
    in_words,
    moment,
    moment_with_zone,
    money,
    time_until,
)
from artifacts.tests.support.factories import make_busy_project, make_project, make_user
from artifacts.tests.support.faults import spoil
from artifacts.tests.support.messages import catalogue
from artifacts.tests.support.pages import NAMES, urls
from artifacts.tiers import Tier
from artifacts.translation import translated
from artifacts.validation_messages import describe_problem

pytestmark = pytest.mark.one_database

GERMAN = {"Accept-Language": "de"}
ENOUGH = 13
"""Shorter phrases may well stand in a German page: names, formats, words that both languages
have.
"""
URLS_EACH = 12
SIGNED_OUT = ("account_login", "account_signup", "account_reset_password", "shortcuts")
SIGNED_IN = (
    "account",
    "account_change_password",
    "account_email",
    "account_logout",
    "project_list",
    "project_new",
    "project_new_short",
)

_SHOWN = re.compile(
    r'(?:aria-label|title|placeholder|alt|content|data-[a-z-]+)="([^"]*)"|>([^<]+)<'
)


@cache
def english_phrases() -> frozenset[str]:
    names = frozenset(str(artifact_type.label) for artifact_type in ArtifactType)
    return names | frozenset(
        " ".join(entry.msgid.split())
        for entry in polib.pofile(str(catalogue("de")))
        if len(entry.msgid) >= ENOUGH
        and "%(" not in entry.msgid
        and entry.msgid not in (entry.msgstr, "Markdown")
    )


def shown(page: str) -> str:
    """All that a reader sees or hears of a page, on one line."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    texts = (text or words for text, words in _SHOWN.findall(page))
    return " ".join(" ".join(map(unescape, texts)).split())


def english_in(page: str) -> list[str]:
    text = shown(page)
    found = [phrase for phrase in english_phrases() if phrase in text]
    return sorted(
        phrase for phrase in found if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    )


def read(client: Client, url: str) -> list[str]:
    """What is wrong with a page: English on it, or another language declared."""
    response = client.get(url, headers=GERMAN, follow=True)
    page = response.content.decode()
    assert response.status_code in {200, 404}, url
    return english_in(page) + ([] if '<html lang="de"' in page else ["no German declared"])


def signed_in(project: Project) -> Client:
    client = Client()
    client.force_login(project.owner)
    return client


@pytest.fixture(params=[Tier.BOOTSTRAPPER, Tier.CTO_SCALE])
def busy_project(request: pytest.FixtureRequest, db: None) -> Project:
    """A busy project whose documents are in German, as far as their labels go."""
    return make_busy_project(make_user(request.param), language="de")


def test_every_page_of_a_project_is_in_german(busy_project: Project) -> None:
    client = signed_in(busy_project)
    for name in sorted({*NAMES} - {"project_download", "project_cover"}):
        for url in islice(urls(name, busy_project), URLS_EACH):
            assert read(client, url) == [], url


def test_what_is_regenerated_is_what_was_chosen(busy_project: Project) -> None:
    page = signed_in(busy_project).get(
        f"/projects/{busy_project.pk}/generate/?artifact_type=brief", headers=GERMAN
    )
    choices = re.findall(
        r'name="scope" value="(\w+)".*?<span>(.*?)</span>', " ".join(page.content.decode().split())
    )
    assert choices == [
        ("one", "Nur „Produktkonzept“"),
        ("later", "„Produktkonzept“ und alles danach"),
    ]


@pytest.mark.parametrize(("runner", "is_said"), [("fake", True), ("llm", False)])
def test_that_documents_are_in_english_is_said_before_they_are_written(
    runner: str, is_said: bool, db: None, settings: Any
) -> None:
    settings.RUNNER = runner
    project = make_project()
    for name in ("project_detail", "project_generate"):
        page = reverse(name, args=[project.pk])
        assert (
            "auf Englisch" in signed_in(project).get(page, headers=GERMAN).content.decode()
        ) == is_said
        assert "We write in English" not in signed_in(project).get(page).content.decode()


def test_every_page_of_a_new_project_is_in_german(db: None) -> None:
    project = make_project(language="de")
    client = signed_in(project)
    for name in (
        "project_detail",
        "project_generate",
        "interview_review",
        "artifact_detail",
        "project_export",
    ):
        assert read(client, next(urls(name, project))) == [], name


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_pages_before_signing_in_are_in_german(db: None, name: str) -> None:
    assert read(Client(), reverse(name)) == []


@pytest.mark.parametrize("name", SIGNED_IN)
def test_pages_beside_the_projects_are_in_german(project: Project, name: str) -> None:
    assert read(signed_in(project), reverse(name)) == []


@pytest.mark.parametrize("words", ["shelf", "nothing-like-this", ""])
def test_searching_is_in_german(busy_project: Project, words: str) -> None:
    assert read(signed_in(busy_project), f"{reverse('search')}?q={words}") == []


def test_the_first_page_and_its_example_are_in_german(db: None) -> None:
    assert read(Client(), reverse("home")) == []
    assert (
        "Die Inhaberin wählt ein Regal"
        in sample_contents("de")[ArtifactType.MVP_SCOPE].model_dump_json()
    )


def test_a_page_that_is_not_there_is_missing_in_german(db: None) -> None:
    assert read(Client(), "/nowhere/") == []


def _german(entry: polib.POEntry) -> str:
    return pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else gettext(entry.msgid)


def test_our_words_go_before_those_of_the_applications_we_use() -> None:
    entries = [entry for entry in polib.pofile(str(catalogue("de"))) if not entry.msgid_plural]
    with override("de"):
        assert [entry.msgid for entry in entries if _german(entry) != entry.msgstr] == []


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=5), "gerade eben"),
        (timedelta(minutes=1), "vor 1 Minute"),
        (timedelta(days=2), "vor 2 Tagen"),
        (timedelta(days=800), "vor 2 Jahren"),
    ],
)
def test_ages_have_the_forms_that_german_asks_for(passed: timedelta, words: str) -> None:
    with override("de"):
        assert ago(timezone.now() - passed).replace("\N{NO-BREAK SPACE}", " ") == words


def test_numbers_are_written_as_in_german() -> None:
    with override("de"):
        written = [duration(3.4), money(Decimal("1.5")), in_words(5)]
    assert written == ["3,4\N{NO-BREAK SPACE}s", "1,50\N{NO-BREAK SPACE}$", "fünf"]


def test_moments_times_and_amounts_are_written_as_in_german() -> None:
    when = datetime(2026, 11, 29, 14, 5, tzinfo=UTC)
    with override("de"):
        assert moment(when) == "29. November 2026, 14:05 Uhr"
        assert moment_with_zone(when) == "29. November 2026, 14:05 Uhr (UTC)"
        assert [spaced(about(seconds)) for seconds in (0.2, 1, 12, 59.6, 130)] == [
            "1 Sekunde",
            "1 Sekunde",
            "12 Sekunden",
            "1 Minute",
            "2 Minuten",
        ]
        assert spaced(time_until(timezone.now() + timedelta(hours=23, minutes=53))) == "24 Stunden"
        assert spaced(money(Decimal("1234.5"))) == "1.234,50 $"


def test_what_django_says_of_a_password_is_said_in_our_words(db: None) -> None:
    for password, said in (
        ("8365027491", "Nimm nicht nur Ziffern."),
        ("12345678", "ist leicht zu erraten"),
        ("password", "zu leicht zu erraten"),
    ):
        form = {"email": "ana@example.com", "password1": password}
        page = Client().post(reverse("account_signup"), form, headers=GERMAN).content.decode()
        assert said in page
    wrong = {"email": "ana", "password1": "correct horse battery"}
    page = Client().post(reverse("account_signup"), wrong, headers=GERMAN).content.decode()
    assert "Bitte gib eine gültige E-Mail-Adresse ein." in page


@pytest.mark.parametrize(
    ("least", "words"), [(1, "Mindestens 1 Eintrag muss"), (2, "Mindestens 2 Einträge müssen")]
)
def test_how_many_must_stay_is_said_with_the_right_form(least: int, words: str) -> None:
    problem = ErrorDetails(type="too_short", loc=(), msg="", input=[], ctx={"min_length": least})
    with override("de"):
        assert describe_problem(problem).startswith(words)


def test_the_way_to_a_page_that_edits_names_what_is_edited(busy_project: Project) -> None:
    url = reverse("section_edit", args=[busy_project.pk, "brief", "key_constraint"])
    page = signed_in(busy_project).get(url, headers=GERMAN).content.decode()
    assert '<span aria-current="page">Unser Rahmen</span>' in page
    assert "<title>Bearbeiten: Unser Rahmen" in page


def test_little_rooms_have_short_names_of_documents() -> None:
    with override("de"):
        names = {
            artifact_type.value: translated(artifact_type.short_label)
            for artifact_type in ArtifactType
        }
    assert names.items() >= {
        ("brief", "Konzept"),
        ("mvp_scope", "Umfang"),
        ("milestones", "Meilensteine"),
        ("risk_log", "Risiken"),
        ("how_it_works", "Ablauf"),
    }
    with override("en-gb"):
        assert translated(ArtifactType.BRIEF.short_label) == "Product Brief"


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_languages_are_offered_by_their_own_names(db: None) -> None:
    page = Client().get(reverse("account_login"), headers=GERMAN).content.decode()
    assert ">English<" in page
    assert ">Deutsch<" in page


def test_refusals_are_in_german(busy_project: Project) -> None:
    client = signed_in(busy_project)
    url = reverse("item_add", args=[busy_project.pk, "mvp_scope", "core_features"])
    page = client.post(url, {"name": ""}, headers=GERMAN).content.decode()
    assert english_in(page) == []
    assert "Bitte schreib hier etwas." in page


def test_english_on_a_page_would_be_found(busy_project: Project) -> None:
    page = (
        signed_in(busy_project)
        .get(reverse("project_detail", args=[busy_project.pk]))
        .content.decode()
    )
    assert "Product Brief" in english_in(page)


def test_a_document_whose_main_section_is_empty_says_in_german_what_it_is_for(
    busy_project: Project,
) -> None:
    spoil(busy_project, "risk_log", "technical_risks", [])
    assert read(signed_in(busy_project), reverse("project_detail", args=[busy_project.pk])) == []


def test_a_word_that_german_tells_apart_is_told_apart() -> None:
    milestones = ArtifactType.MILESTONES
    section = milestones.content_class.section("milestones")
    assert section is not None
    with override("de"):
        assert (translated(milestones.label), translated(section.title)) == (
            "Meilensteinplan",
            "Meilensteine",
        )
        assert (translated(Severity.BROKEN.label), translated(Verdict.BROKEN.label)) == (
            "Schwerwiegend",
            "Dokumente widersprüchlich",
        )
        assert (pgettext("document", "Ready"), translated(Verdict.READY.label)) == (
            "Fertig",
            "Dokumente stimmig",
        )
