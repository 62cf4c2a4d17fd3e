"""What founders choose for themselves holds at once, on every device, and in what we send them."""

from __future__ import annotations

from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from artifacts.accounts.notices import Notice, unsubscribe_url
from artifacts.exceptions import QuotaExceeded
from artifacts.models import Mail, Project, User
from artifacts.runners.base import BUDGET_SPENT
from artifacts.services.accounts.preferences import save_preferences
from artifacts.services.documents.notes import add_note
from artifacts.services.mails import outbox
from artifacts.templatetags.artifacts_ui import failure_text
from artifacts.tests.support.factories import ArtifactFactory, make_project, make_user
from artifacts.tiers import Tier

pytestmark = pytest.mark.django_db

CHOSEN = {
    "name": " Ada  Lovelace ",
    "language": "de",
    "time_zone": "Asia/Tokyo",
    "mail_weekly": "on",
}


def signed_in(user: User, **headers: Any) -> Client:
    client = Client(**headers)
    client.force_login(user)
    return client


def page(client: Client, name: str, *args: Any) -> str:
    return unescape(client.get(reverse(name, args=args)).content.decode())


def test_what_was_chosen_is_stored_and_shown(founder: User) -> None:
    response = signed_in(founder).post(reverse("account_preferences"), CHOSEN)
    assert response["Location"] == reverse("account")
    founder.refresh_from_db()
    assert (founder.name, founder.language, founder.time_zone) == (
        *("Ada Lovelace", "de", "Asia/Tokyo"),
    )
    wanted = [notice for notice in Notice if notice.is_wanted_by(founder)]
    assert wanted == [Notice.WEEKLY]
    html = page(signed_in(founder), "account")
    assert "Ada Lovelace" in html
    assert "Asia/Tokyo, dort ist es jetzt" in html
    assert "Montags: was als Nächstes ansteht" in html


def test_a_language_holds_on_another_device_whatever_its_browser_asks_for(founder: User) -> None:
    signed_in(founder).post(reverse("set_language"), {"language": "de"})
    elsewhere = signed_in(founder, HTTP_ACCEPT_LANGUAGE="en-gb")
    response = elsewhere.get(reverse("project_list"))
    assert response["Content-Language"] == "de"
    assert '<html lang="de"' in response.content.decode()


def test_left_to_the_browser_the_language_is_the_browsers(founder: User) -> None:
    save_preferences(founder, name="", language="", time_zone="", mails={})
    client = signed_in(founder, HTTP_ACCEPT_LANGUAGE="de")
    assert '<html lang="de"' in page(client, "project_list")


def test_a_visitor_changes_the_language_of_the_browser_alone(founder: User) -> None:
    client = Client()
    client.post(reverse("set_language"), {"language": "de"})
    assert '<html lang="de"' in page(client, "home")
    founder.refresh_from_db()
    assert founder.language == ""


def test_one_readers_choice_does_not_reach_the_next_request(founder: User) -> None:
    save_preferences(founder, name="", language="de", time_zone="Asia/Tokyo", mails={})
    page(signed_in(founder), "account")
    assert timezone.get_current_timezone_name() == "UTC"
    html = page(signed_in(make_user()), "account")
    assert '<html lang="en-gb"' in html
    assert "UTC, where it is" in html


@pytest.mark.parametrize("wrong", [{"language": "xx"}, {"time_zone": "Mars/Olympus"}])
def test_what_there_is_not_is_refused_and_the_rest_handed_back(
    founder: User, wrong: dict[str, str]
) -> None:
    response = signed_in(founder).post(
        reverse("account_preferences"), {**CHOSEN, "language": "en-gb", **wrong}
    )
    assert response.status_code == 422
    assert "Ada" in response.content.decode()
    assert "Please choose one of these." in response.content.decode()
    founder.refresh_from_db()
    assert founder.name == ""


def test_moments_are_shown_in_the_readers_time_zone(
    written_project: Project, founder: User
) -> None:
    row = written_project.documents()[1]
    note = add_note(
        row, section="core_features", item_id=None, text="Ask.", author=founder, tier=Tier.CTO_SCALE
    )
    assert note is not None
    stored = ArtifactFactory._meta.model.objects.get(pk=row.pk)
    stored.annotations[0]["created_at"] = "2026-05-01T22:30:00Z"
    stored.save(update_fields=["annotations"])
    where = ("artifact_detail", written_project.pk, row.artifact_type)
    assert "1 May 2026, 22:30" in page(signed_in(founder), *where)
    save_preferences(founder, name="", language="", time_zone="Asia/Tokyo", mails={})
    # Also where sections that were rendered before are kept.
    assert "2 May 2026, 07:30" in page(signed_in(founder), *where)


