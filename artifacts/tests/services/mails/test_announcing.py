"""Founders are told by email what happened while they were away: once, and as it was."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts import tasks
from artifacts.accounts.notices import Notice
from artifacts.generation.claims import Claim, Edits, Requester, cancel_generation
from artifacts.generation.writer import write_claim
from artifacts.models import GenerationAttempt, GuestNote, Mail, Project, User
from artifacts.runners.base import PermanentRunnerError
from artifacts.schemas import ArtifactType
from artifacts.services.accounts.preferences import set_mails
from artifacts.services.editing.manual_edits import edit_section, fingerprint
from artifacts.services.mails import announcing
from artifacts.services.mails.announcing import announce_documents, announce_guest_notes
from artifacts.services.projects.lifecycle import delete_project
from artifacts.services.sharing.guest_notes import moderate
from artifacts.tests.support.factories import (
    PLAIN,
    GuestNoteFactory,
    ShareLinkFactory,
    StubRunner,
    claim_all,
    make_project,
    make_staff,
    make_user,
)
from artifacts.tiers import Tier

Trigger = GenerationAttempt.Trigger


@pytest.fixture(autouse=True)
def nobody_looks(settings: Any) -> None:
    caches["live"].clear()
    settings.SITE_URL = "https://cofounder.example"


def order(project: Project, by: User | None = None, **changes: Any) -> Claim:
    """An order of the founder's that was made a while ago."""
    asked = Requester(Trigger.FOUNDER, by or project.owner)
    cascade = claim_all(project, trigger=asked, **changes)
    a_while_ago = timezone.now() - timedelta(minutes=5)
    GenerationAttempt.objects.of(cascade.token).update(created_at=a_while_ago)
    return cascade


def fails_at(document: ArtifactType) -> StubRunner:
    def fail(artifact_type: ArtifactType) -> None:
        if artifact_type is document:
            raise PermanentRunnerError("secret detail", message="The writer had no ink.")

    return StubRunner(before=fail)


def write_and_tell(cascade: Claim, runner: Any = None) -> list[Mail]:
    write_claim(cascade, runner=runner or StubRunner())
    announce_documents(cascade.project_id, cascade.token, now=timezone.now())
    return list(Mail.objects.order_by("pk"))


