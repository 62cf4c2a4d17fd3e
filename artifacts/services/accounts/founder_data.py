"""A founder's legal rights: a copy of all their data, and its deletion."""

from __future__ import annotations

import json
import logging
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from artifacts.exceptions import AccountRefused, ExportFailed
from artifacts.exporters import Format
from artifacts.generation.claims import cancel_generation
from artifacts.models import (
    Artifact,
    Branding,
    GenerationAttempt,
    GuestNote,
    Project,
    ShareLink,
    User,
)
from artifacts.models.stored import dump_edits
from artifacts.models.testing import COPIED
from artifacts.services.assumptions.testing import list_tests
from artifacts.services.files.exporting import order_export
from artifacts.services.operations.retention import keep_usage
from artifacts.tiers import Tier

logger = logging.getLogger(__name__)

PDF_SECONDS = 20.0
"""For how long PDFs are made for a copy that a founder waits for, in a thread of the web server."""

_ACCOUNT = (
    "email",
    "username",
    "first_name",
    "last_name",
    "date_joined",
    "last_login",
    "tier",
    "daily_documents",
    "language",
    "time_zone",
    "mail_documents_ready",
    "mail_guest_notes",
    "mail_answers",
    "mail_weekly",
    "erase_at",
    "first_exported_at",
    "weekly_mailed_on",
)
_PROJECT = (
    "id",
    "name",
    "idea",
    "answers",
    "facts",
    "ticks",
    "language",
    "created_at",
    "updated_at",
    "deleted_at",
)
_LINK = (
    "label",
    "documents",
    "tier",
    "expires_at",
    "revoked_at",
    "view_count",
    "last_viewed_at",
    "created_at",
)
_PLAN_REQUEST = ("tier", "state", "word", "created_at", "answered_at")
_TEST = (*COPIED, "updated_at")
_GUEST_NOTE = ("artifact_type", "section", "assumption", "name", "text", "state", "created_at")
_RECEIPT = (
    *(
        "artifact__artifact_type",
        "trigger",
        "edits",
        "wish",
        "runner",
        "model",
        "outcome",
        "version_written",
    ),
    *(
        "tokens_in",
        "tokens_out",
        "requests",
        "cost_usd",
        "duration_seconds",
        "created_at",
        "finished_at",
    ),
)


def write_archive(user: User, file: IO[bytes], *, pdf_seconds: float | None = PDF_SECONDS) -> None:
    """Write a ZIP with everything we have of a founder: JSON for machines, and each project as
    Markdown and PDF.

    Of documents it holds what their plan opens, as everywhere. Passwords and keys are not part of
    it. A PDF takes seconds, so none is begun after `pdf_seconds`, the newest projects coming first;
    README.txt names those that have none. None is no limit.
    """
    deadline = None if pdf_seconds is None else time.monotonic() + pdf_seconds
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("account.json", _json(_account(user)))
        written = []
        for number, project in enumerate(user.projects.order_by("created_at"), start=1):
            folder = f"projects/{number:03d}"
            archive.writestr(f"{folder}/project.json", _json(_project(project, user.get_tier())))
            text = _exported(project, user.get_tier(), Format.MARKDOWN)
            if text:
                archive.writestr(f"{folder}/documents.md", text)
                written.append((folder, project))
        without = list(_add_pdfs(archive, reversed(written), user.get_tier(), deadline))
        archive.writestr(
            "README.txt",
            render_to_string("account/archive.txt", {"without": without, "user": user}),
        )


def _add_pdfs(
    archive: zipfile.ZipFile,
    projects: Iterable[tuple[str, Project]],
    tier: Tier,
    deadline: float | None,
) -> Iterator[tuple[str, Project]]:
    """Add a PDF of each project until the deadline, and yield those that got none."""
    for folder, project in projects:
        is_late = deadline is not None and time.monotonic() >= deadline
        content = b"" if is_late else _exported(project, tier, Format.PDF)
        if content:
            # It is compressed already.
            archive.writestr(f"{folder}/documents.pdf", content, zipfile.ZIP_STORED)
        else:
            yield folder, project


