"""What belongs to one link, and not to another; and when views are written down."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from artifacts.models import Project, User
from artifacts.schemas import ArtifactType
from artifacts.services.sharing.guest_notes import guest_notes_on
from artifacts.services.sharing.view_counts import WRITE_SECONDS, count_view, write_views
from artifacts.tests.support.factories import GuestNoteFactory, ShareLinkFactory, make_project
from artifacts.tiers import Tier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_notes_of_guests_are_counted_for_their_own_project(
    written_project: Project, founder: User
) -> None:
    other = make_project(founder, written=True)
    GuestNoteFactory.create(link__project=other, link__allows_notes=True)
    GuestNoteFactory.create(link__project=written_project, link__allows_notes=True)
    found = guest_notes_on(written_project, ArtifactType.BRIEF.value, Tier.CTO_SCALE)
    assert found.count() == 1


def test_a_link_without_new_views_keeps_no_other_from_being_written_down(
    written_project: Project,
) -> None:
    links = [ShareLinkFactory.create(project=written_project) for _ in range(2)]
    for guest in ("one", "two"):
        for link in links:
            count_view(link, guest=guest, now=NOW)
    write_views(links[:1], now=NOW)
    write_views(links, now=NOW)
    for link in links:
        link.refresh_from_db()
    assert [link.view_count for link in links] == [2, 2]


def test_views_are_written_down_again_after_a_while(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = ShareLinkFactory.create(project=written_project)
    count_view(link, guest="one", now=NOW)
    moment = time.time() + WRITE_SECONDS + 1
    monkeypatch.setattr(time, "time", lambda: moment)
    count_view(link, guest="two", now=NOW)
    link.refresh_from_db()
    assert link.view_count == 2