@pytest.mark.django_db(transaction=True)
class TestDocuments:
    def test_one_email_tells_of_all_documents_of_an_order(self, project: Project) -> None:
        (mail,) = write_and_tell(order(project))
        assert (mail.user, mail.subject) == (project.owner, f"Ready: {project.name}")
        for document in ArtifactType:
            assert document.label in mail.text
        address = reverse("artifact_detail", args=[project.pk, "milestones"])
        assert f"https://cofounder.example{address}" in mail.text
        assert "could not" not in mail.text

    def test_what_failed_is_told_as_it_is_on_the_page(self, project: Project) -> None:
        (mail,) = write_and_tell(order(project), fails_at(ArtifactType.MVP_SCOPE))
        assert mail.subject == f"Not everything could be written: {project.name}"
        assert "MVP Scope: The writer had no ink." in mail.text
        assert "Not written, because they build on one that failed:" in mail.text
        assert "secret detail" not in mail.text

    def test_nothing_written_is_not_called_ready(self, project: Project) -> None:
        (mail,) = write_and_tell(order(project), fails_at(ArtifactType.BRIEF))
        assert mail.subject == f"Could not be written: {project.name}"
        assert "ready" not in mail.text.partition("\n-- \n")[0]

    def test_a_new_version_that_waits_is_told_as_such(self, founder: User) -> None:
        project = make_project(founder, written=True)
        edit_section(
            project.artifacts.get(artifact_type="brief"),
            section="problem_statement",
            value="By hand.",
            base=fingerprint(PLAIN[ArtifactType.BRIEF]["problem_statement"]),
            editor=founder,
            tier=founder.get_tier(),
        )
        (mail,) = write_and_tell(order(project, edits=Edits.REVIEW))
        assert "their new versions wait for your decision:" in mail.text
        assert "/proposal/" in mail.text

    def test_it_comes_in_the_founders_language_with_their_name(self, project: Project) -> None:
        User.objects.filter(pk=project.owner_id).update(language="de", first_name="Ada")
        (mail,) = write_and_tell(order(project))
        assert mail.subject == f"Fertig: {project.name}"
        assert "Hallo Ada," in mail.text

    def test_names_are_not_escaped(self, founder: User) -> None:
        (mail,) = write_and_tell(order(make_project(founder, name="Ham & <Eggs>")))
        assert mail.subject == "Ready: Ham & <Eggs>"

    def test_not_while_the_page_is_open(self, project: Project) -> None:
        cascade = order(project)
        client = Client()
        client.force_login(project.owner)
        client.get(reverse("project_detail", args=[project.pk]))
        assert write_and_tell(cascade) == []

    def test_many_looks_of_one_page_ask_the_cache_once(self, monkeypatch: Any) -> None:
        asked: list[str] = []
        get = caches["live"].get

        def note_and_get(key: str) -> Any:
            asked.append(key)
            return get(key)

        monkeypatch.setattr(caches["live"], "get", note_and_get)
        page = uuid.uuid4()
        for _ in range(5):
            announcing.note_look(page)
        assert len(asked) == 1
        assert announcing._is_looking(page)

    def test_a_page_of_another_project_is_not_this_one(self, project: Project) -> None:
        announcing.note_look(uuid.uuid4())
        assert len(write_and_tell(order(project))) == 1

    def test_not_for_what_took_less_than_a_minute(self, project: Project) -> None:
        asked = Requester(Trigger.FOUNDER, project.owner)
        assert write_and_tell(claim_all(project, trigger=asked)) == []

    def test_not_for_what_staff_or_a_command_asked_for(self, project: Project) -> None:
        by_staff = Requester(Trigger.STAFF, make_staff(), "Refreshed")
        cascade = claim_all(project, trigger=by_staff)
        GenerationAttempt.objects.update(created_at=timezone.now() - timedelta(minutes=5))
        assert write_and_tell(cascade) == []

    def test_not_where_nobody_wants_it(self, project: Project) -> None:
        set_mails(project.owner, Notice.DOCUMENTS_READY, wanted=False)
        assert write_and_tell(order(project)) == []

    def test_not_for_what_the_founder_cancelled(self, project: Project) -> None:
        cascade = order(project)
        cancel_generation(project, note="No longer wanted")
        announce_documents(project.pk, cascade.token, now=timezone.now())
        assert not Mail.objects.exists()

    def test_what_another_worker_goes_on_with_is_not_told_yet(self, project: Project) -> None:
        """A cascade that is taken up has another token, and is still one order."""
        cascade = order(project)
        GenerationAttempt.objects.of(cascade.token).update(request_id="request-1")
        brief = GenerationAttempt.objects.get(artifact__artifact_type="brief")
        GenerationAttempt.objects.filter(pk=brief.pk).close(
            GenerationAttempt.Outcome.POSTPONED, now=timezone.now()
        )
        brief.again(now=timezone.now())
        announce_documents(project.pk, cascade.token, now=timezone.now())
        assert not Mail.objects.exists()
        other = uuid.uuid4()
        project.artifacts.update(generation_token=other)
        GenerationAttempt.objects.open().update(token=other)
        (mail,) = write_and_tell(Claim(project.pk, other))
        for document in ArtifactType:
            assert mail.text.count(f"- {document.label}") == 1

    def test_a_worker_tells_once_however_often_it_is_woken(self, project: Project) -> None:
        cascade = order(project)
        for _ in range(2):
            tasks.write_cascade(str(cascade.project_id), str(cascade.token))
        assert Mail.objects.count() == 1


