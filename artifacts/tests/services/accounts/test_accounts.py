"""What is a founder's by law: a copy of everything, and that all of it goes.

And what goes by itself after a while.
"""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

import pypdf
import pytest
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.accounts.roles import Role
from artifacts.accounts.staff_actions import allow_daily
from artifacts.exceptions import AccountRefused
from artifacts.models import GenerationAttempt, GuestNote, KeptUsage, Project, User
from artifacts.schemas import GENERATION_ORDER
from artifacts.services.accounts.founder_data import erase_account, write_archive
from artifacts.services.operations.retention import delete_outdated
from artifacts.services.projects.lifecycle import KEEP_DELETED, delete_project
from artifacts.tests.support.factories import (
    PASSWORD,
    GuestNoteFactory,
    ProjectFactory,
    claim_all,
    make_project,
    make_staff,
    make_user,
    write,
)
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def read(file: IO[bytes] | Path) -> dict[str, str]:
    """Return the texts of a copy; of a PDF what is in it."""
    with zipfile.ZipFile(file) as archive:
        return {name: _text(name, archive.read(name)) for name in archive.namelist()}


def _text(name: str, content: bytes) -> str:
    if not name.endswith(".pdf"):
        return content.decode()
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def copy_of(founder: User, **limits: float) -> dict[str, str]:
    file = io.BytesIO()
    write_archive(founder, file, **limits)
    return read(file)


def age(row: Any, **fields: Any) -> None:
    type(row).objects.filter(pk=row.pk).update(**fields)


# A copy


def test_the_copy_holds_what_the_founder_told_wrote_and_was_written(founder: User) -> None:
    project = make_project(founder, written=True, target_user="Owners of shops")
    note = GuestNoteFactory.create(link__project=project, text="A guest's words")
    files = copy_of(founder)
    assert json.loads(files["account.json"])["email"] == founder.email
    told = json.loads(files["projects/001/project.json"])
    assert told["name"] == project.name
    assert told["answers"]["target_user"] == "Owners of shops"
    assert [one["document"] for one in told["documents"]] == [one.value for one in GENERATION_ORDER]
    assert told["documents"][0]["current"]["target_user"] == "Owners of small shops."
    assert len(told["receipts"]) == 5
    assert told["notes_of_guests"][0]["text"] == note.text
    assert "Owners of small shops." in files["projects/001/documents.md"]


def test_the_copy_holds_no_more_of_documents_than_the_plan_opens() -> None:
    files = copy_of(make_project(make_user(Tier.BOOTSTRAPPER), written=True).owner)
    assert "SECRET-" not in "".join(files.values())
    files = copy_of(make_project(make_user(Tier.PARTNER), written=True).owner)
    assert "SECRET-BUSINESS" in "".join(files.values())
    assert "SECRET-STRATEGIC" not in "".join(files.values())


def test_the_copy_holds_neither_password_nor_keys_nor_another_founders_project(
    founder: User, stranger: User
) -> None:
    make_project(stranger, name="Of a stranger", written=True)
    link = GuestNoteFactory.create(link__project=make_project(founder, written=True)).link
    text = "".join(copy_of(founder).values())
    for secret in (founder.password, link.token_hash, "Of a stranger", stranger.email):
        assert secret not in text


def test_each_project_is_a_pdf_too_as_far_as_the_plan_opens_it() -> None:
    owner = make_user(Tier.PARTNER)
    make_project(owner, name="Shelfwise", written=True)
    make_project(owner, name="Not written")
    files = copy_of(owner)
    assert "SECRET-BUSINESS" in files["projects/001/documents.pdf"]
    assert "SECRET-STRATEGIC" not in files["projects/001/documents.pdf"]
    assert "projects/002/documents.pdf" not in files
    assert "no PDF" not in files["README.txt"]


def test_a_large_account_waits_for_few_pdfs_and_is_told_which_are_missing(founder: User) -> None:
    make_project(founder, name="First", written=True)
    files = copy_of(founder, pdf_seconds=0)
    assert "projects/001/documents.pdf" not in files
    assert "projects/001/documents.md" in files
    assert "there is no PDF of these" in files["README.txt"]
    assert "projects/001: First" in files["README.txt"]


