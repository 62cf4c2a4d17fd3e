"""How far builders are: what their files say of our features and milestones. Stores nothing."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artifacts.exceptions import ArtifactsError
from artifacts.exporters import Format
from artifacts.exporters.builders.handover import Handover, unplanned_title
from artifacts.importing import MAX_BYTES, MAX_LINES, Unreadable
from artifacts.importing.progress import (
    MAX_ARCHIVE_BYTES,
    MAX_FILES,
    MAX_TOTAL_BYTES,
    FormProgress,
    PlannedFeature,
    PlannedMilestone,
    ProgressState,
    Refusal,
    RefusedFile,
    read_evidence,
    report_of,
)
from artifacts.models import Project
from artifacts.services.files.exporting import order_export
from artifacts.text import gettext_noop
from artifacts.tiers import Tier


class ProgressFailed(ArtifactsError):
    """Raised when a file cannot be read back; names the file and says what to do."""


def read_progress(
    project: Project, files: Iterable[tuple[str, bytes]], *, tier: Tier
) -> tuple[FormProgress, ...]:
    """Return how far each feature and milestone of `project` is, by each tool that has a file.

    `files` are names with contents: archives of a repository, files of it by their paths, or CSV
    exports of Linear. Raises ProgressFailed for a file that cannot be read, and ExportFailed if
    there is nothing to build.
    """
    handover = order_export(project, tier=tier, file_format=Format.BUILDERS).handover()
    try:
        evidence = read_evidence(files)
    except RefusedFile as error:
        raise ProgressFailed(
            _("%(file)s: %(reason)s") % {"file": error.name, "reason": _reason(error)}
        ) from error
    features = [PlannedFeature(f.id, f.title, len(f.criteria)) for f in handover.features]
    milestones = list(_milestones(handover))
    return tuple(report_of(found, features, milestones) for found in evidence)


def state_label(state: ProgressState) -> str:
    """Return the words for a state, in the active language."""
    return _(_STATES[state])


def count_text(done: int, total: int, *, is_of_features: bool = False) -> str:
    """Return how many criteria, or features, are done; "" where nothing is counted."""
    if not total:
        return ""
    if is_of_features:
        words = ngettext("%(done)s of %(total)s feature", "%(done)s of %(total)s features", total)
    else:
        words = ngettext("%(done)s of %(total)s criterion", "%(done)s of %(total)s criteria", total)
    return words % {"done": done, "total": total}


def _milestones(handover: Handover) -> Iterable[PlannedMilestone]:
    for milestone in handover.milestones:
        yield PlannedMilestone(
            milestone.id, milestone.title, tuple(f.id for f in milestone.features)
        )
    if handover.unplanned:
        yield PlannedMilestone("", unplanned_title(), tuple(f.id for f in handover.unplanned))


def _reason(error: RefusedFile) -> str:
    sizes = {
        "mb": MAX_BYTES // 1_000_000,
        "all_mb": MAX_TOTAL_BYTES // 1_000_000,
        "files": MAX_FILES,
    }
    sizes |= {"lines": MAX_LINES, "zip_mb": MAX_ARCHIVE_BYTES // 1_000_000}
    return _(_SENTENCES[error.reason]) % sizes


_STATES = {
    ProgressState.MISSING: gettext_noop("Not in these files"),
    ProgressState.OPEN: gettext_noop("Not started"),
    ProgressState.STARTED: gettext_noop("Started"),
    ProgressState.DONE: gettext_noop("Done"),
    ProgressState.DROPPED: gettext_noop("Dropped"),
}
_SENTENCES: dict[Refusal | Unreadable, str] = {
    Unreadable.TOO_BIG: gettext_noop("This file is larger than %(mb)s MB. Nothing was read."),
    Unreadable.TOO_LONG: gettext_noop("This file has more than %(lines)s lines. Nothing was read."),
    Unreadable.NOT_UTF8: gettext_noop(
        "This file is not text in UTF-8. Export it again, or save it as UTF-8."
    ),
    Unreadable.NUL: gettext_noop("This file has NUL characters in it, so it is not text."),
    Unreadable.EMPTY: gettext_noop("This file is empty."),
    Refusal.ARCHIVE_TOO_BIG: gettext_noop(
        "This archive is larger than %(zip_mb)s MB. Pack only openspec/ and backlog/."
    ),
    Refusal.NOT_AN_ARCHIVE: gettext_noop("This is a damaged ZIP archive. Make it again."),
    Refusal.ENCRYPTED: gettext_noop("This archive has a password. Make one without."),
    Refusal.TOO_MANY: gettext_noop(
        "There are more than %(files)s files of tasks in it. Nothing was read."
    ),
    Refusal.TOO_MUCH: gettext_noop(
        "Its files have more than %(all_mb)s MB together. Nothing was read."
    ),
    Refusal.NOTHING_IN_IT: gettext_noop(
        "There are no tasks in it: we look for openspec/changes/.../tasks.md and for"
        " backlog/tasks/. Upload a CSV file from Linear on its own."
    ),
    Refusal.NOT_OURS: gettext_noop(
        "We cannot tell what this is. We read a ZIP of the repository, the tasks.md of an "
        "OpenSpec change, a task of "
        "Backlog.md, and the CSV that Linear exports."
    ),
    Refusal.NOT_ISSUES: gettext_noop(
        "This table has no columns Title and Status, so it is not an export of Linear."
    ),
    Refusal.BROKEN_TABLE: gettext_noop(
        "The rows of this table cannot be read as CSV. Export it again."
    ),
    Refusal.BROKEN_TASK: gettext_noop(
        "The rows between the lines --- at its top cannot be read, or have no title. "
        "Correct them, and upload it again."
    ),
}
