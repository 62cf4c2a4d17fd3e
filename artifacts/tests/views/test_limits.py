"""How much one founder may do in a while, and what they are told beyond it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.exceptions import CountsUnavailable, ProjectLimitReached, TooOften
from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.projects.duplicates import duplicate_project
from artifacts.services.projects.lifecycle import delete_project, undelete_project
from artifacts.services.sharing.links import link_token, make_link
from artifacts.tests.support.factories import make_project
from artifacts.tiers import Tier
from artifacts.usage.limits import FILE_RETRY_SECONDS, Action, count_action, making_file

TEXT = "Mine is long and was typed."

Send = Callable[[Client, Project], Any]


@pytest.fixture
def one_an_hour(settings: Any) -> None:
    settings.HOURLY_LIMITS = dict.fromkeys(settings.HOURLY_LIMITS, 1)


def post(client: Client, view: str, /, *args: Any, **fields: Any) -> Any:
    return client.post(reverse(view, args=args), fields, headers={"Origin": "http://testserver"})


def add_note(client: Client, project: Project) -> Any:
    return client.post(
        f"{reverse('note_add', args=[project.pk, 'brief'])}?section=target_user",
        {"note": TEXT},
        headers={"Origin": "http://testserver"},
    )


def send_file(client: Client, project: Project) -> Any:
    upload = SimpleUploadedFile(
        "export.md", f"# Product Brief\n\n{TEXT}\n".encode(), "text/markdown"
    )
    return post(client, "project_import", project.pk, file=upload)


def ask_for_plan(client: Client, _project: Project) -> Any:
    """Ask, and take back what was asked for before: a request that waits already is no second."""
    post(client, "plan_withdraw", Tier.CTO_SCALE.value)
    return post(client, "plan_ask", Tier.CTO_SCALE.value)


ACTIONS: dict[Action, Send] = {
    Action.PLAN_REQUESTS: ask_for_plan,
    Action.PROJECTS: lambda client, project: post(client, "project_new", name="A shelf", idea=TEXT),
    Action.NOTES: add_note,
    Action.IMPORTS: send_file,
    Action.EXPORTS: lambda client, project: client.get(
        reverse("project_download", args=[project.pk]), {"format": "md"}
    ),
}


@pytest.mark.parametrize("action", list(Action))
def test_what_is_done_too_often_is_refused_with_the_time_to_wait(
    action: Action, one_an_hour: None, written_project: Project, founder_client: Client
) -> None:
    assert ACTIONS[action](founder_client, written_project).status_code < 400
    response = ACTIONS[action](founder_client, written_project)
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    assert "It works again in about" in response.content.decode()


@pytest.mark.parametrize("action", [Action.PROJECTS, Action.NOTES])
def test_what_was_typed_comes_back_to_be_sent_again(
    action: Action, one_an_hour: None, written_project: Project, founder_client: Client
) -> None:
    ACTIONS[action](founder_client, written_project)
    page = ACTIONS[action](founder_client, written_project).content.decode()
    assert TEXT in page
    assert "Send again" in page


def test_a_copy_counts_as_a_project(
    one_an_hour: None, written_project: Project, founder_client: Client
) -> None:
    assert post(founder_client, "project_duplicate", written_project.pk).status_code == 302
    assert post(founder_client, "project_duplicate", written_project.pk).status_code == 429
    assert Project.objects.count() == 2


def test_each_founder_is_counted_alone(one_an_hour: None, founder: User, stranger: User) -> None:
    for user in (founder, stranger):
        count_action(user, Action.NOTES)
    with pytest.raises(TooOften):
        count_action(founder, Action.NOTES)


def test_a_file_that_the_browser_has_is_not_counted(
    one_an_hour: None, written_project: Project, founder_client: Client
) -> None:
    address = reverse("project_download", args=[written_project.pk])
    tag = founder_client.get(address, {"format": "md"})["ETag"]
    assert (
        founder_client.get(address, {"format": "md"}, headers={"If-None-Match": tag}).status_code
        == 304
    )


def test_only_so_many_files_are_made_at_once_for_one(settings: Any) -> None:
    settings.FILES_AT_ONCE = 2
    with making_file("user-1"), making_file("user-1"), making_file("user-2"):
        with pytest.raises(TooOften) as refused, making_file("user-1"):
            pass
        assert refused.value.retry_after_seconds == FILE_RETRY_SECONDS
    with making_file("user-1"):
        pass


def test_a_file_that_fails_gives_its_place_back(settings: Any) -> None:
    settings.FILES_AT_ONCE = 1
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), making_file("user-1"):
            raise ZeroDivisionError


def test_a_founder_with_several_files_under_way_is_told_so(
    settings: Any, written_project: Project, founder: User, founder_client: Client
) -> None:
    settings.FILES_AT_ONCE = 1
    with making_file(f"user-{founder.pk}"):
        response = founder_client.get(
            reverse("project_download", args=[written_project.pk]), {"format": "pdf"}
        )
    assert (response.status_code, response["Retry-After"]) == (429, str(FILE_RETRY_SECONDS))
    assert "Several files are being made" in response.content.decode()


def test_the_guests_of_one_link_are_counted_together(
    settings: Any, written_project: Project
) -> None:
    documents = list(ArtifactType)
    link = make_link(
        written_project, now=timezone.now(), documents=documents, tier=Tier.BOOTSTRAPPER, days=30
    )
    settings.FILES_AT_ONCE = 1
    with making_file(f"link-{link.pk}"):
        assert Client().get(reverse("shared_package", args=[link_token(link)])).status_code == 429


def test_without_a_cache_nobody_is_held_up(
    one_an_hour: None, founder: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def be_away(*_: Any, **__: Any) -> bool:
        raise CountsUnavailable

    monkeypatch.setattr(type(cache), "add", be_away, raising=False)
    for _ in range(3):
        count_action(founder, Action.NOTES)
        with making_file("user-1"):
            pass


# How many projects


@pytest.fixture
def full(settings: Any, project: Project) -> Project:
    """The one project that the founder's plan holds."""
    settings.PROJECTS = dict.fromkeys(settings.PROJECTS, 1)
    return project


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("project_new", {"name": "A shelf", "idea": TEXT}),
        (
            "project_new_short",
            {"name": "A shelf", "idea": TEXT, "target_user": "Owners", "problem": "Paper"},
        ),
    ],
)
def test_a_plan_that_is_full_says_so_beside_what_was_typed(
    name: str, fields: dict[str, str], full: Project, founder_client: Client
) -> None:
    response = post(founder_client, name, **fields)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Your plan holds 1 project," in page
    assert TEXT in page
    assert Project.objects.count() == 1


def test_no_copy_is_made_beyond_the_plan(full: Project, founder_client: Client) -> None:
    response = founder_client.post(reverse("project_duplicate", args=[full.pk]), follow=True)
    assert "Your plan holds 1 project," in response.content.decode()
    with pytest.raises(ProjectLimitReached):
        duplicate_project(full)


def test_a_deleted_project_leaves_its_place(
    full: Project, founder: User, founder_client: Client
) -> None:
    delete_project(full)
    make_project(founder)
    with pytest.raises(ProjectLimitReached):
        undelete_project(full)
    response = founder_client.post(reverse("project_undelete", args=[full.pk]), follow=True)
    assert "Your plan holds 1 project," in response.content.decode()
    undelete_project(full, is_limited=False)
    assert Project.objects.active().count() == 2


def test_the_command_makes_none_beyond_the_plan(
    full: Project, founder: User, tmp_path: Any
) -> None:
    file = tmp_path / "idea.json"
    file.write_text('{"name": "A shelf", "idea": "Counting."}')
    with pytest.raises(CommandError, match="Your plan holds 1 project,"):
        call_command("intake", str(file), owner=founder.email)