def test_a_founder_downloads_it_from_the_account_page(
    founder: User, founder_client: Client
) -> None:
    make_project(founder, written=True)
    page = founder_client.get(reverse("account")).content.decode()
    assert reverse("account_data") in page
    response = founder_client.get(reverse("account_data"))
    assert response["Content-Type"] == "application/zip"
    assert "no-store" in response["Cache-Control"]
    assert "projects/001/documents.md" in read(io.BytesIO(b"".join(response)))


def test_the_command_writes_a_new_file_for_its_owner_alone(founder: User, tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    call_command("export_account", founder.email.upper(), output=file)
    assert file.stat().st_mode & 0o077 == 0
    assert "account.json" in read(file)
    with pytest.raises(CommandError, match="exists already"):
        call_command("export_account", founder.email, output=file)
    with pytest.raises(CommandError, match="There is no account of nobody"):
        call_command("export_account", "nobody@example.com", output=tmp_path / "other")


# That all of it goes


def everything_of(founder: User) -> str:
    """Return all that is stored in all tables, as a text."""
    return "\n".join(
        str(row) for model in apps.get_models() for row in model._base_manager.values()
    )


def test_nothing_of_an_erased_account_is_left_but_sums(founder: User, stranger: User) -> None:
    project = make_project(founder, name="PLANTED name", written=True)
    GuestNoteFactory.create(link__project=project, text="PLANTED words of a guest")
    deleted = make_project(founder, name="PLANTED deleted")
    delete_project(deleted)
    allow_daily(founder, documents=3, by=make_staff(Role.OWNER), reason="PLANTED reason")
    kept = make_project(stranger, written=True)
    client = Client()
    client.force_login(founder)
    session = client.session
    session["unsent"] = {"/": "PLANTED typed"}
    session.save()
    address, key = founder.email, founder.pk
    assert erase_account(founder) == 2
    stored = everything_of(founder)
    assert "PLANTED" not in stored
    assert address not in stored
    assert not LogEntry.objects.filter(object_id=str(key)).exists()
    assert not Session.objects.filter(pk=session.session_key).exists()
    assert list(Project.objects.all()) == [kept]
    (sums,) = KeptUsage.objects.all()
    assert (sums.runner, sums.model, sums.attempts, sums.documents) == ("fake", "stub-1", 5, 5)
    assert (sums.tokens_in, sums.tokens_out) == (50, 100)


def test_what_is_being_written_is_stopped_first(founder: User) -> None:
    project = make_project(founder)
    claim = claim_all(project)
    erase_account(founder)
    write(claim)
    assert not Project.objects.exists()
    assert not GenerationAttempt.objects.exists()


def test_an_account_of_staff_is_not_erased(founder: User) -> None:
    staff = make_staff()
    with pytest.raises(AccountRefused):
        erase_account(staff)
    with pytest.raises(CommandError, match="account of staff"):
        call_command("erase_account", staff.email, yes=True)
    assert User.objects.filter(pk=staff.pk).exists()


def test_the_command_says_first_what_would_go(
    founder: User, capsys: pytest.CaptureFixture[str]
) -> None:
    make_project(founder)
    call_command("erase_account", founder.email)
    assert "with 1 project(s). Nothing was changed" in capsys.readouterr().out
    assert User.objects.filter(pk=founder.pk).exists()
    call_command("erase_account", founder.email, yes=True)
    assert not User.objects.filter(pk=founder.pk).exists()


@pytest.fixture
def signed_in(founder: User) -> Client:
    founder.set_password(PASSWORD)
    founder.save()
    client = Client()
    client.force_login(founder)
    return client


@pytest.fixture
def confirmed(signed_in: Client) -> Client:
    """A founder who has given the password a moment ago."""
    response = signed_in.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert response.status_code == 302
    return signed_in


def test_deleting_asks_for_the_password_again(signed_in: Client, founder: User) -> None:
    response = signed_in.post(reverse("account_delete"), {"confirm": "on"})
    assert response.status_code == 302
    assert reverse("account_reauthenticate") in response["Location"]
    assert User.objects.filter(pk=founder.pk).exists()


def test_with_no_days_to_undo_it_the_account_goes_at_once(
    confirmed: Client, founder: User, settings: Any
) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "closed_accounts": 0}
    assert "This happens at once" in confirmed.get(reverse("account_delete")).content.decode()
    response = confirmed.post(reverse("account_delete"), {"confirm": "on"}, follow=True)
    assert "Your account and everything in it is deleted." in response.content.decode()
    assert not User.objects.filter(pk=founder.pk).exists()
    assert confirmed.get(reverse("account")).status_code == 302