def erase_account(user: User) -> int:
    """Delete an account with all that belongs to it, for good, and return how many projects that
    were.

    What remains are sums of what writing took by day, which name nobody. Raises AccountRefused for
    staff, whose log entries others rely on; take their rights away first.
    """
    if user.is_staff or user.is_superuser:
        raise AccountRefused(
            "This is an account of staff. Take its rights away first, in the admin."
        )
    projects = Project.objects.filter(owner=user)
    for project in projects:
        cancel_generation(project, note="The account was deleted")
    with transaction.atomic():
        User.objects.select_for_update(of=("self",)).get(pk=user.pk)
        attempts = GenerationAttempt.objects.filter(artifact__project__owner=user)
        list(Artifact.objects.filter(project__owner=user).only("pk").locked())
        keep_usage(attempts)
        number = projects.count()
        for project in projects:
            project.delete()
        about = ContentType.objects.get_for_model(User)
        LogEntry.objects.filter(content_type=about, object_id=str(user.pk)).delete()
        key = user.pk
        user.delete()
        _end_sessions(key)
    logger.info("Erased user %s with %s projects", key, number)
    return number


def _end_sessions(user_id: int) -> None:
    """Delete the sessions of a user, which may hold text that was typed while signed out."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(user_id):
            session.delete()


def _account(user: User) -> dict[str, Any]:
    brand = Branding.objects.filter(owner=user).values("name", "colour", "updated_at").first()
    about = ContentType.objects.get_for_model(User)
    entries = LogEntry.objects.filter(content_type=about, object_id=str(user.pk)).order_by(
        "action_time"
    )
    return {
        **{name: getattr(user, name) for name in _ACCOUNT},
        "brand": brand,
        "plan_requests": list(user.plan_requests.order_by("created_at").values(*_PLAN_REQUEST)),
        "mails_waiting": list(user.mails.order_by("pk").values("subject", "text", "created_at")),
        "what_staff_did": [
            {"at": entry.action_time, "what": entry.get_change_message()} for entry in entries
        ],
    }


def _project(project: Project, tier: Tier) -> dict[str, Any]:
    links = ShareLink.objects.filter(project=project)
    receipts = GenerationAttempt.objects.filter(artifact__project=project).order_by("pk")
    return {
        **{name: getattr(project, name) for name in _PROJECT},
        "documents": [_document(row, tier) for row in project.documents() if row.pk],
        "receipts": list(receipts.values(*_RECEIPT)),
        "tests": [
            {name: getattr(test, name) for name in _TEST} for test in list_tests(project, tier)
        ],
        "share_links": list(links.order_by("created_at").values(*_LINK)),
        "notes_of_guests": list(
            GuestNote.objects.filter(link__project=project)
            .fit_for(tier)
            .order_by("created_at")
            .values(*_GUEST_NOTE)
        ),
    }


def _document(row: Artifact, tier: Tier) -> dict[str, Any]:
    readable = {section.name for section in row.type.content_class.access(tier).readable}

    def opened(content: Mapping[str, Any] | None) -> dict[str, Any] | None:
        return (
            None
            if content is None
            else {name: value for name, value in content.items() if name in readable}
        )

    return {
        "document": row.artifact_type,
        "version": row.content_version,
        "current": opened(row.current_content),
        "previous": opened(row.previous_content),
        "proposed": opened(waiting.content) if (waiting := row.stored_proposal) else None,
        "edited_sections": opened(dump_edits(row.edits)),
        "still_fits": row.fitting.dump() if row.fitting else None,
        "notes": row.annotations,
    }


def _exported(project: Project, tier: Tier, file_format: Format) -> bytes:
    try:
        return order_export(project, tier=tier, file_format=file_format).file().content
    except ExportFailed:
        # Nothing is written yet, it cannot be read as it is stored, or too many PDFs are being made
        # at this moment; the JSON has it all the same.
        return b""


def _json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
