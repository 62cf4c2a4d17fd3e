"""What is stored and logged of share links and of guests' notes, and where their limits end."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction

from artifacts.exceptions import (
    InvalidEdit,
    ShareLinkNotFound,
    ShareRefused,
    TooManyTries,
    WrongPassword,
)
from artifacts.models import Artifact, GuestNote, Project, ShareLink
from artifacts.models.share import GUEST_NAME_MAX, GUEST_NOTE_MAX, LABEL_MAX
from artifacts.schemas import ArtifactType, load_content
from artifacts.services.sharing import links, view_counts
from artifacts.services.sharing.evidence import accepted_evidence, add_evidence, weakest_of
from artifacts.services.sharing.guest_notes import (
    NOTES_OF_ONE,
    NOTES_SECONDS,
    add_guest_note,
    guest_notes,
    guest_notes_on,
    moderate,
)
from artifacts.tests.support.factories import PLAIN, GuestNoteFactory, ShareLinkFactory
from artifacts.tiers import Tier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def link(written_project: Project) -> ShareLink:
    return ShareLinkFactory.create(project=written_project, allows_notes=True, now=NOW)


def let_pass(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    moment = time.time() + seconds
    monkeypatch.setattr(time, "time", lambda: moment)


def write(link: ShareLink, **changes: Any) -> GuestNote:
    share = links.Share(link)
    said = {"section": "", "name": "Jo", "text": "Why not?", "guest": "a", "now": NOW}
    return add_guest_note(share, share.document("brief"), **{**said, **changes})


# Links


def test_a_link_is_stored_as_it_was_ordered(written_project: Project) -> None:
    made = ShareLinkFactory.create(
        project=written_project,
        documents=[ArtifactType.MVP_SCOPE, ArtifactType.BRIEF],
        tier=Tier.PARTNER,
        days=7,
        now=NOW,
        label=" Maria \n of the bank",
    )
    link = ShareLink.objects.get(pk=made.pk)
    assert (link.documents, link.get_tier()) == (["brief", "mvp_scope"], Tier.PARTNER)
    assert (link.created_at, link.expires_at) == (NOW, NOW + timedelta(days=7))
    assert (link.label, link.password, link.allows_notes) == ("Maria of the bank", "", False)


def test_a_change_replaces_all_that_was_ordered(link: ShareLink) -> None:
    links.change_link(
        link,
        documents=[ArtifactType.RISK_LOG],
        tier=Tier.PARTNER,
        label="Our \n bank",
        allows_notes=False,
        days=90,
        now=LATER,
    )
    link.refresh_from_db()
    assert (link.documents, link.get_tier()) == (["risk_log"], Tier.PARTNER)
    assert (link.created_at, link.expires_at) == (NOW, LATER + timedelta(days=90))
    assert (link.label, link.allows_notes) == ("Our bank", False)


def test_a_label_that_is_too_long_is_cut(link: ShareLink) -> None:
    links.change_link(
        link,
        documents=link.chosen(),
        tier=link.get_tier(),
        label="x" * (LABEL_MAX + 1),
        allows_notes=True,
        now=NOW,
    )
    link.refresh_from_db()
    assert link.label == "x" * LABEL_MAX


def test_links_that_have_expired_make_room_for_others(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "LINKS_MAX", 1)
    with pytest.raises(ShareRefused, match="has 1 open links"):
        ShareLinkFactory.create(project=link.project, now=link.expires_at - timedelta(seconds=1))
    ShareLinkFactory.create(project=link.project, now=link.expires_at)
    assert link.project.share_links.count() == 2


def test_what_is_gone_from_a_shared_document_is_named_to_guests(link: ShareLink) -> None:
    gone = {"F-9": {"title": "Scan", "version": 1}}
    Artifact.objects.filter(project=link.project, artifact_type="mvp_scope").update(
        superseded_items=gone
    )
    found = links.Share(ShareLink.objects.get(pk=link.pk)).index.find("F-9")
    assert found is not None
    assert (found.title, found.is_gone) == ("Scan", True)
    ShareLink.objects.update(documents=["brief"])
    assert links.Share(ShareLink.objects.get(pk=link.pk)).index.find("F-9") is None


def test_tries_of_a_password_begin_again_after_a_while(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, other = (ShareLinkFactory.create(project=written_project, password="s") for _ in "ab")
    for _ in range(links.TRIES_OF_ONE):
        with pytest.raises(WrongPassword):
            links.try_password(link, "wrong", guest="a")
    links.try_password(other, "s", guest="a")
    let_pass(monkeypatch, links.TRIES_SECONDS - 1)
    with pytest.raises(TooManyTries):
        links.try_password(link, "s", guest="a")
    let_pass(monkeypatch, 2)
    links.try_password(link, "s", guest="a")


def test_tries_of_all_guests_begin_again_after_a_while(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "TRIES_OF_ALL", 1)
    link, other = (ShareLinkFactory.create(project=written_project, password="s") for _ in "ab")
    links.try_password(link, "s", guest="a")
    with pytest.raises(TooManyTries):
        links.try_password(link, "s", guest="b")
    links.try_password(other, "s", guest="b")
    let_pass(monkeypatch, links.TRIES_SECONDS + 1)
    links.try_password(link, "s", guest="c")


def test_what_is_done_with_a_link_is_logged_with_its_id(
    written_project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    link = ShareLinkFactory.create(project=written_project, allows_notes=True)
    links.change_link(
        link, documents=link.chosen(), tier=link.get_tier(), label="", allows_notes=True, now=NOW
    )
    note = write(link)
    moderate(written_project, note.pk, shown=True, tier=Tier.PARTNER, now=NOW)
    links.revoke_link(link, now=NOW)
    links.revoke_link(link, now=LATER)
    said = [one.getMessage() for one in caplog.records if "sharing" in one.name]
    named = [(link, written_project), (link,), (note, link), (note,), (link,)]
    assert len(said) == len(named)
    for message, rows in zip(said, named, strict=True):
        assert all(str(row.pk) in message for row in rows)
    assert "approved" in said[3]


# Notes of guests


def test_a_note_is_stored_as_it_was_sent(link: ShareLink) -> None:
    sent = write(link, section="key_constraint", name=" Jo \n", text="\n  Why not?\n")
    note = GuestNote.objects.get(pk=sent.pk)
    assert (note.link, note.artifact_type, note.section) == (link, "brief", "key_constraint")
    assert (note.name, note.text, note.assumption) == ("Jo", "Why not?", "")
    assert (note.tier, note.state) == ("bootstrapper", GuestNote.State.HELD)
    assert (note.created_at, note.moderated_at, note.told_at) == (NOW, None, None)


def test_the_moment_of_a_decision_is_stored(link: ShareLink) -> None:
    note = write(link)
    moderate(link.project, note.pk, shown=False, tier=Tier.PARTNER, now=LATER)
    note.refresh_from_db()
    assert (note.state, note.moderated_at) == (GuestNote.State.HIDDEN, LATER)


def test_a_decision_leaves_alone_what_a_mail_has_noted_since(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, save = write(link), GuestNote.save

    def save_later(row: GuestNote, **values: Any) -> None:
        GuestNote.objects.filter(pk=row.pk).update(told_at=LATER)
        save(row, **values)

    monkeypatch.setattr(GuestNote, "save", save_later)
    moderate(link.project, note.pk, shown=True, tier=Tier.PARTNER, now=NOW)
    note.refresh_from_db()
    assert (note.state, note.told_at) == (GuestNote.State.APPROVED, LATER)


def test_the_longest_note_is_taken_and_a_longer_one_told_by_how_much(link: ShareLink) -> None:
    name, text = "n" * GUEST_NAME_MAX, "t" * GUEST_NOTE_MAX
    note = write(link, name=name, text=text)
    assert (note.name, note.text) == (name, text)
    with pytest.raises(InvalidEdit) as refused:
        write(link, name=f"{name}n", text=f"{text}t")
    assert "shorten this to 80 characters; it has 81" in refused.value.errors["name"][0]
    assert "shorten this to 2000 characters; it has 2001" in refused.value.errors["text"][0]


def test_a_guest_may_write_again_after_a_while(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(NOTES_OF_ONE):
        write(link)
    let_pass(monkeypatch, NOTES_SECONDS - 1)
    with pytest.raises(TooManyTries):
        write(link)
    let_pass(monkeypatch, 2)
    write(link)


def test_notes_that_wait_come_first_and_then_the_newest(link: ShareLink) -> None:
    approved, hidden, held, newest = (
        GuestNoteFactory.create(link=link, state=state, now=NOW + timedelta(minutes=minute))
        for minute, state in enumerate(("approved", "hidden", "held", "approved"))
    )
    assert guest_notes(link.project, Tier.PARTNER) == [held, newest, hidden, approved]


def test_notes_of_a_document_are_those_that_were_not_hidden(link: ShareLink) -> None:
    made = {"link": link, "now": NOW}
    shown = [GuestNoteFactory.create(state=state, **made) for state in ("held", "approved")]
    GuestNoteFactory.create(state="hidden", **made)
    GuestNoteFactory.create(tier=Tier.CTO_SCALE, **made)
    GuestNoteFactory.create(artifact_type=ArtifactType.RISK_LOG, **made)
    found = guest_notes_on(link.project, "brief", Tier.PARTNER)
    assert set(found) == set(shown)


# Evidence of guests


@pytest.fixture
def share(link: ShareLink) -> links.Share:
    """A link by which five assumptions are read, each as weak as the others."""
    said = [
        {"text": f"Shop {number} pays", "basis": "guess", "confidence": "low"}
        for number in range(1, 6)
    ]
    brief = load_content(ArtifactType.BRIEF, {**PLAIN[ArtifactType.BRIEF], "assumptions": said})
    Artifact.objects.filter(project=link.project, artifact_type="brief").update(
        current_content=brief.model_dump(mode="json")
    )
    return links.Share(ShareLink.objects.get(pk=link.pk))


def know(share: links.Share, assumption: str, *, passed: timedelta = timedelta()) -> GuestNote:
    return add_evidence(
        share, assumption=assumption, name="Jo", text="I know.", guest="a", now=NOW + passed
    )


def test_guests_are_asked_about_a_few_assumptions_and_about_no_other(share: links.Share) -> None:
    assert [one.item.id for one in weakest_of(share)] == ["A-1", "A-2", "A-3"]
    note = know(share, "A-3")
    assert (note.assumption, note.section, note.artifact_type) == ("A-3", "assumptions", "brief")
    with pytest.raises(InvalidEdit) as refused:
        know(share, "A-4")
    assert all(refused.value.errors["assumption"])


def test_guests_who_leave_no_notes_are_asked_nothing(share: links.Share) -> None:
    share.link.allows_notes = False
    assert weakest_of(share) == []
    with pytest.raises(ShareLinkNotFound):
        know(share, "A-1")


def test_evidence_that_was_accepted_is_told_the_oldest_first(share: links.Share) -> None:
    late, early, held = (know(share, "A-1", passed=timedelta(days=day)) for day in (2, 1, 3))
    other = write(share.link)
    for note in (late, early, other):
        moderate(share.project, note.pk, shown=True, tier=Tier.PARTNER, now=LATER)
    found = accepted_evidence(share.project, Tier.PARTNER)
    assert found == [early, late]
    GuestNote.objects.filter(pk=late.pk).update(tier=Tier.CTO_SCALE.value)
    assert accepted_evidence(share.project, Tier.PARTNER) == [early]
    assert held.state == GuestNote.State.HELD


# Views


def test_a_guest_who_stays_is_one_view_and_one_who_comes_back_another(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for passed in (0, view_counts.VISIT_SECONDS - 1, 2):
        let_pass(monkeypatch, passed)
        view_counts.count_view(link, guest="a", now=NOW)
        link.refresh_from_db()
        seen.append(link.view_count)
    assert seen == [1, 1, 2]


def test_the_first_view_of_each_link_is_written_down_at_once(link: ShareLink) -> None:
    other = ShareLinkFactory.create(project=link.project)
    for one in (link, other):
        view_counts.count_view(one, guest="a", now=NOW)
        one.refresh_from_db()
    assert (link.view_count, other.view_count) == (1, 1)


def test_views_that_wait_are_kept_for_days(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    for guest in ("a", "b"):
        view_counts.count_view(link, guest=guest, now=NOW)
    let_pass(monkeypatch, view_counts.PENDING_SECONDS - 1)
    view_counts.write_views([link], now=LATER)
    link.refresh_from_db()
    assert (link.view_count, link.last_viewed_at) == (2, LATER)


def test_a_count_that_the_cache_has_dropped_begins_again(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_args: Any, **_kwargs: Any) -> int:
        raise ValueError

    monkeypatch.setattr(cache, "incr", gone)
    view_counts.count_view(link, guest="a", now=NOW)
    link.refresh_from_db()
    assert link.view_count == 1


def test_views_that_could_not_be_written_down_are_kept_and_told(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> None:
        raise DatabaseError("away")

    with monkeypatch.context() as broken:
        broken.setattr(transaction, "atomic", away)
        view_counts.count_view(link, guest="a", now=NOW)
    (record,) = caplog.records
    assert record.getMessage() == f"Views of share link {link.pk} were not counted"
    assert record.exc_info is not None
    view_counts.write_views([link], now=LATER)
    link.refresh_from_db()
    assert (link.view_count, link.last_viewed_at) == (1, LATER)