# What goes by itself


def test_nothing_goes_unless_the_settings_say_so(written_project: Project) -> None:
    GenerationAttempt.objects.update(finished_at=NOW - timedelta(days=4_000))
    assert delete_outdated(NOW) == {"attempts": 0, "drafts": 0, "guest_notes": 0}


def test_old_receipts_become_sums_but_for_those_of_current_versions(
    written_project: Project, settings: Any
) -> None:
    write(claim_all(written_project))
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "attempts": 90}
    old, day = NOW - timedelta(days=91), (NOW - timedelta(days=91)).date()
    GenerationAttempt.objects.update(finished_at=old)
    assert delete_outdated(NOW)["attempts"] == 5
    assert set(GenerationAttempt.objects.values_list("version_written", flat=True)) == {2}
    assert KeptUsage.objects.get().day == day
    assert delete_outdated(NOW)["attempts"] == 0
    assert KeptUsage.objects.get().attempts == 5


def test_young_and_open_receipts_stay(project: Project, settings: Any) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "attempts": 90}
    claim_all(project)
    GenerationAttempt.objects.update(created_at=NOW - timedelta(days=91))
    assert delete_outdated(NOW)["attempts"] == 0


def test_sums_of_several_erasures_add_up(settings: Any) -> None:
    for _ in range(2):
        erase_account(make_project(make_user(), written=True).owner)
    assert [(one.attempts, one.tokens_in) for one in KeptUsage.objects.all()] == [(10, 100)]


def test_an_interview_that_nobody_finished_is_hidden_and_then_purged(
    founder: User, settings: Any
) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "drafts": 60}
    draft, fresh = (ProjectFactory.create(owner=founder, draft=True) for _ in range(2))
    finished = make_project(founder)
    for row in (draft, finished):
        age(row, updated_at=NOW - timedelta(days=61))
    assert delete_outdated(NOW)["drafts"] == 1
    draft.refresh_from_db()
    assert draft.deleted_at == NOW
    assert set(Project.objects.active()) == {fresh, finished}
    assert KEEP_DELETED.days == 30


def test_a_hidden_note_of_a_guest_goes_and_others_stay(
    written_project: Project, settings: Any
) -> None:
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "guest_notes": 30}
    notes = [
        GuestNoteFactory.create(link__project=written_project, text=f"Note {number}")
        for number in range(3)
    ]
    long_ago = NOW - timedelta(days=31)
    age(notes[0], state=GuestNote.State.HIDDEN, moderated_at=long_ago)
    age(notes[1], state=GuestNote.State.APPROVED, moderated_at=long_ago)
    age(notes[2], created_at=long_ago)
    assert delete_outdated(NOW)["guest_notes"] == 1
    assert GuestNote.objects.count() == 2


def test_each_call_deletes_a_part(
    written_project: Project, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artifacts.services.operations.retention.AT_ONCE", 2)
    write(claim_all(written_project))
    settings.RETENTION_DAYS = {**settings.RETENTION_DAYS, "attempts": 90}
    GenerationAttempt.objects.update(finished_at=NOW - timedelta(days=91))
    assert [delete_outdated(NOW)["attempts"] for _ in range(4)] == [2, 2, 1, 0]
