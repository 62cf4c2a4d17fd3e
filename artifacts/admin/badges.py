"""The state of a document as a short coloured label for lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import BooleanField, ExpressionWrapper, QuerySet
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from artifacts.checker.findings import Severity
from artifacts.models import Artifact
from artifacts.models.artifact import RARE

Badge = tuple[str, str]
"""A kind ("bad", "warn", "busy", "good", "quiet"), which gives the colour, and a word."""

READ = (
    "artifact_type",
    "project_id",
    "version_number",
    "generation_status",
    "lease_expires_at",
    "blocked_by",
    "is_stale",
    "worst_finding",
    "generated_at",
    "updated_at",
)


def for_badges(artifacts: QuerySet[Artifact]) -> QuerySet[Artifact]:
    """Return `artifacts` with what a list says of them, and without a word of their text."""
    facts = {
        f"is_{name}": ExpressionWrapper(RARE[name], BooleanField())
        for name in ("edited", "proposed")
    }
    return artifacts.only(*READ).annotate(**facts)


def document_badges(artifact: Artifact, *, now: datetime) -> Iterator[Badge]:
    """Yield what is to be said of a document; of one that `for_badges` has read without another
    query.
    """
    if artifact.is_generating:
        yield (
            ("warn", "lease expired")
            if artifact.is_claimable(now=now)
            else ("busy", "being written")
        )
    elif artifact.has_failed:
        yield "bad", "failed"
    elif artifact.blocked_by:
        yield "warn", "held up"
    elif not artifact.is_written:
        yield "quiet", "not written"
    if artifact.is_stale:
        yield "warn", "stale"
    if artifact.worst_finding == Severity.BROKEN:
        yield "bad", "broken"
    if artifact.worst_finding == Severity.IMPORTANT:
        yield "warn", "important findings"
    is_edited, is_proposed = _facts(artifact)
    if is_edited:
        yield "quiet", "edited"
    if is_proposed:
        yield "busy", "proposal"


def _facts(artifact: Artifact) -> tuple[bool, bool]:
    """Return whether it was edited, and whether a proposal waits.

    A list may also show rows that were read whole, for an action that came to nothing.
    """
    known = vars(artifact)
    if "is_edited" in known:
        return known["is_edited"], known["is_proposed"]
    return artifact.has_user_edits, artifact.has_proposal


def project_badges(artifacts: Iterable[Artifact], *, now: datetime) -> Iterator[Badge]:
    """Yield how many documents of a project stand how, for what is to be said of any."""
    counts = Counter(
        badge for artifact in artifacts for badge in document_badges(artifact, now=now)
    )
    for (kind, word), count in counts.items():
        yield kind, f"{count} {word}"


def as_html(badges: Iterable[Badge]) -> SafeString:
    return format_html_join(" ", '<span class="badge badge-{}">{}</span>', badges)
