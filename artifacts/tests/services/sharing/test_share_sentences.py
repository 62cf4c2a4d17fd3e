"""What guests and founders are told about share links, in words, and what is logged of them."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from artifacts.exceptions import InvalidEdit, ShareRefused, TooManyTries, WrongPassword
from artifacts.models import GuestNote, Project, ShareLink
from artifacts.services.sharing import guest_notes, links
from artifacts.services.sharing.evidence import add_evidence
from artifacts.tests.support.factories import ShareLinkFactory
from artifacts.tiers import Tier

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

TRIES = "There were too many tries. Please wait a quarter of an hour and try again."
NOTES = "You have sent several notes in a short while. Please send this one in ten minutes."
ENOUGH = "Many notes wait to be read here already. Please come back in a day or two."


@pytest.fixture
def link(written_project: Project) -> ShareLink:
    return ShareLinkFactory.create(
        project=written_project, password="s", allows_notes=True, now=NOW
    )


def write(link: ShareLink, **changes: str) -> GuestNote:
    share = links.Share(link)
    said = {"section": "", "name": "Jo", "text": "Why not?", "guest": "a", **changes}
    return guest_notes.add_guest_note(share, share.document("brief"), now=NOW, **said)


def test_a_guest_is_told_why_nothing_was_taken(link: ShareLink) -> None:
    for _ in range(links.TRIES_OF_ONE):
        with pytest.raises(WrongPassword):
            links.try_password(link, "wrong", guest="a")
    with pytest.raises(TooManyTries, match=rf"^{re.escape(TRIES)}$"):
        links.try_password(link, "wrong", guest="a")
    for _ in range(guest_notes.NOTES_OF_ONE):
        write(link)
    with pytest.raises(TooManyTries, match=rf"^{re.escape(NOTES)}$"):
        write(link)


def test_a_guest_is_told_that_enough_notes_wait(
    link: ShareLink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guest_notes, "HELD_MAX", 1)
    write(link)
    with pytest.raises(TooManyTries, match=rf"^{re.escape(ENOUGH)}$"):
        write(link)


def test_a_founder_is_told_why_a_link_was_not_made(written_project: Project) -> None:
    refused: tuple[tuple[dict[str, Any], str], ...] = (
        ({"documents": []}, "Please choose at least one document."),
        ({"tier": Tier.CTO_SCALE}, "A link cannot show more than you can read yourself."),
        ({"days": 8}, "Please choose for how long the link is open."),
    )
    for ordered, sentence in refused:
        with pytest.raises(ShareRefused, match=f"^{re.escape(sentence)}$"):
            ShareLinkFactory.create(project=written_project, **ordered)


def test_a_note_that_cannot_be_taken_says_what_is_missing(link: ShareLink) -> None:
    with pytest.raises(InvalidEdit) as refused:
        write(link, name=" ", text="\n", section="nowhere")
    assert refused.value.errors == {
        "name": ["Please write something here."],
        "text": ["Please write something here."],
        "section": ["Please choose one of these."],
    }


def test_a_note_that_is_too_long_says_by_how_much(link: ShareLink) -> None:
    with pytest.raises(InvalidEdit) as refused:
        write(link, name="n" * 81)
    assert refused.value.errors == {
        "name": ["Please shorten this to 80 characters; it has 81 now."]
    }


def test_evidence_about_another_assumption_is_refused(link: ShareLink) -> None:
    with pytest.raises(InvalidEdit) as refused:
        add_evidence(
            links.Share(link), assumption="A-99", name="Jo", text="Yes.", guest="a", now=NOW
        )
    assert refused.value.errors == {"assumption": ["Please choose one of these."]}


def test_the_mark_of_a_guest_is_as_long_as_the_token(link: ShareLink) -> None:
    assert len(bytes.fromhex(links.acceptance(link))) == 32


def test_log_lines_say_what_was_done(link: ShareLink, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    guest_notes.moderate(link.project, write(link).pk, shown=False, tier=Tier.PARTNER, now=NOW)
    links.revoke_link(link, now=NOW)
    said = [one.getMessage() for one in caplog.records if "sharing" in one.name]
    assert [message.split(" ")[0] for message in said] == ["Added", "Moderated", "Revoked"]
    assert said[1].endswith(": hidden")


def test_the_links_of_notes_are_read_with_them(
    link: ShareLink, django_assert_num_queries: Any
) -> None:
    note = write(link)
    with django_assert_num_queries(1):
        assert [one.link.label for one in guest_notes.guest_notes(link.project, Tier.PARTNER)] == [
            link.label
        ]
    decided = guest_notes.moderate(link.project, note.pk, shown=True, tier=Tier.PARTNER, now=NOW)
    with django_assert_num_queries(0):
        assert decided.link == link