@pytest.mark.django_db
class TestGuestNotes:
    def test_a_note_is_told_with_who_where_and_what(self, written_project: Project) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        GuestNoteFactory.create(link=link, name="Jo", text="Why <now>?\nReally?")
        assert announce_guest_notes(timezone.now()) == 1
        mail = Mail.objects.get()
        assert mail.subject == f"A guest’s note on {written_project.name}"
        assert "Jo on Product Brief:\n> Why <now>?\n> Really?" in mail.text
        assert reverse("project_share", args=[written_project.pk]) in mail.text
        assert mail.unsubscribe_url

    def test_notes_of_an_hour_are_collected(self, written_project: Project) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        GuestNoteFactory.create(link=link)
        now = timezone.now()
        announce_guest_notes(now)
        GuestNoteFactory.create(link=link, name="Kim")
        GuestNoteFactory.create(link=link, name="Lou")
        assert announce_guest_notes(now + timedelta(minutes=59)) == 0
        assert announce_guest_notes(now + timedelta(minutes=61)) == 1
        assert announce_guest_notes(now + timedelta(minutes=62)) == 0
        mail = Mail.objects.latest("pk")
        assert mail.subject.startswith("2 notes of guests")
        assert "Kim" in mail.text
        assert "Jo on" not in mail.text

    def test_another_project_does_not_wait_for_this_one(self, founder: User) -> None:
        for name in ("One", "Two"):
            project = make_project(founder, name=name, written=True)
            link = ShareLinkFactory.create(project=project, allows_notes=True)
            GuestNoteFactory.create(link=link)
            announce_guest_notes(timezone.now())
        assert Mail.objects.count() == 2

    def test_a_long_note_is_quoted_in_part_and_many_are_counted(
        self, written_project: Project
    ) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        for _ in range(announcing.NOTES_TOLD + 2):
            GuestNoteFactory.create(link=link, text="word " * 300)
        announce_guest_notes(timezone.now())
        text = Mail.objects.get().text
        assert text.count("> ") == announcing.NOTES_TOLD
        assert "… and 2 more." in text
        assert len(text) < 10_000

    def test_what_the_founder_has_dealt_with_is_not_told(self, written_project: Project) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        note = GuestNoteFactory.create(link=link)
        now = timezone.now()
        moderate(written_project, note.pk, shown=True, tier=Tier.CTO_SCALE, now=now)
        assert announce_guest_notes(now) == 0
        assert not Mail.objects.exists()
        assert not GuestNote.objects.filter(told_at=None).exists()

    def test_words_about_what_the_plan_does_not_open_are_not_told(self, db: None) -> None:
        """Rule I-8: a guest may have read more than the founder's plan opens by now."""
        project = make_project(make_user(Tier.BOOTSTRAPPER), written=True)
        link = ShareLinkFactory.create(project=project, allows_notes=True)
        GuestNoteFactory.create(link=link, tier=Tier.CTO_SCALE, text="About scalability")
        assert announce_guest_notes(timezone.now()) == 0
        assert not Mail.objects.exists()

    def test_who_asks_for_these_emails_later_is_not_told_of_old_notes(
        self, written_project: Project
    ) -> None:
        owner = written_project.owner
        set_mails(owner, Notice.GUEST_NOTES, wanted=False)
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        GuestNoteFactory.create(link=link)
        announce_guest_notes(timezone.now())
        set_mails(owner, Notice.GUEST_NOTES, wanted=True)
        assert announce_guest_notes(timezone.now() + timedelta(hours=2)) == 0
        assert not Mail.objects.exists()

    def test_notes_on_a_deleted_project_are_not_told(self, written_project: Project) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        GuestNoteFactory.create(link=link)
        delete_project(written_project)
        assert announce_guest_notes(timezone.now()) == 0

    def test_the_thread_that_sends_mails_orders_them(
        self, written_project: Project, mailoutbox: list[Any]
    ) -> None:
        link = ShareLinkFactory.create(project=written_project, allows_notes=True)
        GuestNoteFactory.create(link=link)
        tasks.send_mails()
        assert len(mailoutbox) == 1
