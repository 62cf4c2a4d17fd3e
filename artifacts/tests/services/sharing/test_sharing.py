"""Share links: who gets in, for how long, how much is shown, and what guests may leave."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from artifacts.exceptions import (
    InvalidEdit,
    ShareLinkNotFound,
    ShareRefused,
    TooManyTries,
    WrongPassword,
)
from artifacts.models import Artifact, GuestNote, Project, ShareLink, User
from artifacts.models.share import LinkState
from artifacts.schemas import ArtifactType
from artifacts.services.projects.lifecycle import delete_project
from artifacts.services.sharing import links
from artifacts.services.sharing.guest_notes import (
    NOTES_OF_ONE,
    add_guest_note,
    guest_notes,
    moderate,
)
from artifacts.services.sharing.view_counts import count_view, write_views
from artifacts.tests.support.factories import ShareLinkFactory, make_project, make_user
from artifacts.tiers import Tier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def make(project: Project, **changes: Any) -> ShareLink:
    return ShareLinkFactory.create(project=project, **{"now": NOW, **changes})


def change(link: ShareLink, **changes: Any) -> None:
    values: dict[str, Any] = {
        "documents": link.chosen(),
        "tier": link.get_tier(),
        "label": "",
        "allows_notes": False,
    }
    links.change_link(link, now=NOW, **{**values, **changes})


def token_of(link: ShareLink) -> str:
    token = links.link_token(link)
    assert token is not None
    return token


def opened(link: ShareLink, *, now: datetime = NOW) -> links.Share:
    return links.open_link(token_of(link), now=now)


@pytest.fixture
def link(written_project: Project) -> ShareLink:
    return make(written_project, allows_notes=True)


# The address


def test_a_token_has_256_bits_and_is_not_stored(link: ShareLink) -> None:
    token = token_of(link)
    assert len(token) == 43
    stored = ShareLink.objects.filter(pk=link.pk).values().get()
    assert token not in str(stored)
    assert token_of(ShareLink.objects.get(pk=link.pk)) == token


def test_no_two_links_have_the_same_address(written_project: Project) -> None:
    assert len({token_of(make(written_project)) for _ in range(5)}) == 5


def test_a_link_goes_on_working_when_the_secret_key_changes(link: ShareLink, settings: Any) -> None:
    token, old = token_of(link), settings.SECRET_KEY
    settings.SECRET_KEY = "another key"
    assert links.link_token(link) is None
    assert links.open_link(token, now=NOW).link == link
    settings.SECRET_KEY_FALLBACKS = [old]
    assert links.link_token(link) == token


@pytest.mark.parametrize("token", ["", "x", "../..", "\x00", "\ud800", "x" * 5000])
def test_an_unknown_token_opens_nothing(link: ShareLink, token: str) -> None:
    with pytest.raises(ShareLinkNotFound):
        links.open_link(token, now=NOW)


# When it ends


def test_an_expired_link_opens_nothing(link: ShareLink) -> None:
    assert opened(link, now=NOW + timedelta(days=30, seconds=-1)).link == link
    with pytest.raises(ShareLinkNotFound):
        opened(link, now=NOW + timedelta(days=30))
    assert link.state(now=NOW + timedelta(days=30)) is LinkState.EXPIRED


def test_a_revoked_link_opens_nothing_and_cannot_be_changed_back(link: ShareLink) -> None:
    links.revoke_link(link, now=NOW)
    with pytest.raises(ShareLinkNotFound):
        opened(link)
    with pytest.raises(ShareLinkNotFound):
        change(link, days=90)


def test_the_first_revocation_is_the_one_that_counts(link: ShareLink) -> None:
    links.revoke_link(link, now=NOW)
    links.revoke_link(link, now=NOW + timedelta(days=1))
    link.refresh_from_db()
    assert link.revoked_at == NOW


def test_a_link_of_a_deleted_project_opens_nothing(link: ShareLink) -> None:
    delete_project(link.project)
    with pytest.raises(ShareLinkNotFound):
        opened(link)


def test_a_link_of_an_owner_whose_account_is_closed_opens_nothing(link: ShareLink) -> None:
    User.objects.filter(pk=link.project.owner_id).update(is_active=False)
    with pytest.raises(ShareLinkNotFound):
        opened(link)


def test_an_expired_link_can_be_opened_again(link: ShareLink) -> None:
    ShareLink.objects.update(expires_at=NOW)
    change(link, days=7)
    assert opened(link, now=NOW + timedelta(days=6)).link == link


# How much it shows


def test_it_shows_no_more_than_the_owner_may_read_now(db: None) -> None:
    project = make_project(make_user(Tier.CTO_SCALE), written=True)
    link = make(project, tier=Tier.CTO_SCALE)
    seen = []
    for tier in (Tier.CTO_SCALE, Tier.BOOTSTRAPPER, Tier.PARTNER, Tier.CTO_SCALE):
        User.objects.filter(pk=project.owner_id).update(tier=tier.value)
        seen.append(opened(link).tier)
    assert seen == [Tier.CTO_SCALE, Tier.BOOTSTRAPPER, Tier.PARTNER, Tier.CTO_SCALE]


def test_a_founder_cannot_share_more_than_they_read(
    written_project: Project, link: ShareLink
) -> None:
    with pytest.raises(ShareRefused):
        make(written_project, tier=Tier.CTO_SCALE)
    with pytest.raises(ShareRefused):
        change(link, tier=Tier.CTO_SCALE)


def test_only_chosen_documents_that_are_written_are_in_it(written_project: Project) -> None:
    link = make(
        written_project,
        documents=[ArtifactType.MILESTONES, ArtifactType.BRIEF, ArtifactType.RISK_LOG],
    )
    Artifact.objects.filter(artifact_type="risk_log").update(current_content=None, version_number=0)
    share = opened(link)
    assert [row.type for row in share.documents] == [ArtifactType.BRIEF, ArtifactType.MILESTONES]
    assert share.index.find("F-1") is None
    assert share.index.find("brief.key_constraint") is not None
    for artifact_type in ("risk_log", "mvp_scope", "weather"):
        with pytest.raises(ShareLinkNotFound):
            share.document(artifact_type)


@pytest.mark.parametrize("wrong", [{"documents": []}, {"days": 0}, {"days": 100_000}])
def test_what_makes_no_sense_is_refused(written_project: Project, wrong: dict[str, Any]) -> None:
    with pytest.raises(ShareRefused):
        make(written_project, **wrong)


def test_a_project_has_so_many_open_links_and_no_more(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "LINKS_MAX", 2)
    first, _second = make(written_project), make(written_project)
    with pytest.raises(ShareRefused):
        make(written_project)
    links.revoke_link(first, now=NOW)
    make(written_project)


# The password


def test_a_password_is_stored_as_a_hash_and_compared(written_project: Project) -> None:
    link = make(written_project, password="open sesame")
    assert "sesame" not in link.password
    links.try_password(link, "open sesame", guest="a")
    with pytest.raises(WrongPassword):
        links.try_password(link, "sesame", guest="a")


def test_a_guest_has_so_many_tries_also_with_the_right_one(written_project: Project) -> None:
    link = make(written_project, password="open sesame")
    for _ in range(links.TRIES_OF_ONE):
        with pytest.raises(WrongPassword):
            links.try_password(link, "wrong", guest="a")
    with pytest.raises(TooManyTries):
        links.try_password(link, "open sesame", guest="a")
    links.try_password(link, "open sesame", guest="b")


def test_all_guests_together_have_so_many_tries(
    written_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "TRIES_OF_ALL", 2)
    link = make(written_project, password="open sesame")
    for guest in ("a", "b"):
        with pytest.raises(WrongPassword):
            links.try_password(link, "wrong", guest=guest)
    with pytest.raises(TooManyTries):
        links.try_password(link, "open sesame", guest="c")


def test_an_acceptance_is_good_for_one_link_and_one_password(written_project: Project) -> None:
    one, other = make(written_project, password="sesame"), make(written_project, password="sesame")
    before = links.acceptance(one)
    assert before != links.acceptance(other)
    change(one, label="Maria")
    one.refresh_from_db()
    assert links.acceptance(one) == before
    change(one, password="sesame")
    one.refresh_from_db()
    assert links.acceptance(one) != before


def test_a_password_is_kept_changed_or_taken_away(written_project: Project) -> None:
    link = make(written_project, password="open sesame")
    for given, asks in ((None, True), ("another", True), ("", False)):
        change(link, password=given)
        link.refresh_from_db()
        assert bool(link.password) is asks


# Views


def test_a_view_is_counted_once_for_the_same_guest(link: ShareLink) -> None:
    for guest in ("a", "a", "a"):
        count_view(link, guest=guest, now=NOW)
    write_views([link], now=NOW)
    link.refresh_from_db()
    assert (link.view_count, link.last_viewed_at) == (1, NOW)


def test_many_views_in_a_moment_are_one_write(link: ShareLink) -> None:
    with CaptureQueriesContext(connection) as queries:
        for number in range(20):
            count_view(link, guest=str(number), now=NOW)
    updates = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    assert len(updates) == 1
    assert "artifacts_project" not in updates[0]
    write_views([link], now=NOW)
    link.refresh_from_db()
    assert link.view_count == 20
    write_views([link], now=NOW)
    link.refresh_from_db()
    assert link.view_count == 20


def test_views_are_added_to_what_another_process_has_counted(link: ShareLink) -> None:
    ShareLink.objects.update(view_count=7)
    count_view(link, guest="a", now=NOW)
    link.refresh_from_db()
    assert link.view_count == 8


def test_a_guest_who_comes_back_is_another_view(link: ShareLink) -> None:
    count_view(link, guest="a", now=NOW)
    cache.clear()
    count_view(link, guest="a", now=NOW)
    link.refresh_from_db()
    assert link.view_count == 2


# Notes of guests


def write(link: ShareLink, **changes: Any) -> GuestNote:
    share = opened(link)
    values: dict[str, Any] = {
        "section": "",
        "name": "Jo",
        "text": "Why not?",
        "guest": "a",
        "now": NOW,
    }
    return add_guest_note(share, share.document("brief"), **{**values, **changes})


def shown(link: ShareLink) -> list[str]:
    return [note.text for note in opened(link).notes(ArtifactType.BRIEF)]


def test_a_note_waits_until_the_founder_shows_it(link: ShareLink) -> None:
    note = write(link)
    assert shown(link) == []
    moderate(link.project, note.pk, shown=True, tier=Tier.PARTNER, now=NOW)
    assert shown(link) == ["Why not?"]
    moderate(link.project, note.pk, shown=False, tier=Tier.PARTNER, now=NOW)
    assert shown(link) == []


def test_notes_of_one_link_are_not_shown_on_another(link: ShareLink) -> None:
    other = make(link.project, allows_notes=True)
    moderate(link.project, write(link).pk, shown=True, tier=Tier.PARTNER, now=NOW)
    assert shown(other) == []


def test_a_founder_cannot_moderate_notes_of_another_project(link: ShareLink) -> None:
    note = write(link)
    with pytest.raises(ShareLinkNotFound):
        moderate(make_project(), note.pk, shown=True, tier=Tier.CTO_SCALE, now=NOW)
    assert shown(link) == []


def test_a_link_without_notes_takes_and_shows_none(link: ShareLink) -> None:
    moderate(link.project, write(link).pk, shown=True, tier=Tier.PARTNER, now=NOW)
    change(link, allows_notes=False)
    assert shown(link) == []
    with pytest.raises(ShareLinkNotFound):
        write(link)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "x" * 81},
        {"name": "\u200b\u2063"},
        {"text": "\n \u202e"},
        {"text": "\u200b \u00ad"},
        {"text": "x" * 2001},
        {"section": "market_analysis"},
        {"section": "nothing"},
    ],
)
def test_a_note_has_a_name_a_text_of_some_length_and_a_section_that_is_read(
    link: ShareLink, wrong: dict[str, str]
) -> None:
    with pytest.raises(InvalidEdit) as refused:
        write(link, **wrong)
    assert list(refused.value.errors) == list(wrong)
    assert not GuestNote.objects.exists()


def test_a_name_is_one_line_without_marks_that_turn_the_text_round(link: ShareLink) -> None:
    assert write(link, name="Jo\n\u202eGuest ").name == "Jo Guest"


def test_a_guest_sends_so_many_notes_in_a_while(link: ShareLink) -> None:
    for _ in range(NOTES_OF_ONE):
        write(link)
    with pytest.raises(TooManyTries):
        write(link)
    write(link, guest="b")


def test_no_more_notes_wait_than_somebody_may_read(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artifacts.services.sharing.guest_notes.HELD_MAX", 1)
    note = write(link)
    with pytest.raises(TooManyTries):
        write(link, guest="b")
    moderate(link.project, note.pk, shown=False, tier=Tier.PARTNER, now=NOW)
    write(link, guest="c")


def test_a_note_by_somebody_who_read_more_is_hidden_from_who_reads_less(
    written_project: Project,
) -> None:
    link = make(written_project, tier=Tier.PARTNER, allows_notes=True)
    note = write(link, section="market_analysis", text="SECRET-BUSINESS, really?")
    moderate(written_project, note.pk, shown=True, tier=Tier.PARTNER, now=NOW)
    assert shown(link) == ["SECRET-BUSINESS, really?"]
    change(link, tier=Tier.BOOTSTRAPPER, allows_notes=True)
    assert shown(link) == []
    assert guest_notes(written_project, Tier.BOOTSTRAPPER) == []
    with pytest.raises(ShareLinkNotFound):
        moderate(written_project, note.pk, shown=True, tier=Tier.BOOTSTRAPPER, now=NOW)
    change(link, tier=Tier.PARTNER, allows_notes=True)
    assert shown(link) == ["SECRET-BUSINESS, really?"]