def test_the_day_of_quotas_is_told_by_the_readers_clock(founder: User) -> None:
    midnight = datetime(2026, 5, 2, tzinfo=UTC)
    with timezone.override("Asia/Kolkata"):
        error = QuotaExceeded(wanted=5, left=0, limit=5, resets_at=midnight)
        assert "The count starts again at 05:30 IST" in str(error)
        assert "try again after 05:30 IST" in failure_text(BUDGET_SPENT)
    assert failure_text("something else") == "something else"


def test_the_day_that_documents_start_from_is_the_same_for_every_reader(project: Project) -> None:
    project.answered_at = datetime(2026, 5, 1, 22, 30, tzinfo=UTC)
    with timezone.override("Asia/Tokyo"):
        assert str(project.get_input().answered) == "2026-05-01"


def test_a_new_account_keeps_the_language_it_signed_up_in() -> None:
    Client(HTTP_ACCEPT_LANGUAGE="de").post(
        reverse("account_signup"), {"email": "ada@example.com", "password1": "stille Wasser 77"}
    )
    assert User.objects.get(email="ada@example.com").language == "de"


class TestUnsubscribing:
    def path(self, user: User, notice: Notice = Notice.GUEST_NOTES) -> str:
        return unsubscribe_url(user, notice).removeprefix("http://localhost:8000")

    def test_a_look_asks_and_changes_nothing(self, founder: User) -> None:
        response = Client().get(self.path(founder))
        assert "Send me no more of them" in response.content.decode()
        founder.refresh_from_db()
        assert founder.mail_guest_notes

    def test_a_mail_program_ends_it_with_one_post(self, founder: User) -> None:
        client = Client(enforce_csrf_checks=True)
        body = {"List-Unsubscribe": "One-Click"}
        assert client.post(self.path(founder), body).status_code == 200
        founder.refresh_from_db()
        assert not founder.mail_guest_notes
        assert founder.mail_documents_ready

    def test_it_can_be_taken_back_in_the_readers_language(self, founder: User) -> None:
        save_preferences(founder, name="", language="de", time_zone="", mails={})
        html = Client().post(self.path(founder)).content.decode()
        assert "Du bekommst diese E-Mails nicht mehr" in html
        Client().post(self.path(founder), {"again": "on"})
        founder.refresh_from_db()
        assert founder.mail_guest_notes

    def test_an_address_that_was_changed_leads_nowhere(self, founder: User) -> None:
        changed = self.path(founder)[:-2] + "x/"
        assert Client().post(changed).status_code == 404
        founder.refresh_from_db()
        assert founder.mail_guest_notes

    def test_a_mail_carries_it_for_people_and_programs(
        self, founder: User, settings: Any, tmp_path: Any, mailoutbox: list[EmailMessage]
    ) -> None:
        (tmp_path / "mail").mkdir()
        (tmp_path / "mail" / "note.txt").write_text("Subject\n\nText\n")
        folders = [tmp_path, *settings.TEMPLATES[0]["DIRS"]]
        settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": folders}]
        outbox.order_mail(founder, "note", {}, notice=Notice.WEEKLY)
        assert not Mail.objects.exists()  # it was not asked for
        outbox.order_mail(founder, "note", {}, notice=Notice.GUEST_NOTES)
        outbox.send_waiting_mails(timezone.now())
        (mail,) = mailoutbox
        address = unsubscribe_url(founder, Notice.GUEST_NOTES)
        assert mail.extra_headers == {
            "List-Unsubscribe": f"<{address}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        assert address in mail.body


def test_the_name_stands_on_a_founders_notes(founder: User) -> None:
    save_preferences(founder, name="Ada", language="", time_zone="", mails={})
    row = make_project(founder, written=True).documents()[0]
    note = add_note(
        row, section="problem_statement", item_id=None, text="Hm.", author=founder,
        tier=Tier.CTO_SCALE,
    )  # fmt: skip
    assert note is not None
    assert note.author == "Ada"
