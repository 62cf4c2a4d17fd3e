"""Renaming, deleting, bringing back and copying a project, by its pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.models import Project, User
from artifacts.services.projects.lifecycle import KEEP_DELETED, delete_project, rename_project
from artifacts.tests.support.factories import AnnotationFactory, claim_all, make_project, make_user
from artifacts.tests.support.pages import NAMES, url
from artifacts.tests.support.plain import ALL_DOCUMENTS
from artifacts.tests.support.responses import text
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

BY_HAND = {"generated": "x", "by": "me", "by_id": None, "at": "2026-01-01T00:00:00+00:00"}


def at(name: str, project: Project) -> str:
    return reverse(name, args=[project.pk])


class TestRename:
    def test_it_renames_and_shows_the_project(
        self, project: Project, founder_client: Client
    ) -> None:
        page = founder_client.get(at("project_rename", project))
        response = founder_client.post(
            at("project_rename", project), {"name": "Ada", "base": page.context["base"]}
        )
        assert response["Location"] == at("project_detail", project)
        assert Project.objects.get().name == "Ada"

    @pytest.mark.parametrize("name", ["", "\x07", "x" * 121, "\u0958" * 100])
    def test_a_name_that_does_not_fit_comes_back(
        self, name: str, project: Project, founder_client: Client
    ) -> None:
        response = founder_client.post(at("project_rename", project), {"name": name})
        assert response.status_code == 422
        assert Project.objects.get().name == "Shelfwise"

    def test_another_window_s_name_is_shown_and_not_replaced_unseen(
        self, project: Project, founder_client: Client
    ) -> None:
        base = founder_client.get(at("project_rename", project)).context["base"]
        rename_project(project, name="Bea")
        response = founder_client.post(at("project_rename", project), {"name": "Ada", "base": base})
        assert response.status_code == 409
        assert "Bea" in text(response)
        assert 'value="Ada"' in text(response)


class TestDelete:
    def test_it_names_what_goes_and_changes_nothing_yet(
        self, written_project: Project, founder: User, founder_client: Client
    ) -> None:
        brief = written_project.artifacts.get(artifact_type="brief")
        written_project.artifacts.filter(pk=brief.pk).update(
            edited_sections={"target_user": BY_HAND}
        )
        AnnotationFactory.create(artifact=brief, section="target_user")
        page = text(founder_client.get(at("project_delete", written_project)))
        for part in (
            f"{ALL_DOCUMENTS} written documents",
            "1 section that was edited",
            "1 note",
            "30 days",
        ):
            assert part in page
        assert Project.objects.active().exists()

    def test_edits_behind_a_gate_are_not_even_counted(
        self, written_project: Project, founder_client: Client
    ) -> None:
        written_project.artifacts.filter(artifact_type="brief").update(
            edited_sections={"competitive_strategy": BY_HAND}
        )
        assert "edited by hand" not in text(
            founder_client.get(at("project_delete", written_project))
        )
        User.objects.update(tier=Tier.CTO_SCALE.value)
        assert "1 section that was edited" in text(
            founder_client.get(at("project_delete", written_project))
        )

    @pytest.mark.django_db(transaction=True)
    def test_it_hides_the_project_stops_the_writing_and_offers_to_undo(
        self, project: Project, founder_client: Client
    ) -> None:
        claim_all(project)
        response = founder_client.post(at("project_delete", project), follow=True)
        assert not Project.objects.active().exists()
        assert not project.artifacts.generating().exists()
        assert f'action="{at("project_undelete", project)}"' in text(response)
        founder_client.post(at("project_undelete", project))
        assert Project.objects.active().exists()

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_deleted_project_is_404_everywhere(
        self, method: str, written_project: Project, founder_client: Client
    ) -> None:
        addresses = {
            name: url(name, written_project) for name in NAMES if name != "project_undelete"
        }
        Project.objects.update(deleted_at=timezone.now())
        wrong = []
        for name, address in addresses.items():
            response = getattr(founder_client, method)(address)
            if response.status_code != 404 and (response.status_code != 405 or response.content):
                wrong.append(name)
        assert wrong == []

    @pytest.mark.django_db(transaction=True)
    def test_its_list_entry_brings_it_back(self, project: Project, founder_client: Client) -> None:
        delete_project(project)
        page = text(founder_client.get(reverse("project_list")))
        assert at("project_undelete", project) in page
        assert f'href="{at("project_detail", project)}"' not in page
        assert founder_client.post(at("project_undelete", project))["Location"] == at(
            "project_detail", project
        )

    @pytest.mark.django_db(transaction=True)
    def test_what_was_deleted_too_long_ago_is_told(
        self, project: Project, founder_client: Client
    ) -> None:
        Project.objects.update(deleted_at=timezone.now() - KEEP_DELETED - timedelta(minutes=1))
        response = founder_client.post(at("project_undelete", project), follow=True)
        assert "gone for good" in text(response)
        assert not Project.objects.active().exists()

    @pytest.mark.django_db(transaction=True)
    def test_a_stranger_cannot_bring_it_back(
        self, project: Project, stranger_client: Client
    ) -> None:
        delete_project(project)
        assert stranger_client.post(at("project_undelete", project)).status_code == 404
        page = text(stranger_client.get(reverse("project_list"), {"deleted": str(project.pk)}))
        assert project.name not in page
        assert not Project.objects.active().exists()

    def test_a_get_of_the_undo_changes_nothing(
        self, project: Project, founder_client: Client
    ) -> None:
        delete_project(project)
        assert founder_client.get(at("project_undelete", project))["Location"] == reverse(
            "project_list"
        )
        assert not Project.objects.active().exists()


class TestDuplicate:
    def test_it_shows_the_copy(self, written_project: Project, founder_client: Client) -> None:
        response = founder_client.post(at("project_duplicate", written_project))
        copy = Project.objects.exclude(pk=written_project.pk).get()
        assert response["Location"] == at("project_detail", copy)
        assert copy.owner == written_project.owner
        assert "Shelfwise (copy)" in text(founder_client.get(at("project_detail", copy)))

    def test_every_document_of_the_copy_can_be_read(
        self, written_project: Project, founder_client: Client
    ) -> None:
        founder_client.post(at("project_duplicate", written_project))
        copy = Project.objects.exclude(pk=written_project.pk).get()
        for artifact in copy.documents():
            assert (
                founder_client.get(
                    reverse("artifact_detail", args=[copy.pk, artifact.type])
                ).status_code
                == 200
            )

    def test_a_get_copies_nothing(self, project: Project, founder_client: Client) -> None:
        assert founder_client.get(at("project_duplicate", project))["Location"] == at(
            "project_detail", project
        )
        assert Project.objects.count() == 1


class TestStaff:
    @pytest.fixture
    def staff_client(self) -> Client:
        client = Client()
        client.force_login(make_user(is_staff=True, is_superuser=True))
        return client

    def test_the_command_says_that_a_project_was_deleted(self, project: Project) -> None:
        delete_project(project)
        for name in (project.name, str(project.pk)):
            with pytest.raises(CommandError, match="was deleted"):
                call_command("regenerate", name)

    def test_the_command_finds_the_one_that_is_left_of_two_with_the_same_name(
        self, project: Project
    ) -> None:
        delete_project(make_project(name=project.name))
        call_command("regenerate", project.name, dry_run=True)

    def test_the_admin_shows_and_brings_back(self, project: Project, staff_client: Client) -> None:
        delete_project(project)
        listing = reverse("admin:artifacts_project_changelist")
        assert project.name in text(staff_client.get(listing, {"kind": "deleted"}))
        assert "0 projects" in text(staff_client.get(listing, {"kind": "draft"}))
        act = {"action": "undelete", "_selected_action": [str(project.pk)]}
        assert f'value="{project.pk}"' in text(staff_client.post(listing, act))
        assert "say why" in text(
            staff_client.post(listing, {**act, "confirmed": "yes", "reason": " "})
        )
        assert not Project.objects.active().exists()
        staff_client.post(listing, {**act, "confirmed": "yes", "reason": "Asked for by mail"})
        assert Project.objects.active().exists()
        assert "Asked for by mail" in LogEntry.objects.latest("pk").change_message
        again = staff_client.post(
            listing, {**act, "confirmed": "yes", "reason": "Once more"}, follow=True
        )
        assert f"{project.name} was not deleted" in text(again)
