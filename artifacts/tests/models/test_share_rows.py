"""What the rows of a share link and of a guest's note say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from artifacts.models import GuestNote, Project, ShareLink
from artifacts.models.share import LinkState
from artifacts.schemas import ArtifactType

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("now", "revoked_at", "state"),
    [
        (NOON - MOMENT, None, LinkState.ACTIVE),
        (NOON, None, LinkState.EXPIRED),
        (NOON + MOMENT, None, LinkState.EXPIRED),
        (NOON - MOMENT, NOON - MOMENT, LinkState.REVOKED),
        (NOON, NOON - MOMENT, LinkState.REVOKED),
    ],
)
def test_a_link_ends_at_its_moment_or_when_it_is_revoked(
    now: datetime, revoked_at: datetime | None, state: LinkState
) -> None:
    assert ShareLink(expires_at=NOON, revoked_at=revoked_at).state(now=now) is state


def test_chosen_documents_are_in_order_and_types_that_are_gone_are_left_out() -> None:
    link = ShareLink(documents=["risk_log", "gone", "brief"])
    assert link.chosen() == (ArtifactType.BRIEF, ArtifactType.RISK_LOG)


def test_rows_are_named_for_staff() -> None:
    assert str(ShareLink(project=Project(name="Riverbook"))) == "Share link of Riverbook"
    assert str(GuestNote(name="Jo")) == "Note of Jo"


@pytest.mark.parametrize(
    ("document", "section", "item", "title", "key"),
    [
        ("brief", "target_user", "", "Target User", ""),
        ("brief", "", "", "", ""),
        ("brief", "assumptions", "A-1", "Assumptions", "brief.A-1"),
        ("brief", "gone", "", "", ""),
        ("gone", "target_user", "", "", ""),
        # A section that the document of that name does not have.
        ("risk_log", "target_user", "", "", ""),
    ],
)
def test_a_note_says_what_it_is_about(
    document: str, section: str, item: str, title: str, key: str
) -> None:
    note = GuestNote(artifact_type=document, section=section, assumption=item)
    assert note.section_title.lower() == title.lower()
    assert note.assumption_key == key
    assert note.type == (None if document == "gone" else ArtifactType(document))
